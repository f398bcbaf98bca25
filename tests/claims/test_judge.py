"""Verdicts: what the checks of a claim come to, and what is never told."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.bells import bells, claim, judged, rounds, with_marks
from tracker.claims import VERDICTS, Judged, judge, judge_all
from tracker.function import functions
from tracker.model import Check, CheckName, Claim, Draft, Mark, Standing

HOLDS = Check("says", ("fog",))
FAILS = Check("says", ("whistle",))
UNTOLD = Check("says", ("fog",), symbol="B/2")
VAGUE = "whether fog is vague"

VERDICT = {
    "one holds": (
        (HOLDS,),
        "",
        "borne out",
        "The texts bear it out. In Article 2 of B/5 stands “fog”.",
    ),
    "two hold": ((HOLDS, HOLDS), "", "borne out", "hold. First: In Article 2 of B/5 stands “fog”."),
    "three hold": (3 * (HOLDS,), "", "borne out", "The texts bear it out: all 3 points"),
    "one fails": (
        (FAILS,),
        "",
        "contradicted",
        "The texts contradict it. In Article 2 of B/5 there",
    ),
    "one of two fails": (
        (HOLDS, FAILS),
        "",
        "contradicted",
        "contradict it in 1 of 2 points. In A",
    ),
    "one untold": ((HOLDS, UNTOLD), "", "in part", "Borne out in part: 1 of 2 points holds."),
    "an opinion left": ((HOLDS,), VAGUE, "in part", "“fog”. No text settles whether fog is vague."),
    "fails anyway": ((FAILS,), VAGUE, "contradicted", "The texts contradict it."),
    "untold": (
        (UNTOLD,),
        "",
        "cannot be told",
        "Cannot be told here. B/2 does not cover Article 2",
    ),
    "opinion": ((), VAGUE, "not settled", "The texts cannot settle it: whether fog is vague."),
    "no check": ((), "", "not settled", "The texts cannot settle it."),
}


@pytest.mark.parametrize(("checks", "unsettled", "state", "verdict"), VERDICT.values(), ids=VERDICT)
def test_verdict(checks: tuple[Check, ...], unsettled: str, state: str, verdict: str) -> None:
    found = judged(claim("art_2", *checks, unsettled=unsettled))
    assert found.state == state
    assert verdict in found.verdict
    assert found.verdict.lower().startswith(VERDICTS[found.state])


MISSING = {
    "no such draft": (
        claim("art_2", HOLDS, symbol="B/9"),
        "no such draft",
        "The draft is not here: there is no B/9 among the drafts.",
    ),
    "another document": (
        replace(claim("", symbol="B/5"), document="B/RES/1"),
        "no such draft",
        "The draft is not here. B/RES/1 is none of the drafts, and its text is not here.",
    ),
    "never existed": (
        claim("art_99", HOLDS),
        "no such provision",
        "The draft has no such provision. B/5 as read here has no art_99.",
    ),
    "not in this part": (
        claim("art_3", HOLDS, symbol="B/2"),
        "no such provision",
        "B/2 as read here has no art_3, and covers only part of the text.",
    ),
}


@pytest.mark.parametrize(("said", "state", "verdict"), MISSING.values(), ids=MISSING)
def test_what_is_not_there_has_a_named_answer(said: Claim, state: str, verdict: str) -> None:
    found = judged(said)
    assert (found.state, found.checks, found.follows) == (state, (), ())
    assert verdict in found.verdict


def of_standing(standing: Standing, *symbols: str) -> tuple[Draft, ...]:
    return tuple(
        replace(d, source=replace(d.source, standing=standing)) if d.symbol in symbols else d
        for d in rounds()
    )


@pytest.mark.parametrize("standing", ["paraphrase", "reconstruction"])
def test_nothing_follows_from_a_text_that_is_not_official(standing: Standing) -> None:
    found = judged(claim("art_2", HOLDS, FAILS), of_standing(standing, "B/5"))
    assert found.state == "cannot be told"
    assert "Cannot be told here: what it rests on is here only as a" in found.verdict
    assert found.verdict.endswith("1 of 2 points holds. In Article 2 of B/5 stands “fog”.")
    assert [(one.found, one.outcome) for one in found.checks] == [
        ("holds", "cannot be told"),
        ("fails", "cannot be told"),
    ]
    assert all("nothing follows for its official text" in one.caveat for one in found.checks)


def test_what_an_official_draft_shows_stands_beside_paraphrases() -> None:
    was = Check("function_was", ("harbour bell",), where="draft", function="offence")
    until = Check("said_until", ("shall ring",), symbol="B/3")
    found = judged(claim("art_2", was, until), of_standing("paraphrase", "B/2", "B/4"))
    assert [one.outcome for one in found.checks] == ["holds", "cannot be told"]
    assert found.checks[0].relies == ("B/1",)
    assert found.state == "in part"


def test_a_missing_provision_of_a_paraphrase_says_what_was_read() -> None:
    found = judged(claim("art_99"), of_standing("paraphrase", "B/5"))
    assert "here only as a paraphrase written for this project" in found.verdict


def test_it_follows_the_provision() -> None:
    found = judged(claim("art_2__para_1")).follows
    assert [(one.symbol, one.presence, one.eid, one.number) for one in found] == [
        ("B/1", "there", "art_1__para_1", "Article 1(1)"),
        ("B/2", "not covered", "", ""),
        ("B/3", "there", "art_2__para_1", "Article 2(1)"),
        ("B/4", "there", "art_2__para_1", "Article 2(1)"),
        ("B/5", "there", "art_2__para_1", "Article 2(1)"),
    ]
    assert judged(claim("", symbol="B/1")).follows == ()


def test_a_doubtful_link_is_only_possible() -> None:
    later = judged(claim("art_2", symbol="B/1")).follows
    assert [one.presence for one in later] == [
        *("there", "there", "not there", "not there", "possibly")
    ]
    earlier = judged(claim("art_4__para_2")).follows
    assert [one.presence for one in earlier] == [
        *("possibly", "possibly", "not there", "not there", "there")
    ]


def test_words_of_another_language_are_not_looked_for() -> None:
    of_words = [
        HOLDS,
        Check("lacks", ("fog",)),
        Check("may_only", ("fog",)),
        Check("came_back", ("fog",)),
    ]
    found = judged(claim("art_2", *of_words, Check("refers_to", target="art_3")), language="fr")
    assert [one.outcome for one in found.checks] == [*4 * ["cannot be told"], "fails"]
    assert found.checks[0].why == ("The words asked for are in the language fr, B/5 is in en.")
    assert judged(claim("art_2", HOLDS), language="en-GB").state == "borne out"


@pytest.mark.parametrize(
    ("check", "why"),
    [
        (Check("may_only"), "Duties and options are not told in xx."),
        (Check("refers_to", target="art_3"), "References are not looked for in xx."),
        (
            Check("function_is", function="offence"),
            "The rules cannot tell what Article 2 of B/5 is.",
        ),
    ],
    ids=lambda value: value.check if isinstance(value, Check) else "",
)
def test_a_language_without_rules_is_not_judged(check: Check, why: str) -> None:
    found = judged(claim("art_2", check), tuple(replace(d, language="xx") for d in rounds()))
    assert (found.state, found.checks[0].why) == ("cannot be told", why)


MARKS = {
    "struck": (Mark("struck", 0, 200), "fails", "holds", "struck out"),
    "bracket": (Mark("bracket", 0, 200), "cannot be told", "cannot be told", "in brackets"),
    "touches": (Mark("bracket", 0, 6), "cannot be told", "cannot be told", "in brackets"),
    "option": (Mark("alternative", 0, 200), "cannot be told", "cannot be told", "in brackets"),
    "named": (Mark("proponent", 0, 200, by="Aland"), *2 * ("cannot be told",), "in brackets"),
    "agreed": (Mark("agreed", 0, 200), "holds", "fails", ""),
    "beside": (Mark("struck", 12, 20), "holds", "fails", ""),
    "of the heading": (Mark("struck", 0, 200, field="heading"), "holds", "fails", ""),
}


@pytest.mark.parametrize(("mark", "says", "lacks", "status"), MARKS.values(), ids=MARKS)
def test_words_with_marks(mark: Mark, says: str, lacks: str, status: str) -> None:
    marked = tuple(
        with_marks(d, "art_2__para_1", mark) if d.symbol == "B/5" else d for d in rounds()
    )
    checks = [Check("says", ("each port",)), Check("lacks", ("each port",))]
    found = judged(claim("art_2__para_1", *checks), marked).checks
    assert [one.outcome for one in found] == [says, lacks]
    assert {e.status for one in found for e in one.evidence} == {status}


def test_all_claims_in_their_order() -> None:
    claims = [claim("art_2", HOLDS), claim("art_99"), claim("art_2", FAILS)]
    known = {d.symbol: functions(d) for d in rounds()}
    found = judge_all(claims, rounds(), bells(), known)
    assert [one.claim for one in found] == claims
    assert list(found) == [judge(one, rounds(), bells(), known) for one in claims]


def test_functions_that_are_not_known() -> None:
    check = Check("function_is", function="offence")
    found = judge(claim("art_2", check), rounds(), bells(), {})
    assert found.checks[0].why == "The legal functions of B/5 are not known."


names = st.sampled_from([*"?", *(e.eid for d in rounds() for e in d.provisions), ""])
phrases = st.sampled_from(
    ["fog", "harbour bell", "shall", "4 %", "whistle", "Each Port", "pirates", "article 2", "%", ""]
)
checks = st.builds(
    Check,
    st.sampled_from(get_args(CheckName)),
    words=st.lists(phrases, max_size=2).map(tuple),
    exact=st.booleans(),
    any=st.booleans(),
    where=st.sampled_from(["provision", "article", "operative", "draft"]),
    provision=names,
    symbol=st.sampled_from(["", "B/1", "B/2", "B/3", "B/5", "B/9"]),
    function=st.sampled_from(["", "offence", "sanction"]),
    target=names,
)


def always(found: Judged, drafts: tuple[Draft, ...]) -> None:
    """What holds of every judgment."""
    of = {(d.symbol, p.eid): p for d in drafts for p in d.provisions}
    for one in found.checks:
        assert one.why.endswith(".")
        assert set(one.relies) <= {d.symbol for d in drafts}
        assert {e.symbol for e in one.evidence} <= set(one.relies)
        for e in one.evidence:
            provision = of[e.symbol, e.eid]
            held = provision.heading if e.field == "heading" else provision.text
            assert held[e.start : e.end] == e.text


@given(names, st.lists(checks, max_size=3), st.sampled_from(["B/1", "B/2", "B/5", "B/9"]))
def test_any_claim_is_judged_by_words_that_are_there(
    eid: str, asked: list[Check], symbol: str
) -> None:
    said = claim(eid, *asked, symbol=symbol)
    found = judged(said)
    always(found, rounds())
    paraphrase = of_standing("paraphrase", *(d.symbol for d in rounds()))
    told = judged(said, paraphrase)
    always(told, paraphrase)
    assert not {one.outcome for one in told.checks} - {"cannot be told"}
    assert [one.found for one in told.checks] == [one.found for one in found.checks]


@given(phrases.filter(lambda one: one not in ("%", "")), names.filter(lambda one: one != "?"))
def test_what_is_said_is_not_lacking(phrase: str, eid: str) -> None:
    whole = "draft" if not eid else "provision"
    two = [Check("says", (phrase,), where=whole), Check("lacks", (phrase,), where=whole)]
    found = [one.outcome for one in judged(claim(eid, *two, symbol="B/5")).checks]
    assert found in (["holds", "fails"], ["fails", "holds"], [])
