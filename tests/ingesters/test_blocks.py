"""Lines that begin with a number or a title because they were broken there; broken words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import outline, treaty
from tests.read.files import Text, pdf

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
    "a list whose lines no stop ends": (
        "They bring, as all who come to the lakes in the winter months have always done.\n"
        "1. oil\n2. wicks\n3. a coat.",
        [
            "para_nn_1: They bring, as all who come to the lakes in the winter months have always "
            "done.",
            "para_1: 1. | oil",
            "para_2: 2. | wicks",
            "para_3: 3. | a coat.",
        ],
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


def two_pages(*below: Text) -> bytes:
    """An article whose paragraph has its first line set in and ends its page with a stop."""
    page: list[Text] = [(250, 740, 11, "B", "Article 1"), (270, 726, 11, "B", "Use")]
    for n in range(38):
        words = "The Parties swim in the lake and in the river, and they rest on the shore of it."
        page.append((90 if n == 0 else 72, 700 - 15 * n, 11, "R", words))
    return pdf([page, below])


OVERLEAF = {
    "goes on at the margin": (72, "They swim.", 1),
    "begins anew where it is set in": (90, "They swim.", 2),
    "goes on with a small letter": (72, "and swim.", 1),
}


@pytest.mark.parametrize(("x", "words", "count"), OVERLEAF.values(), ids=OVERLEAF.keys())
def test_a_sentence_that_ends_with_its_page(tmp_path: Path, x: int, words: str, count: int) -> None:
    second: list[Text] = [(x, 740, 11, "R", words), (72, 725, 11, "R", "More of it.")]
    made = treaty(tmp_path, two_pages(*second), "two.pdf")
    assert sum(p.kind == "paragraph" for p in made.provisions) == count


def test_a_page_that_notes_end_goes_on_overleaf(tmp_path: Path) -> None:
    """The text stops in the middle of the page, but for the note below it."""
    first: list[Text] = [
        (250, 740, 11, "B", "Article 1"),
        *(
            (72, 700 - 15 * n, 11, "R", "The Parties swim in the lakes of their lands")
            for n in range(9)
        ),
        (72, 200, 8, "R", "1 A note"),
    ]
    second: list[Text] = [
        (72, 740, 11, "R", "Nor in others, but then"),
        (72, 725, 11, "R", "rest."),
    ]
    made = treaty(tmp_path, pdf([first, second]), "two.pdf")
    assert sum(p.kind == "paragraph" for p in made.provisions) == 1
