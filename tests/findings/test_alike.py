"""Whether two drafts have enough in common for a missing link to tell anything."""

from __future__ import annotations

import pytest

from tests.drafts import outline
from tracker.findings.alike import REWRITTEN, doubt
from tracker.model import Link

LAMPS = "art_1 | Article 1 | | A lamp burns on the pier from dusk until dawn.\n"
NETS = "art_2 | Article 2 | | Nets hang on the wall behind the chapel at noon.\n"
TOLLS = "art_3 | Article 3 | | Every foreign vessel pays four coins to the pilot.\n"
BELLS = "art_4 | Article 4 | | Children ring the bell whenever fog hides the port.\n"
SAME = Link("art_1", "art_1", "same", 1.0)

CASES = {
    "nothing is linked": (LAMPS + NETS, TOLLS + BELLS, [], REWRITTEN),
    "a third of both is linked": (LAMPS + NETS + TOLLS, LAMPS + BELLS + TOLLS, [SAME], REWRITTEN),
    "half of both is linked": (LAMPS + NETS, LAMPS + BELLS, [SAME], ""),
    "articles were only added": (LAMPS, LAMPS + NETS + TOLLS + BELLS, [SAME], ""),
    "articles were only left out": (LAMPS + NETS + TOLLS + BELLS, LAMPS, [SAME], ""),
}


@pytest.mark.parametrize("name", CASES)
def test_little_is_told_where_little_is_linked(name: str) -> None:
    old, new, links, why = CASES[name]
    before, after = (outline("\n" + one) for one in (old, new))
    assert doubt(before, after, links) == why
