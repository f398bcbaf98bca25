"""A window that another test has used is as good as new."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import opening, until

pytestmark = pytest.mark.browser

STATE = """() => [localStorage.length, sessionStorage.length, document.cookie, innerWidth,
    matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('print').matches,
    matchMedia('(forced-colors: active)').matches, location.hash, scrollY]"""


def test_nothing_is_left_of_the_test_before(browser: Browser, marked_address: str) -> None:
    with opening(browser, marked_address) as open_at:
        page = open_at("/method#main", width=390, color_scheme="dark", forced_colors="active")
        page.emulate_media(media="print")
        page.evaluate("localStorage.a = sessionStorage.a = 1; document.cookie = 'a=1'")
        page.evaluate("scrollTo(0, 500)")
        assert page.evaluate(STATE) == [1, 1, "a=1", 390, True, True, True, "#main", 500]
    with opening(browser, marked_address) as open_at:
        again = open_at("/method")
        assert again is page
        until(again, "document.readyState == 'complete'")
        assert again.evaluate(STATE) == [0, 0, "", 1280, False, False, False, "", 0]


def test_a_fresh_window_is_of_nobody_else(browser: Browser, marked_address: str) -> None:
    with opening(browser, marked_address) as open_at:
        used = open_at("/method")
    with opening(browser, marked_address) as open_at:
        assert open_at("/method", fresh=True) is not used
    with opening(browser, marked_address) as open_at:
        assert open_at("/method") is used


def test_what_a_used_window_complains_of_fails(browser: Browser, marked_address: str) -> None:
    for _ in range(2):
        with (
            pytest.raises(AssertionError, match="moon"),
            opening(browser, marked_address) as open_at,
        ):
            open_at("/method").evaluate("console.error('moon')")
