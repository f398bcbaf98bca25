"""Provisions that are new or gone as a whole, each told once with all that stands in it.

In: the ground, the changes with one end, what the rounds before know. Out: items. What a document
that covers only part of the text does not hold is not gone, and what the older one did not hold may
have been there; what stands elsewhere in the same words is neither. Where a file lacks the words of
articles, or hardly any words of two drafts belong together, both are no more than possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracker.align.outline import UNITS as ARTICLES
from tracker.findings import hollows, went_on
from tracker.findings.ground import Ground
from tracker.findings.item import Item
from tracker.findings.jobs import JOBS, own, weight
from tracker.findings.names import KINDS, Fact, Kind, Side, Words
from tracker.findings.past import Past, told
from tracker.findings.quoting import listed, quoted
from tracker.model import Change, Provision
from tracker.precedent.units import UNITS
from tracker.substance import kinds
from tracker.words import count

_ARTICLES = frozenset({*UNITS, *ARTICLES})
_MOVED = 0.6
"""The share of a provision's words that stand elsewhere from which it is not gone, or not new."""
_BESIDE: tuple[Kind, ...] = ("safeguard", "penalty", "threshold")
"""Kinds that are told besides of what is new or gone."""


def wholes(ground: Ground, past: Past | None) -> Iterator[Item]:
    """The items of what is new, then of what is gone, in the order of the drafts."""
    sides: tuple[Side, Side] = ("new", "old")
    for side in sides:
        for root, parts in _groups(ground, side):
            item = _item(ground, side, root, parts, past)
            if item is not None:
                yield item


def _groups(ground: Ground, side: Side) -> Iterator[tuple[Provision, list[int]]]:
    """Provisions without a partner by the outermost such that holds them, no higher than the
    article; with the numbers of their changes."""
    alone: dict[str, int] = {}
    bare: dict[str, int] = {}
    for number, change in enumerate(ground.changes):
        eid, other = (change.new, change.old) if side == "new" else (change.old, change.new)
        if eid is not None and other is None:
            worded = change.words_deleted or change.words_inserted
            (alone if worded else bare)[eid] = number
    alone |= _around(ground, side, alone, bare)
    found: dict[str, list[int]] = {}
    for eid, number in alone.items():
        root = ground.names[side].of[eid]
        while root.kind not in UNITS and root.parent in alone:
            root = ground.names[side].of[root.parent or ""]
        found.setdefault(root.eid, []).append(number)
    for eid, numbers in found.items():
        yield ground.names[side].of[eid], numbers


def _around(
    ground: Ground, side: Side, alone: Mapping[str, int], bare: Mapping[str, int]
) -> dict[str, int]:
    """Of what has neither a partner nor words of its own the articles in which something stands
    that has no partner, and their parts in which nothing has one."""
    of = ground.names[side].of
    worded = [one.eid for one in of.values() if one.heading.strip() or one.text.strip()]
    lone: set[str] = set()
    kept: set[str] = set()
    for eid in worded:
        at = of[eid].parent
        while at is not None and at in of:
            (lone if eid in alone else kept).add(at)
            at = of[at].parent if of[at].kind not in _ARTICLES else None
    articles = {eid for eid in lone if of[eid].kind in _ARTICLES}
    inner = {eid for eid in lone - kept if ground.ruled(side, eid)}
    return {eid: bare[eid] for eid in bare if eid in articles or eid in inner}


def _item(
    ground: Ground, side: Side, root: Provision, parts: list[int], past: Past | None
) -> Item | None:
    if side == "old" and ground.new.partial:
        return None
    held = [ground.changes[number] for number in parts]
    words = sum(one.words_deleted + one.words_inserted for one in held)
    if _share_moved(ground, side, parts) >= _MOVED:
        return None  # told where the words went
    ends = (None, root.eid) if side == "new" else (root.eid, None)
    fact = _fact(ground, side, root, held, past)
    fact = replace(fact, why=ground.outer(side, root.eid) or fact.why)
    also = _beside(ground, side, held)
    if fact.kind == "moved" and fact.evidence:
        also = ("gone" if side == "old" else "new", *also)
    return Item(ends[0], ends[1], (fact,), words, also=also)


def _fact(
    ground: Ground, side: Side, root: Provision, held: list[Change], past: Past | None
) -> Fact:
    lacking = hollows.lacking(ground, side, root.eid) or _rewritten(ground, side, root)
    if _holds_units(ground, side, root):
        said = "as a heading; what stands under it is told by itself"
        if side == "old":
            return Fact("gone", f"is gone {said}", (), 1, lacking)
        return Fact("new", f"is new {said}", (), 1, _why(ground) or lacking)
    bare = hollows.bare(ground, side, root)
    if bare is not None:
        return bare
    function = ground.functions[side][root.eid]
    shown = _shown(ground, side, held)
    part = went_on.fact(ground, side, root, shown)
    if part is not None:
        return part
    says = f": {quoted(shown.text)}" if shown is not None else ""
    evidence = () if shown is None else (shown,)
    job = f", {JOBS[function.name]}," if own(function) and root.kind in UNITS else ""
    severity = weight(function.name) if job else 3
    if not says:
        severity = 1
    if ground.front(side, root.eid) or ground.title(side, root.eid):
        job, severity = "", 3
    kin = ground.kin(side, root.eid)
    whole = " as a whole" if kin and root.kind in UNITS else ""
    said = listed(kin)
    if side == "old":
        parts = f"; parts of it are now in {said}" if whole else ""
        kind: Kind = "safeguard" if job and function.name == "safeguard" else "gone"
        said = f"{job} is gone{whole}{says}{parts}".strip()
        return Fact(kind, said, evidence, severity, lacking)
    why = _why(ground) or lacking
    back = _back(ground, root, past, says, evidence)
    if back is not None:
        # What a partial document or a file with holes does not hold need not have been away.
        return replace(back, why=back.why or why) if back.kind == "new" else back
    parts = f"; parts of it were in {said} before" if whole else ""
    since = past.since(ground.old.symbol, ground.new.symbol, root.eid) if past else None
    came = f"; it came in with {told(since)}" if since is not None else ""
    return Fact("new", f"{job} is new{whole}{says}{came}{parts}".strip(), evidence, severity, why)


def _rewritten(ground: Ground, side: Side, root: Provision) -> str:
    """Why what has no partner may have one all the same; the title is what it is."""
    return "" if ground.title(side, root.eid) else ground.unlike


def _why(ground: Ground) -> str:
    """Why what is new may not be."""
    if not ground.old.partial:
        return ""
    return f"{ground.old.symbol} covers only part of the text, and may just not hold it"


def _holds_units(ground: Ground, side: Side, root: Provision) -> bool:
    """Whether it is a chapter or the like: articles stand in it, each of which is told of by
    itself, and may well have gone on without the chapter."""
    of = ground.names[side].of
    if root.kind in UNITS:
        return False
    for one in of.values():
        outer = one if one.kind in UNITS else None
        while outer is not None and outer.parent:
            outer = of[outer.parent]
            if outer.eid == root.eid:
                return True
    return False


def _back(
    ground: Ground, root: Provision, past: Past | None, says: str, evidence: tuple[Words, ...]
) -> Fact | None:
    """What a provision that is new was before it left the older draft, if it was something."""
    if past is None:
        return None
    before = past.before(ground.old.symbol, ground.new.symbol, root.eid)
    if before is None:
        return None
    function = ground.functions["new"][root.eid]
    place = before.provision.num.strip(" .") or before.provision.kind
    heading = f" {quoted(before.provision.heading, 12)}" if before.provision.heading else ""
    where = f"{place}{heading} of {told(before.draft)}"
    if own(function) and own(before.function) and function.name != before.function.name:
        clause = (
            f"is now {JOBS[function.name]}{says}; until {told(before.draft)} it was "
            f"{JOBS[before.function.name]}, {place}{heading}"
        )
        return Fact("function", clause, evidence, 9, before.why)
    return Fact("new", f"is back{says}; it was last {where}", evidence, 8, before.why)


def _shown(ground: Ground, side: Side, held: list[Change]) -> Words | None:
    """The first words of it."""
    for change in held:
        eid = (change.new if side == "new" else change.old) or ""
        text = ground.names[side].of[eid].text
        if text.strip():
            return Words(side, eid, text, 0, len(text))
    return None


def _share_moved(ground: Ground, side: Side, parts: list[int]) -> float:
    total = moved = 0
    for number in parts:
        change = ground.changes[number]
        text = "".join(h.text for h in change.text)
        total += count(text)
        ranges = ground.moved(number)[0 if side == "old" else 1]
        moved += sum(count(text[start:end]) for start, end in ranges)
    return moved / total if total else 0.0


def _beside(ground: Ground, side: Side, held: list[Change]) -> tuple[Kind, ...]:
    """Further kinds that show in the words of what is new or gone."""
    seen = {kind for change in held for kind in _shows(ground, side, change)}
    return tuple(kind for kind in KINDS if kind in seen)


def _shows(ground: Ground, side: Side, change: Change) -> frozenset[Kind]:
    """Kinds that show in one of its parts. What a provision says by itself is the same beside every
    draft that lacks it, as long as the same phrases are common and the same parts define."""
    eid = (change.new if side == "new" else change.old) or ""
    known, context = ground.known[side], ground.context
    key = eid, context.common, context.defining, change.text, change.heading
    if key not in known.shown:
        old, new = ground.provision("old", change.old), ground.provision("new", change.new)
        told_of = {found.kind for found in kinds(change, old, new, context) if found.sure}
        known.shown[key] = frozenset(kind for kind in _BESIDE if kind in told_of)
    return known.shown[key]
