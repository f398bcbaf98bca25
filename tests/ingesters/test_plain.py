"""Texts that a person typed: sections under headings, numbered paragraphs, points."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, left_over, outline
from tracker.errors import NoIngester, StructureError
from tracker.ingesters import choose, ingest
from tracker.ingesters.plain import UNRECOGNISED
from tracker.model import Draft
from tracker.read import read


def _draft(tmp_path: Path, text: str, name: str) -> Draft:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    return made


MARKDOWN = """\
# Law on the Lamp Houses

Made up for a test.

## Part One

### Article 1. Purpose

1. Each keeper keeps:
   (a) the lamp;
   (b) the oil.[^n]
2. The keeper ~~may~~ <ins>shall</ins> sleep by day.

[^n]: Of olives.

## 2. Fees

No fee is asked.
"""

TYPED = """\
Rules of the Lamp House Keepers

These rules were made up.

1. Oil

Every keeper has oil for a week. The oil is kept dry.

2. Wicks

Every keeper does these things:
   (a) trims the wick;
   (b) keeps two more.

3. End

3.1 The lamp goes out.
3.2 The keeper reports
      - the hour, and
      - the weather.

The rules end when the lamps go out.
"""

BILL = """\
A BILL
to amend the Lamp House Act and for other purposes.

1. Short title
This text may be called the Lamp Text.

2. Words
(1) In this text, "lamp" means a light;
(2) In this text, "oil" is of olives.

3. Repeal
Section 9 of the Lamp House Act goes out.

SCHEDULE 1
Fees
1. A lamp costs nothing.
2. Oil costs much.
"""

PARTED = """\
# Law on Lamps

## Part 1 — Oil

Oil is kept dry.

## Annex A: Fees

1. Nothing.
"""

LIST = """\
What a keeper brings:

1. oil
2. wicks
3. a coat
"""


@pytest.mark.parametrize(
    ("name", "text", "title", "expected"),
    [
        pytest.param("law.md", MARKDOWN, "Law on the Lamp Houses", [
            "longTitle: Law on the Lamp Houses",
            "sec_nn_1: ",
            "sec_nn_1__para_nn_1: Made up for a test.",
            "sec_nn_1__sec_nn_1: Part One",
            "art_1: Article 1. | Purpose",
            "art_1__para_1: 1. | Each keeper keeps:",
            "art_1__para_1__point_a: (a) | the lamp;",
            "art_1__para_1__point_b: (b) | the oil.",
            "art_1__para_2: 2. | The keeper may shall sleep by day.",
            "sec_nn_1__sec_2: 2. | Fees",
            "sec_nn_1__sec_2__para_nn_1: No fee is asked.",
        ], id="Markdown"),
        pytest.param("rules.txt", TYPED, "Rules of the Lamp House Keepers", [
            "longTitle: Rules of the Lamp House Keepers",
            "sec_nn_1: ",
            "sec_nn_1__para_nn_1: These rules were made up.",
            "sec_1: 1. | Oil",
            "sec_1__para_nn_1: Every keeper has oil for a week. The oil is kept dry.",
            "sec_2: 2. | Wicks",
            "sec_2__para_nn_1: Every keeper does these things:",
            "sec_2__para_nn_1__point_a: (a) | trims the wick;",
            "sec_2__para_nn_1__point_b: (b) | keeps two more.",
            "sec_3: 3. | End",
            "sec_3__para_3-1: 3.1 | The lamp goes out.",
            "sec_3__para_3-2: 3.2 | The keeper reports",
            "sec_3__para_3-2__point_nn_1: - | the hour, and",
            "sec_3__para_3-2__point_nn_2: - | the weather.",
            "sec_3__para_3-2__wrapup: The rules end when the lamps go out.",
        ], id="plain text"),
        pytest.param("list.txt", LIST, "", [
            "sec_nn_1: What a keeper brings:",
            "sec_nn_1__para_1: 1. | oil",
            "sec_nn_1__para_2: 2. | wicks",
            "sec_nn_1__para_3: 3. | a coat",
        ], id="a list without a heading"),
        pytest.param(
            "bill.txt", BILL, "A BILL to amend the Lamp House Act and for other purposes.", [
            "longTitle: A BILL to amend the Lamp House Act and for other purposes.",
            "sec_1: 1. | Short title",
            "sec_1__para_nn_1: This text may be called the Lamp Text.",
            "sec_2: 2. | Words",
            "sec_2__para_1: (1) | In this text, \"lamp\" means a light;",
            "sec_2__para_2: (2) | In this text, \"oil\" is of olives.",
            "sec_3: 3. | Repeal",
            "sec_3__para_nn_1: Section 9 of the Lamp House Act goes out.",
            "att_1: SCHEDULE 1 | Fees",
            "att_1__para_1: 1. | A lamp costs nothing.",
            "att_1__para_2: 2. | Oil costs much.",
        ], id="a bill with a schedule"),
        pytest.param("lamps.md", PARTED, "Law on Lamps", [
            "longTitle: Law on Lamps",
            "sec_1: Part 1 — | Oil",
            "sec_1__para_nn_1: Oil is kept dry.",
            "att_A: Annex A: | Fees",
            "att_A__para_1: 1. | Nothing.",
        ], id="a dash behind the number, an annex"),
    ],
)  # fmt: skip
def test_plain(tmp_path: Path, name: str, text: str, title: str, expected: list[str]) -> None:
    made = _draft(tmp_path, text, name)
    assert made.convention == "plain"
    assert made.title == title
    assert UNRECOGNISED in made.warnings
    assert outline(made) == expected


def test_articles_win(tmp_path: Path) -> None:
    """Three titled articles are a treaty, or a statute, whatever it was typed in."""
    path = tmp_path / "a.md"
    path.write_text("".join(f"## Article {n}\n\nThe Parties keep lamp {n}.\n\n" for n in (1, 2, 3)))
    assert choose(read(path)).name == "un-treaty"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It rained.\n\nThen it stopped.\n", id="no structure"),
        pytest.param("1. Oil\n\nIt rained.\n", id="one number"),
    ],
)
def test_not_recognised(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    with pytest.raises(NoIngester):
        choose(read(path))


def test_no_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("____________________\n\n___________\n")
    with pytest.raises(StructureError, match=r"^a\.txt: no words besides"):
        ingest(read(path), ABOUT, "plain")
