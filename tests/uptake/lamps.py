"""Three drafts of a made-up treaty on lamps, for the tests of uptake."""

from __future__ import annotations

from tests.drafts import outline
from tracker.model import Draft
from tracker.uptake import Proposal

FIRST = """
art_1 | Article 1 | Lamps | The keeper of a harbour shall light the lamp before dusk and shall \
note the hour in the book kept for that purpose.
art_2 | Article 2 | Oil | Each harbour shall buy whale oil from the guild of chandlers, unless the \
guild has none to sell in that month.
art_3 | Article 3 | Fog | A ringer who falls asleep during fog forfeits one month of coal and a \
pair of boots, at the choice of the pilots.
art_4 | Article 4 | Visits | The inspector of towers may visit any harbour without notice and may \
read the book. The guild may adopt further rules on the colour of the lamps and on the shape of the \
panes, in accordance with the wishes of the inspector.
art_5 | Article 5 | Fees | Ships pay a fee of four eggs for each lamp that they pass at night. The \
fee is halved for fishing boats that carry no passengers.
art_6 | Article 6 | Disputes | Disputes between harbours are settled by the oldest pilot of the \
coast after hearing both keepers in public.
art_7 | Article 7 | Records | The clerk of the coast sends the books of all harbours to the \
archive by the end of winter, and keeps a copy of each.
"""

SECOND = (
    FIRST.replace(
        "shall light the lamp before dusk and",
        "shall light the lamp before dusk, having first swept the stairs and oiled the hinges of "
        "the gallery door, and",
    )
    .replace(" and a pair of boots", "")
    .replace(
        " The guild may adopt further rules on the colour of the lamps and on the shape of the "
        "panes, in accordance with the wishes of the inspector.",
        "",
    )
    .replace("without notice", "without prior notice")
)

THIRD = SECOND.replace(
    "after hearing both keepers in public",
    "after hearing both keepers in public and any widow whose husband drowned within sight of an "
    "unlit tower",
)

STAIRS = (
    "The keeper of a harbour shall light the lamp before dusk, having first swept the stairs and "
    "oiled the hinges of the gallery door, and shall note the hour in the book kept for that "
    "purpose."
)
LAMP = (
    "The keeper of a harbour shall light the lamp before dusk and shall note the hour in the book "
    "kept for that purpose."
)


def drafts() -> tuple[Draft, Draft, Draft]:
    """The three drafts, of 2030, 2031 and 2032."""
    return (
        outline(FIRST, symbol="L/1", date="2030-01-01"),
        outline(SECOND, symbol="L/2", date="2031-01-01"),
        outline(THIRD, symbol="L/3", date="2032-01-01"),
    )


def asked(text: str, old: str = "", date: str = "2030-06-01", **more: str) -> Proposal:
    """A proposal of a made-up author."""
    return Proposal(more.pop("id", "p"), "Guild of Sweeps", date, text, old, **more)
