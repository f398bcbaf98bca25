"""What the rows of the grid have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web import gridded, sample
from tracker.store import Library
from tracker.store.records.grids import Crossing, GridPage


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("grid") / "canal.db"
    gridded.make(path)
    with Library(path) as found:
        yield found


@pytest.fixture(scope="module")
def page(library: Library) -> GridPage:
    return library.grid_page("canal")


def headings(page: GridPage) -> dict[str, str]:
    """By thread the last heading that it had."""
    return {
        row.thread_id: [cell.heading for column in row.cells for cell in column if cell.heading][-1]
        for row in page.grid.rows
    }


def test_what_went_from_one_article_to_another(page: GridPage) -> None:
    names = headings(page)

    def told(one: Crossing) -> tuple[str, str, str, int, int, bool]:
        ends = (names[one.old_thread], names[one.new_thread])
        return one.relation, *ends, one.old_position, one.new_position, one.whole

    # The comparison of the first round with the third says the same again; it is no step.
    assert sorted(map(told, page.crossings)) == [
        ("demoted", "Fees", "Purpose", 1, 2, True),
        ("merged", "Rafts", "Barges and rafts", 1, 2, True),
        ("moved", "Barges and rafts", "Barges and rafts", 2, 3, True),
        ("moved", "Barges and rafts", "Locks", 1, 2, False),
        ("split", "Locks", "Sluices", 1, 2, True),
    ]
    moved = next(one for one in page.crossings if one.old_thread == one.new_thread)
    assert (names[moved.behind], names[moved.now_behind]) == ("Gates", "Purpose")
    assert moved.chapters == ("Chapter II", "Chapter I")


def test_the_chapter_is_that_of_the_last_draft(page: GridPage) -> None:
    names = headings(page)
    found = {names[one]: (group.heading, group.position) for one, group in page.groups.items()}
    assert found["Barges and rafts"] == ("Water", 3)
    assert found["Rafts"] == ("Boats", 1)
    assert found["Fees"] == ("Water", 3)


def test_what_holds_an_article_that_was_made_part_of_another(page: GridPage) -> None:
    names = headings(page)
    held = {names[holder.thread_id] for holder in page.holders.values()}
    assert (held, len(page.holders)) == ({"Purpose"}, 2)


def test_words_count_what_is_inside(page: GridPage) -> None:
    assert page.words["canal:W/1@en#art_4"] == page.words["canal:W/1@en#art_4__para_1"] + 11


def test_the_parts_of_an_article_with_where_else_they_stood(
    library: Library, page: GridPage
) -> None:
    names = headings(page)
    locks = next(one for one, name in names.items() if name == "Locks")
    inside = library.grid_inside(page.grid.drafts, locks)
    assert [len(row.cells) for row in inside.grid.rows] == [3]
    assert [names[one.thread_id] for one in inside.holders.values()] == ["Barges and rafts"]
    assert page.inner[locks] == 1


def test_findings_of_a_gone_article_are_told_behind_partial_documents(tmp_path: Path) -> None:
    sample.make(tmp_path / "moon.db")
    with Library(tmp_path / "moon.db") as library:
        page = library.grid_page("moon")
    beacons = next(
        row for row in page.grid.rows if row.cells[0] and row.cells[0][0].number[-1] == "3"
    )
    # A duty became an option for the observers; nothing is told of a round that covers other parts.
    observers = next(row for row in page.grid.rows if "Observers" in row.label)
    assert "force" in page.kinds[observers.thread_id]
    assert "new" not in page.kinds.get(beacons.thread_id, ())


def test_a_text_without_articles_has_a_row_a_provision(tmp_path: Path) -> None:
    from tests.drafts import outline
    from tracker.history import threads
    from tracker.model import Negotiation
    from tracker.store import open_database

    draft = outline("para_1 | 1. | | One.\npara_2 | 2. | | Two.", negotiation="notes")
    with open_database(tmp_path / "n.db") as store:
        store.put_negotiation(Negotiation("notes", "Notes"))
        told = {one.eid: ("other", "") for one in draft.provisions}
        store.put_draft(draft, None, told, (), threads([draft], {}), "n.xml")
    with Library(tmp_path / "n.db") as library:
        assert len(library.grid_page("notes").grid.rows) == 2
        assert library.grid_page("nothing").grid.rows == ()
