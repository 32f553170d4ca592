"""The items of a line: phrases with a known effect, marks, dates, and the runs of words between them."""

from __future__ import annotations

from newsparse.grammar.bylines.lookup import city_end
from newsparse.grammar.bylines.phrases import find_phrase
from newsparse.grammar.bylines.tokens import Item, Kind, Token, is_known, word_at
from newsparse.grammar.bylines.words import words
from newsparse.grammar.names import begins_name

__all__ = ["items_of"]
_NUMBER, _RUN, _PHRASE, _WORDS = Kind.NUMBER, Kind.RUN, Kind.PHRASE, (Kind.WORD, Kind.NUMBER)


def items_of(tokens: list[Token]) -> list[Item]:
    """Return the items of a line: phrases found, and the words between them as runs."""
    phrases = words().phrases
    items: list[Item] = []
    run: list[Token] = []
    plain = True  # whether all words of the run are
    i, end = 0, len(tokens)
    while i < end:
        token = tokens[i]
        if token.plain:  # a name's: no phrase opens with it
            run.append(token)
            i += 1
            continue
        kind = token.kind
        if kind in _WORDS:
            if token.low and run and (stop := city_end(tokens, i - 1)):
                run[-1] = word_at(" ".join([part.text for part in tokens[i - 1 : stop]]), run[-1].start, tokens[stop - 1].end)
                plain = False
                i = stop
                continue
            found = find_phrase(tokens, i, run, items) if kind == _NUMBER or token.key in phrases else None
            if found is None:
                run.append(token)
                plain = False
                i += 1
                continue
            entry, stop = found
            if run:
                items.append(Item(_RUN, run[0].start, run[-1].end, "", None, run, plain))
                run, plain = [], True
            text = token.key if stop == i + 1 else " ".join([part.key for part in tokens[i:stop]])
            items.append(Item(_PHRASE, token.start, tokens[stop - 1].end, text, entry))
            i = stop
            continue
        if token.text == "(" and run and (stop := _nickname(tokens, i, run)):
            run.append(word_at("".join(t.text for t in tokens[i:stop]), token.start, tokens[stop - 1].end))
            plain = False
            i = stop
            continue
        if token.text != "*" or not run or _parts(tokens, i):
            if run:
                items.append(Item(_RUN, run[0].start, run[-1].end, "", None, run, plain))
                run, plain = [], True
            items.append(Item(kind, token.start, token.end, token.text))
        i += 1
    if run:
        items.append(Item(_RUN, run[0].start, run[-1].end, "", None, run, plain))
    return items


def _parts(tokens: list[Token], i: int) -> bool:
    """Whether an asterisk stands between two names without a space: "Doe*Roe"; not that of "Autor*in" or of a footnote, "Jane Doe* and"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.kind != Kind.WORD or after.low:
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == after.start


def _nickname(tokens: list[Token], i: int, run: list[Token]) -> int:
    """Return the index behind a name in brackets between a first name and a surname; 0 where none stands: "Robert (Bob) Smith"."""
    if i + 3 >= len(tokens) or tokens[i + 2].text != ")" or len(run) > 2:
        return 0
    before, inside, after = tokens[i - 1], tokens[i + 1], tokens[i + 3]
    if any(token.kind != Kind.WORD or not token.text.istitle() for token in (before, inside, after)):
        return 0
    known = before.mark or is_known(inside.key)
    closes = i + 4 == len(tokens) or tokens[i + 4].kind != Kind.WORD or not begins_name(tokens[i + 4].text)
    return i + 3 if not known and (closes or len(run) == 1) else 0
