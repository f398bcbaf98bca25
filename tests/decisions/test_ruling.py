"""Which provision a person means, and whether it still says what it said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drafts import outline
from tracker.decisions import rule, rule_all
from tracker.decisions.places import NotFoundError, begins_with, enough, find, seal
from tracker.model import Decision, Draft

OLD = """
    chp_1 | Chapter II | Lamps |
      art_1 | Article 1 | Light | Lamps are lit at dusk.
        art_1__para_1 | 1. | | Keepers light them with care.
          art_1__para_1__point_a | (a) | | in winter;
          art_1__para_1__point_b | (b) | | in fog.
        art_1__para_2 | 2. | | Oil is paid by the town.
      art_2 | Article 2 bis | Oil | Oil is kept dry.
"""
NEW = """
    art_1 | Article 1 | Oil | Oil is kept dry and cool.
    art_2 | Article 2 | Light | Lamps are lit at dusk.
"""


def draft(text: str = OLD, *, n: int = 1) -> Draft:
    return outline(text, symbol=f"L/{n}", date=f"2031-01-0{n}")


PLACES = {
    "article": ("article 1", "art_1"),
    "bare number": ("1", "art_1"),
    "short label": ("Art. 1", "art_1"),
    "paragraph": ("article 1(2)", "art_1__para_2"),
    "in words": ("article 1, paragraph 2", "art_1__para_2"),
    "point": ("1(1)(b)", "art_1__para_1__point_b"),
    "bis": ("article 2 bis", "art_2"),
    "chapter": ("Chapter II", "chp_1"),
    "from the chapter down": ("chapter II article 1", "art_1"),
    "eId": ("art_1__para_1__point_a", "art_1__para_1__point_a"),
}


@pytest.mark.parametrize(("place", "eid"), PLACES.values(), ids=PLACES)
def test_what_a_person_writes_names_a_provision(place: str, eid: str) -> None:
    assert find(draft(), place).eid == eid


@pytest.mark.parametrize("place", ["article 3", "chapter 1", "section 1", "article 2", "", "()"])
def test_what_is_not_there_is_not_guessed(place: str) -> None:
    with pytest.raises(NotFoundError, match="has no provision"):
        find(draft(), place)


def test_what_names_two_is_refused() -> None:
    twice = draft(OLD + "      art_3 | Article 1 | Again | Lamps.\n")
    with pytest.raises(NotFoundError, match="has several provisions 'article 1': art_1, art_3"):
        find(twice, "article 1")


@pytest.mark.parametrize("words", ["Light", "light Lamps ARE lit", "Lamps are lit — at dusk"])
def test_first_words_may_be_those_of_the_heading_or_of_the_text(words: str) -> None:
    assert begins_with(draft(), "art_1", words)
    assert not begins_with(draft(), "art_2", words)


SAME = {
    "spaces": ("dusk.", " dusk. "),
    "number": ("| 2. |", "| 3. |"),
    "another article": ("kept dry", "kept wet"),
}
OTHER = {
    "a word": ("at dusk", "at dawn"),
    "a sign": ("in fog.", "in fog;"),
    "inside": ("in winter", "in summer"),
    "heading": ("| Light |", "| Lights |"),
}


@pytest.mark.parametrize(("was", "now"), SAME.values(), ids=SAME)
def test_a_seal_stays(was: str, now: str) -> None:
    assert was in OLD
    assert seal(draft(OLD.replace(was, now)), "art_1") == seal(draft(), "art_1")


@pytest.mark.parametrize(("was", "now"), OTHER.values(), ids=OTHER)
def test_a_seal_breaks(was: str, now: str) -> None:
    assert was in OLD
    assert seal(draft(OLD.replace(was, now)), "art_1") != seal(draft(), "art_1")


DECISION = Decision(
    action="accept",
    old_draft="L/1",
    old="article 1",
    old_words="Lamps are lit",
    new_draft="L/2",
    new="article 2",
    new_words="Light: lamps are",
    name="Ada Lund",
    date="2031-05-06",
    reason="The same lamps.",
    language="en",
)


def test_a_decision_that_holds_is_followed_and_says_that_it_has_no_seal() -> None:
    found = rule(DECISION, draft(), draft(NEW, n=2))
    assert (found.state, found.old, found.new) == ("applied", "art_1", "art_2")
    assert found.note.startswith("not sealed")
    sealed = replace(DECISION, old_seal=found.old_seal, new_seal=found.new_seal)
    assert rule(sealed, draft(), draft(NEW, n=2)).note == ""


SHORT = {
    "two words of three": ("Oil kept dry.", "Oil kept", False),
    "three words": ("Oil is kept dry.", "Oil is kept", True),
    "the whole of two words": ("Burn oil.", "Burn oil", True),
    "the whole with its heading": ("Burn.", "Oil. Burn.", True),
    "the heading alone": ("Oil is kept dry.", "Oil", False),
    "three signs of a script without spaces": ("灯在黄昏时点亮。", "灯在黄", False),
    "six of them": ("灯在黄昏时点亮。", "灯在黄昏时点", True),
}


@pytest.mark.parametrize(("text", "said", "is_enough"), SHORT.values(), ids=SHORT)
def test_how_many_words_tell_a_text(text: str, said: str, is_enough: bool) -> None:
    one = draft(f"    art_1 | Article 1 | Oil | {text}\n")
    assert begins_with(one, "art_1", said)
    assert enough(one, "art_1", said) == is_enough


THERE = {
    "mistyped": ("L/11", ["L/1", "L/2"], "did you mean L/1? there are L/1, L/2"),
    "of none": ("X", ["L/1", "L/2"], "there are L/1, L/2"),
    "many": ("X", [f"L/{n}" for n in range(10, 24)], f"L/{20}, L/21 and 2 more"),
}


@pytest.mark.parametrize(("symbol", "there", "told"), THERE.values(), ids=THERE)
def test_what_waits_says_which_drafts_there_are(symbol: str, there: list[str], told: str) -> None:
    drafts = [replace(draft(), symbol=one) for one in there]
    arabic = replace(draft(), symbol="L/ar", language="ar")
    (found,) = rule_all([replace(DECISION, old_draft=symbol, new_draft="L/1")], [*drafts, arabic])
    assert found.state == "waiting"
    assert found.note.startswith(f"{symbol} (en) is not there; ")
    assert found.note.endswith(told)


NOT_FOLLOWED = {
    "no draft": (DECISION, None, draft(NEW, n=2), "waiting", "L/1 (en) is not there"),
    "too few words": (
        replace(DECISION, old_words="Lamps are"),
        draft(),
        draft(NEW, n=2),
        "vague",
        "“Lamps are” could begin many a text, not only article 1 of L/1",
    ),
    "no word at all": (
        replace(DECISION, new_words="..."),
        draft(),
        draft(NEW, n=2),
        "stale",
        "article 2 of L/2 does not begin with “...”, as when it was decided",
    ),
    "no provision": (
        replace(DECISION, new="article 9"),
        draft(),
        draft(NEW, n=2),
        "unplaced",
        "L/2 has no provision 'article 9'",
    ),
    "newer first": (
        DECISION,
        replace(draft(), date="2040-01-01"),
        draft(NEW, n=2),
        "unplaced",
        "L/1 is not older than L/2",
    ),
    "other first words": (
        DECISION,
        draft(OLD.replace("Lamps are", "Lanterns are")),
        draft(NEW, n=2),
        "stale",
        "article 1 of L/1 does not begin with “Lamps are lit”, as when it was decided",
    ),
    "other words further on": (
        replace(DECISION, old_seal=seal(draft(), "art_1")),
        draft(OLD.replace("in fog", "in frost")),
        draft(NEW, n=2),
        "stale",
        "article 1 of L/1 begins as it did when it was decided, but goes on in other words",
    ),
}


@pytest.mark.parametrize(
    ("decision", "old", "new", "state", "note"), NOT_FOLLOWED.values(), ids=NOT_FOLLOWED
)
def test_a_decision_that_is_not_followed_says_why(
    decision: Decision, old: Draft | None, new: Draft | None, state: str, note: str
) -> None:
    found = rule(decision, old, new)
    assert (found.state, found.note) == (state, note)
