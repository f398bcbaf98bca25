"""Which rows of the grid are wanted.

In: rows, and what stands in the address. Out: the rows that fit, what can be chosen with how many
rows it would leave, and the choice in words. A filter is a form: it works without script, and a
choice has an address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.store.records.grids import GridGroup, GridPage
from web.overview.grid_cells import Row
from web.terms.names import capital
from web.terms.plain import FINDINGS, FUNCTIONS, UNTOLD, job, kind_word
from web.translation import _, later

NO_GROUP = "none"

# What happened to a whole article, told from its cells and lines.
HAPPENED = {
    "reworded": later("Words changed"),
    "unchanged": later("No word changed"),
    "new": later("New"),
    "gone": later("Gone at the end"),
    "back": later("Gone, and back"),
    "renumbered": later("Renumbered"),
    "moved": later("Moved"),
    "split": later("Split, or split off"),
    "merged": later("Merged, or took in another"),
    "demoted": later("Made part of another, or holds it"),
    "promoted": later("Made out of a part of another, or gave it"),
    "uncertain": later("Link uncertain"),
}
_PARTS = {
    "parts-new": later("Parts of it: new"),
    "parts-gone": later("Parts of it: gone"),
    "parts-moved": later("Parts of it: moved, split, merged"),
}
_LINKED = ("renumbered", "moved", "split", "merged", "demoted", "promoted")

# Findings of these kinds are told of the whole article above, or of its parts.
_TOLD_ABOVE = ("new", "gone", "moved")
KINDS: dict[str, str] = {
    **HAPPENED,
    **{kind: words[0] for kind, words in FINDINGS.items() if kind not in _TOLD_ABOVE},
    **_PARTS,
}
"""All kinds of change by which rows can be chosen, with their words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the address; `""` where nothing was chosen."""

    chapter: str = ""
    function: str = ""
    kind: str = ""

    def __bool__(self) -> bool:
        return bool(self.chapter or self.function or self.kind)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose, and how many rows it would leave with the other filters as they are;
    of `possibly` of them it is not sure."""

    value: str
    label: str
    count: int
    possibly: int = 0


@dataclass(frozen=True, slots=True)
class Filters:
    """What can be chosen, and in words what was."""

    chapters: tuple[Choice, ...]
    functions: tuple[Choice, ...]
    happened: tuple[Choice, ...]
    found: tuple[Choice, ...]
    said: tuple[str, ...]


def kinds_of(rows: Sequence[Row], page: GridPage) -> dict[str, dict[str, bool]]:
    """By thread the kinds of change that it fits, each with whether that is sure."""
    crossed: dict[str, dict[str, bool]] = {}
    positions = [draft.position for draft in page.grid.drafts]
    went: set[tuple[str, int]] = set()
    came: set[tuple[str, int]] = set()
    for one in page.crossings:
        if one.whole:
            for thread in (one.old_thread, one.new_thread):
                _note(crossed.setdefault(thread, {}), one.relation, one.certain)
            # What gave another article a part did not become it, nor did what took in one.
            if one.relation != "promoted":
                went.add((one.old_thread, one.old_position))
            if one.relation != "demoted":
                came.add((one.new_thread, one.new_position))
    found: dict[str, dict[str, bool]] = {}
    for row in rows:
        told = found[row.id] = _happened(
            row,
            bool(row.until) and (row.id, positions[row.until - 1]) in went,
            [(row.id, position) in came for position in positions],
        )
        for some in (crossed.get(row.id, {}), page.kinds.get(row.id, {})):
            for kind, sure in some.items():
                _note(told, kind, sure)
    return found


def counts(
    rows: Iterable[Row], kinds: Mapping[str, Mapping[str, bool]]
) -> dict[str, tuple[int, int]]:
    """How many rows fit each kind of change, and of how many of them that is not sure."""
    fits = Counter(kind for row in rows for kind in kinds[row.id])
    unsure = Counter(kind for row in rows for kind, sure in kinds[row.id].items() if not sure)
    return {kind: (count, unsure[kind]) for kind, count in fits.items()}


def _note(told: dict[str, bool], kind: str, sure: bool) -> None:
    """What is once sure is told as sure."""
    told[kind] = sure or told.get(kind, False)


def _happened(row: Row, went: bool, came: Sequence[bool]) -> dict[str, bool]:
    """`went`: when it was last there, it went into another row. `came`: by column, that it came
    out of another row there."""
    cells = [cell for column in row.columns for cell in column.cells]
    told: dict[str, bool] = {}
    for one in cells:
        if one.cell.relation in _LINKED:
            _note(told, str(one.cell.relation), one.certain)
        if one.returned:
            _note(told, "back", one.certain)
        if not one.cell.certain:
            told["uncertain"] = True
    # What came out of another was not there before to be reworded.
    first = next((len(column.cells) for column in row.columns if column.cells), 0)
    if changed := [one for one in cells[first:] if one.level]:
        told["reworded"] = any(one.certain for one in changed)
    elif any(one.level == 0 for one in cells) and not any(one.level for one in cells):
        told["unchanged"] = all(one.certain for one in cells)
    for column, known in zip(row.columns, came, strict=True):
        for one in column.cells:
            if one.fresh and not known:
                _note(told, "promoted" if one.parted else "new", one.certain)
    if row.until and not went:
        last = [column for column in row.columns if column.state == "gone"][-1]
        _note(told, "demoted" if last.certain and last.apart else "gone", last.certain)
    return told


def chosen(rows: Sequence[Row], page: GridPage, asked: Asked) -> tuple[list[Row], Filters]:
    """The rows that fit, and the filters."""
    kinds = kinds_of(rows, page)
    tests = _tests(page.groups, kinds)
    kept = [row for row in rows if _fits(row, asked, tests)]
    names = _in_order(rows, page.groups)
    groups = names if len(names) > 1 else {}

    def counted(of: str, values: Mapping[str, str]) -> tuple[Choice, ...]:
        others = [row for row in rows if _fits(row, asked, tests, without=of)]
        tally = counts(others, kinds) if of == "kind" else {}
        found = [
            Choice(
                value,
                str(label),
                sum(tests[of](row, value) for row in others),
                tally.get(value, (0, 0))[1],
            )
            for value, label in values.items()
        ]
        present = {value for value in values if any(tests[of](row, value) for row in rows)}
        return tuple(one for one in found if one.value in present)

    return kept, Filters(
        chapters=counted("chapter", groups),
        functions=counted("function", _function_names()),
        happened=counted("kind", {one: KINDS[one] for one in HAPPENED}),
        found=counted("kind", {one: KINDS[one] for one in KINDS if one not in HAPPENED}),
        said=_said(asked, names),
    )


_Test = Callable[[Row, str], bool]


def _tests(
    groups: Mapping[str, GridGroup], kinds: Mapping[str, Mapping[str, bool]]
) -> dict[str, _Test]:
    def chapter(row: Row, value: str) -> bool:
        group = groups.get(row.id)
        return group.id == value if group is not None else value == NO_GROUP

    return {
        "chapter": chapter,
        "function": lambda row, value: value in row.functions,
        "kind": lambda row, value: value in kinds[row.id],
    }


def _fits(row: Row, asked: Asked, tests: Mapping[str, _Test], without: str = "") -> bool:
    return all(
        test(row, getattr(asked, name))
        for name, test in tests.items()
        if name != without and getattr(asked, name)
    )


def group_name(group: GridGroup) -> str:
    """A chapter's number and heading."""
    number = group.number or kind_word(group.kind)
    if number.isdigit():
        number = f"{kind_word(group.kind)} {number}"
    return f"{capital(number)} {group.heading}".strip()


def _in_order(rows: Sequence[Row], groups: Mapping[str, GridGroup]) -> dict[str, str]:
    """The chapters in the order of the rows, under their latest name; those of the latest round
    first."""
    latest: dict[str, GridGroup] = {}
    for row in rows:
        group = groups.get(row.id)
        if group is not None and (
            group.id not in latest or latest[group.id].position < group.position
        ):
            latest[group.id] = group
    found = {one: group_name(group) for one, group in latest.items()}
    newest = max((group.position for group in latest.values()), default=0)
    found = dict(sorted(found.items(), key=lambda one: latest[one[0]].position != newest))
    if any(row.id not in groups for row in rows):
        found[NO_GROUP] = _("In no chapter")
    return found


def _function_names() -> dict[str, str]:
    return {
        name: capital(job(name).noun.removeprefix("a ").removeprefix("an "))
        for name in FUNCTIONS
        if name not in UNTOLD
    }


def _said(asked: Asked, chapters: Mapping[str, str]) -> tuple[str, ...]:
    said = []
    if asked.chapter:
        said.append(chapters.get(asked.chapter) or _("In no chapter"))
    if asked.function:
        said.append(_("%(job)s in at least one round", job=_function_names()[asked.function]))
    if asked.kind:
        said.append(str(KINDS[asked.kind]))
    return tuple(said)
