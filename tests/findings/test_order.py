"""Which findings are told first, and what other rounds add."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.drafts import outline
from tests.findings.made import NEW, OLD, told
from tracker.align import align
from tracker.findings import KINDS, Found, Kind, Past, counts, first
from tracker.history import threads


def found(kind: Kind, rank: int, *, sure: bool = True) -> Found:
    """A finding of which only kind and rank matter."""
    return Found(kind, f"{kind} {rank}.", rank, None, None, (), sure, "" if sure else "it may be")


def test_ranks_count_from_one_and_follow_the_kinds() -> None:
    ones = told(OLD, NEW)
    assert [one.rank for one in ones] == list(range(1, len(ones) + 1))
    order = list(KINDS)
    for one, other in pairwise(ones):
        assert order.index(one.kind) <= order.index(other.kind)


def test_no_kind_crowds_out_the_others() -> None:
    ones = [found("force", n) for n in range(1, 21)]
    ones += [found("gone", 21), found("new", 22), found("scope", 23), found("editorial", 24)]
    assert [one.rank for one in first(ones, 5)] == [1, 2, 3, 21, 22]


def test_wording_is_never_among_the_first() -> None:
    ones = [found("force", 1), found("editorial", 2)]
    assert [one.rank for one in first(ones)] == [1]


def test_what_is_uncertain_waits_for_what_is_sure_but_a_change_of_job_does_not() -> None:
    ones = [
        found("function", 1, sure=False),
        found("force", 2, sure=False),
        found("moved", 3),
        found("heading", 4),
    ]
    assert [one.rank for one in first(ones, 3)] == [1, 3, 4]
    assert [one.rank for one in first(ones, 4)] == [1, 2, 3, 4]


def test_counts_are_in_the_order_of_kinds() -> None:
    ones = [found("moved", 1), found("force", 2), found("moved", 3)]
    assert list(counts(ones).items()) == [("force", 1), ("moved", 2)]


def test_a_graver_change_comes_first_within_its_kind() -> None:
    old = """
    art_1 | Article 1 | | The keeper may ring the bell of the harbour when the fog has come in.
    art_2 | Article 2 | | The master shall light the lamp of the tower before the night has begun.
    """
    new = """
    art_1 | Article 1 | | The keeper should ring the bell of the harbour when the fog has come in.
    art_2 | Article 2 | | The master may light the lamp of the tower before the night has begun.
    """
    assert [one.new for one in told(old, new) if one.kind == "force"] == ["art_2", "art_1"]


ROUNDS = (
    """
    art_1 | Article 1 | Bells | The bell of the harbour is rung at noon by the eldest keeper.
    art_7 | Article 7 | Attacks on lighthouses | Each Party shall adopt the laws needed to make it a \
criminal offence, where committed intentionally, to put out the lamp of a lighthouse.
    """,
    """
    art_1 | Article 1 | Bells | The bell of the harbour is rung at noon by the eldest keeper.
    """,
    """
    art_1 | Article 1 | Bells | The bell of the harbour is rung at noon by the eldest keeper.
    art_2 | Article 2 | Sanctions | A Party may provide for aggravating circumstances, among them, where \
committed intentionally, to put out the lamp of a lighthouse.
    """,
)


def past() -> Past:
    """Three rounds, of which the second lacks what the first and the third have."""
    drafts = [
        outline(text, symbol=f"A/{n}", date=f"203{n}-05-01") for n, text in enumerate(ROUNDS, 1)
    ]
    pairs = {
        (one.symbol, other.symbol): align(one, other)
        for n, one in enumerate(drafts)
        for other in drafts[n + 1 :]
    }
    return Past(drafts, threads(drafts, pairs))


def test_what_came_back_as_something_else_is_a_change_of_job() -> None:
    rounds = past()
    second, third = (
        outline(text, symbol=f"A/{n}", date=f"203{n}-05-01") for n, text in enumerate(ROUNDS[1:], 2)
    )
    alone = [one.kind for one in told(second, third)]
    (lead,) = told(second, third, rounds)
    assert alone == ["new"]
    assert lead.kind == "function"
    assert (lead.old, lead.new) == (None, "art_2")
    assert "is now an aggravating circumstance: “A Party may" in lead.sentence
    assert (
        "until A/1 (May 2031) it was an offence of its own, Article 7 “Attacks on" in lead.sentence
    )


def test_since_when_something_is_there_is_told() -> None:
    drafts = [
        outline(text, symbol=f"A/{n}", date=f"203{n}-05-01")
        for n, text in enumerate((ROUNDS[1], ROUNDS[2], ROUNDS[2]), 1)
    ]
    pairs = {
        (one.symbol, other.symbol): align(one, other)
        for n, one in enumerate(drafts)
        for other in drafts[n + 1 :]
    }
    (new,) = told(drafts[0], drafts[2], Past(drafts, threads(drafts, pairs)))
    assert new.sentence.endswith("; it came in with A/2 (May 2032).")


def test_what_a_partial_document_lacks_is_only_possibly_back() -> None:
    """The second round may just not hold it; only the first and the third are known to."""
    oil = "art_1 | Article 1 | Oil | The keeper fetches oil for every lamp of the harbour at dawn."
    bells = "art_2 | Article 2 | Bells | A bell of bronze is rung from the pier in every fog."
    texts = (f"{oil}\n{bells}", oil, f"{oil}\n{bells}")
    for partial in (False, True):
        drafts = [
            outline(text, symbol=f"A/{n}", date=f"203{n}-05-01", partial=partial and n == 2)
            for n, text in enumerate(texts, 1)
        ]
        pairs = {
            (one.symbol, other.symbol): align(one, other)
            for n, one in enumerate(drafts)
            for other in drafts[n + 1 :]
        }
        (back,) = told(drafts[1], drafts[2], Past(drafts, threads(drafts, pairs)))
        assert back.kind == "new"
        assert "is back" in back.sentence
        assert back.sure is not partial
        assert ("A/2 covers only part of the text" in back.why) is partial


def test_what_is_new_shows_what_else_it_is() -> None:
    oil = "art_1 | Article 1 | Oil | The keeper fetches oil for every lamp of the harbour at dawn."
    fine = (
        "art_2 | Article 2 | Bells | Whoever rings the bell without cause is liable to a fine or to "
        "imprisonment, without prejudice to human rights."
    )
    (new,) = told(oil, f"{oil}\n{fine}")
    assert new.kind == "new"
    assert new.also == ("safeguard", "penalty")


HARD = [
    pytest.param(" " * 50_000 + "x", id="blanks"),
    pytest.param("The keeper shall ring the bell where the fog is thick, " * 2_000, id="one block"),
    pytest.param("[(" * 10_000 + "])" * 10_000, id="brackets"),
    pytest.param("“" * 10_000 + " shall. " * 2_000, id="signs"),
]


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_take_no_long(text: str) -> None:
    old = outline("art_1 | Article 1 | | x")
    (article,) = old.provisions
    new = replace(old, symbol="A/2", provisions=(replace(article, text=f"{text} may"),))
    old = replace(old, provisions=(replace(article, text=f"{text} shall not"),))
    began = time.process_time()
    told(old, new)
    assert time.process_time() - began < 10
