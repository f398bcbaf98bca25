"""Read a draft back from the Akoma Ntoso that `build` wrote.

In: the bytes of a file. Out: the `Draft` it was made from, to the letter. Words, numbers,
headings and nesting are read from the standard's own elements, the rest from the record in the
document's meta. Akoma Ntoso of others is for `tracker.ingesters.akn`.
"""

from __future__ import annotations

from lxml import etree

from tracker.akn.inline import text_of
from tracker.akn.names import akn, ours
from tracker.akn.record import Record
from tracker.errors import AknError, ReadError
from tracker.model import Draft, Provision
from tracker.read.xml import parse_xml

_RECORD = f"{akn('bill')}/{akn('meta')}/{akn('proprietary')}/{ours('draft')}"
_WORDS = (akn("content"), akn("intro"))


def is_ours(root: etree._Element) -> bool:
    """Whether a document has our record in its meta."""
    return root.tag == akn("akomaNtoso") and root.find(_RECORD) is not None


def parse(raw: bytes, name: str) -> Draft:
    """The draft in a file that `build` wrote; `name` is the file's, for messages.

    Raises:
        AknError: the file is not XML, is Akoma Ntoso but not of ours, or its body and its record
            do not name the same provisions.
    """
    try:
        root = parse_xml(raw, name)
    except ReadError as error:
        raise AknError(str(error)) from error
    element = root.find(_RECORD) if is_ours(root) else None
    if element is None:
        raise AknError(
            f"{name} was not written by this program: it has no record of ours in its meta; "
            "ingest it as akoma-ntoso"
        )
    record = Record(element, name)
    units = _units(root, name)
    eids = record.eids
    if set(eids) != units.keys() or len(eids) != len(units):
        odd = sorted(set(eids) ^ units.keys()) or ["one named twice"]
        raise AknError(
            f"{name} was changed after it was written: its body and its record do not name the "
            f"same provisions ({odd[0]!r}); ingest the source again"
        )
    return record.draft({eid: _provision(eid, unit) for eid, unit in units.items()})


def _units(root: etree._Element, name: str) -> dict[str, etree._Element]:
    """The elements that are provisions, by eId: all that have one outside the meta."""
    units: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        eid = element.get("eId")
        if eid is None or element.tag == akn("TLCOrganization") or element.tag == ours("provision"):
            continue
        if eid in units:
            raise AknError(f"{name}: two provisions have the eId {eid!r}")
        units[eid] = element
    return units


def _provision(eid: str, element: etree._Element) -> Provision:
    parent = next((a.get("eId") for a in element.iterancestors() if a.get("eId") is not None), None)
    return Provision(
        eid=eid,
        kind=_kind(element),
        num=_words(element, "num"),
        heading=_words(element, "heading"),
        text="\n".join(text_of(block) for block in _blocks(element)),
        parent=parent,
    )


def _words(element: etree._Element, tag: str) -> str:
    """A provision's number or heading, as it stands in it."""
    found = element.find(akn(tag))
    return "" if found is None else text_of(found)


def _kind(element: etree._Element) -> str:
    if element.tag == akn("hcontainer"):
        return element.get("name", "")
    if element.tag == akn("blockContainer"):
        return element.get("class", "")
    return etree.QName(element).localname


def _blocks(element: etree._Element) -> list[etree._Element]:
    """The `p` elements of a provision's own words."""
    if element.tag == akn("attachment"):
        return element.findall(f"{akn('doc')}/{akn('mainBody')}/{akn('p')}")
    holders = [element, *(child for child in element if child.tag in _WORDS)]
    return [block for holder in holders for block in holder.iterfind(akn("p"))]
