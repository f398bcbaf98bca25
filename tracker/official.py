"""The official files of a negotiation, fetched and kept beside its manifest with a record of each.

In: the manifest's folder and a symbol. Out: the file, if there is one and its bytes are those on
record. `official/A_AC.291_22.pdf` has its record in `official/A_AC.291_22.json`: address, SHA-256,
size, date fetched, and the hashes of what stood there earlier. The record is written last and
removed first, so a file without one is unfinished and does not count.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from tracker.errors import FetchError

FOLDER = "official"
FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """The record of one fetched file: `file` is its name, `fetched` an ISO 8601 date, `earlier`
    the SHA-256 of the files it replaced, oldest first."""

    symbol: str
    file: str
    address: str
    sha256: str
    size: int
    fetched: str
    earlier: tuple[str, ...] = ()


def file_stem(symbol: str) -> str:
    """The file name for a symbol, without its ending.

    >>> file_stem("A/AC.291/22/Rev.1")
    'A_AC.291_22_Rev.1'
    """
    return symbol.replace("/", "_")


def record_path(folder: Path, symbol: str) -> Path:
    """Where the record of a symbol's file stands, under the manifest's folder."""
    return folder / FOLDER / f"{file_stem(symbol)}.json"


def recorded(folder: Path, symbol: str) -> OfficialFile | None:
    """The record of a symbol's official file, None if nothing has been fetched.

    Raises:
        FetchError: the record cannot be read or is none.
    """
    path = record_path(folder, symbol)
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise FetchError(f"{path}: cannot be read ({error}); {_remedy(path)}") from error
    record = _checked(fields)
    names = {f"{file_stem(symbol)}.{ending}" for ending in FORMATS}
    if record is None or record.symbol != symbol or record.file not in names:
        raise FetchError(f"{path}: is not the record of {symbol}; {_remedy(path)}")
    return record


def verified(folder: Path, symbol: str) -> Path | None:
    """The fetched official file of a symbol, None if there is none.

    Raises:
        FetchError: its bytes are not those that were fetched.
    """
    record = recorded(folder, symbol)
    if record is None:
        return None
    path = folder / FOLDER / record.file
    try:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise FetchError(f"{path}: {error.strerror}; {_remedy(path)}") from error
    if found != record.sha256:
        raise FetchError(
            f"{path}: is not the file that was fetched on {record.fetched} "
            f"(SHA-256 {found[:12]}…, on record {record.sha256[:12]}…); {_remedy(path)}"
        )
    return path


def keep(
    folder: Path, record: OfficialFile, content: bytes, approve: Callable[[Path], None]
) -> Path:
    """Write a file and its record, so that whenever this stops there is all of it or none.

    Args:
        approve: is given the complete file under a passing name (with its ending) and raises to
            refuse it; what stood there before then stays.
    Raises:
        FetchError: the folder cannot be written.
    """
    path = folder / FOLDER / record.file
    note = record_path(folder, record.symbol)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _Passing(content, path) as passing:
            approve(passing)
            note.unlink(missing_ok=True)
            os.replace(passing, path)
        text = json.dumps(asdict(record), indent=2, ensure_ascii=False) + "\n"
        with _Passing(text.encode(), note) as passing:
            os.replace(passing, note)
        for ending in FORMATS:
            other = path.with_name(f"{file_stem(record.symbol)}.{ending}")
            if other != path:
                other.unlink(missing_ok=True)
    except OSError as error:
        raise FetchError(f"{path}: cannot be written ({error.strerror})") from error
    return path


class _Passing:
    """`content` in a complete file beside `final`, gone at the end unless it has been renamed."""

    def __init__(self, content: bytes, final: Path) -> None:
        self._content = content
        self._final = final

    def __enter__(self) -> Path:
        handle, name = tempfile.mkstemp(
            dir=self._final.parent, prefix=".passing-", suffix=self._final.suffix
        )
        self._path = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(self._content)
                stream.flush()
                os.fsync(stream.fileno())
            self._path.chmod(0o644)
        except BaseException:
            self._path.unlink()
            raise
        return self._path

    def __exit__(self, *exception: object) -> None:
        self._path.unlink(missing_ok=True)


def _checked(fields: object) -> OfficialFile | None:
    """The record that parsed JSON stands for, None if it is not of that shape."""
    if not isinstance(fields, dict):
        return None
    texts = [fields.get(key) for key in ("symbol", "file", "address", "sha256", "fetched")]
    size, earlier = fields.get("size"), fields.get("earlier", [])
    if not all(isinstance(text, str) for text in texts) or type(size) is not int:
        return None
    if not isinstance(earlier, list) or not all(isinstance(text, str) for text in earlier):
        return None
    symbol, file, address, sha256, fetched = map(str, texts)
    return OfficialFile(symbol, file, address, sha256, size, fetched, tuple(earlier))


def _remedy(path: Path) -> str:
    return f"fetch it again, or remove {path.with_suffix('.*').name} to use the bundled text"
