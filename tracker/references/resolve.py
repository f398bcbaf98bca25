"""Where a reference leads in its draft.

In: an outline, the provision that refers, and what is named. Out: `Place`. What stands nearest is
meant: "paragraph 2" is that of the article one is in, "section 1" that of the same chapter. Where
the holder of what is named has others of its sort but not this one, it is not there; where the
holder, as read, is not divided, nothing is claimed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.references.lexicon import RANKS
from tracker.references.names import Standing, Step
from tracker.references.outline import Outline

_COUNTED_THROUGH = RANKS["article"]
"""Units of at most this rank are looked for in the whole draft, finer ones where one stands."""
_CONTAINERS = frozenset({"article", "section", "recital", "attachment", "hcontainer"})
"""Kinds out of which "paragraph 2" does not lead."""
_CANDIDATES = 40
_DOTTED = re.compile(r"\d{1,4}(?:-\d{1,4}){1,3}")
_OUTSIDE = "as read, it does not stand in any "
_PRINTED = "its number stands in the text, but it was read as a part of what holds it"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one path leads: an eId, or `""` with the innermost one that exists, and why."""

    standing: Standing
    eid: str = ""
    near: str = ""
    why: str = ""
    sure: bool = True


def resolve(outline: Outline, at: str, path: tuple[Step, ...]) -> Place:
    """Where `path`, said in provision `at`, leads."""
    place = _resolve(outline, at, path)
    if place.standing == "nowhere" and any(_DOTTED.fullmatch(step.number) for step in path):
        parted = _resolve(outline, at, tuple(s for step in path for s in _parted(step)))
        return parted if parted.standing == "exact" else place
    return place


def _parted(step: Step) -> list[Step]:
    """The steps of a number like "9.1"."""
    first, *others = step.number.split("-") if _DOTTED.fullmatch(step.number) else [step.number]
    return [Step(step.unit, first), *(Step("", number) for number in others)]


def _resolve(outline: Outline, at: str, path: tuple[Step, ...]) -> Place:
    first, *others = path
    place = _first(outline, at, first)
    for n, step in enumerate(others):
        if place.standing == "nearest" and path[n].number.startswith("#"):
            # The blocks of a provision have no number, but what they hold has one.
            place = Place("exact", place.eid)
        if place.standing != "exact":
            return place
        place = _step(outline, place, step)
        if place.standing != "exact" and n == 0 and first.number == "this":
            # "subparagraph (a) of this article", said beside it in a paragraph of the article.
            around = _resolve(outline, at, tuple(others))
            place = around if around.standing == "exact" else place
            if around.standing == "exact":
                return place
    return place


def _first(outline: Outline, at: str, step: Step) -> Place:
    if step.number == "this":
        units = (step.unit, "clause", "section") if step.unit == "article" else (step.unit,)
        held = (outline.holder(at, unit) for unit in units)
        eid = next((one for one in held if one), None)
        return Place("exact", eid) if eid else _unclear(_OUTSIDE + step.unit)
    if step.number in ("previous", "next"):
        return _beside(outline, at, step)
    if step.number.startswith("#"):
        return _block(outline, at, step)
    if RANKS[step.unit] <= _COUNTED_THROUGH:
        return _through(outline, at, step)
    return _around(outline, at, step)


def _beside(outline: Outline, at: str, step: Step) -> Place:
    here = outline.holder(at, step.unit)
    if here is None:
        return _unclear(_OUTSIDE + step.unit)
    eid = outline.beside(here, -1 if step.number == "previous" else 1)
    if eid is None and RANKS[step.unit] > _COUNTED_THROUGH:
        # Blocks without a number are paragraphs too, and a provision may hold several.
        return _unclear(f"what stands before or after it is no {step.unit} as read")
    if eid is None:
        return Place("nowhere", near=here, why=f"there is no {step.number} {step.unit}")
    return Place("exact", eid)


def _block(outline: Outline, holder: str, step: Step) -> Place:
    """ "the second subparagraph": the blocks of a provision have no number."""
    place = int(step.number[1:])
    here = outline.holder(holder, "paragraph") or outline.holder(holder, "article") or holder
    blocks = [
        e
        for e in outline.inner.get(here, ())[:_CANDIDATES]
        if outline.of[e].kind in ("paragraph", "alinea") and not outline.numbers[e]
    ]
    if len(blocks) >= place:
        return Place("exact", blocks[place - 1])
    why = f"the {step.unit}s of {outline.name(here)} have no numbers"
    return Place("nearest", here, here, why)


def _through(outline: Outline, at: str, step: Step) -> Place:
    """What is counted through the draft, or through a part of it: the one nearest in the tree."""
    found = outline.anywhere(step.unit, step.number)
    if not found:
        if not outline.has(step.unit):
            return _unclear(f"no {step.unit} is told apart in this draft")
        return Place("nowhere", why=f"there is no {step.unit} {step.number}".rstrip())
    if not step.number:  # "the Annex" is not the one that one reads
        around_it = set(outline.around(at))
        found = [eid for eid in found if eid not in around_it] or found
    if not step.number and len(found) > 1:
        return _unclear(f"there are {len(found)} of this name")
    if len(found) == 1:
        return Place("exact", found[0])
    around = {eid: depth for depth, eid in enumerate(outline.around(at))}
    distance = {
        eid: min((around[e] for e in outline.around(eid) if e in around), default=len(around))
        for eid in found[:_CANDIDATES]
    }
    best = min(distance.values())
    nearest = [eid for eid in found if distance.get(eid) == best]
    if len(nearest) == 1:
        return Place("exact", nearest[0])
    free = [e for e in nearest if outline.holder(e, "annex") is None] or nearest
    return Place(
        "exact",
        free[0],
        why="" if len(free) == 1 else f"{len(free)} provisions have this number",
        sure=len(free) == 1,
    )


def _around(outline: Outline, at: str, step: Step) -> Place:
    """What is counted inside an article or a section, looked for from here outwards."""
    walked: list[str] = []
    for eid in outline.around(at):
        walked.append(eid)
        if _contains(outline, eid):
            break
    for unit in (step.unit, ""):
        for eid in walked:
            found = outline.within(eid, step.number, unit)
            if found is not None:
                return Place("exact", found)
    last = walked[-1]
    further = outline.further_in(last, step.number, step.unit)
    if further is not None:
        return Place("exact", further)
    if not _contains(outline, last):
        return _unclear(f"it stands in no article or section that could have a {step.unit}")
    if any(outline.printed(e, step.number) for e in walked):
        return Place("nearest", last, last, _PRINTED)
    return _missing(outline, last, step, any(outline.divided(e, step.number) for e in walked))


def _contains(outline: Outline, eid: str) -> bool:
    """Whether "paragraph 2" does not lead out of a provision: an article, a section, or a clause
    that stands for one among transitional provisions."""
    provision = outline.of[eid]
    holder = outline.of.get(provision.parent or "")
    clause = provision.kind == "clause" and holder is not None and holder.kind == "transitional"
    return clause or provision.kind in _CONTAINERS


def _step(outline: Outline, holder: Place, step: Step) -> Place:
    """One step further in."""
    if step.number.startswith("#"):
        return _block(outline, holder.eid, step)
    if step.unit and RANKS[step.unit] <= _COUNTED_THROUGH:
        inside = _inside(outline, holder.eid, step)
        if inside is not None:
            return Place("exact", inside, sure=holder.sure)
    found = outline.within(holder.eid, step.number, step.unit)
    found = found or outline.within(holder.eid, step.number)
    if found is None and step.unit:
        found = outline.further_in(holder.eid, step.number, step.unit)
    if found is not None:
        return Place("exact", found, sure=holder.sure, why=holder.why)
    if outline.printed(holder.eid, step.number):
        return Place("nearest", holder.eid, holder.eid, _PRINTED)
    return _missing(outline, holder.eid, step, outline.divided(holder.eid, step.number))


def _inside(outline: Outline, holder: str, step: Step) -> str | None:
    """An article, section or the like at any depth of `holder`."""
    for eid in outline.anywhere(step.unit, step.number)[:_CANDIDATES]:
        if holder in outline.around(eid):
            return eid
    return None


def _missing(outline: Outline, holder: str, step: Step, divided: bool) -> Place:
    said = f"{step.unit or 'part'} {step.number}"
    if divided:
        return Place("nowhere", near=holder, why=f"{outline.name(holder)} has no {said}")
    why = f"{outline.name(holder)} is not divided so far in this draft as it was read"
    return Place("nearest", holder, holder, why)


def _unclear(why: str) -> Place:
    return Place("unclear", why=why)
