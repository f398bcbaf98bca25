"""The front page, and a negotiation: what it is about, its rounds, its articles by round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.model import Claim, Fact, Relation, Story
from tracker.store.keys import comparison_key
from tracker.store.records import (
    FindingRow,
    GridRow,
    NegotiationRow,
    ProvisionRow,
    RoundRow,
)
from tracker.store.records.grids import GridPage
from web import shelf
from web.changes.findings import Said
from web.overview import grid, grid_cells, grid_filters
from web.overview.grid_filters import KINDS
from web.terms import nouns
from web.terms.nouns import Counted
from web.terms.phrases import amount, joined, number, words_changed
from web.terms.units import several
from web.translation import _, ngettext

pages = Blueprint("negotiations", __name__)

SHOWN = 3
"""Findings that are shown beside a round."""

FIRST = 3
"""Findings that are shown before the others are asked for."""

MOST_CHANGED = 6
"""Articles that the page of a negotiation shows; the others are on a page of their own."""

OFFERED = (
    *("gone", "new", "back", "moved", "split", "merged", "demoted", "promoted", "function"),
    *("force", "safeguard", "qualifier", "penalty", "threshold", "reworded"),
)
"""Kinds of change by which the page offers the articles, those that a reader looks for first."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A story with the provision that it is about."""

    story: Story
    provision: ProvisionRow | None


@dataclass(frozen=True, slots=True)
class Told:
    """A round with what changed since the one before, in words; `share` is how much of the words of
    both changed, 0 to 1."""

    round: RoundRow
    before: RoundRow | None
    amount: str
    counts: str
    facts: tuple[Fact, ...]
    further_back: tuple[RoundRow, ...] = ()
    findings: tuple[Said, ...] = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Since:
    """Articles of the first whole draft (`before`), those of them that are in the last (`kept`),
    how many of these are so only if a link is right that is not sure (`possibly`), how many had
    words changed on the way (`reworded`), all of the last (`now`), and those of it that were no
    article of the first (`added`)."""

    before: int
    now: int
    kept: int
    possibly: int
    reworded: int
    added: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The articles in short: the rows that changed most, how many fit each kind of change (its
    name, its words, a count, of how many of them it is not sure), what became of the first whole
    draft; `of_units` says that they are articles, or sections: without these, all provisions stand
    for them."""

    table: grid.Table
    total: int
    noun: str
    of_units: bool
    kinds: tuple[tuple[str, str, int, int], ...]
    since: Since | None

    @property
    def units(self) -> str:
        """What is counted, in a word."""
        return several(self.noun)


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
        shelf.no_draft_in(language)
    facts = lib.facts(row.id)
    articles = lib.grid_page(row.id, rounds[0].draft.language) if rounds else None
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
        care={one.id: said for one, said in shelf.with_care(one.draft for one in rounds)},
        claims=_whole_draft_claims(lib.claims(row.id)),
        overview=_overview(articles) if articles else None,
        shown_first=FIRST,
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
    said, counts, share = "", "", 0.0
    if since is not None and before is not None:
        total = one.draft.word_count + before.draft.word_count
        if one.draft.partial or before.draft.partial:
            said = ""
        else:
            said = amount(since.words_deleted, since.words_inserted, total)
            share = (since.words_deleted + since.words_inserted) / total if total else 0.0
            counts = _counted(
                since.counts, since.reworded, since.words_deleted, since.words_inserted
            )
            counts = f"{counts} {_guessed(one.guesses)}".strip()
    about_all = tuple(fact for fact in facts if not fact.provision)
    found = [] if since is None else [Said(row) for row in first.get(since.id, ()) if row.covered]
    further = _further_back(earlier)
    return Told(one, before, said, counts, about_all, further, tuple(found[:SHOWN]), share)


def _guessed(guesses: int) -> str:
    """That some of what is counted may not be so."""
    if not guesses:
        return ""
    said: str = ngettext(
        "%(count)s of these is only possibly so: what became of it is not sure.",
        "%(count)s of these are only possibly so: what became of them is not sure.",
        guesses,
        count=guesses,
    )
    return said


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
    parts = [say(many, number(many)) for many, say in _parts(counts, reworded) if many]
    if not parts:
        return _("Nothing changed.")
    what = _("Articles, paragraphs and points: %(what)s.", what=joined(parts))
    return f"{what} {words_changed(deleted, inserted)}".strip()


def _parts(counts: Mapping[Relation, int], reworded: int) -> tuple[tuple[int, Counted], ...]:
    combined = counts["split"] + counts["merged"] + counts["demoted"] + counts["promoted"]
    return (
        (counts["inserted"], nouns.ngettext("%(count)s new", "%(count)s new")),
        (counts["deleted"], nouns.ngettext("%(count)s gone", "%(count)s gone")),
        (
            counts["renumbered"] + counts["moved"],
            nouns.ngettext(
                "%(count)s under another number or in another place",
                "%(count)s under another number or in another place",
            ),
        ),
        (
            combined,
            nouns.ngettext(
                "%(count)s split, merged or of another rank",
                "%(count)s split, merged or of another rank",
            ),
        ),
        (reworded, nouns.ngettext("%(count)s reworded", "%(count)s reworded")),
    )


def _overview(page: GridPage) -> Overview | None:
    """The articles that changed most, and how many there are of each kind of change."""
    rows = grid_cells.rows(page)
    if not rows:
        return None
    kinds = grid_filters.kinds_of(rows, page)
    most = sorted((row for row in rows if row.changed_words), key=lambda row: -row.changed_words)
    telling = most[:MOST_CHANGED]
    counts = grid_filters.counts(rows, kinds)
    return Overview(
        table=grid.bare_table(page, rows, telling),
        total=len(rows),
        noun=grid_cells.noun(rows),
        of_units=any(row.row.is_article for row in rows),
        kinds=tuple((one, str(KINDS[one]), *counts[one]) for one in OFFERED if one in counts),
        since=_since(page) if any(row.row.is_article for row in rows) else None,
    )


def _since(page: GridPage) -> Since | None:
    """What became of the articles of the first whole draft."""
    whole = [at for at, draft in enumerate(page.grid.drafts) if not draft.partial]
    if len(whole) < 2:
        return None
    first, last = whole[0], whole[-1]

    def articles(row: GridRow, at: int) -> int:
        return sum(cell.provision_id not in page.holders for cell in row.cells[at])

    had = [row for row in page.grid.rows if articles(row, first)]
    kept = [row for row in had if articles(row, last)]
    ways = [[cell for some in row.cells[first + 1 : last + 1] for cell in some] for row in kept]
    return Since(
        before=sum(articles(row, first) for row in had),
        now=sum(articles(row, last) for row in page.grid.rows),
        kept=sum(articles(row, first) for row in kept),
        possibly=sum(
            articles(row, first)
            for row, way in zip(kept, ways, strict=True)
            if not all(cell.certain for cell in way)
        ),
        reworded=sum(
            articles(row, first)
            for row, way in zip(kept, ways, strict=True)
            if any(cell.changed_words for cell in way)
        ),
        added=sum(articles(row, last) for row in page.grid.rows if not articles(row, first)),
    )
