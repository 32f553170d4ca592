"""What a source is: a page, plain text, or something that is neither."""

from __future__ import annotations

import re

__all__ = ["binary_format", "data_format", "looks_like_page"]

_MARK = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|section|span|table|script|!--)[\s>/]", re.I)
# A page opens with markup; prose that quotes a tag does not. Tuned on none: the first 2,000
# characters of every page of the development corpora hold one of the tags.
_WINDOW = 4_000

# A fragment may be a page without its head, if it holds tags to its end; a text behind a scrap of one has lines without any.
_FRAGMENT = re.compile(r"<(?:div|p|span|img|a|iframe)[\s>]", re.I)
_TAG = re.compile(r"</?[a-z][^<>]{0,400}>", re.I)
_SCRAP, _SCRAP_LINES = 1_500, 10

# First bytes of files that are often taken for pages: downloads under an article's address.
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV, AVI)"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"SQLite format 3", "a database"),
)
# Control characters that stand in no text; line ends, tabs, form feeds and the escape of seven-bit encodings do.
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}) + b"\x7f"
# Share of them above which bytes are no text. Pages with stray NULs have 0.001; compressed data 0.1.
_MOST_CONTROLS = 0.02


# Roots of XML that is no page, behind its declaration: "<rss version='2.0'>"; not "<article>".
_ROOT = re.compile(r"[\s\ufeff\xef\xbb\xbf]{0,100}(?:<[?!][^>]{0,500}>\s{0,100}){0,8}<([a-z:]{3,12})[\s>]", re.I)
_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf:rdf"), "a feed of stories"),
    **dict.fromkeys(("urlset", "sitemapindex"), "a sitemap"),
    "nitf": "NITF, which newsparse.export.from_nitf reads",
}
# '{"headline": …', '[{"a": …'; not "{One}", "[1]".
_JSON = re.compile(r"[\s\ufeff\xef\xbb\xbf\[]{0,100}\{\s{0,100}\"[^\"\n]{1,100}\"\s?:")


def data_format(source: bytes | str) -> str | None:
    """Return what a source is when it is data for programs, in words; `None` for a page or a text.

    >>> data_format('<?xml version="1.0"?><rss version="2.0">'), data_format('{"a": 1}'), data_format("<p>One.</p>")
    ('a feed of stories', 'JSON', None)
    """
    head = source[:_WINDOW]
    head = head.decode("latin-1") if isinstance(head, bytes) else head
    if (found := _ROOT.match(head)) is not None:
        return _ROOTS.get(found[1].lower())
    return "JSON" if _JSON.match(head) else None


def looks_like_page(source: bytes | str) -> bool:
    """Return whether a source is markup.

    >>> looks_like_page("<p>One.</p>"), looks_like_page("The <p> tag opens a paragraph.")
    (True, False)
    """
    if isinstance(source, bytes):
        head = source[:_WINDOW]
        if b"\0" in head:
            wide = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-16-be" if head.startswith(b"\0") else "utf-16-le"
            if _is_markup(head.decode(wide, "ignore")):
                return True
            head = head.replace(b"\0", b"")
        return _is_markup(head.decode("latin-1"))
    return _is_markup(source[:_WINDOW].replace("\0", ""))


def binary_format(source: bytes) -> str | None:
    """Return what a source is when it is no text at all, in words; `None` for text of any encoding.

    >>> binary_format(b"%PDF-1.7 ..."), binary_format(b"<p>One.</p>")
    ('a PDF file', None)
    """
    head = source[:_WINDOW]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[4:8] == b"ftyp":
        return "an MP4 or HEIC file"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(head):
        return None
    strange = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if strange > 8 and strange > _MOST_CONTROLS * len(head) else None


def _is_wide(head: bytes) -> bool:
    """Whether the bytes may be UTF-16 or UTF-32 without a mark: the NULs stand at regular places."""
    if b"\0" not in head or len(head) < 4:
        return False
    return head[0::4].count(0) + head[3::4].count(0) > 0.3 * (len(head) // 2)


def _is_markup(head: str) -> bool:
    start = head.lstrip("\ufeff\xef\xbb\xbf \t\r\n\x00")
    found = _MARK.search(start) if "<" in start else None
    if found is None:
        return start.startswith("<?xml")
    return (start.startswith("<") and not _leads_text(start)) or len(_MARK.findall(start)) > 3


def _leads_text(start: str) -> bool:
    """Whether a scrap of markup leads a text: dumps keep what stood in a page's `noscript` as it was."""
    if len(start) < _SCRAP or not _FRAGMENT.match(start):
        return False
    last = max((match.end() for match in _TAG.finditer(start)), default=0)
    return last < len(start) // 4 and start.count("\n", last) > _SCRAP_LINES
