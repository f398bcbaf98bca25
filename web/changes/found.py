"""What changed between two drafts, in sentences: every finding, by kind."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from tracker.store.keys import comparison_key
from tracker.store.records import DraftRow
from web import shelf
from web.changes import findings, pairs
from web.changes.compare import spoken_of

pages = Blueprint("found", __name__)


@pages.get("/n/<negotiation>/changes")
def changes(negotiation: str) -> str | Response:
    """All findings between two drafts; between the first and the last whole one unless others are
    asked for."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    asked = findings.kind_asked()
    pair = pairs.asked(drafts, pairs.first_and_last)
    if pair is None:
        return render_template("compare_none.html", negotiation=row, drafts=drafts)
    older, newer = sorted(pair, key=lambda one: one.position)

    def address(kind: str | None) -> str:
        return url_for(
            ".changes",
            negotiation=row.id,
            old=older.symbol,
            new=newer.symbol,
            lang=language,
            kind=kind,
        )

    if pair[0] is not older:
        return redirect(address(asked or None))
    told = _told(older, newer, asked, drafts)
    return render_template(
        "found.html", negotiation=row, drafts=drafts, asked=asked, address=address, **told
    )


def _told(
    old: DraftRow, new: DraftRow, asked: str, drafts: Sequence[DraftRow]
) -> dict[str, object]:
    """What is found between two drafts, all of it or what is of a kind."""
    page = shelf.library().findings(comparison_key(old.id, new.id))
    groups = _shown(findings.groups(page.findings), asked)
    told = [one for group in groups for one in group.found]
    return {
        "old": old,
        "new": new,
        "page": page,
        "kinds": findings.counted(page.findings),
        "groups": groups,
        "unofficial": shelf.unofficial(spoken_of(drafts, old, new, told)),
        "care": shelf.with_care([old, new]),
    }


def _shown(groups: list[findings.Group], asked: str) -> list[findings.Group]:
    """All groups, or of each what is of the kind that is asked for."""
    if not asked:
        return groups
    kept = [(group, [one for one in group.found if asked in one.row.kinds]) for group in groups]
    return [
        findings.Group(group.kind, group.label, group.meaning, tuple(some))
        for group, some in kept
        if some
    ]
