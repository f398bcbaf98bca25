"""Formats other than Word: what they hold, and what must not break them."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.made import compared, negotiation, revisions
from tests.export.test_redline import NEW, OLD, _draft
from tests.strategies import drafts, odd_text
from tests.web import sample
from tests.web.reading import Page
from tracker import akn
from tracker.errors import ExportError, StoreError
from tracker.export.as_csv import COLUMNS, guarded, plain_csv, spreadsheet_csv
from tracker.export.as_html import comparison_html
from tracker.export.as_json import SHAPE, comparison_json
from tracker.export.as_pdf import comparison_pdf
from tracker.export.as_sentences import sentences_csv
from tracker.export.as_text import END, RULE, STRUCK, draft_text
from tracker.export.as_xml import draft_xml
from tracker.export.pdf_lines import lines
from tracker.export.pieces import Piece
from tracker.export.snapshot import Snapshots
from tracker.model import Draft
from tracker.store import Library, open_database
from tracker.store.records.exports import Compared, Kept

MAKERS = (comparison_html, comparison_json, plain_csv, spreadsheet_csv, sentences_csv)


def harbour() -> Compared:
    return compared(_draft(OLD, "T/1"), _draft(NEW, "T/2"), "A notice & more.")


@given(revisions())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_two_drafts(both: tuple[Draft, Draft]) -> None:
    found = compared(*both)
    for make in MAKERS:
        assert make(found) == make(found)
    Page(comparison_html(found).decode())
    data = json.loads(comparison_json(found))
    assert [one["eid"] for one in data["old"]["provisions"]] == [p.eid for p in both[0].provisions]
    rows = list(csv.reader(io.StringIO(plain_csv(found).decode(), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}


@pytest.mark.parametrize("make", [*MAKERS, comparison_pdf], ids=lambda one: one.__name__)
def test_the_same_bytes_every_time(make: Callable[[Compared], bytes]) -> None:
    assert make(harbour()) == make(harbour())


def test_html_says_changes_in_words() -> None:
    page = Page(comparison_html(harbour()).decode())
    assert "Added: " in page.text
    assert "Deleted: " in page.text
    assert "Article 5 of T/1 became Article 1 of T/2." in page.text
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert {link.removeprefix("#") for link in page.links} <= ids


def test_the_shape_of_json_is_told() -> None:
    data = json.loads(comparison_json(harbour()))
    assert data["shape"] == SHAPE
    change = data["changes"][0]
    told = " ".join(SHAPE)
    for key in ("relation", "score", "runner_up", "covered", "heading", "coarse", "findings"):
        assert key in change
        assert key in told


FORMULAS = {
    "sum": ("=1+1", "'=1+1"),
    "plus": ("+1", "'+1"),
    "minus": ("-1", "'-1"),
    "at": ("@SUM(A1)", "'@SUM(A1)"),
    "tab": ("\t=1", "'\t'=1"),
    "only-tab": ("\tone", "'\tone"),
    "blank-first": (" =1", "' =1"),
    "next-cell": ("a;=1", "a;'=1"),
    "next-line": ("a\n=1", "a\n'=1"),
    "quoted": ('a;"=1', "a;'\"=1"),
    "wide": ("＝1", "'＝1"),
    "words": ("a = b - c", "a = b - c"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_formulas(name: str) -> None:
    cell, wanted = FORMULAS[name]
    assert guarded(cell) == wanted


@given(odd_text)
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    assert not re.match(r"[\s\"]*[=+\-@]", guarded(cell))
    assert not re.search(r"[;\t\n][\s\"]*[=+\-@]", guarded(cell))
    assert guarded(cell).replace("'", "") == cell.replace("'", "")


def test_a_pdf_has_the_words_and_the_notice() -> None:
    old = _draft(OLD, "T/1")
    old = replace(old, source=replace(old.source, standing="paraphrase"))
    text = _pdf_text(comparison_pdf(compared(old, _draft(NEW, "T/2"), "A notice & more.")))
    for words in ("NOT THE OFFICIAL TEXT", "A notice & more.", "Fees are paid before the boat",
                  old.source.sha256, "page 1"):  # fmt: skip
        assert words in text


def _pdf_text(raw: bytes) -> str:
    document = pypdfium2.PdfDocument(raw)
    try:
        said = []
        for n in range(len(document)):
            page = document[n]
            held = page.get_textpage()
            said.append(held.get_text_range())
            held.close()
            page.close()
        return " ".join(" ".join(said).split())
    finally:
        document.close()


def test_a_pdf_of_letters_without_glyphs_is_refused() -> None:
    old = _draft("art_1 | 第一条 | 目的 | 本条约的目的是保持月球安静并向所有人开放。", "T/1")
    new = replace(old, symbol="T/2")
    with pytest.raises(ExportError, match=r"font of our PDF files lacks .*U\+"):
        comparison_pdf(compared(old, new))


def test_a_pdf_says_which_few_glyphs_it_lacks() -> None:
    words = "Lamps burn until dawn at the mouth of the harbour. " * 20
    old = _draft(f"art_1 | Article 1 | Lamps | {words}灯", "T/1")
    text = _pdf_text(comparison_pdf(compared(old, replace(old, symbol="T/2"))))
    assert "The font of this file lacks 1 sign, printed" in text
    assert "U+706F" in text


def test_right_to_left_lines() -> None:
    pieces = [
        Piece("equal", "واحد اثنان "),
        Piece("insert", "two three"),
        Piece("equal", " أربعة"),
    ]
    [line] = lines(pieces, 100, lambda text, bold: float(len(text)), rtl=True)
    assert [one.text.strip() for one in line if one.text.strip()] == [
        "أربعة",
        "two three",
        "واحد اثنان",
    ]
    assert max(one.left + one.width for one in line) == 100


@given(st.lists(st.tuples(st.sampled_from(["equal", "insert"]), st.text(max_size=30)), max_size=6))
def test_no_line_is_too_wide_and_no_word_is_lost(some: list[tuple[str, str]]) -> None:
    pieces = [Piece(kind, text) for kind, text in some]  # type: ignore[arg-type]
    made = list(lines(pieces, 12, lambda text, bold: float(len(text)), rtl=False))
    said = "".join(one.text for line in made for one in line)
    assert sorted("".join(said.split())) == sorted("".join("".join(t for _, t in some).split()))
    assert all(sum(one.width for one in line) <= 12 for line in made)


@given(drafts())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_drafts(draft: Draft) -> None:
    from tests.export.made import draft_row

    kept = Kept(negotiation(draft), draft_row(draft, 1), draft)
    assert akn.parse(draft_xml(kept), "it") == draft
    body = draft_text(kept).decode().split(f"\n{RULE}\n", 1)[1]
    said = " ".join(f"{one.num} {one.heading} {one.text}" for one in draft.provisions)
    bare = body.replace(STRUCK, "").replace(END, "")
    assert bare.split() == said.replace(END, "").split()


def test_a_copy_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    sample.make(path)
    copies = Snapshots(path)
    with Library(path) as library:
        before = library.state()
        first = copies.open(before)
        with open_database(path) as store:
            store.put_negotiation(replace(sample.negotiation(), title="Another title"))
        after = library.state()
    assert after != before
    second = copies.open(after)
    titles = []
    for n, one in enumerate((first, second)):
        there = tmp_path / f"{n}.db"
        there.write_bytes(one.read())
        one.close()
        with Library(there) as library:
            found = library.negotiation("moon")
            assert found is not None
            titles.append(found.title)
    assert titles == [sample.negotiation().title, "Another title"]
    copies.close()


def test_a_copy_while_a_writer_is_at_it(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    sample.make(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE negotiations SET title = 'half written'")
    copies = Snapshots(path)
    with copies.open("now") as file:
        assert b"half written" not in file.read()
    writer.rollback()
    writer.close()
    copies.close()


def test_no_copy_of_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Snapshots(tmp_path / "nothing.db").open("now")
