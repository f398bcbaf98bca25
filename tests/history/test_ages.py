"""The age of every word."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drafts import outline
from tests.history.wording import Told, aged, drafted
from tracker.align import SURE
from tracker.history import ages, threads
from tracker.history.ages_text import word_spans
from tracker.model import Alignment, Draft, Link

LAMP = "art_1 | Article 1 | Lamps | Every tower shall carry a lamp that is seen nine miles out."
BELL = "art_2 | Article 2 | Bells | In fog the bell is rung four times in every minute by hand."
CAT = "art_3 | Article 3 | Cats | The keeper's cat is paid in herring on the first of each month."

CASES = [
    pytest.param(
        [LAMP, LAMP],
        ["0: Lamps", "0: Every tower shall carry a lamp that is seen nine miles out"],
        id="nothing changes",
    ),
    pytest.param(
        [LAMP, LAMP.replace("a lamp", "a red lamp")],
        [
            "0: Lamps",
            "0: Every tower shall carry a",
            "1: red",
            "0: lamp that is seen nine miles out",
        ],
        id="a word is put in",
    ),
    pytest.param(
        [LAMP, LAMP.replace(" that is seen nine miles out", "")],
        ["0: Lamps", "0: Every tower shall carry a lamp"],
        id="words are taken out",
    ),
    pytest.param(
        [LAMP, LAMP.replace("shall", "may"), LAMP.replace("shall", "may"), LAMP],
        [
            "0: Lamps",
            "0: Every tower",
            "0(-1): shall",
            "0: carry a lamp that is seen nine miles out",
        ],
        id="a word is back in its place",
    ),
    pytest.param(
        [
            LAMP,
            LAMP.replace(" that is seen nine miles out", ""),
            LAMP.replace(" lamp that is seen nine miles out", ""),
            LAMP,
        ],
        [
            "0: Lamps",
            "0: Every tower shall carry a",
            "0(-2): lamp",
            "0(-1): that is seen nine miles out",
        ],
        id="words deleted one after the other are back together",
    ),
    pytest.param(
        [LAMP, LAMP.replace("shall", "may"), LAMP, LAMP.replace("shall", "may"), LAMP],
        [
            "0: Lamps",
            "0: Every tower",
            "0(-1)(-3): shall",
            "0: carry a lamp that is seen nine miles out",
        ],
        id="a word goes and comes twice",
    ),
    pytest.param(
        [LAMP, LAMP.replace("Every tower", "EVERY tower,").replace("nine", "“nine”")],
        ["0: Lamps", "0: EVERY tower, shall carry a lamp that is seen “nine” miles out"],
        id="case and punctuation have no age",
    ),
    pytest.param(
        [
            LAMP.replace("nine miles", "co-operating keepers\u2019 miles"),
            LAMP.replace("nine miles", "cooperating keepers' miles"),
        ],
        [
            "0: Lamps",
            "0: Every tower shall carry a lamp that is seen cooperating keepers' miles out",
        ],
        id="hyphens and apostrophes have no age",
    ),
]


@pytest.mark.parametrize(("rounds", "expected"), CASES)
def test_words_of_an_article(rounds: list[str], expected: list[str]) -> None:
    drafts = drafted(*("\n".join((one, BELL)) for one in rounds))
    assert aged(drafts).told(len(rounds) - 1, "art_1") == expected


TWO = """
art_1 | Article 1 | Lamps |
 art_1__para_1 | 1. | | Every tower shall carry a lamp that is seen nine miles out at sea.
 art_1__para_2 | 2. | | The oil is paid by the villages whose boats come home by its light.
art_2 | Article 2 | Bells |
 art_2__para_1 | 1. | | In fog the bell is rung four times in every minute by hand.
 art_2__para_2 | 2. | | Whoever rings it may sleep until noon and is not to be woken.
"""


def test_what_moved_to_another_article_keeps_its_age() -> None:
    moved = """
    art_1 | Article 1 | Lamps |
     art_1__para_1 | 1. | | Every tower shall carry a lamp that is seen nine miles out at sea.
    art_2 | Article 2 | Bells |
     art_2__para_1 | 1. | | In fog the bell is rung four times in every minute by hand.
     art_2__para_2 | 2. | | Whoever rings it may sleep until noon and is not to be woken.
     art_2__para_3 | 3. | | The oil is paid by those villages whose boats come home by its light.
    """
    assert aged(drafted(TWO, moved)).told(1, "art_2__para_3") == [
        "0: The oil is paid by",
        "1: those",
        "0: villages whose boats come home by its light",
    ]


def test_a_sentence_taken_from_another_paragraph_keeps_its_age() -> None:
    """No link leads from the one to the other, which both go on."""
    before = TWO.replace(
        "at sea.", "at sea. It is lit an hour before dusk and never later than six."
    )
    after = TWO.replace(
        "by hand.", "by hand. It is lit an hour before dusk and never later than six."
    )
    assert aged(drafted(before, after)).told(1, "art_2__para_1") == [
        "0: In fog the bell is rung four times in every minute by hand",
        "0: It is lit an hour before dusk and never later than six",
    ]


def test_a_split_and_a_merger_give_no_word_another_age() -> None:
    one = """
    art_1 | Article 1 | Lamps |
     art_1__para_1 | 1. | | Every tower shall carry a lamp that is seen nine miles out at sea. \
The oil is paid by the villages whose boats come home by its light.
     art_1__para_2 | 2. | | Whoever rings the bell may sleep until noon and is not to be woken.
    """
    two = """
    art_1 | Article 1 | Lamps |
     art_1__para_1 | 1. | | Every tower shall carry a lamp that is seen nine miles out at sea.
     art_1__para_2 | 2. | | The oil is paid by the villages whose boats come home by its light.
     art_1__para_3 | 3. | | Whoever rings the bell may sleep until noon and is not to be woken.
    """
    found = aged(drafted(one, two, one))
    entered = {run.entered for place in range(3) for _, run in found.ages.runs(place)}
    assert entered == {0}
    assert all(len(run.lives) == 1 for _, run in found.ages.runs(2))


def test_an_article_that_became_a_paragraph_keeps_its_words() -> None:
    before = f"""
    {LAMP}
    {BELL}
    art_3 | Article 3 | Widows |
     art_3__para_1 | 1. | | The widow of a keeper who drowned may stay in the house for a winter.
     art_3__para_2 | 2. | | Her firewood is cut by whoever keeps the lamp after him.
    """
    after = f"""
    {LAMP}
    art_2 | Article 2 | Bells and widows |
     art_2__para_1 | 1. | | In fog the bell is rung four times in every minute by hand.
     art_2__para_2 | 2. | | The widow of a keeper who drowned may stay in the house for a winter. \
Her firewood is cut by whoever keeps the lamp after him.
    """
    (only,) = aged(drafted(before, after)).told(1, "art_2__para_2")[-1:]
    assert only.startswith("0: ")
    assert only.endswith("the lamp after him")


def test_an_article_that_was_dropped_is_back() -> None:
    both, one = "\n".join((LAMP, BELL)), LAMP
    again = "\n".join((LAMP, BELL.replace("four", "five")))
    found = aged(drafted(both, one, one, again))
    assert found.told(3, "art_2") == [
        "0(-1): Bells",
        "0(-1): In fog the bell is rung",
        "3: five",
        "0(-1): times in every minute by hand",
    ]
    assert {run.leaves(0) for run in found.ages.of("A/0", "art_2").runs} == {1}


def test_a_deleted_sentence_that_is_back_elsewhere_is_known_again() -> None:
    extra = " It is lit an hour before dusk and never later than six."
    rounds = (
        "\n".join((LAMP + extra, BELL)),
        "\n".join((LAMP, BELL)),
        "\n".join((LAMP, BELL + extra)),
    )
    assert aged(drafted(*rounds)).told(2, "art_2")[-1] == f"0(-1): {extra.strip(' .')}"


def test_a_word_of_the_same_kind_elsewhere_is_no_return() -> None:
    rounds = (
        "\n".join((LAMP.replace("a lamp", "a red lamp"), BELL)),
        "\n".join((LAMP, BELL)),
        "\n".join((LAMP, BELL.replace("the bell", "the red bell"))),
    )
    assert "2: red" in aged(drafted(*rounds)).told(2, "art_2")


def test_a_partial_document_deletes_only_inside_what_it_holds() -> None:
    whole = "\n".join((LAMP, BELL, CAT))
    part = BELL.replace("four", "five")
    after = "\n".join((LAMP, part, CAT.replace("herring", "cod")))
    found = aged(drafted(whole, part, after, partial=(1,)))
    assert found.told(2, "art_1") == [
        "0: Lamps",
        "0: Every tower shall carry a lamp that is seen nine miles out",
    ]
    assert found.told(2, "art_2") == [
        "0: Bells",
        "0: In fog the bell is rung",
        "1: five",
        "0: times in every minute by hand",
    ]
    (four,) = [run for run in found.ages.of("A/0", "art_2").runs if run.leaves(0) == 1]
    assert four.words == 1
    (herring,) = [run for run in found.ages.of("A/0", "art_3").runs if run.leaves(0) == 2]
    assert herring.words == 1


def test_what_is_linked_only_possibly_is_not_sure_from_then_on() -> None:
    drafts = drafted(LAMP, LAMP.replace("a lamp", "a red lamp"), LAMP)
    possible = Link("art_1", "art_1", "same", SURE - 0.05)
    found = aged(drafts, {("A/0", "A/1"): Alignment("A/0", "A/1", (possible,))})
    assert found.told(1, "art_1") == [
        "0?: Lamps",
        "0?: Every tower shall carry a",
        "1: red",
        "0?: lamp that is seen nine miles out",
    ]
    assert found.told(2, "art_1")[0] == "0?: Lamps"


def test_identities_follow_each_other_and_say_where_a_word_went() -> None:
    found = aged(drafted(LAMP, LAMP.replace("a lamp that", "that")))
    before, after = (found.ages.of(symbol, "art_1").runs for symbol in ("A/0", "A/1"))
    here = [n for run in before for n in run.ids]
    assert here == list(range(13))
    assert [n for run in after for n in run.ids] == [n for n in here if n not in (5, 6)]


def test_unknown_provisions_are_told_as_python_tells_them() -> None:
    with pytest.raises(KeyError):
        aged(drafted(LAMP)).ages.of("A/0", "art_9")


WORDS = st.lists(
    st.sampled_from(
        ["the", "lamp", "of", "each", "Party", "shall", "burn,", "in", "fog", "海", "灯"]
    ),
    max_size=12,
)
ROUNDS = st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=5)


def _made(rounds: list[list[list[str]]], partial: list[bool]) -> tuple[Draft, ...]:
    texts = (
        "\n".join(
            f"art_{n} | Article {n} | {' '.join(words[:2])} | {' '.join(words)}"
            for n, words in enumerate(articles, 1)
        )
        for articles in rounds
    )
    return drafted(*texts, partial=[n for n, one in enumerate(partial) if one])


@given(ROUNDS, st.lists(st.booleans(), min_size=5, max_size=5))
def test_every_word_of_every_draft_has_one_age(
    rounds: list[list[list[str]]], partial: list[bool]
) -> None:
    found = aged(_made(rounds, partial))
    stood: dict[int, set[int]] = {}
    for place, draft in enumerate(found.drafts):
        for provision, one in zip(draft.provisions, found.ages.drafts[place], strict=True):
            spans = []
            for run in one.runs:
                held = provision.heading if run.field == "heading" else provision.text
                inside = word_spans(held[run.start : run.end])
                assert len(inside) == run.words
                spans += [(run.field, a + run.start, b + run.start) for a, b in inside]
                assert any(life.holds(place) for life in run.lives)
                for n in run.ids:
                    stood.setdefault(n, set())
                    assert place not in stood[n], "the same word twice in a draft"
                    stood[n].add(place)
            assert spans == [
                (field, a, b)
                for field, held in (("heading", provision.heading), ("text", provision.text))
                for a, b in word_spans(held)
            ]
    _lives_are_true(found, stood)


def _lives_are_true(found: Told, stood: dict[int, set[int]]) -> None:
    for place in range(len(found.drafts)):
        for _, run in found.ages.runs(place):
            for one, other in zip(run.lives, run.lives[1:], strict=False):
                assert one.left is not None
                assert one.entered < one.left < other.entered + 1
            for n in run.ids:
                assert min(stood[n]) == run.entered
                for at, draft in enumerate(found.drafts):
                    lives = any(life.holds(at) for life in run.lives)
                    assert lives or at not in stood[n]
                    # Only a partial document lacks words that stand in the text.
                    assert not lives or at in stood[n] or draft.partial


def _lone(text: str, n: int) -> Draft:
    draft = outline("art_1 | Article 1 | | x", symbol=f"A/{n}", date=f"2030-01-0{n}")
    return replace(draft, provisions=(replace(draft.provisions[0], text=text),))


def _letters(seed: int) -> str:
    chance = Random(seed)
    return "".join(chance.choice("abcdefgh .,;[]") for _ in range(20_000))


def _few(seed: int) -> str:
    chance = Random(seed)
    return " ".join(f"w{chance.randrange(20)}" for _ in range(20_000))


BLOCK = "Each keeper shall see to it that the lamp is not out before the sun is up. "

BAD = [
    pytest.param(" " * 50_000 + "x", " " * 50_001 + "y", id="blanks"),
    pytest.param(_letters(1), _letters(2), id="random letters"),
    pytest.param(_few(1), _few(2), id="few words"),
    pytest.param(BLOCK * 2000, BLOCK * 1990 + "x " + BLOCK * 15, id="a block repeated"),
    pytest.param('"\n ' * 25_000, '"\n ' * 24_000 + "x", id="quotes and breaks"),
    pytest.param("", "灯塔" * 5000, id="no word against a script without spaces"),
]


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize(("one", "other"), BAD)
def test_bad_texts_take_no_more_than_seconds(one: str, other: str, linked: bool) -> None:
    drafts = [_lone(one, 1), _lone(other, 2), _lone(one, 3)]
    links = (
        (Link("art_1", "art_1", "same", 1.0),)
        if linked
        else (Link(None, "art_1", "inserted", 0.0), Link("art_1", None, "deleted", 0.0))
    )
    alignments = {
        (a.symbol, b.symbol): Alignment(a.symbol, b.symbol, links)
        for a, b in combinations(drafts, 2)
    }
    grown = threads(drafts, alignments)
    start = time.process_time()
    found = ages(drafts, alignments, grown)
    assert time.process_time() - start < 5
    assert sum(run.words for _, run in found.runs(2)) == len(word_spans(one))


def test_a_text_too_large_for_a_fine_comparison_is_not_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tracker.history.ages_runs.LARGEST", 100)
    before = f"the {BLOCK}{BLOCK.replace('lamp', 'bell')}ends"
    after = f"a {BLOCK}new words here {BLOCK.replace('lamp', 'bell')}stops"
    drafts = [_lone(before, 1), _lone(after, 2)]
    link = (Link("art_1", "art_1", "same", 1.0),)
    alignments = {("A/1", "A/2"): Alignment("A/1", "A/2", link)}
    found = ages(drafts, alignments, threads(drafts, alignments))
    runs = [run for _, run in found.runs(1)]
    assert {run.sure for run in runs if run.entered == 0} == {False}
    assert sum(run.words for run in runs if run.entered == 1) == 5


def test_no_draft_and_empty_drafts() -> None:
    assert ages((), {}, ()).drafts == ()
    empty = replace(drafted(LAMP)[0], provisions=())
    found = aged((empty, replace(drafted(LAMP, LAMP)[1]), replace(empty, symbol="A/2")))
    assert [len(one) for one in found.ages.drafts] == [0, 1, 0]
    assert {run.leaves(1) for _, run in found.ages.runs(1)} == {2}


PROGRAM = """
from tests.history.test_ages import BELL, CAT, LAMP, TWO
from tests.history.wording import aged, drafted
print(aged(drafted(TWO, LAMP + chr(10) + BELL, CAT + chr(10) + BELL, TWO)).ages)
"""


def test_the_order_of_sets_leaves_no_trace() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
    assert "Run(" in said.pop()
