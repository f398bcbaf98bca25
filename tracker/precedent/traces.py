"""Which characters of a text's provisions stand in those of another, by the changes of their links.

In: the drafts of one side and the hunks of changes. Out: for every provision which of its
characters are equal, in which provisions of the other side, and what stands instead of the others.
A change may tell of one provision, or of all that is inside it (an article that became a
paragraph); here every character has its one place again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tracker.diff.wording import difference
from tracker.model import Draft, Hunk, Operation, Provision

Segment = tuple[str, str]
"""The eId of a provision with its text; `""` with what stands between the texts."""

ENOUGH = 0.3
"""Share of its words from which on a provision is taken over that has no link of its own, but
stands inside one whose words were compared as a whole."""


@dataclass(slots=True)
class Trace:
    """One provision: which of its characters are equal, where to, and what stands instead; `whole`
    says that it was compared with all that is inside it."""

    provision: Provision
    equal: bytearray
    partners: dict[str, None] = field(default_factory=dict)
    holders: dict[str, None] = field(default_factory=dict)
    instead: dict[tuple[int, int], str] = field(default_factory=dict)
    score: float = 0.0
    whole: bool = False

    def runs(self) -> Iterator[tuple[bool, int, int]]:
        """Stretches of characters that are equal, or not, in order."""
        at = 0
        for value, found in groupby(self.equal):
            end = at + len(list(found))
            yield bool(value), at, end
            at = end

    def instead_of(self, start: int, end: int) -> str:
        """What stands instead of a stretch, or of the shortest one known that holds it."""
        held = [(e - s, told) for (s, e), told in self.instead.items() if s <= start and end <= e]
        return min(held, default=(0, ""))[1]


class Traces:
    """The provisions of one draft. `lost` is the operation on words that only this side has."""

    def __init__(self, draft: Draft, lost: Operation) -> None:
        self.lost: Operation = lost
        self.of = {p.eid: Trace(p, bytearray(len(p.text))) for p in draft.provisions}
        self.inner: dict[str, list[Provision]] = {}
        for provision in draft.provisions:
            if provision.parent is not None:
                self.inner.setdefault(provision.parent, []).append(provision)

    def take(self, eid: str, partner: Provision, hunks: Sequence[Hunk], score: float) -> None:
        """Take in the change of a link to `partner`."""
        trace = self.of[eid]
        own = trace.provision.text
        trace.partners[partner.eid] = None
        trace.score = max(trace.score, score)
        spelled = "".join(h.text for h in hunks if h.operation in ("equal", self.lost))
        whole = self.whole(eid)
        if spelled == own:
            whole = [(eid, own)]
        elif spelled != "".join(part for _, part in whole):
            raise AssertionError(f"{eid}: a change tells of other words than the provision's")
        else:
            trace.whole = True
        self._mark(whole, hunks, partner.eid)

    def alone(self, eid: str, partner: Provision) -> tuple[Hunk, ...]:
        """The hunks of two provisions by themselves. Those of a merger or a split are shared out
        among the parts in their order, which hides words that changed it."""
        own = self.of[eid].provision.text
        if self.lost == "insert":
            return difference(partner.text, own).hunks
        return difference(own, partner.text).hunks

    def whole(self, eid: str) -> list[Segment]:
        """The text of a provision and of all inside it, as a change of level is told."""
        own = self.of[eid].provision
        parts: list[list[Segment]] = [[(eid, own.text)]] if own.text else []
        for provision in self.inner.get(eid, ()):
            label = " ".join(x for x in (provision.num, provision.heading) if x)
            inside = self.whole(provision.eid)
            space = " " if label and inside else ""
            parts.append([("", label + space)] * bool(label) + inside)
        found: list[Segment] = []
        for part in parts:
            if part:
                found += [("", "\n"), *part] if found else part
        return found

    def _mark(self, segments: Sequence[Segment], hunks: Sequence[Hunk], partner: str) -> None:
        pieces = list(self._pieces(hunks))
        at = 0
        for eid, text in segments:
            end = at + len(text)
            for start, stop, equal, instead in pieces:
                first, last = max(start, at), min(stop, end)
                if eid and first < last:
                    trace = self.of[eid]
                    trace.holders[partner] = None
                    here = (first - at, last - at)
                    if equal:
                        trace.equal[slice(*here)] = b"\1" * (last - first)
                    elif instead:
                        trace.instead[here] = instead
            at = end

    def _pieces(self, hunks: Sequence[Hunk]) -> Iterator[tuple[int, int, bool, str]]:
        """Stretches of this side's text: whether the other has them, and what it has instead."""
        at = 0
        for n, hunk in enumerate(hunks):
            if hunk.operation not in ("equal", self.lost):
                continue
            end = at + len(hunk.text)
            beside = [*hunks[n + 1 : n + 2], *hunks[max(0, n - 1) : n]]
            instead = next((h.text for h in beside if h.operation not in ("equal", self.lost)), "")
            yield at, end, hunk.operation == "equal", instead.strip()
            at = end
