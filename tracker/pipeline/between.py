"""What is found between pairs of drafts, in processes where there are many.

In: drafts with the alignments of all pairs and their threads. Out: a `Between` for each pair, in
their order, the same whatever computes them. What is known of one draft alone is made once in each
process, so a few pairs are quicker in this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import chain, combinations

from tracker.diff import changes
from tracker.findings import Found, Past, findings
from tracker.history import threads
from tracker.model import Alignment, Draft, Thread
from tracker.references import Followed, Indexed, followed, indexed, renumbered
from tracker.store.analysis import Renumbered

_WORTH = 10
"""The pairs that make another process worth while."""

_MOST = 8


@dataclass(frozen=True, slots=True)
class Rounds:
    """All drafts in one language in their order, the alignments of all pairs, the threads."""

    drafts: tuple[Draft, ...]
    alignments: Mapping[tuple[str, str], Alignment]
    threads: tuple[Thread, ...]

    @classmethod
    def of(cls, drafts: Sequence[Draft], alignments: Mapping[tuple[str, str], Alignment]) -> Rounds:
        """Drafts in their order, with the threads through them."""
        return cls(tuple(drafts), alignments, tuple(threads(drafts, alignments)))


@dataclass(frozen=True, slots=True)
class Between:
    """What is found between two drafts, named by their symbols; `followed` is None where nobody
    looks at references."""

    pair: tuple[str, str]
    followed: tuple[Followed, ...] | None
    renumbered: Renumbered
    findings: tuple[Found, ...]


def between(rounds: Rounds, executor: Executor | None) -> Callable[[], list[Between]]:
    """Begin with what is found between all pairs; the answer gives it, when it is asked for."""
    pairs = list(combinations(range(len(rounds.drafts)), 2))
    parts = min(_MOST, len(pairs) // _WORTH)
    if executor is None or parts < 2:
        return lambda: _of_pairs(rounds, pairs)
    begun = [executor.submit(_of_pairs, rounds, pairs[part::parts]) for part in range(parts)]

    def ended() -> list[Between]:
        found = {one.pair: one for one in chain.from_iterable(part.result() for part in begun)}
        symbols = [draft.symbol for draft in rounds.drafts]
        return [found[symbols[old], symbols[new]] for old, new in pairs]

    return ended


def _of_pairs(rounds: Rounds, pairs: Sequence[tuple[int, int]]) -> list[Between]:
    past = Past(rounds.drafts, rounds.threads)
    pointing: dict[int, Indexed | None] = {
        n: indexed(rounds.drafts[n]) for n in sorted(set(chain.from_iterable(pairs)))
    }
    return [_of_pair(rounds, past, pointing, *pair) for pair in pairs]


def _of_pair(
    rounds: Rounds, past: Past, pointing: Mapping[int, Indexed | None], m: int, n: int
) -> Between:
    old, new = rounds.drafts[m], rounds.drafts[n]
    alignment = rounds.alignments[old.symbol, new.symbol]
    before, after = pointing[m], pointing[n]
    led = followed(before, after, alignment) if before and after else None
    changed = changes(old, new, alignment)
    return Between(
        (old.symbol, new.symbol),
        led,
        renumbered(changed, led or (), old, new),
        findings(old, new, alignment, changed, followed=led, past=past),
    )
