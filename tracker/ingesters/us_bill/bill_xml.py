"""Bills of the US Congress in XML: the bill DTD and USLM.

In: a `Reading` of a bill, resolution or engrossed amendment. Out: a `Draft`, numbers and headings
as the file has them ("2." in the DTD, "SEC. 2." in USLM). The draft's one page is the character
data outside the metadata, a line for each block; all offsets count in that text.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tracker.errors import ReadError, StructureError
from tracker.ingesters.base import About, assemble
from tracker.ingesters.us_bill.elements import BODIES, META, ROOTS, USLM
from tracker.ingesters.us_bill.layers_xml import Change, local, texts
from tracker.ingesters.us_bill.names import AS_INTRODUCED
from tracker.ingesters.us_bill.walk_xml import Walk
from tracker.model import Draft
from tracker.read import Reading
from tracker.read.xml import parse_xml


def score(reading: Reading) -> float:
    """1 for a bill in either vocabulary, else 0."""
    try:
        root = parse_xml(reading.raw, reading.name)
    except ReadError:
        # A file that cannot be read is no bill; the reader has said why already.
        return 0.0
    return 1.0 if _is_bill(root) else 0.0


def layers(reading: Reading) -> tuple[str, ...]:
    """The texts in a committee's print, in the order of time; none where there is one text."""
    return texts(parse_xml(reading.raw, reading.name))


def ingest(reading: Reading, about: About, convention: str) -> Draft:
    """The draft; of a committee's print the text that `about.layer` names, or the last.

    Raises:
        StructureError: no bill, a layer that it does not have, or nothing that is a provision.
    """
    root = parse_xml(reading.raw, reading.name)
    if not _is_bill(root):
        raise StructureError(
            f"{reading.name}: the root {local(root)!r} is no bill of the US Congress; "
            "name another convention"
        )
    offered = texts(root)
    layer = about.layer or (offered[-1] if offered else "")
    if layer and layer not in offered:
        held = f"its texts are {' and '.join(offered)}" if offered else "it holds one text"
        raise StructureError(f"{reading.name}: no text {layer!r}: {held}; name one of them or none")
    other: Change = "added" if layer == AS_INTRODUCED else "deleted"
    walk = Walk(root, other if layer else "")
    if not walk.provisions:
        raise StructureError(
            f"{reading.name}: a bill without a provision: no section or paragraph has any words; "
            "get the file again"
        )
    return assemble(
        replace(reading, pages=(walk.page,)),
        about,
        convention=convention,
        title=walk.title or _called(root),
        provisions=walk.provisions,
        furniture=walk.furniture,
        layer=layer,
    )


def _is_bill(root: etree._Element) -> bool:
    if local(root) not in ROOTS:
        return False
    space = etree.QName(root).namespace or ""
    if space:
        return any(name in space for name in USLM)
    return any(local(child) in BODIES for child in root)


def _called(root: etree._Element) -> str:
    """The title of a document without one in front of its text: that on its back, or what the
    metadata call it."""
    titles = [e for e in root.iter(etree.Element) if local(e) in ("officialTitle", "title")]
    backs = [e for e in titles if local(e) == "officialTitle"]
    metadata = [e for e in titles if any(local(a) in META for a in e.iterancestors())]
    for element in (*backs, *metadata):
        title = " ".join("".join(str(part) for part in element.itertext()).split())
        if title:
            return title
    return ""
