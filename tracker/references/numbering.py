"""Which hunks of a change only follow a new numbering.

In: the changes between two drafts and what became of the references. Out: by the ends of a link,
the places of the hunks of its text that stand inside a reference whose number only followed what it
names: `article 17` that became `article 4` because the article did. Where the compared text is not
one stretch of a provision's own text, nothing is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tracker.model import Change, Draft, Hunk
from tracker.references.names import Followed
from tracker.references.spans import Spans, consequential

_NONE: Spans = frozenset()


def renumbered(
    changes: Iterable[Change], found: Sequence[Followed], old: Draft, new: Draft
) -> dict[tuple[str, str], frozenset[int]]:
    """By the eIds of a link the places, from 0, of such hunks; no entry where there are none."""
    follows = consequential(found)
    named = _named(found)
    texts = [{p.eid: p.text for p in draft.provisions} for draft in (old, new)]
    told: dict[tuple[str, str], frozenset[int]] = {}
    for change in changes:
        if change.old not in named[0] or change.new not in named[1] or change.coarse:
            continue
        assert change.old is not None and change.new is not None
        spans = follows(change)
        ranges = [
            _placed(change.text, text[eid], left_out, _holding(one, at[eid]))
            for text, eid, left_out, one, at in zip(
                texts, (change.old, change.new), ("insert", "delete"), spans, named, strict=True
            )
        ]
        places = _inside(change.text, ranges[0], ranges[1])
        if places:
            told[change.old, change.new] = places
    return told


def _named(found: Iterable[Followed]) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """On both sides, by provision, where references begin that only follow a new number."""
    old: dict[str, list[int]] = defaultdict(list)
    new: dict[str, list[int]] = defaultdict(list)
    for one in found:
        if one.outcome == "consequential" and one.sure and one.old and one.new:
            old[one.old.provision].append(one.old.start)
            new[one.new.provision].append(one.new.start)
    return old, new


def _holding(spans: Spans, starts: Sequence[int]) -> Spans:
    """The spans in which one of the references begins: others are there with the same number."""
    return frozenset((a, b) for a, b in spans if any(a <= start < b for start in starts))


def _placed(hunks: Sequence[Hunk], text: str, left_out: str, spans: Spans) -> Spans:
    """Spans of a provision's text as they count in the text that hunks give on one side."""
    whole = "".join(hunk.text for hunk in hunks if hunk.operation != left_out)
    at = text.find(whole) if whole else -1
    if at < 0 or text.find(whole, at + 1) >= 0:
        return _NONE
    return frozenset((a - at, b - at) for a, b in spans)


def _inside(hunks: Sequence[Hunk], old: Spans, new: Spans) -> frozenset[int]:
    """The places of the deleted and inserted hunks that stand in one of the spans; of a deletion
    and an insertion in its place both or none."""
    groups: list[list[tuple[int, bool]]] = [[]]
    here = there = 0
    for place, hunk in enumerate(hunks):
        size = len(hunk.text)
        if hunk.operation == "equal":
            groups.append([])
            here, there = here + size, there + size
        elif hunk.operation == "delete":
            groups[-1].append((place, _holds(old, hunk.text, here)))
            here += size
        else:
            groups[-1].append((place, _holds(new, hunk.text, there)))
            there += size
    return frozenset(p for group in groups if all(held for _, held in group) for p, _ in group)


def _holds(spans: Spans, text: str, at: int) -> bool:
    start = at + len(text) - len(text.lstrip())
    end = at + len(text.rstrip())
    return any(a <= start and end <= b for a, b in spans)
