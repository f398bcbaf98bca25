"""Two texts in one document: each is read, and the other is kept; all texts are made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingesters.tracing import check_traced, furniture, left_over, outline
from tests.read import files
from tracker.errors import StructureError
from tracker.ingesters import About, choose, ingest, layers_of
from tracker.ingesters.layers import Side, offered, side, with_marks
from tracker.ingesters.walk.blocks import of_group
from tracker.ingesters.walk.numbering import number_at_start
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Span
from tracker.read import Line, Reading, Run, read

ABOUT = About("made-up", "A/1", "2031-02-03")

LOOKS = {
    "": {},
    "s": {"struck": True},
    "u": {"underlined": True},
    "i": {"italic": True},
    "+": {"change": "inserted", "underlined": True, "by": "Aldova", "date": "2031-02-03"},
    "-": {"change": "deleted", "struck": True, "by": "Aldova"},
    ">": {"change": "moved-here", "underlined": True},
    "<": {"change": "moved-away", "struck": True},
}

Pieces = list[tuple[str, str]]


def reading_of(*rows: Pieces, bold: bool = False) -> Reading:
    """Lines of pieces, each with how it looks."""
    page, lines = "", []
    for pieces in rows:
        runs, text = [], ""
        for words, look in pieces:
            runs.append(Run(len(text), len(text) + len(words), **LOOKS[look]))
            text += words
        lines.append(Line(text, 1, len(page), runs=tuple(runs), bold=bold))
        page += text + "\n"
    return Reading("a.docx", "docx", "0" * 64, 1, (page,), tuple(lines))


def woven(lines: Iterable[Line]) -> str:
    lines = list(lines)
    return of_group(lines, Hyphens(lines)).text.text if lines else ""


TEXTS = [
    pytest.param(
        [("Each ", ""), ("Party", "-"), ("State", "+"), (" acts.", "")],
        "Each Party acts.",
        "Each State acts.",
        id="one word for another",
    ),
    pytest.param(
        [("Each ", ""), ("big ", "-"), ("State acts.", "")],
        "Each big State acts.",
        "Each State acts.",
        id="a word taken out, with its blank",
    ),
    pytest.param(
        [("Each", ""), (" big", "-"), (" State", "")],
        "Each big State",
        "Each State",
        id="the blank before it",
    ),
    pytest.param(
        [("in", ""), ("ter", "-"), ("national", "")],
        "international",
        "innational",
        id="inside a word",
    ),
    pytest.param(
        [("non-", ""), ("self-", "-"), ("governing", "")],
        "non-self-governing",
        "non-governing",
        id="after a hyphen that no line end broke",
    ),
    pytest.param(
        [("Gone. ", "-"), ("Each acts.", "")], "Gone. Each acts.", "Each acts.", id="at the start"
    ),
    pytest.param(
        [("A ", ""), ("b", ">"), (" c ", ""), ("b", "<")], "A c b", "A b c", id="words moved"
    ),
    pytest.param(
        [("Each ", ""), ("Party", "s"), ("State", "u"), (" acts.", "")],
        "Each Party acts.",
        "Each State acts.",
        id="struck and underlined",
    ),
    pytest.param(
        [("A ", ""), ("b", "+"), (" c ", "u"), ("d", "s")],
        "A c d",
        "A b c d",
        id="tracked: what is underlined or struck besides is emphasis",
    ),
]


@pytest.mark.parametrize(("pieces", "before", "after"), TEXTS)
def test_each_side(pieces: Pieces, before: str, after: str) -> None:
    reading = reading_of(pieces)
    assert offered(reading) == ("before", "after")
    assert woven(side(reading, "before").reading.lines) == before
    assert woven(side(reading, "after").reading.lines) == after


def test_nothing_shows_a_change() -> None:
    assert offered(reading_of([("Each ", ""), ("Party", "u"), (" acts", "i")])) == ()
    assert offered(reading_of([("Each", ""), (" ", "s"), ("Party", "")])) == ()


def test_underlined_headings_are_no_additions() -> None:
    reading = reading_of([("Article 1", "u")], bold=True)
    text = reading_of([("Each ", "s"), ("All", "u")])
    both = replace(reading, lines=(*reading.lines, *text.lines))
    lines = side(both, "before").reading.lines
    assert [line.text for line in lines] == ["Article 1", "Each"]


def _provides(line: Line, run: Run) -> bool:
    return line.text[run.start : run.end].strip() == "Provided"


def test_italic_says_new_where_asked() -> None:
    reading = reading_of([("Each ", ""), ("lamp", "s"), ("wick", "i"), (" Provided", "i")])
    cut = side(reading, "before", printed="italic", kept=_provides)
    assert woven(cut.reading.lines) == "Each lamp Provided"
    assert woven(side(reading, "after", printed="italic").reading.lines) == "Each wick Provided"


def test_a_side_has_no_look_of_a_change() -> None:
    reading = reading_of([("a ", "-"), ("b", "+")], [("c", "s")])
    sides: tuple[Side, ...] = ("before", "after")
    for which in sides:
        runs = [run for line in side(reading, which).reading.lines for run in line.runs]
        assert not any(run.change or run.by or run.underlined for run in runs)


def test_a_gap_above_lines_that_are_gone_stays() -> None:
    reading = reading_of([("One.", "")], [("Gone.", "-")], [("Two.", "")])
    lines = (reading.lines[0], replace(reading.lines[1], gap=1.0), reading.lines[2])
    kept = side(replace(reading, lines=lines), "after").reading.lines
    assert [(line.text, line.gap) for line in kept] == [("One.", 0.0), ("Two.", 1.0)]


pieces = st.lists(
    st.tuples(st.text(alphabet="ab ", min_size=1, max_size=6), st.sampled_from(sorted(LOOKS))),
    min_size=1,
    max_size=6,
)


@given(st.lists(pieces, min_size=1, max_size=4), st.sampled_from(("before", "after")))
def test_every_character_stays_once(rows: list[Pieces], which: Side) -> None:
    reading = reading_of(*rows)
    cut = side(reading, which)
    page = reading.pages[0]
    held = [(piece.start, piece.text) for piece in cut.furniture]
    for line in cut.reading.lines:
        end = line.start + len(line.text)
        assert cut.reading.pages[0][line.start : end] == line.text
        for span in cut.spans((Span(0, 1, line.start, end),)):
            held.append((span.start, line.text[span.at : span.at + span.end - span.start]))
    places: list[int] = []
    for start, text in held:
        assert page[start : start + len(text)] == text
        places += [start + n for n, c in enumerate(text) if not c.isspace()]
    assert sorted(places) == [n for n, c in enumerate(page) if not c.isspace()]
    for line in cut.reading.lines:
        assert all(0 <= run.start < run.end <= len(line.text) for run in line.runs)


def _change(kind: str, text: str) -> str:
    tag = "delText" if kind == "del" else "t"
    return (
        f'<w:{kind} w:id="1" w:author="Aldova" w:date="2031-02-03T10:00:00Z"><w:r>'
        f'<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r></w:{kind}>'
    )


def _plain(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _tracked(tmp_path: Path) -> Reading:
    body = "".join(
        f"<w:p>{content}</w:p>"
        for content in (
            _plain("Article 1"),
            _plain("1. Each State Party ") + _change("del", "shall") + _change("ins", "may")
            + _plain(" keep a lamp."),
            _change("ins", "2. States Parties tell each other."),
            _plain("Article 2"),
            _plain("States Parties meet."),
        )
    )  # fmt: skip
    path = tmp_path / "tracked.docx"
    path.write_bytes(files.docx(body))
    return read(path)


SIDES = [
    pytest.param("before", ["1. | Each State Party shall keep a lamp."], id="before"),
    pytest.param(
        "after",
        ["1. | Each State Party may keep a lamp.", "2. | States Parties tell each other."],
        id="after",
    ),
]


@pytest.mark.parametrize(("layer", "wanted"), SIDES)
def test_a_treaty_with_tracked_changes(tmp_path: Path, layer: str, wanted: list[str]) -> None:
    reading = _tracked(tmp_path)
    assert layers_of(reading, choose(reading)) == ("before", "after")
    made = ingest(reading, replace(ABOUT, layer=layer))
    check_traced(made)
    assert left_over(made) == ""
    assert (made.convention, made.layer) == ("un-treaty", layer)
    assert made.layer_place == ("before", "after").index(layer) + 1
    rows = [row for row in outline(made) if row.startswith("art_1__")]
    assert [row.partition(": ")[2] for row in rows] == wanted
    assert any(piece.kind == "other-layer" for piece in made.furniture)


def test_without_a_name_the_text_keeps_both(tmp_path: Path) -> None:
    made = ingest(_tracked(tmp_path), ABOUT)
    text = " ".join(p.text for p in made.provisions)
    assert "shall" in text
    assert "may" in text
    assert (made.layer, made.layer_place) == ("", 0)


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StructureError, match="its texts are before and after"):
        ingest(_tracked(tmp_path), replace(ABOUT, layer="as reported"))
    path = tmp_path / "plain.txt"
    path.write_text("Article 1\n\nEach State Party acts.\n", encoding="utf-8")
    with pytest.raises(StructureError, match="it holds one text"):
        ingest(read(path), replace(ABOUT, layer="before"), "un-treaty")


# The texts as a person would get them who undid or took over every change.

RUNS = st.lists(
    st.tuples(
        st.text(alphabet="abC.,-  ", min_size=1, max_size=7), st.sampled_from(["", "+", "-"])
    ),
    min_size=1,
    max_size=7,
)


@given(st.lists(RUNS, min_size=1, max_size=3), st.sampled_from(("before", "after")))
def test_words_are_those_of_rejecting_or_accepting_all(rows: list[Pieces], which: Side) -> None:
    undone = "+" if which == "before" else "-"
    wanted = [
        "".join(words for words, change in row if change != undone).split()
        for row in [*rows, [("end", "+"), ("start", "-")]]
    ]
    cut = side(reading_of(*rows, [("end", "+"), ("start", "-")]), which)
    assert [line.text.split() for line in cut.reading.lines] == [words for words in wanted if words]
    for line in cut.reading.lines:
        assert woven([line]).split() == line.text.split()


RENUMBERED = [
    pytest.param(
        [[("Article ", ""), ("4", "-"), ("2", "+")], [("Scope", "")]],
        {"before": "art_4: Article 4 | Scope", "after": "art_2: Article 2 | Scope"},
        id="a title renumbered",
    ),
    pytest.param(
        [[("Article 2 ", ""), ("– Use", ""), ("d", "-"), ("s", "+"), (" of lamps", "")]],
        {
            "before": "art_2: Article 2 – | Used of lamps",
            "after": "art_2: Article 2 – | Uses of lamps",
        },
        id="a letter in a heading",
    ),
    pytest.param(
        [[("Ar", ""), ("r", "-"), ("ticle", ""), (" 1", "-"), (" ", ""), ("2", "+")]],
        {"after": "art_2: Article 2"},
        id="a title in many pieces",
    ),
]


@pytest.mark.parametrize(("title", "wanted"), RENUMBERED)
def test_titles_that_were_changed(title: list[Pieces], wanted: dict[str, str]) -> None:
    rows: list[Pieces] = [
        [("Article 1", "")],
        [("The lamp", ""), ("s", "-"), (" ", ""), ("old ", "-"), ("burn.", "")],
        *title,
        [("The Parties meet.", "")],
    ]
    reading = reading_of(*rows)
    lines = tuple(replace(line, block=True) for line in reading.lines)
    lamps = {"before": "The lamps old burn.", "after": "The lamp burn."}
    for layer, row in wanted.items():
        made = ingest(replace(reading, lines=lines), replace(ABOUT, layer=layer), "un-treaty")
        check_traced(made)
        assert left_over(made) == ""
        assert outline(made)[1] == f"art_1__para_nn_1: {lamps[layer]}"
        assert outline(made)[2] == row


WITH_MARKS = [
    pytest.param(
        [[("Article ", ""), ("4", "-"), ("2", "+")], [("Scope", "")], [("They act.", "")]],
        ["art_2: Article 2 | Scope", "art_2__para_nn_1: They act."],
        [("other-layer", "4")],
        id="a title renumbered",
    ),
    pytest.param(
        [[("Article ", ""), ("4", "s"), ("2", "u")], [("Scope", "")], [("They act.", "")]],
        ["art_2: Article 2 | Scope", "art_2__para_nn_1: They act."],
        [("other-layer", "4")],
        id="a title renumbered by hand, struck and underlined",
    ),
    pytest.param(
        [[("1.", "-"), ("2.", "+"), (" They act.", "")]],
        ["art_1__para_2: 2. | They act."],
        [("other-layer", "1.")],
        id="a paragraph renumbered",
    ),
    pytest.param(
        [[("(", ""), ("a", "-"), ("b", "+"), (") they act.", "")]],
        ["art_1__point_b: (b) | they act."],
        [("other-layer", "a")],
        id="only the letter of a point",
    ),
    pytest.param(
        [[("1. They act.", "-")], [("2. They rest.", "+")]],
        ["art_1__para_1: 1. | They act.", "art_1__para_2: 2. | They rest."],
        [],
        id="a paragraph for another: both stay",
    ),
    pytest.param(
        [[("1. They ", ""), ("act", "-"), ("rest", "+"), (".", "")]],
        ["art_1__para_1: 1. | They act rest."],
        [],
        id="words after the number are no number",
    ),
    pytest.param(
        [[("1. The old lamp burns.", "-"), ("1. The new lamp shines.", "+")]],
        ["art_1__para_1: 1. | The old lamp burns. 1. The new lamp shines."],
        [],
        id="words for others, with the same number",
    ),
    pytest.param(
        [[("2. Old words stay.", "s"), (" ", ""), ("3. New words come.", "u")]],
        ["art_1__para_2: 2. | Old words stay. 3. New words come."],
        [],
        id="words for others by hand, with another number",
    ),
    pytest.param(
        [[("(a) lamps, ", "-"), ("(a) wicks, ", "+"), ("shall burn.", "")]],
        ["art_1__point_a: (a) | lamps, (a) wicks, shall burn."],
        [],
        id="the beginning of a point for another",
    ),
    pytest.param(
        [[("(a) lamps,", "-"), ("(b) wicks,", "+"), (" shall burn.", "")]],
        ["art_1__point_a: (a) | lamps, (b) wicks, shall burn."],
        [],
        id="no blank between",
    ),
    pytest.param(
        [[("2. They rest. ", "+"), ("1. They act.", "-")]],
        ["art_1__para_2: 2. | They rest. 1. They act."],
        [],
        id="the new words first",
    ),
    pytest.param(
        [[("2. ", "+"), ("1. ", "-"), ("They act.", "")]],
        ["art_1__para_2: 2. | They act."],
        [("other-layer", "1.")],
        id="the new number first",
    ),
    pytest.param(
        [[("Article 2 Lamps", "-"), ("Article 2 Wicks", "+")], [("They act.", "")]],
        ["art_2: Article 2 | Lamps Article 2 Wicks", "art_2__para_nn_1: They act."],
        [],
        id="a title with its heading for another",
    ),
    pytest.param(
        [[("Article ", ""), ("2 Lamps", "-"), ("3 Wicks", "+")], [("They act.", "")]],
        ["art_2: Article 2 | Lamps 3 Wicks", "art_2__para_nn_1: They act."],
        [],
        id="the number and the heading for others",
    ),
    pytest.param(
        [[("Article 3 ", "-"), ("Article 2 ", "+"), ("Lamps", "")], [("They act.", "")]],
        ["art_2: Article 2 | Lamps", "art_2__para_nn_1: They act."],
        [("other-layer", "Article 3")],
        id="a title for another, before its heading",
    ),
    pytest.param(
        [[("第二条", "-"), ("第三条", "+")], [("They act.", "")]],
        ["art_3: 第三条", "art_3__para_nn_1: They act."],
        [("other-layer", "第二条")],
        id="a title for another, in Chinese",
    ),
    pytest.param(
        [[("第二条　灯。", "-"), ("第二条　油。", "+")], [("They act.", "")]],
        ["art_2: 第二条", "art_2__para_nn_1: 灯。第二条 油。", "art_2__para_nn_2: They act."],
        [],
        id="a title with its words for another, in Chinese",
    ),
    pytest.param(
        [[("Article 2", "-")], [("They act.", "")]],
        ["art_2: Article 2", "art_2__para_nn_1: They act."],
        [],
        id="a title taken out stays, with its mark",
    ),
]


@pytest.mark.parametrize(("rows", "wanted", "apart"), WITH_MARKS)
def test_numbers_that_were_changed(
    rows: list[Pieces], wanted: list[str], apart: list[tuple[str, str]]
) -> None:
    reading = reading_of([("Article 1", "")], *rows, [("Article 9", "")], [("They go.", "")])
    lines = tuple(replace(line, block=True) for line in reading.lines)
    made = ingest(replace(reading, lines=lines), ABOUT, "un-treaty")
    check_traced(made)
    assert left_over(made) == ""
    assert outline(made)[1:-2] == wanted
    assert furniture(made) == apart


NUMBERED = st.lists(
    st.tuples(
        st.sampled_from(["1. ", "2. ", "(a) ", "(b) ", "lamps, ", "burn.", " "]),
        st.sampled_from(["", "+", "-"]),
    ),
    min_size=1,
    max_size=6,
)


@given(NUMBERED)
def test_no_number_is_lost_with_the_old_one(row: Pieces) -> None:
    """Where both texts begin with a number, so does the one with marks; only numbers leave it."""
    begin = [
        number_at_start("".join(words for words, change in row if change != undone).lstrip())
        for undone in ("+", "-")
    ]
    reading = reading_of(row, [("end", "+")])
    cut = with_marks(reading)
    shown = (cut.reading if cut else reading).lines[0].text.lstrip()
    assert number_at_start(shown) or None in begin
    gone = [piece.text for piece in cut.furniture] if cut else []
    assert set(gone) <= {"1.", "2.", "(a)", "(b)"}
    assert len(gone) <= 1


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _numbered(content: str, mark: str = "") -> str:
    change = f'<w:rPr><w:{mark} w:id="1" w:author="Aldova"/></w:rPr>' if mark else ""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{item}{change}</w:pPr>{content}</w:p>"


NUMBERS = {
    "before": ["1. | They meet.", "2. | They sing.", "3. | They go, and they rest."],
    "after": ["1. | They meet.", "2. | They go,", "3. | and they rest."],
    "": ["1. | They meet.", "2. | They sing.", "2. | They go,", "3. | and they rest."],
}


@pytest.mark.parametrize(("layer", "wanted"), NUMBERS.items(), ids=lambda x: x or "marks")
def test_automatic_numbers_of_each_text(tmp_path: Path, layer: str, wanted: list[str]) -> None:
    """A paragraph went and another was cut in two: the old count stands in the old text alone."""
    body = f"<w:p>{_plain('Article 1')}</w:p>" + "".join(
        (
            _numbered(_plain("They meet.")),
            _numbered(_change("del", "They sing."), "del"),
            _numbered(_plain("They go,"), "ins"),
            _numbered(_plain("and they rest.")),
        )
    )
    (tmp_path / "a.docx").write_bytes(files.docx(body, numbering=LIST))
    made = ingest(read(tmp_path / "a.docx"), replace(ABOUT, layer=layer), "un-treaty")
    check_traced(made)
    assert left_over(made) == ""
    assert [row.partition(": ")[2] for row in outline(made)[1:]] == wanted
    if not layer:
        others = [piece.text for piece in made.furniture if piece.kind == "other-layer"]
        assert others == ["3."]
        marks = [(p.words(m), m.field, m.by) for p in made.provisions for m in p.marks]
        assert marks == [("2.", "num", "Aldova"), ("They sing.", "text", "Aldova"),
                         ("3.", "num", "Aldova")]  # fmt: skip
