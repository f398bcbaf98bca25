#!/usr/bin/env python3
"""Measure the age of words on histories of which every word's life is known.

    python scripts/measure_ages.py [--errors]

In: the adopted text that comes with the tracker (a paraphrase of 70 articles, written for it) and,
where the shared folder is, two treaties, changed round by round by `made_histories`. Out: a
table; exit 1 if a figure falls short. A word is right if the round of its entry is right; its life
is right if all rounds in which it stood up to then are. Seconds are of one core, alignment of every
pair of drafts included where said; phrases are looked for in ten drafts of 30,000 words.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from made_histories import History, history
from measured import Row, data, printed

from tracker.align import align
from tracker.history import Ages, PhraseBook, ages, passages, threads
from tracker.ingesters import About
from tracker.model import Alignment, Draft, Thread
from tracker.texts import draft_of

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = ROOT / "drafts" / "un-cybercrime" / "texts" / "a-res-79-243.txt"
OTHERS = ("treaty.txt", "bells.en.txt")
SHARED = (
    ("UNTOC", "precedents/UNTOC-2000.json"),
    ("BBNJ Agreement", "bbnj/bbnj-2023-en.pdf"),
)
SEEDS = (1, 2, 3, 4)
ROUNDS = 8
MOST_ROUNDS = 16
PARTIAL = (2, 5)

Aligned = dict[tuple[str, str], Alignment]
T = TypeVar("T")


def main() -> int:
    """Print the table; 1 if a figure falls short."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="list words whose life is wrong")
    given = parser.parse_args()
    base = draft_of(BUNDLED, About("made", "X", "2030-01-01"), "un-resolution")
    rows = [*_of_text("Bundled text", base, SEEDS, (), errors=given.errors)]
    rows += _of_text("Bundled text, partial", base, SEEDS[:2], PARTIAL, errors=given.errors)
    for name, path in SHARED:
        if data(path).is_file():
            text = draft_of(data(path), About("made", "X", "2030-01-01"))
            rows += _of_text(name, text, SEEDS[:1], (), errors=given.errors)
        else:
            print(f"{name}: not measured, the shared folder is not there")
    rows += _of_time(base)
    rows += _of_phrases(base)
    return 0 if printed(rows) else 1


@cache
def _others() -> tuple[Draft, ...]:
    about = About("made", "O", "2029-01-01")
    return tuple(draft_of(ROOT / "tests" / "golden" / name, about) for name in OTHERS)


def _aligned(drafts: Sequence[Draft]) -> Aligned:
    return {(old.symbol, new.symbol): align(old, new) for old, new in combinations(drafts, 2)}


def _of_text(
    name: str, base: Draft, seeds: Sequence[int], partial: Sequence[int], *, errors: bool
) -> Iterator[Row]:
    words = entered = lives = 0
    for seed in seeds:
        made = history(base, _others(), seed, ROUNDS, partial=partial)
        aligned = _aligned(made.drafts)
        found = ages(made.drafts, aligned, threads(made.drafts, aligned))
        for right, whole in _judged(made, found, errors=errors):
            words += 1
            entered += right
            lives += whole
    what = f"words ({words}), {ROUNDS} rounds"
    yield Row.at_least(name, f"{what}: entry right", entered / words, 0.99)
    yield Row.at_least(name, f"{what}: whole life right", lives / words, 0.98)


def _judged(made: History, found: Ages, *, errors: bool) -> Iterator[tuple[bool, bool]]:
    """For each word of each draft: whether its entry is right, and its life so far."""
    for place, draft in enumerate(made.drafts):
        for one in draft.provisions:
            truth = made.truth[place][one.eid]
            runs = [run for run in found.by_eid[place][one.eid].runs for _ in run.ids]
            for n, (run, rounds) in enumerate(zip(runs, truth, strict=True)):
                known = tuple(k for k in rounds if k <= place)
                told = tuple(k for k in range(place + 1) if any(x.holds(k) for x in run.lives))
                if errors and known != told:
                    print(f"{draft.symbol} {one.eid} word {n}: {known}, found {told}")
                yield run.entered == known[0], known == told


def _of_time(base: Draft) -> Iterator[Row]:
    """Seconds against the number of rounds: of one history its first rounds, and all."""
    drafts = history(base, _others(), 3, MOST_ROUNDS).drafts
    name = f"{len(drafts[0].provisions)} provisions"
    spent: dict[int, float] = {}
    rounds = 2
    while rounds <= MOST_ROUNDS:
        some = drafts[:rounds]
        whole, aligned = _timed(lambda some=some: _aligned(some))
        more, grown = _timed(lambda some=some, aligned=aligned: threads(some, aligned))
        spent[rounds] = min(_age_time(some, aligned, grown) for _ in range(5))
        yield Row.at_most(name, f"{rounds} rounds: ages of all words", spent[rounds], 10, "s")
        if rounds == ROUNDS:
            total = whole + more + spent[rounds]
            yield Row.at_most(name, "8 rounds: alignment, threads and ages", total, 10, "s")
        rounds *= 2
    # The first draft is compared with nothing.
    last = MOST_ROUNDS // 2
    ratio = (spent[MOST_ROUNDS] / (MOST_ROUNDS - 1)) / (spent[last] / (last - 1))
    what = "time for each round more, against 8 rounds"
    yield Row.at_most(f"{MOST_ROUNDS} rounds", what, ratio, 1.5, "times")


def _age_time(drafts: Sequence[Draft], aligned: Aligned, grown: Sequence[Thread]) -> float:
    gc.collect()  # so that no rubbish of others is counted
    return _timed(lambda: ages(drafts, aligned, grown))[0]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _of_phrases(base: Draft) -> Iterator[Row]:
    """Seconds for a question to ten drafts of 30,000 words."""
    least = 30_000
    provisions = list(base.provisions)
    count = sum(len(one.text.split()) for one in provisions)
    grown = [
        replace(one, eid=f"{one.eid}-{n}") for n in range(least // count + 1) for one in provisions
    ]
    drafts = [replace(base, symbol=f"D{n}", provisions=tuple(grown)) for n in range(10)]
    made, book = _timed(lambda: PhraseBook(passages(drafts), "en"))
    yield Row.at_most("10 drafts of 30,000 words", "phrases: book", made, 0.3, "s")
    for asked, stemmed in (
        ("without right", False),
        ("States Parties shall", True),
        ("offences established", True),
    ):
        spent, hits = _timed(
            lambda asked=asked, stemmed=stemmed: list(
                book.find(book.phrase(asked, stemmed=stemmed))
            )
        )
        how = "stemmed" if stemmed else "exact"
        what = f"phrases: {asked!r}, {how}, {len(hits)} hits"
        yield Row.at_most("10 drafts of 30,000 words", what, spent, 0.1, "s")


if __name__ == "__main__":
    sys.exit(main())
