"""What holds for every source, whatever is in it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse import Article, NewsparseError, SourceError
from newsparse.model import Contributor, Node, Span
from newsparse.text import clean
from newsparse.vocabulary import BlockRole
from property.strategies import lines, news, pages, sources


def walk(value: Any) -> Iterator[Any]:
    """Yield every node, contributor and problem in a value, however deep."""
    if isinstance(value, Span):
        return
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from walk(inner)


def check(article: Article) -> None:
    """Assert what every article promises about its characters."""
    text = article.source_text
    for value in walk(article):
        span = getattr(value, "span", None)
        if span is None:
            continue
        assert 0 <= span.start <= span.end <= len(text), value
        if isinstance(value, Node):
            assert clean(text[span.slice]) == value.text, value
        elif isinstance(value, Contributor):
            assert clean(text[span.slice]) == clean(value.name), value


@given(sources)
def test_parse_raises_nothing_for_bytes_and_strings(source: str | bytes) -> None:
    """Any bytes and any string within the limits give an article."""
    check(newsparse.parse(source))


@given(sources, st.sampled_from(["text", "html"]))
def test_parse_as_told_raises_only_our_errors(source: str | bytes, kind: Any) -> None:
    """A source read as the other kind than it is gives an article all the same."""
    check(newsparse.parse(source, source=kind))


@given(st.one_of(st.none(), st.integers(), st.floats(), st.lists(st.text()), st.dictionaries(st.text(), st.text())))
def test_wrong_type_is_a_source_error(source: Any) -> None:
    """What is no source at all is a `SourceError` that says what came."""
    with pytest.raises(SourceError) as caught:
        newsparse.parse(source)
    assert type(source).__name__ in caught.value.got


@given(sources)
def test_every_block_has_one_role(source: str | bytes) -> None:
    """The article accounts for each block of the document once, in order."""
    document = newsparse.read(source)
    article = newsparse.parse(source)
    assert [block.span for block in article.blocks] == [block.whole for block in document.blocks]
    assert all(isinstance(block.role, BlockRole) for block in article.blocks)


@given(sources)
def test_blocks_are_slices_of_the_text(source: str | bytes) -> None:
    """A block's text is its slice of the document, and only white space stands between blocks."""
    document = newsparse.read(source)
    at = 0
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert clean(block.text) == block.plain
        assert clean(document.text[at : block.start]) == ""
        at = block.end
    assert clean(document.text[at:]) == ""


@given(news())
def test_text_source_is_kept_character_for_character(source: str) -> None:
    """A plain text's spans index the caller's own string."""
    assert newsparse.parse(source, source="text").source_text == source


@given(sources)
def test_parse_twice_is_equal(source: str | bytes) -> None:
    """The same source gives the same article."""
    assert newsparse.parse(source) == newsparse.parse(source)


@given(st.lists(st.one_of(news(), pages()), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_order_and_threads_change_nothing(batch: list[str], random: Any) -> None:
    """Sources parsed in another order and in threads give the same articles."""
    expected = [newsparse.parse(source) for source in batch]
    order = list(range(len(batch)))
    random.shuffle(order)
    with ThreadPoolExecutor(4) as pool:
        found = dict(zip(order, pool.map(lambda i: newsparse.parse(batch[i]), order), strict=True))
    assert [found[i] for i in range(len(batch))] == expected


@given(sources)
def test_dict_round_trip_is_exact(source: str | bytes) -> None:
    """An article written as JSON and read back is equal."""
    article = newsparse.parse(source)
    written = json.dumps(article.to_dict(), ensure_ascii=True)
    assert Article.from_dict(json.loads(written)) == article


@given(sources)
def test_pickle_round_trip_is_exact(source: str | bytes) -> None:
    """An article pickles and compares."""
    article = newsparse.parse(source)
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 (our own)


@given(pages())
def test_paths_find_their_element(source: str) -> None:
    """Every path of a page's value finds exactly one element."""
    document = newsparse.read(source, source="html")
    article = newsparse.Pipeline.default().run(document)
    assert document.find_elements is not None
    for node in walk(article):
        if isinstance(node, Node) and node.path is not None:
            assert len(document.find_elements(node.path)) == 1, node


HELPERS = [getattr(newsparse, name) for name in ("parse_byline", "parse_dateline", "parse_timestamp") if hasattr(newsparse, name)]


@pytest.mark.parametrize("helper", HELPERS, ids=lambda helper: helper.__name__)
@given(line=lines)
def test_line_helper_raises_only_our_errors(helper: Any, line: str) -> None:
    """A helper for one line reads any line: a value whose span is in it, or `None`."""
    try:
        value = helper(line)
    except NewsparseError:
        return
    for node in walk(value):
        span = getattr(node, "span", None)
        assert span is None or 0 <= span.start <= span.end <= len(line)
