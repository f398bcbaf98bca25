"""The bundled negotiations, served on loopback to a real browser."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import waitress
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

from tests.browser import drafts, windows
from tests.once import once
from tracker.store import Library
from web import create_app
from web.shelf import EXTENSION

ROOT = Path(__file__).resolve().parent.parent.parent
NEGOTIATION = "un-cybercrime"
NOTHING = "/nothing"
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    # To start a process for each page takes longer than to draw it.
    *("--renderer-process-limit=1", "--disable-site-isolation-trials"),
]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def address(bundled: Path) -> Iterator[str]:
    """Where it is served."""
    with served(bundled) as found:
        yield found


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of drafts with marks."""
    folder = once(tmp_path_factory, "marked", lambda home: drafts.make(home / "tracker.db"))
    return folder / "tracker.db"


@pytest.fixture(scope="session")
def marked_address(marked: Path) -> Iterator[str]:
    """Where that is served."""
    with served(marked) as found:
        yield found


@contextmanager
def served(database: Path, **options: object) -> Iterator[str]:
    """The address of a server on loopback; `options` are those of the application."""
    app = create_app(database, **options)
    listening = socket.create_server(("127.0.0.1", 0))
    server = waitress.create_server(app, sockets=[listening], threads=4)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    # Its loop ends when nothing is left to listen to.
    server.trigger.pull_trigger(server.close)
    server.task_dispatcher.shutdown()
    thread.join(5)
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="session")
def library(bundled: Path) -> Iterator[Library]:
    with Library(bundled) as found:
        yield found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        windows.forget()
        found.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the viewer in a window of its own; what the browser complains of fails."""
    with opening(browser, address) as found:
        yield found


@pytest.fixture
def open_marked(browser: Browser, marked_address: str) -> Iterator[Open]:
    """The same of the drafts with marks."""
    with opening(browser, marked_address) as found:
        yield found


def until(page: Page, script: str) -> None:
    """Wait until a script gives something true. Polled from here: a page's own policy forbids
    scripts made of strings, by which the browser would poll itself."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not so in five seconds: {script}")


@contextmanager
def opening(browser: Browser, address: str, errors: tuple[str, ...] = (NOTHING,)) -> Iterator[Open]:
    """Opens pages of a server; `errors` are addresses that are not there, of which the browser
    complains rightly. `fresh` asks for a window that nobody used or will use."""
    complaints: list[str] = []
    opened: list[Callable[[], None]] = []

    def open_at(path: str, *, width: int = 1280, fresh: bool = False, **options: object) -> Page:
        page, kind = windows.take(browser, width, fresh=fresh, **options)

        def say(message: ConsoleMessage) -> None:
            complaints.append(f"{path}: {message.text}")

        def fail(error: Error) -> None:
            complaints.append(f"{path}: {error}")

        def over() -> None:
            page.remove_listener("pageerror", fail)
            if path not in errors:
                page.remove_listener("console", say)
            windows.give_back(page, kind)

        if path not in errors:
            page.on("console", say)
        page.on("pageerror", fail)
        opened.append(over)
        page.goto(address + path)
        return page

    yield open_at
    for over in opened:
        over()
    assert complaints == []
