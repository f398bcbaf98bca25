"""Windows that test after test uses, as good as new: to open one takes five times what a page does.

In: a browser, and what the window is to be like. Out: a page without history, cookies, stored
settings or permissions, of the asked width and in the usual colours unless others are asked for.
"""

from __future__ import annotations

from playwright.sync_api import Browser, Error, Page

EMULATED = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
HEIGHT = 900

Kind = tuple[tuple[str, object], ...] | None
"""What a window is made with and cannot be changed; None is one that nobody else shall have."""

_idle: dict[Kind, list[Page]] = {}


def take(
    browser: Browser, width: int, *, fresh: bool = False, **options: object
) -> tuple[Page, Kind]:
    """An empty window; `options` are those of a browser's context."""
    emulated = {name: options.pop(name, usual) for name, usual in EMULATED.items()}
    kind: Kind = None if fresh else tuple(sorted(options.items()))
    page = _idle[kind].pop() if _idle.get(kind) else _made(browser, **options)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(media="null", **emulated)
    return page, kind


def _made(browser: Browser, **options: object) -> Page:
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(10_000)
    return page


def give_back(page: Page, kind: Kind) -> None:
    """Empty a window for the next test."""
    context = page.context
    if kind is None or len(context.pages) > 1:
        context.close()
        return
    try:
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
    except Error:
        # Of a page of the browser's own, as where nothing answered.
        context.close()
        return
    context.clear_cookies()
    context.clear_permissions()
    _idle.setdefault(kind, []).append(page)


def forget() -> None:
    """The browser is to be closed, and its windows with it."""
    _idle.clear()
