"""Where the characters of provisions were read.

In: rows of the database. Out: stretches of a source's pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class TraceRow:
    """`field[at : at + end - start]` of a provision is, to the letter, `[start, end)` of the text
    of page `page` of the draft's source; of a mark, the same of the words that it has printed."""

    field: Literal["number", "heading", "text", "printed"]
    at: int
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Traces:
    """By the id of a provision where its characters were read, in the order of its fields; by the
    id and the place of a mark in the provision, from 0, where the words were read that it carries
    beside the text."""

    provisions: Mapping[str, tuple[TraceRow, ...]]
    marks: Mapping[tuple[str, int], tuple[TraceRow, ...]]
