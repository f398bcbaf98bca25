"""Every page over the sample: that it is there, is sound, and says what it has to say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from tests.drafts import outline
from tests.store import lamps
from tests.web import sample
from tests.web.reading import Page
from tracker.model import Negotiation
from tracker.store import Library, open_database
from tracker.store.records import DecisionRow, DifferenceRow
from web import create_app
from web.method import PAGES
from web.shelf import EXTENSION

FINAL = "M/4%20%3Cb%3E"
NOTICE = "Paraphrase written for this project, not the official text"


def thread_of(library: Library, symbol: str, eid: str) -> str:
    draft = library.draft("moon", symbol)
    assert draft is not None
    provision = next(one for one in library.provisions(draft.id) if one.eid == eid)
    return f"/t/{provision.thread_id}"


PATHS = {
    "front": "/",
    "negotiation": "/n/moon",
    "negotiation-in-arabic": "/n/qamar",
    "grid": "/n/moon/grid",
    "grid-in-arabic": "/n/qamar/grid",
    "language": "/n/qamar?lang=ar",
    "draft": "/n/moon/d/M/1",
    "draft-escaped": f"/n/moon/d/{FINAL}",
    "draft-partial": "/n/moon/d/M/2",
    "draft-arabic": "/n/qamar/d/Q/1",
    "report": "/n/moon/d/M/1/report",
    "report-escaped": f"/n/moon/d/{FINAL}/report",
    "report-arabic": "/n/qamar/d/Q/1/report",
    "compare": "/n/moon/compare",
    "compare-all": "/n/moon/compare?show=all",
    "compare-pair": f"/n/moon/compare?old=M/1&new={FINAL}",
    "compare-partial": "/n/moon/compare?old=M/1&new=M/2",
    "compare-from-partial": "/n/moon/compare?old=M/2&new=M/3&show=all",
    "compare-one-side": "/n/moon/compare?old=M/1",
    "compare-other-side": "/n/moon/compare?new=M/1",
    "compare-nothing": "/n/qamar/compare",
    "compare-kind": f"/n/moon/compare?old=M/3&new={FINAL}&kind=force",
    "changes": "/n/moon/changes",
    "changes-kind": f"/n/moon/changes?old=M/1&new={FINAL}&kind=scope",
    "changes-partial": "/n/moon/changes?old=M/2&new=M/3",
    "changes-nothing": "/n/qamar/changes",
    "phrase": "/n/moon/phrase",
    "phrase-found": "/n/moon/phrase?q=lunar+craters&stemmed=1",
    "phrase-in-a-draft": "/n/moon/phrase?q=the&draft=M/1",
    "phrase-nowhere": "/n/moon/phrase?q=zebra",
    "phrase-arabic": "/n/qamar/phrase?q=القمر",
    "brackets": "/n/moon/brackets",
    "brackets-filtered": "/n/moon/brackets?outcome=kept",
    "brackets-arabic": "/n/qamar/brackets",
    "words": "/n/moon/words",
    "words-pair": f"/n/moon/words?old=M/1&new={FINAL}&show=all",
    "words-nothing": "/n/qamar/words",
    "claims": "/n/moon/claims",
    "force": "/n/moon/force",
    "force-arabic": "/n/qamar/force",
    "references": "/n/moon/references",
    "references-arabic": "/n/qamar/references",
    "proposals": "/n/moon/proposals",
    "borrowed": "/n/moon/borrowed",
    "search": "/search",
    "search-words": "/search?q=beacon",
    "search-name": "/search?q=article+2&n=moon&stay=1",
    "search-nothing": "/search?q=zebra",
    "method": "/method",
}

NO_PARAPHRASE = {
    "words-nothing",
    *(
        "negotiation-in-arabic",
        "grid-in-arabic",
        "language",
        "draft-arabic",
        "report-arabic",
        "compare-nothing",
        "changes-nothing",
    ),
    *("search", "search-nothing", "method", "force-arabic", "references-arabic"),
    *("phrase", "phrase-nowhere", "phrase-arabic", "brackets-arabic"),
    *("proposals", "borrowed"),
}


@pytest.mark.parametrize("name", PATHS)
def test_a_page_is_sound(client: FlaskClient, name: str) -> None:
    answer = client.get(PATHS[name])
    assert answer.status_code == 200
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert page.ids_twice() == []
    assert page.all("html") == [{"lang": "en"}]
    assert {"href": "#main", "class": "skip"} in page.all("a")
    # The policy forbids style and script in the page, so there may be none.
    assert all("src" in one for one in page.all("script"))
    assert not page.all("style")
    assert not [
        name for _, one in page.tags for name in one if name == "style" or name.startswith("on")
    ]
    assert not [one for one in page.all("a") if one["href"].startswith("javascript:")]


@pytest.mark.parametrize("name", PATHS)
def test_what_texts_say_is_never_markup(client: FlaskClient, name: str) -> None:
    html = client.get(PATHS[name]).text
    assert "<script>alert" not in html
    assert "<b>" not in html
    assert "<i>more" not in html


@pytest.mark.parametrize("name", sorted(PATHS.keys() - NO_PARAPHRASE))
def test_every_page_with_a_paraphrase_says_so(client: FlaskClient, name: str) -> None:
    text = Page(client.get(PATHS[name]).text).text
    assert NOTICE in text
    assert sample.negotiation().notice in text


@pytest.mark.parametrize("name", sorted(NO_PARAPHRASE - {"method"}))
def test_other_pages_do_not_cry_wolf(client: FlaskClient, name: str) -> None:
    assert NOTICE not in Page(client.get(PATHS[name]).text).text


@pytest.mark.parametrize("name", ["draft", "compare-pair", "search-words"])
def test_the_notice_stands_beside_the_text_too(client: FlaskClient, name: str) -> None:
    assert Page(client.get(PATHS[name]).text).text.count(NOTICE) > 1


def test_every_thread_is_a_sound_page(client: FlaskClient, library: Library) -> None:
    grid = library.threads("moon")
    assert len(grid.rows) > 5
    for row in grid.rows:
        answer = client.get(f"/t/{row.thread_id}")
        assert answer.status_code == 200
        page = Page(answer.text)
        assert len(page.all("h1")) == 1
        assert page.ids_twice() == []
        assert page.text.count(NOTICE) > 1
        canonical = [one["href"] for one in page.all("link") if one.get("rel") == "canonical"]
        assert canonical == [f"/t/{row.thread_id}"]


@pytest.mark.parametrize("start", ["/", "/n/moon", "/n/moon/d/M/1", f"/n/moon/d/{FINAL}"])
def test_no_link_is_dead(client: FlaskClient, start: str) -> None:
    links = {link for link in Page(client.get(start).text).links if link.startswith(("/", "#"))}
    assert len(links) > 5
    own = {one["id"] for _, one in Page(client.get(start).text).tags if "id" in one}
    for link in sorted(links):
        path, _, anchor = link.partition("#")
        if path.startswith("/data"):
            continue
        ids = own
        if path:
            answer = client.get(path)
            assert answer.status_code == 200, link
            if answer.mimetype != "text/html":
                assert not anchor, link
                continue
            ids = {one["id"] for _, one in Page(answer.text).tags if "id" in one}
        assert not anchor or anchor in ids, link


def test_the_first_story_is_one_click_from_the_front_page(
    client: FlaskClient, library: Library
) -> None:
    html = client.get("/").text
    link = re.search(r'<article class="story first">\s*<h3><a href="([^"]+)"', html)
    assert link
    assert link.group(1) == thread_of(library, "M/1", "art_3")
    text = Page(client.get(link.group(1)).text).text
    assert "What became of the beacons" in text
    for phase in ("Round 1 an offence of its own", "not covered by this document", "not there",
                  "Round 4 an aggravating circumstance article 2, paragraph 2"):  # fmt: skip
        assert phase in text


def test_a_thread_tells_the_link_and_how_sure_it_is(client: FlaskClient, library: Library) -> None:
    text = Page(client.get(thread_of(library, "M/1", "art_3")).text).text
    assert "Possibly: made part of another" in text
    assert "Was article 3, an article of its own; now only part of another: article 2" in text
    # The second document is partial and says nothing of beacons, the third is whole.
    assert "Last seen in round 1; not in round 3." in text
    assert "Both name a beacon." in text
    assert "This link is a guess" in text
    assert "An advocacy group says The beacons were an offence of their own." in text
    assert "Unverified The number three." in text
    assert "A claim Says too little. A made-up group" in text


def test_every_address_of_a_thread_leads_to_the_same_page(
    client: FlaskClient, library: Library
) -> None:
    last = library.resolve("moon", "art_2__para_2")
    assert last is not None
    thread = thread_of(library, "M/1", "art_3")
    assert f"/t/{last.address}" != thread
    answer = client.get(f"/t/{last.address}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{thread}#m-{last.address}"
    assert f'id="m-{last.address}"' in client.get(thread).text


def test_a_draft_is_a_document(client: FlaskClient) -> None:
    answer = client.get("/n/moon/d/M/1")
    page = Page(answer.text)
    ids = {one["id"] for _, one in page.tags if "id" in one}
    assert {"art_1", "art_2", "art_2__para_1", "art_4__para_2"} <= ids
    assert (
        "In brackets, not agreed: Proposed by Tycho and Mare: quiet and open End of brackets. "
        "proposed by Tycho and Mare"
    ) in page.text
    assert "[agreed ad referendum]" in page.text
    assert "Read this text with care" in page.text
    assert "80.8% of the text could not be placed (1 passage, on page 1)." in page.text
    assert "history of Article 2, paragraph 1" in page.text
    assert "What was left out of the text" in page.text
    assert "/n/moon/d/M/1/report" in page.links
    assert "80.8% of the file's characters could not be placed" in page.text
    assert sample.drafts()[0].source.sha256 in page.text
    assert sample.OFFICIAL in page.links


def test_the_legend_shows_only_what_is_there(client: FlaskClient) -> None:
    def shown(path: str) -> str:
        text = Page(client.get(path).text).text
        return text[text.index("What the marks mean") :] if "What the marks mean" in text else ""

    draft = shown("/n/moon/d/M/1")
    assert "Square brackets: words that were proposed" in draft
    assert "Struck out in the draft." not in draft
    assert shown(f"/n/moon/d/{FINAL}") == ""
    assert "Square brackets" in shown("/n/moon/compare?old=M/1&new=M/3&show=all")
    # Nothing changed in the marked provisions, so none of their words are shown.
    assert shown("/n/moon/compare?old=M/1&new=M/2&show=changes") == ""


def test_a_report_says_where_the_characters_are(client: FlaskClient) -> None:
    page = Page(client.get("/n/moon/d/M/1/report").text)
    assert "every one of its 26 visible characters" in page.text
    assert "Page numbers The numbers of the pages, wherever they are printed.519.2%" in page.text
    assert "Not placed Text that our rules could not place. It is listed below.2180.8%" in page.text
    assert "page 1 lost words & <i>more</i>" in page.text
    assert "In all26100%" in page.text
    # The sample's provisions are traced to no page: that is told, not hidden.
    assert "A fault of ours. Number of art_1: has words that are not in the file" in page.text
    assert "4 articles, 3 paragraphs" in page.text
    assert "2 passages in brackets, 1 passage called agreed or pending, 1 proposal" in page.text
    assert sample.drafts()[0].source.sha256 in page.text
    pictures = [one for one in page.all("svg") if one.get("role") == "img"]
    assert [one["aria-label"] for one in pictures] == [
        "Set apart under its name: 19.2%; Not placed: 80.8%"
    ]


def test_a_symbol_may_end_like_the_address_of_a_report(tmp_path: Path) -> None:
    database = tmp_path / "some.db"
    with open_database(database) as store:
        store.put_negotiation(Negotiation("sun", "Treaty on the sun"))
        for symbol in ("S/1/report", "S/2"):
            made = outline("art_1 | Article 1 | Light | It shines.", symbol=symbol)
            store.put_draft(replace(made, negotiation="sun"), None, {}, (), None, "x.xml")
    app = create_app(database)
    client = app.test_client()
    for path, title in (
        ("/n/sun/d/S/1/report", "S/1/report"),
        ("/n/sun/d/S/1/report/report", "How the file of “S/1/report” was read"),
        ("/n/sun/d/S/2/report", "How the file of “S/2” was read"),
    ):
        assert re.findall(
            r"<h1[^>]*>(.*?)</h1>", re.sub(r"</?span[^>]*>", "", client.get(path).text)
        ) == [title]
    assert client.get("/n/sun/d/S/1").status_code == 404
    assert client.get("/n/sun/d/S/3/report").status_code == 404
    app.extensions[EXTENSION].close()


def test_marks_over_time(client: FlaskClient, library: Library) -> None:
    text = Page(client.get(thread_of(library, "M/1", "art_1")).text).text
    table = text[text.index("Marks over time") :]
    agreed = "The purpose of this Treaty is to keep lunar craters quiet and open to all."
    assert f"{agreed} Agreed, for the time being [agreed ad referendum] round 1 round 3" in table
    assert "quiet and open In brackets Proposed by Tycho and Mare round 1" in table
    assert "quiet and open In brackets Proposed by Tycho round 3" in table
    # Told with the bracket, not once more by itself.
    assert "Proposed by Proposed" not in table
    article = Page(client.get(thread_of(library, "M/1", "art_2")).text).text
    assert "fine In brackets · paragraph 1 nobody named round 1 round 3" in article
    other = Page(client.get(thread_of(library, "M/1", "art_4")).text).text
    assert "Marks over time" not in other


def test_a_language_has_its_direction(client: FlaskClient) -> None:
    divs = Page(client.get("/n/qamar/d/Q/1").text).all("div")
    assert any(one.get("lang") == "ar" and one.get("dir") == "rtl" for one in divs)


def test_a_comparison_shows_changes_only_unless_asked(client: FlaskClient) -> None:
    few = Page(client.get(f"/n/moon/compare?old=M/3&new={FINAL}").text)
    whole = Page(client.get(f"/n/moon/compare?old=M/3&new={FINAL}&show=all").text)
    assert "keep lunar craters" not in few.text
    assert "keep lunar craters" in whole.text
    assert "[Removed: shall] [Added: may]" in few.text
    assert "[Removed: grey] [Added: silver]" in few.text
    assert "unchanged words …]" in few.text
    assert "unchanged words …]" not in whole.text
    assert {"class": "gap"} in few.all("details")
    assert "1 unchanged provision left out" in few.text
    # A change that is nothing but an insertion has no struck words, and the other way round.
    assert len(few.all("ins")) > len(few.all("del")) > 1


def test_a_comparison_counts_and_names(client: FlaskClient) -> None:
    page = Page(client.get("/n/moon/compare?old=M/1&new=M/3").text)
    assert "4 articles before, 3 after; 2 unchanged." in page.text
    assert "Was article 4, now article 3. Not a word changed." in page.text
    assert "Nothing in the newer draft came from this." in page.text
    assert "1 of 2" in page.text
    assert "2 of 2" in page.text


def test_what_a_partial_document_lacks_is_not_called_gone(client: FlaskClient) -> None:
    page = Page(client.get("/n/moon/compare?old=M/1&new=M/2").text)
    assert "Nothing in the newer draft came from this" not in page.text
    assert "Not covered by the newer document (3)" in page.text
    assert not page.all("article")
    back = Page(client.get("/n/moon/compare?old=M/2&new=M/3&show=all").text)
    assert "Nothing in the older draft became this" not in back.text
    assert "Not in the older document" in back.text


@pytest.mark.parametrize("pair", sample.pairs(), ids=" to ".join)
def test_every_pair_has_a_sound_page(client: FlaskClient, pair: tuple[str, str]) -> None:
    for show in ("changes", "all"):
        answer = client.get(
            "/n/moon/compare", query_string={"old": pair[0], "new": pair[1], "show": show}
        )
        assert answer.status_code == 200
        page = Page(answer.text)
        assert page.ids_twice() == []
        assert len(page.all("h1")) == 1


def test_drafts_in_the_wrong_order_are_turned_round(client: FlaskClient) -> None:
    answer = client.get("/n/moon/compare?old=M/3&new=M/1&show=all")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/n/moon/compare?old=M/1&new=M/3&show=all"


def test_the_usual_pair_is_the_last_two_whole_drafts(client: FlaskClient) -> None:
    html = client.get("/n/moon/compare").text
    assert re.findall(r'<option value="([^"]+)" selected>', html)[:2] == ["M/3", "M/4 &lt;b&gt;"]


def test_search_marks_what_it_found(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=beacon").text)
    assert page.all("mark")
    assert "2 provisions have all these words" in page.text


def test_the_name_of_a_provision_comes_first(client: FlaskClient, library: Library) -> None:
    page = Page(client.get("/search?q=article+2(2)&stay=1").text)
    assert any(link.startswith(thread_of(library, "M/1", "art_3")) for link in page.links)
    assert page.text.index("Article 2, paragraph 2") < page.text.index(
        "No other provision was found"
    )


def test_the_grid_has_a_row_an_article_and_a_column_a_round(client: FlaskClient) -> None:
    page = Page(client.get("/n/moon/grid").text)
    columns = [one for one in page.all("th") if one.get("scope") == "col"]
    rows = [one for one in page.all("th") if one.get("scope") == "row"]
    assert (len(columns), len(rows)) == (5, 4)
    assert page.all("caption")
    cells = [one for one in page.all("a") if one.get("class", "").startswith("cell")]
    assert len(cells) == 4 + 3 + 2 + 3
    assert "now aggravating" in page.text
    assert "not covered by this document" in page.text
    assert "not in this draft" in page.text


def test_the_rounds_say_how_much_changed(client: FlaskClient) -> None:
    text = Page(client.get("/n/moon").text).text
    assert "This document holds only part of the text; only what both hold" in text
    assert "The document of round 2 holds only part of the text" in text
    assert "other parts of the text" not in text
    assert re.search(r"Since round 3: (a few words changed|lightly edited)\.", text)
    assert "round 4 of 2030 · a session · Tycho · 3 articles" in text


def test_every_route_is_explained(app: Flask, client: FlaskClient) -> None:
    routes = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert routes == set(PAGES)
    text = Page(client.get("/method").text).text
    for address, what in PAGES.values():
        assert address in text
        assert str(what) in text


def test_a_page_that_a_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/n/moon")
    etag = first.headers["ETag"]
    again = client.get("/n/moon", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == etag
    assert client.get("/n/qamar", headers={"If-None-Match": etag}).status_code == 200
    assert client.get("/n/moon", headers={"If-None-Match": "*"}).status_code == 200
    assert "ETag" not in client.get("/n/nothing").headers


@pytest.mark.parametrize("path", ["/", "/nothing", "/healthz", "/static/site.css", "/data/"])
def test_every_answer_has_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"


def test_head_is_get_without_the_page(client: FlaskClient) -> None:
    answer = client.head("/n/moon")
    assert (answer.status_code, answer.data) == (200, b"")


def test_health(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"


@pytest.mark.parametrize(
    ("state", "first"),
    [("applied", "Confirmed by a person:"), ("stale", "Not followed now.")],
)
def test_what_is_not_followed_says_so_first(app: Flask, state: str, first: str) -> None:
    decision = DecisionRow(
        *("accept", state, "Ada Lund", "2030-01-02", "Both speak of it.", None),
        "a text has changed since",
        *("M/1", "article 3", "M/3", "article 2", None, None),
    )
    source = "{% import 'parts.html' as parts with context %}{{ parts.decisions(found) }}"
    with app.test_request_context():
        told = " ".join(Page(render_template_string(source, found=[decision])).text.split())
    start = told.index("whose word counts for more.") + len("whose word counts for more. ")
    assert told[start:].startswith(first)
    assert ("and does not hold now" in told) == (state == "stale")
    assert "Confirmed by a person: that article 3 of M/1 became article 2 of M/3." in told


def test_a_thread_says_where_skipping_drafts_gives_another_answer(
    database: Path, client: FlaskClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = thread_of(library, "M/1", "art_1")
    assert "Other answers" not in client.get(address).text
    page = library.thread(address.rsplit("/", 1)[1])
    assert page is not None
    old, new = page.members[0].provision, page.members[-1].provision
    row = DifferenceRow("direct", old, new, None)
    changed = replace(page, differences=(row,))
    monkeypatch.setattr(Library, "thread", lambda self, asked: changed)
    # Another application: the first one kept the page.
    told = Page(create_app(database).test_client().get(address).text).text
    assert "gives another answer for 1 pair of drafts" in told
    assert "Round 1 to round 4" in told
    assert (
        "Compared directly, article 1 became article 1. Step by step, nothing came of it." in told
    )


def test_the_way_back_stays_in_the_language(tmp_path: Path) -> None:
    text = "art_1 | Article 1 | Phares | Chaque phare est allumé au crépuscule par son gardien."
    french = [
        replace(
            outline(text.replace("son", said), symbol=f"M/{said}", date=date, negotiation="moon"),
            language="fr",
        )
        for said, date in (("son", "2030-01-01"), ("leur", "2030-02-01"))
    ]
    database = lamps.made(tmp_path / "both.db", [*lamps.drafts(), *french])
    client = create_app(database).test_client()
    with Library(database) as library:
        draft = library.draft("moon", "M/son", "fr")
        assert draft is not None
        thread = library.provisions(draft.id)[0].thread_id
    for path in (
        "/n/moon/d/M/son?lang=fr",
        "/n/moon/compare?old=M/son&new=M/leur&lang=fr",
        f"/t/{thread}",
        "/n/moon/words?lang=fr",
    ):
        page = Page(client.get(path).text)
        assert "/n/moon?lang=fr" in page.links, path
    assert "/n/moon?lang=fr" not in Page(client.get("/n/moon/grid").text).links
