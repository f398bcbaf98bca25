"""That a provision is gone, or new, is told as surely on every page as on every other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.store import test_absences as towers
from tests.web import gridded, sample
from tests.web.reading import Page
from tests.web.test_hollow import NEW, OLD
from tracker import pipeline
from tracker.export.remarks import doubts
from tracker.findings.alike import REWRITTEN
from tracker.ingesters import About
from tracker.model import Negotiation
from tracker.store import Library, open_database
from tracker.store.phrase import Question
from tracker.store.records import ChangeRow, DraftRow, NegotiationRow, ThreadPage
from tracker.texts import draft_of
from web import create_app
from web.atom import feed_lives
from web.changes import card_view, cards, findings
from web.changes.overviews import by_provision
from web.overview import grid_cells, grid_filters
from web.shelf import EXTENSION
from web.stories.lives import life
from web.stories.moments import Moment, moments

Degrees = dict[str, bool]


def _two(path: Path, texts: tuple[str, str]) -> None:
    with open_database(path) as store:
        store.put_negotiation(Negotiation("piers", "Convention on Piers", "Made up for the tests."))
        for n, text in enumerate(texts, 1):
            file = path.with_name(f"{n}.txt")
            file.write_text(text, encoding="utf-8")
            about = About("piers", f"P/{n}", f"203{n}-01-01", standing="official")
            pipeline.add(store, draft_of(file, about), path)


def piers(path: Path) -> None:
    """Two drafts, the newer of which lacks the words of an article."""
    _two(path, (OLD, NEW))


def _articles(*texts: str) -> str:
    """Articles without a heading, all of whose words stand in their paragraphs."""
    return "\n\n".join(f"Article {n}\n\n{text}" for n, text in enumerate(texts, 1)) + "\n"


LAMPS = "Each harbour keeps a lamp burning on the pier from dusk until the first light of dawn."
NETS = "Nets are hung on the wall behind the chapel until the bell is rung for noon."
BUOYS = (
    "Buoys of wood are painted in red once a year by the guild of the painters.\n\n"
    "The guild sends two masters to count them when the ice has gone."
)
TOLLS = (
    "A toll of four coins is due from every foreign vessel above twenty tons.\n\n"
    "Pilots who guide such vessels keep a third of it for their widows."
)
COURT = "Quarrels over salvage are settled by three judges whom the council draws by lot."


def walls(path: Path) -> None:
    """Two drafts in plain articles: one is gone for sure, one new for sure."""
    _two(path, (_articles(LAMPS, NETS, BUOYS), _articles(LAMPS, NETS, TOLLS)))


def anew(path: Path) -> None:
    """Two drafts of which one was written anew: a short article alone was kept."""
    _two(path, (_articles(LAMPS, BUOYS, NETS), _articles(LAMPS, TOLLS, COURT)))


MADE = {
    "piers": piers,
    "walls": walls,
    "anew": anew,
    "canal": gridded.make,
    "moon": sample.make,
    "towers": towers.make,
}


@pytest.fixture(scope="module", params=MADE)
def app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    path = tmp_path_factory.mktemp("degrees") / "any.db"
    MADE[request.param](path)
    made = create_app(path)
    with made.test_request_context():
        yield made
    made.extensions[EXTENSION].close()


class Pages:
    """What the pages of a negotiation say of the provisions that only one of two drafts has."""

    def __init__(self, library: Library, negotiation: NegotiationRow) -> None:
        self.library, self.negotiation = library, negotiation
        self.drafts = library.drafts(negotiation.id, negotiation.language)
        page = library.grid_page(negotiation.id)
        self.grid = {one.id: one.columns for one in grid_cells.rows(page)}
        self.column = {draft.id: at for at, draft in enumerate(page.grid.drafts)}

    def told(self) -> Iterator[tuple[str, Degrees]]:
        """By provision how sure each page is."""
        for at, new in enumerate(self.drafts):
            for old in self.drafts[:at]:
                if not (old.partial or new.partial):
                    yield from self._between(old, new)

    def _between(self, old: DraftRow, new: DraftRow) -> Iterator[tuple[str, Degrees]]:
        page = self.library.comparison(old.id, new.id)
        flow = self.library.flow([old, new])
        assert page is not None
        assert flow is not None
        found = self.library.findings(page.comparison.id).findings
        said = {place: one for one in found for place in one.places if one.kind != "function"}
        view = cards.View(ways=flow.steps[0].ways)
        sheet = cards.sheet(
            page, cards.names_of(page), findings.by_link(found), everything=True, view=view
        )
        shown = {card.provision.id: card.told.certain for card in sheet.cards}
        ways = by_provision(flow.steps[0].ways)
        exported = doubts(page.rows, found)
        for row in page.rows:
            if row.old is not None and row.new is not None:
                continue
            one = row.new or row.old
            assert one is not None
            degrees = {"row": row.certain, "export": row.link_id not in exported}
            degrees["card"] = self._on_card(row)
            if row.link_id in said:
                degrees["finding"] = said[row.link_id].certain
            if one.id in shown:
                degrees["comparison"] = shown[one.id]
            if one.id in ways and ways[one.id].fate in ("dropped", "joined", "new", "parted"):
                degrees["flow"] = ways[one.id].certain
            yield f"{old.symbol} {new.symbol} {one.eid}", degrees | self._through(row, old, new)

    def _on_card(self, row: ChangeRow) -> bool:
        address = self.library.link_address(row.link_id)
        page = self.library.link(address or "")
        assert page is not None
        told = card_view.view(page).told
        assert told is not None
        return told.certain

    def _through(self, row: ChangeRow, old: DraftRow, new: DraftRow) -> Degrees:
        """What the story, its feed and the grid say, if they tell of these two drafts."""
        one = row.new or row.old
        assert one is not None
        page = self.library.thread(one.thread_id or "")
        if page is None:
            return {}
        told = moments(life(page, self.library).stages)
        here = next(each for each in told if each.stage.draft.id == new.id)
        if row.new is None and not here.stage.entries and _last(told, here) == old.id:
            degrees = {"story": here.sure} | self._in_feed(page, here)
            column = self.grid.get(page.id)
            return degrees | ({"grid": column[self.column[new.id]].certain} if column else {})
        if row.old is None and here.kind == "entered" and _lacked(told, here) == old.id:
            column = self.grid.get(page.id)
            cells = column[self.column[new.id]].cells if column else ()
            return {"story": here.sure} | ({"grid": cells[0].certain} if cells else {})
        return {}

    def _in_feed(self, page: ThreadPage, here: Moment) -> Degrees:
        if here.kind != "gone":
            return {}
        (entry,) = [
            one
            for one in feed_lives.of_thread(page, self.negotiation)
            if one.drafts[-1].id == here.stage.draft.id
        ]
        return {"feed": "possibly" not in entry.title}


def _last(told: tuple[Moment, ...], here: Moment) -> str:
    """The last draft before a moment that has the provision."""
    found = [one for one in told if one.position < here.position and one.stage.entries]
    return found[-1].stage.draft.id if found else ""


def _lacked(told: tuple[Moment, ...], here: Moment) -> str:
    """The last whole draft before the first that has the provision."""
    before = [one for one in told if one.position < here.position]
    whole = [one for one in before if not one.stage.draft.partial]
    return whole[-1].stage.draft.id if whole and not _last(told, here) else ""


def test_every_page_is_as_sure_as_the_others(app: Flask) -> None:
    library: Library = app.extensions[EXTENSION]
    found = [told for one in library.negotiations() for told in Pages(library, one).told()]
    assert found
    assert [(one, degrees) for one, degrees in found if len(set(degrees.values())) > 1] == []


def test_every_page_counts_the_same(app: Flask) -> None:
    library: Library = app.extensions[EXTENSION]
    for one in library.negotiations():
        drafts = library.drafts(one.id, one.language)
        flow = library.flow(drafts) if len(drafts) == 2 else None
        # Over several rounds an article may go and come back; the flow tells of each step.
        if flow is None or any(draft.partial for draft in drafts):
            continue
        page = library.grid_page(one.id)
        rows = grid_cells.rows(page)
        counted = grid_filters.counts(rows, grid_filters.kinds_of(rows, page))
        for fate, kind in (("dropped", "gone"), ("new", "new")):
            sure = [way.certain for way in flow.steps[0].ways if way.fate == fate]
            assert counted.get(kind, (0, 0)) == (len(sure), sure.count(False)), (one.id, kind)


SURE = {"walls": (True, ""), "anew": (False, REWRITTEN)}


@pytest.mark.parametrize("name", SURE)
def test_an_article_is_gone_as_surely_as_drafts_are_alike(tmp_path: Path, name: str) -> None:
    MADE[name](tmp_path / "any.db")
    with Library(tmp_path / "any.db") as library:
        old, new = library.drafts("piers")
        page = library.comparison(old.id, new.id)
        assert page is not None
        found = library.findings(page.comparison.id).findings
    alone = [
        row
        for row in page.rows
        if (row.old is None or row.new is None) and (row.old or row.new).is_article  # type: ignore[union-attr]
    ]
    assert len(alone) >= 2
    certain, why = SURE[name]
    assert {row.certain for row in alone} == {certain}
    told = [one for one in found if one.link_id in {row.link_id for row in alone}]
    assert len(told) == len(alone)
    assert {(one.certain, one.why) for one in told} == {(certain, why)}


def test_the_samples_have_doubts_to_tell(tmp_path: Path) -> None:
    piers(tmp_path / "any.db")
    with Library(tmp_path / "any.db") as library:
        old, new = library.drafts("piers")
        page = library.comparison(old.id, new.id)
    assert page is not None
    assert {row.certain for row in page.rows if row.new is None or row.old is None} == {False}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path = tmp_path_factory.mktemp("towers") / "any.db"
    towers.make(path)
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


STORIES = {
    "art_2": (
        "No longer there by itself from round 2 (T/2) on.",
        "Round 2 of 2, 1 January 2031: no longer there by itself",
        "No longer there by itself; last seen as article 2 in T/1.",
        "Its words went on in article 1.",
    ),
    "art_4__para_1": (
        "Possibly taken out in round 2 (T/2).",
        "Round 2 of 2, 1 January 2031: possibly no longer there",
        "Possibly no longer there; last seen",
        "Its words possibly went on in article 1, paragraph 3.",
        "It was all the text of article 4: what became of that is told there.",
    ),
    "art_3": (
        "Taken out in round 2 (T/2).",
        "Round 2 of 2, 1 January 2031: no longer there",
        "No longer there; last seen as article 3 in T/1.",
    ),
    "art_3__para_1": (
        "Taken out in round 2 (T/2).",
        "No longer there; last seen as article 3",
        "It was all the text of article 3: what became of that is told there.",
    ),
}


@pytest.mark.parametrize("eid", STORIES)
def test_a_story_tells_one_degree(client: FlaskClient, eid: str) -> None:
    library: Library = client.application.extensions[EXTENSION]
    thread = towers.page_of(library, "T/1", eid)
    said = Page(client.get(f"/t/{thread.id}").text).text
    for one in STORIES[eid]:
        assert one in said
    doubted = "ossibly no longer there" in said
    assert doubted == any("ossibly no longer" in one for one in STORIES[eid])


def test_the_grid_says_of_how_many_it_is_not_sure(client: FlaskClient) -> None:
    page = Page(client.get("/n/towers/grid").text).text
    assert "Gone at the end (1)" in page
    assert "Made part of another, or holds it (4, 2 possibly)" in page
    assert "possibly not in this draft" in page
    assert "not in this draft by itself" in page
    hub = Page(client.get("/n/towers").text).text
    assert "Made part of another, or holds it 4 (2 possibly)" in hub


def test_a_phrase_in_a_heading_and_all_its_text_is_in_one_provision(client: FlaskClient) -> None:
    page = Page(client.get("/n/towers/phrase?q=lamp&stemmed=1").text).text
    assert "4 in 2 provisions" not in page
    assert "3 in 2 provisions" in page
    assert "all the text of article 4" in page


@pytest.mark.parametrize(("words", "sure"), [("Buoys of wood", True), ("throws stones", False)])
def test_a_phrase_is_gone_as_surely_as_its_provision(
    client: FlaskClient, words: str, sure: bool
) -> None:
    library: Library = client.application.extensions[EXTENSION]
    page = library.phrase("towers", "en", Question(words))
    assert page is not None
    ended = [stay for row in page.rows for stay in row.stays if stay.ended == "gone"]
    assert [stay.certain for stay in ended] == [sure]


CARDS = {
    "art_2": ("became part of another", "not by itself in T/2"),
    "art_3": ("gone", "not in T/2"),
    "art_4__para_1": ("possibly no longer there", "possibly not in T/2"),
}


@pytest.mark.parametrize("eid", CARDS)
def test_a_card_and_its_citation_are_as_sure(client: FlaskClient, eid: str) -> None:
    library: Library = client.application.extensions[EXTENSION]
    old, new = library.drafts("towers")
    page = library.comparison(old.id, new.id)
    assert page is not None
    (row,) = [one for one in page.rows if one.new is None and one.old and one.old.eid == eid]
    card = Page(client.get(f"/f/{library.link_address(row.link_id)}").text)
    title, cited = CARDS[eid]
    assert f": {title}," in card.text
    assert f"After: {cited} (" in card.text
