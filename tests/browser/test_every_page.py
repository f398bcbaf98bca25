"""Every kind of page in a real browser: axe, before and after use; sound, and no wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import DIAGONAL, everywhere, violations
from tests.browser.conftest import Open, opening, served
from tests.web import sample
from tracker.store import Library
from web import api, create_app
from web.atom import feeds

pytestmark = pytest.mark.browser

FINAL = "M/4 %3Cb%3E"

KINDS = {
    "negotiations.home": "/",
    "negotiations.negotiation": "/n/moon",
    "grid.grid": "/n/moon/grid",
    "flow.flow": "/n/moon/flow",
    "drafts.draft": "/n/moon/d/M/1",
    "reports.report": "/n/moon/d/M/1/report",
    "compare.compare": "/n/moon/compare?old=M/1&new=M/3",
    "found.changes": "/n/moon/changes",
    "finding_cards.card": "/f/3d6afee6099f-3ebb5486b133",
    "embeds.card": "/embed/f/3d6afee6099f-3ebb5486b133",
    "embeds.story": "/embed/t/{beacons}",
    "embeds.comparison": "/embed/n/moon/compare?old=M/1&new=M/3",
    "provisions.thread": "/t/{beacons}",
    "word_ages.provision": "/t/{beacons}/words",
    "word_ages.negotiation": "/n/moon/words",
    "phrase.phrase": "/n/moon/phrase?q=lunar+craters",
    "contests.contests": "/n/moon/brackets",
    "claimed.claims": "/n/moon/claims",
    "force.profile": "/n/moon/force",
    "pointers.references": "/n/moon/references",
    "whose.proposals": "/n/moon/proposals",
    "borrowings.borrowed": "/n/moon/borrowed",
    "searching.search": "/search?q=beacon",
    "api.about": "/api/",
    "method.method": "/method",
    "following.feeds": "/feeds",
    "error": "/n/nothing",
}
"""An address of each endpoint that answers with a page; in another text direction they are in
`test_marks.py`."""

NO_PAGE = {
    **dict.fromkeys(set(api.PAGES) - {"api.about"}, "JSON for programs"),
    **dict.fromkeys(feeds.PAGES, "Atom for news readers"),
    "static": "a file",
    "social.image": "a picture",
    "facsimiles.page": "test_draft.py has a draft that was read from pages",
    "facsimiles.picture": "a picture",
    "facsimiles.outline": "a picture",
    "downloads.draft": "a file",
    "downloads.comparison": "a file",
    "downloads.database": "a file",
    "oembed.oembed": "JSON and XML for the pages of others",
    "searching.suggest": "JSON for the script of the search field",
    "data.home": "leads to the next",
    "data.proxy": "Datasette's own pages",
    "method.health": "for machines",
}


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that the pages' other tests use: every kind of row, titles with markup."""
    database = tmp_path_factory.mktemp("sampled") / "sample.db"
    sample.make(database)
    return database


@pytest.fixture(scope="module")
def sampled_address(sampled: Path) -> Iterator[str]:
    with served(sampled) as found:
        yield found


@pytest.fixture(scope="module")
def beacons(sampled: Path) -> str:
    """The address of the history that has most to tell."""
    with Library(sampled) as library:
        draft = library.draft("moon", "M/1")
        assert draft is not None
        found = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    assert found.thread_id is not None
    return found.thread_id


@pytest.fixture
def open_sample(browser: Browser, sampled_address: str) -> Iterator[Open]:
    with opening(browser, sampled_address, errors=("/n/nothing",)) as found:
        yield found


def test_no_kind_of_page_is_forgotten(sampled: Path) -> None:
    endpoints = {rule.endpoint for rule in create_app(sampled).url_map.iter_rules()}
    assert endpoints - KINDS.keys() - NO_PAGE.keys() == set()


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_kept_out(open_sample: Open, beacons: str, kind: str) -> None:
    page = open_sample(KINDS[kind].format(beacons=beacons))
    # What is there before use is there after it, too, where all four ways are looked at.
    assert everywhere(page, DIAGONAL) == []
    sound(page)
    used(page)
    assert everywhere(page) == []
    sound(page)
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def used(page: Page) -> None:
    """What a reader does on any page: opens what folds, asks what a word means, steps on, types."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for key in ("n", "n", "p"):
        page.keyboard.press(key)
    for name in ("a.term", "[role=slider], input[type=range]", "button[aria-pressed]"):
        first = page.locator(name).first
        if page.locator(name).count() and first.is_visible():
            first.focus()
            page.keyboard.press("ArrowRight" if "range" in name else "Enter")
    field = page.locator("input[data-suggest]")
    if field.count():
        field.first.fill("be")
        page.get_by_role("option").first.wait_for()


def sound(page: Page) -> None:
    """One heading of the first rank, no id twice, a title of its own, words for every control."""
    assert page.locator("h1").count() == 1
    twice = page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return ids.filter((id, n) => ids.indexOf(id) !== n); }"
    )
    assert twice == []
    assert page.title().endswith(" · Negotiation tracker")
    inside = page.locator("button ins, button del, summary ins, summary del")
    assert inside.count() == 0


def test_axe_would_find_something(open_sample: Open) -> None:
    page = open_sample("/")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('h1').style.color = '#ccc'")
    assert [one.split(":")[0] for one in violations(page)] == ["color-contrast", "html-has-lang"]
