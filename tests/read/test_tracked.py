"""Tracked changes of Word and OpenDocument: every word once, in the text it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read import files
from tracker.ingesters.layers import Side, offered, side
from tracker.model import Span
from tracker.read import Reading, read
from tracker.read.docx import read_docx
from tracker.read.lines import Line
from tracker.read.odt import read_odt
from tracker.words import tokens

BY, AT = "Delegate of Ruritania", "2031-05-06T07:08:00Z"
WHO = files.TRACKED.format(BY, AT)
GONE = ("deleted", "moved-away")
TAGS = {"inserted": "ins", "deleted": "del", "moved-here": "moveTo", "moved-away": "moveFrom"}

Piece = tuple[str, str]
"""Text, and the change that it is in (`""` for none)."""


def _lines(data: bytes, name: str = "a.docx") -> tuple[Line, ...]:
    pages, lines, warnings = (read_docx if name.endswith("x") else read_odt)(data, name)
    assert warnings == ()
    for line in lines:
        assert pages[0][line.start : line.start + len(line.text)] == line.text
        assert "".join(line.text[run.start : run.end] for run in line.runs) == line.text
    return lines


def told(lines: Sequence[Line]) -> list[list[Piece]]:
    """The runs of each line: text, and change or whose number it is."""
    return [
        [(x.text[run.start : run.end], run.change or run.counted) for run in x.runs] for x in lines
    ]


def version(lines: Sequence[Line], without: Sequence[str]) -> list[str]:
    """The lines without what was changed in some way."""
    kept = [
        "".join(x.text[run.start : run.end] for run in x.runs if run.change not in without)
        for x in lines
    ]
    return [text.strip() for text in kept if text.strip()]


def _run(text: str, change: str = "", form: str = "") -> str:
    tag = "delText" if change in GONE else "t"
    said = f'<w:r><w:rPr>{form}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return f"<w:{TAGS[change]} {WHO}>{said}</w:{TAGS[change]}>" if change else said


def _lb(change: str = "") -> str:
    said = "<w:r><w:br/></w:r>"
    return f"<w:{TAGS[change]} {WHO}>{said}</w:{TAGS[change]}>" if change else said


def _p(*runs: str, mark: str = "", properties: str = "") -> str:
    tracked = f"<w:rPr><w:{TAGS[mark]} {WHO}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{tracked}</w:pPr>{''.join(runs)}</w:p>"


def test_who_changed_what_when() -> None:
    body = _p(
        _run("Parties "), _run("may", "deleted"), _run("shall", "inserted"), _run(" act "),
        _run("here", "moved-away"), _run("there", "moved-here"),
    )  # fmt: skip
    (line,) = _lines(files.docx(body))
    assert [
        (line.text[r.start : r.end], r.change, r.struck, r.underlined, r.by, r.date)
        for r in line.runs
    ] == [
        ("Parties ", "", False, False, "", ""),
        ("may", "deleted", True, False, BY, AT),
        ("shall", "inserted", False, True, BY, AT),
        (" act ", "", False, False, "", ""),
        ("here", "moved-away", True, False, BY, AT),
        ("there", "moved-here", False, True, BY, AT),
    ]


WORD: dict[str, tuple[str, list[list[Piece]]]] = {
    "inserted by one, deleted by another": (
        _p(f"<w:ins {WHO}>{_run('and', 'deleted')}{_run('or', '')}</w:ins>"),
        [[("and", "deleted"), ("or", "inserted")]],
    ),
    "changes of the form alone": (
        _p(_run("shall", form=f"<w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange>")),
        [[("shall", "")]],
    ),
    "a mark of a paragraph that went joins it to the next": (
        _p(_run("Each Party"), mark="deleted") + _p(_run("shall report.")) + _p(_run("Next.")),
        [[("Each Party ", ""), ("shall report.", "")], [("Next.", "")]],
    ),
    "a paragraph that went whole stands alone": (
        _p(_run("Each."), mark="") + _p(_run("Gone.", "deleted"), mark="deleted")
        + _p(_run("Next.")),
        [[("Each.", "")], [("Gone.", "deleted")], [("Next.", "")]],
    ),
    "a new mark cuts a paragraph": (
        _p(_run("Each Party "), mark="inserted") + _p(_run("shall report.")),
        [[("Each Party", "")], [("shall report.", "")]],
    ),
    "a forced break that went, between words that stay": (
        _p(_run("Each"), _lb("deleted"), _run("Party"), _lb(), _run("acts.")),
        [[("Each ", ""), ("Party", "")], [("acts.", "")]],
    ),
    "lines that went whole stand alone": (
        _p(_run("Not", "deleted"), _lb("deleted"), _run("Each."), _lb("moved-away"),
           _run("Gone.", "moved-away")),
        [[("Not", "deleted")], [("Each.", "")], [("Gone.", "moved-away")]],
    ),
    "a forced break that is new": (
        _p(_run("Each "), _lb("inserted"), _run("Party")),
        [[("Each", "")], [("Party", "")]],
    ),
    "the last paragraph of a cell cannot join": (
        f"<w:tbl><w:tr><w:tc>{_p(_run('one'), mark='deleted')}</w:tc><w:tc>{_p(_run('two'))}"
        "</w:tc></w:tr></w:tbl>",
        [[("one", "")], [("two", "")]],
    ),
    "a row that went, with a word that was new in it": (
        f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{_p(_run('old'), _run(' new', 'inserted'))}"
        f"</w:tc></w:tr><w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc>{_p(_run('added'))}</w:tc>"
        f"<w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr>{_p(_run('cell'))}</w:tc></w:tr></w:tbl>",
        [[("old", "deleted"), (" new", "deleted")], [("added", "inserted")],
         [("cell", "deleted")]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), WORD.values(), ids=WORD.keys())
def test_word(body: str, expected: list[list[Piece]]) -> None:
    assert told(_lines(files.docx(body))) == expected


def test_nested_changes_show_both() -> None:
    body = _p(f"<w:ins {WHO}>{_run('and', 'deleted')}</w:ins>")
    ((run,),) = [line.runs for line in _lines(files.docx(body))]
    assert (run.change, run.struck, run.underlined) == ("deleted", True, True)


def test_underline_of_deleted_words_says_that_they_had_been_inserted() -> None:
    plain = _p(_run("and", "deleted", form='<w:u w:val="single"/>'))
    ((run,),) = [line.runs for line in _lines(files.docx(plain))]
    assert (run.change, run.struck, run.underlined) == ("deleted", True, False)
    info = "<office:change-info/>"
    region = (
        f'<text:changed-region text:id="d"><text:deletion>{info}<text:p>and</text:p>'
        f"</text:deletion><text:insertion>{info}</text:insertion></text:changed-region>"
    )
    odt = f"<text:tracked-changes>{region}</text:tracked-changes><text:p>a<text:change "
    odt += 'text:change-id="d"/></text:p>'
    (runs,) = [line.runs for line in _lines(files.odt(odt), "a.odt")]
    assert [(run.change, run.underlined) for run in runs] == [("", False), ("deleted", True)]


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

NUMBERS: dict[str, tuple[str, list[list[Piece]]]] = {
    "of a paragraph that went": (
        _p(_run("a"), properties=ITEM)
        + _p(_run("b", "deleted"), mark="deleted", properties=ITEM)
        + _p(_run("c"), properties=ITEM),
        [[("1. a", "")], [("2. b", "deleted")], [("3. ", "before"), ("2. ", "after"), ("c", "")]],
    ),
    "of a paragraph that is new": (
        _p(_run("a"), mark="inserted", properties=ITEM)
        + _p(_run("b", "inserted"), properties=ITEM)
        + _p(_run("c", "deleted"), mark="deleted", properties=ITEM),
        [[("1. a", "")], [("2. b", "inserted")], [("2. c", "deleted")]],
    ),
    "of two that became one": (
        _p(_run("a"), properties=ITEM)
        + _p(_run("b"), mark="deleted", properties=ITEM)
        + _p(_run("c"), properties=ITEM),
        [[("1. a", "")], [("2. b ", ""), ("3. ", "deleted"), ("c", "")]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers(body: str, expected: list[list[Piece]]) -> None:
    assert told(_lines(files.docx(body, numbering=LIST))) == expected


def _region(kind: str, key: str, gone: str = "") -> str:
    return files.odt_change(kind, key, BY, AT, gone)


def _changes(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def _t(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


POINT = '<text:change text:change-id="d"/>'
START, STOP = '<text:change-start text:change-id="i"/>', '<text:change-end text:change-id="i"/>'

ODT: dict[str, tuple[str, list[list[Piece]]]] = {
    "in one paragraph": (
        _changes(_region("deletion", "d", _t("may")), _region("insertion", "i"))
        + _t(f"Parties {POINT}{START}shall{STOP} act"),
        [[("Parties ", ""), ("may", "deleted"), ("shall", "inserted"), (" act", "")]],
    ),
    "changes of the form alone": (
        _changes(_region("format-change", "i")) + _t(f"Parties {START}shall{STOP} act"),
        [[("Parties shall act", "")]],
    ),
    "a paragraph that went whole": (
        _changes(_region("deletion", "d", _t("Gone.") + _t("")))
        + _t("Before.") + _t(f"{POINT}After."),
        [[("Before.", "")], [("Gone.", "deleted")], [("After.", "")]],
    ),
    "two that went whole, and the start of the next": (
        _changes(_region("deletion", "d", _t("One.") + _t("Two.") + _t("Not ")))
        + _t(f"{POINT}after."),
        [[("One.", "deleted")], [("Two.", "deleted")], [("Not ", "deleted"), ("after.", "")]],
    ),
    "the end of a paragraph joins it to the next": (
        _changes(_region("deletion", "d", _t(" now.") + _t("They "))) + _t(f"Parties{POINT}act."),
        [[("Parties", ""), (" now.", "deleted"), (" ", ""), ("They ", "deleted"), ("act.", "")]],
    ),
    "the last words, and the paragraph after them": (
        _changes(_region("deletion", "d", _t(" now.") + _t("They act."))) + _t(f"Parties{POINT}"),
        [[("Parties", ""), (" now.", "deleted")], [("They act.", "deleted")]],
    ),
    "between paragraphs": (
        _changes(_region("deletion", "d", _t("Gone.")), _region("insertion", "i"))
        + _t("a") + POINT + START + _t("b") + STOP + _t("c"),
        [[("a", "")], [("Gone.", "deleted")], [("b", "inserted")], [("c", "")]],
    ),
    "a new item of a list": (
        _changes(_region("insertion", "i"))
        + '<text:list text:style-name="L"><text:list-item>' + _t("a")
        + f"</text:list-item>{START}<text:list-item>" + _t("b") + f"</text:list-item>{STOP}"
        "<text:list-item>" + _t("c") + "</text:list-item></text:list>",
        [[("1. a", "")], [("2. b", "inserted")], [("2. ", "before"), ("3. ", "after"), ("c", "")]],
    ),
}  # fmt: skip

LEVEL = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/></text:list-style>'
)


@pytest.mark.parametrize(("body", "expected"), ODT.values(), ids=ODT.keys())
def test_opendocument(body: str, expected: list[list[Piece]]) -> None:
    lines = _lines(files.odt(body, LEVEL), "a.odt")
    assert told(lines) == expected
    said = {(run.by, run.date) for line in lines for run in line.runs if run.change}
    assert said <= {(BY, AT)}


def test_deleted_paragraphs_keep_their_style() -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"/>' for name in "ABC"
    )
    gone = _t("One.", "A") + _t("Two.", "B") + _t("", "C")
    body = _changes(_region("deletion", "d", gone)) + _t(f"{POINT}After.", "C")
    template = f"<office:styles>{styles}</office:styles>"
    lines = _lines(files.odt(body, template=template), "a.odt")
    assert [line.style for line in lines] == ["A", "B", "C"]


# Paragraphs that are apart in one of the two texts and one in the other.


def _word(*paragraphs: str) -> bytes:
    return files.docx("".join(paragraphs), numbering=LIST)


def _item(*runs: str, mark: str = "") -> str:
    return _p(*runs, mark=mark, properties=ITEM)


def _listed(*texts: str, more: str = "") -> str:
    items = "".join(f"<text:list-item>{_t(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L" {more}>{items}</text:list>'


def _changed_list(change: str, old: str) -> str:
    return f"<w:p><w:pPr>{ITEM}<w:{change} {WHO}>{old}</w:{change}></w:pPr>{_run('b')}</w:p>"


def _changed_number(change: str) -> str:
    said = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:{change} {WHO}/></w:numPr>'
    return _p(_run("b"), properties=said.replace(f"{change} ", f'{change} w:original="%1:7:2:)" '))


JOINED: dict[str, tuple[str, bytes, list[str], list[str]]] = {
    "Word: two became one": (
        "a.docx",
        files.docx(_p(_run("Lamps burn."), mark="deleted") + _p(_run("Oil is free."))),
        ["Lamps burn.", "Oil is free."],
        ["Lamps burn. Oil is free."],
    ),
    "Word: blanks at the ends": (
        "a.docx",
        files.docx(_p(_run("Lamps burn. "), mark="deleted") + _p(_run(" Oil is free."))),
        ["Lamps burn.", "Oil is free."],
        ["Lamps burn. Oil is free."],
    ),
    "Word: the second begins with new words": (
        "a.docx",
        files.docx(_p(_run("Lamps burn."), mark="deleted")
                   + _p(_run(" and ", "inserted"), _run("oil is free."))),
        ["Lamps burn.", "oil is free."],
        ["Lamps burn. and oil is free."],
    ),
    "Word: the words of the second went": (
        "a.docx",
        files.docx(_p(_run("Lamps burn."), mark="deleted") + _p(_run("Oil is free.", "deleted"))
                   + _p(_run("Wicks are short."))),
        ["Lamps burn.", "Oil is free.", "Wicks are short."],
        ["Lamps burn.", "Wicks are short."],
    ),
    "Word: three became one, with numbers": (
        "a.docx",
        files.docx("".join(_p(_run(word), mark=mark, properties=ITEM)
                           for word, mark in (("a", "deleted"), ("b", "moved-away"), ("c", ""))),
                   numbering=LIST),
        ["1. a", "2. b", "3. c"],
        ["1. a b c"],
    ),
    "Word: a new end that went again was never there": (
        "a.docx",
        files.docx(_p(_run("Lamps ", "inserted"), mark="deleted") + _p(_run("burn."))),
        ["burn."],
        ["Lamps burn."],
    ),
    "Word: three became one, in a script without blanks": (
        "a.docx",
        _word(_p(_run("\u7532\u65b9\u6709\u706f\u3002"), mark="deleted"),
              _p(_run("\u4e59\u65b9\u6709\u6cb9\u3002"), mark="deleted"),
              _p(_run("\u4e19\u65b9\u6709\u82af\u3002"))),
        ["\u7532\u65b9\u6709\u706f\u3002", "\u4e59\u65b9\u6709\u6cb9\u3002",
         "\u4e19\u65b9\u6709\u82af\u3002"],
        ["\u7532\u65b9\u6709\u706f\u3002\u4e59\u65b9\u6709\u6cb9\u3002\u4e19\u65b9\u6709\u82af\u3002"],
    ),
    "Word: words of scripts without blanks went between others": (
        "a.docx",
        _word(_p(_run("lamps"), _run("\u706f", "deleted"), mark="deleted"),
              _p(_run("\u6cb9", "deleted"), _run("burn"))),
        ["lamps\u706f", "\u6cb9burn"],
        ["lamps burn"],
    ),
    "Word: three became one, with blanks": (
        "a.docx",
        _word(_p(_run("Lamps. "), mark="deleted"), _p(_run("Oil. "), mark="deleted"),
              _p(_run("Wicks."))),
        ["Lamps.", "Oil.", "Wicks."],
        ["Lamps. Oil. Wicks."],
    ),
    "Word: a forced break is new": (
        "a.docx",
        _word(_p(_run("The keeper"), _lb("inserted"), _run("shall "), _run("not ", "inserted"),
                 _run("keep"), _lb("moved-here"), _run("lamps."))),
        ["The keeper shall keep lamps."],
        ["The keeper", "shall not keep", "lamps."],
    ),
    "Word: a forced break went": (
        "a.docx",
        _word(_p(_run("The keeper"), _lb("deleted"), _run("(a) ", "deleted"), _run("keeps lamps;"),
                 _lb("moved-away"), _run("and oil."))),
        ["The keeper", "(a) keeps lamps;", "and oil."],
        ["The keeper keeps lamps; and oil."],
    ),
    "Word: a forced break came and went": (
        "a.docx",
        _word(_p(_run("lam"), f"<w:ins {WHO}>{_lb('deleted')}</w:ins>", _run("ps"),
                 _run("x", "inserted"))),
        ["lamps"],
        ["lampsx"],
    ),
    "Word: a forced break stands after an end that is new": (
        "a.docx",
        _word(_p(_run("The keeper"), mark="inserted"), _p(_lb(), _run("(a) keeps lamps;"))),
        ["The keeper", "(a) keeps lamps;"],
        ["The keeper", "(a) keeps lamps;"],
    ),
    "Word: a forced break stands before an end that is new": (
        "a.docx",
        _word(_p(_run("The keeper"), _lb(), mark="inserted"), _p(_run("(a) keeps lamps;"))),
        ["The keeper", "(a) keeps lamps;"],
        ["The keeper", "(a) keeps lamps;"],
    ),
    "Word: a forced break gave way to the end of a paragraph": (
        "a.docx",
        _word(_p(_run("The keeper"), _lb("deleted"), mark="inserted"),
              _p(_run("keeps"), _lb("inserted"), mark="deleted"), _p(_run("lamps;"))),
        ["The keeper", "keeps", "lamps;"],
        ["The keeper", "keeps", "lamps;"],
    ),
    "Word: both texts break, in different places": (
        "a.docx",
        _word(_p(_run("The keeper "), _lb("inserted"), _run("keeps "), _lb("deleted"),
                 _run("lamps "), _lb(), _run("and oil."))),
        ["The keeper keeps", "lamps", "and oil."],
        ["The keeper", "keeps lamps", "and oil."],
    ),
    "OpenDocument: a forced break went, another is new": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _t("<text:line-break/>")),
                           _region("insertion", "i"))
                  + _t(f"The keeper{POINT}keeps{START}<text:line-break/>{STOP}lamps.")),
        ["The keeper", "keeps lamps."],
        ["The keeper keeps", "lamps."],
    ),
    "OpenDocument: two became one": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _t(" now.") + _t("They ")))
                  + _t(f"Parties{POINT}act.")),
        ["Parties now.", "They act."],
        ["Parties act."],
    ),
    "Word: a number goes with its paragraph": (
        "a.docx",
        _word(_item(_run("a")), _item(_run("b", "deleted"), mark="deleted"), _item(_run("c"))),
        ["1. a", "2. b", "3. c"],
        ["1. a", "2. c"],
    ),
    "Word: a number comes with its paragraph": (
        "a.docx",
        _word(_item(_run("a")), _item(_run("b", "inserted"), mark="inserted"), _item(_run("c"))),
        ["1. a", "2. c"],
        ["1. a", "2. b", "3. c"],
    ),
    "Word: a paragraph moved over another": (
        "a.docx",
        _word(_item(_run("a", "moved-away"), mark="moved-away"), _item(_run("b")),
              _item(_run("a", "moved-here"), mark="moved-here"), _item(_run("c"))),
        ["1. a", "2. b", "3. c"],
        ["1. b", "2. a", "3. c"],
    ),
    "Word: one became two": (
        "a.docx",
        _word(_item(_run("a")), _item(_run("b"), mark="inserted"), _item(_run("c")),
              _item(_run("d"))),
        ["1. a", "2. b c", "3. d"],
        ["1. a", "2. b", "3. c", "4. d"],
    ),
    "Word: one became two, with new words between": (
        "a.docx",
        _word(_item(_run("b "), _run("new", "inserted"), mark="inserted"),
              _item(_run("more", "inserted"), mark="inserted"), _item(_run("c"))),
        ["1. b c"],
        ["1. b new", "2. more", "3. c"],
    ),
    "Word: one became two, and the next was joined": (
        "a.docx",
        _word(_item(_run("a"), mark="inserted"), _item(_run("b"), mark="deleted"),
              _item(_run("c"))),
        ["1. a b", "2. c"],
        ["1. a", "2. b c"],
    ),
    "Word: an end that came and went is in neither": (
        "a.docx",
        _word("<w:p><w:pPr><w:rPr><w:ins " + WHO + "/><w:del " + WHO + "/></w:rPr></w:pPr>"
              + _run("lam") + "</w:p>", _p(_run("ps")), _p(_run("x", "inserted"))),
        ["lamps"],
        ["lamps", "x"],
    ),
    "Word: no blank in scripts without": (
        "a.docx",
        _word(_p(_run("\u5404\u56fd"), mark="inserted"), _p(_run("\u4f1a\u9762"), mark="deleted"),
              _p(_run("\u6cb3"))),
        ["\u5404\u56fd\u4f1a\u9762", "\u6cb3"],
        ["\u5404\u56fd", "\u4f1a\u9762\u6cb3"],
    ),
    "Word: a row that went counts only before": (
        "a.docx",
        _word(_item(_run("a")), f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>"
              + _item(_run("b")) + "</w:tc></w:tr><w:tr><w:trPr><w:ins " + WHO
              + "/></w:trPr><w:tc>" + _item(_run("c")) + _item(_run("d"))
              + "</w:tc></w:tr></w:tbl>", _item(_run("e"))),
        ["1. a", "2. b", "3. e"],
        ["1. a", "2. c", "3. d", "4. e"],
    ),
    "Word: a paragraph that was put into a list": (
        "a.docx",
        _word(_item(_run("a")), _changed_list("pPrChange", "<w:pPr/>"), _item(_run("c"))),
        ["1. a", "b", "2. c"],
        ["1. a", "2. b", "3. c"],
    ),
    "Word: a number that was put before a paragraph": (
        "a.docx",
        _word(_item(_run("a")), _changed_number("ins"), _item(_run("c"))),
        ["1. a", "b", "2. c"],
        ["1. a", "2. b", "3. c"],
    ),
    "Word: a number that the file says was another": (
        "a.docx",
        _word(_item(_run("a")), _changed_number("numberingChange")),
        ["1. a", "vii) b"],
        ["1. a", "2. b"],
    ),
    "OpenDocument: a number goes with its paragraph": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _listed("b", "")))
                  + _listed("a", f"{POINT}c"), LEVEL),
        ["1. a", "2. b", "3. c"],
        ["1. a", "2. c"],
    ),
    "OpenDocument: a number comes with its paragraph": (
        "a.odt",
        files.odt(_changes(_region("insertion", "i"))
                  + _listed("a", f"{START}b", f"{STOP}c"), LEVEL),
        ["1. a", "2. c"],
        ["1. a", "2. b", "3. c"],
    ),
    "OpenDocument: two items became one": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _listed("", "")))
                  + _listed(f"a{POINT}b", "c"), LEVEL),
        ["1. a", "2. b", "3. c"],
        ["1. a b", "2. c"],
    ),
    "OpenDocument: an item became two, and a list goes on": (
        "a.odt",
        files.odt(_changes(_region("insertion", "i")) + _listed(f"a{START}", f"{STOP}b") + _t("x")
                  + _listed("c", more='text:continue-numbering="true"'), LEVEL),
        ["1. a b", "x", "2. c"],
        ["1. a", "2. b", "x", "3. c"],
    ),
    "OpenDocument: a note went with its word": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _t(
            'b<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>n</text:p></text:note-body></text:note>")))
                  + _t(f"a {POINT} c")),
        ["a b1 c", "1 n"],
        ["a c"],
    ),
    "OpenDocument: an item that went between two": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _listed("b"))) + _listed("a") + POINT
                  + _listed("c", more='text:continue-numbering="true"'), LEVEL),
        ["1. a", "2. b", "3. c"],
        ["1. a", "2. c"],
    ),
    "OpenDocument: the words of a note are as new as its paragraph": (
        "a.odt",
        files.odt(_changes(_region("insertion", "i")) + _t(f"a{START}") + _t(
            'b<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>n</text:p></text:note-body></text:note>") + _t(f"{STOP}c")),
        ["a c"],
        ["a", "b1", "1 n", "c"],
    ),
}  # fmt: skip


def shown(reading: Reading, which: Side) -> list[str]:
    """The lines of one text, each character of which stands in the source where it is led to."""
    cut = side(reading, which)
    for line in cut.reading.lines:
        assert cut.reading.pages[0][line.start : line.start + len(line.text)] == line.text
        covered = ""
        for span in cut.spans((Span(0, 1, line.start, line.start + len(line.text)),)):
            there = reading.pages[span.page - 1][span.start : span.end]
            assert there == line.text[span.at : span.at + len(there)]
            covered += there
        assert "".join(covered.split()) == "".join(line.text.split())
    return [line.text for line in cut.reading.lines]


@pytest.mark.parametrize(("name", "data", "before", "after"), JOINED.values(), ids=JOINED.keys())
def test_paragraphs_that_became_one(
    tmp_path: Path, name: str, data: bytes, before: list[str], after: list[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    texts: dict[Side, list[str]] = {"before": before, "after": after}
    for which, wanted in texts.items():
        assert shown(reading, which) == wanted


def test_ends_alone_make_two_texts(tmp_path: Path) -> None:
    for mark in ("inserted", "deleted"):
        (tmp_path / "a.docx").write_bytes(_word(_p(_run("a"), mark=mark), _p(_run("b"))))
        assert offered(read(tmp_path / "a.docx")) == ("before", "after")


def test_who_made_a_number_another() -> None:
    """A number that comes with the end above is new by whom the end is; one that is only counted
    on is nobody's change."""
    lines = _lines(_word(_item(_run("a"), mark="inserted"), _item(_run("b")), _item(_run("c"))))
    said = [[(r.change, r.by, r.counted, r.continues) for r in line.runs] for line in lines]
    assert said == [
        [("", "", "", False)],
        [("inserted", BY, "", False), ("", "", "", True)],
        [("", "", "before", False), ("", "", "after", False), ("", "", "", False)],
    ]


# What was written comes back once, whatever was tracked.

CHANGES = ["", "inserted", "deleted", "moved-here", "moved-away"]
BLANKS = st.sampled_from(["{}", " {}", "{} ", " {} "])


@st.composite
def paragraphs(draw: st.DrawFn, changes: Sequence[str]) -> list[list[Piece]]:
    """Paragraphs of pieces, each one word that stands nowhere else, with blanks around it."""
    counted = draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    number = 0
    made: list[list[Piece]] = []
    for count in counted:
        row = []
        for _ in range(count):
            number += 1
            said = draw(BLANKS).format(f"w{number}x")
            row.append((said, draw(st.sampled_from(changes))))
        made.append(row)
    return made


def _docx_of(rows: list[list[Piece]]) -> bytes:
    return files.docx("".join(_p(*(_run(*piece) for piece in row)) for row in rows))


def _odt_of(rows: list[list[Piece]]) -> bytes:
    regions, body = "", ""
    for row in rows:
        said = ""
        for text, change in row:
            key = "c" + text.strip()
            if change == "deleted":
                regions += _region("deletion", key, _t(text))
                said += f'<text:change text:change-id="{key}"/>'
            elif change:
                regions += _region("insertion", key)
                said += (
                    f'<text:change-start text:change-id="{key}"/>{text}'
                    f'<text:change-end text:change-id="{key}"/>'
                )
            else:
                said += text
        body += _t(said)
    return files.odt(_changes(regions) + body)


def _written(rows: list[list[Piece]], without: Sequence[str]) -> list[list[str]]:
    return ["".join(text for text, change in row if change not in without).split() for row in rows]


@pytest.mark.parametrize(
    ("made", "changes", "name"),
    [
        pytest.param(_docx_of, CHANGES, "a.docx", id="Word"),
        pytest.param(_odt_of, ["", "inserted", "deleted"], "a.odt", id="OpenDocument"),
    ],
)
@given(data=st.data())
def test_every_word_comes_back_once(
    made: Callable[[list[list[Piece]]], bytes],
    changes: list[str],
    name: str,
    data: st.DataObject,
) -> None:
    rows = data.draw(paragraphs(changes))
    lines = _lines(made(rows), name)
    found = [(text.strip(), change) for line in told(lines) for text, change in line]
    wanted = [(text.strip(), change) for row in rows for text, change in row]
    assert "".join(text for text, _ in found).replace(" ", "") == "".join(t for t, _ in wanted)
    for word, change in wanted:
        assert [c for text, c in found if word in text] == [change]
    for without in (GONE, ("inserted", "moved-here")):
        kept = [words for words in _written(rows, without) if words]
        assert [text.split() for text in version(lines, without)] == kept


# Both texts have the paragraphs and lines that a person gets who takes over or undoes everything.

CAME = ("inserted", "moved-here")
WORDS = ("w{}x", "w{}x ", " w{}x", "\u7b2c{}", "{}\u6761", "\u5404\u56fd\u3002", "\v", " ")


def _pieces(changes: Sequence[str]) -> st.SearchStrategy[list[list[Piece]]]:
    """Paragraphs of words, of scripts with blanks and without, and of forced breaks."""
    piece = st.tuples(st.sampled_from(WORDS), st.sampled_from(changes))
    return st.lists(st.lists(piece, max_size=5), min_size=1, max_size=5).map(_counted)


def _counted(rows: list[list[Piece]]) -> list[list[Piece]]:
    return [
        [(text.format(100 * r + n), change) for n, (text, change) in enumerate(row)]
        for r, row in enumerate(rows)
    ]


def _texts(
    rows: Sequence[Sequence[Piece]], marks: Sequence[str], without: Sequence[str]
) -> list[list[str]]:
    """The words of each line of one text: what is not in it is a blank where it ended a line, for
    no word ends in another, and else nothing."""
    written = ""
    for row, mark in zip(rows, marks, strict=True):
        for text, change in [*row, ("\v", mark)]:
            there = change not in without
            written += ("\n" if there else " ") if text == "\v" else text * there
    return [tokens(line) for line in written.splitlines() if line.split()]


def _word_of(rows: list[list[Piece]], marks: list[str]) -> bytes:
    return files.docx(
        "".join(
            _p(*(_lb(said) if text == "\v" else _run(text, said) for text, said in row), mark=mark)
            for row, mark in zip(rows, marks, strict=True)
        )
    )


def _odt_with_breaks(rows: list[list[Piece]], _marks: list[str]) -> bytes:
    data, part, number = "", "", 0
    for row in rows:
        part += "<text:p>"
        for text, change in row:
            number += 1
            said = text.replace("\v", "<text:line-break/>")
            said = said.replace(" ", "<text:s/>")
            if change == "deleted":
                data += _region("deletion", f"c{number}", _t(said))
                part += f'<text:change text:change-id="c{number}"/>'
            elif change:
                data += _region("insertion", f"c{number}")
                part += f'<text:change-start text:change-id="c{number}"/>{said}'
                part += f'<text:change-end text:change-id="c{number}"/>'
            else:
                part += said
        part += "</text:p>"
    return files.odt(_changes(data) + part)


ENDS = ["", "inserted", "deleted"]


@pytest.mark.parametrize(
    ("made", "changes", "ends", "name"),
    [
        pytest.param(_word_of, CHANGES, ENDS, "a.docx", id="Word"),
        pytest.param(_odt_with_breaks, ENDS, [""], "a.odt", id="OpenDocument"),
    ],
)
@given(data=st.data())
def test_both_texts_have_the_lines_of_their_ends_and_breaks(
    made: Callable[[list[list[Piece]], list[str]], bytes],
    changes: list[str],
    ends: list[str],
    name: str,
    data: st.DataObject,
) -> None:
    rows = [*data.draw(_pieces(changes)), [("last", "")]]
    marks = [*(data.draw(st.sampled_from(ends)) for _ in rows[1:]), ""]
    pages, lines, _ = (read_docx if name.endswith("x") else read_odt)(made(rows, marks), name)
    reading = Reading(name, name[2:], "0" * 64, 1, pages, lines)
    texts: dict[Side, tuple[str, ...]] = {"before": CAME, "after": GONE}
    for which, without in texts.items():
        assert [tokens(text) for text in shown(reading, which)] == _texts(rows, marks, without)
