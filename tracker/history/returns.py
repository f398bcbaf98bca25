"""There and back: what was changed between two drafts and changed back before the second.

In: `Ages`, the drafts, the threads, two places. Out: for each provision the words that left and
came back (they stand in both drafts), and the words that came in and left again (they stand in
neither). Comparing the two drafts shows nothing of either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tracker.history.ages import Ages, Life
from tracker.history.ages_text import Field, word_spans
from tracker.model import Draft, Thread

Kind = Literal["left and came back", "came in and left"]


@dataclass(frozen=True, slots=True)
class Detour:
    """Words that changed and changed back. They are `held[start:end]` of the heading or text of the
    provision `eid` in the draft at `place`: for words that came back the newer of the two drafts,
    for words that passed the draft that brought them. `first` is the place of the draft that
    changed them (took them out, brought them in), `second` of the one that changed them back, the
    last time if it was more than once. `sure` is as for `Run`."""

    kind: Kind
    place: int
    eid: str
    field: Field
    start: int
    end: int
    text: str
    words: int
    first: int
    second: int
    sure: bool

    @property
    def only_numbers(self) -> bool:
        """Whether there is no letter in it: most such words are numbers of provisions, which go
        back and forth with what is put in before them."""
        return not any(char.isalpha() for char in self.text)


@dataclass(frozen=True, slots=True)
class ThereAndBack:
    """The detours of one thread, in the order of the drafts and of the text. `old` and `new` are
    the eIds of the provision in the two drafts, None where it does not stand."""

    thread: str
    old: str | None
    new: str | None
    detours: tuple[Detour, ...]


def there_and_back(
    ages: Ages, drafts: Sequence[Draft], threads: Sequence[Thread], old: int, new: int
) -> tuple[ThereAndBack, ...]:
    """What was changed between two drafts and changed back.

    Args:
        ages: of `drafts`, with their `threads`.
        old, new: the places of the two drafts, the older first.
    Returns:
        Threads with detours, in the order of the threads.
    """
    texts = {
        (place, one.eid): {"heading": one.heading, "text": one.text}
        for place in range(old + 1, new + 1)
        for one in drafts[place].provisions
    }
    found: dict[tuple[int, str], list[Detour]] = {}
    for place in range(old + 1, new + 1):
        for eid, run in ages.runs(place):
            times = _times(run.lives, place, old, new)
            if times is not None:
                kind, first, second = times
                held = texts[place, eid][run.field]
                said = held[run.start : run.end]
                where = (place, eid, run.field, run.start, run.end)
                one = Detour(kind, *where, said, run.words, first, second, run.sure)
                found.setdefault((place, eid), []).append(one)
    places = {draft.symbol: n for n, draft in enumerate(drafts)}
    return tuple(_by_thread(found, texts, threads, places, (old, new)))


def _times(lives: Sequence[Life], place: int, old: int, new: int) -> tuple[Kind, int, int] | None:
    """What words did between two drafts, if the draft at `place` is the one to tell it of."""
    at_old = next((one for one in lives if one.holds(old)), None)
    at_new = next((one for one in lives if one.holds(new)), None)
    if at_old is not None and at_new is not None:
        if place == new and at_old != at_new and at_old.left is not None:
            return "left and came back", at_old.left, at_new.entered
    elif at_old is None and at_new is None:
        between = [one for one in lives if one.entered > old and (one.left or new + 1) <= new]
        if between and place == between[0].entered:
            return "came in and left", place, between[-1].left or new
    return None


def _by_thread(
    found: Mapping[tuple[int, str], Sequence[Detour]],
    texts: Mapping[tuple[int, str], Mapping[str, str]],
    threads: Sequence[Thread],
    places: Mapping[str, int],
    ends: tuple[int, int],
) -> Iterable[ThereAndBack]:
    for thread in threads:
        stood = {places[member.symbol]: member.eid for member in thread.members}
        detours = [
            one
            for place, eid in sorted(stood.items())
            for one in _together(found.get((place, eid), ()), texts)
        ]
        if detours:
            old, new = (stood.get(place) for place in ends)
            yield ThereAndBack(thread.id, old, new, tuple(detours))


def _together(
    detours: Sequence[Detour], texts: Mapping[tuple[int, str], Mapping[str, str]]
) -> list[Detour]:
    """Detours with no word between them that did the same at the same time are one."""
    joined: list[Detour] = []
    for one in detours:
        last = joined[-1] if joined else None
        held = texts[one.place, one.eid][one.field]
        if (
            last is not None
            and _did(last) == _did(one)
            and not word_spans(held[last.end : one.start])
        ):
            text = held[last.start : one.end]
            words = last.words + one.words
            joined[-1] = replace(last, end=one.end, text=text, words=words)
        else:
            joined.append(one)
    return joined


def _did(one: Detour) -> tuple[Kind, int, int, Field, bool]:
    return one.kind, one.first, one.second, one.field, one.sure
