"""The card of a change: that each has one, that it says what it has to, and nothing more."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web import sample
from tests.web.reading import Page
from tracker.errors import TrackerError
from tracker.store import Library, linked
from tracker.store.link_address import link_address
from tracker.store.records import ChangeRow, DraftRow
from web import create_app
from web.changes.card_address import card_address
from web.sharing import public

ONE, SECOND, LAST = "moon:M/1@en", "moon:M/3@en", "moon:M/4 <b>@en"
NOTICE = "Paraphrase written for this project, not the official text"

# The beacons: an article that became a part of another, which a person gave us.
BEACONS = f"/f/{link_address(f'{ONE}#art_3', f'{LAST}#art_2__para_2', (ONE, LAST))}"
NEW = f"/f/{link_address(None, f'{LAST}#art_2__para_2', (SECOND, LAST))}"
OBSERVERS = f"/f/{link_address(f'{SECOND}#art_3', f'{LAST}#art_3', (SECOND, LAST))}"
STRANGERS = f"/f/{link_address(f'{ONE}#art_1', f'{LAST}#art_3', (ONE, LAST))}"
SAME = f"/f/{link_address(f'{ONE}#art_1', f'{SECOND}#art_1', (ONE, SECOND))}"


def made(folder: Path) -> Path:
    """A database of the sample's own."""
    database = folder / "t.db"
    sample.make(database)
    return database


def every_card(library: Library) -> list[tuple[str, ChangeRow, DraftRow, DraftRow]]:
    found = []
    for one in library.comparisons("moon"):
        page = library.comparison(one.old_draft_id, one.new_draft_id)
        assert page is not None
        found += [
            (f"/f/{card_address(row, page.old, page.new)}", row, page.old, page.new)
            for row in page.rows
        ]
    return found


def read(client: FlaskClient, path: str) -> Page:
    answer = client.get(path)
    assert answer.status_code == 200
    return Page(answer.text)


def test_every_change_has_a_card(client: FlaskClient, library: Library) -> None:
    for path, row, old, new in every_card(library):
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = Page(answer.text)
        assert len(page.all("h1")) == 1
        assert page.ids_twice() == []
        assert "<script>alert" not in answer.text
        assert " style=" not in answer.text
        for draft in (old, new):
            assert draft.symbol in page.text
            assert draft.date in answer.text
        assert NOTICE in page.text
        for one in (row.old, row.new):
            for word in one.text.split() if one is not None else ():
                assert word in page.text


@pytest.mark.parametrize("path", [BEACONS, NEW, OBSERVERS, STRANGERS, SAME])
def test_the_same_bytes_each_time(client: FlaskClient, path: str) -> None:
    first, second = (client.get(path) for _ in range(2))
    assert first.data == second.data
    tagged = {"If-None-Match": first.headers["ETag"]}
    assert client.get(path, headers=tagged).status_code == 304


def test_what_is_not_sure_says_so_everywhere(client: FlaskClient) -> None:
    html = client.get(BEACONS).text
    page = Page(html)
    said = "possibly covers more or less"
    (title,) = re.findall("<title>(.*?)</title>", html)
    assert said in title
    heads = {one.get("property") or one.get("name"): one.get("content") for one in page.all("meta")}
    assert said in str(heads["og:title"])
    assert "Paraphrase" in str(heads["og:title"])
    for name in ("og:description", "twitter:description", "og:image:alt", "description"):
        assert str(heads[name]).count("ossibly") >= 1, name
        assert NOTICE in str(heads[name])
    assert "Why possibly: " in page.text
    assert "both name a beacon" in page.text


def test_words_are_marked_as_changed(client: FlaskClient) -> None:
    page = read(client, OBSERVERS)
    assert page.all("ins")
    assert page.all("del")
    assert "[Removed: shall]" in page.text
    assert "[Added: may]" in page.text
    # What changed inside it has a card of its own.
    assert [one for one in page.links if one.startswith("/f/")]


def test_what_has_no_partner(client: FlaskClient) -> None:
    page = read(client, NEW)
    assert "Nothing in this draft is linked with it." in page.text
    assert "New" in page.text


def test_texts_that_are_not_linked(client: FlaskClient) -> None:
    page = read(client, STRANGERS)
    assert "These two texts are not linked with each other now." in page.text
    assert not page.all("ins")
    assert not page.all("del")
    there = [one for one in page.links if one.startswith("/f/")]
    assert there
    assert all(client.get(one.partition("#")[0]).status_code == 200 for one in there)


AFTER = {
    "came-back": (
        (f"{ONE}#art_3", None, (ONE, SECOND)),
        "Possibly There again as article 2, paragraph 2.",
    ),
    "stayed": (
        (f"{ONE}#art_1", f"{SECOND}#art_1", (ONE, SECOND)),
        "Article 1. The same, word for word.",
    ),
    "grew": (
        (f"{ONE}#art_2", f"{SECOND}#art_2", (ONE, SECOND)),
        "Article 2. 15 words added.",
    ),
    "partial": (
        (f"{ONE}#art_4", None, (ONE, "moon:M/2@en")),
        "There again as article 3.",
    ),
}


@pytest.mark.parametrize("name", AFTER)
def test_what_came_after(client: FlaskClient, name: str) -> None:
    (old, new, drafts), said = AFTER[name]
    page = read(client, f"/f/{link_address(old, new, drafts)}")
    _, _, after = page.text.partition("Since then")
    assert said in after


def test_what_is_too_long_is_not_called_the_same(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    grown = f"/f/{link_address(f'{ONE}#art_2', f'{SECOND}#art_2', (ONE, SECOND))}"
    assert "Not a word changed." in read(client, grown).text
    monkeypatch.setattr(linked, "MOST", 1)
    cut = create_app(made(tmp_path)).test_client()
    page = read(cut, grown)
    assert "Article 2: compared in part" in page.text
    assert "Of its first provision: not a word changed." in page.text
    _, _, after = page.text.partition("Since then")
    assert "Too long to be compared word for word here." in after
    assert "The same, word for word." not in page.text


def test_later_drafts_that_are_told_of_carry_their_notice(tmp_path: Path) -> None:
    database = made(tmp_path)
    with closing(sqlite3.connect(database)) as conn, conn:
        conn.execute("UPDATE drafts SET standing = 'official' WHERE id IN (?, ?)", (ONE, SECOND))
    client = create_app(database).test_client()
    page = read(client, SAME)
    assert "Article 1. The same, word for word." in page.text.partition("Since then")[2]
    assert NOTICE in page.text
    # An embed says nothing of them.
    assert NOTICE not in client.get(f"/embed{SAME}").text


def test_a_citation_says_that_a_document_is_partial(client: FlaskClient) -> None:
    lost = f"/f/{link_address(f'{ONE}#art_4', None, (ONE, 'moon:M/2@en'))}"
    html = client.get(lost).text
    assert html.count("which covers only part of the text") >= 4
    assert re.search('<textarea id="cite-note"[^>]*>“[^<”]+”: not in ', html)


def test_nothing_came_after_the_last_round(client: FlaskClient) -> None:
    assert "Since then" not in read(client, BEACONS).text


def test_sources_with_hash_page_and_place(client: FlaskClient, library: Library) -> None:
    page = read(client, BEACONS)
    for symbol in ("M/1", "M/4 <b>"):
        draft = library.draft("moon", symbol)
        assert draft is not None
        report = library.report(draft.id)
        assert report is not None
        assert report.sources[0].sha256 in page.text
    assert sample.OFFICIAL in page.links


def test_how_to_cite(client: FlaskClient) -> None:
    page = read(client, BEACONS)
    address = f"http://localhost{BEACONS}"
    fields = [one for one in page.all("input") if one.get("id") == "permanent"]
    assert [one["value"] for one in fields] == [address]
    html = client.get(BEACONS).text
    cites = dict(re.findall(r'<textarea id="(cite-\w+)"[^>]*>(.*?)</textarea>', html, re.DOTALL))
    assert set(cites) == {"cite-words", "cite-note", "cite-bibtex", "cite-csl"}
    for text in Page(html).parts:
        assert "Accessed" not in text
    for name, text in cites.items():
        assert address in text, name
        # The day by which they are put in order may be more than anybody knows.
        for round_ in (1, 4):
            assert f"round {round_} of 2030" in text, name
        assert "araphrase" in text, name
        assert "<script>" not in text
    (item,) = json.loads(Page(f"<p>{cites['cite-csl']}</p>").parts[0])
    assert item["issued"] == {"date-parts": [[2030]]}
    assert item["URL"] == address
    bibtex = Page(f"<p>{cites['cite-bibtex']}</p>").parts[0]
    assert bibtex.count("{") == bibtex.count("}")


def test_every_link_of_a_card_leads_somewhere(client: FlaskClient) -> None:
    for path in (BEACONS, NEW, STRANGERS):
        page = read(client, path)
        for link in page.links:
            if link.startswith("/") and not link.startswith("/data"):
                assert client.get(link.partition("#")[0]).status_code in (200, 302), link


def test_other_ways_to_a_card(client: FlaskClient, library: Library) -> None:
    old, new = BEACONS.removeprefix("/f/").split("-")
    answer = client.get(f"/f/{new}-{old}")
    assert (answer.status_code, answer.location) == (302, BEACONS)
    link = next(row.link_id for path, row, _, _ in every_card(library) if path == BEACONS)
    answer = client.get(f"/f/{link}")
    assert (answer.status_code, answer.location) == (302, BEACONS)


NOTHING = {
    "word": "/f/nothing",
    "empty": "/f/",
    "digits": f"/f/{'9' * 5000}",
    "nul": "/f/%00",
    "dots": "/f/..%2f..%2fetc%2fpasswd",
    "quotes": "/f/'%20OR%20'1'='1",
    "script": "/f/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "unknown": f"/f/{'0' * 12}-{'1' * 12}",
    "unknown-row": f"/f/{'0' * 16}",
    "two-negotiations": f"/f/{link_address(f'{ONE}#art_1', 'qamar:Q/1@ar#art_1', (ONE, ''))}",
    "one-draft": f"/f/{link_address(f'{ONE}#art_1', f'{ONE}#art_2', (ONE, ONE))}",
    "newline": f"{BEACONS}%0a",
}


@pytest.mark.parametrize("name", NOTHING)
@pytest.mark.parametrize(("before", "behind"), [("", ""), ("/embed", ""), ("", "/card.png")])
def test_addresses_of_nothing(client: FlaskClient, name: str, before: str, behind: str) -> None:
    answer = client.get(f"{before}{NOTHING[name]}{behind}")
    assert answer.status_code == 404
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert "<script>" not in answer.text
    assert len(page.text) < 2000


HOSTS = ("evil.example/x", "a b", 'x"onload="', "<script>", "a@b", "", "[::1", "x" * 300)


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_is_none(client: FlaskClient, host: str) -> None:
    answer = client.get(BEACONS, headers={"Host": host})
    assert answer.status_code == 400
    assert "<script>" not in answer.text


def test_a_host_of_somebody_else_stays_with_who_asked(client: FlaskClient) -> None:
    """Pages are kept: an address that a forged host made must not be given to others."""
    forged = client.get(BEACONS, headers={"Host": "evil.example"})
    assert "evil.example" in forged.text
    honest = client.get(BEACONS)
    assert "evil.example" not in honest.text
    assert honest.headers["ETag"] != forged.headers["ETag"]


def test_a_public_address_is_believed_before_the_host(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(public.VARIABLE, "https://drafts.example/tracker/")
    client = create_app(database).test_client()
    html = client.get(BEACONS, headers={"Host": "evil.example"}).text
    assert "evil.example" not in html
    assert f'href="https://drafts.example/tracker{BEACONS}"' in html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://", "https://a b/", "x", "https://a/?q"]
)
def test_a_public_address_that_is_none(
    database: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(public.VARIABLE, address)
    with pytest.raises(TrackerError):
        create_app(database)
