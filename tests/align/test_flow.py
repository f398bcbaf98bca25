"""Where words went: splits, mergers and changes of level told by the flow of words."""

from __future__ import annotations

import time

import pytest

from tests.drafts import outline
from tracker.align import align
from tracker.align.flow import Flow
from tracker.align.outline import Outline
from tracker.align.pairs import one_to_one
from tracker.align.terms import Terms
from tracker.model import Alignment

LAMP = "Every tower carries a lamp that can be seen nine miles out at sea."
BELL = "In fog the bell is rung four times in every minute until it clears."
DUES = "Ships pay a penny for each ton when they enter the harbour by day."
GULL = "Gulls are fed on Sundays with what the kitchen of the keeper can spare."
ROPE = "Ropes of hemp are renewed in spring before the first boats are launched."
WINE = "Wine that is washed ashore belongs to the parish in which it is found."
COAT = "A keeper wears a coat of blue wool and a cap that bears the number of his tower."
BOAT = "The keeper of an island rows the boat of the service and lets nobody else have it."
FEES = "Wages are paid at midsummer in silver that the treasurer himself has weighed twice."
BOOK = "Accounts are written in ink and shown to any captain who asks for them politely."

OLD = f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | 1. | | {LAMP}
      art_1__para_2 | 2. | | {BELL}
    art_2 | Article 2 | Money |
      art_2__para_1 | 1. | | {DUES}
      art_2__para_2 | 2. | | {WINE}
    art_3 | Article 3 | Gulls |
      art_3__para_1 | | | {GULL}
    art_4 | Article 4 | Ropes |
      art_4__para_1 | 1. | | {ROPE}
      art_4__para_2 | 2. | | Whoever cuts one without need pays for it and for the labour.
    art_5 | Article 5 | Keepers |
      art_5__para_1 | 1. | | {COAT}
      art_5__para_2 | 2. | | {BOAT}
      art_5__para_3 | 3. | | {FEES}
      art_5__para_4 | 4. | | {BOOK}
"""

NEW = {
    "an article split in two": (
        f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | | | {LAMP}
    art_2 | Article 2 | Lights: bells |
      art_2__para_1 | | | {BELL}
    art_3 | Article 3 | Money |
      art_3__para_1 | 1. | | {DUES}
      art_3__para_2 | 2. | | {WINE}
    """,
        {
            ("art_1", "art_1", "split"),
            ("art_1", "art_2", "split"),
            ("art_2", "art_3", "renumbered"),
        },
    ),
    "two articles merged": (
        f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | 1. | | {LAMP}
      art_1__para_2 | 2. | | {BELL}
      art_1__para_3 | 3. | | {DUES}
      art_1__para_4 | 4. | | {WINE}
    """,
        {("art_1", "art_1", "merged"), ("art_2", "art_1", "merged")},
    ),
    "split and merged at once": (
        f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | 1. | | {LAMP}
      art_1__para_2 | 2. | | {BELL}
    art_2 | Article 2 | Money |
      art_2__para_1 | 1. | | {DUES}
      art_2__para_2 | 2. | | {WINE}
      art_2__para_3 | 3. | | {FEES}
      art_2__para_4 | 4. | | {BOOK}
    art_3 | Article 3 | Keepers |
      art_3__para_1 | 1. | | {COAT}
      art_3__para_2 | 2. | | {BOAT}
    """,
        {
            ("art_5", "art_3", "split"),
            ("art_5", "art_2", "merged"),
            ("art_2", "art_2", "merged"),
            ("art_5__para_3", "art_2__para_3", "same"),
            ("art_1", "art_1", "same"),
        },
    ),
    "a whole article in one paragraph of another": (
        f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | 1. | | {LAMP}
      art_1__para_2 | 2. | | {BELL}
      art_1__para_3 | 3. | | {DUES} {WINE}
    art_2 | Article 2 | Ropes |
      art_2__para_1 | 1. | | {ROPE}
      art_2__para_2 | 2. | | Whoever cuts one without need pays for it and for the labour.
    """,
        {("art_2", "art_1__para_3", "demoted"), ("art_1", "art_1", "same")},
    ),
    "a paragraph that became an article": (
        f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | | | {LAMP}
    art_2 | Article 2 | Money |
      art_2__para_1 | 1. | | {DUES}
      art_2__para_2 | 2. | | {WINE}
    art_3 | Article 3 | Gulls |
      art_3__para_1 | | | {GULL}
    art_4 | Article 4 | Fog |
      art_4__para_1 | | | {BELL}
    """,
        {("art_1__para_2", "art_4", "promoted"), ("art_1", "art_1", "same")},
    ),
    "a paragraph that moved: its articles go on": (
        f"""
    art_1 | Article 1 | Lights |
      art_1__para_1 | | | {LAMP}
    art_2 | Article 2 | Money |
      art_2__para_1 | 1. | | {DUES}
      art_2__para_2 | 2. | | {WINE}
      art_2__para_3 | 3. | | {BELL}
    """,
        {
            ("art_1", "art_1", "same"),
            ("art_2", "art_2", "same"),
            ("art_1__para_2", "art_2__para_3", "moved"),
        },
    ),
}


def _fates(made: Alignment) -> set[tuple[str | None, str | None, str]]:
    return {(x.old, x.new, x.relation) for x in made.links}


@pytest.mark.parametrize(("text", "wanted"), NEW.values(), ids=NEW.keys())
def test_flow(text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = _fates(align(outline(OLD), outline(text, symbol="A/2")))
    assert wanted <= found


def test_shares_are_of_all_words_at_every_level() -> None:
    old = Outline(outline(OLD))
    new = Outline(outline(NEW["an article split in two"][0], symbol="A/2"))
    terms = Terms(old, new)
    flow = Flow(terms, one_to_one(old, new, terms))
    shares = flow.shares()
    place = old.place["art_1"]
    parts = [shares.went(place, new.place[eid]) for eid in ("art_1", "art_2")]
    assert sum(parts) == pytest.approx(1.0)
    assert shares.came(place, new.place["art_2"]) == pytest.approx(1.0)
    assert shares.went(place, new.place["art_3"]) == 0.0


def test_a_word_goes_to_one_place_only() -> None:
    """Said once before and twice after: only one of the two is where it went."""
    old = f"art_1 | Article 1 | | {LAMP} {BELL}"
    new = (
        f"art_1 | Article 1 | | {LAMP}\nart_2 | Article 2 | | {BELL}\nart_3 | Article 3 | | {BELL}"
    )
    found = _fates(align(outline(old), outline(new, symbol="A/2")))
    ends = {new for old, new, _ in found if old}
    assert len(ends) == 2


def test_wide_articles_are_linked_in_seconds() -> None:
    """Pairs of what two linked articles hold are not all looked at, however many there are."""

    def wide(changed: str) -> str:
        rows = [
            f"  art_1__point_{n} | ({n}) | | Row {n * 7919 % 4001} of hold {n * 104_729 % 5003} "
            f"bears {changed if n % 5 == 0 else 'oak'} plank {n * 31 % 997}."
            for n in range(2_000)
        ]
        return "\n".join(["art_1 | Article 1 | Planks | A hold has rows:", *rows])

    old, new = outline(wide("elm")), outline(wide("ash"), symbol="A/2")
    start = time.process_time()
    made = align(old, new)
    assert time.process_time() - start < 10
    assert sum(x.old == x.new for x in made.links) >= 1_990
