"""When a story was published and changed, from all that a page or a text says."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from newsparse import parse
from newsparse.parsers.timestamps.stated import address_time
from newsparse.vocabulary import Precision, ProblemKind, Zone

PROSE = "<p>The long bridge over the river was opened to traffic on Monday after nine years of building and many delays.</p>" * 4


def page(head: str = "", line: str = "", *, headline: str = "Bridge over the Lenn opens", tail: str = "", lang: str = "en") -> str:
    """Return a made-up page."""
    return (
        f"<html lang='{lang}'><head><title>{headline}</title>{head}</head><body><nav><a href='/'>Home</a></nav><main><article>"
        f"<h1>{headline}</h1>{line}<div>{PROSE}</div></article></main>{tail}</body></html>"
    )


def linked(**values: str) -> str:
    """Return a JSON-LD script of a news article."""
    pairs = ",".join(f'"{key}":"{value}"' for key, value in values.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Bridge over the Lenn opens",{pairs}}}</script>'


def test_published_is_the_linked_one() -> None:
    """JSON-LD goes before a meta element, and both before the address."""
    head = (
        linked(datePublished="2024-12-06T09:30:00+01:00") + "<meta property='article:published_time' content='2024-12-05T09:30:00+01:00'>"
    )
    article = parse(page(head), url="https://example.org/2024/12/04/bridge")
    assert article.published is not None
    assert datetime(2024, 12, 6, 9, 30, tzinfo=timezone(timedelta(hours=1))) == article.published.value
    assert article.published.pointer == "/datePublished"
    assert article.published.span is None


def test_published_is_of_the_pages_own_story() -> None:
    """Of several articles in the markup the one that bears the page's headline counts."""
    other = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sinks off the coast","url":"https://example.org/ferry","datePublished":"2020-01-01"}</script>'
    article = parse(page(other + linked(url="https://example.org/bridge", datePublished="2024-12-06")), url="https://example.org/bridge")
    assert article.published is not None
    assert date(2024, 12, 6) == article.published.value


def test_published_line_is_claimed_with_its_place() -> None:
    """A page without markup tells its time by the line under the headline."""
    article = parse(page(line="<div class='meta'>Published 6 December 2024, 14:30</div>"))
    assert article.published is not None
    assert datetime(2024, 12, 6, 14, 30) == article.published.value
    span = article.published.span
    assert span is not None
    assert article.source_text[span.slice] == "6 December 2024, 14:30"


def test_update_is_never_the_publication() -> None:
    """Published and updated in one line give two times."""
    article = parse(page(line="<div>Updated: 7 December 2024, 08:00 | Published: 6 December 2024, 14:30</div>"))
    assert article.published is not None
    assert article.modified is not None
    assert (datetime(2024, 12, 6, 14, 30), datetime(2024, 12, 7, 8, 0)) == (article.published.value, article.modified.value)


def test_update_stands_in_with_little_confidence() -> None:
    """Where a page tells only when it was updated, that is the best known day of publication, and unsure."""
    article = parse(page(line="<div>Last updated: 7 December 2024</div>"))
    assert article.published is not None
    assert article.modified is not None
    assert date(2024, 12, 7) == article.published.value == article.modified.value
    assert article.published.confidence < 0.5 < article.modified.confidence


def test_modified_is_dropped_when_it_is_no_change() -> None:
    """A time of change that is that of publication, or before it, says nothing."""
    head = linked(datePublished="2024-12-06T09:30:00Z", dateModified="2024-12-06T09:30:00Z")
    assert parse(page(head)).modified is None


@pytest.mark.parametrize(
    "tail",
    [
        "<footer><p>Copyright 3 May 2019 The Lenn Courier</p></footer>",
        "<div class='comments'><p>Jane Doe, 9 December 2024, 10:12</p></div>",
        "<aside><ul><li><a href='/x'>Ferry sinks</a> 1 January 2020</li></ul></aside>",
    ],
)
def test_times_of_other_things_are_left(tail: str) -> None:
    """Copyright, comments and teasers do not tell when the story was published."""
    assert parse(page(tail=tail)).published is None


def test_times_in_the_story_do_not_beat_the_line() -> None:
    """A day told in the story is not the day of the story."""
    line = "<div>6 December 2024</div><p>On March 3, 1994 the first stone was laid by the mayor, who died on April 1, 2001, as the town recalls.</p>"
    published = parse(page(line=line)).published
    assert published is not None
    assert date(2024, 12, 6) == published.value


def test_same_clock_with_two_zones_is_settled_by_a_witness() -> None:
    """The printed clock shows which of two offsets is the publisher's."""
    head = (
        linked(datePublished="2025-06-30T15:59:30+02:00") + "<meta property='article:published_time' content='2025-06-30T15:59:00+00:00'>"
    )
    published = parse(page(head, "<div>30. Juni 2025, 15:59 Uhr</div>", lang="de")).published
    assert published is not None
    assert isinstance(published.value, datetime)
    assert timedelta(hours=2) == published.value.utcoffset()


def test_same_clock_with_two_zones_stays_open_without_witness() -> None:
    """Without a witness the clock is kept and the zone is called ambiguous."""
    head = (
        linked(datePublished="2025-06-30T15:59:30+02:00") + "<meta property='article:published_time' content='2025-06-30T15:59:30+00:00'>"
    )
    published = parse(page(head)).published
    assert published is not None
    assert (datetime(2025, 6, 30, 15, 59, 30), Zone.AMBIGUOUS, 2) == (published.value, published.zone, len(published.alternatives))


def test_utc_is_told_in_the_publishers_zone() -> None:
    """An evening story is "tomorrow" in UTC; the printed clock tells the publisher's zone."""
    published = parse(page(linked(datePublished="2024-12-07T01:30:00Z"), "<div>December 6, 2024, 8:30 PM</div>")).published
    assert published is not None
    assert isinstance(published.value, datetime)
    assert datetime(2024, 12, 7, 1, 30, tzinfo=timezone.utc) == published.value
    assert date(2024, 12, 6) == published.value.date()


@pytest.mark.parametrize(("clock", "exact"), [("10:59", True), ("21:29", True), ("10:52", False)])
def test_printed_clock_takes_the_zone_of_its_own_element(clock: str, *, exact: bool) -> None:
    """A `time` element may state in UTC what it shows in local time: whole quarters of an hour apart, and nothing else."""
    body = f"<time datetime='2025-06-30T15:59:00+00:00'>30 June 2025, {clock}</time>"
    published = parse(page(line=body)).published
    assert published is not None
    assert isinstance(published.value, datetime)
    assert exact == (published.value == datetime(2025, 6, 30, 15, 59, tzinfo=timezone.utc) if published.value.tzinfo else False)
    assert f"30 June 2025, {clock}" == published.text


def test_country_settles_zone() -> None:
    """The region of the page's language, or the domain of its host, tells which zone an ambiguous name means."""
    line = "<div>December 8, 2024 10:15 AM IST</div>"
    for published in (parse(page(line=line, lang="en-IN")).published, parse(page(line=line), url="https://example.in/a").published):
        assert published is not None
        assert isinstance(published.value, datetime)
        assert (timedelta(hours=5, minutes=30), Zone.STATED) == (published.value.utcoffset(), published.zone)
    unsettled = parse(page(line=line)).published
    assert unsettled is not None
    assert unsettled.zone is Zone.AMBIGUOUS


def test_time_survives_beside_an_update_in_its_line() -> None:
    """A line of two times is owned by one of them and tells both."""
    article = parse(page(line="<div>Published 6 December 2024 - Updated 7 December 2024</div>"))
    assert article.published is not None
    assert article.modified is not None
    assert (date(2024, 12, 6), date(2024, 12, 7)) == (article.published.value, article.modified.value)


def test_figures_take_the_order_of_the_document() -> None:
    """One date of the page that can be read in one order only decides for all."""
    line = "<div>02/03/2024</div>"
    assert date(2024, 3, 2) == _value(page(line=line, tail="<p>Open since 25/03/2023</p>", lang="en"))
    assert date(2024, 2, 3) == _value(page(line=line, tail="<p>Open since 03/25/2023</p>", lang="en"))
    assert date(2024, 3, 2) == _value(page(line=line, lang="de"))


def _value(source: str) -> object:
    published = parse(source).published
    return published.value if published is not None else None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/2023/12/22/slug", "2023-12-22"),
        ("https://example.org/2023/dec/22/slug", "2023-12-22"),
        ("https://example.org/news/20231222/slug", "2023-12-22"),
        ("https://example.org/slug-2023-12-22.html", "2023-12-22"),
        ("https://example.org/news/29-10-2021", "2021-10-29"),
    ],
)
def test_address_tells_the_day(address: str, expected: str) -> None:
    """A full date in the address is read in the forms that publishers use."""
    stamp = address_time(address)
    assert stamp is not None
    assert expected == str(stamp.value)


def test_address_of_a_month_invents_no_day() -> None:
    """Year and month give the precision of a month and no value."""
    published = parse(page(), url="https://example.org/2024/12/bridge").published
    assert published is not None
    assert (None, Precision.MONTH, "2024-12") == (published.value, published.precision, str(published.partial))


def test_address_goes_before_a_day_of_the_story_and_decides_the_order() -> None:
    """A full date in the address is surer than a day in the headline, and tells which figure is the month."""
    story = page(headline="Bridge over the Lenn opens on 5 June 2024")
    published = parse(story, url="https://example.org/2024/06/04/bridge").published
    assert published is not None
    assert date(2024, 6, 4) == published.value
    published = parse(page(line="<div>04/06/2024</div>"), url="https://example.org/2024/june/4/bridge").published
    assert published is not None
    assert (date(2024, 6, 4), ()) == (published.value, published.alternatives)
    assert published.span is not None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/story-12182022",
        "https://example.org/a/202312221",
        "https://example.org/?d=2023-12-22",
        "https://example.org/v/2.10.12",
    ],
)
def test_address_with_numbers_tells_nothing(address: str) -> None:
    """Numbers of stories are no dates."""
    assert address_time(address) is None


def test_address_takes_no_day_from_a_title() -> None:
    """The number that a title opens with is no day: the address tells the month alone."""
    stamp = address_time("https://example.org/2023/12/16-new-buses.html")
    assert stamp is not None
    assert (None, "2023-12") == (stamp.value, str(stamp.partial))


def test_two_witnesses_go_before_one() -> None:
    """A printed day that another stamp of publication tells too goes before JSON-LD that tells a third."""
    head = linked(datePublished="2024-01-06T09:30:00Z", dateModified="2024-02-01T09:30:00Z")
    second = "<meta property='article:published_time' content='2024-12-06T09:30:00Z'>"
    line = "<div class='date'>6 December 2024</div>"
    assert date(2024, 1, 6) == _day(page(head, line))
    assert date(2024, 1, 6) == _day(page(head + second))
    assert date(2024, 12, 6) == _day(page(head + second, line))


def _day(source: str) -> date | None:
    published = parse(source).published
    return published.value.date() if published is not None and isinstance(published.value, datetime) else None


def test_line_that_a_weak_witness_tells_too_goes_first() -> None:
    """Of two lines the one counts whose day a library's meta tells too, with what the surer of both says."""
    lines = "<div><p>Printed 25.Jun.2019 in Vol. 7, No. 6 of the journal, by four authors.</p><div class='date'>04.Apr.2019</div></div>"
    assert date(2019, 4, 4) == _value(page(line=lines))
    published = parse(page("<meta name='DC.Date' content='2019-06-25'>", lines)).published
    assert published is not None
    assert (date(2019, 6, 25), None) == (published.value, published.span)


def test_meta_of_a_system_is_known_by_its_words() -> None:
    """A meta counts by the words of its name; of two by one system the earlier is the first publication."""
    assert date(2025, 5, 27) == _day(page("<meta name='w-published-date' content='2025-05-27T06:03:43Z'>"))
    twice = "<meta name='published-time' content='2026-03-09T08:45:32Z'><meta name='published-date' content='2021-02-16'>"
    assert date(2021, 2, 16) == _value(page(twice))


def test_date_in_the_pages_menu_is_passed_over() -> None:
    """The last teaser of a menu in the page's head stands as near to the headline as the story's line, and is not its."""
    menu = "<header><div><div class='date'>4 December 2025</div></div></header>"
    source = page(line="<div>1 March 2017 by Agatha Doe, candidate</div>").replace("<nav>", menu + "<nav>")
    assert date(2017, 3, 1) == _value(source)


def test_page_set_in_a_form_is_read() -> None:
    """Some systems set the whole page in a form; the date line in it is one as elsewhere."""
    source = page(line="<div>6 December 2024</div>").replace("<main>", "<form><main>").replace("</main>", "</main></form>")
    assert date(2024, 12, 6) == _value(source)


def test_update_goes_before_a_day_of_the_prose() -> None:
    """Where only an update is stated, no day that the story tells stands in its place."""
    foot = "<p>You have until April 15, 2025 to tell the town what you think of the old bridge and of its keeper.</p>"
    source = page(line=foot, tail="<p>Page last modified Jan. 17, 2025</p>")
    assert date(2025, 1, 17) == _value(source)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('{"story":{"publishedAt":"2022-01-31T15:58:43+01:00","updatedAt":"2022-02-01T08:00:00+01:00"}}', date(2022, 1, 31)),
        (r'self.push("{\"created_at\": \"2019-03-02\"}")', date(2019, 3, 2)),
        ('{"a":{"published":"2022-01-31T15:58:43Z"},"b":{"published":"2020-05-01T10:00:00Z"}}', None),
        ('{"publisher":"2022-01-31"}', None),
    ],
)
def test_data_of_the_pages_scripts_stands_in(data: str, expected: date | None) -> None:
    """A page that tells its day nowhere else tells it by the data of its scripts, unsurely, and only if they tell one day."""
    source = page(tail=f"<script>window.state = {data}</script>")
    published = parse(source).published
    value = published.value if published is not None else None
    assert expected == (value.date() if isinstance(value, datetime) else value)
    assert published is None or published.confidence < 0.3
    assert date(2024, 12, 6) == _value(source.replace("</h1>", "</h1><div>6 December 2024</div>"))


def test_conflicting_days_are_reported() -> None:
    """Two confident days that differ are a conflict."""
    head = linked(datePublished="2024-12-06") + "<meta property='article:published_time' content='2023-01-05'>"
    assert ProblemKind.CONFLICT in {problem.kind for problem in parse(page(head)).problems}


def test_text_tells_the_time_beside_the_byline() -> None:
    """In a text the date behind the byline is found on exactly its characters."""
    text = (
        "Bridge over the Lenn opens\n\nBy Lenn bureau December 6, 2024\n\n"
        + "The long bridge over the river was opened to traffic on Monday.\n\n" * 5
    )
    published = parse(text).published
    assert published is not None
    assert published.span is not None
    assert (date(2024, 12, 6), "December 6, 2024", Zone.UNKNOWN) == (published.value, text[published.span.slice], published.zone)


def test_text_masthead_does_not_beat_the_date_line() -> None:
    """Today's date far above the headline is not the story's."""
    story = "The long bridge over the river was opened to traffic on Monday, nine years after the first stone was laid.\n\n" * 5
    text = f"Tuesday, November 25 2025\n\nHome\nSport\nWeather\n\nBridge over the Lenn opens after nine years of building\n\n6 December 2024\n\n{story}"
    published = parse(text).published
    assert published is not None
    assert date(2024, 12, 6) == published.value


def _post(names: str, tag: str = "blockquote") -> str:
    """Return a post of a social network as pages embed it."""
    return f"<{tag} class='{names}'><p>What a day on the Lenn</p>Jane Doe <time datetime='2019-03-04'>March 4, 2019</time></{tag}>"


POSTS = [_post("twitter-tweet"), _post("some-network"), _post("post-embed", "div"), _post("mastodon-status", "div")]
ENTRIES = "".join(
    f"<div><time datetime='2019-03-04T1{i}:00:00Z'>1{i}:00</time><h3>Entry {i} of the day</h3>{PROSE}</div>" for i in (5, 4, 3, 2)
)
COMMENT = "<div><b>Robert</b> <span>March 4, 2023 at 10:00 am</span><p>Nice bridge, I was there.</p></div>"


@pytest.mark.parametrize(
    "story",
    [
        *(page(line=post) for post in POSTS),
        *(page(line=f"<p>The mayor was there.</p>{PROSE}{post}") for post in POSTS),
        page(line=ENTRIES),
        *(page(tail=f"<section><h2>{heading}</h2>{COMMENT}</section>") for heading in ("2 Comments", "Opiniones", "More news")),
        page(tail="<section><h2>More</h2><a href='/b'><h3>Ferry sinks</h3></a><time datetime='2020-01-01'>1 January 2020</time></section>"),
        page().replace("<nav>", "<div>Tuesday, March 4, 2025</div><nav>"),
        page(line="<p>Offer expires 31 December 2025</p>"),
        page(line="<p>When: Saturday, March 4, 2023, 7 p.m.</p>"),
        page(line="<p>Deadline:</p><p>March 4, 2023</p>"),
        page(line="<p>March 4, 2023 - May 6, 2023</p>"),
        page(line="<p>Gültig bis 31.12.2025</p>", lang="de"),
        page(tail="<p>Printed on March 4, 2023</p>"),
        page(tail="<div>Site last updated: March 4, 2023</div>"),
        page(tail="<div>Posted in 2019 archive</div>"),
        page(line="<p>Jane Doe, member since March 4, 2012</p>"),
    ],
)
def test_times_of_other_things_are_no_publication(story: str) -> None:
    """Posts, entries of a live report, comments, cards, events, deadlines and the page itself have times that are not the story's."""
    assert parse(story).published is None


def test_label_on_a_line_of_its_own_tells_the_next() -> None:
    """A block that holds a label alone labels the date below it, and is no heading of other things."""
    article = parse(page(tail="<div><h3>Published</h3><p>August 30, 2024</p><h3>Last updated</h3><p>September 3, 2024</p></div>"))
    assert article.published is not None
    assert article.modified is not None
    assert (date(2024, 8, 30), date(2024, 9, 3)) == (article.published.value, article.modified.value)


def test_first_publication_outweighs_the_line_on_top() -> None:
    """A story that says when it was first published prints on top when it was changed."""
    foot = "<p>This article was originally published on 26 September 2019 but has been kept current.</p>"
    assert date(2019, 9, 26) == _value(page(line="<div class='date'>30 September 2022</div>", tail=foot))


def test_stamp_that_no_zone_brings_to_the_printed_day_is_outvoted() -> None:
    """Late in the evening in UTC the day before is over everywhere: two witnesses of that day go before the stamp."""
    head = linked(datePublished="2025-12-19T22:02:58Z") + "<meta name='dc.date.issued' content='2025-12-18'>"
    assert date(2025, 12, 18) == _value(page(head, "<div class='date'>December 18, 2025</div>"))


TEXT = "Bridge over the Lenn opens\n\n" + 3 * (
    "The long bridge over the river was opened to traffic on Monday after nine years of building, the mayor said.\n\n"
)


@pytest.mark.parametrize(
    "tail",
    [
        "What a day on the Lenn— Jane Doe (@janedoe) March 4, 2019\n\n",
        "Copyright 4 March 2023 The Lenn Courier\n",
        "Offer expires March 4, 2023\n",
        "Kommentare\n\nRobert Smith\n\n4. März 2023, 10:00 Uhr\n\nSchöne Brücke.\n",
    ],
)
def test_times_of_other_things_in_text_are_no_publication(tail: str) -> None:
    """In plain text posts, comments, rights and offers are known by their words alone."""
    assert parse(TEXT + tail).published is None


def test_item_with_an_offset_is_outvoted_by_the_printed_day() -> None:
    """Microdata with an offset tells its own day: a line and another witness that tell the next one go before it."""
    head = "<meta name='date' content='2021-10-28T13:21:30+01:00'>"
    line = "<meta itemprop='datePublished' content='2021-10-27T20:35:36+01:00'><div class='date'>28.10.2021</div>"
    assert datetime(2021, 10, 28, 13, 21, 30, tzinfo=timezone(timedelta(hours=1))) == _value(page(head, line, lang="de"))


def test_update_is_told_by_a_verb_behind_its_day() -> None:
    """German and its neighbours say it last: "Dieser Artikel wurde am … aktualisiert."."""
    story = "Der Rat beschloss am Montag, die alte Brücke zu sperren, und die Reederei will zwei Boote mehr fahren lassen, hieß es. " * 2
    article = parse(
        f"Alte Brücke wird gesperrt\n\n07.10.2025, 09:12 Uhr | Lesedauer: 2 Minuten\n\n{story}\n\n{story}\n\n"
        "Dieser Artikel wurde am 07.10.2025 um 11:40 Uhr aktualisiert.",
        source="text",
    )
    assert article.published is not None
    assert article.modified is not None
    assert datetime(2025, 10, 7, 9, 12) == article.published.value
    assert datetime(2025, 10, 7, 11, 40) == article.modified.value


def test_a_pages_only_recipe_tells_its_day() -> None:
    """The one recipe of a page is its story; several are those of a list."""
    recipe = '<script type="application/ld+json">{"@type":"Recipe","name":"Lenn cake","datePublished":"2006-10-10"}</script>'
    assert date(2006, 10, 10) == _value(page(recipe))
    assert _value(page(recipe + recipe.replace("Lenn cake", "Lenn bread").replace("2006", "2007"))) is None
