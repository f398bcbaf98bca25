"""How words look, as marks; and what is only typography."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import treaty
from tracker.ingesters.marks.looks import looks_of, with_looks
from tracker.model import Mark, Provision, Span
from tracker.read.lines import Line, Reading, Run

FILLER = "".join(
    f"<p>{n}. Nothing happens on the {n}th day of any month at the lake.</p>" for n in range(2, 9)
)


def marked(tmp_path: Path, body: str) -> list[str]:
    """The marks of look in an HTML text, a line each; the first paragraph is the test's."""
    page = f"<html><body><h3>Article 1</h3>{body}{FILLER}</body></html>"
    made = treaty(tmp_path, page, "looks.html")
    return [
        " | ".join(filter(None, (m.kind, p.words(m), m.how)))
        for p in made.provisions
        for m in p.marks
        if m.kind in ("struck", "added", "bold")
    ]


CASES = {
    "struck, added and bold words": (
        "<p>1. They <s>row</s> <u>swim</u> and <b>never sink</b> again.</p>",
        ["struck | row", "added | swim", "bold | never sink"],
    ),
    "a whole paragraph in bold": (
        "<p>1. <b>They swim every day but one.</b></p>",
        ["bold | They swim every day but one."],
    ),
    "a whole paragraph struck, with its number": (
        "<p><s>1. They swim.</s></p>",
        ["struck | 1.", "struck | They swim."],
    ),
    "italics in a text that drafters wrote on": (
        "<p>1. They [row] [swim] [fly] and <i>never sink</i>.</p>",
        ["bold | never sink | italic"],
    ),
    "italics in a final text": ("<p>1. They read <i>The Lake</i> aloud.</p>", []),
    "Latin": (
        "<p>1. They [row] [swim] [fly] <i>mutatis mutandis</i>, <i>inter alia</i>, at sea.</p>",
        [],
    ),
    "the first words of a recital": (
        "<p>1. <i>Recalls also</i> that they [row] [swim] [fly] well.</p>",
        [],
    ),
    "a defined term": ("<p>1. “<b>Lake</b>” means water.</p>", []),
    "a heading run in": ("<p>1. <b>Use of lakes.</b> They swim in them.</p>", []),
    "a heading of its own": ("<p>1. They swim.</p><p><b>Use of lakes</b></p><p>They do.</p>", []),
    "an address": ("<p>1. They read <u>www.lake.example</u> daily.</p>", []),
    "a bold number": ("<p><b>1.</b> They swim.</p>", []),
    "words over two runs": (
        "<p>1. They <s>row </s><s><b>far</b></s> away.</p>",
        ["struck | row far", "bold | far"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "marks"), CASES.values(), ids=CASES.keys())
def test_looks(tmp_path: Path, body: str, marks: list[str]) -> None:
    assert sorted(marked(tmp_path, body)) == sorted(marks)


def test_a_text_in_bold_is_typography(tmp_path: Path) -> None:
    body = "".join(f"<p>{n}. They <b>swim {n} times a day in each lake</b> here.</p>" for n in range(1, 9))  # fmt: skip
    page = f"<html><body><h3>Article 1</h3>{body}</body></html>"
    assert not [m for p in treaty(tmp_path, page, "bold.html").provisions for m in p.marks]


def test_underlined_first_words_are_typography_where_they_are_the_rule(tmp_path: Path) -> None:
    openings = "".join(
        f"<p>{n}. <u>Decides</u> that they swim and row on the lake on each day.</p>"
        for n in range(1, 9)
    )
    page = f"<html><body><h3>Article 1</h3>{openings}<p>9. They <u>dive</u> too.</p></body></html>"
    made = treaty(tmp_path, page, "old.html")
    assert [p.words(m) for p in made.provisions for m in p.marks] == ["dive"]


def reading(text: str, *runs: Run) -> Reading:
    """A reading of one line."""
    line = Line(text, 1, 0, runs=runs)
    return Reading("x.docx", "docx", "0" * 64, len(text), (text,), (line,))


def provision(text: str) -> Provision:
    return Provision("para", "paragraph", text=text, spans=(Span(0, 1, 0, len(text)),))


def test_tracked_changes_keep_who_and_when() -> None:
    text = "They rowswim here there."
    said = {"by": "R. Fane", "date": "2031-05-04T10:15:00Z"}
    made = with_looks(
        (provision(text),),
        reading(
            text,
            Run(5, 8, struck=True, change="deleted", **said),
            Run(8, 12, underlined=True, change="inserted", **said),
            Run(13, 17, struck=True, change="moved-away", **said),
            Run(18, 23, underlined=True, change="moved-here", **said),
        ),
    )
    assert [(m.kind, made[0].words(m), m.how) for m in made[0].marks] == [
        ("struck", "row", "tracked"),
        ("added", "swim", "tracked"),
        ("struck", "here", "moved"),
        ("added", "there", "moved"),
    ]
    assert {(m.by, m.date) for m in made[0].marks} == {("R. Fane", "2031-05-04T10:15:00Z")}


def test_recovered_and_recognised_letters_are_marked() -> None:
    text = "Known letters, unknown ones."
    made = with_looks((provision(text),), reading(text, Run(15, 22, recovered=True), Run(23, 28, ocr=True)))  # fmt: skip
    assert made[0].marks == (Mark("recovered", 15, 22), Mark("ocr", 23, 28))


def test_number_and_heading_are_marked_in_their_own_fields() -> None:
    text = "Article 5 Lakes and seas They swim."
    one = Provision(
        "art_5", "article", "Article 5", "Lakes and seas", "They swim.",
        spans=(Span(0, 1, 25, 35),), num_spans=(Span(0, 1, 0, 9),), heading_spans=(Span(0, 1, 10, 24),),
    )  # fmt: skip
    made = with_looks((one,), reading(text, Run(0, 15, struck=True), Run(20, 24, underlined=True)))
    assert [(m.field, made[0].words(m), m.kind) for m in made[0].marks] == [
        ("heading", "Lakes", "struck"),
        ("heading", "seas", "added"),
        ("num", "Article 5", "struck"),
    ]


def test_a_plain_run_has_no_look() -> None:
    assert looks_of(Run(0, 5, size=12.0, raised=True)) == ()
