"""The age of every word: in which round it entered, was deleted, and was there before.

In: the drafts of a negotiation in order, their alignments, their threads. Out: for each provision
of each draft the runs of words that have the same life. Words keep their life wherever they go:
along all links, with splits, mergers and changes of level, and in long runs that are found in
another provision. A partial document deletes only inside what it holds; the rest stands as it
stood.

Source: Flöck and Acosta, "WikiWho: Precise and Efficient Attribution of Authorship of Revisioned
Content" (2014), for words that keep their identity when they are deleted and brought back. Here
provisions that are linked stand in the place of paragraphs that are equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.history.ages_dead import Graveyard
from tracker.history.ages_match import Matching, Tie
from tracker.history.ages_text import (
    FIELDS,
    NEW,
    Field,
    Key,
    Row,
    Text,
    Wordbook,
    word_spans,
)
from tracker.model import Alignment, Draft, Thread


@dataclass(frozen=True, slots=True)
class Life:
    """A time in which words stood in the text: the places of the first draft that has them and of
    the first that has them no more, None if the text ends with them."""

    entered: int
    left: int | None

    def holds(self, place: int) -> bool:
        """Whether words of this life are part of the text as of a draft, also if that does not
        cover them."""
        return self.entered <= place and (self.left is None or place < self.left)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one provision that stand together and always did: `held[start:end]` of its heading
    or text. `first` is the identity of the first; those behind it follow by one each. `lives` is
    all their life in the negotiation, before this draft and after it. `sure` says that every link
    by which they came here is."""

    field: Field
    start: int
    end: int
    first: int
    words: int
    lives: tuple[Life, ...]
    sure: bool

    @property
    def entered(self) -> int:
        """The place of the draft in which the words stood first."""
        return self.lives[0].entered

    @property
    def ids(self) -> range:
        """The identities of the words."""
        return range(self.first, self.first + self.words)

    def former(self, place: int) -> tuple[Life, ...]:
        """The lives that ended before this draft: not empty, if the words are back."""
        return tuple(one for one in self.lives if one.left is not None and one.left <= place)

    def leaves(self, place: int) -> int | None:
        """The place of the draft that deletes the words next, None if none does."""
        return next(one.left for one in self.lives if one.holds(place))


@dataclass(frozen=True, slots=True)
class Aged:
    """The runs of one provision, in the order of its heading and text."""

    eid: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Ages:
    """The runs of all provisions of all drafts. `drafts` has an entry a draft, with its provisions
    in their order; `symbols` are the drafts' symbols, `partial` whether each is partial."""

    symbols: tuple[str, ...]
    partial: tuple[bool, ...]
    drafts: tuple[tuple[Aged, ...], ...]

    @cached_property
    def by_eid(self) -> tuple[Mapping[str, Aged], ...]:
        """For each draft, its provisions by eId."""
        return tuple({one.eid: one for one in draft} for draft in self.drafts)

    def of(self, symbol: str, eid: str) -> Aged:
        """The runs of a provision. Raises `KeyError` if there is no such provision."""
        return self.by_eid[self.symbols.index(symbol)][eid]

    def runs(self, place: int) -> Iterator[tuple[str, Run]]:
        """All runs of a draft, each with the eId of its provision."""
        return ((one.eid, run) for one in self.drafts[place] for run in one.runs)


def ages(
    drafts: Sequence[Draft],
    alignments: Mapping[tuple[str, str], Alignment],
    threads: Sequence[Thread],
) -> Ages:
    """The age of every word.

    A word is a token with a letter or digit in it; case, hyphens and apostrophes make no other
    word of it. The time grows with the number of drafts, not with that of their pairs.

    Args:
        drafts: in the order of the rounds, all of one negotiation and one language.
        alignments: by the symbols of the older and the newer draft, for every pair.
        threads: those that `threads` made of the same drafts and alignments.
    """
    history = _History(drafts, alignments, threads)
    for place in range(len(drafts)):
        history.take(place)
    return Ages(
        tuple(draft.symbol for draft in drafts),
        tuple(draft.partial for draft in drafts),
        tuple(tuple(history.aged(place)) for place in range(len(drafts))),
    )


class _History:
    """The lives of words in the making. `standing` is the text as of the last draft."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        alignments: Mapping[tuple[str, str], Alignment],
        threads: Sequence[Thread],
    ) -> None:
        self._drafts = drafts
        self._alignments = alignments
        self._places = {draft.symbol: n for n, draft in enumerate(drafts)}
        self._back = self._comings_back(threads)
        self._book = Wordbook()
        self._dead = Graveyard()
        self._lives: list[tuple[Life, ...]] = []
        self._texts: list[Text] = []
        self._standing = Text()

    def take(self, place: int) -> None:
        """Take in the next draft."""
        draft = self._drafts[place]
        text = self._book.text_of(draft, place)
        self._texts.append(text)
        old = self._standing
        ties = list(self._ties(place, text)) if place else []
        matching = Matching(old, text)
        matching.run(ties)
        linked = {tie.new for tie in ties}
        back = self._back.get(place, {})
        for one in self._dead.revive(
            matching, [(key, *back[key]) for key in text.slots if key in back and key not in linked]
        ):
            self._lives[one] += (Life(place, None),)
        self._bear(text, place)
        held = {tie.old for tie in ties}
        deleted = [not taken for taken in matching.taken]
        if draft.partial:
            deleted = _inside(old, held, deleted)
        for one in self._dead.bury(old, deleted):
            self._lives[one] = (*self._lives[one][:-1], Life(self._lives[one][-1].entered, place))
        self._standing = _carried_on(old, held, matching.taken, text) if draft.partial else text

    def _ties(self, place: int, text: Text) -> Iterator[Tie]:
        """The links of a draft with the text as it stood."""
        draft = self._drafts[place]
        for before in sorted({key[0] for key in self._standing.slots}):
            for link in self._alignments[self._drafts[before].symbol, draft.symbol].links:
                if link.old is None or link.new is None:
                    continue
                tie = Tie.of(link, (before, link.old), (place, link.new))
                # What a partial document has only possibly is told by its own words alone.
                if tie.old in self._standing.slots and (tie.sure or not draft.partial):
                    yield tie

    def _comings_back(
        self, threads: Sequence[Thread]
    ) -> dict[int, dict[Key, tuple[frozenset[Key], bool]]]:
        """By place of the draft, the provisions whose thread was away in the round before: with
        where they stood, and all that was inside them, and whether it is sure."""
        inner: dict[Key, list[Key]] = {}
        for place, draft in enumerate(self._drafts):
            for one in draft.provisions:
                if one.parent is not None:
                    inner.setdefault((place, one.parent), []).append((place, one.eid))
        found: dict[int, dict[Key, tuple[frozenset[Key], bool]]] = {}
        for thread in threads:
            for before, member in zip(thread.members, thread.members[1:], strict=False):
                start, end = self._places[before.symbol], self._places[member.symbol]
                if end - start > 1 and member.link is not None:
                    tie = Tie.of(member.link, (start, before.eid), (end, member.eid))
                    stood = _with_inner(inner, tie.old) if tie.crossed else {tie.old}
                    found.setdefault(end, {})[tie.new] = frozenset(stood), tie.sure
        return found

    def _bear(self, text: Text, place: int) -> None:
        """Give an identity to the words that were never there before."""
        lives = (Life(place, None),)
        for n, one in enumerate(text.ids):
            if one == NEW:
                text.ids[n] = len(self._lives)
                self._lives.append(lives)

    def aged(self, place: int) -> Iterator[Aged]:
        """The runs of a draft's provisions, when all drafts have been taken in."""
        text = self._texts[place]
        for provision in self._drafts[place].provisions:
            slot = text.slots[place, provision.eid]
            runs: list[Run] = []
            for name in FIELDS:
                start, end = slot.of(name)
                held = provision.heading if name == "heading" else provision.text
                runs += self._runs(name, held, text.row(range(start, end)))
            yield Aged(provision.eid, tuple(runs))

    def _runs(self, name: Field, held: str, row: Row) -> Iterator[Run]:
        spans = word_spans(held)
        first = 0
        for n in range(1, len(spans) + 1):
            if n < len(spans) and (
                row.ids[n] == row.ids[n - 1] + 1
                and row.sure[n] == row.sure[first]
                and self._lives[row.ids[n]] == self._lives[row.ids[first]]
            ):
                continue
            start, end = spans[first][0], spans[n - 1][1]
            one = row.ids[first]
            yield Run(name, start, end, one, n - first, self._lives[one], row.sure[first])
            first = n


def _with_inner(inner: Mapping[Key, Sequence[Key]], key: Key) -> set[Key]:
    found = {key}
    waiting = [key]
    while waiting:
        more = inner.get(waiting.pop(), ())
        waiting += (one for one in more if one not in found)
        found.update(more)
    return found


def _inside(text: Text, held: set[Key], deleted: Sequence[bool]) -> list[bool]:
    """Of the words not found again those in provisions that a partial document holds."""
    found = [False] * len(deleted)
    for key in held:
        slot = text.slots[key]
        found[slot.start : slot.end] = deleted[slot.start : slot.end]
    return found


def _carried_on(old: Text, held: set[Key], taken: Sequence[int], new: Text) -> Text:
    """The text after a partial document: what it holds, and the rest as it stood."""
    made = Text()
    parents = {one: key[1] for key, inner in old.inner.items() for one in inner}
    for key, slot in old.slots.items():
        if key in held:
            continue
        heading, words = (
            old.row([n for n in range(*slot.of(name)) if not taken[n]]) for name in FIELDS
        )
        made.put(key, parents.get(key), heading, words)
    for key, inner in new.inner.items():
        made.inner[key] = list(inner)
    for key, slot in new.slots.items():
        heading, words = (new.row(range(*slot.of(name))) for name in FIELDS)
        made.put(key, None, heading, words)
    return made
