"""Pictures of the story, with what is printed about them: caption apart from credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import evolve

from newsparse.addresses import joined
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element, Media, Scope
from newsparse.grammar.credit import find_credit, is_house
from newsparse.grammar.notes import phrased_note
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.phrases import credit_words, key_of
from newsparse.model import Byline, Figure, Span
from newsparse.parsers.readings.captions import caption_parts, is_button, is_credit_below, said
from newsparse.parsers.readings.pictures import address_of, names_of, stated_images, stated_names
from newsparse.text import clean, fold
from newsparse.vocabulary import NoteKind, SourceKind

__all__ = ["LATE", "PARSERS"]

# Above what the body is ever sure of: a `figcaption` was story on no page of fundus and newssites2023.
_IN_FIGCAPTION = 0.99
_IN_FIGURE = 0.95
_BY_CLASS = 0.97
_BY_CREDIT = 0.985
_BY_MAKER = 0.9
_BY_WORDS = 0.8
# Prose without a credit in a box that calls itself a caption: slides of a gallery are told like stories.
_DOUBTFUL = 0.45
_WITHOUT_CREDIT = 0.84
_PROSE = 150
_ALONE = 0.6
_STATED = 0.5
# A caption of the development pages has at most 900 characters, a figure at most five blocks of text.
_MAX_CAPTION = 1200
_MAX_BLOCKS = 6
_MAX_PLAIN = 400
# A longer line is prose.
_LINE = 80
_MAX_LINE = 120
# A credit that is told by its words has one of these marks before or in it.
_MARKS = re.compile(r"[/©:：()（）\[\]【】|=]")
# A longer line that credits somebody has a mark.
_SHORT = 40
# The first character of the scripts that write no spaces; there a credit needs no mark: "本报记者 林海生摄".
_SPACELESS = "\u2e80"
_MAX_FIGURES = 60
_LINKED = 0.5
# Between two copies of a picture stand at most so many blocks.
_BETWEEN = 4
# How far above a picture the element is that holds its caption within a line, and how many such elements are looked at.
_DEEP, _FEW = 3, 6
# How many blocks before the story's first and behind its last one its pictures stand.
_LEAD_REACH = 25
_TAIL_REACH = 3

_INLINE = ("span", "em", "i", "small", "cite", "figcaption")
_FIGURES = frozenset(("figure", "figcaption"))
_NOT_FIGURE = frozenset(("table", "blockquote", "pre", "form", "h1", "h2"))
_PICTURES = frozenset(("img", "amp-img", "video", "picture", "image"))


def find_captioned(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the pictures that text is printed with, from the headline to the story's end."""
    found: list[Claim] = []
    for blocks, scope, confidence in _groups(document, _reach(document, draft)):
        claim = _captioned(document, blocks, scope, confidence)
        if claim is not None:
            found.append(claim)
            if len(found) == _MAX_FIGURES:
                break
    lead = _lead_of(document, draft, found) if found else None
    if lead is not None and isinstance(lead.value, Figure):
        lead.value = evolve(lead.value, lead=True)
    yield from _once(found)


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the pictures without the copies that a page prints for other screens: one caption twice, nothing between but buttons."""
    kept: list[Claim] = []
    for claim in claims:
        last = kept[-1] if kept else None
        if last is not None and _is_copy(claim, last):
            if not (isinstance(claim.value, Figure) and claim.value.lead):
                continue
            kept.pop()
        kept.append(claim)
    yield from kept


def _is_copy(claim: Claim, last: Claim) -> bool:
    """Return whether a picture is the one before it again."""
    one, two = claim.value, last.value
    if not (isinstance(one, Figure) and isinstance(two, Figure) and one.caption and claim.owns and last.owns):
        return False
    return one.text == two.text and claim.owns.start - last.owns.stop <= _BETWEEN


def _lead_of(document: Document, draft: Draft, claims: list[Claim]) -> Claim | None:
    """Return the claim of the main picture: the first one whose file the head names, else the one between headline and story.

    The head often names a crop of it for cards, under a name of its own.
    """
    stated = stated_names(document)
    named = next((claim for claim in claims if isinstance(claim.value, Figure) and stated & names_of(claim.value.url)), None)
    headline = draft.best("headline")
    if named is not None or headline is None or not headline.owns:
        return named
    above = range(headline.owns.stop, _opening(draft))
    first = next((claim for claim in claims if claim.owns and claim.owns.start in above), None)
    if first is None or not isinstance(first.value, Figure) or not first.value.url or ".svg" in first.value.url:
        return None
    return first


def _opening(draft: Draft) -> int:
    """Return where the second paragraph of prose begins: a summary above the picture is taken for the first until the deck is known."""
    starts = sorted(claim.owns.start for claim in draft.claims("body") if claim.owns and _is_prose(claim.value.text))
    return starts[1] if len(starts) > 1 else draft.story().start


def _is_prose(text: str) -> bool:
    """Return whether a text is longer than a summary; scripts without spaces take half the room."""
    return len(text) > (_LINE if text[:1] < _SPACELESS else _LINE // 2)


def _reach(document: Document, draft: Draft) -> range:
    """Return the indices of the blocks among which the story's pictures stand."""
    story = draft.story()
    if not story:
        return range(0)
    headline = draft.best("headline")
    first = headline.owns.start if headline is not None and headline.owns else story.start
    first = min(first, story.start) if story.start - first < _LEAD_REACH * 2 else story.start
    stop = min(len(document.blocks), story.stop + _TAIL_REACH)
    while stop < len(document.blocks) and _is_in_figure(document.blocks[stop]):  # a gallery behind a short text
        stop += 1
    return range(max(0, min(first, story.start) - _LEAD_REACH), stop)


def _is_in_figure(block: Block) -> bool:
    return block.scope is not None and not block.scope.within.isdisjoint(_FIGURES)


def _groups(document: Document, reach: range) -> Iterator[tuple[list[Block], Scope, float]]:
    """Yield runs of blocks that are a picture's text, with the element around them and how sure that is."""
    pictures = {media.block: media for media in document.metadata.media if media.tag in _PICTURES and media.block in reach}
    i = reach.start
    while i < reach.stop:
        block = document.blocks[i]
        figure = _figure_of(block.scope, block) if block.scope is not None and not _FIGURES.isdisjoint(block.scope.within) else None
        if figure is not None:
            scope, confidence = figure
            run = [block]
            while i + len(run) < reach.stop and _inside(document.blocks[i + len(run)], scope):
                run.append(document.blocks[i + len(run)])
            i += len(run)
            if i < reach.stop and i not in pictures and is_credit_below(document.blocks[i], scope):
                run.append(document.blocks[i])
                i += 1
            if len(run) <= _MAX_BLOCKS and sum(len(part.plain) for part in run) <= _MAX_CAPTION:
                yield run, scope, confidence
            continue
        i += 1
        if (block.index in pictures or block.index - 1 in pictures) and block.scope is not None:
            media = pictures.get(block.index) or pictures[block.index - 1]
            confidence = _beside_picture(block, media)
            above = confidence or (_BY_WORDS if block.index in pictures and _is_line(block) else 0.0)  # if a credit follows
            below = document.blocks[i] if above and i < reach.stop and i not in pictures else None
            if below is not None and is_credit_below(below, block.scope):
                is_prose = confidence == _BY_WORDS and len(block.plain) > _PROSE  # a paragraph in the box of a credit
                confidence = 0.0 if is_prose else above
                i += bool(confidence)
            else:
                below = None
            if confidence:
                yield [block] if below is None else [block, below], block.scope, confidence


def _figure_of(scope: Scope | None, block: Block) -> tuple[Scope, float] | None:
    """Return the `figure` or `figcaption` around a block in a scope, at most five levels up."""
    caption = False
    for _ in range(6):
        if scope is None or scope.tag in _NOT_FIGURE:
            return None
        if scope.tag == "figure":
            return (scope, _IN_FIGCAPTION if caption else _IN_FIGURE) if not block.link_chars * 2 > len(block.plain) or caption else None
        if scope.tag == "figcaption":
            caption = True
            parent = scope.parent
            if parent is None or not any(outer.tag == "figure" for outer in list(parent.around())[:4]):
                return scope, _IN_FIGCAPTION
        scope = scope.parent
    return None


def _inside(block: Block, around: Scope) -> bool:
    """Return whether a block stands in an element, at most eight levels up."""
    scope = block.scope
    for _ in range(9):
        if scope is None:
            return False
        if scope is around:
            return True
        scope = scope.parent
    return False


def _is_line(block: Block) -> bool:
    """Return whether a block is a line of text: what stands between a picture and its credit is the caption, or the credit's label."""
    if len(block.plain) > _PROSE or block.tag in _NOT_FIGURE or block.link_density > _LINKED:
        return False
    return key_of(block.plain) not in credit_words("labels")


def _beside_picture(block: Block, media: Media) -> float:
    """Return how sure it is that the block behind a picture is its caption: by class or by its words; else 0."""
    plain, scope = block.plain, block.scope
    if scope is None or len(plain) > _MAX_CAPTION or block.tag in _NOT_FIGURE or block.link_density > 0.8:
        return 0.0
    outer = scope.parent
    called = scope.names or said(scope.element)
    if is_called(called, "caption") or (block.index == media.block and _holds_caption(media, block)):
        return _BY_CLASS
    if outer is not None and is_called(outer.names, "caption"):
        return _BY_CLASS if find_credit(plain) is not None else _BY_WORDS
    if len(plain) <= _MAX_LINE and is_called(scope.names, "picture_maker"):
        return _BY_MAKER
    if len(plain) > _MAX_PLAIN or _says_no_maker(plain) or _is_rights(plain):
        return 0.0
    parts = find_credit(plain)
    if parts is not None and parts.credit is not None and parts.confidence >= 0.9:
        # "(dpa)" closes a paragraph too; "(AP Photo/Jane Doe)" and "Photo by Jane Doe" do not
        maker = plain[parts.credit.slice]
        return _BY_CREDIT if any(mark in maker for mark in "/ ") or maker.endswith(tuple(credit_words("closers"))) else _BY_WORDS
    return _BY_WORDS if is_called(scope.names, "credit") and is_house(plain) else 0.0


def _says_no_maker(plain: str) -> bool:
    """Return whether a line has no mark that parts a maker from a caption; houses of other scripts stand alone in a short line."""
    own = len(plain) <= _SHORT and not plain.isascii()
    return not own and plain[-1] < _SPACELESS and _MARKS.search(plain) is None


def _is_rights(plain: str) -> bool:
    """Return whether a line is the page's own copyright."""
    note = phrased_note(plain) if "©" in plain or "(c)" in plain else None
    return note is not None and note.kind is NoteKind.RIGHTS


def _holds_caption(media: Media, block: Block) -> bool:
    """Return whether an element within a line that says it is a caption opens the line: `<span class="caption">`."""
    if block.scope is None or len(block.plain) > _MAX_PLAIN:
        return False
    around = media.scope is not None and any(outer is block.scope for outer in islice(media.scope.around(), _DEEP))
    element: Element | None = media.element.getparent() if around else block.scope.element
    for _ in range(_DEEP):
        if element is None:
            break
        for child in islice(element.iter(*_INLINE), _FEW):
            if is_called(said(child), "caption") and (text := clean("".join(child.itertext()))):
                return block.plain.startswith(text)
        if element is block.scope.element:
            break
        element = element.getparent()
    return False


def _captioned(document: Document, blocks: list[Block], scope: Scope, confidence: float) -> Claim | None:
    """Return the claim of a picture with its text."""
    while blocks and is_button(blocks[-1].plain):
        blocks = blocks[:-1]
    while len(blocks) > 1 and is_button(blocks[0].plain):
        blocks = blocks[1:]
    if not blocks:
        return None
    media = _picture_of(document, blocks[0].index, scope)
    if scope.tag == "figure" and (media is None or not _is_around(scope, media)) and _shows_text(scope):
        return None
    caption, credit = caption_parts(document, blocks)
    if confidence < _IN_FIGCAPTION and credit is None:
        confidence = _DOUBTFUL if max(len(block.plain) for block in blocks) > _PROSE else _WITHOUT_CREDIT
    whole = Span(blocks[0].start, blocks[-1].end)
    url, alt = address_of(document, media) if media is not None else (None, None)
    text = blocks[0].plain if len(blocks) == 1 else clean(document.text[whole.slice])
    node = Figure(text, span=whole, url=url, alt=alt, caption=caption, credit=credit)
    return Claim(node, confidence, scope.element, range(blocks[0].index, blocks[-1].index + 1))


def _is_around(scope: Scope, media: Media) -> bool:
    """Return whether a picture stands in an element."""
    return media.scope is not None and media.scope.stands_in(scope)


def _shows_text(scope: Scope) -> bool:
    """Return whether a figure shows a table or a quotation: the line below it is theirs."""
    return next(iter(scope.element.iter("table", "blockquote", "pre")), None) is not None


def _picture_of(document: Document, index: int, scope: Scope) -> Media | None:
    """Return the picture that a caption belongs to: in the same element, else the last one before it."""
    near = [media for media in document.metadata.media if media.tag in _PICTURES and index - 2 <= media.block <= index + _MAX_BLOCKS]
    for media in near:
        if _is_around(scope, media):
            return media
    before = [media for media in near if media.block <= index]
    return before[-1] if before else None


def find_lead(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the main picture as the head states it, when no captioned picture is it."""
    if any(isinstance(claim.value, Figure) and claim.value.lead for claim in draft.claims("figures")):
        return
    for url, element, pointer in stated_images(document):
        yield Claim(Figure("", url=joined(document.url, url), pointer=pointer, lead=True), _STATED, element, None)
        return


def find_silent(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the pictures inside the story that no text is printed with but a text alternative."""
    story = draft.story()
    known = _known(draft.claims("figures"))
    makers = _makers(draft)
    count = 0
    for media in document.metadata.media:
        if media.tag not in _PICTURES or not story.start < media.block < story.stop or count >= _MAX_FIGURES:
            continue
        url, alt = address_of(document, media)
        if url and alt and url not in known and len(alt) > 10 and fold(alt) not in makers and not _is_teaser(media, url):
            count += 1
            yield Claim(Figure("", url=url, alt=alt), _ALONE, media.element, None)


def _makers(draft: Draft) -> frozenset[str]:
    """Return who made the story, folded: a picture that is called so is the author's portrait."""
    claims = (draft.best("byline"), draft.best("authors"))
    return frozenset(
        fold(person.name) for claim in claims if claim and isinstance(claim.value, Byline) for person in claim.value.contributors
    )


def _is_teaser(media: Media, url: str) -> bool:
    """Return whether a picture is a drawing of the page's own or leads to another story."""
    if ".svg" in url:
        return True
    element: Element | None = media.element
    for _ in range(4):
        element = element.getparent() if element is not None else None
        if element is not None and element.tag == "a":
            return True
    return False


def _known(claims: Sequence[Claim]) -> frozenset[str | None]:
    return frozenset(claim.value.url for claim in claims if isinstance(claim.value, Figure))


PARSERS = (
    Parser("figures.captioned", "figures", find_captioned, requires=("body",), source=SourceKind.HTML),
    Parser("figures.lead", "figures", find_lead, requires=("body",), source=SourceKind.HTML),
)
LATE = (Parser("figures.silent", "figures", find_silent, requires=("body", "byline", "authors"), source=SourceKind.HTML),)
