"""What people come for, from the front page, in at most three clicks; and what that weighs.

Each task is a script: it says what a reader sees and chooses, by the words on the page alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import NEGOTIATION, Open

pytestmark = pytest.mark.browser

CLICKS = 3
FIRST_PAGE_BYTES = 150_000


class Reader:
    """Somebody who reads and clicks; counts the clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, words: str | re.Pattern[str], role: str = "link") -> None:
        self.choose(self.page.get_by_role(role, name=words).first)  # type: ignore[arg-type]

    def choose(self, what: Locator) -> None:
        self.clicks += 1
        what.click()
        self.page.wait_for_load_state()

    def text(self) -> str:
        return self.page.locator("main").inner_text()


def critical_infrastructure(reader: Reader) -> None:
    """What happened to attacks on critical infrastructure?"""
    reader.click("What became of attacks on critical infrastructure")
    assert "an offence of its own became an aggravating circumstance" in reader.text()


def when_words_entered(reader: Reader) -> None:
    """When did the words of that sentence enter?"""
    reader.click("What became of attacks on critical infrastructure")
    reader.click(re.compile("How old is each word"))
    assert "round 3" in reader.text().lower()


def citable_link(reader: Reader) -> None:
    """What do I link to, and how do I cite it?"""
    reader.click("What became of attacks on critical infrastructure")
    reader.click("Cite")
    assert "/f/" in reader.page.url
    field = reader.page.get_by_label(re.compile("link", re.IGNORECASE)).first
    assert "/f/" in (field.input_value() if field.count() else reader.text())


def one_article_by_number(reader: Reader) -> None:
    """A negotiator looks for article 21."""
    reader.page.get_by_label("Search all drafts").fill("article 21")
    reader.click("Search", "button")
    assert "/t/" in reader.page.url


def what_changed_last(reader: Reader) -> None:
    """What did the last round change?"""
    reader.click("United Nations Convention against Cybercrime")
    reader.click(re.compile("First full draft against the last|Compare"))
    assert reader.page.locator("ins").count() > 0


def how_right_it_is(reader: Reader) -> None:
    """Can I trust this?"""
    reader.page.get_by_role("link", name="How it works").first.scroll_into_view_if_needed()
    reader.click("How it works")
    reader.click("How right it is")
    assert "2,175 of 2,175" in reader.text()


TASKS = [
    critical_infrastructure,
    when_words_entered,
    citable_link,
    one_article_by_number,
    what_changed_last,
    how_right_it_is,
]


@pytest.mark.parametrize("script", [False, True], ids=["without-script", "with-script"])
@pytest.mark.parametrize("task", TASKS, ids=[one.__name__ for one in TASKS])
def test_three_clicks(open_page: Open, task: Callable[[Reader], None], script: bool) -> None:
    began = time.perf_counter()
    reader = Reader(open_page("/", width=390, java_script_enabled=script))
    task(reader)
    took = time.perf_counter() - began
    # For whoever asks with -rP.
    print(f"{task.__doc__} {reader.clicks} clicks, {took:.1f} s")
    assert reader.clicks <= CLICKS


@pytest.mark.parametrize("path", ["/", f"/n/{NEGOTIATION}"])
def test_a_first_page_weighs_little(open_page: Open, path: str) -> None:
    """With everything it loads, before anything is compressed."""
    page = open_page("/nothing", fresh=True)
    weights: list[int] = []
    page.on("response", lambda answer: weights.append(len(answer.body())))
    page.goto(page.url.replace("/nothing", path))
    page.wait_for_load_state("networkidle")
    assert 0 < sum(weights) <= FIRST_PAGE_BYTES
