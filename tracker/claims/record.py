"""The texts of a negotiation, ready to be asked.

In: drafts in one language, their threads and legal functions. Out: a `Record`, which finds
provisions, what stands inside them and what they became, words with their status, and references.
What is costly is made once and when it is first asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from tracker.align import SURE
from tracker.claims.names import Evidence, Place, Presence, Status
from tracker.function import Function
from tracker.history import PhraseBook, passages
from tracker.kinds import PROVISIONS
from tracker.model import Check, Draft, Link, Mark, Member, Provision, Thread
from tracker.references import Reference, references
from tracker.substance import Force, profile
from tracker.words import bare_number

_COUNTED = re.compile(r"_nn_([0-9]+)\Z")
_ARTICLES = ("article", "rule", "section")
_ABOVE = frozenset(("part", "title", "book", "chapter", "section", "division", "preamble"))
_CONTAINERS = _ABOVE - {"section"}
_PREAMBLE = frozenset(
    ("preamble", "recitals", "recital", "citation", "formula", "longTitle", "docTitle", "preface")
)
_NEAR = 8
"""So many characters from its number a sign may stand."""
_CONTESTED = ("bracket", "alternative", "proponent")


class Record:
    """All drafts of a negotiation in one language, in the order of the rounds."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        threads: Sequence[Thread],
        functions: Mapping[str, Mapping[str, Function]],
    ) -> None:
        self.drafts = {draft.symbol: draft for draft in drafts}
        self.order = tuple(self.drafts)
        self.functions = functions
        self._threads = {(m.symbol, m.eid): one for one in threads for m in one.members}
        self._texts: dict[str, Text] = {}

    def text(self, symbol: str) -> Text:
        """The draft `symbol`, ready to be asked."""
        if symbol not in self._texts:
            self._texts[symbol] = Text(self.drafts[symbol])
        return self._texts[symbol]

    def follow(self, symbol: str, eid: str) -> tuple[Place, ...]:
        """Where a provision of the draft `symbol` stands in each draft."""
        thread = self._threads.get((symbol, eid))
        members = thread.members if thread else ()
        own = next((n for n, m in enumerate(members) if m.symbol == symbol), 0)
        found: dict[str, Place] = {symbol: Place(symbol, "there", eid, self._number(symbol, eid))}
        for n, member in enumerate(members):
            steps = members[n + 1 : own + 1] if n < own else members[own + 1 : n + 1]
            presence: Presence = "there" if all(_sure(m.link) for m in steps) else "possibly"
            number = self._number(member.symbol, member.eid)
            found[member.symbol] = Place(member.symbol, presence, member.eid, number)
        if members:
            found |= self._before(members[0], found)
        return tuple(found.get(one) or self._without(one) for one in self.order)

    def _before(self, first: Member, found: Mapping[str, Place]) -> dict[str, Place]:
        """Where what a thread was split off from stood, in the drafts before it."""
        at = self.order.index(first.symbol)
        link = first.link
        if link is None or link.old is None or not at:
            return {}
        if link.old not in self.text(self.order[at - 1]).of:
            return {}
        sure = _sure(link) and found[first.symbol].presence == "there"
        presence: Presence = "in another" if sure else "possibly"
        origins = self.follow(self.order[at - 1], link.old)[:at]
        return {
            one.symbol: replace(one, presence=presence if one.presence == "there" else "possibly")
            for one in origins
            if one.eid
        }

    def _number(self, symbol: str, eid: str) -> str:
        return self.text(symbol).number(eid) if symbol in self.drafts else ""

    def _without(self, symbol: str) -> Place:
        return Place(symbol, "not covered" if self.drafts[symbol].partial else "not there")


def _sure(link: Link | None) -> bool:
    return link is None or bool(link.decided) or link.score >= SURE


class Text:
    """One draft: its provisions by eId, its words, its references."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.of: dict[str, Provision] = {one.eid: one for one in draft.provisions}
        self.place = {eid: n for n, eid in enumerate(self.of)}
        self._inner: dict[str, list[str]] = {}
        self._forces: dict[str, Force] = {}
        for one in draft.provisions:
            self._inner.setdefault(one.parent or "", []).append(one.eid)

    def inside(self, eid: str) -> list[str]:
        """A provision and all that stands inside it, in the order of the draft."""
        found, waiting = [], [eid]
        while waiting:
            found.append(waiting.pop())
            waiting += reversed(self._inner.get(found[-1], ()))
        return found

    def above(self, eid: str) -> list[Provision]:
        """A provision and all that it stands in, the innermost first."""
        found = [self.of[eid]]
        while found[-1].parent is not None and found[-1].parent in self.of:
            found.append(self.of[found[-1].parent])
        return found

    def article(self, eid: str) -> str:
        """The article (rule, section) that a provision stands in, or is; where a text has none,
        the outermost unit below its chapters."""
        path = self.above(eid)
        for kind in _ARTICLES:
            named = [one.eid for one in path if one.kind == kind]
            if named:
                return named[-1]
        return next((one.eid for one in reversed(path) if one.kind not in _ABOVE), eid)

    def looked_at(self, eid: str, check: Check) -> frozenset[str]:
        """The eIds that a check looks at, `eid` being the provision that it is of."""
        match check.where:
            case "provision":
                return frozenset(self.inside(eid))
            case "article":
                return frozenset(self.inside(self.article(eid)))
            case "operative":
                return frozenset(eid for eid in self.of if not self._introduces(eid))
            case "draft":
                return frozenset(self.of)

    def _introduces(self, eid: str) -> bool:
        return any(one.kind in _PREAMBLE for one in self.above(eid))

    @cached_property
    def book(self) -> PhraseBook:
        """The words of the draft, ready to be searched."""
        return PhraseBook(passages([self.draft]), self.draft.language)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references of the draft."""
        return references(self.draft)

    def force(self, eid: str) -> Force:
        """The words of a provision that oblige, permit and forbid."""
        if eid not in self._forces:
            self._forces[eid] = profile(self.of[eid], self.draft.language)
        return self._forces[eid]

    def find(
        self, phrase: str, eids: frozenset[str], *, exact: bool = False
    ) -> tuple[Evidence, ...]:
        """Where a phrase stands in these provisions, what plainly stands there first."""
        book = self.book
        found = []
        for hit in book.find(book.phrase(phrase, stemmed=not exact)):
            one = self.of[book.passages[hit.passage].eid]
            held = one.heading if hit.field == "heading" else one.text
            span = _with_signs(phrase, held, hit.start, hit.end) if one.eid in eids else None
            if span is not None:
                start, end = span
                place = (self.draft.symbol, one.eid, hit.field, start, end, held[start:end])
                found.append(Evidence(*place, _status(one, hit.field, start, end)))
        return tuple(sorted(found, key=lambda e: _STATUSES.index(e.status)))

    def number(self, eid: str) -> str:
        """The number of a provision in words, from the article down: `Article 21(2)(a)`."""
        if eid not in self.of:
            return eid
        one, *holders = self.above(eid)
        unit = self.article(eid)
        counted = _COUNTED.search(eid)
        within = next((p for p in holders if p.num and p.kind not in _CONTAINERS), None)
        if not one.num and counted is None:
            return eid
        if not one.num and counted is not None:
            kind = PROVISIONS.get(one.kind, (one.kind,))[0]
            beside = f" of {self.number(within.eid)}" if within else ""
            return f"{kind} {counted[1]} (not numbered){beside}"
        if one.eid == unit or all(p.eid != unit for p in holders):
            return _labelled(one)
        path = [one, *holders]
        inner = path[: next(n for n, p in enumerate(path) if p.eid == unit)]
        steps = [f"({bare_number(p.num)})" for p in reversed(inner) if p.num]
        return _labelled(self.of[unit]) + "".join(steps)


def _labelled(one: Provision) -> str:
    """The number of a unit with its label: `Article 5`; where only `5.` is printed, its kind."""
    num = " ".join(one.num.split()).strip("[]. ")
    return f"{one.kind} {num}" if num[:1].isdigit() else num or one.eid


def _with_signs(phrase: str, held: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a phrase stands with its signs, when its words stand at `[start, end)`; None if they
    are not there: `4 %` is no `4`.

    >>> _with_signs("4 %", "up to 4 % of it", 6, 7), _with_signs("4 %", "paragraph 4, 5 %", 10, 11)
    ((6, 9), None)
    """
    first = next((n for n, c in enumerate(phrase) if c.isalnum()), 0)
    last = next((n for n in range(len(phrase), 0, -1) if phrase[n - 1].isalnum()), 0)
    for c in reversed([c for c in phrase[:first] if _is_sign(c)]):
        near = held[max(0, start - _NEAR) : start]
        start -= len(near) - len(near.rstrip()) + 1
        if start < 0 or held[start] != c:
            return None
    for c in (c for c in phrase[last:] if _is_sign(c)):
        near = held[end : end + _NEAR]
        end += len(near) - len(near.lstrip()) + 1
        if held[end - 1 : end] != c:
            return None
    inner = Counter(c for c in phrase[first:last] if _is_sign(c))
    return (start, end) if inner <= Counter(held[start:end]) else None


def _is_sign(character: str) -> bool:
    """Whether it means something by itself, as punctuation does not."""
    return character in "%\u2030\u2031§¶&@#" or unicodedata.category(character) in (
        "Sc",
        "Sm",
        "So",
    )


_STATUSES: tuple[Status, ...] = ("", "in brackets", "struck out")


def _status(one: Provision, field: str, start: int, end: int) -> Status:
    def touches(wanted: Callable[[Mark], bool]) -> bool:
        return any(
            mark.field == field and mark.start < end and start < mark.end and wanted(mark)
            for mark in one.marks
        )

    if touches(lambda mark: mark.kind == "struck"):
        return "struck out"
    return "in brackets" if touches(lambda mark: mark.kind in _CONTESTED) else ""
