"""Official files, by symbol and language, from where the manifest or a pattern says they are.

In: what to fetch (`orders`, from a manifest or from a symbol alone) and the folder for it. Out: the
files, each with a record of its hash; those in `official/` beside a manifest `tracker build` reads
in place of the bundled texts. A login page, half a file, another document, another type or hash
than the manifest's is refused; what was there before stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from tracker.download import Limits, download, origin_of
from tracker.errors import FetchError, TrackerError
from tracker.fetched_type import bears, check_format, format_of
from tracker.language import language_of
from tracker.official import ENDINGS, OfficialFile, file_stem, keep, recorded, verified
from tracker.orders import HOSTS, Order, address_of, hosts_of, orders
from tracker.partial import Partial

__all__ = ["HOSTS", "Fetched", "Mismatch", "Order", "address_of", "fetch", "hosts_of", "orders"]

TIMEOUT = 60.0
MAX_BYTES = 50_000_000

Status = Literal["new", "unchanged", "replaced", "failed"]
Mismatch = Literal["hash", "symbol"]
"""What a person may accept that is not as it should be: another SHA-256 than the manifest's, or a
first page without the symbol."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one file: `note` says it in words; `path` is None if it failed."""

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


@dataclass(frozen=True, slots=True)
class _Rules:
    limits: Limits
    symbols_in: Callable[[Path], str] | None
    accept: Collection[Mismatch]
    day: str


def fetch(
    wanted: Sequence[Order],
    folder: Path,
    *,
    symbols_in: Callable[[Path], str] | None = None,
    accept: Collection[Mismatch] = (),
    base: str | None = None,
    hosts: Collection[str] = (),
    timeout: float = TIMEOUT,
    max_bytes: int = MAX_BYTES,
    report: Callable[[str], None] = lambda line: None,
    today: date | None = None,
) -> list[Fetched]:
    """Download official files.

    Args:
        folder: where the files and their records are put.
        symbols_in: gives the text of a file's first page, in which the symbol must stand; `""` if
            it has none, and then this is not checked. It raises a `TrackerError` for a file that
            cannot be read, which is then refused.
        accept: take a file all the same whose hash or symbol is another.
        base: `http://127.0.0.1:8000`, a server asked in place of the addresses' own, even if it is
            not public; then no other is asked.
        hosts: those that may be asked, besides `HOSTS`.
        timeout: seconds for each file, with its redirects.
        report: is given one line for each file as it is done.
        today: the date put on record; by default that of now, in UTC.
    Returns:
        One result for each, in their order; what fails does not stop the others.
    Raises:
        FetchError: `base` is no address.
    """
    origin = origin_of(base) if base else ""
    limits = Limits((*HOSTS, *hosts), origin, timeout, max_bytes)
    day = (today or datetime.now(UTC).date()).isoformat()
    rules = _Rules(limits, symbols_in, accept, day)
    results = []
    for one in wanted:
        try:
            result = _fetch_one(one, folder, rules)
        except TrackerError as error:
            result = Fetched(one.symbol, "failed", f"not fetched: {error} ({one.address})")
        report(result.line)
        results.append(result)
    return results


def _fetch_one(one: Order, folder: Path, rules: _Rules) -> Fetched:
    stem = file_stem(one.symbol, one.suffix)
    with Partial(folder / f".partial-{stem}") as part:
        download(_asked(one.address, rules.limits.origin), rules.limits, part)
        return _place(one, folder, part, rules)


def _place(one: Order, folder: Path, part: Partial, rules: _Rules) -> Fetched:
    """Put a file that was received in its place, if it is what was asked for."""
    part.refuse()  # complete, so not to be gone on with if it turns out to be another
    content = part.path.read_bytes()
    found = format_of(content)
    whole = part.complete(ENDINGS[found])
    check_format(found, one.format)
    sha256, size = hashlib.sha256(content).hexdigest(), len(content)
    notes = _check_hash(one, sha256, rules.accept)
    before = _before(folder, one)
    if before is not None and before.sha256 == sha256 and _stands(folder, one):
        note = f"unchanged since {before.fetched} (SHA-256 {sha256[:12]}…)"
        path = folder / before.file
        return Fetched(one.symbol, "unchanged", note + notes, path, sha256, size)
    notes += _check_page(one, whole, rules)
    file = f"{file_stem(one.symbol, one.suffix)}.{ENDINGS[found]}"
    record = OfficialFile(
        one.symbol, file, one.address, sha256, size, rules.day, language=one.suffix
    )
    replaces = before is not None and before.sha256 != sha256
    if before is not None:
        old = (before.sha256,) if replaces else ()
        record = replace(record, earlier=(*before.earlier, *old))
    path = keep(folder, record, whole)
    how = "replaces another file" if replaces else "fetched"
    note = f"{how}, {size:,} bytes (SHA-256 {sha256[:12]}…){notes}"
    return Fetched(one.symbol, "replaced" if replaces else "new", note, path, sha256, size)


def _check_hash(one: Order, sha256: str, accept: Collection[Mismatch]) -> str:
    if not one.sha256 or one.sha256 == sha256:
        return ""
    if "hash" in accept:
        return f"; accepted, though the manifest gives SHA-256 {one.sha256[:12]}…"
    raise FetchError(
        f"its SHA-256 is {sha256}, and the manifest's {one.sha256}; --accept hash takes it"
    )


def _check_page(one: Order, path: Path, rules: _Rules) -> str:
    """Hold the first page against what was asked for; what to say of it in the note."""
    page = rules.symbols_in(path) if rules.symbols_in else ""
    if not page.strip():
        return "; its symbol could not be checked"
    notes = ""
    if not bears(page, one.symbol):
        if "symbol" not in rules.accept:
            raise FetchError(
                f"its first page does not bear the symbol {one.symbol} but begins "
                f"“{' '.join(page.split())[:60]}”; --accept symbol takes it"
            )
        notes = "; accepted, though its first page does not bear the symbol"
    spoken = language_of(page)
    if spoken and one.language and spoken != one.language:
        notes += f"; its first page is in {spoken}, not in {one.language}"
    return notes


def _asked(address: str, origin: str) -> str:
    """The address to ask: the official one, or the same place on the server `origin`."""
    if not origin:
        return address
    parts = urlsplit(address)
    return origin + parts.path + (f"?{parts.query}" if parts.query else "")


def _before(folder: Path, one: Order) -> OfficialFile | None:
    try:
        return recorded(folder, one.symbol, one.suffix)
    except FetchError:
        return None  # a damaged record: the file is taken as if for the first time


def _stands(folder: Path, one: Order) -> bool:
    try:
        return verified(folder, one.symbol, one.suffix) is not None
    except FetchError:
        return False  # damaged since: it is written again
