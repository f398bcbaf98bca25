"""What became of the articles of each round, as a picture and as a table.

In: a negotiation. Out: a page with one column a draft that covers the whole text, and bands for
the articles that go from one to the next; below it the same numbers as tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records import DraftRow
from tracker.store.records.flow import Flow, FlowDraft, FlowGroup
from web import shelf
from web.overview import flow_ways
from web.overview.flow_picture import BAR, picture
from web.overview.flow_ways import WORDS, Band, Sum
from web.terms.units import kind_of, several
from web.translation import _

pages = Blueprint("flow", __name__)

NAMED = 200
"""So many articles are named in a row; of more, the page that compares the two drafts tells."""
MOST_COLUMNS = 12
"""So many drafts stand in one picture: the last ones."""
_LONGEST = 26


@dataclass(frozen=True, slots=True)
class Step:
    """Two drafts with their sums and the rows between them."""

    number: int
    old: FlowDraft
    new: FlowDraft
    sums: tuple[Sum, ...]
    bands: tuple[Band, ...]

    def chapter(self, band: Band, *, of_old: bool) -> FlowGroup | None:
        """Where a band comes from or goes to."""
        at = band.old if of_old else band.new
        return None if at is None else (self.old if of_old else self.new).groups[at]


@pages.get("/n/<negotiation>/flow")
def flow(negotiation: str) -> str:
    """What became of the articles of a negotiation."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    if language and not drafts:
        shelf.no_draft_in(language)
    whole = [one for one in drafts if not one.partial]
    shown = whole[-MOST_COLUMNS:]
    found = shelf.library().flow(shown) if len(shown) > 1 else None
    bands = flow_ways.bands(found.steps) if found else ()
    unit = kind_of(kind for one in (found.drafts if found else ()) for kind in one.kinds)
    return render_template(
        "flow.html",
        negotiation=row,
        drafts=drafts,
        language=drafts[0].language if drafts else row.language,
        unofficial=shelf.unofficial(shown),
        care=shelf.with_care(shown),
        whole=whole,
        left_out=[one for one in drafts if one.partial],
        earlier=whole[:-MOST_COLUMNS],
        flow=found,
        picture=picture(found, bands) if found else None,
        steps=_steps(found, bands) if found else (),
        direct=_direct(shown) if found else (),
        words=WORDS,
        bar=BAR,
        squeeze=round(1 / max(1.6, 6 / max(len(shown), 1)), 3),
        runs=any(group.last for one in found.drafts for group in one.groups) if found else False,
        name=name,
        long_name=long_name,
        unit=unit,
        units=several(unit),
        NAMED=NAMED,
    )


def _steps(found: Flow, bands: Sequence[Band]) -> tuple[Step, ...]:
    return tuple(
        Step(
            at + 1,
            found.drafts[at],
            found.drafts[at + 1],
            flow_ways.sums(step.ways),
            tuple(band for band in bands if band.step == at),
        )
        for at, step in enumerate(found.steps)
    )


def _direct(shown: Sequence[DraftRow]) -> tuple[Sum, ...]:
    """What became of the first of these drafts in the last, whatever happened between."""
    found = shelf.library().flow([shown[0], shown[-1]])
    return flow_ways.sums(found.steps[0].ways) if found else ()


def name(group: FlowGroup) -> str:
    """What a chapter is called, in short."""
    return _cut(_called(group))


def long_name(group: FlowGroup) -> str:
    """The same with its heading."""
    called = _called(group)
    if not group.heading or group.heading == called:
        return called
    return _("%(number)s: %(heading)s", number=called, heading=group.heading)


def _called(group: FlowGroup) -> str:
    if group.last:
        before, _space, last = group.last.rpartition(" ")
        if before and before == group.number.rpartition(" ")[0]:
            return f"{group.number}–{last}"
        return f"{group.number} – {group.last}"
    return group.number or group.heading or _("Outside chapters")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
