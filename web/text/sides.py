"""Which drafters' marks stand on the two texts of a change.

In: a row of a comparison, and the provisions around. Out: `Marked`, whose marks count in the texts
that the row's hunks give: those of a provision alone, of a part of one that was split, or of one
with all that is inside it where it changed its level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.model import Hunk, Mark
from tracker.store.records import ChangeRow, ProvisionRow
from web.changes.told import WHOLE
from web.terms.names import Names
from web.text.diffs import Marked

UNMARKED = Marked()


def of_text(row: ChangeRow, names: Names) -> Marked:
    """The marks on the row's text."""
    whole = row.relation in WHOLE
    light = _light(row, "text")
    if not whole and not any(one is not None and one.marks for one in (row.old, row.new)):
        return Marked(light=light) if light else UNMARKED
    return Marked(
        old=_on(row.old, _joined(row.text, "insert"), names, whole=whole),
        new=_on(row.new, _joined(row.text, "delete"), names, whole=whole),
        light=light,
    )


def of_heading(row: ChangeRow) -> Marked:
    """The marks on the row's heading."""
    old, new = (one.marks if one is not None else () for one in (row.old, row.new))
    light = _light(row, "heading")
    return Marked(old, new, "heading", light) if old or new or light else UNMARKED


def _light(row: ChangeRow, field: str) -> Mapping[int, str]:
    """Which hunks of a field are no change of substance."""
    return {place: why for (of, place), why in row.light.items() if of == field}


def _joined(hunks: Sequence[Hunk], without: str) -> str:
    return "".join(hunk.text for hunk in hunks if hunk.operation != without)


def _on(provision: ProvisionRow | None, text: str, names: Names, *, whole: bool) -> Sequence[Mark]:
    """The marks on `text`, which is that of the provision, or of a part of it."""
    if provision is None:
        return ()
    held, marks = _whole(provision, names) if whole else (provision.text, provision.marks)
    if held == text:
        return marks
    at = held.find(text)
    # Where the words stand twice, nobody can say which of them these are.
    if not text or at < 0 or held.find(text, at + 1) >= 0:
        return ()
    return [
        replace(mark, start=max(0, mark.start - at), end=mark.end - at)
        for mark in marks
        if mark.field == "text" and mark.end >= at and mark.start <= at + len(text)
    ]


def _whole(provision: ProvisionRow, names: Names) -> tuple[str, Sequence[Mark]]:
    """The text of a provision with all inside it, put together as `tracker.diff` does, and its
    marks."""
    text = provision.text
    marks = [mark for mark in provision.marks if mark.field == "text"]
    for inner in names.inside(provision):
        held, of_inner = _whole(inner, names)
        label = " ".join(part for part in (inner.number, inner.heading) if part)
        part = " ".join(part for part in (label, held) if part)
        if not part:
            continue
        at = len(text) + (1 if text else 0) + len(part) - len(held)
        marks += [replace(one, start=one.start + at, end=one.end + at) for one in of_inner]
        text = f"{text}\n{part}" if text else part
    return text, marks
