"""A phrase through all drafts as text or JSON-ready data.

In: a `PhraseCourse`, the rounds and threads of the negotiation, `Occurrence`s in one draft. Out:
how often the phrase stands in each draft; for each provision that has or had it where it stood in
each round, when it entered and when it left; occurrences in context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.align import SURE
from tracker.history import Occurrence, PhraseCourse, Stand, Stay, ThreadCourse
from tracker.model import Thread
from tracker.render.rounds import Rounds, number, times, wrapped


def phrase_data(
    course: PhraseCourse, rounds: Rounds, threads: Sequence[Thread]
) -> dict[str, object]:
    """The course of a phrase, as the `phrase` command gives it in JSON."""
    symbols = [draft.symbol for draft in rounds.drafts]
    doubtful = _doubtful(threads, rounds)
    return {
        "words": list(course.phrase.words),
        "stemmed": course.phrase.stemmed,
        "found_nowhere": list(course.phrase.unknown),
        "rounds": rounds.data(),
        "entered": _symbol(course.entered, symbols),
        "left": _symbol(course.left, symbols),
        "counts": [
            {"symbol": n.symbol, "occurrences": n.occurrences, "provisions": n.provisions}
            for n in course.counts
        ],
        "provisions": [
            {
                "thread": one.thread,
                "name": rounds.name(one.stands[-1].place, one.stands[-1].eid),
                "stands": [
                    {
                        "symbol": symbols[stand.place],
                        "eid": stand.eid,
                        "name": rounds.name(stand.place, stand.eid),
                        "occurrences": stand.occurrences,
                        "sure": (stand.place, stand.eid) not in doubtful,
                    }
                    for stand in one.stands
                ],
                "stays": [
                    {
                        "entered": symbols[stay.entered],
                        "left": _symbol(stay.left, symbols),
                        "came_from": list(stay.came_from),
                        "went_to": list(stay.went_to),
                        "sure": stay.came_surely and stay.went_surely,
                    }
                    for stay in one.stays
                ],
            }
            for one in _in_order(course.threads, rounds)
        ],
    }


def _symbol(place: int | None, symbols: Sequence[str]) -> str | None:
    return None if place is None else symbols[place]


def phrase_text(course: PhraseCourse, rounds: Rounds, threads: Sequence[Thread]) -> str:
    """The same in plain text."""
    if course.entered is None:
        return _nowhere(course)
    blocks = [wrapped(_summary(course, rounds)), "\n".join(_counts(course, rounds))]
    names = {one.thread: rounds.name(one.stands[-1].place, one.stands[-1].eid)
             for one in course.threads}  # fmt: skip
    doubtful = _doubtful(threads, rounds)
    last = len(rounds) - 1
    ordered = _in_order(course.threads, rounds)
    has = [one for one in ordered if one.stands[-1].place == last]
    had = [one for one in ordered if one.stands[-1].place != last]
    if has:
        blocks.append(f"WHERE IT STANDS IN {rounds.the(last).upper()}")
        blocks += ("\n".join(_course(one, rounds, names, doubtful)) for one in has)
    if had:
        blocks.append("WHERE ELSE IT STOOD" if has else "WHERE IT STOOD")
        blocks += ("\n".join(_course(one, rounds, names, doubtful)) for one in had)
    return "\n\n".join(blocks)


def _quoted(course: PhraseCourse) -> str:
    how = " in any form" if course.phrase.stemmed else ""
    return f"“{' '.join(course.phrase.words)}”{how}"


def _nowhere(course: PhraseCourse) -> str:
    unknown = ", ".join(f"“{word}”" for word in course.phrase.unknown)
    which = f": no draft has {unknown}" if unknown else ", though each of its words does"
    return f"{_quoted(course)} stands in no draft{which}."


def _summary(course: PhraseCourse, rounds: Rounds) -> str:
    entered = course.entered or 0
    since = "from the first draft on" if not entered else f"since {rounds.the(entered)}"
    if course.left is not None:
        return f"{_quoted(course)}: {since}; no longer in {rounds.the(course.left)}."
    return f"{_quoted(course)}: {since}."


def _counts(course: PhraseCourse, rounds: Rounds) -> Iterator[str]:
    width = max(len(name) for name in rounds.called)
    for place, one in enumerate(course.counts):
        said = (
            f"{times(one.occurrences)} in {number(one.provisions, 'provision')}"
            if one.occurrences
            else "not in it"
        )
        part = " (covers only part of the text)" if one.partial else ""
        yield f"  {rounds.called[place]:<{width}}  {said}{part}"


def _course(
    one: ThreadCourse,
    rounds: Rounds,
    names: Mapping[str, str],
    doubtful: frozenset[tuple[int, str]],
) -> Iterator[str]:
    """One provision: where it had the phrase in each draft, and when that began and ended."""
    stand = one.stands[-1]
    gone = stand.place < len(rounds) - 1
    of = f" of {rounds.the(stand.place)}" if gone else ""
    yield wrapped(f"{rounds.titled(stand.place, stand.eid)}{of}", "  ")
    where = "; ".join(_stretches(one.stands, rounds, doubtful))
    yield wrapped(where, "    ", "      ")
    for stay in one.stays:
        yield wrapped(_stay(stay, rounds, names), "    ", "      ")


def _stretches(
    stands: Sequence[Stand], rounds: Rounds, doubtful: frozenset[tuple[int, str]]
) -> Iterator[str]:
    """Drafts in a row in which it had the same number and the phrase as often."""
    groups: list[list[Stand]] = []
    for stand in stands:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and stand.place - last.place == 1
            and (stand.eid, stand.occurrences) == (last.eid, last.occurrences)
            and rounds.name(stand.place, stand.eid) == rounds.name(last.place, last.eid)
            and (stand.place, stand.eid) not in doubtful
        ):
            groups[-1].append(stand)
        else:
            groups.append([stand])
    for group in groups:
        first, end = group[0], group[-1]
        to = f" to {rounds.called[end.place]}" if end is not first else ""
        often = f", {times(first.occurrences)}" if first.occurrences > 1 else ""
        possibly = "possibly " if (first.place, first.eid) in doubtful else ""
        name = rounds.name(first.place, first.eid)
        yield f"{rounds.called[first.place]}{to}: {possibly}{name}{often}"


def _stay(stay: Stay, rounds: Rounds, names: Mapping[str, str]) -> str:
    said = f"has it since {rounds.the(stay.entered)}" if stay.entered else "has it from the first"
    if stay.came_from:
        came = "came" if stay.came_surely else "possibly came"
        said += f", where it {came} from {_listed(stay.came_from, names)}"
    if stay.left is None:
        return said
    said = said.replace("has it", "had it", 1)
    if stay.went_to:
        went = "went" if stay.went_surely else "possibly went"
        return f"{said}; in {rounds.the(stay.left)} it {went} to {_listed(stay.went_to, names)}"
    return f"{said}; gone in {rounds.the(stay.left)}"


def _listed(threads: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[one] for one in threads)


def _in_order(threads: Sequence[ThreadCourse], rounds: Rounds) -> list[ThreadCourse]:
    """First those that have it in the last draft, in its order, then those that had it longest."""
    order = [{one.eid: n for n, one in enumerate(draft.provisions)} for draft in rounds.drafts]

    def key(one: ThreadCourse) -> tuple[int, int]:
        stand = one.stands[-1]
        return -stand.place, order[stand.place][stand.eid]

    return sorted(threads, key=key)


def _doubtful(threads: Iterable[Thread], rounds: Rounds) -> frozenset[tuple[int, str]]:
    """Members of threads that continue the one before only possibly."""
    return frozenset(
        (rounds.places[member.symbol], member.eid)
        for thread in threads
        for member in thread.members
        if member.link is not None and member.link.score < SURE
    )


def occurrences_data(seen: Sequence[Occurrence]) -> list[dict[str, object]]:
    """Occurrences in context as JSON-ready data."""
    return [
        {
            "eid": one.eid,
            "field": one.field,
            "start": one.start,
            "end": one.end,
            "before": one.before,
            "found": one.found,
            "after": one.after,
        }
        for one in seen
    ]


def occurrences_text(
    seen: Sequence[Occurrence], course: PhraseCourse, rounds: Rounds, place: int
) -> str:
    """The same in plain text, the words that were found between stars."""
    if not seen:
        return f"{_quoted(course)} does not stand in {rounds.the(place)}."
    blocks = [wrapped(f"{_quoted(course)} stands {times(len(seen))} in {rounds.the(place)}:")]
    for one in seen:
        heading = " (heading)" if one.field == "heading" else ""
        lines = [
            wrapped(rounds.titled(place, one.eid) + heading, "  "),
            wrapped(f"{one.before}*{one.found}*{one.after}", "    "),
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
