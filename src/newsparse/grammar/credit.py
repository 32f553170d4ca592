"""A line printed with a picture: what is shown, and who made the picture."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from attrs import frozen

from newsparse import lexicon
from newsparse.lexicon.phrases import credit_words, key_of
from newsparse.model import Span
from newsparse.text import holds_any, shortest

__all__ = ["CaptionLine", "find_credit", "is_house", "parse_caption"]

# Credits of the development pages have at most 70 characters; 100 leaves room for two makers.
_MAX_CREDIT = 100
# A tail without any other witness is a name: at most six words.
_MAX_NAME_WORDS = 6
_MAX_LINE = 2000
# In scripts without spaces a maker with house and title has at most so many characters.
_MAX_CLOSED = 20
# The longest label of one word.
_LONGEST_LABEL = 16

# A house of few letters is known only as it is printed, one of many also in other case; between the two, both ways.
_LONGEST_SHORT, _SHORTEST_LONG = 6, 5

_SURE = 0.9
_LIKELY = 0.75
_POSSIBLE = 0.5

_OPEN = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【"}
_LABEL_MARK = re.compile("[:：=©|／]")
# "… operatives. / bne IntelliNews", "… in Berlin | AFP"; not "and/or".
_SEPARATOR = re.compile(r"\s+(?:[/|•·]|[—–-]{1,2})\s+(?:©\s*)?|\s*[©®]\s*|\s*\([cC]\)\s+")
# One of these stands in all of them; the text is clean, so its spaces are plain.
_SEPARATORS = (" /", " |", " •", " ·", " -", " –", " —", "©", "®", "(c)", "(C)")
# The end of a sentence and the start of what follows: "… election. Noel Celis/AFP".
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»)\]]?(?:\s+|(?<=[。！？]))")
_STOPS, _CLOSERS = frozenset(".!?…。！？"), frozenset("'\"”’»)]")
# "Photo:", "Foto ©", "사진=", "Photo credit –".
_AFTER_LABEL = re.compile(r"\s*(?:[:：=©|/／]|\s[-–—]\s|\sby\s)[\s©:]*", re.IGNORECASE)
# "Image source, Getty Images".
_COMMA = re.compile(r"[,،]\s")
_LABEL_ENDS = frozenset(",،:：")
_WORD = re.compile(r"[^\s/|,;:()\[\]]+")
# Two or three capitalised names joined to a house by a slash: "Niall Carson/PA", "HANDOUT / AFP".
_SLASHED = re.compile(r"^[^\W\d_][\w.'’\- ]{1,50}\s?/\s?[^\W\d_][\w.'’\- ]{1,40}$")


@frozen
class CaptionLine:
    """A picture's line in its parts; ranges of the string that was given."""

    caption: Span | None
    """What the picture shows; `None` when the line is a credit alone."""
    credit: Span | None
    """Who made it, without the label ("Photo:"); `None` when nothing is recognised."""
    confidence: float
    """How sure it is that there is a credit: 0 when there is none."""


def parse_caption(text: str) -> CaptionLine:
    """Return the parts of a line that is printed with a picture.

    >>> line = "Fighters near the city. / bne IntelliNews"
    >>> parts = parse_caption(line)
    >>> line[parts.caption.slice], line[parts.credit.slice]
    ('Fighters near the city.', 'bne IntelliNews')
    """
    return find_credit(text) or CaptionLine(_caption(text, _without_label(text)), None, 0.0)


def find_credit(text: str) -> CaptionLine | None:
    """Return the parts of a line that says who made a picture, or `None` where it does not.

    >>> find_credit("Niall Carson/PA").credit, find_credit("The bridge on Monday.")
    (Span(start=0, end=15), None)
    """
    if len(text) <= _MAX_LINE:
        for find in (_spoken, _bracketed, _labelled, _inline, _separated, _closed, _closing, _alone):
            found = find(text)
            if found is not None:
                return found
    return None


def is_house(text: str) -> bool:
    """Return whether a string names a picture agency or a stock house.

    >>> is_house("Noel Celis/Getty Images"), is_house("a tap on the shoulder")
    (True, False)
    """
    exact, folded, firsts = _houses()
    words = [word.strip(".") for word in _WORD.findall(text[:_MAX_CREDIT])]
    low = [word.casefold() for word in words]
    if not (exact.isdisjoint(words) and folded.isdisjoint(low)):
        return True
    if not firsts.isdisjoint(low) and any(f"{one} {other}" in folded for one, other in pairwise(low)):
        return True
    return not text.isascii() and holds_any(text, _joined_houses())


@cache
def _joined_houses() -> frozenset[str]:
    """Return the houses in scripts that write words together, where a name has no edges."""
    return frozenset(name for name in lexicon.table("credits")["houses"] if "\u3040" <= name[0] <= "\ud7a3")


@cache
def _houses() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the houses to compare letter for letter (short ones: "PA" is not "pa", and those that are words), those without case and the first words of these."""
    names, common = lexicon.table("credits")["houses"], lexicon.table("credits")["common"]
    exact = frozenset(name for name in names if len(name) <= _LONGEST_SHORT)
    folded = frozenset(name.casefold() for name in names if len(name) >= _SHORTEST_LONG and name not in common)
    return exact, folded, frozenset(name.partition(" ")[0] for name in folded if " " in name)


def _made(text: str, end: int, start: int, stop: int, confidence: float) -> CaptionLine | None:
    """Return the parts, given where the caption ends and the credit stands; `None` for an empty credit."""
    while start < stop and text[start] in " ©:/|–—-([（":
        start += 1
    while stop > start and text[stop - 1] in " ;,|/":
        stop -= 1
    if stop - start < 2:
        return None
    if text[stop - 1] in _OPEN and _OPEN[text[stop - 1]] not in text[start:stop]:
        stop -= 1
    if text[stop - 1] == "." and text[max(start, stop - 5) : stop - 1].isalpha() and stop - start > 5:  # not that of "Inc."
        stop -= 1
    return CaptionLine(_caption(text, end), Span(start, stop), confidence)


@cache
def _openers() -> tuple[str, ...]:
    """Return the words that may open a caption and say nothing ("Enlarge", "Image")."""
    return tuple(credit_words("openers"))


def _caption(text: str, end: int) -> Span | None:
    """Return the caption in `text[:end]`, without its opener ("Enlarge /") and what parted it from the credit."""
    while end and text[end - 1] in " /|–—-(［[（•·":
        end -= 1
    start = 0
    if key_of(text[:50]).startswith(_openers()):
        opener = _AFTER_LABEL.search(text, 0, 50)
        comma = _COMMA.search(text, 0, 40)
        if opener and key_of(text[: opener.start()]) in credit_words("openers"):
            start = opener.end()
        elif comma and key_of(text[: comma.start()]) in credit_words("openers"):
            start = comma.end()
        elif text[:end].rstrip()[-1:] in _LABEL_ENDS and key_of(text[:end]) in credit_words("openers"):
            return None
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if end > start else None


def _without_label(text: str) -> int:
    """Return where a line ends without the label of a credit that another line holds: "The mayor on Monday. Photo:"."""
    bare = text.rstrip()
    if bare[-1:] not in {":", "："}:
        return len(text)
    words = [match.start() for match in _WORD.finditer(bare, max(0, len(bare) - 40))]
    starts = [start for start in words if key_of(bare[start:]) in credit_words("labels")]
    return min(starts, default=len(text))


def _spoken(text: str) -> CaptionLine | None:
    """Return the parts of "Image source, Getty Images": a label that is there for screen readers."""
    comma = _COMMA.search(text, 0, 40)
    if not comma or len(text) > _MAX_CREDIT or key_of(text[: comma.start()]) not in credit_words("spoken"):
        return None
    maker = text[comma.end() :]
    return _made(text, 0, comma.end(), len(text), _SURE) if is_house(maker) or _is_name(maker) else None


def _label_at(text: str, start: int) -> int:
    """Return the offset behind a credit label that opens `text[start:]`, or -1."""
    found = _AFTER_LABEL.search(text, start + 1, start + 45)
    if found and key_of(text[start : found.start()]) in credit_words("labels"):
        return found.end()
    if found and key_of(text[start : found.end()]) in credit_words("labels"):
        return found.end()
    return -1


def _bracketed(text: str) -> CaptionLine | None:
    """Return the parts of "… (AP Photo/Ng Han Guan)"."""
    stop = len(text.rstrip(" ."))
    if not stop or text[stop - 1] not in _OPEN:
        return None
    start = text.rfind(_OPEN[text[stop - 1]], 0, stop)
    if start < 0 or stop - start > _MAX_CREDIT:
        return None
    inner = start + 1
    labelled = _label_at(text, inner)
    if labelled > 0:
        return _made(text, start, labelled, stop - 1, _SURE)
    phrase = _phrases().match(text, inner)
    if phrase:
        return _made(text, start, phrase.end(), stop - 1, _SURE)
    content = text[inner : stop - 1]
    if "©" in content or is_house(content) or key_of(content) in credit_words("labels") or _is_closed(content):
        return _made(text, start, inner, stop - 1, _SURE)
    if start and _SLASHED.match(content) and " " in content.partition("/")[0].strip() and _is_name(content):
        return _made(text, start, inner, stop - 1, _LIKELY)  # "(Mia Holm/The Courier)"; not "(yes/no)"
    return None


def _labelled(text: str) -> CaptionLine | None:
    """Return the parts of "… Foto: Peter Kneffel/dpa", the last label that is near enough to the end."""
    for mark in reversed([match.start() for match in _LABEL_MARK.finditer(text)]):
        if len(text) - mark > _MAX_CREDIT + 20:
            return None
        words = [match.start() for match in _WORD.finditer(text, max(0, mark - 40), mark)]
        for start in words[-1:-5:-1]:
            if start and text[start - 1].isalnum():
                continue
            label = key_of(text[start:mark])
            if label in credit_words("labels"):
                # the longest label wins: "Photo credit", not "credit"
                while (longer := _longer(text, words, start, mark)) is not None:
                    start = longer
                return _made(text, start, mark + 1, len(text), _SURE)
    return None


def _longer(text: str, words: list[int], start: int, mark: int) -> int | None:
    """Return where a longer label that ends at `mark` begins, or `None`."""
    labels = credit_words("labels")
    return next((word for word in words if start - 30 < word < start and key_of(text[word:mark]) in labels), None)


@cache
def _phrases() -> re.Pattern[str]:
    """Return the pattern of credit words that need no colon: "Photo by", "Courtesy of"."""
    words = [re.escape(word) for word in credit_words("inline")] + [rf"{re.escape(word)}\." for word in credit_words("abbreviated")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))})\s+(?=\S)", re.IGNORECASE)


@cache
def _phrase_words() -> tuple[str, ...]:
    """Return the first words of the credit words that need no colon, without those that begin with another."""
    words = {phrase.partition(" ")[0] for phrase in credit_words("inline")} | {f"{word}." for word in credit_words("abbreviated")}
    return shortest(words)


def _inline(text: str) -> CaptionLine | None:
    """Return the parts of "… Photo by Joe Raedle/Getty Images"."""
    start = max(0, len(text) - _MAX_CREDIT - 30)
    tail = text[start:].lower()
    if not holds_any(tail, _phrase_words()):  # the pattern costs twenty times as much
        return None
    found = _phrases().search(text, start)
    if found is None or len(text) - found.end() > _MAX_CREDIT:
        return None
    confidence = _SURE if found.start() == 0 or _ends_sentence(text[: found.start()]) or text[found.end()].isupper() else _POSSIBLE
    return _made(text, found.start(), found.end(), len(text), confidence)


def _separated(text: str) -> CaptionLine | None:
    """Return the parts of "… operatives. / bne IntelliNews" and "… — © BELGA"."""
    if not holds_any(text, _SEPARATORS):
        return None
    marks = list(_SEPARATOR.finditer(text, max(0, len(text) - _MAX_CREDIT)))
    signed = [found for found in marks if "©" in found[0]]  # "… © City Museum / Mia Holm": both are behind the sign
    for found in reversed(signed or marks):
        tail = text[found.end() :]
        if not tail.strip():
            continue
        if "©" in found[0] or is_house(tail):
            before = _slashed_name(text, found.start()) if "/" in found[0] else found.start()
            return _made(text, before, before if before < found.start() else found.end(), len(text), _SURE)
        dash = "-" in found[0] or "–" in found[0] or "—" in found[0]
        if _ends_sentence(text[: found.start()]) and _is_name(tail) and not dash:
            return _made(text, found.start(), found.end(), len(text), _LIKELY)
        if "/" in found[0] and _is_name(tail) and tail[:1].isupper():
            return _made(text, found.start(), found.end(), len(text), _POSSIBLE)
    return None


def _slashed_name(text: str, slash: int) -> int:
    """Return where a credit "Name / House" begins when a sentence ends before the name, else `slash`."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, max(0, slash - 50), slash)]
    if not ends and slash >= 40:
        return slash
    start = ends[-1] if ends else 0
    return start if start < slash and _is_name(text[start:slash]) else slash


def _is_closed(text: str) -> bool:
    """Return whether a string of few characters ends like the maker of a picture in scripts without spaces: "林海生摄"."""
    return not text.isascii() and len(text) <= _MAX_CLOSED and text.endswith(_closers())


@cache
def _closers() -> tuple[str, ...]:
    """Return the words that end a credit in scripts without spaces."""
    return tuple(credit_words("closers"))


def _closed(text: str) -> CaptionLine | None:
    """Return the parts of "图为上沼泵站。本报记者 林海生摄": what stands behind the last sentence ends like a maker."""
    bare = text.rstrip(" 。")
    if bare.isascii() or not bare.endswith(_closers()):
        return None
    start = max((found.end() for found in _SENTENCE_END.finditer(bare, max(0, len(bare) - _MAX_CLOSED - 2))), default=0)
    tail = bare[start:]
    return _made(text, start, start, len(bare), _SURE) if _is_closed(tail) and (start or " " in tail) else None


def _may_make(text: str) -> bool:
    """Return whether a string is a name or a house."""
    return _is_name(text) or is_house(text)


def _closing(text: str) -> CaptionLine | None:
    """Return the parts of "… last year. Noel Celis/Getty Images": a name after the last sentence."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, max(0, len(text) - _MAX_CREDIT))]
    for end in reversed(ends):
        start = _behind_label(text, end)
        tail = text[start:]
        if tail and len(tail.split()) > 1 + _MAX_NAME_WORDS:
            return None
        if tail and (_SLASHED.match(tail) or is_house(tail)) and not _ends_sentence(tail):
            return _made(text, end, start, len(text), _SURE if is_house(tail) else _LIKELY)
    return None


def _ends_sentence(text: str) -> bool:
    """Return whether a text ends with a sentence: a stop, or a quote or bracket behind one. A pattern looks at all of the text."""
    bare = text.rstrip()
    return bare[-1:] in _STOPS or (bare[-1:] in _CLOSERS and bare[-2:-1] in _STOPS)


def _alone(text: str) -> CaptionLine | None:
    """Return a line that is a credit and nothing else: "Niall Carson/PA"."""
    if len(text) > 70 or _ends_sentence(text):
        return None
    house = is_house(text)
    slashed = not house and "/" in text and _SLASHED.match(text) is not None and " " not in text.rpartition("/")[2].strip()
    if not (house or slashed) or not _is_name(text):
        return None
    return _made(text, 0, _behind_label(text, 0), len(text), _SURE if house else _POSSIBLE)


def _behind_label(text: str, start: int) -> int:
    """Return where the name begins behind a label without a mark: "Foto dpa", "Fot. Jan Nowak / PAP"; else `start`."""
    space = text.find(" ", start, start + _LONGEST_LABEL)
    return space + 1 if space > 0 and key_of(text[start:space]) in credit_words("labels") and _may_make(text[space + 1 :]) else start


def _is_name(text: str) -> bool:
    """Return whether a string may be somebody's name: few words, mostly capitalised, no sentence."""
    words = text.replace("/", " ").split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or holds_any(text, "?!;"):
        return False
    capital = sum(1 for word in words if not word[0].isalpha() or word[0].isupper() or word[0].lower() == word[0].upper())
    inner = sum(1 for word in words if any(char.isupper() for char in word))
    return max(capital, inner) * 2 >= len(words) and not _ends_sentence(text)
