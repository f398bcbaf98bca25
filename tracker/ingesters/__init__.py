"""Drafting conventions: which one a document follows, and the draft it holds.

In: a `Reading` and what is known from outside (`About`). Out: a `Draft`. One module a convention;
the one that scores highest reads the document, unless its name is given. Other packages add
conventions under the entry-point group `negotiation_tracker.ingesters`, each a class like those
here: `name`, `score(reading)`, `ingest(reading, about)`.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from tracker.errors import AmbiguousIngester, NoIngester
from tracker.ingesters.akn import AkomaNtoso
from tracker.ingesters.articles import Articles
from tracker.ingesters.base import About, Ingester
from tracker.ingesters.civil_law import CivilLaw
from tracker.ingesters.eu_regulation import EuRegulation
from tracker.ingesters.eu_trilogue import EuTrilogue
from tracker.ingesters.ie_bill import IrishBill
from tracker.ingesters.plain import Plain
from tracker.ingesters.sides import ingest_one, layers_of
from tracker.ingesters.un_consolidated import UnConsolidated
from tracker.ingesters.un_report import UnReport
from tracker.ingesters.un_resolution import UnResolution
from tracker.ingesters.un_treaty import UnTreaty
from tracker.ingesters.us_bill import UsBill
from tracker.model import Draft
from tracker.read import Reading

__all__ = ["GROUP", "About", "Ingester", "choose", "conventions", "ingest", "layers_of"]

GROUP = "negotiation_tracker.ingesters"
"""The entry-point group for conventions of other packages."""

RECOGNISED = 0.3
"""The least score at which a convention counts as recognised."""


@cache
def conventions() -> dict[str, Ingester]:
    """All conventions by name: those of this package and of the entry-point group."""
    known: dict[str, Ingester] = {
        ingester.name: ingester
        for ingester in (
            AkomaNtoso(),
            Articles(),
            CivilLaw(),
            EuRegulation(),
            IrishBill(),
            EuTrilogue(),
            Plain(),
            UnConsolidated(),
            UnReport(),
            UnResolution(),
            UnTreaty(),
            UsBill(),
        )
    }
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        ingester = point.load()()
        known[ingester.name] = ingester
    return known


def choose(reading: Reading, convention: str = "") -> Ingester:
    """The convention of a document: the named one, or the one that scores highest.

    Raises:
        NoIngester: the name is unknown, or no convention recognises the document.
        AmbiguousIngester: two recognise it equally well.
    """
    known = conventions()
    names = ", ".join(sorted(known))
    if convention:
        if convention not in known:
            raise NoIngester(
                f"{reading.name}: there is no convention {convention!r}; known are {names}"
            )
        return known[convention]
    scores = sorted(((i.score(reading), name) for name, i in known.items()), reverse=True)
    best = scores[0][0]
    if best < RECOGNISED:
        raise NoIngester(
            f"{reading.name}: no drafting convention recognises the document; "
            f"name one with --convention ({names}; plain is for any text "
            "with headings or numbers) or add one (README, “Add a drafting convention”)"
        )
    equal = [name for score, name in scores if score == best]
    if len(equal) > 1:
        raise AmbiguousIngester(
            f"{reading.name}: recognised equally well as {' and '.join(sorted(equal))}; "
            "name one with --convention"
        )
    return known[scores[0][1]]


def ingest(reading: Reading, about: About, convention: str = "") -> Draft:
    """The draft that a reading holds, by its convention; of several texts the one that
    `about.layer` names (`layers_of` gives their names)."""
    return ingest_one(reading, choose(reading, convention), about)
