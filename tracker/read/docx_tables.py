"""Rows and cells of Word tables.

In: a `w:tbl` or `w:tr`. Out: its rows or cells, and what was tracked on a single cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tracker.read.docx_inline import SKIPPED
from tracker.read.docx_package import W

Element = etree._Element


def inside(element: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, looking through content controls and the like."""
    for child in element:
        if child.tag == W + tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in SKIPPED and child.tag != W + "tbl":
            yield from inside(child, tag)


def cell_change(properties: Element | None) -> tuple[str, str, str] | None:
    """The tracked insertion or deletion of a single cell."""
    for tag, kind in (("cellIns", "inserted"), ("cellDel", "deleted")):
        said = properties.find(W + tag) if properties is not None else None
        if said is not None:
            return kind, said.get(W + "author", ""), said.get(W + "date", "")
    return None
