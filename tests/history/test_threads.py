"""One provision through all rounds."""

from __future__ import annotations

from itertools import combinations

from tests.drafts import outline
from tracker.align import SURE, align
from tracker.history import address, provision_id, threads
from tracker.model import Alignment, Decision, Draft, Link, Thread

LAMPS = (
    "art_1 | Article 1 | Lamps | Every tower shall carry a lamp that can be seen nine miles out."
)
WIDOWS = "art_2 | Article 2 | Widows | Widows of keepers may stay in the house for a winter."
BELLS = "art_3 | Article 3 | Bells | In fog the bell is rung four times in every minute."
GULLS = "art_4 | Article 4 | Gulls | Gulls are fed on Sundays from the tower's kitchen door."


def written(n: int, *lines: str, partial: bool = False) -> Draft:
    return outline("\n".join(lines), symbol=f"A/{n}", date=f"2030-01-0{n}", partial=partial)


def through(*drafts: Draft) -> tuple[Thread, ...]:
    pairs = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    return threads(drafts, pairs)


def members(found: tuple[Thread, ...]) -> list[list[tuple[str, str]]]:
    return [[(m.symbol, m.eid) for m in thread.members] for thread in found]


def test_a_provision_keeps_its_thread_when_its_number_changes() -> None:
    found = through(
        written(1, LAMPS, WIDOWS),
        written(
            2, GULLS.replace("4", "1"), LAMPS.replace("1", "2", 2), WIDOWS.replace("2", "3", 2)
        ),
    )
    assert [("A/1", "art_1"), ("A/2", "art_2")] in members(found)
    assert [("A/2", "art_1")] in members(found)


def test_what_was_dropped_and_is_back_is_one_thread() -> None:
    found = through(
        written(1, LAMPS, WIDOWS, BELLS), written(2, LAMPS, BELLS), written(3, LAMPS, WIDOWS, BELLS)
    )
    assert [("A/1", "art_2"), ("A/3", "art_2")] in members(found)


def test_what_is_back_in_other_words_is_one_thread() -> None:
    """Deleted in the second round, back three rounds later and rewritten: a reintroduction."""
    later = (
        "art_2 | Article 2 | Widows | The widows of drowned keepers may go on living in the house "
        "until a winter has passed."
    )
    found = through(
        written(1, LAMPS, WIDOWS, BELLS),
        written(2, LAMPS, BELLS),
        written(3, LAMPS, BELLS, GULLS),
        written(4, LAMPS, GULLS, BELLS),
        written(5, LAMPS, later, BELLS, GULLS),
    )
    (thread,) = [one for one in members(found) if ("A/1", "art_2") in one]
    assert thread == [("A/1", "art_2"), ("A/5", "art_2")]


def test_what_is_back_for_sure_is_not_lost_to_a_guess() -> None:
    """A weak link to what went away in the round before comes after a sure one to an older text."""
    drafts = (written(1, LAMPS, WIDOWS), written(2, LAMPS, BELLS), written(3, LAMPS, WIDOWS))
    pairs = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    kept = Link("art_1", "art_1", "same", 1.0)
    guess = Link("art_3", "art_2", "moved", SURE / 2)
    pairs["A/2", "A/3"] = Alignment("A/2", "A/3", (kept, guess))
    pairs["A/1", "A/2"] = Alignment("A/1", "A/2", (kept,))
    assert [("A/1", "art_2"), ("A/3", "art_2")] in members(threads(drafts, pairs))
    # Without the sure one, the guess is followed.
    pairs["A/1", "A/3"] = Alignment("A/1", "A/3", (kept,))
    assert [("A/2", "art_3"), ("A/3", "art_2")] in members(threads(drafts, pairs))


def test_the_word_of_a_person_comes_before_what_a_program_found() -> None:
    drafts = (written(1, LAMPS, WIDOWS), written(2, LAMPS, BELLS), written(3, LAMPS, BELLS))
    pairs = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    assert [("A/2", "art_3"), ("A/3", "art_3")] in members(threads(drafts, pairs))
    ends = ("A/1", "article 2", "Widows", "A/3", "article 3", "Bells")
    said = Decision("add", *ends, "Ada Lund", "2030-05-06", "They had to ring.", "moved")
    decided = Link("art_2", "art_3", "moved", 1.0, decided=(said,))
    pairs["A/1", "A/3"] = Alignment("A/1", "A/3", (decided,))
    assert [("A/1", "art_2"), ("A/3", "art_3")] in members(threads(drafts, pairs))


def test_a_partial_document_does_not_break_threads() -> None:
    found = through(
        written(1, LAMPS, WIDOWS, BELLS),
        written(2, BELLS, partial=True),
        written(3, LAMPS, WIDOWS, BELLS),
    )
    assert [("A/1", "art_1"), ("A/3", "art_1")] in members(found)
    assert [("A/1", "art_3"), ("A/2", "art_3"), ("A/3", "art_3")] in members(found)


def test_every_provision_is_in_one_thread() -> None:
    drafts = (written(1, LAMPS, WIDOWS), written(2, WIDOWS, BELLS), written(3, GULLS, LAMPS))
    found = [member for thread in members(through(*drafts)) for member in thread]
    assert sorted(found) == sorted((d.symbol, p.eid) for d in drafts for p in d.provisions)


def test_addresses_once_given_out_stay_good() -> None:
    """A round added before, between or after: what had an address is still reached by it."""
    rounds = [
        written(1, LAMPS, WIDOWS),
        written(2, LAMPS.replace("nine", "ten"), WIDOWS, BELLS),
        written(3, WIDOWS.replace("2", "1", 2), LAMPS.replace("1", "2", 2), BELLS, GULLS),
    ]

    def reached(drafts: list[Draft]) -> dict[str, frozenset[tuple[str, str]]]:
        """The members that each address leads to."""
        of = {d.symbol: d for d in drafts}
        return {
            address(provision_id(of[m.symbol], m.eid)): frozenset(
                (x.symbol, x.eid) for x in thread.members
            )
            for thread in through(*drafts)
            for m in thread.members
        }

    everything = reached(rounds)
    for left_out in rounds:
        before = reached([d for d in rounds if d is not left_out])
        for given_out, led_to in before.items():
            assert led_to <= everything[given_out]


def test_the_id_is_the_address_of_the_first_member() -> None:
    draft = written(1, LAMPS)
    (thread,) = through(draft)
    assert thread.id == address("made-up:A/1@en#art_1") == address(provision_id(draft, "art_1"))
    assert len(thread.id) == 12
