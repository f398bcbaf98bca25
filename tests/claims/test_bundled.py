"""The claims of the negotiation that comes with the tracker."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.history.test_bundled import FOLDER, bundled
from tracker.claims import Judged, judge_all
from tracker.function import functions
from tracker.manifest import load
from tracker.model import Check


@cache
def judged(*, official: bool) -> tuple[Judged, ...]:
    """All claims, beside the paraphrases; or as if these were the official texts."""
    negotiation = load(FOLDER / "manifest.toml")
    drafts, _, threads, _ = bundled()
    standing = {one.symbol: one.standing for one in negotiation.rounds}
    if not official:
        drafts = tuple(
            replace(d, source=replace(d.source, standing=standing[d.symbol])) for d in drafts
        )
    known = {d.symbol: functions(d) for d in drafts}
    return judge_all(negotiation.claims, drafts, threads, known)


def test_no_paraphrase_bears_out_or_contradicts_a_claim() -> None:
    states = [one.state for one in judged(official=False)]
    assert set(states) == {"cannot be told", "not settled", "no such draft"}
    assert all(
        one.outcome == "cannot be told" for claim in judged(official=False) for one in claim.checks
    )


def test_every_claim_has_its_source_and_its_provision() -> None:
    for one in judged(official=False):
        assert one.claim.source
        assert one.claim.date
        assert one.state != "no such provision", one.verdict
        assert bool(one.follows) == bool(one.claim.provision)


def test_every_check_finds_its_words_in_the_paraphrases() -> None:
    """They were written to what is known: a check that fails here asks for the wrong thing. The
    proposal of 2017 is an excerpt, which cannot show that words are missing."""
    wrong = [
        (claim.claim.provision, one.why)
        for claim in judged(official=True)
        for one in claim.checks
        if one.found != "holds" and "A/C.3/72/12" not in one.relies
    ]
    assert wrong == []


def test_what_the_same_words_would_show_if_they_were_official() -> None:
    (found,) = [one for one in judged(official=True) if one.claim.provision == "art_21"]
    assert found.state == "borne out"
    was, back, now = found.checks
    assert {one.eid for one in was.evidence} == {"art_8"}
    assert "not in A/AC.291/22, A/AC.291/22/Rev.1, A/AC.291/22/Rev.2, A/AC.291/22/Rev.3" in back.why
    assert {one.eid for one in now.evidence} == {"art_21__para_2"}


@pytest.mark.parametrize(
    "document", ["A/AC.291/L.16", "A/C.3/74/L.11/Rev.1"], ids=["sent with it", "before it"]
)
def test_a_claim_on_a_resolution_says_that_it_is_not_here(document: str) -> None:
    (found,) = [one for one in judged(official=False) if one.claim.document == document]
    assert found.state == "no such draft"
    assert document in found.verdict


def test_what_is_an_opinion_has_no_check_or_says_what_is_left() -> None:
    for one in judged(official=False):
        assert one.claim.checks or one.claim.unsettled or one.claim.document


def test_checks_are_of_several_kinds() -> None:
    asked = {check.check for one in judged(official=False) for check in one.claim.checks}
    assert len(asked) >= 6
    assert Check("may_only", ("serious harm",)) in {
        check for one in judged(official=False) for check in one.claim.checks
    }
