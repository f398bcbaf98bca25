"""The parts of a Word file and how they point at each other.

In: the members of an archive. Out: `Package`: the main part, what each part points at, and their
trees. A file saved as Strict Open XML has other name spaces for the same elements; they are given
their usual names here, so that nobody else has to know.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from tracker.errors import ReadError
from tracker.read.xml import parse_xml

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = {
    "wordprocessingml/main": W[1:-1],
    "officeDocument/math": M[1:-1],
    "officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "drawingml/wordprocessingDrawing": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}
"""Name spaces of the strict form, after `_STRICT`, and the usual ones (ISO 29500 parts 1 and 4)."""


class Package:
    """Parts of the document, found by relations."""

    def __init__(self, members: dict[str, bytes], name: str) -> None:
        self.members, self.name = members, name
        self.trees: dict[str, Element] = {}
        targets = self.relations("")
        found = [part for kind, part in targets.values() if kind == "officeDocument"]
        self.main = found[0] if found else "word/document.xml"
        if self.main not in members:
            raise ReadError(
                f"{name}: no Word text in the archive ({self.main} is missing); the file is "
                "damaged or of another kind, get it again"
            )

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → kind and member, for the parts that `part` points at."""
        folder, base = posixpath.split(part)
        raw = self.members.get(posixpath.join(folder, "_rels", base + ".rels"))
        if raw is None:
            return {}
        found: dict[str, tuple[str, str]] = {}
        root = parse_xml(raw, f"{self.name} (relations of {part or 'the package'})")
        for relation in root.iterchildren(_PACKAGE + "Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = posixpath.normpath(posixpath.join("/" + folder, target))
            if target.count("..") > part.count("/"):
                raise ReadError(
                    f"{self.name}: a relation leads out of the archive ({target!r}); the file is "
                    "hostile"
                )
            kind = relation.get("Type", "").rpartition("/")[2]
            found[relation.get("Id", "")] = (kind, path.lstrip("/"))
        return found

    def parse(self, part: str) -> Element | None:
        """The tree of a part, parsed once; `None` if there is no such part."""
        if part in self.trees:
            return self.trees[part]
        raw = self.members.get(part)
        if raw is None:
            return None
        root = parse_xml(raw, f"{self.name} ({part})")
        if _STRICT.encode() in raw:
            _to_usual(root)
        self.trees[part] = root
        return root


def _to_usual(root: Element) -> None:
    """Give elements and attributes of the strict name spaces their usual names."""
    for element in root.iter(etree.Element):
        element.tag = _usual(str(element.tag))
        for key, said in element.attrib.items():
            usual = _usual(str(key))
            if usual != key:
                del element.attrib[key]
                element.set(usual, said)


def _usual(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return name
    space, _, local = name[1 + len(_STRICT) :].partition("}")
    return f"{{{_USUAL[space]}}}{local}" if space in _USUAL else name
