"""Files to take away over the web: the right bytes, under a safe name, never shown as a page."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header

from tests.drafts import outline
from tests.web import sample
from tests.web.reading import Page
from tracker import akn
from tracker.export import COMPARISONS, DRAFTS
from tracker.export.as_csv import END
from tracker.model import Negotiation
from tracker.store import Library, open_database
from web import create_app
from web.downloads import disposition
from web.shelf import EXTENSION

LAST = "old=M/1&new=M/4%20%3Cb%3E"
OTHER = "old=M/1&new=M/3"


@pytest.mark.parametrize("form", COMPARISONS)
def test_a_comparison(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/n/moon/compare.{form}?{LAST}")
    assert answer.status_code == 200
    assert answer.content_type == COMPARISONS[form].media_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    name = f"moon-M_1-to-M_4_b.{form}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    again = client.get(f"/n/moon/compare.{form}?{LAST}", headers={"Accept-Encoding": "identity"})
    assert again.data == answer.data
    fresh = client.get(
        f"/n/moon/compare.{form}?{LAST}", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert fresh.status_code == 304


@pytest.mark.parametrize(
    "form", ["html", "json", "csv", "spreadsheet.csv", "sentences.csv", "docx"]
)
def test_the_notice_goes_with_it(client: FlaskClient, form: str) -> None:
    raw = client.get(f"/n/moon/compare.{form}?{LAST}").data
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            raw = archive.read("word/header1.xml")
    assert "NOT THE OFFICIAL TEXT" in raw.decode()
    assert "These are paraphrases; the official texts are elsewhere." in raw.decode()


def test_nothing_of_a_draft_becomes_markup(client: FlaskClient) -> None:
    page = client.get(f"/n/moon/compare.html?{LAST}").get_data(as_text=True)
    read = Page(page)
    assert "script" not in {tag for tag, _ in read.tags}
    assert sample.SCRIPT in read.text
    assert read.ids_twice() == []
    assert {tag for tag, _ in read.tags} >= {"ins", "del"}
    assert len(read.all("h1")) == 1


def test_json_holds_what_the_store_holds(client: FlaskClient, library: Library) -> None:
    data = json.loads(client.get(f"/n/moon/compare.json?{LAST}").data)
    old, new = (library.draft("moon", symbol) for symbol in ("M/1", "M/4 <b>"))
    assert old is not None
    assert new is not None
    page = library.comparison(old.id, new.id)
    assert page is not None
    assert [one["id"] for one in data["changes"]] == [row.link_id for row in page.rows]
    for side in ("old", "new"):
        assert data[side]["sources"][0]["sha256"]
        texts = {one["eid"]: one for one in data[side]["provisions"]}
        operation = {"old": "insert", "new": "delete"}[side]
        for one in data["changes"]:
            if one["relation"] in ("same", "renumbered", "inserted", "deleted") and one[side]:
                said = "".join(text for kind, text in one["text"] if kind != operation)
                assert said == texts[one[side]]["text"]


@pytest.mark.parametrize("form", ["csv", "spreadsheet.csv"])
def test_csv_is_whole(client: FlaskClient, form: str) -> None:
    text = client.get(f"/n/moon/compare.{form}?{LAST}").data.decode("utf-8-sig")
    head, *rows, last = csv.reader(io.StringIO(text, newline=""))
    assert last[:2] == [END, f"{len(rows)} rows"]
    assert {len(row) for row in rows} == {len(head)}
    at = dict(zip(head, zip(*rows, strict=True), strict=True))
    assert set(at["older_draft"]) == {"M/1"}
    assert any("[-shall-]{+may+}" in one for one in at["change"])


@pytest.mark.parametrize("form", DRAFTS)
def test_a_draft(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/n/moon/d/M/4%20%3Cb%3E/draft.{form}")
    assert answer.status_code == 200
    assert answer.content_type == DRAFTS[form].media_type
    assert f'filename="moon-M_4_b-en.{form}"' in answer.headers["Content-Disposition"]


def test_the_xml_is_that_of_the_draft(client: FlaskClient, database: Path) -> None:
    for draft in sample.drafts():
        raw = client.get(f"/n/moon/d/{quote(draft.symbol)}/draft.xml").data
        assert akn.parse(raw, "download") == draft
        with open_database(database, create=False) as store:
            held = store.negotiation("moon")
            assert held is not None
        assert raw == akn.build(draft, held.country)


def test_the_text_of_a_draft(client: FlaskClient) -> None:
    head, body = client.get("/n/moon/d/M/1/draft.txt").data.decode().split("-" * 72)
    assert "NOT THE OFFICIAL TEXT" in head
    assert sample.drafts()[0].source.sha256 in head
    said = " ".join(f"{one.num} {one.heading} {one.text}" for one in sample.drafts()[0].provisions)
    assert body.split() == said.split()


def test_the_whole_database(client: FlaskClient, database: Path, tmp_path: Path) -> None:
    # Closed as a server closes what it has sent.
    with client.get("/database.sqlite", buffered=True) as answer:
        assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(answer.data)
    with Library(copy) as library, Library(database) as own:
        assert library.negotiations() == own.negotiations()
    with sqlite3.connect(copy) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    conn.close()
    part = client.get("/database.sqlite", headers={"Range": "bytes=100-199"}, buffered=True)
    assert part.status_code == 206
    assert part.data == answer.data[100:200]
    tag = answer.headers["ETag"]
    assert client.get("/database.sqlite", headers={"If-None-Match": tag}).status_code == 304


MISSING = {
    "format": "/n/moon/compare.exe",
    "no-format": "/n/moon/compare.",
    "format-of-a-draft": "/n/moon/compare.xml",
    "format-script": "/n/moon/compare.%3Cscript%3E",
    "format-long": f"/n/moon/compare.{'9' * 5000}",
    "format-nul": "/n/moon/compare.docx%00",
    "draft-format": "/n/moon/d/M/1/draft.docx",
    "no-negotiation": "/n/nothing/compare.docx",
    "no-draft": "/n/moon/d/M/99/draft.xml",
    "dots": "/n/moon/d/../../etc/passwd/draft.xml",
    "no-older": "/n/moon/compare.docx?old=M/99&new=M/1",
    "no-language": "/n/moon/d/M/1/draft.xml?lang=fr",
    "only-one-draft": "/n/qamar/compare.docx",
}
REFUSED = {
    "same": "/n/moon/compare.docx?old=M/1&new=M/1",
    "language": "/n/moon/compare.docx?lang=../../etc",
    "draft-language": "/n/moon/d/M/1/draft.xml?lang=%00",
}


@pytest.mark.parametrize("name", MISSING)
def test_what_is_not_there(client: FlaskClient, name: str) -> None:
    answer = client.get(MISSING[name])
    assert answer.status_code == 404
    assert "Content-Disposition" not in answer.headers
    Page(answer.get_data(as_text=True))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_meant(client: FlaskClient, name: str) -> None:
    assert client.get(REFUSED[name]).status_code == 400


def test_the_newer_first_is_turned_round(client: FlaskClient) -> None:
    answer = client.get("/n/moon/compare.csv?old=M/3&new=M/1")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("old=M/1&new=M/3")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading(client: FlaskClient, method: str) -> None:
    assert getattr(client, method)("/database.sqlite").status_code == 405


NAMES = {
    "plain": "moon-M_1.docx",
    "arabic": "معاهدة.pdf",
    "accents": "traité-é.csv",
    "percent": "a%20b.csv",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_reads_the_name(name: str) -> None:
    kind, said = parse_options_header(disposition(NAMES[name]))
    assert kind == "attachment"
    assert said["filename"] == NAMES[name]


HOSTILE = ('A"; filename="x.exe', "A\r\nSet-Cookie: a=b", "../../etc/passwd", "=1+1", "A/<svg>")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation("odd", "=cmd|' /C calc'!A0", language="en"))
        for n, symbol in enumerate(HOSTILE):
            text = (
                f"art_1 | Article 1 | =1+{n} | -{n} @words; =2 \t+3 {{{{7*7}}}} <script>alert({n})"
            )
            draft = outline(text, symbol=symbol, negotiation="odd", date=f"2030-01-0{n + 1}")
            _put(store, draft)
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def test_a_draft_whose_symbol_ends_like_a_file_is_that_draft(tmp_path: Path) -> None:
    path = tmp_path / "odd.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation("odd", "Odd", language="en"))
        for n, symbol in enumerate(("F/1", "F/1/draft.txt", "F/2/draft.exe")):
            text = f"art_1 | Article 1 | Bells | Bells ring {n} times."
            _put(store, outline(text, symbol=symbol, negotiation="odd", date=f"2030-01-0{n + 1}"))
    client = create_app(path).test_client()
    assert "Bells ring 1 times." in Page(client.get("/n/odd/d/F/1/draft.txt").text).text
    assert "Bells ring 2 times." in Page(client.get("/n/odd/d/F/2/draft.exe").text).text
    for symbol, n in (("F/1", 0), ("F/1/draft.txt", 1)):
        said = client.get(f"/n/odd/d/{symbol}/draft.xml")
        assert said.content_type == "application/akn+xml"
        assert f"Bells ring {n} times." in said.text


def _put(store: object, draft: object) -> None:
    from tracker import pipeline

    pipeline.add(store, draft, store.path)  # type: ignore[arg-type, attr-defined]


@pytest.mark.parametrize("symbol", HOSTILE)
@pytest.mark.parametrize(
    "form", ["csv", "spreadsheet.csv", "sentences.csv", "html", "docx", "pdf", "json"]
)
def test_hostile_symbols_and_texts(hostile: FlaskClient, symbol: str, form: str) -> None:
    other = HOSTILE[0] if symbol != HOSTILE[0] else HOSTILE[1]
    address = f"/n/odd/compare.{form}?old={quote(symbol)}&new={quote(other)}"
    answer = hostile.get(address, follow_redirects=True)
    assert answer.status_code == 200
    said = answer.headers["Content-Disposition"]
    assert "Set-Cookie" not in answer.headers
    assert not set(said) & set("\r\n<>/\\")
    assert said.count('"') == 2
    if form in ("spreadsheet.csv", "sentences.csv"):
        for row in csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
            assert not [cell for cell in row if ";=" in cell or "; =" in cell]
    if form == "csv":
        assert '"=1+' in answer.data.decode()
    if form == "html":
        assert "<script" not in answer.data.decode()


def test_the_links(app: Flask, library: Library) -> None:
    template = (
        "{% import 'download_parts.html' as take with context %}"
        "{{ take.comparison(negotiation, old, new) }}{{ take.draft_line(negotiation, new) }}"
        "{{ take.database() }}"
    )
    old, new = (library.draft("moon", symbol) for symbol in ("M/1", "M/4 <b>"))
    with app.test_request_context("/"):
        page = Page(
            render_template_string(
                template, negotiation=library.negotiation("moon"), old=old, new=new
            )
        )
    client = app.test_client()
    assert len(page.links) == len(COMPARISONS) + len(DRAFTS) + 1
    for link in page.links:
        assert client.get(link, buffered=True).status_code == 200, link


@pytest.mark.parametrize(
    ("language", "words", "there"), [("en", 9, True), ("zh", 9, False), ("en", 200_000, False)]
)
def test_no_link_to_a_pdf_that_cannot_be(
    app: Flask, library: Library, language: str, words: int, there: bool
) -> None:
    template = (
        "{% import 'download_parts.html' as take with context %}"
        "{{ take.comparison(negotiation, old, new) }}"
        "{{ take.comparison_line(negotiation, old, new, '#take') }}"
    )
    draft = library.draft("moon", "M/1")
    assert draft is not None
    draft = replace(draft, language=language, word_count=words)
    with app.test_request_context("/"):
        page = Page(
            render_template_string(
                template, negotiation=library.negotiation("moon"), old=draft, new=draft
            )
        )
    assert sum(".pdf" in link for link in page.links) == (2 if there else 0)


HEADS = {
    "compared": (
        f"/n/moon/compare?{LAST}",
        "What you should know",
        "Take it with you: Word with tracked changes · PDF · table (CSV) · data (JSON) · more files",
        ["docx", "pdf", "spreadsheet.csv", "json"],
    ),
    "in-sentences": (
        f"/n/moon/changes?{LAST}",
        "A program wrote these sentences",
        "Take it with you: all changes in sentences as a table (CSV) · Word with tracked changes · "
        "more files",
        ["sentences.csv", "docx"],
    ),
    "a-draft": (
        "/n/moon/d/M/1",
        "Source of this text",
        "Take it with you: plain text (TXT) · XML for programs (Akoma Ntoso)",
        ["txt", "xml"],
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_page_names_what_can_be_taken_away(client: FlaskClient, name: str) -> None:
    path, after, line, endings = HEADS[name]
    page = Page(client.get(path).text)
    text = " ".join(page.text.split())
    assert line in text
    if name != "a-draft":
        assert text.index(line) < text.index(after)
    files = [one for one in page.all("a") if "download" in one][: len(endings)]
    assert [one["href"].split("?")[0].partition(".")[2] for one in files] == endings
    for one in files:
        assert client.get(one["href"]).status_code == 200


def test_all_sentences_as_a_table(client: FlaskClient, library: Library) -> None:
    answer = client.get(f"/n/moon/compare.sentences.csv?{LAST}")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
    ends = [library.draft("moon", symbol) for symbol in ("M/1", "M/4 <b>")]
    assert ends[0] is not None
    assert ends[1] is not None
    compared = library.compared(ends[0].id, ends[1].id)
    assert compared is not None
    assert [row["sentence"] for row in rows[:-1]] == [one.sentence for one in compared.findings]
    assert rows[-1]["sentence"] == END
    assert rows[-1]["kind"] == f"{len(compared.findings)} rows"
    force = next(row for row in rows if row["kind"] == "duties, options, bans")
    assert (force["words_before"], force["words_now"]) == ("“shall”", "“may”")
    for row in rows[:-1]:
        assert (row["certain"] == "no") == bool(row["why"]) == ("Possibly" in row["sentence"])
        assert row["older"] or row["newer"]
