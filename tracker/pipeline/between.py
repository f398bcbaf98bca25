"""What is found between pairs of drafts.

In: drafts with the alignments of all pairs and their threads. Out: a `Between` for each pair, in
their order. All pairs are looked at in one process: what is known of one draft alone is made once,
and what happened between two rounds is remembered for all rounds around them, which saves more than
other processes would.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tracker.diff import changes
from tracker.findings import Found, Past, findings
from tracker.history import threads
from tracker.model import Alignment, Change, Draft, Thread
from tracker.references import Followed, Indexed, followed, renumbered
from tracker.store.analysis import Pair, Renumbered


@dataclass(frozen=True, slots=True)
class Rounds:
    """All drafts in one language in their order, the alignments of all pairs, the threads; of some
    pairs, perhaps, also the changes that belong to their alignments."""

    drafts: tuple[Draft, ...]
    alignments: Mapping[Pair, Alignment]
    threads: tuple[Thread, ...]
    changes: Mapping[Pair, Sequence[Change]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        drafts: Sequence[Draft],
        alignments: Mapping[Pair, Alignment],
        changes: Mapping[Pair, Sequence[Change]] | None = None,
    ) -> Rounds:
        """Drafts in their order, with the threads through them."""
        through = tuple(threads(drafts, alignments))
        return cls(tuple(drafts), alignments, through, changes or {})


@dataclass(frozen=True, slots=True)
class Between:
    """What is found between two drafts, named by their symbols; `followed` is None where nobody
    looks at references."""

    pair: Pair
    followed: tuple[Followed, ...] | None
    renumbered: Renumbered
    findings: tuple[Found, ...]


def between(rounds: Rounds, pointing: Mapping[str, Indexed]) -> list[Between]:
    """What is found between all pairs.

    Args:
        pointing: by symbol the references of a draft; none where nobody looks at them.
    """
    past = Past(rounds.drafts, rounds.threads)
    return [
        _of_pair(rounds, pointing, past, old, new) for old, new in combinations(rounds.drafts, 2)
    ]


def _of_pair(
    rounds: Rounds, pointing: Mapping[str, Indexed], past: Past, old: Draft, new: Draft
) -> Between:
    pair = old.symbol, new.symbol
    alignment = rounds.alignments[pair]
    before, after = pointing.get(old.symbol), pointing.get(new.symbol)
    led = followed(before, after, alignment) if before and after else None
    known = rounds.changes.get(pair)
    changed = changes(old, new, alignment) if known is None else known
    return Between(
        pair,
        led,
        renumbered(changed, led or (), old, new),
        findings(old, new, alignment, changed, followed=led, past=past),
    )
