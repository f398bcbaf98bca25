"""Claims on real drafts: what anybody can look up, and every answer against a plain search."""

from __future__ import annotations

import random
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tracker.align import align
from tracker.claims import Outcome, judge_all
from tracker.function import Function, functions
from tracker.history import threads
from tracker.ingesters import About
from tracker.model import Check, Claim, Draft, Thread
from tracker.texts import draft_of
from tracker.words import words

PROPOSAL, REGULATION = "COM(2012) 11", "2016/679"
GDPR = (
    (PROPOSAL, "2012-01-25", "gdpr/com-2012-11-proposal.en.txt"),
    (REGULATION, "2016-04-27", "gdpr/regulation-2016-679.en.txt"),
)
BILL = tuple(
    (name, f"2014-0{n}-01", f"ireland-bill-35-2014/{name}.odt")
    for n, name in enumerate(("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S"), 4)
)

Read = tuple[tuple[Draft, ...], tuple[Thread, ...], dict[str, dict[str, Function]]]


@cache
def read(folder: Path, files: tuple[tuple[str, str, str], ...]) -> Read:
    drafts = tuple(draft_of(folder / name, About("real", s, date)) for s, date, name in files)
    pairs = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    return drafts, threads(drafts, pairs), {d.symbol: functions(d) for d in drafts}


def outcomes(of: Read, claims: list[Claim]) -> list[list[Outcome]]:
    return [[one.outcome for one in claim.checks] for claim in judge_all(claims, *of)]


KNOWN = {
    "article of its own": ("art_17", Check("was_own_article", ("forgotten",)), "holds"),
    "renumbered": ("art_37", Check("says", ("250 persons",), symbol=PROPOSAL), "holds"),
    "dropped there": ("art_37", Check("said_until", ("250 persons",), symbol=PROPOSAL), "holds"),
    "not everywhere": (
        "art_37",
        Check("said_until", ("250 persons",), symbol=PROPOSAL, where="draft"),
        "fails",
    ),
    "a duty": ("art_37__para_1", Check("may_only", ("designate",)), "fails"),
    "an option": ("art_12__para_5", Check("may_only", ("refuse to act",)), "holds"),
    "both": ("art_37__para_4", Check("may_only"), "cannot be told"),
    "longer period": ("art_33", Check("says", ("72 hours",)), "holds"),
    "its shorter one": ("art_33", Check("says", ("24 hours",), symbol=PROPOSAL), "holds"),
    "per cent": ("art_83__para_1", Check("says", ("4 %",)), "fails"),
    "per cent there": ("art_83", Check("says", ("4 %",)), "holds"),
    "safeguard": ("art_20", Check("function_was", function="safeguard"), "holds"),
    "final clause": ("art_99", Check("function_is", function="final clause"), "holds"),
    "no crime": ("art_83", Check("function_is", function="offence"), "fails"),
    "refers": ("art_17", Check("refers_to", target="art_6__para_1__point_a"), "holds"),
    "one of a list": ("art_13", Check("refers_to", target="art_46"), "holds"),
    "never gone": ("art_33", Check("came_back"), "fails"),
}


@pytest.mark.shared
def test_what_anybody_can_look_up(shared_data: Path) -> None:
    claims = [
        Claim(eid, name, "x", "2016", REGULATION, checks=(check,))
        for name, (eid, check, _) in KNOWN.items()
    ]
    found = outcomes(read(shared_data, GDPR), claims)
    assert dict(zip(KNOWN, found, strict=True)) == {name: [row[2]] for name, row in KNOWN.items()}


def plainly_there(draft: Draft, eid: str, phrase: str) -> bool:
    """Whether a phrase stands in a provision or in what is inside it, word by word."""
    held, wanted = {eid}, words(phrase)
    for one in draft.provisions:
        if one.eid == eid or one.parent in held:
            held.add(one.eid)
            for text in (one.heading, one.text):
                listed = words(text)
                starts = range(len(listed) - len(wanted) + 1)
                if any(listed[n : n + len(wanted)] == wanted for n in starts):
                    return True
    return False


@pytest.mark.shared
@pytest.mark.parametrize("files", [GDPR, BILL], ids=["regulation", "bill of five stages"])
def test_the_answers_are_those_of_a_plain_search(
    shared_data: Path, files: tuple[tuple[str, str, str], ...]
) -> None:
    """Phrases of three words, each asked of the provision it is from and of another."""
    of = read(shared_data, files)
    choice = random.Random(11)
    last = of[0][-1]
    long = [p for p in last.provisions if len(words(p.text)) > 8 and not p.marks]
    claims, expected = [], []
    for _ in range(150):
        source, other = choice.choice(long), choice.choice(long)
        listed = words(source.text)
        at = choice.randrange(len(listed) - 3)
        phrase = " ".join(listed[at : at + 3])
        for one in (source, other):
            asked = (Check("says", (phrase,), exact=True), Check("lacks", (phrase,), exact=True))
            claims.append(Claim(one.eid, "x", "x", "2016", last.symbol, checks=asked))
            there = plainly_there(last, one.eid, phrase)
            expected.append(["holds", "fails"] if there else ["fails", "holds"])
    assert outcomes(of, claims) == expected
