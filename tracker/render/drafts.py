"""One draft as JSON-ready data.

In: a `Draft`. Out: its provisions as plain dictionaries, each with the marks on its words.
"""

from __future__ import annotations

from tracker.model import Draft, Mark, Provision


def provisions(draft: Draft) -> list[dict[str, object]]:
    """The provisions of a draft, in document order, as the `convert` command gives them."""
    return [
        {
            "eid": p.eid,
            "kind": p.kind,
            "num": p.num,
            "heading": p.heading,
            "text": p.text,
            "page": p.page,
            "parent": p.parent,
            "marks": [_mark(p, mark) for mark in p.marks],
        }
        for p in draft.provisions
    ]


def _mark(provision: Provision, mark: Mark) -> dict[str, object]:
    """A mark with its words; what it does not say is left out."""
    said = {name: getattr(mark, name) for name in ("printed", "by", "date", "how")}
    return {
        "kind": mark.kind,
        "field": mark.field,
        "start": mark.start,
        "end": mark.end,
        "words": provision.words(mark),
        **{name: value for name, value in said.items() if value},
    }
