"""Articles of which a file has a number or a heading and no words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drafts import outline
from tracker.hollow import hollow
from tracker.model import Furniture, Mark, Provision, Span

WORDED = """
art_1 | Article 1 | Lamps | The Parties keep lamps.
art_2 | Article 2 | Oil |
  art_2__para_1 | 1. | | The Parties keep oil.
"""


def bare(more: str, worded: str = WORDED) -> list[str]:
    return [one.eid for one in hollow(outline(worded.rstrip() + "\n" + more).provisions)]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param("art_3 | Article 3 | Wicks |", ["art_3"], id="a heading alone"),
        pytest.param("art_3 | Article 3 | |", ["art_3"], id="a number alone"),
        pytest.param("art_3 | Article 3 | Wicks |\n  art_3__para_1 | 1. | |", ["art_3"], id="numbers inside, and no words"),
        pytest.param("art_3 | Article 3 | Wicks |\n  art_3__para_1 | 1. | Trimming |", [], id="a heading inside says something"),
        pytest.param("art_3 | Article 3 | Wicks | […]", [], id="a sign of what was left out"),
        pytest.param("art_3 | Article 3 | [Deleted] |", [], id="deleted"),
        pytest.param("art_3 | Article 3 [deleted] | |", [], id="deleted, at the number"),
        pytest.param("art_3 | Article 3 (Repealed) | Wicks |", [], id="repealed, at the number"),
        pytest.param("art_3 | Article 3 | Reserved |", [], id="reserved"),
        pytest.param("art_3 | Article 3 | Wicks [to be completed] |", [], id="to be completed"),
        pytest.param("art_3 | Article 3 | Repealed by Act 5 of 2010 |", [], id="repealed by an act"),
        pytest.param("art_3 | Article 3 | Suprimido |", [], id="in another language"),
        pytest.param("art_3 | Article 3 | Reserved powers |", ["art_3"], id="a heading that begins so"),
        pytest.param("art_3 | Article 3 | Deleted data |", ["art_3"], id="a heading on what is deleted"),
        pytest.param("chp_1 | Chapter I | Lights |", [], id="a chapter"),
        pytest.param("sec_1 | Section 1 | Lights |", [], id="a section beside articles"),
        pytest.param("rec_1 | (1) | |", [], id="a recital"),
        pytest.param("art_3 | Article 3 | Wicks |\nart_4 | Article 4 | Nets |", [], id="as many as those with words: an outline"),
    ],
)  # fmt: skip
def test_what_is_hollow(more: str, found: list[str]) -> None:
    assert bare(more) == found


def test_sections_of_a_bill() -> None:
    assert bare(
        "sec_3 | Section 3 | Wicks |",
        "sec_1 | Section 1 | Lamps | Lamps burn.\nsec_2 | Section 2 | Oil | Oil is kept.",
    ) == ["sec_3"]


def test_articles_quoted_in_an_amendment_are_not_its_own() -> None:
    quoting = (
        Provision("art_3", "article", "Article 3", "Wicks", "The law is amended:"),
        Provision("q", "quotedStructure", parent="art_3"),
        Provision("q__art_9", "article", "Article 9", "Nets", parent="q"),
    )
    assert not hollow((*outline(WORDED).provisions, *quoting))


def test_a_mark_says_that_it_was_deleted() -> None:
    gone = Provision("art_3", "article", "Article 3", "Wicks")
    marked = replace(gone, marks=(Mark("status", 0, 0, "(deleted)"),))
    drafts = [(*outline(WORDED).provisions, one) for one in (gone, marked)]
    assert [len(hollow(one)) for one in drafts] == [1, 0]


def test_words_that_another_text_of_the_file_has() -> None:
    """A section whose words a committee struck out is no fault of the file."""
    struck = Provision("art_3", "article", "Article 3", num_spans=(Span(0, 1, 100, 109),))
    after = Provision(
        "art_4", "article", "Article 4", "", "Nets.", num_spans=(Span(0, 1, 200, 209),)
    )
    made = (*outline(WORDED).provisions, struck, after)
    inside = Furniture("other-layer", "Wicks are trimmed.", 1, 120, 138)
    behind = Furniture("other-layer", "Nets are dried.", 1, 220, 235)
    assert [len(hollow(made, [one])) for one in (inside, behind)] == [0, 1]
