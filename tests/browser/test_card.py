"""The card of a change in a real browser: on a phone, without script, in a frame of another page."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NOTHING, Open
from tracker.store import Library
from web.changes.card_address import card_address

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def card(marked: Path) -> str:
    """The address of a change with words that came and words that went."""
    with Library(marked) as library:
        for one in library.comparisons("ferries"):
            page = library.comparison(one.old_draft_id, one.new_draft_id)
            assert page is not None
            for row in page.rows:
                if {hunk.operation for hunk in row.text} == {"equal", "insert", "delete"}:
                    return f"/f/{card_address(row, page.old, page.new)}"
    raise AssertionError("no change in the drafts")


def test_a_card_with_marks_on_a_phone(open_marked: Open, card: str) -> None:
    page = open_marked(card, width=320, color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_embed_on_a_phone(open_marked: Open, card: str) -> None:
    page = open_marked(f"/embed{card}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    for link in page.locator("a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 24


@pytest.mark.parametrize("height", [360, 860])
def test_what_an_embed_leads_to_stays_in_sight(
    open_marked: Open, card: str, marked: Path, height: int
) -> None:
    with Library(marked) as library:
        thread = library.threads("ferries").rows[0].thread_id
    for path in (card, f"/t/{thread}", "/n/ferries/compare"):
        page = open_marked(f"/embed{path}", width=320)
        page.set_viewport_size({"width": 320, "height": height})
        foot = page.locator(".embed-foot").bounding_box()
        assert foot is not None
        assert round(foot["y"] + foot["height"]) == height
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.fixture
def elsewhere(marked_address: str, card: str) -> Iterator[str]:
    """A page of somebody else with two frames: of the embed, and of the card itself."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            for path in (f"/embed{card}", card):
                self.wfile.write(f'<iframe src="{marked_address}{path}"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_another_page_may_frame_the_embed_and_nothing_else(
    open_marked: Open, marked_address: str, elsewhere: str, card: str
) -> None:
    # The browser complains of the other frame rightly.
    page = open_marked(NOTHING)
    page.goto(elsewhere)
    embed, whole = (page.locator("iframe").nth(n).content_frame for n in (0, 1))
    embed.locator("h1").wait_for()
    assert whole.locator(".change-card").count() == 0
    # A link opens in the whole window.
    embed.locator("h1 a").click()
    page.wait_for_url(f"{marked_address}{card}")
    assert page.locator(".change-card").count() == 1


def test_a_click_copies(open_marked: Open, marked_address: str, card: str) -> None:
    page = open_marked(card)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("Copied.", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{marked_address}{card}"


def test_without_script(open_marked: Open, marked_address: str, card: str) -> None:
    page = open_marked(card, java_script_enabled=False)
    assert page.get_by_label("Permanent link").input_value() == f"{marked_address}{card}"
    assert page.get_by_role("button", name="Copy").count() == 0
    assert page.locator(".quoted ins").count() >= 1
    assert page.locator(".quoted del").count() >= 1
    page.get_by_role("link", name="Cite or share it").click()
    page.wait_for_url("**#cite")


@pytest.mark.parametrize("before", ["", "/embed"])
def test_changes_are_told_without_colour(open_marked: Open, card: str, before: str) -> None:
    page = open_marked(f"{before}{card}", forced_colors="active")
    line = "e => getComputedStyle(e).textDecorationLine"
    assert page.locator(".quoted ins").first.evaluate(line) == "underline"
    assert page.locator(".quoted del").first.evaluate(line) == "line-through"
