"""Where a check looks, what a provision is called, and what it was part of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drafts import outline
from tracker.claims.record import Record
from tracker.model import Check, Draft, Link, Member, Relation, Thread

TREATY = outline("""
    rec_nn_1 | | | Fearing fog,
    chp_I | Chapter I | General |
      art_1 | Article 1 | Bells |
        art_1__para_1 | 1. | | A bell:
          art_1__para_1__point_a | (a) | | rings;
        art_1__para_nn_2 | | | A gun fires.
      art_2bis | Article 2 bis. | Lamps | A lamp is lit.
""")

STATUTE = outline("""
    chp_1 | PART 1 | General |
      sec_5 | 5. | Bells |
        sec_5__para_3 | (3) | | A bell rings.
    att_1 | | Annex | A list.
""")

NUMBERS = {
    "article": (TREATY, "art_1", "Article 1"),
    "paragraph": (TREATY, "art_1__para_1", "Article 1(1)"),
    "point": (TREATY, "art_1__para_1__point_a", "Article 1(1)(a)"),
    "not numbered": (TREATY, "art_1__para_nn_2", "paragraph 2 (not numbered) of Article 1"),
    "inserted": (TREATY, "art_2bis", "Article 2 bis"),
    "recital": (TREATY, "rec_nn_1", "recital 1 (not numbered)"),
    "chapter": (TREATY, "chp_I", "Chapter I"),
    "section": (STATUTE, "sec_5", "section 5"),
    "subsection": (STATUTE, "sec_5__para_3", "section 5(3)"),
    "no number at all": (STATUTE, "att_1", "att_1"),
    "no such": (STATUTE, "art_9", "art_9"),
}


@pytest.mark.parametrize(("draft", "eid", "number"), NUMBERS.values(), ids=NUMBERS)
def test_number(draft: Draft, eid: str, number: str) -> None:
    assert Record([draft], [], {}).text("A/1").number(eid) == number


LOOKED_AT = {
    "provision": ("provision", "art_1__para_1", {"art_1__para_1", "art_1__para_1__point_a"}),
    "article": (
        "article",
        "art_1__para_1__point_a",
        {"art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_nn_2"},
    ),
    "article of a chapter": ("article", "art_2bis", {"art_2bis"}),
    "recital": ("article", "rec_nn_1", {"rec_nn_1"}),
    "operative": ("operative", "", {p.eid for p in TREATY.provisions} - {"rec_nn_1"}),
    "draft": ("draft", "", {p.eid for p in TREATY.provisions}),
}


@pytest.mark.parametrize(("where", "eid", "expected"), LOOKED_AT.values(), ids=LOOKED_AT)
def test_where_a_check_looks(where: str, eid: str, expected: set[str]) -> None:
    check = Check("says", where=where)
    assert Record([TREATY], [], {}).text("A/1").looked_at(eid, check) == expected


@pytest.mark.parametrize(
    ("score", "presence"), [(1.0, "in another"), (0.3, "possibly")], ids=["sure", "doubtful"]
)
def test_what_was_split_off_was_part_of_another(score: float, presence: str) -> None:
    split: Relation = "split"
    drafts = [replace(TREATY, symbol=symbol) for symbol in ("A/1", "A/2", "A/3")]
    origin = Link("art_1", "art_1", "same", 1.0)
    grown = [
        Thread("1", (Member("A/1", "art_1"), Member("A/2", "art_1", origin))),
        Thread("2", (Member("A/3", "art_2bis", Link("art_1", "art_2bis", split, score)),)),
    ]
    found = Record(drafts, grown, {}).follow("A/3", "art_2bis")
    assert [(one.presence, one.number) for one in found] == [
        (presence, "Article 1"),
        (presence, "Article 1"),
        ("there", "Article 2 bis"),
    ]
