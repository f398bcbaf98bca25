"""Whether a draft can be written as XML at all.

In: a draft. Out: nothing, or an `AknError` that says where it cannot: a character that XML does
not hold, a piece of text longer than readers of XML take, provisions that are no tree or nest too
deep to be read again.
"""

from __future__ import annotations

import re

from lxml import etree

from tracker.errors import AknError
from tracker.model import Draft
from tracker.read import xml

DEEPEST = 200
"""How deep provisions may nest: marks and wrappers come on top of that."""

LONGEST = 10_000_000
"""Bytes in one text or attribute, the most that libxml2 reads."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile("[ \t\n\r]")


def check_tree(draft: Draft) -> None:
    depths: dict[str | None, int] = {None: 0}
    for provision in draft.provisions:
        where = f"{draft.symbol}: provision {provision.eid!r}"
        if not provision.eid or _SPACE.search(provision.eid):
            raise AknError(f"{where}: an eId must have characters and no white space")
        if provision.eid in depths:
            raise AknError(f"{where} stands twice; every eId must stand once")
        if provision.parent not in depths:
            raise AknError(f"{where} stands in {provision.parent!r}, which does not come before it")
        depths[provision.eid] = depths[provision.parent] + 1
        if depths[provision.eid] > DEEPEST:
            raise AknError(f"{where} is nested more than {DEEPEST} deep")


def check_characters(draft: Draft, country: str) -> None:
    """Every string of the draft must be able to stand in XML."""
    source = draft.source
    for name in ("negotiation", "symbol", "date", "language", "title", "convention", "layer"):
        _check_text(getattr(draft, name), draft, name)
    for value in (source.name, source.sha256, source.format, source.standing, source.address):
        _check_text(value, draft, "the source")
    _check_text(country, draft, "the country")
    for warning in draft.warnings:
        _check_text(warning, draft, "a warning")
    for p in draft.provisions:
        for value in (p.eid, p.kind, p.num, p.heading, p.text):
            _check_text(value, draft, f"provision {p.eid!r}")
        for mark in p.marks:
            for value in (mark.printed, mark.by, mark.date, mark.how):
                _check_text(value, draft, f"a mark of provision {p.eid!r}")
    for piece in draft.furniture:
        _check_text(piece.kind, draft, "furniture")
        _check_text(piece.text, draft, f"{piece.kind} on page {piece.page}")
    for number, page in enumerate(draft.pages, start=1):
        _check_text(page, draft, f"page {number}")


def _check_text(text: str, draft: Draft, where: str) -> None:
    found = _ILLEGAL.search(text)
    if found:
        raise AknError(
            f"{draft.symbol}: {where}: character U+{ord(found.group()):04X} at {found.start()} "
            "cannot stand in XML; the reader of the file should have replaced it"
        )
    if len(text) * 4 > LONGEST and len(text.encode()) > LONGEST:
        raise AknError(
            f"{draft.symbol}: {where}: {len(text)} characters in one piece; "
            f"XML readers take at most {LONGEST} bytes"
        )


def check_depth(root: etree._Element, draft: Draft) -> None:
    """The file must be readable again: annexes of annexes nest four elements each."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > xml.DEEPEST:
            raise AknError(
                f"{draft.symbol}: provisions nest so deep that the file would have more than "
                f"{xml.DEEPEST} elements in each other, which is not read again"
            )
