"""Where the way from draft to draft and a direct comparison of two drafts do not agree.

In: the drafts of a negotiation in one language, in order, the alignment of every pair of them, and
the threads through them. Out: `Difference`s, for every two drafts with at least one between them.
Only what is claimed for sure can be at odds: a link of which one says "possibly" contradicts
nothing. What is dropped and comes back is no difference, for its thread leads over the gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.align import SURE
from tracker.model import Alignment, Draft, Thread

Way = Literal["direct", "steps"]

Ends = tuple[str, str]
Origins = Mapping[str, Sequence[tuple[int, str]]]
"""By eId: the places of earlier drafts, and eIds in them."""

Reached = Mapping[str, set[str]]
"""By eId in a later draft: eIds in an earlier one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One of the two ways says that `old` of the draft `old_draft` became `new` of `new_draft`, and
    the other does not.

    `way` is the one that says so: `direct`, comparing the two drafts, or `steps`, from each draft
    to the next that holds it. `instead` is where the other way leads from `old`, None if nowhere.
    """

    old_draft: str
    new_draft: str
    way: Way
    old: str
    new: str
    instead: str | None


def differences(
    drafts: Sequence[Draft],
    alignments: Mapping[tuple[str, str], Alignment],
    threads: Sequence[Thread],
) -> tuple[Difference, ...]:
    """All differences, by the older draft, the newer one, and the place in the older.

    Args:
        drafts: in the order of the rounds.
        alignments: by the symbols of the older and the newer draft, for every pair.
        threads: those that `threads` made of the same drafts and alignments.
    """
    found: list[Difference] = []
    steps = _steps(drafts, alignments, threads)
    stands = _standing(threads)
    for place, old in enumerate(drafts):
        ahead: list[Reached] = [{one.eid: {one.eid} for one in old.provisions}]
        for later in range(place + 1, len(drafts)):
            ahead.append(_one_further(ahead, steps[later], place))
            if later > place + 1:
                new = drafts[later]
                alignment = alignments[old.symbol, new.symbol]
                found += _between(old, new, alignment, ahead[-1], stands)
    return tuple(found)


def _steps(
    drafts: Sequence[Draft],
    alignments: Mapping[tuple[str, str], Alignment],
    threads: Sequence[Thread],
) -> Sequence[Origins]:
    """For each draft, what its provisions come from: by the links from the draft before, and by
    their threads, which may have been away for some drafts."""
    places = {draft.symbol: n for n, draft in enumerate(drafts)}
    found: list[dict[str, list[tuple[int, str]]]] = [{} for _ in drafts]
    for n in range(1, len(drafts)):
        for link in alignments[drafts[n - 1].symbol, drafts[n].symbol].links:
            if link.old is not None and link.new is not None:
                found[n].setdefault(link.new, []).append((n - 1, link.old))
    for thread in threads:
        for before, member in zip(thread.members, thread.members[1:], strict=False):
            known = found[places[member.symbol]].setdefault(member.eid, [])
            known.append((places[before.symbol], before.eid))
    return found


def _one_further(ahead: Sequence[Reached], origins: Origins, place: int) -> Reached:
    """For each provision of the next draft, those of the draft `place` that lead to it; `ahead`
    says so for the drafts from `place` on."""
    found: dict[str, set[str]] = {}
    for eid, earlier in origins.items():
        came = {
            one
            for at, origin in earlier
            if at >= place
            for one in ahead[at - place].get(origin, ())
        }
        if came:
            found[eid] = came
    return found


def _standing(threads: Sequence[Thread]) -> Mapping[Ends, tuple[Thread, int]]:
    return {
        (member.symbol, member.eid): (thread, n)
        for thread in threads
        for n, member in enumerate(thread.members)
    }


def _between(
    old: Draft,
    new: Draft,
    alignment: Alignment,
    reached: Reached,
    stands: Mapping[Ends, tuple[Thread, int]],
) -> list[Difference]:
    ends = old.symbol, new.symbol
    direct = [link for link in alignment.links if link.old and link.new]
    linked = {(link.old or "", link.new or "") for link in direct}
    best: dict[str, str] = {}
    for link in sorted(direct, key=lambda x: -x.score):
        best.setdefault(link.old or "", link.new or "")
    by_place: dict[str, list[Difference]] = {}
    for link in direct:
        came, went = link.old or "", link.new or ""
        if link.score >= SURE and came not in reached.get(went, ()):
            instead = _later(came, old.symbol, new.symbol, stands)
            one = Difference(*ends, "direct", came, went, instead and instead[0])
            by_place.setdefault(came, []).append(one)
    for provision in old.provisions:
        there = _later(provision.eid, old.symbol, new.symbol, stands)
        if there is None or not there[1] or (provision.eid, there[0]) in linked:
            continue
        one = Difference(*ends, "steps", provision.eid, there[0], best.get(provision.eid))
        by_place.setdefault(provision.eid, []).append(one)
    return [one for provision in old.provisions for one in by_place.get(provision.eid, ())]


def _later(
    eid: str, old: str, new: str, stands: Mapping[Ends, tuple[Thread, int]]
) -> tuple[str, bool] | None:
    """Where the thread of a provision stands in a later draft, and whether every step of it on the
    way there is sure; None if it does not."""
    thread, at = stands[old, eid]
    sure = True
    for member in thread.members[at + 1 :]:
        sure = sure and member.link is not None and member.link.score >= SURE
        if member.symbol == new:
            return member.eid, sure
    return None
