"""Two texts in one document: each is read, and the other is kept; all texts are made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingesters.tracing import check_traced, left_over, outline
from tests.read import files
from tracker.errors import StructureError
from tracker.ingesters import About, choose, ingest, layers_of
from tracker.ingesters.layers import Side, offered, side
from tracker.ingesters.walk.blocks import of_group
from tracker.ingesters.walk.weave import Hyphens
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
            runs.append(Run(len(text), len(text) + len(words), **LOOKS[look]))  # type: ignore[arg-type]
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
    assert [line.text for line in lines] == ["Article 1", "Each "]


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
    held = [(line.start, line.text) for line in cut.reading.lines]
    held += [(piece.start, piece.text) for piece in cut.furniture]
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
