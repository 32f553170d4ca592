"""Addresses as pages and callers give them: what is none has no host and no path, and raises nothing."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

__all__ = ["host_of", "joined", "parted"]

_NOTHING = SplitResult("", "", "", "", "")


def parted(address: str | None) -> SplitResult:
    """Return the parts of an address, all empty where it is none ("http://[bad").

    >>> parted("https://example.org/a?b").path, parted("http://[bad").path
    ('/a', '')
    """
    try:
        return urlsplit(address or "")
    except ValueError:
        return _NOTHING


def host_of(address: str | None) -> str:
    """Return the host of an address, in small letters and without a port; empty where there is none.

    >>> host_of("https://News.example.org:8080/a"), host_of("/a"), host_of(None)
    ('news.example.org', '', '')
    """
    return parted(address).hostname or ""


def joined(base: str | None, address: str) -> str:
    """Return an address as seen from another; as it stands where there is no other, or one of both is none.

    >>> joined("https://example.org/a/b", "c"), joined(None, "c"), joined("https://example.org", "http://[bad")
    ('https://example.org/a/c', 'c', 'http://[bad')
    """
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address
