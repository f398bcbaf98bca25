"""Whether a frozen copy holds: every link leads to a file and a place of it, and every page is the
live one but for its addresses.

    python scripts/measure_frozen.py FOLDER build/tracker.db

In: a folder that `tracker freeze` wrote, and the database it was made of. Out: a count of each, and
what is broken or differs; exit 1 if anything is.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from posixpath import normpath
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from web import create_app
from web.frozen.addresses import Address
from web.frozen.site import PAGES
from web.shelf import EXTENSION

LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_SCRIPT = re.compile(
    r'<script src="[^"]*static/frozen\.js" data-root="[^"]*"[^>]* defer></script>\n'
)
SHOWN = 20
"""Faults that are printed of each sort."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many were looked at, and those that do not hold."""

    looked_at: int
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Ids:
    """The places of each page, read when the first link to it is met."""

    site: Path
    of: dict[str, frozenset[str]] = field(default_factory=dict)

    def __getitem__(self, file: str) -> frozenset[str]:
        if file not in self.of:
            self.of[file] = frozenset(_ID.findall((self.site / file).read_text(encoding="utf-8")))
        return self.of[file]


def links(site: Path) -> Checked:
    """Links of all pages to other pages of the copy."""
    files = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    ids, count, faults = _Ids(site), 0, []
    for file in sorted(one for one in files if one.endswith(".html")):
        for link in LINK.findall((site / file).read_text(encoding="utf-8")):
            parts = urlsplit(unescape(link))
            if parts.scheme or parts.netloc:
                continue
            count += 1
            there = normpath(Path(file).parent / unquote(parts.path)) if parts.path else file
            if parts.query or parts.path.startswith("/"):
                faults.append(f"{file}: {link}: no address of a file")
            elif there not in files:
                faults.append(f"{file}: {link}: no such file")
            elif not _has(ids, there, unquote(parts.fragment)):
                faults.append(f"{file}: {link}: no such place")
    return Checked(count, tuple(faults))


def _has(ids: _Ids, file: str, place: str) -> bool:
    return not place or not file.endswith(".html") or place in ids[file]


def pages(site: Path, database: Path) -> Checked:
    """Pages and other files of the copy against what the viewer answers."""
    app = create_app(database)
    try:
        client = app.test_client()
        of_file: dict[str, str] = {
            file: address
            for address, file in json.loads((site / PAGES).read_text(encoding="utf-8")).items()
        }
        live = {file: one for file, one in of_file.items() if one != "/data/?"}
        faults = tuple(_unlike(client, site, live))
    finally:
        app.extensions[EXTENSION].close()
    return Checked(len(live), faults)


def _unlike(client: Any, site: Path, live: dict[str, str]) -> Iterator[str]:
    for file, address in sorted(live.items()):
        path, _, query = address.partition("?")
        asked = [tuple(one.split("=", 1)) for one in query.split("&") if one]
        frozen = (site / file).read_bytes()
        with client.get(str(Address(quote(path), urlencode(asked)))) as answer:
            if answer.status_code != 200:
                yield f"{file}: {address}: is answered with {answer.status_code}"
            elif answer.mimetype == "text/html" and "Content-Disposition" not in answer.headers:
                text = _SCRIPT.sub("", frozen.decode())
                if LINK.sub(' link=""', text) != LINK.sub(' link=""', answer.text):
                    yield f"{file}: {address}: is another page"
            elif frozen != answer.data:
                yield f"{file}: {address}: is another file"


def main() -> int:
    """Print both."""
    site, database = (Path(one) for one in sys.argv[1:])
    found = {"links": links(site), "pages": pages(site, database)}
    for name, checked in found.items():
        print(f"{name}: {checked.looked_at:,} looked at, {len(checked.faults)} do not hold")
        for fault in checked.faults[:SHOWN]:
            print(f"  {fault}")
    return 1 if any(checked.faults for checked in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
