"""XML, parsed safely, and its characters as the one page.

In: bytes of an XML file. Out: `parse_xml` gives the tree; `read_xml` gives the file's characters as
page 1, so that offsets are offsets in the file, and no lines: an ingester of XML walks the tree.
A DOCTYPE that declares anything is refused: entities can blow up, read files, or cut text without
a word. One that only names an external DTD, as bills of the US Congress have, declares nothing as
long as that DTD is not loaded: it is taken out before the parser sees it, so an entity that the DTD
may have declared is an error, not silence.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from tracker.errors import ReadError
from tracker.read.lines import Line

DEEPEST = 250
"""Nesting; libxml2 and recursion in Python stop somewhat past it. Real acts need 30."""

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._\-]{1,40})["']""")
_KNOWN = re.compile(r"utf-?8|us-ascii|ascii|iso-?8859-\d{1,2}|windows-125\d|latin-?1", re.I)
_QUOTED = r"""(?:"[^"<>\[\]&]*"|'[^'<>\[\]&]*')"""
_EXTERNAL = re.compile(
    rf"<!DOCTYPE\s+[^\s<>\[\]\"'&]+\s+(?:PUBLIC\s+{_QUOTED}\s+|SYSTEM\s+){_QUOTED}\s*>"
)
"""A DOCTYPE with the address of a DTD, and nothing in brackets."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def decode_xml(raw: bytes, name: str) -> str:
    """The characters of an XML file, line ends as `\\n` (as every XML parser gives them).

    Raises:
        ReadError: bytes that are not in the declared encoding (UTF-8 unless said), NUL or control
            characters, an encoding that is not known here, gzip.
    """
    if raw.startswith(b"\x1f\x8b"):
        raise ReadError(f"{name}: a gzip archive, not XML as its name says; unpack it first")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codec = "utf-16"
    else:
        said = _DECLARED.match(raw.removeprefix(codecs.BOM_UTF8))
        codec = said.group(1).decode("ascii") if said else "utf-8"
        if not _KNOWN.fullmatch(codec):
            raise ReadError(f"{name}: the encoding {codec} is not known; save the file as UTF-8")
        if codec.lower().replace("-", "") == "utf8":
            codec = "utf-8-sig"
    try:
        text = raw.decode(codec)
    except LookupError as error:
        message = f"{name}: the encoding {codec} is not known; save the file as UTF-8"
        raise ReadError(message) from error
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReadError(
            f"{name}: not {codec.removesuffix('-sig').upper()}: byte 0x{raw[error.start]:02X} at "
            f"position {error.start} (line {line}); get the file again or correct its encoding"
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = _CONTROL.search(text)
    if wrong:
        line = text.count("\n", 0, wrong.start()) + 1
        raise ReadError(
            f"{name}: control character U+{ord(wrong.group()):04X} in line {line}, which XML does "
            "not allow; get the file again"
        )
    return text


def parse_xml(raw: bytes, name: str) -> etree._Element:
    """The root element of an XML file.

    Nothing is fetched, included or expanded. `name` is what the messages call the file.

    Raises:
        ReadError: not well-formed (with the line), a DOCTYPE that is more than the address of a
            DTD, an entity, nested deeper than `DEEPEST`, a text or attribute of more than 10 MB,
            or not decodable (`decode_xml`).
    """
    text = decode_xml(raw, name)
    if not text.strip():
        raise ReadError(f"{name}: the file is empty; get the file again")
    text = _without_doctype(text, name)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        why = " ".join(str(error.msg or error).split())
        if "depth" in why:
            raise _too_deep(name, line) from error
        if why.startswith("Entity"):
            raise ReadError(
                f"{name}: not well-formed XML, line {line}: {why}: no DTD is loaded that may say "
                "what it stands for; put the character in its place"
            ) from error
        raise ReadError(
            f"{name}: not well-formed XML, line {line}: {why}; the file is truncated or damaged, "
            "get it again"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(name, 1)
    _refuse_depth(root, name)
    return root


def text_of(element: etree._Element) -> str:
    """All characters inside an element."""
    return "".join(str(part) for part in element.itertext())


def _without_doctype(text: str, name: str) -> str:
    """The text without a DOCTYPE that declares nothing; its lines stay where they were. Any other
    is refused. A DOCTYPE stands before the first element, past comments and instructions."""
    at, taken = 0, False
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at + 4)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            external = _EXTERNAL.match(text, at)
            if external is None or taken:
                raise _doctype(name, text.count("\n", 0, at) + 1)
            taken = True
            text = text[:at] + "\n" * external.group().count("\n") + text[external.end() :]
            continue
        else:
            return text
        if end < 0:
            return text  # the parser says what is wrong
        at = text.index(">", end) + 1


def _doctype(name: str, line: int) -> ReadError:
    return ReadError(
        f"{name}: a DOCTYPE in line {line} that is more than the address of a DTD: declarations "
        "and entities are not read, as they can hide or multiply text; save the file without it"
    )


def _refuse_depth(root: etree._Element, name: str) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise _too_deep(name, element.sourceline or 1)


def _too_deep(name: str, line: int) -> ReadError:
    return ReadError(
        f"{name}: elements nested deeper than {DEEPEST}, line {line}; the file is damaged or "
        "hostile, get it again"
    )


def read_xml(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Check the XML and give its characters as page 1, without lines.

    Raises:
        ReadError: see `parse_xml`.
    """
    parse_xml(data, name)
    return (decode_xml(data, name),), ()
