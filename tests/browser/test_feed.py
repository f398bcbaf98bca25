"""A feed in a real browser: the file itself can be read, and says what it is."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NOTHING, Open

pytestmark = pytest.mark.browser


def test_a_browser_shows_a_feed_to_be_read(open_marked: Open, marked_address: str) -> None:
    # A browser looks for the icon of a file in vain, and complains of that.
    page = open_marked(NOTHING, width=320)
    page.goto(f"{marked_address}/n/ferries/feed")
    assert page.evaluate("document.contentType") == "application/xml"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    shown = page.evaluate(
        "document.documentElement.innerText || document.documentElement.textContent"
    )
    assert "This is a feed. To follow it, copy its address into a news reader." in shown
    hidden = "getComputedStyle(document.querySelector('updated')).display"
    assert page.evaluate(hidden) == "none"
    page.get_by_role("link", name="What a feed is").click()
    page.wait_for_url("**/feeds")
    assert page.get_by_label("An entry for each new draft of any negotiation").input_value()
