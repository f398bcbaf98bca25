"""A draft laid out as a document, and its reading report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.golden.make import FOLDER
from tests.web.reading import Page
from tracker import pipeline
from tracker.ingesters import About
from tracker.model import Furniture
from tracker.report import Share
from tracker.store import Library, open_database
from tracker.texts import draft_of
from web import create_app
from web.reading import document, places
from web.shelf import EXTENSION

PDF = FOLDER / "consolidated.pdf"
DRAFT = "/n/ferries/d/F/1"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drafts") / "ferries.db"
    with open_database(path) as store:
        about = About("ferries", "F/1", "2031-05-07", standing="official")
        pipeline.add(store, draft_of(PDF, about), path, file=PDF)
    return path


@pytest.fixture(scope="module")
def client(database: Path) -> Iterator[FlaskClient]:
    app = create_app(database)
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def page(client: FlaskClient) -> Page:
    return Page(client.get(DRAFT).text)


def test_each_passage_has_its_history_its_page_and_its_address(page: Page, database: Path) -> None:
    with Library(database) as library:
        draft = library.draft("ferries", "F/1")
        assert draft is not None
        provisions = library.provisions(draft.id)
    links = set(page.links)
    assert len(provisions) > 90
    for one in provisions:
        assert f"#{one.eid}" in links
        assert f"/t/{one.thread_id}#m-{one.address}" in links
        if one.page:
            assert f"{DRAFT}/page/{one.page}?p={one.eid}#on-{one.eid}" in links


def test_pages_turn_in_order_and_once(client: FlaskClient, page: Page) -> None:
    turns = [
        int(one["href"].rpartition("/")[2])
        for one in page.all("a")
        if one.get("href", "").startswith(f"{DRAFT}/page/") and "?" not in one["href"]
    ]
    assert turns == sorted(set(turns))
    assert len(turns) > 10
    assert f"Page {turns[3]} of the source" in page.text


def test_footnotes_are_at_hand_at_the_foot_of_their_page(page: Page) -> None:
    text = page.text
    note = text.index(
        "Notes at the foot of page 2 (1) 1 A raft counts as a boat if it has a rudder."
    )
    assert text.index("Page 2 of the source") < note < text.index("Page 3 of the source")


def test_articles_with_words_in_brackets_are_counted_and_signed(page: Page) -> None:
    assert "articles have words in brackets or alternatives" in page.text
    contents = page.text[page.text.index("Contents") : page.text.index("Text Touch")]
    assert "[ ]has words in brackets or alternatives" in contents


def test_contents_lie_folded_where_there_is_no_room(page: Page) -> None:
    folded = next(one for one in page.all("details") if "data-fold" in one)
    assert "open" not in folded
    assert all("open" not in one for one in page.all("details"))


def test_where_it_comes_from_is_told(page: Page) -> None:
    told = page.text[page.text.index("Source of this text Symbol") :]
    for words in ("F/1", "7 May 2031", "consolidated.pdf", "Fingerprint (SHA-256)"):
        assert words in told


def lines(*texts: str, page: int = 1, kind: str = "footnote") -> list[Furniture]:
    return [Furniture(kind, text, page, 0, len(text)) for text in texts]


NOTES = {
    "one note": (lines("1 See the map."), ["1 See the map."]),
    "a note that goes on": (lines("1 See the", "map."), ["1 See the map."]),
    "two notes": (lines("1 See.", "2 See also."), ["1 See.", "2 See also."]),
    "signs": (lines("* See.", "** And", "more."), ["* See.", "** And more."]),
    "it goes on from the page before": (
        lines("of the map.", "3 Ibid."),
        ["of the map.", "3 Ibid."],
    ),
    "comments stand alone": (lines("yes", "no", kind="comment"), ["yes", "no"]),
    "no notes": (lines("heads", kind="running-head"), []),
    "of another page": (lines("1 See.", page=2), []),
}


@pytest.mark.parametrize(("furniture", "expected"), NOTES.values(), ids=NOTES)
def test_notes_are_put_together(furniture: list[Furniture], expected: list[str]) -> None:
    assert list(document._notes(furniture, 1)) == expected


def test_no_note_of_a_page_is_lost(database: Path) -> None:
    with Library(database) as library:
        draft = library.draft("ferries", "F/1")
        assert draft is not None
        provisions = library.provisions(draft.id)
        report = library.report(draft.id)
    assert report is not None
    stray = [Furniture("footnote", f"9 On page {n}.", n, 0, 12) for n in (1, 5, 16, 40)]
    furniture = (*report.furniture, *stray)
    blocks, last = document.blocks(provisions, "en", furniture)
    turns = [block.turn for block in blocks if block.turn] + ([last] if last else [])
    shown = [page for turn in turns for page, _ in turn.notes]
    assert shown == sorted({one.page for one in furniture if one.kind == "footnote"})
    # Without pages nothing turns.
    assert document.blocks(provisions, "en")[1] is None
    assert not any(block.turn for block in document.blocks(provisions, "en")[0])


def share(place: str, part: float) -> Share:
    return Share(place, round(1000 * part), part)


VERDICTS = {
    "all": ((share("text", 0.9), share("footnote", 0.1)), "all", 1.0),
    "some": ((share("text", 0.9), share("unplaced", 0.1)), "some", 0.9),
    "fault": ((share("text", 0.9), share("lost", 0.1)), "fault", 0.9),
    "both": ((share("text", 0.8), share("unplaced", 0.1), share("lost", 0.1)), "fault", 0.8),
    "nothing": ((), "all", 1.0),
    "unplaced and empty": ((share("text", 1.0), share("unplaced", 0.0)), "all", 1.0),
}


@pytest.mark.parametrize(("shares", "state", "placed"), VERDICTS.values(), ids=VERDICTS)
def test_the_report_begins_with_a_verdict(
    shares: tuple[Share, ...], state: str, placed: float
) -> None:
    found = places.verdict(shares)
    assert found.state == state
    assert found.placed == pytest.approx(placed)


def test_the_report_answers_first(client: FlaskClient, tmp_path: Path) -> None:
    text = Page(client.get(f"{DRAFT}/report").text).text
    assert text.index("Everything was read.") < text.index("Where the characters are")
    assert "See the file: 16 pages" in text
    about = About("ferries", "F/1", "2031-05-07", standing="official")
    draft = draft_of(PDF, about)
    stray = Furniture("unplaced", "Ferry house", len(draft.pages) + 1, 0, 11)
    draft = replace(draft, pages=(*draft.pages, "Ferry house"), furniture=(*draft.furniture, stray))
    path = tmp_path / "stray.db"
    with open_database(path) as store:
        pipeline.add(store, draft, path)
    page = Page(create_app(path).test_client().get(f"{DRAFT}/report").text)
    assert "Not everything." in page.text
    assert "could not be placed: 1 passage, listed below." in page.text
    assert page.text.index("Ferry house") < page.text.index("Where the characters are")
    assert f"{DRAFT}/page/17" in page.links
