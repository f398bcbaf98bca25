"""Where every character of a source went: the reading report of a draft.

In: a `Draft` alone. Out: a `ReadingReport`. Visible characters are counted, white space is not.
Each belongs to one place: a provision's `number`, `heading`, `text` or `mark`; furniture by its
kind; a typesetter's `hyphen` at the end of a line; `unplaced`. A character that nothing claims is
`lost`, one that two claim is `counted-twice`: places of their own, so that the shares are always
those of the whole file, and errors, as is text of a provision that the file does not hold.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TypeVar

from tracker.model import Draft, Furniture, MarkKind, Provision, Span

OF_PROVISIONS = ("number", "heading", "text", "mark")
UNPLACED, HYPHEN, LOST, TWICE = "unplaced", "hyphen", "lost", "counted-twice"
FAULTS = (LOST, TWICE)

_HYPHENS = "-\u2010\u00ad"
_EXCERPT = 60
_FREE = 0

_Kind = TypeVar("_Kind", bound=str)


@dataclass(frozen=True, slots=True)
class Share:
    """A place with its visible characters and their share of the source's, 0 to 1."""

    place: str
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """What was read and where it went.

    `characters` counts the visible characters of the source; `shares` are the places that hold
    any, those of provisions first, `unplaced` and the faults last. `unplaced` are the passages
    that belong nowhere, by page. `errors` are faults of the reading, `warnings` what the draft
    carries with it. `provisions` and `marks` are counts by kind, the commonest first.
    """

    characters: int
    shares: tuple[Share, ...]
    unplaced: tuple[Furniture, ...]
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    provisions: tuple[tuple[str, int], ...]
    marks: tuple[tuple[MarkKind, int], ...]


def report(draft: Draft) -> ReadingReport:
    """The reading report of a draft."""
    sheet = _Sheet(draft.pages)
    for provision in draft.provisions:
        for place, text, spans in _texts(provision):
            sheet.claim(place, spans)
            sheet.trace(f"{place} of {provision.eid}", text, spans)
    for piece in draft.furniture:
        span = (Span(0, piece.page, piece.start, piece.end),)
        sheet.claim(piece.kind, span)
        sheet.trace(piece.kind, piece.text, span)
    counts = sheet.counted()
    whole = sum(counts.values())
    return ReadingReport(
        characters=whole,
        shares=tuple(
            Share(place, counts[place], counts[place] / whole)
            for place in sorted(counts, key=_in_order)
        ),
        unplaced=tuple(sorted(draft.unplaced, key=lambda piece: (piece.page, piece.start))),
        errors=tuple(sheet.errors),
        warnings=draft.warnings,
        provisions=_counts(one.kind for one in draft.provisions),
        marks=_counts(mark.kind for one in draft.provisions for mark in one.marks),
    )


def _texts(provision: Provision) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    yield "number", provision.num, provision.num_spans
    yield "heading", provision.heading, provision.heading_spans
    yield "text", provision.text, provision.spans
    for mark in provision.marks:
        yield "mark", mark.printed, mark.spans


def _in_order(place: str) -> tuple[int, str]:
    if place in OF_PROVISIONS:
        return OF_PROVISIONS.index(place), ""
    last = (HYPHEN, UNPLACED, *FAULTS)
    return (9 + last.index(place), "") if place in last else (8, place)


def _counts(kinds: Iterable[_Kind]) -> tuple[tuple[_Kind, int], ...]:
    found = Counter(kinds)
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


class _Sheet:
    """The pages of a source, each character with the place that claims it."""

    def __init__(self, pages: Sequence[str]) -> None:
        self.errors: list[str] = []
        self._pages = pages
        self._claims = [array("H", bytes(2 * len(page))) for page in pages]
        self._codes = {"": _FREE, TWICE: 1, LOST: 2, HYPHEN: 3}

    def claim(self, place: str, spans: Iterable[Span]) -> None:
        """Give the characters of spans to a place."""
        code = self._codes.setdefault(place, len(self._codes))
        for span in spans:
            if not self._is_there(span):
                continue
            claims = self._claims[span.page - 1]
            taken = claims[span.start : span.end]
            if any(taken):
                # The words of one mark may be said of several provisions, each with its spans.
                same = (_FREE, code) if place == "mark" else (_FREE,)
                new = [code if one in same else self._codes[TWICE] for one in taken]
            else:
                new = [code] * len(taken)
            claims[span.start : span.end] = array("H", new)

    def trace(self, what: str, text: str, spans: Sequence[Span]) -> None:
        """Note where a text is not, to the letter, what the pages hold at its spans."""
        done = 0
        for span in sorted(spans, key=lambda one: one.at):
            if not self._is_there(span):
                where = f"page {span.page}, {span.start}–{span.end}"
                self.errors.append(f"{what}: is said to stand where nothing is ({where})")
                return
            there = self._pages[span.page - 1][span.start : span.end]
            if text[span.at : span.at + len(there)] != there:
                self.errors.append(f"{what}: is not what page {span.page} holds there")
                return
            if text[done : span.at].strip():
                break
            done = max(done, span.at + len(there))
        else:
            if not text[done:].strip():
                return
        self.errors.append(f"{what}: has words that are not in the file: {_brief(text[done:])}")

    def counted(self) -> dict[str, int]:
        """Visible characters by place; what is lost or claimed twice is noted as an error."""
        counts: Counter[int] = Counter()
        for number, (page, claims) in enumerate(zip(self._pages, self._claims, strict=True), 1):
            visible = [not character.isspace() for character in page]
            if not all(compress(claims, visible)):
                self._settle(page, claims, visible)
            found = Counter(compress(claims, visible))
            counts += found
            for place, said in ((LOST, "are in no place"), (TWICE, "are claimed twice")):
                if found[self._codes[place]]:
                    self._note(place, said, number)
        names = {code: place for place, code in self._codes.items()}
        return {names[code]: count for code, count in counts.items()}

    def _settle(self, page: str, claims: array[int], visible: Sequence[bool]) -> None:
        """Tell the typesetter's hyphens among what nothing claims from what is lost."""
        for n in compress(range(len(page)), visible):
            if claims[n] == _FREE:
                ends = page[n + 1 : n + 2] in ("\n", "")
                hyphen = ends and page[n] in _HYPHENS
                claims[n] = self._codes[HYPHEN if hyphen else LOST]

    def _note(self, place: str, said: str, number: int) -> None:
        page, claims, code = self._pages[number - 1], self._claims[number - 1], self._codes[place]
        found = [n for n, one in enumerate(claims) if one == code and not page[n].isspace()]
        words = "".join(page[n] for n in found[: _EXCERPT + 1])
        self.errors.append(
            f"page {number}: {len(found)} characters {said}, from {found[0]} on: {_brief(words)}"
        )

    def _is_there(self, span: Span) -> bool:
        pages = self._pages
        on_page = 0 < span.page <= len(pages)
        return on_page and 0 <= span.start <= span.end <= len(pages[span.page - 1])


def _brief(text: str) -> str:
    """At most `_EXCERPT` characters, in one line and in quotation marks."""
    line = " ".join(text[: _EXCERPT * 4].split())
    return f"“{line[:_EXCERPT]}{'…' if len(line) > _EXCERPT else ''}”"
