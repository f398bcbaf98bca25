"""What was taken over, left out, and what is new: a treaty on bells and a later one on lamps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drafts import outline
from tests.strategies import drafts
from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.precedent import Taken, Uptake, compare
from tracker.read import read

FRAME = "Each Harbour shall adopt such rules as may be needed to punish, when done on purpose,"

BELLS = outline(
    f"""
    art_1 | Article 1 | Silence |
      art_1__para_1 | 1. | | {FRAME} the muffling of a bell that warns sailors of reefs.
      art_1__para_2 | 2. | | A Harbour may pardon whoever muffled a bell to let a sick child sleep, \
if the bell rang again before the next tide.
    art_2 | Article 2 | Theft |
      art_2__para_1 | 1. | | {FRAME} the theft of ropes, clappers or brass from a belfry.
    art_3 | Article 3 | Bribes |
      art_3__para_1 | 1. | | {FRAME} the offer of fish, rum or money to a bell-ringer.
    art_4 | Article 4 | Ringers |
      art_4__para_1 | 1. | | The keeper of a belfry, after hearing the pilots and the widows of the \
parish, shall appoint two ringers for every winter.
      art_4__para_2 | 2. | | Ringers shall be paid in coal.
      art_4__para_3 | 3. | | A ringer who falls asleep during fog shall forfeit one month of coal, \
unless three fishermen swear that there was no fog.
    art_5 | Article 5 | Archives |
      art_5__para_1 | 1. | | The parish clerk shall write down each wreck, with its cargo.
    """,
    symbol="BELLS",
    negotiation="bells",
)

LAMPS = outline(
    f"""
    art_1 | Article 1 | Oil |
      art_1__para_1 | 1. | | {FRAME} the watering of whale oil sold to a tower.
    art_2 | Article 2 | Keepers |
      art_2__para_1 | 1. | | The keeper of a belfry shall appoint two ringers for every winter.
      art_2__para_2 | 2. | | Ringers shall be paid in coal.
      art_2__para_3 | 3. | | A ringer who falls asleep during fog shall lose a month of coal, \
unless three fishermen swear that there was no fog.
    art_3 | Article 3 | Silence |
      art_3__para_1 | 1. | | {FRAME} the muffling of a bell that warns sailors of reefs.
      art_3__para_2 | 2. | | The Commission of Lamps meets in a barn beside the mill.
    """,
    symbol="LAMPS",
    negotiation="lamps",
)


def became(uptake: Uptake, eid: str) -> Taken:
    (found,) = [one for one in uptake.taken if one.eid == eid]
    return found


@pytest.fixture(scope="module")
def uptake() -> Uptake:
    return compare(BELLS, LAMPS)


@pytest.mark.parametrize(
    ("eid", "verdict", "into", "left_out"),
    [
        pytest.param("art_1__para_1", "same words", ["art_3__para_1"], [], id="same words"),
        pytest.param("art_1__para_2", "not taken over", [], [], id="a paragraph left out"),
        pytest.param("art_4__para_2", "same words", ["art_2__para_2"], [], id="short"),
        pytest.param(
            "art_4__para_1",
            "in part",
            ["art_2__para_1"],
            [", after hearing the pilots and the widows of the parish,"],
            id="a clause left out",
        ),
        pytest.param("art_4__para_3", "other words", ["art_2__para_3"], [], id="other words"),
        pytest.param("art_5__para_1", "not taken over", [], [], id="an article left out"),
    ],
)
def test_what_became_of_a_provision(
    uptake: Uptake, eid: str, verdict: str, into: list[str], left_out: list[str]
) -> None:
    found = became(uptake, eid)
    assert (found.verdict, list(found.into)) == (verdict, into)
    assert [passage.text for passage in found.left_out] == left_out


def test_other_words_are_told_with_what_they_stand_for(uptake: Uptake) -> None:
    found = became(uptake, "art_4__para_3")
    assert [(p.text, p.instead) for p in found.passages] == [("forfeit one", "lose a")]
    assert (found.words, found.kept) == (22, 20)


def test_a_usual_phrase_is_nothing_taken_over(uptake: Uptake) -> None:
    """Both texts punish in the same frame; watered oil does not come from stolen brass."""
    assert {became(uptake, eid).verdict for eid in ("art_2__para_1", "art_3__para_1")} <= {
        "usual phrases",
        "not taken over",
    }
    (oil,) = [one for one in uptake.origins if one.eid == "art_1__para_1"]
    assert oil.new


def test_where_the_draft_comes_from(uptake: Uptake) -> None:
    found = {one.eid: (one.new, one.sources) for one in uptake.origins}
    assert found["art_2__para_1"] == (False, ("art_4__para_1",))
    assert found["art_3__para_1"] == (False, ("art_1__para_1",))
    assert found["art_3__para_2"] == (True, ())


def test_words_that_stand_elsewhere_are_not_left_out() -> None:
    old = outline(
        """
        art_1 | Article 1 | Ferries | The ferryman waits for the last passenger. Nobody may bring \
a goose aboard on market days without a basket. The fare is paid in eggs when the river freezes.
        art_2 | Article 2 | Mills | The miller keeps a cat.
        """
    )
    new = outline(
        """
        art_1 | Article 1 | Ferries | The ferryman waits for the last passenger. The fare is paid \
in eggs when the river freezes.
        art_2 | Article 2 | Geese | As the elders wished, nobody may bring a goose aboard on \
market days without a basket.
        art_3 | Article 3 | Mills | The miller keeps a cat.
        """,
        symbol="A/2",
    )
    found = became(compare(old, new), "art_1")
    assert found.left_out == ()
    assert "art_2" in {p.elsewhere for p in found.passages} | set(found.into)
    assert found.kept == found.words


def test_what_was_merged_in_another_order_is_not_left_out() -> None:
    first = "A keeper who gave notice to the council may leave the tower after a year and a day."
    second = "The council buries a keeper who died in the tower at the cost of the harbour."
    old = outline(
        f"""
        art_1 | Article 1 | Keepers |
          art_1__para_1 | 1. | | {first}
          art_1__para_2 | 2. | | {second}
        """
    )
    new = outline(f"art_1 | Article 1 | Keepers | {second} {first}", symbol="A/2")
    for found in compare(old, new).taken:
        assert (found.verdict, found.kept) == ("same words", found.words)


def test_nothing_is_taken_over_from_another_language() -> None:
    other = outline("art_1 | Статья 1 | Сон | Смотритель башни спит до полудня.", symbol="A/3")
    assert {one.verdict for one in compare(BELLS, other).taken} == {"not taken over"}


def test_an_empty_draft_takes_over_nothing() -> None:
    empty = replace(LAMPS, provisions=())
    assert {one.verdict for one in compare(BELLS, empty).taken} == {"not taken over"}
    nothing = compare(empty, BELLS)
    assert nothing.taken == ()
    assert all(one.new for one in nothing.origins)
    assert (nothing.share_kept, nothing.share_taken) == (0.0, 0.0)


def test_a_text_takes_over_all_of_itself() -> None:
    found = compare(BELLS, replace(BELLS, symbol="B"))
    assert {one.verdict for one in found.taken} == {"same words"}
    assert not any(one.new for one in found.origins)
    assert (found.share_kept, found.share_taken) == (1.0, 1.0)


@given(old=drafts(), new=drafts())
def test_no_word_is_lost_or_doubled(old: Draft, new: Draft) -> None:
    found = compare(old, replace(new, symbol="NEW"))
    texts = {p.eid: p.text for p in old.provisions}
    for one in found.taken:
        assert "".join(h.text for h in one.text) == texts[one.eid]
        assert {h.operation for h in one.text} <= {"equal", "delete"}
        assert 0 <= one.kept <= one.words
    fresh = {p.eid: p.text for p in new.provisions}
    for other in found.origins:
        assert "".join(h.text for h in other.text) == fresh[other.eid]
        assert {h.operation for h in other.text} <= {"equal", "insert"}
        assert 0 <= other.taken <= other.words
    assert len({one.eid for one in found.taken}) == len(found.taken)
    assert 0.0 <= found.share_kept <= 1.0


@given(st.data())
def test_what_is_said_to_be_left_out_is_gone(data: st.DataObject) -> None:
    """A clause cut from a text is told, and nothing else."""
    units = ["pilots", "widows", "gulls", "ropes", "eels", "oars", "nets", "salt", "tar", "hemp"]
    words = data.draw(st.permutations(units))
    cut = data.draw(st.integers(1, 5))
    begin = data.draw(st.integers(1, 4))
    text = " ".join(words) + " are counted at dusk by the oldest clerk of the harbour."
    rest = " ".join([*words[:begin], *words[begin + cut :]])
    kept = rest + " are counted at dusk by the oldest clerk of the harbour."
    old = outline(f"art_1 | Article 1 | Counts | {text}")
    new = outline(f"art_1 | Article 1 | Counts | {kept}", symbol="A/2")
    (found,) = compare(old, new).taken
    assert " ".join(p.text for p in found.left_out) == " ".join(words[begin : begin + cut])
    assert found.words - found.kept == cut


@pytest.mark.shared
def test_a_real_convention_with_clauses_cut_out(shared_data: Path) -> None:
    """Every fifth paragraph of a real convention gone, and of every other the first five words."""
    about = About("precedent", "P", "2000-01-01")
    precedent = ingest(read(shared_data / "precedents" / "UNTOC-2000.json"), about)
    spoken = [p for p in precedent.provisions if len(p.text.split()) > 20 and p.kind == "paragraph"]
    gone = {p.eid for p in spoken[::5]}
    cut = {p.eid for p in spoken} - gone
    inside = {p.eid for p in precedent.provisions if p.parent in gone}
    inside |= {p.eid for p in precedent.provisions if p.parent in inside}
    changed = tuple(
        replace(p, text=" ".join(p.text.split()[5:]), spans=()) if p.eid in cut else p
        for p in precedent.provisions
        if p.eid not in gone | inside
    )
    found = compare(precedent, replace(precedent, symbol="D", provisions=changed))
    by_eid = {one.eid: one for one in found.taken}
    lost = sum(by_eid[eid].taken_over for eid in gone)
    found_cut = sum(
        by_eid[eid].verdict == "in part" and by_eid[eid].words - by_eid[eid].kept == 5
        for eid in cut
    )
    assert len(gone) > 20
    assert lost == 0
    assert found_cut >= 0.99 * len(cut)
