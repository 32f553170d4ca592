"""What readers make and parsers read: fixed text, its blocks in order, and what the head says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from attrs import define, field

from newsparse.linked import STORIES, LinkedNode, stories, types_of
from newsparse.model import Problem, Span
from newsparse.text import align, clean
from newsparse.vocabulary import SourceKind

__all__ = ["HEADINGS", "Block", "Document", "Element", "LinkedNode", "Media", "Metadata", "Scope", "Value"]

HEADINGS: Mapping[str, int] = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""The tags of headings, each with its level."""


class Element(Protocol):
    """The part of an element that parsers may use, late and only on candidates."""

    @property
    def tag(self) -> Any:
        """The tag, lower case."""

    def get(self, key: str, /) -> str | None:
        """Return an attribute, or `None`."""

    def itertext(self) -> Iterator[str]:
        """Yield the texts inside, in order."""

    def getparent(self) -> Element | None:
        """Return the parent, or `None` at the root."""

    def iterancestors(self, *tags: Any) -> Iterator[Any]:
        """Yield the elements around it, the nearest first, or those of some tags."""

    def iter(self, *tags: Any) -> Iterator[Any]:
        """Yield this element and those in it, in order, or those of some tags."""


class Scope:
    """An element that holds blocks, directly or further down.

    Made by the hundred and looked at by the dozen: what is not asked for is not computed.
    """

    __slots__ = ("_depth", "_hidden", "_names", "element", "parent", "tag", "within")

    def __init__(self, tag: str, parent: Scope | None, element: Element, within: frozenset[str] | None = None) -> None:
        self.tag: str = tag
        """The tag, lower case."""
        self.parent: Scope | None = parent
        """The scope around it; `None` at the root."""
        self.element: Element = element
        """The element itself."""
        if within is None:
            within = parent.within | {tag} if parent is not None else frozenset((tag,))
        self.within: frozenset[str] = within
        """Tags of this scope and of all around it."""
        # `None` until asked for: an attribute that is missing costs eight times as much to find out
        self._depth: int | None = None
        self._hidden: bool | None = None
        self._names: str | None = None

    @property
    def depth(self) -> int:
        """Number of scopes around it."""
        depth = self._depth
        if depth is None:
            depth = self._depth = self.parent.depth + 1 if self.parent is not None else 0
        return depth

    @property
    def hidden(self) -> bool:
        """Whether it or one around it is marked as not shown."""
        hidden = self._hidden
        if hidden is None:
            hidden = self._hidden = (self.parent is not None and self.parent.hidden) or _is_hidden(self.element)
        return hidden

    @property
    def names(self) -> str:
        """The element's class and id, lower case, parted by spaces."""
        names = self._names
        if names is None:
            get = self.element.get
            classes, own = get("class") or "", get("id")
            names = self._names = (f"{classes} {own}" if own else classes).strip().lower()
        return names

    def around(self) -> Iterator[Scope]:
        """Yield this scope and then each one around it."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def stands_in(self, outer: Scope) -> bool:
        """Return whether it is that element, or one inside it."""
        scope: Scope | None = self
        while scope is not None and scope is not outer:
            scope = scope.parent
        return scope is not None


def _is_hidden(element: Element) -> bool:
    """Whether an element's own attributes keep it from being shown.

    `aria-hidden` does not: it hides from screen readers what the eye sees.
    """
    state = element.get("hidden")
    if state is not None:
        return state.strip().lower() not in {"until-found", "false"}
    style = element.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


_new = tuple.__new__


@define(eq=False)
class Block:
    """One run of text between block-level edges, or one line (wrapped copy: paragraph) of plain text.

    Written by readers only.
    """

    index: int
    """Position in `Document.blocks`."""
    start: int
    """Offset of its first character in `Document.text`."""
    end: int
    """Offset behind its last character."""
    text: str
    """Its characters: `document.text[start:end]`."""
    plain: str
    """Its clean text; the very same object as `text` on pages."""
    tag: str = ""
    """Tag of the nearest block-level element; empty for plain text."""
    scope: Scope | None = None
    """That element; `None` for plain text."""
    link_chars: int = 0
    """How many of its characters stand in links."""
    links: int = 0
    """How many links it holds."""
    strong_chars: int = 0
    """How many of its characters are set bold."""
    breaks: int = 0
    """How many forced line breaks (`br`) it ends at; 0 at an element's edge."""
    gap: int = 0
    """Blank lines before it; 0 on pages."""
    lines: int = 1
    """Lines it was joined from; 1 on pages."""
    indent: int = 0
    """Columns before its first character; 0 on pages."""
    mark: str = ""
    """The bullet, number or heading mark that it opens with, and the space behind it; empty on pages."""
    _whole: Span | None = field(default=None, init=False)

    @property
    def link_density(self) -> float:
        """Share of its characters that stand in links, 0 to 1."""
        return self.link_chars / (len(self.plain) or 1)

    @property
    def whole(self) -> Span:
        """The span of the block."""
        whole = self._whole
        if whole is None:  # made once, for the node and for the article's block; `_new` is half the cost of `Span(…)`
            whole = self._whole = _new(Span, (self.start, self.end))
        return whole

    @property
    def element(self) -> Element | None:
        """The nearest block-level element around it; `None` for plain text."""
        return self.scope.element if self.scope is not None else None

    @property
    def own(self) -> range:
        """Its index alone, for a claim that owns nothing else."""
        return range(self.index, self.index + 1)

    def anchors(self) -> list[Element]:
        """Return the elements of its links, in order. Looked up when asked for: blocks are many, bylines few."""
        if not self.links or self.scope is None:
            return []
        element, plain = self.scope.element, self.plain
        outer = element if element.tag == "a" else next(element.iterancestors("a"), None)
        inside = [found for found in element.iter("a") if found.get("href") is not None]
        told = [found for found in inside if (text := " ".join("".join(found.itertext()).split())) and text in plain]
        return told if outer is None else [outer, *told]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of `plain[start:end]`, which must not be empty."""
        if self.plain is self.text or self.plain == self.text:
            return Span(self.start + start, self.start + end)
        text, offsets = self.text, align(self.text)
        first, last = offsets[start], offsets[end - 1] + 1
        # marks of Markdown come in pairs: a range that holds one of them takes in its partner at the edge
        before = first - len(text[offsets[start - 1] + 1 if start else 0 : first].lstrip())
        after = last + len(text[last : offsets[end] if end < len(offsets) else None].rstrip())
        for a, b in ((first, last), (first, after), (before, last), (before, after)):
            if clean(text[a:b]) == self.plain[start:end]:
                return Span(self.start + a, self.start + b)
        return Span(self.start + first, self.start + last)

    def part(self, start: int, end: int) -> tuple[str, Span]:
        """Return what stands in the source at `plain[start:end]`, clean, and its span.

        The text is that of the span, also where the range parts a pair of marks and one of them shows.
        """
        span = self.span(start, end)
        if self.plain is self.text or self.plain == self.text:
            return self.plain[start:end].strip(), span
        return clean(self.text[span.start - self.start : span.end - self.start]), span


class Value(NamedTuple):
    """A value that the head or an attribute states."""

    text: str
    """The value, entities decoded, otherwise as it stands."""
    element: Element
    """Where it stands."""
    pointer: str | None = None
    """JSON pointer inside a JSON-LD script; `None` elsewhere."""
    block: int = -1
    """Index of the block at or after which it stands; -1 in the head."""


class Media(NamedTuple):
    """A picture, a player or an embedded frame on the page."""

    tag: str
    """`img`, `video`, `audio`, `iframe` …"""
    element: Element
    """The element."""
    scope: Scope | None
    """The scope that holds it."""
    block: int
    """Index of the first block behind it."""


@define(eq=False)
class Metadata:
    """What a page says about itself beside its visible text. Empty for plain text."""

    title: Value | None = None
    """The `title` element."""
    meta: dict[str, list[Value]] = field(factory=dict)
    """`meta` contents by lower-case `property`, `name` or `itemprop`, in order."""
    links: dict[str, list[Value]] = field(factory=dict)
    """`link` addresses by lower-case `rel`."""
    nodes: list[LinkedNode] = field(factory=list)
    """JSON-LD nodes (every object that has a `@type`) with pointer and script, in order."""
    times: list[Value] = field(factory=list)
    """`datetime` of `time` elements (their text where it is missing), in order."""
    _items: dict[str, list[Value]] = field(factory=dict)
    _read_items: Callable[[], dict[str, list[Value]]] | None = field(default=None, init=False)
    authors: list[Value] = field(factory=list)
    """Texts of `rel=author` links, in order."""
    tagged: list[int] | None = None
    """Indices of the blocks at or after which `rel=tag` links stand, in order; `None` when nobody looked for them."""
    filed: list[int] | None = None
    """The same for `rel=category` links."""
    media: list[Media] = field(factory=list)
    """Pictures, players and frames, in order."""
    language: str | None = None
    """The root's `lang`; `None` when absent."""
    _by_id: dict[str, LinkedNode] | None = field(default=None, init=False)
    _by_type: dict[str, list[int]] = field(factory=dict, init=False)
    _typed: int = field(default=0, init=False)

    @property
    def items(self) -> dict[str, list[Value]]:
        """Microdata and RDFa: values by lower-case property, in order. Read when first asked for: it costs a pass."""
        if self._read_items is not None:
            self._items = self._read_items()
            self._read_items = None
        return self._items

    def set_items(self, read: Callable[[], dict[str, list[Value]]]) -> None:
        """Say how to read `items`. For readers."""
        self._read_items = read

    def typed(self, *types: str) -> list[LinkedNode]:
        """Return the JSON-LD nodes of any of these types (lower case, no vocabulary: `"webpage"`)."""
        nodes, by_type = self.nodes, self._by_type
        if self._typed != len(nodes):
            by_type.clear()
            for i, node in enumerate(nodes):
                for kind in types_of(node.data):
                    by_type.setdefault(kind, []).append(i)
            self._typed = len(nodes)
        found = {i for kind in by_type.keys() & types for i in by_type[kind]}
        return [nodes[i] for i in sorted(found)]

    def resolve(self, value: object) -> Mapping[str, Any] | None:
        """Return the object that a JSON-LD value is: itself, or what its `@id` refers to; `None` for a plain value."""
        if not isinstance(value, Mapping):
            return None
        node = self.find_id(value.get("@id")) if "name" not in value else None
        return node.data if node is not None and len(node.data) > len(value) else value

    def find_id(self, name: object) -> LinkedNode | None:
        """Return the fullest JSON-LD node with this `@id`, or `None`."""
        if not isinstance(name, str):
            return None
        if self._by_id is None:
            self._by_id = {}
            for node in self.nodes:
                own = node.data.get("@id")
                if isinstance(own, str) and (own not in self._by_id or len(node.data) > len(self._by_id[own].data)):
                    self._by_id[own] = node
        return self._by_id.get(name)


@define(eq=False)
class Document:
    """A source as read: text that never changes, its blocks, and what the head says."""

    kind: SourceKind
    """A page or plain text."""
    text: str
    """What all spans index."""
    blocks: list[Block] = field(factory=list)
    """Ordered and not overlapping; only white space stands between them."""
    url: str | None = None
    """The address given by the caller."""
    reference: datetime | None = None
    """The moment against which "2 hours ago" is read, given by the caller; `None`: ages stay as printed."""
    metadata: Metadata = field(factory=Metadata)
    """What the page says about itself."""
    problems: list[Problem] = field(factory=list)
    """What the reader met: damage, limits, guesses."""
    find_elements: Callable[[str], list[Element]] | None = None
    """XPath over the page; `None` for plain text."""
    path_of: Callable[[Element], str] | None = None
    """XPath of an element; `None` for plain text."""
    _starts: list[int] = field(factory=list, init=False)
    _stories: list[LinkedNode] | None = field(default=None, init=False)

    def story_nodes(self) -> list[LinkedNode]:
        """Return the JSON-LD nodes that describe this page's story (NewsArticle, BlogPosting …), the likeliest first.

        The node whose address or headline is the page's own wins; those of other stories are left out.
        """
        if self._stories is None:
            head = self.metadata
            addresses = [self.url or "", *(value.text for value in (*head.links.get("canonical", ()), *head.meta.get("og:url", ())))]
            titles = [value.text for name in ("og:title", "twitter:title") for value in head.meta.get(name, ())]
            self._stories = stories(head.typed(*STORIES), addresses, [*titles, head.title.text if head.title else ""])
        return self._stories

    @property
    def is_page(self) -> bool:
        """Whether the source is HTML."""
        return self.kind is SourceKind.HTML

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the character at `offset`, or `None` between blocks."""
        if len(self._starts) != len(self.blocks):
            self._starts = [block.start for block in self.blocks]
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.blocks[i].end:
            return None
        return self.blocks[i]
