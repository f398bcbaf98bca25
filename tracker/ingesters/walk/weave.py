"""Text woven from printed lines, every character traceable to its page and offset.

In: slices of pages. Out: `Woven` texts: white space runs are one space, lines are joined by a space
or over a hyphen, blocks by a line break; `spans` say where every other character was read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from tracker.model import Span
from tracker.read import Line, Run
from tracker.words import unspaced


@dataclass(frozen=True, slots=True)
class Woven:
    """A text and where it was read: see `tracker.model.Span`."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def part(self, start: int, end: int | None = None) -> Woven:
        """The characters from `start` to `end`, without white space at either end."""
        end = len(self.text) if end is None else end
        cut = self.text[start:end]
        start += len(cut) - len(cut.lstrip())
        end = start + len(cut.strip())
        spans: list[Span] = []
        first = max(0, bisect_right(self.spans, start, key=lambda span: span.at) - 1)
        for span in islice(self.spans, first, None):
            if span.at >= end:
                break
            length = span.end - span.start
            low, high = max(span.at, start), min(span.at + length, end)
            if low < high:
                offset = span.start + low - span.at
                spans.append(Span(low - start, span.page, offset, offset + high - low))
        return Woven(self.text[start:end], tuple(spans))


def joined(parts: Iterable[Woven], glue: str) -> Woven:
    """The texts one after the other with `glue` between those that are not empty."""
    text = ""
    spans: list[Span] = []
    for part in parts:
        if not part:
            continue
        if text:
            text += glue
        spans.extend(Span(len(text) + s.at, s.page, s.start, s.end) for s in part.spans)
        text += part.text
    return Woven(text, tuple(spans))


_WORD = re.compile(r"\S+")
_MEETING = re.compile(r"(?:[^\W_]|[.,;:!?)\]])(?:[^\W_]|[(\[])")
"""The end of a word or of a part of a sentence, and the beginning of another."""


def of_line(
    line: Line, start: int = 0, end: int | None = None, touching: Sequence[int] | None = None
) -> Woven:
    """The characters of a line from `start` to `end`, white space runs made one space; one stands
    also where a struck word touches the one that was put in its place (`touching`, in order: the
    line's `seams`, for whoever takes it piece by piece)."""
    text = ""
    spans: list[Span] = []
    stretch = line.text[start : len(line.text) if end is None else end]
    base = line.start + start
    touching = seams(line) if touching is None else touching
    inside = touching[bisect_right(touching, start) : bisect_right(touching, start + len(stretch))]
    for low, high in _words(stretch, [at - start for at in inside]):
        last = spans[-1] if spans else None
        if last and stretch[last.end - base : low] == " ":
            spans[-1] = Span(last.at, last.page, last.start, base + high)
        else:
            spans.append(Span(len(text) + bool(text), line.page, base + low, base + high))
        text += (" " if text else "") + stretch[low:high]
    return Woven(text, tuple(spans))


def _words(stretch: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the words of a stretch begin and end, cut in two at `cuts`."""
    following = 0
    for match in _WORD.finditer(stretch):
        low = match.start()
        while following < len(cuts) and cuts[following] < match.end():
            if cuts[following] > low:
                yield low, cuts[following]
                low = cuts[following]
            following += 1
        yield low, match.end()


def seams(line: Line) -> list[int]:
    """The offsets at which whole struck words touch whole words added, or the other way round:
    "~~may~~__shall__" is two words, "cross~~ed~~__ing__" is not; nor do sentences run into one
    another.

    >>> runs = (Run(0, 3, struck=True), Run(3, 8, underlined=True))
    >>> seams(Line("mayshall act", 1, 0, runs=runs)), seams(Line("go.(a) x.", 1, 0, runs=runs))
    ([3], [3])
    """
    found: list[int] = []
    looks = _looks(line.runs)
    for (low, at, look), (begin, high, other) in pairwise(looks):
        if at != begin or {look, other} != {"struck", "added"}:
            continue
        if not _MEETING.fullmatch(line.text[at - 1 : at + 1]):
            continue
        if not line.text[:low][-1:].isalnum() and not line.text[high : high + 1].isalnum():
            found.append(at)
    return found


def _looks(runs: Sequence[Run]) -> list[tuple[int, int, str]]:
    """Stretches of struck and of added words, each whole, whatever else their runs differ in."""
    found: list[tuple[int, int, str]] = []
    for run in runs:
        look = "struck" if run.struck else "added" if run.underlined else ""
        if not look:
            continue
        if found and found[-1][1:] == (run.start, look):
            found[-1] = (found[-1][0], run.end, look)
        else:
            found.append((run.start, run.end, look))
    return found


SOFT_HYPHEN = "\u00ad"
_LAST_PART = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_PART = re.compile(r"([^\W\d_]+)")
_CONJUNCTIONS = frozenset(("and", "or", "to", "et", "ou", "y", "o", "u", "e", "и", "или", "und"))
"""After a hyphen that stands for a whole word: "short- or long-term"."""

DECIDED = 3
"""Broken words whose form is known elsewhere, before the others go by their majority."""

_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hyphens:
    """Whether a hyphen at the end of a line belongs to the word, learnt from the document itself.

    A word that stands elsewhere in one piece was broken by the typesetter; one that stands
    elsewhere with its hyphen keeps it; a word found in neither form goes by the majority of the
    others, and without enough evidence no character is taken away.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._seen: Counter[str] = Counter()
        breaks: list[tuple[str, str]] = []
        for line, following in zip(lines, [*lines[1:], None], strict=False):
            found = [m.group().casefold() for m in _COMPOUND.finditer(line.text)]
            last = _LAST_PART.search(line.text)
            first = _FIRST_PART.match(following.text) if following else None
            if last and first and not last.group().endswith(SOFT_HYPHEN):
                breaks.append((last.group(1), first.group(1)))
                found = found[:-1]
            self._seen.update(found)
        votes = Counter(self._by_evidence(*parts) for parts in breaks)
        known = votes["drop"] + votes["keep"] >= DECIDED
        self._otherwise = known and votes["drop"] > votes["keep"]

    def drop(self, last: str, first: str) -> bool:
        """Whether the hyphen between the parts of a word is the typesetter's."""
        evidence = self._by_evidence(last, first)
        return self._otherwise if evidence == "none" else evidence == "drop"

    def _by_evidence(self, last: str, first: str) -> str:
        if not first[:1].islower():
            return "keep"
        whole = self._seen[(last + first).casefold()]
        compound = self._seen[f"{last}-{first}".casefold()]
        if whole == compound:
            return "none"
        return "drop" if whole > compound else "keep"


def _suspended(last: str, following: str) -> bool:
    """Whether a hyphen at the end of a line stands for the rest of a word: "pre- and post-war",
    but not "face-to-face"."""
    word = following.split(None, 1)[0]
    return not last.endswith(SOFT_HYPHEN) and word in _CONJUNCTIONS


class Weaver:
    """Running text in the making, line by line."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._text: list[str] = []
        self._spans: list[Span] = []
        self.length = 0

    def add(self, part: Woven, *, glued: bool = False) -> None:
        """Append a line, or with `glued` the rest of the same line."""
        if not part:
            return
        if self.length and not glued:
            last = _LAST_PART.search(self._text[-1])
            first = _FIRST_PART.match(part.text)
            if last and first and not _suspended(last.group(), part.text):
                soft = last.group().endswith(SOFT_HYPHEN)
                if soft or self._hyphens.drop(last.group(1), first.group(1)):
                    self._drop_hyphen()
            elif not unspaced(self._text[-1], part.text):
                self._text.append(" ")
                self.length += 1
        self._spans.extend(Span(self.length + s.at, s.page, s.start, s.end) for s in part.spans)
        self._text.append(part.text)
        self.length += len(part.text)

    def space(self) -> None:
        """A space where something was taken out of a line between two words."""
        if self.length:
            self._text.append(" ")
            self.length += 1

    def _drop_hyphen(self) -> None:
        self._text[-1] = self._text[-1][:-1]
        self.length -= 1
        last = self._spans.pop()
        if last.end - last.start > 1:
            self._spans.append(Span(last.at, last.page, last.start, last.end - 1))

    def woven(self) -> Woven:
        """All that was appended."""
        return Woven("".join(self._text), tuple(self._spans))
