"""Words as markup: nothing lost, nothing let through."""

from __future__ import annotations

import html
import re
import typing

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.web.reading import Page
from tracker.model import Hunk, Mark, MarkKind
from web.terms import plain
from web.text import diffs, marks

TEXT = st.text(st.sampled_from("ab <>&\"' \n[]é\u0645"), max_size=30)
HUNKS = st.lists(
    st.builds(Hunk, st.sampled_from(["equal", "delete", "insert"]), TEXT.filter(bool)), max_size=8
)
_SAID = re.compile(r'<span class="said"[^>]*>[^<]*</span>')
_LABEL = re.compile(
    r'<span class="mark-label[^>]*><bdi>[^<]*</bdi></span>|<sup class="mark-sign">[^<]*</sup>'
)


def bare(markup: str, without: str = "") -> str:
    """The text of markup, without what is only said, without labels and without one kind of tag."""
    markup = _LABEL.sub("", _SAID.sub("", markup))
    if without:
        markup = re.sub(rf"<{without}>.*?</{without}>", "", markup, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def joined(hunks: list[Hunk], *operations: str) -> str:
    return "".join(hunk.text for hunk in hunks if hunk.operation in operations)


@given(HUNKS)
def test_a_difference_holds_both_texts(hunks: list[Hunk]) -> None:
    markup = str(diffs.markup(hunks))
    Page(markup)
    visible = [hunk for hunk in hunks if hunk.operation == "equal" or hunk.text.strip()]
    blank = len(hunks) - len(visible)
    if not blank:
        # Blank space at the edge of a change stands outside its tag and is in both.
        assert bare(markup, "ins").split() == joined(hunks, "equal", "delete").split() or spaced(
            markup
        )
    # White space that alone was removed is not shown; all else is.
    assert bare(markup) == "".join(h.text for h in visible_or_inserted(hunks))


def visible_or_inserted(hunks: list[Hunk]) -> list[Hunk]:
    return [h for h in hunks if h.operation != "delete" or h.text.strip()]


def spaced(markup: str) -> bool:
    return bool(re.search(r"\s</?(?:ins|del)>|</?(?:ins|del)>\s", _SAID.sub("", markup)))


@given(TEXT)
def test_every_change_is_said_in_words(text: str) -> None:
    for operation, tag, word in (("insert", "ins", "Added"), ("delete", "del", "Removed")):
        markup = str(diffs.markup([Hunk(operation, f"x{text}y")]))
        assert markup.startswith(f'<{tag}><span class="said" lang="en">[{word}: </span>x')
        assert markup.endswith(f"</{tag}>")


def equal(count: int) -> Hunk:
    return Hunk("equal", " ".join(f"w{n}" for n in range(count)))


ADDED = Hunk("insert", " new ")


@pytest.mark.parametrize(
    ("hunks", "left_out"),
    [
        ([equal(500)], None),
        ([equal(diffs.LONG), ADDED], None),
        ([equal(100), ADDED], 84),
        ([ADDED, equal(100)], 84),
        ([ADDED, equal(100), ADDED], 68),
        ([ADDED], None),
        ([], None),
    ],
    ids=["no-change", "short", "before", "after", "between", "all-new", "nothing"],
)
def test_long_equal_stretches_are_cut(hunks: list[Hunk], left_out: int | None) -> None:
    markup, cut = diffs.shortened(hunks)
    assert cut == (left_out is not None)
    if left_out is None:
        assert markup == diffs.markup(hunks)
    else:
        assert f"[… {left_out} unchanged words …]" in markup
        Page(str(markup))
        folded = r'<details class="gap">.*?</summary>(.*?)</details>'
        (inside,) = re.findall(folded, str(markup), re.DOTALL)
        assert len(inside.split()) == left_out
        shown = re.sub(folded, "", str(markup), flags=re.DOTALL)
        assert len(re.findall(r"\bw[0-9]", bare(shown))) == 100 - left_out


@st.composite
def marks_on(draw: st.DrawFn, text: str) -> list[Mark]:
    made = []
    for kind in draw(st.lists(st.sampled_from(typing.get_args(MarkKind)), max_size=6)):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        by = draw(st.sampled_from(["", "Tycho; Mare & <Sons>"]))
        how = draw(st.sampled_from(["", "italic", "delete", "moved"]))
        made.append(Mark(kind, start, end, by=by, how=how))
    return made


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXT)
    return text, draw(marks_on(text))


@given(marked_texts())
def test_marks_never_change_the_text(case: tuple[str, list[Mark]]) -> None:
    text, found = case
    markup = str(marks.marked(text, found))
    Page(markup)
    assert bare(markup) == text


@given(HUNKS, st.data())
def test_marks_never_change_a_difference(hunks: list[Hunk], data: st.DataObject) -> None:
    sides = diffs.Marked(
        data.draw(marks_on(joined(hunks, "equal", "delete"))),
        data.draw(marks_on(joined(hunks, "equal", "insert"))),
    )
    markup = str(diffs.markup(hunks, sides))
    Page(markup)
    assert bare(markup) == bare(str(diffs.markup(hunks)))
    cut, _ = diffs.shortened(hunks, sides)
    Page(str(cut))


def test_marks_that_overlap_are_closed_and_opened_again() -> None:
    found = [Mark("bracket", 0, 4), Mark("struck", 2, 6)]
    assert _SAID.sub("", str(marks.marked("abcdef", found))) == (
        '<span class="mark bracket">ab<s class="mark struck">cd</s></span>'
        '<s class="mark struck">ef</s>'
    )


def test_a_mark_that_reaches_past_the_text_ends_with_it() -> None:
    markup = str(marks.marked("abc", [Mark("bracket", 1, 9)]))
    assert markup.endswith("</span>")
    Page(markup)


def test_thousands_of_brackets_take_no_time(app: Flask) -> None:
    text = "[a] " * 20_000
    found = [Mark("bracket", n * 4, n * 4 + 3, by="Tycho") for n in range(20_000)]
    hunks = [Hunk("insert" if n % 2 else "equal", "[a] ") for n in range(20_000)]
    with app.app_context():
        assert bare(str(marks.marked(text, found))) == text
        assert bare(str(diffs.markup(hunks, diffs.Marked((), found)))) == text


def test_brackets_in_each_other_do_not_nest_without_end() -> None:
    found = [Mark("bracket", n, 2000 - n) for n in range(1000)]
    markup = str(marks.marked("[" * 1000 + "]" * 1000, found))
    assert markup.count('<span class="mark ') < 1100
    Page(markup)


WHO = {
    "proponents": (Mark("proponent", 0, 3, by="Tycho; Mare"), "proposed by Tycho and Mare"),
    "who want it gone": (
        Mark("proponent", 0, 3, by="Tycho; Mare", how="delete"),
        "Tycho and Mare want it deleted",
    ),
    "agreed": (Mark("agreed", 0, 3, "[agreed ad referendum]"), "[agreed ad referendum]"),
    "option": (Mark("alternative", 0, 3, how="Option 1"), "Option 1"),
    "tracked": (
        Mark("struck", 0, 3, by="A. Writer", date="2031-02-03T04:05:06Z", how="tracked"),
        "struck by A. Writer, 2031-02-03",
    ),
    "moved": (Mark("added", 0, 3, how="moved"), "moved here"),
}


@pytest.mark.parametrize(("mark", "label"), WHO.values(), ids=WHO)
def test_a_label_stands_behind_the_words(mark: Mark, label: str) -> None:
    markup = str(marks.marked("abc def", [mark]))
    assert re.search(rf"</\w+><span class=\"mark-label[^>]*><bdi>{re.escape(label)}</bdi>", markup)
    assert Page(markup).text.endswith(f"{label} def")


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (Mark("bracket", 0, 3), "[a]"),
        (Mark("added", 0, 3), "abc"),
        (Mark("alternative", 0, 9, how="Option 1"), "Option 1: abc"),
    ],
    ids=["bracket", "underlined", "option-printed"],
)
def test_what_says_itself_has_no_label(mark: Mark, text: str) -> None:
    assert "mark-label" not in marks.marked(text, [mark])


def test_a_label_is_said_once() -> None:
    found = [Mark("agreed", 0, 3, "[agreed]"), Mark("agreed", 1, 3, "[agreed]")]
    assert str(marks.marked("abc", found)).count("<bdi>[agreed]</bdi>") == 1


def test_a_note_is_a_raised_sign_at_its_place() -> None:
    markup = str(marks.marked("abc def", [Mark("note", 3, 3, "7")]))
    assert markup == (
        'abc<sup class="mark-sign"><span class="said" lang="en">Footnote </span>7</sup> def'
    )


def test_a_remark_on_no_words_is_shown() -> None:
    remark = Mark("agreed", 0, 0, "[agreed]")
    assert "[agreed]" in marks.marked("", [remark])
    assert "[agreed]" in diffs.markup((), diffs.Marked((), [remark]))


def test_headings_and_numbers_have_marks_of_their_own() -> None:
    found = [Mark("bracket", 0, 3), Mark("bracket", 0, 3, field="heading")]
    assert str(marks.marked("[a] b", found)).count("mark bracket") == 1
    assert str(marks.marked("[a] b", found, "heading")).count("mark bracket") == 1
    assert marks.marked("[5]", found, "num") == "[5]"


def test_every_kind_can_be_told_without_colour() -> None:
    shown = {kind: str(marks.sample(kind)) for kind in plain.MARKS}
    assert len(set(shown.values())) == len(shown)
    for kind, markup in shown.items():
        Page(markup)
        assert f"mark {kind}" in markup or kind == "note"


CHANGED = (Hunk("equal", "Each [Party "), Hunk("delete", "shall"), Hunk("insert", "may"),
           Hunk("equal", " act]."))  # fmt: skip


def test_a_bracket_goes_on_around_changed_words() -> None:
    old = [Mark("bracket", 5, 22), Mark("struck", 12, 17)]
    new = [Mark("bracket", 5, 20, by="Tycho")]
    markup = _SAID.sub("", str(diffs.markup(CHANGED, diffs.Marked(old, new))))
    bracket = '<span class="mark bracket">'
    assert markup == (
        f"Each {bracket}[Party </span>"
        f'<del>{bracket}<s class="mark struck">shall</s></span></del>'
        f"<ins>{bracket}may</span></ins>"
        f'{bracket} act]</span><span class="mark-label mark-bracket" lang="en">'
        "<bdi>proposed by Tycho</bdi></span>."
    )
    heard = str(diffs.markup(CHANGED, diffs.Marked((), new)))
    assert heard.count("In brackets, not agreed:") == heard.count("End of brackets.") == 1


@given(HUNKS)
def test_each_column_holds_its_own_text_and_no_more(hunks: list[Hunk]) -> None:
    """Removed words on the left only, added ones on the right only; folding loses nothing."""
    for folded in (False, True):
        older, newer = map(str, diffs.columns(hunks, folded=folded))
        Page(older + newer)
        assert "<ins>" not in older
        assert "<del>" not in newer
        assert bare(older).split() == joined(hunks, "equal", "delete").split() or spaced(older)
        assert bare(newer).split() == joined(hunks, "equal", "insert").split() or spaced(newer)


def test_what_is_no_change_is_plain_in_both_columns() -> None:
    hunks = [Hunk("equal", "article "), Hunk("delete", "1"), Hunk("insert", "2")]
    light = {1: "numbering", 2: "numbering"}
    assert diffs.columns(hunks, diffs.Marked(light=light)) == ("article 1", "article 2")


def test_long_stretches_are_folded_in_both_columns() -> None:
    older, newer = diffs.columns([equal(100), ADDED], folded=True)
    assert "[… 84 unchanged words …]" in older
    assert "[… 84 unchanged words …]" in newer
    assert len(re.findall(r"\bw[0-9]", older)) == 100


def test_a_bracket_cut_by_a_gap_is_said_on_both_sides() -> None:
    hunks = [ADDED, equal(100), ADDED]
    text = joined(hunks, "equal", "insert")
    markup, cut = diffs.shortened(hunks, diffs.Marked((), [Mark("bracket", 5, len(text) - 5)]))
    assert cut
    # Before the fold, in it, and behind it.
    assert markup.count("In brackets, not agreed:") == markup.count("End of brackets.") == 3


def test_highlights_are_escaped() -> None:
    assert marks.highlighted((("<a>", True), (" & b", False))) == ("<mark>&lt;a&gt;</mark> &amp; b")


def test_a_status_of_a_whole_unit_is_not_said_behind_each_of_its_words() -> None:
    shown = marks.marked("May act", [Mark("agreed", 0, 3, how="unit")])
    assert "mark agreed" in shown
    assert "mark-label" not in shown
