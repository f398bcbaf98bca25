"""The article, section or recital that a provision stands in.

In: a draft. Out: for the eId of every provision the one with which it is told. What stands in no
such unit (closing words, an annex without articles) is told with the outermost that holds it.
"""

from __future__ import annotations

from tracker.model import Draft, Provision

UNITS = ("article", "section", "rule", "recital")
"""Kinds under which provisions are told together."""


def units(draft: Draft) -> dict[str, Provision]:
    """The unit of every provision, by eId."""
    found: dict[str, Provision] = {}
    for provision in draft.provisions:
        above = found.get(provision.parent or "")
        found[provision.eid] = provision if above is None or provision.kind in UNITS else above
    return found
