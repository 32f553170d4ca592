"""Links that lead from a story to the section it stands in, where no trail is printed: a reading that section, kicker and tags share."""

from __future__ import annotations

from newsparse.addresses import parted
from newsparse.document import Block, Document, Element
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.folders import leads_to
from newsparse.lexicon.phrases import key_of, kind_of
from newsparse.text import clean
from newsparse.vocabulary import BoilerplateKind

__all__ = ["SectionLink", "folder_link", "folders_of", "section_link"]

# What a story is about and who wrote it, not where it stands.
_ELSEWHERE = ("topic", "series", "person", "search")
# What the name of a section may be elsewhere.
_KINDS = frozenset((None, BoilerplateKind.SECTION_LABEL, BoilerplateKind.WIDGET))
_MAX_LINE = 80
_MAX_NAME = 40
_MAX_LINKS = 4
# A line may hold the day, the author, sections and topics, each linked.
_MOST_LINKS = 16
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
# The label before the links, where its words are not known: "in", "Section:".
_MAX_LABEL = 14
_DEEPEST = 4
# How long a label with the link to its section is, and how much of it the link is where nothing else is said.
_MAX_LABELLED = 60
_ALONE = 0.9
_STEPS = frozenset("/|>»›\\")


class SectionLink:
    """The name of a section that a line links to."""

    __slots__ = ("alone", "said", "start", "text")

    def __init__(self, text: str, start: int, *, said: bool, alone: bool) -> None:
        self.text = text
        """The name."""
        self.start = start
        """Where it begins in the block's clean text."""
        self.said = said
        """Whether the link itself says so, by `rel="category"`; a class name is weaker."""
        self.alone = alone
        """Whether the block holds nothing else."""


def section_link(document: Document, block: Block) -> SectionLink | None:
    """Return the first section that a short line links to, or `None` where neither the link nor a class says that it is one.

    Where no link of the page says so, only lines are read whose class may.
    """
    if not 0 < block.links <= _MOST_LINKS or block.scope is None or block.tag in _HEADINGS:
        return None
    if (document.metadata.filed == [] and not _may_be_classed(block)) or block.scope.hidden:
        return None
    for anchor in block.anchors():
        said = "category" in (anchor.get("rel") or "").lower().split()
        if not said and not _is_classed(block, anchor):
            continue
        text = clean("".join(anchor.itertext()))
        start = block.plain.find(text) if 0 < len(text) <= _MAX_NAME else -1
        if start >= 0 and kind_of(text) in _KINDS and "uncategor" not in (anchor.get("href") or "") and (said or _leads_down(anchor)):
            return SectionLink(text, start, said=said, alone=_is_alone(block))
    return None


def folders_of(document: Document) -> tuple[str, ...]:
    """Return the paths of the page's own address, without the page: of "/a/b/c.html", those are "/a/b" and "/a".

    A folder whose name is a number is an archive's: "/2024/05/03".
    """
    stated = [value.text for value in document.metadata.links.get("canonical", ())]
    path = next((found for address in (*stated, document.url or "") if (found := _path(address))), "")
    parts = path.split("/")[1:-1]
    return tuple("/" + "/".join(parts[:count]) for count in range(len(parts), 0, -1) if not parts[count - 1].isdigit())


def folder_link(block: Block, folders: tuple[str, ...]) -> SectionLink | None:
    """Return the only link of a label, if it leads to a folder in which the page stands: "/sport" of "/sport/2024/final"."""
    if block.links != 1 or not folders or len(block.plain) > _MAX_LABELLED:
        return None
    anchors = block.anchors()
    if not anchors or _path(anchors[0].get("href") or "") not in folders:
        return None
    text = clean("".join(anchors[0].itertext()))
    start = block.plain.find(text) if text else -1
    alone = len(text) >= _ALONE * len(block.plain)
    if start < 0 or (not alone and not _STEPS.isdisjoint(block.plain)):  # a trail: "Blog / Marketing"
        return None
    return SectionLink(text, start, said=False, alone=alone)


def _path(address: str) -> str:
    """Return an address's path, small and without a closing slash."""
    return parted(address).path.rstrip("/").lower()


def _is_alone(block: Block) -> bool:
    """Return whether a line holds nothing but links to sections and perhaps a label: "Posted in News, Harbour"."""
    plain = block.plain
    rest = len(plain) - block.link_chars
    if rest <= _MAX_LABEL:
        return True
    first = next((clean("".join(anchor.itertext())) for anchor in block.anchors()), "")
    return kind_of(plain[: plain.find(first)].strip()) is BoilerplateKind.TAGS


def _may_be_classed(block: Block) -> bool:
    """Return whether a line is short and no item of a list: a class may say that it holds a section."""
    return len(block.plain) <= _MAX_LINE and block.links <= _MAX_LINKS and block.tag != "li"


def _is_classed(block: Block, anchor: Element) -> bool:
    """Return whether the class of a short line, its box or its link names a section."""
    scope, around = block.scope, anchor.getparent()
    if scope is None or not _may_be_classed(block):
        return False
    names = [scope.names, (anchor.get("class") or "").lower(), (around.get("class") or "").lower() if around is not None else ""]
    if scope.parent is not None:
        names.append(scope.parent.names if scope.parent.tag not in {"body", "main", "article"} else "")
    return any(is_called(name, "section") for name in names if name)


def _leads_down(anchor: Element) -> bool:
    """Return whether a link leads to a folder of the site, and not to a topic or another story."""
    path = parted(anchor.get("href") or "").path.rstrip("/").lower()
    if not path or path.count("/") > _DEEPEST or leads_to(f"{path}/", *_ELSEWHERE):
        return False
    last = path.rpartition("/")[2]
    return "." not in last and not any(map(str.isdigit, last)) and (last.count("-") < 4 or key_of(last) == "")
