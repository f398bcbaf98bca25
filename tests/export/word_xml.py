"""What a Word file says with all its changes accepted, and with all rejected, by its own XML.

In: the bytes of a DOCX. Out: its paragraphs. A second reading of the standard (ECMA-376 part 1,
17.13.5), written for the tests: an inserted end of a paragraph goes when changes are rejected, a
deleted one when they are accepted, and the paragraph goes on in the next.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}


def part(raw: bytes, name: str) -> etree._Element:
    """The tree of one part."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read(name))


def settled(raw: bytes, what: str) -> list[str]:
    """The paragraphs, what = `accept` or `reject`."""
    body = part(raw, "word/document.xml").find(f"{W}body")
    assert body is not None
    found = [""]
    for paragraph in body.iterchildren(f"{W}p"):
        found[-1] += _words(paragraph, what)
        if not _goes(paragraph.find(f"{W}pPr/{W}rPr"), what):
            found.append("")
    return found


def _goes(element: etree._Element | None, what: str) -> bool:
    """Whether an element holds a change by which what it is of goes."""
    return element is not None and any(element.find(W + one) is not None for one in GONE[what])


def _words(parent: etree._Element, what: str) -> str:
    said = ""
    for child in parent:
        tag = etree.QName(child).localname
        if tag in GONE[what] or tag in ("pPr", "rPr"):
            continue
        if tag in ("t", "delText"):
            said += child.text or ""
        elif tag in ("tab", "br"):
            said += "\t" if tag == "tab" else "\n"
        else:
            said += _words(child, what)
    return said
