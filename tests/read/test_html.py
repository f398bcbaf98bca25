"""HTML: what a browser shows, block by block."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import ReadError
from tracker.read.html import read_html

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "blocks": (
        "<h2>Article 1</h2><p>Each\n  Party&nbsp;acts.</p>loose<blockquote>quoted</blockquote>",
        [("Article 1", "h2"), ("Each Party acts.", "p"), ("loose", "body"),
         ("quoted", "blockquote")],
    ),
    "forced break": ("<p>one<br>two</p>", [("one", "p"), ("two", "p")]),
    "cells": ("<table><tr><th>No.</th><td>Text</td></tr></table>", [("No.", "th"), ("Text", "td")]),
    "nothing that is not shown": (
        "<title>t</title><p>a<!-- c --><script>s</script><style>y</style></p>"
        "<div hidden>h</div><div style='display:none'>d</div><p>b</p>",
        [("a", "p"), ("b", "p")],
    ),
    "ordered list": (
        "<ol><li>one</li><li value=5>five<ol type=a><li>sub</li><li>sub</li></ol></li>"
        "<li><p>six</p></li></ol>",
        [("1. one", "li"), ("5. five", "li"), ("a. sub", "li"), ("b. sub", "li"), ("6. six", "p")],
    ),
    "a list that begins an item": (
        "<ol><li><ol type=a><li>x</li><li>y</li></ol></li><li><ol><li></li></ol>z</li></ol>",
        [("1. a. x", "li"), ("b. y", "li"), ("2. z", "li")],
    ),
    "Roman list from 4": (
        "<ol type=I start=4><li>x</li></ol>"
        "<ol style='list-style-type: lower-roman'><li>y</li></ol>",
        [("IV. x", "li"), ("i. y", "li")],
    ),
    "list backwards": ("<ol reversed><li>x</li><li>y</li></ol>", [("2. x", "li"), ("1. y", "li")]),
    "bullets have no number": ("<ul><li>x</li></ul>", [("x", "li")]),
    "printed lines": ("<p>a</p><pre>\n  SEC. 1.\n\n    Text\n</pre><p>b</p>",
                      [("a", "p"), ("SEC. 1.", "pre"), ("Text", "pre"), ("b", "p")]),
    "240 deep": ("<div>" * 240 + "x" + "</div>" * 240, [("x", "div")]),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), CASES.values(), ids=CASES.keys())
def test_blocks(markup: str, expected: list[tuple[str, str]]) -> None:
    pages, lines = read_html(markup.encode(), "a.html")
    assert [(line.text, line.style) for line in lines] == expected
    for line in lines:
        assert pages[0][line.start : line.start + len(line.text)] == line.text
        assert line.block is (line.style != "pre")


def test_runs() -> None:
    markup = "<p>a <b>bold</b> <i>slanted</i> <del>gone</del> <ins>new</ins><sup>1</sup></p>"
    _, (line,) = read_html(markup.encode(), "a.html")
    assert line.text == "a bold slanted gone new1"
    marked = {line.text[run.start : run.end]: run for run in line.runs}
    assert marked["bold"].bold
    assert marked["slanted"].italic
    assert marked["gone"].struck
    assert marked["new"].underlined
    assert marked["1"].raised
    assert not line.bold


def test_regions_and_places() -> None:
    markup = "<header>H</header><table><td>T</table><p align=center>C</p><footer>F</footer>"
    _, lines = read_html(markup.encode(), "a.html")
    assert [(li.text, li.region, li.centred) for li in lines] == [
        ("H", "header", False),
        ("T", "table", False),
        ("C", "", True),
        ("F", "footer", False),
    ]


def test_lines_of_pre_keep_gap_and_indent() -> None:
    _, lines = read_html(b"<pre>one\n\n    two</pre>", "a.html")
    assert [(line.text, line.gap, line.left) for line in lines] == [("one", 0, 0), ("two", 1, 0.04)]


ENCODED = {
    "declared Latin 1": ('<meta charset="iso-8859-1"><p>café</p>', "cp1252"),
    "declared otherwise": ('<meta charset="iso-8859-2"><p>café</p>', "iso-8859-2"),
    "nothing declared": ("<p>café</p>", "utf-8"),
    "UTF-16": ("<p>café</p>", "utf-16"),
}


@pytest.mark.parametrize(("markup", "codec"), ENCODED.values(), ids=ENCODED.keys())
def test_encodings(markup: str, codec: str) -> None:
    assert read_html(markup.encode(codec), "a.html")[1][0].text == "café"


HOSTILE = {
    "comments": b"<p>x</p>" + b"<!--" * 50_000,
    "anchors": b"<p>x</p>" + b"<a" * 50_000,
    "attributes": b"<p>x</p><a" + b" a=" * 50_000,
    "spaces": b"<p style='" + b" " * 50_000 + b"x'>x</p>",
    "open elements": b"<p>x</p>" + b"<b><i>" * 50_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_is_quick(data: bytes) -> None:
    start = time.monotonic()
    with contextlib.suppress(ReadError):
        assert [line.text for line in read_html(data, "a.html")[1]][:1] == ["x"]
    assert time.monotonic() - start < 2


tags = st.sampled_from(["p", "b", "div", "ol", "li", "table", "td", "pre", "sup", "span"])
markups = st.recursive(
    st.text("ab \n").map(lambda text: text),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", tags, st.lists(inner, max_size=4)
    ),
)


@given(markups)
def test_no_letter_is_lost(markup: str) -> None:
    pages, lines = read_html(f"<html><body>{markup}</body></html>".encode(), "a.html")
    for line in lines:
        assert pages[0][line.start : line.start + len(line.text)] == line.text
        if line.runs:
            assert "".join(line.text[run.start : run.end] for run in line.runs) == line.text
    shown = "".join(part.partition(">")[2] for part in f">{markup}".split("<"))
    assert sum(line.text.count("b") for line in lines) == shown.count("b")


@pytest.mark.parametrize("reference", ["&#1;", "&#x1b;", "&#xFFFF;", "&#127;"])
def test_control_characters_written_as_references(reference: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.html: the control character U\+[0F]"):
        read_html(f"<html><p>Each Party{reference} acts.</p></html>".encode(), "a.html")
