"""Tracked changes of Word and OpenDocument: every word once, in the text it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read import files
from tracker.ingesters.layers import Side, side
from tracker.read import read
from tracker.read.docx import read_docx
from tracker.read.lines import Line
from tracker.read.odt import read_odt

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
    """The runs of each line: text and change."""
    return [[(x.text[run.start : run.end], run.change) for run in x.runs] for x in lines]


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
        [[("Each Party", ""), (" ", "deleted"), ("shall report.", "")], [("Next.", "")]],
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
    "the last paragraph of a cell cannot join": (
        f"<w:tbl><w:tr><w:tc>{_p(_run('one'), mark='deleted')}</w:tc><w:tc>{_p(_run('two'))}"
        "</w:tc></w:tr></w:tbl>",
        [[("one", "")], [("two", "")]],
    ),
    "a row that went, with a word that was new in it": (
        f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{_p(_run('old'), _run(' new', 'inserted'))}"
        f"</w:tc></w:tr><w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc>{_p(_run('added'))}</w:tc>"
        f"<w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr>{_p(_run('cell'))}</w:tc></w:tr></w:tbl>",
        [[("old", "deleted"), (" new", "inserted")], [("added", "inserted")],
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
        [[("1. a", "")], [("2. b", "deleted")], [("2. c", "")]],
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
        [[("1. a", "")], [("2. b", ""), (" ", "deleted"), ("3. ", "deleted"), ("c", "")]],
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
        [[("Parties", ""), (" now. ", "deleted"), ("They ", "deleted"), ("act.", "")]],
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
        [[("1. a", "")], [("2. b", "inserted")], [("3. c", "")]],
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


# The paragraphs of the text before the changes are apart there, one in the text after them.

JOINED: dict[str, tuple[str, bytes, list[str], list[str]]] = {
    "Word: two became one": (
        "a.docx",
        files.docx(_p(_run("Lamps burn."), mark="deleted") + _p(_run("Oil is free."))),
        ["Lamps burn.", "Oil is free."],
        ["Lamps burn.Oil is free."],
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
        ["1. abc"],
    ),
    "Word: a new end that went again was never there": (
        "a.docx",
        files.docx(_p(_run("Lamps ", "inserted"), mark="deleted") + _p(_run("burn."))),
        ["burn."],
        ["Lamps burn."],
    ),
    "OpenDocument: two became one": (
        "a.odt",
        files.odt(_changes(_region("deletion", "d", _t(" now.") + _t("They ")))
                  + _t(f"Parties{POINT}act.")),
        ["Parties now.", "They act."],
        ["Partiesact."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "before", "after"), JOINED.values(), ids=JOINED.keys())
def test_paragraphs_that_became_one(
    tmp_path: Path, name: str, data: bytes, before: list[str], after: list[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    texts: dict[Side, list[str]] = {"before": before, "after": after}
    for which, wanted in texts.items():
        shown: list[str] = []
        for line in side(reading, which).reading.lines:
            assert reading.pages[0][line.start : line.start + len(line.text)] == line.text
            if line.glued:
                shown[-1] += line.text
            else:
                shown.append(line.text)
        assert shown == wanted


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


def _written(rows: list[list[Piece]], without: Sequence[str]) -> list[str]:
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


@given(paragraphs(CHANGES), st.data())
def test_the_new_text_has_the_paragraphs_of_its_marks(
    rows: list[list[Piece]], data: st.DataObject
) -> None:
    """A paragraph whose mark went is one with the next; a mark that came is the end of one."""
    marks = [data.draw(st.sampled_from(["", "inserted", "deleted"])) for _ in rows]
    rows = [*rows, [("last", "")]]
    marks.append("")
    body = "".join(
        _p(*(_run(*piece) for piece in row), mark=mark)
        for row, mark in zip(rows, marks, strict=True)
    )
    lines = _lines(files.docx(body))
    wanted = ""
    for row, mark in zip(rows, marks, strict=True):
        wanted += "".join(text for text, change in row if change not in GONE)
        wanted += "" if mark == "deleted" else "\n"
    expected = [line.split() for line in wanted.splitlines() if line.split()]
    assert [text.split() for text in version(lines, GONE)] == expected
