"""Interrupted downloads: what goes on, and what starts afresh."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from email.message import Message
from pathlib import Path

import pytest

from tests.fetch.servers import PDF, Handler, Server, answer, left, redirect, run, silent
from tracker.partial import Partial


def serving(
    content: bytes, mark: str = '"v1"', stop: int | None = None, ranges: bool = True, **more: str
) -> Callable[[Handler], None]:
    """A server that breaks off after `stop` bytes, and gives the rest to who asks for it with the
    right mark."""

    def send(handler: Handler) -> None:
        start = int((handler.headers.get("Range") or "bytes=0-")[6:-1])
        rest = ranges and start and handler.headers.get("If-Range") == mark
        body = content[start:] if rest else content
        handler.send_response(206 if rest else 200)
        headers = {"Content-Length": str(len(body)), "ETag": mark}
        if rest:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        for name, value in {**headers, **more}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body if stop is None else body[:stop])

    return send


LONG = PDF[:-6] + b"x" * 5000 + PDF[-6:]


def test_an_interrupted_download_goes_on(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    [broken] = run(server, tmp_path, "/1")
    assert broken.status == "failed"
    assert "broke off after 1,000" in broken.note
    assert "1,000 bytes are kept, fetch again to go on" in broken.note
    assert left(tmp_path) == ["official/.partial-T_1", "official/.partial-T_1.json"]
    server.answers["/1"] = serving(LONG, stop=2000)
    [broken] = run(server, tmp_path, "/1")
    assert "3,000 bytes are kept" in broken.note
    server.answers["/1"] = serving(LONG)
    [result] = run(server, tmp_path, "/1")
    assert server.ranges == ["", "bytes=1000-", "bytes=3000-"]
    assert (result.status, result.sha256) == ("new", hashlib.sha256(LONG).hexdigest())
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def test_a_server_that_gives_less_than_the_rest(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    said = f"bytes 1000-1999/{len(LONG)}"
    server.answers["/1"] = answer(LONG[1000:2000], 206, Content_Range=said)
    [result] = run(server, tmp_path, "/1")
    assert f"broke off after 2,000 of {len(LONG):,} bytes; 2,000 bytes are kept" in result.note


OTHER = LONG.replace(b"xxx", b"yyy")

AFRESH = {
    "another version": serving(OTHER, mark='"v2"'),
    "no parts": serving(OTHER, ranges=False),
    "no such part": None,
}


@pytest.mark.parametrize("name", AFRESH)
def test_an_interrupted_download_starts_afresh(server: Server, tmp_path: Path, name: str) -> None:
    def no_such_part(handler: Handler) -> None:
        (answer(b"", 416) if handler.headers.get("Range") else serving(OTHER))(handler)

    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = AFRESH[name] or no_such_part
    [result] = run(server, tmp_path, "/1")
    assert server.ranges[:2] == ["", "bytes=1000-"]
    assert result.path is not None
    assert result.path.read_bytes() == OTHER
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def bad_rest(said: str, mark: str = '"v1"') -> Callable[[Handler], None]:
    return answer(LONG[1000:], 206, Content_Range=said, ETag=mark)


BAD_RESTS = {
    "from elsewhere": (bad_rest("bytes 999-5000/5001"), "asked for the bytes from 1,000, got"),
    "from nowhere": (answer(LONG[1000:], 206), "asked for the bytes from 1,000, got ''"),
    "nonsense": (bad_rest("bytes x"), "got 'bytes x'"),
    "of another version": (
        bad_rest(f"bytes 1000-{len(LONG) - 1}/{len(LONG)}", '"v2"'),
        "the rest of another version",
    ),
    "that makes no PDF": (
        answer(b"<html>", 206, Content_Range="bytes 1000-1005/1006"),
        "breaks off before its end",
    ),
    "that is too large": (
        answer(b"x" * 9000, 206, Content_Range="bytes 1000-9999/10000"),
        "is larger than 9,000 bytes (10,000 are announced)",
    ),
    "gone": (answer(b"", 404), "the server answered 404"),
}


@pytest.mark.parametrize(("behaviour", "why"), BAD_RESTS.values(), ids=BAD_RESTS)
def test_a_bad_rest_is_thrown_away_with_the_beginning(
    server: Server, tmp_path: Path, behaviour: Callable[[Handler], None], why: str
) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = behaviour
    [result] = run(server, tmp_path, "/1", max_bytes=9000)
    assert why in result.note
    assert left(tmp_path) == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_was_had_waits_for_a_server_that_is_busy(
    server: Server, tmp_path: Path, status: int
) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = answer(b"", status)
    [busy] = run(server, tmp_path, "/1")
    assert f"answered {status}" in busy.note
    assert "1,000 bytes are kept" in busy.note
    server.answers["/1"] = serving(LONG)
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert server.ranges[-1] == "bytes=1000-"


MARKS = {
    "none": ({"ETag": ""}, 0),
    "weak": ({"ETag": 'W/"v1"'}, 0),
    "a date": ({"ETag": "", "Last_Modified": "Mon, 01 Jan 2024 00:00:00 GMT"}, 1000),
}


@pytest.mark.parametrize(("headers", "kept"), MARKS.values(), ids=MARKS)
def test_by_what_a_version_is_told(
    server: Server, tmp_path: Path, headers: dict[str, str], kept: int
) -> None:
    """A weak mark does not say that two answers are the same to the byte."""
    server.answers["/1"] = serving(LONG, stop=1000, **headers)
    [broken] = run(server, tmp_path, "/1")
    assert ("are kept" in broken.note) is bool(kept)
    assert len(left(tmp_path)) == (2 if kept else 0)


def test_the_rest_is_not_asked_of_another_address(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = redirect("/a.pdf")
    server.answers["/a.pdf"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = redirect("/b.pdf")
    server.answers["/b.pdf"] = serving(LONG)
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert server.ranges == [""] * 4


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"address": 1}', b'{"mark": "\\n"}', b"\xff"])
def test_a_damaged_note_of_what_was_had(server: Server, tmp_path: Path, note: bytes) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / ".partial-T_1.json").write_bytes(note)
    server.answers["/1"] = serving(LONG)
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert server.ranges == ["", ""]


def test_a_drip_is_kept_as_far_as_it_came(server: Server, tmp_path: Path) -> None:
    def dripping(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.send_header("ETag", '"v1"')
        handler.end_headers()
        handler.wfile.write(LONG[:100])
        silent(handler)

    server.answers["/1"] = dripping
    [slow] = run(server, tmp_path, "/1", timeout=0.4)
    assert "not complete after 0.4 s; 100 bytes are kept" in slow.note


def test_two_at_once(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    with Partial(tmp_path / "official" / ".partial-T_1"):
        [second] = run(server, tmp_path, "/1")
    assert "another process is fetching it" in second.note
    assert run(server, tmp_path, "/1")[0].status == "new"


def test_stopped_by_hand(tmp_path: Path) -> None:
    """What was received is in the file, however the program ends."""

    def receive() -> None:
        with Partial(tmp_path / "part") as part:
            headers = Message()
            headers["ETag"] = '"v1"'
            part.restart("https://a.example/", headers)
            part.write(b"some")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        receive()
    with Partial(tmp_path / "part") as part:
        assert part.wanted("https://a.example/") == {"Range": "bytes=4-", "If-Range": '"v1"'}
        assert part.wanted("https://b.example/") == {}
