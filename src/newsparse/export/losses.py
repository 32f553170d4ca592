"""What each form cannot hold: said, not lost in silence."""

from __future__ import annotations

from attrs import frozen

from newsparse.errors import SourceError

__all__ = ["FORMS", "Loss", "losses"]


@frozen
class Loss:
    """A part of an article that a form has no place for."""

    field: str
    """The part, as a path in `Article.to_dict()`; `*` stands for each element."""
    why: str
    """What happens to it."""


_PROVENANCE = (
    Loss("source_text", "the source's characters are not written"),
    Loss("source_kind", "read back as plain text"),
    Loss("*.span, *.path, *.pointer, *.parser, *.confidence", "no form has a place for where a value was found"),
    Loss("blocks", "the map of the source goes with its text"),
    Loss("boilerplate", "left out: it is not the story"),
    Loss("rivals", "claims that lost are left out"),
    Loss("problems", "open questions are left out"),
    Loss("extra", "fields of third parties have no agreed place"),
    Loss("section_datelines", "only the first dateline is written; the text keeps the others"),
    Loss("dateline.service, dateline.separator, dateline.end, dateline.contributors", "only text, places, agency and date are written"),
    Loss(
        "byline.raw, byline.published, byline.modified, byline.truncated, byline.sponsored, byline.genre",
        "only the printed line is written",
    ),
    Loss(
        "*.zone_name, *.alternatives, *.relative, *.partial, *.text of timestamps", "written in ISO 8601; one without a value is left out"
    ),
    Loss("body.*.provider, body.*.time, body.*.author", "embeds and live entries keep text and address"),
)
_LOSSES: dict[str, tuple[Loss, ...]] = {
    "jsonld": (
        *_PROVENANCE,
        Loss("kicker", "schema.org has no place for it"),
        Loss("byline", "schema.org has no place for the printed line"),
        Loss("body", "one flat text: crossheads, items, quotes and tables are read back as paragraphs"),
        Loss("contributors.*.place", "schema.org has a place for the whole story only"),
        Loss("contributors.*.contact", "e-mail addresses stay, handles do not"),
        Loss("contributors", "ordered by role"),
        Loss("notes", "corrections stay, other kinds do not; people in them do not"),
        Loss("access.tier, access.evidence", "free or not is written"),
        Loss("dateline.date", "written when it is complete"),
    ),
    "ninjs": (
        *_PROVENANCE,
        Loss("body.*.url", "an address that would run code is left out"),
        Loss("contributors.*.kind", "people and organisations are told apart, no more"),
        Loss("contributors.*.title, .affiliation, .place, .honorific, .display_name", "ninjs has no place for them"),
        Loss("contributors", "people first, then organisations"),
        Loss("dateline.places, dateline.date", "the text stays; the first place is written as `located`"),
        Loss("notes.*.date, notes.*.contributors", "kind and text stay"),
        Loss("access.declared, access.tier, access.evidence", "the strictest tier is written as terms of use"),
    ),
    "nitf": (*_PROVENANCE, Loss("notes.*.contributors", "kind, text and date stay"), Loss("access.evidence", "what is declared stays")),
    "html": (
        *_PROVENANCE,
        Loss("section, publisher, access, attribution, dateline", "not shown; the dateline's text opens the body as printed"),
        Loss("contributors", "authors are written, others are not"),
        Loss("body.*.url, figures.*.url", "an address that would run code is left out"),
    ),
    "markdown": (*_PROVENANCE, Loss("body.*.pull, body.*.url of nested items", "shown as text")),
    "text": (
        *_PROVENANCE,
        Loss(
            "section, contributors, language, publisher, canonical_url, tags, access, attribution, figures",
            "plain text has no place for them",
        ),
        Loss("body", "kinds of blocks are not marked, but for items"),
    ),
}

FORMS = tuple(_LOSSES)
"""The names of the forms that `losses` knows."""


def losses(form: str) -> tuple[Loss, ...]:
    """Return what a form cannot hold.

    Raises:
        SourceError: there is no such form.

    >>> any(loss.field == "kicker" for loss in losses("jsonld"))
    True
    """
    if not isinstance(form, str) or form not in _LOSSES:
        raise SourceError("losses", expected=f"one of {', '.join(FORMS)}", got=repr(form))
    return _LOSSES[form]
