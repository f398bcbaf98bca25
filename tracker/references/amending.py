"""Provisions that change another text, whose bare references are to that text.

In: a draft. Out: which provisions do, and which are quoted. "Section 8 of the Act of 1998 is
amended— (a) in subsection (3) …": subsection (3) is of the Act of 1998. A provision inside one that
amends amends too. What a bill puts into another text is printed inside it, as a quoted structure or
as a section inside a section; what is said there leads no further than the quotation.
"""

from __future__ import annotations

from tracker.model import Draft
from tracker.references.lexicon import Lexicon

_BASIC = ("article", "section")


def amended(draft: Draft, lexicon: Lexicon) -> frozenset[str]:
    """The eIds of the provisions that change another text, with all that stands inside them."""
    found: set[str] = set()
    for provision in draft.provisions:
        inside = provision.parent is not None and provision.parent in found
        if inside or any(cue in provision.text for cue in lexicon.amending):
            found.add(provision.eid)
    return frozenset(found)


def quoted(draft: Draft) -> dict[str, str]:
    """For each provision that is quoted in another one the eId of the outermost such provision."""
    found: dict[str, str] = {}
    stands_in: dict[str, frozenset[str]] = {}
    for provision in draft.provisions:
        parent = provision.parent or ""
        around = stands_in.get(parent, frozenset())
        if parent in found:
            found[provision.eid] = found[parent]
        elif provision.kind == "quotedStructure" or provision.kind in around:
            found[provision.eid] = provision.eid
        own = {provision.kind} if provision.kind in _BASIC else set()
        stands_in[provision.eid] = around | own
    return found
