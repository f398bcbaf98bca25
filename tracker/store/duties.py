"""Where a duty became an option, a ban, a mere effort or a recommendation, or the other way round.

In: the runs of equal, deleted and inserted words of a changed provision, and its language. Out: the
words by which it changed ("shall" became "may"), and what each of them makes of the rule. Only a
short change says so: in a long one the two words may belong to different rules. What a word makes
of a rule is told by all of its sentence, in the older and in the newer text; where that leaves
doubt ("may only", "nothing shall"), nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.model import Hunk
from tracker.store.duty_words import WORDS, Duty, Vocabulary
from tracker.words import TOKEN

LONGEST = 6
"""Words that either side of a replacement, or what was put beside a word that stayed, may have."""

BACK, AHEAD = 40, 6
"""So many words of a sentence are looked at before and behind the word that obliges or allows."""

_ENDS = frozenset(".;:?!")
# "No later than the first day, each Party shall" denies nothing.
_MEASURES = frozenset(("later", "less", "more", "earlier", "longer", "fewer", "sooner", "matter"))
# Words behind which a clause begins, so that "no" there is that of its subject.
_LEADS = frozenset(("and", "or", "but", "that", "however", "y", "e", "o", "u", "pero", "que"))
_IS = frozenset(("is", "are"))
_NOT_OBLIGED = frozenset(("обязан", "обязана", "обязаны"))
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Turn:
    """What a rule was and what it is now, and the words that say so."""

    old: Duty
    new: Duty
    old_words: str
    new_words: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a word makes of its rule, None if that is open, and the words that say so."""

    duty: Duty | None
    said: str


class _Text:
    """One of the two texts in words; `start` of each in characters."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        found = [(one.group(), one.start()) for one in TOKEN.finditer(text)]
        self.printed = [word for word, _ in found]
        self.words = [word.casefold() for word in self.printed]
        self.starts = [start for _, start in found]
        self._known = vocabulary

    def verbs(self, start: int, end: int) -> list[int]:
        """The places of the words that oblige or allow between two characters."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [n for n in range(first, last) if self._is_verb(n)]

    def count(self, start: int, end: int) -> int:
        """How many words stand between two characters, signs not counted."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return sum(bool(_WORD.match(word)) for word in self.words[first:last])

    def is_short(self, text: str) -> bool:
        """Whether a run of words has few words, and none that obliges or allows."""
        found = _Text(text, self._known)
        end = len(text)
        return found.count(0, end) <= LONGEST and not found.verbs(0, end)

    def _is_verb(self, n: int) -> bool:
        word = self.words[n]
        if word == "encouraged":
            return n > 0 and self.words[n - 1] in _IS
        # With a capital letter it is the month.
        return word in self._known.verbs and self.printed[n] != "May"

    def rule(self, n: int) -> _Rule:
        """What the word at a place makes of the rule it stands in."""
        known, words = self._known, self.words
        behind = self._behind(n)
        duty: Duty | None = known.verbs[words[n]]
        span = self._before(n)
        subject = self._denying(n - len(span), span)
        near = next((at for at, word in enumerate(behind) if word not in known.fillers), 0)
        last = n
        if n and words[n - 1] in known.before:
            duty = None if words[n] in _NOT_OBLIGED else "ban"
        elif behind[:1] and behind[0] in known.behind:
            duty, last = ("ban" if duty != "advice" else duty), n + 1
        elif behind[:2] in (["in", "no"], ["under", "no"]):
            duty, last = "ban", n + 3
        elif subject and duty != "advice":
            duty = "ban"
        elif duty != "option" and self._frees(behind[near:]):
            duty, last = (None if duty == "advice" else "option"), n + near + 2
            last += words[last + 1 : last + 2] == ["to"]
        elif duty == "duty" and self._tries(behind[near:]):
            duty, last = "effort", n + near + 1
            last += words[last + 1 : last + 2] == ["to"]
        if self._is_open(span, behind, denied=duty == "ban"):
            duty = None
        first = n - 1 if n and words[n - 1] in (known.before | _IS) else n
        said = " ".join(self.printed[first : last + 1])
        return _Rule(duty, f"{subject} … {said}" if subject and duty == "ban" else said)

    def _is_open(self, span: Sequence[str], behind: Sequence[str], *, denied: bool) -> bool:
        known = self._known
        left_open = known.only | known.but | known.spared if denied else known.only
        return not (
            known.silent.isdisjoint(span)
            and left_open.isdisjoint(behind)
            and known.only.isdisjoint(span[-1:])
        )

    def _frees(self, behind: Sequence[str]) -> bool:
        return behind[:1] == ["be"] and not self._known.free.isdisjoint(behind[1:2])

    def _tries(self, behind: Sequence[str]) -> bool:
        if not behind:
            return False
        needs = self._known.to_do.get(behind[0])
        return behind[0] in self._known.efforts or (needs is not None and behind[1:2] == [needs])

    def _behind(self, n: int) -> list[str]:
        """The words behind a place, as far as the clause goes."""
        found = []
        for word in self.words[n + 1 : n + 1 + AHEAD]:
            if word in _ENDS or word == ",":
                break
            found.append(word)
        return found

    def _before(self, n: int) -> list[str]:
        """The words of the sentence before a place."""
        first = n
        while first > max(0, n - BACK) and self.words[first - 1] not in _ENDS:
            first -= 1
        return self.words[first:n]

    def _denying(self, start: int, span: Sequence[str]) -> str:
        """The word that denies a sentence, which begins at a place: its first, or the first of a
        clause behind the last comma."""
        last_comma = max((n for n, word in enumerate(span) if word == ","), default=-1)
        for n, word in enumerate(span):
            if word not in self._known.subjects or not _MEASURES.isdisjoint(span[n + 1 : n + 2]):
                continue
            before = [one for one in span[:n] if _WORD.match(one)]
            if not before or n == last_comma + 1 or (n > last_comma and before[-1] in _LEADS):
                return self.printed[start + n]
        return ""


def turn(hunks: Sequence[Hunk], language: str) -> Turn | None:
    """The first change of duty in a text, None if there is none.

    >>> said = [Hunk("equal", "Parties "), Hunk("delete", "shall"), Hunk("insert", "may")]
    >>> found = turn([*said, Hunk("equal", " help.")], "en")
    >>> found.old, found.new
    ('duty', 'option')
    >>> turn([*said, Hunk("equal", " not help.")], "en") is None
    True
    """
    vocabulary = WORDS.get(language)
    if vocabulary is None or not _may_say(hunks, vocabulary):
        return None
    old = _Text("".join(h.text for h in hunks if h.operation != "insert"), vocabulary)
    new = _Text("".join(h.text for h in hunks if h.operation != "delete"), vocabulary)
    for before, after, shown in _pairs(hunks, old, new):
        was, now = old.rule(before), new.rule(after)
        if was.duty is not None and now.duty is not None and was.duty != now.duty:
            return Turn(was.duty, now.duty, *(shown or (was.said, now.said)))
    return None


def _may_say(hunks: Sequence[Hunk], vocabulary: Vocabulary) -> bool:
    changed = (one.text for one in hunks if one.operation != "equal")
    return any(
        found.group().casefold() in vocabulary.all
        for text in changed
        for found in TOKEN.finditer(text)
    )


_Pair = tuple[int, int, tuple[str, str] | None]


def _pairs(hunks: Sequence[Hunk], old: _Text, new: _Text) -> Iterator[_Pair]:
    """The words that oblige or allow of the older text, each with that of the newer one in its
    place, and what to show if both were exchanged with the words around them."""
    here = there = 0
    for n, hunk in enumerate(hunks):
        size = len(hunk.text)
        if hunk.operation == "equal":
            if _is_short(hunks, n, old):
                verbs = old.verbs(here, here + size), new.verbs(there, there + size)
                if len(verbs[0]) == len(verbs[1]):
                    yield from ((a, b, None) for a, b in zip(*verbs, strict=True))
            here, there = here + size, there + size
        elif hunk.operation == "delete":
            come = hunks[n + 1] if n + 1 < len(hunks) else None
            if come is not None and come.operation == "insert":
                until = here + size, there + len(come.text)
                gone, came = old.verbs(here, until[0]), new.verbs(there, until[1])
                counts = old.count(here, until[0]), new.count(there, until[1])
                if len(gone) == len(came) == 1 and max(counts) <= LONGEST:
                    yield gone[0], came[0], (_printed(hunk), _printed(come))
            here += size
        else:
            there += size


def _is_short(hunks: Sequence[Hunk], n: int, text: _Text) -> bool:
    """Whether what changed right before and behind an equal run is short and holds no rule of its
    own: else what stayed may be a word of another rule."""
    around = [*hunks[max(0, n - 2) : n], *hunks[n + 1 : n + 3]]
    return all(text.is_short(one.text) for one in around if one.operation != "equal")


def _printed(hunk: Hunk) -> str:
    return " ".join(hunk.text.split())
