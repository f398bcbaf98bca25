"""Marks over time: which words of a provision were bracketed, by whom, in which rounds, and how it
ended.

In: a `ThreadPage`, and the contests that have words in it. Out: a row for each stretch of marked
words with who wanted it, and the rounds in which it stood so. A bracket, an option or a status that
goes on through several paragraphs is one stretch. Stretches of one contest are one row, also if the
words changed; of marks that no contest tells, words count as the same if they are, brackets and
blanks apart. Where the names changed there is a row for each, and the last says how it ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.model import MarkField, MarkKind
from tracker.store.records import ProvisionRow, ThreadPage
from tracker.store.records.contests import ContestRow
from web.terms.names import Names
from web.terms.nouns import FROM_TO
from web.terms.plain import MARKS
from web.text.stretches import Stretch, stretches
from web.translation import _
from web.wording.contests import Ending, ending

FIRST, LAST = 28, 12
"""Of longer stretches, so many words are shown of their beginning and of their end."""


@dataclass(slots=True)
class Row:
    """Marked words. `where` is the part of the provision in which they stood first, `who` what is
    said of whoever is named, `rounds` the number of each round with the anchor of its text.
    `ending` is None for marks that no contest tells, and for names that were others later;
    `elsewhere` are rounds in which the words were contested in another provision."""

    kind: MarkKind
    label: str
    words: str
    where: str
    who: str
    rounds: list[tuple[int, str]] = field(default_factory=list)
    ending: Ending | None = None
    elsewhere: list[int] = field(default_factory=list)

    @property
    def may_be_named(self) -> bool:
        """Whether drafters print names with such a mark, so that their absence says something."""
        return self.kind in ("bracket", "alternative")


def rows(page: ThreadPage, names: Names, contests: Sequence[ContestRow] = ()) -> list[Row]:
    """The rows, in the order of the rounds and of the text.

    Args:
        contests: those that have words in any of the page's provisions.
    """
    told = _Told(contests)
    found: dict[tuple[MarkKind, str, str], Row] = {}
    of_contest: dict[str, list[Row]] = {}
    for round in page.rounds:
        for member in round.members:
            place = (round.draft.position, f"m-{member.provision.address}")
            for stretch in stretches(member.provisions):
                contest = told.contest(stretch)
                known = stretch.same_words if contest is None else contest.id
                key = (stretch.kind, known, stretch.who)
                row = found.get(key)
                if row is None:
                    where = _where(stretch, member.provision, names)
                    label = str(MARKS[stretch.kind][0])
                    row = Row(stretch.kind, label, "", where, stretch.who)
                    found[key] = row
                    if contest is not None:
                        of_contest.setdefault(contest.id, []).append(row)
                row.words = _brief(stretch.words)
                if row.rounds[-1:] != [place]:
                    row.rounds.append(place)
    for contest in contests:
        _end(contest, of_contest.get(contest.id, ()))
    return list(found.values())


def _end(contest: ContestRow, rows: Sequence[Row]) -> None:
    """Say with the last of a contest's rows how it ended, and where else its words were."""
    if not rows:
        return
    last = max(rows, key=lambda row: row.rounds[-1][0])
    last.ending = ending(contest)
    here = {position for row in rows for position, _anchor in row.rounds}
    last.elsewhere = [n for one in contest.rounds if (n := one.draft.position) not in here]


class _Told:
    """Which contest a stretch of marked words is part of."""

    def __init__(self, contests: Iterable[ContestRow]) -> None:
        self._at: dict[tuple[MarkKind, str, MarkField, int, int], ContestRow] = {
            (one.kind, spot.provision_id, spot.field, spot.start, spot.end): one
            for one in contests
            for each in one.rounds
            for spot in each.spots
        }

    def contest(self, stretch: Stretch) -> ContestRow | None:
        """None if no contest has a piece of it."""
        for piece in stretch.pieces:
            mark = piece.mark
            key = (mark.kind, piece.provision.id, mark.field, mark.start, mark.end)
            if key in self._at:
                return self._at[key]
        return None


def _where(stretch: Stretch, member: ProvisionRow, names: Names) -> str:
    """The part of `member` in which a stretch stands; `""` for all of it or its own words."""
    first, last = (_unit(stretch.pieces[n].provision, stretch, names) for n in (0, -1))
    if first.id == member.id:
        if last.id == member.id:
            return ""
        return _("from its beginning to %(last)s", last=names.own(last))
    beside: ProvisionRow | None = last
    while beside is not None and beside.parent_id != first.parent_id:
        beside = names.above(beside)
    if beside is None or beside.id == first.id:
        return names.own(first)
    start, end = names.number(first), names.number(beside)
    if start and end and first.kind == beside.kind and first.kind in FROM_TO:
        return FROM_TO[first.kind] % {"first": start, "last": end}
    return _("%(first)s to %(last)s", first=names.own(first), last=names.own(beside))


def _unit(provision: ProvisionRow, stretch: Stretch, names: Names) -> ProvisionRow:
    """The provision, or of one in an option that which offers the options."""
    above: ProvisionRow | None = provision
    while stretch.kind == "alternative" and above is not None:
        if above.kind == "hcontainer":
            return names.above(above) or above
        above = names.above(above)
    return provision


def _brief(text: str) -> str:
    """The words; long ones without their middle.

    >>> _brief(" ".join(str(n) for n in range(100)))[-43:]
    '26 27 … 88 89 90 91 92 93 94 95 96 97 98 99'
    """
    words = text.split()
    if len(words) <= FIRST + LAST:
        return " ".join(words)
    return f"{' '.join(words[:FIRST])} … {' '.join(words[-LAST:])}"
