"""The elements of bills of the US Congress by what an ingester does with them.

In: nothing. Out: names of elements, without name space, of both vocabularies in which such bills
are issued: the bill DTD (`legis-body`, `enum`, `header`, `text`) and USLM (`main`, `num`,
`heading`, `content`), of bills, resolutions and engrossed amendments. Names that do not stand here
run on inside a block, or are unplaced where only elements may stand.
"""

from __future__ import annotations

from tracker.akn.names import names

ROOTS = names(
    """
    bill resolution amendment-doc amendment amendedBill engrossedAmendment enrolledBill pLaw
    publicLaw
    """
)
BODIES = names(
    """
    legis-body resolution-body engrossed-amendment-body amendment-body amend-body main amendMain
    """
)
"""What holds the text; a file without one is no bill."""

USLM = ("schemas.gpo.gov/xml/uslm", "xml.house.gov/schemas/uslm")
DUBLIN_CORE = "http://purl.org/dc/elements/"
"""The name space of metadata; on a cover its `title` is no title of the bill."""

_SAME = names(
    """
    article chapter clause division paragraph part section subchapter subclause subdivision
    subparagraph subpart subsection subtitle title recital level
    """
)
UNITS = {name: name for name in _SAME} | {
    "item": "point",
    "subitem": "indent",
    "subsubitem": "alinea",
    "constitution-article": "article",
    "appropriations": "level",
    "appropriations-major": "level",
    "appropriations-intermediate": "level",
    "appropriations-small": "level",
    "whereas": "recital",
    "official-title": "longTitle",
    "officialTitle": "longTitle",
    "enactingFormula": "formula",
    "enacting-formula": "formula",
    "resolvingClause": "formula",
    "resolving-clause": "formula",
    "quotedContent": "quotedStructure",
    "quoted-block": "quotedStructure",
    "amendment": "amendment",
    "amendmentInstruction": "amendment",
    "attestation": "conclusions",
    "signatures": "conclusions",
}
"""Elements that are provisions, and of which kind: below the subclause Akoma Ntoso has other words,
and an amount appropriated under a heading has none."""

APART = frozenset({"longTitle", "formula", "recital", "conclusions"})
"""Kinds that are not the text enacted."""

QUOTED = frozenset({"quotedContent", "quoted-block"})

FURNITURE = {
    "preface": "cover",
    "amendPreface": "cover",
    "form": "cover",
    "pre-form": "cover",
    "engrossed-amendment-form": "cover",
    "amendment-form": "cover",
    "amend-form": "cover",
    "docTitle": "cover",
    "legis-type": "cover",
    "slugLine": "running-head",
    "slug-line": "running-head",
    "endorsement": "endorsement",
    "toc": "contents",
    "multi-column-toc": "contents",
    "footnote": "footnote",
    "sidenote": "side-note",
    "page": "page-number",
    "endMarker": "production-line",
}
"""Elements that hold no text of the bill, and the kind of furniture they are."""

META = names("meta metadata amendMeta amendment-meta")

NUMBER = frozenset({"num", "enum"})
HEADING = names("heading header subheading subheader")

BLOCKS = (
    names(
        """
    actionDescription action action-desc action-date action-instruction actionInstruction
    amendment-block amendment-instruction amendmentContent associated-doc
    attestation-date attestation-group attestor block body calendar caption chapeau collection
    committee-appointment-paragraph component congress content continuation continuation-text
    currentChamber current-chamber dateline distribution-code distributionCode docNumber docPart
    docStage enrolledDateline enrolled-dateline form-text formula-block graphic grammar group
    legis-num li list list-item listItem listContent longTitle name notation ol p preamble
    quoted-block-continuation-text relatedDocument role schedule session signature signatureDate
    table tbody tdesc text tfoot tgroup thead toc-header ttitle ul
    """
    )
    | BODIES
)
"""What begins on a line of its own, and wrappers."""

ROWS = names("tr row referenceItem groupItem toc-entry multi-column-toc-entry toc-quoted-entry")
"""What is one block however many blocks stand in it: cells side by side are read on."""

CELLS = names("td th entry designator label toc-enum level-header page-num")

BREAKS = names("br pagebreak linebreak page-break line-break tab")

AFTER_QUOTE = "after-quoted-block"
"""The name, or role, of the words that close a sentence behind what it quotes."""

ONLY_ELEMENTS = (
    (frozenset(UNITS) - names("recital whereas official-title officialTitle enactingFormula"))
    - names("enacting-formula resolvingClause resolving-clause quotedContent")
    | names("preamble collection component table tbody thead tgroup list ol ul")
    | BODIES
)
"""Where a name that is not known is nothing that runs on in a sentence."""
