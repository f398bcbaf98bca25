"""The errors that a person can do something about.

    TrackerError                  shown in one line; the command exits 1
    ├── ManifestError             a manifest is missing or wrong (a line for each fault)
    ├── FetchError                an official file could not be had, or is another
    ├── ReadError                 a file could not be turned into lines of text
    ├── IngestError               lines of text could not be turned into a draft
    │   ├── NoIngester            no drafting convention recognises the document
    │   ├── AmbiguousIngester     two conventions recognise it equally well
    │   └── StructureError        the document contradicts its own convention
    ├── AknError                  a file is not valid Akoma Ntoso, or not of ours
    ├── AlignmentError            two drafts that cannot be compared
    ├── StoreError                the database cannot take or give what was asked
    └── ExportError               a text cannot be put into a file of the format that was asked for

A message says what went wrong, where (file, page, line), why, and what to do. Anything that is not
a `TrackerError` is a fault of the program and keeps its traceback.
"""

from __future__ import annotations


def printable(text: str) -> str:
    """A text in one line that a terminal only shows: a file's name may hold what steers it.

    >>> print(printable("a\\x1b[31m.pdf: no\\n such file"))
    a\\x1b[31m.pdf: no such file
    """
    shown = " ".join(text.split())
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown)


class TrackerError(Exception):
    """Base of every error that is shown in one line."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What to show: one line, for all but a manifest with several faults."""
        return (printable(str(self)),)


class ManifestError(TrackerError):
    """A manifest is missing or wrong: one argument, and one line, for each fault."""

    def __str__(self) -> str:
        return "\n".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(printable(str(fault)) for fault in self.args)


class FetchError(TrackerError):
    """An official file could not be had, or is not what was asked for."""


class ReadError(TrackerError):
    """A file could not be turned into lines of text."""


class IngestError(TrackerError):
    """Lines of text could not be turned into a draft."""


class NoIngester(IngestError):
    """No drafting convention recognises the document."""


class AmbiguousIngester(IngestError):
    """Two drafting conventions recognise the document equally well."""


class StructureError(IngestError):
    """The document contradicts its own drafting convention."""


class AknError(TrackerError):
    """Not valid Akoma Ntoso, or not a document of ours."""


class AlignmentError(TrackerError):
    """Two drafts that cannot be compared."""


class StoreError(TrackerError):
    """The database cannot take or give what was asked."""


class ExportError(TrackerError):
    """A text cannot be put into a file of the format that was asked for."""
