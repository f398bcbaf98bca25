"""Resolutions: who adopted them, recitals, operative paragraphs, sections, annexes, notes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, furniture, left_over, outline
from tests.read.files import Text, pdf
from tracker import akn
from tracker.ingesters import choose, ingest
from tracker.model import Draft
from tracker.read import read


def resolution(tmp_path: Path, text: str | bytes, name: str = "resolution.txt") -> Draft:
    """The draft in a text written for a test, recognised and checked."""
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    reading = read(path)
    assert choose(reading).name == "un-resolution"
    made = ingest(reading, ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert made.unplaced == ()
    return made


HEAD = "99/7. The keeping of lamps\n\nThe General Assembly,\n\n"
FRONT = ["longTitle_99-7: 99/7. | The keeping of lamps", "formula: The General Assembly,"]

CASES = {
    "recitals and operative paragraphs": (
        HEAD + "Recalling its lamps,\n\nNoting [with concern] [with regret] the dark,\n\n"
        "1. Decides to light them:\n\n(a) at dusk;\n\n(i) on towers;\n\n(b) at noon;\n\n"
        "2. Asks for oil.\n\n12th plenary meeting\n4 March 2031",
        [
            *FRONT,
            "rec_nn_1: Recalling its lamps,",
            "rec_nn_2: Noting [with concern] [with regret] the dark,",
            "para_1: 1. | Decides to light them:",
            "para_1__point_a: (a) | at dusk;",
            "para_1__point_a__point_i: (i) | on towers;",
            "para_1__point_b: (b) | at noon;",
            "para_2: 2. | Asks for oil.",
            "conclusions: 12th plenary meeting 4 March 2031",
        ],
    ),
    "points of a recital": (
        HEAD + "Recalling:\n\n(a) the lamps;\n\n(b) the oil,\n\nNoting the dark,\n\n1. Decides.",
        [
            *FRONT,
            "rec_nn_1: Recalling:",
            "rec_nn_1__point_a: (a) | the lamps;",
            "rec_nn_1__point_b: (b) | the oil,",
            "rec_nn_2: Noting the dark,",
            "para_1: 1. | Decides.",
        ],
    ),
    "sections under Roman numbers, the count going on": (
        HEAD + "Noting the dark,\n\nI\n\nLamps\n\n1. Decides one;\n\nII\n\nOil\n\n2. Decides two.",
        [
            *FRONT,
            "rec_nn_1: Noting the dark,",
            "sec_I: I | Lamps",
            "sec_I__para_1: 1. | Decides one;",
            "sec_II: II | Oil",
            "sec_II__para_2: 2. | Decides two.",
        ],
    ),
    "parts with a preamble each": (
        HEAD + "Noting it all,\n\nA\n\nLamps\n\nThe General Assembly,\n\nNoting the lamps,\n\n"
        "1. Decides one.\n\nB\n\nOil\n\nThe General Assembly,\n\nNoting the oil,\n\n1. Decides two.",
        [
            *FRONT,
            "rec_nn_1: Noting it all,",
            "sec_A: A | Lamps",
            "sec_A__formula: The General Assembly,",
            "sec_A__rec_nn_1: Noting the lamps,",
            "sec_A__para_1: 1. | Decides one.",
            "sec_B: B | Oil",
            "sec_B__formula: The General Assembly,",
            "sec_B__rec_nn_1: Noting the oil,",
            "sec_B__para_1: 1. | Decides two.",
        ],
    ),
    "an annex with a whole treaty, which has an annex": (
        HEAD + "Noting the dark,\n\n1. Adopts the Lamp Treaty.\n\nANNEX\n\nLAMP TREATY\n\n"
        "The States Parties to this Treaty,\n\nNoting the dark,\n\nHave agreed as follows:\n\n"
        "Article 1\nLamps\n\n1. The Parties light lamps.\n\nIN WITNESS WHEREOF they sign.\n\n"
        "Annex\n\nSECTION 1. TOWERS\n\n1. A tower has a door.",
        [
            *FRONT,
            "rec_nn_1: Noting the dark,",
            "para_1: 1. | Adopts the Lamp Treaty.",
            "att_annex: ANNEX | LAMP TREATY",
            "att_annex__formula: The States Parties to this Treaty,",
            "att_annex__rec_nn_1: Noting the dark,",
            "att_annex__formula_2: Have agreed as follows:",
            "att_annex__art_1: Article 1 | Lamps",
            "att_annex__art_1__para_1: 1. | The Parties light lamps.",
            "att_annex__conclusions: IN WITNESS WHEREOF they sign.",
            "att_annex__att_annex: Annex",
            "att_annex__att_annex__sec_1: SECTION 1. | TOWERS",
            "att_annex__att_annex__sec_1__para_1: 1. | A tower has a door.",
        ],
    ),
    "annexes beside each other": (
        HEAD + "Noting the dark,\n\n1. Adopts both.\n\nAnnex I\nRules\n\n1. Light.\n\n"
        "Annex II\nForms\n\n1. Sign.",
        [
            *FRONT,
            "rec_nn_1: Noting the dark,",
            "para_1: 1. | Adopts both.",
            "att_I: Annex I | Rules",
            "att_I__para_1: 1. | Light.",
            "att_II: Annex II | Forms",
            "att_II__para_1: 1. | Sign.",
        ],
    ),
    "one sentence without a number": (
        HEAD + "Noting the dark,\n\nDecides to light the lamps.",
        [*FRONT, "rec_nn_1: Noting the dark,", "para_nn_1: Decides to light the lamps."],
    ),
    "a draft with its sponsors": (
        "Cape Land, Isle Land and Lake Land: draft resolution\n\nThe keeping of lamps\n\n"
        "The General Assembly,\n\nNoting the dark,\n\n1. Decides.",
        [
            "preface_nn_1: Cape Land, Isle Land and Lake Land: draft resolution",
            "longTitle: The keeping of lamps",
            "formula: The General Assembly,",
            "rec_nn_1: Noting the dark,",
            "para_1: 1. | Decides.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_resolution(tmp_path: Path, text: str, lines: list[str]) -> None:
    made = resolution(tmp_path, text)
    assert outline(made) == lines
    assert furniture(made) == []
    assert akn.parse(akn.build(made), "resolution.xml") == made


def printed() -> bytes:
    """Two pages as they are printed: small heads, notes under a line, numbers in the corners."""
    first: list[Text] = [
        (60, 760, 14, "R", "United Keepers"),
        (470, 760, 10, "R", "A/RES/99/7"),
        (400, 730, 10, "R", "Distr.: General"),
        (60, 680, 10, "B", "Ninety-ninth session"),
        (120, 640, 14, "B", "Resolution adopted by the General Assembly"),
        (120, 600, 12, "B", "99/7. The keeping of lamps"),
        (140, 560, 10, "I", "The General Assembly,"),
        (140, 535, 10, "I", "Recalling"),
        (190, 535, 10, "R", "its lamps, which are lit at dusk on every tower of the"),
        (120, 520, 10, "R", "Cape and on the two rocks before it,"),
        (265, 524, 6, "R", "1"),
        (120, 100, 8, "R", "__________________"),
        (130, 88, 8, "R", "1 The Lamp Lists, vol. 3."),
        (60, 40, 8, "R", "31-00012 (E)"),
        (60, 26, 12, "R", "*3100012*"),
    ]
    second: list[Text] = [
        (300, 770, 8, "B", "The keeping of lamps"),
        (60, 770, 8, "B", "A/RES/99/7"),
        (140, 720, 10, "I", "Noting"),
        (175, 720, 10, "R", "that ships are lost where no lamp burns, and that the"),
        (120, 705, 10, "R", "keepers ask for oil,"),
        (140, 680, 10, "R", "1. Decides to light the lamps;"),
        (140, 655, 10, "R", "2. Asks for oil."),
        (480, 620, 10, "I", "12th plenary meeting"),
        (500, 605, 10, "I", "4 March 2031"),
        (60, 30, 8, "B", "2/2"),
        (500, 30, 7, "R", "31-00012"),
    ]
    return pdf([first, second])


def test_a_printed_resolution(tmp_path: Path) -> None:
    """A recital that ends with a comma and a note's anchor does not go on overleaf."""
    made = resolution(tmp_path, printed(), "resolution.pdf")
    assert outline(made) == [
        "preface_nn_1: Resolution adopted by the General Assembly",
        "longTitle_99-7: 99/7. | The keeping of lamps",
        "formula: The General Assembly,",
        "rec_nn_1: Recalling its lamps, which are lit at dusk on every tower of the Cape and on "
        "the two rocks before it,",
        "rec_nn_2: Noting that ships are lost where no lamp burns, and that the keepers ask for "
        "oil,",
        "para_1: 1. | Decides to light the lamps;",
        "para_2: 2. | Asks for oil.",
        "conclusions: 12th plenary meeting 4 March 2031",
    ]
    recital = made.provisions[3]
    notes = [(m.start, m.printed) for m in recital.marks if m.kind == "note"]
    assert notes == [(len(recital.text), "1")]
    assert Counter(kind for kind, _ in furniture(made)) == {
        "symbol": 2,
        "distribution": 1,
        "cover": 2,
        "rule": 1,
        "footnote": 1,
        "job-number": 2,
        "bar-code": 1,
        "running-head": 1,
        "page-number": 1,
    }


REAL = {
    "A-RES-77-321.pdf": (8, 6, 4),
    "A-RES-78-272.pdf": (8, 17, 6),
    "A-RES-79-271.pdf": (4, 9, 5),
    "A-RES-80-107.pdf": (6, 12, 5),
}


@pytest.mark.shared
@pytest.mark.parametrize(("name", "figures"), REAL.items(), ids=REAL.keys())
def test_real_resolution(shared_data: Path, name: str, figures: tuple[int, int, int]) -> None:
    """Recitals, operative paragraphs, anchors of notes; all of the page's furniture by name."""
    reading = read(shared_data / "bbnj" / name)
    assert choose(reading).name == "un-resolution"
    made = ingest(reading, ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert made.unplaced == ()
    kinds = Counter(p.kind for p in made.provisions)
    notes = [m for p in made.provisions for m in p.marks if m.kind == "note" and m.printed]
    assert (kinds["recital"], kinds["paragraph"], len(notes)) == figures
    numbers = [p.num for p in made.provisions if p.kind == "paragraph"]
    assert numbers == [f"{n}." for n in range(1, figures[1] + 1)]
    found = Counter(f.kind for f in made.furniture)
    pages = len(made.pages)
    assert (found["symbol"], found["job-number"], found["bar-code"]) == (pages, pages, 1)
    assert found["page-number"] == pages - 1


@pytest.mark.shared
def test_a_real_agreement_in_an_annex(shared_data: Path) -> None:
    made = ingest(read(shared_data / "bbnj" / "agreement-partxi-1994.pdf"), ABOUT)
    assert made.convention == "un-resolution"
    assert made.unplaced == ()
    annex, inner = (p for p in made.provisions if p.kind == "attachment")
    assert inner.parent == annex.eid
    articles = [p for p in made.provisions if p.kind == "article"]
    assert [a.parent for a in articles] == [annex.eid] * 10
    sections = [p for p in made.provisions if p.kind == "section"]
    assert [s.parent for s in sections] == [inner.eid] * 9
    notes = [m.printed for p in made.provisions for m in p.marks if m.kind == "note" and m.printed]
    assert notes == ["1/", "2/", "3/", "4/", "1/", "4/", "5/"]


@pytest.mark.parametrize("convention", ["un-resolution", "un-report"])
@pytest.mark.parametrize(
    "above",
    [
        pytest.param("<p>1. The Council decides.</p>", id="below a paragraph"),
        pytest.param("<p>1. The Council decides.</p><p><b>II. Lamps</b></p>", id="in a section"),
        pytest.param("<p><b>Option 2</b></p><p>1. The Council decides.</p>", id="after another"),
    ],
)
def test_an_article_in_an_option(tmp_path: Path, above: str, convention: str) -> None:
    """The option holds the article, and never itself."""
    path = tmp_path / "a.html"
    path.write_text(f"{above}<p><b>Option 1</b></p><p>Article 2</p><p>The lamp burns.</p>")
    made = ingest(read(path), ABOUT, convention)
    check_traced(made)
    assert left_over(made) == ""
    article = next(one for one in made.provisions if one.kind == "article")
    option = next(one for one in made.provisions if one.eid == article.parent)
    assert (option.num, option.kind) == ("Option 1", "hcontainer")
    assert option.parent != option.eid
