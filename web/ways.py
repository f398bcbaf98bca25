"""Where a direct comparison and the way through the drafts between do not agree, in sentences.

In: the differences of one comparison. Out: `Way`s, one for each older provision; what only follows
from a difference about the article around it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.store.records import DifferenceRow, ProvisionRow
from web.names import Names, capital


@dataclass(frozen=True, slots=True)
class Way:
    """One difference: what each of the two says of a provision of the older draft."""

    name: str
    direct: str
    steps: str
    row: DifferenceRow


def told(rows: Sequence[DifferenceRow], names: Names) -> tuple[Way, ...]:
    """The differences, outermost provisions only."""
    disputed = {row.old.id for row in rows}
    first: dict[str, DifferenceRow] = {}
    for row in rows:
        if not _inside(row.old, disputed, names):
            first.setdefault(row.old.id, row)
    return tuple(
        _way(row, [one for one in rows if one.old.id == key], names) for key, row in first.items()
    )


def _inside(provision: ProvisionRow, disputed: set[str], names: Names) -> bool:
    above = names.above(provision)
    while above is not None:
        if above.id in disputed:
            return True
        above = names.above(above)
    return False


def _way(row: DifferenceRow, rows: Iterable[DifferenceRow], names: Names) -> Way:
    name = names.full(row.old)
    both: dict[str, ProvisionRow | None] = {"direct": None, "steps": None}
    for one in rows:
        other = "steps" if one.way == "direct" else "direct"
        both[one.way] = one.new
        both[other] = both[other] or one.instead
    return Way(
        name=name,
        direct=_said("compared directly", capital(name), both["direct"], names),
        steps=_said("step by step", "it", both["steps"], names),
        row=row,
    )


def _said(how: str, name: str, there: ProvisionRow | None, names: Names) -> str:
    where = f"became {names.full(there)}" if there is not None else "became nothing"
    if how == "compared directly":
        return f"{name} {where}, compared directly."
    return f"{capital(how)}, {name} {where}."
