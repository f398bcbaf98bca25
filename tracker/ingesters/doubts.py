"""What a reader of a draft must be told of its reading: sentences that travel with the draft.

In: the provisions and the furniture of a source. Out: warnings in plain English, none if there is
nothing to warn of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.akn.eid import number_part
from tracker.model import Furniture, Provision
from tracker.read import Reading

MOST_UNPLACED = 0.005
"""The share of a source's characters that may be unplaced without a warning."""

MOST_NAMED = 5
"""Numbers printed twice that are named, before the rest is only counted."""


def doubts(
    reading: Reading, provisions: Iterable[Provision], furniture: Iterable[Furniture]
) -> tuple[str, ...]:
    """All warnings about a draft: the reader's own, what is unplaced, numbers printed twice."""
    return (*reading.warnings, *_unplaced(reading, furniture), *_twice(tuple(provisions)))


def _unplaced(reading: Reading, furniture: Iterable[Furniture]) -> Iterator[str]:
    """More of the source is unplaced than a reader can be expected to overlook."""
    lost = [piece for piece in furniture if piece.kind == "unplaced"]
    characters = sum(len("".join(piece.text.split())) for piece in lost)
    whole = sum(len("".join(page.split())) for page in reading.pages)
    if whole and characters > MOST_UNPLACED * whole:
        yield (
            f"{characters / whole:.1%} of the text could not be placed "
            f"(passages: {len(lost)}, the first on page {lost[0].page})"
        )


def _twice(provisions: Sequence[Provision]) -> Iterator[str]:
    """Articles that bear the same number, though they are no alternatives: a misprint, or a sign
    that a title was misread."""
    by_eid = {p.eid: p for p in provisions}
    found: dict[tuple[str, str], list[Provision]] = {}
    for provision in provisions:
        number = number_part(provision.num) if provision.kind == "article" else ""
        scope = _scope(provision, by_eid)
        if number and scope is not None:
            found.setdefault((scope, number.casefold()), []).append(provision)
    doubled = [group for group in found.values() if len(group) > 1]
    for group in doubled[:MOST_NAMED]:
        pages = sorted({p.page or 1 for p in group})
        where = f" (pages {', '.join(map(str, pages))})" if len(pages) > 1 else ""
        yield (
            f"the number {group[0].num.strip()!r} is printed {len(group)} times{where}; "
            "a reference to it may mean either"
        )
    if len(doubled) > MOST_NAMED:
        yield f"{len(doubled) - MOST_NAMED} more numbers of articles are printed more than once"


def _scope(provision: Provision, by_eid: dict[str, Provision]) -> str | None:
    """In what an article's number must be the only one: the annex that it stands in, or the text
    itself; None for one of several alternatives, and for text quoted from elsewhere."""
    if any(mark.kind == "alternative" for mark in provision.marks):
        return None
    above = by_eid.get(provision.parent or "")
    while above is not None:
        if above.kind in ("hcontainer", "quotedStructure"):
            return None
        if above.kind in ("attachment", "transitional"):
            return above.eid
        above = by_eid.get(above.parent or "")
    return ""
