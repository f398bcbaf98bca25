"""An alignment as people decided it.

In: two drafts, their `Alignment`, the rulings on decisions about them. Out: the alignment with the
decisions that hold followed, last and above all else. Whatever a decision takes a partner from is
left without one, and says whose decision it was: no runner-up takes the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace

from tracker.decisions.state import Ruling
from tracker.model import Alignment, Decision, Draft, Link, Provision, Relation
from tracker.words import bare_number

Ends = tuple[str, str]


def apply(alignment: Alignment, old: Draft, new: Draft, rulings: Iterable[Ruling]) -> Alignment:
    """The alignment of `old` and `new` as the followed of these decisions want it."""
    followed = [
        one
        for one in rulings
        if one.state == "applied" and one.old is not None and one.new is not None
    ]
    if not followed:
        return alignment
    work = _Work(alignment, old, new)
    # In an order of their own, so that the order of the file does not matter.
    of: dict[Ends, list[Decision]] = {}
    for one in sorted(followed, key=lambda one: (_ends(one), astuple(one.decision))):
        of.setdefault(_ends(one), []).append(one.decision)
    # Of those on one link all reject it or none does: decisions at odds are not followed.
    for ends, those in of.items():
        if those[0].action == "reject":
            work.reject(ends, those)
    joined = [ends for ends, those in of.items() if those[0].action != "reject"]
    for ends in joined:
        work.join(ends, of[ends], joined)
    return work.result()


def _ends(ruling: Ruling) -> Ends:
    return ruling.old or "", ruling.new or ""


def said(decision: Decision) -> str:
    """A decision as evidence.

    >>> said(Decision("reject", "A/1", "1", "x", "A/2", "2", "y", "Ada", "2030-01-02", "Not it."))
    'rejected by Ada on 2030-01-02: Not it.'
    """
    done = {"accept": "confirmed", "reject": "rejected", "add": "added"}[decision.action]
    # Reasons are stored one after the other, with a semicolon between.
    reason = " ".join(decision.reason.replace(";", ",").split())
    return f"{done} by {decision.name.replace(';', ',')} on {decision.date}: {reason}"


class _Work:
    def __init__(self, alignment: Alignment, old: Draft, new: Draft) -> None:
        self._alignment = alignment
        self._old = {one.eid: one for one in old.provisions}
        self._new = {one.eid: one for one in new.provisions}
        self._links: dict[Ends, Link] = {
            (link.old, link.new): link for link in alignment.links if link.old and link.new
        }
        # What has no partner: the links that said so, and the decisions that made it so.
        self._alone = {
            (link.old or "", link.new or ""): link
            for link in alignment.links
            if link.old is None or link.new is None
        }
        self._why: dict[Ends, list[Decision]] = {}

    def reject(self, ends: Ends, said_so: Sequence[Decision]) -> None:
        link = self._links.pop(ends, None)
        if link is not None:
            self._left((ends[0], ""), said_so)
            self._left(("", ends[1]), said_so)
            self._name_what_stays(link)

    def join(self, ends: Ends, said_so: Sequence[Decision], joined: Sequence[Ends]) -> None:
        """A link that people want is there, whether or not it was found; what stood in its way
        gives way, unless that is wanted too: `joined` are the ends of all such links."""
        found = self._links.get(ends)
        relation = next((one.relation for one in said_so if one.relation), None)
        relation = relation or self._found(ends, found, joined)
        old, new = ends
        for other in list(self._links):
            of_old = other[0] == old and relation != "split"
            of_new = other[1] == new and relation != "merged"
            # What was found with it stays with it, unless the person says that it is another thing.
            kept = found is not None and relation == found.relation
            if other != ends and other not in joined and (of_old or of_new) and not kept:
                link = self._links.pop(other)
                self._left((other[0], ""), said_so)
                self._left(("", other[1]), said_so)
                self._name_what_stays(link)
        self._links[ends] = Link(
            old,
            new,
            relation,
            1.0,
            (*map(said, said_so), *(found.evidence if found else ())),
            found.runner_up if found else None,
            tuple(said_so),
        )

    def _found(self, ends: Ends, found: Link | None, joined: Sequence[Ends]) -> Relation:
        """What became of a provision where no person says it: what was found, and a part where
        people want other links of it too."""
        relation = found.relation if found else self._plain(ends)
        if relation not in ("split", "merged"):
            others = [one for one in joined if one != ends]
            if any(one[0] == ends[0] for one in others):
                return "split"
            if any(one[1] == ends[1] for one in others):
                return "merged"
        return relation

    def _left(self, end: Ends, said_so: Sequence[Decision]) -> None:
        self._why.setdefault(end, []).extend(said_so)

    def _name_what_stays(self, gone: Link) -> None:
        """What was one of several parts and is now the only one is no part any more."""
        for end, relation in ((0, "split"), (1, "merged")):
            same = (gone.old, gone.new)[end]
            stays = [key for key in self._links if key[end] == same]
            if len(stays) == 1 and self._links[stays[0]].relation == relation:
                link = self._links[stays[0]]
                self._links[stays[0]] = replace(link, relation=self._plain(stays[0]))

    def _plain(self, ends: Ends) -> Relation:
        """What to call a link of which nobody said what it is."""
        old, new = self._old[ends[0]], self._new[ends[1]]
        deeper = _depth(new, self._new) - _depth(old, self._old)
        if deeper and "article" in (old.kind, new.kind) and old.kind != new.kind:
            return "demoted" if deeper > 0 else "promoted"
        return "same" if bare_number(old.num) == bare_number(new.num) else "renumbered"

    def result(self) -> Alignment:
        place_old = {eid: n for n, eid in enumerate(self._old)}
        place_new = {eid: n for n, eid in enumerate(self._new)}
        linked_old = {ends[0] for ends in self._links}
        linked_new = {ends[1] for ends in self._links}
        links = [
            *self._links.values(),
            *(self._lone("", eid) for eid in self._new if eid not in linked_new),
        ]
        links.sort(key=lambda x: (place_new[x.new or ""], place_old.get(x.old or "", -1)))
        links += [self._lone(eid, "") for eid in self._old if eid not in linked_old]
        return replace(self._alignment, links=tuple(links))

    def _lone(self, old: str, new: str) -> Link:
        known = self._alone.get((old, new))
        link = known or Link(old or None, new or None, "deleted" if old else "inserted", 0.0)
        why = tuple(dict.fromkeys(self._why.get((old, new), ())))
        if not why:
            return link
        told = (
            said(one) if one.action == "reject" else f"gave way to a link {said(one)}"
            for one in why
        )
        return replace(link, evidence=(*link.evidence, *told), decided=why)


def _depth(provision: Provision, of: dict[str, Provision]) -> int:
    depth, at = 0, provision
    while at.parent is not None:
        at, depth = of[at.parent], depth + 1
    return depth
