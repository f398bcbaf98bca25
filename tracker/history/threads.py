"""One provision through all rounds: threads.

In: the drafts of a negotiation in one language, in order, and the alignment of every pair of them.
Out: `Thread`s; every provision of every draft is in exactly one. A thread goes on along the best
link from the round before. A provision that comes from nothing in that round is looked for in the
earlier ones, among the threads that had ended there: words that were dropped and are back, or that
a partial document did not cover. What came back for sure is not lost to a guess: links of which one
can only say "possibly" are followed when all the others have been, from however far back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tracker.align import SURE
from tracker.model import Alignment, Draft, Link, Member, Thread

Rank = Literal["decided", "sure", "possible"]
"""How much a link is worth: a person's word most, what is no more than possible least."""

RANKS: tuple[Rank, ...] = ("decided", "sure", "possible")


PLAIN, ITSELF = 0.9, 0.97
"""A link less probable than `PLAIN` is doubtful beside one that is at least as probable as
`ITSELF`."""


def provision_id(draft: Draft, eid: str) -> str:
    """The name of a provision among all negotiations: `negotiation:symbol@language#eid`."""
    return f"{draft.negotiation}:{draft.symbol}@{draft.language}#{eid}"


def address(name: str) -> str:
    """The permanent address of a provision: 12 hexadecimal digits that depend on its name alone."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


@dataclass(slots=True)
class _Growing:
    """A thread in the making: the place of its last draft, and its members."""

    id: str
    last: int
    members: list[Member] = field(default_factory=list)


def threads(
    drafts: Sequence[Draft], alignments: Mapping[tuple[str, str], Alignment]
) -> tuple[Thread, ...]:
    """The threads through `drafts`, ordered by where they begin.

    Args:
        drafts: in the order of the rounds, all of one negotiation and one language.
        alignments: by the symbols of the older and the newer draft, for every pair.
    """
    later = _Later(drafts, alignments)
    grown: list[_Growing] = []
    of: list[dict[str, _Growing]] = []
    for place, draft in enumerate(drafts):
        here: dict[str, _Growing] = {}
        of.append(here)
        for rank in RANKS:
            # A partial document most likely does not hold what is no more than possible: the next
            # whole draft will.
            for back in range(place - 1, -1, -1) if rank != "possible" or not draft.partial else ():
                alignment = alignments[drafts[back].symbol, draft.symbol]
                goes_on = later.unless_elsewhere(back, place)
                _continue(alignment, draft, place, of[back], here, (back, rank, goes_on))
        origins = _origins(alignments[drafts[place - 1].symbol, draft.symbol]) if place else {}
        for provision in draft.provisions:
            if provision.eid not in here:
                thread = _Growing(address(provision_id(draft, provision.eid)), place)
                thread.members.append(
                    Member(draft.symbol, provision.eid, origins.get(provision.eid))
                )
                here[provision.eid] = thread
                grown.append(thread)
    return tuple(Thread(t.id, tuple(t.members)) for t in grown)


def _continue(
    alignment: Alignment,
    draft: Draft,
    place: int,
    earlier: Mapping[str, _Growing],
    here: dict[str, _Growing],
    which: tuple[int, Rank, Callable[[Link], bool]],
) -> None:
    """Let the threads that stood last in the draft `back` go on in this one, along those links of
    a rank with which they do go on, best first."""
    back, rank, goes_on = which
    order = {p.eid: n for n, p in enumerate(draft.provisions)}
    usable = [x for x in alignment.links if x.old is not None and x.new is not None]
    for link in sorted(usable, key=lambda x: (-x.score, order[x.new or ""], x.old or "")):
        if _rank(link) != rank or not goes_on(link):
            continue
        thread = earlier.get(link.old or "")
        if thread is None or link.new is None or thread.last != back or link.new in here:
            continue
        thread.members.append(Member(draft.symbol, link.new, link))
        thread.last = place
        here[link.new] = thread


class _Later:
    """What the drafts after a step say of it."""

    def __init__(
        self, drafts: Sequence[Draft], alignments: Mapping[tuple[str, str], Alignment]
    ) -> None:
        self._symbols = [draft.symbol for draft in drafts]
        self._partners: dict[tuple[str, str], dict[str, dict[str, float]]] = {}
        for ends, alignment in alignments.items():
            partners = self._partners[ends] = {}
            for link in alignment.links:
                if link.old is not None and link.new is not None:
                    partners.setdefault(link.old, {})[link.new] = link.score

    def unless_elsewhere(self, back: int, place: int) -> Callable[[Link], bool]:
        """Whether a provision of the draft `back` goes on in that at `place` by a link: not by a
        doubtful one if a later draft has the provision itself, and what the link leads to did not
        become that."""

        def goes_on(link: Link) -> bool:
            if link.decided or link.score >= PLAIN:
                return True
            for later in self._symbols[place + 1 :]:
                there = self._partners[self._symbols[back], later].get(link.old or "", {})
                itself = {eid for eid, score in there.items() if score >= ITSELF}
                steps = self._partners[self._symbols[place], later].get(link.new or "", {})
                if itself and not itself & steps.keys():
                    return False
            return True

        return goes_on


def _rank(link: Link) -> Rank:
    if link.decided:
        return "decided"
    return "sure" if link.score >= SURE else "possible"


def _origins(alignment: Alignment) -> dict[str, Link]:
    """For provisions that continue no thread: the link to what they were split off from."""
    found: dict[str, Link] = {}
    for link in alignment.links:
        if link.new is not None and link.old is not None:
            best = found.get(link.new)
            if best is None or link.score > best.score:
                found[link.new] = link
    return found
