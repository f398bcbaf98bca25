"""How sure it is that another draft does not have a provision, and where its words are if it does.

In: a connection; provisions, each with a draft of the same language, later or earlier, in which it
has no partner, or none of its thread. Out: an `Absence` for each, for every page that tells of one.
What is told of a provision holds for all that stood in it and has no partner either; of an article
at least half of which stands in others, and of a provision that is linked with another, it is told
where the words are.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.part_of import mostly_elsewhere
from tracker.store.findings import looked
from tracker.store.records import ChangeRow, DraftRow, ProvisionRow
from tracker.store.records.absences import Absence

Asked = tuple[str, str]
"""A provision, and another draft that does not have it."""

_LINKS = """
SELECT id, old_provision_id, new_provision_id, score, certain FROM links
WHERE comparison_id = ? ORDER BY ordinal
"""
# That something is back with another legal job leaves no doubt that it was not there.
_TOLD = """
SELECT place_link_id, findings.link_id, findings.certain OR kind = 'function' FROM finding_places
JOIN findings ON findings.link_id = finding_places.link_id
JOIN links ON links.id = place_link_id
WHERE findings.comparison_id = ?
    AND (links.new_provision_id IS NULL OR links.old_provision_id IS NULL)
ORDER BY findings.rank DESC
"""
_PROVISIONS = """
SELECT id, parent_id, is_article, word_count, text FROM provisions WHERE draft_id = ?
"""


_COMPARISON = """
SELECT id FROM comparisons WHERE ?1 IN (old_draft_id, new_draft_id)
    AND ?2 IN (old_draft_id, new_draft_id)
"""
_ENDS = """
SELECT older.id, older.partial, newer.id, newer.partial FROM comparisons
JOIN drafts AS older ON older.id = old_draft_id JOIN drafts AS newer ON newer.id = new_draft_id
WHERE comparisons.id = ?
"""


@dataclass(frozen=True, slots=True)
class _Link:
    """A link as it is seen from one of the two drafts."""

    id: str
    own: str
    other: str | None
    score: float
    certain: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    id: str
    parent: str | None
    is_article: bool
    words: int
    bare: bool


class _Units:
    """The provisions of a draft."""

    def __init__(self, conn: sqlite3.Connection, draft: str) -> None:
        self.of = {
            row[0]: _Unit(row[0], row[1], bool(row[2]), row[3], not row[4].strip())
            for row in conn.execute(_PROVISIONS, (draft,))
        }
        self.inner: dict[str, list[str]] = defaultdict(list)
        for one in self.of.values():
            if one.parent is not None:
                self.inner[one.parent].append(one.id)

    def within(self, provision: str) -> Iterator[_Unit]:
        """It and all that stands in it."""
        waiting = [provision]
        while waiting:
            one = waiting.pop()
            yield self.of[one]
            waiting += self.inner[one]

    def article(self, provision: str) -> str:
        """The article that holds it; the provision itself if none does."""
        at: str | None = provision
        while at is not None and not self.of[at].is_article:
            at = self.of[at].parent
        return at or provision

    def is_all_of(self, provision: str, outer: str) -> bool:
        """Whether what holds a provision has no other words but a heading."""
        return self.of[outer].bare and self.inner[outer] == [provision]


class _Step:
    """Two compared drafts, as far as it is needed for what only one of them has."""

    def __init__(
        self, conn: sqlite3.Connection, comparison: str, units: tuple[_Units, _Units]
    ) -> None:
        """`units` are those of the draft with the provisions, and those of the other."""
        self._own, self._other = units
        self._looked = looked(conn, comparison)
        self._partners: dict[str, list[_Link]] = defaultdict(list)
        self._alone: dict[str, str] = {}
        for link_id, *ends, score, certain in conn.execute(_LINKS, (comparison,)):
            own = next((one for one in ends if one in self._own.of), None)
            other = next((one for one in ends if one in self._other.of), None)
            if own is not None and other is None:
                self._alone[own] = link_id
            elif own is not None:
                link = _Link(link_id, own, other, score, bool(certain))
                self._partners[own].append(link)
        self._told: dict[str, tuple[str, bool]] = {
            row[0]: (row[1], bool(row[2])) for row in conn.execute(_TOLD, (comparison,))
        }

    def of(self, provision: str) -> Absence:
        """What is to be said of a provision that the other draft lacks."""
        told, certain = self._finding(provision)
        links = self._partners.get(provision) or self._inside(provision)
        if links:
            into = self._ends(provision, links)
            return Absence(self._sure(provision, links), True, into, told)
        if told:
            return Absence(certain, told=told)
        outer = self._own.of[provision].parent
        if not self._looked or not self._words(provision):
            return Absence(True)
        if outer is not None and outer in self._partners and self._own.is_all_of(provision, outer):
            into = self._ends(outer, self._partners[outer])
            return Absence(any(sure for _, sure in into), True, into)
        # Nothing is told of what has no partner only where most of its words stand elsewhere.
        return Absence(False, True)

    def _sure(self, provision: str, links: Iterable[_Link]) -> bool:
        """Whether the links that are certain are enough to say where its words are."""
        certain = {link.own for link in links if link.certain}
        if provision in self._partners:
            return bool(certain)
        return mostly_elsewhere(
            sum(self._own.of[one].words for one in certain), self._words(provision)
        )

    def _words(self, provision: str) -> int:
        return sum(one.words for one in self._own.within(provision))

    def _finding(self, provision: str) -> tuple[str, bool]:
        """The finding that tells of it, or of what it stood in."""
        at: str | None = provision
        while at is not None and at in self._alone:
            if (told := self._told.get(self._alone[at])) is not None:
                return told
            at = self._own.of[at].parent
        return "", True

    def _inside(self, provision: str) -> list[_Link]:
        """The links of what stood in an article, if that is at least half of it."""
        if not self._own.of[provision].is_article:
            return []
        linked = [one for one in self._own.within(provision) if one.id in self._partners]
        if not linked or not mostly_elsewhere(
            sum(one.words for one in linked), self._words(provision)
        ):
            return []
        return [link for one in linked for link in self._partners[one.id]]

    def _ends(self, provision: str, links: Iterable[_Link]) -> tuple[tuple[str, bool], ...]:
        """Where they lead, the surest first: of an article, the articles that hold that."""
        own = provision in self._partners
        found: dict[str, bool] = {}
        for link in sorted(links, key=lambda one: (not one.certain, -one.score)):
            assert link.other is not None
            end = link.other if own else self._other.article(link.other)
            found.setdefault(end, link.certain)
        return tuple(found.items())


def absences(conn: sqlite3.Connection, asked: Iterable[Asked]) -> dict[Asked, Absence]:
    """For each provision and other draft what is to be said of its not being there."""
    every = list(asked)
    drafts = _drafts(conn, {provision for provision, _ in every})
    units: dict[str, _Units] = {}
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for provision, other in every:
        pairs[drafts[provision], other].append(provision)
    found: dict[Asked, Absence] = {}
    for (own, other), some in pairs.items():
        comparison = conn.execute(_COMPARISON, (own, other)).fetchone()
        for draft in (own, other):
            if comparison is not None and draft not in units:
                units[draft] = _Units(conn, draft)
        step = _Step(conn, comparison[0], (units[own], units[other])) if comparison else None
        for provision in some:
            found[provision, other] = step.of(provision) if step is not None else Absence(True)
    return found


def with_absences(
    conn: sqlite3.Connection, comparison_id: str, rows: Sequence[ChangeRow]
) -> list[ChangeRow]:
    """The rows of a comparison; those without a partner with what is to be said of that, and no
    more certain than it."""
    lone = {row.link_id: one for row in rows if (one := _only(row)) is not None}
    ends = conn.execute(_ENDS, (comparison_id,)).fetchone() if lone else None
    if ends is None:
        return list(rows)
    older, newer = (ends[0], bool(ends[1])), (ends[2], bool(ends[3]))
    asked: dict[str, Asked] = {}
    for link, one in lone.items():
        other, partial = newer if one.draft_id == older[0] else older
        if not partial:
            asked[link] = one.id, other
    told = absences(conn, asked.values())
    return [
        replace(row, absence=absence, certain=row.certain and absence.certain)
        if row.link_id in asked and (absence := told[asked[row.link_id]])
        else row
        for row in rows
    ]


def with_absence(conn: sqlite3.Connection, row: ChangeRow) -> ChangeRow:
    """The same of one row."""
    found = conn.execute("SELECT comparison_id FROM links WHERE id = ?", (row.link_id,)).fetchone()
    return with_absences(conn, found[0], [row])[0]


def _only(row: ChangeRow) -> ProvisionRow | None:
    """The one end of a row without a partner."""
    return None if row.old is not None and row.new is not None else row.new or row.old


def of_threads(
    conn: sqlite3.Connection, rounds: Sequence[DraftRow], lives: Mapping[str, Sequence[str]]
) -> dict[tuple[str, int], Absence]:
    """The same of threads, by the place of each whole draft that lacks one after it was there, and
    of the last that does before it came.

    Args:
        lives: by thread for each draft the last of its provisions there, `""` if there is none.
    """
    asked: dict[tuple[str, int], Asked] = {}
    for thread, provisions in lives.items():
        last, early = "", -1
        for at, (one, draft) in enumerate(zip(provisions, rounds, strict=True)):
            if one and not last and early >= 0:
                asked[thread, early] = one, rounds[early].id
            last = one or last
            if not one and not draft.partial:
                early = at
                if last:
                    asked[thread, at] = last, draft.id
    told = absences(conn, asked.values())
    return {place: told[one] for place, one in asked.items()}


def _drafts(conn: sqlite3.Connection, provisions: set[str]) -> dict[str, str]:
    """The draft of each provision."""
    found = conn.execute(
        "SELECT id, draft_id FROM provisions WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(provisions)),),
    )
    return dict(found.fetchall())
