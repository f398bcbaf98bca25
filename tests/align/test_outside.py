"""What stands outside the articles, and what crosses: recitals, annexes, former articles."""

from __future__ import annotations

import pytest

from tests.align.test_flow import BELL, DUES, LAMP, WINE
from tests.drafts import outline
from tracker.align import align
from tracker.model import Draft

SAVED = "lamps save the lives of sailors who come home late in winter storms"


def _annexed(eid: str, num: str, symbol: str) -> Draft:
    return outline(
        f"""
        rec_1 | | | Recalling the charter of the islanders,
        art_1 | Article 1 | | {BELL}
        {eid} | {num} | Dues |
          {eid}__para_1 | 1. | | {DUES}
          {eid}__para_2 | 2. | | {WINE}
        """,
        symbol=symbol,
    )


PREAMBLE = f"""
    rec_1 | | | Recalling the charter of the islanders and the rights of fishers,
    rec_2 | | | Convinced that {SAVED},
    art_1 | Article 1 | Purpose | The purpose of this charter is to light the coast.
"""
ARTICLE = f"""
    rec_1 | | | Recalling the charter of the islanders and the rights of fishers,
    art_1 | Article 1 | Purpose | The purpose of this charter is to light the coast.
    art_2 | Article 2 | Lamps | The Parties agree that {SAVED}.
"""


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        pytest.param(PREAMBLE, ARTICLE, ("rec_2", "art_2"), id="a recital became an article"),
        pytest.param(ARTICLE, PREAMBLE, ("art_2", "rec_2"), id="an article became a recital"),
    ],
)
def test_between_preamble_and_articles(old: str, new: str, ends: tuple[str, str]) -> None:
    links = align(outline(old), outline(new, symbol="A/2")).links
    assert (*ends, "moved") in {(x.old, x.new, x.relation) for x in links}
    assert not [x for x in links if x.relation in ("inserted", "deleted")]


def test_a_recital_that_says_in_short_what_an_article_says_is_not_it() -> None:
    old = outline(f"rec_1 | | | Convinced that {SAVED},\nart_1 | Article 1 | Bells | {BELL}")
    new = outline(
        f"""
        rec_1 | | | Convinced that {SAVED},
        art_1 | Article 1 | Bells | {BELL}
        art_2 | Article 2 | Lamps | Sailors who come home late in winter have lamps.
        """,
        symbol="A/2",
    )
    links = align(old, new).links
    assert (None, "art_2", "inserted") in {(x.old, x.new, x.relation) for x in links}


def test_an_annex_became_an_article() -> None:
    old = _annexed("att_1", "Annex I", "A/1")
    new = _annexed("art_2", "Article 2", "A/2")
    found = {(x.old, x.new): x.relation for x in align(old, new).links}
    assert found["att_1", "art_2"] == "moved"
    assert found["att_1__para_1", "art_2__para_1"] == "same"


@pytest.mark.parametrize("turned", [False, True], ids=["split", "merged"])
def test_a_unit_of_which_nothing_else_is_left(turned: bool) -> None:
    """Split whole under new headings, no part of it is all the same unit."""
    old = outline(f"""
        art_1 | Article 1 | Lights |
          art_1__para_1 | 1. | | {LAMP}
          art_1__para_2 | 2. | | {BELL}
        art_2 | Article 2 | Dues | {DUES}
    """)
    new = outline(
        f"""
        art_1 | Article 1 | Lamps |
          art_1__para_1 | | | {LAMP}
        art_2 | Article 2 | Bells |
          art_2__para_1 | | | {BELL}
        art_3 | Article 3 | Dues | {DUES}
        """,
        symbol="A/2",
    )
    links = align(new, old).links if turned else align(old, new).links
    articles = {(x.old, x.new, x.relation) for x in links if "__" not in f"{x.old}{x.new}"}
    ends = {("art_1", "art_1"), ("art_1", "art_2"), ("art_2", "art_3")}
    names = {"art_3": "renumbered"} if not turned else {"art_2": "renumbered"}
    wanted = {
        (b, a, names.get(a, "merged")) if turned else (a, b, names.get(b, "split")) for a, b in ends
    }
    assert articles == wanted


def test_another_offence_between_the_same_words_is_another_offence() -> None:
    opening = "Each Party shall adopt the laws needed to make it a crime, where done with intent,"
    closing = "and shall punish it with a fine that fits how grave it is and who was harmed."
    crimes = {
        "Lamps": "to break the lamp of a tower",
        "Bells": "to ring a bell in order to deceive a ship",
        "Ropes": "to cut the rope of a boat",
        "Gulls": "to shoot at a gull on a Sunday",
    }

    def draft_of(*names: str, symbol: str) -> Draft:
        return outline(
            "\n".join(
                f"art_{n} | Article {n} | {name} | {opening} {crimes[name]} {closing}"
                for n, name in enumerate(names, 1)
            ),
            symbol=symbol,
        )

    links = align(
        draft_of("Lamps", "Bells", "Ropes", symbol="A/1"),
        draft_of("Lamps", "Bells", "Gulls", symbol="A/2"),
    ).links
    assert {(x.old, x.new) for x in links} == {
        ("art_1", "art_1"),
        ("art_2", "art_2"),
        (None, "art_3"),
        ("art_3", None),
    }


def test_a_title_in_other_words_is_the_title() -> None:
    def titled(title: str, symbol: str) -> Draft:
        text = f"{title}\nart_1 | Article 1 | Bells | {BELL}\nart_2 | Article 2 | Dues | {DUES}"
        return outline(text, symbol=symbol)

    links = align(
        titled("longTitle | | | DRAFT CHARTER OF THE HARBOURS", "A/1"),
        titled("longTitle | | | Convention on lights, fog and pilots of the coast", "A/2"),
    ).links
    assert ("longTitle", "longTitle", "same") in {(x.old, x.new, x.relation) for x in links}
