"""What is said of a text and stands in it: found, and lifted out.

In: the text of a provision, and what counts as a name in the draft. Out: the text without its
remarks (who proposed words, what is agreed, a former number), and these, each with its characters
and the place where it stood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.ingesters.marks import places
from tracker.ingesters.marks.brackets import CLOSING, OPENING
from tracker.ingesters.marks.delegations import ORGANS
from tracker.ingesters.marks.looks import Stretches, emphasised
from tracker.ingesters.marks.proponents import Position, Proponents, lists_several, said_by
from tracker.ingesters.marks.settings import Setting, setting
from tracker.ingesters.marks.status import ANYWHERE, SAID, SHORT, is_sure, kind_of
from tracker.ingesters.walk.weave import Woven
from tracker.model import MarkKind, Span

_NO_BLANK = tuple(",.;:)]!?\uff3d\u3002\uff0c\uff1b\u060c\u061b")

BRACKETS = "[\uff3b\u3010(\uff08"
"""What opens a remark in brackets of either kind."""

_ENDED = ".!?\u3002" + CLOSING
_LED_BY_ARTICLE = re.compile(r"\s?(?:the|les?|la|el|los|las)\s", re.IGNORECASE)

_PLACES = (
    places.WHOLE,
    places.AFTER,
    places.AT_END,
    places.BESIDE,
    places.LAST,
    places.TAIL,
    places.HEAD,
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


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a text: whether it is a `heading`; whether its convention is one of `final`
    texts, in which words of a sentence stand in brackets more often than remarks; how many of its
    characters stand `before` its number; whether it is `listed`, a point of a sentence; whether
    the document says `in_short` ("AAR") that it is agreed ad referendum."""

    heading: bool = False
    final: bool = False
    before: int = 0
    listed: bool = False
    in_short: bool = False


def lift(
    text: Woven, names: Proponents, pages: Stretches, field: Field
) -> tuple[Woven, list[Remark], list[Kept]]:
    """A text without what is said of it, and that."""
    found = _remarks(text, names, pages, field)
    if not found:
        return text, [], [(0, len(text.text), 0)]
    left, kept = _without(text, [(start, end) for start, end, _ in found])
    said = [replace(remark, at=moved(kept, start)) for start, _, some in found for remark in some]
    return left, said, kept


def _remarks(
    text: Woven, names: Proponents, pages: Stretches, field: Field
) -> list[tuple[int, int, list[Remark]]]:
    """The stretches of a text that are remarks, in order and apart from each other."""
    found: list[tuple[int, int, list[Remark]]] = []
    for match, row in _in_rows(text.text, list(SAID.finditer(text.text))):
        if _is_said(text.text, match, row, names, field):
            found.append((*match.span(), [_status(text, *match.span())]))
    patterns = _PLACES if any(map(text.text.__contains__, "[(\uff3b\uff08")) else ()
    for pattern in (*patterns, places.RESERVES):
        for match in pattern.finditer(text.text):
            start, end = _whole(text.text, match)
            some = _proposed(text, match, names, pattern, start, end, field)
            if some:
                found.append((start, end, some))
    if patterns and not field.final:
        found += _set_off(text, names, pages)
    found.sort(key=lambda x: (x[0], -x[1]))
    apart: list[tuple[int, int, list[Remark]]] = []
    for one in found:
        if apart and one[0] < apart[-1][1]:
            continue
        apart.append(one)
        while behind := places.NEXT.match(text.text, apart[-1][1]):
            some = _proposed(text, behind, names, places.NEXT, *behind.span(), field)
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


def _in_rows(
    text: str, matches: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    """Each match, and where the row of matches begins and ends in which it stands."""
    rows: list[list[re.Match[str]]] = []
    for match in matches:
        if rows and not text[rows[-1][-1].end() : match.start()].strip(" "):
            rows[-1].append(match)
        else:
            rows.append([match])
    for row in rows:
        for match in row:
            yield match, (row[0].start(), row[-1].end())


def _is_said(
    text: str, match: re.Match[str], row: tuple[int, int], names: Proponents, field: Field
) -> bool:
    """Whether words like a remark's, in a `row` of such, are one, and no words of a sentence: "the
    [agreed] sum"."""
    printed = match.group()
    inner = printed.strip("[](){}［］（）【】 \u2013\u2014-")
    short = SHORT.match(inner) is not None
    if printed[0] not in BRACKETS:
        return not short or field.in_short
    if ANYWHERE.fullmatch(inner):
        return True
    sure = is_sure(printed)
    where = "apart" if match.end() <= field.before else setting(text, *row, sure=sure)
    if where == "inside" or (where == "beside" and field.final):
        return False
    if short:
        return field.in_short or not (where == "beside" or inner.upper().startswith("AAR"))
    if kind_of(printed) == "proponent":
        known = where in ("ends", "beside") and not field.heading
        return names.may_have_proposed(printed, known=known)
    return _is_status(text, match.end(), where, field, square=printed[0] in OPENING, sure=sure)


def _is_status(
    text: str, end: int, where: Setting, field: Field, *, square: bool, sure: bool
) -> bool:
    """Whether words of agreement in brackets that end there say so of the text around them."""
    if where in ("ends", "behind") and field.final:
        return field.heading and (square or sure)
    if where == "ends":
        return sure or not square
    if where == "apart" and field.listed:
        return sure or not text[end:].split("\n", 1)[0].strip(" .;:,")
    return where != "beside" or sure


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
    field: Field,
) -> list[Remark]:
    """What a list of names in a proponent's place says, a remark for each position; the characters
    between and around them go with the nearest."""
    positions = names.read(match["names"])
    if not positions or not _says(text.text, match, pattern, positions, field):
        return []
    leads = pattern is places.HEAD and (start, end) == match.span()
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


def _says(
    text: str,
    match: re.Match[str],
    pattern: re.Pattern[str],
    positions: Sequence[Position],
    field: Field,
) -> bool:
    """Whether names in this place are those of proponents. In a final text they are names of the
    text ("[Geneva] (Switzerland)"), but with words for what is wanted behind a colon."""
    said = match["names"]
    told = all(p.wants for p in positions) and (":" in said or "\uff1a" in said)
    if field.final and not told:
        return False
    if pattern is places.WHOLE:
        return told or (all(p.wants for p in positions) and _is_apart(text, *match.span(), said))
    if pattern is places.RESERVES:
        reserve = all(p.wants == "reserve" for p in positions)
        return reserve and (told or "position" in said or _is_apart(text, *match.span("names")))
    if pattern is places.AT_END:  # "(President)" is who signs
        named = {name for position in positions for name in position.names}
        return told or not ORGANS.issuperset(named)
    return pattern is not places.BESIDE or lists_several(said, positions)


def _is_apart(text: str, start: int, end: int, said: str = "") -> bool:
    """Whether words that a sentence may say too ("[the Chair objects]") stand behind the end of
    one, or behind a bracket, and nothing stands behind them."""
    before = text[:start].rstrip()
    if not before or before[-1] not in _ENDED or _LED_BY_ARTICLE.match(said):
        return False
    return not text[end:].split("\n", 1)[0].strip(" .;")


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
