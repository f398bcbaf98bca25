"""Treaties and EU acts: golden texts, properties of every draft, and the real documents."""

from __future__ import annotations

import json
import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.make import FOLDER, draft, told
from tests.ingesters.tracing import ABOUT, check_traced, left_over, treaty
from tracker.ingesters import choose, ingest
from tracker.ingesters.un_treaty import UnTreaty
from tracker.model import Draft
from tracker.read import read

GOLDEN = sorted(path.name for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", GOLDEN)
def test_golden(name: str) -> None:
    made = draft(name)
    expected = json.loads((FOLDER / name).with_suffix(".json").read_text(encoding="utf-8"))
    assert told(made) == expected
    check_traced(made)
    assert left_over(made) == ""


CASES = {
    "a sentence that begins with an article's number is no title": (
        "Article 1\nScope\n\nIt applies.\n\nArticle 2\nMore\n\nArticle 1 does not bind ships.",
        ["art_1", "art_1__para_nn_1", "art_2", "art_2__para_nn_1"],
    ),
    "articles begin on the line of their title": (
        "ARTICLE I The Parties meet.\n\nARTICLE II The Parties part. As article I says.",
        ["art_I", "art_I__para_nn_1", "art_II", "art_II__para_nn_1"],
    ),
    "(i) after (h) goes on, (i) after (a) goes down": (
        "Article 1\nX\n\nThey are:\n\n(g) g;\n\n(h) h;\n\n(i) i;\n\n(j) j:\n\n(i) one;\n\n"
        "(ii) two.",
        [
            "art_1",
            "art_1__para_nn_1",
            *(f"art_1__para_nn_1__point_{x}" for x in "ghij"),
            "art_1__para_nn_1__point_j__point_i",
            "art_1__para_nn_1__point_j__point_ii",
        ],
    ),
    "numbers that were left out do not break the count": (
        "Article 40\nHelp\n\n1. One.\n\n3. Three:\n\n(a) a;\n\n(h) h.\n\n20. Twenty.",
        [
            "art_40",
            "art_40__para_1",
            "art_40__para_3",
            "art_40__para_3__point_a",
            "art_40__para_3__point_h",
            "art_40__para_20",
        ],
    ),
    "a number printed twice": (
        "Article 6\nX\n\n1. One.\n\n1. Again one.",
        ["art_6", "art_6__para_1", "art_6__para_1_2"],
    ),
    "sections inside chapters": (
        "Chapter I\nA\n\nSection 1\nB\n\nArticle 1\nC\n\nText.\n\nSection 2\nD\n\nArticle 2\nE\n\n"
        "Text.\n\nChapter II\nF\n\nArticle 3\nG\n\nText.",
        [
            "chp_I",
            "chp_I__sec_1",
            "art_1",
            "art_1__para_nn_1",
            "chp_I__sec_2",
            "art_2",
            "art_2__para_nn_1",
            "chp_II",
            "art_3",
            "art_3__para_nn_1",
        ],
    ),
}


@pytest.mark.parametrize(("text", "eids"), CASES.values(), ids=CASES.keys())
def test_structure(tmp_path: Path, text: str, eids: list[str]) -> None:
    assert [p.eid for p in treaty(tmp_path, text).provisions] == eids


LINES = st.sampled_from(
    [
        "Article 1",
        "Article 2",
        "Heading here",
        "1. Each Party shall act.",
        "(a) point;",
        "(i) roman;",
        "Chapter I",
        "Annex",
        "ends with a hy-",
        "phen here.",
        "[agreed ad referendum]",
        "[bracket",
        "]]",
        "Option 1",
        "",
        "",
        "A/RES/1/2",
        "12",
        "In witness whereof we sign.",
        "[Article 3",
        "Article 4 Beside",
        "Article 5\tTabbed",
        "OPTION 2: words",
        "[Option 3]",
        "1. (a) (i) inner,",
        "(b) and (c) of it",
        "\u2022 a bullet",
        "_____",
        "1 A note",
        "Contents",
        "The Parties,",
        "soft inter\u00ad",
        "\f",
    ]
)


@given(st.lists(LINES, max_size=40))
def test_nothing_is_lost_whatever_the_lines(lines: list[str]) -> None:
    """Characters are traced and none is lost, however the lines follow one another."""
    from tracker.read import Reading
    from tracker.read.text import read_text

    data = ("Article 9\n\n" + "\n".join(lines)).encode()
    pages, read_lines = read_text(data, "lines.txt")
    made = UnTreaty().ingest(Reading("lines.txt", "text", "0", len(data), pages, read_lines), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert len({p.eid for p in made.provisions}) == len(made.provisions)


# Real documents


def real(path: Path, convention: str) -> Draft:
    reading = read(path)
    assert choose(reading).name == convention
    made = ingest(reading, ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    return made


def kinds(made: Draft) -> Counter[str]:
    return Counter(p.kind for p in made.provisions)


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
def test_bbnj_agreement(shared_data: Path) -> None:
    """76 articles, two annexes, every heading, and the words of the reference text, no other."""
    made = real(shared_data / "bbnj" / "bbnj-2023-en.pdf", "un-treaty")
    articles = [p for p in made.provisions if p.kind == "article"]
    assert [a.num for a in articles] == [f"Article {n}" for n in range(1, 77)]
    assert [p.num for p in made.provisions if p.kind == "attachment"] == ["ANNEX I", "ANNEX II"]
    structure = json.loads((shared_data / "bbnj" / "bbnj-2023-en.structure.json").read_text())
    texts = {unit["label"]: " ".join(unit["text"].split()) for unit in structure["units"]}
    for article in articles:
        assert article.heading, article.num
        assert texts[article.num].startswith(f"{article.num} {article.heading}"), article.num
    reference = (shared_data / "bbnj" / "bbnj-2023-en.txt").read_text(encoding="utf-8")
    read_words = [
        w for p in made.provisions for w in re.findall(r"\w+", f"{p.num} {p.heading} {p.text}")
    ]
    matcher = SequenceMatcher(None, re.findall(r"\w+", reference), read_words, autojunk=False)
    assert [code for code in matcher.get_opcodes() if code[0] != "equal"] == []
    assert {f.kind for f in made.furniture} == {"cover", "page-number"}


REAL = {
    "GDPR proposal": (
        "gdpr/com-2012-11-proposal.en.txt",
        "eu-regulation",
        {"article": 91, "recital": 139, "chapter": 11},
    ),
    "GDPR": ("gdpr/regulation-2016-679.en.txt", "eu-regulation", {"article": 99, "recital": 173}),
    "BBNJ in French": (
        "bbnj/bbnj-2023-fr.pdf",
        "un-treaty",
        {"article": 76, "part": 12, "attachment": 2},
    ),
    "BBNJ in Spanish": (
        "bbnj/bbnj-2023-es.pdf",
        "un-treaty",
        {"article": 76, "part": 12, "attachment": 2},
    ),
    "Covenant as drafted": (
        "league-covenant-1919/v1_wilson-original-draft_jan-1919.txt",
        "un-treaty",
        {"article": 13},
    ),
    "Covenant as signed": (
        "league-covenant-1919/v2_covenant-treaty-of-versailles_1919.txt",
        "un-treaty",
        {"article": 26},
    ),
    "ANZUS, first draft": (
        "anzus-1951/v1_canberra-draft_1951-02-17.txt",
        "un-treaty",
        {"article": 11},
    ),
    "ANZUS, initialled": (
        "anzus-1951/v4_initialled-text_1951-07-12.txt",
        "un-treaty",
        {"article": 11},
    ),
    "Fish Stocks Agreement": (
        "bbnj/fish-stocks-agreement-1995.pdf",
        "un-treaty",
        {"article": 57, "part": 13, "attachment": 2},
    ),
    "right to left": ("un-cybercrime-ar/convention.ar.txt", "un-treaty", {"article": 15}),
}


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize(("file", "convention", "counts"), REAL.values(), ids=REAL.keys())
def test_real_document(
    shared_data: Path, file: str, convention: str, counts: dict[str, int]
) -> None:
    made = real(shared_data / file, convention)
    found = kinds(made)
    assert {kind: found[kind] for kind in counts} == counts
    assert made.unplaced == ()


def test_page_furniture_is_kept_apart(tmp_path: Path) -> None:
    """Running heads and page numbers of a text in pages, and a title that returns by chance."""
    pages = [
        f"A/TEST/1\nPage {n}\n\nArticle {n}\nOn {word}\n\nThe Parties like {word}.\n\n- {n} -"
        for n, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight"], start=1
        )
    ]
    made = treaty(tmp_path, "\f".join(pages))
    assert [p.num for p in made.provisions if p.kind == "article"] == [
        f"Article {n}" for n in range(1, 9)
    ]
    assert Counter(f.kind for f in made.furniture) == {
        "symbol": 8,
        "running-head": 8,
        "page-number": 8,
    }
