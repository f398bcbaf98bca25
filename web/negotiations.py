"""The front page, and a negotiation: what it is about, its rounds, its articles by round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.model import Claim, Fact, Relation, Story
from tracker.store.keys import comparison_key
from tracker.store.records import (
    FindingRow,
    Grid,
    GridCell,
    GridRow,
    NegotiationRow,
    ProvisionRow,
    RoundRow,
)
from web import shelf
from web.findings import Said
from web.phrases import amount, joined, plural, words_changed
from web.plain import UNTOLD, job

pages = Blueprint("negotiations", __name__)

SHOWN = 3
"""Findings that are shown beside a round."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A story with the provision that it is about."""

    story: Story
    provision: ProvisionRow | None


@dataclass(frozen=True, slots=True)
class Told:
    """A round with what changed since the one before, in words."""

    round: RoundRow
    before: RoundRow | None
    amount: str
    counts: str
    facts: tuple[Fact, ...]
    further_back: tuple[RoundRow, ...] = ()
    findings: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A thread in one round of the grid. `level` is how much changed: 0 nothing to 3 much, None
    where there is nothing to compare with."""

    cell: GridCell
    short: str
    noun: str
    function_changed: bool
    level: int | None
    returned: bool
    words: str


@pages.get("/")
def home() -> str:
    """All negotiations with their stories."""
    lib = shelf.library()
    leads = {one.id: _leads(one) for one in lib.negotiations()}
    # Those that tell a story come first.
    found = sorted(lib.negotiations(), key=lambda one: (not leads[one.id], one.title, one.id))
    return render_template("home.html", negotiations=found, leads=leads)


@pages.get("/n/<negotiation>")
def negotiation(negotiation: str) -> str:
    """One negotiation."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    lib = shelf.library()
    rounds = lib.rounds(row.id, language)
    if language and not rounds:
        shelf.missing(f"no draft in the language “{language}” here")
    facts = lib.facts(row.id)
    grid = lib.threads(row.id, rounds[0].draft.language, articles_only=True) if rounds else None
    full = [one.draft for one in rounds if not one.draft.partial]
    ends = comparison_key(full[0].id, full[-1].id) if len(full) > 1 else ""
    steps = [one.since_before.id for one in rounds if one.since_before is not None]
    first = lib.first_findings([*steps, ends] if ends else steps)
    return render_template(
        "negotiation.html",
        negotiation=row,
        language=rounds[0].draft.language if rounds else row.language,
        leads=_leads(row),
        rounds=[
            _told(one, rounds[:at], facts.get(one.draft.symbol, []), first)
            for at, one in enumerate(rounds)
        ],
        ends=(full[0], full[-1]) if len(full) > 1 else None,
        looked=ends in first,
        first=[Said(one) for one in first.get(ends, ())],
        unofficial=shelf.unofficial([one.draft for one in rounds]),
        claims=_whole_draft_claims(lib.claims(row.id)),
        grid=grid,
        rows=_rows(grid) if grid else [],
        functions=_functions(grid) if grid else [],
    )


def _leads(row: NegotiationRow) -> list[Lead]:
    stories = shelf.library().stories(row.id)
    return [Lead(one, shelf.story_provision(row, one)) for one in stories]


def _whole_draft_claims(claims: Sequence[Claim]) -> list[Claim]:
    """Claims about a whole draft; the others stand beside the provision they are about."""
    return [claim for claim in claims if not claim.provision]


def _told(
    one: RoundRow,
    earlier: Sequence[RoundRow],
    facts: list[Fact],
    first: Mapping[str, Sequence[FindingRow]],
) -> Told:
    before = earlier[-1] if earlier else None
    since = one.since_before
    said, counts = "", ""
    if since is not None and before is not None:
        total = one.draft.word_count + before.draft.word_count
        if one.draft.partial or before.draft.partial:
            said = ""
        else:
            said = amount(since.words_deleted, since.words_inserted, total)
            counts = _counted(
                since.counts, since.reworded, since.words_deleted, since.words_inserted
            )
    about_all = tuple(fact for fact in facts if not fact.provision)
    found = [] if since is None else [Said(row) for row in first.get(since.id, ()) if row.covered]
    return Told(one, before, said, counts, about_all, _further_back(earlier), tuple(found[:SHOWN]))


def _further_back(earlier: Sequence[RoundRow]) -> tuple[RoundRow, ...]:
    """The rounds before the last one, as far as partial documents reach and the first whole one:
    together they are what a draft has to be compared with."""
    found: list[RoundRow] = []
    for here, before in zip(reversed(earlier), reversed(earlier[:-1]), strict=False):
        if not here.draft.partial:
            break
        found.append(before)
    return tuple(found)


def _counted(counts: Mapping[Relation, int], reworded: int, deleted: int, inserted: int) -> str:
    parts = []
    if counts["inserted"]:
        parts.append(f"{counts['inserted']:,} new")
    if counts["deleted"]:
        parts.append(f"{counts['deleted']:,} gone")
    if shifted := counts["renumbered"] + counts["moved"]:
        parts.append(f"{shifted:,} under another number or in another place")
    if combined := counts["split"] + counts["merged"] + counts["demoted"] + counts["promoted"]:
        parts.append(f"{combined:,} split, merged or of another rank")
    if reworded:
        parts.append(f"{reworded:,} reworded")
    if not parts:
        return "Nothing changed."
    words = words_changed(deleted, inserted)
    return f"Articles, paragraphs and points: {joined(parts)}. {words}".strip()


def _rows(grid: Grid) -> list[tuple[GridRow, list[list[Cell]]]]:
    partial = [draft.partial for draft in grid.drafts]
    return [(row, _cells(row.cells, partial)) for row in grid.rows]


def _cells(columns: Sequence[Sequence[GridCell]], partial: Sequence[bool]) -> list[list[Cell]]:
    cells: list[list[Cell]] = []
    function: str | None = None
    seen, lacked = False, 0
    for column, is_partial in zip(columns, partial, strict=True):
        cells.append([_cell(one, function, lacked) for one in column])
        if column:
            seen, lacked = True, 0
            if column[0].legal_function not in UNTOLD:
                function = column[0].legal_function
        elif seen and not is_partial:
            lacked += 1
    return cells


def _cell(one: GridCell, before: str | None, lacked: int) -> Cell:
    changed = one.changed_words if one.relation is not None else None
    told = one.legal_function not in UNTOLD
    return Cell(
        cell=one,
        short=job(one.legal_function).short if told else "",
        noun=job(one.legal_function).noun if told else "",
        function_changed=told and before is not None and before != one.legal_function,
        level=_level(changed),
        returned=lacked > 0,
        words=_words(one, changed, lacked),
    )


def _level(changed: int | None) -> int | None:
    if changed is None:
        return None
    return sum(changed > limit for limit in (0, 12, 60))


def _words(one: GridCell, changed: int | None, lacked: int) -> str:
    if changed is None:
        return "first here"
    said = "same words" if changed == 0 else f"{plural(changed, 'word')} changed"
    if lacked:
        said += f", back after {plural(lacked, 'round')} without it"
    return said if one.certain else f"{said}, link uncertain"


def _functions(grid: Grid) -> list[str]:
    """The functions that occur, by the order of the glossary."""
    found = {c.legal_function for row in grid.rows for column in row.cells for c in column}
    return sorted(found - set(UNTOLD))
