"""Four-column tables: one file, the act in the words of each institution."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, furniture, left_over, outline
from tests.read import files
from tracker.errors import StructureError
from tracker.ingesters import choose, conventions, ingest
from tracker.ingesters.eu_trilogue import EuTrilogue
from tracker.read import Reading, read

HEAD = ("", "Commission Proposal", "EP Mandate", "Council Mandate", "Draft Agreement")

ROWS: tuple[tuple[str, str, str, str, str], ...] = (
    ("1", "Having regard to the lamps,", "Having regard to the lamps,", "Having regard to the lamps,", "Having regard to the lamps,"),
    ("2", "(1) Lamps go out.", "(1) Lamps go out at night.", "(1) Lamps go out.", "(1) Lamps go out at night."),
    ("3", "", "(1a) Oil is dear.", "", ""),
    ("4", "HAVE ADOPTED THIS REGULATION:", "HAVE ADOPTED THIS REGULATION:", "HAVE ADOPTED THIS REGULATION:", "HAVE ADOPTED THIS REGULATION:"),
    ("5", "Article 1", "Article 1", "Article 1", "Article 1"),
    ("6", "Oil", "Oil and wicks", "Oil", "Oil and wicks"),
    ("7", "1. Each keeper shall have oil.", "1. Each keeper shall have oil and wicks.", "1. Each keeper may have oil.", "1. Each keeper shall have oil and wicks.\nText Origin: EP Mandate"),
    ("8", "2. A keeper:", "2. A keeper:", "2. A keeper:", "2. A keeper:"),
    ("9", "(a) trims the wick;", "(a) trims the wick;", "(a) trims the wick;", "(a) trims the wick;"),
    ("G 9a", "", "(aa) counts the lamps;", "", "(aa) counts the lamps;"),
    ("10", "(b) sleeps by day.", "(b) sleeps by day.", "deleted", "(b) sleeps by day."),
    ("11", "Article 2", "Article 2", "Article 2", "Article 2"),
    ("12", "Entry into force", "Entry into force", "Entry into force", "Entry into force"),
    ("13", "This Regulation begins in May.", "This Regulation begins in June.", "This Regulation begins in May.", "This Regulation begins in July."),
)  # fmt: skip
"""Written for this test."""


def _html() -> bytes:
    def row(cells: tuple[str, ...]) -> str:
        inner = "".join(f"<td><p>{escape(c).replace(chr(10), '</p><p>')}</p></td>" for c in cells)
        return f"<tr>{inner}</tr>"

    body = "".join(map(row, (HEAD, *ROWS)))
    return f"<html><p>Made up for a test</p><table>{body}</table></html>".encode()


def _docx() -> bytes:
    def row(cells: tuple[str, ...]) -> str:
        return "<w:tr>" + "".join(map(cell, cells)) + "</w:tr>"

    def cell(text: str) -> str:
        paragraphs = "".join(
            f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n")
        )
        return f"<w:tc>{paragraphs}</w:tc>"

    title = "<w:p><w:r><w:t>Made up for a test</w:t></w:r></w:p>"
    table = "".join(map(row, (HEAD, *ROWS)))
    return files.docx(f"{title}<w:tbl>{table}</w:tbl>")


@pytest.fixture(params=["html", "docx", "pdf"])
def reading(request: pytest.FixtureRequest, tmp_path: Path) -> Reading:
    if request.param == "pdf":  # made from these rows with LibreOffice
        return read(Path(__file__).parent.parent / "golden" / "pdf" / "eu-trilogue.pdf")
    path = tmp_path / f"table.{request.param}"
    path.write_bytes(_html() if request.param == "html" else _docx())
    return read(path)


COMMON = [
    "art_1__para_2: 2. | A keeper:",
    "art_1__para_2__point_a: (a) | trims the wick;",
]


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        pytest.param("Commission Proposal", [
            "rec_1: (1) | Lamps go out.",
            "art_1: Article 1 | Oil",
            "art_1__para_1: 1. | Each keeper shall have oil.",
            *COMMON,
            "art_1__para_2__point_b: (b) | sleeps by day.",
            "art_2: Article 2 | Entry into force",
            "art_2__para_nn_1: This Regulation begins in May.",
        ], id="Commission"),
        pytest.param("EP Mandate", [
            "rec_1: (1) | Lamps go out at night.",
            "rec_1a: (1a) | Oil is dear.",
            "art_1: Article 1 | Oil and wicks",
            "art_1__para_1: 1. | Each keeper shall have oil and wicks.",
            *COMMON,
            "art_1__para_2__point_aa: (aa) | counts the lamps;",
            "art_1__para_2__point_b: (b) | sleeps by day.",
            "art_2: Article 2 | Entry into force",
            "art_2__para_nn_1: This Regulation begins in June.",
        ], id="Parliament"),
        pytest.param("council mandate", [
            "rec_1: (1) | Lamps go out.",
            "art_1: Article 1 | Oil",
            "art_1__para_1: 1. | Each keeper may have oil.",
            *COMMON,
            "art_1__para_2__wrapup: deleted",
            "art_2: Article 2 | Entry into force",
            "art_2__para_nn_1: This Regulation begins in May.",
        ], id="Council, in small letters"),
        pytest.param("", [
            "rec_1: (1) | Lamps go out at night.",
            "art_1: Article 1 | Oil and wicks",
            "art_1__para_1: 1. | Each keeper shall have oil and wicks.",
            *COMMON,
            "art_1__para_2__point_aa: (aa) | counts the lamps;",
            "art_1__para_2__point_b: (b) | sleeps by day.",
            "art_2: Article 2 | Entry into force",
            "art_2__para_nn_1: This Regulation begins in July.",
        ], id="the last if none is named"),
    ],
)  # fmt: skip
def test_columns(reading: Reading, layer: str, expected: list[str]) -> None:
    assert choose(reading).name == "eu-trilogue"
    made = ingest(reading, replace(ABOUT, layer=layer))
    check_traced(made)
    assert left_over(made) == ""
    assert [line for line in outline(made) if not line.startswith(("cit", "formula"))] == expected
    assert made.layer == (next(c for c in HEAD if c.casefold() == layer.casefold()) or HEAD[-1])


def test_layers(reading: Reading) -> None:
    assert EuTrilogue().layers(reading) == HEAD[1:]


def test_furniture(reading: Reading) -> None:
    kept = furniture(ingest(reading, replace(ABOUT, layer="Draft Agreement")))
    assert ("cover", "Made up for a test") in kept
    assert [text for kind, text in kept if kind == "row-number"] == [row[0] for row in ROWS]
    assert [text for kind, text in kept if kind == "column-title"] == list(HEAD[1:])
    assert ("origin", "Text Origin: EP Mandate") in kept
    assert ("other-layer", "1. Each keeper may have oil.") in kept
    assert not [text for kind, text in kept if kind == "unplaced"]


def test_last_column_still_empty(tmp_path: Path) -> None:
    """Before the institutions agree the last column is empty; the Council's is then the newest."""
    path = tmp_path / "table.html"
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in (*row[:4], "")) + "</tr>"
        for row in (HEAD[:4], *(r[:4] for r in ROWS))
    ).replace("Council Mandate</td><td></td>", "Council Mandate</td><td>Draft Agreement</td>")
    path.write_text(f"<html><table>{rows}</table></html>")
    assert ingest(read(path), ABOUT).layer == "Council Mandate"


@pytest.mark.parametrize(
    ("layer", "convention", "rows", "why"),
    [
        pytest.param("Senate", "", ROWS, "no column 'Senate'; the columns are 'Commission", id="unknown column"),
        pytest.param("Draft Agreement", "", [(*r[:4], "") for r in ROWS], "column 'Draft Agreement' is empty", id="empty column"),
        pytest.param("", "eu-trilogue", [("1", "b")], "no table with columns", id="no such table"),
    ],
)  # fmt: skip
def test_refused(
    tmp_path: Path, layer: str, convention: str, rows: list[tuple[str, ...]], why: str
) -> None:
    head = () if convention else (HEAD,)
    table = "".join(
        "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in (*head, *rows)
    )
    path = tmp_path / "table.html"
    path.write_text(f"<html><table>{table}</table></html>")
    with pytest.raises(StructureError, match=why):
        ingest(read(path), replace(ABOUT, layer=layer), convention)


def test_an_ordinary_table_is_none(tmp_path: Path) -> None:
    path = tmp_path / "table.html"
    path.write_text("<table><tr><td>Council of lamps</td><td>oil</td></tr></table>")
    assert conventions()["eu-trilogue"].score(read(path)) == 0.0


def test_other_houses_if_the_convention_is_named(tmp_path: Path) -> None:
    """Houses that the convention does not know, when somebody says that this is such a table."""
    head = ("", "First house", "Second house", "Agreed")
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>"
        for row in (head, *((r[0], *r[2:]) for r in ROWS))
    )
    path = tmp_path / "table.html"
    path.write_text(f"<html><table>{rows}</table></html>")
    found = read(path)
    assert conventions()["eu-trilogue"].score(found) == 0.0
    made = ingest(found, replace(ABOUT, layer="second house"), "eu-trilogue")
    assert made.layer == "Second house"
    assert "art_1__para_1: 1. | Each keeper may have oil." in outline(made)
