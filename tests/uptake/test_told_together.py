"""Which proposals with the same words are told as one."""

from __future__ import annotations

from dataclasses import replace

from tracker.render.uptakes import _together
from tracker.uptake import Match, Run

SURE = Match(
    proposal="a",
    draft="D/2",
    stands_in="D/2",
    eid="art_1",
    kind="new words",
    runs=(Run(0, 40, 0, 40, 8, 8),),
    share=1.0,
    chance=1e-9,
    context=0,
    sure=True,
    also=("b", "c"),
)


def test_only_what_is_as_sure_is_told_with_a_match() -> None:
    undated = replace(SURE, proposal="b", sure=False, doubts=("no date",), also=("a", "c"))
    third = replace(SURE, proposal="c", also=("a", "b"))
    told = list(_together([SURE, third, undated]))
    assert [(one.proposal, one.also) for one in told] == [("a", ("c",)), ("b", ())]


def test_deletions_are_told_apart_from_words_that_entered() -> None:
    gone = replace(SURE, kind="deletion", also=("b",))
    assert [one.also for one in _together([SURE, gone])] == [(), ()]
