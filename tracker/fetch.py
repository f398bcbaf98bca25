"""The official files of a negotiation, by symbol, from where its manifest says they are.

In: a `Negotiation` and the folder of its manifest. Out: the files in `official/` beside the
manifest, each with a record of its hash, which `tracker build` then reads in place of the bundled
texts. A login page, half a file or another document is refused; what was there before stays.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from tracker.download import Limits, download, origin_of
from tracker.errors import FetchError, TrackerError
from tracker.model import Negotiation, Round
from tracker.official import OfficialFile, file_stem, keep, recorded, verified

HOSTS = ("documents.un.org",)
TIMEOUT = 60.0
MAX_BYTES = 50_000_000

Status = Literal["new", "unchanged", "replaced", "failed"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one round's file: `note` says it in words; `path` is None if it failed."""

    symbol: str
    status: Status
    note: str
    path: Path | None = None
    sha256: str = ""
    size: int = 0

    @property
    def line(self) -> str:
        """The result for people, in one line."""
        return f"{self.symbol}: {self.note}"


def fetch(
    negotiation: Negotiation,
    folder: Path,
    *,
    symbols_in: Callable[[Path], str] | None = None,
    base: str | None = None,
    allowed_hosts: Collection[str] = HOSTS,
    timeout: float = TIMEOUT,
    max_bytes: int = MAX_BYTES,
    report: Callable[[str], None] = lambda line: None,
    today: date | None = None,
) -> list[Fetched]:
    """Download the official file of every round that has an address.

    Args:
        folder: the manifest's folder; files go to `official/` in it.
        symbols_in: gives the text of a file's first page, in which the symbol must stand; `""` if
            it has none, and then this is not checked. It raises a `TrackerError` for a file that
            cannot be read, which is then refused.
        base: `http://127.0.0.1:8000`, a server asked in place of the addresses' own, even if it is
            not public; then no other is asked.
        timeout: seconds for each file, with its redirects.
        report: is given one line for each round as it is done.
        today: the date put on record; by default that of now, in UTC.
    Returns:
        One result for each round with an address, in their order; what fails does not stop the
        others.
    Raises:
        FetchError: no round has an address, or `base` is none.
    """
    rounds = [one for one in negotiation.rounds if one.official]
    if not rounds:
        raise FetchError(f"{negotiation.id}: no round of its manifest has an `official` address")
    limits = Limits(allowed_hosts, origin_of(base) if base else "", timeout, max_bytes)
    day = (today or datetime.now(UTC).date()).isoformat()
    results = []
    for one in rounds:
        try:
            result = _fetch_one(one, folder, limits, symbols_in, day)
        except TrackerError as error:
            result = Fetched(one.symbol, "failed", f"not fetched: {error} ({one.official})")
        report(result.line)
        results.append(result)
    return results


def _fetch_one(
    one: Round,
    folder: Path,
    limits: Limits,
    symbols_in: Callable[[Path], str] | None,
    day: str,
) -> Fetched:
    content = download(_address(one.official, limits.origin), limits)
    ending = format_of(content)
    sha256 = hashlib.sha256(content).hexdigest()
    before = _before(folder, one.symbol)
    if before is not None and before.sha256 == sha256 and _stands(folder, one.symbol):
        path = folder / "official" / before.file
        note = f"unchanged since {before.fetched} (SHA-256 {sha256[:12]}…)"
        return Fetched(one.symbol, "unchanged", note, path, sha256, len(content))
    file = f"{file_stem(one.symbol)}.{ending}"
    record = OfficialFile(one.symbol, file, one.official, sha256, len(content), day)
    replaces = before is not None and before.sha256 != sha256
    if before is not None:
        old = (before.sha256,) if replaces else ()
        record = replace(record, earlier=(*before.earlier, *old))
    unchecked: list[str] = []

    def approve(path: Path) -> None:
        first_page = symbols_in(path) if symbols_in else ""
        if not first_page.strip():
            unchecked.append("; its symbol could not be checked")
        elif not bears(first_page, one.symbol):
            raise FetchError(f"its first page does not bear the symbol {one.symbol}")

    path = keep(folder, record, content, approve)
    how = "replaces another file" if replaces else "fetched"
    note = f"{how}, {len(content):,} bytes (SHA-256 {sha256[:12]}…){''.join(unchecked)}"
    return Fetched(one.symbol, "replaced" if replaces else "new", note, path, sha256, len(content))


def _address(official: str, origin: str) -> str:
    """The address to ask: the official one, or the same place on the server `origin`."""
    if not origin:
        return official
    parts = urlsplit(official)
    return origin + parts.path + (f"?{parts.query}" if parts.query else "")


def _before(folder: Path, symbol: str) -> OfficialFile | None:
    try:
        return recorded(folder, symbol)
    except FetchError:
        return None  # a damaged record: the file is taken as if for the first time


def _stands(folder: Path, symbol: str) -> bool:
    try:
        return verified(folder, symbol) is not None
    except FetchError:
        return False  # damaged since: it is written again


def format_of(content: bytes) -> Literal["pdf", "docx"]:
    """What a file is by its bytes, from beginning to end.

    Raises:
        FetchError: it is neither PDF nor Word, or breaks off.
    """
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        # The mark that ends a PDF stands in its last kilobyte; some servers add a little.
        if b"%%EOF" not in content[-2048:]:
            raise FetchError("the PDF breaks off before its end")
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                if "word/document.xml" in archive.namelist():
                    return "docx"
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise FetchError("the Word file breaks off or is damaged") from error
    if not content:
        raise FetchError("the answer is empty")
    is_page = re.match(rb"<(?:!doctype|html|\?xml|head|body|script|!--)", start, re.IGNORECASE)
    what = "a web page (to log in, or an error)" if is_page else "something else"
    raise FetchError(f"the answer is {what}, not a PDF or Word file")


def bears(text: str, symbol: str) -> bool:
    """Whether a text names a document's symbol, and not only that of a revision of it.

    >>> bears("United Nations  A/AC.291/22/ Rev.1", "A/AC.291/22/Rev.1")
    True
    >>> bears("United Nations  A/AC.291/22/Rev.1", "A/AC.291/22")
    False
    """
    found, wanted = _plain(text), _plain(symbol)
    return re.search(rf"(?<![\w/]){re.escape(wanted)}(?![\w/])(?!\.\w)", found) is not None


def _plain(text: str) -> str:
    joined = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return joined.replace(" /", "/").replace("/ ", "/")
