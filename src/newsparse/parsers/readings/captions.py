"""The blocks that are printed with a picture: which are its caption, and which say who made it."""

from __future__ import annotations

from itertools import islice

from newsparse.document import Block, Document, Element, Scope
from newsparse.grammar.byline import is_bare_name
from newsparse.grammar.credit import find_credit, parse_caption
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.phrases import kind_of
from newsparse.model import Span, Text
from newsparse.text import clean
from newsparse.vocabulary import BoilerplateKind

__all__ = ["caption_parts", "is_button", "is_credit_below", "said"]

# What buttons, counters and labels in a figure are, beside its text: "Close", "Advertisement", "Read more: …".
_BUTTONS = frozenset(
    (
        BoilerplateKind.PLAYER,
        BoilerplateKind.SHARE,
        BoilerplateKind.PAGINATION,
        BoilerplateKind.DIALOG,
        BoilerplateKind.ADVERTISEMENT,
        BoilerplateKind.RELATED,
        BoilerplateKind.NEWSLETTER,
        BoilerplateKind.SKIP_LINK,
    )
)
# Inline elements that part a credit from its caption; of the last three also one without a class that holds a name.
_INLINE = ("cite", "em", "i", "a", "b", "strong", "span", "small")
_PLAIN = frozenset(("span", "small"))
# Between the two names of a credit stand at most this many characters: " / ".
_JOINT = 3
_STOPS = frozenset(".!?…。！？")
_MAX_COUNTER = 9
# "PR" marks an advertisement, and is the maker of a picture that a company sent in.
_MAX_INITIALS = 3
_SURE = 0.9
# A credit below a caption that is told by its words is short.
_MAX_WORDS = 80
# Words before a credit that are still a part of it.
_FEW = 2
_MAX_LINE = 120


def is_button(plain: str) -> bool:
    """Return whether a block of a figure is a button or a counter beside its text: "Play video", "1/12"."""
    return (len(plain) > _MAX_INITIALS and kind_of(plain) in _BUTTONS) or (len(plain) <= _MAX_COUNTER and not any(map(str.isalpha, plain)))


def said(element: Element) -> str:
    """Return what an element says that it is: class and id, and its property or slot in machine-readable pages."""
    get = element.get
    stated = [get(name) for name in ("class", "id", "itemprop", "property", "slot")]
    return " ".join(filter(None, stated)).lower()


def is_credit_below(block: Block, caption: Scope) -> bool:
    """Return whether a block is the line with the maker of a picture, right below its caption: by class, or by its words."""
    scope, plain = block.scope, block.plain
    if scope is None or len(plain) > _MAX_LINE or not _is_beside(scope, caption):
        return False
    if not is_called(scope.names, "caption") and is_called(scope.names, "picture_maker"):
        return True
    if len(plain) > _MAX_WORDS:
        return False
    parts = find_credit(plain)
    if parts is None or parts.confidence < _SURE:
        return False
    return parts.caption is None or len(plain[parts.caption.slice].split()) <= _FEW  # "Gazette photo by Mia Holm"


def _is_beside(scope: Scope, other: Scope) -> bool:
    """Return whether two elements are one, or stand in one box, one of them perhaps a level further down."""
    if scope is other or scope.parent is other.parent:
        return True
    return (scope.parent is not None and scope.parent.parent is other.parent) or (
        other.parent is not None and other.parent.parent is scope.parent
    )


def caption_parts(document: Document, blocks: list[Block]) -> tuple[Text | None, Text | None]:
    """Return caption and credit of a picture's blocks."""
    caption: Span | None = None
    credit: Span | None = None
    for block in blocks:
        own, made = _block_parts(block, len(blocks) > 1)
        credit = credit or made
        if own is not None and caption is None:
            caption = own
        elif own is not None and credit is None and caption is not None and len(block.plain) <= 80 and block is blocks[-1]:
            credit = own  # a short last line under a caption is who made the picture
    return _text(document, caption), _text(document, credit)


def _block_parts(block: Block, several: bool) -> tuple[Span | None, Span | None]:
    """Return the spans of caption and credit in one block."""
    scope, plain = block.scope, block.plain
    parts = parse_caption(plain)
    if (several or parts.credit is None) and parts.caption is not None and _is_credit_line(block):
        return None, _span(block, _maker(plain, parts.caption, parts.credit))
    marked = _marked_credit(scope.element, plain) if scope is not None else None
    if marked is not None and (parts.confidence < 0.9 or (parts.credit is not None and 0 < marked < parts.credit.start)):
        own = Span(0, len(plain[:marked].rstrip(" /|-–—(·"))) if marked else None
        return _span(block, own), _span(block, _closing_credit(plain, marked))
    return _span(block, parts.caption), _span(block, parts.credit)


def _closing_credit(plain: str, start: int) -> Span:
    """Return the credit in the part from `start` that closes a caption: without the label and the brackets around it."""
    tail = plain[start:].lstrip(" /|–—")
    closed = tail.startswith("(") and tail.endswith(")") and tail.count("(") == 1
    while start < len(plain) - 1 and plain[start] in " /|–—(":
        start += 1
    labelled = parse_caption(plain[start:])
    alone = labelled.caption is None or plain[start + labelled.caption.end - 1] == ":"
    if alone and labelled.credit is not None:
        return labelled.credit.moved(start)
    return Span(start, len(plain) - closed)


def _maker(plain: str, caption: Span, credit: Span | None) -> Span:
    """Return the credit in a line that is nothing else: both names of "Jane Doe / The Courier"."""
    if credit is None:
        return caption
    start = caption.start + (plain[caption.start] in "([")
    whole = caption.end < credit.start <= caption.end + _JOINT and plain[caption.end - 1] not in _STOPS
    return Span(start, credit.end) if whole else credit


def _is_credit_line(block: Block) -> bool:
    """Return whether a line of its own in a figure is who made the picture, by its class."""
    scope = block.scope
    if scope is None or scope.tag in {"figure", "figcaption"} or len(block.plain) > _MAX_LINE:
        return False
    return is_called(scope.names, "credit") and not is_called(scope.names, "caption")


def _marked_credit(element: Element, plain: str) -> int | None:
    """Return where a part that closes a caption and whose class says credit begins; `None` without one."""
    for child in islice(element.iter(*_INLINE), 12):
        text = clean("".join(child.itertext()))
        if not text or len(text) > _MAX_LINE or not plain.endswith(text):
            continue
        start = len(plain) - len(text)
        called = (child.get("class") or "").lower() or said(child)
        if child.tag == "cite" or is_called(called, "credit") or (child.tag in _PLAIN and _is_signed(plain[:start], text)):
            return start
    return None


def _is_signed(before: str, text: str) -> bool:
    """Return whether a part behind a caption's last sentence is a name and nothing else."""
    return before.rstrip()[-1:] in _STOPS and text[-1] not in _STOPS and is_bare_name(text)


def _span(block: Block, part: Span | None) -> Span | None:
    return block.span(part.start, part.end) if part is not None and part.end > part.start else None


def _text(document: Document, span: Span | None) -> Text | None:
    return Text(clean(document.text[span.slice]), span=span) if span is not None else None
