"""Words that are explained on the spot: by key, heard, and back where one was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open, opening, served, until
from tests.web import sample

pytestmark = pytest.mark.browser

CHANGES = "/n/moon/changes"
FOCUSED = "document.activeElement.dataset.term || document.activeElement.id"


@pytest.fixture(scope="module")
def open_moon(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    database = tmp_path_factory.mktemp("moon") / "moon.db"
    sample.make(database)
    with served(database) as address, opening(browser, address) as found:
        yield found


def first_term(page: Page) -> str:
    """Goes to the first word that is explained, by key alone; its key."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.term')"):
            return str(page.evaluate(FOCUSED))
    raise AssertionError("no word that is explained can be reached by key")


def test_by_key(open_moon: Open) -> None:
    page = open_moon(CHANGES)
    key = first_term(page)
    meaning = page.locator(f"#term-{key}")
    expect(meaning).to_be_hidden()
    for leave in ("Escape", "Tab"):
        page.keyboard.press("Enter")
        expect(meaning).to_be_visible()
        assert page.evaluate(FOCUSED) == f"term-{key}"
        page.keyboard.press(leave)
        expect(meaning).to_be_hidden()
        if leave == "Escape":
            until(page, f"({FOCUSED}) === '{key}'")
    # A tab goes on from the word, not from the end of the page.
    after = f"a.term[data-term={key}]"
    assert page.evaluate(
        f"document.querySelector('{after}').compareDocumentPosition(document.activeElement)"
        " === Node.DOCUMENT_POSITION_FOLLOWING"
    )
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.url.endswith(CHANGES)


def test_it_is_heard(open_moon: Open) -> None:
    page = open_moon(CHANGES)
    key = first_term(page)
    page.keyboard.press("Enter")
    said = page.locator(f"#term-{key}").inner_text().strip()
    expect(page.get_by_role("dialog", name=said)).to_be_focused()


def test_how_often_possibly_is_right_is_one_key_away(open_moon: Open) -> None:
    page = open_moon(CHANGES)
    page.locator("a.term[data-term=word-possibly]").focus()
    page.keyboard.press("Enter")
    more = page.locator("#term-word-possibly a")
    expect(more).to_be_visible()
    page.keyboard.press("Tab")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/method#possibly")
    expect(page.locator("#possibly")).to_be_in_viewport()


def test_a_click_elsewhere_keeps_its_focus(open_moon: Open) -> None:
    page = open_moon(CHANGES)
    page.locator("main a.term").first.click()
    meaning = page.locator("[popover]:popover-open")
    expect(meaning).to_have_count(1)
    page.locator("main select").first.focus()
    page.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    page.wait_for_timeout(50)
    assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_without_script_it_leads_to_the_words(open_moon: Open) -> None:
    page = open_moon(CHANGES, java_script_enabled=False)
    link = page.locator("main a.term").first
    key = link.get_attribute("data-term")
    link.click()
    expect(page.locator(f"#w-{key}")).to_be_in_viewport()
