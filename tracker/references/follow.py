"""What became of the references between two drafts.

In: two drafts and their alignment. Out: `Followed`s, in the order of the newer draft, then what
went with the older. Provisions that are linked are looked at together with all that the links join
them to (the parts of a split, what was merged), because a reference may stand in any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.align.engine import SURE
from tracker.model import Alignment, Draft
from tracker.references.indexed import Indexed, indexed
from tracker.references.judge import Ways, judge
from tracker.references.names import Followed, Reference
from tracker.references.pair import Side, around, firm, pairs


def followed(
    old: Draft | Indexed, new: Draft | Indexed, alignment: Alignment
) -> tuple[Followed, ...]:
    """What became of each reference in the provisions that `alignment` links.

    Provisions without a partner are left out: all their references came or went with them. Drafts
    in a language that is not looked at give none. Who compares a draft with several others gives
    it as `indexed`.
    """
    before = indexed(old) if isinstance(old, Draft) else old
    after = indexed(new) if isinstance(new, Draft) else new
    if before is None or after is None:
        return ()
    ways = Ways(before.outline, after.outline, alignment)
    found: list[Followed] = []
    for group in _groups(ways, alignment):
        found += _of_group(ways, group, (before.of, after.of))
    return tuple(sorted(found, key=lambda one: _order(ways, one)))


_References = Mapping[str, list[Reference]]


@dataclass(frozen=True, slots=True)
class _Group:
    """Provisions joined by links, in the order of their drafts; `sure` if all the links are."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    sure: bool


def _groups(ways: Ways, alignment: Alignment) -> Iterator[_Group]:
    """Linked provisions, each in one group."""
    root: dict[tuple[str, str], tuple[str, str]] = {}

    def find(one: tuple[str, str]) -> tuple[str, str]:
        while root.setdefault(one, one) != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    doubtful: list[tuple[str, str]] = []
    for link in alignment.links:
        if link.old is not None and link.new is not None:
            root[find(("new", link.new))] = find(("old", link.old))
            if link.score < SURE:
                doubtful.append(("old", link.old))
    members: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for one in root:
        side = members.setdefault(find(one), ([], []))
        side[one[0] == "new"].append(one[1])
    unsure = {find(one) for one in doubtful}
    for key, (before, after) in members.items():
        before.sort(key=lambda eid: ways.old.place.get(eid, 0))
        after.sort(key=lambda eid: ways.new.place.get(eid, 0))
        yield _Group(tuple(before), tuple(after), key not in unsure)


def _of_group(
    ways: Ways, group: _Group, here: tuple[_References, _References]
) -> Iterator[Followed]:
    gone = [one for eid in group.old for one in here[0].get(eid, ())]
    come = [one for eid in group.new for one in here[1].get(eid, ())]
    sides = _sides(ways, gone, newer=False), _sides(ways, come, newer=True)
    together = pairs(*sides)
    partner_of = {j: i for i, j in together}
    covered = _covered(come)
    for j, one in enumerate(come):
        i = partner_of.get(j)
        before = None if i is None else gone[i]
        sure = group.sure and (i is None or firm(sides[0][i], sides[1][j]))
        yield judge(ways, before, one, covered[one.provision, one.first], sure=sure)
    left = set(range(len(gone))) - {i for i, _ in together}
    for i in sorted(left):
        yield judge(ways, gone[i], None, frozenset(), sure=group.sure)


def _covered(come: Sequence[Reference]) -> dict[tuple[str, int], frozenset[str]]:
    """All that each expression leads to."""
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in come:
        told[one.provision, one.first].update(one.targets)
    return {key: frozenset(eids) for key, eids in told.items()}


def _sides(ways: Ways, found: Sequence[Reference], *, newer: bool) -> list[Side]:
    """References as they are compared."""
    outline = ways.new if newer else ways.old
    together: dict[tuple[str, int], list[Reference]] = defaultdict(list)
    sides: list[Side] = []
    for one in found:
        together[one.provision, one.first].append(one)
    for expression in together.values():
        text = outline.of[expression[0].provision].text
        before, after = around(text, expression[0].first, expression[0].until)
        for n, one in enumerate(expression):
            leads = ways.leads(one, newer=newer)
            homes = ways.homes(one, newer=newer)
            number, unit = (one.path, one.last), one.path[0].unit
            seat = n, len(expression)
            sides.append(Side(leads, homes, number, unit, seat, before, after))
    return sides


def _order(ways: Ways, one: Followed) -> tuple[int, int, int]:
    """The order of the newer draft; what went stands behind."""
    if one.new is not None:
        return 0, ways.new.place[one.new.provision], one.new.start
    assert one.old is not None
    return 1, ways.old.place[one.old.provision], one.old.start
