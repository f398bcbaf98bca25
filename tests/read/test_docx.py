"""Word: paragraphs, numbers as printed, tracked changes kept."""

from __future__ import annotations

import pytest

from tests.read import files
from tracker.read.docx import read_docx
from tracker.read.lines import Line


def _lines(body: str, **parts: str) -> tuple[Line, ...]:
    pages, lines = read_docx(files.docx(body, **parts), "a.docx")
    for line in lines:
        assert pages[0][line.start : line.start + len(line.text)] == line.text
        assert "".join(line.text[run.start : run.end] for run in line.runs) == line.text
    return lines


def _p(text: str, properties: str = "") -> str:
    said = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{said}</w:p>"


def _num(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _level(level: int, form: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + _level(0, "decimal", "Article %1")
    + _level(1, "decimal", "%1.%2.")
    + _level(2, "lowerLetter", "(%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "bullet", "•")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)

PARAGRAPHS: dict[str, tuple[str, list[str]]] = {
    "tabs and breaks": (
        "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Each</w:t><w:br/><w:t>Party</w:t></w:r></w:p>",
        ["1. Each", "Party"],
    ),
    "inside content controls, links, smart tags": (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>"
        "<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>c</w:t>"
        "</w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>",
        ["abc"],
    ),
    "a field shows its result, not its code": (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>4</w:t></w:r></w:p>",
        ["4"],
    ),
    "a text box once": (
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>"
        "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["before", "box"],
    ),
    "hidden text": (
        "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r></w:p>",
        ["a"],
    ),
    "hyphens": (
        "<w:p><w:r><w:t>Co</w:t><w:noBreakHyphen/><w:t>Chair, cy</w:t><w:softHyphen/>"
        "<w:t>ber</w:t></w:r></w:p>",
        ["Co-Chair, cyber"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert [line.text for line in _lines(body)] == expected


NUMBERS: dict[str, tuple[str, list[str]]] = {
    "levels restart": (
        _p("A", _num(1)) + _p("b", _num(1, 1)) + _p("c", _num(1, 2)) + _p("d", _num(1, 2))
        + _p("e", _num(1, 1)) + _p("f", _num(1, 2)) + _p("G", _num(1)) + _p("h", _num(1, 1)),
        ["Article 1 A", "1.1. b", "(a) c", "(b) d", "1.2. e", "(a) f", "Article 2 G", "2.1. h"],
    ),
    "two lists count apart": (
        _p("a", _num(1)) + _p("x", _num(2)) + _p("b", _num(1)) + _p("y", _num(2)),
        ["Article 1 a", "I. x", "Article 2 b", "II. y"],
    ),
    "start overridden": (_p("a", _num(1)) + _p("b", _num(3)), ["Article 1 a", "Article 7 b"]),
    "bullets": (_p("a", _num(2, 1)), ["a"]),
    "number taken away": (_p("a", _num(0)), ["a"]),
    "list that is not there": (_p("a", _num(9)), ["a"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers(body: str, expected: list[str]) -> None:
    assert [line.text for line in _lines(body, numbering=LISTS)] == expected


def test_number_from_the_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    )
    body = _p("Use of terms", '<w:pStyle w:val="H1"/>')
    (line,) = _lines(body, numbering=LISTS, styles=style)
    assert line.text == "Article 1 Use of terms"
    assert (line.style, line.bold, line.centred, line.size) == ("Heading 1", True, True, 14.0)


def test_tracked_changes_are_kept() -> None:
    body = (
        "<w:p><w:r><w:t>Parties </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t> act </w:t></w:r>"
        "<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>there</w:t></w:r></w:moveTo></w:p>"
    )
    (line,) = _lines(body)
    assert line.text == "Parties mayshall act herethere"
    marked = [(line.text[r.start : r.end], r.struck, r.underlined) for r in line.runs]
    assert marked == [
        ("Parties ", False, False),
        ("may", True, False),
        ("shall", False, True),
        (" act ", False, False),
        ("here", True, False),
        ("there", False, True),
    ]


def test_looks() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>"
        '<w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t>slanted</w:t></w:r>'
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"
        '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>under</w:t></w:r>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>up</w:t></w:r></w:p>'
    )
    (line,) = _lines(body)
    bold, slanted, struck, under, raised = line.runs
    assert (bold.bold, slanted.bold, slanted.italic) == (True, False, True)
    assert (struck.struck, under.underlined, raised.raised) == (True, True, True)


def test_cells_notes_headers() -> None:
    body = (
        "<w:p><w:r><w:t>Convention</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" + _p("cell") + "</w:tc></w:tr></w:tbl>"
    )
    note = (
        '<w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>See above.</w:t></w:r>'
        "</w:p></w:footnote>"
    )
    lines = _lines(body, footnotes=note, header=_p("Draft 2"), footer=_p("Page"))
    assert [(line.text, line.region) for line in lines] == [
        ("Draft 2", "header"),
        ("Convention1", ""),
        ("1 See above.", "footnote"),
        ("cell", "table"),
        ("Page", "footer"),
    ]
    assert all(line.block for line in lines)
