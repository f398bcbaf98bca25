"""Which hunks are no change of substance.

In: the hunks of a text. Out: the places of those that only print the same otherwise: white space,
quotation marks, hyphens and dashes, another spelling, a capital at a sentence's beginning, the
number of a block or an item. Nothing is taken from the hunks, which stay exact; a page shows these
plain. A reference in the text ("paragraph 2") is no number of a block, and a capital inside a
sentence may be a defined term: both stay changes. In doubt a hunk is a change.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.diff.spellings import QUOTES, key
from tracker.diff.tokens import labels
from tracker.model import Hunk
from tracker.words import TOKEN

_BACK = 60
"""Characters before a word that tell whether a sentence begins with it."""

_BEGINS = re.compile(r"(?:^|[.?!:。？！]|\n)[\s\"'\u2018-\u201f\u00ab\u00bb([]{0,12}$")
_PARTS = re.compile("[-\u2010\u2011]")
_LABEL = 40
"""Characters of a label with the white space around it, at most."""

# What may be a label, or a part of one.
_NUMBER = re.compile(
    r"\s*\(?(?:(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxlc]{1,6}|[IVXLC]{1,6}|[A-Za-z]{1,2})"
    r"(?: (?:bis|ter|quater|quinquies|sexies))?)?[.)]?\s*"
)
_SPELLING = 4
"""Letters, and the part of a piece, by which two spellings may differ in length."""

_CAPITALS = 5
"""Letters from which on a word all in capitals is set so, not abbreviated."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A word without its spelling: the key, and whether its first letter, one of the others, and
    all of them are capitals."""

    key: str
    first: bool
    others: bool
    capitals: bool


class _Text:
    """One of the two texts that hunks give, with its labels."""

    def __init__(self, hunks: Sequence[Hunk], without: str) -> None:
        self.whole = "".join(h.text for h in hunks if h.operation != without)

    @cached_property
    def _labels(self) -> list[tuple[int, int]]:
        return labels(self.whole)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._labels]

    def is_label(self, at: int, text: str) -> bool:
        """Whether all of a piece at an offset stands inside one label."""
        start = at + len(text) - len(text.lstrip())
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and start + len(text.strip()) <= self._labels[place][1]

    def begins(self, at: int) -> bool:
        """Whether a sentence, a line or an item begins at an offset."""
        place = bisect_right(self._starts, at) - 1
        if place >= 0 and not self.whole[self._labels[place][1] : at].strip():
            return True
        first = max(0, at - _BACK)
        near = self.whole[first:at]
        return _BEGINS.search(near if not first else f"x{near}") is not None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A hunk that is not equal, with its place among the hunks and its offsets in both texts."""

    place: int
    hunk: Hunk
    old: int
    new: int


def variants(hunks: Sequence[Hunk]) -> frozenset[int]:
    """The places (from 0) of the deleted and inserted hunks that are no change of substance.

    >>> said = [("delete", '"'), ("insert", "“"), ("equal", "Ship"), ("delete", "shall")]
    >>> sorted(variants([Hunk(operation, text) for operation, text in said]))
    [0, 1]
    """
    if all(hunk.operation == "equal" for hunk in hunks):
        return frozenset()
    old, new = _Text(hunks, "insert"), _Text(hunks, "delete")
    return frozenset(one.place for group in _groups(hunks) for one in _same_in(group, old, new))


def substantive(hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """The hunks as a page may show them: where nothing of substance differs, the newer form.

    The equal and inserted hunks joined are the new text; the old one is not kept exact.
    """
    plain = variants(hunks)
    told: list[Hunk] = []
    for place, hunk in enumerate(hunks):
        if place in plain and hunk.operation == "delete":
            continue
        operation = "equal" if place in plain else hunk.operation
        if told and told[-1].operation == operation:
            told[-1] = Hunk(operation, told[-1].text + hunk.text)
        else:
            told.append(Hunk(operation, hunk.text))
    return tuple(told)


def _groups(hunks: Sequence[Hunk]) -> Iterator[list[_Placed]]:
    """The changes, each as the hunks that stand together."""
    group: list[_Placed] = []
    old = new = 0
    for place, hunk in enumerate(hunks):
        if hunk.operation != "equal":
            group.append(_Placed(place, hunk, old, new))
        elif group:
            yield group
            group = []
        old += len(hunk.text) if hunk.operation != "insert" else 0
        new += len(hunk.text) if hunk.operation != "delete" else 0
    if group:
        yield group


def _same_in(group: Sequence[_Placed], old: _Text, new: _Text) -> Iterator[_Placed]:
    """Of the hunks of a change those that say the same: all, or two beside each other, or one."""
    if _same(group, old, new):
        yield from group
        return
    at = 0
    while at < len(group):
        size = next((n for n in (2, 1) if _same(group[at : at + n], old, new)), 0)
        yield from group[at : at + size]
        at += size or 1


def _same(group: Sequence[_Placed], old: _Text, new: _Text) -> bool:
    """Whether what these hunks delete says the same as what they insert."""
    gone = "".join(one.hunk.text for one in group if one.hunk.operation == "delete")
    come = "".join(one.hunk.text for one in group if one.hunk.operation == "insert")
    at_old, at_new = group[0].old, group[0].new
    if _in_label(gone, at_old, old) and _in_label(come, at_new, new):
        return True
    # Spelling adds or takes few letters; most changes need no closer look.
    if abs(len(gone) - len(come)) > _SPELLING + max(len(gone), len(come)) // _SPELLING:
        return False

    def begins() -> bool:
        return _begins(gone, at_old, old) or _begins(come, at_new, new)

    if _alike(_forms(gone), _forms(come), begins):
        return True
    parted = _PARTS.search(gone) or _PARTS.search(come)
    return parted is not None and _alike(_parted(gone), _parted(come), begins)


def _in_label(text: str, at: int, whole: _Text) -> bool:
    if not text.strip():
        return True
    return len(text) <= _LABEL and _NUMBER.fullmatch(text) is not None and whole.is_label(at, text)


def _begins(text: str, at: int, whole: _Text) -> bool:
    return bool(text.strip()) and whole.begins(at + len(text) - len(text.lstrip()))


def _forms(text: str) -> list[_Form]:
    """The words and signs of a piece, without quotation marks."""
    found = TOKEN.findall(text.replace("\u2026", "..."))
    return [
        _Form(key(t), t[:1].isupper(), t[1:] != t[1:].lower(), t.isupper())
        for t in found
        if t not in QUOTES
    ]


def _parted(text: str) -> list[_Form]:
    """The same, with what hyphens join apart; between numbers they are signs, as dashes are."""
    return _forms(_PARTS.sub(lambda m: _parting(text, m.start()), text))


def _parting(text: str, at: int) -> str:
    return " - " if text[at - 1 : at].isdigit() or text[at + 1 : at + 2].isdigit() else " "


def _alike(one: Sequence[_Form], other: Sequence[_Form], begins: Callable[[], bool]) -> bool:
    if [form.key for form in one] != [form.key for form in other]:
        return False
    if one == other or _set_in_capitals(one) != _set_in_capitals(other):
        return True
    return one[1:] == other[1:] and one[0].others == other[0].others and begins()


def _set_in_capitals(side: Sequence[_Form]) -> bool:
    """Whether all words stand in capitals as headings do, not as abbreviations."""
    letters = [form for form in side if form.key[:1].isalpha()]
    return all(form.capitals for form in letters) and any(
        len(form.key) >= _CAPITALS for form in letters
    )
