"""The findings between two drafts, in the order in which a reader should see them.

In: two drafts, their alignment and changes; what became of references, and the rounds around them,
if they are known. Out: `Found`s with ranks.

The order. First the kind, as in `KINDS`: what has another legal job; duties, options and bans;
protections; conditions; penalties; numbers; what is gone and what is new; references; what is
covered, who acts, what terms mean; other words; reasons; what moved; headings; wording. Within a
kind what is sure stands first, then by weight (out before in, a duty that became an option before
one that became a recommendation, a crime before a final clause), then what has more words, then by
place in the newer draft. So the same drafts give the same order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.findings import changed
from tracker.findings.ground import Ground
from tracker.findings.item import Item, kind_order, ordered, sentence
from tracker.findings.known import Known
from tracker.findings.names import COUNTED, Found, Kind, Side
from tracker.findings.past import Past
from tracker.findings.quoting import listed
from tracker.findings.wholes import wholes
from tracker.model import Alignment, Change, Draft
from tracker.references import Followed

_TOGETHER: tuple[Kind, ...] = ("actor", "scope", "other", "heading")
"""Kinds of which the same change in several places is told once."""
_NAMED = 3
_LEADING: Kind = "new"
"""The last of the kinds that are told in turn."""


def findings(
    old: Draft,
    new: Draft,
    alignment: Alignment,
    changes: Sequence[Change],
    *,
    followed: Sequence[Followed] | None = None,
    past: Past | None = None,
) -> tuple[Found, ...]:
    """What a reader should know of the changes between two drafts, the most telling first.

    Args:
        changes: those of `tracker.diff.changes` for this alignment, one a link.
        followed: those of `tracker.references.followed`; None if references were not looked at.
        past: the rounds around the two drafts.
    Returns:
        One finding a change, or one for the same change in several places; none for a provision
        that only has another number.
    """
    before, after = (past.known(one) if past else Known(one) for one in (old, new))
    ground = Ground(before, after, alignment, changes, followed)
    items = [*_changed(ground), *wholes(ground, past)]
    items = [_before_the_rules(ground, one) for one in items]
    items = _together(_titles(ground, items))
    place = _places(ground)
    items.sort(
        key=lambda one: (
            kind_order(one.lead.kind),
            not one.lead.sure,
            -one.lead.severity,
            -one.words,
            place[one.new, one.old],
        )
    )
    return tuple(_found(ground, n, item) for n, item in enumerate(items, start=1))


def first(found: Sequence[Found], count: int = 10) -> tuple[Found, ...]:
    """The findings to see first, in their order: of each kind from legal job to new provisions one,
    then a second, and so on, so that no kind crowds out the others; then the others. What is
    uncertain comes in only as a change of legal job, or where nothing else is left; what is only
    wording not at all. The one of the most words is always among them."""
    told = [one for one in found if one.kind not in COUNTED]
    sure = [one for one in told if one.sure or one.kind == "function"]
    seats: Counter[Kind] = Counter()
    turns: list[tuple[int, int, Found]] = []
    for one in sure:
        if kind_order(one.kind) <= kind_order(_LEADING):
            seats[one.kind] += 1
            turns.append((seats[one.kind], one.rank, one))
    chosen = [one for _, _, one in sorted(turns, key=lambda turn: turn[:2])[:count]]
    for one in (*sure, *told):
        if len(chosen) < count and one not in chosen:
            chosen.append(one)
    chosen = _with_largest(chosen, told)
    return tuple(sorted(chosen, key=lambda one: one.rank))


def _with_largest(chosen: list[Found], told: Sequence[Found]) -> list[Found]:
    """The chosen, with that of the most words among them, whatever its kind: in the last one's
    seat if there is none left."""
    largest = max(told, key=lambda one: one.weight[1], default=None)
    if largest is None or not chosen or largest in chosen:
        return chosen
    return [*chosen[:-1], largest]


def counts(found: Iterable[Found]) -> dict[Kind, int]:
    """How many findings there are of each kind, in the order of kinds."""
    seen = Counter(one.kind for one in found)
    return {kind: seen[kind] for kind in sorted(seen, key=kind_order)}


def _changed(ground: Ground) -> list[Item]:
    arrivals = ground.arrivals()
    items: list[Item] = []
    for number, change in enumerate(ground.changes):
        if change.old is None or change.new is None:
            continue
        found = changed.facts(ground, number, arrivals.get(number, []))
        place = changed.structure(ground, change)
        if place is not None:
            found.append(place)
        if found:
            words = change.words_deleted + change.words_inserted
            items.append(Item(change.old, change.new, ordered(found), words))
    return items


def _before_the_rules(ground: Ground, item: Item) -> Item:
    """An item on a recital: it obliges nobody, whatever its words are."""
    side, eid = ("new", item.new) if item.new else ("old", item.old)
    if not ground.front(side, eid or "") or item.lead.kind in ("editorial", "moved", "heading"):
        return item
    lead = replace(item.lead, kind="recital", severity=min(item.lead.severity, 5))
    return replace(item, facts=(lead, *item.facts[1:]))


def _titles(ground: Ground, items: list[Item]) -> list[Item]:
    """Whatever came or went in the title is a change of title."""
    found: list[Item] = []
    for one in items:
        if ground.title("new", one.new or "") or ground.title("old", one.old or ""):
            lead = replace(one.lead, kind="heading", severity=9)
            one = replace(one, facts=(lead,))
        found.append(one)
    return found


def _together(items: list[Item]) -> list[Item]:
    """Items that say the same of several places, as one."""
    by_key: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        if one.lead.key and one.lead.kind in _TOGETHER and len(one.facts) == 1:
            by_key[f"{one.lead.sure} {one.lead.key}"].append(one)
    told: set[int] = set()
    found: list[Item] = []
    for one in items:
        same = by_key.get(f"{one.lead.sure} {one.lead.key}", []) if len(one.facts) == 1 else []
        if len(same) < 2:
            found.append(one)
        elif id(same[0]) not in told:
            told.add(id(same[0]))
            places = tuple((i.old, i.new) for i in same)
            words = sum(i.words for i in same)
            found.append(replace(same[0], places=places, words=words))
    return found


def _places(ground: Ground) -> dict[tuple[str | None, str | None], int]:
    place: dict[tuple[str | None, str | None], int] = defaultdict(int)
    for n, change in enumerate(ground.changes):
        place[change.new, change.old] = n
    return place


def _found(ground: Ground, rank: int, item: Item) -> Found:
    lead = item.lead
    places = item.places or ((item.old, item.new),)
    return Found(
        kind=lead.kind,
        sentence=sentence(_name(ground, item), item),
        rank=rank,
        old=item.old,
        new=item.new,
        evidence=tuple(dict.fromkeys(words for one in item.told for words in one.evidence)),
        sure=lead.sure,
        why=lead.why,
        also=item.others,
        places=places,
        weight=(lead.severity, item.words),
    )


def _name(ground: Ground, item: Item) -> str:
    """What an item is about: the provision by its newer name, and its older one if that differs."""
    old, new = ground.names["old"], ground.names["new"]
    if len(item.places) > 1:
        return listed([new[n] if n else old[o or ""] for o, n in item.places], _NAMED)
    if item.new is None:
        return _in_article(ground, "old", item.old or "")
    if item.old is None:
        return _in_article(ground, "new", item.new)
    heading = item.lead.kind == "heading"
    titled = new[item.new] if heading else new.titled(item.new)
    same = old.numbered(item.old) == new.numbered(item.new)
    if same or item.lead.kind == "moved":
        return titled
    return f"{titled} (before: {old[item.old]})"


def _in_article(ground: Ground, side: Side, eid: str) -> str:
    """A provision that is new or gone; if it is a part, with the other number of its article."""
    names = ground.names[side]
    kin = ground.kin(side, eid)
    unit = names.unit(eid)
    if unit == eid or len(kin) != 1 or kin[0] == names[unit]:
        return names.titled(eid)
    before, after = (names[unit], kin[0]) if side == "old" else (kin[0], names[unit])
    return f"{names.titled(eid)} ({before} became {after})"
