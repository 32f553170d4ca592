"""Lines about the story that readers must not lose: corrections, editor's notes, biographies, origin, disclosures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Scope
from newsparse.grammar.byline import is_bare_name
from newsparse.grammar.notes import CLEAR, DOUBTFUL, NoteLine, person_note, phrased_note, read_note, signed_rights
from newsparse.grammar.timestamp import find_timestamps
from newsparse.lexicon.class_names import is_called
from newsparse.model import Byline, Contributor, Note, Span, Timestamp
from newsparse.text import clean, fold
from newsparse.vocabulary import ContributorKind, NoteKind

__all__ = ["PARSERS"]

# Blocks above the story's first and behind its last that are looked at; the furthest notes of the development pages
# stand 8 above and 11 behind.
_ABOVE = 9
_BEHIND = 12
# Blocks at either end of the story that may be notes by weaker signs.
_EDGE = 4
_MAX_NEXT = 700
# The shortest labels of the lexicon have two characters, in Chinese and Japanese.
_MIN_LINE = 2
_MIN_PHRASED = 20
_MAX_DATE = 240
# How long a line is that tells how to reach an author, and a biography.
_MAX_REACH = 160
# "jane@example.org", "@janedoe", "555-0177"; not "2019-2023".
_REACH = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w|(?<![\w.])@\w{3}|(?<!\d)\d{3}-\d{4}(?!\d)")
_BIO = range(40, 1000)
# Who already holds a block that may still be a note.
_FREE = frozenset({None, "body", "boilerplate", "attribution"})
# Kinds that stand anywhere in a story; the others stand at its edges.
_ANYWHERE = frozenset({NoteKind.CORRECTION, NoteKind.CLARIFICATION, NoteKind.EDITORS_NOTE, NoteKind.ADVISORY})
_DATED = _ANYWHERE | {NoteKind.UPDATE, NoteKind.ORIGIN}


def find_notes(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the notes on a story, in order."""
    story = draft.story()
    if not story:
        return
    blocks = document.blocks
    names = _names(draft)
    openings = tuple(names)
    middle = story.stop - len(story) // 2
    skip = -1
    for block in blocks[max(0, story.start - _ABOVE) : story.stop + _BEHIND]:
        if len(block.plain) < _MIN_LINE or block.index <= skip:
            continue
        edge = not story.start + _EDGE <= block.index < story.stop - _EDGE
        # what goes on behind a biography may look like the story: readers' words, a box, the next story
        edge = edge or (block.index >= middle and block.plain.startswith(openings))
        if edge and draft.owner(block) not in _FREE:
            continue
        read = _read(block, names, edge=edge)
        if read is None and names and edge and block.index >= story.stop - _EDGE:
            read = _of_author(block, names) or (_behind_name(block, names) if block.index >= story.stop - 2 else None)
        if read is None or draft.owner(block) not in _FREE:  # inside the story reading costs less than asking who owns a block
            continue
        line, name = read
        if not edge and (line.kind not in _ANYWHERE or line.confidence < CLEAR):
            continue
        last = _last(blocks, block, line)
        if last is None or (line.kind is NoteKind.AUTHOR_BIO and line.heading and _is_of_another(last.plain, names)):
            continue
        skip = last.index
        yield _claim(document, block, last, line, name)


def _names(draft: Draft) -> list[str]:
    """Return the names of the people in the byline, or in the markup."""
    for field in ("authors", "byline"):
        claim = draft.best(field)
        if claim is not None and isinstance(claim.value, Byline) and claim.value.contributors:
            return [person.name for person in claim.value.contributors if person.kind is ContributorKind.PERSON]
    return []


def _read(block: Block, names: list[str], *, edge: bool) -> tuple[NoteLine, str | None] | None:
    """Return what a block is, and whose biography."""
    text = block.plain
    line = read_note(text)
    if line is not None and (line.kind is not NoteKind.AUTHOR_BIO or not edge):
        return line, None
    if not edge:
        return None
    if (person := person_note(text, names)) is not None:
        return person
    if line is not None:
        return line, next((name for name in names if name in text), None)
    if signed_rights(text) is not None:
        return NoteLine(NoteKind.RIGHTS, CLEAR), None
    line = phrased_note(text) if len(text) > _MIN_PHRASED else None
    if line is None:
        return None
    name = next((name for name in names if text.startswith(name)), None)
    return (line._replace(confidence=CLEAR) if name is not None else line), name  # what opens with the author is about the author


def _of_author(block: Block, names: list[str]) -> tuple[NoteLine, str | None] | None:
    """Return what a line at the story's end tells of its author: how to reach them, or who they are by the class of its box."""
    text = block.plain
    reached = ("@" in text or "-" in text) and len(text) <= _MAX_REACH and _REACH.search(text) is not None
    boxed = len(text) in _BIO and _is_in_biography(block.scope)
    if not reached and not boxed:  # nearly all: the names are looked for last
        return None
    folded = fold(text)
    name = next((name for name in names if fold(name) in folded), None)
    if name is not None and reached:
        return NoteLine(NoteKind.CONTACT, CLEAR), name
    if not boxed:
        return None
    name = name or next((name for name in names if folded.startswith(f"{fold(name).partition(' ')[0]} ")), None)
    return (NoteLine(NoteKind.AUTHOR_BIO, CLEAR), name) if name is not None else None


def _behind_name(block: Block, names: list[str]) -> tuple[NoteLine, str | None] | None:
    """Return the biography that the story's last line is: it opens with an author's full name and goes on in small letters."""
    for name in names if len(block.plain) in _BIO else ():
        if " " in name and block.plain.startswith(f"{name} ") and block.plain[len(name) + 1].islower():
            return NoteLine(NoteKind.AUTHOR_BIO, CLEAR), name
    return None


def _is_in_biography(scope: Scope | None) -> bool:
    """Return whether the class of an element, or of the one around it, names a biography."""
    for _ in range(2):
        if scope is None:
            return False
        if is_called(scope.names, "biography"):
            return True
        scope = scope.parent
    return False


def _is_of_another(text: str, names: list[str]) -> bool:
    """Return whether a biography opens with somebody who is none of the authors: an interview's partner."""
    if not names or any(name.rpartition(" ")[2] in text for name in names):
        return False
    words = [word.rstrip(",") for word in text.split(None, 2)[:2]]
    return all(word.isalpha() and word[0].isupper() for word in words) and is_bare_name(" ".join(words))


def _last(blocks: list[Block], block: Block, line: NoteLine) -> Block | None:
    """Return the last block of a note: the next one, where this one holds its label alone."""
    if not line.heading:
        return block
    after = blocks[block.index + 1 : block.index + 2]
    return after[0] if after and _MAX_DATE // 8 < len(after[0].plain) <= _MAX_NEXT else None


def _claim(document: Document, first: Block, last: Block, line: NoteLine, name: str | None) -> Claim:
    """Return the claim for a note that runs from one block to another."""
    span = Span(first.start, last.end)
    text = first.plain if first is last else clean(document.text[span.slice])
    people = (Contributor(name),) if name is not None else ()
    note = Note(text, span=span, kind=line.kind, date=_date(last, line.kind), contributors=people)
    confidence = line.confidence if first is last or line.confidence <= DOUBTFUL else CLEAR
    return Claim(note, confidence, first.element, range(first.index, last.index + 1))


def _date(block: Block, kind: NoteKind) -> Timestamp | None:
    """Return the date that a note states at its beginning."""
    if kind not in _DATED or not any(char.isdigit() for char in block.plain[:_MAX_DATE]):
        return None
    for found in find_timestamps(block.plain[:_MAX_DATE]):
        stamp = found.timestamp
        if stamp.value is not None or stamp.partial is not None:
            return evolve(stamp, span=block.span(found.start, found.end))
    return None


PARSERS = (Parser("notes.lines", "notes", find_notes, requires=("body",)),)
