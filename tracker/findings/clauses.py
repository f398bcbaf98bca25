"""What to say of one finding in a change: a clause that follows the provision's name.

In: a `Finding` of `tracker.substance` and both texts of the change. Out: a `Fact`. The templates
claim what the words show and no more: that words came or went, not what a court will make of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.findings import force_words
from tracker.findings.names import Fact, Kind, Words
from tracker.findings.quoting import quoted
from tracker.findings.readable import ends_well
from tracker.findings.texts import Text
from tracker.findings.worded import FRAGMENT, in_context, long_enough, replacement, same, told
from tracker.substance import Finding
from tracker.words import words as _plain_words

Both = tuple[Text, Text]

_CLAUSE = ",;.:\n"
_EDIT = 60
"""The words of an edit up to which it is told whole, and not only the evidence in it."""

_LIMITS = {
    "intent": ("condition", 9),
    "right": ("condition", 9),
    "condition": ("condition", 7),
    "exception": ("exception", 7),
    "discretion": ("words that leave a choice", 7),
    "possibility": ("words that leave room", 7),
    "law": ("words that bring in other law", 6),
    "degree": ("words of degree", 6),
    "reason": ("words of degree", 5),
    "time": ("words on how soon", 5),
    "appropriateness": ("words that leave room", 4),
}
"""What limits a rule, by family: what it is called, and how much it weighs."""
_CLAUSES = ("condition", "exception")
_OPENERS = """if where when unless except provided subject so as insofar upon in to with save until
pending si cuando salvo siempre sauf lorsque"""
"""Words that open a clause, with which a condition is told whole."""
_SAYS = re.compile(r"\w")
_NOTE = re.compile(r"[\[(]?\d+[\])]?")
"""The sign of a footnote."""
_GONE_MORE = {"removed": 1, "replaced": 0, "added": -1}


def fact_of(one: Finding, both: Both) -> Fact | None:
    """The fact that a finding is, None where there is nothing to tell of it."""
    build = _BUILD.get(one.kind)
    if build is None or not (one.old or one.new):
        return None
    return build(one, both)


def _evidence(one: Finding, both: Both) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    old, new = both
    return tuple(old.words(e) for e in one.old), tuple(new.words(e) for e in one.new)


def _edits(one: Finding, both: Both) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The whole edit that the first evidence stands in, on both sides: what it is told with."""
    side, shown = (both[0], one.old) if one.old else (both[1], one.new)
    edit = side.edit(shown[0].start) if shown[0].place == side.place else None
    if edit is None:
        return _evidence(one, both)
    found: list[tuple[Words, ...]] = []
    for text in both:
        here = [text.cut(*_trimmed(text, e)) for e in text.edited if e[2] == edit[2]]
        found.append(tuple(words for words in here if _SAYS.search(words.text)))
    if not any(found) or any(len(words.text.split()) > _EDIT for side_ in found for words in side_):
        return _evidence(one, both)
    return found[0], found[1]


def _trimmed(text: Text, edit: tuple[int, int, int]) -> tuple[int, int]:
    held = text.text[edit[0] : edit[1]]
    return edit[0] + len(held) - len(held.lstrip()), edit[0] + len(held.rstrip())


def _key(one: Finding, olds: tuple[Words, ...], news: tuple[Words, ...]) -> str:
    words = [" ".join(w.text.casefold().split()) for w in (*olds[:1], *news[:1])]
    return f"{one.kind} {bool(olds)} {' → '.join(words)}"


def _force(one: Finding, both: Both) -> Fact | None:
    olds, news = _evidence(one, both)
    if not olds or not news:
        return None
    old, new = olds[0], news[0]
    means = force_words.told(one.detail, one.direction)
    if same(old, new):
        said = f"{in_context(both[0], old)} became {in_context(both[1], new)}"
        return Fact("force", f"{said}: {means}", (old, new), 3)
    said = f"{quoted(old.text)} became {quoted(new.text)}: {means}"
    clause = f"{said} ({in_context(both[1], new)})"
    return Fact("force", clause, (old, new), force_words.severity(one.detail))


def _safeguard(one: Finding, both: Both) -> Fact:
    olds, news = _evidence(one, both)
    if olds and news:
        clause = f"words of protection changed: {told(both, olds, news)}"
        return Fact("safeguard", clause, (*olds, *news), 5)
    side, words, other = _one_side(both, olds, news)
    verb = "loses" if olds else "gains"
    shown = long_enough(side, words, other)
    clause = f"{verb} words of protection: {shown}"
    return Fact("safeguard", clause, (words,), 9 if olds else 4)


def _qualifier(one: Finding, both: Both) -> Fact | None:
    olds, news = _evidence(one, both)
    noun, weight = _LIMITS.get(one.detail, ("limiting words", 2))
    severity = min(9, weight + _GONE_MORE.get(one.direction, 0))
    if olds and news:
        clause = f"{told(both, olds, news)}: the {noun} changed"
        return Fact("qualifier", clause, (*olds, *news), severity)
    side, words, other = _one_side(both, olds, news)
    if one.detail in _CLAUSES:
        words = _clause(side, words)
    if side.kept(words.text):
        said = told(both, olds[:1], news[:1])
        clause = f"{said}: the {noun} changed"
        return Fact("qualifier", clause, (words,), severity) if said else None
    verb = "loses" if olds else "gains"
    clause = f"{verb} the {noun} {long_enough(side, words, other)}"
    return Fact("qualifier", clause, (words,), severity)


def _one_side(
    both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]
) -> tuple[Text, Words, Text]:
    """The side on which the words are, the first of them, the other side."""
    return (both[0], olds[0], both[1]) if olds else (both[1], news[0], both[0])


def _clause(side: Text, words: Words) -> Words:
    """A word that opens a condition with the rest of its clause, as far as that came or went."""
    edit = side.edit(words.start)
    opens = words.text.casefold().split()[0] in _OPENERS.split()
    if edit is None or words.place != side.place or not opens:
        return words
    ends = (side.text.find(sign, words.end, edit[1]) for sign in _CLAUSE)
    end = min((at for at in ends if at >= 0), default=edit[1])
    return side.cut(words.start, max(words.end, end - _blanks(side.text[words.start : end])))


def _blanks(text: str) -> int:
    return len(text) - len(text.rstrip())


def _penalty(one: Finding, both: Both) -> Fact | None:
    olds, news = _evidence(one, both)
    said = told(both, olds, news)
    return Fact("penalty", f"on a penalty, {_it(said)}", (*olds, *news), 5) if said else None


def _it(clause: str) -> str:
    return f"it {clause}" if clause.startswith(("gains", "loses", "now", "no longer")) else clause


def _threshold(one: Finding, both: Both) -> Fact:
    olds, news = _evidence(one, both)
    vote = one.detail == "vote"
    what = "a majority" if vote else "a number"
    if olds and news:
        clause = f"{what} changed: {told(both, olds, news)}"
        return Fact("threshold", clause, (*olds, *news), 8)
    side, words = (both[0], olds[0]) if olds else (both[1], news[0])
    context = in_context(side, words)
    clause = f"{what} {'is gone' if olds else 'came in'}: {quoted(words.text)} ({context})"
    return Fact("threshold", clause, (words,), 6 if olds else 5)


def _actor(one: Finding, both: Both) -> Fact | None:
    olds, news = _evidence(one, both)
    if not all(ends_well(words.text) for words in (*olds, *news)):
        return _reworded("other", "", 3)(one, both)
    said = told(both, olds, news)
    if not said:
        return None
    clause = f"another one acts, or is named: {said}"
    return Fact("actor", clause, (*olds, *news), 5, key=_key(one, olds, news))


def _reworded(kind: Kind, before: str, severity: int) -> Callable[[Finding, Both], Fact | None]:
    def build(one: Finding, both: Both) -> Fact | None:
        olds, news = _edits(one, both)
        if all(_NOTE.fullmatch(words.text) for words in (*olds, *news)):
            said = told(both, olds, news)
            return Fact("editorial", said, (*olds, *news), 0) if said else None
        said, readable = replacement(both, olds, news)
        if not said:
            return None
        clause = f"{before}{_it(said)}" if before else said
        evidence = (*olds, *news)
        weight = severity if readable else min(severity, FRAGMENT)
        return Fact(kind, clause, evidence, weight, key=_key(one, olds, news))

    return build


def _definition(one: Finding, both: Both) -> Fact | None:
    if not any(text.edited for text in both):
        return None
    olds = tuple(both[0].cut(*_trimmed(both[0], e)) for e in both[0].edited)
    news = tuple(both[1].cut(*_trimmed(both[1], e)) for e in both[1].edited)
    first = min((e[2] for text in both for e in text.edited), default=0)
    olds = tuple(w for w, e in zip(olds, both[0].edited, strict=True) if e[2] == first)
    news = tuple(w for w, e in zip(news, both[1].edited, strict=True) if e[2] == first)
    said, _ = replacement(both, olds, news)
    if not said:
        return None
    return Fact("definition", f"in a definition, {_it(said)}", (*olds, *news), 5)


def _heading(one: Finding, both: Both) -> Fact:
    olds = tuple(_whole_heading(both[0]) for _ in one.old[:1])
    news = tuple(_whole_heading(both[1]) for _ in one.new[:1])
    old, new = both[0].heading.strip(), both[1].heading.strip()
    kind: Kind = "editorial" if _plain_words(old) == _plain_words(new) else "heading"
    if old and new:
        clause = f"was called {quoted(old)} and is now called {quoted(new)}"
    elif new:
        clause = f"got the heading {quoted(new)}"
    else:
        clause = f"lost the heading {quoted(old)}"
    return Fact(kind, clause, (*olds, *news), 5, key=_key(one, olds, news))


def _whole_heading(side: Text) -> Words:
    return Words(side.side, side.eid, side.heading, 0, len(side.heading), "heading")


def _other(one: Finding, both: Both) -> Fact | None:
    if one.detail != "brackets":
        return _reworded("other", "", 3)(one, both)
    olds, news = _evidence(one, both)
    came = one.direction == "added"
    words, side = (news, both[1]) if came else (olds, both[0])
    said = f"words stand in square brackets {'now' if came else 'no more'}"
    means = "as what is not agreed or not filled in does" if came else "which marked them as open"
    clause = f"{said}, {means}: {in_context(side, words[0])}"
    return Fact("other", clause, words, 6)


_BUILD: dict[str, Callable[[Finding, Both], Fact | None]] = {
    "force": _force,
    "safeguard": _safeguard,
    "qualifier": _qualifier,
    "penalty": _penalty,
    "threshold": _threshold,
    "actor": _actor,
    "definition": _definition,
    "scope": _reworded("scope", "", 5),
    "heading": _heading,
    "editorial": _reworded("editorial", "", 1),
    "other": _other,
}
