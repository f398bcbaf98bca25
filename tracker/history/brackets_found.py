"""The contested words of one draft: what stands in brackets, options, or under a proponent's name.

In: a `Draft` and its part of `Ages`. Out: `Disputed` stretches, each with its words and who is
named with them. A bracket that goes on through several provisions is one stretch; a proponent's
mark on the words of a bracket or an option tells who wants these and is no stretch of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.history.ages import Aged
from tracker.history.ages_text import FIELDS, Field, word_spans
from tracker.model import Draft, Mark, Provision

Kind = Literal["bracket", "alternative", "proponent"]
KINDS: tuple[Kind, ...] = ("bracket", "alternative", "proponent")

DEEPEST = 40
"""Of stretches that may go on in the next provision, so many are kept."""

MOST_NAMED = 250
"""Marks that name somebody with the same words; there are fewer States."""

_OF_PLACE = ("unit", "unclosed", "unopened")
"""What `Mark.how` says of where a mark stands, not of what is wanted."""

_OPENING, _CLOSING = "[［", "]］"


@dataclass(frozen=True, slots=True)
class Proposer:
    """Who is named with words, and what is wanted: `""` to have them, else `delete`, `retain`,
    `reserve`, … as the mark says."""

    name: str
    wants: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """`held[start:end]` of the heading or text of a provision of one draft."""

    eid: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disputed:
    """A stretch of contested words in one draft: where it stands, the identities of its words, its
    printed words, the label of an option, who is named with it."""

    kind: Kind
    spots: tuple[Spot, ...]
    ids: tuple[int, ...]
    text: str
    label: str
    by: tuple[Proposer, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A heading or text with words: their identities and where each stands, in order."""

    eid: str
    field: Field
    held: str
    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def words(self, start: int, end: int) -> range:
        """Which words stand wholly between two characters."""
        first = bisect_left(self.spans, start, key=lambda span: span[0])
        return range(first, max(first, bisect_right(self.spans, end, key=lambda span: span[1])))


class DraftWords:
    """The words of one draft by their identities."""

    def __init__(self, draft: Draft, aged: Sequence[Aged]) -> None:
        self.draft = draft
        self.places: list[Place] = []
        self.at: dict[int, tuple[int, int]] = {}
        self.of: dict[tuple[str, Field], Place] = {}
        for provision, one in zip(draft.provisions, aged, strict=True):
            for field in FIELDS:
                held = provision.heading if field == "heading" else provision.text
                ids = tuple(n for run in one.runs if run.field == field for n in run.ids)
                if ids:
                    place = Place(provision.eid, field, held, ids, tuple(word_spans(held)))
                    for n, word in enumerate(ids):
                        self.at[word] = len(self.places), n
                    self.of[provision.eid, field] = place
                    self.places.append(place)


def disputed(words: DraftWords) -> list[Disputed]:
    """The contested stretches of a draft, in the order of the text, the outer before the inner."""
    found: list[_Stretch] = []
    waiting: dict[tuple[Kind, str], list[_Stretch]] = {}
    number = 0
    for provision in words.draft.provisions:
        for mark in _opened_before(provision):
            opened = _Stretch("bracket", "")
            opened.open(number, provision.num[mark.start : mark.end])
            found.append(opened)
            waiting.setdefault(("bracket", mark.by), []).append(opened)
        for field in FIELDS:
            place = words.of.get((provision.eid, field))
            if place is None:
                continue
            number += 1
            marks = _Marks(provision, field)
            for mark, kind in marks.shown():
                piece = _piece(marks, place, mark)
                if piece is None:
                    continue
                key = kind, mark.how if kind == "alternative" else mark.by
                near = [one for one in waiting.get(key, ()) if one.number >= number - 1]
                stretch = next((one for one in near if one.goes_on(mark, number)), None)
                if stretch is None:
                    stretch = _Stretch(kind, mark.how if kind == "alternative" else "")
                    found.append(stretch)
                stretch.add(piece, mark, place, number)
                waiting[key] = [one for one in [*near, stretch] if one.may_go_on][-DEEPEST:]
    return [one.made() for one in found if one.has_words]


def _opened_before(provision: Provision) -> list[Mark]:
    """The brackets that open before a provision's number and go on in its words."""
    return [
        one
        for one in provision.marks
        if one.kind == "bracket"
        and one.field == "num"
        and one.how not in ("unclosed", "unopened")
        and _balance(provision.num[one.start : one.end]) > 0
    ][:DEEPEST]


def _balance(text: str) -> int:
    """Brackets that it opens and does not close."""
    return sum((c in _OPENING) - (c in _CLOSING) for c in text)


class _Marks:
    """The marks on words of one heading or text."""

    def __init__(self, provision: Provision, field: Field) -> None:
        here = [
            one
            for one in provision.marks
            if one.field == field and one.start < one.end and one.kind in KINDS
        ]
        self._here = sorted(here, key=lambda one: (one.start, -one.end))
        self._naming = [one for one in self._here if one.by]

    def shown(self) -> Iterator[tuple[Mark, Kind]]:
        """Those that are stretches of their own: not a proponent's on the words of a bracket or an
        option, not a bracket around an option."""
        told = _ranges(one for one in self._here if one.kind in ("alternative", "bracket"))
        # An option in a bracket of its own: the bracket holds its label too.
        options: dict[int, int] = {}
        for one in self._here:
            if one.kind == "alternative":
                for end in (one.end, one.end + 1):
                    options[end] = max(one.start, options.get(end, 0))
        for one in self._here:
            if one.kind == "alternative":
                yield one, "alternative"
            elif one.kind == "bracket" and one.start > options.get(one.end, -1):
                yield one, "bracket"
            elif one.kind == "proponent" and told.isdisjoint(_ranges([one])):
                yield one, "proponent"

    def named(self, mark: Mark) -> Iterator[Proposer]:
        """Who is named with the words of a mark: by itself, or by another on all of them, the
        narrowest first."""
        behind = bisect_right(self._naming, mark.start + 1, key=lambda one: one.start)
        near = self._naming[max(0, behind - MOST_NAMED) : behind]
        around = (one for one in near if mark.end <= one.end + 1)
        for one in sorted(around, key=lambda one: (one is not mark, one.end - one.start)):
            yield _proposer(one)


def _ranges(marks: Iterable[Mark]) -> set[tuple[int, int]]:
    """Where marks begin and end, with and without brackets of one character."""
    return {(one.start + a, one.end - b) for one in marks for a in (0, 1) for b in (0, 1)}


def _proposer(mark: Mark) -> Proposer:
    says = mark.kind == "proponent" and mark.how not in _OF_PLACE
    return Proposer(mark.by, mark.how if says else "")


@dataclass(frozen=True, slots=True)
class _Piece:
    spot: Spot
    ids: tuple[int, ...]
    text: str
    by: tuple[Proposer, ...]


def _piece(marks: _Marks, place: Place, mark: Mark) -> _Piece | None:
    inside = place.words(mark.start, mark.end)
    if not inside:
        return None
    spot = Spot(place.eid, place.field, mark.start, mark.end)
    ids = place.ids[inside.start : inside.stop]
    text = place.held[mark.start : mark.end]
    return _Piece(spot, ids, text, tuple(marks.named(mark)))


class _Stretch:
    """A stretch in the making."""

    def __init__(self, kind: Kind, label: str) -> None:
        self._kind = kind
        self._label = label
        self._pieces: list[_Piece] = []
        self._balance = 0
        self._before = ""
        self.number = 0
        self._to_end = False

    def add(self, piece: _Piece, mark: Mark, place: Place, number: int) -> None:
        """Add the next piece, in the field of this number."""
        self._pieces.append(piece)
        self.number = number
        self._to_end = mark.end >= len(place.held.rstrip())
        self._balance += _balance(piece.text)

    def open(self, number: int, text: str) -> None:
        """Begin before words: with a number, behind the field of this number."""
        self.number = number
        self._to_end = True
        self._balance = _balance(text)
        self._before = "[" * self._balance

    @property
    def has_words(self) -> bool:
        """Whether there is more of it than a number."""
        return bool(self._pieces)

    @property
    def may_go_on(self) -> bool:
        """Whether the next field may go on with it."""
        return self._to_end and (self._kind != "bracket" or self._balance > 0)

    def goes_on(self, mark: Mark, number: int) -> bool:
        """Whether a mark at the beginning of a field goes on with this stretch."""
        if mark.start > 0 or number != self.number + 1:
            return False
        return (
            mark.how not in ("unclosed", "unopened")
            if self._kind == "bracket"
            else not mark.printed
        )

    def made(self) -> Disputed:
        """The stretch."""
        by = dict.fromkeys(one for piece in self._pieces for one in piece.by)
        return Disputed(
            self._kind,
            tuple(piece.spot for piece in self._pieces),
            tuple(n for piece in self._pieces for n in piece.ids),
            _inside(self._before + " ".join(piece.text.strip() for piece in self._pieces)),
            self._label,
            tuple(by),
        )


def _inside(text: str) -> str:
    """Words without the brackets that hold all of them.

    >>> _inside("[in fog]"), _inside("[by night] [in fog]"), _inside("[by night")
    ('in fog', '[by night] [in fog]', 'by night')
    """
    depth = 0
    for n, char in enumerate(text):
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth == 0 and n < len(text) - 1:
            return text
    if text[:1] in _OPENING and text[:1]:
        text = text[1:]
    if text[-1:] in _CLOSING and text[-1:]:
        text = text[:-1]
    return text.strip()


def by_word(stretches: Sequence[Disputed]) -> Mapping[int, Sequence[int]]:
    """By the identity of a word, the stretches that hold it."""
    found: dict[int, list[int]] = {}
    for n, one in enumerate(stretches):
        for word in one.ids:
            found.setdefault(word, []).append(n)
    return found
