"""What became of the articles, in a real browser: at 320 px, by key, in forced colours, in print."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NEGOTIATION, Open

pytestmark = pytest.mark.browser

PATH = f"/n/{NEGOTIATION}/flow"


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (1280, "light")], ids=["phone-dark", "desk-light"]
)
def test_axe_finds_nothing(open_marked: Open, width: int, scheme: str) -> None:
    page = open_marked("/n/ferries/flow", color_scheme=scheme, width=width)
    assert page.locator("a.band").count() > 2
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []


def test_a_band_leads_to_its_row_and_a_name_can_be_hit(open_page: Open) -> None:
    page = open_page(PATH, java_script_enabled=False)
    band = page.locator("a.band-moved").first
    row = band.get_attribute("href") or ""
    band.scroll_into_view_if_needed()
    box = band.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(f"**{row}")
    assert "Moved" in page.locator(f"tr{row}").inner_text()
    small = page.locator("svg.flow-picture a:not([tabindex])").evaluate_all(
        "all => all.filter(e => { const b = e.getBoundingClientRect();"
        " return b.width < 24 || b.height < 24; }).map(e => e.outerHTML.slice(0, 120))"
    )
    assert small == []


def test_bands_are_told_by_more_than_colour(open_page: Open) -> None:
    page = open_page(PATH, forced_colors="active")
    fills = page.locator("a.band").evaluate_all(
        "all => [...new Map(all.map(e => [e.classList[1], e.querySelector('path')"
        ".getAttribute('fill')]))]"
    )
    assert len({fill for _, fill in fills}) == len(fills) >= 3
    stroke = "e => getComputedStyle(e).stroke"
    ink = page.locator("a.band path").first.evaluate(stroke)
    assert ink != page.locator("a.band path").first.evaluate("e => getComputedStyle(e).fill")


def test_a_phone_is_not_scrolled_sideways(open_page: Open) -> None:
    page = open_page(PATH, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    region = page.get_by_role("region", name="Picture of what became of the articles")
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")


def test_print_shows_the_whole_picture(open_page: Open) -> None:
    page = open_page(PATH)
    page.emulate_media(media="print")
    overflow = "e => getComputedStyle(e).overflowX"
    assert page.locator(".flow-scroll").evaluate(overflow) == "visible"
