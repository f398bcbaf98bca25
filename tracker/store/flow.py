"""What became of the articles of each draft, from one to the next.

In: a connection and drafts of one language, in order. Out: `Flow`. The links between articles say
it; where an article has several, the surest goes on as it, and the others join or come out. Of an
article without a link, half of whose words stand in others, it is said to have become part of them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.part_of import mostly_elsewhere
from tracker.store.flow_sure import as_sure, doubted
from tracker.store.keys import comparison_key
from tracker.store.records import DraftRow
from tracker.store.records.flow import (
    Fate,
    Flow,
    FlowArticle,
    FlowDraft,
    FlowGroup,
    FlowStep,
    FlowWay,
)

RUN = 10
"""So many articles make a group where a draft has no chapters."""

_ONE_TO_ONE: dict[str, Fate] = {"same": "kept", "renumbered": "renumbered", "moved": "moved"}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A provision of a draft, with as much as is needed here."""

    id: str
    parent: str | None
    ordinal: int
    is_article: bool
    number: str
    heading: str
    eid: str
    address: str
    words: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Link:
    old: str | None
    new: str | None
    relation: str
    score: float
    certain: bool


class _Draft:
    """The provisions of a draft, which article holds each, and in which chapter it stands;
    `words_of` counts the words of an article with all inside it."""

    def __init__(self, conn: sqlite3.Connection, draft: DraftRow) -> None:
        self.draft = draft
        self.units = {
            row[0]: _Unit(row[0], row[1], row[2], bool(row[3]), *row[4:])
            for row in conn.execute(
                "SELECT id, parent_id, ordinal, is_article, number, heading, eid, address, "
                "word_count, kind FROM provisions WHERE draft_id = ? ORDER BY ordinal",
                (draft.id,),
            )
        }
        self.articles = [one for one in self.units.values() if one.is_article]
        self.words_of: Counter[str] = Counter()
        for one in self.units.values():
            self.words_of[self.article_of(one.id)] += one.words
        self._paths = {one.id: self._above(one) for one in self.units.values()}
        depth = _shared([self._paths[one.id] for one in self.articles])
        self._chapter = {
            one: path[depth] if len(path) > depth else "" for one, path in self._paths.items()
        }
        used = {self._chapter[one.id] for one in self.articles}
        self._order = sorted(used, key=lambda one: self.units[one].ordinal if one else 0)
        self._ends: dict[str, tuple[str, str]] = {}
        if len(used) == 1 and len(self.articles) > RUN:
            self._cut()

    def _cut(self) -> None:
        """A draft without chapters is cut into runs of articles, for one block shows nothing."""
        self._order = []
        for at, one in enumerate(self.articles):
            run = f"{at // RUN}"
            self._chapter[one.id] = run
            first = self._ends.setdefault(run, (one.number, ""))[0]
            self._ends[run] = (first, one.number)
            if at % RUN == 0:
                self._order.append(run)

    def _above(self, one: _Unit) -> tuple[str, ...]:
        """What holds it, the outermost first, without articles."""
        found: list[str] = []
        above = one.parent
        while above is not None:
            if not self.units[above].is_article:
                found.append(above)
            above = self.units[above].parent
        return tuple(reversed(found))

    def article_of(self, provision: str) -> str:
        """The article that holds a provision; the provision itself if none does."""
        one: str | None = provision
        while one is not None:
            if self.units[one].is_article:
                return one
            one = self.units[one].parent
        return provision

    def record(self, provision: str) -> FlowArticle:
        """An article as others see it."""
        one = self.units[provision]
        chapter = self._chapter[provision]
        if chapter not in self._order:
            # What is no article may stand where no article does, as in an annex.
            self._order.append(chapter)
        group = self._order.index(chapter)
        return FlowArticle(one.id, one.address, one.number, one.heading, group)

    def flow(self) -> FlowDraft:
        """Its chapters; asked last, when all that is linked has its place."""
        counts = Counter(self._chapter[one.id] for one in self.articles)
        return FlowDraft(
            self.draft,
            tuple(self._group(chapter, counts[chapter]) for chapter in self._order),
            tuple(dict.fromkeys(one.kind for one in self.articles)),
        )

    def _group(self, chapter: str, articles: int) -> FlowGroup:
        if chapter in self._ends:
            first, last = self._ends[chapter]
            return FlowGroup("", "", first, last if articles > 1 else "", "", articles)
        if not chapter:
            return FlowGroup("", "", "", "", "", articles)
        one = self.units[chapter]
        return FlowGroup(one.id, one.eid, one.number, "", one.heading, articles)


def _shared(paths: Sequence[tuple[str, ...]]) -> int:
    """How many of the outermost containers hold every article, and so tell nothing apart."""
    depth = 0
    while paths and all(len(path) > depth + 1 for path in paths):
        if len({path[depth] for path in paths}) > 1:
            break
        depth += 1
    return depth


def flow(conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> Flow | None:
    """What became of the articles of each of these drafts in the next; None if two of them have
    not been compared."""
    drafts = [_Draft(conn, one) for one in rounds]
    steps = []
    for old, new in pairwise(drafts):
        comparison = comparison_key(old.draft.id, new.draft.id)
        if not conn.execute("SELECT 1 FROM comparisons WHERE id = ?", (comparison,)).fetchone():
            return None
        links = _links(conn, comparison), doubted(conn, comparison)
        ways = _Step(old, new, *links).ways()
        steps.append(FlowStep(old.draft, new.draft, tuple(ways)))
    return Flow(tuple(one.flow() for one in drafts), as_sure(conn, steps))


def _links(conn: sqlite3.Connection, comparison: str) -> list[_Link]:
    found = conn.execute(
        "SELECT old_provision_id, new_provision_id, relation, score, certain FROM links "
        "WHERE comparison_id = ? ORDER BY ordinal",
        (comparison,),
    )
    return [_Link(row[0], row[1], row[2], row[3], bool(row[4])) for row in found]


class _Step:
    """Two drafts and the links between them; `doubted` may be neither new nor gone."""

    def __init__(
        self, old: _Draft, new: _Draft, links: Iterable[_Link], doubted: frozenset[str]
    ) -> None:
        self.old, self.new, self.doubted = old, new, doubted
        self.links = [one for one in links if one.old is not None and one.new is not None]
        self.goes_on = self._matched()

    def _matched(self) -> dict[str, _Link]:
        """By article of the older draft the link by which it goes on; none arrives twice."""
        between = [
            one
            for one in self.links
            if self.old.units[one.old or ""].is_article and self.new.units[one.new or ""].is_article
        ]
        between.sort(
            key=lambda one: (
                one.relation not in _ONE_TO_ONE,
                not one.certain,
                -one.score,
                self.old.units[one.old or ""].ordinal,
                self.new.units[one.new or ""].ordinal,
            )
        )
        found: dict[str, _Link] = {}
        arrived: set[str] = set()
        for one in between:
            assert one.old is not None
            assert one.new is not None
            if one.old not in found and one.new not in arrived:
                found[one.old] = one
                arrived.add(one.new)
        return found

    def ways(self) -> list[FlowWay]:
        """Every article's way."""
        arrived = {one.new for one in self.goes_on.values()}
        out = self._others(of_old=True)
        back = self._others(of_old=False)
        return [
            *(self._leaving(one, out.get(one.id, [])) for one in self.old.articles),
            *(
                self._arriving(one, back.get(one.id, []))
                for one in self.new.articles
                if one.id not in arrived
            ),
        ]

    def _leaving(self, one: _Unit, links: list[_Link]) -> FlowWay:
        here = self.old.record(one.id)
        link = self.goes_on.get(one.id)
        if link is not None:
            fate: Fate = _ONE_TO_ONE.get(link.relation) or (
                "split" if link.relation == "split" else "merged"
                if link.relation == "merged" else "moved"
            )  # fmt: skip
            assert link.new is not None
            return FlowWay(fate, link.certain, here, self.new.record(link.new))
        best, beside = self._holder(one, links, of_old=True)
        if best is None:
            return FlowWay("dropped", one.id not in self.doubted, here, None, beside)
        return FlowWay("joined", best.certain, here, self._at(best, of_old=True))

    def _arriving(self, one: _Unit, links: list[_Link]) -> FlowWay:
        here = self.new.record(one.id)
        best, beside = self._holder(one, links, of_old=False)
        if best is None:
            return FlowWay("new", one.id not in self.doubted, None, here, beside)
        return FlowWay("parted", best.certain, self._at(best, of_old=False), here)

    def _others(self, *, of_old: bool) -> dict[str, list[_Link]]:
        """By article the links of it and of all inside it."""
        draft = self.old if of_old else self.new
        found: dict[str, list[_Link]] = defaultdict(list)
        for one in self.links:
            end = one.old if of_old else one.new
            assert end is not None
            found[draft.article_of(end)].append(one)
        return found

    def _holder(
        self, one: _Unit, links: list[_Link], *, of_old: bool
    ) -> tuple[_Link | None, tuple[FlowArticle, ...]]:
        """The link that says of what else an article became, or was, a part; without one, the
        articles that share less with it."""
        own = [link for link in links if (link.old if of_old else link.new) == one.id]
        if own:
            return max(own, key=lambda link: (link.certain, link.score)), ()
        draft = self.old if of_old else self.new
        within = {link.old if of_old else link.new: link for link in links}
        linked = sum(draft.units[end].words for end in within if end is not None)
        if links and mostly_elsewhere(linked, draft.words_of[one.id]):
            return max(links, key=lambda link: (link.certain, link.score)), ()
        sure = (self._at(link, of_old=of_old) for link in links if link.certain)
        return None, tuple(dict.fromkeys(sure))

    def _at(self, link: _Link, *, of_old: bool) -> FlowArticle:
        """The article at the other end of a link."""
        draft, end = (self.new, link.new) if of_old else (self.old, link.old)
        assert end is not None
        return draft.record(draft.article_of(end))
