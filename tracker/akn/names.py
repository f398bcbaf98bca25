"""The words of Akoma Ntoso that the writer and the reader of drafts share.

In: nothing. Out: name spaces, and which of the standard's elements may hold what, as far as it
matters for placing provisions. Source: the XML schema of Akoma Ntoso 3.0.
"""

from __future__ import annotations

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:negotiation-tracker:1"


def names(listed: str) -> frozenset[str]:
    """The names in a list with white space between them."""
    return frozenset(listed.split())


HIERARCHY = names(
    """
    alinea article book chapter clause division hcontainer indent level list paragraph part
    point proviso rule section subchapter subclause subdivision sublist subparagraph subpart
    subrule subsection subtitle title tome transitional
    """
)
"""Elements with number, heading, inner provisions or text, which stand in each other freely."""

GROUPS = {"recital": "recitals", "citation": "citations"}
"""Elements of the preamble that stand in a wrapper."""

TEXT = frozenset({"p", "num", "heading"})
"""Elements whose white space counts."""


def akn(tag: str) -> str:
    """The full name of an Akoma Ntoso element."""
    return f"{{{AKN}}}{tag}"


def ours(tag: str) -> str:
    """The full name of an element of our own."""
    return f"{{{OURS}}}{tag}"
