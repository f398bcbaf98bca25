"""The golden negotiating document, every mark of it, as Word file and as PDF; and which documents
the convention recognises."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.golden import make_consolidated as golden
from tests.ingesters.tracing import ABOUT, check_traced, left_over
from tracker.akn import build, parse
from tracker.ingesters import choose, ingest
from tracker.model import Draft
from tracker.read import read


@pytest.fixture(scope="module", params=["docx", "pdf"])
def made(request: pytest.FixtureRequest) -> tuple[str, Draft]:
    kind: str = request.param
    return kind, ingest(read(golden.FOLDER / f"consolidated.{kind}"), ABOUT)


def test_every_mark_and_no_other(made: tuple[str, Draft]) -> None:
    kind, draft = made
    found, wanted = golden.found(draft), golden.expected(kind)
    assert sorted(wanted - found) == []
    assert sorted(found - wanted) == []


def test_all_kinds_are_there() -> None:
    """The list is no list of the easy ones."""
    kinds = {mark.kind for mark in golden.expected("docx")}
    assert kinds == {
        *("bracket", "alternative", "agreed", "proponent", "struck", "added", "bold", "note"),
    }
    assert {mark.how for mark in golden.expected("docx")} >= {"tracked", "moved", "unclosed"}
    assert golden.expected("docx").total() > 130


def test_recognised_and_traced(made: tuple[str, Draft]) -> None:
    _, draft = made
    assert draft.convention == "un-consolidated"
    assert draft.warnings == ()
    check_traced(draft)
    assert left_over(draft) == ""
    assert [f.text for f in draft.unplaced] == []


def test_footnotes_are_furniture(made: tuple[str, Draft]) -> None:
    _, draft = made
    notes = [f.text for f in draft.furniture if f.kind == "footnote"]
    assert "A raft counts as a boat" in notes[0]
    assert any("cannot be found" in note for note in notes)


def test_xml_keeps_every_mark(made: tuple[str, Draft]) -> None:
    _, draft = made
    assert parse(build(draft), "golden.xml") == draft


def test_the_files_are_made_from_the_list() -> None:
    stored = (golden.FOLDER / "consolidated.docx").read_bytes()
    assert stored == golden.docx(tracked=True)
    pdf = pypdfium2.PdfDocument(golden.FOLDER / "consolidated.pdf")
    try:
        assert pdf.get_metadata_value("Keywords") == golden.digest()
        assert len(pdf) >= 12
    finally:
        pdf.close()


TREATY = "Article 1\n\nEach Party swims.\n\nArticle 2\n\nEach State Party floats.\n\n"
RECOGNISED = {
    "marks of two kinds": (
        TREATY + "Article 3\n\nThey [shall] [may] dive. (AAR)\n\nThey [rest].",
        "un-consolidated",
    ),
    "brackets alone are an ordinary draft": (
        TREATY + "Article 3\n\nThey [shall] [may] [must] dive.",
        "un-treaty",
    ),
    "too few marks": (TREATY + "Article 3\n\nThey [shall] dive. (AAR)", "un-treaty"),
    "no Parties needed": (
        "Article 1\n\nIt [floats].\n\nArticle 2\n\nOption 1\n\nIt [sinks].\n\nArticle 3\n\nIt [is].",
        "un-consolidated",
    ),
}


@pytest.mark.parametrize(("text", "convention"), RECOGNISED.values(), ids=RECOGNISED.keys())
def test_which_documents(tmp_path: Path, text: str, convention: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    assert choose(read(path)).name == convention
