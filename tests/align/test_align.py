"""Which provision became which: a table of fates, properties of every alignment, the scorer."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given, settings

from tests.cli.typed import run
from tests.drafts import outline
from tests.strategies import drafts
from tracker.align import SURE, align
from tracker.errors import AlignmentError
from tracker.model import Alignment, Draft

OLD = """
    chp_I | Chapter I | Lights |
      art_1 | Article 1 | Lamps | Every tower shall carry a lamp that can be seen nine miles out.
      art_2 | Article 2 | Keepers |
        art_2__para_1 | 1. | | A keeper lives in the tower and trims the wick at dusk.
        art_2__para_2 | 2. | | Widows of keepers may stay in the house for a winter.
        art_2__para_3 | 3. | | The log book names each passing ship, her master and her port.
      art_3 | Article 3 | Bells | In fog the bell is rung four times in every minute until it clears.
    chp_II | Chapter II | Money |
      art_4 | Article 4 | Dues | Ships pay a penny for each ton when they enter the harbour.
      art_5 | Article 5 | Pensions | Old keepers receive half of their wages from the common chest.
      art_6 | Article 6 | Dolphins | Nobody may hunt dolphins within sight of a lamp.
"""

FATES = {
    "renumbered": (
        OLD.replace(
            "      art_1 |",
            "      art_9 | Article 1 | Birds | Gulls are to be fed on Sundays.\n      art_1 |",
        ).replace("art_1 | Article 1", "art_1 | Article 2"),
        ("art_1", "art_1", "renumbered"),
    ),
    "same place and number, other words": (
        OLD.replace("nine miles", "ten miles"),
        ("art_1", "art_1", "same"),
    ),
    "inserted": (
        OLD + "      art_7 | Article 7 | Whales | Whales are greeted by dipping the flag twice.\n",
        (None, "art_7", "inserted"),
    ),
    "deleted": (
        OLD.replace(
            "      art_6 | Article 6 | Dolphins | Nobody may hunt dolphins within sight of a lamp.\n",
            "",
        ),
        ("art_6", None, "deleted"),
    ),
    "moved to another article": (
        OLD.replace(
            "        art_2__para_2 | 2. | | Widows of keepers may stay in the house for a winter.\n",
            "",
        ).replace(
            "from the common chest.",
            "from the common chest.\n        art_5__para_1 | 1. | | Widows of keepers may stay in the house for a winter.",
        ),
        ("art_2__para_2", "art_5__para_1", "moved"),
    ),
    "demoted": (
        OLD.replace(
            "      art_6 | Article 6 | Dolphins | Nobody may hunt dolphins within sight of a lamp.\n",
            "",
        ).replace(
            "        art_2__para_3",
            "        art_2__para_9 | 9. | | Nobody may hunt dolphins within sight of a lamp.\n        art_2__para_3",
        ),
        ("art_6", "art_2__para_9", "demoted"),
    ),
    "promoted": (
        OLD.replace(
            "        art_2__para_2 | 2. | | Widows of keepers may stay in the house for a winter.\n",
            "",
        )
        + "      art_7 | Article 7 | Widows | Widows of keepers may stay in the house for a winter.\n",
        ("art_2__para_2", "art_7", "promoted"),
    ),
    "split": (
        OLD.replace(
            "        art_2__para_3 | 3. | | The log book names each passing ship, her master and her port.",
            "        art_2__para_3 | 3. | | The log book names each passing ship,\n"
            "        art_2__para_4 | 4. | | her master and her port.",
        ),
        ("art_2__para_3", "art_2__para_3", "split"),
    ),
    "merged": (
        OLD.replace(" |  | ", " | | ")
        .replace(
            "trims the wick at dusk.",
            "trims the wick at dusk. Widows of keepers may stay in the house for a winter.",
        )
        .replace(
            "        art_2__para_2 | 2. | | Widows of keepers may stay in the house for a winter.\n",
            "",
        ),
        ("art_2__para_2", "art_2__para_1", "merged"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FATES.values(), ids=FATES.keys())
def test_fate(text: str, expected: tuple[str | None, str | None, str]) -> None:
    made = align(outline(OLD), outline(text, symbol="A/2"))
    assert expected in [(x.old, x.new, x.relation) for x in made.links]


def test_a_moved_article_is_found_by_its_words_not_its_number() -> None:
    """Article 17 became 4 and pushed 4 to 16 up by one."""
    subjects = [
        "lamps",
        "wicks",
        "oil",
        "bells",
        "fog",
        "ropes",
        "boats",
        "gulls",
        "whales",
        "dues",
        "wages",
        "widows",
        "logs",
        "flags",
        "stone",
        "paint",
    ]
    texts = [
        f"On {s}: the {s} shall be kept by whoever sold {s} to the tower of {s}." for s in subjects
    ]

    def written(order: list[int], symbol: str) -> Draft:
        lines = [
            f"art_{n} | Article {n} | About {subjects[k]} | {texts[k]}"
            for n, k in enumerate(order, start=1)
        ]
        return outline("\n".join(lines), symbol=symbol)

    before = list(range(16))
    after = [0, 1, 2, 15, *range(3, 15)]
    links = {x.old: x for x in align(written(before, "A/1"), written(after, "A/2")).links}
    assert (links["art_16"].new, links["art_16"].relation) == ("art_4", "moved")
    assert {(links[f"art_{n}"].new, links[f"art_{n}"].relation) for n in range(4, 16)} == {
        (f"art_{n + 1}", "renumbered") for n in range(4, 16)
    }


def test_a_good_partner_is_not_given_up_for_a_poor_link_beside_it() -> None:
    """Paragraph 2 stayed; another place repeats it, and paragraph 3 is a little like it too."""
    old = """
      art_1 | Article 1 | Lamps |
        art_1__para_1 | 1. | | Keeping a lamp dark is allowed for:
        art_1__para_2 | 2. | | keeping the lamp dark is necessary for repairs of the lens or of the lantern room;
        art_1__para_3 | 3. | | keeping the lamp dark serves the counting of birds and the studies of the college;
      art_2 | Article 2 | Bells |
        art_2__para_1 | 1. | | The bell is rung in fog, four times in every minute until the fog clears.
    """
    new = """
      art_1 | Article 1 | Lamps |
        art_1__para_1 | 1. | | Keeping a lamp dark is allowed for:
        art_1__para_2 | 2. | | keeping the lamp dark is necessary for repairs of the lens or of the lantern room or for studies;
      art_2 | Article 2 | Bells |
        art_2__para_1 | 1. | | The bell is rung in fog, four times in every minute until the fog clears.
        art_2__para_9 | 9. | | darkness is necessary for repairs of the lens or of the lantern room.
    """
    fates = [(x.old, x.new) for x in align(outline(old), outline(new, symbol="A/2")).links]
    assert ("art_1__para_2", "art_1__para_2") in fates
    assert ("art_1__para_3", None) in fates


def test_a_rare_name_brings_back_what_was_rewritten() -> None:
    """An offence that returns as a sentence of another article, in other words: possible only."""
    filler = "\n".join(
        f"art_{n} | Article {n} | Matter {n} | Each Party shall do thing{n} and avoid fault{n} in year{n}."
        for n in range(10, 40)
    )
    courts = (
        "art_50 | Article 50 | Sentencing |\n  art_50__para_1 | 1. | | Judges weigh the damage."
    )
    old = outline(
        "art_1 | Article 1 | Attacks on northern fog signals |\n"
        "  art_1__para_1 | 1. | | Each Party shall punish whoever puts out northern fog signals.\n"
        f"{filler}\n{courts}"
    )
    new = outline(
        f"{filler}\n{courts}\n"
        "  art_50__para_2 | 2. | | It may weigh heavier where northern fog signals were hit.",
        symbol="A/2",
    )
    (link,) = [x for x in align(old, new).links if x.old == "art_1"]
    assert (link.new, link.relation) == ("art_50__para_2", "demoted")
    assert link.score < SURE
    assert any("northern fog signals" in said for said in link.evidence)


def test_boilerplate_attracts_no_link() -> None:
    """Two articles that share only what all articles say are not linked."""
    common = "Each State Party shall adopt such measures as may be necessary to"
    old = "\n".join(
        f"art_{n} | Article {n} | | {common} {verb}."
        for n, verb in enumerate(
            ("feed gulls", "count whales", "ring bells", "pay widows"), start=1
        )
    )
    new = old.replace("count whales", "polish brass lamps every second Tuesday morning before tea")
    links = align(outline(old), outline(new, symbol="A/2")).links
    assert ("art_1", "art_1") in [(x.old, x.new) for x in links]
    (whales,) = [x for x in links if x.old == "art_2"]
    assert whales.new is None or whales.score < 0.5


def test_different_negotiations_are_refused() -> None:
    with pytest.raises(AlignmentError, match="only drafts of one negotiation"):
        align(outline(OLD), outline(OLD, negotiation="another"))


def fates(made: Alignment) -> list[tuple[str | None, str | None, str]]:
    return [(x.old, x.new, x.relation) for x in made.links]


@given(drafts())
@settings(max_examples=40)
def test_a_draft_is_itself(draft: Draft) -> None:
    made = align(draft, replace(draft, symbol="other"))
    assert {x.relation for x in made.links} <= {"same"}
    assert [x.old for x in made.links] == [x.new for x in made.links]


@given(drafts(), drafts())
@settings(max_examples=60)
def test_every_provision_has_a_link(old: Draft, new: Draft) -> None:
    new = replace(new, negotiation=old.negotiation, symbol="newer")
    made = align(old, new)
    assert {x.old for x in made.links if x.old} == {p.eid for p in old.provisions}
    assert {x.new for x in made.links if x.new} == {p.eid for p in new.provisions}
    assert len({(x.old, x.new) for x in made.links}) == len(made.links)
    assert all(0.0 <= x.score <= 1.0 for x in made.links)
    for x in made.links:
        assert (x.relation == "inserted") == (x.old is None)
        assert (x.relation == "deleted") == (x.new is None)
    order = [x.new for x in made.links if x.new]
    assert order == sorted(order, key=[p.eid for p in new.provisions].index)
    assert made == align(old, new)


SIZES = {"empty against empty": (0, 0), "empty against full": (0, 3), "full against empty": (3, 0)}


@pytest.mark.parametrize(("before", "after"), SIZES.values(), ids=SIZES.keys())
def test_empty_drafts(before: int, after: int) -> None:
    full = outline(OLD)
    old = replace(full, provisions=full.provisions[:before])
    new = replace(full, provisions=full.provisions[:after], symbol="A/2")
    made = align(old, new)
    assert len(made.links) == before + after


def test_articles_that_are_all_the_same_sentence() -> None:
    text = "\n".join(f"art_{n} | Article {n} | | The same rule applies." for n in range(1, 60))
    made = align(outline(text), outline(text, symbol="A/2"))
    assert fates(made) == [(f"art_{n}", f"art_{n}", "same") for n in range(1, 60)]


@pytest.mark.shared
def test_public_sets(shared_eval: Path) -> None:
    """Figures of the public alignment sets; the floors are what was reached, rounded down.
    The scorer as a program, with a process for each set: `test_bench_align.py`."""
    total: dict[str, Counter[str]] = defaultdict(Counter)
    scorer = run_path(str(shared_eval / "score.py"))
    for gold in sorted((shared_eval / "sets").glob("*/gold.json")):
        wanted = json.loads(gold.read_text(encoding="utf-8"))
        done = run("align", gold.with_name("old.xml"), gold.with_name("new.xml"), "--format=json")
        assert done.exit_code == 0, done.output
        total[wanted["tier"]].update(scorer["score"](wanted, json.loads(done.stdout)["links"]))
    made, published = (scorer["figures"](total[tier]) for tier in ("synthetic", "official"))
    assert made["f1"] >= 0.997
    assert made["spurious"] <= 0.002
    assert published["f1"] >= 0.955
    linked = {"split": 0.96, "merged": 0.94, "demoted": 0.95, "promoted": 0.95, "moved": 0.99}
    named = {"split": 0.92, "merged": 0.86, "demoted": 0.95, "promoted": 0.95, "moved": 0.85}
    assert {name: made[name]["linked"] >= least for name, least in linked.items()} == dict.fromkeys(
        linked, True
    )
    assert {name: made[name]["named"] >= least for name, least in named.items()} == dict.fromkeys(
        named, True
    )
    assert made["renumbered"]["named"] >= 0.98


@pytest.mark.shared
def test_articles_of_the_gdpr(shared_data: Path) -> None:
    """Erasure stays 17, portability goes from 18 to 20, fines from 79 to 83."""
    from tracker.ingesters import About
    from tracker.texts import draft_of

    folder = shared_data / "gdpr"
    old = draft_of(folder / "com-2012-11-proposal.en.txt", About("gdpr", "COM", "2012-01-25"))
    new = draft_of(folder / "regulation-2016-679.en.txt", About("gdpr", "REG", "2016-04-27"))
    links = {(x.old, x.new) for x in align(old, new).links}
    assert {("art_17", "art_17"), ("art_18", "art_20"), ("art_79", "art_83")} <= links
