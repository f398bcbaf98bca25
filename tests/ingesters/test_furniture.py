"""What is running head, page number, symbol, cover or contents, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import furniture, outline, treaty

CASES = {
    "headings that are words of a cover": (
        "Draft on lakes\n\nArticle 1\nGeneral\n\nOne.\n\nChapter I\nLIMITED\n\nArticle 2\n"
        "Limited\n\nTwo.",
        [
            "longTitle: Draft on lakes",
            "art_1: Article 1 | General",
            "art_1__para_nn_1: One.",
            "chp_I: Chapter I | LIMITED",
            "art_2: Article 2 | Limited",
            "art_2__para_nn_1: Two.",
        ],
        [],
    ),
    "a cover": (
        "A/LAKE/7\nDistr.: General\nLIMITED\nOriginal: English\n\nDraft on lakes\n\n"
        "Article 1\nUse\n\nOne.",
        ["longTitle: Draft on lakes", "art_1: Article 1 | Use", "art_1__para_nn_1: One."],
        [
            ("symbol", "A/LAKE/7"),
            ("cover", "Distr.: General"),
            ("cover", "LIMITED"),
            ("cover", "Original: English"),
        ],
    ),
    "a line that looks like a symbol, inside the text": (
        "Article 1\nUse\n\nThe Parties use\nTCP/IP\nand\nRFC/793\nfor talks.",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: The Parties use TCP/IP and RFC/793 for talks.",
        ],
        [],
    ),
    "lines of drafters that return, and lone words and numbers, at the edges of pages": (
        "Article 1\nUse\n\n1. [deleted]\n\n[deleted]\n\fArticle 2\nEnd\n\nAll that is\ncivil\n"
        "\f7\n\nArticle 3\nX\n\n3\n\nMore.\n\n[deleted]",
        [
            "art_1: Article 1 | Use",
            "art_1__para_1: 1. | [deleted]\n[deleted]",
            "art_2: Article 2 | End",
            "art_2__para_nn_1: All that is civil 7",
            "art_3: Article 3 | X",
            "art_3__para_nn_1: 3",
            "art_3__para_nn_2: More.",
            "art_3__para_nn_3: [deleted]",
        ],
        [],
    ),
    "a line that returns on one page only": (
        "Article 1\nUse\n\nSame.\n\nSame.\n\fArticle 2\nEnd\n\nOther.",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: Same.",
            "art_1__para_nn_2: Same.",
            "art_2: Article 2 | End",
            "art_2__para_nn_1: Other.",
        ],
        [],
    ),
    "page numbers that keep step with the pages": (
        "Article 1\nUse\n\nOne.\n\nii\n\fArticle 2\nEnd\n\nTwo.\n\niii\n",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: One.",
            "art_2: Article 2 | End",
            "art_2__para_nn_1: Two.",
        ],
        [("page-number", "ii"), ("page-number", "iii")],
    ),
    "a table of contents with leaders, its chapters with it": (
        "Draft on lakes\n\nChapter I\nUse ........ 3\nShores ..... 4\nChapter II\nEnd ....... 5\n\n"
        "Article 1\nUse\n\nOne.",
        [
            "longTitle: Draft on lakes",
            "chp_I: Chapter I",
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: One.",
        ],
        [
            ("contents", "Use ........ 3"),
            ("contents", "Shores ..... 4"),
            ("contents", "Chapter II"),
            ("contents", "End ....... 5"),
        ],
    ),
    "notes under a drawn line": (
        "Article 1\nUse\n\n1. One.\n\n_____\n1 A note\nof two lines.\n* Another.\n\n2. Two.",
        ["art_1: Article 1 | Use", "art_1__para_1: 1. | One.", "art_1__para_2: 2. | Two."],
        [
            ("rule", "_____"),
            ("footnote", "1 A note"),
            ("footnote", "of two lines."),
            ("footnote", "* Another."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "lines", "rest"), CASES.values(), ids=CASES.keys())
def test_furniture(
    tmp_path: Path, text: str, lines: list[str], rest: list[tuple[str, str]]
) -> None:
    made = treaty(tmp_path, text)
    assert outline(made) == lines
    assert furniture(made) == rest
