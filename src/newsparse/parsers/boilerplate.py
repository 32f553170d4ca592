"""Everything that would be there with another story too, by kind.

What is left when all fields have made their claims is judged by its words first, by the element
that it stands in second, by the heading above it and its links last. A block that nothing tells
anything about is kept as `other`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Scope
from newsparse.lexicon.phrases import hint_of, kind_of
from newsparse.model import Boilerplate
from newsparse.vocabulary import BoilerplateKind as Kind

__all__ = ["PARSERS"]

# Above what the body is sure of: a paragraph that is the phrase and nothing else.
_MARKER = 0.97
_PHRASE = 0.9
_OPENING = 0.7
_REGION = 0.6
_LIST = 0.5
_LINKS = 0.4
_UNKNOWN = 0.1
# Phrases that nobody writes as a paragraph of a story. "No", "Next" and "Analysis" may be answers and crossheads.
_MARKERS = frozenset((
    Kind.ADVERTISEMENT, Kind.PAYWALL, Kind.NEWSLETTER, Kind.SKIP_LINK, Kind.RELATED, Kind.COMMENTS, Kind.CONSENT, Kind.COPYRIGHT, Kind.READING_TIME, Kind.FOLLOW
))  # fmt: skip
_MAX_MARKER = 200
_MAX_CLIMB = 6
_MANY_LINKS = 0.6
# Headings that give their kind to the links below them, for so many blocks.
_LISTS = frozenset((Kind.RELATED, Kind.MOST_READ, Kind.TAGS, Kind.COMMENTS))
_MAX_LIST = 40
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAGS = {"nav": Kind.NAVIGATION, "menu": Kind.NAVIGATION, "dialog": Kind.DIALOG}
# Only where nothing inside has told more.
_OUTER_TAGS = {"footer": Kind.NAVIGATION, "header": Kind.NAVIGATION, "aside": Kind.RELATED, "form": Kind.DIALOG, "button": Kind.DIALOG}

# Words of class names; the earlier row wins. Evidence for blocks that no field wanted, never against a story.
_NAMES: tuple[tuple[Kind, str], ...] = (
    (Kind.BREADCRUMB, "breadcrumb|bread-crumb|brotkrum"),
    (Kind.CONSENT, "cookie|consent|gdpr|onetrust|privacy-|usercentrics|didomi"),
    (Kind.NEWSLETTER, "newsletter|news-letter|mailchimp|signup|sign-up"),
    (Kind.PAYWALL, "paywall|regwall|piano|subscri|abonn|premium-offer|meter-"),
    (Kind.COMMENTS, "comment|disqus|kommentar|coral-"),
    (Kind.SHARE, "share|sharing|social|addtoany|sharedaddy|teilen"),
    (Kind.MOST_READ, "most-?read|most-?popular|popular|trending|latest|meistgelesen|mas-?leid|ranking|newsticker"),
    (Kind.RELATED, "related|recommend|recirc|more-(?:stories|from|news|on)|read-?more|also-like|outbrain|taboola|teaser|further|similar|promo-?card|story-?card|upnext|see-also"),
    (Kind.TAGS, "(?<![a-z])tags?(?![a-z])|topics?(?![a-z])|keyword|schlagw|etiquet"),
    (Kind.LOGIN, "log-?in|sign-?in|account|user-?(?:menu|nav)|register"),
    (Kind.ADVERTISEMENT, r"(?<![a-z])(?:ads?|adv|advert\w*|adslot|banner|sponsor\w*|anzeige|publicidad|werbung|reklam\w*)(?![a-z])|google-?ad|dfp|ad-(?:slot|unit|container|wrapper)"),
    (Kind.PAGINATION, "pagination|pager|prev-?next|post-navigation|nav-links"),
    (Kind.LANGUAGE_SWITCH, "lang(?:uage)?-?(?:switch|select|menu|nav|picker)|edition"),
    (Kind.APP, "app-?(?:promo|store|banner|download)|smartbanner"),
    (Kind.DONATION, "donat|contribut(?:e|ion)s?(?![a-z])|membership|support-us|spende"),
    (Kind.COPYRIGHT, "copyright|legal-line|colophon"),
    (Kind.LEGAL, "legal|imprint|impressum|disclaimer|terms"),
    (Kind.SKIP_LINK, "skip-?(?:link|to|nav)|screen-?reader|visually-?hidden|sr-only"),
    (Kind.FOLLOW, "(?<![a-z])follow"),
    (Kind.PLAYER, "player|video|audio|podcast|gallery|slideshow|carousel|lightbox|jwplayer|vjs"),
    (Kind.LIVE_CONTROL, "live-?blog|key-?events|liveticker"),
    (Kind.WIDGET, "weather|widget|horoscope|poll|quiz|stock|ticker|calendar|crossword|traffic"),
    (Kind.DIALOG, "modal|dialog|popup|pop-up|overlay|toast|notice|alert"),
    (Kind.NAVIGATION, "(?<![a-z])nav|menu|masthead|site-?header|page-?header|topbar|top-bar|toolbar|footer|sitemap|sidebar-nav"),
)  # fmt: skip
_KINDS = tuple(kind for kind, _ in _NAMES)
_CLASSES = re.compile("|".join(f"({words})" for _, words in _NAMES))
_CODE = re.compile(r"function\s?\(|\bvar \w|\{[^{}]{0,200}[:;]|=>|\)\s?;|</?[a-z]{1,10}[ >]|__\w+__")


def find_markers(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the blocks inside the story that are a label of the page and nothing else."""
    for claim in draft.claims("body"):
        owns = claim.owns
        if owns is None or len(owns) != 1 or len(claim.value.text) > _MAX_MARKER:
            continue
        block = document.blocks[owns.start]
        kind = kind_of(block.plain)
        if kind in _MARKERS:
            yield _claim(block, kind, _MARKER)


def find_leftovers(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield every block that nobody claimed, with the likeliest kind."""
    regions: dict[int, Kind | None] = {}
    headline = draft.best("headline")
    story = headline.owns.start if headline is not None and headline.owns else draft.story().start
    listed: Kind | None = None
    until = -1
    for block in draft.unclaimed_blocks():
        plain = block.plain
        kind = kind_of(plain)
        if kind is not None:
            if kind in _LISTS and (block.tag in _HEADINGS or not block.link_chars):
                listed, until = kind, block.index + _MAX_LIST
            if kind is Kind.SECTION_LABEL and block.link_chars and _region(block.scope, regions) is Kind.NAVIGATION:
                kind = Kind.NAVIGATION  # the section's name in a menu, not over a story
            yield _claim(block, kind, _PHRASE)
            continue
        if block.tag in _HEADINGS:
            listed = None
        kind = hint_of(plain)
        if kind is not None:
            yield _claim(block, kind, _OPENING)
            continue
        if _is_code(plain):
            yield _claim(block, Kind.CODE, _OPENING)
            continue
        kind = _region(block.scope, regions)
        if kind is not None:
            yield _claim(block, kind, _REGION)
        elif listed is not None and block.index <= until and block.link_chars:
            yield _claim(block, listed, _LIST)
        elif block.link_chars > _MANY_LINKS * len(plain):
            yield _claim(block, Kind.RELATED if block.index > story and len(plain) > 25 else Kind.NAVIGATION, _LINKS)
        else:
            yield _claim(block, Kind.OTHER, _UNKNOWN)


def _claim(block: Block, kind: Kind, confidence: float) -> Claim:
    return Claim(Boilerplate(block.plain, span=block.whole, kind=kind), confidence, None, range(block.index, block.index + 1))


def _is_code(plain: str) -> bool:
    """Return whether a block is leaked code or an unfilled template: "googletag.cmd.push(function() {"; not "f(x) rose"."""
    return ("{" in plain or ";" in plain or "</" in plain or "__" in plain) and _CODE.search(plain[:400]) is not None


def _region(scope: Scope | None, known: dict[int, Kind | None]) -> Kind | None:
    """Return what the elements around a block say it is, the nearest first; `known` keeps what each element says."""
    climbed: list[int] = []
    kind: Kind | None = None
    outer: Kind | None = None
    for _ in range(_MAX_CLIMB):
        if scope is None:
            break
        key = id(scope)
        if key in known:
            kind = known[key]
            break
        climbed.append(key)
        kind = _TAGS.get(scope.tag) or _named(scope.names)
        if kind is not None:
            break
        outer = outer or _OUTER_TAGS.get(scope.tag)
        scope = scope.parent
    kind = kind or outer
    for key in climbed:
        known[key] = kind
    return kind


def _named(names: str) -> Kind | None:
    """Return what class and id say, the earliest row of the table that matches."""
    if not names:
        return None
    groups = [match.lastindex for match in _CLASSES.finditer(names)]
    return _KINDS[min(group for group in groups if group is not None) - 1] if groups else None


PARSERS = (
    Parser("boilerplate.markers", "boilerplate", find_markers),
    Parser("boilerplate.leftovers", "boilerplate", find_leftovers),
)
