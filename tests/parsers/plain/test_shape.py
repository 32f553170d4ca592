"""What is seen of lines is small whole numbers, for any text; and the shape accounts for each line once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsparse.parsers.plain import context as context_
from newsparse.parsers.plain import facts as facts_
from newsparse.parsers.plain import titles as titles_
from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.decks import deck_candidates, deck_rows
from newsparse.parsers.plain.facts import Lines
from newsparse.parsers.plain.shape import first_scores, shape
from newsparse.parsers.plain.titles import candidates, title_rows
from newsparse.readers import read

PROSE = "The council agreed on Tuesday to close the old bridge, and the ferry company said that it would run two more boats. "

LINE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["News", "Share", "* One", "1. Two", "## Three", "> four", "©", "…", "[a](https://b.c)", "北京12月6日电", "By Jane Doe"]
    ),
    st.integers(1, 6).map(lambda count: PROSE * count),
)
TEXT = st.lists(LINE, max_size=25).map("\n".join)


@given(TEXT)
def test_facts_have_a_number_for_each_name(text: str) -> None:
    """Every line of every text has all facts, none below zero."""
    lines = Lines(read(text, source="text"))
    for i in range(len(lines.blocks)):
        facts = lines.facts(i)
        assert len(facts_.NAMES) == len(facts)
        assert all(fact >= 0 for fact in facts), dict(zip(facts_.NAMES, facts, strict=True))


def test_short_lines_far_from_prose_need_no_judging() -> None:
    """A menu is known by its distance from any sentence; what stands near one is looked at."""
    lines = Lines(read("News\n" * 40 + PROSE * 3 + "\n" + "News\n" * 40, source="text"))
    assert lines.is_far(0)
    assert lines.is_far(80)
    assert not any(lines.is_far(i) for i in range(30, 52))


@given(TEXT)
def test_rows_have_a_column_for_each_name(text: str) -> None:
    """The rows of context, headline and deck have the same length for every line."""
    lines = Lines(read(text, source="text"))
    if not lines.blocks:
        return
    context = Context(lines, first_scores(lines))
    assert {len(facts_.NAMES) + len(context_.NAMES)} == {len(context.row(i)) for i in range(len(lines.blocks))}
    width = len(facts_.NAMES) + len(context_.NAMES) + len(titles_.NAMES)
    assert {len(row) for row in title_rows(context, candidates(context))} <= {width}
    assert len({len(row) for row in deck_rows(context, 0, deck_candidates(context, 0))}) <= 1


@given(TEXT)
def test_shape_gives_a_line_one_part(text: str) -> None:
    """Headline, repeats, deck, captions and story share no line."""
    found = shape(read(text, source="text"))
    parts = [*found.story, *found.captions, *(i for i, _ in found.repeats)]
    parts += [i for i in (found.headline, found.deck) if i is not None]
    assert len(parts) == len(set(parts))
