"""The elements of Akoma Ntoso by what an ingester does with them.

In: nothing. Out: sets of names, without name space: those of version 3.0, those that earlier
versions had, and those of formats that call themselves Akoma Ntoso (the Irish bills' `note`,
`table-row`, `line-break`).
"""

from __future__ import annotations

from tracker.akn.names import HIERARCHY, names

KINDS = {"item": "point", "wrap": "wrapUp", "listWrapUp": "wrapUp"}
"""Elements that are provisions under another name: items of a list are its points, and version
1.0 said `wrap`."""

UNITS = (HIERARCHY - {"list"}) | names(
    """
    attachment citation conclusions crossHeading formula item listWrapUp longTitle recital wrap
    wrapUp
    """
)
IF_NUMBERED = frozenset({"list", "blockContainer", "tblock", "item"})
"""Wrappers that are provisions only with a number or heading of their own."""

PARTS = {
    "coverPage": "cover",
    "preface": "cover",
    "preamble": "formula",
    "body": "paragraph",
    "mainBody": "paragraph",
    "amendmentBody": "paragraph",
    "debateBody": "paragraph",
    "judgmentBody": "paragraph",
    "portionBody": "paragraph",
}
"""Parts of a document, and what their words become that stand in no provision."""

TRANSPARENT = names(
    """
    amendmentContent attachments blockContainer blockList citations collectionBody component
    components container content debateSection fragmentBody intro item list listIntroduction
    recitals tblock
    """
)
"""Elements that only hold others."""

DOCUMENTS = names(
    """
    act amendment bill debate debateReport doc fragment judgment portion statement
    """
)
HEADS = frozenset({"num", "heading", "subheading"})

ROWS = frozenset({"tr", "table-row", "tocItem"})
"""What is one block however many blocks stand in it: cells side by side are read on."""

NOTES = frozenset({"note", "authorialNote"})

BREAKS = frozenset({"br", "eol", "eop", "line-break", "tab", "s", "td", "th", "table-cell"})
"""What separates words without opening a block."""

BLOCKS = (
    HIERARCHY
    | ROWS
    | names(
        """
    p block li ul ol item blockList listIntroduction listWrapUp blockContainer tblock table
    caption div container content intro wrapUp wrap num heading subheading crossHeading formula
    longTitle recital citation recitals citations quotedStructure embeddedStructure toc foreign
    table-header-rows
    """
    )
)
"""What begins on a line of its own."""

INLINE = names(
    """
    a abbr affectedDocument amount argument b change concept courtType date decoration def del
    docAuthority docCommittee docDate docIntroducer docJurisdiction docNumber docProponent
    docPurpose docStage docStatus docTitle docType docketNumber embeddedText entity eol eop
    event fillIn i img inline ins judge lawyer legislature location marker mmod mod mref
    neutralCitation noteRef object omissis opinion organization outcome party person placeholder
    process quantity quotedText recordedTime ref relatedDocument remark rmod role rref s session
    shortTitle signature source span sub sup term time tocItem u vote br
    """
)
"""Elements that run on inside a block."""
