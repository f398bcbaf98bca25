"""Where a direct comparison and the way through the drafts between do not agree, in sentences.

In: the differences of one comparison, or of one thread. Out: `Way`s, one for each older provision
and pair of drafts. What only follows from a difference about the provision around it is left out:
that of a paragraph whose article is disputed in the same way. The articles of a disputed chapter
are told, for a chapter goes where most of its articles go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.store.records import DifferenceRow, DraftRow, ProvisionRow, ThreadPage
from web.terms.names import Names
from web.translation import _

Ends = tuple[ProvisionRow | None, ProvisionRow | None]
"""Where the direct comparison and where the steps lead."""


@dataclass(frozen=True, slots=True)
class Way:
    """One difference: what each of the two says of a provision of the older draft. `drafts` are
    the older and the newer draft, if they are not those of the page."""

    name: str
    direct: str
    steps: str
    row: DifferenceRow
    drafts: tuple[DraftRow, DraftRow] | None = None


def told(rows: Sequence[DifferenceRow], names: Names) -> tuple[Way, ...]:
    """The differences between two drafts."""
    ends = _ends(rows)
    first: dict[str, DifferenceRow] = {}
    for row in rows:
        if not _follows(row.old, ends, names):
            first.setdefault(row.old.id, row)
    return tuple(_way(row, ends[key], names) for key, row in first.items())


def of_thread(page: ThreadPage, names: Names) -> tuple[Way, ...]:
    """The differences about the provision of a thread itself, by the older draft and the newer."""
    drafts = {round.draft.id: round.draft for round in page.rounds}
    found: dict[tuple[str, str], list[DifferenceRow]] = {}
    for row in page.differences:
        found.setdefault((row.old.id, row.new.draft_id), []).append(row)
    ways = []
    for (_older, newer), rows in found.items():
        both = drafts[rows[0].old.draft_id], drafts[newer]
        ways.append(_way(rows[0], _ends(rows)[rows[0].old.id], names, both))
    return tuple(ways)


def _ends(rows: Iterable[DifferenceRow]) -> dict[str, Ends]:
    """By the id of each older provision, where the two lead."""
    found: dict[str, Ends] = {}
    for row in rows:
        direct, steps = found.get(row.old.id, (None, None))
        if row.way == "direct":
            found[row.old.id] = (row.new, steps or row.instead)
        else:
            found[row.old.id] = (direct or row.instead, row.new)
    return found


def _follows(provision: ProvisionRow, ends: Mapping[str, Ends], names: Names) -> bool:
    """Whether what the two say of a provision follows from what they say of one around it."""
    direct, steps = ends[provision.id]
    above = names.above(provision)
    while above is not None and names.unit(above) is not None:
        if above.id in ends:
            outer = ends[above.id]
            if _is_in(direct, outer[0], names) and _is_in(steps, outer[1], names):
                return True
        above = names.above(above)
    return False


def _is_in(provision: ProvisionRow | None, outer: ProvisionRow | None, names: Names) -> bool:
    if provision is None or outer is None:
        return provision is None and outer is None
    return provision.id == outer.id or names.is_in(provision, outer)


def _way(
    row: DifferenceRow, ends: Ends, names: Names, drafts: tuple[DraftRow, DraftRow] | None = None
) -> Way:
    name = names.full(row.old)
    there, then = (names.full(one) if one is not None else "" for one in ends)
    if there:
        direct = _("Compared directly, %(name)s became %(there)s.", name=name, there=there)
    else:
        direct = _("Compared directly, nothing came of %(name)s.", name=name)
    if then:
        steps = _("Step by step, it became %(there)s.", there=then)
    else:
        steps = _("Step by step, nothing came of it.")
    return Way(name=name, direct=direct, steps=steps, row=row, drafts=drafts)
