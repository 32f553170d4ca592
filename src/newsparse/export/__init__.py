"""From an article to the forms that other tools take, and back."""

from __future__ import annotations

from newsparse.export.html import to_html
from newsparse.export.jsonld import held_by_jsonld, to_jsonld
from newsparse.export.jsonld_reading import from_jsonld
from newsparse.export.losses import FORMS, Loss, losses
from newsparse.export.markdown import to_markdown
from newsparse.export.ninjs import held_by_ninjs, to_ninjs
from newsparse.export.ninjs_reading import from_ninjs
from newsparse.export.nitf import held_by_nitf, to_nitf
from newsparse.export.nitf_reading import from_nitf
from newsparse.export.plain import to_text
from newsparse.export.standoff import Annotation, standoff, to_web_annotations

__all__ = [
    "FORMS",
    "Annotation",
    "Loss",
    "from_jsonld",
    "from_ninjs",
    "from_nitf",
    "held_by_jsonld",
    "held_by_ninjs",
    "held_by_nitf",
    "losses",
    "standoff",
    "to_html",
    "to_jsonld",
    "to_markdown",
    "to_ninjs",
    "to_nitf",
    "to_text",
    "to_web_annotations",
]
