"""Drafts whose file lacks the words of some articles: what is gone or new is only possibly so."""

from __future__ import annotations

import pytest

from tests.drafts import outline
from tests.findings.made import said_of, told
from tracker.findings import Found
from tracker.render.findings import notes

KEPT = """
art_1 | Article 1 | Lamps | Each harbour keeps a lamp burning on the pier from dusk to dawn.
art_2 | Article 2 | Oil |
  art_2__para_1 | 1. | | The oil for the lamps is kept in a dry cellar under the chapel.
  {}
art_3 | Article 3 | Nets | Nets are hung on the wall behind the chapel until the bell is rung.
"""
COATS = "art_2__para_2 | 2. | | Whoever carries oil wears a grey coat with seven buttons."
BUOYS = (
    "art_4 | Article 4 | Old buoys | Buoys of wood are painted in red once a year by the guild.\n"
)
BARE = "art_5 | Article 5 | Harbour dues |\n"
HOLES = "the newer file lacks the words of one article, and may lack this too"


def text(part: str = "", more: str = "") -> str:
    return KEPT.format(part).replace("\n  \n", "\n") + more


def one(found: tuple[Found, ...], eid: str) -> Found:
    (there,) = [each for each in found if eid in (each.old, each.new)]
    return there


@pytest.mark.parametrize(
    ("eid", "old"),
    [
        pytest.param("art_4", text(more=BUOYS), id="an article"),
        pytest.param("art_2__para_2", text(COATS), id="a part of one that is there"),
    ],
)
def test_gone_is_sure_only_without_holes(eid: str, old: str) -> None:
    whole, holed = one(told(old, text()), eid), one(told(old, text(more=BARE)), eid)
    assert whole.sure
    assert (whole.kind, holed.kind) == ("gone", "gone")
    assert (holed.sure, holed.why) == (False, HOLES)
    assert holed.sentence.startswith("Possibly: ")
    assert HOLES in holed.sentence


@pytest.mark.parametrize(
    ("eid", "new"),
    [
        pytest.param("art_4", text(more=BUOYS), id="an article"),
        pytest.param("art_2__para_2", text(COATS), id="a part of one that was there"),
    ],
)
def test_new_is_sure_only_without_holes(eid: str, new: str) -> None:
    whole, holed = one(told(text(), new), eid), one(told(text(more=BARE), new), eid)
    assert whole.sure
    assert (whole.kind, holed.kind) == ("new", "new")
    assert (holed.sure, holed.why) == (False, HOLES.replace("newer", "older"))


def test_an_article_of_which_the_heading_alone_is_there() -> None:
    assert said_of(told(text(), text(more=BARE)), "art_5") == (
        "Possibly: Article 5 (“Harbour dues”) is new: its heading alone is there. Uncertain, "
        "because the newer file lacks its words, so that it cannot be compared."
    )
    assert said_of(told(text(more=BARE), text()), "art_5") == (
        "Possibly: Article 5 (“Harbour dues”) is gone: its heading alone was there. Uncertain, "
        "because the older file lacks its words, so that it cannot be compared."
    )


def test_words_of_an_article_whose_heading_stayed_alone() -> None:
    emptied = text().replace(
        "Nets are hung on the wall behind the chapel until the bell is rung.", ""
    )
    found = told(text(), emptied)
    why = "the newer file has only the heading of Article 3, not its words"
    assert [(each.sure, each.why) for each in found] == [(False, why)]


def test_parts_of_an_article_whose_heading_stayed_alone() -> None:
    emptied = text().split("  art_2__para_1")[0] + "art_3" + text().split("art_3", 1)[1]
    found = told(text(COATS), emptied)
    why = "the newer file has only the heading of Article 2, not its words"
    assert found
    assert {each.why for each in found} == {why}


def test_what_was_deleted_on_purpose_raises_no_doubt() -> None:
    found = told(text(more=BUOYS), text(more="art_5 | Article 5 | [Deleted] |\n"))
    assert one(found, "art_4").sure


def test_reasons_before_the_rules_stand_in_no_article() -> None:
    recital = "rec_1 | (1) | | Whereas the harbours of the coast have burnt lamps since the flood."
    found = told(recital + text(), text(more=BARE).lstrip())
    assert one(found, "rec_1").sure


def test_the_holes_are_said_beside_the_findings() -> None:
    old, new = outline(text(), symbol="A/1"), outline(text(more=BARE), symbol="A/2")
    said = "The file of A/2 lacks the words of one article: what is told as possibly gone may stand there."
    assert said in notes(old, new)
    assert said.replace("gone", "new") in list(notes(new, old))
