"""What happened to the words of every provision between two drafts.

In: two `Draft`s and their `Alignment`. Out: one `Change` a link, in the links' order. Texts are
compared inside linked provisions only. What was split is compared with its parts together, and
each link gets its share; so is what was merged. A provision that changed its level (an article that
is now a paragraph) is compared with all that was inside it, since its words were there. Words are
counted that changed in substance: another spelling or number counts none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.diff.shares import Shares, of_merger, of_split
from tracker.diff.variants import substantive
from tracker.diff.wording import difference
from tracker.model import Alignment, Change, Draft, Hunk, Link, Provision, Relation
from tracker.words import count

CROSSED = ("demoted", "promoted")
"""Relations across levels, for which whole texts are compared."""


def changes(old: Draft, new: Draft, alignment: Alignment) -> tuple[Change, ...]:
    """The changes of all links of `alignment`, which must be of these two drafts."""
    before, after = _Texts(old), _Texts(new)
    links = alignment.links
    told_old = before.inside({x.old for x in links if x.old and x.new and x.relation in CROSSED})
    told_new = after.inside({x.new for x in links if x.old and x.new and x.relation in CROSSED})
    shared = _shares(links, before, after)
    told = [link.old in told_old or link.new in told_new for link in links]
    found = [
        _change(link, before, after, shared.get(n), told=told[n]) for n, link in enumerate(links)
    ]
    return _headings_once(found, told)


class _Texts:
    """A draft's provisions by eId, with the words of each alone and with all inside it."""

    def __init__(self, draft: Draft) -> None:
        self.of: Mapping[str, Provision] = {p.eid: p for p in draft.provisions}
        self.place = {p.eid: n for n, p in enumerate(draft.provisions)}
        self._inner: dict[str, list[str]] = {}
        for provision in draft.provisions:
            if provision.parent is not None:
                self._inner.setdefault(provision.parent, []).append(provision.eid)

    def own(self, eid: str | None, level_changed: bool) -> tuple[str, str]:
        """Heading and text; for a change of level the text with all that is inside."""
        if eid is None:
            return "", ""
        provision = self.of[eid]
        return provision.heading, self.whole(eid) if level_changed else provision.text

    def inside(self, eids: set[str]) -> set[str]:
        """All that stands inside these provisions, at any depth."""
        found: set[str] = set()
        for eid in eids:
            for inner in self._inner.get(eid, ()):
                found |= {inner, *self.inside({inner})}
        return found

    def whole(self, eid: str) -> str:
        """The text of a provision and of all inside it, one block a line."""
        parts = [self.of[eid].text]
        for inner in self._inner.get(eid, ()):
            provision = self.of[inner]
            label = " ".join(x for x in (provision.num, provision.heading) if x)
            parts.append(" ".join(x for x in (label, self.whole(inner)) if x))
        return "\n".join(part for part in parts if part)


def _shares(
    links: Sequence[Link], before: _Texts, after: _Texts
) -> dict[int, tuple[tuple[Hunk, ...], bool]]:
    """For links of splits and mergers, by their place: their share of the hunks, and coarseness."""
    found: dict[int, tuple[tuple[Hunk, ...], bool]] = {}
    splits: dict[str, list[int]] = defaultdict(list)
    mergers: dict[str, list[int]] = defaultdict(list)
    parted = {x.old for x in links if x.relation == "split"}
    joined = {x.new for x in links if x.relation == "merged"}
    for n, link in enumerate(links):
        if link.old is None or link.new is None or link.relation in CROSSED:
            continue
        # A merger that is also part of a split is told once, with the split.
        if link.old in parted:
            splits[link.old].append(n)
        elif link.new in joined:
            mergers[link.new].append(n)
    for eid, places in splits.items():
        places.sort(key=lambda n: after.place[links[n].new or ""])
        texts = [after.of[links[n].new or ""].text for n in places]
        main = _main(links, places, "split", texts)
        _share_out(found, places, of_split(before.of[eid].text, texts, main))
    for eid, places in mergers.items():
        places.sort(key=lambda n: before.place[links[n].old or ""])
        texts = [before.of[links[n].old or ""].text for n in places]
        main = _main(links, places, "merged", texts)
        _share_out(found, places, of_merger(texts, after.of[eid].text, main))
    return found


def _main(
    links: Sequence[Link], places: Sequence[int], parting: Relation, texts: Sequence[str]
) -> int:
    """Which of the parts goes on as what was whole: the one that is linked as itself, or the
    longest."""
    own = (n for n, place in enumerate(places) if links[place].relation != parting)
    return next(own, max(range(len(texts)), key=lambda n: (len(texts[n]), -n)))


def _share_out(
    found: dict[int, tuple[tuple[Hunk, ...], bool]], places: Sequence[int], shares: Shares
) -> None:
    for place, hunks in zip(places, shares.hunks, strict=True):
        found[place] = (hunks, shares.coarse)


def _change(
    link: Link,
    before: _Texts,
    after: _Texts,
    share: tuple[tuple[Hunk, ...], bool] | None,
    *,
    told: bool,
) -> Change:
    """The change of one link; if its words are `told` with those of what holds it, they do not
    count again."""
    crossed = link.relation in CROSSED
    old_heading, old_text = before.own(link.old, crossed)
    new_heading, new_text = after.own(link.new, crossed)
    if share is None:
        whole = difference(old_text, new_text)
        share = whole.hunks, whole.coarse
    text, coarse = share
    heading = difference(old_heading, new_heading)
    both = substantive(heading.hunks), substantive(text)
    return Change(
        old=link.old,
        new=link.new,
        relation=link.relation,
        text=text,
        heading=heading.hunks,
        words_deleted=0 if told else sum(_words(hunks, "delete") for hunks in both),
        words_inserted=0 if told else sum(_words(hunks, "insert") for hunks in both),
        coarse=coarse or heading.coarse,
    )


def _headings_once(found: list[Change], told: Sequence[bool]) -> tuple[Change, ...]:
    """The changes, with the words of a heading counted in one of them only: what was merged has one
    heading, with which each of its links is compared, and what was split had one. They count where
    fewest of them are gone, or new."""
    gone: dict[str, list[int]] = defaultdict(list)
    come: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if one.old is not None and one.new is not None and not told[place]:
            gone[one.old].append(place)
            come[one.new].append(place)
    for same in gone.values():
        for place, words in _again(found, same, "delete"):
            one = found[place]
            found[place] = replace(one, words_deleted=one.words_deleted - words)
    for same in come.values():
        for place, words in _again(found, same, "insert"):
            one = found[place]
            found[place] = replace(one, words_inserted=one.words_inserted - words)
    return tuple(found)


def _again(
    found: Sequence[Change], places: Sequence[int], operation: str
) -> Iterator[tuple[int, int]]:
    """The places at which words of the same heading count again, and how many."""
    if len(places) < 2:
        return
    words = {place: _words(substantive(found[place].heading), operation) for place in places}
    first = min(places, key=lambda place: (words[place], place))
    yield from ((place, number) for place, number in words.items() if place != first and number)


def _words(hunks: tuple[Hunk, ...], operation: str) -> int:
    return sum(count(h.text) for h in hunks if h.operation == operation)
