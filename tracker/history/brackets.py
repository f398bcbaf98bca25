"""Brackets over time: how long words were contested, who had proposed them, how it ended.

In: `Ages` and the drafts. Out: `Contest`s. A stretch of contested words is known again in the next
draft by its words, wherever they stand; a contest ends with the first draft that has its words
without the mark, or no longer has them. A partial document ends only what it covers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tracker.history.ages import Ages, Life
from tracker.history.brackets_found import (
    Disputed,
    DraftWords,
    Kind,
    Place,
    Proposer,
    Spot,
    by_word,
    disputed,
)
from tracker.model import Draft

Outcome = Literal["kept", "partly kept", "replaced", "dropped", "open", "not covered"]

SAME = 0.5
"""Share of the words of the shorter of two stretches that must stand in the other."""


@dataclass(frozen=True, slots=True)
class ContestRound:
    """A draft in which words were contested: its place, where they stand in it, as printed, and who
    is named with them there."""

    place: int
    spots: tuple[Spot, ...]
    text: str
    by: tuple[Proposer, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """Words that were contested. `rounds` are the drafts that mark them, in order; `label` is that
    of an option; `by` all who were ever named with them. `entered` is the place of the draft in
    which the first of the words stood first, `again` says that they had been contested before and
    agreed since.

    `outcome` is what became of the words in the draft at the place `resolved` (None if there is
    none yet): all `kept`, `partly kept` (`kept` holds what is left), `dropped`, or `replaced`:
    `instead` holds what stands in their place, which may be another of the contested versions.
    `open` if the last draft still marks them, `not covered` if no later draft holds their place.
    `beside` are the identities of the words by which their place was found in that draft.
    """

    kind: Kind
    label: str
    rounds: tuple[ContestRound, ...]
    by: tuple[Proposer, ...]
    entered: int
    again: bool
    outcome: Outcome
    resolved: int | None
    kept: str
    instead: str
    beside: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    """A contest in the making: its last stretch, and the rivals that stood right beside it."""

    stretch: Disputed
    rounds: list[ContestRound]
    again: bool
    rivals: list[Disputed] = field(default_factory=list)


def contests(ages: Ages, drafts: Sequence[Draft]) -> tuple[Contest, ...]:
    """The contests, in the order in which they began and of the text.

    Args:
        ages: of `drafts`.
    """
    lives = {n: run.lives for at in range(len(drafts)) for _, run in ages.runs(at) for n in run.ids}
    making = _Making(ages, lives)
    for place, draft in enumerate(drafts):
        making.take(place, DraftWords(draft, ages.drafts[place]))
    return tuple(making.ended(len(drafts) - 1))


class _Making:
    def __init__(self, ages: Ages, lives: dict[int, tuple[Life, ...]]) -> None:
        self._ages = ages
        self._lives = lives
        self._words: dict[int, DraftWords] = {}
        self._open: list[_Open] = []
        self._made: list[tuple[int, int, Contest]] = []
        self._order: dict[int, int] = {}
        self._ever: set[int] = set()

    def take(self, place: int, words: DraftWords) -> None:
        """Take in the next draft."""
        self._words[place] = words
        found = disputed(words)
        pairs = _same(self._open, found)
        still: list[_Open] = []
        for n, contest in enumerate(self._open):
            if n in pairs:
                self._go_on(contest, found, pairs[n], place)
            elif self._says(contest, place, words):
                self._end(contest, place, words)
                continue
            still.append(contest)
        known = set(pairs.values())
        for n, stretch in enumerate(found):
            if n not in known:
                again = not self._ever.isdisjoint(stretch.ids)
                contest = _Open(stretch, [], again)
                self._order[id(contest)] = len(self._order)
                still.append(contest)
                self._go_on(contest, found, n, place)
        for stretch in found:
            self._ever.update(stretch.ids)
        self._open = still

    def _go_on(self, contest: _Open, found: Sequence[Disputed], n: int, place: int) -> None:
        stretch = found[n]
        contest.stretch = stretch
        contest.rounds.append(ContestRound(place, stretch.spots, stretch.text, stretch.by))
        beside = (found[m] for m in (n - 1, n + 1) if 0 <= m < len(found))
        words = self._words[place]
        contest.rivals = [one for one in beside if _touch(words, stretch, one)]

    def _says(self, contest: _Open, place: int, words: DraftWords) -> bool:
        """Whether a draft holds the place of contested words."""
        ids = contest.stretch.ids
        if not self._ages.partial[place]:
            return True
        return any(n in words.at or any(one.left == place for one in self._lives[n]) for n in ids)

    def _end(self, contest: _Open, place: int, words: DraftWords) -> None:
        ids = contest.stretch.ids
        there = [n for n in ids if n in words.at]
        if len(there) == len(ids):
            self._make(contest, "kept", place)
            return
        old = self._words[contest.rounds[-1].place]
        instead, beside = _instead(old, words, contest.stretch)
        if not instead and not there:
            kept = [one for one in contest.rivals if all(n in words.at for n in one.ids)]
            instead = " ".join(one.text for one in kept)
            beside = (*beside, *(n for one in kept for n in one.ids))
        outcome: Outcome = "partly kept" if there else "replaced" if instead else "dropped"
        self._make(contest, outcome, place, _printed(words, there), instead, beside)

    def _make(
        self,
        contest: _Open,
        outcome: Outcome,
        place: int | None,
        kept: str = "",
        instead: str = "",
        beside: tuple[int, ...] = (),
    ) -> None:
        entered = min(self._lives[n][0].entered for n in contest.stretch.ids)
        by = dict.fromkeys(one for each in contest.rounds for one in each.by)
        stretch = contest.stretch
        made = Contest(
            stretch.kind,
            stretch.label,
            tuple(contest.rounds),
            tuple(by),
            entered,
            contest.again,
            outcome,
            place,
            kept,
            instead,
            beside,
        )
        self._made.append((contest.rounds[0].place, self._order[id(contest)], made))

    def ended(self, last: int) -> Iterator[Contest]:
        """All contests, those that go on included."""
        for contest in self._open:
            still = contest.rounds[-1].place == last
            self._make(contest, "open" if still else "not covered", None)
        self._open = []
        return (one for _, _, one in sorted(self._made, key=lambda x: x[:2]))


def _same(contests: Sequence[_Open], found: Sequence[Disputed]) -> dict[int, int]:
    """Which contest goes on as which stretch, the most alike first."""
    holding = by_word(found)
    shared: dict[tuple[int, int], int] = {}
    for n, contest in enumerate(contests):
        for word in contest.stretch.ids:
            for m in holding.get(word, ()):
                if found[m].kind == contest.stretch.kind:
                    shared[n, m] = shared.get((n, m), 0) + 1
    rated = []
    for (n, m), count in shared.items():
        one, other = len(contests[n].stretch.ids), len(found[m].ids)
        if count >= SAME * min(one, other):
            rated.append((-count / (one + other - count), n, m))
    pairs: dict[int, int] = {}
    given: set[int] = set()
    for _, n, m in sorted(rated):
        if n not in pairs and m not in given:
            pairs[n] = m
            given.add(m)
    return pairs


def _touch(words: DraftWords, one: Disputed, other: Disputed) -> bool:
    """Whether two stretches stand beside each other in one provision, with no word between."""
    (a, i), (b, j) = words.at[one.ids[-1]], words.at[other.ids[0]]
    (c, k), (d, m) = words.at[other.ids[-1]], words.at[one.ids[0]]
    return (a == b and j == i + 1) or (c == d and m == k + 1)


def _instead(old: DraftWords, new: DraftWords, stretch: Disputed) -> tuple[str, tuple[int, ...]]:
    """The words that stand where contested ones stood and did not stand in that draft: those right
    behind what came before, or right before what came after. And which words told the place."""
    number, first = old.at[stretch.ids[0]]
    last_number, last = old.at[stretch.ids[-1]]
    before = _survivor(old.places[number], range(first - 1, -1, -1), new)
    following = old.places[last_number]
    after = _survivor(following, range(last + 1, len(following.ids)), new)
    contested = set(stretch.ids)
    beside: tuple[int, ...] = ()
    if before is not None:
        place, at = before
        beside = (new.places[place].ids[at],)
        found = _fresh(new.places[place], range(at + 1, len(new.places[place].ids)), old, contested)
        if found or after is None:
            return found, beside
    if after is not None:
        place, at = after
        beside = (*beside, new.places[place].ids[at])
        return _fresh(new.places[place], range(at - 1, -1, -1), old, contested), beside
    return "", beside


def _survivor(place: Place, order: range, new: DraftWords) -> tuple[int, int] | None:
    """The first word in this order that stands in the new draft, and where."""
    return next((new.at[place.ids[n]] for n in order if place.ids[n] in new.at), None)


def _fresh(place: Place, order: range, old: DraftWords, contested: set[int]) -> str:
    """The words in this order that the old draft did not have, up to the first that it had; what is
    left of the contested ones does not end them."""
    kept: list[int] = []
    for n in order:
        if place.ids[n] in contested:
            continue
        if place.ids[n] in old.at:
            break
        kept.append(n)
    if not kept:
        return ""
    return place.held[place.spans[min(kept)][0] : place.spans[max(kept)][1]]


def _printed(words: DraftWords, ids: Sequence[int]) -> str:
    """Words as a draft prints them."""
    found = []
    for n in ids:
        place, at = words.at[n]
        start, end = words.places[place].spans[at]
        found.append(words.places[place].held[start:end])
    return " ".join(found)
