"""The shape of a plain text: which lines are the story, and which line above them is its headline.

One reading of the whole for all fields, kept by the draft: `draft.once(shape)`.
"""

from __future__ import annotations

import re
from functools import cache
from math import exp

from attrs import define

from newsparse.document import Block, Document
from newsparse.grammar.byline import opens_byline, parse_byline
from newsparse.grammar.credit import CaptionLine
from newsparse.grammar.dateline import parse_dateline
from newsparse.grammar.notes import read_note
from newsparse.grammar.timestamp import find_timestamps, is_only_time
from newsparse.parsers.plain.above import read_header
from newsparse.parsers.plain.context import HOPELESS, Context
from newsparse.parsers.plain.decks import deck_candidates, deck_rows
from newsparse.parsers.plain.facts import COMMENTS, Lines
from newsparse.parsers.plain.stated import Header
from newsparse.parsers.plain.titles import candidates, title_rows
from newsparse.text import fold
from newsparse.vocabulary import NoteKind
from newsparse.weights import load
from newsparse.weights.trees import Score, score_of

__all__ = ["INSIDE", "OUTSIDE", "Shape", "first_scores", "shape"]

INSIDE = 3.5
"""The score of a sentence among sentences, before its place in the whole is known."""

OUTSIDE = -5.0
"""The score of a short line far from any prose."""

# Text behind a repeated headline: " | The Courier", " - Page 2"; group 1 is where the headline ends.
_TITLE_END = re.compile(r"\S?()\s*[|\-–—·:»«•]\s?\S")
# A line that is no longer and says what is known of web pages has this score at most: it is no story.
_NAMED, _OUT = 120, -1.0
# Comments stand below that share of all that looks like the story. Tuned on dumps: labels above a story are counters.
_BELOW_STORY = 0.8
# A paragraph behind a line that links to another story and names it goes on with this one, unless it scores this little.
_BEHIND, _RESUMED = -2.5, 0.2
# Between two lines that score more than this, a line that is no known phrase is the story's down to that score. Tuned on dumps.
_SURELY, _MIDDLE = 0.7, -0.6
# A score this far from even after so many trees is not turned round by the rest; of candidates for one place, the best must be known.
_EARLY = {"plain_lines": ((19, 4.0),), "plain_context": ((20, 3.5), (60, 3.0))}
# A line that is so far behind the best of its text after the first of the trees that rank headlines is not asked the others.
# Tuned on dumps: in none of two thousand does another line come out best.
_FIRST_TREES, _BEATEN = 60, 5.0
# The odds (as logarithm) above which the likeliest line is the deck. Tuned on dumps: lower, more ledes than decks are taken.
_DECK = -0.5
# A line scored less by no more than this may be the headline or the deck too.
_CLOSE = 1.0
# A line without an end may be scored less still where a byline stands below it: a lede is a sentence. A name is that long at most.
_ENDLESS, _NAME = 1.7, 30
# The score of a header's line.
_KEYWORD = -9.0
# A shorter headline may open another line by chance, and so may one that is a smaller share of it.
_TELLING, _MOST = 20, 0.5
# A byline of a few people and a line of dates are that long at most; so many of the likeliest headlines are asked.
_BYLINE, _TRIED = 80, 5
# The labels before a headline have so many words at most.
_WAY = 4
# A line this surely story is no caption; longer lines are none; a credit below this is a guess.
_NO_CAPTION, _CAPTION, _CREDITED = 0.97, 500, 0.75
# A line that looks less like a headline than this is none, unless it is one of the first and no sentence.
# Tuned on dumps that lost theirs.
_NO_HEADLINE, _TOP = -1.75, 2
# One that scores more is right in four of five texts.
_PLAIN = 1.0


@define(eq=False)
class Shape:
    """What each line of a plain text is, judged together."""

    story: dict[int, float]
    """The story's lines by block index, in order, with how sure that is (0 to 1)."""
    headline: int | None
    """The headline's line; `None` when no line looks like one."""
    is_plain: bool
    """Whether the headline's line looks like one, and is not just the likeliest."""
    repeats: tuple[tuple[int, int], ...]
    """Other lines that say the headline again, and how many characters of them do."""
    deck: int | None
    """The line that sums the story up under the headline; `None` when there is none."""
    captions: dict[int, CaptionLine]
    """Lines printed with pictures, in the header and between the story's lines."""
    header: Header
    """What the lines above the story state."""


def shape(document: Document) -> Shape:
    """Return the shape of a plain text."""
    blocks = document.blocks
    if not blocks:
        return Shape({}, None, False, (), None, {}, Header({}))
    lines = Lines(document)
    context = Context(lines, first_scores(lines))
    scores = _second_scores(context)
    keywords = read_header(document)
    # where a keyword says which lines are the story, no other is
    for i in range(len(blocks)) if keywords.story else keywords.lines:
        scores[i] = max(scores[i], INSIDE) if i in keywords.story else _KEYWORD
    context = context.revised(scores)
    story = _story(scores)
    if keywords.story:
        return Shape(story, None, False, (), None, _captions(context, story, 0), keywords)  # all else has a keyword of its own
    headline, is_plain = _headline(context, max(story), keywords)
    if headline is None:
        return Shape(story, None, False, (), None, _captions(context, story, 0), keywords)
    repeats = _repeats(blocks, headline, context.opening)
    captions = _captions(context, story, headline)
    deck = _deck(context, headline, captions)
    if deck is not None and max(story, default=-1) <= deck:
        deck = None  # the only prose is the story
    for line in (headline, deck, *captions, *(i for i, _ in repeats)):
        if line is not None:
            story.pop(line, None)
    return Shape(story, headline, is_plain, repeats, deck, captions, keywords)


def first_scores(lines: Lines) -> list[float]:
    """Return, for each line, the odds (as logarithm) that it is the story's, by its facts alone."""
    judge, facts, is_inside, is_far = _judge("plain_lines"), lines.facts, lines.is_inside, lines.is_far
    # a sentence by its length is never far, a short line never inside: one question for each line of a long menu, not two
    return [
        INSIDE if 3 <= shape <= 6 and is_inside(i) else OUTSIDE if 8 < shape < 11 and is_far(i) else judge(facts(i))
        for i, shape in enumerate(lines.shapes)
    ]


@cache
def _judge(name: str) -> Score:
    """Return the score that the learned trees of that name give."""
    return score_of(load(name)["trees"], _EARLY.get(name, ()))


def _second_scores(context: Context) -> list[float]:
    """Return the odds of each line once the others' are known."""
    judge, lines = _judge("plain_context"), context.lines
    scores = [
        score if score < HOPELESS or context.is_plain_case(i) else judge(context.row(i), score) for i, score in enumerate(context.scores)
    ]
    _hush_readers(context, scores)
    for i, size in enumerate(lines.sizes):
        if size <= _NAMED and scores[i] > _OUT and lines.is_known(i):
            scores[i] = _OUT
        elif _BEHIND < scores[i] <= 0 and (lines.is_behind_link(i) or (scores[i] > _MIDDLE and _is_between(context, scores, i))):
            scores[i] = _RESUMED
    return scores


def _hush_readers(context: Context, scores: list[float]) -> None:
    """Take what readers write below a story for no part of it: it stands between two lines that speak of comments."""
    kinds, masses = context.lines.kinds, context.masses
    spoken = [i for i, kind in enumerate(kinds) if kind == COMMENTS and masses[i] > _BELOW_STORY * masses[-1]]
    for i in range(spoken[0] + 1, spoken[-1]) if len(spoken) > 1 else ():
        scores[i] = min(scores[i], _OUT)


def _is_between(context: Context, scores: list[float], i: int) -> bool:
    """Whether a line that says nothing known of pages stands between two that are surely the story's: what cuts in there mostly says so."""
    return 0 < i < len(scores) - 1 and not context.lines.kinds[i] and scores[i - 1] > _SURELY and scores[i + 1] > _SURELY


def _story(scores: list[float]) -> dict[int, float]:
    """Return the lines of the story; the likeliest where no line is likely."""
    bound = min(0.0, max(scores) - 0.01)
    return {i: 1 / (1 + exp(-max(score, -30))) for i, score in enumerate(scores) if score >= bound}


def _headline(context: Context, last: int, header: Header) -> tuple[int | None, bool]:
    """Return the line above the story that names it, and whether it looks like a headline; a header's lines are none of it."""
    chosen = [i for i in candidates(context) if i not in header.lines]
    if not chosen:
        return None, False
    rows = dict(zip(chosen, title_rows(context, chosen), strict=True))
    above = [i for i in chosen if i < last]  # the last line of the story names nothing, unless it stands alone
    score, i = _settled(context, _ranked({i: rows[i] for i in above or chosen}))
    opens = -i < _TOP and not 3 <= context.lines.shapes[-i] <= 5 and "subject" not in header.values
    if not opens and score <= _NO_HEADLINE:
        return None, False
    return _shorter(context.blocks, -i, context.opening), score > _PLAIN


def _ranked(rows: dict[int, tuple[float, ...]]) -> list[tuple[float, int]]:
    """Return the lines that may be the headline (their indices below zero), the best first, with the odds that they are."""
    first, others = _title_judges()
    scores = {i: first(row) for i, row in rows.items()}
    bound = max(scores.values()) - _BEATEN
    asked = sorted([(others(rows[i], score), -i) for i, score in scores.items() if score >= bound], reverse=True)
    return asked + sorted([(score, -i) for i, score in scores.items() if score < bound], reverse=True)


@cache
def _title_judges() -> tuple[Score, Score]:
    """Return the scores that the first trees give which rank headlines, and all the others."""
    trees = load("plain_titles")["trees"]
    return score_of(trees[:_FIRST_TREES]), score_of(trees[_FIRST_TREES:])


def _settled(context: Context, ranked: list[tuple[float, int]]) -> tuple[float, int]:
    """Return the best of some scored lines (their indices below zero) that is no date.

    The second best, where the best reads as a byline, with a lead or by little.
    """
    titles = [pair for pair in ranked[:_TRIED] if not (_is_date(context, -pair[1]) or _is_advisory(context, -pair[1]))] or ranked
    if len(titles) > 1:
        best, second = titles[:2]
        if second[1] == best[1] + 1 and best[0] - second[0] < _CLOSE and _sums_up(context, -best[1]):
            return second
        plain = context.blocks[-titles[0][1]].plain
        if len(plain) <= _BYLINE and (titles[0][0] - titles[1][0] < _CLOSE or opens_byline(plain)):
            line = parse_byline(plain)
            if line is not None and line.text == plain:
                return titles[1]
    return titles[0]


def _sums_up(context: Context, i: int) -> bool:
    """Whether a line is several sentences, and the one above it none: a deck below its headline."""
    lines = context.lines
    return lines.ends[i] == 1 and lines.ends[i - 1] != 1 and ". " in context.blocks[i].plain


def _is_advisory(context: Context, i: int) -> bool:
    """Whether a line is an agency's note to its customers: "Eds: Adds quotes from the mayor"."""
    note = read_note(context.blocks[i].plain)
    return note is not None and note.kind is NoteKind.ADVISORY


def _is_date(context: Context, i: int) -> bool:
    """Whether a line holds nothing but dates, clocks and their labels: "Published: Tuesday, 4 June 2024"."""
    plain = context.blocks[i].plain
    return len(plain) <= _BYLINE and context.signs[i] in {1.0, 3.0} and is_only_time(plain, find_timestamps(plain))


def _shorter(blocks: list[Block], headline: int, opening: int) -> int:
    """Return the line that says a headline without the site's name behind it or the way to it in front; else its own."""
    plain = blocks[headline].plain
    key = _bare(blocks[headline])
    for i in range(max(opening, headline) + 1):
        own = _bare(blocks[i])
        if max(_TELLING, _MOST * len(key)) < len(own) < len(key):
            if key.startswith(own) and (match := _TITLE_END.match(plain, len(own) - 1)) and ":" not in match[0]:
                return i
            if key.endswith(own) and _is_way(plain[: -len(own)]):
                return i
    return headline


def _is_way(before: str) -> bool:
    """Whether what stands before a headline in its line is the way to it: "Home Latest News", or a label glued to its first word."""
    return before[-1] not in ":.!?-–—," and (before[-1] != " " or (before.count(" ") <= _WAY and before[-2:-1] not in ":.!?-–—,"))


def _repeats(blocks: list[Block], headline: int, opening: int) -> tuple[tuple[int, int], ...]:
    """Return the lines above the story that say the headline again, alone or with a site's name behind it."""
    key = _bare(blocks[headline])
    found = []
    for i in range(max(opening, headline) + 1):
        plain = blocks[i].plain
        if i == headline or len(plain) < len(key) - 4:
            continue
        own = _bare(blocks[i])
        if own == key:
            found.append((i, len(plain)))
        elif len(key) > _TELLING and own.startswith(key) and (cut := _TITLE_END.match(plain, len(key) - 1)):
            found.append((i, cut.start(1)))
    return tuple(found)


def _bare(block: Block) -> str:
    """Return a line's text as it is compared, without a mark."""
    return fold(block.plain[len(block.mark) :]).strip("'\" ")


def _captions(context: Context, story: dict[int, float], top: int) -> dict[int, CaptionLine]:
    """Return the lines with a picture's credit that stand between the headline and the story's end and are no sure story."""
    last = max(story, default=-1)
    found = {}
    for i in range(top + 1, last):
        if story.get(i, 0.0) < _NO_CAPTION and context.sizes[i] <= _CAPTION:
            parts = context.lines.caption(i)
            if parts is not None and parts.confidence >= _CREDITED and (parts.caption is not None or i not in story):
                found[i] = parts
    return found


def _grace(context: Context, headline: int, i: int) -> float:
    """Return how much less than others a line may score as the deck: one right below the headline and above a byline or a date."""
    if i != headline + 1 or i + 2 >= len(context.blocks):
        return 0.0
    signs = context.signs
    if signs[i + 1] in {1.0, 2.0, 3.0} or (context.sizes[i + 1] <= _NAME and signs[i + 2] in {1.0, 3.0}):
        return _ENDLESS if context.lines.ends[i] == 0 else _CLOSE
    return 0.0


def _deck(context: Context, headline: int, captions: dict[int, CaptionLine]) -> int | None:
    """Return the line under the headline that sums the story up."""
    chosen = [i for i in deck_candidates(context, headline) if i not in captions and not _is_advisory(context, i)]
    if not chosen:
        return None
    judge = _judge("plain_decks")
    scores = {i: judge(row) for i, row in zip(chosen, deck_rows(context, headline, chosen), strict=True)}
    best = max(chosen, key=scores.__getitem__)
    if scores[best] <= _DECK - _grace(context, headline, best):
        return None
    if parse_dateline(context.blocks[best].plain) is None:
        return best
    # what opens with a dateline is the story's first paragraph, if a line above it may be the deck or it is no sure deck itself
    above = max((i for i in chosen if i < best and scores[i] > _DECK - _CLOSE), key=scores.__getitem__, default=None)
    return best if above is None and scores[best] > _DECK + _CLOSE else above
