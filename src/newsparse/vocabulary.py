"""The closed vocabularies of the model.

Each is an enum of plain strings: the value is what stands in JSON.
"""

from __future__ import annotations

from enum import Enum

__all__ = [
    "BlockRole",
    "BoilerplateKind",
    "ContributorKind",
    "NoteKind",
    "Precision",
    "ProblemKind",
    "Role",
    "SourceKind",
    "Zone",
]


class _Word(str, Enum):
    """A word of a closed vocabulary; prints as its value on every Python."""

    def __str__(self) -> str:
        return str(self.value)


class SourceKind(_Word):
    """What was read."""

    HTML = "html"
    TEXT = "text"


class ContributorKind(_Word):
    """What a name in a byline stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DESK = "desk"
    COLLECTIVE = "collective"
    INITIALS = "initials"
    PSEUDONYM = "pseudonym"

    @property
    def is_human(self) -> bool:
        """Whether the name is that of one human being, as opposed to a house, a desk or a group."""
        return self in {ContributorKind.PERSON, ContributorKind.INITIALS, ContributorKind.PSEUDONYM}


class Role(_Word):
    """What a contributor did for this story."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"
    PRODUCER = "producer"
    REVIEWER = "reviewer"
    INTERVIEWER = "interviewer"
    SOURCE = "source"


class Precision(_Word):
    """The smallest unit that a timestamp states."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Zone(_Word):
    """What is known of a timestamp's time zone."""

    STATED = "stated"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


class BlockRole(_Word):
    """What a block of the source is in the article: exactly one for each block."""

    HEADLINE = "headline"
    KICKER = "kicker"
    DECK = "deck"
    SECTION = "section"
    BYLINE = "byline"
    DATELINE = "dateline"
    TIMESTAMP = "timestamp"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    EMBED = "embed"
    LIVE_UPDATE = "live_update"
    FIGURE = "figure"
    NOTE = "note"
    TAG = "tag"
    EXTRA = "extra"
    BOILERPLATE = "boilerplate"


class NoteKind(_Word):
    """A line about the story that readers must not lose."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    EDITORS_NOTE = "editors_note"
    WIRE_CREDIT = "wire_credit"
    AUTHOR_BIO = "author_bio"
    CONTACT = "contact"
    DISCLOSURE = "disclosure"
    DISCLAIMER = "disclaimer"
    ORIGIN = "origin"
    RIGHTS = "rights"
    ADVISORY = "advisory"


class BoilerplateKind(_Word):
    """Why a block is not part of the story."""

    NAVIGATION = "navigation"
    SKIP_LINK = "skip_link"
    SECTION_LABEL = "section_label"
    BREADCRUMB = "breadcrumb"
    SHARE = "share"
    PRINT = "print"
    FOLLOW = "follow"
    NEWSLETTER = "newsletter"
    CONSENT = "consent"
    PAYWALL = "paywall"
    LOGIN = "login"
    ADVERTISEMENT = "advertisement"
    RELATED = "related"
    MOST_READ = "most_read"
    TAGS = "tags"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    LEGAL = "legal"
    PLAYER = "player"
    LIVE_CONTROL = "live_control"
    PLACEHOLDER = "placeholder"
    APP = "app"
    DONATION = "donation"
    DIALOG = "dialog"
    PAGINATION = "pagination"
    LANGUAGE_SWITCH = "language_switch"
    READING_TIME = "reading_time"
    WIDGET = "widget"
    CODE = "code"
    OTHER = "other"


class ProblemKind(_Word):
    """What went wrong or stayed open, without stopping the parse."""

    CONFLICT = "conflict"
    REJECTED = "rejected"
    PARSER_FAILED = "parser_failed"
    LIMIT = "limit"
    ENCODING = "encoding"
    DAMAGED = "damaged"
    FORMAT = "format"
    EMPTY = "empty"
