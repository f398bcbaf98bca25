"""Threads and the two ways through the negotiation that comes with the tracker."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

from tracker.align import SURE, align
from tracker.history import Difference, differences, threads
from tracker.ingesters import About
from tracker.manifest import load
from tracker.model import Alignment, Draft, Thread
from tracker.texts import draft_of

FOLDER = Path(__file__).resolve().parent.parent.parent / "drafts" / "un-cybercrime"

Whole = tuple[
    tuple[Draft, ...],
    dict[tuple[str, str], Alignment],
    tuple[Thread, ...],
    tuple[Difference, ...],
]


@cache
def bundled() -> Whole:
    negotiation = load(FOLDER / "manifest.toml")
    drafts = tuple(
        draft_of(
            FOLDER / one.file,
            About(negotiation.id, one.symbol, one.date, "en", partial=one.partial or one.excerpt),
            one.convention,
        )
        for one in negotiation.rounds
    )
    alignments = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    grown = threads(drafts, alignments)
    return drafts, alignments, grown, differences(drafts, alignments, grown)


def test_an_offence_that_came_back_as_a_circumstance_is_one_thread() -> None:
    _, _, grown, _ = bundled()
    (found,) = [
        [(m.symbol, m.eid) for m in thread.members]
        for thread in grown
        if any((m.symbol, m.eid) == ("A/75/980", "art_8") for m in thread.members)
    ]
    assert found == [
        ("A/75/980", "art_8"),
        ("A/AC.291/16", "art_10"),
        ("A/AC.291/L.15", "art_21__para_2"),
        ("A/RES/79/243", "art_21__para_2"),
    ]


def test_the_two_ways_agree_but_for_a_few_provisions_and_these_are_reported() -> None:
    drafts, alignments, grown, found = bundled()
    place = {draft.symbol: n for n, draft in enumerate(drafts)}
    assert found
    claims = sum(
        link.old is not None and link.new is not None and link.score >= SURE
        for ends, alignment in alignments.items()
        if place[ends[1]] - place[ends[0]] > 1
        for link in alignment.links
    )
    direct = [one for one in found if one.way == "direct"]
    assert len(direct) < 0.02 * claims
    for one in direct:
        links = alignments[one.old_draft, one.new_draft].links
        assert [x for x in links if (x.old, x.new) == (one.old, one.new) and x.score >= SURE]
    threaded = {
        frozenset({(a.symbol, a.eid), (b.symbol, b.eid)})
        for thread in grown
        for a, b in combinations(thread.members, 2)
    }
    for one in found:
        ends = frozenset({(one.old_draft, one.old), (one.new_draft, one.new)})
        assert (ends in threaded) == (one.way == "steps")
