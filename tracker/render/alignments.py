"""The links of two drafts as a table in plain text or as JSON-ready data.

In: an `Alignment`. Out: a string or a plain dictionary.
"""

from __future__ import annotations

from tracker.model import Alignment
from tracker.render.decided import decision
from tracker.render.words import SAID


def links(alignment: Alignment) -> dict[str, object]:
    """The links of an alignment, as the `align` command gives them."""
    return {
        "links": [
            {
                "old": link.old,
                "new": link.new,
                "relation": link.relation,
                "score": link.score,
                "evidence": list(link.evidence),
                "runner_up": (
                    {"eid": link.runner_up.eid, "score": link.runner_up.score}
                    if link.runner_up
                    else None
                ),
                "decided": [decision(one) for one in link.decided],
            }
            for link in alignment.links
        ]
    }


def table(alignment: Alignment) -> str:
    """The links of an alignment as a table in plain text."""
    rows = [("older", "newer", "what became of it", "score", "why")]
    for link in alignment.links:
        rows.append(
            (
                link.old or "–",
                link.new or "–",
                SAID[link.relation],
                f"{link.score:.2f}" if link.old and link.new else "",
                "; ".join(link.evidence),
            )
        )
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[4]]).rstrip()
        for row in rows
    )
