"""What stands beside the drafts of `moon`: proposals, and an earlier instrument with a safeguard that
did not come along.
"""

from __future__ import annotations

from dataclasses import replace

from tests.store.helpers import SANCTIONS, Units, draft
from tracker.model import Draft, PrecedentFile
from tracker.store.analysis import Given
from tracker.store.keys import beside_key
from tracker.uptake import Proposal

CIRCUMSTANCE = (
    "The use of heavy hammers against listening dishes of other States is a grave aggravating "
    "circumstance of the offences of this treaty."
)
NOISE = "Noise of a telescope that is being calibrated is not covered by this article."

PROPOSALS = (
    Proposal("1", "Guild of Listeners", "2001-11-05", f"4. {CIRCUMSTANCE}", source="Letter, p. 3"),
    Proposal(
        "2",
        "Selenia",
        "2001-12",
        "Hammers weigh. Their use is a grave aggravating circumstance of any theft.",
    ),
    Proposal("3", "Selenia", "2001-12", "Moths may be fed on Sundays with cheese from Tycho."),
    Proposal("4", "Guild of Listeners", "2001-11-05", "", NOISE, "art_3__para_2"),
)

OLD: Units = (
    (
        "Article 1",
        SANCTIONS[0],
        (
            f"{SANCTIONS[1][0]} They shall not fall on the family of whoever did it.",
            "Each State Party shall ensure that the person concerned has the right to an effective "
            "remedy before an independent court.",
        ),
    ),
    ("Article 2", "Cheese", ("Cheese is stored in cellars that are cool and dry.",)),
)
TREATY = PrecedentFile("given/lunar.json", "Lunar Convention", "Gazette of the Moon 7")


def precedent() -> Draft:
    """The earlier instrument, as it is kept beside the drafts."""
    found = draft("Lunar Convention", "0001-01-01", OLD, negotiation=beside_key("moon"))
    return replace(found, source=replace(found.source, standing="unstated"))


def given() -> Given:
    """All of it."""
    return Given(PROPOSALS, ((TREATY, precedent()),))
