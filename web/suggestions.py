"""What somebody who types in a search field may want to go to.

In: what was typed so far, and perhaps a negotiation. Out: places of this site, each with a name,
what it is, and its address; and words to search for. The search page shows them without script;
`/search/suggest` hands them to the script of the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.store.records import DraftRow, NegotiationRow, ProvisionRow
from tracker.store.suggesting import folded_symbol
from web import shelf
from web.terms.names import Names, capital
from web.terms.phrases import draft_name
from web.translation import _

# What could be the name of a provision: it has a number or an eId's underscores.
_NAME = re.compile(r"[0-9]|_|\b[IVXLCivxlc]+\b")
_LONGEST_NAME = 80

MOST = 8
"""So many are offered while somebody types."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go. `exact`: what was typed is its very name."""

    label: str
    detail: str
    address: str
    language: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """Places to go to, words to search for, and other words if some are nowhere."""

    places: tuple[Place, ...]
    words: tuple[str, ...]
    instead: str


def offered(text: str, asked: Sequence[NegotiationRow]) -> Offered:
    """What `text` may mean in these negotiations, the likeliest first."""
    one = asked[0].id if len(asked) == 1 else None
    found = shelf.library().suggest(text, one)
    known = {each.id: each for each in asked}
    places = [
        *_named(text, asked),
        *(_draft(each, known, text) for each in found.drafts if each.negotiation_id in known),
        *_titles(text, asked),
        *(
            _provision(each.provision, known[each.negotiation_id], each.language)
            for each in found.headings
            if each.negotiation_id in known
        ),
    ]
    return Offered(tuple(_once(places)), found.words, found.instead)


def meant(found: Offered) -> Place | None:
    """The one place whose very name was typed; None where there are several."""
    exact = [one for one in found.places if one.exact]
    return exact[0] if len(exact) == 1 else None


def as_json(found: Offered) -> list[dict[str, str]]:
    """For the script: what the field shows, in its order."""
    places = [
        {"label": one.label, "detail": one.detail, "address": one.address, "lang": one.language}
        for one in found.places[:MOST]
    ]
    words = [
        {
            "label": one,
            "detail": _("Search for these words"),
            "address": url_for("searching.search", q=one),
            "lang": "",
        }
        for one in found.words
    ]
    return (places + words)[:MOST]


def _named(text: str, asked: Iterable[NegotiationRow]) -> list[Place]:
    """The provisions that people call so, one a negotiation."""
    if not text or len(text) > _LONGEST_NAME or not _NAME.search(text):
        return []
    found = []
    for one in asked:
        provision = shelf.library().resolve(one.id, text)
        if provision is not None:
            found.append(_provision(provision, one, one.language, exact=True))
    return found


def _provision(
    row: ProvisionRow, negotiation: NegotiationRow, language: str, *, exact: bool = False
) -> Place:
    names = Names([row], shelf.library().provision, language)
    name = capital(names.full(row))
    label = _("%(name)s: %(heading)s", name=name, heading=row.heading) if row.heading else name
    there = url_for("provisions.thread", address=row.thread_id or row.address)
    detail = _("Its whole history · %(title)s", title=negotiation.title)
    return Place(label, detail, there, language, exact)


def _draft(row: DraftRow, known: dict[str, NegotiationRow], text: str) -> Place:
    negotiation = known[row.negotiation_id]
    name = draft_name(row.name, row.symbol)
    label = row.symbol
    if name != row.symbol:
        label = _("%(symbol)s (%(name)s)", symbol=row.symbol, name=name)
    language = row.language if row.language != negotiation.language else None
    there = url_for("drafts.draft", negotiation=negotiation.id, symbol=row.symbol, lang=language)
    detail = _("Read the draft · %(title)s", title=negotiation.title)
    exact = folded_symbol(text) == folded_symbol(row.symbol)
    return Place(label, detail, there, "", exact)


def _titles(text: str, asked: Iterable[NegotiationRow]) -> list[Place]:
    sought = text.casefold().strip()
    if len(sought) < 2:
        return []
    return [
        Place(
            one.title,
            _("All rounds of this negotiation"),
            url_for("negotiations.negotiation", negotiation=one.id),
            one.language,
        )
        for one in asked
        if sought in one.title.casefold() or sought == one.id
    ]


def _once(places: Iterable[Place]) -> list[Place]:
    """Each address once, as it came first."""
    return list({one.address: one for one in reversed(list(places))}.values())[::-1]
