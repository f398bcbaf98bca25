"""Styles of Word documents: how a paragraph or a run of text looks.

In: the tree of `styles.xml`, and `w:rPr` elements. Out: `Look`s, names of styles, and paragraph
properties that a style or one it is based on gives. Source: ECMA-376 part 1, 17.7.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tracker.read.blocks import Look
from tracker.read.docx_numbering import integer, val
from tracker.read.docx_package import W
from tracker.read.limits import based_on

Element = etree._Element

_OFF = ("0", "false", "off")
_TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "strike": "struck",
    W + "dstrike": "struck",
    W + "vanish": "hidden",
}


class Styles:
    """Names, looks and numbers of paragraph and character styles, inherited ones included."""

    def __init__(self, root: Element | None, name: str = "") -> None:
        self.file = name
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
        self.looks: dict[tuple[str, Look], Look] = {}
        self.chains: dict[str, list[Element]] = {}
        self.properties: dict[tuple[str, str], Element | None] = {}

    def chain(self, key: str) -> list[Element]:
        """A style and those it is based on, the most general first.

        Raises:
            ReadError: more styles than `based_on` allows.
        """
        if key not in self.chains:
            up = based_on(self.elements, key, lambda style: val(style, "basedOn"), self.file)
            self.chains[key] = up[::-1]
        return self.chains[key]

    def name(self, key: str) -> str:
        """The name a person sees, `Heading 1`."""
        name = val(self.elements.get(key), "name") or key
        return name.capitalize() if name.startswith("heading ") else name

    def look(self, key: str, look: Look) -> Look:
        """`look` as changed by a style."""
        if not key:
            return look
        found = self.looks.get((key, look))
        if found is None:
            found = look
            for element in self.chain(key):
                found = apply(found, element.find(W + "rPr"))
            self.looks[key, look] = found
        return found

    def property(self, key: str, tag: str) -> Element | None:
        """A paragraph property, from the style or those it is based on."""
        if (key, tag) not in self.properties:
            path = f"{W}pPr/{W}{tag}"
            said = (element.find(path) for element in reversed(self.chain(key)))
            self.properties[key, tag] = next((one for one in said if one is not None), None)
        return self.properties[key, tag]

    def numbering(
        self, properties: Element | None, key: str, *, then: bool = False
    ) -> tuple[str, int]:
        """The list and level (from 0; -1 if only the list is said) of a paragraph; `""` for none.

        A paragraph that says one of the two takes the other from its style; with `then` it says
        nothing that was inserted by a tracked change.
        """
        own = properties.find(W + "numPr") if properties is not None else None
        if then and own is not None and own.find(W + "ins") is not None:
            own = None
        styled = self.property(key, "numPr")
        num = val(own, "numId") or val(styled, "numId")
        ilvl = integer(val(own, "ilvl") or val(styled, "ilvl"), -1)
        return ("" if num == "0" else num), ilvl


def apply(look: Look, properties: Element | None) -> Look:
    """`look` as changed by a `w:rPr`."""
    changes: dict[str, bool | float] = {}
    for element in properties if properties is not None else ():
        said = element.get(W + "val", "")
        field = _TOGGLES.get(str(element.tag))
        if field:
            changes[field] = said not in _OFF
        elif element.tag == W + "u":
            changes["underlined"] = said != "none"
        elif element.tag == W + "vertAlign":
            changes["raised"] = said == "superscript"
        elif element.tag == W + "sz":
            size = integer(said.removesuffix("pt"), 0)
            if size > 0:
                changes["size"] = size if said.endswith("pt") else size / 2
    if not changes:
        return look
    # A run in a tracked change keeps the mark of the change, whatever it says of itself.
    if look.change:
        changes["struck"] = bool(changes.get("struck")) or look.struck
        changes["underlined"] = look.underlined
    return replace(look, **changes)  # type: ignore[arg-type]
