"""Text woven from printed lines, every character traceable to its page and offset.

In: slices of pages. Out: `Woven` texts: white space runs are one space, lines are joined by a space
or over a hyphen, blocks by a line break; `spans` say where every other character was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.model import Span
from tracker.read import Line


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
        for span in self.spans:
            length = span.end - span.start
            low, high = max(span.at, start), min(span.at + length, end)
            if low < high:
                offset = span.start + low - span.at
                spans.append(Span(low - start, span.page, offset, offset + high - low))
        return Woven(self.text[start:end], tuple(spans))

    def without(self, start: int, end: int) -> Woven:
        """The text with the characters from `start` to `end` taken out and no blank doubled."""
        before, after = self.part(0, start), self.part(end)
        around = self.text[start - 1 : start] + self.text[end : end + 1]
        glue = "\n" if "\n" in around else " " if any(c.isspace() for c in around) else ""
        return joined((before, after), glue)


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


def of_line(line: Line, start: int = 0, end: int | None = None) -> Woven:
    """The characters of a line from `start` to `end`, white space runs made one space."""
    text = ""
    spans: list[Span] = []
    stretch = line.text[start : len(line.text) if end is None else end]
    base = line.start + start
    for match in _WORD.finditer(stretch):
        low, high = base + match.start(), base + match.end()
        last = spans[-1] if spans else None
        if last and stretch[last.end - base : match.start()] == " ":
            spans[-1] = Span(last.at, last.page, last.start, high)
        else:
            spans.append(Span(len(text) + bool(text), line.page, low, high))
        text += (" " if text else "") + match.group()
    return Woven(text, tuple(spans))


_LAST_PART = re.compile(r"([^\W\d_]+)-$")
_FIRST_PART = re.compile(r"([^\W\d_]+)")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hyphens:
    """Whether a hyphen at the end of a line belongs to the word, learnt from the document itself.

    A word that stands elsewhere in one piece was broken by the typesetter; one that stands
    elsewhere with its hyphen keeps it; a word found in neither form goes by the majority of the
    others, and without any evidence no character is taken away.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._seen: Counter[str] = Counter()
        breaks: list[tuple[str, str]] = []
        for line, following in zip(lines, [*lines[1:], None], strict=False):
            found = [m.group().casefold() for m in _COMPOUND.finditer(line.text)]
            last = _LAST_PART.search(line.text)
            first = _FIRST_PART.match(following.text) if following else None
            if last and first:
                breaks.append((last.group(1), first.group(1)))
                found = found[:-1]
            self._seen.update(found)
        votes = Counter(self._by_evidence(*parts) for parts in breaks)
        self._otherwise = votes["drop"] > votes["keep"]

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


def of_lines(parts: Sequence[Woven], hyphens: Hyphens) -> Woven:
    """One running text from the lines of a block."""
    text = Woven()
    for part in parts:
        last, first = _LAST_PART.search(text.text), _FIRST_PART.match(part.text)
        if last and first:
            if hyphens.drop(last.group(1), first.group(1)):
                text = text.part(0, len(text.text) - 1)
            text = joined((text, part), "")
        else:
            text = joined((text, part), " ")
    return text
