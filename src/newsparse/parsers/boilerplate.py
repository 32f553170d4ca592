"""Everything that would be there with another story too, by kind."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.model import Boilerplate
from newsparse.vocabulary import BoilerplateKind

__all__ = ["PARSERS"]


def find_leftovers(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield every block that nobody claimed."""
    for block in draft.unclaimed_blocks():
        yield Claim(Boilerplate(block.plain, span=block.whole, kind=BoilerplateKind.OTHER), 0.1, None, range(block.index, block.index + 1))


PARSERS = (Parser("boilerplate.leftovers", "boilerplate", find_leftovers),)
