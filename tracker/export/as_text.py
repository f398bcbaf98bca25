"""A draft as plain text, UTF-8: what it is, then its provisions, indented as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.export import notice
from tracker.model import Draft
from tracker.store.records.exports import Kept

RULE = "-" * 72


def draft_text(kept: Kept) -> bytes:
    """The head ends with a line of hyphens; below it are numbers, headings and words alone."""
    return ("\n".join((*_head(kept), RULE, "", *_body(kept.draft))) + "\n").encode()


def _head(kept: Kept) -> Iterator[str]:
    yield _line(kept.negotiation.title)
    yield _line(notice.about(kept.row))
    yield from (_line(one) for one in notice.warnings(kept.negotiation, [kept.row]))
    yield from (f"Note: {_line(one)}" for one in kept.draft.warnings)
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
        title = " ".join(part for part in (one.num, one.heading) if part)
        if one.heading:
            yield from (indent + line for line in title.split("\n"))
            title = ""
        body = f"{title} {one.text}" if title and one.text else title or one.text
        yield from (indent + line for line in body.split("\n") if line)
        if one.heading or body:
            yield ""
