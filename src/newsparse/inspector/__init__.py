"""What was found and why, as one self-contained HTML file that a browser opens without any network."""

from __future__ import annotations

from newsparse.inspector.article import report
from newsparse.inspector.index import IndexRow, report_index
from newsparse.inspector.versions import report_diff

__all__ = ["IndexRow", "report", "report_diff", "report_index"]
