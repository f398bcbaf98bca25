"""What a file is that was received, told by its bytes, and whether it is the one asked for.

In: bytes, or the text of a first page. Out: the kind of file; whether the page bears a symbol. What
a server says of its answer counts for nothing.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

from tracker.errors import FetchError

USUAL = ("pdf", "docx", "odt")
"""What an official document may be without its manifest saying so. A web page is mostly one to log
in, or an error, so it must have been asked for."""

_SAYS = {
    "pdf": "a PDF",
    "docx": "a Word file",
    "odt": "an OpenDocument text",
    "html": "a web page (to log in, or an error)",
    "xml": "XML",
    "text": "plain text",
}
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|!--)", re.IGNORECASE)


def format_of(content: bytes) -> str:
    """What a file is, from beginning to end: `pdf`, `docx`, `odt`, `html`, `xml` or `text`.

    Raises:
        FetchError: it is none of these, or breaks off.
    """
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        # The mark that ends a PDF stands in its last kilobyte; some servers add a little.
        if b"%%EOF" not in content[-2048:]:
            raise FetchError("the PDF breaks off before its end")
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _in_archive(content)
    if not content:
        raise FetchError("the answer is empty")
    if _PAGE.match(start) or (start.startswith(b"<?xml") and b"<html" in start.lower()):
        return "html"
    if re.match(rb"<[?A-Za-z]", start):
        return "xml"
    try:
        if "\0" not in content.decode("utf-8"):
            return "text"
    except UnicodeDecodeError:
        pass  # not text: the error below
    raise FetchError("the answer is something else, not a PDF or Word file")


def _in_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FetchError("the Word file breaks off or is damaged") from error
    if "word/document.xml" in names:
        return "docx"
    if {"content.xml", "mimetype"} <= names:
        return "odt"
    raise FetchError("the answer is an archive, not a PDF or Word file")


def check_format(found: str, wanted: str) -> None:
    """Hold what a file is against what it must be (`""`: one of the usual).

    Raises:
        FetchError: it is something else.
    """
    if wanted and found != wanted:
        raise FetchError(f"the answer is {_SAYS[found]}, not {_SAYS[wanted].split(' (')[0]}")
    if not wanted and found not in USUAL:
        raise FetchError(
            f"the answer is {_SAYS[found]}, not a PDF or Word file "
            "(`format` in the manifest allows it)"
        )


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
