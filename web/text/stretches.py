"""Marks of provisions → stretches: a bracket that goes on through several paragraphs is one.

In: the provisions of an article in one round, in the order of the text. Out: `Stretch`es, one for
each bracket, option, proposal or status that says something of its own, with its words and who is
named with it. Each mark is looked at once, however many there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tracker.model import Mark, MarkField, MarkKind
from tracker.store.records import ProvisionRow
from web.terms.phrases import joined
from web.text.marks import words_of

SHOWN: tuple[MarkKind, ...] = ("bracket", "alternative", "proponent", "agreed", "struck", "added")
"""Kinds that say where the negotiators stood."""

DEEPEST = 40
"""Of stretches that may go on in the same place, so many are tried."""

MOST_NAMED = 250
"""Marks that name somebody with the same words; there are fewer States."""

_NAMING: tuple[MarkKind, ...] = ("bracket", "alternative", "proponent")
_GOES_ON: tuple[MarkKind, ...] = ("bracket", "alternative", "proponent", "agreed")
_BROKEN = ("unclosed", "unopened")
_FIELDS: tuple[MarkField, ...] = ("num", "heading", "text")
_OPENING, _CLOSING = re.compile(r"[\[［]"), re.compile(r"[\]］]")
_WORD = re.compile(r"\w+")

Range = tuple[MarkField, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark on words of one provision. `at` counts the fields that have words, `text_at` those
    with a provision's text, up to this one; `naming` are the marks that name somebody with all of
    its words."""

    provision: ProvisionRow
    mark: Mark
    at: int
    text_at: int
    naming: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """The words that the mark is on."""
        return _held(self.provision, self.mark.field)[self.mark.start : self.mark.end]

    @property
    def to_end(self) -> bool:
        """Whether the mark goes to the end of the field."""
        return self.mark.end >= len(_held(self.provision, self.mark.field).rstrip())

    @property
    def balance(self) -> int:
        """Brackets that it opens and does not close."""
        return len(_OPENING.findall(self.words)) - len(_CLOSING.findall(self.words))

    @property
    def who(self) -> str:
        """Who is named with the mark, or with all of its words; else what the mark itself says."""
        own = words_of(self.mark)
        if self.mark.kind not in ("bracket", "alternative"):
            return own
        said = dict.fromkeys(words_of(one) for one in self.naming)
        return joined([*([own] if own and own not in said else []), *said])


class Stretch:
    """The pieces of one mark, in the order of the text."""

    def __init__(self, piece: Piece) -> None:
        self.pieces = [piece]
        self._balance = piece.balance if self.kind == "bracket" else 0
        self._printed = bool(piece.mark.printed)

    @property
    def kind(self) -> MarkKind:
        """The kind of the mark."""
        return self.pieces[0].mark.kind

    @property
    def may_go_on(self) -> bool:
        """Whether the next words may be part of it."""
        last = self.pieces[-1]
        if self.kind not in _GOES_ON or not last.to_end:
            return False
        return self.kind != "bracket" or (self._balance > 0 and last.mark.how not in _BROKEN)

    def take(self, piece: Piece) -> bool:
        """Add a piece of the same kind that begins its field, if it goes on where the last one
        ended."""
        goes_on = self._bracket_goes_on if self.kind == "bracket" else self._saying_goes_on
        if not goes_on(self.pieces[-1], piece):
            return False
        self.pieces.append(piece)
        self._balance += piece.balance if self.kind == "bracket" else 0
        self._printed = self._printed or bool(piece.mark.printed)
        return True

    def _bracket_goes_on(self, last: Piece, piece: Piece) -> bool:
        whole = piece.mark.how not in _BROKEN
        return whole and piece.at == last.at + 1 and (piece.to_end or piece.balance < 0)

    def _saying_goes_on(self, last: Piece, piece: Piece) -> bool:
        """What is said once of several provisions is printed with one of them."""
        if piece.mark.printed and self._printed:
            return False
        again = piece.provision is last.provision and piece.mark.field == last.mark.field
        return not again and piece.text_at - last.text_at <= 1

    @property
    def words(self) -> str:
        """All words, with a number only where the mark begins at it."""
        kept = (one for n, one in enumerate(self.pieces) if one.mark.field != "num" or n == 0)
        return " ".join(filter(None, (one.words.strip() for one in kept)))

    @property
    def same_words(self) -> str:
        """The words by which it is known again in another round, where numbers may be others."""
        kept = [one for one in self.pieces if one.mark.field != "num"] or self.pieces
        return " ".join(_WORD.findall(" ".join(one.words for one in kept).casefold()))

    @property
    def who(self) -> str:
        """Who wanted it, or what is said of it."""
        said = [one for one in self.pieces if one.mark.printed] if self.kind == "agreed" else []
        named = (one.who for one in said or self.pieces)
        return joined(list(dict.fromkeys(filter(None, named))))


def stretches(provisions: Sequence[ProvisionRow]) -> list[Stretch]:
    """The marks worth a row, those that go on in the next provision drawn together."""
    found: list[Stretch] = []
    open_ones: dict[tuple[MarkKind, str], deque[Stretch]] = {}
    for piece in _pieces(provisions):
        mark = piece.mark
        said = {"bracket": "", "alternative": mark.how}.get(mark.kind, mark.by)
        waiting = open_ones.setdefault((mark.kind, said), deque())
        # What ended before the last provision's text cannot go on.
        while waiting and piece.text_at - waiting[0].pieces[-1].text_at > 1:
            waiting.popleft()
        stretch = _taken(piece, waiting) if mark.start == 0 else None
        if stretch is None:
            stretch = Stretch(piece)
            found.append(stretch)
        if stretch.may_go_on:
            waiting.append(stretch)
    return [one for one in found if not _number_only(one)]


def _taken(piece: Piece, waiting: deque[Stretch]) -> Stretch | None:
    """The stretch that a piece goes on with, no longer among the `waiting`."""
    for n, one in enumerate(islice(waiting, DEEPEST)):
        if one.take(piece):
            del waiting[n]
            return one
    return None


def _number_only(stretch: Stretch) -> bool:
    """Whether the mark is on a number whose provision's words bear the same kind of mark."""
    (first, *more) = stretch.pieces
    if more or first.mark.field != "num":
        return False
    return any(
        one.kind == stretch.kind and one.field != "num" and _is_on(one)
        for one in first.provision.marks
    )


def _pieces(provisions: Sequence[ProvisionRow]) -> Iterator[Piece]:
    """The marks that may have a row, in the order of the text, the outer before the inner."""
    at = text_at = 0
    for provision in provisions:
        shown = [one for one in provision.marks if one.kind in SHOWN and _is_on(one)]
        told, naming = _Told(shown), _naming(provision.marks)
        for part in _FIELDS:
            at += bool(_held(provision, part))
            text_at += part == "text" and bool(provision.text)
            here = [one for one in shown if one.field == part and not told.is_told(one)]
            for mark in sorted(here, key=lambda one: (one.start, -one.end)):
                yield Piece(provision, mark, at, text_at, naming.get(_range(mark), ()))


def _held(provision: ProvisionRow, part: MarkField) -> str:
    return {"text": provision.text, "heading": provision.heading, "num": provision.number}[part]


def _is_on(mark: Mark) -> bool:
    return mark.start < mark.end or bool(mark.printed)


def _range(mark: Mark) -> Range:
    return mark.field, mark.start, mark.end


class _Told:
    """Which marks the row of another one tells: a bracket tells whose its words are, an alternative
    that it stands in a bracket."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._brackets: set[Range] = set()
        self._options: dict[tuple[MarkField, int], int] = {}
        for one in marks:
            if one.kind == "bracket":
                self._brackets.add(_range(one))
            elif one.kind == "alternative":
                key = one.field, one.end
                self._options[key] = max(one.start, self._options.get(key, 0))

    def is_told(self, mark: Mark) -> bool:
        """Whether another mark's row tells this one."""
        if mark.kind == "proponent":
            # The words are the same but for the brackets around them.
            near = ((mark.start - a, mark.end + b) for a in (0, 1) for b in (0, 1))
            return any((mark.field, *words) in self._brackets for words in near)
        if mark.kind == "bracket":
            inside = (self._options.get((mark.field, mark.end - n), -1) for n in (0, 1))
            return mark.start < max(inside)
        return False


def _naming(marks: Sequence[Mark]) -> dict[Range, tuple[Mark, ...]]:
    """For the words of each bracket and alternative the marks that name somebody with all of them,
    in their order: of more than `MOST_NAMED` those that end nearest."""
    asked = {_range(one) for one in marks if one.kind in ("bracket", "alternative")}
    named = [
        (one.start - 1, n, one)
        for n, one in enumerate(marks)
        if one.by and one.kind in _NAMING and one.start < one.end
    ]
    found: dict[Range, tuple[Mark, ...]] = {}
    for part in _FIELDS:
        todo = deque(sorted((one for one in named if one[2].field == part), key=lambda x: x[:2]))
        beside: list[tuple[int, int]] = []  # where each mark ends, and which it is, by the ends
        for words in sorted(one for one in asked if one[0] == part):
            _, start, end = words
            while todo and todo[0][0] <= start:
                _, n, one = todo.popleft()
                insort(beside, (one.end, n))
            del beside[: bisect_left(beside, (start - 1, 0))]
            first = bisect_left(beside, (end - 1, 0))
            around = sorted(n for _, n in beside[first : first + MOST_NAMED])
            found[words] = tuple(marks[n] for n in around)
    return found
