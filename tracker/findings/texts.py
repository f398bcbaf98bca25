"""The two texts of a change as evidence counts in them, and which of their words came or went.

In: a change, its provisions, the passages that moved. Out: `Text`, one side: the text, the
stretches that the other side lacks, and those that only stand elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.findings.elsewhere import holds
from tracker.findings.names import Place, Side, Words
from tracker.findings.quoting import balanced
from tracker.model import Change, Provision
from tracker.substance import Evidence

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a change. `edited` are the ranges that the other side lacks, in order, with the
    number of equal hunks before each, so that a deletion and the insertion in its place have the
    same; `moved` those that stand elsewhere on the other side; `anchors` are by
    those numbers where in this text they begin or would. `there` are all words that the other side
    and its articles have, as `elsewhere.plain` gives them."""

    side: Side
    eid: str
    text: str
    place: Place
    heading: str
    edited: tuple[tuple[int, int, int], ...]
    moved: tuple[Range, ...] = ()
    anchors: tuple[int, ...] = ()
    there: str = ""

    def words(self, one: Evidence) -> Words:
        """Evidence of the change, with a bracket that belongs to it."""
        held = self.heading if one.place == "heading" else self.text
        start, end = balanced(held, one.start, one.end)
        return Words(self.side, self.eid, held[start:end], start, end, one.place)

    def cut(self, start: int, end: int) -> Words:
        """The words `[start, end)`."""
        return Words(self.side, self.eid, self.text[start:end], start, end, self.place)

    def edit(self, at: int) -> tuple[int, int, int] | None:
        """The edited stretch that holds a character, None outside of all."""
        place = bisect_right(self.edited, at, key=lambda one: one[0]) - 1
        return self.edited[place] if place >= 0 and at < self.edited[place][1] else None

    def opposite(self, group: int) -> bool:
        """Whether anything came or went here in the place of this number."""
        place = bisect_left(self.edited, group, key=lambda one: one[2])
        return place < len(self.edited) and self.edited[place][2] == group

    def kept(self, text: str) -> bool:
        """Whether the other side has these words too."""
        return holds(self.there, text)

    def elsewhere(self, one: Evidence) -> bool:
        """Whether these words only moved."""
        if one.place == "heading":
            return False
        return _inside(self.moved, one.start, one.end)


def texts(
    change: Change,
    old: Provision | None,
    new: Provision | None,
    moved: tuple[Sequence[Range], Sequence[Range]] = ((), ()),
    there: tuple[str, str] = ("", ""),
) -> tuple[Text, Text]:
    """Both sides of a change; `moved` are the ranges that moved, in its compared texts; `there` is
    what the other side of each has."""
    before, after = _side(change, old, "old", moved[0]), _side(change, new, "new", moved[1])
    return replace(before, there=there[0]), replace(after, there=there[1])


def _side(change: Change, provision: Provision | None, side: Side, moved: Sequence[Range]) -> Text:
    whole = compared(change, side)
    found = provision.text.find(whole) if provision is not None else -1
    at = max(found, 0)
    text = provision.text if provision is not None and found >= 0 else whole
    elsewhere = _united([(start + at, end + at) for start, end in moved])
    edited: list[tuple[int, int, int]] = []
    here, group = at, 0
    anchors = [at]
    for hunk in change.text:
        if hunk.operation == left_out(side):
            continue
        if hunk.operation == "equal":
            group += 1
        elif hunk.text.strip() and not _covered(text, here, here + len(hunk.text), elsewhere):
            edited.append((here, here + len(hunk.text), group))
        here += len(hunk.text)
        if hunk.operation == "equal":
            anchors.append(here)
    return Text(
        side,
        (change.old if side == "old" else change.new) or "",
        text,
        "text" if found >= 0 else "compared",
        provision.heading if provision is not None else "",
        tuple(edited),
        elsewhere,
        tuple(anchors),
    )


def compared(change: Change, side: Side) -> str:
    """All that a change compares on one side."""
    return "".join(h.text for h in change.text if h.operation != left_out(side))


def left_out(side: Side) -> str:
    """The operation of the hunks that are not on a side."""
    return "insert" if side == "old" else "delete"


def _covered(text: str, start: int, end: int, ranges: Sequence[Range]) -> bool:
    """Whether all words of a stretch stand in one of the ranges."""
    said = text[start:end]
    start, end = start + len(said) - len(said.lstrip()), start + len(said.rstrip())
    return _inside(ranges, start, end)


def _inside(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Whether one of the ranges, which are in order and apart, holds a stretch."""
    place = bisect_right(ranges, start, key=lambda one: one[0]) - 1
    return place >= 0 and end <= ranges[place][1]


def _united(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """The same stretches in order, those that touch as one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
