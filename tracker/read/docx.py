"""Word (.docx) → one page with a line for each paragraph.

In: bytes. Out: paragraphs in the order of the document, cells and footnotes in their place, with
the automatic numbers printed out. Tracked changes are kept: inserted text underlined, deleted text
struck, so that nobody takes one side's wish for the draft.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tracker.errors import ReadError
from tracker.read.archive import open_archive
from tracker.read.blocks import BREAK, Look, Sheet, Stretch
from tracker.read.docx_numbering import Numbering, W, integer, numeral, val
from tracker.read.lines import Line
from tracker.read.xml import parse_xml, text_of

Element = etree._Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_INSERTED = {W + "ins", W + "moveTo"}
_DELETED = {W + "del", W + "moveFrom"}
_SKIPPED = {
    W + "rPr", W + "pPr", W + "instrText", W + "delInstrText", W + "sectPr", W + "tblPr",
    W + "tblGrid", W + "trPr", W + "tcPr", W + "sdtPr", W + "sdtEndPr", W + "fldData",
    W + "rt", W + "annotationRef", W + "commentReference", _MC + "Fallback",
}  # fmt: skip
_CHARACTERS = {
    W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "softHyphen": "",
    W + "br": BREAK, W + "cr": BREAK,
}  # fmt: skip


def read_docx(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read a Word document.

    Raises:
        ReadError: what `open_archive` and `parse_xml` refuse, or no Word text in the archive.
    """
    reader = _Reader(open_archive(data, name), name)
    reader.read()
    return reader.sheet.pages, tuple(reader.sheet.lines)


class _Package:
    """Parts of the document, found by relations."""

    def __init__(self, members: dict[str, bytes], name: str) -> None:
        self.members, self.name = members, name
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
        """The tree of a part, `None` if there is no such part."""
        raw = self.members.get(part)
        if raw is None:
            return None
        if _STRICT in raw[:4000]:
            raise ReadError(
                f"{self.name}: saved as Strict Open XML, which is not read; save it as the usual "
                ".docx"
            )
        return parse_xml(raw, f"{self.name} ({part})")


class _Styles:
    """Names, looks and numbers of paragraph and character styles, inherited ones included."""

    def __init__(self, root: Element | None) -> None:
        elements = root.iterchildren(W + "style") if root is not None else ()
        self.elements = {element.get(W + "styleId", ""): element for element in elements}
        self.default = next(
            (
                key
                for key, element in self.elements.items()
                if element.get(W + "default") in ("1", "true")
                and element.get(W + "type") == "paragraph"
            ),
            "",
        )
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self.base = apply(Look(), defaults)

    def chain(self, key: str) -> list[Element]:
        """A style and those it is based on, the most general first."""
        chain: list[Element] = []
        while key in self.elements and self.elements[key] not in chain:
            chain.insert(0, self.elements[key])
            key = val(self.elements[key], "basedOn")
        return chain

    def name(self, key: str) -> str:
        """The name a person sees, `Heading 1`."""
        name = val(self.elements.get(key), "name") or key
        return name.capitalize() if name.startswith("heading ") else name

    def look(self, key: str, look: Look) -> Look:
        """`look` as changed by a style."""
        for element in self.chain(key):
            look = apply(look, element.find(W + "rPr"))
        return look

    def property(self, key: str, tag: str) -> Element | None:
        """A paragraph property, from the style or those it is based on."""
        for element in reversed(self.chain(key)):
            found = element.find(f"{W}pPr/{W}{tag}")
            if found is not None:
                return found
        return None


def apply(look: Look, properties: Element | None) -> Look:
    """`look` as changed by a `w:rPr`."""
    if properties is None:
        return look
    changes: dict[str, bool | float] = {}
    for tag, field in (("b", "bold"), ("i", "italic"), ("strike", "struck"), ("dstrike", "struck")):
        element = properties.find(W + tag)
        if element is not None:
            changes[field] = element.get(W + "val", "1") not in ("0", "false", "off")
    if properties.find(W + "u") is not None:
        changes["underlined"] = val(properties, "u", "single") != "none"
    if properties.find(W + "vertAlign") is not None:
        changes["raised"] = val(properties, "vertAlign") == "superscript"
    size = integer(val(properties, "sz", "0"), 0)
    if size > 0:
        changes["size"] = size / 2
    return replace(look, **changes)  # type: ignore[arg-type]


class _Reader:
    """Reads the parts into one sheet."""

    def __init__(self, members: dict[str, bytes], name: str) -> None:
        self.package = _Package(members, name)
        self.name = name
        self.sheet = Sheet()
        self.relations = self.package.relations(self.package.main)
        self.styles = _Styles(self.part("styles"))
        self.numbering = Numbering.read(self.part("numbering"))
        self.notes = {kind: self.note_texts(kind) for kind in ("footnote", "endnote")}
        self.note_count = {"footnote": 0, "endnote": 0}
        self.pending: list[tuple[str, Element]] = []
        self.boxes: list[Element] = []

    def part(self, kind: str) -> Element | None:
        """The tree of the part of a kind that the main part points at."""
        for found, path in self.relations.values():
            if found == kind:
                return self.package.parse(path)
        return None

    def note_texts(self, kind: str) -> dict[str, Element]:
        """Notes by their id."""
        root = self.part(kind + "s")
        return {note.get(W + "id", ""): note for note in root} if root is not None else {}

    def read(self) -> None:
        """Headers once, the body, footers once."""
        root = self.package.parse(self.package.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise ReadError(
                f"{self.name}: no body in {self.package.main}; the file is not a Word document"
            )
        self.margin("header")
        self.blocks(body, "")
        self.margin("footer")

    def margin(self, kind: str) -> None:
        """Headers or footers, each text once."""
        seen: set[str] = set()
        for found, path in self.relations.values():
            root = self.package.parse(path) if found == kind else None
            said = text_of(root) if root is not None else ""
            if root is not None and said not in seen:
                seen.add(said)
                self.blocks(root, kind)

    def blocks(self, parent: Element, region: str) -> None:
        """Paragraphs and tables, looking through what only wraps them."""
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child, region)
            elif child.tag == W + "tbl":
                self.blocks(child, region or "table")
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self.blocks(child, region)

    def paragraph(self, element: Element, region: str) -> None:
        """One paragraph, then its text boxes and the notes that it calls."""
        properties = element.find(W + "pPr")
        key = val(properties, "pStyle") or self.styles.default
        look = self.styles.look(key, self.styles.base)
        stretches = list(self.inline(element, look))
        label = self.label(properties, key, stretches)
        left, centred = self.place(properties, key)
        self.sheet.add(
            [(label + " ", look), *stretches] if label else stretches,
            style=self.styles.name(key),
            region=region,
            left=left,
            centred=centred,
        )
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box, region)
        pending, self.pending = self.pending, []
        for number, note in pending:
            self.note(number, note)

    def label(self, properties: Element | None, key: str, stretches: list[Stretch]) -> str:
        """The automatic number of a paragraph; an empty paragraph has one too, and counts."""
        own = properties.find(W + "numPr") if properties is not None else None
        styled = self.styles.property(key, "numPr")
        num = val(own, "numId") or val(styled, "numId")
        ilvl = integer(val(own, "ilvl") or val(styled, "ilvl"), -1)
        if num and ilvl < 0:
            found = self.numbering.by_style.get(key)
            ilvl = found[1] if found else 0
        if not num or num == "0":
            return ""
        text = self.numbering.label(num, ilvl)
        return text if any(said.strip() for said, _ in stretches) else ""

    def place(self, properties: Element | None, key: str) -> tuple[float, bool]:
        """Left indent as a share of a page 8.5 inches wide, and whether it is centred."""

        def found(tag: str) -> Element | None:
            own = properties.find(W + tag) if properties is not None else None
            return own if own is not None else self.styles.property(key, tag)

        indent, align = found("ind"), found("jc")
        twips = 0
        if indent is not None:
            twips = integer(indent.get(W + "left", indent.get(W + "start", "0")), 0)
        centred = align is not None and align.get(W + "val") == "center"
        return round(min(max(twips / 12240, 0.0), 1.0), 4), centred

    def inline(self, parent: Element, look: Look) -> Iterator[Stretch]:
        """Stretches of text inside a paragraph."""
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == W + "r":
                style = val(child.find(W + "rPr"), "rStyle")
                shown = apply(self.styles.look(style, look), child.find(W + "rPr"))
                if child.find(f"{W}rPr/{W}vanish") is None:
                    yield from self.inline(child, _tracked(shown, look))
            elif tag in (W + "t", W + "delText"):
                yield child.text or "", look
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag], look
            elif tag == W + "sym":
                yield _symbol(child), look
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                yield self.call(child, tag.removeprefix(W).removesuffix("Reference")), look
            elif tag == W + "txbxContent":
                self.boxes.append(child)
            elif tag in _INSERTED:
                yield from self.inline(child, replace(look, underlined=True))
            elif tag in _DELETED:
                yield from self.inline(child, replace(look, struck=True))
            else:
                yield from self.inline(child, look)

    def call(self, reference: Element, kind: str) -> str:
        """The number of a note, which is then waiting to be read."""
        note = self.notes[kind].get(reference.get(W + "id", ""))
        if note is None:
            return ""
        own = reference.get(W + "customMarkFollows") in ("1", "true")
        number = ""
        if not own:
            self.note_count[kind] += 1
            form = "decimal" if kind == "footnote" else "lowerRoman"
            number = numeral(self.note_count[kind], form)
        self.pending.append((number, note))
        return number

    def note(self, number: str, note: Element) -> None:
        """A footnote or endnote, its number before its first words."""
        for element in note.iter(W + "p"):
            key = val(element.find(W + "pPr"), "pStyle") or self.styles.default
            look = self.styles.look(key, self.styles.base)
            stretches = list(self.inline(element, look))
            if not any(text.strip() for text, _ in stretches):
                continue
            label: list[Stretch] = [(number + " ", look)] if number else []
            number = ""
            self.sheet.add([*label, *stretches], style=self.styles.name(key), region="footnote")


def _tracked(shown: Look, outer: Look) -> Look:
    """The look of a run inside a tracked change keeps the mark of the change."""
    return replace(
        shown,
        struck=shown.struck or outer.struck,
        underlined=shown.underlined or outer.underlined,
    )


def _symbol(element: Element) -> str:
    """A character of a symbol font; its private code says nothing without the font."""
    code = element.get(W + "char", "")
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= point <= 0xF0FF else chr(point) if 32 <= point < 0xD800 else ""
