"""Phrases with a known effect on a byline: where one stands, and whether it can have its effect there."""

from __future__ import annotations

from attrs import define

from newsparse.grammar.bylines.lookup import opening
from newsparse.grammar.bylines.plain import name_leads, plain_leads
from newsparse.grammar.bylines.tokens import BARS, COLONS, Item, Kind, Token
from newsparse.grammar.bylines.words import ANY, Entry, Phrase, Word, words
from newsparse.grammar.names import begins_name
from newsparse.vocabulary import Role

__all__ = ["find_phrase"]
_PHOTOGRAPHER = Role.PHOTOGRAPHER


def find_phrase(tokens: list[Token], i: int, run: list[Token], items: list[Item]) -> tuple[Entry, int] | None:
    """Return the phrase that begins at a token and the index behind it; `None` when there is none."""
    token = tokens[i]
    if token.kind == Kind.NUMBER:
        return _number(tokens, i)
    lookup = words()
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        entries = lookup.phrases[token.key]
    else:
        if (not i or (token.low and tokens[i - 1].kind == Kind.DATE)) and _only_leads(tokens, i):
            return _WHOLE, i + 1
        if not run and (following.mark & Word.AND or following.text in "/+") and (stop := _both(tokens, i)):
            return _WHOLE, stop
        others, by_second = lookup.openings[token.key]
        entries = by_second.get(following.key, others) if following.text != "/" else lookup.phrases[token.key]
    for entry in entries:
        stop = _reach(entry, tokens, i)
        if stop and _fits(entry, _Spot(tokens, i, stop, run, items)):
            return entry, stop
    label = lookup.labels.get(token.key)
    return _paired(label, tokens, i, run, items) if label is not None and _may_label(tokens, i) else None


_WHOLE = Entry(("",), False, Phrase.LEAD, None)


def _only_leads(tokens: list[Token], i: int) -> bool:
    """Whether the word before a name can be nothing but a lead: "By Jane", "Von Jane Doe", "von jdoe"; not "Von Miller"."""
    first, named = tokens[i], tokens[i + 1]
    if first.key in plain_leads():
        return named.plain
    if first.key not in name_leads() or not (named.plain or first.low):
        return False
    behind = tokens[i + 2] if i + 2 < len(tokens) else None
    if behind is None or behind.kind != Kind.WORD:
        return first.low and named.kind == Kind.WORD
    return named.plain and behind.plain


def _both(tokens: list[Token], i: int) -> int:
    """Return the index behind two labels of one maker: "Story and photos by", "Text und Fotos:", "Text/Foto:"; 0 for any other."""
    if i + 3 >= len(tokens):
        return 0
    phrases = words().phrases
    first = phrases[tokens[i].key]
    for entry in phrases.get(tokens[i + 2].key, ()):
        text = entry.act == Phrase.LEAD
        if not text and entry.value is not _PHOTOGRAPHER:
            continue
        other = any(e.value is _PHOTOGRAPHER if text else e.act == Phrase.LEAD for e in first)
        if other and (stop := _reach(entry, tokens, i + 2)) and (entry.rest or tokens[stop - 1].kind == Kind.MARK):
            return stop
    return 0


def _paired(label: Entry, tokens: list[Token], i: int, run: list[Token], items: list[Item]) -> tuple[Entry, int] | None:
    """Return the label at `i` where two are printed without their colons, and the index behind it: "Text Anna Berg Foto Per Lund"."""
    if i == 0:
        others = (words().labels.get(tokens[j].key) for j in range(3, len(tokens)) if _may_label(tokens, j))
        if any(other is not None and other.value is not label.value for other in others):
            return label, 1
        return (label, 1) if _is_name_alone(tokens) else None
    apart = _ends_sentence(run) if run else tokens[i - 1].kind == Kind.MARK
    if apart and label.value is _PHOTOGRAPHER and i + 2 < len(tokens) and all(t.plain for t in tokens[i + 1 : i + 3]):
        return label, i + 1  # "Anna Rossi - Foto Marco Bianchi", "Anna Rossi. Foto Marco Bianchi"
    first = words().labels.get(tokens[0].key)
    pairs = first is not None and bool(items) and items[0].kind == _PHRASE and items[0].entry is not None
    return (label, i + 1) if pairs and first is not None and first.value is not label.value and len(run) != 1 else None


def _ends_sentence(run: list[Token]) -> bool:
    """Whether words end with a full stop that shortens nothing: "Anna Rossi."; not "Anna R."."""
    return len(run) > 1 and run[-1].text[-1] == "." and len(run[-1].text) > 4 and not run[-1].mark


def _is_name_alone(tokens: list[Token]) -> bool:
    """Whether a capitalised label opens the line and a name of two or three plain words is all that follows, or a slash: "Foto Per Lund"."""
    stop = next((j for j, token in enumerate(tokens) if token.text == "/"), len(tokens))
    return not tokens[0].low and not tokens[0].mark & _OF_MAKER and 2 < stop < 5 and all(token.plain for token in tokens[1:stop])


def _may_label(tokens: list[Token], i: int) -> bool:
    """Whether a name follows a word that is no part of one: capitals like the line's first word, or behind a mark."""
    if i + 1 >= len(tokens) or not begins_name(tokens[i + 1].text):
        return False
    return tokens[i].low == tokens[0].low or tokens[i - 1].kind == Kind.MARK


_COUNTED = Entry((), False, Phrase.NOISE, None)
_UNNAMED = Entry((), False, Phrase.OTHERS, None)


def _number(tokens: list[Token], i: int) -> tuple[Entry, int] | None:
    """Return a counter: "5 min read", "25 comments", "+55 more"; "4" in "SRF 4 News" is none."""
    if tokens[i].text.startswith("+"):
        stop = i + 1
        if stop < len(tokens) and tokens[stop].kind == Kind.NUMBER:
            return None  # a telephone number
        if stop < len(tokens) and tokens[stop].kind == Kind.WORD and not begins_name(tokens[stop].text):
            stop += 1
        return _UNNAMED, stop
    if i + 1 < len(tokens):
        if tokens[i + 1].key in words().unnamed and _ends_segment(tokens, i + 2):
            return _UNNAMED, i + 2  # "and 2 more"
        for entry in words().phrases.get(tokens[i + 1].key, ()):
            if entry.act in {Phrase.NOISE, Phrase.OTHERS} and (stop := _reach(entry, tokens, i + 1)):
                return (_COUNTED if entry.act == Phrase.NOISE else _UNNAMED), stop  # "and 3 others"
    return None


def _reach(entry: Entry, tokens: list[Token], i: int) -> int:
    """Return the index behind a phrase that begins at `i`, its colon included; 0 when it does not stand there."""
    j = i + 1
    for key in entry.rest:
        if j < len(tokens) and tokens[j].text == "/":  # "Autorin/Autor"
            j += 1
        if j >= len(tokens) or tokens[j].kind != Kind.WORD or (tokens[j].key != key and key != ANY):
            return 0
        j += 1
    at = j
    if j + 2 < len(tokens) and tokens[j].text == "[" and tokens[j + 2].text == "]":  # "Foto [M]:", a montage
        at = j + 3
    if at < len(tokens) and (tokens[at].text in COLONS or (tokens[at].text == "/" and _is_closed(tokens, at))):
        return at + 1
    return 0 if entry.colon else j


def _is_closed(tokens: list[Token], at: int) -> bool:
    """Whether a slash stands for a colon, as it does in Arabic: right behind the label, not before the next word."""
    return not tokens[at - 1].key.isascii() and tokens[at - 1].end == tokens[at].start and _is_parted(tokens, at)


def _is_parted(tokens: list[Token], at: int) -> bool:
    """Whether a space follows a mark."""
    return at + 1 < len(tokens) and tokens[at].end < tokens[at + 1].start


@define(eq=False)
class _Spot:
    """Where a phrase stands."""

    tokens: list[Token]
    i: int
    """Index of its first token."""
    stop: int
    """Index behind its last one."""
    run: list[Token]
    """The words directly before it."""
    items: list[Item]
    """What was found before those."""

    @property
    def has_colon(self) -> bool:
        """Whether it ends with a colon."""
        return self.tokens[self.stop - 1].kind == Kind.MARK

    @property
    def begins(self) -> bool:
        """Whether no words but phrases stand before it on the line."""
        return not self.run and _RUN not in [item.kind for item in self.items]

    @property
    def ends(self) -> bool:
        """Whether nothing or a separator follows."""
        return _ends_segment(self.tokens, self.stop)

    @property
    def is_dated(self) -> bool:
        """Whether a date or a number stands beside it."""
        tokens, i, stop = self.tokens, self.i, self.stop
        return (i > 0 and tokens[i - 1].kind in _FIGURES) or (stop < len(tokens) and tokens[stop].kind in _FIGURES)


_RUN, _PHRASE = Kind.RUN, Kind.PHRASE
_OF_MAKER = Word.TITLE | Word.DESK_HEAD | Word.ORGANIZATION
_FIGURES = frozenset((Kind.DATE, Kind.NUMBER))
_SEPARATORS = frozenset((Kind.MARK, Kind.DATE, Kind.BREAK, Kind.CONTACT))
_OF_TITLE = Word.HEAD | Word.RANK | Word.DESK_HEAD | Word.ORGANIZATION


def _ends_segment(tokens: list[Token], stop: int) -> bool:
    """Whether nothing or a separator stands at an index."""
    return stop >= len(tokens) or tokens[stop].kind in _SEPARATORS


def _fits(entry: Entry, spot: _Spot) -> bool:
    """Whether a phrase can have its effect where it stands."""
    act, run = entry.act, spot.run
    if act == Phrase.LEAD:
        return _lead_fits(spot)
    if act == Phrase.LABEL:
        # one bare word is a label only at the head of a segment: "photo" inside a run is not
        return bool(entry.rest) or spot.has_colon or (not run and not _is_acronym(spot.tokens, spot.i))
    if act == Phrase.NOISE:
        return _noise_fits(entry, spot)
    if act == Phrase.GENRE:
        if (
            spot.ends
            and not run
            and spot.items
            and (spot.items[-1].text in BARS or (spot.items[-1].text == "," and spot.stop == len(spot.tokens)))
        ):
            return True  # "Jane Doe | Opinion"
        return spot.begins and (bool(entry.rest) or spot.ends or not spot.tokens[spot.stop].mark & _OF_TITLE)  # not "Opinion Editor"
    if act == Phrase.CAPTION:
        aside = spot.items[-1].text if spot.items and not run and spot.ends else ""
        if not spot.items and not run and spot.stop < len(spot.tokens) and spot.tokens[spot.stop].text in {",", ":"}:
            return True  # "Left, Jane Doe"
        return aside == "(" or (aside == "," and spot.stop < len(spot.tokens) and spot.tokens[spot.stop].text == ",")
    if act == Phrase.CARD:
        if run and len(entry.rest) > 1:
            return True  # "Jane Doe View all posts by Jane Doe"
        return not run and (not spot.items or (bool(entry.rest) and spot.items[-1].kind == Kind.MARK))
    if act == Phrase.INTERVIEWEE:
        return not run and not spot.items
    if act == Phrase.NEVER:
        return bool(entry.rest) or (not run and spot.ends)
    if act == Phrase.SPONSORED:
        return (spot.ends or not run or begins_name(spot.tokens[spot.i].text)) if entry.rest else (spot.ends and not run)
    return bool(run) or bool(spot.items)  # contributed, reported, reached, others: something stands before


def _is_acronym(tokens: list[Token], i: int) -> bool:
    """Whether a word that joins is printed in capitals before one that is not: "*MIT* News"; not "MIT DPA"."""
    token = tokens[i]
    return bool(token.mark & Word.AND) and token.text.isupper() and i + 1 < len(tokens) and not tokens[i + 1].text.isupper()


def _lead_fits(spot: _Spot) -> bool:
    """Whether a lead word introduces people where it stands, and is no part of a name or of a sentence."""
    tokens, i, stop, run = spot.tokens, spot.i, spot.stop, spot.run
    if spot.has_colon:
        return stop < len(tokens)
    while stop < len(tokens) and (tokens[stop].kind == Kind.BREAK or tokens[stop].text in _BULLETS):
        stop += 1  # "By" on a line of its own, the name in a list below
    if stop >= len(tokens):
        return not run  # "Written by" and nothing else: a label without its name
    if tokens[stop].kind == Kind.MARK:
        return not run and tokens[stop].text in "|-–—"
    if stop - i > 1:
        return spot.begins or not (run and tokens[i].mark & (Word.ORGANIZATION | Word.SECTION))  # "NBC NEWS By Jane Doe"
    if tokens[i].mark & Word.NAME_LEAD:
        return _name_lead_fits(spot) if spot.begins else _is_placed(spot)
    if spot.begins:
        return True
    apart = i > 0 and tokens[i - 1].kind not in {Kind.WORD, Kind.CONTACT}
    capital = tokens[i].text[:1].isupper() and tokens[i].text[1:2].islower()
    return (not run and apart) or (capital and begins_name(tokens[stop].text)) or _is_placed(spot)


_BULLETS = frozenset("*•·⋅∙●◦▪")
_MAKERS = Word.DESK_HEAD | Word.OUR | Word.HEAD | Word.AGENCIES


def _name_lead_fits(spot: _Spot) -> bool:
    """Whether a lead word that is also a part of names is no part of one: "Von Anna Sleegers"; not "Von Miller"."""
    tokens, stop = spot.tokens, spot.stop
    following = [token for token in tokens[stop : stop + 2] if token.kind == Kind.WORD]
    if not following:
        return False
    first = following[0]
    if first.mark & (_MAKERS | Word.HONORIFIC) or first.key in words().agencies or _is_noble(tokens, stop):
        return True
    if len(following) == 1 and len(first.text) > 1 and first.text.isupper() and _is_slashed(tokens, stop + 1):
        return True  # "Von RND/dpa"
    if len(following) == 2 and (first.mark & Word.PARTICLE or (begins_name(following[1].text) and not following[1].mark & Word.AND)):
        return True
    # "by Na Mwandishi": a second lead
    return bool(spot.items) and spot.items[-1].kind == Kind.PHRASE and begins_name(first.text) and not begins_name(tokens[spot.i].text)


def _is_slashed(tokens: list[Token], i: int) -> bool:
    """Whether a slash and an agency stand at `i`."""
    return i + 1 < len(tokens) and tokens[i].text == "/" and tokens[i + 1].key in words().agencies


def _is_placed(spot: _Spot) -> bool:
    """Whether nothing but a place or a house stands before a lead: "Aus Istanbul von Anna Berg"."""
    return bool(spot.run) and all(item.kind in _SEPARATORS for item in spot.items) and opening(spot.run) > 0


def _is_noble(tokens: list[Token], i: int) -> bool:
    """Whether a first name, small words of nobility and a surname stand at `i`: "Heike von der Heydt"; not "Haus zu Haus"."""
    first = j = i + 1
    while j < len(tokens) and tokens[j].mark & Word.PARTICLE:
        j += 1
    return first < j < len(tokens) and begins_name(tokens[j].text) and begins_name(tokens[i].text) and tokens[j].key != tokens[i].key


def _noise_fits(entry: Entry, spot: _Spot) -> bool:
    """Whether a button or a counter stands here, and not a word of a name: "Charlotte Read" is a name."""
    if spot.run and spot.run[-1].low and spot.run[-1].mark & (Word.FOR | Word.IN) and spot.tokens[spot.i].text.isupper():
        return False  # "for TIME"
    if spot.has_colon and not spot.run:
        return True
    if not entry.rest and len(spot.tokens[spot.i].key) <= 3:
        return spot.is_dated
    if entry.rest:
        return True
    if spot.tokens[spot.i].mark & Word.ORGANIZATION and any(token.mark & Word.ORGANIZATION for token in spot.run):
        return False  # "Department of Health and Human Services"
    return len(spot.run) != 1 and (spot.is_dated or spot.ends or _more_noise(spot.tokens, spot.stop))


def _more_noise(tokens: list[Token], i: int) -> bool:
    """Whether nothing but buttons goes on to the segment's end: "Share Save"."""
    phrases = words().phrases
    while i < len(tokens) and tokens[i].kind == Kind.WORD:
        reached = [_reach(entry, tokens, i) for entry in phrases.get(tokens[i].key, ()) if entry.act == Phrase.NOISE]
        if not any(reached):
            return False
        i = max(reached)
    return True
