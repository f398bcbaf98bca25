"""What all findings between two drafts rest on, made once.

In: two drafts as they are known, their alignment and changes, what became of references. Out:
`Ground`: names, functions, the texts of articles, the links, the passages that moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tracker.diff import Moved, moves
from tracker.findings import alike, doubts
from tracker.findings.elsewhere import Like, like, plain, stemmed
from tracker.findings.known import Known
from tracker.findings.names import Side, Words
from tracker.findings.pointing import Pointing
from tracker.findings.texts import Range, compared, left_out
from tracker.model import Alignment, Change, Link, Provision
from tracker.precedent.units import UNITS
from tracker.references import Followed
from tracker.substance import context_of, rules_of

_FRONT = frozenset({"recital", "recitals", "citation", "preamble", "formula", "preface"})
_TITLES = frozenset({"longTitle", "docTitle"})


class Ground:
    """Two drafts with all that is looked up about them."""

    def __init__(
        self,
        old: Known,
        new: Known,
        alignment: Alignment,
        changes: Sequence[Change],
        followed: Sequence[Followed] | None,
    ) -> None:
        self.old, self.new = old.draft, new.draft
        self.changes = tuple(changes)
        self.known = {"old": old, "new": new}
        self.names = {"old": old.names, "new": new.names}
        self.functions = {"old": old.functions, "new": new.functions}
        self.links: dict[tuple[str | None, str | None], Link] = {
            (link.old, link.new): link for link in alignment.links
        }
        self.unlike = alike.doubt(self.old, self.new, alignment.links)
        self.became: dict[str, list[str]] = defaultdict(list)
        self.was: dict[str, list[str]] = defaultdict(list)
        for change in self.changes:
            if change.old is not None and change.new is not None:
                self.became[change.old].append(change.new)
                self.was[change.new].append(change.old)
        self.pointing = Pointing(followed or (), self.names["old"], self.names["new"])
        known = self.pointing.consequential if followed is not None else None
        self.referring = followed is not None
        self.language_unread = rules_of(self.new.language) is None
        self.context = context_of(self.old, self.new, changes, known)
        self.moves = moves(changes)
        self._moved: dict[tuple[int, str], list[Range]] = defaultdict(list)
        for one in self.moves:
            self._moved[one.old.change, "old"].append((one.old.start, one.old.end))
            self._moved[one.new.change, "new"].append((one.new.start, one.new.end))
        self._shared()
        self._articles = {"old": old.articles, "new": new.articles}
        self._partners = self._united(alignment)
        self._within = self._inside(alignment)
        self.units = {"old": self._by_unit("old"), "new": self._by_unit("new")}

    def provision(self, side: str, eid: str | None) -> Provision | None:
        """A provision of one of the drafts."""
        return self.names[side].of.get(eid or "")

    def moved(self, number: int) -> tuple[list[Range], list[Range]]:
        """What of the change of this number stands elsewhere, on both sides."""
        return self._moved.get((number, "old"), []), self._moved.get((number, "new"), [])

    def _shared(self) -> None:
        """Where several provisions have a part in one, what each gives it is new for none of them:
        the words that one change keeps are, for the others of the provision, words that stand
        elsewhere."""
        sides: tuple[Side, Side] = ("old", "new")
        for side in sides:
            several = self.became if side == "old" else self.was
            kept: dict[str, list[tuple[int, Range]]] = defaultdict(list)
            whole: list[tuple[int, str]] = []
            for number, change in enumerate(self.changes):
                eid = change.old if side == "old" else change.new
                provision = self.provision(side, eid)
                if provision is None or len(several.get(provision.eid, ())) < 2:
                    continue
                if compared(change, side) == provision.text:
                    whole.append((number, provision.eid))
                    kept[provision.eid] += ((number, one) for one in _equal(change, side))
            for number, eid in whole:
                others = (one for other, one in kept[eid] if other != number)
                self._moved[number, side] += others

    def arrivals(self) -> dict[int, list[Moved]]:
        """The passages that came from another provision, by the change that they came to."""
        found: dict[int, list[Moved]] = defaultdict(list)
        for one in self.moves:
            if one.old.change != one.new.change:
                found[one.new.change].append(one)
        return found

    def article(self, side: str, eid: str) -> str:
        """All words of the article that a provision stands in, in small letters."""
        return self._articles[side][self.names[side].unit(eid)]

    def across(self, side: str, eid: str) -> str:
        """All words, in small letters, of the articles of the other draft that the article of a
        provision is linked with."""
        other = "new" if side == "old" else "old"
        partners = self._partners.get((side, self.names[side].unit(eid)), ())
        return "\n".join(self._articles[other][unit] for unit in partners)

    def there(self, change: Change) -> tuple[str, str]:
        """All words that the newer side of a change and the articles there have, and those of the
        older, as `elsewhere.plain` gives them."""
        found: list[str] = []
        sides: tuple[Side, Side] = ("old", "new")
        for side, other in (sides, sides[::-1]):
            unit = self.names[side].unit((change.old if side == "old" else change.new) or "")
            partners = self._partners.get((side, unit), ())
            held = (self.known[other].plain[one] for one in partners)
            found.append("\n".join((plain(compared(change, other)), *held)))
        return found[0], found[1]

    def kin(self, side: str, eid: str) -> list[str]:
        """The articles of the other draft that the article of a provision is linked with, by
        name."""
        other = "new" if side == "old" else "old"
        return [self.names[other][one] for one in self.partners(side, eid)]

    def within(self, side: str, eid: str) -> list[Link]:
        """The links of an article and of all that stands in it, in their order."""
        return self._within.get((side, eid), [])

    def partners(self, side: str, eid: str) -> tuple[str, ...]:
        """The articles of the other draft that the article of a provision is linked with."""
        return self._partners.get((side, self.names[side].unit(eid)), ())

    def like(self, words: Words, near: str) -> Like | None:
        """Where, in the articles of the other draft that the article of these words is linked with,
        words stand that are like them; `near` is where that is looked for first."""
        other: Side = "new" if words.side == "old" else "old"
        known = self.known[other]
        partners = self._partners.get((words.side, self.names[words.side].unit(words.eid)), ())
        there = [one for unit in partners for one in known.stemmed[unit]]
        there.sort(key=lambda one: one.eid != near)
        phrase = stemmed(words.eid, words.text, self.new.language)
        return like(phrase, there, known.common)

    def held(self, change: Change) -> str:
        """Why the articles that hold the two ends of a change may not belong together, `""` if they
        do, or are not linked with each other."""
        assert change.old is not None and change.new is not None
        before, after = (
            self.names["old"].unit(change.old),
            self.names["new"].unit(change.new),
        )
        if (before, after) == (change.old, change.new):
            return ""
        return self._uncertain([self.links.get((before, after))])

    def outer(self, side: Side, eid: str) -> str:
        """The same for a part of the draft on `side` without a partner: the first doubt of what
        holds it, from the inside out, up to the article."""
        of, unit = self.names[side].of, self.names[side].unit(eid)
        at: str | None = eid
        while at is not None and at != unit:
            at = of[at].parent
            others = (self.became if side == "old" else self.was).get(at or "", [])
            pairs = [(at, one) if side == "old" else (one, at) for one in others]
            doubt = self._uncertain([self.links.get(pair) for pair in pairs])
            if doubt:
                return doubt
        return ""

    def _uncertain(self, links: Sequence[Link | None]) -> str:
        """Why none of the links is sure; `""` if one is, or there is none."""
        found = [link for link in links if link is not None]
        if not found or any(not doubts.of_link(link) for link in found):
            return ""
        best = max(found, key=lambda link: link.score)
        before, after = self.names["old"][best.old or ""], self.names["new"][best.new or ""]
        return doubts.of_holder(before, after, best)

    def leading(self, side: Side, eid: str) -> Iterator[str]:
        """The texts that lead to a provision: of what holds it, from the inside out, its own and
        that of its opening passage."""
        of = self.names[side].of
        at = of[eid].parent
        while at in of:
            yield from (self.known[side].openings.get(at, ""), of[at].text)
            at = of[at].parent

    def front(self, side: str, eid: str) -> bool:
        """Whether a provision stands before the rules."""
        provision = self.provision(side, eid)
        while provision is not None:
            if provision.kind in _FRONT:
                return True
            provision = self.provision(side, provision.parent)
        return False

    def ruled(self, side: str, eid: str) -> bool:
        """Whether a provision is an article or section, or stands in one."""
        names = self.names[side]
        return names.of[names.unit(eid)].kind in UNITS

    def holder(self, side: str, eid: str) -> str:
        """What holds a provision by name, `""` if nothing with a name does."""
        provision = self.names[side].of[eid]
        return self.names[side].titled(provision.parent) if provision.parent else ""

    def title(self, side: str, eid: str) -> bool:
        """Whether a provision is the title of the draft."""
        provision = self.provision(side, eid)
        return provision is not None and provision.kind in _TITLES

    def _united(self, alignment: Alignment) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for link in alignment.links:
            if link.old is not None and link.new is not None:
                before = self.names["old"].unit(link.old)
                after = self.names["new"].unit(link.new)
                found["old", before][after] = None
                found["new", after][before] = None
        return {key: tuple(units) for key, units in found.items()}

    def _inside(self, alignment: Alignment) -> dict[tuple[str, str], list[Link]]:
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in alignment.links:
            if link.old is not None and link.new is not None:
                found["old", self.names["old"].unit(link.old)].append(link)
                found["new", self.names["new"].unit(link.new)].append(link)
        return found

    def _by_unit(self, side: Side) -> dict[str, list[Provision]]:
        found: dict[str, list[Provision]] = defaultdict(list)
        for eid, provision in self.names[side].of.items():
            found[self.names[side].unit(eid)].append(provision)
        return found


def _equal(change: Change, side: Side) -> Iterator[Range]:
    """The ranges of a change's text on one side that are on the other side too."""
    at = 0
    for hunk in change.text:
        if hunk.operation == "equal":
            yield at, at + len(hunk.text)
        if hunk.operation != left_out(side):
            at += len(hunk.text)
