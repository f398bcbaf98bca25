"""Words through the rounds of the negotiation that comes with the tracker, and of real ones."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tests.history.test_bundled import bundled
from tracker.align import align
from tracker.history import (
    Ages,
    Issue,
    Negotiated,
    PhraseBook,
    ages,
    cohorts,
    contests,
    passages,
    there_and_back,
    threads,
)
from tracker.history.ages_text import word_spans
from tracker.ingesters import About
from tracker.model import Draft
from tracker.texts import draft_of


@cache
def told() -> Ages:
    drafts, alignments, grown, _ = bundled()
    return ages(drafts, alignments, grown)


def place(symbol: str) -> int:
    return told().symbols.index(symbol)


def test_a_clause_of_the_last_round_is_as_young_as_that() -> None:
    runs = [run for run in told().of("A/RES/79/243", "art_6__para_2").runs if run.field == "text"]
    assert {told().symbols[run.entered] for run in runs} == {"A/AC.291/16", "A/AC.291/L.15"}
    assert runs[-1].entered == place("A/AC.291/L.15")
    assert runs[-1].words > 10


def test_all_words_are_counted() -> None:
    drafts = bundled()[0]
    for at, draft in enumerate(drafts):
        words = sum(len(word_spans(p.heading)) + len(word_spans(p.text)) for p in draft.provisions)
        assert sum(run.words for _, run in told().runs(at)) == words
    last = cohorts(told())
    whole = sum(run.words for _, run in told().runs(len(drafts) - 1))
    assert sum(one.last for one in last) == whole


def test_the_offence_that_came_and_went() -> None:
    drafts, _, grown, _ = bundled()
    found = there_and_back(told(), drafts, grown, 0, len(drafts) - 1)
    headings = {one.text for thread in found for one in thread.detours if one.field == "heading"}
    assert "Attacks on critical information infrastructure" in headings


def test_what_became_of_the_words_in_brackets() -> None:
    drafts = bundled()[0]
    found = contests(told(), drafts)
    (may,) = [
        one
        for one in found
        if one.rounds[0].text == "may" and one.rounds[-1].spots[0].eid == "art_45__para_1"
    ]
    assert [told().symbols[one.place] for one in may.rounds] == [
        "A/AC.291/19",
        "A/AC.291/22",
        "A/AC.291/22/Rev.1",
        "A/AC.291/22/Rev.2",
        "A/AC.291/22/Rev.3",
    ]
    assert (may.outcome, may.instead) == ("replaced", "endeavour to")
    assert may.resolved == place("A/AC.291/L.15")
    assert {one.outcome for one in found} >= {"kept", "dropped", "replaced"}


def test_the_course_of_a_phrase() -> None:
    drafts, alignments, grown, _ = bundled()
    book = PhraseBook(passages(drafts), "en")
    issues = [Issue(draft.symbol, draft.partial) for draft in drafts]
    phrase = book.phrase("without right")
    course = Negotiated(issues, grown, alignments).course(book, phrase, book.find(phrase))
    assert course.entered == place("A/75/980")
    assert course.left is None
    gone = [one for one in course.threads if one.stays[-1].left == place("A/AC.291/22")]
    assert "art_10__para_nn_1" in {one.stands[-1].eid for one in gone}
    assert sum(one.occurrences for one in course.counts) == sum(
        stand.occurrences for one in course.threads for stand in one.stands
    )


def _ages(drafts: list[Draft]) -> Ages:
    alignments = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    return ages(drafts, alignments, threads(drafts, alignments))


@pytest.mark.shared
def test_words_of_anzus_that_were_struck_by_a_counter_draft_are_back(shared_data: Path) -> None:
    names = sorted((shared_data / "anzus-1951").glob("v*.txt"))
    drafts = [
        draft_of(path, About("anzus", f"V{n}", f"1951-0{n}-01", partial=n == 3))
        for n, path in enumerate(names, 1)
    ]
    found = _ages(drafts)
    runs = found.of("V4", "art_VIII__para_nn_1").runs
    back = [run for run in runs if run.former(3)]
    assert sum(run.words for run in back) >= 20
    assert {run.former(3)[-1].left for run in back} == {2}
    # The counter-draft is of one article: nothing else was deleted by it.
    gone = {eid for eid, run in found.runs(1) if run.leaves(1) == 2}
    assert gone <= {"art_VIII__para_nn_1", "longTitle"}


@pytest.mark.shared
def test_most_words_of_the_irish_bill_are_as_old_as_the_bill(shared_data: Path) -> None:
    stages = ("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S")
    folder = shared_data / "ireland-bill-35-2014"
    drafts = [
        draft_of(folder / f"{stage}_akn.xml", About("ie", f"S{n}", f"2014-01-0{n}"))
        for n, stage in enumerate(stages, 1)
    ]
    first, *later = cohorts(_ages(drafts))
    assert first.words > 16_000
    assert first.last / first.words > 0.9
    assert [one.words > 0 for one in later] == [True] * 4
    assert sum(one.words for one in later) < 0.2 * first.words
