"""Feeds: valid, with the words that changed, and ids that never do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.drafts import outline
from tests.store import helpers
from tests.web.reading import Page
from tracker.model import Draft, Hunk, Negotiation
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.records.absences import Absent
from web import create_app
from web.atom import feeds
from web.atom.feed_lives import of_thread
from web.atom.feed_words import KEPT, LONG, changed
from web.shelf import EXTENSION
from web.terms.plain import FINDINGS

A = "{http://www.w3.org/2005/Atom}"
H = "{http://www.w3.org/1999/xhtml}"
FH = "{http://purl.org/syndication/history/1.0}"
NOTICE = "Paraphrase written for this project, not the official text"
RULES = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
EVERY = ("/feed", "/n/moon/feed", "/n/qamar/feed", *(f"/n/moon/feed?kind={k}" for k in FINDINGS))


def read(client: FlaskClient, path: str) -> etree._Element:
    """A feed, held against the rules of Atom and read by a reader of feeds."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(answer.data)
    RULES.assertValid(root)
    told = feedparser.parse(answer.data)
    assert not told.bozo, told.get("bozo_exception")
    assert len(told.entries) == len(entries(root))
    return root


def entries(root: etree._Element) -> list[etree._Element]:
    return root.findall(f"{A}entry")


def ids(root: etree._Element) -> list[str]:
    return [text(one, "id") for one in entries(root)]


def text(one: etree._Element, name: str) -> str:
    found = one.findtext(f"{A}{name}")
    assert found is not None
    return found


def content(entry: etree._Element) -> Page:
    """What an entry says: XHTML, as it stands in the feed."""
    (div,) = entry.findall(f"{A}content[@type='xhtml']/{H}div")
    return Page(etree.tostring(div, encoding="unicode", with_tail=False))


def contents(root: etree._Element) -> list[Page]:
    return [content(one) for one in entries(root)]


@pytest.mark.parametrize("path", EVERY)
def test_every_feed_is_one(client: FlaskClient, path: str) -> None:
    root = read(client, path)
    found = entries(root)
    assert len(set(ids(root))) == len(found)
    times = [text(one, "updated") for one in found]
    assert times == sorted(times, reverse=True)
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{A}link")}
    assert links["self"] == path
    assert client.get(links["alternate"]).status_code == 200
    assert root.get("{http://www.w3.org/XML/1998/namespace}base") == "http://localhost/"


def test_a_feed_of_every_provision_is_one(client: FlaskClient, library: Library) -> None:
    seen: dict[str, str] = {}
    addresses = [row.thread_id for row in library.threads("moon").rows]
    assert len(addresses) > 5
    for address in addresses:
        root = read(client, f"/t/{address}/feed")
        for one in entries(root):
            # The same change is never told under two ids, nor two under one.
            assert seen.setdefault(text(one, "id"), text(one, "title")) == text(one, "title")
            link = one.find(f"{A}link")
            assert link is not None
            path, _, anchor = link.get("href", "").partition("#")
            page = client.get(path, follow_redirects=True)
            assert f'id="{anchor}"' in page.text
    assert seen


def test_a_round_is_told_with_its_findings_and_their_words(client: FlaskClient) -> None:
    root = read(client, "/n/moon/feed")
    assert len(entries(root)) == 4
    last, third, partial, first = contents(root)
    assert "A session, Tycho, round 4 of 2030." in last.text
    assert "[Removed: shall]" in last.text
    assert "[Added: may]" in last.text
    assert last.all("ins")
    assert last.all("del")
    assert any(link.startswith("/f/") for link in last.links)
    assert "covers only part of the text" in third.text
    assert "covers only part of the text" in partial.text
    assert "nothing to compare it with" in first.text
    compared = entries(root)[0].find(f"{A}link")
    assert compared is not None
    assert "/compare?old=M/3" in compared.get("href", "")


@pytest.mark.parametrize("path", ["/feed", "/n/moon/feed", "/n/moon/feed?kind=force"])
def test_links_in_entries_lead_somewhere(client: FlaskClient, path: str) -> None:
    for page in contents(read(client, path)):
        assert page.links
        for link in page.links:
            answer = client.get(urljoin(f"http://localhost{path}", link), follow_redirects=True)
            assert answer.status_code == 200, link


@pytest.mark.parametrize("path", ["/n/moon/feed", "/n/moon/feed?kind=force"])
def test_every_entry_says_that_its_text_is_not_official(client: FlaskClient, path: str) -> None:
    found = contents(read(client, path))
    assert found
    for page in found:
        assert NOTICE in page.text
        assert "the official texts are elsewhere" in page.text


def test_what_is_official_has_no_notice(client: FlaskClient) -> None:
    (page,) = contents(read(client, "/n/qamar/feed"))
    assert NOTICE not in page.text


def test_entries_of_a_kind_are_findings_of_it(client: FlaskClient) -> None:
    (entry,) = entries(read(client, "/n/moon/feed?kind=force"))
    assert "“shall” became “may”" in text(entry, "title")
    assert {one.get("term") for one in entry.findall(f"{A}category")} >= {"force"}


def test_nothing_of_the_texts_is_alive_in_a_feed(client: FlaskClient) -> None:
    answer = client.get("/n/moon/feed")
    assert "<script" not in answer.text
    for page in contents(read(client, "/n/moon/feed")):
        assert not page.all("script")


def test_head_and_options_and_foreign_pages(client: FlaskClient) -> None:
    got, head = client.get("/n/moon/feed"), client.head("/n/moon/feed")
    assert head.status_code == 200
    assert head.data == b""
    assert head.headers["ETag"] == got.headers["ETag"]
    assert got.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in client.options("/n/moon/feed").headers["Access-Control-Allow-Methods"]
    assert got.headers["Content-Security-Policy"].startswith("default-src 'none'")


WRONG = {
    "unknown negotiation": ("/n/nothing/feed", 404),
    "unknown provision": ("/t/000000000000/feed", 404),
    "digits": (f"/t/{'9' * 5000}/feed", 404),
    "nul": ("/n/%00/feed", 404),
    "dots": ("/n/..%2f..%2fetc/feed", 404),
    "unknown kind": ("/n/moon/feed?kind=%3Cscript%3E", 400),
    "unknown language": ("/n/moon/feed?lang=fr", 404),
    "bad language": ("/n/moon/feed?lang=../etc", 400),
    "page zero": ("/n/moon/feed?page=0", 400),
    "page past the end": ("/n/moon/feed?page=999", 404),
    "huge page": (f"/feed?page={'9' * 5000}", 400),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_meant(client: FlaskClient, name: str) -> None:
    path, status = WRONG[name]
    answer = client.get(path)
    assert answer.status_code == status
    assert "<script>" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_feeds_can_only_be_read(client: FlaskClient, method: str) -> None:
    assert client.open("/n/moon/feed", method=method).status_code == 405


def test_a_long_feed_comes_in_parts(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(client, "/feed")
    assert whole.find(f"{FH}complete") is not None
    monkeypatch.setattr(feeds, "PER_PAGE", 2)
    with create_app(client.application.config["DATABASE"]).test_client() as again:
        path, found, seen = "/feed", [], []
        while path:
            root = read(again, path)
            assert root.find(f"{FH}complete") is None
            links = {one.get("rel"): one.get("href") for one in root.findall(f"{A}link")}
            assert links["first"] == "/feed"
            found += ids(root)
            seen.append(path)
            path = links.get("next", "")
        assert found == ids(whole)
        assert seen == ["/feed", "/feed?page=2", "/feed?page=3"]
        again.application.extensions[EXTENSION].close()


# What stays when the database grows.


@pytest.fixture
def serve() -> Iterator[object]:
    opened: list[Flask] = []

    def open_app(database: Path) -> FlaskClient:
        opened.append(create_app(database))
        return opened[-1].test_client()

    yield open_app
    for app in opened:
        app.extensions[EXTENSION].close()


def made(path: Path, drafts: Sequence[Draft]) -> Path:
    helpers.build(path, drafts)
    with open_database(path) as store:
        analyse(store, "moon", "en")
    return path


def address(database: Path, symbol: str, eid: str) -> str:
    with Library(database) as library:
        draft = library.draft("moon", symbol)
        assert draft is not None
        return next(one.address for one in library.provisions(draft.id) if one.eid == eid)


def all_ids(client: FlaskClient, database: Path) -> dict[str, dict[str, str]]:
    """By the address of every feed that there is of `moon` its ids, each with what it is of."""
    with Library(database) as library:
        drafts = library.drafts("moon")
        own = [one.address for draft in drafts[-1:] for one in library.provisions(draft.id)]
    paths = ["/n/moon/feed", *(f"/n/moon/feed?kind={kind}" for kind in FINDINGS)]
    paths += [f"/t/{one}/feed" for one in own]
    return {path: titles(read(client, path)) for path in paths}


def titles(root: etree._Element) -> dict[str, str]:
    return {text(one, "id"): text(one, "title") for one in entries(root)}


def test_a_round_that_is_added_before_the_others_changes_no_id(tmp_path: Path, serve) -> None:
    drafts = helpers.drafts()
    later = made(tmp_path / "later.db", drafts[1:])
    whole = made(tmp_path / "whole.db", drafts)
    before, after = (all_ids(serve(one), one) for one in (later, whole))
    assert before.keys() == after.keys()
    for path, known in before.items():
        assert known.items() <= after[path].items(), path
    assert sum(map(len, after.values())) > sum(map(len, before.values()))
    # Although the address of the histories is another one now.
    own = address(whole, "M/4", "art_1")
    with Library(later) as one, Library(whole) as other:
        was, now = one.thread(own), other.thread(own)
        assert was is not None
        assert now is not None
        assert was.id != now.id


def test_the_order_of_taking_in_leaves_no_trace(tmp_path: Path, serve) -> None:
    drafts = helpers.drafts()
    one = made(tmp_path / "one.db", drafts)
    other = made(tmp_path / "other.db", drafts[::-1])
    for path in ("/feed", "/n/moon/feed", "/n/moon/feed?kind=force"):
        assert serve(one).get(path).data == serve(other).get(path).data


def test_a_round_between_two_others_brings_one_entry_and_moves_none(tmp_path: Path, serve) -> None:
    drafts = helpers.drafts()
    few = made(tmp_path / "few.db", [drafts[0], drafts[3]])
    all_of_them = made(tmp_path / "all.db", drafts)
    before = ids(read(serve(few), "/n/moon/feed"))
    after = ids(read(serve(all_of_them), "/n/moon/feed"))
    assert len(before) == 2
    assert [one for one in after if one in before] == before


def test_a_round_between_that_renumbers_moves_no_finding(tmp_path: Path, serve) -> None:
    texts = [
        (helpers.PURPOSE, helpers.OBSERVERS),
        (helpers.PURPOSE, helpers.BELLS, helpers.OBSERVERS),
        (helpers.PURPOSE, helpers.OBSERVERS_LATER),
    ]
    drafts = [
        helpers.draft(
            f"N/{n}",
            f"2003-0{n}-01",
            [(f"Article {m}", *article) for m, article in enumerate(articles, 1)],
        )
        for n, articles in enumerate(texts, 1)
    ]
    few = made(tmp_path / "few.db", [drafts[0], drafts[2]])
    whole = made(tmp_path / "whole.db", drafts)
    before, after = (ids(read(serve(one), "/n/moon/feed?kind=force")) for one in (few, whole))
    assert len(before) == 1
    assert before == after


def test_a_partial_document_takes_nothing_out(client: FlaskClient, library: Library) -> None:
    draft = library.draft("moon", "M/1")
    assert draft is not None
    beacons = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    told = list(titles(read(client, f"/t/{beacons.address}/feed")).values())
    assert [one for one in told if "gone in" in one] == [
        "Article 3 (Damage to beacons): gone in “Second draft” (M/3)"
    ]


@pytest.mark.parametrize(
    ("certain", "said"),
    [(True, "part of article 1 in"), (False, "possibly part of article 1 in")],
)
def test_what_went_on_in_another_is_not_called_gone(
    app: Flask, library: Library, certain: bool, said: str
) -> None:
    first, second = (library.draft("moon", symbol) for symbol in ("M/1", "M/3"))
    row = library.negotiation("moon")
    assert first is not None
    assert second is not None
    assert row is not None
    beacons = next(one for one in library.provisions(first.id) if one.eid == "art_3")
    page = library.thread(beacons.address)
    assert page is not None
    purpose = next(one for one in library.provisions(second.id) if one.eid == "art_1")
    absent = Absent(certain, True, ((purpose, certain),), ())
    rounds = (*page.rounds[:2], replace(page.rounds[2], absent=absent))
    ended = replace(page, rounds=rounds)
    with app.test_request_context("/feed"):
        (entry,) = of_thread(ended, row)
    assert f"(Damage to beacons): {said} “Second draft”" in entry.title
    assert "gone" not in entry.title


def test_what_is_possibly_back_is_not_said_to_be(app: Flask, library: Library) -> None:
    draft, row = library.draft("moon", "M/1"), library.negotiation("moon")
    assert draft is not None
    assert row is not None
    beacons = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    page = library.thread(beacons.address)
    assert page is not None
    members = tuple(replace(one, certain=False) for one in page.rounds[-1].members)
    unsure = replace(page, rounds=(*page.rounds[:-1], replace(page.rounds[-1], members=members)))
    with app.test_request_context("/feed"):
        back = of_thread(unsure, row)[-1]
    assert "possibly back in" in back.title
    assert "It is possibly back, after 1 draft without it." in back.said


def test_a_draft_that_is_read_anew_is_no_news(tmp_path: Path, serve) -> None:
    database = made(tmp_path / "moon.db", helpers.drafts())
    client = serve(database)
    paths = ("/feed", "/n/moon/feed", "/n/moon/feed?kind=force")
    first = {path: client.get(path) for path in paths}
    page = client.get("/n/moon").headers["ETag"]
    with open_database(database) as store:
        helpers.put(store, helpers.reread(helpers.drafts()[1]), replacing=True)
        analyse(store, "moon", "en")
        store.put_negotiation(Negotiation(id="other", title="Something else"))
    assert client.get("/n/moon").headers["ETag"] != page
    for path in paths:
        again = client.get(path, headers={"If-None-Match": first[path].headers["ETag"]})
        assert (again.status_code, again.data) == (304, b""), path
        assert client.get(path).data == first[path].data


def test_what_was_gone_and_is_back_has_two_entries(tmp_path: Path, serve) -> None:
    database = made(tmp_path / "moon.db", helpers.drafts())
    root = read(serve(database), f"/t/{address(database, 'M/4', 'art_4')}/feed")
    back, gone = entries(root)
    assert "back in" in text(back, "title")
    assert "gone in" in text(gone, "title")
    assert text(gone, "updated") == "2002-03-01T00:00:00Z"
    page = content(back)
    assert "[Removed: shall] [Added: may]" in page.text
    assert "after 1 draft without it" in page.text
    assert "[Removed: shall] [Added: may]" in page.text
    # Also from the address that it had before.
    old = read(serve(database), f"/t/{address(database, 'M/1', 'art_4')}/feed")
    assert ids(old) == ids(root)


LIGHT = {
    "nothing": ("All craters are open to everybody.", "All craters are open to everybody."),
    "white space": ("All craters are open to everybody.", "All  craters are\nopen to everybody."),
    "hard spaces": (
        "All craters are open to everybody.",
        "All craters\u00a0are open to everybody.",
    ),
    "quotes": ("The “craters” are open to everybody.", 'The "craters" are open to everybody.'),
}


@pytest.mark.parametrize("name", LIGHT)
def test_what_is_no_change_gives_no_entry(tmp_path: Path, serve, name: str) -> None:
    drafts = [
        replace(
            outline(
                f"art_1 | Article 1 | Craters | x\nart_2 | Article 2 | Dust | Dust {n} is swept.",
                symbol=f"M/{n}",
                date=f"2030-0{n}-01",
                negotiation="moon",
            ),
        )
        for n in (1, 2)
    ]
    drafts = [
        replace(one, provisions=(replace(one.provisions[0], text=words), *one.provisions[1:]))
        for one, words in zip(drafts, LIGHT[name], strict=True)
    ]
    database = made(tmp_path / "moon.db", drafts)
    client = serve(database)
    assert ids(read(client, f"/t/{address(database, 'M/2', 'art_1')}/feed")) == []
    (entry,) = entries(read(client, f"/t/{address(database, 'M/2', 'art_2')}/feed"))
    assert "[Removed: 1] [Added: 2]" in content(entry).text


def test_an_entry_tells_its_day_as_pages_do(tmp_path: Path, serve) -> None:
    draft = outline("art_1 | Article 1 | x | y", date="2030-02-03", negotiation="moon")
    client = serve(made(tmp_path / "moon.db", [draft, replace(draft, symbol="A/2")]))
    for entry in entries(read(client, "/n/moon/feed")):
        assert "3 February 2030" in content(entry).text


HOSTILE = "Nobody ]]> may\x0b \x00 <script>alert(1)</script> {{7*7}} &lt; \ufffe \U0001f311 \u202e "


def test_whatever_a_text_holds_the_feed_is_valid(tmp_path: Path, serve) -> None:
    texts = ["shall sweep the dust of every crater before noon", "may sweep the dust"]
    drafts = []
    for n, words in enumerate(texts, 1):
        one = outline("art_1 | Article 1 | x | y", symbol=f"M/{n}", date=f"2030-0{n}-01",
                      negotiation="moon")  # fmt: skip
        provision = replace(one.provisions[0], heading=HOSTILE, text=HOSTILE + words)
        drafts.append(replace(one, provisions=(provision,)))
    database = made(tmp_path / "moon.db", drafts)
    client = serve(database)
    for path in (
        *("/feed", "/n/moon/feed", "/n/moon/feed?kind=force"),
        f"/t/{address(database, 'M/2', 'art_1')}/feed",
    ):
        root = read(client, path)
        assert entries(root), path
        for page in contents(root):
            assert not page.all("script")
    assert "{{7*7}}" in page.text
    assert "49" not in page.text


WORDS = st.lists(
    st.sampled_from(["crater", "dust", "shall", "<b>", "&", "]]>"]), min_size=1, max_size=9
)
HUNKS = st.lists(
    st.tuples(st.sampled_from(["equal", "insert", "delete"]), WORDS.map(" ".join)), max_size=8
)


class Sides(Page):
    """The text of markup as of each side, without what is said of the changes."""

    def __init__(self, html: str) -> None:
        self.old: list[str] = []
        self.new: list[str] = []
        super().__init__(html)

    def handle_data(self, data: str) -> None:
        inside = set(self._open)
        if "span" in inside:
            return
        said = data.removesuffix("]") if inside & {"ins", "del"} else data
        if "ins" not in inside:
            self.old.append(said)
        if "del" not in inside:
            self.new.append(said)


@given(HUNKS)
def test_the_words_of_both_sides_are_all_there(hunks: list[tuple[str, str]]) -> None:
    made = [Hunk(operation, f"{words} ") for operation, words in hunks]  # type: ignore[arg-type]
    shown = changed(made, {})
    if all(one.operation == "equal" for one in made):
        assert shown == ""
        return
    sides = Sides(shown)
    if "[…]" in shown:  # what stayed was shortened
        return
    for told, lacks in ((sides.old, "insert"), (sides.new, "delete")):
        whole = "".join(one.text for one in made if one.operation != lacks)
        assert "".join(told).split() == whole.split()


def test_long_runs_are_shortened() -> None:
    stayed = " ".join(f"w{n}" for n in range(100))
    shown = changed([Hunk("equal", f"{stayed} "), Hunk("insert", "word " * 500)], {})
    text = Page(shown).text
    assert text.startswith("[…] w" + str(100 - KEPT))
    assert text.count("word") == LONG


# For those who open the file itself.

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"
READERS = ("", "*/*", "application/atom+xml", "application/rss+xml, application/xml;q=0.9, */*")
ALSO_HTML = "application/atom+xml, application/xml;q=0.9, text/html;q=0.1"


@pytest.mark.parametrize("path", ["/feed", "/n/moon/feed", "/n/moon/feed?kind=force"])
def test_a_browser_shows_a_feed_to_be_read(client: FlaskClient, path: str) -> None:
    shown = client.get(path, headers={"Accept": BROWSER})
    # Under the name of Atom, browsers show its source.
    assert shown.mimetype == "application/xml"
    assert "Accept" in shown.headers["Vary"]
    root = etree.fromstring(shown.data)
    styles = [one.get("href") for one in root.itersiblings(preceding=True)]
    assert len(styles) == 2
    for style in styles:
        assert client.get(style, buffered=True).mimetype == "text/css"
    page = Page(etree.tostring(root.find(f"{A}subtitle"), encoding="unicode"))
    assert "This is a feed. To follow it, copy its address into a news reader." in page.text
    assert page.links[-1] == "/feeds"
    for link in page.links:
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("accept", [*READERS, ALSO_HTML, "text/html;q=0"])
def test_news_readers_get_atom(client: FlaskClient, accept: str) -> None:
    answer = client.get("/n/moon/feed", headers={"Accept": accept})
    assert answer.mimetype == "application/atom+xml"
    assert answer.data == client.get("/n/moon/feed", headers={"Accept": BROWSER}).data


def test_the_page_on_feeds_has_every_address(client: FlaskClient, library: Library) -> None:
    page = Page(client.get("/feeds").text)
    assert "A feed is an address that you give to a news reader" in page.text
    shown = [one["value"] for one in page.all("input")]
    of_one = [f"http://localhost/n/{row.id}/feed" for row in library.negotiations()]
    assert shown == ["http://localhost/feed", *of_one]
    for kind in FINDINGS:
        assert f"/n/moon/feed?kind={kind}" in page.links
    assert page.ids_twice() == []


PLACES = {
    "/n/moon": "/n/moon/feed",
    "/n/moon/changes": "/n/moon/feed",
    "/n/moon/changes?kind=force": "/n/moon/feed?kind=force",
}


@pytest.mark.parametrize("path", [*PLACES, "a provision"])
def test_where_a_page_can_be_followed_it_says_how(
    client: FlaskClient, library: Library, path: str
) -> None:
    if path == "a provision":
        thread = library.threads("moon").rows[0].thread_id
        path, own = f"/t/{thread}", f"/t/{thread}/feed"
    else:
        own = PLACES[path]
    page = Page(client.get(path).text)
    assert f"http://localhost{own}" in [one.get("value") for one in page.all("input")]
    assert "A feed is an address that you give to a news reader" in page.text
    assert {own, "/feeds"} <= set(page.links)


def test_no_page_leads_to_a_feed_without_a_word(client: FlaskClient) -> None:
    for path in ("/", "/n/moon", "/n/moon/compare", "/n/moon/grid", "/api/", "/search", "/method"):
        page = Page(client.get(path).text)
        assert "/feed" not in page.links, path
        assert "/feeds" in page.links, path
