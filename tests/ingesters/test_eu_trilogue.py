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
from tracker.model import Draft
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


# Several tables, and what stands beside them. In each test a layer is read, and what it must hold
# and must not hold is told word by word: a misattributed word is the worst error of all.

HOUSES = ("", "Commission Proposal", "EP Mandate", "Council Mandate")
SWAPPED = ("", "Council Mandate", "Commission Proposal", "EP Mandate")
ONE = (("1", "Article 1", "Article 1", "Article 1"), ("2", "Com one", "Ep one", "Cou one"))
TWO = (("3", "Article 2", "Article 2", "Article 2"), ("4", "Cou two", "Com two", "Ep two"))
GOING_ON = (("3", "Article 2", "Article 2", "Article 2"), ("4", "Com two", "Ep two", "Cou two"))
LATER = (("5", "Article 3", "Article 3", "Article 3"), ("6", "Com 3", "Ep 3", "Cou 3"))
FRENCH = ("", "Proposition de la Commission", "Mandat du PE", "Orientation générale du Conseil")
SPANISH = (
    "",
    "Posición del Consejo",
    "Posición del Parlamento Europeo",
    "Propuesta de la Comisión",
)


def _table(*rows: tuple[str, ...]) -> str:
    def row(cells: tuple[str, ...]) -> str:
        return "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in cells) + "</tr>"

    return "<table>" + "".join(map(row, rows)) + "</table>"


def _whole_row(text: str) -> str:
    return f'<tr><td colspan="4">{text}</td></tr></table>'


def _drafted(tmp_path: Path, body: str, layer: str = "") -> Draft:
    path = tmp_path / "tables.html"
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    made = ingest(read(path), replace(ABOUT, layer=layer), "eu-trilogue")
    check_traced(made)
    assert left_over(made) == ""
    return made


PRICES = _table(("Substance", "Limit", "Unit"), ("Tar", "5", "mg"))
LOST_CELLS = (
    "cells without a title above them are in no column (lines: {}, the first on page 1); "
    "compare them with the table"
)


@pytest.mark.parametrize("layer", ["Commission Proposal", "EP Mandate", "Council Mandate"])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_table(HOUSES, *ONE) + _table(SWAPPED, *TWO), id="a table in another order"),
        pytest.param(_table(HOUSES, *ONE, SWAPPED, *TWO), id="a head that returns in another order"),
        pytest.param(
            _table(HOUSES, *ONE) + _table(("", "Council general approach", *SWAPPED[2:]), *TWO),
            id="a head that calls the Council's column otherwise",
        ),
        pytest.param(_table(HOUSES, *ONE) + _table(*GOING_ON), id="a table that goes on"),
        pytest.param(
            _table(HOUSES, *ONE, *GOING_ON), id="one table"
        ),
        pytest.param(
            _table(("1", "lamp", "oil", "wick")) + _table(HOUSES, *ONE, *GOING_ON),
            id="another table in front",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + _table(("CEP", "a club")) + _table(*GOING_ON),
            id="another table between",
        ),
        pytest.param(
            _table(HOUSES, *ONE, *GOING_ON) + _table(("1", "lamp", "oil", "wick")),
            id="a table that counts from 1 again",
        ),
        pytest.param(
            _table(HOUSES, *ONE, *GOING_ON) + _table(("5", "a", "b", "c", "d")),
            id="a table with more columns",
        ),
        pytest.param(
            _table(HOUSES, *ONE, *GOING_ON) + _table(*(("lamp", "oil", "wick", "x"),) * 3),
            id="a table without row numbers",
        ),
    ],
)  # fmt: skip
def test_each_word_is_its_institutions(tmp_path: Path, body: str, layer: str) -> None:
    who = {"Commission Proposal": "Com", "EP Mandate": "Ep", "Council Mandate": "Cou"}[layer]
    made = _drafted(tmp_path, body, layer)
    assert outline(made) == [f"art_1: Article 1 | {who} one", f"art_2: Article 2 | {who} two"]
    assert EuTrilogue().layers(read(tmp_path / "tables.html")) == HOUSES[1:]


@pytest.mark.parametrize(
    ("body", "kept", "warning"),
    [
        pytest.param(
            "<p>A file on lamps</p>" + _table(("CEP", "a club")) + _table(HOUSES, *ONE),
            [("cover", "A file on lamps"), ("cover", "CEP"), ("cover", "a club")],
            "",
            id="before",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + "<p>Talks of May</p>" + _table(HOUSES, *GOING_ON) + "<p>End</p>",
            [("outside-table", "Talks of May"), ("outside-table", "End")],
            "text outside the tables is in no column (lines: 2, the first on page 1)",
            id="between and after",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + _table(("CEP", "a club")),
            [("unplaced", "CEP"), ("unplaced", "a club")],
            "cells without a title above them are in no column (lines: 2, the first on page 1); "
            "compare them with the table",
            id="a table of something else",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + _table(("Rows of May", ""), HOUSES, *GOING_ON),
            [("outside-table", "Rows of May")],
            "text outside the tables is in no column (lines: 1, the first on page 1)",
            id="above a head",
        ),
        pytest.param(
            _table(HOUSES[1:], *(row[1:] for row in ONE)) + "<p>Prices in force</p>" + PRICES,
            [
                ("outside-table", "Prices in force"),
                *(("unplaced", word) for word in ("Substance", "Limit", "Tar", "5")),
            ],
            LOST_CELLS.format(6),
            id="a table of prices, where no table numbers its rows",
        ),
        pytest.param(
            _table(HOUSES[1:], *(row[1:] for row in ONE)) + _table(*(row[1:] for row in GOING_ON)),
            [("unplaced", word) for word in ("Com two", "Ep two", "Cou two")],
            LOST_CELLS.format(6),
            id="a table that may go on, where no table numbers its rows",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + "<p>Prices in force</p>" + _table(*GOING_ON) + _table(*LATER),
            [
                ("outside-table", "Prices in force"),
                *(("unplaced", f"{who} {n}") for n in ("two", "3") for who in ("Com", "Ep", "Cou")),
            ],
            LOST_CELLS.format(16),
            id="tables that count on below a paragraph",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + _table(("9", "oil", "5", "mg"), ("3", "tar", "6", "kg")),
            [("unplaced", word) for word in ("oil", "5", "mg", "tar", "6", "kg")],
            LOST_CELLS.format(8),
            id="a table whose numbers fall",
        ),
        pytest.param(
            _table(HOUSES, *((*row, "nobody") for row in ONE)),
            [("unplaced", "nobody"), ("unplaced", "nobody")],
            "cells without a title above them are in no column (lines: 2, the first on page 1); "
            "compare them with the table",
            id="a column without a title",
        ),
    ],
)  # fmt: skip
def test_what_is_no_institutions(
    tmp_path: Path, body: str, kept: list[tuple[str, str]], warning: str
) -> None:
    made = _drafted(tmp_path, body, "EP Mandate")
    words = " ".join(outline(made))
    assert [one for one in furniture(made) if one in kept] == kept
    assert not any(text in words for _, text in kept)
    told = [one for one in made.warnings if "column" in one]
    assert warning in told if warning else told == []


@pytest.mark.parametrize("layer", HOUSES[1:])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            _table(HOUSES, *ONE).replace("</table>", _whole_row("CHAPTER II"))
            + _table(*GOING_ON),
            "chp_II: CHAPTER II",
            id="a row in one cell",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + "<p>CHAPTER II</p><p>Wicks</p>" + _table(*GOING_ON),
            "chp_II: CHAPTER II | Wicks",
            id="a chapter between the tables",
        ),
        pytest.param(
            "<p>Lamps</p><p>CHAPTER II</p><p>Wicks</p>" + _table(HOUSES, *ONE, *GOING_ON),
            "chp_II: CHAPTER II | Wicks",
            id="a chapter above the table",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + "<p>Note of May</p><p>Done at Lampton, in May.</p>",
            "conclusions: Done at Lampton, in May.",
            id="the closing formula",
        ),
        pytest.param(
            _table(HOUSES, *ONE) + "<p>ANNEX</p><p>List of lamps</p><p>A lamp burns.</p>",
            "att_annex__para_nn_1: A lamp burns.",
            id="an annex",
        ),
    ],
)  # fmt: skip
def test_what_all_columns_share(tmp_path: Path, layer: str, body: str, expected: str) -> None:
    made = _drafted(tmp_path, body, layer)
    assert expected in outline(made)
    assert not any("Note of May" in line for line in outline(made))


@pytest.mark.parametrize(
    ("head", "layer", "who"),
    [
        pytest.param(FRENCH, "mandat du pe", "Ep", id="French"),
        pytest.param(FRENCH, "Orientation générale du Conseil", "Cou", id="French, Council"),
        pytest.param(SPANISH, "Propuesta de la Comisión", "Cou", id="Spanish, another order"),
    ],
)
def test_heads_in_other_languages(
    tmp_path: Path, head: tuple[str, ...], layer: str, who: str
) -> None:
    body = _table(head, *ONE)
    made = _drafted(tmp_path, body, layer)
    assert conventions()["eu-trilogue"].score(read(tmp_path / "tables.html")) == 0.9
    assert outline(made) == [f"art_1: Article 1 | {who} one"]


def test_rows_that_speak_of_three_institutions_are_no_head(tmp_path: Path) -> None:
    row = ("3", "1. Council shall act", "1. Commission shall act", "1. Parliament shall act")
    named = ("4", "Council", "Commission", "Parliament")
    body = _table(HOUSES, *ONE, row, named, ("", *row[1:]))
    words = "\n".join(outline(_drafted(tmp_path, body, "Commission Proposal")))
    assert words.count("Council") == 3
    assert "Parliament" not in words


def test_two_columns_of_one_institution_and_comments(tmp_path: Path) -> None:
    head = (*HOUSES, "Council revised mandate", "Comments")
    rows = [
        (*row, row[3].replace("Cou", "New"), "Nobody has agreed on this, and all talk")
        for row in ONE
    ]
    body = _table(head, *rows)
    made = _drafted(tmp_path, body)
    assert EuTrilogue().layers(read(tmp_path / "tables.html")) == head[1:]
    assert (made.layer, outline(made)) == (
        "Council revised mandate",
        ["art_1: Article 1 | New one"],
    )
    assert outline(_drafted(tmp_path, body, "Council Mandate")) == ["art_1: Article 1 | Cou one"]


def test_a_table_in_a_cell_is_that_cells(tmp_path: Path) -> None:
    inner = _table(("1", "lamp"), ("2", "oil"))
    body = _table(HOUSES, *ONE, ("5", "Com", "Ep", "Cou <>")).replace(
        "Cou &lt;&gt;", f"<p>Cou before</p>{inner}<p>Cou after</p>"
    )
    council = " ".join(outline(_drafted(tmp_path, body, "Council Mandate")))
    assert [word in council for word in ("Cou before", "lamp", "oil", "Cou after")] == [True] * 4
    for layer in ("Commission Proposal", "EP Mandate"):
        assert "lamp" not in " ".join(outline(_drafted(tmp_path, body, layer)))
