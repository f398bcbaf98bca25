"""Markdown: what a person typed comes back as lines, without the signs of the markup."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import ReadError
from tracker.read import Reading, read
from tracker.read.markdown import DEEPEST, read_markdown


def _read(tmp_path: Path, text: str, name: str = "a.md") -> Reading:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        pytest.param("# Lamps\n\nText.", [("h1", "Lamps"), ("", "Text.")], id="heading"),
        pytest.param("Lamps\n-----\nText.", [("h2", "Lamps"), ("", "Text.")], id="underlined"),
        pytest.param("1. Oil\n2. Wicks", [("", "1. Oil"), ("", "2. Wicks")], id="numbers"),
        pytest.param("3) Oil\n4) Wicks", [("", "3) Oil"), ("", "4) Wicks")], id="as typed"),
        pytest.param("7. Oil\n7. Wicks", [("", "7. Oil"), ("", "7. Wicks")], id="not counted"),
        pytest.param("- Oil\n* Wicks", [("", "– Oil"), ("", "– Wicks")], id="bullets"),
        pytest.param("One\n(a) two", [("", "One"), ("", "(a) two")], id="lines stay"),
        pytest.param("One  \ntwo", [("", "One"), ("", "two")], id="hard break"),
        pytest.param("One<br>two", [("", "One"), ("", "two")], id="break as a tag"),
        pytest.param("> Oil", [("", "Oil")], id="quotation"),
        pytest.param("    Oil", [("", "Oil")], id="indented is no program"),
        pytest.param("```\nOil\n```", [("", "Oil")], id="fence"),
        pytest.param("<div>\nOil\n</div>", [("", "Oil")], id="block of HTML"),
        pytest.param("1\\. Oil", [("", "1. Oil")], id="escaped"),
        pytest.param("[may] [shall]", [("", "[may] [shall]")], id="brackets are no links"),
        pytest.param("[a]: b\n\n[a]", [("", "[a]: b"), ("", "[a]")], id="no definitions"),
        pytest.param("[Oil](x.html)", [("", "Oil")], id="link"),
        pytest.param("a &amp; b", [("", "a & b")], id="entity"),
        pytest.param(
            "The <State> pays <insert amount>",
            [("", "The <State> pays <insert amount>")],
            id="gaps are words",
        ),
        pytest.param(
            "<Party A>\nshall *sign*",
            [("", "<Party A>"), ("", "shall sign")],
            id="a gap at the start of a line",
        ),
        pytest.param(
            "It pays <insert\namount>",
            [("", "It pays <insert"), ("", "amount>")],
            id="a gap over two lines",
        ),
        pytest.param(
            "By <title of the body>, <time>",
            [("", "By <title of the body>, <time>")],
            id="gaps named as tags are",
        ),
        pytest.param(
            "<address of\nthe body>",
            [("", "<address of"), ("", "the body>")],
            id="a gap named as a block is",
        ),
        pytest.param("<p>The <Etat></p>", [("", "The <Etat>")], id="a gap in a block of HTML"),
        pytest.param(
            "- <State>\n> <Date>",
            [("", "– <State>"), ("", "<Date>")],
            id="gaps in a list and a quotation",
        ),
        pytest.param("A <A> B </B> <?x?> <!Y>", [("", "A <A> B </B> <?x?> <!Y>")], id="no halves"),
        pytest.param("Oil <!-- not -->here", [("", "Oil here")], id="comments are not printed"),
        pytest.param("`<State>` \\<Date>", [("", "<State> <Date>")], id="gaps typed as code"),
        pytest.param("[State](s) [q](e.g.)", [("", "[State](s) [q](e.g.)")], id="no addresses"),
        pytest.param("3.\n\nOil", [("", "3."), ("", "Oil")], id="a number alone"),
        pytest.param("~~~ Oil burns\n~~~", [("", "Oil burns")], id="words beside a fence"),
        pytest.param(
            "<table><tr><td>Oil</td><td>wick</td></tr></table>",
            [("", "Oil wick")],
            id="cells in HTML",
        ),
        pytest.param(
            "<div>shall</div><div>pay</div>", [("", "shall"), ("", "pay")], id="blocks in HTML"
        ),
        pytest.param(
            "the<p>inline</p>words",
            [("", "the"), ("", "inline"), ("", "words")],
            id="a block of HTML among words",
        ),
    ],
)
def test_lines(tmp_path: Path, typed: str, lines: list[tuple[str, str]]) -> None:
    assert [(line.style, line.text) for line in _read(tmp_path, typed).lines] == lines


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        pytest.param("We **may** act.", "bold", id="bold"),
        pytest.param("We *may* act.", "italic", id="italic"),
        pytest.param("We ~~may~~ act.", "struck", id="struck"),
        pytest.param("We <del>may</del> act.", "struck", id="deleted"),
        pytest.param("We <ins>may</ins> act.", "underlined", id="inserted"),
        pytest.param("We <u>may</u> act.", "underlined", id="underlined"),
        pytest.param('We <ins class="x">may</ins > act.', "underlined", id="with an attribute"),
        pytest.param("We <B>may</B> act.", "bold", id="capital tag"),
    ],
)
def test_runs(tmp_path: Path, typed: str, field: str) -> None:
    (line,) = _read(tmp_path, typed).lines
    assert line.text == "We may act."
    marked = [line.text[run.start : run.end] for run in line.runs if getattr(run, field)]
    assert marked == ["may"]


def test_footnote(tmp_path: Path) -> None:
    found = _read(tmp_path, "Oil.[^x]\n\nWicks.\n\n[^x]: Of olives.").lines
    assert [(line.region, line.text) for line in found] == [
        ("", "Oil.1"),
        ("", "Wicks."),
        ("footnote", "1 Of olives."),
    ]
    assert [line.text[r.start : r.end] for line in found for r in line.runs if r.raised] == ["1"]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        pytest.param(
            "Oil.\n\n[^1]: See it.\nThe Parties pay.",
            [("", "Oil."), ("footnote", "[^1]: See it."), ("", "The Parties pay.")],
            id="nothing refers to it",
        ),
        pytest.param(
            "Oil.[^1]\n\n[^1]: See it.\nThe Parties pay.",
            [("", "Oil.1"), ("footnote", "1 See it."), ("", "The Parties pay.")],
            id="a sentence under it",
        ),
        pytest.param(
            "Oil.[^1]\n\n[^1]: See\nit.\n\n    There.\n\nWicks.",
            [
                ("", "Oil.1"),
                *(("footnote", text) for text in ("1 See", "it.", "There.")),
                ("", "Wicks."),
            ],
            id="lines that go on",
        ),
        pytest.param(
            "[^1]: First.\n\n[^1]: Second words.",
            [("footnote", "[^1]: First."), ("footnote", "[^1]: Second words.")],
            id="two of one sign",
        ),
        pytest.param(
            "Oil.[^2]\n\n[^1]: Of olives.",
            [("", "Oil.[^2]"), ("footnote", "[^1]: Of olives.")],
            id="another sign in the text",
        ),
        pytest.param(
            "Oil.[^1]\n\n[^1]:\n\nWicks.",
            [("", "Oil.1"), ("footnote", "1"), ("", "Wicks.")],
            id="without words",
        ),
    ],
)
def test_notes_stay(tmp_path: Path, typed: str, lines: list[tuple[str, str]]) -> None:
    assert [(line.region, line.text) for line in _read(tmp_path, typed).lines] == lines


def test_cells_under_no_head(tmp_path: Path) -> None:
    found = _read(tmp_path, "a|b\n-|-\nc|d|e|f\n").lines
    assert [(line.text, line.cell) for line in found[2:]] == [
        ("c", (0, 1, 0)), ("d", (0, 1, 1)), ("e", (0, 1, 2)), ("f", (0, 1, 3)),
    ]  # fmt: skip


def test_table(tmp_path: Path) -> None:
    found = _read(tmp_path, "| a | b |\n|---|---|\n| c | |\n\n|d|e|\n|-|-|\n|f|g|").lines
    assert [(line.text, line.cell) for line in found] == [
        ("a", (0, 0, 0)), ("b", (0, 0, 1)), ("c", (0, 1, 0)),
        ("d", (1, 0, 0)), ("e", (1, 0, 1)), ("f", (1, 1, 0)), ("g", (1, 1, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "typed", "kind"),
    [
        pytest.param("a.md", "One.", "markdown", id="by its name"),
        pytest.param("a.markdown", "One.", "markdown", id="by its long name"),
        pytest.param("a.txt", "# A\n\n## B\n\nOne.\n\n## C\n", "markdown", id="three headings"),
        pytest.param("a.txt", "# A\n\n## B\n\nOne.\n", "text", id="two headings"),
        pytest.param("a.md", "<p>One.</p>", "markdown", id="begins with a tag"),
    ],
)
def test_kind(tmp_path: Path, name: str, typed: str, kind: str) -> None:
    assert _read(tmp_path, typed, name).format == kind


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(">" * 3 * DEEPEST + " deep", id="quotations"),
        pytest.param("- " * 3 * DEEPEST + "deep", id="lists"),
    ],
)
def test_too_deep(tmp_path: Path, typed: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.md: lists or quotations nested deeper"):
        _read(tmp_path, typed)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("[" * 10_000, id="brackets"),
        pytest.param("*a " * 20_000, id="stars"),
        pytest.param("<a" * 50_000, id="tags"),
        pytest.param("<!--" * 50_000, id="comments"),
        pytest.param(" " * 50_000 + "x", id="blanks"),
        pytest.param("a " + "`" * 50_000, id="ticks"),
    ],
)
def test_quick(tmp_path: Path, typed: str) -> None:
    started = time.process_time()
    _read(tmp_path, typed)
    assert time.process_time() - started < 5


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=30))
def test_every_word_once(words: list[str]) -> None:
    """Words come back once each and in order, wherever lines, items and looks divide them."""
    signs = ("", "- ", "1. ", "# ", "> ", "**")
    typed = ""
    for n, word in enumerate(words):
        sign = signs[n % len(signs)]
        typed += f"\n\n{sign}{word}**" if sign == "**" else f"\n\n{sign}{word}"
    _, lines = read_markdown(typed.encode(), "a.md")
    found = [word for line in lines for word in line.text.split() if word not in ("–", "1.")]
    assert found == words
