"""Where text goes: sections and chapters without articles, options, points, words after points,
footnotes; and texts that no drafter would write."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, outline, treaty
from tracker.ingesters.un_treaty import UnTreaty
from tracker.read import read

CASES = {
    "sections of an annex hold their paragraphs": (
        "Article 1\n\nOne.\n\nAnnex\n\nSection 1\nA\n\n1. Two.\n\nSection 2\nB\n\n1. Three.",
        [
            "art_1: Article 1",
            "art_1__para_nn_1: One.",
            "att_annex: Annex",
            "att_annex__sec_1: Section 1 | A",
            "att_annex__sec_1__para_1: 1. | Two.",
            "att_annex__sec_2: Section 2 | B",
            "att_annex__sec_2__para_1: 1. | Three.",
        ],
    ),
    "a chapter without articles, and one with both": (
        "Chapter I\nA\n\n1. One.\n\nChapter II\nB\n\nTwo.\n\nArticle 1\n\nThree.",
        [
            "chp_I: Chapter I | A",
            "chp_I__para_1: 1. | One.",
            "chp_II: Chapter II | B",
            "chp_II__para_nn_1: Two.",
            "art_1: Article 1",
            "art_1__para_nn_1: Three.",
        ],
    ),
    "a protocol printed after the conclusions": (
        "Article 1\n\nOne.\n\nDone at the lake.\n\nProtocol\n\nArticle 1\n\n1. Two.\n\n"
        "Done at the shore.",
        [
            "art_1: Article 1",
            "art_1__para_nn_1: One.",
            "conclusions: Done at the lake.\nProtocol",
            "art_1_2: Article 1",
            "art_1_2__para_1: 1. | Two.",
            "conclusions_2: Done at the shore.",
        ],
    ),
    "words after inner points": (
        "Article 1\n\n1. They are:\n\n(a) a lake:\n\n(i) wet;\n\n(ii) deep;\n\nand not dry;\n\n"
        "(b) a sea:\n\n(i) salt;\n\nand all are blue.",
        [
            "art_1: Article 1",
            "art_1__para_1: 1. | They are:",
            "art_1__para_1__point_a: (a) | a lake:",
            "art_1__para_1__point_a__point_i: (i) | wet;",
            "art_1__para_1__point_a__point_ii: (ii) | deep;",
            "art_1__para_1__point_a__wrapup: and not dry;",
            "art_1__para_1__point_b: (b) | a sea:",
            "art_1__para_1__point_b__point_i: (i) | salt;",
            "art_1__para_1__wrapup: and all are blue.",
        ],
    ),
    "options in capitals and in brackets": (
        "Article 1\n\n1. OPTION 1: One.\n\n[Option 2] Two.\n\n[Option 3: Three.]\n\n2. Four.",
        [
            "art_1: Article 1",
            "art_1__para_1: 1.",
            "art_1__para_1__hcontainer_1: OPTION 1:",
            "art_1__para_1__hcontainer_1__para_nn_1: One.",
            "art_1__para_1__hcontainer_2: [Option 2]",
            "art_1__para_1__hcontainer_2__para_nn_1: Two.",
            "art_1__para_1__hcontainer_3: Option 3:",
            "art_1__para_1__hcontainer_3__para_nn_1: [Three.]",
            "art_1__para_2: 2. | Four.",
        ],
    ),
    "proponents on the lines between": (
        "[Article 1\nBoats\n\n1. They row. (Fiji: retain)\n2. [They swim.] (EU: retain)\n"
        "[India: delete paragraph]\n3. They fly.\n]\n\n(Chile: retain)\n\nArticle 2\n\nThey end.",
        [
            "art_1: [Article 1 | Boats",
            "art_1__para_1: 1. | They row.",
            "art_1__para_2: 2. | [They swim.]",
            "art_1__para_3: 3. | They fly. ]",
            "art_2: Article 2",
            "art_2__para_nn_1: They end.",
        ],
    ),
    "numbers without a space, with bis, and bullets": (
        "Article 1\n\n1.The lake:\n\n\u2022 is wet;\n\n\u2022 is deep.\n\n1.bis The sea.\n\n"
        "1. ter The bay.\n\n2. 3.5 metres.",
        [
            "art_1: Article 1",
            "art_1__para_1: 1. | The lake:",
            "art_1__para_1__point_nn_1: \u2022 | is wet;",
            "art_1__para_1__point_nn_2: \u2022 | is deep.",
            "art_1__para_1bis: 1.bis | The sea.",
            "art_1__para_1ter: 1. ter | The bay.",
            "art_1__para_2: 2. | 3.5 metres.",
        ],
    ),
    "letters of other alphabets": (
        "Статья 1\n\n1. Озера:\n\nа) здесь;\n\nб) там.\n\nArtículo 2\n\n1. Los lagos:\n\n"
        "n) uno;\n\nñ) dos;\n\no) tres.\n\nالمادة 3\n\n1 - البحيرات:\n\n(أ) هنا:\n\n"
        "’1’ كبيرة؛\n\n’2’ صغيرة؛\n\n(ب) هناك.",
        [
            "art_1: Статья 1",
            "art_1__para_1: 1. | Озера:",
            "art_1__para_1__point_a: а) | здесь;",
            "art_1__para_1__point_b: б) | там.",
            "art_2: Artículo 2",
            "art_2__para_1: 1. | Los lagos:",
            "art_2__para_1__point_n: n) | uno;",
            "art_2__para_1__point_enye: ñ) | dos;",
            "art_2__para_1__point_o: o) | tres.",
            "art_3: المادة 3",
            "art_3__para_1: 1 - | البحيرات:",
            "art_3__para_1__point_a: (أ) | هنا:",
            "art_3__para_1__point_a__point_1: ’1’ | كبيرة؛",
            "art_3__para_1__point_a__point_2: ’2’ | صغيرة؛",
            "art_3__para_1__point_b: (ب) | هناك.",
        ],
    ),
    "closing words in French and Spanish": (
        "Article 1\n\nUn.\n\nFait à Genève.",
        ["art_1: Article 1", "art_1__para_nn_1: Un.", "conclusions: Fait à Genève."],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_body(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert outline(treaty(tmp_path, text)) == lines


def test_footnote_anchors(tmp_path: Path) -> None:
    """Anchors in numbers and headings, and after "1. (a)", stand in the marks of the provision."""
    made = treaty(
        tmp_path,
        "<html><body><h3>Article 1<sup>5</sup></h3><h3>Use of terms<sup>7</sup></h3>"
        "<p>1. (a) The Parties<sup>8</sup> act.</p><p>[2. The Party<sup>9</sup> stops.]</p>"
        "<p>Option 1<sup>4</sup></p><p>It goes.</p>"
        "<h3>Article 2. Lakes<sup>6</sup></h3><p>They end.</p>"
        + "".join(f"<p><sup>{n}</sup> A note.</p>" for n in range(4, 10))
        + "</body></html>",
        "notes.html",
    )
    found = {
        p.eid: [(m.printed, p.text[: m.start]) for m in p.marks if m.kind == "note"]
        for p in made.provisions
    }
    assert {eid: notes for eid, notes in found.items() if notes} == {
        "art_1": [("5", ""), ("7", "")],
        "art_1__para_1__point_a": [("8", "The Parties")],
        "art_1__para_2": [("9", "[The Party")],
        "art_1__hcontainer_1": [("4", "")],
        "art_2": [("6", "")],
    }
    assert [p.heading for p in made.provisions if p.kind == "article"] == ["Use of terms", "Lakes"]


HOSTILE = {
    "3,000 numbers and nothing else": "(a)\n" * 3000,
    "3,000 options and nothing else": "1. Option 1\n" * 3000,
    "20,000 marks of agreement": "[agreed]\n" * 20_000,
    "a line of 30,000 dots": "." * 30_000,
    "50,000 spaces": "1." + " " * 50_000 + "x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_no_long_time(tmp_path: Path, text: str) -> None:
    """Seconds where a quadratic step would take minutes; what was too deep is text."""
    began = time.process_time()
    made = treaty(tmp_path, f"Article 1\n{text}\nArticle 2\n\nThey end.")
    assert time.process_time() - began < 20
    assert max(p.eid.count("__") for p in made.provisions) <= 7
    assert made.provisions[-1].text.endswith("They end.")


def test_words_before_a_list_stay_behind_the_paragraph_before(tmp_path: Path) -> None:
    made = treaty(tmp_path, "Article 1\n\nThey go.\n\nThey also:\n\n1. row;\n\n2. swim.\n")
    assert [p.text for p in made.provisions] == ["", "They go.", "They also:", "row;", "swim."]


LONG = {
    "words after points": "1. They:\n\n(a) go;\n\n" + "And so on it goes.\n\n" * 3_000,
    "points and words after them": "1. They:\n\n" + "(a) go;\n\nand so on\n\n" * 2_000,
    "options": "".join(f"Option {n % 90 + 1}\n\nThey go.\n\n" for n in range(2_000)),
    "titles": "".join(f"Article {n}\nUse\n1. They go.\n\n" for n in range(2, 2_000)),
    "annexes": "".join(f"Annex {n}\n\nThey go.\n\n" for n in range(1, 2_000)),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_long_texts_take_no_long_time(tmp_path: Path, text: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(f"Article 1\n\n{text}", encoding="utf-8")
    reading = read(path)
    began = time.process_time()
    UnTreaty().ingest(reading, ABOUT)
    assert time.process_time() - began < 5
