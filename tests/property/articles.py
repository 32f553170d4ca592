"""Articles of every sort, made from the model and not from a source."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

from hypothesis import strategies as st

from newsparse.model import (
    Access,
    Article,
    Attribution,
    Byline,
    Contributor,
    Crosshead,
    Dateline,
    Deck,
    Embed,
    Figure,
    Headline,
    Kicker,
    ListItem,
    LiveUpdate,
    Note,
    Paragraph,
    PartialDate,
    Place,
    Quote,
    Relative,
    Section,
    Table,
    Text,
    Timestamp,
)
from newsparse.text import clean
from newsparse.vocabulary import ContributorKind, NoteKind, Precision, Role, Zone

_MARKS = st.sampled_from(
    list("*_[]<>|~{}()#-+=!1.\\`&\"':/@ .") + ["1. ", "# ", "{.live}", "](<", "]]>", "---", "<!--", "é", "م", "漢", "😀"]
)
texts = st.lists(st.one_of(_MARKS, st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=12).map(
    lambda parts: clean("".join(parts))
)
words = texts.filter(bool)
maybe = st.none() | words
addresses = st.from_regex(r"https://example\.org/[a-z0-9/?=&_.()-]{0,20}", fullmatch=True)


@st.composite
def moments(draw: st.DrawFn) -> Timestamp:
    """Return a moment whose value, precision and zone agree."""
    precision = draw(st.sampled_from(list(Precision)))
    value: Any = draw(st.dates(date(1000, 1, 1)))
    zone = Zone.UNKNOWN
    if precision is Precision.YEAR:
        value = value.replace(month=1, day=1)
    elif precision is Precision.MONTH:
        value = value.replace(day=1)
    elif precision is not Precision.DAY:
        stated = draw(st.booleans())
        zone = Zone.STATED if stated else Zone.UNKNOWN
        value = draw(st.datetimes(datetime(1000, 1, 1), timezones=st.just(timezone.utc) if stated else st.none()))  # noqa: DTZ001
        cut = {Precision.HOUR: {"minute": 0, "second": 0, "microsecond": 0}, Precision.MINUTE: {"second": 0, "microsecond": 0}}
        value = value.replace(**cut.get(precision, {"microsecond": 0}))
    return Timestamp(draw(words), value=value, precision=precision, zone=zone)


unresolved = st.builds(
    Timestamp,
    words,
    relative=st.builds(Relative, st.integers(0, 60), st.sampled_from(["minute", "hour", "day"])),
    partial=st.none() | st.builds(PartialDate, month=st.integers(1, 12), day=st.integers(1, 28)),
)
places = st.builds(Place, words, maybe, maybe)


@st.composite
def people(draw: st.DrawFn) -> Contributor:
    """Return somebody credited."""
    kind = draw(st.sampled_from(list(ContributorKind)))
    return Contributor(
        draw(words),
        kind=kind,
        roles=tuple(draw(st.lists(st.sampled_from(list(Role)), min_size=1, max_size=2, unique=True))),
        title=draw(maybe),
        affiliation=draw(maybe),
        place=draw(maybe),
        contact=tuple(draw(st.lists(words | st.just("jane@example.org"), max_size=2))),
        honorific=draw(maybe) if kind is ContributorKind.PERSON else None,
        url=draw(st.none() | addresses),
        display_name=draw(maybe),
    )


contributors = st.lists(people(), max_size=3, unique_by=lambda person: person.name).map(tuple)
captions = st.none() | st.builds(Text, words)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Return a picture whose text is its caption and credit."""
    caption, credit = draw(captions), draw(captions)
    text = " ".join(part.text for part in (caption, credit) if part is not None)
    return Figure(text, url=draw(st.none() | addresses), alt=draw(maybe), caption=caption, credit=credit, lead=draw(st.booleans()))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table whose text is its cells in reading order."""
    wide = draw(st.integers(1, 3))
    rows = tuple(tuple(draw(st.lists(texts, min_size=wide, max_size=wide))) for _ in range(draw(st.integers(1, 3))))
    text = " ".join(cell for row in rows for cell in row if cell)
    return Table(text, rows=rows) if text else Table(draw(words))


blocks = st.one_of(
    st.builds(Paragraph, words),
    st.builds(Crosshead, words, level=st.integers(1, 6)),
    st.builds(ListItem, words, ordered=st.booleans(), level=st.integers(1, 3)),
    st.builds(Quote, words, pull=st.booleans()),
    tables(),
    st.builds(Embed, texts, url=addresses, provider=maybe),
    st.builds(LiveUpdate, words, time=st.none() | moments(), author=maybe),
)
bylines = st.builds(Byline, words, contributors=contributors, raw=words, truncated=st.booleans(), genre=maybe)
sections = st.lists(words, min_size=1, max_size=3).map(lambda names: Section(names[-1], names=tuple(names)))
datelines = st.builds(
    Dateline,
    words,
    places=st.lists(places, max_size=2).map(tuple),
    agency=maybe,
    date=st.none() | st.builds(PartialDate, day=st.integers(1, 28)),
)
accesses = st.builds(
    Access,
    st.sampled_from(["free", "metered", "locked"]),
    declared=st.none() | st.booleans(),
    tier=st.none() | st.sampled_from(["free", "locked"]),
)

articles = st.builds(
    Article,
    url=st.none() | addresses,
    headline=st.none() | st.builds(Headline, words),
    kicker=st.none() | st.builds(Kicker, words),
    deck=st.none() | st.builds(Deck, words),
    section=st.none() | sections,
    byline=st.none() | bylines,
    contributors=contributors,
    dateline=st.none() | datelines,
    published=st.none() | moments() | unresolved,
    modified=st.none() | moments(),
    body=st.lists(blocks, max_size=6).map(tuple),
    figures=st.lists(figures(), max_size=2).map(tuple),
    notes=st.lists(st.builds(Note, words, kind=st.sampled_from(list(NoteKind))), max_size=3).map(tuple),
    language=captions,
    publisher=captions,
    canonical_url=st.none() | st.builds(Text, addresses),
    tags=st.lists(st.builds(Text, words), max_size=3).map(tuple),
    access=st.none() | accesses,
    attribution=st.none() | st.builds(Attribution, words),
)
"""Any article as somebody might build one by hand: no source, no spans."""
