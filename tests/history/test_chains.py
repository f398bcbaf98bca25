"""Where comparing two drafts and going from draft to draft do not agree."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.history.test_threads import BELLS, GULLS, LAMPS, WIDOWS, written
from tracker.align import SURE, align
from tracker.history import Difference, differences, threads
from tracker.model import Alignment, Draft, Link

Alignments = dict[tuple[str, str], Alignment]


def aligned(*drafts: Draft) -> Alignments:
    return {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}


def found(drafts: tuple[Draft, ...], alignments: Alignments) -> tuple[Difference, ...]:
    return differences(drafts, alignments, threads(drafts, alignments))


THREE = (written(1, LAMPS, WIDOWS), written(2, LAMPS, WIDOWS), written(3, LAMPS, WIDOWS))


def linked(alignments: Alignments, old: int, new: int, *links: Link) -> Alignments:
    """With these links in the place of what was found between two drafts."""
    key = f"A/{old}", f"A/{new}"
    return {**alignments, key: Alignment(*key, links)}


def test_where_nothing_changes_the_ways_agree() -> None:
    assert found(THREE, aligned(*THREE)) == ()


def test_what_was_dropped_and_is_back_is_no_difference() -> None:
    drafts = (
        written(1, LAMPS, WIDOWS, BELLS),
        written(2, LAMPS, BELLS),
        written(3, LAMPS, WIDOWS, BELLS),
    )
    assert found(drafts, aligned(*drafts)) == ()


CROSSED = (Link("art_2", "art_1", "moved", 0.9), Link("art_1", "art_2", "moved", 0.9))


def test_a_direct_comparison_that_says_another_thing_is_reported_from_both_sides() -> None:
    assert found(THREE, linked(aligned(*THREE), 1, 3, *CROSSED)) == (
        Difference("A/1", "A/3", "direct", "art_1", "art_2", "art_1"),
        Difference("A/1", "A/3", "steps", "art_1", "art_1", "art_2"),
        Difference("A/1", "A/3", "direct", "art_2", "art_1", "art_2"),
        Difference("A/1", "A/3", "steps", "art_2", "art_2", "art_1"),
    )


def test_what_only_the_steps_find_leads_nowhere_directly() -> None:
    direct = (
        Link("art_1", "art_1", "same", 1.0),
        Link(None, "art_2", "inserted", 0.0),
        Link("art_2", None, "deleted", 0.0),
    )
    assert found(THREE, linked(aligned(*THREE), 1, 3, *direct)) == (
        Difference("A/1", "A/3", "steps", "art_2", "art_2", None),
    )


def test_a_guess_contradicts_nothing() -> None:
    guesses = tuple(replace(link, score=SURE / 2) for link in CROSSED)
    ways = {one.way for one in found(THREE, linked(aligned(*THREE), 1, 3, *guesses))}
    assert ways == {"steps"}


def test_a_way_of_which_one_step_is_a_guess_contradicts_nothing() -> None:
    """The thread leads on, but nobody claims that it does."""
    guess = (Link("art_1", "art_1", "same", 1.0), Link("art_2", "art_2", "same", SURE / 2))
    for step in ((1, 2), (2, 3)):
        alignments = linked(linked(aligned(*THREE), *step, *guess), 1, 3, *CROSSED)
        assert [(one.way, one.old) for one in found(THREE, alignments)] == [
            ("direct", "art_1"),
            ("steps", "art_1"),
            ("direct", "art_2"),
        ]


def test_parts_of_a_split_are_reached_by_both_ways() -> None:
    both = (Link("art_1", "art_1", "split", 0.9), Link("art_1", "art_2", "split", 0.9))
    drafts = (written(1, LAMPS), *THREE[1:])
    alignments = linked(linked(aligned(*drafts), 1, 2, *both), 1, 3, *both)
    assert found(drafts, alignments) == ()


articles = st.lists(st.sampled_from((LAMPS, WIDOWS, BELLS, GULLS)), unique=True, max_size=4)


@given(st.lists(articles, min_size=2, max_size=5))
def test_drafts_of_the_same_sentences_never_differ(rounds: list[list[str]]) -> None:
    """Articles that come, go, come back and change their order, word for word."""
    drafts = tuple(
        written(n, *some) if some else replace(written(n, LAMPS), provisions=())
        for n, some in enumerate(rounds, 1)
    )
    assert found(drafts, aligned(*drafts)) == ()


@st.composite
def links_at_will(draw: st.DrawFn) -> Alignments:
    """Three drafts of two articles, linked as if by a madman."""
    alignments: Alignments = {}
    for key in combinations(("A/1", "A/2", "A/3"), 2):
        ends = draw(
            st.lists(st.tuples(*[st.sampled_from(("art_1", "art_2"))] * 2), unique=True, max_size=4)
        )
        scores = st.sampled_from((0.2, 0.6, 1.0))
        links = [Link(old, new, "moved", draw(scores)) for old, new in ends]
        alignments[key] = Alignment(*key, tuple(links))
    return alignments


@given(links_at_will())
def test_every_disagreement_is_reported_and_nothing_else(alignments: Alignments) -> None:
    grown = threads(THREE, alignments)
    told = differences(THREE, alignments, grown)
    direct = {(x.old, x.new): x.score for x in alignments["A/1", "A/3"].links}
    first = {(x.old, x.new) for x in alignments["A/1", "A/2"].links}
    second = {(x.old, x.new) for x in alignments["A/2", "A/3"].links}
    steps = {(a, d) for a, b in first for c, d in second if b == c}
    for thread in grown:
        at = {member.symbol: member for member in thread.members}
        if {"A/1", "A/3"} <= at.keys():
            steps.add((at["A/1"].eid, at["A/3"].eid))
    expected = {ends for ends, score in direct.items() if score >= SURE and ends not in steps}
    assert {(x.old, x.new) for x in told if x.way == "direct"} == expected
    for one in told:
        assert (one.old_draft, one.new_draft) == ("A/1", "A/3")
        if one.way == "steps":
            assert (one.old, one.new) in steps
            assert (one.old, one.new) not in direct
