"""From an article to the forms that other tools take, and back."""

from __future__ import annotations

from newsparse.export.markdown import to_markdown
from newsparse.export.plain import to_text

__all__ = ["to_markdown", "to_text"]
