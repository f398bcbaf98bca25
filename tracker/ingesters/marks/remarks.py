"""What is said of a text and stands in it: found, and lifted out.

In: the text of a provision, and what counts as a name in the draft. Out: the text without its
remarks (who proposed words, what is agreed, a former number), and these, each with its characters
and the place where it stood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.ingesters.marks import proponents
from tracker.ingesters.marks.brackets import CLOSING, OPENING
from tracker.ingesters.marks.looks import Stretches, emphasised
from tracker.ingesters.marks.proponents import Position, Proponents, lists_several, said_by
from tracker.ingesters.marks.status import CERTAIN, SAID, kind_of
from tracker.ingesters.walk.weave import Woven
from tracker.model import MarkKind, Span

_NO_BLANK = tuple(",.;:)]!?\uff3d\u3002\uff0c\uff1b\u060c\u061b")

_PLACES = (
    proponents.WHOLE,
    proponents.AFTER,
    proponents.AT_END,
    proponents.BESIDE,
    proponents.LAST,
    proponents.TAIL,
    proponents.HEAD,
)

Kept = tuple[int, int, int]
"""A stretch of a text that was kept: where it began and ended, and where it begins now."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words lifted from a text: `at` is where they stood in what is left of it. `leads` says that
    they are said of the bracket that opens there."""

    kind: MarkKind
    printed: Woven
    by: str
    how: str
    at: int = 0
    leads: bool = False


def lift(
    text: Woven, names: Proponents, pages: Stretches
) -> tuple[Woven, list[Remark], list[Kept]]:
    """A text without what is said of it, and that."""
    found = _remarks(text, names, pages)
    if not found:
        return text, [], [(0, len(text.text), 0)]
    left, kept = _without(text, [(start, end) for start, end, _ in found])
    said = [replace(remark, at=moved(kept, start)) for start, _, some in found for remark in some]
    return left, said, kept


def _remarks(
    text: Woven, names: Proponents, pages: Stretches
) -> list[tuple[int, int, list[Remark]]]:
    """The stretches of a text that are remarks, in order and apart from each other."""
    found: list[tuple[int, int, list[Remark]]] = []
    for match in SAID.finditer(text.text):
        if _stands_apart(text.text, match):
            found.append((*match.span(), [_status(text, *match.span())]))
    patterns = _PLACES if any(map(text.text.__contains__, "[(\uff3b\uff08")) else ()
    for pattern in (*patterns, proponents.RESERVES):
        for match in pattern.finditer(text.text):
            start, end = _whole(text.text, match)
            some = _proposed(text, match, names, pattern, start, end)
            if some:
                found.append((start, end, some))
    if patterns:
        found += _set_off(text, names, pages)
    found.sort(key=lambda x: (x[0], -x[1]))
    apart: list[tuple[int, int, list[Remark]]] = []
    for one in found:
        if apart and one[0] < apart[-1][1]:
            continue
        apart.append(one)
        while behind := proponents.NEXT.match(text.text, apart[-1][1]):
            some = _proposed(text, behind, names, proponents.NEXT, *behind.span())
            if not some:
                break
            apart.append((*behind.span(), some))
    return apart


def _whole(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where a remark stands, with its brackets if these hold nothing else: "[: Aldova]"."""
    start, end = match.span()
    low, high = start, end
    while low > 0 and text[low - 1] == " ":
        low -= 1
    while high < len(text) and text[high] == " ":
        high += 1
    if text[low - 1 : low] in tuple(OPENING) and text[high : high + 1] in tuple(CLOSING):
        return low - 1, high + 1
    return start, end


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    """Whether a remark is none of the words of a sentence: "the [agreed] measures"."""
    said = match.group().strip("[]()\uff08\uff09 ").casefold()
    if said in ("closed", "deleted"):
        head, rest = text[: match.start()].rstrip(" ")[-1:], text[match.end() :].lstrip(" .")[:1]
        return head in ("", "\n", *".;:!?", *CLOSING) or rest in ("", "\n")
    if CERTAIN.fullmatch(said):
        return True
    before, after = text[: match.start()][-80:].rstrip(" "), text[match.end() :][:80].lstrip(" ")
    joins = before[-1:].isalnum() or before[-1:] == ","
    return not (joins and after[:1].isalpha() and not after[0].isupper())


def _status(text: Woven, start: int, end: int) -> Remark:
    printed = text.part(start, end)
    kind = kind_of(printed.text)
    by = "; ".join(said_by(printed.text)) if kind == "proponent" else ""
    return Remark(kind, printed, by, "")


def _proposed(
    text: Woven,
    match: re.Match[str],
    names: Proponents,
    pattern: re.Pattern[str],
    start: int,
    end: int,
) -> list[Remark]:
    """What a list of names in a proponent's place says, a remark for each position; the characters
    between and around them go with the nearest."""
    positions = names.read(match["names"])
    if not positions or not _says(pattern, match["names"], positions):
        return []
    leads = pattern is proponents.HEAD and (start, end) == match.span()
    cuts = [start, *(match.start("names") + p.start for p in positions[1:]), end]
    return [
        Remark(
            "proponent",
            text.part(low, high),
            "; ".join(position.names),
            position.wants,
            leads=leads,
        )
        for position, (low, high) in zip(positions, pairwise(cuts), strict=True)
    ]


def _says(pattern: re.Pattern[str], said: str, positions: Sequence[Position]) -> bool:
    """Whether names in this place are those of proponents."""
    if pattern is proponents.WHOLE:
        return all(p.wants for p in positions)
    if pattern is proponents.RESERVES:
        return all(p.wants == "reserve" for p in positions)
    return pattern is not proponents.BESIDE or lists_several(said, positions)


def _set_off(
    text: Woven, names: Proponents, pages: Stretches
) -> Iterable[tuple[int, int, list[Remark]]]:
    """Names in bold or italics behind a bracket, or at its end: "[words] *Aldova*"."""
    for start, end in emphasised(text, pages):
        behind = text.text[max(0, start - 2) : start].rstrip().endswith(tuple(CLOSING))
        inside = text.text[end : end + 2].lstrip().startswith(tuple(CLOSING))
        positions = names.read(text.text[start:end]) if behind or inside else ()
        if len(positions) == 1:
            by = "; ".join(positions[0].names)
            printed = text.part(start, end)
            yield start, end, [Remark("proponent", printed, by, positions[0].wants)]


def _without(text: Woven, cuts: Iterable[tuple[int, int]]) -> tuple[Woven, list[Kept]]:
    """The text without some stretches, and what was kept; no blank is doubled, or put before a
    stop."""
    said = ""
    spans: list[Span] = []
    kept: list[Kept] = []
    at, around = 0, ""
    for start, end in (*cuts, (len(text.text), len(text.text))):
        part = text.part(at, start)
        if part:
            if said:
                blank = any(map(str.isspace, around)) and not part.text.startswith(_NO_BLANK)
                said += "\n" if "\n" in around else " " if blank else ""
            around = ""
            low = at + len(text.text[at:start]) - len(text.text[at:start].lstrip())
            kept.append((low, low + len(part.text), len(said)))
            spans.extend(Span(len(said) + s.at, s.page, s.start, s.end) for s in part.spans)
            said += part.text
        around += text.text[max(0, start - 1) : start] + text.text[end : end + 1]
        at = end
    return Woven(said, tuple(spans)), kept


def moved(kept: Sequence[Kept], at: int) -> int:
    """Where a place in a text is in what was kept of it."""
    n = bisect_right(kept, at, key=lambda one: one[0]) - 1
    if n < 0:
        return 0
    start, end, now = kept[n]
    return now + min(at, end) - start
