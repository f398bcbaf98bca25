"""OpenDocument: paragraphs, lists, notes, tracked changes."""

from __future__ import annotations

import pytest

from tests.read import files
from tracker.read.lines import Line
from tracker.read.odt import read_odt


def _lines(body: str, automatic: str = "", template: str = "") -> tuple[Line, ...]:
    pages, lines, _ = read_odt(files.odt(body, automatic, template), "a.odt")
    for line in lines:
        assert pages[0][line.start : line.start + len(line.text)] == line.text
        assert "".join(line.text[run.start : run.end] for run in line.runs) == line.text
    return lines


def _p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def _item(text: str, extra: str = "") -> str:
    return f"<text:list-item {extra}>{_p(text)}</text:list-item>"


LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>'
    "</text:list-style>"
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="–"/><text:list-level-style-bullet text:level="2" '
    'text:bullet-char="\uf0b7"/></text:list-style>'
)

CASES: dict[str, tuple[str, list[str]]] = {
    "white space elements": (
        _p('Each<text:s text:c="3"/>Party<text:tab/>acts<text:line-break/>here'),
        ["Each Party acts", "here"],
    ),
    "fields show what they show": (
        _p('No. <text:sequence>4</text:sequence> of <text:reference-ref>2</text:reference-ref>'
           '<text:hidden-text text:string-value="P7" text:is-hidden="true"/>'
           '<text:hidden-text text:string-value="P8"> (draft)</text:hidden-text>'),
        ["No. 4 of 2 (draft)"],
    ),
    "list": (
        '<text:list text:style-name="L">' + _item("x") + "<text:list-item>" + _p("y")
        + "<text:list>" + _item("sub") + _item("sub") + "</text:list></text:list-item>"
        + _item("z", 'text:start-value="9"') + "</text:list>",
        ["1. x", "2. y", "(a) sub", "(b) sub", "9. z"],
    ),
    "list that goes on": (
        '<text:list text:style-name="L">' + _item("x") + "</text:list>" + _p("between")
        + '<text:list text:style-name="L" text:continue-numbering="true">' + _item("y")
        + '</text:list><text:list text:style-name="L">' + _item("z") + "</text:list>",
        ["1. x", "between", "2. y", "1. z"],
    ),
    "numbers of all levels": (
        '<text:list text:style-name="L"><text:list-item>' + _p("x") + "<text:list>"
        "<text:list-item>" + _p("y") + "<text:list>" + _item("z")
        + "</text:list></text:list-item></text:list></text:list-item></text:list>",
        ["1. x", "(a) y", "1.a.i z"],
    ),
    "box after its paragraph": (
        _p(f"before<draw:frame><draw:text-box>{_p('box')}</draw:text-box></draw:frame>"),
        ["before", "box"],
    ),
    "box anchored to the page, with a name that is no text": (
        "<draw:frame><svg:title>no</svg:title><draw:text-box>" + _p("box")
        + "</draw:text-box></draw:frame>" + _p("after"),
        ["box", "after"],
    ),
    "shape in a paragraph": (
        _p(f"be<draw:g><draw:custom-shape><svg:desc>no</svg:desc>{_p('shape')}"
           "</draw:custom-shape></draw:g>fore"),
        ["before", "shape"],
    ),
    "fields, links, page breaks": (
        _p('<text:a>see</text:a> <text:bookmark-ref>article 4</text:bookmark-ref>'
           '<text:soft-page-break/><text:conditional-text> here</text:conditional-text>'
           '<text:bookmark-start text:name="x"/>.<text:bookmark-end text:name="x"/>'),
        ["see article 4 here."],
    ),
    "ruby without its reading aid": (
        _p("<text:ruby><text:ruby-base>条約</text:ruby-base><text:ruby-text>kana</text:ruby-text>"
           "</text:ruby>"),
        ["条約"],
    ),
    "number that the file prints itself": (
        '<text:list text:style-name="L"><text:list-item><text:number>Art. 1</text:number>'
        + _p("x") + "</text:list-item>" + _item("y") + "</text:list>",
        ["Art. 1 x", "2. y"],
    ),
    "paragraph with a number of its own": (
        '<text:numbered-paragraph text:list-id="l" text:style-name="L" text:level="2">' + _p("x")
        + '</text:numbered-paragraph><text:numbered-paragraph text:list-id="l" '
        'text:style-name="L" text:level="2">' + _p("y") + "</text:numbered-paragraph>",
        ["(a) x", "(b) y"],
    ),
    "bullets": (
        '<text:list text:style-name="B">' + _item("x") + "<text:list-item>" + _p("y")
        + "<text:list>" + _item("z") + "</text:list></text:list-item></text:list>",
        ["– x", "– y", "• z"],
    ),
    "a second paragraph of an item has no number": (
        '<text:list text:style-name="L"><text:list-item>' + _p("x") + _p("y")
        + "</text:list-item><text:list-header>" + _p("z") + "</text:list-header></text:list>",
        ["1. x", "y", "z"],
    ),
    "a level past the tenth has no number": (
        "".join(
            f'<text:numbered-paragraph text:list-id="l" text:style-name="L" text:level="{level}">'
            f"{_p('x')}</text:numbered-paragraph>"
            for level in (1, 11, 999_999, 1)
        ),
        ["1. x", "x", "x", "2. x"],
    ),
    "section": (f"<text:section>{_p('yes')}</text:section>", ["yes"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_text(body: str, expected: list[str]) -> None:
    assert [line.text for line in _lines(body, LIST)] == expected


def test_levels_past_the_tenth_are_not_read() -> None:
    level = '<text:list-level-style-number text:level="{}" style:num-format="1"/>'
    style = "".join(level.format(n) for n in range(11, 3_000)) + level.format(1)
    deep = f'<text:list-style style:name="D">{style}</text:list-style>'
    body = '<text:list text:style-name="D">' + _item("x") + _item("y") + "</text:list>"
    assert [line.text for line in _lines(body, deep)] == ["1 x", "2 y"]


def test_styles_in_a_ring() -> None:
    style = "".join(
        f'<style:style style:name="{key}" style:family="paragraph" '
        f'style:parent-style-name="{up}"><style:text-properties {said}/></style:style>'
        for key, up, said in (
            ("A", "B", 'fo:font-weight="bold"'),
            ("B", "A", 'fo:font-style="italic"'),
        )
    )
    (line,) = _lines('<text:p text:style-name="A">a</text:p>', style)
    assert (line.bold, line.italic) == (True, True)


def test_many_insertions_that_never_end() -> None:
    regions = "".join(files.odt_change("insertion", f"k{n}") for n in range(3_000))
    opened = "".join(f'<text:change-start text:change-id="k{n}"/>y' for n in range(3_000))
    body = f"<text:tracked-changes>{regions}</text:tracked-changes>{_p('x' + opened)}"
    (line,) = _lines(body)
    assert [(run.start, run.end, run.change) for run in line.runs] == [
        (0, 1, ""),
        (1, 3_001, "inserted"),
    ]


def test_notes_and_cells() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{_p('See above.')}</text:note-body></text:note>"
    )
    cell = f"<table:table><table:table-row><table:table-cell>{_p('cell')}</table:table-cell>"
    body = _p(f"Convention{note} of 2000") + cell + "</table:table-row></table:table>"
    lines = _lines(body)
    assert [(line.text, line.region) for line in lines] == [
        ("Convention1 of 2000", ""),
        ("1 See above.", "footnote"),
        ("cell", "table"),
    ]
    assert [run.raised for run in lines[0].runs] == [False, True, False]


def test_comments_stand_apart_with_their_author() -> None:
    said = (
        "<office:annotation><dc:creator>Delegate of Ruritania</dc:creator>"
        f"<dc:date>2031-05-06T07:08:00</dc:date>{_p('We cannot live with this.')}"
        "</office:annotation>"
    )
    text, comment = _lines(_p(f"Each Party {said}shall report."))
    assert (text.text, text.region) == ("Each Party shall report.", "")
    assert (comment.text, comment.region) == ("We cannot live with this.", "comment")
    (run,) = comment.runs
    assert (run.by, run.date) == ("Delegate of Ruritania", "2031-05-06T07:08:00")


def _cell(text: str, extra: str = "") -> str:
    return f"<table:table-cell {extra}>{_p(text)}</table:table-cell>"


def test_cells_have_their_place_in_the_grid() -> None:
    inner = f"<table:table><table:table-row>{_cell('inner')}</table:table-row></table:table>"
    wide = _cell("wide", 'table:number-columns-spanned="2"')
    repeated = '<table:table-cell table:number-columns-repeated="2"/>'
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{wide}"
        f"<table:covered-table-cell/>{_cell('c')}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{repeated}{_cell('c')}</table:table-row><table:table-row>"
        f"<table:table-cell>{inner}{_p('after')}</table:table-cell></table:table-row>"
        f"</table:table><table:table><table:table-row>{_cell('next')}</table:table-row>"
        "</table:table>"
    )
    assert [(line.text, line.cell, line.region) for line in _lines(body)] == [
        ("wide", (0, 0, 0), "table"),
        ("c", (0, 0, 2), "table"),
        ("c", (0, 1, 2), "table"),
        ("inner", (1, 0, 0), "table"),
        ("after", (0, 2, 0), "table"),
        ("next", (2, 0, 0), "table"),
    ]


HIDDEN: dict[str, str] = {
    "section": f'<text:section text:display="none">{_p("not for print")}</text:section>{_p("a")}',
    "span": _p('a<text:span text:style-name="Gone">not for print</text:span>'),
    "paragraph": _p('<text:hidden-paragraph text:is-hidden="true"/>not for print') + _p("a"),
    "paragraph by its style": '<text:p text:style-name="G">not for print</text:p>' + _p("a"),
    "text of a field": _p(
        'a<text:hidden-text text:is-hidden="true">not for print</text:hidden-text>'
    ),
    "field": _p('a<text:variable-set text:display="none">not for print</text:variable-set>'),
}


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_text_is_left_out_and_said(body: str) -> None:
    gone = "".join(
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties '
        'text:display="none"/></style:style>'
        for name, family in (("Gone", "text"), ("G", "paragraph"))
    )
    pages, _, warnings = read_odt(files.odt(body, gone), "a.odt")
    assert pages == ("a",)
    (warning,) = warnings
    assert "hidden text was left out (3 words" in warning
    assert "not for print" in warning


def test_embedded_formulas_are_said() -> None:
    body = _p("a<draw:frame><draw:object/></draw:frame>")
    pages, _, warnings = read_odt(files.odt(body), "a.odt")
    assert (pages, warnings) == (
        ("a",),
        ("1 × embedded formula or chart: its words are not read",),
    )


def test_styles() -> None:
    template = (
        '<office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" '
        'style:family="paragraph"><style:paragraph-properties fo:text-align="center" '
        'fo:margin-left="2.1cm"/><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/>'
        "</style:style></office:styles>"
    )
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Heading_20_1"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'fo:font-style="italic" style:text-line-through-style="solid"/></style:style>'
    )
    body = (
        '<text:h text:style-name="P1">Use of <text:span text:style-name="T1">terms</text:span>'
        "</text:h>"
    )
    (line,) = _lines(body, automatic, template)
    assert (line.style, line.bold, line.centred, line.left) == ("Heading 1", True, True, 0.1)
    assert [(run.bold, run.italic, run.struck) for run in line.runs] == [
        (True, False, False),
        (True, True, True),
    ]
    assert line.size == 14.0
