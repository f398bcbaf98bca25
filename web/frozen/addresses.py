"""Which addresses a page leads to, and what becomes of them.

In: HTML as our templates write it, in which every attribute stands in double quotes. Out: the
addresses in it, and the same HTML with others in their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from posixpath import relpath
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_ATTRIBUTE = re.compile(r'(?<=[\s])(href|src|action|data-more)="([^"]*)"')

LAYOUT = frozenset(
    (
        *("kind", "became", "view", "stay", "round", "lines"),
        *("sort", "relation", "function", "chapter", "p"),
    )
)
"""Parameters that choose among what a page holds, or lay it out: without them the page holds it
all, and so does the frozen one."""

STORY = "/t/"
"""Where `show` lays out too; on other pages it asks for more."""

FEED, API = "/feed", "/api/"
"""For programs: each parameter gives another answer."""

SEARCH = "/search"
"""Answers questions that nobody can foresee."""

DATA = "/data/"
"""What needs a program: links to tables lead to one page that says so."""

_GRID = re.compile(r"/n/[^/]+/grid")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address of this site: a path, percent-encoded, and a query in a fixed order."""

    path: str
    query: str = ""

    def __str__(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path


def own(link: str, page: Address, root: str = "") -> tuple[Address, str] | None:
    """The address that a link of a page leads to, with its fragment; None where it leads to
    another site, or is none. Addresses are those below `root`, a path without a slash behind."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if parts.path and not f"{parts.path}/".startswith(f"{root}/"):
        return None
    path = (parts.path.removeprefix(root) or "/") if parts.path else page.path
    if path == DATA[:-1] or path.startswith(DATA):
        return Address(DATA), ""
    asked = dict(parse_qsl(parts.query if parts.path or parts.query else page.query))
    if _GRID.fullmatch(path) and "open" in asked:
        # A table for each of its rows would be larger than all the rest; the story has the parts.
        return Address(_encoded(STORY + asked["open"])), ""
    return Address(_encoded(path), _kept(path, asked)), parts.fragment


def _encoded(path: str) -> str:
    return quote(unquote(path), safe="/~:@!$&'()*+,;=-._")


def _kept(path: str, asked: dict[str, str]) -> str:
    if path.startswith("/static/") or path == SEARCH:
        return ""
    kept = {name: value for name, value in asked.items() if name not in _laid_out(path)}
    # The page that holds a change is found by the program; all of them on one page hold it too.
    if kept.pop("at", ""):
        kept["page"] = "all"
    return urlencode(sorted(kept.items()))


def _laid_out(path: str) -> frozenset[str]:
    if path.endswith(FEED) or path.startswith(API):
        return frozenset()
    return LAYOUT | {"show"} if path.startswith(STORY) else LAYOUT


def links(html: str, page: Address, root: str = "") -> Iterator[Address]:
    """The addresses of this site that a page leads to, in its order."""
    for match in _ATTRIBUTE.finditer(html):
        found = own(unescape(match[2]), page, root)
        if found is not None:
            yield found[0]


def relinked(
    html: str,
    page: Address,
    file: str,
    file_of: Callable[[Address], tuple[str, str]],
    root: str = "",
) -> str:
    """The page with links to files: relative, so that the folder may stand anywhere.

    Args:
        file: the page's own.
        file_of: the file of an address, and the place in it that the address is about.
    """
    here = file.rpartition("/")[0] or "."

    def replaced(match: re.Match[str]) -> str:
        found = own(unescape(match[2]), page, root)
        if found is None:
            return match[0]
        address, fragment = found
        target, place = file_of(address)
        fragment = fragment or place
        there = "" if target == file and fragment else quote(relpath(target, here))
        if fragment:
            there += f"#{fragment}"
        return f'{match[1]}="{escape(there)}"'

    return _ATTRIBUTE.sub(replaced, html)
