"""Walks the site from its front page and writes what it finds.

In: the application, a folder. Out: the files, all of them or none: they are written beside the
folder's place and moved there at the end.
"""

from __future__ import annotations

import json
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath
from urllib.parse import parse_qsl, unquote, urlsplit

from flask import Flask, render_template
from flask.testing import FlaskClient
from markupsafe import escape
from werkzeug.test import TestResponse

from tracker.errors import TrackerError
from web import shelf
from web.changes.here import Here
from web.frozen.addresses import DATA, LAYOUT, Address, links, own, relinked
from web.frozen.names import apart, file_of
from web.sharing import public
from web.translation import later

MOST = 200_000
"""A site of more pages is not frozen: something leads to ever new addresses."""

ATTACHMENT = "application/octet-stream"

MOST_REDIRECTIONS = 10
"""One after the other."""

MARKER = "frozen-site.txt"
"""Says what the folder is, so that only such a folder is ever replaced."""

PAGES = "pages.json"
"""Which file an address has become: for the forms."""

_SCRIPT = "/static/frozen.js"
_START = ("/", "/search", "/method", _SCRIPT)
_SAID = """A copy of a negotiation tracker, made by `tracker freeze`. Begin with index.html.
Searching, filtering and questions in SQL need the program. The whole database is in the copy, as
database.sqlite.
"""


# What the script of the forms tells a reader.
_NONE = later("This copy of the site has no page for that. The site itself has.")
_FAILED = later("A copy of the site cannot answer this. The site itself can.")


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was written: pages (HTML), files in all, and their bytes."""

    pages: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the site says at an address: bytes with their type, or another address."""

    body: bytes
    mimetype: str
    leads_to: tuple[Address, str] | None = None


def freeze(
    app: Flask,
    folder: Path,
    *,
    address: str = "",
    say: Callable[[str], None] = lambda _: None,
) -> Frozen:
    """Write the site to `folder`, which is made, or replaced if it is a frozen site.

    Args:
        address: where the copy will stand; feeds and citations name it.
        say: is told now and then how far it is.
    Raises:
        TrackerError: the folder holds something else; `address` is none; a link leads nowhere;
            there is no end of pages. Nothing is left behind then.
    """
    if folder.exists() and not (folder / MARKER).is_file() and any(folder.iterdir()):
        raise TrackerError(
            f"{folder}: holds something else than a frozen site; name another folder, or empty it"
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".freezing-") as made:
        place = Path(made, "site")
        public.install(app, address or None)
        found = _Walk(app, place, say).walk()
        if folder.exists():
            folder.rename(Path(made, "before"))
        place.rename(folder)
    return found


class _Walk:
    """One walk through the site. Two passes: the first finds every address and its file, the second
    writes, when all files have their names."""

    def __init__(self, app: Flask, place: Path, say: Callable[[str], None]) -> None:
        self._app = app
        self._place = place
        self._client: FlaskClient = app.test_client()
        self._base = app.config.get("PUBLIC_ADDRESS") or "http://localhost/"
        self._root = urlsplit(self._base).path.rstrip("/")
        self._say = say
        self._files: dict[Address, str] = {}
        self._led: dict[Address, tuple[Address, str]] = {}
        self._taken: dict[str, Address] = {}
        self._html: set[Address] = set()
        self._raw = Path(f"{place}-raw")
        with app.test_request_context():
            self._words = f'data-none="{escape(str(_NONE))}" data-failed="{escape(str(_FAILED))}"'

    def walk(self) -> Frozen:
        self._raw.mkdir(parents=True)
        waiting = deque(Address(one) for one in _START)
        waiting += [Address(DATA), *_pairs(self._app)]
        seen = set(waiting)
        while waiting:
            page = waiting.popleft()
            for found in self._fetch(page):
                if found not in seen:
                    seen.add(found)
                    waiting.append(found)
            if len(seen) > MOST:
                raise TrackerError(f"{page}: more than {MOST:,} pages follow; not frozen")
            if len(self._files) % 1000 == 0:
                self._say(f"{len(self._files):,} pages read, {len(waiting):,} known to follow")
        return self._write()

    def _fetch(self, page: Address) -> list[Address]:
        answer = self._answer(page)
        if answer.leads_to is not None:
            self._led[page] = answer.leads_to
            return [answer.leads_to[0]]
        file = file_of(page.path, page.query, answer.mimetype)
        if self._taken.setdefault(file.lower(), page) != page:
            file = apart(file, str(page))
            self._taken[file.lower()] = page
        self._files[page] = file
        (self._raw / str(len(self._files))).write_bytes(answer.body)
        if answer.mimetype != "text/html":
            return []
        self._html.add(page)
        return list(dict.fromkeys(links(answer.body.decode(), page, self._root)))

    def _answer(self, page: Address) -> _Answer:
        if page.path == DATA:
            with self._app.test_request_context(base_url=self._base):
                return _Answer(render_template("frozen_data.html").encode(), "text/html")
        answer = self._client.get(str(page), base_url=self._base)
        with answer:
            return self._said(page, answer)

    def _said(self, page: Address, answer: TestResponse) -> _Answer:
        if answer.status_code in (301, 302, 303, 307, 308):
            there = urlsplit(answer.headers["Location"])
            found = own(there._replace(scheme="", netloc="").geturl(), page, self._root)
            assert found is not None
            return _Answer(b"", "", found)
        if answer.status_code != 200:
            raise TrackerError(f"{page}: a link leads to it, and it answers {answer.status}")
        # A file to take away stays as it is, also if it is HTML.
        taken = answer.headers.get("Content-Disposition", "").startswith("attachment")
        return _Answer(answer.data, ATTACHMENT if taken else answer.mimetype or ATTACHMENT)

    def _write(self) -> Frozen:
        pages = size = 0
        for number, (page, file) in enumerate(self._files.items(), 1):
            body = (self._raw / str(number)).read_bytes()
            if page in self._html:
                pages += 1
                body = self._frozen(body.decode(), page, file)
            target = self._place / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
            size += len(body)
        known = {_plain(page): file for page, file in self._files.items()}
        index = json.dumps(known, ensure_ascii=False, sort_keys=True, indent=0)
        (self._place / PAGES).write_text(index, encoding="utf-8")
        (self._place / MARKER).write_text(_SAID, encoding="utf-8")
        return Frozen(pages, len(self._files) + 2, size)

    def _frozen(self, html: str, page: Address, file: str) -> bytes:
        here = file.rpartition("/")[0] or "."
        there = relpath(self._files[Address(_SCRIPT)], here)
        script = (
            f'<script src="{there}" data-root="{relpath(".", here)}/" '
            f'data-layout="{" ".join(sorted(LAYOUT))}" {self._words} defer></script>\n'
        )
        body = relinked(html, page, file, self._file, self._root)
        return body.replace("</body>", script + "</body>").encode()

    def _file(self, address: Address) -> tuple[str, str]:
        """The file of an address, and where in it a redirection leads."""
        place = ""
        for _ in range(MOST_REDIRECTIONS):
            if address not in self._led:
                break
            address, place = self._led[address]
        return self._files[address], place


def _pairs(app: Flask) -> Iterator[Address]:
    """Every comparison: a reader chooses two drafts in a form, to which no link leads."""
    with app.test_request_context():
        for row in shelf.library().negotiations():
            pairs = shelf.library().comparisons(row.id)
            languages = {one.new_draft_id.rpartition("@")[2] for one in pairs}
            drafts = {
                draft.id: draft
                for language in sorted(languages)
                for draft in shelf.library().drafts(row.id, language)
            }
            for one in pairs:
                old, new = drafts[one.old_draft_id], drafts[one.new_draft_id]
                lang = new.language if new.language != row.language else None
                there = Here(row.id, old, new, lang).url()
                found = own(there, Address("/"))
                assert found is not None
                yield found[0]


def _plain(page: Address) -> str:
    """An address as a script makes it from a form, without any encoding."""
    pairs = "&".join(f"{name}={value}" for name, value in parse_qsl(page.query))
    return f"{unquote(page.path)}?{pairs}"
