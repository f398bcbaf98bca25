"""A draft as plain text, UTF-8: what it is, then its provisions, indented as they stand.

Plain text cannot strike words out: what the drafters struck out themselves stands between `STRUCK`
and `END`, and the head says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from tracker.export import notice
from tracker.model import Draft, MarkField, Provision
from tracker.store.records.exports import Kept

RULE = "-" * 72
STRUCK, END = "⟦struck out in the draft: ", "⟧"


def draft_text(kept: Kept) -> bytes:
    """The head ends with a line of hyphens; below it are numbers, headings and words, with signs
    around what the draft itself shows as struck out."""
    return ("\n".join((*_head(kept), RULE, "", *_body(kept.draft))) + "\n").encode()


def _head(kept: Kept) -> Iterator[str]:
    yield _line(kept.negotiation.title)
    yield _line(notice.about(kept.row))
    yield from (_line(one) for one in notice.warnings(kept.negotiation, [kept.row]))
    yield from (f"Note: {_line(one)}" for one in kept.draft.warnings)
    if any(mark.kind == "struck" for one in kept.draft.provisions for mark in one.marks):
        yield f"Words between {STRUCK.strip()} and {END} are struck out in the draft itself."
    source = kept.draft.source
    yield _line(f"Read from {source.name}, SHA-256 {source.sha256}")
    yield notice.READING_AID


def _line(text: str) -> str:
    return " ".join(text.split())


def _body(draft: Draft) -> Iterator[str]:
    depths: dict[str | None, int] = {None: -1}
    for one in draft.provisions:
        depths[one.eid] = depth = depths[one.parent] + 1
        indent = "  " * depth
        heading, text = _struck(one, "heading", one.heading), _struck(one, "text", one.text)
        title = " ".join(part for part in (one.num, heading) if part)
        if one.heading:
            yield from (indent + line for line in title.split("\n"))
            title = ""
        body = f"{title} {text}" if title and text else title or text
        yield from (indent + line for line in body.split("\n") if line)
        if one.heading or body:
            yield ""


def _struck(provision: Provision, field: MarkField, words: str) -> str:
    """The words with signs around what drafters struck out of them."""
    gone = bytearray(len(words))
    for one in provision.marks:
        if one.kind == "struck" and one.field == field:
            gone[one.start : one.end] = b"\1" * len(gone[one.start : one.end])
    found = []
    for struck, some in groupby(zip(words, gone, strict=True), key=itemgetter(1)):
        part = "".join(sign for sign, _ in some)
        bare = part.strip()
        found.append(part.replace(bare, f"{STRUCK}{bare}{END}", 1) if struck and bare else part)
    return "".join(found)
