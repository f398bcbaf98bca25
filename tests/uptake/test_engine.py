"""What was asked for and stands there later: proposals for a made-up treaty on lamps."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drafts import outline
from tests.uptake.lamps import FIRST, LAMP, STAIRS, THIRD, asked, drafts
from tracker.model import Draft, Provision, Standing
from tracker.uptake import KINDS, Match, Proposal, uptake
from tracker.uptake.engine import FEW
from tracker.words import words


def text_of(match: Match, all_drafts: tuple[Draft, ...]) -> list[str]:
    """The runs of a match, out of the provision."""
    found = {(d.symbol, p.eid): p.text for d in all_drafts for p in d.provisions}
    text = found[match.stands_in, match.eid]
    return [text[run.start : run.end] for run in match.runs]


SWEPT = "having first swept the stairs and oiled the hinges of the gallery door"
WIDOW = "and any widow whose husband drowned within sight of an unlit tower"


@pytest.mark.parametrize(
    ("proposal", "found"),
    [
        pytest.param(
            asked(STAIRS, LAMP), [("L/2", "art_1", "new words", [SWEPT])], id="word for word"
        ),
        pytest.param(
            asked(STAIRS.replace("oiled the hinges", "greased the hinges"), LAMP),
            [
                (
                    "L/2",
                    "art_1",
                    "new words",
                    ["having first swept the stairs and", "the hinges of the gallery door"],
                )
            ],
            id="one word exchanged",
        ),
        pytest.param(
            asked(f"Keepers should be tidy, {SWEPT}."),
            [("L/2", "art_1", "new words", [SWEPT])],
            id="without an old text",
        ),
        pytest.param(
            asked(f"Disputes are heard by a pilot, a cook {WIDOW}."),
            [("L/3", "art_6", "new words", [WIDOW])],
            id="taken up later",
        ),
        pytest.param(
            asked("Then, " + WIDOW, date="2033-01-01"), [], id="asked when it was there already"
        ),
        pytest.param(asked(STAIRS, LAMP, date="2031-06-01"), [], id="asked after it had entered"),
        pytest.param(asked(STAIRS, STAIRS), [], id="the old text said so"),
        pytest.param(asked("Ships pay a fee of four eggs for each lamp."), [], id="in every draft"),
        pytest.param(asked("The fee is halved for barges."), [], id="not taken up"),
        pytest.param(asked(""), [], id="empty"),
        pytest.param(asked("… — §§ 12 (a)"), [], id="no words"),
    ],
)
def test_words_that_entered(
    proposal: Proposal, found: list[tuple[str, str, str, list[str]]]
) -> None:
    there = drafts()
    matches = [m for m in uptake([proposal], there) if m.kind != "deletion"]
    assert [(m.draft, m.eid, m.kind, text_of(m, there)) for m in matches] == found
    for match in matches:
        asked_for = [proposal.text[r.proposal_start : r.proposal_end] for r in match.runs]
        assert [words(x) for x in asked_for] == [words(x) for x in text_of(match, there)]


def test_a_match_tells_how_long_how_rare_how_much() -> None:
    (match,) = uptake([asked(STAIRS, LAMP)], drafts())
    assert (match.words, match.new, match.share) == (13, 13, 1.0)
    assert match.chance < 1e-6
    assert match.context >= 8
    assert match.sure
    assert match.doubts == ()


@pytest.mark.parametrize(
    ("date", "sure"),
    [
        pytest.param("2030", True, id="a year before"),
        pytest.param("2030-12", True, id="a month before"),
        pytest.param("2031", False, id="in the year of the draft"),
        pytest.param("2031-01-01", False, id="on its day"),
        pytest.param("", False, id="no date"),
    ],
)
def test_whoever_may_have_come_later_is_not_told_for_sure(date: str, sure: bool) -> None:
    (match,) = uptake([asked(STAIRS, LAMP, date=date)], drafts())
    assert match.sure is sure
    assert bool(match.doubts) is not sure


def standing(draft: Draft, name: Standing) -> Draft:
    return replace(draft, source=replace(draft.source, standing=name))


@pytest.mark.parametrize(
    ("before", "own", "doubt"),
    [
        pytest.param(("official",), "official", "", id="official"),
        pytest.param(("paraphrase",), "official", "a paraphrase is here", id="paraphrase before"),
        pytest.param(("paraphrase",), "unstated", "a paraphrase is here", id="not stated"),
        pytest.param(
            ("paraphrase", "official"), "official", "a paraphrase is here", id="the first of two"
        ),
        pytest.param(
            ("paraphrase",), "reconstruction", "a paraphrase is here", id="another kind of text"
        ),
        pytest.param(("paraphrase",), "paraphrase", "", id="all paraphrases"),
        pytest.param(("official",), "paraphrase", "", id="the draft itself a paraphrase"),
    ],
)
def test_a_paraphrase_does_not_tell_what_stood_before(
    before: tuple[Standing, ...], own: Standing, doubt: str
) -> None:
    first, second, _ = drafts()
    there = [
        *(standing(replace(first, symbol=f"P/{n}"), one) for n, one in enumerate(before)),
        standing(second, own),
    ]
    (match,) = uptake([asked(STAIRS, LAMP)], there)
    assert match.sure is not bool(doubt)
    assert len(match.doubts) == bool(doubt)
    assert all(doubt in one for one in match.doubts)


@pytest.mark.parametrize(
    ("partial", "sure"),
    [
        pytest.param((True,), False, id="only a part before"),
        pytest.param((True, True), False, id="only parts before"),
        pytest.param((False, True), True, id="a whole draft and a part"),
        pytest.param((False,), True, id="a whole draft"),
    ],
)
def test_a_part_does_not_tell_what_stood_before(partial: tuple[bool, ...], sure: bool) -> None:
    first, second, _ = drafts()
    before = [replace(first, symbol=f"P/{n}", partial=one) for n, one in enumerate(partial)]
    (match,) = uptake([asked(STAIRS, LAMP)], (*before, second))
    assert match.sure is sure
    assert any("in part only" in one for one in match.doubts) is not sure


def test_nothing_matches_the_first_draft_unless_it_was_asked_before() -> None:
    early = asked("The keeper lights the lamp before dusk and notes the hour.", date="2029")
    assert {m.draft for m in uptake([early], drafts())} <= {"L/1"}
    quoting = asked(LAMP, date="")
    assert uptake([quoting], drafts()) == ()


def test_words_that_came_back_are_not_new() -> None:
    first, second, _ = drafts()
    back = replace(second, symbol="L/4", date="2034-01-01")
    late = asked(STAIRS, LAMP, date="2033-01-01")
    gone = replace(first, symbol="L/3", date="2032-01-01")
    assert uptake([late], (first, second, gone, back)) == ()


def test_only_what_is_new_counts_of_a_proposal_that_quotes_the_draft() -> None:
    there = drafts()
    whole = "\n".join(p.text for p in there[0].provisions)
    (match,) = uptake([asked(whole.replace(LAMP, STAIRS))], there)
    assert text_of(match, there) == [SWEPT]
    assert match.share == 1.0
    assert uptake([asked(whole)], there) == ()


def test_one_word_in_its_sentence_is_possible() -> None:
    """How rare a word is cannot be seen in a few hundred, and one says too little."""
    there = drafts()
    old = "The inspector of towers may visit any harbour without notice and may read the book."
    proposal = asked(old.replace("notice", "prior notice"), old)
    (match,) = uptake([proposal], there)
    assert text_of(match, there) == ["prior"]
    assert match.doubts == (FEW, "words like these may well match by chance")


def test_words_known_from_elsewhere_are_a_new_place() -> None:
    first = outline(
        """
        art_1 | 1 | | A baker may sell bread, cake and pies to any sailor who pays before noon.
        art_2 | 2 | | A baker shall weigh every loaf in public and give a receipt on demand.
        """,
        symbol="B/1",
    )
    second = outline(
        """
        art_1 | 1 | | A baker may sell bread, cake and pies in public to any sailor who pays before \
noon.
        art_2 | 2 | | A baker shall weigh every loaf in public and give a receipt on demand.
        """,
        symbol="B/2",
        date="2031-01-01",
    )
    proposal = asked(
        "A baker may sell bread, cake and pies in public to any sailor who pays.",
        "A baker may sell bread, cake and pies to any sailor who pays.",
    )
    (match,) = uptake([proposal], (first, second), limit=1.0)
    assert (match.kind, text_of(match, (first, second))) == ("new place", ["in public"])


def test_the_provision_aimed_at_stands_for_an_old_text() -> None:
    """A turn of the provision, in another order, is nothing new."""
    there = drafts()
    text = "Before dusk the keeper of a harbour shall light the lamp."
    second = replace(
        there[1],
        provisions=(*there[1].provisions, Provision("art_8", "article", text="So: the keeper of.")),
    )
    aimed = uptake([asked(text, aims_at="art_1")], (there[0], second), limit=1e9)
    assert not [m for m in aimed if m.eid == "art_8"]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        pytest.param("co-operation", "cooperation", id="hyphen"),
        pytest.param("authorisations", "authorizations", id="s and z"),
    ],
)
def test_another_spelling_is_the_same_word(text: str, spelled: str) -> None:
    line = "art_1 | 1 | | Harbours give {} to the pilots of the coast who ask them in writing."
    first = outline(line.format(text), symbol="S/1")
    second = outline(line.format(spelled), symbol="S/2", date="2031-01-01")
    proposal = asked(second.provisions[0].text, first.provisions[0].text)
    assert uptake([proposal], (first, second), limit=1e9) == ()


def test_who_else_asked_and_where_else_it_stands() -> None:
    first, second, third = drafts()
    twice = replace(
        second,
        provisions=(
            *second.provisions,
            Provision("art_8", "article", text=f"So do bakers, {SWEPT}."),
        ),
    )
    both = [asked(STAIRS, LAMP, id="a"), asked(f"Tidy keepers, {SWEPT}.", id="b")]
    one, other = uptake(both, (first, twice, third))
    assert (one.also, other.also) == (("b",), ("a",))
    assert (one.eid, one.elsewhere) == ("art_1", ("art_8",))


def test_a_set_phrase_is_less_rare_if_the_background_has_it() -> None:
    proposal = asked(f"Keepers should be tidy, {SWEPT}.")
    (alone,) = uptake([proposal], drafts())
    (known,) = uptake([proposal], drafts(), background=[f"A maid, {SWEPT}, left."])
    assert known.chance > alone.chance


def test_nothing_comes_of_nothing() -> None:
    assert uptake([], drafts()) == ()
    assert uptake([asked(STAIRS)], ()) == ()
    assert uptake([asked(STAIRS)], drafts()[:1]) == ()
    empty = replace(drafts()[1], provisions=())
    assert uptake([asked(STAIRS, LAMP)], (drafts()[0], empty)) == ()


def test_characters_are_words_where_a_script_has_no_spaces() -> None:
    first = outline("art_1 | 1 | | 各缔约国应当点灯。", symbol="Z/1")
    second = outline(
        "art_1 | 1 | | 各缔约国应当点灯,并且事先打扫楼梯和给门轴上油。",
        symbol="Z/2",
        date="2031-01-01",
    )
    (match,) = uptake([asked("并且事先打扫楼梯和给门轴上油")], (first, second))
    assert text_of(match, (first, second)) == ["并且事先打扫楼梯和给门轴上油"]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_it_does_not_hang_on_the_order_of_sets(seed: str) -> None:
    code = (
        "from tests.uptake.lamps import *\nfrom tracker.uptake import uptake\n"
        "print(repr(uptake([asked(STAIRS, LAMP), asked(THIRD, FIRST, id='q')], drafts(), limit=9)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent.parent.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    both = [asked(STAIRS, LAMP), asked(THIRD, FIRST, id="q")]
    assert run.stdout.strip() == repr(uptake(both, drafts(), limit=9))


TEXTS = st.lists(
    st.sampled_from(["oil", "lamp", "tower", "dusk", "pilot", "egg", "4", "the", "of"]), max_size=30
)


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=2, max_size=4), st.lists(TEXTS, max_size=3), TEXTS)
def test_every_run_stands_in_both_and_was_not_there_before(
    provisions: list[list[str]], asked_for: list[list[str]], old: list[str]
) -> None:
    there = tuple(
        outline(f"art_1 | 1 | | {' '.join(text)}", symbol=f"R/{n}", date=f"203{n}-01-01")
        for n, text in enumerate(provisions)
    )
    proposals = [
        asked(" ".join(text), " ".join(old), id=str(n)) for n, text in enumerate(asked_for)
    ]
    found = uptake(proposals, there, limit=1e9)
    assert found == uptake(proposals, there, limit=1e9)
    for match in found:
        proposal = proposals[int(match.proposal)]
        said = proposal.old_text if match.kind == "deletion" else proposal.text
        symbols = [d.symbol for d in there]
        assert match.kind in KINDS
        assert 0 < match.share <= 1
        for run, text in zip(match.runs, text_of(match, there), strict=True):
            assert words(text) == words(said[run.proposal_start : run.proposal_end])
            assert run.new <= run.words == len(words(text))
        if match.kind == "new words":
            before = " ".join(
                p.text for d in there[: symbols.index(match.draft)] for p in d.provisions
            )
            assert any(f" {text} " not in f" {before} " for text in text_of(match, there))
