"""What changed between two versions of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.changes import Change, diff
from newsparse.errors import SourceError
from newsparse.model import Article, Byline, Contributor, Headline, Paragraph, Text

A = "The council voted on Monday to close the old bridge."
B = "Repairs will cost nine million, the engineer said."
C = "Shopkeepers on the east bank fear for their trade."
D = "A ferry will run from June."


def story(*texts: str, headline: str = "Bridge to close", tags: tuple[str, ...] = ()) -> Article:
    """Return an article with this body."""
    return Article(headline=Headline(headline), body=tuple(map(Paragraph, texts)), tags=tuple(map(Text, tags)))


def steps(old: Article, new: Article) -> list[tuple[str, int | None, int | None]]:
    """Return the changes of the body in short."""
    return [(str(change.change), change.old, change.new) for change in diff(old, new).body]


def test_diff_of_equal_stories_is_empty() -> None:
    """Nothing changed: no field, no paragraph."""
    assert diff(story(A, B), story(A, B)).is_empty


def test_diff_tells_changed_fields() -> None:
    """A changed headline and a new tag are told with old and new value."""
    found = diff(story(A, tags=("roads",)), story(A, headline="Bridge closes", tags=("roads", "rivers")))
    assert [("headline", "Bridge to close", "Bridge closes"), ("tags", None, "rivers")] == [(f.field, f.old, f.new) for f in found.fields]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((A, B), (A, C, B), [("kept", 0, 0), ("added", None, 1), ("kept", 1, 2)]),
        ((A, C, B), (A, B), [("kept", 0, 0), ("removed", 1, None), ("kept", 2, 1)]),
        ((A, B, C), (B, C, A), [("kept", 1, 0), ("kept", 2, 1), ("moved", 0, 2)]),
        ((A, B), (A, D), [("kept", 0, 0), ("added", None, 1), ("removed", 1, None)]),
        ((), (A,), [("added", None, 0)]),
    ],
)
def test_diff_tells_added_removed_and_moved_paragraphs(
    old: tuple[str, ...], new: tuple[str, ...], expected: list[tuple[str, int | None, int | None]]
) -> None:
    """Each block of both bodies is told once, in reading order."""
    assert expected == steps(story(*old), story(*new))


def test_diff_shows_the_words_that_changed() -> None:
    """An edited paragraph is one change, with its words."""
    (change,) = diff(story(B), story(B.replace("nine", "twelve"))).body
    assert Change.CHANGED is change.change
    assert [("kept", "Repairs will cost"), ("removed", "nine"), ("added", "twelve"), ("kept", "million, the engineer said.")] == [
        (str(word.change), word.text) for word in change.words
    ]


def test_diff_refuses_what_is_no_article() -> None:
    """A wrong type is an error that names the side and what came."""
    with pytest.raises(SourceError, match="new: expected an Article, got str"):
        diff(story(A), "text")  # type: ignore[arg-type]


@given(st.lists(st.sampled_from([A, B, C, D, A + " " + D]), max_size=6), st.lists(st.sampled_from([A, B, C, D, B + " " + D]), max_size=6))
def test_diff_accounts_for_every_paragraph(old: list[str], new: list[str]) -> None:
    """Every index of either body appears, and changed words give back both texts."""
    found = newsparse.diff(story(*old), story(*new))
    assert list(range(len(new))) == [change.new for change in found.body if change.new is not None]
    told = sorted(change.old for change in found.body if change.old is not None)
    assert list(range(len(old))) == told
    for change in found.body:
        if change.change is Change.CHANGED:
            assert change.old is not None
            assert change.new is not None
            assert old[change.old] == " ".join(word.text for word in change.words if word.change is not Change.ADDED)
            assert new[change.new] == " ".join(word.text for word in change.words if word.change is not Change.REMOVED)


def test_diff_tells_that_other_people_are_named() -> None:
    """The byline's words and its authors are told apart."""
    old, new = (Article(byline=Byline(f"By {name}"), contributors=(Contributor(name),)) for name in ("Jane Doe", "John Roe"))
    assert [("byline", "By Jane Doe", "By John Roe"), ("authors", "Jane Doe", "John Roe")] == [
        (f.field, f.old, f.new) for f in diff(old, new).fields
    ]


def test_diff_of_endless_stories_costs_no_square() -> None:
    """Paragraphs without number are not held against each other, and one without end is shown as replaced whole."""
    one, two = [f"{A} {i}" for i in range(120)], [f"{B} {i}" for i in range(120)]
    assert {"removed", "added"} == {step for step, _, _ in steps(story(*one), story(*two))}
    (change,) = diff(story("a " * 2_000), story("a " * 2_000 + "b")).body
    assert ["removed", "added"] == [str(word.change) for word in change.words]
