"""Lines that begin with a number or a title because they were broken there; broken words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import outline, treaty

CASES = {
    "numbers named in a sentence": (
        "1. They shall, under subparagraphs (a),\n(b) and (c) of this article,\n"
        "(and) of the rule,\n(EU) act.\n(a) one,\n(b) two,\n(c) three.",
        [
            "para_1: 1. | They shall, under subparagraphs (a), (b) and (c) of this article, (and) "
            "of the rule, (EU) act.",
            "para_1__point_a: (a) | one,",
            "para_1__point_b: (b) | two,",
            "para_1__point_c: (c) | three.",
        ],
    ),
    "a title named in a sentence": (
        "As in Article 3,\nArticle 4.\nThey go on.",
        ["para_nn_1: As in Article 3, Article 4. They go on."],
    ),
    "a title named over the end of a page": (
        "1. They shall act as set out in\fArticle 5.\n\n2. They go on under\f3. of it.",
        [
            "para_1: 1. | They shall act as set out in Article 5.",
            "para_2: 2. | They go on under 3. of it.",
        ],
    ),
    "a title named over the end of a page, in the middle of a sentence": (
        "1. They shall act as set out in\fArticle 5\nof this treaty.",
        ["para_1: 1. | They shall act as set out in Article 5 of this treaty."],
    ),
    "a hyphen that stands for a word": (
        "They shall act pre-\nand post-war, in the short-\nor long-term, face-\nto-face.",
        ["para_nn_1: They shall act pre- and post-war, in the short- or long-term, face-to-face."],
    ),
    "a soft hyphen at the end of a line": (
        "They act inter\u00ad\nnationally.",
        ["para_nn_1: They act internationally."],
    ),
    "one word broken elsewhere says nothing of another": (
        "The lakeside con-\nvention. A convention on lake-\nside.",
        ["para_nn_1: The lakeside convention. A convention on lakeside."],
    ),
    "a broken word of which nothing is known keeps its hyphen": (
        "A conven-\ntion and one convention; a whirl-\npool.",
        ["para_nn_1: A convention and one convention; a whirl-pool."],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_lines(tmp_path: Path, text: str, lines: list[str]) -> None:
    made = treaty(tmp_path, f"Article 1\nUse\n\n{text}\n\nArticle 2\nEnd\n\nThey end.")
    assert outline(made) == [
        "art_1: Article 1 | Use",
        *(f"art_1__{line}" for line in lines),
        "art_2: Article 2 | End",
        "art_2__para_nn_1: They end.",
    ]


def test_a_title_after_a_page_that_no_stop_ends(tmp_path: Path) -> None:
    made = treaty(tmp_path, "Article 1\nUse\n\n1. They shall act\fArticle 2\nEnd\n\nThey end.")
    assert outline(made)[2] == "art_2: Article 2 | End"


def test_titles_follow_one_another_over_pages(tmp_path: Path) -> None:
    """A heading before a page break is not a sentence that breaks off."""
    made = treaty(tmp_path, "Chapter I\n\nGeneral\fArticle 1\nUse\n\nThey act.")
    assert outline(made) == [
        "chp_I: Chapter I | General",
        "art_1: Article 1 | Use",
        "art_1__para_nn_1: They act.",
    ]


def test_words_of_the_preamble_break_no_line_of_the_text(tmp_path: Path) -> None:
    made = treaty(tmp_path, "ARTICLE I The lake;\nThe Parties swim.\n\nARTICLE II Two.")
    assert outline(made)[1] == "art_I__para_nn_1: The lake; The Parties swim."
