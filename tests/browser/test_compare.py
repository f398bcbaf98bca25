"""The page that compares two drafts, in a browser: keys, the bar, two columns, both ends of moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import NEGOTIATION, Open
from web.changes import leaves

pytestmark = pytest.mark.browser

ADOPTED = "A/RES/79/243"
COMPARE = f"/n/{NEGOTIATION}/compare?old=A/AC.291/22&new={ADOPTED}"
PLACE = "document.activeElement.dataset.change"


def shown(page: Page, selector: str) -> list[bool]:
    return page.locator(selector).evaluate_all("all => all.map(e => e.checkVisibility())")


def test_keys_and_the_bar_go_from_change_to_change(open_page: Open) -> None:
    page = open_page(COMPARE)
    bar, status = page.locator("[data-bar]"), page.locator("#status")
    # At the top stands the way to the first change.
    assert not bar.is_visible()
    page.keyboard.press("j")
    assert bar.is_visible()
    total = page.locator("[data-change]").count()
    for step, at in (("Next", 2), ("Next", 3), ("Previous", 2)):
        bar.get_by_role("button", name=step).click()
        assert page.evaluate("document.activeElement.tagName") in ("ARTICLE", "LI")
        assert page.evaluate(PLACE) == str(at)
        assert status.inner_text() == f"Change {at} of {total}"
        assert bar.locator("[data-now]").inner_text() == f"{at} of {total}"
        style = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(style) == "solid"
    page.keyboard.press("k")
    assert page.evaluate(PLACE) == "1"
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 <= top < 200
    # A key that leads nowhere is answered.
    page.keyboard.press("k")
    assert status.inner_text() == f"Change 1 of {total}: there is none before it."


def test_keys_go_on_from_where_the_reader_scrolled(open_page: Open) -> None:
    page = open_page(f"{COMPARE}#%E0%A4")
    page.keyboard.press("j")
    assert page.evaluate(PLACE) == "1"
    tenth = page.locator("[data-change]").nth(9)
    tenth.evaluate("e => { e.scrollIntoView(); window.scrollBy(0, 10); }")
    page.keyboard.press("j")
    assert int(page.evaluate(PLACE)) in range(11, 15)


def test_keys_go_over_the_pages_of_a_long_comparison(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaves, "FULL", 6000)
    page = open_page(f"{COMPARE}&short=1")
    here = [int(n) for n in page.locator("[data-change]").evaluate_all(
        "all => all.map(e => e.dataset.change)")]  # fmt: skip
    assert page.locator("[rel=next]").count() == 2
    for _ in here:
        page.keyboard.press("n")
    assert page.evaluate(PLACE) == str(here[-1])
    page.keyboard.press("n")
    page.wait_for_url("**page=2**")
    page.wait_for_load_state()
    assert page.evaluate(PLACE) == str(here[-1] + 1)
    assert page.locator("#status").inner_text().startswith(f"Change {here[-1] + 1} of ")
    page.keyboard.press("p")
    page.wait_for_url(lambda url: "page=2" not in url)
    page.wait_for_load_state()
    assert page.evaluate(PLACE) == str(here[-1])


def test_side_by_side_is_for_wide_screens_and_remembered(open_page: Open) -> None:
    page = open_page(COMPARE)
    page.get_by_role("link", name="Side by side").click()
    page.wait_for_url("**view=side**")
    assert any(shown(page, ".card .sides"))
    assert not any(shown(page, ".card .one-column"))
    # Row by row: both texts of a line begin at one height, the older before the newer.
    tops = page.locator(".card .sides").first.evaluate(
        "e => [...e.children].map(one => Math.round(one.getBoundingClientRect().top))"
    )
    assert tops[0] == tops[1]
    assert page.locator(".side.was ins, .side.now del").count() == 0
    page.goto(page.url.split("/n/")[0] + COMPARE)
    page.wait_for_url("**view=side**")
    page.set_viewport_size({"width": 390, "height": 800})
    assert not any(shown(page, ".card .sides"))
    assert any(shown(page, ".card .one-column"))
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_both_ends_of_what_moved_lead_to_each_other_without_script(open_page: Open) -> None:
    page = open_page(COMPARE, java_script_enabled=False)
    new_place = page.locator(".card", has=page.get_by_text("Moved from")).first
    name = new_place.get_by_role("heading").inner_text().split("·")[0].strip()
    new_place.locator(".ends a").first.click()
    old_place = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert "Here stood" in old_place.inner_text()
    old_place.locator(".ends a").click()
    there = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert there.get_by_role("heading").inner_text().startswith(name)


def test_what_did_not_change_unfolds_without_script(open_page: Open) -> None:
    page = open_page(COMPARE, java_script_enabled=False)
    folded = page.locator(".card details.skipped").first
    assert not folded.locator(".words").first.is_visible()
    folded.locator("summary").click()
    assert folded.locator(".words").first.is_visible()


@pytest.mark.parametrize(
    ("asked", "width", "scheme"),
    [("view=side&became=moved", 1280, "light"), ("became=reworded", 320, "dark")],
    ids=["columns", "phone"],
)
def test_axe_finds_nothing_after_use(open_page: Open, asked: str, width: int, scheme: str) -> None:
    page = open_page(f"{COMPARE}&{asked}", width=width, color_scheme=scheme)
    page.keyboard.press("n")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_has_no_bar_and_one_column(open_page: Open) -> None:
    page = open_page(f"{COMPARE}&view=side", width=800)
    page.keyboard.press("n")
    page.emulate_media(media="print")
    assert not page.locator("[data-bar]").is_visible()
    assert not page.locator(".views").is_visible()
    assert any(shown(page, ".card .one-column ins"))


def test_a_long_page_lays_out_what_is_near_and_finds_the_rest(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaves, "FULL", 6000)
    page = open_page(f"{COMPARE}&page=all&short=1")
    last = page.locator("article[data-change]").last
    style = "e => getComputedStyle(e).contentVisibility"
    assert last.evaluate(style) == "auto"
    page.evaluate("id => { location.hash = id; }", last.get_attribute("id"))
    top = 0.0
    for _ in range(30):
        top = last.evaluate("e => e.getBoundingClientRect().top")
        if 0 <= top < 900:
            break
        page.wait_for_timeout(100)
    assert 0 <= top < 900
    page.emulate_media(media="print")
    assert last.evaluate(style) == "visible"
