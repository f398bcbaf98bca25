"""The whole database as a file that is being read by many while it is written to.

In: the path of a database and its state. Out: an open file with a copy as it was at one moment.
One copy is kept as long as the state stays the same, so that a hundred readers cost one copy. It
has no name on the disk: it vanishes with its last reader, whatever ends the process.
"""

from __future__ import annotations

import io
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from tracker.errors import StoreError
from tracker.store.snapshot import copy_to


class _View(io.RawIOBase):
    """A file of which several readers each have their own place."""

    def __init__(self, handle: int) -> None:
        self._handle = os.dup(handle)
        self._size = os.fstat(self._handle).st_size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        read = os.pread(self._handle, len(buffer), self._at)
        buffer[: len(read)] = read
        self._at += len(read)
        return len(read)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def close(self) -> None:
        if not self.closed:
            os.close(self._handle)
        super().close()


@dataclass(slots=True)
class Snapshots:
    """Copies of one database; safe in threads."""

    path: Path
    _lock: Lock = field(default_factory=Lock)
    _copy: _View | None = None
    _state: str = ""

    def open(self, state: str) -> io.BufferedReader:
        """The copy for this state, open for reading; made now if it is not there.

        Raises:
            StoreError: the database cannot be read, or there is no room for a copy.
        """
        with self._lock:
            try:
                if self._copy is None or self._state != state:
                    self._forget()
                    self._copy, self._state = _copied(self.path), state
                return io.BufferedReader(_View(self._copy._handle), 1 << 18)
            except OSError as error:
                raise StoreError(f"{self.path}: cannot be copied: {error.strerror}") from error

    def close(self) -> None:
        """Take the copy away."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        if self._copy is not None:
            self._copy.close()
        self._copy = None


def _copied(path: Path) -> _View:
    with tempfile.TemporaryDirectory(prefix="tracker-copy-") as folder:
        copy = Path(folder) / "copy.db"
        copy_to(path, copy)
        with copy.open("rb") as file:
            return _View(file.fileno())
