"""How much of each round's text is left, and which words came back: as text or JSON-ready data.

In: the `Ages` of a negotiation and its rounds. Out: for each round how many words it brought and
how many of them stand in the last draft; and the words that were deleted and are there again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.history import Ages, Run, cohorts
from tracker.precedent.shares import percent
from tracker.render.rounds import Rounds, number, wrapped
from tracker.render.word_ages import course

FEW = 3
"""Words; fewer that came back are only counted: articles and numbers come and go."""


@dataclass(frozen=True, slots=True)
class Return:
    """Words that are back in the provision `eid` of the draft at `place`."""

    place: int
    eid: str
    run: Run
    text: str


def survival_data(ages: Ages, rounds: Rounds) -> dict[str, object]:
    """Survival and reintroductions, as the `words` command gives them in JSON."""
    return {
        "rounds": rounds.data(),
        "survival": [
            {
                "symbol": rounds.drafts[one.entered].symbol,
                "words": one.words,
                "standing": {
                    rounds.drafts[one.entered + n].symbol: words
                    for n, words in enumerate(one.standing)
                },
                "in_the_last_draft": one.last,
            }
            for one in cohorts(ages)
        ],
        "reintroduced": [
            {
                "symbol": rounds.drafts[one.place].symbol,
                "eid": one.eid,
                "name": rounds.name(one.place, one.eid),
                "field": one.run.field,
                "start": one.run.start,
                "end": one.run.end,
                "text": one.text,
                "words": one.run.words,
                "former": [
                    {
                        "entered": rounds.drafts[life.entered].symbol,
                        "left": rounds.drafts[life.left].symbol,
                    }
                    for life in one.run.former(one.place)
                    if life.left is not None
                ],
                "sure": one.run.sure,
            }
            for one in returns(ages, rounds)
        ],
    }


def survival_text(ages: Ages, rounds: Rounds) -> str:
    """The same in plain text."""
    back = returns(ages, rounds)
    blocks = ["\n".join(_table(ages, rounds)), "\n".join(_returns(back, rounds))]
    return rounds.told("\n\n".join(blocks))


def _table(ages: Ages, rounds: Rounds) -> Iterator[str]:
    last = rounds.the(len(rounds) - 1)
    yield wrapped(f"Words that were new in each draft, and how many of them stand in {last}:")
    yield ""
    width = max(len(name) for name in rounds.called)
    yield f"  {'':<{width}}  {'new':>7}  {'still there':>11}"
    total = 0
    for one in cohorts(ages):
        total += one.last
        share = f"  {percent(one.last, one.words):>5}" if one.words else ""
        yield f"  {rounds.called[one.entered]:<{width}}  {one.words:>7,}  {one.last:>11,}{share}"
    yield f"  {'':<{width}}  {'':>7}  {total:>11,}"


def _returns(back: Sequence[Return], rounds: Rounds) -> Iterator[str]:
    if not back:
        yield "No words that were deleted came back."
        return
    yield "DELETED, AND BACK AGAIN"
    for one in back:
        if one.run.words < FEW:
            continue
        possibly = "" if one.run.sure else "possibly: "
        was = course([life for life in one.run.lives if life.entered <= one.place], rounds)
        yield wrapped(f"{rounds.titled(one.place, one.eid)} in {rounds.the(one.place)}", "  ")
        yield wrapped(f"“{' '.join(one.text.split())}”", "    ", "      ")
        yield wrapped(f"{possibly}{was}", "    ", "      ")
    few = [one for one in back if one.run.words < FEW]
    if few:
        words = sum(one.run.words for one in few)
        yield f"  and {number(words, 'word')} in {number(len(few), 'place')}, one or two in each"


def returns(ages: Ages, rounds: Rounds) -> list[Return]:
    """The words that came back, in the draft that brought them back, in its order."""
    found = []
    for place in range(len(rounds)):
        for eid, run in ages.runs(place):
            if any(life.entered == place for life in run.lives[1:]):
                held = rounds.provisions[place][eid]
                whole = held.heading if run.field == "heading" else held.text
                found.append(Return(place, eid, run, whole[run.start : run.end]))
    return found
