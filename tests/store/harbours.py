"""A made-up treaty on harbours in four rounds, with claims about it.

From round 1 to round 3 an article on boats comes in before the safeguards, which become article 4:
the lamps follow ("article 3" becomes "article 4"), the fees are left behind at article 3, and the
gulls are turned from the fees to the lamps. The gulls also name an article that no draft has. What
the ports shall do to their lamps they may do from round 3 on, and a protection comes in. Round 2 is
a partial document that has the lamps alone; round 4 is only a paraphrase, word for word as round 3.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from tests.drafts import outline
from tests.store.helpers import put
from tracker.model import Check, Claim, Draft, Negotiation, Round, Standing
from tracker.pipeline.analysed import analyse
from tracker.store import open_database

_PREAMBLE = """
    rec_nn_1 | | | Knowing that ports should be kind to ships that come in by night,
"""
_LAMPS = """
    art_1 | Article 1 | Lamps on the pier |
      art_1__para_1 | 1. | | Each port {modal} keep a lamp lit on the longest of its piers from dusk to dawn, subject to article {safeguards}.
      art_1__para_2 | 2. | | Oil for the lamps is pressed from the olives of the same island.
    art_2 | Article 2 | Keepers of the lamps | Each port shall pay a keeper, who sleeps in a room below the lamp.
"""
_BOATS = """
    art_3 | Article 3 | Boats of the pilots | Pilots row to a ship that waits outside of the bar in boats painted white.
"""
_SAFEGUARDS = """
    art_{n} | Article {n} | Safeguards of sailors | The light of a lamp shall not fall into the windows of a sailor who sleeps{more}.
"""
_FEES = """
    art_{n} | Article {n} | Fees for the light | What a ship pays for the light of a pier is no more than the safeguards of article 3 permit.
"""
_GULLS = """
    art_{n} | Article {n} | Gulls on the masts | Gulls are fed herring at noon by whoever is named in article {named}, and by nobody else under article 99.
"""

SYMBOLS = ("H/1", "H/2", "H/3", "H/4")

CLAIMS = (
    Claim(
        "art_4",
        "The safeguards protect privacy now.",
        "Sailors' union, a letter",
        "2031-01",
        "H/3",
        checks=(Check("says", ("privacy",)), Check("lacks", ("privacy",), symbol="H/1")),
    ),
    Claim(
        "art_1__para_1",
        "Ports must keep their lamps lit.",
        "A port's brochure",
        "2031",
        "H/1",
        checks=(
            Check("may_only", ("lamp lit",), symbol="H/3"),
            Check("says", ("every tower",), any=True, exact=True, where="article"),
        ),
        note="Filed by hand.",
    ),
    Claim(
        "art_4",
        "Good safeguards.",
        "A speech",
        "2031-02-03",
        "H/3",
        checks=(Check("says", ("windows",)),),
        unsettled="whether they are good",
    ),
    Claim("", "The whole is too long.", "A pamphlet", "2031", "H/4", unsettled="what is too long"),
    Claim(
        "art_4",
        "It names the windows.",
        "A leaflet",
        "2031",
        "H/4",
        checks=(Check("says", ("windows",)),),
    ),
    Claim("art_77", "Never there.", "A rumour", "2031", "H/3"),
    Claim("", "The annex is vague.", "A rumour", "2031", "H/3", document="H/ANNEX"),
)
"""Borne out; contradicted, of a provision that a later draft has under another force; in part; an
opinion; of a paraphrase; of a provision and of a document that are not there."""

STATES = (
    *("borne out", "contradicted", "in part", "not settled", "cannot be told"),
    *("no such provision", "no such draft"),
)


def drafts() -> tuple[Draft, ...]:
    """The four drafts."""
    first = (
        _PREAMBLE
        + _LAMPS.format(modal="shall", safeguards=3)
        + _SAFEGUARDS.format(n=3, more="")
        + _FEES.format(n=4)
        + _GULLS.format(n=5, named=4)
    )
    third = (
        _PREAMBLE
        + _LAMPS.format(modal="may", safeguards=4)
        + _BOATS
        + _SAFEGUARDS.format(n=4, more=", and every port respects the privacy of the crew")
        + _FEES.format(n=5)
        + _GULLS.format(n=6, named=1)
    )
    second = _LAMPS.format(modal="shall", safeguards=3)
    return tuple(
        _draft(symbol, text, "paraphrase" if symbol == "H/4" else "official")
        for symbol, text in zip(SYMBOLS, (first, second, third, third), strict=True)
    )


def _draft(symbol: str, text: str, standing: Standing) -> Draft:
    lines = "\n".join(line for line in text.split("\n") if line.strip())
    date = f"2030-0{symbol[-1]}-01"
    made = outline(lines, symbol=symbol, date=date, negotiation="harbours", partial=symbol == "H/2")
    return replace(made, source=replace(made.source, standing=standing))


def negotiation(claims: tuple[Claim, ...] = CLAIMS) -> Negotiation:
    """What a manifest would say of it."""
    return Negotiation(
        id="harbours",
        title="Treaty on harbours",
        notice="Round 4 is a paraphrase.",
        rounds=tuple(
            Round(one.symbol.lower().replace("/", "-"), one.symbol, one.date, one.date, one.symbol)
            for one in drafts()
        ),
        claims=claims,
    )


def build(path: Path, *, analysed: bool = True, order: Literal[1, -1] = 1) -> Path:
    """A database with them, put in this order."""
    with open_database(path) as store:
        store.put_negotiation(negotiation())
        for one in drafts()[::order]:
            put(store, one)
        if analysed:
            analyse(store, "harbours", "en")
    return path
