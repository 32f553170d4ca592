"""Agencies and parts of newsrooms inside a run of words."""

from __future__ import annotations

from newsparse.addresses import is_site
from newsparse.grammar.bylines.lookup import is_city, is_house_of, is_place, longest, title_end
from newsparse.grammar.bylines.pieces import Piece, PieceKind, Run, case_change
from newsparse.grammar.bylines.titles import GOES_ON, is_article
from newsparse.grammar.bylines.tokens import Kind, Token, word_at
from newsparse.grammar.bylines.words import Word, words
from newsparse.grammar.names import begins_name

__all__ = ["read_agency", "read_desk", "team_end"]

_OF_AGENCY = Word.ORGANIZATION | Word.AGENCIES
_NO_HOUSE = Word.HEAD | Word.AND


def read_agency(run: Run, i: int, stop: int) -> int:
    """Read an agency from `i` to `stop`, with a newsroom's part or a section of it; return the index behind."""
    tokens = run.tokens
    if tokens[i].text[1:2] in {"'", "’"}:  # "l'AFP"
        run.end_name()
        run.found.append(Piece(PieceKind.AGENCY, [word_at(tokens[i].text[2:], tokens[i].start + 2, tokens[i].end)]))
        return stop
    if run.name and all(token.mark & _OF_AGENCY for token in run.name):
        i -= len(run.name)  # "Agencia EFE"
        run.name.clear()
    if len(run.name) == 1 and run.name[0].key == "the":
        run.name.clear()
        i -= 1
    if stop == len(tokens):
        return run.add(PieceKind.AGENCY, i, stop)
    last = stop + 1 == len(tokens)
    staff = (
        not run.tail and bool(tokens[-1].mark & Word.DESK_HEAD) and all(token.mark & Word.RANK for token in tokens[stop:])
    )  # "Sports Staff"
    if not run.name and (staff or longest(words().desks, tokens, stop) == len(tokens)):
        return run.add(PieceKind.DESK, i, len(tokens))
    if last and tokens[stop].mark & Word.SECTION:
        return run.add(PieceKind.AGENCY, i, len(tokens))
    if last and not title_end(tokens, stop) and _is_branch(tokens[stop]):
        stop += 1
    return run.add(PieceKind.AGENCY, i, stop)


def _is_branch(token: Token) -> bool:
    """Whether the last word behind an agency's name is its branch: "AFP Deutschland", "Reuters Health"; not "Reuters London"."""
    return (
        not token.mark & (Word.IN | Word.AND | Word.FOR)
        and begins_name(token.text)
        and not is_city(token.text)
        and not token.text.isupper()
    )


def read_desk(run: Run, i: int) -> int:
    """Read the part of a newsroom whose noun stands at `i`; return the index behind, 0 when it is somebody's title or a house."""
    tokens = run.tokens
    stop = longest(words().desks, tokens, i) or (i + 1 if tokens[i].mark & Word.DESK_HEAD else 0)
    if not stop or _is_other(run, i, stop):
        return 0
    house = run.house_before()
    if house and len(run.name) - house >= 2 and not run.tail:  # "Adam Sennott Globe Staff"
        owner = run.name[-house:]
        del run.name[-house:]
        run.end_name()
        run.found.append(Piece(PieceKind.TITLE, owner + tokens[i:stop]))
        return stop
    joined = bool(run.found) and run.found[-1].kind == PieceKind.AND  # "…, John Roe and the Herald staff"
    if run.tail and not (run.after_title or joined):
        return _read_tail(run, i, stop)
    if len(run.found) > 1 and run.found[-1].kind == PieceKind.AND and run.found[-2].kind == PieceKind.TITLE:
        # "Globe Staff and Globe Correspondent": a title for each
        run.found.append(Piece(PieceKind.TITLE, run.take_name() + tokens[i:stop]))
        return stop
    if tokens[stop - 1].mark & Word.TITLE:
        if len(run.name) >= 2 and (not house or case_change(run.name)):
            return 0  # "Cam Kettles Staff Writer": somebody's title
        if len(run.name) < 2 and stop < len(tokens) and begins_name(tokens[stop].text):
            return 0  # "Staff writer Cam Kettles"
    elif (not run.found or run.found[-1].kind == PieceKind.AND) and all(is_article(token) or token.mark & Word.OUR for token in run.name):
        stop = _house_end(tokens, stop)
        if run.is_fresh and tokens[0].mark & Word.ARTICLE and stop + 1 == len(tokens) and tokens[stop].low and not tokens[stop].mark:
            stop += 1  # "La rédaction numérique"
    run.found.append(Piece(PieceKind.DESK, run.take_name() + tokens[i:stop]))
    return stop


def team_end(tokens: list[Token], i: int) -> int:
    """Return the index behind the noun of a team in lower case and its beats: "data team", "politics desk"; 0 for any other word."""
    while i < len(tokens) and tokens[i].mark & Word.RANK:
        i += 1
    return i + 1 if i < len(tokens) and tokens[i].low and tokens[i].mark & (Word.TEAM | Word.DESK_HEAD) else 0


def _is_other(run: Run, i: int, stop: int) -> bool:
    """Whether the noun of a newsroom's part, from `i` to `stop`, is a part of something else: a house or a longer title."""
    tokens = run.tokens
    if stop == i + 1 and tokens[i].mark & Word.ORGANIZATION and not run.tail and not all(is_article(token) for token in run.name):
        return True  # "Express News Service"
    if is_house_of(tokens, i, stop):
        return True  # "Bureau of Labor Statistics"
    end = title_end(tokens, i)
    if run.is_fresh and i == 0 and stop == 1 and tokens[0].mark & Word.RANK and end:
        return True
    return bool(run.name or run.tail) and end > stop


def _read_tail(run: Run, i: int, stop: int) -> int:
    """Read the part of a newsroom behind somebody and a mark: ", Globe Staff", ", Tokyo correspondent"."""
    before, noun = run.take_name(), run.tokens[i:stop]
    if not before and (end := _house_end(run.tokens, stop)) > stop and not noun[-1].mark & Word.HEAD:
        run.found.append(Piece(PieceKind.EMPLOYER, run.tokens[i:end]))  # ", Redaktion Wirtschaft"
        return end
    beat = before and ((is_place(before) and title_end(run.tokens, i) == stop) or all(token.mark & Word.RANK for token in before))
    if beat:  # "Tokyo correspondent", "Tech Desk"
        run.found.append(Piece(PieceKind.TITLE, before + noun))
        return stop
    if before and noun[-1].mark & Word.ORGANIZATION and (len(before) > 1 or before[0].mark & Word.ORGANIZATION):
        run.found.append(Piece(PieceKind.EMPLOYER, before + noun))  # ", Express News Service"
        return stop
    if before and not (noun[-1].mark & (Word.TITLE | Word.RANK) or noun[-1].low):
        run.found.append(Piece(PieceKind.EMPLOYER, before + noun))  # "KQRS Newsroom"
        return stop
    if before:
        run.found.append(Piece(PieceKind.EMPLOYER, before))
    titled = before or noun[-1].mark & (Word.TITLE | Word.RANK)
    run.found.append(Piece(PieceKind.TITLE if titled else PieceKind.DESK, noun))
    return stop


def _begins_house(text: str) -> bool:
    """Whether a word begins with a capital, an article shortened before it or none: "Courrier", "l'Ouest"."""
    return begins_name(text) or (text[1:2] in {"'", "’"} and text[2:3].isupper())


def _house_end(tokens: list[Token], stop: int) -> int:
    """Return the index behind the house that follows a newsroom's part: "Redaktion lennschau.example", "Rédaction Le Monde"."""
    while stop < len(tokens) and not tokens[stop].mark & _NO_HOUSE:
        token = tokens[stop]
        if token.mark & GOES_ON and stop + 1 < len(tokens) and _begins_house(tokens[stop + 1].text):
            stop += 1  # "la rédaction du Courrier"
        elif token.kind != Kind.NUMBER and not _begins_house(token.text) and not is_site(token.text) and not token.mark & Word.SECTION:
            break  # "le service politique"
        stop += 1
    return stop
