"""A draft and the pages of its file in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.conftest import Open, opening, served, until
from tests.golden.make import FOLDER
from tracker import pipeline
from tracker.ingesters import About
from tracker.store import open_database
from tracker.texts import draft_of

pytestmark = pytest.mark.browser

PDF = FOLDER / "pdf" / "marks.pdf"
DRAFT = "/n/ferries/d/F/1"
SHEET = f"{DRAFT}/page/1?p=art_4"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a viewer with one draft, read from a PDF that is kept."""
    path: Path = tmp_path_factory.mktemp("printed") / "tracker.db"
    with open_database(path) as store:
        about = About("ferries", "F/1", "2031-05-07", standing="official")
        pipeline.add(store, draft_of(PDF, about), path, file=PDF)
    with served(path) as found:
        yield found


@pytest.fixture
def open_printed(browser: Browser, printed: str) -> Iterator[Open]:
    with opening(browser, printed) as found:
        yield found


@pytest.mark.parametrize("path", [DRAFT, SHEET, f"{DRAFT}/report"])
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (1280, "light")], ids=["phone-dark", "desk-light"]
)
def test_axe_finds_nothing(open_printed: Open, path: str, width: int, scheme: str) -> None:
    page = open_printed(path, color_scheme=scheme, width=width)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_script_the_source_is_a_click_away(open_printed: Open) -> None:
    page = open_printed(DRAFT, java_script_enabled=False, width=390)
    assert not page.locator(".contents ol").is_visible()
    page.locator("#art_4__para_nn_2 > .tools .page-link").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Page 1 of the file"
    picture = page.get_by_alt_text("Page 1 of the file marks.pdf")
    picture.scroll_into_view_if_needed()
    assert picture.is_visible()
    assert page.locator(".outline rect").first.is_visible()
    assert page.locator(".close-up").is_visible()


def test_the_outline_lies_on_the_picture(open_printed: Open) -> None:
    page = open_printed(SHEET)
    until(page, "document.querySelector('.sheet img').naturalWidth > 0")
    sheet, rect = page.locator(".sheet img"), page.locator(".outline rect").first
    around, inside = sheet.bounding_box(), rect.bounding_box()
    assert around is not None
    assert inside is not None
    assert around["x"] <= inside["x"]
    assert inside["x"] + inside["width"] <= around["x"] + around["width"] + 1
    assert around["y"] < inside["y"] < around["y"] + around["height"]


def test_the_page_stands_beside_the_text_where_there_is_room(open_printed: Open) -> None:
    page = open_printed(DRAFT, width=1440)
    assert page.locator(".contents ol").is_visible()
    link = page.locator("#art_4 > .tools .page-link")
    link.focus()
    stood = link.bounding_box()
    page.keyboard.press("Enter")
    panel = page.locator(".source-panel")
    assert panel.get_by_role("heading").inner_text() == "Page 1 of the source: Article 4"
    assert page.evaluate("document.activeElement.id") == "source-panel"
    until(
        page,
        "[...document.querySelectorAll('.source-panel img')].every(one => one.naturalWidth > 0)",
    )
    now = link.bounding_box()
    assert stood is not None
    assert now is not None
    assert abs(stood["y"] - now["y"]) < 5
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert panel.count() == 0
    assert page.evaluate("document.activeElement.className") == "page-link"


def test_targets_are_large_enough_for_fingers(open_printed: Open) -> None:
    for path in (DRAFT, SHEET):
        page = open_printed(path, width=390, has_touch=True)
        low = page.locator(".tools a, .page-turn a, .page-steps a, .on-page-name a").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).filter(r => r.height && r.height < 24)"
        )
        assert low == []


def test_a_touch_shows_what_belongs_to_a_paragraph(open_printed: Open) -> None:
    page = open_printed(DRAFT, width=390, has_touch=True)
    passage = page.locator(".provision:not(.titled):has(> .tools .page-link)").first
    high, wide = ("e => e.getBoundingClientRect().height", "e => e.getBoundingClientRect().width")
    tools = passage.locator("> .tools")
    assert tools.evaluate(wide) <= 1
    passage.locator(".text").first.tap()
    assert tools.evaluate(high) >= 24
    assert violations(page) == []
    # Whoever comes by keys sees where the focus is.
    other = page.locator(".provision:not(.titled, .touched) > .tools").first
    assert other.evaluate(wide) <= 1
    other.locator("a").first.focus()
    assert other.evaluate(high) >= 24
