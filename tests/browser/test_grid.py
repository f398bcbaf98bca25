"""The grid of articles in a real browser: its lines, its fixed edges, a phone, keys, forced colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.conftest import NEGOTIATION, Open, opening, served
from tests.web import gridded

pytestmark = pytest.mark.browser

PATH = "/n/canal/grid?lines=all"
MOST_BYTES = 150_000

# Of each line its pieces from top to bottom: [left edge, top, bottom, direction of arrow].
_PIECES = """() => {
    const lines = new Map();
    document.querySelectorAll("i.w").forEach(one => {
        const name = [...one.classList].find(each => /^x\\d+$/.test(each));
        const box = one.getBoundingClientRect();
        const cell = one.parentElement.getBoundingClientRect();
        if (!lines.has(name)) lines.set(name, []);
        lines.get(name).push({
            x: box.left, top: box.top, bottom: box.bottom, at: one.classList[2],
            inside: box.left >= cell.left && box.right <= cell.right + 1,
        });
    });
    return [...lines.values()];
}"""


@pytest.fixture(scope="module")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database: Path = tmp_path_factory.mktemp("canal") / "canal.db"
    gridded.make(database)
    with served(database) as found:
        yield found


@pytest.fixture
def open_canal(browser: Browser, canal: str) -> Iterator[Open]:
    with opening(browser, canal) as found:
        yield found


def broken(page: Page) -> list[object]:
    """Lines with a gap, a bend, or a piece outside its cell."""
    found: list[object] = []
    for pieces in page.evaluate(_PIECES):
        pieces.sort(key=lambda one: one["top"])
        gaps = [b["top"] - a["bottom"] for a, b in pairwise(pieces)]
        straight = max(one["x"] for one in pieces) - min(one["x"] for one in pieces) < 1
        if not straight or not all(one["inside"] for one in pieces) or any(g > 1 for g in gaps):
            found.append(pieces)
    return found


def test_lines_hold_together_at_every_width_and_size(open_canal: Open) -> None:
    page = open_canal(PATH)
    assert len(page.evaluate(_PIECES)) == 5
    for width in (320, 700, 1280, 1900):
        page.set_viewport_size({"width": width, "height": 900})
        assert broken(page) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert broken(page) == []
    page.goto(page.url.replace("lines=all", "lines=all&kind=reworded"))
    assert broken(page) == []


def test_both_ends_of_a_line_lead_to_each_other_and_light_up(open_canal: Open) -> None:
    page = open_canal(PATH)
    end = page.get_by_role("link", name="went into Article 5")
    line = next(one for one in (end.get_attribute("class") or "").split() if one[1:].isdigit())
    end.focus()
    assert page.locator(f".lit.{line}").count() == page.locator(f".{line}").count() >= 4
    page.keyboard.press("Enter")
    assert page.locator(":target").inner_text().startswith("took in the former Article 5")
    page.locator("select#kind").focus()
    assert page.locator(".lit").count() == 0


def test_arrows_go_from_cell_to_cell_and_tab_past_them(open_canal: Open) -> None:
    page = open_canal(PATH)
    page.get_by_role("region", name="Articles by round").focus()
    where = "document.activeElement.innerText"
    here = "document.activeElement.className"
    while not page.evaluate(here).startswith("cell"):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(where).startswith("1\n3 words")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(where).startswith("1.\n3 words")
    # Rafts are not in the second round: passed over.
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(where).startswith("2\n1 word")
    page.keyboard.press("Tab")
    assert not page.evaluate(here).startswith("cell")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(where).startswith("2\n1 word")


def test_the_head_and_the_first_column_stay_in_sight(open_page: Open) -> None:
    page = open_page(f"/n/{NEGOTIATION}/grid", width=700)
    region = page.get_by_role("region", name="Articles by round")
    edges = """e => ['.threads thead th:nth-child(2)', '.threads tbody tr:nth-child(9) th']
        .map(s => e.querySelector(s).getBoundingClientRect()).map((b, n) => n ? b.left : b.top)"""
    before = region.evaluate(edges)
    region.evaluate("e => e.scrollTo({left: 250, top: 300, behavior: 'instant'})")
    assert region.evaluate("e => e.scrollLeft") == 250
    assert region.evaluate(edges) == pytest.approx(before, abs=1)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_phone_scrolls_the_table_alone_and_every_target_can_be_hit(
    open_canal: Open, width: int
) -> None:
    page = open_canal(PATH, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    small = page.locator(
        ".cell, .went, .opens, .threads thead a, .grid-filter select"
    ).evaluate_all(
        "all => all.filter(e => { const b = e.getBoundingClientRect();"
        " return b.width < 24 || b.height < 24; }).map(e => e.outerHTML.slice(0, 120))"
    )
    assert small == []
    page.get_by_role("region", name="Articles by round").focus()
    assert page.evaluate("document.activeElement.className").startswith("scroll")


def test_axe_finds_nothing_once_all_is_open(open_canal: Open) -> None:
    page = open_canal(PATH, width=320, color_scheme="dark")
    page.locator("summary", has_text="How to read").click()
    page.locator(".opens").first.click()
    assert page.locator("tr.inner").count() >= 1
    assert violations(page) == []


def test_filters_work_without_script(open_canal: Open) -> None:
    page = open_canal("/n/canal", java_script_enabled=False)
    page.locator(".kinds-offered a", has_text="Made part of another").click()
    status = page.get_by_role("status")
    assert "2 of 7 articles: Made part of another" in status.inner_text()
    page.get_by_label("What happened").select_option(label="Anything")
    page.get_by_label("Legal job").select_option("sanction")
    page.get_by_role("button", name="Show").click()
    assert "1 of 7 articles" in status.inner_text()
    assert page.locator("tbody tr:not(.chapter) th").inner_text().startswith("Article 6 Fees")
    page.get_by_role("link", name="Show all").click()
    assert "All 7 articles" in status.inner_text()


def test_how_much_changed_is_told_by_shape_without_colour(open_page: Open) -> None:
    page = open_page(f"/n/{NEGOTIATION}/grid", forced_colors="active")
    shapes = """all => all.map(e => getComputedStyle(e, '::after'))
        .map(s => [parseFloat(s.width), s.backgroundImage.split('(')[0]])"""
    found = [page.locator(f".cell.level-{level}").evaluate_all(shapes)[0] for level in (1, 2, 3)]
    assert [width for width, _ in found] == sorted({width for width, _ in found})
    assert len({image for _, image in found}) == 3


@pytest.mark.parametrize("path", ["/", f"/n/{NEGOTIATION}"])
def test_the_first_page_is_light(open_page: Open, path: str) -> None:
    page = open_page(path)
    sizes = page.evaluate(
        "['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
        ".map(one => [one.name, one.decodedBodySize])"
    )
    assert any(name.split("?")[0].endswith("site.css") for name, _ in sizes)
    assert all(size for _, size in sizes)
    assert sum(size for _, size in sizes) <= MOST_BYTES, sizes
