"""Made-up articles of every shape."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

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
    Section,
    Table,
    Text,
    Timestamp,
)  # fmt: skip
from newsparse.vocabulary import ContributorKind, NoteKind, Precision, Role, Zone

WORDS = st.lists(
    st.sampled_from(["Fish", "&", "chips", "<b>", "“9”", "Äß", "北京", "دمشق", "]]>", "o'clock", "\U0001f600", "100%"]),
    min_size=1,
    max_size=5,
).map(" ".join)
ADDRESS = st.sampled_from(["https://example.org/a", "https://example.org/b?x=1&y=2"])
MAYBE = st.none() | WORDS


def _stamp(value: date | datetime) -> Timestamp:
    if not isinstance(value, datetime):
        return Timestamp(value.isoformat(), value=value)
    precision = Precision.SECOND if value.second else Precision.MINUTE
    return Timestamp("stated", value=value, precision=precision, zone=Zone.STATED if value.tzinfo else Zone.UNKNOWN)


DATES = st.dates(date(1890, 1, 1), date(2100, 1, 1))
CLOCKS = st.datetimes(
    datetime(1890, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.none() | st.sampled_from([timezone.utc, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=30))]),
)
STAMPS = (DATES | CLOCKS.map(lambda value: value.replace(microsecond=0))).map(_stamp)
PEOPLE = st.builds(
    Contributor,
    name=WORDS,
    kind=st.sampled_from(ContributorKind),
    roles=st.lists(st.sampled_from(Role), min_size=1, max_size=2, unique=True).map(tuple),
    title=MAYBE,
    affiliation=MAYBE,
    place=MAYBE,
    contact=st.sampled_from([(), ("a@example.org",), ("@handle", "b@example.org")]),
    honorific=st.none() | st.just("Dr."),
    url=st.none() | ADDRESS,
    display_name=MAYBE,
)
BLOCKS = st.one_of(
    st.builds(Paragraph, WORDS),
    st.builds(Crosshead, WORDS, level=st.integers(1, 6)),
    st.builds(ListItem, WORDS, ordered=st.booleans(), level=st.integers(1, 3)),
    st.builds(Quote, WORDS, pull=st.booleans()),
    st.builds(Table, WORDS, rows=st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)),
    st.builds(Embed, WORDS, url=st.none() | ADDRESS),
    st.builds(LiveUpdate, WORDS),
)
TEXTS = st.builds(Text, WORDS)
FIGURES = st.builds(
    Figure, WORDS, url=st.none() | ADDRESS, alt=MAYBE, caption=st.none() | TEXTS, credit=st.none() | TEXTS, lead=st.booleans()
)
PARTIAL = st.sampled_from([PartialDate(2024, 12, 5), PartialDate(None, 12, 5), PartialDate(None, None, 5)])
DATELINES = st.builds(
    Dateline, WORDS, places=st.lists(st.builds(Place, WORDS, MAYBE, MAYBE), max_size=2).map(tuple), agency=MAYBE, date=st.none() | PARTIAL
)
ARTICLES = st.builds(
    Article,
    url=st.none() | ADDRESS,
    headline=st.none() | st.builds(Headline, WORDS),
    kicker=st.none() | st.builds(Kicker, WORDS),
    deck=st.none() | st.builds(Deck, WORDS),
    section=st.none() | st.builds(Section, WORDS, names=st.lists(WORDS, max_size=3).map(tuple)),
    byline=st.none() | st.builds(Byline, WORDS),
    contributors=st.lists(PEOPLE, max_size=3, unique_by=lambda person: person.name).map(tuple),
    dateline=st.none() | DATELINES,
    published=st.none() | STAMPS,
    modified=st.none() | STAMPS,
    body=st.lists(BLOCKS, max_size=5).map(tuple),
    figures=st.lists(FIGURES, max_size=2).map(tuple),
    notes=st.lists(st.builds(Note, WORDS, kind=st.sampled_from(NoteKind), date=st.none() | STAMPS), max_size=2).map(tuple),
    language=st.none() | st.just(Text("en")),
    publisher=st.none() | TEXTS,
    canonical_url=st.none() | ADDRESS.map(Text),
    tags=st.lists(TEXTS, max_size=3).map(tuple),
    access=st.none()
    | st.builds(Access, st.sampled_from(["free", "locked"]), declared=st.none() | st.booleans(), tier=st.none() | st.just("metered")),
    attribution=st.none() | st.builds(Attribution, WORDS),
)
