"""The age of every word of one provision as text or JSON-ready data.

In: the `Ages` of a negotiation, its rounds and threads, a provision of one draft. Out: the text of
the provision and of all inside it in runs, each with the round in which it entered; then what was
deleted from it up to that draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.history import Ages, Deletion, Life, Run
from tracker.model import Provision, Thread
from tracker.render.aged import (
    Asked,
    back_in,
    beside,
    deleted,
    entered,
    held_by,
    inside,
    runs_of,
    standing,
    text_of,
)
from tracker.render.rounds import Rounds, number, wrapped


def ages_data(
    ages: Ages, rounds: Rounds, threads: Sequence[Thread], asked: Asked
) -> dict[str, object]:
    """The age of the words of a provision, as the `words` command gives it in JSON."""
    parts = inside(rounds.drafts[asked.place], asked.eid)
    runs = [run for one in parts for run in runs_of(ages, asked.place, one.eid)]
    symbol = rounds.drafts[asked.place].symbol
    return {
        "draft": symbol,
        "eid": asked.eid,
        "name": rounds.name(asked.place, asked.eid),
        "rounds": rounds.data(),
        "words": sum(run.words for run in runs),
        "entered": {
            rounds.drafts[place].symbol: words for place, words in sorted(entered(runs).items())
        },
        "standing_in_the_last_draft": standing(runs, len(rounds) - 1),
        "provisions": [
            {
                "eid": one.eid,
                "name": rounds.name(asked.place, one.eid),
                "runs": [
                    _run_data(run, one, rounds, asked.place)
                    for run in runs_of(ages, asked.place, one.eid)
                ],
            }
            for one in parts
        ],
        "deleted": [_deletion_data(one, rounds) for one in deleted(ages, rounds, threads, asked)],
    }


def _run_data(run: Run, held: Provision, rounds: Rounds, place: int) -> dict[str, object]:
    leaves = run.leaves(place)
    return {
        "field": run.field,
        "start": run.start,
        "end": run.end,
        "text": text_of(held, run),
        "words": run.words,
        "entered": rounds.drafts[run.entered].symbol,
        "former": [_life_data(one, rounds) for one in run.former(place)],
        "deleted_in": None if leaves is None else rounds.drafts[leaves].symbol,
        "sure": run.sure,
    }


def _life_data(life: Life, rounds: Rounds) -> dict[str, str | None]:
    return {
        "entered": rounds.drafts[life.entered].symbol,
        "left": None if life.left is None else rounds.drafts[life.left].symbol,
    }


def _deletion_data(one: Deletion, rounds: Rounds) -> dict[str, object]:
    back = back_in(one)
    return {
        "deleted_in": rounds.drafts[one.left].symbol,
        "stood_in": rounds.drafts[one.place].symbol,
        "eid": one.eid,
        "name": rounds.name(one.place, one.eid),
        "field": one.run.field,
        "start": one.run.start,
        "end": one.run.end,
        "text": text_of(rounds.provisions[one.place][one.eid], one.run),
        "words": one.run.words,
        "entered": rounds.drafts[one.run.entered].symbol,
        "back_in": None if back is None else rounds.drafts[back].symbol,
        "sure": one.run.sure,
    }


def ages_text(ages: Ages, rounds: Rounds, threads: Sequence[Thread], asked: Asked) -> str:
    """The same in plain text."""
    parts = inside(rounds.drafts[asked.place], asked.eid)
    runs = [run for one in parts for run in runs_of(ages, asked.place, one.eid)]
    head = (
        f"{rounds.titled(asked.place, asked.eid)} in {rounds.the(asked.place)}: "
        "the round in which its words entered"
    )
    blocks = [wrapped(head), "\n".join(_summary(runs, rounds, asked.place))]
    width = max((len(rounds.called[run.entered]) for run in runs), default=0)
    last = ""
    for one in parts:
        own = runs_of(ages, asked.place, one.eid)
        if own:
            name = rounds.name(asked.place, one.eid)
            lines = list(_lines(one, own, rounds, asked.place, width))
            # The only paragraph of an article has no name of its own.
            blocks.append("\n".join(lines if name == last else [name, *lines]))
            last = name
    gone = deleted(ages, rounds, threads, asked)
    if gone:
        blocks.append("\n".join(["DELETED FROM IT", *_gone(gone, rounds)]))
    return rounds.told("\n\n".join(blocks))


def _summary(runs: Sequence[Run], rounds: Rounds, place: int) -> Iterator[str]:
    total = sum(run.words for run in runs)
    parts = [
        f"{words:,} in {rounds.the(since)}{'' if since else ', the first draft'}"
        for since, words in sorted(entered(runs).items())
    ]
    yield wrapped(f"{number(total, 'word')}: {'; '.join(parts)}." if parts else "It has no words.")
    last = len(rounds) - 1
    if place < last and total:
        yield f"{standing(runs, last):,} of them stand in {rounds.the(last)}."


def _lines(
    held: Provision, runs: Sequence[Run], rounds: Rounds, place: int, width: int
) -> Iterator[str]:
    """One provision, a line (or more) for each run."""
    for n, run in enumerate(runs):
        following = runs[n + 1] if n + 1 < len(runs) else None
        whole = held.heading if run.field == "heading" else held.text
        start = 0 if n == 0 or runs[n - 1].field != run.field else run.start
        end = following.start if following and following.field == run.field else len(whole)
        possibly = " (possibly)" if not run.sure else ""
        heading = "heading: " if run.field == "heading" else ""
        left = f"  {rounds.called[run.entered]:<{width}}  "
        text = " ".join(whole[start:end].split())
        yield wrapped(f"{heading}{text}{possibly}", left, " " * len(left))
        for note in _notes(run, rounds, place):
            yield wrapped(f"({note})", " " * (len(left) + 2))


def _notes(run: Run, rounds: Rounds, place: int) -> Iterator[str]:
    """What else is to say of a run: that it was gone and is back, that it will go."""
    here = next(n for n, one in enumerate(run.lives) if one.holds(place))
    if here:
        yield "reintroduced: " + course(run.lives[: here + 1], rounds)
    leaves = run.leaves(place)
    if leaves is not None:
        again = run.lives[here + 1 :]
        back = f", back in {rounds.the(again[0].entered)}" if again else ""
        yield f"deleted in {rounds.the(leaves)}{back}"


def course(lives: Sequence[Life], rounds: Rounds) -> str:
    """Where words were, as a sentence goes: "was there in …, gone in …, back in …"."""
    parts = []
    for n, life in enumerate(lives):
        parts.append(f"{'back' if n else 'was there'} in {rounds.the(life.entered)}")
        if life.left is not None and n + 1 < len(lives):
            parts.append(f"gone in {rounds.the(life.left)}")
    return ", ".join(parts)


def _gone(gone: Sequence[Deletion], rounds: Rounds) -> Iterator[str]:
    """Deletions, by the draft that no longer has the words, and where they stood."""
    last: tuple[int, int, str] = (-1, -1, "")
    for passage in _passages(gone, rounds):
        one = passage[0]
        name = rounds.name(one.place, one.eid)
        where = one.left, one.place, name
        if where != last:
            yield wrapped(
                f"in {rounds.the(one.left)}, from {name} of {rounds.the(one.place)}:", "  "
            )
        last = where
        whole = held_by(one, rounds)
        words = whole[one.run.start : passage[-1].run.end]
        possibly = "" if all(part.run.sure for part in passage) else " (possibly)"
        yield wrapped(f"“{words}”{possibly}", "    ", "      ")
        for part in passage:
            back = back_in(part)
            if back is not None:
                which = "" if len(passage) == 1 else f"“{held_by(part, rounds, own=True)}” "
                yield wrapped(f"({which}back in {rounds.the(back)})", "      ")


def _passages(gone: Sequence[Deletion], rounds: Rounds) -> Iterator[list[Deletion]]:
    """Deletions with no word between them, whatever became of each later."""
    group: list[Deletion] = []
    for one in gone:
        if group and not beside(group[-1], one, rounds):
            yield group
            group = []
        group.append(one)
    if group:
        yield group
