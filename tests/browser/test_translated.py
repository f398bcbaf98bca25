"""What scripts show or say comes from their page: in a language of brackets it stands in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Open, opening, served
from tests.web import sample, untranslated
from web import create_app
from web.frozen import freeze

pytestmark = pytest.mark.browser

CARD = "/f/3d6afee6099f-3ebb5486b133"
COPY = "/search/index.html"


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    untranslated.pseudo(folder)
    return folder


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("translated") / "sample.db"
    sample.make(path)
    return path


@pytest.fixture
def open_bracketed(browser: Browser, database: Path, catalogues: Path) -> Iterator[Open]:
    options = {"interface": untranslated.LANGUAGE, "catalogues": catalogues}
    with served(database, **options) as address, opening(browser, address) as found:
        yield found


@pytest.fixture
def open_frozen(
    browser: Browser, database: Path, catalogues: Path, tmp_path: Path
) -> Iterator[Open]:
    app = create_app(database, interface=untranslated.LANGUAGE, catalogues=catalogues)
    freeze(app, tmp_path / "copy")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=tmp_path / "copy")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        # The browser complains rightly: nothing in a copy answers a search field.
        address = f"http://127.0.0.1:{server.server_port}"
        with opening(browser, address, errors=(COPY,)) as found:
            yield found
        server.shutdown()


def test_what_was_copied(open_bracketed: Open) -> None:
    page = open_bracketed(CARD)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy=permanent] button").click()
    page.get_by_text("⟦Copied.⟧", exact=True).wait_for()


def test_suggestions(open_bracketed: Open) -> None:
    page = open_bracketed("/search")
    page.locator("#q").fill("beacon")
    options = page.locator("[role=listbox][aria-label='⟦Suggestions⟧'] [role=option]")
    options.first.wait_for()
    said = page.locator("[role=listbox] + [role=status]").inner_text()
    many = options.count()
    assert said == (f"⟦{many} suggestions⟧" if many > 1 else "⟦1 suggestion⟧")


def test_what_a_copy_of_the_site_lacks(open_frozen: Open) -> None:
    page = open_frozen(COPY)
    page.locator("#q").fill("beacon")
    page.keyboard.press("Enter")
    page.get_by_text(
        "⟦This copy of the site has no page for that. The site itself has.⟧"
    ).wait_for()
