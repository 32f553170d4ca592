"""Whether the story is free to read: what the page declares, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element
from newsparse.lexicon.phrases import hint_of, kind_of
from newsparse.model import Access, Text
from newsparse.vocabulary import BoilerplateKind, SourceKind

__all__ = ["PARSERS"]

_TIERS = {
    "free": "free",
    "metered": "metered",
    "locked": "locked",
    "paid": "locked",
    "premium": "locked",
    "subscription": "locked",
    "open": "free",
}
_STRICT = ("free", "metered", "locked")
_YES = frozenset(("true", "yes", "1", "free", "https://schema.org/true", "http://schema.org/true"))
_NO = frozenset(("false", "no", "0", "https://schema.org/false", "http://schema.org/false"))
_TIER_METAS = ("article:content_tier", "og:article:content_tier", "content_tier", "lp.article:content_tier")
# A prompt to pay that cuts the story stands among the first blocks behind its last paragraph.
_BEHIND = 8
# A text of this length without a prompt behind it is whole: the shortest whole stories with a declared tier have 1,500 characters.
_WHOLE = 1500
_CONFIDENCE = 0.9


def find_access(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield what the page declares and shows, when it does either."""
    evidence: list[Text] = []
    element: Element | None = None
    declared: bool | None = None
    for node in document.story_nodes() + document.metadata.typed("webpage"):
        stated = _flag(node.data.get("isAccessibleForFree"))
        if stated is not None and declared is None:
            declared, element = stated, node.element
            evidence.append(Text(str(node.data.get("isAccessibleForFree")), pointer=f"{node.pointer}/isAccessibleForFree"))
    for flag in document.metadata.meta.get("isaccessibleforfree", ())[:1]:  # microdata
        if declared is None and (declared := _flag(flag.text)) is not None:
            element = flag.element
            evidence.append(Text(flag.text))
    tier, value = _tier(document)
    if value is not None:
        evidence.append(Text(value[0]))
        element = element if element is not None else value[1]
    prompt = _prompt(document, draft)
    if prompt is not None:
        evidence.append(Text(prompt.plain, span=prompt.whole))
    seen = _seen(draft, prompt)
    if declared is None and tier is None and prompt is None:
        return
    yield Claim(
        Access(_strictest(declared, tier, seen), declared=declared, tier=tier, seen=seen, evidence=tuple(evidence)),
        _CONFIDENCE,
        element,
        None,
    )


def _flag(stated: object) -> bool | None:
    """Return a flag in any of its spellings: `true`, "True", 1, a list of one; `None` for anything else."""
    if isinstance(stated, list):
        flags = [_flag(part) for part in stated[:4]]
        return False if False in flags else True if True in flags else None
    if isinstance(stated, bool):
        return stated
    word = str(stated).strip().lower() if isinstance(stated, (str, int)) else ""
    return True if word in _YES else False if word in _NO else None


def _tier(document: Document) -> tuple[str | None, tuple[str, Element] | None]:
    """Return the declared tier, and what declares it."""
    for key in _TIER_METAS:
        for value in document.metadata.meta.get(key, ()):
            tier = _TIERS.get(value.text.strip().lower())
            if tier is not None:
                return tier, (value.text, value.element)
    return None, None


def _prompt(document: Document, draft: Draft) -> Block | None:
    """Return the block right behind the story that asks to pay for the rest; menus and footers do not count."""
    story = draft.story()
    if not story:
        return None
    for block in document.blocks[max(0, story.stop - 1) : story.stop + _BEHIND]:
        if block.scope is not None and not block.scope.within.isdisjoint(("footer", "nav")):
            return None
        if kind_of(block.plain) is BoilerplateKind.PAYWALL or (
            block.index >= story.stop and hint_of(block.plain) is BoilerplateKind.PAYWALL
        ):
            return block
    return None


def _seen(draft: Draft, prompt: Block | None) -> bool | None:
    """Return whether the text reads whole: not with a prompt behind it, yes when it is long; `None` when unclear."""
    if prompt is not None:
        return False
    size = sum(len(claim.value.text) for claim in draft.claims("body"))
    return True if size >= _WHOLE else None


def _strictest(declared: bool | None, tier: str | None, seen: bool | None) -> str:
    """Return the strictest that anything says; a flag that says "not free" beside the tier "metered" says no more than it."""
    said = {tier} if tier is not None else set()
    if declared is False and tier not in {"metered", "locked"}:
        said.add("locked")
    if seen is False and declared is not True:
        said.add("locked")
    return max((word for word in said if word is not None), key=_STRICT.index, default="free")


PARSERS = (Parser("access.declared_and_seen", "access", find_access, requires=("body",), source=SourceKind.HTML),)
