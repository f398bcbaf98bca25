"""The JSON API: the same answers as the pages, as described, whatever is asked."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
import waitress
from flask import Flask
from flask.testing import FlaskClient

from tests.store import helpers
from tests.web.reading import Page
from tests.web.sample import SCRIPT
from tests.web.test_bad_input import BROKEN
from tracker.store import Library
from tracker.store.keys import comparison_key
from web import create_app
from web.api import operations
from web.api.examples import WITHOUT
from web.api.openapi import document
from web.api.operations import TEXTS
from web.api.table import OPERATIONS
from web.api.texts import DRAFT, NEGOTIATION
from web.shelf import EXTENSION

FINAL = quote("M/4 <b>")
PAIR = f"old=M/1&new={FINAL}"
MOON = "/api/negotiations/moon"

ASKED = {
    "negotiations": "/api/negotiations",
    "negotiation": MOON,
    "in Arabic": "/api/negotiations/qamar",
    "language": "/api/negotiations/qamar?language=ar",
    "drafts": f"{MOON}/drafts",
    "draft": f"{MOON}/draft?symbol=M/1",
    "draft with odd letters": f"{MOON}/draft?symbol={FINAL}",
    "provisions": f"{MOON}/provisions?symbol=M/1",
    "provisions in Arabic": "/api/negotiations/qamar/provisions?symbol=Q/1",
    "comparison": f"{MOON}/comparison",
    "comparison of two": f"{MOON}/comparison?{PAIR}",
    "comparison, everything": f"{MOON}/comparison?{PAIR}&show=all",
    "comparison with a partial one": f"{MOON}/comparison?old=M/1&new=M/2",
    "findings": f"{MOON}/findings",
    "findings of a kind": f"{MOON}/findings?kind=force",
    "grid": f"{MOON}/grid?show=all",
    "words": f"{MOON}/words",
    "words changed back": f"{MOON}/words/changed-back",
    "phrase": f"{MOON}/phrase?q=navigation+beacon",
    "phrase in other forms": f"{MOON}/phrase?q=beacons&stemmed=true&symbol=M/1",
    "phrase that is nowhere": f"{MOON}/phrase?q=zebra",
    "phrase without words": f"{MOON}/phrase?q=%2A",
    "contests": f"{MOON}/contests",
    "contests of one outcome": f"{MOON}/contests?outcome=dropped",
    "force": f"{MOON}/force",
    "force in Arabic": "/api/negotiations/qamar/force",
    "references": f"{MOON}/references?{PAIR}",
    "claims": f"{MOON}/claims",
    "proposals": f"{MOON}/proposals",
    "borrowed": f"{MOON}/borrowed",
    "search": "/api/search?q=moon",
    "search by name": "/api/search?q=article+2",
    "search in one": "/api/search?q=moon&in=moon&language=en",
    "search for signs": "/api/search?q=%22%27%3B--",
    "description": "/api/openapi.json",
}


@pytest.fixture(scope="session")
def described(app: Flask) -> dict[str, Any]:
    with app.test_request_context():
        return document(OPERATIONS, WITHOUT)


def fits(told: Any, path: str, described: dict[str, Any]) -> None:
    """Hold an answer against the description of its operation."""
    bare = path.partition("?")[0].removeprefix("/api")
    for known in described["paths"]:
        shape = known.split("/")
        asked = bare.split("/")
        if len(shape) == len(asked) and all(
            a == b or a.startswith("{") for a, b in zip(shape, asked, strict=True)
        ):
            answers = described["paths"][known]["get"]["responses"]["200"]["content"]
            schema = answers["application/json"]["schema"]
            whole = {"components": described["components"], **schema}
            jsonschema.Draft202012Validator(whole).validate(told)
            return
    pytest.fail(f"{bare} is not described")


@pytest.fixture(scope="session")
def thread(library: Library) -> str:
    draft = library.draft("moon", "M/4 <b>")
    assert draft is not None
    found = next(one for one in library.provisions(draft.id) if one.eid == "art_2")
    assert found.thread_id is not None
    return found.thread_id


@pytest.mark.parametrize("name", ASKED)
def test_every_answer_is_as_described(
    client: FlaskClient, described: dict[str, Any], name: str
) -> None:
    answer = client.get(ASKED[name])
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "application/json"
    assert "NaN" not in answer.text
    fits(answer.json, ASKED[name], described)
    assert client.get(ASKED[name]).data == answer.data


@pytest.mark.parametrize(
    "path", ["", "/findings", "/findings?kind=force", "/words", "/words?symbol=M/1"]
)
def test_every_answer_on_a_provision_is_as_described(
    client: FlaskClient, described: dict[str, Any], thread: str, path: str
) -> None:
    answer = client.get(f"/api/threads/{thread}{path}")
    assert answer.status_code == 200
    fits(answer.json, f"/api/threads/{thread}{path}", described)


def test_every_operation_is_asked_here(app: Flask) -> None:
    asked = {path.partition("?")[0] for path in ASKED.values()}
    for op in OPERATIONS:
        if not op.path.startswith("/threads"):
            assert f"/api{op.path}".replace("{negotiation}", "moon") in asked, op.name


def test_links_and_answers_go_together(client: FlaskClient) -> None:
    for path in ASKED.values():
        told = client.get(path).json
        if path.endswith("openapi.json"):
            continue
        assert client.get(told["links"]["self"]).json == told
        if told["links"]["html"]:
            answer = client.get(told["links"]["html"], follow_redirects=True)
            assert answer.status_code == 200, told["links"]["html"]


@pytest.mark.parametrize(
    "path",
    [
        f"{MOON}/provisions?symbol=M/1",
        f"{MOON}/comparison?{PAIR}&show=all",
        f"{MOON}/grid?show=all",
        f"{MOON}/findings?{PAIR}",
        "/api/search?q=the",
        f"{MOON}/drafts",
    ],
)
def test_parts_make_the_whole(client: FlaskClient, path: str) -> None:
    whole = rows(client.get(f"{path}{'&' if '?' in path else '?'}limit=1000").json)
    assert len(whole) > 2
    found: list[Any] = []
    following: str | None = f"{path}{'&' if '?' in path else '?'}limit=2"
    while following:
        told = client.get(following).json
        assert told["page"]["total"] == len(whole)
        assert len(rows(told)) <= 2
        found += rows(told)
        following = told["page"]["next"]
    assert found == whole
    past = client.get(f"{path}{'&' if '?' in path else '?'}offset=1000000")
    assert (past.status_code, rows(past.json)) == (200, [])


def rows(told: Any) -> list[Any]:
    """The list of an answer that comes in parts."""
    data = told["data"]
    if isinstance(data, list):
        return data
    names = ("provisions", "changes", "rows", "findings", "hits")
    return next(data[name] for name in names if name in data)


def test_every_answer_says_what_its_texts_are(client: FlaskClient) -> None:
    for path in ASKED.values():
        told = client.get(path).json
        if "moon/" not in path or not told["texts"]["standings"]:
            continue
        assert told["texts"]["official"] is False, path
        assert "Paraphrase written for this project" in told["texts"]["notice"]
        assert "the official texts are elsewhere" in told["texts"]["notice"]
        assert told["texts"]["symbols"]
    for name in ("in Arabic", "provisions in Arabic"):
        told = client.get(ASKED[name]).json
        assert told["texts"] == {
            "official": True, "standings": ["official"], "symbols": [], "notice": "",
        }  # fmt: skip
    everything = client.get("/api/negotiations").json
    assert everything["texts"]["official"] is False
    assert [one["official"] for one in everything["data"]] == [False, True]


def test_nothing_is_called_official_or_dated_of_which_nobody_said_so(
    app: Flask, library: Library
) -> None:
    draft, row = library.draft("qamar", "Q/1"), library.negotiation("qamar")
    assert draft is not None
    assert row is not None
    unsaid = replace(draft, standing="unstated", date="0001-01-01", date_printed="0001-01-01")
    mixed = replace(row, standings=("official", "unstated"), first_date="0001-01-01")
    with app.test_request_context("/api/negotiations"):
        told, of_row = DRAFT.of(unsaid), NEGOTIATION.of(mixed)
        said = TEXTS.of(operations._Texts([unsaid], []))
    assert (told["official"], told["date"], told["date_printed"]) == (None, "", "")
    assert (of_row["official"], of_row["first_date"]) == (None, "")
    assert said["official"] is None
    assert "Nobody said whether this is the official text" in said["notice"]


PAGES_OF = {
    "/contests?outcome=dropped": "/n/moon/brackets?outcome=dropped",
    f"/force?{PAIR}": f"/n/moon/force?old=M/1&new={FINAL.replace('%20', '+')}",
    f"/references?{PAIR}": f"/n/moon/references?old=M/1&new={FINAL.replace('%20', '+')}",
    "/grid": "/n/moon/grid",
}


@pytest.mark.parametrize("path", PAGES_OF)
def test_the_page_of_an_answer_shows_the_same(client: FlaskClient, path: str) -> None:
    assert client.get(MOON + path).json["links"]["html"] == PAGES_OF[path]


def test_nobody_of_that_name(client: FlaskClient) -> None:
    """As on the page: an empty list would say that somebody wanted nothing."""
    answer = client.get(f"{MOON}/contests?who=Nobody")
    assert answer.status_code == 404
    assert "nobody called “Nobody”" in answer.json["detail"]
    assert client.get(f"{MOON}/contests?who=Tycho").json["page"]["total"] > 0


def test_a_comparison_tells_what_the_database_does(client: FlaskClient, library: Library) -> None:
    told = client.get(f"{MOON}/comparison?{PAIR}&show=all&limit=1000").json["data"]
    old, new = (library.draft("moon", symbol) for symbol in ("M/1", "M/4 <b>"))
    assert old is not None
    assert new is not None
    page = library.comparison(old.id, new.id)
    assert page is not None
    assert [one["id"] for one in told["changes"]] == [one.link_id for one in page.rows]
    assert told["numbers"]["words_deleted"] == page.comparison.words_deleted
    texts = {one.eid: one.text for one in library.provisions(new.id)}
    for one in told["changes"]:
        if one["new"] and one["relation"] in ("same", "renumbered"):
            kept = [h["text"] for h in one["text"] if h["operation"] != "delete"]
            assert "".join(kept) == texts[one["new"]["eid"]]
        assert client.get(one["card"], follow_redirects=True).status_code == 200
    # The order in which the two are named does not matter.
    turned = client.get(f"{MOON}/comparison?old={FINAL}&new=M/1&show=all&limit=1000").json
    assert turned["data"] == told


def test_findings_tell_what_the_database_does(client: FlaskClient, library: Library) -> None:
    old, new = (library.draft("moon", symbol) for symbol in ("M/3", "M/4 <b>"))
    assert old is not None
    assert new is not None
    known = library.findings(comparison_key(old.id, new.id)).findings
    told = client.get(f"{MOON}/findings?old=M/3&new={FINAL}").json["data"]
    assert [one["sentence"] for one in told["findings"]] == [one.sentence for one in known]
    force = client.get(f"{MOON}/findings?old=M/3&new={FINAL}&kind=force").json["data"]
    assert force["findings"]
    assert all("force" in (one["kind"], *one["also"]) for one in force["findings"])


def test_every_address_of_a_provision_leads_to_its_story(
    client: FlaskClient, library: Library, thread: str
) -> None:
    page = library.thread(thread)
    assert page is not None
    assert len(page.members) > 1
    for member in page.members:
        told = client.get(f"/api/threads/{member.provision.address}").json["data"]
        assert told["address"] == thread
        assert told["asked"]["address"] == member.provision.address


def test_a_provision_that_is_not_there_yet_is_not_absent(
    client: FlaskClient, library: Library
) -> None:
    """“absent” says that it is gone; a program would count what is new as lost."""
    said = []
    for row in library.threads("moon").rows:
        rounds = client.get(f"/api/threads/{row.thread_id}").json["data"]["rounds"]
        first = next(at for at, one in enumerate(rounds) if one["members"])
        assert all(one["absent"] is None for one in rounds[:first])
        said += [one["absent"] for one in rounds[first:] if one["absent"]]
    assert said


def test_every_word_leads_to_its_page_and_offset(tmp_path: Path) -> None:
    database = helpers.build(tmp_path / "moon.db", helpers.drafts()[:1])
    app = create_app(database)
    told = app.test_client().get(f"{MOON}/provisions?symbol=M/1").json
    (page,) = helpers.drafts()[0].pages
    source = told["data"]["source"]
    assert source["sha256"] == helpers.drafts()[0].source.sha256
    found = 0
    for one in told["data"]["provisions"]:
        for place in one["read_from"]:
            run = page[place["start"] : place["end"]]
            held = one[place["field"]]
            assert held[place["at"] : place["at"] + len(run)] == run
            assert place["page"] == 1
            found += 1
        assert len(one["marks"]) == len(one["marks_read_from"])
    assert found > 10
    marked = next(one for one in told["data"]["provisions"] if one["marks"])
    agreed, bracket = marked["marks"]
    assert (agreed["kind"], agreed["printed"]) == ("agreed", "[agreed]")
    assert bracket["words"] == marked["text"][bracket["start"] : bracket["end"]]
    assert marked["marks_read_from"] == [
        [{"field": "printed", "at": 0, "page": 1, "start": 0, "end": 8}], [],
    ]  # fmt: skip
    app.extensions[EXTENSION].close()


WRONG: dict[str, tuple[str, int]] = {
    "no such address": ("/api/nothing", 404),
    "negotiation": ("/api/negotiations/nothing", 404),
    "script": ("/api/negotiations/%3Cscript%3E", 404),
    "nul": ("/api/negotiations/%00", 404),
    "bad utf-8": ("/api/negotiations/%ff%fe", 404),
    "dots": ("/api/negotiations/..%2f..%2fetc%2fpasswd", 404),
    "5,000 digits": (f"/api/negotiations/{'9' * 5000}", 404),
    "quotes": ("/api/negotiations/'%20OR%20'1'='1", 404),
    "provision": ("/api/threads/000000000000", 404),
    "digits of a provision": (f"/api/threads/{'9' * 5000}", 404),
    "line break in an id": (f"{MOON}%0a", 404),
    "draft": (f"{MOON}/draft?symbol=M/99", 404),
    "draft with nul": (f"{MOON}/draft?symbol=M/1%00", 404),
    "no draft named": (f"{MOON}/draft", 400),
    "empty symbol": (f"{MOON}/draft?symbol=", 400),
    "long symbol": (f"{MOON}/draft?symbol={'M' * 301}", 400),
    "language that is not there": (f"{MOON}/grid?language=fr", 404),
    "language": (f"{MOON}/grid?language=../etc", 400),
    "language with a line break": (f"{MOON}/grid?language=en%0a", 400),
    "unknown draft compared": (f"{MOON}/comparison?old=M/99", 404),
    "draft with itself": (f"{MOON}/comparison?old=M/1&new=M/1", 404),
    "only one draft": ("/api/negotiations/qamar/comparison", 404),
    "kind": (f"{MOON}/findings?kind=%3Cscript%3E", 400),
    "show": (f"{MOON}/comparison?show=everything", 400),
    "limit of nothing": (f"{MOON}/grid?limit=0", 400),
    "limit beyond": (f"{MOON}/grid?limit=1001", 400),
    "limit in words": (f"{MOON}/grid?limit=ten", 400),
    "limit below": (f"{MOON}/grid?limit=-1", 400),
    "limit with a plus": (f"{MOON}/grid?limit=%2B5", 400),
    "limit in Arabic digits": (f"{MOON}/grid?limit=٣", 400),
    "limit of 5,000 digits": (f"{MOON}/grid?limit={'9' * 3000}", 400),
    "empty limit": (f"{MOON}/grid?limit=", 400),
    "offset beyond": (f"{MOON}/grid?offset=1000001", 400),
    "flag": (f"{MOON}/phrase?q=moon&stemmed=yes", 400),
    "no phrase": (f"{MOON}/phrase", 400),
    "unknown parameter": (f"{MOON}/grid?limt=5", 400),
    "twice": (f"{MOON}/grid?limit=5&limit=6", 400),
    "long search": (f"/api/search?q={'a' * 501}", 400),
    "search nowhere": ("/api/search?q=a&in=nothing", 404),
    "nobody": (f"{MOON}/proposals?author=nobody", 404),
    "too long": (f"/api/search?q={'a' * 40_000}", 414),
    "too long, no parameters": (f"/api/negotiations?{'a' * 40_000}", 414),
}


def problem(answer: Any, status: int) -> dict[str, Any]:
    """An error as RFC 9457 has it, with nothing of the machine in it."""
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    told = json.loads(answer.text)
    assert set(told) == {"type", "title", "status", "detail"}
    assert (told["type"], told["status"]) == ("about:blank", status)
    assert told["title"]
    assert len(told["detail"]) > 10
    for word in ("Traceback", "sqlite", ".py", "tmp/", "None", "<!doctype"):
        assert word not in answer.text
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    return dict(told)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_answered_is_told_as_data(client: FlaskClient, name: str) -> None:
    path, status = WRONG[name]
    problem(client.get(path), status)


def test_a_refusal_says_what_would_be_right(client: FlaskClient) -> None:
    told = problem(client.get(f"{MOON}/grid?limt=5"), 400)
    assert "limit" in told["detail"]
    told = problem(client.get(f"{MOON}/grid?limit=0"), 400)
    assert "from 1 to 1,000" in told["detail"]


@pytest.mark.parametrize("path", ["/api/negotiations", f"{MOON}/grid", "/api/openapi.json"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_api_can_only_be_read(client: FlaskClient, path: str, method: str) -> None:
    answer = client.open(path, method=method, data="x")
    problem(answer, 405)
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_fault_shows_nothing_of_the_machine(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("secret at /srv/somebody/file.py")

    monkeypatch.setattr(app.extensions[EXTENSION], "negotiations", fail)
    answer = client.get("/api/negotiations?limit=77")
    problem(answer, 500)
    assert "secret" not in answer.text


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_database_is_told_as_data(tmp_path: Path, kind: str) -> None:
    database = tmp_path / "some.db"
    BROKEN[kind](database)
    app = create_app(database)
    with app.test_client() as client:
        answer = client.get("/api/negotiations")
        assert problem(answer, 503)["detail"]
        assert answer.headers["Retry-After"]
        assert str(tmp_path) not in answer.text
        # What is described does not hang on the data.
        assert client.get("/api/openapi.json").status_code == 200
    app.extensions[EXTENSION].close()


def test_pages_of_any_origin_may_ask(client: FlaskClient) -> None:
    got = client.get(f"{MOON}/grid", headers={"Origin": "https://example.org"})
    assert got.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in got.headers
    assert "Set-Cookie" not in got.headers
    asked = client.options(f"{MOON}/grid", headers={"Access-Control-Request-Method": "GET"})
    assert asked.status_code == 200
    assert "GET" in asked.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Origin" not in client.get("/n/moon").headers


def test_an_answer_that_somebody_has_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(f"{MOON}/grid")
    head = client.head(f"{MOON}/grid")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == first.headers["ETag"]
    again = client.get(f"{MOON}/grid", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    other = client.get(f"{MOON}/grid?limit=2", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_answers_are_compressed(client: FlaskClient) -> None:
    plain = client.get(f"{MOON}/comparison?{PAIR}&show=all")
    short = client.get(f"{MOON}/comparison?{PAIR}&show=all", headers={"Accept-Encoding": "gzip"})
    assert short.headers["Content-Encoding"] == "gzip"
    assert len(short.data) < len(plain.data) / 4


def test_what_stands_in_a_title_is_data(client: FlaskClient) -> None:
    answer = client.get(MOON)
    assert SCRIPT in answer.json["data"]["negotiation"]["title"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_page_for_people_has_an_example_of_everything(client: FlaskClient) -> None:
    answer = client.get("/api/")
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert not page.ids_twice()
    assert "<script>" not in answer.text
    links = [one for one in page.links if one.startswith(("/api/", "/feed", "/n/"))]
    assert len(links) > len(OPERATIONS)
    for link in links:
        assert client.get(link, follow_redirects=True).status_code == 200, link
    for op in OPERATIONS:
        assert op.summary in page.text
    without = client.get("/api")
    assert (without.status_code, without.headers["Location"]) == (308, "/api/")


def test_the_page_stands_without_a_database(tmp_path: Path) -> None:
    app = create_app(tmp_path / "none.db")
    assert app.test_client().get("/api/").status_code in (200, 503)
    app.extensions[EXTENSION].close()


@pytest.fixture
def served(database: Path) -> Iterator[str]:
    app = create_app(database)
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=2)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(server.close)
    server.task_dispatcher.shutdown()
    thread.join(5)
    app.extensions[EXTENSION].close()


def test_the_example_in_python_works(client: FlaskClient, served: str) -> None:
    html = client.get("/api/", base_url=served).text
    code = html.partition('<pre class="code"><code>')[2].partition("</code>")[0]
    code = code.replace("&#34;", '"').replace("&amp;", "&")
    assert served in code
    said = StringIO()
    with redirect_stdout(said):
        exec(compile(code, "example", "exec"), {})
    lines = said.getvalue().splitlines()
    assert "Paraphrase" in lines[0]
    assert any(line.strip().startswith(f"{served}/f/") for line in lines)


@pytest.mark.parametrize("kept", ["qamar", "nothing"])
def test_what_is_not_here_is_no_link(database: Path, tmp_path: Path, kept: str) -> None:
    path = tmp_path / "small.db"
    shutil.copy(database, path)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("DELETE FROM negotiations WHERE id <> ?", (kept,))
    client = create_app(path).test_client()
    links = [one for one in Page(client.get("/api/").text).links if one.startswith("/api/")]
    assert links
    assert [one for one in links if client.get(one).status_code != 200] == []
