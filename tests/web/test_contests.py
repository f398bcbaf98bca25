"""The page of contested words, and how their end is told in the history of a provision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.store import bracketed
from tests.store.helpers import put
from tests.web.reading import Page
from tracker.model import Negotiation
from tracker.store import open_database
from tracker.store.contests import Wanted
from web import create_app
from web.shelf import EXTENSION
from web.wording.contests import OUTCOMES, came_beside

PAGE = "/n/lamps/brackets"


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    path = bracketed.build(tmp_path_factory.mktemp("brackets") / "lamps.db")
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="empty", title="Nothing yet"))
        store.put_negotiation(Negotiation(id="early", title="Not looked at"))
        put(store, replace(bracketed.drafts()[0], negotiation="early"))
    app = create_app(path)
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def lamps(lights: Flask) -> FlaskClient:
    return lights.test_client()


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert page.ids_twice() == []
    return page.text


def entries(client: FlaskClient, address: str) -> list[str]:
    """The text of each entry of the list."""
    html = client.get(address).text
    found = re.findall(r'<li id="c-\w+" class="contest.*?</li>', html, re.DOTALL)
    return [Page(one).text for one in found]


ENDS = [
    pytest.param("open", "[Gulls are not fed on Sundays.] On other days they are fed fish. "
                 "In brackets in rounds 1 2 3 4 → Still in brackets Nobody is named. "
                 "Marked so in 4 drafts, from round 1 (1 January 2031) to round 4 (1 April 2031).",
                 id="open"),
    pytest.param("kept", "Every keeper [shall] [may] tend the lamp by night and must not sleep. "
                 "In brackets in rounds 1 2 → Kept in round 3 Other words may have come in beside "
                 "them: what changed from round 2 to round 3. Proposed by Brecony and Corvane.",
                 id="kept"),
    pytest.param("replaced", "[shall] [may] tend the lamp by night and must not sleep. In brackets "
                 "in rounds 1 2 → Replaced in round 3 Now in their place: may Proposed by Aldova.",
                 id="replaced by its rival"),
    pytest.param("replaced", "In brackets in round 1 → Replaced in round 2 Now in their place: "
                 "without any delay Nobody is named.", id="replaced"),
    pytest.param("dropped", "Lamps burn [clean] oil of seals and are trimmed each evening before "
                 "dusk. In brackets in round 1 → Dropped in round 2 Corvane wants it deleted.",
                 id="dropped"),
    pytest.param("partly kept", "→ Partly kept in round 3 What is left: in every minute",
                 id="partly kept"),
    pytest.param("not covered", "In brackets in rounds 2 3 → Not known Nobody is named. Marked so "
                 "in 2 drafts, from round 2 (1 February 2031) to round 3 (1 March 2031). The "
                 "words are older than their mark: some stood in the text since round 1.",
                 id="not covered"),
]  # fmt: skip


def test_of_what_is_still_in_brackets_no_contest_is_told(lamps: FlaskClient) -> None:
    open_ones = entries(lamps, f"{PAGE}?outcome=open")
    assert open_ones
    assert not any("contest" in one.lower() or "still open" in one.lower() for one in open_ones)
    said = Page(lamps.get(PAGE).text).text
    assert "Still in brackets The newest draft prints the words in brackets, or" in said


@pytest.mark.parametrize(("outcome", "told"), ENDS)
def test_how_it_ended(lamps: FlaskClient, outcome: str, told: str) -> None:
    found = entries(lamps, f"{PAGE}?outcome={outcome}")
    assert any(told in one for one in found), found


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        pytest.param("endeavour to", "endeavour to", id="another-rule"),
        pytest.param("May", "", id="the-rival-that-was-kept"),
    ],
)
def test_words_that_were_kept_beside_new_ones_say_so(
    lights: Flask, instead: str, told: str
) -> None:
    """ "[shall] [may]" that became "shall endeavour to" is another rule, though "shall" is kept."""
    rows = lights.extensions[EXTENSION].contests("lamps", "en", Wanted("", "", 100, 0)).rows
    kept = next(one for one in rows if one.outcome == "kept" and one.words == "may")
    rival = next(one for one in rows if one.outcome == "replaced" and one.words == "shall")
    assert came_beside(kept, [rival]) == ""
    assert came_beside(kept, [replace(rival, instead=instead)]) == told
    elsewhere = replace(rival, instead=instead, resolved=None)
    assert came_beside(kept, [elsewhere]) == ""


def test_the_longest_contested_come_first(lamps: FlaskClient) -> None:
    found = entries(lamps, PAGE)
    assert len(found) == 7
    assert "Gulls" in found[0]
    assert [len(re.findall(r"in rounds? ([\d ]+) →", one)[0].split()) for one in found] == [
        4,
        2,
        2,
        2,
        2,
        1,
        1,
    ]


def test_every_outcome_is_counted_and_explained(lamps: FlaskClient) -> None:
    told = text(lamps, PAGE)
    assert "7 All" in told
    for label, meaning in OUTCOMES.values():
        count = 2 if label == "Replaced" else 1
        assert f"{count} {label} {meaning}" in told


FILTERS = [
    pytest.param("?who=Corvane", 2, id="who"),
    pytest.param("?who=Corvane&outcome=kept", 1, id="who and outcome"),
    pytest.param("?who=Aldova&outcome=kept", 0, id="nothing"),
    pytest.param("?outcome=partly+kept", 1, id="two words"),
]


@pytest.mark.parametrize(("query", "count"), FILTERS)
def test_filters(lamps: FlaskClient, query: str, count: int) -> None:
    assert len(entries(lamps, PAGE + query)) == count
    told = text(lamps, PAGE + query)
    assert ("There is none of this kind." in told) == (count == 0)
    assert "Brecony (1)" in told


def test_every_link_leads_somewhere(lamps: FlaskClient) -> None:
    links = {one for one in Page(lamps.get(PAGE).text).links if not one.startswith("/data")}
    assert len(links) > 20
    for link in sorted(links):
        path, _, anchor = link.partition("#")
        if not path:
            continue
        answer = lamps.get(path)
        assert answer.status_code == 200, link
        if answer.mimetype != "text/html":
            continue
        ids = {one["id"] for _, one in Page(answer.text).tags if "id" in one}
        assert not anchor or anchor in ids, link


@pytest.mark.parametrize("symbol", bracketed.SYMBOLS)
def test_what_is_not_official_says_so(tmp_path: Path, symbol: str) -> None:
    drafts = bracketed.drafts()
    paraphrased = [
        replace(one, source=replace(one.source, standing="paraphrase"))
        if one.symbol == symbol
        else one
        for one in drafts
    ]
    app = create_app(bracketed.build(tmp_path / "told.db", paraphrased))
    page = Page(app.test_client().get(PAGE).text)
    app.extensions[EXTENSION].close()
    assert "About this text" in {one.get("aria-label") for one in page.all("aside")}


BARE = [
    pytest.param("/n/empty/brackets", "No draft of this negotiation has been read yet", id="empty"),
    pytest.param("/n/early/brackets", "Not looked at yet: run tracker build", id="not looked at"),
]


@pytest.mark.parametrize(("address", "told"), BARE)
def test_there_is_nothing_to_show(lamps: FlaskClient, address: str, told: str) -> None:
    assert told in text(lamps, address)


REFUSED = [
    pytest.param("?outcome=won", 400, "can only be", id="outcome"),
    pytest.param(f"?who={'a' * 5000}", 400, "longer than 500", id="a long name"),
    pytest.param("?who=Nobody", 404, "nobody called “Nobody”", id="name"),
    pytest.param("?who=%00", 404, "nobody called", id="nul"),
    pytest.param("?page=0", 400, "page number", id="page zero"),
    pytest.param("?page=2", 404, "no page 2", id="past the end"),
    pytest.param("?lang=fr", 404, "no draft in the language", id="language"),
]


@pytest.mark.parametrize(("query", "status", "why"), REFUSED)
def test_what_cannot_be_meant(lamps: FlaskClient, query: str, status: int, why: str) -> None:
    answer = lamps.get(PAGE + query)
    assert answer.status_code == status
    assert why in Page(answer.text).text


def _marks(client: FlaskClient, eid: str) -> str:
    """The table of marks in the history of an article of the first draft."""
    library = client.application.extensions[EXTENSION]
    provision = library.provision(f"lamps:L/1@en#{eid}")
    told = Page(client.get(f"/t/{provision.thread_id}").text).text
    return told[told.index("Marks over time") :]


def test_the_history_of_a_provision_tells_the_end(lamps: FlaskClient) -> None:
    first = _marks(lamps, "art_1")
    assert "[shall] In brackets Proposed by Aldova round 1 round 2 Replaced in round 3" in first
    assert "now: may" in first
    assert "[may] In brackets Proposed by Brecony and Corvane round 1 round 2 Kept in" in first
    assert "Corvane wants it deleted round 1 Dropped in round 2" in _marks(lamps, "art_2")
    assert "Partly kept in round 3 left: in every minute" in _marks(lamps, "art_3")
    assert "round 1 round 2 round 3 round 4 Still in brackets" in _marks(lamps, "art_4")


def test_without_an_analysis_marks_are_told_without_an_end(lamps: FlaskClient) -> None:
    library = lamps.application.extensions[EXTENSION]
    provision = library.provision("early:L/1@en#art_1")
    told = Page(lamps.get(f"/t/{provision.thread_id}").text).text
    table = told[told.index("Marks over time") :]
    assert "[shall] In brackets Proposed by Aldova round 1 " in table
    assert not any(str(label) in table for label, _ in OUTCOMES.values())
