"""The rows of a comparison as the lines of a card.

In: rows that stand together. Out: `Line`s with their changed words; what did not change is counted
where only changes are asked for, and words that another line shows as well are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from tracker.model import Relation
from tracker.store.records import ChangeRow, ProvisionRow
from web import diffs, marks, sides
from web.names import Names
from web.told import WHOLE, Teller, Told

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a card: a provision with its changed words. `indent` counts from the card's own
    depth; `full` is the whole text where `text` leaves something out. `skipped` > 0 makes it the
    mark of so many unchanged provisions, and nothing else. `only` says that nothing of substance
    differs, `exact` shows every sign that does where `text` leaves some out."""

    number: str = ""
    heading: Markup = _NOTHING
    text: Markup = _NOTHING
    full: Markup | None = None
    told: Told | None = None
    indent: int = 0
    state: str = "same"
    provision: ProvisionRow | None = None
    coarse: bool = False
    skipped: int = 0
    only: str = ""
    exact: Markup | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """All that the line shows of the texts."""
        return self.number, self.heading, self.full or self.text


def heading_of(row: ChangeRow) -> Markup:
    """The heading of a row with its changed words."""
    return diffs.markup(row.heading, sides.of_heading(row))


def lines(
    rows: Sequence[ChangeRow], names: Names, teller: Teller, *, everything: bool, head: bool
) -> list[Line]:
    """The rows as lines; with `head`, the first has its heading and sentence elsewhere."""
    shown_elsewhere = shown_twice(rows, names)
    alone = {one.id: row.relation for row in rows if (one := _without_partner(row)) is not None}
    outermost = rows[0].depth if rows else 0
    told: list[Line] = []
    skipped = 0
    for place, row in enumerate(rows):
        if row.link_id in shown_elsewhere:
            continue
        is_head = head and place == 0
        if not (row.changed or everything or is_head or teller.found(row)):
            skipped += 1
            continue
        silent = is_head or _is_said_above(row, alone, names)
        line = _line(row, outermost, teller, names, everything=everything, silent=silent)
        if is_head:
            line = replace(line, number="", heading=_NOTHING)
        if is_head and not (line.text or line.only):
            continue
        if skipped:
            told.append(Line(skipped=skipped))
            skipped = 0
        told.append(line)
    # In an article that only took another number, there is nothing between changes to count.
    if skipped and told:
        told.append(Line(skipped=skipped))
    return told


def _line(
    row: ChangeRow,
    outermost: int,
    teller: Teller,
    names: Names,
    *,
    everything: bool,
    silent: bool,
) -> Line:
    """With `silent`, what became of it is told above it."""
    provision = row.new or row.old
    assert provision is not None
    marked = sides.of_text(row, names)
    if everything:
        text, cut = diffs.markup(row.text, marked), False
    else:
        text, cut = diffs.shortened(row.text, marked)
    # The words of a split are shown even where none changed: they are what went where.
    shown = row.relation in ("split", "merged") or bool(teller.found(row))
    unmoved = not (row.text_changed or row.heading_changed or shown) or _is_trivial(row)
    if unmoved and not everything and row.old is not None and row.new is not None:
        text, cut = _NOTHING, False
    told = None if silent else teller.tell(row)
    return Line(
        number=marks.marked(provision.number, provision.marks, "num"),
        heading=heading_of(row),
        text=text,
        full=diffs.markup(row.text, marked) if cut else None,
        told=told if told and (told.says or told.relation != "same") else None,
        indent=max(0, row.depth - outermost),
        state=_state(row),
        provision=provision,
        coarse=row.coarse,
        only=_only(row, told=bool(teller.found(row))),
        exact=diffs.markup(row.text, replace(marked, light={})) if _leaves_out(row) else None,
    )


def _is_trivial(row: ChangeRow) -> bool:
    """Whether its words only print the same otherwise."""
    return row.only_light and "numbering" not in row.light.values()


def _only(row: ChangeRow, *, told: bool) -> str:
    """That nothing of substance differs, and what does; `""` where more does, or nothing that
    shows. With `told`, a finding says already what a reference follows."""
    if not (row.only_light and (row.text_changed or row.heading_changed)):
        return ""
    kinds = set(row.light.values())
    if kinds == {"trivial"}:
        return "Only quotation marks, spelling or layout differ."
    if kinds == {"numbering"}:
        return "" if told else "Only a reference differs: it follows the new numbering."
    return "Only quotation marks, spelling, layout or references that follow the numbering differ."


def _leaves_out(row: ChangeRow) -> bool:
    """Whether the text is drawn without signs that differ."""
    return any(
        row.text[place].text.strip() and why == "trivial"
        for (of, place), why in row.light.items()
        if of == "text"
    )


def _without_partner(row: ChangeRow) -> ProvisionRow | None:
    """What is new or no longer there, None for what is in both."""
    return None if row.old is not None and row.new is not None else row.new or row.old


def _is_said_above(row: ChangeRow, alone: Mapping[str, Relation], names: Names) -> bool:
    """Whether the provision around one that is new or no longer there is so too."""
    provision = _without_partner(row)
    above = names.above(provision) if provision is not None else None
    return above is not None and alone.get(above.id) == row.relation


def _state(row: ChangeRow) -> str:
    if row.old is None:
        return "inserted"
    if row.new is None:
        return "deleted"
    differs = row.text_changed or row.heading_changed
    return "changed" if differs and not row.only_light else "same"


def shown_twice(rows: Sequence[ChangeRow], names: Names) -> set[str]:
    """Rows without a partner whose words a row of an article that lost or gained its rank shows."""
    whole = {
        one.id
        for row in rows
        if row.relation in WHOLE
        for one in (row.old, row.new)
        if one is not None
    }
    if not whole:
        return set()
    return {
        row.link_id
        for row in rows
        if row.relation in ("inserted", "deleted") and _stands_in(row.new or row.old, whole, names)
    }


def _stands_in(provision: ProvisionRow | None, whole: set[str], names: Names) -> bool:
    one = names.above(provision) if provision is not None else None
    while one is not None:
        if one.id in whole:
            return True
        one = names.above(one)
    return False
