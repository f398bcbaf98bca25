"""A file that is being downloaded, and may be gone on with.

In: a path. Out: `Partial`, the file under a name of its own, locked, with a note beside it of where
it is from and by what the server tells one version of it from another. Without such a mark there is
nothing to hold the rest against, so nothing is kept. What is left when a program is stopped is
taken up the next time, or thrown away.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from email.message import Message
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tracker.errors import FetchError

_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\*)")


class Partial:
    """The file at `path`, locked while this is open. Afterwards it is gone if it is complete, has
    been refused, or cannot be gone on with."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._note = path.with_name(f"{path.name}.json")
        self._address = self._mark = ""
        self._over = False
        self._file: BinaryIO | None = None

    def __enter__(self) -> Partial:
        """Raises `FetchError` if the folder cannot be written or another process holds the file."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._locked()
        except OSError as error:
            raise self._unwritable(error) from error
        self._take_up()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._file is not None
        if not self.kept:
            self.path.unlink(missing_ok=True)
            self._note.unlink(missing_ok=True)
        self._file.close()

    @property
    def kept(self) -> int:
        """How many bytes there are to go on with another time."""
        return self.size if self._mark and not self._over else 0

    def refuse(self) -> None:
        """Keep nothing: what was received is not the file."""
        self._over = True

    def wanted(self, address: str) -> dict[str, str]:
        """The headers that ask `address` for the rest only, none if there is no beginning."""
        if not self.size or not self._mark or address != self._address:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self._mark}

    def check_rest(self, headers: Message) -> int | None:
        """Hold an answer that says to be the rest, or some of it, against what there is.

        Returns:
            The size of the whole file, None if the server does not say.
        Raises:
            FetchError: it begins somewhere else, or is of another version.
        """
        said = headers.get("Content-Range", "")
        found = _RANGE.fullmatch(said.strip())
        if found is None or int(found[1]) != self.size:
            self.refuse()
            raise FetchError(
                f"asked for the bytes from {self.size:,}, got {said[:60]!a}; fetch again"
            )
        mark = _mark_of(headers)
        if mark and mark != self._mark:
            self.refuse()
            raise FetchError("the server sent the rest of another version; fetch again")
        return None if found[3] == "*" else int(found[3])

    def restart(self, address: str = "", headers: Message | None = None) -> None:
        """Begin anew; with what the server says of the version that is to come."""
        assert self._file is not None
        self.size = 0
        self._address, self._mark = address, _mark_of(headers) if headers is not None else ""
        try:
            self._file.truncate(0)
            self._note.unlink(missing_ok=True)
            if self._mark:
                text = json.dumps({"address": self._address, "mark": self._mark})
                self._note.write_text(text, encoding="utf-8")
        except OSError as error:
            raise self._unwritable(error) from error

    def write(self, chunk: bytes) -> None:
        """Add to the file; raises `FetchError` if the disk is full."""
        assert self._file is not None
        rest = memoryview(chunk)
        try:
            while rest:
                written = self._file.write(rest)
                self.size += written
                rest = rest[written:]
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> FetchError:
        return FetchError(f"{self.path}: cannot be written ({error.strerror})")

    def complete(self, ending: str) -> Path:
        """The whole file, on the disk and under a name with an ending, by which it can be read."""
        assert self._file is not None
        self.refuse()  # from now on it is the file, or nothing
        os.fsync(self._file.fileno())
        whole = self.path.with_name(f"{self.path.name}.{ending}")
        os.replace(self.path, whole)
        whole.chmod(0o644)
        self.path = whole
        return whole

    def _locked(self) -> BinaryIO:
        """The file, open at its end, which no other process has open in this way."""
        while True:
            # Without a buffer, so that what was received is in the file whenever this stops.
            file = self.path.open("ab", buffering=0)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if self.path.exists() and os.path.samestat(
                    os.fstat(file.fileno()), self.path.stat()
                ):
                    return file
            except BlockingIOError as error:
                file.close()
                raise FetchError(f"{self.path}: another process is fetching it") from error
            except BaseException:
                file.close()
                raise
            file.close()  # it was moved away meanwhile

    def _take_up(self) -> None:
        """What a note says of what is there; without one, begin anew."""
        try:
            said = json.loads(self._note.read_text(encoding="utf-8"))
            address, mark = str(said["address"]), str(said["mark"])
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            self.restart()  # there is none, or it is damaged
            return
        if not mark.isascii() or not mark.isprintable():
            self.restart()
            return
        self._address, self._mark, self.size = address, mark, self.path.stat().st_size


def _mark_of(headers: Message) -> str:
    """What tells this version of a file from others: its strong ETag, else its last change."""
    etag = headers.get("ETag", "").strip()
    mark = etag if etag.startswith('"') else headers.get("Last-Modified", "").strip()
    return mark if mark.isascii() and mark.isprintable() and len(mark) <= 500 else ""
