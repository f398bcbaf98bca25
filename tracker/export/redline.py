"""Two drafts as one text with its changes in place, for files that people read and print.

In: a comparison. Out: `Block`s in reading order. Without what is inserted they are the older
draft word for word, without what is deleted the newer: every provision of either stands in exactly
one block for its place. What moved stands at both its places, each naming the other. The hunks are
those that are stored; where those of a link do not give both its texts (words that came from
several places), the older words are shown as gone and the newer as new, with a note on the link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.export.names import Names
from tracker.export.order import Pair, in_both_orders
from tracker.export.pieces import Paragraph, alone, moved, together
from tracker.export.remarks import NOT_COVERED, NOT_IN_OLDER, Remarks, doubts
from tracker.store.records import ChangeRow, ComparisonPage, FindingRow, ProvisionRow


@dataclass(frozen=True, slots=True)
class Block:
    """One provision in its place, or several that were split or merged there. `label` says what
    became of it, `""` where nothing did; `notes` are sentences on doubtful links and on the other
    end of what does not stand here alone; `move` is the number of a move, 0 for none, the same at
    both its ends; `depth` counts the steps down from the article (0: it, or what is in none)."""

    paragraphs: tuple[Paragraph, ...]
    provision: ProvisionRow
    name: str
    label: str = ""
    notes: tuple[str, ...] = ()
    move: int = 0
    depth: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything differs here."""
        return any(
            one.end != "equal" or any(piece.operation != "equal" for piece in one.pieces)
            for one in self.paragraphs
        )

    @property
    def covered(self) -> bool:
        """Whether both documents speak of this place; else what stands here differs, and is
        neither new nor gone."""
        return self.label not in (NOT_COVERED, NOT_IN_OLDER)


@dataclass(frozen=True, slots=True)
class _Fit:
    rows: tuple[ChangeRow, ...]
    paragraphs: tuple[Paragraph, ...]


def both_texts(page: ComparisonPage) -> tuple[list[ProvisionRow], list[ProvisionRow]]:
    """The provisions of the older and of the newer draft, each in its order."""
    old = {row.old.id: row.old for row in page.rows if row.old is not None}
    new = {row.new.id: row.new for row in page.rows if row.new is not None}
    return _ordered(old), _ordered(new)


def _ordered(found: dict[str, ProvisionRow]) -> list[ProvisionRow]:
    return sorted(found.values(), key=lambda one: one.ordinal)


def redline(page: ComparisonPage, findings: Iterable[FindingRow] = ()) -> list[Block]:
    """The blocks of a comparison; the findings say what of it is not sure."""
    return list(_Writer(page, doubts(page.rows, findings)).blocks())


class _Writer:
    def __init__(self, page: ComparisonPage, doubted: Mapping[str, str]) -> None:
        self._old, self._new = both_texts(page)
        self._at = {one.id: n for side in (self._old, self._new) for n, one in enumerate(side)}
        self._names = Names([*self._old, *self._new])
        self._of: defaultdict[str, list[ChangeRow]] = defaultdict(list)
        for row in page.rows:
            for one in (row.old, row.new):
                if one is not None:
                    self._of[one.id].append(row)
        self._remarks = Remarks(page, self._names, doubted)
        fits = list(self._fits(page.rows))
        self._chain = in_both_orders(fits)
        kept = {id(one) for one in self._chain}
        away = [one for one in fits if id(one) not in kept and len(one.what.rows) == 1]
        self._moves = {
            end.id: (n, one.what)
            for n, one in enumerate(away, 1)
            for row in one.what.rows
            for end in (row.old, row.new)
            if end is not None
        }

    def blocks(self) -> Iterator[Block]:
        """All blocks in order."""
        old = new = 0
        for pair in self._chain:
            yield from (self._gone(one) for one in self._old[old : pair.old])
            yield from (self._come(one) for one in self._new[new : pair.new])
            yield self._paired(pair.what)
            old, new = pair.old_end, pair.new_end
        yield from (self._gone(one) for one in self._old[old:])
        yield from (self._come(one) for one in self._new[new:])

    def _fits(self, rows: Sequence[ChangeRow]) -> Iterator[Pair[_Fit]]:
        """The links whose words can be shown in one place, if they stand in order."""
        taken: set[str] = set()
        for row in rows:
            if row.old is None or row.new is None or row.link_id in taken:
                continue
            parts = self._parts(row.old, row.new)
            taken |= {one.link_id for one in parts}
            made = together(parts) if parts else None
            if made is None:
                continue
            old, old_end = self._range(one.old for one in parts)
            new, new_end = self._range(one.new for one in parts)
            weight = 1 + sum(
                len(piece.text)
                for one in made
                for piece in one.pieces
                if piece.operation == "equal"
            )
            yield Pair(old, old_end, new, new_end, weight, _Fit(tuple(parts), made))

    def _parts(self, old: ProvisionRow, new: ProvisionRow) -> list[ChangeRow]:
        """All links of a pair, of a split, or of a merger, whose parts stand side by side; nothing
        where there are more, or apart."""
        of_old, of_new = self._of[old.id], self._of[new.id]
        if len(of_old) > 1 and len(of_new) > 1:
            return []
        rows = of_old if len(of_old) > 1 else of_new
        single = [self._of[end.id] for one in rows for end in (one.old, one.new) if end is not None]
        if sum(len(one) > 1 for one in single) not in (0, len(rows)):
            return []
        many = [one.new if len(of_old) > 1 else one.old for one in rows]
        places = sorted(self._at[one.id] for one in many if one is not None)
        if len(places) < len(rows) or places[-1] - places[0] != len(places) - 1:
            return []
        ends = [(row, one) for row, one in zip(rows, many, strict=True) if one is not None]
        return [row for row, one in sorted(ends, key=lambda both: self._at[both[1].id])]

    def _range(self, ends: Iterator[ProvisionRow | None]) -> tuple[int, int]:
        places = [self._at[one.id] for one in ends if one is not None]
        return min(places), max(places) + 1

    def _paired(self, fit: _Fit) -> Block:
        row = fit.rows[0]
        provision = row.new or row.old
        assert provision is not None
        label, notes = self._remarks.here(fit.rows)
        return self._block(fit.paragraphs, provision, label, notes)

    def _gone(self, one: ProvisionRow) -> Block:
        label, notes = self._remarks.gone(one, self._of[one.id])
        number, fit = self._moves.get(one.id, (0, None))
        made = moved(fit.paragraphs, "delete") if fit else alone(one, "delete")
        return self._block(made, one, label, notes, number)

    def _come(self, one: ProvisionRow) -> Block:
        label, notes = self._remarks.come(one, self._of[one.id])
        number, fit = self._moves.get(one.id, (0, None))
        made = moved(fit.paragraphs, "insert") if fit else alone(one, "insert")
        return self._block(made, one, label, notes, number)

    def _block(
        self,
        made: tuple[Paragraph, ...],
        one: ProvisionRow,
        label: str,
        notes: tuple[str, ...],
        move: int = 0,
    ) -> Block:
        depth = self._names.depth(one)
        return Block(made, one, self._names.full(one), label, notes, move, depth)
