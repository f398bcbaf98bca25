"""What a file is, told from its bytes, and whether its name says the same.

In: bytes and a file name. Out: `pdf`, `docx`, `odt`, `html`, `xml`, `markdown`, `json` or `text`;
a `ReadError` when the name says something else, when the kind is one that is not read, or when it
cannot be told.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from tracker.errors import ReadError

KINDS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "xml",
    ".akn": "xml",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}
"""Suffixes of what can be read; any other suffix says nothing and the content decides."""

_SAYS = {
    "pdf": "PDF",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "html": "HTML",
    "xml": "XML",
    "text": "plain text",
    "markdown": "Markdown",
    "json": "JSON",
    "zip": "a ZIP archive",
    "gzip": "a gzip archive",
    "ole": "an old Word document (.doc) or an encrypted Office file",
    "rtf": "RTF",
    "image": "an image",
    "sqlite": "a SQLite database",
    "binary": "binary data",
}
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"SQLite format 3\0", "sqlite"),
)
_ADVICE = {
    "ole": "remove its password or save it as .docx",
    "rtf": "save it as .docx",
    "gzip": "unpack it first",
    "image": "run OCR and use its result",
}
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|table)[\s>/]", re.I)
_XML = re.compile(r"<[A-Za-z_][\w.\-]*(?::[\w.\-]+)?(?:\s|/?>)")
_COMMENT = re.compile(r"<!--.*?-->\s*", re.S)
_HEADING = re.compile(r"^#{1,6} \S", re.M)
HEADINGS = 3
"""Headings marked by `#` in a text that somebody typed as Markdown, whatever its suffix."""

_DOCTYPE = re.compile(r"<!doctype\s+(html\b)?", re.I)


def kind_of(data: bytes) -> str:
    """The kind of a file by its content: one of those above, or `zip`, `gzip`, `ole`, …

    >>> kind_of(b"%PDF-1.7"), kind_of(b"Article 1"), kind_of(b"<!DOCTYPE html><p>x</p>")
    ('pdf', 'text', 'html')
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _zip_kind(data) if kind == "zip" else kind
    # The standard lets up to 1,024 bytes stand before the header, and mail gateways use that.
    if b"%PDF-" in data[:1024]:
        return "pdf"
    head = _head(data)
    if "\0" in head:
        return "binary"
    return _markup_kind(head)


def _head(data: bytes) -> str:
    """The first characters, near enough to look for markup."""
    start = data[:65536]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace").lstrip("\ufeff").lstrip()
    return start.decode("utf-8", "replace").lstrip("\ufeff").lstrip()


def _markup_kind(head: str) -> str:
    declared = head.startswith("<?xml")
    if declared:
        head = head.partition("?>")[2].lstrip()
    head = _COMMENT.sub("", head[:20000]).lstrip() if head.startswith("<!--") else head
    doctype = _DOCTYPE.match(head)
    if doctype:
        return "html" if doctype.group(1) else "xml"
    if _HTML.match(head):
        return "html"
    if declared or head.startswith("<?"):
        return "xml"
    if head.startswith("<!--"):
        return "html"
    return "xml" if _XML.match(head) else "text"


def _zip_kind(data: bytes) -> str:
    """Word, OpenDocument or another archive, by the names of members near the start and end."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    directory = data[:8192] + data[-131072:]
    if b"word/document" in directory or b"[Content_Types].xml" in directory:
        return "docx"
    if b"content.xml" in directory and b"META-INF/manifest.xml" in directory:
        return "odt"
    return "zip"


def check_kind(data: bytes, name: str) -> str:
    """The kind to read a file as.

    Raises:
        ReadError: content and name disagree, or nothing here reads that kind.
    """
    found = kind_of(data)
    said = KINDS.get(PurePath(name).suffix.lower())
    if found == "text" and said in (None, "text", "markdown"):
        marked = len(_HEADING.findall(_head(data))) >= HEADINGS
        return "markdown" if said == "markdown" or marked else "text"
    if found in ("html", "xml") and said == "markdown":
        return "markdown"  # Markdown may begin with a tag
    if found == "html" and said == "xml":
        return "xml"  # XHTML is XML; a `.xml` of that kind is refused by the XML reader, or read
    if said == "text" and found in ("html", "xml") and not _is_document(data):
        return "text"  # a draft that begins with `<` for another reason
    if found == "text" and said in ("html", "json"):
        return said
    if found == said or (said is None and found in KINDS.values()):
        return found
    is_what = _SAYS[found]
    advice = _ADVICE.get(found, "get the file again, or give it the right suffix")
    if said is None:
        raise ReadError(f"{name}: {is_what}, which cannot be read; {advice}")
    raise ReadError(
        f"{name}: the content is {is_what}, not {_SAYS[said]} as its name says; {advice}"
    )


def _is_document(data: bytes) -> bool:
    """Whether markup is a whole document: declared, or with its end tag at the end."""
    head = _head(data[:4096]).lower()
    return head.startswith(("<?xml", "<!doctype", "<html")) or data.rstrip().endswith(b">")
