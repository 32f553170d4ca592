"""A byline cut into words and marks, and these into the items that the grammar works on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from attrs import define, field

from newsparse.grammar.credit_words import Entry, Phrase, Word, Words, key_of, words
from newsparse.grammar.names import begins_name

__all__ = ["Item", "Kind", "Token", "items_of", "tokens_of"]


class Kind(IntEnum):
    """What a token or an item is."""

    WORD = 0
    MARK = 1
    """A separator: comma, bar, dot, slash, dash, bracket, colon."""
    DATE = 2
    CONTACT = 3
    """An e-mail address or a handle."""
    LINK = 4
    """A web address."""
    NUMBER = 5
    PHRASE = 6
    """A phrase with a known effect; see `Item.entry`."""
    RUN = 7
    """Words that stand together."""
    BREAK = 8
    """A line's end."""


@define(eq=False)
class Token:
    """A word or a mark with its place."""

    kind: Kind
    text: str
    key: str
    start: int
    end: int


@define(eq=False)
class Item:
    """A mark, a date, a contact, a phrase, or a run of words."""

    kind: Kind
    start: int
    end: int
    text: str = ""
    entry: Entry | None = None
    tokens: list[Token] = field(factory=list)


# One alternative a token; none can match in two ways, so the cut is linear.
# A hyphen is a mark only when it stands alone: "Benit-Gbaffou" is one word.
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s|,;()<>]+)"  # "www.example.org"; not "wwwhat"
    r"|(?P<contact>[^\s@,;:|()<>/\[\]]{1,64}@[^\s@,;:|()<>/\[\]…]{1,80}…?|@[\w.]{1,40})"  # "jdoe@example.com", "@jdoe"; not "a @ b"
    r"|(?P<mark>[,;:|/•·⋅∙●◦▪—–()\[\]{}<>＜＞〈〉【】（）、，；：／＝=›»→←…⏎~*#✉]|-(?=\s|$)|_{2,})"
    r"|(?P<number>\+?\d[\d.:,]*(?=$|[\s|,;)]))"  # "5", "+55"; not "4th"
    r"|(?P<word>(?:[^\s,;:|/•·⋅∙●◦▪—–()\[\]{}<>＜＞〈〉【】（）、，；：／＝=›»→←…⏎~*#✉@])+)"
)
# Dumps glue the lead to the name: "ByJane Doe"; not "Byron", not "BYD".
_GLUED_LEAD = re.compile(r"\W{0,3}([Bb]y)(?=[A-Z][a-z])")
_KINDS = {"link": Kind.LINK, "contact": Kind.CONTACT, "mark": Kind.MARK, "number": Kind.NUMBER, "word": Kind.WORD}


def tokens_of(plain: str, dates: Sequence[tuple[int, int]] = (), breaks: frozenset[int] = frozenset()) -> list[Token]:
    """Return the tokens of a clean line; the ranges of `dates` are one token each, and spaces in `breaks` are line ends."""
    tokens: list[Token] = []
    position = 0
    for start, end in (*dates, (len(plain), len(plain))):
        if not tokens and (glued := _GLUED_LEAD.match(plain, position, start)) is not None:
            tokens.append(Token(Kind.WORD, glued[1], glued[1].lower(), glued.start(1), glued.end(1)))
            position = glued.end(1)
        for match in _TOKEN.finditer(plain, position, start):
            kind = _KINDS[match.lastgroup or "word"]
            text = match[0]
            at = match.start()
            key = key_of(text) if kind is Kind.WORD else text
            if not key:
                continue  # a full stop that stands alone
            if breaks and at - 1 in breaks:
                tokens.append(Token(Kind.BREAK, "\n", "", at - 1, at))
            if kind is Kind.WORD and (cut := _glue(text)):
                tokens.append(Token(kind, text[:cut], key_of(text[:cut]), at, at + cut))
                text, at = text[cut:], at + cut
                key = key_of(text)
            tokens.append(Token(kind, text, key, at, match.end()))
        if start < end:
            if breaks and start - 1 in breaks:
                tokens.append(Token(Kind.BREAK, "\n", "", start - 1, start))
            tokens.append(Token(Kind.DATE, plain[start:end], "", start, end))
        position = end
    return tokens


# Dumps drop the space between elements: "CarrPublished", "ThorntonNews"; "McDonald" and "AJLabs" are whole.
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z]{3})")
_GLUED_MARKS = Word.HEAD | Word.RANK


def _glue(text: str) -> int:
    """Return where a label or a title is glued to a name; 0 where nothing is."""
    if text.istitle() or text.islower() or text.isupper():
        return 0
    match = _HUMP.search(text, 2)
    if match is None:
        return 0
    lookup = words()
    key = key_of(text[match.start() :])
    if lookup.marks.get(key, 0) & _GLUED_MARKS or any(entry.act is Phrase.NOISE for entry in lookup.phrases.get(key, ())):
        return match.start()
    return 0


def items_of(tokens: list[Token]) -> list[Item]:
    """Return the items of a line: phrases found, and the words between them as runs."""
    lookup = words()
    items: list[Item] = []
    run: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind is Kind.WORD or token.kind is Kind.NUMBER:
            found = _phrase(lookup, tokens, i, run, items)
            if found is None:
                run.append(token)
                i += 1
                continue
            entry, stop = found
            _close(items, run)
            items.append(Item(Kind.PHRASE, token.start, tokens[stop - 1].end, " ".join(t.key for t in tokens[i:stop]), entry))
            i = stop
            continue
        if not _joins(tokens, i, run):
            _close(items, run)
            items.append(Item(token.kind, token.start, token.end, token.text))
        i += 1
    _close(items, run)
    return items


def _joins(tokens: list[Token], i: int, run: list[Token]) -> bool:
    """Whether a mark belongs to the words around it: the slash of "Autor/in" is no separator."""
    return tokens[i].text == "*" and bool(run)


def _close(items: list[Item], run: list[Token]) -> None:
    if run:
        items.append(Item(Kind.RUN, run[0].start, run[-1].end, tokens=run.copy()))
        run.clear()


def _phrase(lookup: Words, tokens: list[Token], i: int, run: list[Token], items: list[Item]) -> tuple[Entry, int] | None:
    """Return the phrase that begins at a token and the index behind it; `None` when there is none."""
    entries = lookup.phrases.get(tokens[i].key)
    if entries is None:
        if tokens[i].kind is Kind.NUMBER:
            return _number(lookup, tokens, i)
        return None
    for entry in entries:
        stop = _reach(entry, tokens, i)
        if stop and _fits(entry, tokens, i, stop, run, items):
            return entry, stop
    return None


_COUNTED = Entry((), False, Phrase.NOISE, None, "")
_UNNAMED = Entry((), False, Phrase.OTHERS, None, "")


def _number(lookup: Words, tokens: list[Token], i: int) -> tuple[Entry, int] | None:
    """Return a counter: "5 min read", "25 comments", "+55 more"; "4" in "SRF 4 News" is none."""
    if tokens[i].text.startswith("+"):
        stop = i + 1
        if stop < len(tokens) and tokens[stop].kind is Kind.NUMBER:
            return None  # a telephone number
        if stop < len(tokens) and tokens[stop].kind is Kind.WORD and not begins_name(tokens[stop].text):
            stop += 1
        return _UNNAMED, stop
    if i + 1 < len(tokens):
        for entry in lookup.phrases.get(tokens[i + 1].key, ()):
            if entry.act in {Phrase.NOISE, Phrase.OTHERS} and (stop := _reach(entry, tokens, i + 1)):
                return (_COUNTED if entry.act is Phrase.NOISE else _UNNAMED), stop  # "and 3 others"
    return None


def _reach(entry: Entry, tokens: list[Token], i: int) -> int:
    """Return the index behind a phrase that begins at `i`, its colon included; 0 when it does not stand there."""
    j = i + 1
    for key in entry.rest:
        if j < len(tokens) and tokens[j].text == "/":  # "Autorin/Autor"
            j += 1
        if j >= len(tokens) or tokens[j].kind is not Kind.WORD or tokens[j].key != key:
            return 0
        j += 1
    at = j
    if j + 2 < len(tokens) and tokens[j].text == "[" and tokens[j + 2].text == "]":  # "Foto [M]:", a montage
        at = j + 3
    if at < len(tokens) and tokens[at].text in {":", "："}:
        return at + 1
    return 0 if entry.colon else j


def _fits(entry: Entry, tokens: list[Token], i: int, stop: int, run: list[Token], items: list[Item]) -> bool:
    """Whether a phrase can have its effect where it stands."""
    act = entry.act
    colon = tokens[stop - 1].kind is Kind.MARK
    if act is Phrase.LEAD:
        return _lead_fits(tokens, i, stop, run, items, colon)
    if act is Phrase.LABEL:
        # one bare word is a label only at the head of a segment: "photo" inside a run is not
        return colon or bool(entry.rest) or not run
    if act is Phrase.GENRE:
        return (
            not run
            and not any(item.kind is Kind.RUN for item in items)
            and (bool(entry.rest) or _ends_segment(tokens, stop) or not _is_title(tokens, stop))
        )
    if act is Phrase.CARD or act is Phrase.INTERVIEWEE:
        return not run and not items
    if act is Phrase.NOISE:
        return _noise_fits(entry, tokens, i, stop, run, colon)
    if act is Phrase.NEVER:
        return (not run and _ends_segment(tokens, stop)) or bool(entry.rest)
    if act is Phrase.SPONSORED:
        return not run and (bool(entry.rest) or _ends_segment(tokens, stop))
    return bool(run) or bool(items)  # contributed, reported, reached, others: something stands before


def _is_title(tokens: list[Token], stop: int) -> bool:
    """Whether a job title goes on at a token: "Opinion Editor" is one, "Opinion Jane Doe" is not."""
    lookup = words()
    return stop < len(tokens) and bool(lookup.mark(tokens[stop].key) & (Word.HEAD | Word.RANK | Word.DESK_HEAD | Word.ORGANIZATION))


def _ends_segment(tokens: list[Token], stop: int) -> bool:
    """Whether nothing or a separator follows."""
    return stop >= len(tokens) or tokens[stop].kind in {Kind.MARK, Kind.DATE, Kind.BREAK}


def _lead_fits(tokens: list[Token], i: int, stop: int, run: list[Token], items: list[Item], colon: bool) -> bool:
    """Whether a lead word introduces people here and is no part of a name or of a sentence."""
    lookup = words()
    if colon:
        return stop < len(tokens)
    while stop < len(tokens) and (tokens[stop].kind is Kind.BREAK or tokens[stop].text in _BULLETS):
        stop += 1  # "By" on a line of its own, the name in a list below
    if stop >= len(tokens):
        return not run  # "Written by" and nothing else: a label without its name
    if tokens[stop].kind is Kind.MARK:
        return not run and tokens[stop].text in "|-–—"
    single = stop - i == 1
    begins = not run and not any(item.kind is Kind.RUN for item in items)
    part_of_name = single and bool(lookup.mark(tokens[i].key) & Word.NAME_LEAD)
    if begins:
        if not part_of_name:
            return True
        # "Von Miller" is a name; "Von Anna Sleegers" is a lead and a name
        following = [token for token in tokens[stop : stop + 2] if token.kind is Kind.WORD]
        if following and (
            lookup.mark(following[0].key) & (Word.DESK_HEAD | Word.OUR | Word.HEAD | Word.AGENCIES) or following[0].key in lookup.agencies
        ):
            return True
        return (
            (len(following) == 2 and not lookup.marks.get(following[1].key, 0) & Word.AND and begins_name(following[1].text))
            or (bool(following) and bool(items) and items[-1].kind is Kind.PHRASE and not begins_name(tokens[i].text))
            or (len(following) == 2 and following[0].key in _NOBLE)
        )
    if part_of_name:
        return False
    if not single:
        return True
    apart = i > 0 and tokens[i - 1].kind not in {Kind.WORD, Kind.CONTACT}
    return (not run and apart) or (tokens[i].text[:1].isupper() and tokens[i].text[1:2].islower() and begins_name(tokens[stop].text))


_BULLETS = frozenset("*•·⋅∙●◦▪")
_NOBLE = frozenset({"der", "den", "de", "van", "von", "dem", "al", "el", "la", "le", "da", "di", "du"})


def _noise_fits(entry: Entry, tokens: list[Token], i: int, stop: int, run: list[Token], colon: bool) -> bool:
    """Whether a button or a counter stands here, and not a word of a name: "Charlotte Read" is a name."""
    if colon and not run:
        return True
    beside = (i > 0 and tokens[i - 1].kind in {Kind.DATE, Kind.NUMBER}) or (
        stop < len(tokens) and tokens[stop].kind in {Kind.DATE, Kind.NUMBER}
    )
    if not entry.rest and len(tokens[i].key) <= 3:
        return beside
    if not run:
        return True if entry.rest or beside else _ends_segment(tokens, stop)
    if entry.rest:
        return True
    return (beside and len(run) > 1) or (len(run) > 1 and _ends_segment(tokens, stop))
