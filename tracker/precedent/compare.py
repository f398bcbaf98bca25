"""A draft and another instrument: what was taken over, and what was left out of it.

In: two `Draft`s, of which the first is a precedent. Out: `Uptake`. The same engine that follows a
provision through the rounds says which provision came from which; the word differences say what is
missing. What is missing in one place and stands word for word in another was not left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tracker.align import FLOOR, SURE, align
from tracker.diff import changes
from tracker.diff.changes import CROSSED
from tracker.model import Draft, Hunk, Operation, Provision
from tracker.precedent.findings import Origin, Passage, Taken, Uptake
from tracker.precedent.frames import BACKED, Frames
from tracker.precedent.traces import ENOUGH, Trace, Traces
from tracker.precedent.units import units
from tracker.words import count, words

TITLES = ("longTitle", "docTitle")
"""Kinds whose words are the name of the whole, which another text has not from here."""

NAMESAKES = 0.5
"""How much of each of two headings must stand in the other, if nothing else links the articles."""

TELLING = 6
"""Words; fewer in the same order may stand elsewhere by chance."""


def compare(precedent: Draft, draft: Draft) -> Uptake:
    """What `draft` took over from `precedent`.

    Returns:
        One finding for each provision with words of its own, of both; titles of the whole have
        none.
    Source: the links of `tracker.align`; see there for how sure they are.
    """
    before, after = _traced(precedent, draft)
    backing = _Backing(precedent, draft, before, after)
    here, there = _Phrases(precedent), _Phrases(draft)
    origins = tuple(
        _origin(trace, backing) for trace in after.of.values() if _says(trace.provision)
    )
    new = {one.eid: one.words - one.taken for one in origins}
    taken = tuple(
        _taken(trace, backing, here, there, new)
        for trace in before.of.values()
        if _says(trace.provision)
    )
    return Uptake(precedent, draft, _with_namesakes(taken, origins, backing), origins)


def _traced(precedent: Draft, draft: Draft) -> tuple[Traces, Traces]:
    # Of a text that is not whole a round before or after says what is missing; here nothing does,
    # and what is there is judged as in any other.
    whole = (replace(one, partial=False) for one in (precedent, draft))
    alignment = align(*whole, other_instrument=True)
    before, after = Traces(precedent, "delete"), Traces(draft, "insert")
    ends = Counter(end for link in alignment.links for end in ((0, link.old), (1, link.new)))
    for link, change in zip(alignment.links, changes(precedent, draft, alignment), strict=True):
        # A link of last resort is made of a heading or a name, which `_with_namesakes` tells of.
        if link.old is None or link.new is None or link.score < FLOOR:
            continue
        old, new = before.of[link.old].provision, after.of[link.new].provision
        hunks = change.text
        several = ends[0, link.old] > 1 or ends[1, link.new] > 1
        if several and link.relation not in CROSSED:
            hunks = before.alone(old.eid, new)
        before.take(old.eid, new, hunks, link.score)
        after.take(new.eid, old, hunks, link.score)
    return before, after


def _says(provision: Provision) -> bool:
    return provision.kind not in TITLES and count(provision.text) > 0


def _taken(
    trace: Trace, backing: _Backing, here: _Phrases, there: _Phrases, new: Mapping[str, int]
) -> Taken:
    eid, text = trace.provision.eid, trace.provision.text
    into, sure = _partners(trace)
    total = count(text)
    if not into and (place := _elsewhere(text, here, there)):
        return Taken(eid, (place,), total, total, 0, (Hunk("equal", text),), ())
    passages = tuple(_passages(trace, here, there)) if into else ()
    kept = max(0, total - sum(p.words for p in passages if not p.elsewhere)) if into else 0
    if not kept:  # a heading alone says nothing of the rule below it
        lost = (Passage(text, total),)
        return Taken(eid, (), total, 0, 0, (Hunk("delete", text),), lost)
    return Taken(
        eid,
        into,
        total,
        kept,
        sum(new.get(one, 0) for one in into),
        tuple(_hunks(trace, "delete")),
        passages,
        sure,
        usual=not any(backing.backed(eid, one) for one in into),
    )


def _origin(trace: Trace, backing: _Backing) -> Origin:
    eid, text = trace.provision.eid, trace.provision.text
    sources, sure = _partners(trace)
    total = count(text)
    hunks = tuple(_hunks(trace, "insert")) if sources else (Hunk("insert", text),)
    new = sum(count(h.text) for h in hunks if h.operation == "insert")
    if new >= total:
        return Origin(eid, (), total, 0, (Hunk("insert", text),))
    usual = not any(backing.backed(one, eid) for one in sources)
    return Origin(eid, sources, total, max(0, total - new), hunks, sure, usual=usual)


def _partners(trace: Trace) -> tuple[tuple[str, ...], bool]:
    """The provisions of the other text that this one is linked to, or in whose words it stands;
    and whether that is sure."""
    if trace.partners:
        return tuple(trace.partners), trace.score >= SURE
    text = trace.provision.text
    lost = sum(count(text[start:end]) for equal, start, end in trace.runs() if not equal)
    stands = count(text) - lost >= ENOUGH * count(text)
    return (tuple(trace.holders), True) if trace.holders and stands else ((), True)


def _hunks(trace: Trace, lost: Operation) -> Iterator[Hunk]:
    text = trace.provision.text
    for equal, start, end in trace.runs():
        yield Hunk("equal" if equal else lost, text[start:end])


def _passages(trace: Trace, here: _Phrases, there: _Phrases) -> Iterator[Passage]:
    """What is lost of a provision, in order; another punctuation or a capital loses nothing."""
    text = trace.provision.text
    for equal, start, end in trace.runs():
        lost = text[start:end].strip()
        if equal or not count(lost) or _key(lost) in _key(trace.instead_of(start, end)):
            continue
        instead = trace.instead.get((start, end), "")
        yield Passage(lost, count(lost), instead, count(instead), _elsewhere(lost, here, there))


def _elsewhere(text: str, here: _Phrases, there: _Phrases) -> str:
    """The provision of the draft that has exactly these words, if there are enough of them and
    the precedent has them once: what it says often, the draft may have from another place."""
    if count(text) < TELLING or here.often(text):
        return ""
    return there.place(text)


def _with_namesakes(
    taken: tuple[Taken, ...], origins: tuple[Origin, ...], backing: _Backing
) -> tuple[Taken, ...]:
    """The findings, with the like-headed articles of those articles that went nowhere."""
    gone = backing.apart(((one.eid, one.taken_over) for one in taken), old=True)
    fresh = backing.apart(((one.eid, not one.new) for one in origins), old=False)
    pairs = backing.like_headed(gone, fresh)
    return tuple(replace(one, namesake=pairs.get(backing.unit(one.eid), "")) for one in taken)


class _Backing:
    """Which links rest on more than the precedent's usual phrases."""

    def __init__(self, precedent: Draft, draft: Draft, before: Traces, after: Traces) -> None:
        self._frames = Frames(precedent, draft)
        self._before, self._after = before, after
        self._old, self._new = units(precedent), units(draft)
        self._spoken_for = {
            (self._old[old].eid, self._new[new].eid)
            for old, trace in before.of.items()
            for new in trace.partners
            if self._speaks(old, new)
        }

    def _speaks(self, old: str, new: str) -> bool:
        heads = self._old[old].heading, self._new[new].heading
        if self._frames.alike(*heads):
            return True
        return any(self._before.of[old].equal) and self._frames.backs(*self._texts(old, new))

    def _texts(self, old: str, new: str) -> tuple[str, str]:
        there = self._after.of[new]
        inside = " ".join(part for _, part in self._after.whole(new)) if there.whole else ""
        return self._before.of[old].provision.text, inside or there.provision.text

    def unit(self, old: str) -> str:
        """The article that a provision of the precedent stands in."""
        return self._old[old].eid

    def apart(self, linked: Iterable[tuple[str, bool]], *, old: bool) -> list[Provision]:
        """The articles of which no provision is linked, in order."""
        of = self._old if old else self._new
        found: dict[str, bool] = {}
        for eid, joined in linked:
            unit = of[eid].eid
            found[unit] = found.get(unit, False) or joined
        return [of[eid] for eid, joined in found.items() if not joined and of[eid].heading]

    def like_headed(self, old: list[Provision], new: list[Provision]) -> dict[str, str]:
        """Articles of both texts by like headings, the likest first; each in one pair."""
        likeness = (
            (self._frames.likeness(a.heading, b.heading), n, m)
            for n, a in enumerate(old)
            for m, b in enumerate(new)
        )
        ranked = sorted(
            (one for one in likeness if one[0] >= NAMESAKES), key=lambda x: (-x[0], *x[1:])
        )
        found: dict[int, int] = {}
        for _, n, m in ranked:
            if n not in found and m not in found.values():
                found[n] = m
        return {old[n].eid: new[m].eid for n, m in found.items()}

    def spoken_for(self, old: str, new: str) -> bool:
        """Whether the two stand in articles that belong together by a heading or another link."""
        return (self._old[old].eid, self._new[new].eid) in self._spoken_for

    def backed(self, old: str, new: str) -> bool:
        """Whether the link stands."""
        if self.spoken_for(old, new):
            return True
        share = self._frames.share(*self._texts(old, new))
        return share is not None and share >= BACKED


class _Phrases:
    """All words of a draft, to find runs of them."""

    def __init__(self, draft: Draft) -> None:
        self._starts: list[int] = []
        self._eids: list[str] = []
        parts: list[str] = []
        at = 0
        for provision in draft.provisions:
            part = f" {' '.join(words(provision.text))} |"
            self._starts.append(at)
            self._eids.append(provision.eid)
            parts.append(part)
            at += len(part)
        self._text = "".join(parts)

    def often(self, text: str) -> bool:
        """Whether the words stand in more than one place."""
        first = self._text.find(_key(text))
        return first >= 0 and self._text.find(_key(text), first + 1) >= 0

    def place(self, text: str) -> str:
        """The eId of the first provision with these words in a row, `""` if none has them."""
        at = self._text.find(_key(text))
        return self._eids[bisect_right(self._starts, at) - 1] if at >= 0 else ""


def _key(text: str) -> str:
    return f" {' '.join(words(text))} "
