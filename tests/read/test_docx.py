"""Word: paragraphs, numbers as printed, notes, tables, fields; nothing lost, nothing twice."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.read import files
from tracker.errors import ReadError
from tracker.read.docx import read_docx
from tracker.read.lines import Line
from tracker.read.xml import parse_xml

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def lines_of(data: bytes) -> tuple[Line, ...]:
    """The lines of a Word file, their places checked."""
    pages, lines, _ = read_docx(data, "a.docx")
    for line in lines:
        assert pages[0][line.start : line.start + len(line.text)] == line.text
        assert "".join(line.text[run.start : run.end] for run in line.runs) == line.text
    return lines


def _lines(body: str, **parts: str) -> tuple[Line, ...]:
    return lines_of(files.docx(body, **parts))


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


def _list(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def _use(num: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


LISTS = (
    _list(
        0,
        _level(0, "decimal", "Article %1"),
        _level(1, "decimal", "%1.%2."),
        _level(2, "lowerLetter", "(%3)"),
    )
    + _list(1, _level(0, "upperRoman", "%1."), _level(1, "bullet", "\uf0b7"))
    + _list(
        2,
        _level(0, "upperRoman", "Article %1."),
        _level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
        _level(2, "lowerLetter", "(%3)", '<w:lvlRestart w:val="0"/>'),
        _level(3, "bullet", "–"),
        _level(4, "lowerRoman", "(%5)", '<w:suff w:val="nothing"/>'),
    )
    + _use(1, 0)
    + _use(2, 1)
    + _use(
        3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    )
    + _use(4, 2)
    + _use(5, 0, f'<w:lvlOverride w:ilvl="0">{_level(0, "russianLower", "%1)")}</w:lvlOverride>')
)  # fmt: skip

PARAGRAPHS: dict[str, tuple[str, list[str]]] = {
    "tabs and breaks": (
        "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Each</w:t><w:br/><w:t>Party</w:t></w:r></w:p>",
        ["1. Each", "Party"],
    ),
    "inside content controls, links, smart tags": (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>"
        "<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>c</w:t>"
        "</w:r></w:sdtContent></w:sdt><w:customXml><w:r><w:t>d</w:t></w:r></w:customXml></w:p>"
        "</w:sdtContent></w:sdt>",
        ["abcd"],
    ),
    "a field shows its result, not its code": (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>4</w:t></w:r></w:p>",
        ["4"],
    ),
    "a field in the code of another": (
        '<w:p><w:r><w:t>see </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText>'
        '<w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>hidden</w:t><w:fldChar w:fldCharType="end"/>'
        '<w:fldChar w:fldCharType="separate"/><w:t>article 4</w:t>'
        '<w:fldChar w:fldCharType="end"/><w:t> below</w:t></w:r></w:p>',
        ["see article 4 below"],
    ),
    "a field that never ends hides nothing": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText></w:r></w:p>'
        + "<w:p><w:r><w:t>Each Party</w:t></w:r></w:p>",
        ["Each Party"],
    ),
    "a simple field": (
        '<w:p><w:fldSimple w:instr="REF y"><w:r><w:t>article 9</w:t></w:r></w:fldSimple></w:p>',
        ["article 9"],
    ),
    "a text box once": (
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>"
        "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["before", "box"],
    ),
    "a text box of older files": (
        f"<w:p><w:r><w:t>be</w:t><w:pict {VML}><v:shape><v:textbox><w:txbxContent>{_p('box')}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>fore</w:t></w:r></w:p>",
        ["before", "box"],
    ),
    "hyphens": (
        "<w:p><w:r><w:t>Co</w:t><w:noBreakHyphen/><w:t>Chair, cy</w:t><w:softHyphen/>"
        "<w:t>ber</w:t></w:r></w:p>",
        ["Co-Chair, cyber"],
    ),
    "symbols": (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Symbol" w:char="F0B0"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="00A7"/></w:r></w:p>',
        ["α°•§"],
    ),
    "equation": (
        f"<w:p><w:r><w:t>not more than </w:t></w:r><m:oMath {MATH}><m:f><m:num><m:r><m:t>2</m:t>"
        "</m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f><m:r><m:t> n</m:t></m:r>"
        "</m:oMath></w:p>",
        ["not more than 2/3 n"],
    ),
    "ruby without its reading aid": (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>条約</w:t>"
        "</w:r></w:rubyBase></w:ruby></w:r></w:p>",
        ["条約"],
    ),
    "page and section breaks": (
        "<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr><w:r><w:t>one</w:t>"
        "<w:lastRenderedPageBreak/><w:t> two</w:t></w:r></w:p><w:sectPr/>",
        ["one two"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert [line.text for line in _lines(body)] == expected


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_strict_open_xml_is_read_alike(body: str, expected: list[str]) -> None:
    assert [line.text for line in lines_of(files.strict(body))] == expected


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
    "level overridden": (_p("a", _num(5)) + _p("b", _num(5)), ["а) a", "б) b"]),
    "a symbol for a bullet": (_p("a", _num(2, 1)), ["• a"]),
    "a dash for a bullet": (_p("a", _num(4, 3)), ["– a"]),
    "number taken away": (_p("a", _num(0)), ["a"]),
    "list that is not there": (_p("a", _num(9)), ["a"]),
    "an empty paragraph counts": (
        _p("a", _num(1)) + _p("", _num(1)) + _p("b", _num(1)),
        ["Article 1 a", "Article 3 b"],
    ),
    "legal numbers": (
        _p("A", _num(4)) + _p("B", _num(4)) + _p("c", _num(4, 1)),
        ["Article I. A", "Article II. B", "Section 2.01 c"],
    ),
    "a level that never restarts": (
        _p("A", _num(4)) + _p("b", _num(4, 2)) + _p("C", _num(4)) + _p("d", _num(4, 2)),
        ["Article I. A", "(a) b", "Article II. C", "(b) d"],
    ),
    "nothing between number and text": (_p("a", _num(4, 4)), ["(i)a"]),
    "a change of numbers only shows the old one too": (
        _p("a", _num(1) + "<w:pPrChange><w:pPr>" + _num(2) + "</w:pPr></w:pPrChange>"),
        ["I. Article 1 a"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers(body: str, expected: list[str]) -> None:
    assert [line.text for line in _lines(body, numbering=LISTS)] == expected
    strict = lines_of(files.strict(body, numbering=LISTS))
    assert [line.text for line in strict] == expected


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


def test_the_level_that_names_the_style() -> None:
    lists = _list(0, _level(0, "decimal", "%1."), _level(1, "lowerLetter", "(%2)",
                  '<w:pStyle w:val="Point"/><w:pPr><w:ind w:left="1224"/></w:pPr>'))  # fmt: skip
    style = (
        '<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = _p("a", '<w:pStyle w:val="Point"/>') + _p("b", '<w:pStyle w:val="Point"/>')
    lines = _lines(body, numbering=lists + _use(1, 0), styles=style)
    assert [(line.text, line.left) for line in lines] == [("(a) a", 0.1), ("(b) b", 0.1)]


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


NOTE = (
    '<w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>See above.</w:t></w:r>'
    "</w:p><w:p><w:r><w:t>And below.</w:t></w:r></w:p></w:footnote>"
)


def test_cells_notes_headers() -> None:
    body = (
        "<w:p><w:r><w:t>Convention</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" + _p("cell") + "</w:tc></w:tr></w:tbl>"
    )
    lines = _lines(body, footnotes=NOTE, header=_p("Draft 2"), footer=_p("Page"))
    assert [(line.text, line.region) for line in lines] == [
        ("Draft 2", "header"),
        ("Convention1", ""),
        ("1 See above.", "footnote"),
        ("And below.", "footnote"),
        ("cell", "table"),
        ("Page", "footer"),
    ]
    assert [run.raised for run in lines[1].runs] == [False, True]
    assert all(line.block for line in lines)


def test_forms_of_notes() -> None:
    end = '<w:endnote w:id="5"><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote>'
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    own = (
        "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='2'/><w:t>b</w:t>"
        "<w:endnoteReference w:id='5'/></w:r><w:r><w:t>c</w:t>"
        "<w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>*</w:t></w:r></w:p>"
    )
    lines = _lines(own, footnotes=NOTE, endnotes=end, settings=settings)
    assert [line.text for line in lines] == [
        "acbic*",
        "c See above.",
        "And below.",
        "i At the end.",
    ]


def test_a_note_named_again_prints_its_number() -> None:
    call = "<w:footnoteReference w:id='2'/>"
    body = f"<w:p><w:r><w:t>a</w:t>{call}<w:t>b</w:t>{call}</w:r></w:p>"
    lines = _lines(body + body, footnotes=NOTE)
    assert [line.text for line in lines] == ["a1b1", "1 See above.", "And below.", "a1b1"]


def test_a_note_that_is_hidden_first_is_read_where_it_shows() -> None:
    call = "<w:footnoteReference w:id='2'/>"
    body = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr>{call}</w:r><w:r><w:t>a</w:t>{call}</w:r></w:p>"
    assert [line.text for line in _lines(body, footnotes=NOTE)] == [
        "a1",
        "1 See above.",
        "And below.",
    ]


def test_a_comment_on_a_note() -> None:
    note = (
        '<w:footnote w:id="2"><w:p><w:r><w:t>See above.</w:t><w:commentReference w:id="3"/></w:r>'
        "</w:p></w:footnote>"
    )
    said = f'<w:comment w:id="3">{_p("Where?")}</w:comment>'
    body = "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    lines = _lines(body, footnotes=note, comments=said)
    assert [line.text for line in lines] == ["a1", "1 See above.", "Where?"]


def test_many_calls_of_one_long_note() -> None:
    note = f'<w:footnote w:id="2">{_p("Lamps burn. " * 5_000)}</w:footnote>'
    call = "<w:footnoteReference w:id='2'/>"
    lines = _lines(f"<w:p><w:r><w:t>a</w:t>{call * 5_000}</w:r></w:p>", footnotes=note)
    assert [len(line.text) for line in lines] == [5_001, 60_001]


def test_many_relations_to_one_header(monkeypatch: pytest.MonkeyPatch) -> None:
    members = files.docx_members(_p("a"), header=_p("Draft 2"))
    name = "word/_rels/document.xml.rels"
    head, relation, tail = str(members[name]).partition('<Relationship Id="r0"')
    one = (relation + tail).removesuffix("</Relationships>")
    many = "".join(one.replace('"r0"', f'"r{n}"') for n in range(5_000))
    members[name] = head + many + "</Relationships>"
    parsed: list[str] = []

    def noted(raw: bytes, part: str) -> etree._Element:
        parsed.append(part)
        return parse_xml(raw, part)

    monkeypatch.setattr("tracker.read.docx_package.parse_xml", noted)
    assert [line.text for line in lines_of(files.archive(members))] == ["Draft 2", "a"]
    assert sum("header" in part for part in parsed) == 1


def test_levels_past_the_ninth_are_not_read() -> None:
    deep = "".join(_level(n, "decimal", "%1!") for n in (*range(9, 3_000), -1))
    lists = _list(0, _level(0, "decimal", "%1."), deep) + _use(1, 0)
    body = _p("a", _num(1)) + _p("b", _num(1, 9)) + _p("c", _num(1, 2_000)) + _p("d", _num(1))
    assert [line.text for line in _lines(body, numbering=lists)] == ["1. a", "b", "c", "2. d"]


def test_styles_in_a_ring() -> None:
    style = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>'
        f'<w:basedOn w:val="{base}"/><w:rPr><w:{form}/></w:rPr></w:style>'
        for key, base, form in (("A", "B", "b"), ("B", "A", "i"))
    )
    (line,) = _lines(_p("a", '<w:pStyle w:val="A"/>'), styles=style)
    assert (line.style, line.bold, line.italic) == ("A", True, True)


def test_comments_stand_apart_with_their_author() -> None:
    said = (
        f'<w:comment w:id="3" w:author="Delegate of Ruritania" w:date="2031-05-06T07:08:00Z">'
        f"{_p('We cannot live with this.')}</w:comment>"
    )
    body = (
        "<w:p><w:commentRangeStart w:id='3'/><w:r><w:t>Each Party shall report.</w:t></w:r>"
        "<w:commentRangeEnd w:id='3'/><w:r><w:commentReference w:id='3'/></w:r></w:p>"
    )
    text, comment = _lines(body, comments=said)
    assert (text.text, text.region) == ("Each Party shall report.", "")
    assert (comment.text, comment.region) == ("We cannot live with this.", "comment")
    (run,) = comment.runs
    assert (run.by, run.date) == ("Delegate of Ruritania", "2031-05-06T07:08:00Z")


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_p(text)}</w:tc>"


def test_cells_have_their_place_in_the_grid() -> None:
    inner = f"<w:tbl><w:tr>{_cell('inner')}</w:tr></w:tbl>"
    wide = _cell("wide", '<w:gridSpan w:val="2"/>')
    tall = _cell("tall", '<w:vMerge w:val="restart"/>')
    body = (
        f"<w:tbl><w:tr>{wide}{_cell('c')}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{_cell("b")}'
        f"<w:sdt><w:sdtContent>{tall}</w:sdtContent></w:sdt></w:tr>"
        f"<w:tr><w:tc>{inner}{_p('after')}</w:tc>{_cell('b')}"
        f"{_cell('', '<w:vMerge/>')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{_cell('next')}</w:tr></w:tbl>"
    )
    assert [(line.text, line.cell) for line in _lines(body)] == [
        ("wide", (0, 0, 0)),
        ("c", (0, 0, 2)),
        ("b", (0, 1, 1)),
        ("tall", (0, 1, 2)),
        ("inner", (1, 0, 0)),
        ("after", (0, 2, 0)),
        ("b", (0, 2, 1)),
        ("next", (2, 0, 0)),
    ]


HIDDEN = {
    "run": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not for print</w:t></w:r>",
    "run by its style": '<w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>not for print</w:t></w:r>',
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_text_is_left_out_and_said(hidden: str) -> None:
    style = (
        '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/>'
        "</w:rPr></w:style>"
    )
    body = f"<w:p><w:r><w:t>a</w:t></w:r>{hidden}</w:p>"
    pages, _, warnings = read_docx(files.docx(body, styles=style), "a.docx")
    assert pages == ("a",)
    (warning,) = warnings
    assert "hidden text was left out (3 words" in warning
    assert "not for print" in warning


def test_what_is_shown_in_spite_of_its_style_is_no_hidden_text() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/>'
        "</w:rPr></w:style>"
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr>'
        "<w:t>shown</w:t></w:r></w:p>"
    )
    pages, _, warnings = read_docx(files.docx(body, styles=style), "a.docx")
    assert (pages, warnings) == (("shown",), ())


def test_embedded_document_is_refused() -> None:
    body = _p("before") + '<w:altChunk xmlns:r="x" r:id="r1"/>'
    with pytest.raises(ReadError, match=r"^a\.docx: an embedded document \(w:altChunk\)"):
        read_docx(files.docx(body), "a.docx")


def test_drawings_with_words_of_their_own_are_said() -> None:
    members = files.docx_members(_p("a"), diagramData="")
    _, _, warnings = read_docx(files.archive(members), "a.docx")
    assert warnings == ("1 × SmartArt drawing: its words are not read",)
