"""Which of the two texts of a committee's print an element belongs to.

In: the tree of a bill. Out: whether it holds two texts, and what of it is not part of one of them.
A bill reported with amendments prints what the committee strikes (struck through) beside what it
inserts (in italic); the XML says so on elements (`changed`) or with elements of their own. The same
attribute stays behind in bills that were engrossed since, where it says nothing any more: there are
two texts only where something is marked as deleted, or the cover says how a committee's additions
are printed, and where both texts hold a provision.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from tracker.ingesters.us_bill.elements import APART, FURNITURE, META, UNITS
from tracker.ingesters.us_bill.names import AS_INTRODUCED, AS_REPORTED

Change = Literal["", "added", "deleted"]

_DELETED = frozenset({"deletedText", "deleted-phrase", "del"})
_ADDED = frozenset({"addedText", "added-phrase", "ins"})
_ANNOUNCED = ("addedDisplayStyle", "added-display-style")


def local(element: etree._Element) -> str:
    """The name of an element without its name space; `""` for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def change(element: etree._Element) -> Change:
    """What the committee did with an element, as the element itself says."""
    tag = local(element)
    said = element.get("changed", "")
    if said == "deleted" or tag in _DELETED:
        return "deleted"
    if said == "added" or tag in _ADDED:
        return "added"
    if not said and element.get("reported-display-style") == "strikethrough":
        return "deleted"
    return ""


def texts(root: etree._Element) -> tuple[str, ...]:
    """The names of the two texts in the order of time, none if there is one text."""
    changed = (element for element in _kept(root, None) if change(element))
    seen = {change(element) for element in changed if _says_something(element)}
    announced = any(e.get(name) for e in root.iter(etree.Element) for name in _ANNOUNCED)
    if "deleted" not in seen and not (announced and "added" in seen):
        return ()
    changes: tuple[Change, ...] = ("added", "deleted")
    kinds = [
        {UNITS.get(local(element), "") for element in _kept(root, left_out)} for left_out in changes
    ]
    return (AS_INTRODUCED, AS_REPORTED) if all(kind - APART - {""} for kind in kinds) else ()


def _kept(root: etree._Element, left_out: Change | None) -> Iterator[etree._Element]:
    """The elements of a bill's text, without those that one of the two leaves out."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        tag = local(element)
        if not tag or tag in META or tag in FURNITURE or change(element) == left_out:
            continue
        yield element
        waiting.extend(element)


def _says_something(element: etree._Element) -> bool:
    return any(not str(part).isspace() for part in element.itertext())
