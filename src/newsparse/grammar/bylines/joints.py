"""Small words inside a run: what joins people, what precedes a place or an employer, and what is part of a name."""

from __future__ import annotations

from newsparse.addresses import is_site
from newsparse.grammar.bylines.lookup import agency_end, is_city, is_country, is_place, longest
from newsparse.grammar.bylines.pieces import PieceKind, Run
from newsparse.grammar.bylines.titles import is_article
from newsparse.grammar.bylines.tokens import Token
from newsparse.grammar.bylines.words import Phrase, Word, words
from newsparse.grammar.names import begins_name, kind_of
from newsparse.vocabulary import ContributorKind

__all__ = ["joins", "read_from_house", "read_of", "read_place"]


def joins(run: Run, i: int) -> bool:
    """Return whether the "and" at `i` parts two people, and is not inside one name."""
    tokens = run.tokens
    if i + 1 >= len(tokens) or not (run.name or run.found):
        return False
    token, after = tokens[i], tokens[i + 1]
    if len(token.key) > 2 and token.text.isupper() and not after.text.isupper():
        return False  # "MIT News": "mit" joins in German
    if after.low:
        if after.mark & (Word.AGENCIES | Word.DESK_HEAD):
            return True  # "Ana Gil y agencias"
        if is_article(after) and i + 2 < len(tokens) and begins_name(tokens[i + 2].text):
            return True  # "Ana Gil and the Herald staff"
    if not after.plain and not begins_name(after.text) and not after.mark and not agency_end(tokens, i + 1) and not is_site(after.text):
        return tokens[i - 1].low  # "srf and kesm": both in lower case
    if tokens[i - 1].mark & Word.HONORIFIC and token.text[-1] == ".":
        return False  # "Dr. med. Anna Berg"
    short = len(token.key) < 3 and not (len(token.key) == 2 and token.mark & Word.IN)
    if token.low and token.mark & Word.PARTICLE and not short and len(run.name) == 1:
        return False  # "Jan ter Horst", "Jan te Winkel"
    if len(token.key) < 3 and token.key.isalpha():
        if len(token.text) == 2 and token.text.isupper() and len(run.name) == 1 and run.name[0].text.isupper():
            return False  # "LI NA"; "na" joins in Swahili
        if (
            token.text.isupper()
            and token.text.isalpha()
            and len(run.name) > 1
            and i + 2 < len(tokens)
            and all(part.text.isupper() for part in tokens)
        ):
            return True  # "ANNA ROSSI E MARCO BIANCHI"
        if token.text.istitle() and token.text != "و":
            return False  # "Ed Pym"; "ed" joins in Italian
        if token.key in {"y", "i", "e"} and len(run.name) == 2 and i + 2 == len(tokens) and not (after.mark or agency_end(tokens, i + 1)):
            return False  # "José Ortega y Gasset", "Ana Couto e Silva"
        if token.key in {"y", "e"} and i + 2 == len(tokens) and after.plain and any(part.low for part in run.name[1:]):
            return False  # "Inês de Souza e Silva"
    if token.mark & Word.IN and _precedes_place(run, i):
        return False
    if after.mark & Word.PARTNER:
        return False  # "Marshall and Sons"
    # "Johnson & Johnson": one word on each side
    return not (token.key == "&" and len(run.name) == 1 and i == 1 and i + 2 == len(tokens))


def _precedes_place(run: Run, i: int) -> bool:
    """Whether a word that means "in" in one language and "and" in another means "in" here."""
    if run.found and not run.name and run.found[-1].kind == PieceKind.TITLE:
        return True
    if i + 1 < len(run.tokens) and agency_end(run.tokens, i + 1):
        return False
    following = 0
    for token in run.tokens[i + 1 :]:
        if not begins_name(token.text) and not (following and token.mark & Word.PARTICLE):
            break
        following += 1
    return following == 1 and len(run.name) > 1


def read_place(run: Run, i: int) -> int:
    """Read "in Beirut" or "for the Daily Mail" at `i`; return the index behind, 0 when the word is part of a name."""
    tokens, token = run.tokens, run.tokens[i]
    if not (run.name or run.found or run.tail):
        return 0
    if (
        token.mark & Word.PARTICLE
        and run.name
        and not (token.key in {"i", "e", "y"} and _precedes_place(run, i))
        and not _parts_city(run, i)
    ):
        return 0  # "Jan de Vries", "Leonardo da Vinci"
    placed, housed = longest(words().places, tokens, i), longest(words().houses, tokens, i)
    first = placed or housed or i + 1
    if first == i + 1 and not token.mark & (Word.IN | Word.FOR):
        return 0
    titled = bool(run.found) and not run.name
    if first == i + 1 and token.mark & Word.IN and not token.low and not ((titled or len(run.name) > 1) and is_place(tokens[first:])):
        return 0  # "Lee In Ho"
    employs = not placed and (bool(housed) or not token.mark & Word.IN)
    if employs and not housed and not token.low and len(run.name) < 2 and not run.found and (run.name or not run.tail):
        return 0  # "For" may open a name; "For the Clarion" behind a line's end
    while (
        first < len(tokens)
        and is_article(tokens[first])
        and (employs or token.mark & Word.AT or (titled and is_place(tokens[first + 1 :])))
    ):
        first += 1  # "for the Herald", "at the Hydro", "in der Schweiz"
    end = _place_end(tokens, first, employs)
    if end - first > 2 and not employs and run.is_fresh_title:
        end = _city_end(tokens, first, end)
    if end == first:
        return 0
    employs = employs or _is_house(run, i, first, end) or agency_end(tokens, first) == end
    employs = employs or bool(token.mark & Word.OF and end == first + 1 and len(tokens[first].text) > 2 and tokens[first].text.isupper())
    if not employs and end - first == 1 and _is_section(tokens[first]) and not is_place(tokens[first:end]):
        run.end_name()
        return end  # "in Travel": where the site keeps the story
    return run.add(PieceKind.EMPLOYER if employs else PieceKind.PLACE, first, end)


def _is_section(token: Token) -> bool:
    """Whether a word names a section of a site or a genre: "in *Travel*", "in *Analysis*"."""
    return bool(token.mark & Word.SECTION) or any(
        entry.act == Phrase.GENRE and not entry.rest for entry in words().phrases.get(token.key, ())
    )


def _parts_city(run: Run, i: int) -> bool:
    """Whether a word of surnames parts a whole name from the city that ends the run: "Anna Rossi da Londra"; not "Leonardo da Vinci"."""
    return len(run.name) > 1 and bool(run.tokens[i].mark & Word.IN) and is_city(" ".join(token.text for token in run.tokens[i + 1 :]))


def read_of(run: Run, i: int) -> int:
    """Read the house of "Jane Doe of The Associated Press" at `i`; return the index behind, 0 when the word is part of a name."""
    tokens, first = run.tokens, i + 1
    titled = first + 1 < len(tokens) and is_article(tokens[first])  # "Jane Doe of the Lantern"
    first += titled
    if not run.name or tokens[i].mark & Word.PARTICLE or first >= len(tokens) or not begins_name(tokens[first].text):
        return 0
    end = _place_end(tokens, first, employs=True)
    sure = (
        (titled and end == len(tokens))
        or tokens[first].mark & Word.ARTICLE
        or tokens[end - 1].mark & Word.ORGANIZATION
        or agency_end(tokens, first) == end
    )
    return run.add(PieceKind.EMPLOYER, first, end) if sure else 0


def read_from_house(run: Run, i: int) -> int:
    """Read the house behind an "of the" at `i`: "Ana Gil *Do* UOL", ", *do* Estado"; return the index behind, 0 when a surname goes on."""
    tokens, token, first = run.tokens, run.tokens[i], i + 1
    of_the = not token.low and len(run.name) > 1 and first + 1 < len(tokens) and bool(tokens[first].mark & Word.ARTICLE)
    of_the = of_the and not token.mark & Word.PARTICLE  # "JUAN DE LA CRUZ"
    first += of_the and tokens[first].low  # "JANE DOE Of the Herald", "JANE DOE OF THE HERALD"
    if not token.mark & Word.AT or first >= len(tokens) or not begins_name(tokens[first].text):
        return 0
    head = tokens[first]
    if token.low:
        sure = run.tail and not i and not token.mark & Word.NAME_LEAD
    else:
        brand = head.text[:3].isupper() and len(head.text) > 2 and not run.name[0].text.isupper() if run.name else False
        sure = len(run.name) > 1 and (of_the or brand or bool(head.mark & Word.ORGANIZATION) or agency_end(tokens, first) > 0)
    if not sure or is_place(tokens[first:]):
        return 0
    return run.add(PieceKind.EMPLOYER, first, _place_end(tokens, first, employs=True))


def _place_end(tokens: list[Token], first: int, employs: bool) -> int:
    """Return the index behind the name of a place, or of a house if it `employs`, that begins at `first`."""
    end = first
    while end < len(tokens):
        token = tokens[end]
        if not begins_name(token.text) and not (token.mark & Word.PARTICLE and first < end < len(tokens) - 1):
            break
        if end > first:
            if _ends_sentence(tokens[end - 1].text):
                break  # "… from Paris. Ann Lee contributed …"
            if token.mark & Word.HEAD or (token.mark & (Word.AND | Word.FOR) and token.low):
                break
            if not employs and token.key in words().agencies and agency_end(tokens, end):
                break
        end += 1
    return end


def _ends_sentence(word: str) -> bool:
    """Whether a word of a place closes a sentence: "Paris."; not "Calif.", "St."."""
    return word[-1] == "." and len(word) > 5 and word[:-1].isalpha() and word not in words().regions


def _city_end(tokens: list[Token], first: int, end: int) -> int:
    """Return the index behind the city that two words of a name follow: "inviato a *Kiev* Matteo Galli"; `end` without one."""
    for stop in range(end - 2, first, -1):
        if is_city(" ".join(token.text for token in tokens[first:stop])):
            return stop
    return end


def _is_house(run: Run, i: int, first: int, end: int) -> bool:
    """Whether a house follows the word at `i` that places follow too: "editor at Intelligencer", "journaliste à L'Avenir"."""
    key = run.tokens[i].key
    parts = [token.text for token in run.tokens[first:end]]
    text = " ".join(parts)
    titled = bool(run.found) and not run.name
    if is_city(text) or is_country(text) or (key == "au" and is_city(f"Le {text}")):
        return False
    if key not in {"at", "au"}:
        return titled and bool(run.tokens[i].mark & Word.AT) and kind_of(parts) is ContributorKind.ORGANIZATION
    # "Jane Doe at Wembley": a place
    return key == "au" or titled or kind_of(parts) is ContributorKind.ORGANIZATION
