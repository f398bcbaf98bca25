"""An alignment as people decided it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drafts import outline
from tracker.decisions import apply, rule_all
from tracker.diff import changes
from tracker.model import Action, Alignment, Candidate, Decision, Draft, Link, Relation

TEXTS = ("Lamps are lit.", "Bells are rung.", "Oil is kept dry.", "Gulls are fed.")


def draft(n: int, count: int = 4) -> Draft:
    lines = [f"art_{k} | Article {k} | | {TEXTS[k - 1]}" for k in range(1, count + 1)]
    return outline("\n".join(lines), symbol=f"L/{n}", date=f"2031-01-0{n}")


OLD, NEW = draft(1), draft(2)


def decision(action: Action, old: int, new: int, relation: Relation | str = "") -> Decision:
    return Decision(
        action=action,
        old_draft="L/1",
        old=f"article {old}",
        old_words=TEXTS[old - 1],
        new_draft="L/2",
        new=f"article {new}",
        new_words=TEXTS[new - 1],
        name="Ada Lund",
        date="2031-05-06",
        reason="I read both; they are plain.",
        relation=relation,
        language="en",
    )


def link(old: int | None, new: int | None, relation: Relation, score: float = 0.8) -> Link:
    ends = [None if n is None else f"art_{n}" for n in (old, new)]
    return Link(*ends, relation, score if old and new else 0.0, (f"{old}{new}",) if score else ())


def alignment(*links: Link) -> Alignment:
    return Alignment("L/1", "L/2", links)


FOUND = alignment(
    replace(link(1, 1, "same"), runner_up=Candidate("art_3", 0.4)),
    link(2, 2, "split"),
    link(2, 3, "split"),
    link(None, 4, "inserted"),
    link(3, None, "deleted"),
    link(4, None, "deleted"),
)


def followed(*decided: Decision) -> Alignment:
    return apply(FOUND, OLD, NEW, rule_all(decided, (OLD, NEW)))


def told(found: Alignment) -> list[tuple[str | None, str | None, str, float, int]]:
    return [
        (x.old and x.old[-1], x.new and x.new[-1], x.relation, x.score, len(x.decided))
        for x in found.links
    ]


CASES: dict[str, tuple[list[Decision], list[tuple[str | None, str | None, str, float, int]]]] = {
    "nothing": ([], told(FOUND)),
    "accepted": (
        [decision("accept", 1, 1)],
        [("1", "1", "same", 1.0, 1), *told(FOUND)[1:]],
    ),
    "accepted as something else": (
        [decision("accept", 1, 1, "moved")],
        [("1", "1", "moved", 1.0, 1), *told(FOUND)[1:]],
    ),
    "accepted, one part of a split": (
        [decision("accept", 2, 3)],
        [*told(FOUND)[:2], ("2", "3", "split", 1.0, 1), *told(FOUND)[3:]],
    ),
    "rejected: no other takes its place": (
        [decision("reject", 1, 1)],
        [
            (None, "1", "inserted", 0.0, 1),
            *told(FOUND)[1:4],
            ("1", None, "deleted", 0.0, 1),
            *told(FOUND)[4:],
        ],
    ),
    "rejected, one part of a split: the other is no part": (
        [decision("reject", 2, 3)],
        [
            told(FOUND)[0],
            ("2", "2", "same", 0.8, 0),
            (None, "3", "inserted", 0.0, 1),
            *told(FOUND)[3:],
        ],
    ),
    "rejected, though nobody found it": ([decision("reject", 3, 4)], told(FOUND)),
    "added": (
        [decision("add", 3, 4, "moved")],
        [*told(FOUND)[:3], ("3", "4", "moved", 1.0, 1), ("4", None, "deleted", 0.0, 0)],
    ),
    "added in the place of another": (
        [decision("add", 4, 1, "moved")],
        [
            ("4", "1", "moved", 1.0, 1),
            *told(FOUND)[1:4],
            ("1", None, "deleted", 0.0, 1),
            ("3", None, "deleted", 0.0, 0),
        ],
    ),
    "added to a split": (
        [decision("add", 2, 4, "split")],
        [*told(FOUND)[:3], ("2", "4", "split", 1.0, 1), *told(FOUND)[4:]],
    ),
    "added to a merger": (
        [decision("add", 3, 1, "merged")],
        [told(FOUND)[0], ("3", "1", "merged", 1.0, 1), *told(FOUND)[1:4], told(FOUND)[5]],
    ),
    "accepted, though it is not found any more": (
        [decision("accept", 3, 4)],
        [*told(FOUND)[:3], ("3", "4", "renumbered", 1.0, 1), ("4", None, "deleted", 0.0, 0)],
    ),
    "accepted twice, in two notations": (
        [decision("accept", 1, 1), replace(decision("accept", 1, 1), old="art_1", name="Bo Ek")],
        [("1", "1", "same", 1.0, 2), *told(FOUND)[1:]],
    ),
    "accepted and rejected, in two notations": (
        [decision("accept", 1, 1), replace(decision("reject", 1, 1), old="art_1", name="Bo Ek")],
        told(FOUND),
    ),
    "two people want it alone": (
        [decision("add", 3, 4, "same"), decision("add", 3, 1, "moved")],
        told(FOUND),
    ),
    "two links accepted that were not found": (
        [decision("accept", 3, 4), decision("accept", 4, 4)],
        [
            *told(FOUND)[:3],
            ("3", "4", "merged", 1.0, 1),
            ("4", "4", "merged", 1.0, 1),
        ],
    ),
    "accepted as found, and a part added": (
        [decision("accept", 1, 1), decision("add", 1, 4, "split")],
        [
            ("1", "1", "split", 1.0, 1),
            *told(FOUND)[1:3],
            ("1", "4", "split", 1.0, 1),
            *told(FOUND)[4:],
        ],
    ),
    "two people on one provision": (
        [decision("add", 3, 4, "split"), decision("add", 3, 1, "split")],
        [
            ("3", "1", "split", 1.0, 1),
            *told(FOUND)[1:3],
            ("3", "4", "split", 1.0, 1),
            ("1", None, "deleted", 0.0, 1),
            ("4", None, "deleted", 0.0, 0),
        ],
    ),
}


@pytest.mark.parametrize(("decided", "links"), CASES.values(), ids=CASES)
def test_decisions_are_followed(
    decided: list[Decision], links: list[tuple[str | None, str | None, str, float, int]]
) -> None:
    for order in permutations(decided):
        assert told(followed(*order)) == links


def test_a_decision_is_told_with_name_date_and_reason() -> None:
    found = followed(decision("accept", 1, 1), decision("reject", 2, 3))
    said = "by Ada Lund on 2031-05-06: I read both, they are plain."
    assert found.links[0].evidence == (f"confirmed {said}", "11")
    assert found.links[0].runner_up == Candidate("art_3", 0.4)
    assert found.links[2].evidence == (f"rejected {said}",)
    assert found.links[2].decided[0].reason == "I read both; they are plain."


def test_what_is_not_followed_changes_nothing() -> None:
    stale = replace(decision("reject", 1, 1), old_words="Lanterns are lit.")
    assert followed(stale) is FOUND


numbers = st.integers(1, 4)
any_link = st.tuples(numbers, numbers, st.sampled_from(["same", "moved", "split", "merged"]))


def aligned(links: list[tuple[int, int, Relation]]) -> Alignment:
    """An alignment with these links, each pair once, the lone told as such."""
    pairs = {(old, new): relation for old, new, relation in links}
    found = [link(old, new, pairs[old, new]) for old, new in sorted(pairs, key=lambda x: x[::-1])]
    new = {n for _, n in pairs}
    found += [link(None, n, "inserted", 0) for n in range(1, 5) if n not in new]
    found.sort(key=lambda x: x.new or "")
    old = {n for n, _ in pairs}
    found += [link(n, None, "deleted", 0) for n in range(1, 5) if n not in old]
    return alignment(*found)


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    ends = draw(st.lists(st.tuples(numbers, numbers), unique=True, max_size=5))
    found = []
    for old, new in ends:
        action: Action = draw(st.sampled_from(["accept", "reject", "add"]))
        relation = "" if action != "add" else draw(st.sampled_from(["moved", "split", "merged"]))
        found.append(decision(action, old, new, relation))
    return found


@given(st.lists(any_link, max_size=6), decisions(), st.randoms())
def test_whatever_is_decided(
    links: list[tuple[int, int, Relation]], decided: list[Decision], random: Random
) -> None:
    """Every provision stands in a link, a person's word holds, the order of the file is none."""
    before = aligned(links)
    found = apply(before, OLD, NEW, rule_all(decided, (OLD, NEW)))
    assert {x.old for x in found.links} - {None} == {p.eid for p in OLD.provisions}
    assert {x.new for x in found.links} - {None} == {p.eid for p in NEW.provisions}
    pairs = [(x.old, x.new) for x in found.links]
    assert len(pairs) == len(set(pairs))
    ruled = rule_all(decided, (OLD, NEW))
    assert {one.state for one in ruled} <= {"applied", "contested"}
    for one in ruled:
        if one.state == "applied":
            assert ((one.old, one.new) in pairs) == (one.decision.action != "reject")
    for one, other in combinations((x for x in found.links if x.decided and x.old and x.new), 2):
        if one.old == other.old or one.new == other.new:
            assert {one.relation, other.relation} <= {"split", "merged"}
    alone = {x.old for x in found.links if x.new is None}
    assert not alone & {x.old for x in found.links if x.new is not None}
    places = [x.new for x in found.links if x.new is not None]
    assert places == sorted(places)
    assert [x.new is None for x in found.links] == sorted(x.new is None for x in found.links)
    assert len(changes(OLD, NEW, found)) == len(found.links)
    random.shuffle(decided)
    assert apply(before, OLD, NEW, rule_all(decided, (OLD, NEW))) == found
