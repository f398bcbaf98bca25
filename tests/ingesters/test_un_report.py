"""Reports: sections under headings, paragraphs that count on, tables, annexed drafts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, furniture, left_over, outline
from tests.read.files import Text, pdf
from tracker import akn
from tracker.align import align
from tracker.errors import StructureError
from tracker.ingesters import choose, ingest
from tracker.ingesters.un_report import UnReport
from tracker.model import Draft
from tracker.read import read

FRONT = (
    "A/LAMP/3\nDistr.: General\n\nKeepers of the Lamps\nFirst session\n\n"
    "Report of the Keepers on their first session\n\n"
)


def report(tmp_path: Path, text: str | bytes, name: str = "report.txt") -> Draft:
    """The draft in a text written for a test, checked."""
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    made = UnReport().ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert made.unplaced == ()
    return made


CASES = {
    "sections of two levels, paragraphs that count on": (
        "I. Lamps\n\n1. They met.\n\nII. Oil\n\nA. Whale oil\n\n2. They smelt it.\n\n"
        "B. Lamp oil\n\n3. They chose:\n\n(a) this;\n\n(b) that.\n\nIII. End\n\n4. They left.",
        [
            "sec_I: I. | Lamps",
            "sec_I__para_1: 1. | They met.",
            "sec_II: II. | Oil",
            "sec_II__sec_A: A. | Whale oil",
            "sec_II__sec_A__para_2: 2. | They smelt it.",
            "sec_II__sec_B: B. | Lamp oil",
            "sec_II__sec_B__para_3: 3. | They chose:",
            "sec_II__sec_B__para_3__point_a: (a) | this;",
            "sec_II__sec_B__para_3__point_b: (b) | that.",
            "sec_III: III. | End",
            "sec_III__para_4: 4. | They left.",
        ],
    ),
    "I after H is a letter, I after nothing a number": (
        "I. Lamps\n\nA. One\n\n1. A.\n\nB. Two\n\n2. B.\n\nC. Three\n\n3. C.\n\nII. Oil\n\n4. D.",
        [
            "sec_I: I. | Lamps",
            "sec_I__sec_A: A. | One",
            "sec_I__sec_A__para_1: 1. | A.",
            "sec_I__sec_B: B. | Two",
            "sec_I__sec_B__para_2: 2. | B.",
            "sec_I__sec_C: C. | Three",
            "sec_I__sec_C__para_3: 3. | C.",
            "sec_II: II. | Oil",
            "sec_II__para_4: 4. | D.",
        ],
    ),
    "rules and articles in annexes": (
        "I. Lamps\n\n1. They met.\n\nAnnex I\nDraft rules\n\nRule 1\nDusk\n\nLamps burn at dusk.\n\n"
        "Rule 2\nDawn\n\n1. Lamps go out.\n\nAnnex II\nDraft treaty\n\nArticle 1\nLamps\n\n"
        "1. The Parties light lamps.",
        [
            "sec_I: I. | Lamps",
            "sec_I__para_1: 1. | They met.",
            "att_I: Annex I | Draft rules",
            "att_I__rule_1: Rule 1 | Dusk",
            "att_I__rule_1__para_nn_1: Lamps burn at dusk.",
            "att_I__rule_2: Rule 2 | Dawn",
            "att_I__rule_2__para_1: 1. | Lamps go out.",
            "att_II: Annex II | Draft treaty",
            "att_II__art_1: Article 1 | Lamps",
            "att_II__art_1__para_1: 1. | The Parties light lamps.",
        ],
    ),
    "a decision in an annex, with an annex of its own": (
        "I. Lamps\n\n1. They met.\n\nAnnex I\nDraft decision\n\nThe Conference of the Parties,\n\n"
        "Noting the dark,\n\n1. Decides.\n\nAnnex\nTerms of lamps\n\n1. A lamp burns.\n\n"
        "Annex II\nList\n\n1. One lamp.",
        [
            "sec_I: I. | Lamps",
            "sec_I__para_1: 1. | They met.",
            "att_I: Annex I | Draft decision",
            "att_I__formula: The Conference of the Parties,",
            "att_I__rec_nn_1: Noting the dark,",
            "att_I__para_1: 1. | Decides.",
            "att_I__att_annex: Annex | Terms of lamps",
            "att_I__att_annex__para_1: 1. | A lamp burns.",
            "att_II: Annex II | List",
            "att_II__para_1: 1. | One lamp.",
        ],
    ),
    "numbers of other forms": (
        "I. Lamps\n\n1. They met.\n\nAnnex\nDraft rules on oil\n\n1.1 Oil burns.\n\n"
        "1.2 (a) Oil is kept dry;\n\n(b) Oil is kept dark.\n\n(ALL)3. Keepers sign.\n\n"
        "(ALL)3.1. They sign twice:\n\n(a) once;\n\n(b) again.\n\n[4][2]. Keepers sleep.",
        [
            "sec_I: I. | Lamps",
            "sec_I__para_1: 1. | They met.",
            "att_annex: Annex | Draft rules on oil",
            "att_annex__para_1-1: 1.1 | Oil burns.",
            "att_annex__para_1-2: 1.2",
            "att_annex__para_1-2__point_a: (a) | Oil is kept dry;",
            "att_annex__para_1-2__point_b: (b) | Oil is kept dark.",
            "att_annex__para_3: (ALL)3. | Keepers sign.",
            "att_annex__para_3__para_3-1: (ALL)3.1. | They sign twice:",
            "att_annex__para_3__para_3-1__point_a: (a) | once;",
            "att_annex__para_3__para_3-1__point_b: (b) | again.",
            "att_annex__para_4-2: [4][2]. | Keepers sleep.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_report(tmp_path: Path, text: str, lines: list[str]) -> None:
    made = report(tmp_path, FRONT + text)
    assert outline(made) == ["longTitle: Report of the Keepers on their first session", *lines]
    assert furniture(made) == [
        ("symbol", "A/LAMP/3"),
        ("distribution", "Distr.: General"),
        ("cover", "Keepers of the Lamps"),
        ("cover", "First session"),
    ]
    assert akn.parse(akn.build(made), "report.xml") == made


def test_no_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Report of nobody", encoding="utf-8")
    with pytest.raises(StructureError, match=r"report\.txt: no paragraph found"):
        UnReport().ingest(read(path), ABOUT)


def _paragraph(top: float, *lines: str) -> list[Text]:
    return [(120, top - 13 * n, 10, "R", line) for n, line in enumerate(lines)]


def printed() -> bytes:
    """Headings told by print alone, options, a table in two columns."""
    first: list[Text] = [
        (120, 740, 14, "B", "Report of the Keepers"),
        (100, 700, 14, "B", "I. Lamps"),
        (95, 670, 12, "B", "A. Lamps at sea"),
        *_paragraph(640, "1. The Keepers met on the rock and", "spoke of lamps", "at length."),
        (120, 590, 10, "I", "What they said"),
        *_paragraph(570, "2. They said that lamps burn, as", "lamps have always", "burnt."),
        (95, 520, 12, "B", "B. Lamps ashore"),
        *_paragraph(490, "3. They said no more of lamps", "than of", "oil."),
    ]
    second: list[Text] = [
        (60, 740, 14, "B", "Annex"),
        (120, 722, 14, "B", "Draft decision on lamps"),
        (120, 690, 10, "B", "Option I"),
        *_paragraph(665, "1. Decides to light them, and", "to keep them", "lit."),
        (120, 610, 10, "B", "Option II"),
        *_paragraph(585, "1. Decides to leave them as", "they", "are."),
        (120, 530, 10, "B", "Papers"),
        (120, 505, 10, "R", "A/LAMP/1 and"),
        (260, 505, 10, "R", "Agenda of the first session, as it was"),
        (120, 492, 10, "R", "A/LAMP/1/Rev.1"),
        (260, 492, 10, "R", "revised by the Keepers"),
        (120, 467, 10, "R", "A/LAMP/2"),
        (260, 467, 10, "R", "Lamps: note by a Keeper"),
    ]
    return pdf([first, second])


def test_a_printed_report(tmp_path: Path) -> None:
    made = report(tmp_path, printed(), "report.pdf")
    assert outline(made) == [
        "longTitle: Report of the Keepers",
        "sec_I: I. | Lamps",
        "sec_I__sec_A: A. | Lamps at sea",
        "sec_I__sec_A__para_1: 1. | The Keepers met on the rock and spoke of lamps at length.",
        "sec_I__sec_A__sec_nn_1: What they said",
        "sec_I__sec_A__sec_nn_1__para_2: 2. | They said that lamps burn, as lamps have always "
        "burnt.",
        "sec_I__sec_B: B. | Lamps ashore",
        "sec_I__sec_B__para_3: 3. | They said no more of lamps than of oil.",
        "att_annex: Annex | Draft decision on lamps",
        "att_annex__hcontainer_I: Option I",
        "att_annex__hcontainer_I__para_1: 1. | Decides to light them, and to keep them lit.",
        "att_annex__hcontainer_II: Option II",
        "att_annex__hcontainer_II__para_1: 1. | Decides to leave them as they are.",
        "att_annex__sec_nn_1: Papers",
        "att_annex__sec_nn_1__para_nn_1: A/LAMP/1 and A/LAMP/1/Rev.1\nAgenda of the first session, "
        "as it was revised by the Keepers",
        "att_annex__sec_nn_1__para_nn_2: A/LAMP/2\nLamps: note by a Keeper",
    ]
    assert furniture(made) == []


REAL = ("v1_advance-unedited_2026-05-04.pdf", "v2_final_A-AC.296-2026-9.pdf")


@pytest.fixture(scope="module")
def versions(shared_data: Path) -> list[Draft]:
    """The two versions of the real report."""
    found = []
    for name in REAL:
        reading = read(shared_data / "bbnj" / name)
        assert choose(reading).name == "un-report"
        found.append(ingest(reading, replace(ABOUT, symbol=name)))
    return found


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
def test_real_report(versions: list[Draft]) -> None:
    """Paragraphs 1 to 74 and rules 1 to 64 in sequence, 11 annexes and two in them; no gap."""
    for made in versions:
        check_traced(made)
        assert left_over(made) == ""
        assert made.unplaced == ()
        own = [p for p in made.provisions if p.kind == "paragraph" and p.eid.startswith("sec_")]
        assert [p.num for p in own] == [f"{n}." for n in range(1, 75)]
        rules = [p for p in made.provisions if p.kind == "rule"]
        assert [p.num for p in rules] == [f"Rule {n}" for n in range(1, 65)]
        assert all(p.heading for p in rules)
        annexes = [p.parent for p in made.provisions if p.kind == "attachment"]
        assert (len(annexes), annexes.count(None)) == (13, 11)
        tagged = [p.num for p in made.provisions if re.match(r"\([A-Z]{2,}\)\d", p.num)]
        assert len(tagged) == 79
        kinds = {f.kind for f in made.furniture}
        assert kinds <= {
            *("cover", "distribution", "symbol", "job-number", "bar-code"),
            *("page-number", "footnote", "rule"),
        }


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
def test_the_versions_align(versions: list[Draft]) -> None:
    """Nearly all of the 860 provisions keep their place; what does not was changed."""
    older, newer = versions
    relations = Counter(link.relation for link in align(older, newer).links)
    assert relations["same"] > 0.95 * len(newer.provisions)
