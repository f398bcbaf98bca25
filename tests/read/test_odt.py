"""OpenDocument: paragraphs, lists, notes, tracked changes."""

from __future__ import annotations

import pytest

from tests.read import files
from tracker.read.lines import Line
from tracker.read.odt import read_odt


def _lines(body: str, automatic: str = "", template: str = "") -> tuple[Line, ...]:
    pages, lines = read_odt(files.odt(body, automatic, template), "a.odt")
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
)

CASES: dict[str, tuple[str, list[str]]] = {
    "white space elements": (
        _p('Each<text:s text:c="3"/>Party<text:tab/>acts<text:line-break/>here'),
        ["Each Party acts", "here"],
    ),
    "fields show what they show": (
        _p('No. <text:sequence>4</text:sequence> of <text:reference-ref>2</text:reference-ref>'
           '<text:hidden-text text:string-value="P7">no</text:hidden-text>'),
        ["No. 4 of 2"],
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
    "comment left out": (_p(f"a<office:annotation>{_p('no')}</office:annotation>b"), ["ab"]),
    "hidden section": (
        f'<text:section text:display="none">{_p("no")}</text:section>'
        f"<text:section>{_p('yes')}</text:section>",
        ["yes"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_text(body: str, expected: list[str]) -> None:
    assert [line.text for line in _lines(body, LIST)] == expected


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


def test_tracked_changes_are_kept() -> None:
    body = (
        "<text:tracked-changes>"
        '<text:changed-region text:id="d"><text:deletion>' + _p("may") + "</text:deletion>"
        '</text:changed-region><text:changed-region text:id="i"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
        + _p(
            'Parties <text:change text:change-id="d"/><text:change-start text:change-id="i"/>shall'
            '<text:change-end text:change-id="i"/> act'
        )
    )
    (line,) = _lines(body)
    assert [(line.text[r.start : r.end], r.struck, r.underlined) for r in line.runs] == [
        ("Parties ", False, False),
        ("may", True, False),
        ("shall", False, True),
        (" act", False, False),
    ]


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
