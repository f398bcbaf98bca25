"""The rows of a comparison as the lines of a card.

In: rows that stand together. Out: `Line`s with their changed words; what did not change is folded
away where only changes are asked for, and words that another line shows as well are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from tracker.model import Relation
from tracker.store.records import ChangeRow, ProvisionRow
from web.changes.card_groups import left
from web.changes.ends import End, Ends, place_left
from web.changes.findings import beginning
from web.changes.told import WHOLE, Teller, Told
from web.terms.names import Names
from web.text import diffs, marks, sides
from web.translation import _

_NOTHING = Markup("")

FOLDED = 6_000
"""Of unchanged provisions in a row, so many characters are folded away; more are not sent."""


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two texts of a line, alone."""

    number: Markup
    heading: Markup
    text: Markup


@dataclass(frozen=True, slots=True)
class More:
    """What the page of a comparison shows and others do not: `ends` of what moved; the unchanged
    `folded` away, not only counted; the texts in two `columns` too."""

    ends: Ends | None = None
    folded: bool = False
    columns: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a card: a provision with its changed words. `indent` counts from the card's own
    depth. `skipped` > 0 makes it the mark of so many unchanged provisions, and nothing else;
    `folded` are these, unless they are too many to send. `only` says that nothing of substance
    differs, `exact` shows every sign that does where `text` leaves some out. `key` is the place
    under which links find it, `ends` are the other ends of what moved; `was` and `now` the two
    texts alone."""

    number: str = ""
    heading: Markup = _NOTHING
    text: Markup = _NOTHING
    told: Told | None = None
    indent: int = 0
    state: str = "same"
    provision: ProvisionRow | None = None
    coarse: bool = False
    skipped: int = 0
    only: str = ""
    exact: Markup | None = None
    folded: tuple[Line, ...] = ()
    key: str = ""
    ends: tuple[End, ...] = ()
    was: Column | None = None
    now: Column | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """All that the line shows of the texts."""
        return self.number, self.heading, self.text


def heading_of(row: ChangeRow) -> Markup:
    """The heading of a row with its changed words."""
    return diffs.markup(row.heading, sides.of_heading(row))


def lines(
    rows: Sequence[ChangeRow],
    names: Names,
    teller: Teller,
    *,
    everything: bool,
    head: bool,
    more: More | None = None,
) -> list[Line]:
    """The rows as lines; with `head`, the first has its heading and sentence elsewhere."""
    shown_elsewhere = shown_twice(rows, names)
    alone = {one.id: row.relation for row in rows if (one := _without_partner(row)) is not None}
    writer = _Writer(rows[0].depth if rows else 0, names, teller, everything, more or More())
    told: list[Line] = []
    skipped: list[ChangeRow] = []
    for place, row in enumerate(rows):
        if row.link_id in shown_elsewhere:
            continue
        is_head = head and place == 0
        if not (row.changed or everything or is_head or teller.found(row)):
            skipped.append(row)
            continue
        silent = is_head or _is_said_above(row, alone, names)
        line = writer.line(row, silent=silent)
        if is_head:
            line = _without_heading(line)
        if is_head and not (line.text or line.only):
            continue
        told += writer.skipped(skipped)
        skipped = []
        told.append(line)
    # In an article that only took another number, there is nothing between changes to count.
    return [*told, *writer.skipped(skipped)] if told else told


def _without_heading(line: Line) -> Line:
    was, now = (
        replace(one, number=_NOTHING, heading=_NOTHING) if one is not None else None
        for one in (line.was, line.now)
    )
    return replace(line, number="", heading=_NOTHING, key="", ends=(), was=was, now=now)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines of one card."""

    outermost: int
    names: Names
    teller: Teller
    everything: bool
    more: More

    def skipped(self, rows: Sequence[ChangeRow]) -> list[Line]:
        """The mark of unchanged rows, with them inside."""
        if not rows:
            return []
        few = sum(len(row.new.text) for row in rows if row.new is not None) <= FOLDED
        if not (self.more.folded and few):
            return [Line(skipped=len(rows), provision=rows[0].new)]
        whole = replace(self, everything=True)
        folded = tuple(whole.line(row, silent=True) for row in rows)
        return [Line(skipped=len(rows), folded=folded, provision=rows[0].new)]

    def line(self, row: ChangeRow, *, silent: bool) -> Line:
        """With `silent`, what became of it is told above it."""
        if left(row):
            return self._left(row)
        provision = row.new or row.old
        assert provision is not None
        marked = sides.of_text(row, self.names)
        cut = not self.everything
        text = diffs.shortened(row.text, marked)[0] if cut else diffs.markup(row.text, marked)
        # The words of a split are shown even where none changed: they are what went where.
        shown = row.relation in ("split", "merged") or bool(self.teller.found(row))
        unmoved = not (row.text_changed or row.heading_changed or shown) or _is_trivial(row)
        bare = unmoved and cut and row.old is not None and row.new is not None
        told = None if silent else self.teller.tell(row)
        ends = self.more.ends
        was, now = self._columns(row, marked, bare=bare) if self.more.columns else (None, None)
        return Line(
            number=marks.marked(provision.number, provision.marks, "num"),
            heading=heading_of(row),
            text=_NOTHING if bare else text,
            told=told if told and (told.says or told.relation != "same") else None,
            indent=max(0, row.depth - self.outermost),
            state=_state(row),
            provision=provision,
            coarse=row.coarse,
            only=_only(row, told=bool(self.teller.found(row))),
            exact=diffs.markup(row.text, replace(marked, light={})) if _leaves_out(row) else None,
            key=row.link_id if ends is not None else "",
            ends=ends.of(row) if ends is not None else (),
            was=was,
            now=now,
        )

    def _left(self, row: ChangeRow) -> Line:
        """Where something stood that is elsewhere now."""
        assert row.old is not None
        return Line(
            number=marks.marked(row.old.number, row.old.marks, "num"),
            heading=Markup.escape(row.old.heading),
            text=Markup.escape(beginning(row.old.text, 12)),
            indent=max(0, row.depth - self.outermost),
            state="left",
            key=place_left(row),
            ends=self.more.ends.of(row) if self.more.ends is not None else (),
        )

    def _columns(
        self, row: ChangeRow, marked: diffs.Marked, *, bare: bool
    ) -> tuple[Column | None, Column | None]:
        headings = diffs.columns(row.heading, sides.of_heading(row))
        folded = not self.everything
        texts = (_NOTHING,) * 2 if bare else diffs.columns(row.text, marked, folded=folded)
        found = [
            Column(marks.marked(one.number, one.marks, "num"), heading, text) if one else None
            for one, heading, text in zip((row.old, row.new), headings, texts, strict=True)
        ]
        return found[0], found[1]


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
        return _("Only quotation marks, spelling or layout differ.")
    if kinds == {"numbering"}:
        return "" if told else _("Only a reference differs: it follows the new numbering.")
    return _(
        "Only quotation marks, spelling, layout or references that follow the numbering differ."
    )


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
