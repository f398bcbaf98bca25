"""The story of a provision in a real browser: its slider, its keys, its words, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.browser.test_browser import story_path
from tracker.store import Library

pytestmark = pytest.mark.browser

HERE = "[...document.querySelectorAll('.moment')].filter(e => e.checkVisibility()).map(e => e.id)"
SLIDER = "input[type=range]"


@pytest.fixture
def path(library: Library) -> str:
    return story_path(library)


def in_sight(page: Page) -> list[str]:
    found: list[str] = page.evaluate(HERE)
    return found


def test_rounds_are_anchors_without_script(open_page: Open, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    moments = page.locator(".moment:visible")
    expect(moments).to_have_count(1)
    expect(moments).to_have_id("round-9")
    page.locator(".round-tick[data-round='3']").click()
    expect(moments).to_have_id("round-3")
    expect(moments.locator("ins").first).to_be_visible()
    page.locator(".moment:visible .step-on").click()
    expect(moments).to_have_id("round-5")
    page.goto(f"{page.url.split('#')[0]}?show=all")
    assert moments.count() == 10


def test_an_anchor_that_is_none_breaks_nothing(open_page: Open, path: str) -> None:
    page = open_page(f"{path}#%E0%A4")
    assert in_sight(page) == ["round-9"]
    page.keyboard.press("p")
    assert in_sight(page) == ["round-5"]


def test_a_slider_speaks_its_round(open_page: Open, path: str) -> None:
    page = open_page(path)
    slider = page.get_by_role("slider", name="Round")
    spoken = slider.get_attribute("aria-valuetext") or ""
    assert spoken.startswith("Round 9 of 10, 7–9 August 2024: possibly back again and changed, ")
    assert in_sight(page) == ["round-9"]
    slider.focus()
    for key, position, said in (
        ("ArrowLeft", 8, ": not there"),
        ("Home", 1, ": not covered by this document"),
        ("End", 10, ": no change known to us"),
    ):
        page.keyboard.press(key)
        spoken = slider.get_attribute("aria-valuetext") or ""
        assert spoken.startswith(f"Round {position} of 10, ")
        assert spoken.endswith(said)
        assert in_sight(page) == [f"round-{position}"]
        assert page.url.endswith(f"#round-{position}")
    # The text as of a round that changed nothing is there without another click.
    assert page.locator("#round-10 .text").first.is_visible()
    page.reload()
    assert in_sight(page) == ["round-10"]


def test_keys_go_from_change_to_change(open_page: Open, path: str) -> None:
    page = open_page(path)
    status = page.locator("[data-status]")
    for key, position in (("p", 5), ("p", 3), ("n", 5), ("n", 9), ("n", 9)):
        page.keyboard.press(key)
        assert in_sight(page) == [f"round-{position}"]
        assert page.evaluate("document.activeElement.id") == f"round-{position}"
        assert status.inner_text().startswith(f"Round {position} of 10")
    page.get_by_role("link", name="Previous change", exact=True).click()
    assert in_sight(page) == ["round-5"]
    # Who steps by a link can step again.
    assert page.evaluate("document.activeElement.dataset.step") == "-1"


def test_a_sentence_shows_its_words(open_page: Open, path: str) -> None:
    page = open_page(path)
    sentence = page.locator("#round-9 li[data-words]").first
    link = sentence.locator("a.to-words").first
    link.focus()
    assert page.locator("#round-9 .bearing").count() > 0
    line = page.locator("#round-9 .bearing").first.evaluate("e => getComputedStyle(e).outlineStyle")
    assert line == "solid"
    link.click()
    there = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert there.evaluate("e => /^(INS|DEL)$/.test(e.tagName)")
    assert there.is_visible()
    box = there.bounding_box()
    bar = page.locator(".story-bar").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] >= bar["y"] + bar["height"]
    # An address of words in another round brings that round into sight.
    words = page.locator("#round-3 ins[id]").first.get_attribute("id")
    page.goto(f"{page.url.split('#')[0]}#{words}")
    assert in_sight(page) == ["round-3"]


def test_axe_finds_nothing_after_use(open_page: Open, path: str) -> None:
    page = open_page(f"{path}?ages=1", width=320, color_scheme="dark")
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.locator(".round-tick, .bar-step, .views a, .moment-steps a").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())"
        ".filter(b => b.width < 24 || b.height < 24).length"
    )
    assert small == 0


def test_shapes_tell_the_rounds_apart_without_colour(open_page: Open, path: str) -> None:
    page = open_page(path, forced_colors="active")
    shapes = dict(
        page.locator(".ticks .shape").evaluate_all(
            "all => all.map(e => [e.classList[1], e.innerHTML])"
        )
    )
    assert len(shapes) >= 5
    assert len(set(shapes.values())) == len(shapes)


def test_paper_has_every_round_in_black(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.emulate_media(media="print")
    assert len(in_sight(page)) == 10
    assert page.locator(".moment time").evaluate_all("all => all.every(e => e.checkVisibility())")
    style = "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e).color]"
    assert page.locator("#round-9 ins").first.evaluate(style) == ["underline", "rgb(0, 0, 0)"]
    assert page.locator("#round-9 del").first.evaluate(style) == ["line-through", "rgb(0, 0, 0)"]
    assert not page.locator(".story-bar").is_visible()
    assert page.locator("#round-9 details.doubt li").first.is_visible()
