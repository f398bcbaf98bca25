"""The pages of claims, of how much a text obliges, and of references; and the same on others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.store import harbours
from tests.store.helpers import put
from tests.web.reading import Page
from tracker.model import Check, Claim, Negotiation, Standing
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.records.force import ForceCounts
from web import create_app
from web.shelf import EXTENSION
from web.terms.verdicts import VERDICTS
from web.wording import force

CLAIMS, FORCE, REFERENCES = (f"/n/harbours/{one}" for one in ("claims", "force", "references"))
PAIR = "?old=H/1&new=H/3"


@pytest.fixture(scope="module")
def piers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    path = harbours.build(tmp_path_factory.mktemp("piers") / "harbours.db")
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="empty", title="Nothing yet"))
        early = Negotiation(id="early", title="Not looked at", claims=harbours.CLAIMS[:1])
        store.put_negotiation(early)
        put(store, replace(harbours.drafts()[2], negotiation="early"))
    app = create_app(path)
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def pier(piers: Flask) -> FlaskClient:
    return piers.test_client()


@pytest.fixture
def library(piers: Flask) -> Library:
    found = piers.extensions[EXTENSION]
    assert isinstance(found, Library)
    return found


@contextmanager
def claiming(folder: Path, claim: Claim, **standings: Standing) -> Iterator[FlaskClient]:
    """The harbours with one claim, these rounds (`H1`) being something else than official."""
    path = folder / "harbours.db"
    with open_database(path) as store:
        store.put_negotiation(harbours.negotiation((claim,)))
        for one in harbours.drafts():
            standing = standings.get(one.symbol.replace("/", ""), "official")
            put(store, replace(one, source=replace(one.source, standing=standing)))
        analyse(store, "harbours", "en")
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def page(client: FlaskClient, address: str) -> Page:
    """A page, which is sound."""
    answer = client.get(address)
    assert answer.status_code == 200
    found = Page(answer.text)
    assert len(found.all("h1")) == 1
    assert found.ids_twice() == []
    assert not found.all("style")
    assert not [name for _, one in found.tags for name in one if name == "style"]
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(one.get("scope") for one in found.all("th"))
    return found


def cards(client: FlaskClient, address: str) -> dict[str, str]:
    """The text of each claim, by its anchor."""
    html = client.get(address).text
    found = re.findall(r'<article class="claim-card" id="(claim-\d)">(.*?)</article>', html, re.S)
    return {anchor: Page(inner).text for anchor, inner in found}


def test_claims_stand_by_verdict_the_contradicted_first(pier: FlaskClient) -> None:
    told = page(pier, CLAIMS).text
    headings = [str(VERDICTS[state].heading) for state in VERDICTS if state]
    places = [told.rindex(heading) for heading in headings]
    assert places == sorted(places)
    assert "7 claims, by what the texts say" in told
    assert list(cards(pier, CLAIMS)) == [f"claim-{n}" for n in (2, 1, 3, 5, 4, 6, 7)]


SAID = [
    pytest.param("claim-1", ["Article 4 of H/3 (round 3)", "The safeguards protect privacy now.",
                             "Sailors' union, a letter, January 2031", "Borne out", "Both checks",
                             "Holds. In Article 4 of H/3 stands “privacy”.", "in round 3",
                             "Round 1: Article 3; round 2: not covered by the document; rounds "
                             "3–4: Article 4."], id="borne out"),
    pytest.param("claim-2", ["Contradicted In 1 of 2 points", "Does not hold. In Article 1 of H/1",
                             "every tower", "Note: Filed by hand."],
                 id="contradicted"),
    pytest.param("claim-3", ["Borne out in part What can be checked holds.",
                             "No text settles whether they are good."], id="in part"),
    pytest.param("claim-4", ["The whole draft of H/4", "A matter of opinion What is too long."],
                 id="opinion"),
    pytest.param("claim-5", ["Cannot be told here", "Holds in the paraphrase.",
                             "about that it settles nothing"], id="paraphrase"),
    pytest.param("claim-6", ["art_77", "No such provision H/3 as read here"], id="no provision"),
    pytest.param("claim-7", ["H/ANNEX", "goes with H/3", "none of the drafts"], id="no document"),
]  # fmt: skip


@pytest.mark.parametrize(("anchor", "parts"), SAID)
def test_a_claim_says_what_was_checked(pier: FlaskClient, anchor: str, parts: list[str]) -> None:
    told = cards(pier, CLAIMS)[anchor]
    for part in parts:
        assert part in told


def test_what_is_opinion_is_said_once(pier: FlaskClient) -> None:
    assert cards(pier, CLAIMS)["claim-3"].count("whether they are good") == 1


def test_every_link_of_the_pages_leads_somewhere(pier: FlaskClient) -> None:
    for address in (CLAIMS, FORCE, REFERENCES, FORCE + PAIR, REFERENCES + PAIR):
        for link in sorted(set(page(pier, address).links)):
            path, _, anchor = link.partition("#")
            if not path.startswith("/") or path.startswith("/data"):
                continue
            answer = pier.get(path, follow_redirects=True)
            assert answer.status_code == 200, link
            if answer.mimetype != "text/html":
                continue
            ids = {one["id"] for _, one in Page(answer.text).tags if "id" in one}
            assert not anchor or anchor in ids, link


def test_claims_stand_on_the_page_of_their_provision(pier: FlaskClient, library: Library) -> None:
    first = next(one for one in library.provisions("harbours:H/1@en") if one.eid == "art_3")
    address = f"/t/{first.thread_id}"
    assert list(cards(pier, address)) == ["claim-1", "claim-3", "claim-5"]
    told = page(pier, address).text
    assert "Borne out: what the texts say of this claim" in told
    assert "It holds 1 ban and 1 protection (before: none)." in told


def test_a_draft_page_has_the_verdict_in_a_line(pier: FlaskClient) -> None:
    told = page(pier, "/n/harbours/d/H/4").text
    assert "A matter of opinion The whole is too long. A pamphlet, 2031. What is too long." in told


def test_the_course_is_a_picture_with_a_table_of_the_same(pier: FlaskClient) -> None:
    found = page(pier, FORCE)
    pictures = [one for one in found.all("svg") if one.get("role") == "img"]
    assert len(pictures) == 6
    assert all("table below" in one["aria-label"] for one in pictures)
    bars = [one["class"] for one in found.all("rect")]
    # Six of the partial document, and its sample.
    assert bars.count("bar bar-partial") == 7
    assert bars.count("bar") == 18
    assert "Duties 2 in round 1, 1 in round 4" in found.text
    assert "2. H/2 Covers only part 48 2 (41.7) 0 (0.0)" in found.text


def test_articles_that_gained_or_lost(pier: FlaskClient) -> None:
    told = page(pier, FORCE).text
    assert "From H/1 (round 1) to H/4 (round 4)" in told
    assert "Article 1 Lamps on the pier 1 0 −1" in told
    assert "Article 1 Lamps on the pier 0 1 +1" in told
    assert "Article 4 Safeguards of sailors now also: privacy 0 1 +1" in told


def test_a_partial_document_takes_nothing_away(pier: FlaskClient) -> None:
    told = page(pier, FORCE + "?old=H/1&new=H/2").text
    assert "Articles that it lacks are neither new nor gone." in told
    assert "articles that are gone" not in told


def test_references_in_sentences(pier: FlaskClient) -> None:
    told = page(pier, REFERENCES + PAIR).text
    assert "1 reference only follows a new numbering." in told
    left = (
        "Article 5: “article 3” stayed. It led to Article 3 (Safeguards of sailors), which is now"
    )
    assert left in told
    assert "article 4 (Safeguards of sailors)" in told
    turned = "Article 6: “article 4” led to Article 4 (Fees for the light). Now it says “article 1”"
    assert turned in told
    assert "1 reference leads nowhere as it did before" in told
    assert "Possibly" not in told
    assert told.count("“article 99” leads nowhere.") == 3


def test_references_that_stayed_say_so(pier: FlaskClient) -> None:
    told = page(pier, REFERENCES).text
    assert "From H/3 (round 3) to H/4 (round 4)" in told
    assert "No reference was left behind or turned to something else: all lead where" in told


def test_what_cannot_be_told_is_not_called_lost(pier: FlaskClient) -> None:
    told = page(pier, REFERENCES + "?old=H/1&new=H/2").text
    assert "A reference to the rest leads nowhere in it, and that is no fault." in told
    assert "Cannot be told (1)" in told
    assert "Leads nowhere now" not in told


@pytest.mark.parametrize("kind", ["force", "references"])
def test_drafts_in_the_wrong_order_are_turned_round(pier: FlaskClient, kind: str) -> None:
    told = page(pier, f"/n/harbours/{kind}?old=H/3&new=H/1").text
    assert "From H/1 (round 1) to H/3 (round 3)" in told


WRONG = [
    pytest.param("?old=H/9", 404, id="no such draft"),
    pytest.param("?old=H/1&new=H/1", 400, id="one draft twice"),
    pytest.param("?lang=fr", 404, id="no such language"),
]


@pytest.mark.parametrize("kind", ["force", "references"])
@pytest.mark.parametrize(("query", "status"), WRONG)
def test_a_wrong_address(pier: FlaskClient, kind: str, query: str, status: int) -> None:
    assert pier.get(f"/n/harbours/{kind}{query}").status_code == status


EARLY = [
    pytest.param("/n/early/claims", "Not looked at yet", id="claims"),
    pytest.param("/n/early/force", "Not looked at yet: run tracker build", id="force"),
    pytest.param("/n/early/references", "Not looked at yet: run tracker build", id="references"),
    pytest.param("/n/empty/claims", "No claim about this negotiation", id="no claims"),
    pytest.param("/n/empty/force", "Not looked at yet", id="no drafts"),
    pytest.param("/n/empty/references", "Not looked at yet", id="no drafts to follow"),
]


@pytest.mark.parametrize(("address", "said"), EARLY)
def test_a_page_without_anything_says_why(pier: FlaskClient, address: str, said: str) -> None:
    assert said in page(pier, address).text


def test_pages_of_a_paraphrase_say_so(pier: FlaskClient) -> None:
    for address in (CLAIMS, FORCE, REFERENCES):
        told = page(pier, address).text
        assert "Paraphrase written for this project, not the official text" in told


def test_each_check_says_of_which_text_it_is(tmp_path: Path) -> None:
    checks = (
        Check("lacks", ("privacy",), symbol="H/1"),
        Check("says", ("privacy",), symbol="H/3"),
        Check("says", ("privacy",), symbol="H/4"),
        Check("said_until", ("every port respects",), symbol="H/3"),
    )
    claim = Claim("art_4", "Privacy is safe.", "A speech", "2031", "H/3", checks=checks)
    with claiming(tmp_path, claim, H1="reconstruction", H4="paraphrase") as client:
        html = client.get(CLAIMS).text
        told = cards(client, CLAIMS)["claim-1"]
    labels = re.findall(r'<li class="check [^"]*"><p><strong>(.*?)</strong>', html)
    assert labels == [
        "Holds in the reconstruction.",
        "Holds.",
        "Holds in the paraphrase.",
        "Does not hold in the paraphrase.",
    ]
    assert "What rests on H/1 is so in the reconstruction, not in the official text" in told
    assert "What rests on H/4 is so in the paraphrase, not in the official text" in told


def test_a_check_of_two_kinds_of_text_names_neither(tmp_path: Path) -> None:
    check = Check("came_back", ("windows",), symbol="H/4")
    claim = Claim("art_4", "The windows came back.", "A speech", "2031", "H/4", checks=(check,))
    with claiming(tmp_path, claim, H1="reconstruction", H4="paraphrase") as client:
        told = cards(client, CLAIMS)["claim-1"]
    assert "Does not hold in the texts that are here." in told


OTHERS = [
    pytest.param(Check("says", ("privacy",), symbol="H/4", where="draft"), "H4", id="quoted"),
    pytest.param(Check("lacks", ("privacy",), symbol="H/1", where="draft"), "H1", id="relied on"),
]


@pytest.mark.parametrize(("check", "unofficial"), OTHERS)
def test_the_notice_covers_what_a_check_looked_at(
    tmp_path: Path, check: Check, unofficial: str
) -> None:
    claim = Claim("", "It protects privacy.", "A speech", "2031", "H/3", checks=(check,))
    with claiming(tmp_path, claim, **{unofficial: "paraphrase"}) as client:
        html = client.get(CLAIMS).text
    assert html.count('class="notice"') == 1
    assert f'<p class="by">What rests on {check.symbol} is so in the paraphrase' in html
    assert "in this provision" not in html


def test_no_notice_for_a_paraphrase_that_no_claim_speaks_of(tmp_path: Path) -> None:
    claim = Claim("", "It protects privacy.", "A speech", "2031", "H/3", unsettled="how well")
    with claiming(tmp_path, claim, H4="paraphrase") as client:
        assert 'class="notice"' not in client.get(CLAIMS).text


def test_a_history_covers_what_claims_about_it_looked_at(tmp_path: Path) -> None:
    check = Check("lacks", ("Pilots row",), symbol="H/1", where="draft")
    claim = Claim("art_3", "Boats are new.", "A speech", "2031", "H/3", checks=(check,))
    with claiming(tmp_path, claim, H1="paraphrase") as client:
        with Library(tmp_path / "harbours.db") as library:
            drafts = {one.symbol: one for one in library.drafts("harbours")}
            boats = next(one for one in library.provisions(drafts["H/3"].id) if one.eid == "art_3")
        html = client.get(f"/t/{boats.thread_id}").text
        assert "Holds in the paraphrase" in html
        assert html.count('class="notice"') == 1


LINES = [
    pytest.param({"duty": 2}, None, "2 duties", id="first"),
    pytest.param({"duty": 1, "option": 1}, {"duty": 2}, "1 duty (before: 2) and 1 option (before: "
                 "none)", id="fewer"),
    pytest.param({}, {"safeguard": 1}, "no protection (before: 1)", id="lost"),
    pytest.param({"ban": 1}, {"ban": 1}, "1 ban", id="same"),
]  # fmt: skip


@pytest.mark.parametrize(("now", "before", "said"), LINES)
def test_a_line_says_what_changed(now: ForceCounts, before: ForceCounts | None, said: str) -> None:
    assert force.line(now, before) == said
