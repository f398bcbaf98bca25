"""The child processes that PDFium runs in: started, listened to, and ended whatever happens.

In: an open file with a PDF. Out: what `pdf_child` says of each page, in the order of the pages. A
long document is shared by several children, each with the same limits; the first has pages 1, 3,
5 …, the second 2, 4, 6 …, so that none gets far ahead and nothing is kept waiting in memory. What
they say does not depend on how many they are.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from tracker.errors import ReadError
from tracker.read import pdf_child

MOST_OUTPUT = 1 << 30
"""Bytes that the children may say; 1,000 pages of a treaty make 6 MB."""
MOST_LINE = 64 << 20
"""Bytes of one page; a page of a treaty makes 6 kB."""
SHORT = 100 << 10
"""Bytes of a PDF that is not worth a second process."""

_WHY = {
    pdf_child.PASSWORD: "the PDF is encrypted with a password; save a copy without one",
    pdf_child.NOT_A_PDF: "the PDF is damaged, PDFium cannot open it; get the file again",
    pdf_child.TOO_MANY_PAGES: f"the PDF claims more than {pdf_child.MOST_PAGES} pages; "
    "it is damaged or hostile, or must be split",
    pdf_child.BAD_PAGE: "a page of the PDF is damaged; get the file again",
}


def environment() -> dict[str, str]:
    """The environment of a child: it finds this package, wherever it is run from."""
    path = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}


class Reader:
    """Reads one PDF in `processes` children.

    `deadline` is in seconds; each page that was read puts it off by `pdf_child.PAGE_SECONDS`, so
    that a long document has the time it needs and a page that never ends has no more than that.
    `memory` is the address space of each child in bytes.
    """

    def __init__(
        self,
        file: IO[bytes],
        size: int,
        name: str,
        deadline: float,
        memory: int,
        processes: int | None = None,
    ) -> None:
        self.file = file
        self.size = size
        self.name = name
        self.deadline = deadline
        self.memory = memory
        self.processes = processes or self._enough()
        self.end = time.monotonic() + deadline
        self.total = 0

    def _enough(self) -> int:
        return 1 if self.size < SHORT else min(2, os.cpu_count() or 1)

    def pages(self) -> Iterator[bytes]:
        """Each page as its child tells it, a line of JSON; no child lives when this has ended.

        Raises:
            ReadError: a child failed, was too slow, said too much, or took too much memory.
        """
        with ExitStack() as stack:
            self.file.flush()
            children = [
                stack.enter_context(_Child(self, number, self.processes))
                for number in range(self.processes)
            ]
            counts = [int(json.loads(child.next())["pages"]) for child in children]
            for number in range(counts[0]):
                yield children[number % self.processes].next()
                self.end += pdf_child.PAGE_SECONDS
            for child in children:
                child.finish()

    def page(self, number: int) -> bytes:
        """One page, from 1, as a child tells it.

        Raises:
            ReadError: as `pages`, or there is no such page.
        """
        self.file.flush()
        with _Child(self, number - 1, pdf_child.MOST_PAGES) as child:
            count = int(json.loads(child.next())["pages"])
            if not 1 <= number <= count:
                raise ReadError(f"{self.name}: has {count} pages, there is no page {number}")
            return child.next()

    def late(self) -> ReadError:
        """The error of a file that takes too long."""
        return ReadError(
            f"{self.name}: reading the PDF took more than {self.deadline:g} s and was stopped; "
            "the file may be hostile, get it again or allow more time"
        )

    def failure(self, code: int, said: bytes) -> ReadError:
        """What the end of a child means."""
        if code in _WHY:
            return ReadError(f"{self.name}: {_WHY[code]}")
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return self.late()
        if code == pdf_child.OUT_OF_MEMORY or b"MemoryError" in said or code < 0:
            how = f"PDFium ended with {signal.Signals(-code).name}" if code < 0 else "out of memory"
            return ReadError(
                f"{self.name}: {how} (limit {self.memory >> 20} MB); the PDF is damaged or "
                "hostile, get the file again"
            )
        last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
        return ReadError(f"{self.name}: the PDF reader failed with exit code {code}: {last}")


class _Child:
    """One child; a context that ends it."""

    def __init__(self, reader: Reader, first: int, step: int) -> None:
        self.reader = reader
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        arguments = (reader.memory, int(reader.deadline) + 1, first, step)
        self.process = subprocess.Popen(
            [sys.executable, "-P", pdf_child.__file__, *map(str, arguments)],
            stdin=reader.file,  # a file, not a pipe: who does not read it cannot make us wait
            stdout=subprocess.PIPE,
            stderr=self.complaints,
            env=environment(),
        )
        assert self.process.stdout is not None
        self.out = self.process.stdout
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.out, selectors.EVENT_READ)
        self.rest = bytearray()

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.selector.close()
        self.out.close()
        self.complaints.close()

    def next(self) -> bytes:
        """The next line that the child says."""
        seen = 0
        while (at := self.rest.find(b"\n", seen)) < 0:
            seen = len(self.rest)
            block = self._block()
            if not block:
                self._ended()
            self.rest += block
        line = bytes(self.rest[:at])
        del self.rest[: at + 1]
        return line

    def _block(self) -> bytes:
        """Some bytes of what the child says, none at its end."""
        reader = self.reader
        left = reader.end - time.monotonic()
        if left <= 0 or not self.selector.select(left):
            raise reader.late()
        block = self.out.read1(1 << 18)  # type: ignore[attr-defined]
        assert isinstance(block, bytes)
        reader.total += len(block)
        if reader.total > MOST_OUTPUT or len(self.rest) > MOST_LINE:
            raise ReadError(
                f"{reader.name}: the PDF holds more than {MOST_OUTPUT >> 20} MB of text; "
                "it is hostile or not a draft, get the file again"
            )
        return block

    def _ended(self) -> None:
        """The child said less than it should; say why."""
        code = self._code()
        self.complaints.seek(0)
        raise self.reader.failure(code, self.complaints.read()[-2000:])

    def _code(self) -> int:
        try:
            return self.process.wait(max(self.reader.end - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            raise self.reader.late() from None

    def finish(self) -> None:
        """Wait for the end of a child that has said all; it must be a good one."""
        if self._block() or self._code():
            self._ended()
