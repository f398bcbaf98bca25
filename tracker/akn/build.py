"""Write a draft as Akoma Ntoso 3.0.

In: a `Draft`. Out: the bytes of a `bill`, the same for the same draft, valid by the strict schema.
Provisions go where the standard wants them: the long title in the preface, recitals, citations
and formulas in the preamble, chapters and articles in the body, annexes in attachments, each a
document of its own. One that stands where the standard does not let its kind stand (points in a
recital) becomes a general container that carries its kind as its name, so nothing is refused for
its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import cast

from lxml import etree

from tracker.akn import fit, frbr, record
from tracker.akn.inline import fill
from tracker.akn.names import AKN, GROUPS, HIERARCHY, TEXT, akn
from tracker.akn.validate import faults
from tracker.errors import AknError
from tracker.model import Draft, Mark, Provision

ALLOWED = {
    "preface": ("longTitle", "formula"),
    "preamble": ("formula",),
    "conclusions": ("longTitle", "formula"),
}
"""Which provisions of plain blocks may stand in which parts under their own names."""


def build(draft: Draft, country: str = "zz") -> bytes:
    """The draft as Akoma Ntoso 3.0, UTF-8, indented; `parse` gives the same draft back.

    Ingesters give stripped texts with single spaces and a line break between blocks; nothing here
    relies on that: any text comes back to the letter. `country` is the ISO 3166 code for the
    identifiers (`zz`: international).

    Raises:
        AknError: the draft cannot be XML or is no tree: a control character, a date that is none,
            an eId that is empty, has white space or stands twice, a provision before its parent.
    """
    fit.check_characters(draft, country)
    fit.check_tree(draft)
    frbr.check_date(draft)
    root = etree.Element(akn("akomaNtoso"), nsmap=cast("dict[str, str]", {None: AKN}))
    bill = etree.SubElement(root, akn("bill"), name="draft")
    _Writer(draft, country).document(bill, None)
    fit.check_depth(root, draft)
    _indent(root, 0)
    found = faults(root)
    if found:
        raise AknError(f"{draft.symbol}: cannot be written as Akoma Ntoso: {found[0]}")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


class _Writer:
    """Places the provisions of one draft."""

    def __init__(self, draft: Draft, country: str) -> None:
        self._draft = draft
        self._country = country
        self._inner: dict[str | None, list[Provision]] = defaultdict(list)
        for provision in draft.provisions:
            self._inner[provision.parent].append(provision)
        taken = {provision.eid for provision in draft.provisions}
        self._tracker = _free("tracker", taken)
        self._author = _free("negotiators", taken)

    def document(self, element: etree._Element, annex: Provision | None) -> None:
        """Fill a `bill` with all provisions at the top, or the `doc` of an annex with its own."""
        self._meta(element, annex)
        places: dict[str, list[Provision]] = defaultdict(list)
        for provision in self._inner[annex.eid if annex else None]:
            places[_place(provision.kind, after_body=bool(places["body"]))].append(provision)
        if places["preface"]:
            self._front(etree.SubElement(element, akn("preface")), places["preface"])
        if places["preamble"]:
            self._front(etree.SubElement(element, akn("preamble")), places["preamble"])
        self._body(element, annex, places["body"])
        if places["conclusions"]:
            self._conclusions(element, places["conclusions"])
        if places["attachments"]:
            attachments = etree.SubElement(element, akn("attachments"))
            for provision in places["attachments"]:
                self._attachment(attachments, provision)

    def _meta(self, element: etree._Element, annex: Provision | None) -> None:
        meta = etree.SubElement(element, akn("meta"))
        component = annex.eid if annex else "main"
        meta.append(
            frbr.identification(
                self._draft,
                self._country,
                component=component,
                source=self._tracker,
                author=self._author,
            )
        )
        if annex:
            return
        references = etree.SubElement(meta, akn("references"), source=f"#{self._tracker}")
        for eid, name in ((self._tracker, "negotiation-tracker"), (self._author, "Negotiators")):
            organisation = etree.SubElement(references, akn("TLCOrganization"), eId=eid)
            organisation.set("href", f"/akn/ontology/organization/{name}")
            organisation.set("showAs", name)
        proprietary = etree.SubElement(meta, akn("proprietary"), source=f"#{self._tracker}")
        proprietary.append(record.write(self._draft))

    def _front(self, element: etree._Element, provisions: list[Provision]) -> None:
        """Preface and preamble: runs of recitals, and of citations, in a wrapper."""
        group: etree._Element | None = None
        for provision in provisions:
            wrapper = GROUPS.get(provision.kind)
            if wrapper is None:
                group = None
                self._block(element, provision)
                continue
            if group is None or group.tag != akn(wrapper):
                group = etree.SubElement(element, akn(wrapper))
            item = etree.SubElement(group, akn(provision.kind), eId=provision.eid)
            self._blocks(item, provision)

    def _body(
        self, element: etree._Element, annex: Provision | None, provisions: list[Provision]
    ) -> None:
        body = etree.SubElement(element, akn("mainBody" if annex else "body"))
        if annex:
            _paragraphs(body, annex)
        for provision in provisions:
            self._unit(body, provision)
        if len(body) == 0:
            if annex:
                etree.SubElement(body, akn("p"))
            else:
                empty = etree.SubElement(body, akn("hcontainer"), name="empty")
                etree.SubElement(empty, akn("content"))

    def _conclusions(self, element: etree._Element, provisions: list[Provision]) -> None:
        """One plain provision `conclusions` is the element itself; else they stand in it."""
        conclusions = etree.SubElement(element, akn("conclusions"))
        first = provisions[0]
        if len(provisions) == 1 and first.kind == "conclusions" and _plain(first):
            conclusions.set("eId", first.eid)
            self._blocks(conclusions, first)
        else:
            for provision in provisions:
                self._block(conclusions, provision)

    def _attachment(self, element: etree._Element, annex: Provision) -> None:
        attachment = etree.SubElement(element, akn("attachment"), eId=annex.eid)
        _head(attachment, annex)
        self.document(etree.SubElement(attachment, akn("doc"), name="attachment"), annex)

    def _unit(self, element: etree._Element, provision: Provision) -> None:
        """A provision of the body, with all it holds."""
        if provision.kind in HIERARCHY:
            unit = etree.SubElement(element, akn(provision.kind), eId=provision.eid)
        else:
            unit = etree.SubElement(element, akn("hcontainer"), eId=provision.eid)
        if unit.tag == akn("hcontainer"):
            unit.set("name", provision.kind)
        _head(unit, provision)
        inner = self._inner[provision.eid]
        if not inner:
            _paragraphs(etree.SubElement(unit, akn("content")), provision)
            return
        intro = etree.Element(akn("intro"))
        _paragraphs(intro, provision)
        if len(intro):
            unit.append(intro)
        for one in inner:
            if one is inner[-1] and one.kind == "wrapUp" and self._is_plain_leaf(one):
                wrap = etree.SubElement(unit, akn("wrapUp"), eId=one.eid)
                _paragraphs(wrap, one)
            else:
                self._unit(unit, one)

    def _block(self, element: etree._Element, provision: Provision) -> None:
        """A provision where only blocks may stand: outside the body, or in a recital."""
        parent = etree.QName(element).localname
        if provision.kind in ALLOWED.get(parent, ()) and _plain(provision):
            block = etree.SubElement(element, akn(provision.kind), eId=provision.eid)
            if provision.kind == "formula":
                block.set("name", "formula")
        else:
            block = etree.SubElement(element, akn("blockContainer"), eId=provision.eid)
            block.set("class", provision.kind)
        self._blocks(block, provision)

    def _blocks(self, element: etree._Element, provision: Provision) -> None:
        """What a provision of blocks holds; never nothing, which the schema does not allow."""
        if not _plain(provision):
            _head(element, provision)
        _paragraphs(element, provision)
        for one in self._inner[provision.eid]:
            self._block(element, one)
        if not any(child.tag in (akn("p"), akn("blockContainer")) for child in element):
            etree.SubElement(element, akn("p"))

    def _is_plain_leaf(self, provision: Provision) -> bool:
        return _plain(provision) and not self._inner[provision.eid]


def _place(kind: str, *, after_body: bool) -> str:
    """The part of a document that a provision at its top goes into."""
    if kind in ("longTitle", "preface", "coverPage"):
        return "preface"
    if kind == "formula":
        return "conclusions" if after_body else "preamble"
    if kind in GROUPS or kind == "preamble":
        return "preamble"
    if kind == "attachment":
        return "attachments"
    return "conclusions" if kind == "conclusions" else "body"


def _plain(provision: Provision) -> bool:
    return not provision.num and not provision.heading


def _head(element: etree._Element, provision: Provision) -> None:
    for tag, text in (("num", provision.num), ("heading", provision.heading)):
        if text:
            marks = tuple(mark for mark in provision.marks if mark.field == tag)
            fill(etree.SubElement(element, akn(tag)), text, marks, 0)


def _paragraphs(element: etree._Element, provision: Provision) -> None:
    """The words of a provision, a `p` for each block; none if there are no words and no remark."""
    marks = [mark for mark in provision.marks if mark.field == "text"]
    if not provision.text and not any(mark.printed for mark in marks):
        return
    blocks = provision.text.split("\n")
    starts = [0, *accumulate(len(block) + 1 for block in blocks[:-1])]
    touching: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first, last = (bisect_right(starts, place) - 1 for place in (mark.start, mark.end))
        for number in range(first, last + 1):
            touching[number].append(mark)
    for number, (start, block) in enumerate(zip(starts, blocks, strict=True)):
        fill(etree.SubElement(element, akn("p")), block, tuple(touching[number]), start)


def _free(eid: str, taken: set[str]) -> str:
    while eid in taken:
        eid += "_"
    return eid


def _indent(element: etree._Element, level: int) -> None:
    """Put each element on its own line, except where white space is text. Elements of the record
    hold either elements or text, never both."""
    if len(element) == 0 or etree.QName(element).localname in TEXT:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        _indent(child, level + 1)
        child.tail = "\n" + "  " * (level + 1)
    element[-1].tail = "\n" + "  " * level
