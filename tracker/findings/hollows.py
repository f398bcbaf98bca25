"""What cannot be told for sure because a file lacks the words of some articles.

In: the ground and a provision of one of the drafts. Out: why it may not be gone, or not be new,
`""` if nothing is in doubt; the fact about an article of which the number or heading alone stands
there. What stands before the rules is in no article, and not in doubt.
"""

from __future__ import annotations

from tracker.findings.ground import Ground
from tracker.findings.names import Fact, Side
from tracker.model import Provision

_AGES: dict[Side, str] = {"old": "older", "new": "newer"}
_TOLD_ALL_THE_SAME = ("heading", "moved", "editorial")
"""Kinds that need no more than the number and the heading."""


def lacking(ground: Ground, side: Side, eid: str) -> str:
    """Why a provision of the draft on `side`, of which nothing is found in the other, may belong
    there all the same. A file that lost words may have lost headings as well."""
    other: Side = "new" if side == "old" else "old"
    bare = ground.known[other].hollow
    if not bare or ground.front(side, eid) or ground.title(side, eid):
        return ""
    own = [unit for unit in ground.partners(side, eid) if unit in bare]
    if own:
        return heading_alone(ground, other, own[0])
    kind = next(iter(bare.values())).kind
    count = f"one {kind}" if len(bare) == 1 else f"{len(bare)} {kind}s"
    return f"the {_AGES[other]} file lacks the words of {count}, and may lack this too"


def heading_alone(ground: Ground, side: Side, eid: str) -> str:
    """That a file has no more of an article than its number and heading."""
    what = "heading" if ground.names[side].of[eid].heading.strip() else "number"
    return f"the {_AGES[side]} file has only the {what} of {ground.names[side][eid]}, not its words"


def bare(ground: Ground, side: Side, root: Provision) -> Fact | None:
    """What is told of an article without words that has no partner; None if it has words."""
    if root.eid not in ground.known[side].hollow:
        return None
    what = "heading" if root.heading.strip() else "number"
    why = f"the {_AGES[side]} file lacks its words, so that it cannot be compared"
    if side == "new":
        return Fact("new", f"is new: its {what} alone is there", (), 1, why)
    return Fact("gone", f"is gone: its {what} alone was there", (), 1, why)


def doubt(ground: Ground, ends: tuple[str, str], kind: str) -> str:
    """Why a fact of this kind about two linked provisions is not sure, if one has no words."""
    old, new = ends
    if kind in _TOLD_ALL_THE_SAME:
        return ""
    if new in ground.known["new"].hollow and old not in ground.known["old"].hollow:
        return heading_alone(ground, "new", new)
    if old in ground.known["old"].hollow and new not in ground.known["new"].hollow:
        return heading_alone(ground, "old", old)
    return ""
