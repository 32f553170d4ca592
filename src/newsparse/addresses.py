"""Addresses as pages and callers give them: what is none has no host and no path, and raises nothing."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

__all__ = ["host_of", "is_site", "joined", "original", "parted", "site_of"]

# Before a country's ending these are no name of a site: "example.co.uk".
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "edu"))
# Endings of the sites that sign copy with their address: "lenn.example.com", "tempo.co"; no hour, "11.am".
_SITE = re.compile(
    rf"(?!\d{{1,2}}\.am$)[\w-]{{2,40}}(?:\.(?:{'|'.join(sorted(_SECOND_LEVEL))}))?"
    r"\.(?:com|org|net|info|news|tv|am|at|az|bg|br|ch|co|cz|de|dk|es|fi|fr|ge|hu|id|in|is|it|jp|kz|md|nl|no|pl|ro|rs|ru|se|sk|ua|uk|uz|vn|рф|укр|نت|كوم)$",
    re.IGNORECASE,
)
# Archives keep a page under the moment of the copy: "/web/20240503101112/https://example.org/a", "/20240503/http://example.org"; not
# "/?u=/20240503/https://example.org".
_COPIED = re.compile(r"^[^?#]*/\d{8,14}(?:[a-z]{2}_)?/(?=https?$)")
_LEAST_ARCHIVED = 14  # characters before the colon of the address inside
_NOTHING = SplitResult("", "", "", "", "")


def parted(address: str | None) -> SplitResult:
    """Return the parts of an address, all empty where it is none ("http://[bad"); of a page in an archive, those of the page.

    >>> parted("https://example.org/a?b").path, parted("http://[bad").path
    ('/a', '')
    >>> parted("https://archive.example.net/web/20240503101112/https://example.org/a").hostname
    'example.org'
    """
    try:
        return urlsplit(original(address or ""))
    except ValueError:
        return _NOTHING


def original(address: str) -> str:
    """Return the address that an archive's address holds behind the moment of the copy; any other as it is.

    >>> original("/web/20240503101112im_/https://example.org/a.jpg"), original("https://example.org/?u=https://example.net")
    ('https://example.org/a.jpg', 'https://example.org/?u=https://example.net')
    """
    at = address.find("://", _LEAST_ARCHIVED)
    if at < 0:
        return address
    copied = _COPIED.match(address, 0, at)
    return address[copied.end() :] if copied is not None else address


def host_of(address: str | None) -> str:
    """Return the host of an address, in small letters and without a port; empty where there is none.

    >>> host_of("https://News.example.org:8080/a"), host_of("/a"), host_of(None)
    ('news.example.org', '', '')
    """
    return parted(address).hostname or ""


def site_of(host: str) -> str:
    """Return the registered name of a host, which all hosts of one site share; empty for a number or a bare name.

    >>> site_of("m.news.example.co.uk"), site_of("www.example.org"), site_of("10.0.0.1")
    ('example.co.uk', 'example.org', '')
    """
    labels = host.lower().split(".")
    if len(labels) < 2 or all(label.isdigit() for label in labels):
        return ""
    count = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-count:])


def is_site(word: str) -> bool:
    """Return whether a word is the address of a site, as copy is signed with it.

    >>> is_site("lenn.co.uk"), is_site("will.i.am"), is_site("11.am")
    (True, False, False)
    """
    return "." in word and _SITE.match(word) is not None


def joined(base: str | None, address: str) -> str:
    """Return an address as seen from another; as it stands where there is no other, or one of both is none.

    >>> joined("https://example.org/a/b", "c"), joined(None, "c"), joined("https://example.org", "http://[bad")
    ('https://example.org/a/c', 'c', 'http://[bad')
    """
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address
