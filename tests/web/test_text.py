"""Words as markup: nothing lost, nothing let through."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.reading import Page
from tracker.model import Hunk, Mark
from web import diffs, marks

TEXT = st.text(st.sampled_from("ab <>&\"' \n[]é\u0645"), max_size=30)
HUNKS = st.lists(
    st.builds(Hunk, st.sampled_from(["equal", "delete", "insert"]), TEXT.filter(bool)), max_size=8
)
_SAID = re.compile(r'<span class="said">[^<]*</span>')


def bare(markup: str, without: str = "") -> str:
    """The text of markup, without what is only said, and without one kind of tag."""
    markup = _SAID.sub("", markup)
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
        markup = str(diffs.markup([Hunk(operation, f"x{text}y")]))  # type: ignore[arg-type]
        assert markup.startswith(f'<{tag}><span class="said">[{word}: </span>x')
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
        shown = len(re.findall(r"\bw[0-9]", bare(markup)))
        assert shown == 100 - left_out


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXT)
    kinds = st.sampled_from(["bracket", "alternative", "struck", "added", "note", "agreed"])
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    found = draw(st.lists(st.tuples(kinds, spans), max_size=6))
    return text, [Mark(kind, min(span), max(span)) for kind, span in found]  # type: ignore[arg-type]


@given(marked_texts())
def test_marks_never_change_the_text(case: tuple[str, list[Mark]]) -> None:
    text, found = case
    markup = str(marks.marked(text, found))
    Page(markup)
    assert bare(markup) == text


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


def test_thousands_of_brackets_take_no_time() -> None:
    text = "[a] " * 20_000
    found = [Mark("bracket", n * 4, n * 4 + 3) for n in range(20_000)]
    assert bare(str(marks.marked(text, found))) == text


def test_labels_are_said_once() -> None:
    found = [
        Mark("agreed", 0, 1, "[agreed ad referendum]"),
        Mark("agreed", 2, 3, "[agreed ad referendum]"),
        Mark("proponent", 0, 1, by="Tycho"),
        Mark("bracket", 0, 2),
    ]
    assert [label[:2] for label in marks.labels("abc", found)] == [
        ("agreed", "[agreed ad referendum]"),
        ("proponent", "proposed by Tycho"),
    ]


def test_highlights_are_escaped() -> None:
    assert marks.highlighted((("<a>", True), (" & b", False))) == ("<mark>&lt;a&gt;</mark> &amp; b")
