"""Whose words, and borrowed language: the two pages, and what leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.store.given import PROPOSALS, TREATY, given
from tests.store.helpers import NEGOTIATION, build, drafts
from tests.web.reading import Page
from tracker.model import Draft, PrecedentFile, ProposalFile, Standing
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.analysis import Given
from tracker.store.keys import proposal_key
from web import create_app
from web.shelf import EXTENSION
from web.wording.borrowed_words import summary

SCRIPT = "<script>alert('moon')</script>"
ODD = replace(PROPOSALS[2], author=SCRIPT, text=f"{SCRIPT} Moths may be fed.")
MISSING = PrecedentFile("given/quay.json", "Quay Convention", "Gazette of Harbours 12")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`moon` with what stands beside it; one precedent is not there."""
    path = build(tmp_path_factory.mktemp("whose") / "moon.db", drafts())
    beside = given()
    with open_database(path) as store:
        store.put_negotiation(replace(NEGOTIATION, precedents=(TREATY, MISSING)))
        store.put_given("moon", replace(beside, proposals=(*PROPOSALS[:2], ODD, PROPOSALS[3])))
        analyse(store, "moon", "en")
    return path


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[FlaskClient]:
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


@contextmanager
def opened(folder: Path, there: Sequence[Draft], beside: Given) -> Iterator[FlaskClient]:
    """`moon` with these drafts, and this beside it."""
    path = build(folder / "moon.db", there)
    with open_database(path) as store:
        store.put_given("moon", beside)
        analyse(store, "moon", "en")
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def page(client: FlaskClient, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return Page(answer.text)


PATHS = {
    "proposals": "/n/moon/proposals",
    "by author": "/n/moon/proposals?author=Selenia",
    "by an author without a match": "/n/moon/proposals?author=%3Cscript%3Ealert('moon')%3C/script%3E",
    "borrowed": "/n/moon/borrowed",
    "precedent": "/n/moon~beside/d/Lunar%20Convention",
    "report of the precedent": "/n/moon~beside/d/Lunar%20Convention/report",
}


@pytest.mark.parametrize("address", PATHS.values(), ids=PATHS)
def test_a_page_is_sound(client: FlaskClient, address: str) -> None:
    html = client.get(address).text
    found = Page(html)
    assert len(found.all("h1")) == 1
    assert found.ids_twice() == []
    assert "<script>alert" not in html
    levels = [int(tag[1]) for tag, _ in found.tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_says_matches_and_never_copied(client: FlaskClient) -> None:
    told = page(client, PATHS["proposals"]).text
    assert "Article 3(2) Prosecution and sanctions matches Guild of Listeners" in told
    assert "Who had the words from whom." in told
    for word in ("copied", "copy", "plagiar", "stole"):
        assert word not in told.casefold()


def test_how_long_how_new_and_how_rare(client: FlaskClient) -> None:
    told = page(client, PATHS["proposals"]).text
    assert "6 words, in no earlier draft here, in the next draft here." in told
    assert "Of 300 proposals that have nothing to do with this text, fewer than one" in told
    assert re.search(
        r"no smaller chance has been checked\. \d+ words right beside them are the same too\.", told
    )
    assert "4 proposals by 3 authors, held against 4 drafts." in told
    assert "Words that entered the text after them match 1 of them, and possibly 1 more." in told


def test_both_texts_with_the_words_marked(client: FlaskClient) -> None:
    html = client.get(PATHS["proposals"]).text
    marked = (
        '<mark><span class="said">Same words: </span>is a grave aggravating circumstance of'
        '<span class="said"> End of the same words.</span></mark>'
    )
    assert html.count(marked) == 4, "the match that is only possible has its own card"
    around = '<span class="same-around">The use of heavy hammers against listening dishes'
    assert html.count(around) == 2
    assert "Printed in: " in html


def test_every_proposal_that_matches_has_an_anchor(client: FlaskClient) -> None:
    ids = {one.get("id") for _, one in page(client, PATHS["proposals"]).tags}
    assert {f"p-{proposal_key('moon', one)}" for one in ("1", "2")} <= ids
    assert f"p-{proposal_key('moon', '3')}" not in ids


def test_every_list_says_which_drafts_were_compared(client: FlaskClient, path: Path) -> None:
    html = client.get(PATHS["proposals"]).text
    for part in ("short", "sure", "possible", "gone"):
        (there,) = re.findall(rf'<h2 id="{part}">.*?</section>', html, re.DOTALL)
        assert "Only the 4 drafts that are here were compared, from <bdi>" in there
        assert "If there were drafts between them that are not here" in there
    told = Page(html).text
    assert "the words may come from one of those, and not from the proposal" in told
    assert "the words may have gone in one of those, and not for the proposal's sake" in told
    with Library(path) as library:
        found = library.negotiation("moon")
    assert found is not None
    assert found.summary in told


def test_of_what_is_only_possible_no_chance_is_told(client: FlaskClient) -> None:
    told = page(client, PATHS["by author"]).text
    assert "Possibly matches Selenia" in told
    assert "proposals that have nothing to do with this text" not in told


def test_what_is_only_possible_says_why(client: FlaskClient) -> None:
    told = page(client, PATHS["by author"]).text
    assert "Possibly matches Selenia" in told
    assert "Why only possibly: words like these may well match by chance." in told
    assert "Guild of Listeners, 5 November 2001" in told, "who else has these words"


def test_a_sure_match_does_not_swallow_one_that_is_only_possible(client: FlaskClient) -> None:
    found = page(client, PATHS["proposals"])
    told = found.text
    assert "The same words in 1 more proposal: Selenia" not in told
    assert "Possibly matches Selenia" in told
    assert "Why only possibly: words like these may well match by chance." in told
    assert "Guild of Listeners; Possibly Selenia" in told, "in the table of provisions"


def test_one_card_for_proposals_that_match_as_surely(tmp_path: Path) -> None:
    twice = replace(PROPOSALS[0], id="5", author="Guild of Bells")
    with opened(tmp_path, drafts(), Given((PROPOSALS[0], twice))) as client:
        found = page(client, PATHS["proposals"])
    assert "The same words in 1 more proposal: Guild of Bells, 5 November 2001." in found.text
    assert "matches Guild of Bells" not in found.text
    ids = {one.get("id") for _, one in found.tags}
    assert {f"p-{proposal_key('moon', one)}" for one in ("1", "5")} <= ids


def test_a_paraphrase_before_an_official_draft(tmp_path: Path) -> None:
    """That words stood in no draft before is said of a text that is not official."""
    first, second, *later = drafts()
    official = [replace(one, source=replace(one.source, standing="official")) for one in later]
    with opened(tmp_path, [first, second, *official], Given(PROPOSALS[:1])) as client:
        told = page(client, PATHS["proposals"]).text
    assert "Paraphrase written for this project, not the official text" in told
    assert "Possibly matches Guild of Listeners" in told
    assert (
        "Why only possibly: of a draft before only a paraphrase is here, and it may have had these "
        "words." in told
    )


@pytest.mark.parametrize(
    ("standing", "warned"),
    [
        pytest.param("paraphrase", True, id="paraphrase"),
        pytest.param("reconstruction", True, id="reconstruction"),
        pytest.param("official", False, id="official"),
    ],
)
def test_where_words_come_from_is_said_with_care_of_a_paraphrase(
    tmp_path: Path, standing: Standing, warned: bool
) -> None:
    *before, last = drafts()
    there = [*before, replace(last, source=replace(last.source, standing=standing))]
    with opened(tmp_path, there, given()) as client:
        with Library(tmp_path / "moon.db") as library:
            article = library.provision("moon:M/4@en#art_3")
        assert article is not None
        told = page(client, f"/t/{article.thread_id}").text
    assert "it shares words with Article 1 of Lunar Convention" in told
    assert (f"That draft is a {standing}. Official words may well be" in told) is warned


def test_shares_and_doubts_of_what_was_borrowed(path: Path) -> None:
    with Library(path) as library:
        (one,) = library.borrowed("moon").borrowings
    doubted = tuple(replace(article, sure=False) for article in one.articles)
    told = list(summary(replace(one, articles=doubted, share_of_precedent=0.996)))
    assert told[0].startswith("Of its 2 articles, possibly 1 was taken over in part.")
    assert told[1].startswith("99% of the words of Lunar Convention")


def test_words_that_went_come_last(client: FlaskClient) -> None:
    found = page(client, PATHS["proposals"])
    told = found.text
    assert told.index("Words that entered") < told.index("Words that somebody would strike")
    assert "Gone: Noise of a telescope that is being calibrated" in told
    assert "Show the one passage" in told
    assert "words like these go anyway one time in 2" in told
    assert found.all("del")


def test_it_stands_with_the_provision(client: FlaskClient, path: Path) -> None:
    with Library(path) as library:
        found = library.provision("moon:M/3@en#art_3__para_2")
        article = library.provision("moon:M/4@en#art_3")
    assert found is not None
    assert article is not None
    told = page(client, f"/t/{found.thread_id}")
    assert "Words that entered it match 1 proposal, and possibly 1 more." in told.text
    there = next(one for one in told.links if "/proposals?in=" in one)
    assert "Shown: what matches in article 3, paragraph 2" in page(client, there).text
    of_article = page(client, f"/t/{article.thread_id}")
    assert "it shares words with Article 1 of Lunar Convention" in of_article.text
    assert "1 proposal" in of_article.text, "of its paragraph"


@pytest.mark.parametrize(
    "address",
    [
        "/n/sun/proposals",
        "/n/sun/borrowed",
        "/n/moon/proposals?author=Nobody",
        "/n/moon/proposals?in=ffffffffffff",
        "/n/moon/proposals?page=2",
        "/n/moon~beside",
        "/n/moon~beside/proposals",
        "/n/moon~beside/compare",
    ],
)
def test_what_is_not_there(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_safeguard_that_did_not_come_along_comes_first(client: FlaskClient) -> None:
    found = page(client, PATHS["borrowed"])
    told = found.text
    assert told.index("Safeguards that did not come along") < told.index("What was taken over")
    assert "“right to an effective remedy”" in told
    assert (
        "In Article 1(2) (Prosecution and sanctions) of Lunar Convention; not in Article 3 "
        "(Prosecution and sanctions), which took over 40.4% of the words of that article, without "
        "this part." in told
    )
    assert "/n/moon~beside/d/Lunar%20Convention#art_1__para_2" in found.links
    assert any(one.startswith("/n/moon/d/M/4#art_3") for one in found.links)


def test_what_was_left_out_is_struck(client: FlaskClient) -> None:
    found = page(client, PATHS["borrowed"])
    assert "Left out: They shall not fall on the family of whoever did it." in found.text
    assert {"class": "became-left-out"} in found.all("del")
    assert "Of its 2 articles, 1 was taken over in part. Of 1 nothing was found." in found.text
    assert "Nothing was found of 1 article or other part" in found.text


def test_a_paraphrase_is_never_shown_without_its_notice(client: FlaskClient) -> None:
    told = page(client, PATHS["borrowed"]).text
    assert told.count("Paraphrase written for this project, not the official text") > 1
    assert "The draft here is a paraphrase." in told


def test_how_to_get_what_is_not_there(client: FlaskClient) -> None:
    told = page(client, PATHS["borrowed"]).text
    assert "Quay Convention: as drafts/moon/given/quay.json. Gazette of Harbours 12" in told


def test_an_earlier_instrument_is_no_round(client: FlaskClient) -> None:
    found = page(client, PATHS["precedent"])
    assert "Round" not in found.text
    assert "An earlier text, kept beside the drafts" in found.text
    assert "Source not stated" in found.text
    assert "/n/moon/borrowed" in found.links
    assert "/n/moon" in found.links
    assert "Lunar" not in page(client, "/").text
    assert "No provision has all these words." in page(client, "/search?q=cellars").text


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[FlaskClient]:
    """`moon` with proposals that nobody has looked at."""
    path = tmp_path / "moon.db"
    with open_database(path) as store:
        store.put_negotiation(NEGOTIATION)
        store.put_negotiation(replace(NEGOTIATION, id="sun"))
        letters = (ProposalFile("given/letters.json"),)
        store.put_negotiation(replace(NEGOTIATION, id="star", proposals=letters))
        store.put_given("moon", Given(PROPOSALS))
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def test_not_looked_at_yet(bare: FlaskClient) -> None:
    assert "not looked at yet: run tracker build" in page(bare, "/n/moon/proposals").text
    assert "Not looked at yet: run tracker build" in page(bare, "/n/moon/borrowed").text
    assert "No proposals are filed here" in page(bare, "/n/sun/proposals").text
    told = page(bare, "/n/star/proposals").text
    assert "names 1 file of proposals (given/letters.json)" in told


def test_passages_that_are_gone_are_not_taken_for_proposals(tmp_path: Path) -> None:
    """Two who would strike the same words stand together: two proposals, one passage."""
    beside = given()
    again = [
        replace(one, id=f"{one.id}-again", author="Stargazers") for one in PROPOSALS if not one.text
    ]
    assert again
    with opened(tmp_path, drafts(), replace(beside, proposals=(*PROPOSALS, *again))) as client:
        told = page(client, PATHS["proposals"]).text
    assert "possibly match 2 of them" in told
    assert "2 proposals, 1 passage." in told
    assert "Show the one passage" in told
