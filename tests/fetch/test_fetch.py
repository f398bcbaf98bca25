"""Fetching the official files: what is kept, and what is refused."""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.fetch.servers import (
    PDF,
    Handler,
    Server,
    answer,
    archive_of,
    babble,
    cut_off_chunks,
    docx,
    dripping_body,
    dripping_head,
    endless,
    lakes,
    left,
    redirect,
    run,
    silent,
)
from tracker import official
from tracker.errors import FetchError, ReadError
from tracker.fetch import fetch, orders
from tracker.fetched_type import check_format, format_of
from tracker.manifest import source_file
from tracker.model import Negotiation


def test_a_good_file_is_kept_with_its_record(server: Server, tmp_path: Path) -> None:
    server.answers["/doc?s=T%2F1&l=en"] = answer(PDF)
    lines: list[str] = []
    [result] = run(server, tmp_path, "/doc?s=T%2F1&l=en", report=lines.append)
    assert (result.status, result.size) == ("new", len(PDF))
    assert result.path == tmp_path / "official" / "T_1.pdf"
    assert result.path.read_bytes() == PDF
    record = json.loads((tmp_path / "official" / "T_1.json").read_text())
    assert record == {
        "symbol": "T/1",
        "file": "T_1.pdf",
        "address": "https://documents.un.org/doc?s=T%2F1&l=en",
        "sha256": result.sha256,
        "size": len(PDF),
        "fetched": "2024-03-01",
        "earlier": [],
        "language": "",
    }
    assert lines == [result.line]
    assert "fetched" in lines[0]
    [one] = lakes("/x").rounds
    assert source_file(tmp_path, one) == (result.path, "official")


def test_a_word_file_is_kept_as_one(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(docx())
    [result] = run(server, tmp_path, "/1", symbols_in=lambda path: "T/1")
    assert result.path == tmp_path / "official" / "T_1.docx"
    assert left(tmp_path) == ["official/T_1.docx", "official/T_1.json"]


def test_the_same_file_again_changes_nothing(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in left(tmp_path)}
    [result] = run(server, tmp_path, "/1", today=date(2030, 1, 1))
    assert result.status == "unchanged"
    assert "unchanged since 2024-03-01" in result.note
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in left(tmp_path)} == before


def test_another_file_replaces_it_and_the_old_hash_stays_on_record(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/1"] = answer(PDF)
    [first] = run(server, tmp_path, "/1")
    server.answers["/1"] = answer(docx())
    [second] = run(server, tmp_path, "/1", symbols_in=lambda path: "T/1")
    assert second.status == "replaced"
    record = official.recorded(tmp_path / "official", "T/1")
    assert record is not None
    assert record.earlier == (first.sha256,)
    assert left(tmp_path) == ["official/T_1.docx", "official/T_1.json"]


BAD_ANSWERS: dict[str, tuple[Callable[[Handler], None], str]] = {
    "not found": (answer(b"no", 404), "the server answered 404 Not Found"),
    "server error": (answer(PDF, 500), "the server answered 500"),
    "no content": (answer(PDF, 206), "the server answered 206"),
    "login page": (answer(b"\n<!DOCTYPE html><title>Log in</title>"), "a web page (to log in"),
    "empty": (answer(b""), "the answer is empty"),
    "noise": (answer(b"\x00\x01\x02" * 50), "something else, not a PDF or Word file"),
    "text": (answer(b"Not found. Sorry!"), "the answer is plain text, not a PDF"),
    "XML": (answer(b"<?xml version='1.0'?><error/>"), "the answer is XML, not a PDF"),
    "XHTML": (answer(b"<?xml version='1.0'?>\n<HTML>Log in"), "a web page (to log in"),
    "a page called a PDF": (
        answer(b"<html>Log in", Content_Type="application/pdf"),
        "a web page (to log in",
    ),
    "an archive cut off": (answer(b"PK\x03\x04" + b"x" * 90), "damaged"),
    "another archive": (answer(archive_of("x.exe")), "an archive, not a PDF"),
    "Word cut off": (answer(docx()[:-30]), "damaged"),
    "PDF cut off": (answer(PDF[:20]), "breaks off before its end"),
    "oversized, announced": (
        answer(PDF * 100),
        f"larger than 2,000 bytes ({len(PDF * 100):,} are announced)",
    ),
    "oversized, endless": (endless, "is larger than 2,000 bytes"),
    "length too long": (
        answer(PDF, Content_Length="1000"),
        f"broke off after {len(PDF)} of 1,000 bytes",
    ),
    "length too short": (answer(PDF, Content_Length="20"), "breaks off before its end"),
    "chunks cut off": (cut_off_chunks, "broke off in the middle"),
    "packed": (answer(PDF, Content_Encoding="gzip"), "content coding 'gzip'"),
    "not HTTP": (babble, "not an answer in HTTP"),
    "slow drip of the body": (dripping_body, "not complete after 0.4 s"),
    "slow drip of the head": (dripping_head, "not complete after 0.4 s"),
    "no answer": (silent, "not complete after 0.4 s"),
    "another document": (
        answer(PDF.replace(b"T/1", b"T/7")),
        "does not bear the symbol T/1 but begins “%PDF-1.7 written for the test, T/7",
    ),
    "the rest, not asked for": (
        answer(PDF[9:], 206, Content_Range=f"bytes 9-{len(PDF) - 1}/{len(PDF)}"),
        "the server answered 206",
    ),
    "a bomb": (
        answer(gzip.compress(b"x" * 1_000_000), Content_Encoding="gzip"),
        "content coding 'gzip', not asked for",
    ),
    "a revision": (answer(PDF.replace(b"T/1", b"T/1/Rev.1")), "does not bear the symbol T/1"),
    "to another host": (redirect("https://example.org/x.pdf"), "leads to https://example.org:443"),
    "to another port": (redirect("http://127.0.0.1:1/x.pdf"), "leads to http://127.0.0.1:1"),
    "to a private host": (redirect("http://169.254.169.254/x"), "leads to http://169.254.169.254"),
    "to a file": (redirect("file:///etc/passwd"), "is not an https address"),
    "to ftp": (redirect("ftp://127.0.0.1/x.pdf"), "is not an https address"),
    "to no address": (redirect("http://[::1/x.pdf"), "not an address"),
    "to itself": (redirect("/1"), "redirected more than 5 times"),
}


@pytest.mark.parametrize(("behaviour", "why"), BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_a_bad_answer_leaves_nothing_and_stops_nothing(
    server: Server, tmp_path: Path, behaviour: Callable[[Handler], None], why: str
) -> None:
    server.answers["/1"] = behaviour
    server.answers["/2"] = answer(PDF.replace(b"T/1", b"T/2"))
    slow = behaviour in (dripping_body, dripping_head, silent)
    started = time.monotonic()
    bad, good = run(server, tmp_path, "/1", "/2", max_bytes=2000, timeout=0.4 if slow else 5.0)
    assert time.monotonic() - started < 3
    assert (bad.status, good.status) == ("failed", "new")
    assert why in bad.note
    assert "(https://documents.un.org/1)" in bad.note
    assert "\n" not in bad.line
    assert left(tmp_path) == ["official/T_2.json", "official/T_2.pdf"]


def test_a_bad_answer_leaves_the_good_file_of_before(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    for content in (b"<html>log in", PDF.replace(b"T/1", b"T/7")):
        server.answers["/1"] = answer(content)
        assert run(server, tmp_path, "/1")[0].status == "failed"
    [one] = lakes("/x").rounds
    assert source_file(tmp_path, one)[0].read_bytes() == PDF


def test_a_redirect_within_the_server_is_followed(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = redirect("/a file.pdf?x=1")
    server.answers["/a%20file.pdf?x=1"] = answer(PDF)
    assert run(server, tmp_path, "/1")[0].status == "new"


def test_a_file_that_cannot_be_read_is_refused(server: Server, tmp_path: Path) -> None:
    def unreadable(path: Path) -> str:
        assert path.suffix == ".pdf"
        raise ReadError("encrypted")

    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1", symbols_in=unreadable)
    assert result.status == "failed"
    assert "encrypted" in result.note
    assert left(tmp_path) == []


def test_a_first_page_without_text_is_said(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1", symbols_in=lambda path: " \n")
    assert result.status == "new"
    assert "could not be checked" in result.note


class PowerCut(BaseException):
    """Not an Exception: nothing may clean up after it."""


@pytest.mark.parametrize("cut_at", [2, 3], ids=["before the file", "before the record"])
@pytest.mark.parametrize("content", [PDF, PDF + b"%%EOF"], ids=["same", "other"])
def test_interrupted_then_repeated(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut_at: int, content: bytes
) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / "T_1.pdf").write_bytes(b"damaged")
    calls = 0
    replace = os.replace

    def cut(old: Path, new: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == cut_at:
            raise PowerCut
        replace(old, new)

    server.answers["/1"] = answer(content)
    with monkeypatch.context() as patch:
        patch.setattr(official.os, "replace", cut)
        with pytest.raises(PowerCut):
            run(server, tmp_path, "/1")
    assert official.verified(tmp_path / "official", "T/1") is None, "half a file must not count"
    [result] = run(server, tmp_path, "/1")
    assert result.path is not None
    assert result.path.read_bytes() == content
    assert official.verified(tmp_path / "official", "T/1") == result.path
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def test_a_damaged_record_is_written_anew(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / "T_1.json").write_text("{")
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert official.verified(tmp_path / "official", "T/1") is not None


def test_a_folder_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    (tmp_path / "official").write_text("a file where the folder should be")
    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1")
    assert result.status == "failed"
    assert "cannot be written" in result.note


def test_a_negotiation_without_addresses(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no round of its manifest has an `official` address"):
        orders(Negotiation("lakes", "Lakes"))


@pytest.mark.parametrize("base", ["file:///srv", "127.0.0.1:80", "ftp://127.0.0.1", "http://a b"])
def test_a_base_that_is_none(tmp_path: Path, base: str) -> None:
    with pytest.raises(FetchError, match="address"):
        fetch(orders(lakes("/1")), tmp_path, base=base)


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"\xef\xbb\xbf%PDF-1.4 %%EOF", id="mark before"), pytest.param(PDF, id="plain")],
)
def test_a_pdf_is_told_by_its_bytes(content: bytes) -> None:
    assert format_of(content) == "pdf"
    check_format("pdf", "")
