"""Drafts with marks, an Arabic draft and reading reports in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.browser.drafts import BELLS, FERRIES, LATER, LATER_BELLS, PRINT
from tests.browser.test_browser import SCREENSHOTS
from tracker.store import Library

pytestmark = pytest.mark.browser

FIRST = FERRIES.symbol
PATHS = {
    "draft": f"/n/ferries/d/{FIRST}",
    "draft-warned": f"/n/ferries/d/{LATER}",
    "compare": f"/n/ferries/compare?old={FIRST}&new={LATER}",
    "compare-all": f"/n/ferries/compare?old={FIRST}&new={LATER}&show=all",
    "report": f"/n/ferries/d/{PRINT}/report",
    "report-warned": f"/n/ferries/d/{LATER}/report",
    "arabic": f"/n/bells/d/{BELLS.symbol}",
    "arabic-marked": f"/n/bells/d/{LATER_BELLS}",
    "arabic-compare": "/n/bells/compare",
    "arabic-report": f"/n/bells/d/{BELLS.symbol}/report",
}
THREADS = {"thread": ("ferries", "article 3"), "arabic-thread": ("bells", "art_2")}


@pytest.fixture(scope="session")
def marked_library(marked: Path) -> Iterator[Library]:
    with Library(marked) as found:
        yield found


def address(name: str, library: Library) -> str:
    if name in PATHS:
        return PATHS[name]
    provision = library.resolve(*THREADS[name])
    assert provision is not None
    return f"/t/{provision.thread_id}"


@pytest.fixture(params=[*PATHS, *THREADS])
def path(request: pytest.FixtureRequest, marked_library: Library) -> str:
    return address(request.param, marked_library)


def test_axe_finds_nothing(open_marked: Open, path: str) -> None:
    page = open_marked(path, color_scheme="dark", width=320)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator("h1").count() == 1


LOOK = """all => [...new Map(all.map(e => {
  const s = getComputedStyle(e);
  return [e.className, [s.textDecorationLine, s.textDecorationStyle, s.borderBottomStyle,
    s.borderInlineStartStyle, s.fontWeight].join(' ')];
}))]"""


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}], ids=["usual", "forced"])
def test_marks_are_told_apart_by_more_than_colour(
    open_marked: Open, options: dict[str, str]
) -> None:
    page = open_marked(PATHS["draft"], **options)
    looks = dict(page.locator(".document .mark").evaluate_all(LOOK))
    kinds = {"bracket", "alternative", "agreed", "proponent", "struck", "added", "bold"}
    assert {name.removeprefix("mark ") for name in looks} >= kinds
    seen = [looks[f"mark {kind}"] for kind in kinds]
    assert len(set(seen)) == len(seen)
    plain = "none solid none none 400"
    assert plain not in seen


def test_without_style_sheets_marks_are_told_in_words(open_marked: Open) -> None:
    page = open_marked(PATHS["draft"])
    page.evaluate("document.querySelector('link[rel=stylesheet]').disabled = true")
    text = page.locator("[id='art_2__para_1__point_b']").inner_text()
    for said in ("Struck out in the draft:", "struck by R. Fane, 2031-05-04", "Added in the draft:",
                 "In brackets, not agreed:", "End of brackets.", "proposed by Corvane"):  # fmt: skip
        assert said in text


def test_the_sign_of_struck_words_does_not_run_through_their_label(open_marked: Open) -> None:
    page = open_marked(PATHS["compare"])
    label = page.locator("del .mark-label").first
    assert label.evaluate("e => getComputedStyle(e).display") == "inline-block"


def starts_at(page: Page, selector: str) -> tuple[float, float]:
    """Where an element begins and ends, from the left."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


@pytest.mark.parametrize("name", ["arabic", "arabic-compare", "arabic-thread"])
def test_arabic_runs_from_right_to_left(
    open_marked: Open, marked_library: Library, name: str
) -> None:
    page = open_marked(address(name, marked_library))
    words = page.locator(".words:visible", has=page.locator(".num")).first
    number, text = words.locator(".num"), words.locator(".text")
    assert number.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    right, left = number.bounding_box(), text.bounding_box()
    assert right is not None
    assert left is not None
    assert right["x"] >= left["x"] + left["width"] - 1


def test_points_of_an_arabic_draft_stand_further_in(
    open_marked: Open, marked_library: Library
) -> None:
    page = open_marked(address("arabic-thread", marked_library))
    _, paragraph = starts_at(page, ".line.indent-1 .num:visible")
    _, point = starts_at(page, ".line.indent-2 .num:visible")
    assert point < paragraph - 10


def test_the_bar_shows_every_group(open_marked: Open) -> None:
    page = open_marked(PATHS["report-warned"])
    widths = page.locator(".share-bar > rect").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().width)"
    )
    assert len(widths) == page.locator(".legend li").count() == 3
    assert min(widths) >= 1
    fills = page.locator(".share-bar > rect").evaluate_all(
        "all => all.map(e => getComputedStyle(e).fill)"
    )
    assert len(set(fills)) == 3


PICTURES = {
    "marks": "draft",
    "marks-over-time": "thread",
    "arabic": "arabic",
    "reading-report": "report",
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_of_marks(open_marked: Open, marked_library: Library, name: str) -> None:
    """With TRACKER_SCREENSHOTS=1 they are made anew; they must be there."""
    picture = SCREENSHOTS / f"{name}.png"
    if os.environ.get("TRACKER_SCREENSHOTS"):
        page = open_marked(address(PICTURES[name], marked_library))
        if name == "marks":
            page.evaluate("document.getElementById('art_2').scrollIntoView()")
            page.wait_for_timeout(600)
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=picture)
    assert picture.is_file(), "make it with TRACKER_SCREENSHOTS=1"
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert 20_000 < len(data) < 600_000
