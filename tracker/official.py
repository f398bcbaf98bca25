"""The official files of a negotiation, fetched and kept beside its manifest with a record of each.

In: the folder that they lie in (`official/` beside the manifest, or one that was named) and a
symbol. Out: the file, if there is one and its bytes are those on record. `A_AC.291_22.pdf` has its
record in `A_AC.291_22.json`: address, SHA-256, size, date fetched, and the hashes of what stood
there earlier. The record is written last and removed first, so a file without one is unfinished and
does not count. In another language than the negotiation's it is `A_AC.291_22.ar.pdf`.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from tracker.errors import FetchError

FOLDER = "official"
ENDINGS = {
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "html": "html",
    "xml": "xml",
    "text": "txt",
}
"""The ending of a file's name by what the file is."""


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """The record of one fetched file: `file` is its name, `fetched` an ISO 8601 date, `earlier`
    the SHA-256 of the files it replaced, oldest first; `language` is named where it is not the
    negotiation's."""

    symbol: str
    file: str
    address: str
    sha256: str
    size: int
    fetched: str
    earlier: tuple[str, ...] = ()
    language: str = ""


def file_stem(symbol: str, language: str = "") -> str:
    """The file name for a symbol, without its ending.

    >>> file_stem("A/AC.291/22/Rev.1"), file_stem("A/AC.291/22", "ar")
    ('A_AC.291_22_Rev.1', 'A_AC.291_22.ar')
    """
    return symbol.replace("/", "_") + (f".{language}" if language else "")


def record_path(folder: Path, symbol: str, language: str = "") -> Path:
    """Where the record of a symbol's file stands."""
    return folder / f"{file_stem(symbol, language)}.json"


def recorded(folder: Path, symbol: str, language: str = "") -> OfficialFile | None:
    """The record of a symbol's official file, None if nothing has been fetched.

    Raises:
        FetchError: the record cannot be read or is none.
    """
    path = record_path(folder, symbol, language)
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise FetchError(f"{path}: cannot be read ({error}); {_remedy(path)}") from error
    record = _checked(fields)
    names = {f"{file_stem(symbol, language)}.{ending}" for ending in ENDINGS.values()}
    wanted = (symbol, language)
    if record is None or (record.symbol, record.language) != wanted or record.file not in names:
        raise FetchError(f"{path}: is not the record of {symbol}; {_remedy(path)}")
    return record


def verified(folder: Path, symbol: str, language: str = "") -> Path | None:
    """The fetched official file of a symbol, None if there is none.

    Raises:
        FetchError: its bytes are not those that were fetched.
    """
    record = recorded(folder, symbol, language)
    if record is None:
        return None
    path = folder / record.file
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


def keep(folder: Path, record: OfficialFile, content: Path) -> Path:
    """Put a file in place and write its record, so that whenever this stops there is all or none.

    Args:
        content: the complete file, in `folder` under another name; it is renamed.
    Raises:
        FetchError: the folder cannot be written.
    """
    path = folder / record.file
    note = record_path(folder, record.symbol, record.language)
    try:
        note.unlink(missing_ok=True)
        os.replace(content, path)
        write(note, json.dumps(asdict(record), indent=2, ensure_ascii=False) + "\n")
        for ending in ENDINGS.values():
            other = note.with_name(f"{note.stem}.{ending}")
            if other != path:
                other.unlink(missing_ok=True)
    except OSError as error:
        raise FetchError(f"{path}: cannot be written ({error.strerror})") from error
    return path


def write(path: Path, text: str) -> None:
    """Put a text in place whole or not at all; raises `OSError`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".passing-", suffix=path.suffix)
    passing = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        passing.chmod(0o644)
        os.replace(passing, path)
    except BaseException:
        passing.unlink(missing_ok=True)
        raise


def _checked(fields: object) -> OfficialFile | None:
    """The record that parsed JSON stands for, None if it is not of that shape."""
    if not isinstance(fields, dict):
        return None
    names = ("symbol", "file", "address", "sha256", "fetched")
    texts = [*(fields.get(name) for name in names), fields.get("language", "")]
    size, earlier = fields.get("size"), fields.get("earlier", [])
    if not all(isinstance(text, str) for text in texts) or type(size) is not int:
        return None
    if not isinstance(earlier, list) or not all(isinstance(text, str) for text in earlier):
        return None
    symbol, file, address, sha256, fetched, language = map(str, texts)
    return OfficialFile(symbol, file, address, sha256, size, fetched, tuple(earlier), language)


def _remedy(path: Path) -> str:
    return f"fetch it again, or remove {path.with_suffix('.*').name} to use the bundled text"
