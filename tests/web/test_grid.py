"""The grid of articles by round: its cells, the lines between them, its filters."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.web import gridded
from tests.web.reading import Page
from tracker.store import Library
from tracker.store.records import GridCell, GridRow
from tracker.store.records.grids import Crossing
from web import create_app
from web.overview import grid_filters, grid_lines, negotiations
from web.overview.grid_cells import Cell, Column, Row, cells, rows
from web.shelf import EXTENSION


def cell(function: str = "other", words: int = 0) -> GridCell:
    return GridCell(
        provision_id="p",
        address="a",
        number="Article 1",
        heading="",
        legal_function=function,
        relation="same",
        certain=True,
        rounds_missed=0,
        changed_words=words,
    )


CASES: dict[str, tuple[list[str | None], list[bool], list[bool]]] = {
    "another job": (["offence", "sanction"], [False, True], [False, False]),
    "the same again behind one that could not be told": (
        ["offence", "other", "offence"],
        [False, False, False],
        [False, False, False],
    ),
    "another behind one that could not be told": (
        ["offence", "unclear", "sanction"],
        [False, False, True],
        [False, False, False],
    ),
    "told for the first time": (["other", "offence"], [False, False], [False, False]),
    "back, though its job was never told": (
        ["other", None, "other"],
        [False, False],
        [False, True],
    ),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("canal") / "canal.db"
    gridded.make(path)
    return path


@pytest.fixture(scope="module")
def canal(database: Path) -> Iterator[FlaskClient]:
    app = create_app(database)
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.mark.parametrize(("functions", "turned", "returned"), CASES.values(), ids=CASES)
def test_cells(
    canal: FlaskClient, functions: list[str | None], turned: list[bool], returned: list[bool]
) -> None:
    columns = [[cell(one)] if one is not None else [] for one in functions]
    with canal.application.app_context():
        made = [one for column in cells(columns, [False] * len(columns)) for one in column]
    assert [one.function_changed for one in made] == turned
    assert [one.returned for one in made] == returned


SHARES = {
    "nothing": (0, 100, 0),
    "a word of many": (1, 1000, 1),
    "a fifth": (40, 100, 2),
    "nearly all": (190, 100, 3),
    "no word counted": (5, 0, 3),
}


@pytest.mark.parametrize(("changed", "words", "level"), SHARES.values(), ids=SHARES)
def test_how_much_changed_is_a_share_of_both_texts(
    canal: FlaskClient, changed: int, words: int, level: int
) -> None:
    from web.overview.grid_cells import _About

    about = _About(words={"p": words})
    with canal.application.app_context():
        (_, (second,)) = cells([[cell()], [cell(words=changed)]], [False, False], about)
    assert second.level == level


# Lines ----------------------------------------------------------------------------------------


def some_row(name: str) -> Row:
    made = Cell(cell(), "1", "", "", False, 0, False, "")
    grid_row = GridRow(name, name, "article", True, 0, 0, ((cell(),), (cell(),)))
    return Row(grid_row, name, (Column("present", (made,)), Column("present", (made,))))


APP = create_app(Path("nothing"))
"""Without an application there is nothing to look the words up with."""

NAMES = "abcdefgh"
ROWS = [some_row(name) for name in NAMES]


@st.composite
def crossings(draw: st.DrawFn) -> list[Crossing]:
    pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES))
    found = draw(st.lists(pairs, max_size=12, unique_by=lambda one: one[:2]))
    return [
        Crossing("moved", old, new, 1, 2, True, True, 0, behind if old == new != behind else "")
        for old, new, behind in found
    ]


ENDS = {"leave-down", "leave-up", "from-edge", "edge-up"}


@given(crossings(), st.lists(st.sampled_from(NAMES), unique=True))
def test_each_line_runs_without_a_gap_and_none_over_another(
    some: list[Crossing], shown: list[str]
) -> None:
    with APP.app_context():
        lines = grid_lines.lines(some, ROWS, shown, [1, 2])
    by_line: dict[int, list[tuple[int, grid_lines.Piece]]] = {}
    for (at, column), pieces in lines.pieces.items():
        assert column == 1
        assert len({one.lane for one in pieces}) == len(pieces)
        assert all(1 <= one.lane <= lines.lanes[1] <= grid_lines.LANES for one in pieces)
        for one in pieces:
            by_line.setdefault(one.line, []).append((at, one))
    assert len(by_line) == lines.drawn
    for drawn in by_line.values():
        places = sorted(at for at, _ in drawn)
        assert places == list(range(places[0], places[-1] + 1))
        assert len({one.lane for _, one in drawn}) == 1
        shapes = [one.shape for _, one in sorted(drawn, key=lambda one: one[0])]
        assert all(shape == "pass" for shape in shapes[1:-1])
        assert {shapes[0] in ENDS, shapes[-1] in ENDS} == {True, False}
    visible = [one for one in some if {one.old_thread, one.new_thread} & set(shown)]
    assert lines.drawn + lines.told == len(visible)


@given(crossings(), st.lists(st.sampled_from(NAMES), unique=True))
def test_an_end_leads_to_the_other_end_or_to_its_story(
    some: list[Crossing], shown: list[str]
) -> None:
    with APP.app_context():
        lines = grid_lines.lines(some, ROWS, shown, [1, 2])
    there = {
        end.id for (thread, _), ends in lines.ends.items() if thread in shown for end in ends
    } | {f"r-{thread}" for thread in shown}
    for (thread, _), ends in lines.ends.items():
        for end in ends if thread in shown else ():
            assert end.to in there or (not end.to and end.thread)


# The page -------------------------------------------------------------------------------------


def ids(client: FlaskClient, query: str = "") -> list[str]:
    html = client.get(f"/n/canal/grid{query}").text
    return re.findall(r'<th scope="row" id="r-([0-9a-f]+)"', html)


def labels(client: FlaskClient, query: str = "") -> list[str]:
    html = client.get(f"/n/canal/grid{query}").text
    found = re.findall(r'<th scope="row" id="[^"]+"><span[^>]*>([^<]+)</span>', html)
    return [unescape(one) for one in found]


def test_what_is_gone_stands_where_its_neighbours_are(canal: FlaskClient) -> None:
    assert labels(canal) == [
        "Article 1 Purpose",
        "Article 6 Fees",
        "Article 2 Barges and rafts",
        "Article 5 Rafts",
        "Article 3 Locks",
        "Article 3 Sluices",
        "Article 4 Gates",
    ]


def test_both_ends_of_a_line_say_what_went_where(canal: FlaskClient) -> None:
    html = canal.get("/n/canal/grid").text
    said = Page(html).text
    for words in (
        "part went to Article 3, between rounds 1 and 2",
        "split from the former Article 2",
        "went into Article 5",
        "took in the former Article 5",
        "now part of Article 1",
        "holds the former Article 6",
        "moved from Chapter II to Chapter I, between rounds 2 and 3",
    ):
        assert words in said
    page = Page(html)
    there = {one["id"] for _, one in page.tags if "id" in one}
    ends = [one["href"] for one in page.all("a") if one.get("class", "").startswith("went")]
    assert len(ends) == 7
    assert {one.removeprefix("#") for one in ends} <= there
    drawn = [one["class"].split() for one in page.all("i")]
    assert {one[3] for one in drawn} == {"merged", "split", "demoted", "moved"}


def test_parts_that_went_elsewhere_are_told_when_asked_for(canal: FlaskClient) -> None:
    words = "1 part to Article 2"
    assert words not in canal.get("/n/canal/grid").text
    assert words in canal.get("/n/canal/grid?lines=all").text
    none = Page(canal.get("/n/canal/grid?lines=none").text)
    assert not none.all("i")


def test_an_article_that_was_made_part_of_another_says_where(canal: FlaskClient) -> None:
    said = Page(canal.get("/n/canal/grid?kind=demoted").text).text
    assert "1. 3 words in Article 1 sanctions" in said
    assert "2 of 7 articles: Made part of another, or holds it." in said


def test_every_choice_leaves_as_many_rows_as_it_says(canal: FlaskClient) -> None:
    for base in ("", "?kind=reworded", "?function=sanction"):
        html = canal.get(f"/n/canal/grid{base}").text
        offered = 0
        for name, body in re.findall(r'<select id="(\w+)" name="\w+">(.*?)</select>', html, re.S):
            if name == "lines" or f"{name}=" in base:
                continue
            for value, count in re.findall(r'value="([^"]+)"[^>]*>[^<]*\((\d+)\)', body):
                join = "&" if base else "?"
                assert len(ids(canal, f"{base}{join}{name}={value}")) == int(count), (name, value)
                offered += 1
        assert offered >= 3


def test_chapters_are_those_of_the_last_draft_that_has_the_article(canal: FlaskClient) -> None:
    html = canal.get("/n/canal/grid").text
    chapters = dict(re.findall(r'<option value="([0-9a-f]{6,})">(Chapter [^(]+) \(', html))
    first, second = sorted(chapters, key=lambda one: chapters[one])
    assert chapters[first] == "Chapter I Water"
    assert labels(canal, f"?chapter={second}") == ["Article 5 Rafts"]
    assert "Article 2 Barges and rafts" in labels(canal, f"?chapter={first}")


def test_the_parts_of_an_article_open(canal: FlaskClient) -> None:
    locks = ids(canal)[labels(canal).index("Article 3 Locks")]
    closed, opened = (
        Page(canal.get(f"/n/canal/grid{query}").text)
        for query in ("", f"?open={locks}&kind=reworded")
    )
    rows_of = [
        len([one for one in page.all("tr") if "inner" in one.get("class", "")])
        for page in (closed, opened)
    ]
    assert rows_of == [0, 1]
    assert "1. in Article 4" in opened.text
    assert f"/n/canal/grid?kind=reworded#r-{locks}" in opened.links


def test_nothing_fits(canal: FlaskClient) -> None:
    said = Page(canal.get("/n/canal/grid?kind=moved&function=sanction").text).text
    assert "0 of 7 articles" in said
    assert "No article fits all of this. Show all" in said


BAD = {
    "?kind=nothing": 400,
    "?kind=%00": 400,
    "?function=other": 400,
    "?lines=<script>": 400,
    "?chapter=nothing": 404,
    "?chapter=" + "9" * 501: 400,
    "?open=nothing": 404,
    "?open=../../etc": 404,
    "?lang=xx": 404,
    "?lang='": 400,
}


@pytest.mark.parametrize("query", BAD, ids=[one[:24] for one in BAD])
def test_what_cannot_be_meant_is_refused(canal: FlaskClient, query: str) -> None:
    answer = canal.get(f"/n/canal/grid{query}")
    assert answer.status_code == BAD[query]
    assert "<script>" not in answer.text


def test_the_page_of_the_negotiation_shows_what_changed_most(canal: FlaskClient) -> None:
    page = Page(canal.get("/n/canal").text)
    assert "The first whole draft had 6 articles. Of these, 4 stayed to the last, " in page.text
    assert "See all 7 articles" in page.text
    assert "/n/canal/grid?kind=split" in page.links
    kinds = {one for link in page.links for one in re.findall(r"grid\?kind=([\w-]+)", link)}
    assert kinds <= set(grid_filters.KINDS)


def test_drafts_in_another_language_than_their_negotiation_keep_it(tmp_path: Path) -> None:
    path = tmp_path / "canal.db"
    gridded.make(path)
    changed = sqlite3.connect(path)
    changed.execute("UPDATE negotiations SET language = 'ar'")
    changed.commit()
    changed.close()
    app = create_app(path)
    links = Page(app.test_client().get("/n/canal?lang=en").text).links
    app.extensions[EXTENSION].close()
    for part in ("/n/canal/feed", "/negotiations/canal/grid", "/n/canal/compare", "/n/canal/grid"):
        found = [one for one in links if part in one]
        assert found
        assert all("lang=en" in one for one in found)


def test_what_was_split_before_it_went_is_gone(database: Path, canal: FlaskClient) -> None:
    """Only what goes into another row at its end is not gone."""
    with Library(database) as library, canal.application.app_context():
        page = library.grid_page("canal")
        made = rows(page)
    ended = next(row for row in made if row.label == "Article 3 Sluices")
    other = next(row for row in made if row.label == "Article 1 Purpose")

    def is_gone(position: int) -> bool:
        went = Crossing("split", ended.id, other.id, position, position + 1, True, True, 0, "")
        kinds = grid_filters.kinds_of(made, replace(page, crossings=(went,)))
        return "gone" in kinds[ended.id]

    assert ended.until == 2
    assert (is_gone(1), is_gone(2)) == (True, False)


def test_what_stayed_by_a_guess_is_counted_apart(database: Path) -> None:
    with Library(database) as library:
        page = library.grid_page("canal")
    sure = negotiations._since(page)
    assert sure is not None
    doubted = [
        replace(
            row, cells=(*row.cells[:-1], tuple(replace(c, certain=False) for c in row.cells[-1]))
        )
        for row in page.grid.rows
    ]
    guessed = negotiations._since(replace(page, grid=replace(page.grid, rows=tuple(doubted))))
    assert guessed == replace(sure, possibly=sure.kept)
    assert (sure.kept, sure.possibly) == (4, 0)


def test_a_round_says_how_much_of_what_changed_is_a_guess(tmp_path: Path) -> None:
    path = tmp_path / "canal.db"
    gridded.make(path)
    with Library(path) as library:
        assert [one.guesses for one in library.rounds("canal")] == [0, 0, 0]
    changed = sqlite3.connect(path)
    # A link that is not sure and tells of no change is not counted.
    changed.execute("UPDATE links SET certain = 0 WHERE relation IN ('renumbered', 'same')")
    changed.commit()
    changed.close()
    with Library(path) as library:
        assert [one.guesses for one in library.rounds("canal")] == [0, 1, 2]
    app = create_app(path)
    text = Page(app.test_client().get("/n/canal").text).text
    app.extensions[EXTENSION].close()
    assert "1 of these is only possibly so" in text
    assert "2 of these are only possibly so" in text


def test_a_row_ends_where_it_was_last_seen(database: Path, canal: FlaskClient) -> None:
    with Library(database) as library, canal.application.app_context():
        found = {row.label: row.until for row in rows(library.grid_page("canal"))}
    assert found["Article 5 Rafts"] == 1
    assert found["Article 3 Sluices"] == 2
    assert found["Article 1 Purpose"] == 0
