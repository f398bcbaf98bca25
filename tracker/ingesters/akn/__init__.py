"""Akoma Ntoso as parliaments issue it, in its variants.

In: a `Reading` of XML whose root, in whatever version's name space or none, is `akomaNtoso` or one
of its document types. Out: a `Draft` that keeps the document's own eIds. The draft's one page is
the character data of the file outside its meta, white space collapsed, a line for each block; all
offsets count in that text, not in the bytes of the file. Numbers that the words repeat in front
("(1) This Act…" in a subsection numbered 1) go to the furniture as `repeated-number`.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tracker.akn import is_ours, parse
from tracker.akn.names import names
from tracker.errors import ReadError, StructureError
from tracker.ingesters.akn.units import Walk
from tracker.ingesters.akn.words import flat, local
from tracker.ingesters.base import About, assemble
from tracker.model import Draft
from tracker.read import Reading
from tracker.read.xml import parse_xml

DOCUMENTS = names(
    """
    act amendment amendmentList bill debate debateReport doc documentCollection judgment
    officialGazette portion statement
    """
)
"""The document types of the standard."""

_BODIES = names(
    """
    amendmentBody body collectionBody debateBody judgmentBody mainBody portionBody
    """
)
_NAME_SPACES = ("akomantoso", "legaldocml")
_TITLES = ("docTitle", "shortTitle", "longTitle")
_FRONT = frozenset({"preface", "coverPage"})


class AkomaNtoso:
    """The ingester for Akoma Ntoso; files that this program wrote come back as they were."""

    name = "akoma-ntoso"

    def score(self, reading: Reading) -> float:
        """1 for `akomaNtoso`; 0.95 for a bare document with meta and body, 0.6 without meta."""
        if not reading.raw:
            return 0.0
        try:
            root = parse_xml(reading.raw, reading.name)
        except ReadError:
            # A file that cannot be read is no Akoma Ntoso; the reader has said why already.
            return 0.0
        document = _document(root)
        if document is None:
            return 0.0
        if document is not root:
            return 1.0
        return 0.95 if any(local(child) == "meta" for child in root) else 0.6

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft.

        A file with our own record gives the draft in it; what `about` says of negotiation, symbol
        and date holds where it says something.

        Raises:
            StructureError: no XML, no Akoma Ntoso document, or none with words in it.
        """
        if not reading.raw:
            raise StructureError(
                f"{reading.name}: is not an XML file, so it is no Akoma Ntoso; name another "
                "convention"
            )
        root = parse_xml(reading.raw, reading.name)
        if is_ours(root):
            draft = parse(reading.raw, reading.name)
            return replace(
                draft,
                negotiation=about.negotiation or draft.negotiation,
                symbol=about.symbol or draft.symbol,
                date=about.date or draft.date,
            )
        document = _document(root)
        if document is None:
            raise StructureError(
                f"{reading.name}: the root {local(root)!r} is no Akoma Ntoso document; "
                "name another convention"
            )
        walk = Walk(root, document)
        if not walk.provisions:
            raise StructureError(
                f"{reading.name}: Akoma Ntoso without a provision: no chapter, article, section "
                "or paragraph has any words"
            )
        return assemble(
            replace(reading, pages=(walk.page,)),
            about,
            convention=self.name,
            title=_title(document, about.language),
            provisions=walk.provisions,
            furniture=walk.furniture,
        )


def _document(root: etree._Element) -> etree._Element | None:
    """The document element of an Akoma Ntoso file, None if it is something else: the bills of
    the US Congress, say, have a root `bill` too, but neither its body nor its name space."""
    space = (etree.QName(root).namespace or "").lower()
    if space and not any(name in space for name in _NAME_SPACES):
        return None
    if local(root) == "akomaNtoso":
        return next((child for child in root if local(child) in DOCUMENTS), None)
    if local(root) in DOCUMENTS and any(local(child) in _BODIES for child in root):
        return root
    return None


def _title(document: etree._Element, language: str) -> str:
    """The first title in front of the body, that in the draft's language if languages are said
    (Irish bills print both, with `class="en_shorttitle"`)."""
    front = [child for child in document if local(child) in _FRONT]
    for tag in _TITLES:
        found = [e for part in front for e in part.iter(etree.Element) if local(e) == tag]
        spoken = [e for e in found if _language(e).startswith(language)]
        for element in (*spoken, *found):
            title = flat(element)
            if title:
                return title
    return ""


def _language(element: etree._Element) -> str:
    """What an element or its parent says of its language; `""` if nothing."""
    parent = element.getparent()
    for one in (element, parent):
        if one is not None:
            said = one.get("{http://www.w3.org/XML/1998/namespace}lang") or one.get("class", "")
            if said:
                return said.lower()
    return ""
