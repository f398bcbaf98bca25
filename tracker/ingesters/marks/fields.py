"""The fields of a provision that hold characters of the source: number, heading and text.

In: a provision and the name of a field. Out: its characters, its spans; `Piece`, a part of one.
"""

from __future__ import annotations

from typing import NamedTuple

from tracker.model import MarkField, Provision, Span

FIELDS: tuple[MarkField, ...] = ("num", "heading", "text")


class Piece(NamedTuple):
    """Characters of one field of a provision: of `provisions[provision]`."""

    provision: int
    field: MarkField
    start: int
    end: int


def field_of(provision: Provision, field: MarkField) -> str:
    """The text of one field of a provision."""
    return {"text": provision.text, "heading": provision.heading, "num": provision.num}[field]


def spans_of(provision: Provision, field: MarkField) -> tuple[Span, ...]:
    """The spans of one field of a provision."""
    return {
        "text": provision.spans,
        "heading": provision.heading_spans,
        "num": provision.num_spans,
    }[field]
