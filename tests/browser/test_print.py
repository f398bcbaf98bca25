"""Pages on paper: what changed is told by lines, nothing is there to be clicked, the source is."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from tests.browser.conftest import NEGOTIATION, Open
from tracker.store import Library
from web.changes.card_address import card_address

pytestmark = pytest.mark.browser

COMPARE = f"/n/{NEGOTIATION}/compare"
BLACK = "rgb(0, 0, 0)"

_STYLES = """selector => [...document.querySelectorAll(selector)].map(e => {
    const style = getComputedStyle(e);
    return [style.textDecorationLine, style.color];
})"""
_VISIBLE = """selector => [...document.querySelectorAll(selector)].filter(
    e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 100))"""
_PALE = """() => [...document.querySelectorAll("main *")].filter(e => {
    if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        return false;
    const found = getComputedStyle(e).color.match(/[\\d.]+/g).map(Number);
    return 0.2126 * found[0] + 0.7152 * found[1] + 0.0722 * found[2] > 100;
}).map(e => e.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def card(library: Library) -> str:
    """The card of the first thing that a reader is told of the last two drafts."""
    old, new = library.drafts(NEGOTIATION)[-2:]
    page = library.comparison(old.id, new.id)
    assert page is not None
    changed = next(row for row in page.rows if row.text_changed)
    return f"/f/{card_address(changed, old, new)}"


def test_what_changed_is_told_by_lines(open_page: Open, card: str) -> None:
    for path in (COMPARE, card):
        page = open_page(path, color_scheme="dark")
        page.emulate_media(media="print", color_scheme="dark")
        for tag, line in (("ins", "underline"), ("del", "line-through")):
            found = page.evaluate(_STYLES, f"main {tag}")
            assert {tuple(one) for one in found} <= {(line, BLACK)}
        assert page.evaluate(_STYLES, "main ins, main del")
        assert page.evaluate(_PALE) == []


PAGES = ("/", f"/n/{NEGOTIATION}", COMPARE, f"/n/{NEGOTIATION}/changes", "/method", "/search")


def test_nothing_is_there_to_be_clicked(open_page: Open, address: str) -> None:
    page = open_page(PAGES[0])
    page.emulate_media(media="print")
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate(_VISIBLE, "nav, form, button, .button, .skip") == [], path
        assert page.evaluate(_PALE) == [], path
        assert page.evaluate(_VISIBLE, "h1") != [], path


def test_a_printed_card_says_where_it_comes_from(
    open_page: Open, address: str, library: Library, card: str
) -> None:
    page = open_page(card)
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(" ".join(one.get_textpage().get_text_bounded() for one in document).split())
    document.close()
    joined = re.sub(r"\s", "", text)
    for draft in library.drafts(NEGOTIATION)[-2:]:
        assert draft.symbol in text
        assert draft.date_printed in text
    assert f"{address}{card}" in joined
    assert "Paraphrase written for this project, not the official text" in text
    assert "Fingerprint (SHA-256)" in text
    # The way to the official document is printed too.
    assert "(https://" in joined
    for word in ("Search", "Copy the link", "Its whole history"):
        assert word not in text
