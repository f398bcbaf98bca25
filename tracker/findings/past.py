"""What provisions were in the rounds before, between and after two drafts.

In: all drafts of a negotiation in one language, in order, and their threads. Out: for a provision
that is new, what it was in an older round; since which round it stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.findings.doubts import of_link
from tracker.findings.known import Known
from tracker.function import Function
from tracker.model import Draft, Member, Provision, Thread

_MONTHS = """January February March April May June July August September October November
December"""


@dataclass(frozen=True, slots=True)
class Before:
    """A provision in a round before the older of two drafts: the draft, the provision, what it was
    there, and why the way from there is uncertain, `""` if it is sure."""

    draft: Draft
    provision: Provision
    function: Function
    why: str


class Past:
    """The rounds around two drafts."""

    def __init__(self, drafts: Sequence[Draft], threads: Sequence[Thread]) -> None:
        self._drafts = tuple(drafts)
        self._place = {draft.symbol: n for n, draft in enumerate(drafts)}
        self._threads = {(m.symbol, m.eid): one for one in threads for m in one.members}
        self._known = {draft.symbol: Known(draft) for draft in drafts}

    def known(self, draft: Draft) -> Known:
        """What is known of a draft by itself; of one of these rounds the same each time."""
        known = self._known.get(draft.symbol)
        return known if known is not None and known.draft is draft else Known(draft)

    def before(self, old: str, new: str, eid: str) -> Before | None:
        """What the provision `eid` of the draft `new` was in the last round before `old`; None if
        it was nothing, or stands in `old` too."""
        thread = self._threads.get((new, eid))
        if thread is None or old not in self._place:
            return None
        members = thread.members
        if any(m.symbol == old for m in members):
            return None
        older = [m for m in members if self._place[m.symbol] < self._place[old]]
        if not older:
            return None
        last = older[-1]
        known = self._known[last.symbol]
        provision, function = known.names.of[last.eid], known.functions[last.eid]
        doubts = [of_link(m.link) for m in self._way(members, last, new)]
        return Before(known.draft, provision, function, next((why for why in doubts if why), ""))

    def since(self, old: str, new: str, eid: str) -> Draft | None:
        """The round after `old` with which the provision `eid` of `new` came in, None if that is
        `new` itself or not known."""
        thread = self._threads.get((new, eid))
        if thread is None or old not in self._place:
            return None
        rounds = [
            m.symbol
            for m in thread.members
            if self._place[old] < self._place[m.symbol] < self._place[new]
        ]
        return self._drafts[self._place[rounds[0]]] if rounds else None

    def _way(self, members: Sequence[Member], last: Member, new: str) -> list[Member]:
        low, high = self._place[last.symbol], self._place[new]
        return [m for m in members if low < self._place[m.symbol] <= high]


def told(draft: Draft) -> str:
    """A draft by its symbol and, if that is known, its month.

    >>> from dataclasses import replace
    >>> from tracker.model import Source
    >>> one = Draft("n", "A/1", "2023-07-01", "en", "", "", Source("f", "", "text", 0), ())
    >>> told(one), told(replace(one, date="0001-01-01"))
    ('A/1 (July 2023)', 'A/1')
    """
    year, _, rest = draft.date.partition("-")
    month = rest[:2]
    if not year.isdigit() or int(year) < 2 or not month.isdigit() or not 1 <= int(month) <= 12:
        return draft.symbol
    return f"{draft.symbol} ({_MONTHS.split()[int(month) - 1]} {year})"
