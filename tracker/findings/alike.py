"""Drafts that have too little in common for a missing link to show that something is not there.

In: two drafts and the links between them. Out: why what has no partner need not be gone, or new;
`""` for drafts that are alike. Where most of the words of one draft have partners in the other, as
when articles were only added, those that have none were looked for in vain. Where that holds of
neither, texts were written anew, and an article may have become one in quite other words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tracker.model import Draft, Link
from tracker.words import count

LEAST = 0.5
"""The share of the words of either draft that have a partner from which the two are alike."""

REWRITTEN = (
    "the two drafts were so much rewritten that what became of an article often cannot be told"
)


def doubt(old: Draft, new: Draft, links: Iterable[Link]) -> str:
    """Why nothing without a partner is gone, or new, for sure."""
    both = [link for link in links if link.old is not None and link.new is not None]
    shares = (
        _share(old, {link.old for link in both}),
        _share(new, {link.new for link in both}),
    )
    return REWRITTEN if max(shares) < LEAST else ""


def _share(draft: Draft, linked: Collection[str | None]) -> float:
    """Of the words of a draft those of the provisions that have a partner."""
    words = {one.eid: count(one.heading) + count(one.text) for one in draft.provisions}
    total = sum(words.values())
    return sum(n for eid, n in words.items() if eid in linked) / total if total else 1.0
