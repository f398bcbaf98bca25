"""What only a real browser can tell: that pages work without script, by key, on a phone, in print."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NEGOTIATION, NOTHING, Open
from tracker.store import Library

pytestmark = pytest.mark.browser

ZERO, FINAL, ADOPTED = "A/AC.291/22", "A/AC.291/L.15", "A/RES/79/243"
STORY = "What became of attacks on critical infrastructure"
SCREENSHOTS = Path(__file__).parent / "screenshots"

PATHS = {
    "front": "/",
    "negotiation": f"/n/{NEGOTIATION}",
    "draft": f"/n/{NEGOTIATION}/d/A/AC.291/16",
    "compare": f"/n/{NEGOTIATION}/compare?old={ZERO}&new={ADOPTED}",
    "compare-renumbered": f"/n/{NEGOTIATION}/compare?old=A/75/980&new={ADOPTED}",
    "compare-partial": f"/n/{NEGOTIATION}/compare?old=A/AC.291/16&new=A/AC.291/19",
    "survival": f"/n/{NEGOTIATION}/words?old=A/75/980&new={ADOPTED}&show=all",
    "phrase": f"/n/{NEGOTIATION}/phrase?q=without+right&stemmed=1",
    "brackets": f"/n/{NEGOTIATION}/brackets",
    "claims": f"/n/{NEGOTIATION}/claims",
    "force": f"/n/{NEGOTIATION}/force",
    "references": f"/n/{NEGOTIATION}/references?old=A/AC.291/16&new={ADOPTED}",
    "compare-kind": f"/n/{NEGOTIATION}/compare?old={ZERO}&new={ADOPTED}&kind=force",
    "changes": f"/n/{NEGOTIATION}/changes",
    "search": "/search?q=article+21",
    "method": "/method",
    "error": NOTHING,
}
COMPARE = PATHS["compare"]


def story_path(library: Library) -> str:
    provision = library.resolve(NEGOTIATION, "art_21__para_2")
    assert provision is not None
    return f"/t/{provision.thread_id}"


@pytest.fixture(params=[*PATHS, "thread", "words"])
def path(request: pytest.FixtureRequest, library: Library) -> str:
    if request.param == "words":
        whole = library.resolve(NEGOTIATION, "art_21")
        assert whole is not None
        return f"/t/{whole.thread_id}/words"
    return story_path(library) if request.param == "thread" else PATHS[request.param]


def test_the_story_is_one_click_from_the_front_page_without_script(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("link", name=STORY).click()
    assert page.get_by_role("heading", level=1).inner_text() == STORY
    first = page.locator(".first-told").inner_text()
    assert "Possibly an offence of its own became an aggravating circumstance" in first
    assert "Taken out by round 5. Possibly back in round 9 with changed words" in first
    strip = page.locator(".phases").inner_text()
    assert "an aggravating circumstance" in strip
    assert "article 21, paragraph 2" in strip
    assert "not there" in strip
    assert page.locator("aside.notice").is_visible()


def test_pages_are_sound_and_no_wider_than_a_phone(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("h1").count() == 1
    twice = page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return ids.filter((id, n) => ids.indexOf(id) !== n); }"
    )
    assert twice == []


def test_marked_words_have_the_width_of_a_phone(open_page: Open, library: Library) -> None:
    page = open_page(story_path(library), width=390)
    table, words = page.locator("table.over-time"), page.locator("table.over-time td.quoted")
    wide = [one.bounding_box() for one in (table, words.first)]
    assert wide[0] is not None
    assert wide[1] is not None
    assert wide[1]["width"] > 0.9 * wide[0]["width"]
    assert page.get_by_role("columnheader", name="Rounds").count() == 1
    assert page.get_by_role("cell").count() == 4 * words.count()


def test_what_was_only_renumbered_is_drawn_together(open_page: Open) -> None:
    path = f"/n/{NEGOTIATION}/compare?old=A/75/980&new={ADOPTED}"
    page = open_page(path, java_script_enabled=False)
    run = page.locator(".card-run").first
    many = run.locator("[data-change]").count()
    assert many >= 3
    first = int(run.locator("[data-change]").first.get_attribute("data-change") or 0)
    assert f"{first} to {first + many - 1} of" in run.locator(".place").inner_text()
    run.get_by_role("link", name="next").click()
    there = page.url.split("#")[1]
    assert page.locator(f"[id='{there}']").get_attribute("data-change") == str(first + many)


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        pytest.param("compare-kind", 1280, "light", id="compare-desk-light"),
        pytest.param("thread", 320, "dark", id="thread-phone-dark"),
    ],
)
def test_axe_finds_nothing_on_pages_with_much(
    open_page: Open, library: Library, name: str, width: int, scheme: str
) -> None:
    """On small ones it looks at every kind of page in every way: `test_every_page.py`."""
    path = story_path(library) if name == "thread" else PATHS[name]
    page = open_page(path, color_scheme=scheme, width=width)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}], ids=["usual", "forced"])
def test_changes_are_told_by_more_than_colour(open_page: Open, options: dict[str, str]) -> None:
    page = open_page(COMPARE, **options)
    line = "e => getComputedStyle(e).textDecorationLine"
    inserted, deleted = page.locator(".card ins"), page.locator(".card del")
    assert inserted.count() > 2
    assert deleted.count() > 2
    assert set(inserted.evaluate_all(f"all => all.map({line})")) == {"underline"}
    assert set(deleted.evaluate_all(f"all => all.map({line})")) == {"line-through"}


def test_print_keeps_the_marks_and_leaves_out_what_is_for_screens(open_page: Open) -> None:
    page = open_page(COMPARE)
    page.emulate_media(media="print")
    style = "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e).color]"
    assert page.locator(".card ins").first.evaluate(style) == ["underline", "rgb(0, 0, 0)"]
    assert page.locator(".card del").first.evaluate(style) == ["line-through", "rgb(0, 0, 0)"]
    assert not page.locator("header.site nav").is_visible()
    assert not page.locator("form.choose").is_visible()
    assert page.locator(".notice").is_visible()
    assert ADOPTED in page.locator(".printed").inner_text()


def test_keys_go_from_change_to_change(open_page: Open) -> None:
    page = open_page(COMPARE)
    total = page.locator("[data-change]").count()
    assert total > 5
    status = page.locator("#status")
    place = "document.activeElement.dataset.change"
    for key, at in (("n", "1"), ("n", "2"), ("n", "3"), ("p", "2")):
        page.keyboard.press(key)
        assert page.evaluate(place) == at
        assert status.inner_text() == f"Change {at} of {total}"
    for _ in range(3):
        page.keyboard.press("p")
    assert page.evaluate(place) == "1"
    # Where somebody types, a letter is a letter.
    page.locator("#old").focus()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "old"


def test_changes_can_be_stepped_through_without_script(open_page: Open) -> None:
    page = open_page(COMPARE, java_script_enabled=False)
    page.get_by_role("link", name="Go to the first of").click()
    first = page.url.split("#")[1]
    page.locator(f"[id='{first}'] .steps a", has_text="next").click()
    second = page.url.split("#")[1]
    assert second != first
    assert page.locator(f"[id='{second}'] .place").inner_text().startswith("2 of ")
    assert page.locator("[data-keys]").is_hidden()


def test_the_form_compares_without_script(open_page: Open) -> None:
    page = open_page(f"/n/{NEGOTIATION}/compare", java_script_enabled=False)
    page.get_by_label("Older draft").select_option(ZERO)
    page.get_by_label("Newer draft", exact=True).select_option(FINAL)
    page.get_by_role("button", name="Compare").click()
    assert page.get_by_role("heading", level=1).inner_text() == (
        "What changed from Zero draft to Final draft"
    )


def test_what_has_the_focus_can_be_seen(open_page: Open) -> None:
    page = open_page(COMPARE)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"
        )
        assert style[0] == "solid"
        assert style[1] >= 2


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_to_be_hit_is_large_enough(open_page: Open, library: Library, width: int) -> None:
    small = []
    controls = ".steps a, .history, .jump a, summary, button, .button, header a, .cell, .onpage a"
    for where in (COMPARE, PATHS["draft"], PATHS["negotiation"], story_path(library)):
        page = open_page(where, width=width)
        small += page.locator(controls).evaluate_all(
            "all => all.filter(e => e.checkVisibility()).filter(e => {"
            " const b = e.getBoundingClientRect();"
            " return b.width && (b.width < 24 || b.height < 24) && b.top > 0; })"
            ".map(e => e.outerHTML.slice(0, 120))"
        )
    assert small == []


def test_the_table_can_be_scrolled_by_key(open_page: Open) -> None:
    page = open_page(PATHS["negotiation"], width=320)
    region = page.get_by_role("region", name="Articles by round")
    region.focus()
    page.keyboard.press("ArrowRight")
    # Polled from here: the page's own policy forbids scripts made of strings.
    moved = 0
    for _ in range(50):
        moved = page.evaluate("document.querySelector('.scroll').scrollLeft")
        if moved:
            break
        page.wait_for_timeout(100)
    assert moved > 0


def test_texts_of_the_reader_s_size_fit(open_page: Open) -> None:
    """At 200% zoom, which is a window half as wide, no column is cut off."""
    page = open_page(PATHS["draft"], width=640)
    assert page.evaluate("document.documentElement.scrollWidth") == 640


PICTURES = {"critical-infrastructure": "thread", "compare": "compare", "rounds": "negotiation"}


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_of_the_documentation(open_page: Open, library: Library, name: str) -> None:
    """With TRACKER_SCREENSHOTS=1 they are made anew; they must be there."""
    picture = SCREENSHOTS / f"{name}.png"
    if os.environ.get("TRACKER_SCREENSHOTS"):
        where = PICTURES[name]
        page = open_page(story_path(library) if where == "thread" else PATHS[where])
        if where == "negotiation":
            page.evaluate("document.getElementById('articles').scrollIntoView()")
            page.wait_for_timeout(600)
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=picture)
    assert picture.is_file(), "make it with TRACKER_SCREENSHOTS=1"
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert 20_000 < len(data) < 600_000


@pytest.mark.parametrize("width", [390, 1280])
def test_in_the_middle_of_a_paraphrase_it_is_seen_to_be_one(open_page: Open, width: int) -> None:
    page = open_page(f"/n/{NEGOTIATION}/d/A/RES/79/243#art_21", width=width)
    box = page.locator(".document > .beside").bounding_box()
    article = page.locator("#art_21").bounding_box()
    assert box is not None
    assert article is not None
    assert 0 <= box["y"] < 5
    assert article["y"] >= box["y"] + box["height"]
