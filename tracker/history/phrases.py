"""A phrase through time: in which provisions of which drafts, how often, since when, until when.

In: `Passage`s, the drafts they are of (`Issue`), threads and links. Out: a `PhraseCourse`: counts
for each draft, and for each thread that ever had the phrase the provisions in which it stood, and
its `Stay`s. What goes away with its provision and stands in one that continues it has not left:
it has moved. A draft that does not cover a provision says nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.align import SURE
from tracker.history.ages_text import word_spans
from tracker.history.phrases_book import Hit, Passage, Phrase, PhraseBook
from tracker.model import Alignment, Draft, Thread

CONTEXT = 12
"""Words of context on each side."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One draft in the order of the rounds, and whether it is partial."""

    symbol: str
    partial: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A phrase in context: `found` is `held[start:end]` of the field of a provision; `before` and
    `after` are the words beside it, cut at word borders, with `…` if there are more."""

    symbol: str
    eid: str
    num: str
    field: str
    start: int
    end: int
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class PhraseCount:
    """How often a phrase stands in a draft, in how many provisions."""

    symbol: str
    partial: bool
    occurrences: int
    provisions: int


@dataclass(frozen=True, slots=True)
class Stand:
    """A provision in which a phrase stands: the place of the draft, its eId and number there, and
    how often."""

    place: int
    eid: str
    num: str
    occurrences: int


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in which a thread had the phrase: the places of the draft that brought it and of the
    one that no longer has it, None if the last draft that covers it has it. `came_from` and
    `went_to` are the ids of other threads with the phrase from which and into which a link leads
    then: it moved; `came_surely` and `went_surely` say that it did so along links that are sure."""

    entered: int
    left: int | None
    came_from: tuple[str, ...] = ()
    went_to: tuple[str, ...] = ()
    came_surely: bool = True
    went_surely: bool = True


@dataclass(frozen=True, slots=True)
class ThreadCourse:
    """A thread that has or had the phrase: where it stands, and its stays, in order."""

    thread: str
    stands: tuple[Stand, ...]
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class PhraseCourse:
    """A phrase through all drafts. `entered` and `left` are the places of the first draft that has
    it and of the first whole one after the last that has it; None if there is none."""

    phrase: Phrase
    counts: tuple[PhraseCount, ...]
    threads: tuple[ThreadCourse, ...]
    entered: int | None
    left: int | None


def passages(drafts: Iterable[Draft]) -> list[Passage]:
    """The passages of drafts, in their order."""
    return [
        Passage(draft.symbol, one.eid, one.num, one.heading, one.text)
        for draft in drafts
        for one in draft.provisions
    ]


def occurrence(book: PhraseBook, hit: Hit, *, context: int = CONTEXT) -> Occurrence:
    """A hit with at most so many words of context on each side."""
    passage = book.passages[hit.passage]
    held = passage.held(hit.field)
    # Enough characters for the words asked for, unless they are very long.
    room = context * 16
    first, end = max(0, hit.start - room), min(len(held), hit.end + room)
    before = word_spans(held[first : hit.start])[-context:] if context else []
    after = word_spans(held[hit.end : end])[:context]
    if first > 0 and before and before[0][0] == 0:
        before = before[1:]  # it may be cut
    if end < len(held) and after and hit.end + after[-1][1] == end:
        after = after[:-1]
    start = first + before[0][0] if before else hit.start
    stop = hit.end + after[-1][1] if after else hit.end
    if not word_spans(held[:start]):
        start = 0
    if not word_spans(held[stop : stop + room]):
        stop = len(held) if len(held) - stop <= room else stop
    return Occurrence(
        passage.symbol,
        passage.eid,
        passage.num,
        hit.field,
        hit.start,
        hit.end,
        ("… " if start else "") + held[start : hit.start].lstrip(),
        held[hit.start : hit.end],
        held[hit.end : stop].rstrip() + (" …" if stop < len(held) else ""),
    )


class Negotiated:
    """The drafts of a negotiation in one language, for the courses of phrases: who continues whom.

    It may be kept for as long as the drafts stay, beside their `PhraseBook`.
    """

    def __init__(
        self,
        issues: Sequence[Issue],
        threads: Sequence[Thread],
        alignments: Mapping[tuple[str, str], Alignment],
    ) -> None:
        self.issues = tuple(issues)
        self._threads = tuple(threads)
        self._alignments = alignments
        self._places = {one.symbol: n for n, one in enumerate(self.issues)}
        self._of = {
            (member.symbol, member.eid): n
            for n, thread in enumerate(self._threads)
            for member in thread.members
        }

    def course(self, book: PhraseBook, phrase: Phrase, hits: Iterable[Hit]) -> PhraseCourse:
        """The course of a phrase whose hits these are; the book's passages may be all of the
        drafts, or those that some search held for possible."""
        counts: Counter[tuple[str, str]] = Counter()
        numbers: dict[tuple[str, str], str] = {}
        for hit in hits:
            passage = book.passages[hit.passage]
            key = passage.symbol, passage.eid
            counts[key] += 1
            numbers[key] = passage.num
        stands: dict[int, list[Stand]] = {}
        for (symbol, eid), n in counts.items():
            one = Stand(self._places[symbol], eid, numbers[symbol, eid], n)
            stands.setdefault(self._of[symbol, eid], []).append(one)
        threads = tuple(
            self._thread_course(n, sorted(found, key=lambda x: x.place), counts)
            for n, found in sorted(stands.items())
        )
        per_draft = tuple(self._count(one, counts) for one in self.issues)
        having = [n for n, one in enumerate(per_draft) if one.occurrences]
        after = range(having[-1] + 1, len(per_draft)) if having else ()
        left = next((n for n in after if not per_draft[n].partial), None)
        return PhraseCourse(phrase, per_draft, threads, having[0] if having else None, left)

    def _count(self, issue: Issue, counts: Mapping[tuple[str, str], int]) -> PhraseCount:
        here = [n for (symbol, _), n in counts.items() if symbol == issue.symbol]
        return PhraseCount(issue.symbol, issue.partial, sum(here), len(here))

    def _thread_course(
        self, number: int, stands: Sequence[Stand], counts: Mapping[tuple[str, str], int]
    ) -> ThreadCourse:
        thread = self._threads[number]
        members = {self._places[member.symbol]: member.eid for member in thread.members}
        having = {one.place for one in stands}
        stays: list[Stay] = []
        entered: int | None = None
        for place, issue in enumerate(self.issues):
            if place in having:
                entered = place if entered is None else entered
            elif entered is not None and (place in members or not issue.partial):
                stays.append(self._stay((entered, place), members, number, counts))
                entered = None
        if entered is not None:
            stays.append(self._stay((entered, None), members, number, counts))
        return ThreadCourse(thread.id, tuple(stands), tuple(stays))

    def _stay(
        self,
        ends: tuple[int, int | None],
        members: Mapping[int, str],
        number: int,
        counts: Mapping[tuple[str, str], int],
    ) -> Stay:
        entered, left = ends
        came: dict[str, bool] = {}
        went: dict[str, bool] = {}
        for before in range(entered - 1, -1, -1):
            came |= self._linked((before, entered), members[entered], number, counts, older=True)
            if came or not self.issues[before].partial:
                break
        if left is not None:
            last = max(place for place in members if place < left)
            went = self._linked((last, left), members[last], number, counts, older=False)
        sure = (all(came.values()), all(went.values()))
        return Stay(entered, left, tuple(came), tuple(went), *sure)

    def _linked(
        self,
        ends: tuple[int, int],
        eid: str,
        number: int,
        counts: Mapping[tuple[str, str], int],
        *,
        older: bool,
    ) -> dict[str, bool]:
        """Threads with the phrase that a provision comes from, or goes into, and whether a link
        that says so is sure."""
        old, new = (self.issues[place].symbol for place in ends)
        found: dict[str, bool] = {}
        alignment = self._alignments.get((old, new))
        for link in alignment.links if alignment else ():
            own, other = (link.new, link.old) if older else (link.old, link.new)
            key = (old if older else new), other or ""
            if own == eid and counts.get(key) and self._of[key] != number:
                thread = self._threads[self._of[key]].id
                sure = bool(link.decided) or link.score >= SURE
                found[thread] = sure or found.get(thread, False)
        return found
