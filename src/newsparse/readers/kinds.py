"""What the walk does at each kind of element."""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = [
    "BLOCK",
    "BREAK",
    "ENTITY",
    "INLINE",
    "LINK",
    "MEDIA",
    "NOSCRIPT",
    "ODD",
    "PRE",
    "RULE",
    "SKIP",
    "STRONG",
    "TIME",
    "TOLD",
    "Kinds",
]

ODD, SKIP, BLOCK, LINK, INLINE, STRONG, TIME, MEDIA, BREAK, RULE, PRE, NOSCRIPT, ENTITY, TOLD = range(-1, 13)

_TABLE: dict[object, int] = {
    # Never shown, shown by other means, or without any text of their own. Not `source` and `wbr`: libxml2 does not
    # know that they are empty, and puts what follows into them.
    **dict.fromkeys(
        (
            "style template svg select textarea canvas datalist object applet noembed noframes rp rt rtc annotation"
            " annotation-xml base input param area col colgroup frame frameset progress meter basefont bgsound"
        ).split(),
        SKIP,
    ),
    **dict.fromkeys(
        (
            "html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
            " form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol optgroup option p search section summary table tbody td"
            " tfoot th thead tr ul marquee"
        ).split(),
        BLOCK,
    ),
    # Never shown either, but they may say what the page is.
    **dict.fromkeys("head meta link script title".split(), TOLD),
    **dict.fromkeys("pre xmp listing plaintext".split(), PRE),
    **dict.fromkeys(
        (
            "img video audio iframe embed amp-img amp-anim amp-video amp-audio amp-iframe amp-youtube amp-vimeo amp-dailymotion amp-brightcove"
            " amp-jwplayer amp-twitter amp-instagram amp-facebook amp-tiktok amp-pinterest amp-reddit amp-soundcloud"
        ).split(),
        MEDIA,
    ),
    **dict.fromkeys(("button", "label"), ODD),
    "a": LINK, "b": STRONG, "strong": STRONG, "time": TIME, "br": BREAK, "hr": RULE, "noscript": NOSCRIPT,
}  # fmt: skip


class Kinds(dict[Any, int]):
    """The kinds of a page's tags. What is not in the table is inline, but see `ODD`.

    A copy a walk: a page may name any number of tags.
    """

    def __init__(self) -> None:
        super().__init__(_TABLE)

    def __missing__(self, tag: Any) -> int:
        """Return the kind of a tag that is not in the table, and keep it.

        `ODD` are those that need another look: names with a prefix, a name space or capitals
        (trees that were not read as HTML), custom elements and buttons.
        """
        if isinstance(tag, str):
            kind = ODD if "-" in tag or tag[0] == "{" or tag != tag.lower() else INLINE
        else:
            kind = ENTITY if tag is etree.Entity else SKIP  # comments and processing instructions are functions here
        self[tag] = kind
        return kind
