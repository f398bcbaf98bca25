"""Brackets over time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.history.wording import aged, drafted
from tracker.history import Contest, Proposer, contests
from tracker.model import Draft, Mark

OTHER = "art_2 | Article 2 | | In fog the bell is rung four times in every minute by hand."


def marked(draft: Draft, marks: Sequence[Mark] | None = None, eid: str = "art_1") -> Draft:
    """The draft with these marks on a provision, or with one for each pair of brackets in it."""
    made = []
    for one in draft.provisions:
        given = marks if marks is not None and one.eid == eid else ()
        if marks is None:
            opened = [n for n, char in enumerate(one.text) if char == "["]
            closed = [n + 1 for n, char in enumerate(one.text) if char == "]"]
            given = [Mark("bracket", a, b) for a, b in zip(opened, closed, strict=True)]
        made.append(replace(one, marks=tuple(given)))
    return replace(draft, provisions=tuple(made))


def told(*texts: str, partial: Sequence[int] = ()) -> list[Contest]:
    """The contests of one article, whose brackets are told by the text."""
    rounds = (f"art_1 | Article 1 | | {one}\n{OTHER}" if one else OTHER for one in texts)
    drafts = [marked(one) for one in drafted(*rounds, partial=partial)]
    return list(contests(aged(drafts).ages, drafts))


Ending = tuple[str, list[int], str, int | None, str, str]


def endings(found: Sequence[Contest]) -> list[Ending]:
    """Of each: its words, its rounds, what became of it, when, what is left, what came instead."""
    return [
        (
            one.rounds[0].text,
            [each.place for each in one.rounds],
            one.outcome,
            one.resolved,
            one.kept,
            one.instead,
        )
        for one in found
    ]


A, B = "Every keeper", "the lamp by night and may not sleep."

CASES = [
    pytest.param(
        [f"{A} [shall] tend {B}", f"{A} [shall] tend {B}", f"{A} shall tend {B}"],
        [("shall", [0, 1], "kept", 2, "", "")],
        id="kept",
    ),
    pytest.param(
        [f"{A} shall [gladly] tend {B}", f"{A} shall tend {B}"],
        [("gladly", [0], "dropped", 1, "", "")],
        id="dropped",
    ),
    pytest.param(
        [f"{A} [shall] tend {B}", f"{A} is encouraged to tend {B}"],
        [("shall", [0], "replaced", 1, "", "is encouraged to")],
        id="replaced by new words",
    ),
    pytest.param(
        [f"{A} [shall] [may] tend {B}", f"{A} may tend {B}"],
        [("shall", [0], "replaced", 1, "", "may"), ("may", [0], "kept", 1, "", "")],
        id="replaced by its rival",
    ),
    pytest.param(
        [f"{A} shall tend [with oil of seals] {B}", f"{A} shall tend with oil {B}"],
        [("with oil of seals", [0], "partly kept", 1, "with oil", "")],
        id="partly kept",
    ),
    pytest.param(
        [f"{A} [shall] tend {B}", f"{A} [shall] tend {B}"],
        [("shall", [0, 1], "open", None, "", "")],
        id="open",
    ),
    pytest.param(
        [f"{A} [shall] tend {B}", f"{A} [shall gladly] tend {B}", f"{A} shall gladly tend {B}"],
        [("shall", [0, 1], "kept", 2, "", "")],
        id="the bracket grew",
    ),
    pytest.param(
        [f"{A} [shall] tend {B}", f"{A} shall tend {B}", f"{A} [shall] tend {B}"],
        [("shall", [0], "kept", 1, "", ""), ("shall", [2], "open", None, "", "")],
        id="contested again",
    ),
    pytest.param([f"{A} [...] shall tend {B}", f"{A} shall tend {B}"], [], id="no word inside"),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_what_became_of_words_in_brackets(texts: list[str], expected: list[Ending]) -> None:
    assert endings(told(*texts)) == expected


def test_what_was_contested_before_says_so() -> None:
    again = told(f"{A} [shall] tend {B}", f"{A} shall tend {B}", f"{A} [shall] tend {B}")
    assert [one.again for one in again] == [False, True]


def test_words_may_be_older_than_their_bracket() -> None:
    (one,) = told(f"{A} shall tend {B}", f"{A} [shall] tend {B}")
    assert (one.entered, one.rounds[0].place) == (0, 1)


def test_a_partial_document_ends_what_it_covers_alone() -> None:
    open_one = f"{A} [shall] tend {B}"
    (one,) = told(open_one, "", open_one, partial=(1,))
    assert ([each.place for each in one.rounds], one.outcome) == ([0, 2], "open")
    (one,) = told(open_one, f"{A} shall tend {B}", partial=(1,))
    assert (one.outcome, one.resolved) == ("kept", 1)
    (one,) = told(open_one, "", partial=(1,))
    assert (one.outcome, one.resolved) == ("not covered", None)


def test_the_words_are_followed_to_another_article() -> None:
    before = f"art_1 | Article 1 | | {A} [shall] tend {B}\n{OTHER}"
    after = f"{OTHER.replace('2', '1', 2)}\nart_2 | Article 2 | | {A} [shall] tend {B}"
    drafts = [marked(one) for one in drafted(before, after)]
    (one,) = contests(aged(drafts).ages, drafts)
    assert [each.spots[0].eid for each in one.rounds] == ["art_1", "art_2"]


TEXT = f"{A} [shall] tend {B}"
BRACKET = Mark("bracket", 13, 20)

NAMED = [
    pytest.param([replace(BRACKET, by="Aldova")], [Proposer("Aldova")], id="by the bracket"),
    pytest.param(
        [BRACKET, Mark("proponent", 14, 19, by="Brecony")],
        [Proposer("Brecony")],
        id="by a mark on its words",
    ),
    pytest.param(
        [BRACKET, Mark("proponent", 13, 20, by="Corvane", how="delete")],
        [Proposer("Corvane", "delete")],
        id="who wants it deleted",
    ),
    pytest.param(
        [
            Mark("proponent", 0, len(TEXT), by="Group", how="unit"),
            BRACKET,
            Mark("proponent", 13, 20, by="Estrand"),
        ],
        [Proposer("Estrand"), Proposer("Group")],
        id="the nearest first",
    ),
    pytest.param([BRACKET], [], id="nobody"),
]


@pytest.mark.parametrize(("marks", "by"), NAMED)
def test_who_is_named(marks: list[Mark], by: list[Proposer]) -> None:
    (draft,) = drafted(f"art_1 | Article 1 | | {TEXT}")
    drafts = [marked(draft, marks)]
    found = {one.kind: one for one in contests(aged(drafts).ages, drafts)}
    assert list(found["bracket"].by) == by


def test_an_option_in_its_bracket_is_one_contest() -> None:
    text = "Bells ring [Option 1: every hour] at night."
    (draft,) = drafted(f"art_1 | Article 1 | | {text}")
    marks = [Mark("bracket", 11, 33), Mark("alternative", 22, 32, how="Option 1")]
    drafts = [marked(draft, marks)]
    (one,) = contests(aged(drafts).ages, drafts)
    assert (one.kind, one.label, one.rounds[0].text) == ("alternative", "Option 1", "every hour")


def test_a_bracket_over_several_paragraphs_is_one_contest() -> None:
    (draft,) = drafted("""
    art_1 | Article 1 | | [Bells ring at night.
     art_1__para_1 | 1. | | They ring [four] times.
     art_1__para_2 | 2. | | Gulls are not fed meanwhile.]
    """)
    texts = {one.eid: one.text for one in draft.provisions}
    marks = {eid: [Mark("bracket", 0, len(text))] for eid, text in texts.items()}
    marks["art_1__para_1"].append(Mark("bracket", 10, 16))
    provisions = tuple(replace(one, marks=tuple(marks[one.eid])) for one in draft.provisions)
    drafts = [replace(draft, provisions=provisions)]
    found = contests(aged(drafts).ages, drafts)
    assert [[spot.eid for spot in one.rounds[0].spots] for one in found] == [
        ["art_1", "art_1__para_1", "art_1__para_2"],
        ["art_1__para_1"],
    ]
    assert found[0].rounds[0].text.startswith("Bells")
    assert found[0].rounds[0].text.endswith("meanwhile.")


def test_a_bracket_that_opens_before_a_number_is_one_contest() -> None:
    (draft,) = drafted("""
    art_1 | [Article 1 | Bells | Bells ring at night.
     art_1__para_1 | 1. | | They ring four times.]
    art_2 | [Article 2] | | In fog the bell is rung by hand.
    """)
    spans = {"art_1": "[Article 1", "art_1__para_1": "1.", "art_2": "[Article 2]"}
    marks = {eid: [Mark("bracket", 0, len(num), field="num")] for eid, num in spans.items()}
    marks["art_1"] += [Mark("bracket", 0, 5, field="heading"), Mark("bracket", 0, 20)]
    marks["art_1__para_1"].append(Mark("bracket", 0, 22))
    provisions = tuple(replace(one, marks=tuple(marks[one.eid])) for one in draft.provisions)
    drafts = [replace(draft, provisions=provisions)]
    (one,) = contests(aged(drafts).ages, drafts)
    assert [(spot.eid, spot.field) for spot in one.rounds[0].spots] == [
        ("art_1", "heading"),
        ("art_1", "text"),
        ("art_1__para_1", "text"),
    ]
    assert one.rounds[0].text == "Bells Bells ring at night. They ring four times."


def test_ten_thousand_brackets_take_seconds() -> None:
    text = "[lamp] [bell] " * 5_000
    drafts = [marked(one) for one in drafted(*[f"art_1 | Article 1 | | {text}"] * 2)]
    found = aged(drafts).ages
    start = time.process_time()
    assert len(contests(found, drafts)) == 10_000
    assert time.process_time() - start < 3


def test_ten_thousand_names_on_the_same_words_take_seconds() -> None:
    (draft,) = drafted(f"art_1 | Article 1 | | {TEXT}")
    marks = [Mark("proponent", 13, 20, by=f"State {n}") for n in range(10_000)]
    drafts = [marked(draft, [BRACKET, *marks])]
    found = aged(drafts).ages
    start = time.process_time()
    (one,) = contests(found, drafts)
    assert time.process_time() - start < 3
    assert 200 <= len(one.by) <= 300
