"""The desk draws a page once, few at a time, and says plainly where it cannot."""

from __future__ import annotations

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.golden.make import FOLDER
from tracker.errors import ReadError
from tracker.facsimile import Busy, Desk, NoLibrary, boxes_on, desk
from tracker.read import read

PDF = (FOLDER / "consolidated.pdf").read_bytes()
SHA = hashlib.sha256(PDF).hexdigest()


class Loads:
    """Gives the file and counts how often it was asked for."""

    def __init__(self, content: bytes = PDF) -> None:
        self.content = content
        self.count = 0

    def __call__(self) -> bytes:
        self.count += 1
        return self.content


def test_a_page_is_drawn_once_and_forgotten_at_last() -> None:
    one, loads = Desk(), Loads()
    first = one.picture(SHA, loads, 1, 480)
    assert one.picture(SHA, loads, 1, 480) is first
    assert loads.count == 1
    assert one.picture(SHA, loads, 2, 480) != first
    assert Desk().picture(SHA, loads, 1, 480) == first
    assert loads.count == 3


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "PICTURE_BYTES", 10)
    one, loads = Desk(), Loads()
    assert one.picture(SHA, loads, 1, 480) == one.picture(SHA, loads, 1, 480)
    assert loads.count == 2


def test_a_passage_is_found_where_the_text_is_the_stored_one(tmp_path: Path) -> None:
    reading = read(FOLDER / "consolidated.pdf")
    sheet = Desk().sheet(SHA, Loads(), 2)
    text = reading.pages[1]
    start = text.index("Words used")
    (box,) = boxes_on(sheet, text, [(start, start + 10)]) or ()
    assert 0.3 < box.left < box.right < 0.7
    assert boxes_on(sheet, text.replace("e", "é"), [(start, start + 10)]) is None


def test_many_ask_at_once() -> None:
    one, loads = Desk(), Loads()
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(one.picture, SHA, loads, 1 + n % 2, 480) for n in range(12)]
        assert len({future.result() for future in asked}) == 2
    # Two may begin before the first has ended.
    assert loads.count <= 2 * desk.AT_ONCE


def test_who_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "WAIT_SECONDS", 0.01)
    one = Desk()

    def slow() -> bytes:
        for _ in range(desk.AT_ONCE - 1):
            one._turn.acquire()
        with pytest.raises(Busy, match="try again"):
            one.picture(SHA, Loads(), 2, 480)
        for _ in range(desk.AT_ONCE - 1):
            one._turn.release()
        return PDF

    assert one.picture(SHA, slow, 1, 480)


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import tracker.read

    monkeypatch.delattr(tracker.read, "pdf_image", raising=False)
    monkeypatch.setitem(sys.modules, "tracker.read.pdf_image", None)
    with pytest.raises(NoLibrary, match="not installed on this server"):
        Desk().picture(SHA, Loads(), 1, 480)
    with pytest.raises(NoLibrary):
        Desk().sheet(SHA, Loads(), 1)


def test_a_fault_gives_the_turn_back() -> None:
    one = Desk()
    for _ in range(2 * desk.AT_ONCE):
        with pytest.raises(ReadError):
            one.picture(SHA, Loads(b"no PDF"), 1, 480)
    assert one.picture(SHA, Loads(), 1, 480)
