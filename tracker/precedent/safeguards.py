"""The words that protect which did not come along with what was borrowed.

In: an `Uptake` of a draft and a precedent. Out: `Lost`: words that protect, in an article of the
precedent that was taken over, and nowhere in the articles of the draft that took it over. What
protects is told by `tracker.substance`; in a language without its rules nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.model import Draft, Provision
from tracker.precedent.findings import APART, Taken, Uptake, of_parts
from tracker.precedent.frames import Frames
from tracker.precedent.units import units
from tracker.stems import stems
from tracker.substance import profile, rules_of
from tracker.words import words

ENOUGH = 0.1
"""Share of the words of an article from which on another has taken it over, whatever its
heading."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Words that protect, `text[start:end]` of the provision `eid` of the precedent; `into` are the
    articles of the draft that took over the article in which they stand, without them.

    `whole` says that nothing of the provision was taken over; else `instead` are the words that the
    draft has there, `""` if it has none. `share` of the words of the article was taken over; `sure`
    says that all its parts that are in these articles surely came along.
    """

    eid: str
    start: int
    end: int
    into: tuple[str, ...]
    whole: bool
    instead: str
    share: float
    sure: bool


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles of the precedent and of the draft by what stands in them."""

    old: Mapping[str, Provision]
    new: Mapping[str, Provision]
    frames: Frames


def lost_safeguards(uptake: Uptake) -> tuple[Lost, ...] | None:
    """The safeguards that did not come along, in the order of the precedent; None where its
    language has no rules for them."""
    if rules_of(uptake.precedent.language) is None:
        return None
    frames = Frames(uptake.precedent, uptake.draft)
    articles = _Articles(units(uptake.precedent), units(uptake.draft), frames)
    parts: dict[str, list[Taken]] = {}
    for one in uptake.taken:
        parts.setdefault(articles.old[one.eid].eid, []).append(one)
    said = _said(uptake.draft)
    held = {provision.eid: provision for provision in uptake.precedent.provisions}
    found: list[Lost] = []
    for some in parts.values():
        into = () if of_parts(some) in APART else _into(some, articles)
        there = "|".join(said[eid] for eid in into)
        kept = [part for part in some if part.taken_over]
        share = sum(part.kept for part in kept) / sum(part.words for part in some)
        sure = all(part.sure for part in kept if not set(into).isdisjoint(_went(part, articles)))
        for part in some if into else ():
            whole = not part.taken_over
            for start, end, instead in _lost(part, held[part.eid], uptake.precedent.language):
                if _key(held[part.eid].text[start:end], uptake.draft.language) not in there:
                    found.append(Lost(part.eid, start, end, into, whole, instead, share, sure))
    return tuple(found)


def _into(parts: Sequence[Taken], articles: _Articles) -> tuple[str, ...]:
    """The articles of the draft that took over an article of the precedent: those with a like
    heading, and those that have enough of its words. A sentence that went elsewhere takes no
    article along."""
    kept: dict[str, int] = {}
    for part in parts:
        if part.taken_over:
            for eid in _went(part, articles):
                kept[eid] = kept.get(eid, 0) + part.kept
    enough = ENOUGH * sum(part.words for part in parts)
    heading = articles.old[parts[0].eid].heading
    return tuple(
        eid
        for eid, taken in kept.items()
        if taken >= enough or articles.frames.alike(heading, articles.new[eid].heading)
    )


def _went(part: Taken, articles: _Articles) -> tuple[str, ...]:
    """The articles of the draft into which a part went, each once."""
    return tuple(dict.fromkeys(articles.new[eid].eid for eid in part.into))


def _lost(part: Taken, provision: Provision, language: str) -> Iterator[tuple[int, int, str]]:
    """Where words that protect stand in what a provision lost, and what the draft has instead."""
    ranges = list(_ranges(part))
    for one in profile(provision, language).safeguards:
        for start, end, instead in ranges:
            if start < one.end and one.start < end:
                yield one.start, one.end, instead
                break


def _ranges(part: Taken) -> Iterator[tuple[int, int, str]]:
    """What a provision lost, all of it if nothing was taken over; what stands elsewhere is not
    lost."""
    instead = {one.text: one.instead for one in part.passages if not one.elsewhere}
    at = 0
    for hunk in part.text:
        end = at + len(hunk.text)
        if not part.taken_over:
            yield at, end, ""
        elif hunk.operation == "delete" and hunk.text.strip() in instead:
            yield at, end, instead[hunk.text.strip()]
        at = end


def _said(draft: Draft) -> dict[str, str]:
    """By article of the draft all its words, whatever their endings, to look for words in a row."""
    of = units(draft)
    texts: dict[str, list[str]] = {}
    for one in draft.provisions:
        texts.setdefault(of[one.eid].eid, []).append(_key(one.text, draft.language))
    return {eid: "|".join(some) for eid, some in texts.items()}


def _key(text: str, language: str) -> str:
    """Words without their endings: what the precedent calls confidentiality, the draft may keep
    confidential."""
    return f" {' '.join(stems(words(text), language))} "
