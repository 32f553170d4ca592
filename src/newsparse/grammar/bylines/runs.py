"""A run of words cut into pieces: names, titles, places, agencies, employers, parts of a newsroom."""

from __future__ import annotations

from functools import lru_cache

from newsparse.addresses import is_site
from newsparse.grammar.bylines.desks import read_agency, read_desk, team_end
from newsparse.grammar.bylines.joints import joins, read_from_house, read_of, read_place
from newsparse.grammar.bylines.lookup import agency_end, is_city, longest, title_end
from newsparse.grammar.bylines.pieces import Piece, PieceKind, Run
from newsparse.grammar.bylines.titles import is_article, read_our_title, read_title
from newsparse.grammar.bylines.tokens import Token, is_known, word_at
from newsparse.grammar.bylines.words import Word, words
from newsparse.grammar.names import begins_name

__all__ = ["pieces_of"]

_OF_TITLE = Word.RANK | Word.TITLE
_INSIDE_HOUSE = Word.OF | Word.INSIDE | Word.AND
_BEFORE_PLACE = Word.IN | Word.FOR


def pieces_of(tokens: list[Token], *, tail: bool = False, after_title: bool = False) -> list[Piece]:
    """Return the pieces of a run, in order.

    Args:
        tokens: its words.
        tail: whether it follows somebody and a mark, so that it may be a title or an employer.
        after_title: whether it follows a title and an "and".
    """
    if tokens[-1].mark and not tokens[0].plain:  # nobody's name: titles and houses come again and again
        cuts = _cuts(tuple([token.text for token in tokens]), tail, after_title)
        if cuts is not None:
            return [Piece(kind, tokens[start:stop], plain) for kind, start, stop, plain in cuts]
    return _cut(Run(tokens, tail=tail, after_title=after_title))


# A row is a few hundred bytes, and no site has more titles.
@lru_cache(maxsize=2048)
def _cuts(texts: tuple[str, ...], tail: bool, after_title: bool) -> tuple[tuple[int, int, int, bool], ...] | None:
    """Return the kinds of a run's pieces, from and to which word they go, and whether they are plain; `None` where a word is cut or a number."""
    if any(text[0].isdigit() or text[0] == "+" for text in texts):
        return None
    tokens = [word_at(text, k, k) for k, text in enumerate(texts)]
    pieces = _cut(Run(tokens, tail=tail, after_title=after_title))
    rows = [(piece.kind, piece.tokens[0].start, piece.tokens[0].start + len(piece.tokens), piece.plain) for piece in pieces]
    whole = all(piece.tokens == tokens[start:stop] for piece, (_, start, stop, _) in zip(pieces, rows, strict=True))
    return tuple(rows) if whole else None


def _cut(run: Run) -> list[Piece]:
    """Return the pieces of a run that nothing has been read of."""
    tokens = run.tokens
    i, end = 0, len(tokens)
    while i < end:
        token = tokens[i]
        # a plain word can be nothing but a part of a name
        if token.plain or not (stop := _read_special(run, i, token)):
            run.name.append(token)
            i += 1
        else:
            i = stop
    if len(run.name) > 3 and run.is_fresh and (size := _size_before_house(run.name)):
        house, run.name = run.name[size:], run.name[:size]
        run.end_name()
        run.found.append(Piece(PieceKind.EMPLOYER, house))
    run.end_name()
    return run.found


def _size_before_house(name: list[Token]) -> int:
    """Return how many of four words or more stand before a house that opens with its city: 2 of "Jane Doe Detroit Free Press"; 0 without one."""
    if not name[-1].mark & Word.ORGANIZATION:
        return 0
    texts = [token.text for token in name]
    for size in (2, 3):
        if not all(token.plain or token.text[1:] == "." for token in name[:size]) or is_city(" ".join(texts[:size])):
            return 0
        if any(is_city(" ".join(texts[size:stop])) for stop in range(size + 1, min(len(name), size + 4))):
            return size
    return 0


def _read_special(run: Run, i: int, token: Token) -> int:
    """Read what is no part of a name at `i`; return the index behind, 0 when the word goes on with the name."""
    tokens, lookup, key, mark = run.tokens, words(), token.key, token.mark
    if not mark and not token.low and key.isascii() and key.isalpha() and not is_known(key):
        return 0  # "DOE": a name's, in capitals
    if run.name and mark & _INSIDE_HOUSE and _goes_on(run, i):
        return 0
    if run.name and " " in token.text and is_city(token.text):
        return run.add(PieceKind.PLACE, i, i + 1)  # "Jane Doe Frankfurt am Main"
    if (key in lookup.agencies or "-" in key or "'" in key) and (stop := agency_end(tokens, i)):
        return read_agency(run, i, stop)
    desk = key in lookup.desks or mark & Word.DESK_HEAD
    if desk and not _is_rank(tokens, i + 1) and (stop := read_desk(run, i)):
        return stop
    if mark & Word.AND and joins(run, i):
        stop = run.add(PieceKind.AND, i, i + 1)
        return stop + (
            i + 2 < len(tokens) and is_article(tokens[stop]) and not (tokens[stop].key == "the" and agency_end(tokens, i + 2))
        )  # "and the Herald staff"
    opens = mark & Word.AGENCIES and (run.is_fresh or mark & Word.HOUSE_FIRST)
    if opens and not (run.name or token.low) and i + 2 == len(tokens) and (tokens[i + 1].plain or tokens[i + 1].text.isupper()):
        return run.add(PieceKind.AGENCY, i, i + 2)  # "Agencia Reforma"
    if mark & Word.AGENCIES and not run.name and i + 1 < len(tokens) and (stop := agency_end(tokens, i + 1)):
        return run.add(PieceKind.AGENCY, i, stop)  # "Agentur Reuters"
    if mark & Word.AGENCIES and not run.name:
        stop = title_end(tokens, i + 1) if run.is_fresh and i + 1 < len(tokens) else 0
        stop = stop or (longest(words().desks, tokens, i + 1) if i + 1 < len(tokens) and not tokens[i + 1].low else 0)
        return run.add(PieceKind.DESK, i, stop if stop == len(tokens) else i + 1)  # "Agency Reporter", "Agency Staff"
    if mark & Word.PARTNER and run.name and run.name[-1].mark & Word.AND:
        return 0  # "Marshall & Partners"
    if mark & Word.OUR:
        if i + 1 < len(tokens) and tokens[i + 1].mark & Word.AGENCIES and not run.name and (token.low or not mark & Word.ARTICLE):
            return i + 1  # "und unseren Agenturen"
        if stop := read_our_title(run, i):
            return stop
    if (mark & _OF_TITLE or key in lookup.titles or key in lookup.ranks) and (stop := read_title(run, i)):
        return stop
    if (mark & _BEFORE_PLACE or key in lookup.places or key in lookup.houses) and (stop := read_place(run, i)):
        return stop
    if token.low and (stop := _read_low(run, i, token)):
        return stop
    if mark & Word.OF and not token.low and (stop := read_from_house(run, i)):
        return stop
    return _read_possessive(run, i, token) or _read_joined(run, i, token)


def _is_rank(tokens: list[Token], i: int) -> bool:
    """Whether a short form of address stands at `i`: "Staff *Sgt.* Jane Doe"."""
    return i + 1 < len(tokens) and bool(tokens[i].mark & Word.HONORIFIC) and tokens[i].text[-1] == "."


def _read_low(run: Run, i: int, token: Token) -> int:
    """Read a word in lower case at `i` that is no part of a name; return the index behind, 0 for one that is."""
    tokens, mark = run.tokens, token.mark
    if mark & (Word.RANK | Word.TEAM) and run.name and run.name[-1].mark & Word.ORGANIZATION and (stop := team_end(tokens, i)):
        run.found.append(Piece(PieceKind.DESK, run.take_name() + tokens[i:stop]))  # "the Gazette data team"
        return stop
    if mark & Word.ARTICLE and len(token.key) > 1 and not run.name and _opens_house(tokens, i + 1):
        return i + 1
    if mark & Word.WHO and (run.found or (run.tail and not run.name)):
        return run.add(PieceKind.CLAUSE, i, len(tokens))
    if mark & Word.AT and (stop := read_of(run, i) or read_from_house(run, i)):
        return stop
    if not mark & Word.PARTICLE and not _is_name(run, i):
        return run.add(PieceKind.LOW, i, i + 1)
    return 0


def _goes_on(run: Run, i: int) -> bool:
    """Whether the name of a house goes on behind a small word: "Center for Health and Welfare Policy"."""
    tokens = run.tokens
    if i + 1 >= len(tokens) or not tokens[i].low:
        return False
    if not (begins_name(tokens[i + 1].text) or tokens[i + 1].mark & _INSIDE_HOUSE):
        return False
    if i == 1 and run.is_fresh and tokens[i].key == "of":
        return True  # "City of Harrow"
    if run.tail and run.name[0].text[1:2] == "." and len(run.name[0].text) > 3 and tokens[-1].mark & Word.ORGANIZATION:
        return True  # ", U.S. National Oceanic and Atmospheric Administration"
    if not any(token.mark & (Word.ORGANIZATION | Word.DESK_HEAD) for token in run.name):
        return False
    return not tokens[i].mark & Word.AND or any(token.mark & (Word.OF | Word.INSIDE) for token in run.name)


def _opens_house(tokens: list[Token], i: int) -> bool:
    """Whether a form of address or the name of a house follows an article: "the *Rev.* Jane Doe", "the *Center* for Peace"."""
    if i + 1 >= len(tokens) or not begins_name(tokens[i].text):
        return False
    return bool(tokens[i].mark & Word.HONORIFIC) or any(token.mark & Word.ORGANIZATION and not token.low for token in tokens[i : i + 4])


def _is_name(run: Run, i: int) -> bool:
    """Whether a word in lower case stands as a name: a site, or a run without any capital ("viktor hedlund")."""
    text = run.tokens[i].text
    return (
        "." in text.strip(".")
        or text[-1:].isdigit()
        or text[:1].isdigit()  # "3i Global"
        or bool(run.tokens[i].mark & Word.HONORIFIC and i and run.tokens[i - 1].mark & Word.HONORIFIC)  # "Dr. med."
        or is_site(text)
        or not any(begins_name(token.text) for token in run.tokens)
        # "bnm Gulf bureau": a brand in lower case at the head of a desk
        or (i == 0 and any(token.mark & Word.DESK_HEAD for token in run.tokens[1:]))
        or (text[1:2] in {"'", "’"} and text[2:3].isupper())  # "d'Arcy"
        or ("-" in text and not text.islower())
        or (bool(run.name and run.tokens[i].mark & Word.TEAM) and run.is_fresh and i + 1 == len(run.tokens))  # "BBC Verify team"
        # "Українська правда", "Dagens nyheter": languages print the noun of a house small
        or (bool(run.name and run.tokens[i].mark & Word.ORGANIZATION) and (run.tail or not text.isascii()) and i + 1 == len(run.tokens))
    )


def _read_possessive(run: Run, i: int, token: Token) -> int:
    """Read the house of "ESPN's Ramona Shelburne" at `i`; return the index behind, 0 when there is none."""
    if not token.text.endswith(("'s", "’s")) or len(run.name) > 2:
        return 0
    if i + 2 >= len(run.tokens) or not begins_name(run.tokens[i + 1].text):
        return 0
    if run.tokens[i + 1].mark & Word.ORGANIZATION and not title_end(run.tokens, i + 1):
        return 0  # "King's College"
    run.name.append(word_at(token.text[:-2], token.start, token.end - 2))
    run.end_name(PieceKind.EMPLOYER)
    return i + 1


def _read_joined(run: Run, i: int, token: Token) -> int:
    """Read a name with an "and" written as its first letter, as Arabic and Hebrew do; return the index behind, 0 without one."""
    lookup = words()
    if len(run.name) < 2 or len(token.text) < 4 or not token.text.startswith(lookup.prefixes) or token.key in lookup.whole:
        return 0
    run.end_name()
    run.found.append(Piece(PieceKind.AND, [token]))
    run.name.append(word_at(token.text[1:], token.start + 1, token.end))
    return i + 1
