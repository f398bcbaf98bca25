"""What an export says beside the words: what became of a provision, and how sure that is.

In: the links of a provision. Out: a label of a few words and sentences. A link that is not sure is
said to be so, with what speaks for it and what else might be; what a partial document lacks is
neither new nor gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from tracker.export.names import Names
from tracker.model import Relation
from tracker.store.records import ChangeRow, ComparisonPage, FindingRow, ProvisionRow

LABELS: dict[Relation, str] = {
    "same": "",
    "renumbered": "Renumbered",
    "moved": "Moved",
    "split": "Split",
    "merged": "Merged",
    "demoted": "Made part of another",
    "promoted": "Made an article",
    "inserted": "New",
    "deleted": "No longer there",
}

NOT_COVERED = "Not covered"
NOT_IN_OLDER = "Not in the older document"

FIGURED = 0.4
"""A score below this stands for evidence of the last resort and is no figure to show."""


BECAME_PART, WAS_PART = "Became part of another", "Came out of another"
ELSEWHERE = "most of its words stand elsewhere in the other draft"


def doubts(rows: Iterable[ChangeRow], findings: Iterable[FindingRow]) -> dict[str, str]:
    """Why what is told as new or gone may not be, by link: the other file may just lack it, or its
    words stand elsewhere there. For links with one end."""
    why = {one.link_id: one.why for one in findings}
    return {
        row.link_id: why.get(row.absence.told) or ELSEWHERE
        for row in rows
        if row.absence is not None and not row.absence.certain
    }


def alone(row: ChangeRow) -> str:
    """The label of a row without a partner: of an article at least half of which stands in others,
    that it became part of another, or came out of one."""
    only = row.new or row.old
    into = row.absence.into if row.absence is not None else ()
    if only is None or not only.is_article or not into:
        return LABELS[row.relation]
    return BECAME_PART if row.new is None else WAS_PART


def possibly(label: str) -> str:
    """A label of what is not sure.

    >>> possibly("No longer there")
    'Possibly no longer there'
    """
    return f"Possibly {label[:1].lower()}{label[1:]}"


class Remarks:
    """The remarks of one comparison."""

    def __init__(
        self,
        page: ComparisonPage,
        names: Names,
        doubted: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._page = page
        self._doubted = doubted
        self._names = names
        self._came_from = {row.new.id for row in page.rows if row.new and row.old}
        self._went_to = {row.old.id for row in page.rows if row.new and row.old}

    def here(self, rows: Sequence[ChangeRow]) -> tuple[str, tuple[str, ...]]:
        """Of provisions that stand in one place of both texts."""
        row = rows[0]
        relation: Relation = row.relation
        if len(rows) > 1:
            relation = "split" if len({one.old.id for one in rows if one.old}) == 1 else "merged"
        # What stands in its place under another number shows that itself.
        plain = len(rows) == 1 and row.certain and relation in ("same", "renumbered", "moved")
        notes = [] if plain else [self._link(one) for one in rows]
        for one in rows:
            notes += self._doubt(one)
        notes += _coarse(rows)
        notes += self._printed(row.new or row.old)
        if relation in ("same", "renumbered", "moved") and row.old and row.new:
            relation = "renumbered" if row.number_changed else "same"
        return _label(relation, rows), tuple(notes)

    def gone(self, one: ProvisionRow, rows: Sequence[ChangeRow]) -> tuple[str, tuple[str, ...]]:
        """Of words that stand here in the older text only."""
        linked = [row for row in rows if row.new is not None]
        if linked:
            return self._elsewhere(linked, self._printed(one))
        if self._page.new.partial and not self._covered(one, self._went_to):
            return NOT_COVERED, (
                "The newer document holds only part of the text, so this may or may not be gone.",
                *self._printed(one),
            )
        return self._one_sided("deleted", one, rows)

    def come(self, one: ProvisionRow, rows: Sequence[ChangeRow]) -> tuple[str, tuple[str, ...]]:
        """Of words that stand here in the newer text only."""
        linked = [row for row in rows if row.old is not None]
        if linked:
            return self._elsewhere(linked, self._printed(one))
        if self._page.old.partial and not self._covered(one, self._came_from):
            return NOT_IN_OLDER, (
                "The older document covers only part of the text, so this may or may not be new.",
                *self._printed(one),
            )
        return self._one_sided("inserted", one, rows)

    def _one_sided(
        self, relation: Relation, one: ProvisionRow, rows: Sequence[ChangeRow]
    ) -> tuple[str, tuple[str, ...]]:
        why = next((self._doubted[row.link_id] for row in rows if row.link_id in self._doubted), "")
        label = next((alone(row) for row in rows if row.old is None or row.new is None), "")
        label = label or LABELS[relation]
        if not why:
            return label, tuple(self._printed(one))
        return possibly(label), (f"Uncertain, because {why}.", *self._printed(one))

    def covered(self, row: ChangeRow) -> bool:
        """Whether both documents speak of what a row without a partner is about."""
        if row.new is None and row.old is not None and self._page.new.partial:
            return self._covered(row.old, self._went_to)
        if row.old is None and row.new is not None and self._page.old.partial:
            return self._covered(row.new, self._came_from)
        return True

    def _covered(self, one: ProvisionRow, linked: set[str]) -> bool:
        unit = self._names.unit(one)
        return unit is not None and unit.id in linked

    def _elsewhere(
        self, rows: Sequence[ChangeRow], printed: Iterable[str]
    ) -> tuple[str, tuple[str, ...]]:
        notes = [self._link(row) for row in rows]
        for row in rows:
            notes += self._doubt(row)
        relation: Relation = rows[0].relation
        if relation in ("same", "renumbered"):
            relation = "moved"
        return _label(relation, rows), (*notes, *_coarse(rows), *printed)

    def _link(self, row: ChangeRow) -> str:
        """Which provision became which."""
        assert row.old is not None
        assert row.new is not None
        perhaps = "" if row.certain else "Possibly: "
        return (
            f"{perhaps}{self._names.full(row.old)} of {self._page.old.symbol} became "
            f"{self._names.full(row.new)} of {self._page.new.symbol}."
        )

    def _doubt(self, row: ChangeRow) -> Iterator[str]:
        """How sure a link is, unless it is; and what people decided of it."""
        for one in row.decided:
            yield f"Decided by a person: {one.name}, {one.date}: {one.reason}"
        if row.certain or row.old is None or row.new is None:
            return
        figure = f" ({row.score:.2f} of 1)" if row.score >= FIGURED else ""
        why = f" What speaks for it: {'; '.join(row.evidence)}." if row.evidence else ""
        yield f"This link is a guess of a program, not sure{figure}.{why}"
        if row.runner_up is not None:
            instead = self._names.full(row.runner_up.provision)
            at = f" ({row.runner_up.score:.2f})" if row.runner_up.score >= FIGURED else ""
            yield f"The next best guess would be {instead}{at}."

    def _printed(self, provision: ProvisionRow | None) -> Iterator[str]:
        """What drafters printed beside the words, which is no part of the text."""
        if provision is None:
            return
        draft = self._page.old if provision.draft_id == self._page.old.id else self._page.new
        for mark in provision.marks:
            if mark.printed:
                yield f"Printed beside these words in {draft.symbol}: {mark.printed}"


def _label(relation: Relation, rows: Sequence[ChangeRow]) -> str:
    label = LABELS[relation]
    if all(row.certain for row in rows):
        return label
    return possibly(label or "the same")


def _coarse(rows: Sequence[ChangeRow]) -> Iterator[str]:
    if any(row.coarse for row in rows):
        yield "Compared roughly: the two texts are too long or too different for every word."
