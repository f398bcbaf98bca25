"""Search: any words to provisions, and the name of a provision to that provision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records import NegotiationRow, ProvisionRow, SearchHit
from web import shelf
from web.names import Names, capital

pages = Blueprint("searching", __name__)

PER_PAGE = 40

# What could be the name of a provision: it has a number or an eId's underscores.
_NAME = re.compile(r"[0-9]|_|\b[IVXLCivxlc]+\b")
_LONGEST_NAME = 80


@pages.get("/search")
def search() -> str:
    """What holds the words asked for; first, the provision of that name."""
    text = shelf.text_asked("q").strip()
    chosen = shelf.text_asked("n")
    page = shelf.page_asked()
    lib = shelf.library()
    negotiations = lib.negotiations()
    known = {one.id: one for one in negotiations}
    if chosen and chosen not in known:
        shelf.missing(f"no negotiation called “{shelf.brief(chosen)}”")
    result = lib.search(text, chosen or None, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    if page > 1 and not result.hits:
        shelf.missing(f"no page {page} of these results")
    asked = [known[chosen]] if chosen else negotiations
    return render_template(
        "search.html",
        text=text,
        chosen=chosen,
        negotiations=negotiations,
        known=known,
        result=result,
        hits=_together(result.hits),
        per_page=PER_PAGE,
        named=_by_name(text, asked) if page == 1 else [],
        page=page,
        last_page=max(1, -(-result.total // PER_PAGE)),
        unofficial=shelf.unofficial([hit.draft for hit in result.hits]),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, and the same provision in other drafts, where it was found too."""

    hit: SearchHit
    name: str
    others: tuple[SearchHit, ...]


def _together(hits: Sequence[SearchHit]) -> list[Found]:
    groups: dict[str, list[SearchHit]] = {}
    for hit in hits:
        groups.setdefault(hit.provision.thread_id or hit.provision.id, []).append(hit)
    return [
        Found(first, _named(first.provision, first.draft.language), tuple(others))
        for first, *others in groups.values()
    ]


def _named(provision: ProvisionRow, language: str) -> str:
    names = Names([provision], shelf.library().provision, language)
    return capital(names.full(provision))


def _by_name(
    text: str, negotiations: list[NegotiationRow]
) -> list[tuple[NegotiationRow, ProvisionRow, str]]:
    if not text or len(text) > _LONGEST_NAME or not _NAME.search(text):
        return []
    found = []
    for one in negotiations:
        provision = shelf.library().resolve(one.id, text)
        if provision is not None:
            found.append((one, provision, _named(provision, one.language)))
    return found
