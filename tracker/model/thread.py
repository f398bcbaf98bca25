"""One provision through all the drafts that it stands in.

In: links between drafts in their order. Out: `Thread` and its members.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model.alignment import Link


@dataclass(frozen=True, slots=True)
class Member:
    """One provision of a thread: `eid` in the draft `symbol`, and the link by which it continues
    the member before (None for the first)."""

    symbol: str
    eid: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One provision through all the drafts it stands in, in their order.

    `id` is the address of its first member; the addresses of all members lead to the thread, so
    an address once given out stays good when rounds are added before, between or after.
    """

    id: str
    members: tuple[Member, ...]
