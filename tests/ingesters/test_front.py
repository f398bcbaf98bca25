"""Cover, title, preamble and table of contents: no recital is lost among the lines of a cover."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import furniture, outline, treaty
from tests.read.files import pdf
from tracker.ingesters.walk.front import COVERS

TEXT = "Article 1\nUse\n\nThe Parties act."
PLACED = ["art_1: Article 1 | Use", "art_1__para_nn_1: The Parties act."]

CASES = {
    "sentences without a title or a preamble's first words": (
        "The lakes are deep.\n\nThe lakes are cold.\n\n",
        ["rec_nn_1: The lakes are deep.", "rec_nn_2: The lakes are cold."],
        [],
    ),
    "a recital without a comma is no title": (
        "Draft on lakes\n\nRecalling the lakes,\n\nMindful of the seas\n\n",
        [
            "longTitle: Draft on lakes",
            "rec_nn_1: Recalling the lakes,",
            "rec_nn_2: Mindful of the seas",
        ],
        [],
    ),
    "no blank line anywhere": (
        "Draft on lakes\nPreamble\nThe Parties to this Convention,\nRecalling their lakes,\n"
        "Have agreed as follows:\n",
        [
            "longTitle: Draft on lakes",
            "formula: Preamble",
            "formula_2: The Parties to this Convention,",
            "rec_nn_1: Recalling their lakes,",
            "formula_3: Have agreed as follows:",
        ],
        [],
    ),
    "where it was printed stands above the title": (
        "APPENDIX I\n\nCOVENANT OF THE LAKES\n\nIn order to keep them clean:\n\n",
        ["longTitle: COVENANT OF THE LAKES", "rec_nn_1: In order to keep them clean:"],
        [("cover", "APPENDIX I")],
    ),
    "a cover prints the title too": (
        "ON LAKES\n\nUNITED LAKES\n\nA treaty\n\nON LAKES\n\nPreamble\n\n",
        ["longTitle: ON LAKES", "formula: Preamble"],
        [("cover", "ON LAKES"), ("cover", "UNITED LAKES"), ("cover", "A treaty")],
    ),
    "a note before the title": (
        "NOTE: This was written by us.\n\nON LAKES\n\n",
        ["longTitle: ON LAKES"],
        [("cover", "NOTE: This was written by us.")],
    ),
    "a table of contents without leaders": (
        "On lakes\n\nTable of contents\n\nArticle 1\nUse\n\nArticle 2\nEnd\n\nPreamble\n\n"
        "The Parties,\n\nArticle 2\nEnd\n\nThey end.\n\n",
        [
            "longTitle: On lakes",
            "formula: Preamble",
            "formula_2: The Parties,",
            "art_2: Article 2 | End",
            "art_2__para_nn_1: They end.",
        ],
        [
            ("contents", "Table of contents"),
            ("contents", "Article 1"),
            ("contents", "Use"),
            ("contents", "Article 2"),
            ("contents", "End"),
        ],
    ),
    "French": (
        "Projet\n\nLes Parties à la Convention,\n\nSont convenues de ce qui suit :\n\n",
        [
            "longTitle: Projet",
            "formula: Les Parties à la Convention,",
            "formula_2: Sont convenues de ce qui suit :",
        ],
        [],
    ),
    "dates, places, symbols and sessions are no title": (
        "10 May 2031\n\nCommittee on Lakes\nFourth session\nLakeside, 6\u201317 May 2031\n\nDraft on lakes\n\n",
        ["longTitle: Draft on lakes"],
        [
            ("cover", "10 May 2031"),
            ("cover", "Committee on Lakes"),
            ("cover", "Fourth session"),
            ("cover", "Lakeside, 6\u201317 May 2031"),
        ],
    ),
    "a title may hold a date": (
        "Law of 3 March 2031\n\n",
        ["longTitle: Law of 3 March 2031"],
        [],
    ),
    "a date between the title and the preamble": (
        "Draft on lakes\n\n10 May 2031\n\nThe Parties to this Convention,\n\n",
        ["longTitle: Draft on lakes", "formula: The Parties to this Convention,"],
        [("cover", "10 May 2031")],
    ),
    "Russian": (
        "Проект\n\nГосударства-участники,\n\nсогласились о следующем:\n\n",
        [
            "longTitle: Проект",
            "formula: Государства-участники,",
            "formula_2: согласились о следующем:",
        ],
        [],
    ),
}


@pytest.mark.parametrize(
    ("line", "covers"),
    [
        pytest.param("Fourth session", True, id="session"),
        pytest.param("Resumed fifth session (second part)", True, id="part of a session"),
        pytest.param("Lakeside, 6\u201317 May 2031", True, id="place and dates"),
        pytest.param("Lakeside, 29 April to 10 May 2031", True, id="two months"),
        pytest.param("3 de marzo de 2031", True, id="Spanish date"),
        pytest.param("3 марта 2031 года", True, id="Russian date"),
        pytest.param("2031年3月3日", True, id="Chinese date"),
        pytest.param("A/CONF.999/L.5", True, id="symbol"),
        pytest.param("Original: English", True, id="language"),
        pytest.param("Act of 3 March 2031", False, id="dated act"),
        pytest.param("Rules on the session", False, id="about a session"),
        pytest.param("Land/Sea", False, id="slash"),
        pytest.param("a " * 25_000, False, id="many words"),
        pytest.param(" " * 50_000 + "x", False, id="blanks"),
    ],
)
def test_covers(line: str, covers: bool) -> None:
    assert (COVERS.fullmatch(line) is not None) == covers


def test_an_annex_after_the_preamble_holds_the_articles(tmp_path: Path) -> None:
    """A decision that adopts a text prints it as its annex, though no article came before."""
    made = treaty(
        tmp_path,
        "Draft on lakes\n\nThe Parties,\n\nHave agreed as follows:\n\nAnnex I\nRules\n\n"
        "(a) swim;\n\nArticle 1\nUse\n\nThey act.",
    )
    assert outline(made)[3:] == [
        "att_I: Annex I | Rules",
        "att_I__point_a: (a) | swim;",
        "att_I__art_1: Article 1 | Use",
        "att_I__art_1__para_nn_1: They act.",
    ]


@pytest.mark.parametrize(("front", "lines", "rest"), CASES.values(), ids=CASES.keys())
def test_front(tmp_path: Path, front: str, lines: list[str], rest: list[tuple[str, str]]) -> None:
    made = treaty(tmp_path, front + TEXT)
    assert outline(made) == lines + PLACED
    assert furniture(made) == rest


def leaves(second: str) -> bytes:
    """A title, a leaf with one line, and the text on a page of its own."""
    return pdf(
        [
            [(200, 500, 20, "B", "Charter of the Lakes")],
            [(72, 600, 11, "R", second)],
            [(72, 700, 11, "B", "Article 1"), (72, 680, 11, "R", "The Parties act.")],
        ]
    )


def test_a_printed_leaf_before_the_text_is_the_covers(tmp_path: Path) -> None:
    made = treaty(tmp_path, leaves("Chair of the commission"), "leaves.pdf")
    assert made.title == "Charter of the Lakes"
    assert furniture(made) == [("cover", "Chair of the commission")]


def test_a_printed_leaf_with_a_recital_is_the_preamble(tmp_path: Path) -> None:
    made = treaty(tmp_path, leaves("Mindful of the lakes,"), "leaves.pdf")
    assert outline(made)[1] == "rec_nn_1: Mindful of the lakes,"
    assert furniture(made) == []
