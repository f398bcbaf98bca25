"""Search: any words to provisions, and the name of a provision or a draft to that place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, jsonify, redirect, render_template
from werkzeug.wrappers import Response

from tracker.store.records import NegotiationRow, ProvisionRow, SearchHit
from tracker.store.search import MOST_TERMS, terms
from web import shelf, suggestions
from web.terms.names import Names, capital
from web.translation import _

pages = Blueprint("searching", __name__)

PER_PAGE = 40


@pages.get("/search")
def search() -> str | Response:
    """What holds the words asked for; first, what they may be the name of. Whoever types the very
    name of one place is led there, unless the address says `stay=1`."""
    text = shelf.text_asked("q").strip()
    chosen = shelf.text_asked("n")
    page = shelf.page_asked()
    stay = shelf.choice_asked("stay", ("0", "1")) == "1"
    lib = shelf.library()
    negotiations = lib.negotiations()
    known = {one.id: one for one in negotiations}
    found = suggestions.offered(text, _asked(chosen, negotiations))
    place = suggestions.meant(found)
    if place is not None and page == 1 and not stay:
        return redirect(place.address)
    result = lib.search(text, chosen or None, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    if page > 1 and not result.hits:
        shelf.missing(_("There is no page %(page)s of these results.", page=page))
    return render_template(
        "search.html",
        text=text,
        cut=len(terms(text)) > MOST_TERMS,
        most_terms=MOST_TERMS,
        chosen=chosen,
        negotiations=negotiations,
        known=known,
        result=result,
        hits=_together(result.hits),
        per_page=PER_PAGE,
        offered=found,
        most_suggested=suggestions.MOST,
        page=page,
        last_page=max(1, -(-result.total // PER_PAGE)),
        unofficial=shelf.unofficial([hit.draft for hit in result.hits]),
    )


@pages.get("/search/suggest")
def suggest() -> Response:
    """For the script of the search field: where what is typed so far may lead."""
    text = shelf.text_asked("q").strip()
    asked = _asked(shelf.text_asked("n"), shelf.library().negotiations())
    return jsonify(suggestions.as_json(suggestions.offered(text, asked)))


def _asked(chosen: str, negotiations: Sequence[NegotiationRow]) -> Sequence[NegotiationRow]:
    found = [one for one in negotiations if chosen in ("", one.id)]
    if chosen and not found:
        shelf.no_negotiation(chosen)
    return found


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
