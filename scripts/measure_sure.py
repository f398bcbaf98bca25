#!/usr/bin/env python3
"""How often what we tell for sure is right, and how often what we tell as "possibly".

    python scripts/measure_sure.py

In: texts that `alignment_mutations` changed (those that `calibrate_align` fitted the links on, with
other changes), the shared alignment sets, the labels in `tests/labels`, and the drafts of the
shared folder. Out: the rows of README.md's table; `web/measured.toml` has the same counts.

A link is told as possible below `tracker.align.SURE`. Of a sentence on a change the fact that it
begins with is judged, if that names a kind of change which the labels know; kinds of which a
sentence only repeats the words (`QUOTED`) are left out. That its two provisions are the same was
not asked there: that is what the links show. Of proposals it is judged whether the words match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import bench_align_scores
import bench_align_sure
import measure_changes
import measure_links
import measure_uptake
from alignment_mutations import SORTS, mutate
from calibrate_align import TEXTS
from measured import data
from sample_changes import Sampled, compared, drafts, like

from tracker.align import SURE, align
from tracker.findings import changed
from tracker.findings.ground import Ground
from tracker.findings.item import ordered
from tracker.findings.known import Known
from tracker.findings.names import Fact
from tracker.ingesters import About
from tracker.references import followed
from tracker.texts import draft_of
from tracker.uptake import uptake

SEEDS = range(700, 702)
"""None that the links were fitted on."""

QUOTED = ("scope", "other", "heading", "moved")

Said = tuple[bool, bool]
"""Whether it was told for sure, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Of what was told how much is right: of how many, for sure and as possible."""

    name: str
    what: str
    sure: tuple[int, int]
    possibly: tuple[int, int]

    @property
    def told(self) -> str:
        """The row of README.md."""
        return f"| {self.what} | {_of(*self.sure)} | {_of(*self.possibly)} |"


def _of(right: int, every: int) -> str:
    return f"{right:,} of {every:,}" if every else "none told"


def rate(name: str, what: str, said: Iterable[Said]) -> Rate:
    """The rate of what was told.

    >>> rate("x", "made up", [(True, True), (True, False), (True, True)]).told
    '| made up | 2 of 3 | none told |'
    """
    every = list(said)
    surely, possibly = ([right for sure, right in every if sure is one] for one in (True, False))
    return Rate(name, what, (sum(surely), len(surely)), (sum(possibly), len(possibly)))


def links() -> Iterator[Rate]:
    """Whether the two provisions of a link are the same."""
    folder = bench_align_scores.folder()
    for name, what, said in (
        ("made", "links: five real texts, newly changed by a program", _made()),
        (
            "treaties",
            "links: eight treaties changed by a program, none used to fit",
            bench_align_sure.said(folder, "synthetic"),
        ),
        (
            "edition",
            "links: NIST SP 800-53 to its next edition, by its authors",
            bench_align_sure.said(folder, "official"),
        ),
        (
            "labelled",
            "links: the Irish bill and ANZUS, labelled by hand",
            measure_links.said(),
        ),
    ):
        yield rate(name, what, ((score >= SURE, right) for score, right in said))


def _made() -> Iterator[tuple[float, bool]]:
    texts = {name: draft_of(data(name), About("made", name, "2031-01-01")) for name in TEXTS}
    for kind in SORTS:
        for name, others in TEXTS.items():
            for seed in SEEDS:
                made = mutate(texts[name], [texts[one] for one in others], seed, kind)
                yield from bench_align_sure.judged(align(made.old, made.new).links, made.gold())


def sentences() -> Iterator[Rate]:
    """Whether a sentence on a change begins with a kind of change that it is."""
    fresh = list(_sentences("fresh"))
    unseen = [said for key, said in fresh if measure_changes.unseen(key)]
    seen = [said for _, said in _sentences("")]
    seen += [said for key, said in fresh if not measure_changes.unseen(key)]
    yield rate("unseen", "sentences: changes that no rule was made on", unseen)
    yield rate("seen", "sentences: changes that the rules were made on", seen)


def _sentences(sample: str) -> Iterator[tuple[measure_changes.Key, Said]]:
    folder = measure_changes.FOLDER / sample
    passes = [measure_changes.read_labels(folder / f"{name}.toml") for name in _PASSES]
    right = measure_changes.reference(*passes)
    for one in like(folder / "first.toml"):
        key = (*one.key, one.hash)
        lead = _lead(one)
        if lead is not None and lead.kind not in QUOTED:
            yield key, (lead.sure, lead.kind in right[key].holds)


_PASSES = ("first", "second", "settled")


def _lead(one: Sampled) -> Fact | None:
    """The fact that the sentence on a change begins with; None where it is not told."""
    ground, numbers = _ground(one.pair)
    number = numbers.get((one.old.eid, one.new.eid))
    if number is None:
        return None
    facts = changed.facts(ground, number, ground.arrivals().get(number, []))
    return ordered(facts)[0] if facts else None


@cache
def _ground(pair: str) -> tuple[Ground, dict[tuple[str | None, str | None], int]]:
    both = compared(pair)
    old, new = drafts(pair)
    moved = followed(old, new, both.alignment)
    ground = Ground(Known(old), Known(new), both.alignment, both.changes, moved)
    return ground, {(one.old, one.new): n for n, one in enumerate(ground.changes)}


def proposals() -> Iterator[Rate]:
    """Whether words that entered the GDPR match those of the proposals, as judged by hand."""
    old, new = (
        measure_uptake.draft(*name) for name in (measure_uptake.BEFORE, measure_uptake.AFTER)
    )
    asked = measure_uptake.gdpr(old)
    usual = measure_uptake.background()
    matches = measure_uptake.entered(uptake(asked, (old, new), background=usual))
    judged = {(x.proposal, x.eid): x for x in measure_uptake.read_labels(measure_uptake.LABELS)}
    said = [
        (one.sure, judged[one.proposal, one.eid].verdict == "match")
        for one in matches
        if (one.proposal, one.eid) in judged
    ]
    yield rate("proposals", "proposals: words that entered the GDPR, judged by hand", said)


def rates() -> list[Rate]:
    """All of them, in the order of README.md."""
    return [*links(), *sentences(), *proposals()]


def main() -> None:
    """Print the table."""
    print("| what was told | right, told for sure | right, told as possibly |\n|---|---|---|")
    for one in rates():
        print(one.told)


if __name__ == "__main__":
    main()
