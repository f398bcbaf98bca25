"""A negotiation on harbour bells in five rounds, written for the tests of claims.

The offence of silencing a bell is article 2 at first, stands in brackets in the partial second
round, is gone in the third and fourth, and is back in the last as an aggravating circumstance.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations

from tests.drafts import outline
from tracker.align import align
from tracker.claims import Judged, judge
from tracker.function import functions
from tracker.history import threads
from tracker.model import Check, Claim, Draft, Mark, Provision, Thread

OFFENCE = (
    "Each Port shall adopt the measures needed to make it a criminal offence, where committed "
    "intentionally and without right, to silence a harbour bell."
)
KEEPERS = """
    art_{n} | Article {n} | Keepers of the bells |
      art_{n}__para_1 | 1. | | Each Port shall appoint a keeper, who rings its bell by hand.
      art_{n}__para_2 | 2. | | The pay of the keeper shall be 4 % of the dues, as article {fog} says.
"""
FOG = """
    art_{n} | Article {n} | Ringing in fog |
      art_{n}__para_1 | 1. | | Each Port {modal} ring its bell in fog without delay.
      art_{n}__para_2 | 2. | | A Port may, in fog or snow:
        art_{n}__para_2__point_a | (a) | | light a lamp on its outer pier;
        art_{n}__para_2__point_b | (b) | | fire a gun at every full hour.
"""
WORDS = """
    art_1 | Article 1 | Use of words | "Bell" means a bell of bronze that is heard at sea.
"""
PENALTIES = """
    art_4 | Article 4 | Prosecution and penalties |
      art_4__para_1 | 1. | | The penalties for offences under this treaty shall be effective.
      art_4__para_2 | 2. | | A Port may provide for aggravating circumstances, such as that a
 harbour bell was silenced.
""".replace("\n harbour", " harbour")
RECITAL = """
    rec_nn_1 | | | Fearing fog, and pirates more than fog,
"""

TEXTS = {
    "B/1": RECITAL
    + FOG.format(n=1, modal="shall")
    + f"\n    art_2 | Article 2 | Silencing a harbour bell | {OFFENCE}\n"
    + KEEPERS.format(n=3, fog=1),
    "B/2": f"\n    art_2 | Article 2 | Silencing a harbour bell | [{OFFENCE}]\n",
    "B/3": RECITAL + WORDS + FOG.format(n=2, modal="shall") + KEEPERS.format(n=3, fog=2),
    "B/4": RECITAL + WORDS + FOG.format(n=2, modal="may") + KEEPERS.format(n=3, fog=2),
    "B/5": RECITAL + WORDS + FOG.format(n=2, modal="may") + KEEPERS.format(n=3, fog=2) + PENALTIES,
}
PARTIAL = "B/2"


def draft(symbol: str) -> Draft:
    """One of the drafts."""
    lines = "\n".join(line for line in TEXTS[symbol].split("\n") if line.strip())
    made = outline(lines, symbol=symbol, date=f"2030-0{symbol[-1]}-01", partial=symbol == PARTIAL)
    if symbol != PARTIAL:
        return made
    return with_marks(made, "art_2", Mark("bracket", 0, len(OFFENCE) + 2))


def with_marks(made: Draft, eid: str, *marks: Mark) -> Draft:
    """A draft with marks on the text of one provision."""
    provisions = tuple(
        Provision(p.eid, p.kind, p.num, p.heading, p.text, p.parent, marks) if p.eid == eid else p
        for p in made.provisions
    )
    return replace(made, provisions=provisions)


@cache
def rounds() -> tuple[Draft, ...]:
    """The drafts in their order."""
    return tuple(draft(symbol) for symbol in TEXTS)


def grown(drafts: tuple[Draft, ...]) -> tuple[Thread, ...]:
    """The threads through drafts."""
    return threads(drafts, {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)})


@cache
def bells() -> tuple[Thread, ...]:
    """The threads through the rounds."""
    return grown(rounds())


def claim(eid: str, *checks: Check, symbol: str = "B/5", unsettled: str = "") -> Claim:
    """A claim on a provision of the last draft."""
    text = "A claim."
    return Claim(eid, text, "Friends", "2031", symbol, checks=checks, unsettled=unsettled)


def judged(said: Claim, drafts: tuple[Draft, ...] = (), language: str = "") -> Judged:
    """The claim beside the rounds, or beside other drafts of the same provisions."""
    of = drafts or rounds()
    return judge(said, of, bells(), {d.symbol: functions(d) for d in of}, language=language)
