"""The anchors of footnotes, put back on the words that they stood behind.

In: provisions as read, and the anchors that were lifted out of their blocks. Out: the provisions
with a mark for each anchor. A block may have been cut into a number, a heading and words, which may
have gone to several provisions: the place is found by the page's own characters, so that no cut
loses an anchor. Those of numbers and headings stand before the provision's words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.ingesters.walk.weave import Woven
from tracker.model import Mark, Provision


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor's own characters, and the block that it stood in at offset `at`."""

    block: Woven
    at: int
    printed: Woven


def with_anchors(
    provisions: Sequence[Provision], anchors: Iterable[Anchor]
) -> tuple[Provision, ...]:
    """The provisions with their anchors as `note` marks; the words of the blocks stand in them."""
    places = sorted(
        (span.page, span.start, span.end, n, span.at if field == "text" else -1)
        for n, provision in enumerate(provisions)
        for field, spans in (
            ("num", provision.num_spans),
            ("heading", provision.heading_spans),
            ("text", provision.spans),
        )
        for span in spans
    )
    found: dict[int, list[Mark]] = {}
    for anchor in anchors:
        page, start, behind = _beside(anchor)
        n = bisect_right(places, (page, start, 1 << 62)) - 1
        _, first, end, owner, at = places[max(n, 0)]
        offset = 0 if at < 0 else at + min(max(start - first, 0) + behind, end - first)
        mark = Mark("note", offset, offset, anchor.printed.text, spans=anchor.printed.spans)
        found.setdefault(owner, []).append(mark)
    made = (
        replace(one, marks=(*one.marks, *found[n])) if n in found else one
        for n, one in enumerate(provisions)
    )
    return tuple(made)


def _beside(anchor: Anchor) -> tuple[int, int, int]:
    """Page and offset of the character before an anchor, and 1; of the first after it, and 0,
    where none stands before it in its block; its own where the block is empty."""
    at = anchor.at - 1
    before = [span for span in anchor.block.spans if span.at <= at]
    if before:
        span = before[-1]
        return span.page, span.start + min(at - span.at, span.end - span.start - 1), 1
    span = (*anchor.block.spans, *anchor.printed.spans)[0]
    return span.page, span.start, 0
