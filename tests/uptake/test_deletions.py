"""Words that were to be struck, and went."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.uptake.lamps import asked, drafts
from tracker.uptake import Match, Proposal, uptake

FOG = (
    "A ringer who falls asleep during fog forfeits one month of coal and a pair of boots, at the "
    "choice of the pilots."
)
RULES = (
    "The guild may adopt further rules on the colour of the lamps and on the shape of the panes, "
    "in accordance with the wishes of the inspector."
)
FEES = "Ships pay a fee of four eggs for each lamp that they pass at night."


def struck(proposal: Proposal, partial: bool = False) -> list[Match]:
    first, second, third = drafts()
    found = uptake([proposal], (first, replace(second, partial=partial), third))
    return [match for match in found if match.kind == "deletion"]


@pytest.mark.parametrize(
    ("proposal", "went"),
    [
        pytest.param(
            asked(FOG.replace(" and a pair of boots", ""), FOG), ["and a pair of boots"], id="cut"
        ),
        pytest.param(asked("", RULES), [RULES[:-1]], id="a sentence"),
        pytest.param(asked("", FEES), [], id="what stayed"),
        pytest.param(asked("", "The mayor wears a red hat on Sundays."), [], id="never there"),
        pytest.param(asked(FOG, FOG), [], id="nothing struck"),
        pytest.param(asked("", RULES, date="2031-06-01"), [], id="asked when it had gone"),
        pytest.param(asked("", "fog"), [], id="too little"),
    ],
)
def test_what_went(proposal: Proposal, went: list[str]) -> None:
    found = struck(proposal)
    texts = {p.eid: p.text for p in drafts()[0].provisions}
    assert [texts[m.eid][r.start : r.end] for m in found for r in m.runs] == went
    assert [
        proposal.old_text[r.proposal_start : r.proposal_end] for m in found for r in m.runs
    ] == went
    assert all((m.draft, m.stands_in) == ("L/2", "L/1") for m in found)


def test_a_cut_is_told_with_what_stayed_around_it() -> None:
    (cut,) = struck(asked(FOG.replace(" and a pair of boots", ""), FOG))
    assert (cut.context, cut.words, cut.share) == (6, 5, 1.0)
    (sentence,) = struck(asked("", RULES))
    assert sentence.context == 3  # nothing comes after it


def test_that_much_went_is_said() -> None:
    (match,) = struck(asked("", RULES))
    assert not match.sure
    assert match.doubts == ("much else went too, and the rule may stand there in other words",)
    assert 0.0 < match.chance < 1.0


def test_what_a_partial_draft_does_not_hold_is_not_deleted() -> None:
    assert struck(asked("", RULES), partial=True) == []
