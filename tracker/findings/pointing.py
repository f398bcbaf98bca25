"""References that lead elsewhere, nowhere, or to what has moved away.

In: what became of the references between two drafts (`tracker.references.followed`). Out: facts by
change, and the places of those that only follow a new numbering, which are no change at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tracker.findings.called import Called
from tracker.findings.names import Fact, Side, Words
from tracker.findings.quoting import quoted
from tracker.model import Change
from tracker.references import Followed, Reference
from tracker.substance import Spans

_SEVERITY = {"stale": 9, "repointed": 8, "dangling": 7, "removed": 3, "added": 2}
_RELATIVE = frozenset({"this", "previous", "next"})
_AS_BEFORE = "it did so before"
_UNCLEAR = "it is not certain where the reference leads"


class Pointing:
    """What became of the references between two drafts."""

    def __init__(self, followed: Sequence[Followed], old: Called, new: Called) -> None:
        self._old, self._new = old, new
        self._of: dict[str, list[Followed]] = defaultdict(list)
        self._came_alone: dict[str, list[Followed]] = defaultdict(list)
        self._numbering: dict[str, Followed] = {}
        self._spans: tuple[dict[str, set[tuple[int, int]]], dict[str, set[tuple[int, int]]]]
        self._spans = defaultdict(set), defaultdict(set)
        for one in followed:
            if one.outcome == "consequential":
                if one.new is not None:
                    self._numbering.setdefault(one.new.provision, one)
                for spans, ref in zip(self._spans, (one.old, one.new), strict=True):
                    if ref is not None:
                        spans[ref.provision].add((ref.first, ref.until))
            elif one.outcome in _SEVERITY:
                if one.new is not None:
                    self._of[one.new.provision].append(one)
                elif one.old is not None:
                    self._came_alone[one.old.provision].append(one)

    def consequential(self, change: Change) -> tuple[Spans, Spans]:
        """The references of a change that only follow a new numbering, on both sides."""
        old, new = self._spans
        return frozenset(old.get(change.old or "", ())), frozenset(new.get(change.new or "", ()))

    def numbering(self, change: Change) -> Fact | None:
        """The first reference of a change that only follows a new numbering."""
        one = self._numbering.get(change.new or "")
        if one is None or one.old is None or one.new is None:
            return None
        old, new = _words(one.old, "old"), _words(one.new, "new")
        clause = f"follows the new numbering: {quoted(old.text)} became {quoted(new.text)}"
        return Fact("editorial", clause, (old, new), 0)

    def facts(self, change: Change) -> list[Fact]:
        """The facts of the references of a change."""
        if change.old is None or change.new is None:
            return []
        here = [*self._of.get(change.new, ()), *self._came_alone.get(change.old, ())]
        shared = Counter(_expression(one) for one in here)
        more = any(one.outcome == "added" for one in here)
        found: dict[object, Fact] = {}
        for one in here:
            where = _expression(one)
            fact = self._fact(one, several=shared[where] > 1, more=more)
            if fact is not None:
                found.setdefault(where, fact)
        return list(found.values())

    def _fact(self, one: Followed, *, several: bool, more: bool) -> Fact | None:
        old = _words(one.old, "old") if one.old else None
        new = _words(one.new, "new") if one.new else None
        if one.outcome == "dangling" and _AS_BEFORE in one.why:
            return None  # nothing changed
        clause = self._clause(one, old, new, several=several, more=more)
        if clause is None:
            return None
        why = "" if one.sure else (one.why or _UNCLEAR)
        evidence = tuple(words for words in (old, new) if words is not None)
        return Fact("reference", clause, evidence, _SEVERITY[one.outcome], why)

    def _clause(
        self, one: Followed, old: Words | None, new: Words | None, *, several: bool, more: bool
    ) -> str | None:
        """What to say of one reference; `several` stand in the same words, `more` came besides."""
        if one.outcome == "repointed" and old and new:
            before, after = _led(one.old, self._old), _led(one.new, self._new)
            if several or not before or not after or before == after:
                return f"points at something else: {quoted(old.text)} became {quoted(new.text)}"
            words = f" ({quoted(old.text)} became {quoted(new.text)})"
            words = "" if old.text == new.text else words
            others = ", among others" if more else ""
            return f"pointed at {before}, now points at {after}{others}{words}"
        if one.outcome == "stale" and new:
            why = f": {one.why}" if one.why and one.sure else ""
            return f"still says {quoted(new.text)}, which now leads to something else{why}"
        if one.outcome == "dangling" and new:
            return f"refers to {quoted(new.text)}, which is not found in this draft"
        shown = new or old
        target = _led(one.new, self._new) if new else _led(one.old, self._old)
        if shown is None or not target or _relative(one) or _near(one):
            return None
        leads = "" if several else f" ({target})"
        if not several and target.casefold().startswith(shown.text.casefold()):
            leads = target[len(shown.text) :]  # the heading alone
        verb = "now refers" if one.outcome == "added" else "no longer refers"
        return f"{verb} to {quoted(shown.text)}{leads}"


def _expression(one: Followed) -> tuple[object, ...]:
    """The outcome and where the words stand: "paragraphs 1 and 3" are two references."""
    spans = ((r.provision, r.first, r.until) if r else None for r in (one.old, one.new))
    return (one.outcome, *spans)


def _led(one: Reference | None, names: Called) -> str:
    """What a reference leads to, by name and heading."""
    if one is None:
        return ""
    if one.standing == "elsewhere":
        return one.instrument
    return " to ".join(names.titled(eid) for eid in one.targets)


def _near(one: Followed) -> bool:
    """Whether a reference that came or went leads to the article that it stands in."""
    side = one.new or one.old
    if side is None or not side.targets:
        return False
    article = side.provision.split("__", 1)[0]
    return all(target.split("__", 1)[0] == article for target in side.targets)


def _relative(one: Followed) -> bool:
    """Whether a reference names only what it stands in: "this article"."""
    side = one.new or one.old
    return side is not None and bool(side.path) and side.path[-1].number in _RELATIVE


def _words(one: Reference, side: Side) -> Words:
    return Words(side, one.provision, one.text, one.first, one.until)
