"""What axe finds on a page, in all the ways in which a reader may see it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from playwright.sync_api import Page

from tests.conftest import missing

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS, SCHEMES = (320, 1280), ("light", "dark")

# What would be loaded first is for rules about sounds that play and about an experiment.
_RUN = """async tags => {
    const found = await axe.run({
        runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false,
    });
    return found.violations.map(one =>
        `${one.id}: ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary.slice(0, 200)}`);
}"""


def violations(page: Page) -> list[str]:
    """What axe finds as the page is now, in a line each."""
    try:
        from axe_playwright_python.base import AXE_SCRIPT
    except ImportError:
        missing("no axe: install axe-playwright-python")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_RUN, TAGS)
    return found


EVERYWHERE = tuple(product(WIDTHS, SCHEMES))
DIAGONAL = ((320, "dark"), (1280, "light"))
"""Where the rest is looked at besides: what differs by width alone, or by scheme alone, shows here."""


def everywhere(page: Page, ways: Sequence[tuple[int, str]] = EVERYWHERE) -> list[str]:
    """What axe finds on a phone and on a desk, in light and in dark."""
    found = []
    for width, scheme in ways:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} {scheme} {one}" for one in violations(page)]
    return found
