"""Job titles inside a run of words, and what belongs to them."""

from __future__ import annotations

from newsparse.addresses import is_site
from newsparse.grammar.bylines.lookup import is_place, title_end
from newsparse.grammar.bylines.pieces import Piece, PieceKind, Run, case_change
from newsparse.grammar.bylines.tokens import Kind, Token
from newsparse.grammar.bylines.words import Word
from newsparse.grammar.names import begins_name

__all__ = ["GOES_ON", "is_article", "read_our_title", "read_title"]

# Words behind a title after which the title goes on: "professor *of* Economics"; behind others stands a house.
GOES_ON = Word.OF | Word.ARTICLE
_SMALL = Word.AND | Word.IN | Word.FOR | Word.AT | Word.WHO | Word.STOP
_OF_HOUSE = Word.DESK_HEAD | Word.ORGANIZATION
_INSIDE = Word.OF | Word.FOR | Word.AND


def read_title(run: Run, i: int) -> int:
    """Read the job title at `i`; return the index behind, 0 when there is none or the word is part of a name."""
    tokens = run.tokens
    stop = title_end(tokens, i)
    if not stop or (stop == i + 1 and _is_surname(run, i)):
        return 0
    if len(run.name) == 1 and stop == len(tokens) == i + 1 and run.name[0].mark & Word.ARTICLE and not (run.name[0].low or tokens[i].low):
        return 0  # "The Economist"
    if run.name and run.is_fresh and stop == len(tokens) and run.house_before() == len(run.name):
        run.found.append(Piece(PieceKind.DESK, run.take_name() + tokens[i:stop]))  # "Daily Mail Reporter": nobody is named
        return stop
    beat: list[Token] = []
    if (
        run.is_fresh
        and run.name
        and stop < len(tokens)
        and begins_name(tokens[stop].text)
        and _is_employer(run.name, tokens[i], tokens[stop:])
    ):
        run.end_name(PieceKind.EMPLOYER)  # "Herald reporter Jane Doe"
    elif run.is_fresh and (change := case_change(run.name)):
        beat = run.name[change:]  # "JANE DOE Herald Reporter"
        del run.name[change:]
    if run.name and run.tail:
        if len(run.name) > 1 and all(token.low for token in run.name):
            run.end_name(PieceKind.LOW)  # ", one of the paper's longest-serving critics"
        elif is_place(run.name) or all(token.mark & Word.POSTNOMINAL for token in run.name):
            beat = run.take_name()  # ", Jakarta correspondent", ", PhD candidate"
        else:
            run.end_name(PieceKind.EMPLOYER)  # ", Crimson Staff Writer"
    if stop < len(tokens) < stop + 4 and _is_speciality(tokens[stop:]) and (run.tail or (run.name and len(tokens) > stop + 1)):
        stop = len(tokens)  # ", redacteur economie", ", reporter sportowy", "Periodista especializada en salud"
    elif stop + 2 == len(tokens) and run.tail and tokens[stop].mark & Word.AND and tokens[-1].low and not tokens[-1].mark:
        stop = len(tokens)  # ", filmmaker and poet"
    elif stop + 1 == len(tokens) and _is_beat(tokens[stop]) and (run.is_fresh if run.name else run.tail and tokens[i].low):
        stop += 1  # "Anna Berg Redakteurin Innenpolitik", "Anne Roy Journaliste politique"
    run.end_name()
    run.found.append(Piece(PieceKind.TITLE, beat + tokens[i:stop]))
    return _read_behind(run, stop)


def _is_speciality(tokens: list[Token]) -> bool:
    """Whether words in lower case say what somebody with a title writes about: "economie", "especializada en salud"; not "and author"."""
    if not all(token.low for token in tokens) or (tokens[0].mark | tokens[-1].mark) & _SMALL:
        return False
    return bool(tokens[1].mark & Word.IN) if len(tokens) == 3 else not tokens[-1].mark & _SMALL


def _is_employer(name: list[Token], title: Token, after: list[Token]) -> bool:
    """Whether what stands before a title and a name is a house: one word, or the noun of one among several.

    Behind any two words it is one when a title in small letters is the only one: "Bayou Ledger reporter Jane Doe".
    """
    if len(name) == 1 or name[-1].mark & Word.ORGANIZATION:
        return True
    return title.low and len(after) > 1 and not is_place(after) and not any(token.mark & Word.TITLE or token.low for token in after)


def _is_beat(token: Token) -> bool:
    """Whether the last word behind a title is what somebody writes about: no place, and nobody, as a name has two words."""
    return (
        token.kind == Kind.WORD
        and not token.mark & ~(Word.RANK | Word.SECTION)
        and token.text.replace("-", "").isalpha()
        and not token.text.isupper()
        and not is_place([token])
    )


def _is_surname(run: Run, i: int) -> bool:
    """Whether the noun of a title is the surname of somebody with one first name: "Anthony Head", "Tom Cook Berlin"."""
    tokens = run.tokens
    joined = bool(run.found) and run.found[-1].kind == PieceKind.AND and not run.tail  # "Jane Farmer and John *Cook*"
    if len(run.name) != 1 or not (run.is_fresh or joined):
        return False
    if i + 1 < len(tokens) and not (tokens[i + 1].low and tokens[i + 1].mark & Word.AND):
        return not tokens[i].low and begins_name(tokens[i + 1].text)
    first, last = run.name[0], tokens[i]
    return begins_name(last.text) and last.text.isascii() and first.text[0].isupper() and not first.mark & Word.ORGANIZATION


def read_our_title(run: Run, i: int) -> int:
    """Read a title behind "our" or an article at `i`; return the index behind, 0 when none follows."""
    tokens = run.tokens
    if (not tokens[i].low and i) or i + 1 >= len(tokens):
        return 0
    first = i + 1 + (tokens[i + 1].mark & Word.OUR > 0)  # "our own"
    stop = title_end(tokens, first)
    named = run.tail and not (tokens[i].low or tokens[first].low) and tokens[i].mark & Word.ARTICLE and stop == first + 1 == len(tokens)
    if not stop or named:
        return 0  # ", The Economist"
    run.end_name()
    if run.is_fresh and (stop == len(tokens) or is_place(tokens[stop:])):  # "Our Correspondent LAHORE"
        heading = tokens[stop - 1].mark & (Word.OUTSIDE | Word.HEADING)  # "Our Partners"
        return run.add(PieceKind.LOW if heading else PieceKind.DESK, i, stop)  # "Our Staff Reporter"
    run.found.append(Piece(PieceKind.TITLE, tokens[first:stop]))
    return _read_behind(run, stop)


def _read_behind(run: Run, stop: int) -> int:
    """Read what belongs to a title: "of Economics", "at Intelligencer"; return the index behind it."""
    tokens = run.tokens
    while stop < len(tokens):
        token = tokens[stop]
        if token.key == "in" and tokens[stop - 1].mark & Word.OUTSIDE and token.low:
            end = _names_end(tokens, stop + 1)
            if end == stop + 1 or is_place(tokens[stop + 1 : end]):
                return stop
            run.found[-1].tokens.extend(tokens[stop:end])  # "Professor in Sociology"
            stop = end
            continue
        if not token.mark & (Word.AT | Word.SERVES) or not token.low:
            return stop
        within = stop + 1 < len(tokens) and tokens[stop + 1].low and tokens[stop + 1].mark & _OF_HOUSE  # "au service Culture"
        if token.mark & Word.IN and not within and token.key != "at" and (token.key != "di" or is_place(tokens[stop + 1 : stop + 2])):
            return stop  # "di" parts a place in Indonesian, and goes on in Italian
        first = stop + 1
        while first < len(tokens) and is_article(tokens[first]):
            first += 1
        end = _names_end(tokens, first)
        housed = first > stop + 1 and any(
            part.mark & Word.ORGANIZATION for part in tokens[first:end]
        )  # "profesor de la Universidad de Vigo"
        if end == first and first < len(tokens) and tokens[first].low and tokens[first].mark & _OF_HOUSE:
            end = _names_end(tokens, first + 1)  # "cheffe du service Culture"
            end += end == first + 1 == len(tokens) - 1 and tokens[end].low  # "chef du service politique"
        if end == first and token.mark & Word.OF:  # "professor of economics at Harvard University", "editora de política"
            while end < len(tokens) and end - first < 3 and tokens[end].low and not tokens[end].mark & Word.AT:
                end += 1
        if end == first:
            return stop
        housed = housed or (end == first + 1 and len(tokens[first].text) > 2 and tokens[first].text.isupper())  # "colunista do UOL"
        if token.mark & GOES_ON and not housed and not (tokens[first].mark & Word.ARTICLE and begins_name(tokens[first].text)):
            run.found[-1].tokens.extend(tokens[stop:end])
        else:
            run.found.append(Piece(PieceKind.EMPLOYER, tokens[first:end]))  # "periodista de El Faro"
        stop = end
    return stop


def _names_end(tokens: list[Token], i: int) -> int:
    """Return the index behind the words of a house's name that begin at `i`; `i` when there are none."""
    while i < len(tokens):
        joins = tokens[i].mark & _INSIDE and i + 1 < len(tokens) and begins_name(tokens[i + 1].text)
        if not joins and not begins_name(tokens[i].text) and not is_site(tokens[i].text):
            break
        i += 1
    return i


def is_article(token: Token) -> bool:
    """Return whether a word is an article in lower case: "for *the* Denver Gazette"; that of "The Lantern" belongs to the name."""
    return token.low and bool(token.mark & Word.ARTICLE)
