"""What is running head, page number, symbol, cover or contents, and what only looks like it."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from tests.ingesters.tracing import furniture, outline, treaty
from tests.read.files import Text, pdf
from tracker.ingesters.walk.footnotes import footnotes
from tracker.ingesters.walk.furniture import furnish
from tracker.read import Line, Reading

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
            ("distribution", "Distr.: General"),
            ("distribution", "LIMITED"),
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


def _page(number: int, head: str, body: str) -> list[Text]:
    """A page of ten lines with a head, a number, and notes under a line."""
    lines: list[Text] = [(72, 700 - 13 * n, 10, "R", f"{body} and so on") for n in range(9)]
    lines.append((72, 720, 10, "B", f"Article {number}"))
    return [
        (72, 770, 8, "B", head),
        *lines,
        (72, 110, 8, "R", "____________"),
        (72, 98, 8, "R", f"{number} A note to page {number}, in small print."),
        (300, 40, 8, "R", f"{number}/2"),
    ]


def test_small_print_at_the_head_and_foot(tmp_path: Path) -> None:
    """In two pages nothing returns often: the print and the line tell. A note whose number grows
    with the page's is no running foot."""
    pages = [_page(1, "Treaty on lakes", "They swim"), _page(2, "A keeper of lakes", "Lakes")]
    made = treaty(tmp_path, pdf(pages), "two.pdf")
    assert Counter(furniture(made)) == Counter(
        [
            ("running-head", "Treaty on lakes"),
            ("rule", "____________"),
            ("footnote", "1 A note to page 1, in small print."),
            ("page-number", "1/2"),
            ("running-head", "A keeper of lakes"),
            ("rule", "____________"),
            ("footnote", "2 A note to page 2, in small print."),
            ("page-number", "2/2"),
        ]
    )


def test_the_first_words_of_a_page_that_return_are_text(tmp_path: Path) -> None:
    """Annexes begin alike; and a line of a table may stand on top of some pages."""
    pages = []
    for n in range(1, 13):
        begins = "Draft decision on lakes" if n in (2, 6, 10) else f"Words {'x' * n}"
        pages.append(f"{begins}\nMore {'y' * n}.\n\nArticle {n}\nOn {'z' * n}\n\nThey {'a' * n}ct.")
    made = treaty(tmp_path, "Article 99\nX\n\n" + "\f".join(pages))
    assert furniture(made) == []


def test_typewritten_notes(tmp_path: Path) -> None:
    """Anchors "1/" leave the text, those of notes that there are; "24/7" and "5/" stay."""
    made = treaty(
        tmp_path,
        "Article 1\nUse\n\nThe Parties 1/ act 24/7 on a 5/ scale, 2/\nand rest. 1/\n\n____\n"
        "1/ All of them.\n2/ Of five.",
    )
    (paragraph,) = (p for p in made.provisions if p.kind == "paragraph")
    assert paragraph.text == "The Parties act 24/7 on a 5/ scale, and rest."
    notes = [(paragraph.text[: m.start][-7:], m.printed) for m in paragraph.marks]
    assert notes == [("Parties", "1/"), (" scale,", "2/"), ("d rest.", "1/")]


def test_heads_and_feet_that_the_format_keeps_apart() -> None:
    texts = ("A/LAKE/7", "- 3 -", "31-00012 (E)", "On lakes", "Article 1")
    regions = ("header", "footer", "footer", "header", "")
    starts = [sum(len(t) + 1 for t in texts[:n]) for n in range(len(texts))]
    lines = tuple(
        Line(text, 1, start, region=region, block=True)
        for text, start, region in zip(texts, starts, regions, strict=True)
    )
    page = "\n".join(texts)
    kept, found = furnish(Reading("a.docx", "docx", "0", len(page), (page,), lines))
    assert [line.text for line in kept] == ["Article 1"]
    assert [f.kind for f in found] == ["symbol", "page-number", "job-number", "running-head"]


@pytest.mark.parametrize(
    "line",
    [
        " " * 50_000 + "x",
        "1" * 50_000,
        "A/" * 25_000 + "!",
        "." * 50_000,
        "1/ " * 20_000,
        "*" * 9_999,
    ],
    ids=["blanks", "digits", "slashes", "dots", "anchors", "stars"],
)
def test_long_lines_take_no_time(tmp_path: Path, line: str) -> None:
    begun = time.monotonic()
    treaty(tmp_path, f"Article 1\nUse\n\n____\n1/ {line}\n\n{line}\n\nThe General Assembly {line}")
    assert time.monotonic() - begun < 5


RETURNING = {
    "words that a colon ends": "The Parties shall:\n\nkeep oil;",
    "words that go on below": "The Parties shall\nkeep oil.",
    "a sentence": "The Parties shall keep oil.\n\nAnd wicks.",
    "a part of a sentence": "The Parties, and others,\n\nkeep oil.",
    "words that go on from above": "and oil\n\nAnd wicks.",
    "a number": "1. Oil\n\nAnd wicks.",
}


@pytest.mark.parametrize("page", RETURNING.values(), ids=RETURNING.keys())
def test_text_that_returns_on_typed_pages_stays(tmp_path: Path, page: str) -> None:
    pages = [f"{page} {'x' * n}." for n in range(1, 6)]
    made = treaty(tmp_path, "Article 1\nUse\n\n1. They burn.\f" + "\f".join(pages))
    assert furniture(made) == []


def test_heads_of_several_lines_on_typed_pages(tmp_path: Path) -> None:
    pages = [
        f"Treaty on lamps\nA/LAMP/7\nPage {n}\n\nArticle {n}\n\n{'x' * n} burns."
        for n in range(1, 9)
    ]
    made = treaty(tmp_path, "\f".join(pages))
    assert Counter(kind for kind, _ in furniture(made)) == {"running-head": 16, "symbol": 8}


def small_page(*texts: str, start: float = 0.15, large: int = 0) -> list[Line]:
    """Lines of one page, the first `large` of them in the size of the text."""
    return [
        Line(t, 2, 0, 0.1, 0.9, start + 0.02 * n, start + 0.02 * n + 0.015,
             10.0 if n < large else 8.0)
        for n, t in enumerate(texts)
    ]  # fmt: skip


SMALL = {
    "a word of one letter in an annex": (["List of lamps,", "a lamp each", "of them."], 0, 0),
    "a figure in an annex": (["Each lamp needs", "3 litres", "of oil."], 0, 0),
    "a figure below the text": (["They burn.", "Each lamp needs", "3 litres of oil."], 1, 0),
    "a note": (["They burn.", "1 A note", "that goes on."], 1, 2),
    "a starred note": (["They burn.", "* A note", "that goes on."], 1, 2),
    "a slashed note": (["They burn.", "a/ a note", "that goes on."], 1, 2),
    "a page of notes below a rule": (["____", "a lamp", "is lit."], 0, 2),
}


@pytest.mark.parametrize(("texts", "large", "count"), SMALL.values(), ids=SMALL.keys())
def test_small_print_that_is_text(texts: list[str], large: int, count: int) -> None:
    assert len(footnotes(small_page(*texts, large=large), 10.0)) == count
