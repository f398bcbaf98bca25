"""What the rows of the grid have to do with each other.

In: a connection and the drafts of a negotiation and language. Out: `GridPage`: in which chapter an
article stands, what came or went from one article to another, which kinds of findings are told of
it. Only steps count: what a thread came from, and neighbouring drafts, or whole ones with nothing
but partial documents between them; other comparisons tell the same again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.model import Relation
from tracker.store.absences import of_threads
from tracker.store.grid_joined import with_flow
from tracker.store.grid_tree import Tree
from tracker.store.grids import grid
from tracker.store.records import DraftRow, Grid
from tracker.store.records.absences import Absence
from tracker.store.records.grids import Crossing, GridGroup, GridPage, Holder

_CROSSED = """
SELECT old_provision_id, new_provision_id, relation, certain
FROM links JOIN comparisons ON comparisons.id = comparison_id
WHERE relation IN ('split', 'merged', 'demoted', 'promoted', 'moved')
    AND old_draft_id IN (SELECT value FROM json_each(?1))
    AND new_draft_id IN (SELECT value FROM json_each(?1))
ORDER BY comparisons.id, links.ordinal
"""
_FOUND = """
SELECT old_provision_id, new_provision_id, new_draft_id, old_draft_id, kind, told.certain
FROM (
    SELECT place_link_id, kind, certain FROM finding_places JOIN findings USING (link_id)
    UNION
    SELECT place_link_id, finding_kinds.kind, certain
    FROM finding_places JOIN finding_kinds USING (link_id) JOIN findings USING (link_id)
) AS told
JOIN links ON links.id = place_link_id JOIN comparisons ON comparisons.id = links.comparison_id
WHERE old_draft_id IN (SELECT value FROM json_each(?1))
    AND new_draft_id IN (SELECT value FROM json_each(?1))
"""
_OF_PARTS = ("new", "gone", "moved")
"""Findings that the cells of the grid tell already where they are of a whole article."""


def page(conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> GridPage:
    """The articles of these drafts, or all provisions if there is no article in them."""
    found = grid(conn, rounds, articles_only=True)
    if not found.rows:
        found = grid(conn, rounds)
    tree = Tree(conn, rounds)
    return GridPage(
        grid=found,
        groups=_groups(found, tree),
        kinds=_kinds(conn, tree),
        words=_words(tree),
        inner={one: len(some) for one, some in _inner(tree).items()},
        holders=_holders(found, tree),
        crossings=tuple(with_flow(conn, _crossings(conn, found, tree), rounds)),
        absences=_absences(conn, found),
    )


def inside(conn: sqlite3.Connection, rounds: Sequence[DraftRow], thread: str) -> GridPage:
    """The threads that stand inside the articles of one thread, by round; `holders` are other
    articles in which they stand in some rounds."""
    tree = Tree(conn, rounds)
    found = grid(conn, rounds, only=_inner(tree).get(thread, ()))
    holders = {one: held for one, held in _holders(found, tree).items() if held.thread_id != thread}
    return GridPage(found, {}, {}, _words(tree), {}, holders, (), _absences(conn, found))


def _absences(conn: sqlite3.Connection, found: Grid) -> dict[tuple[str, int], Absence]:
    lives = {
        row.thread_id: [column[-1].provision_id if column else "" for column in row.cells]
        for row in found.rows
    }
    told = of_threads(conn, found.drafts, lives)
    return {(one, found.drafts[at].position): absence for (one, at), absence in told.items()}


def _inner(tree: Tree) -> dict[str, set[str]]:
    """By the thread of an article those of the provisions inside it."""
    found: dict[str, set[str]] = {}
    articles: set[str] = set()
    for row in tree.of.values():
        article = tree.article(row["id"])
        if article is None:
            continue
        if article["id"] == row["id"]:
            articles.add(row["thread_id"])
        else:
            found.setdefault(article["thread_id"], set()).add(row["thread_id"])
    # An article that is now a paragraph of another has a row of its own.
    return {one: some - articles for one, some in found.items() if some - articles}


def _words(tree: Tree) -> dict[str, int]:
    """The words of each provision and of all inside it."""
    told: dict[str, int] = {}
    for row in tree.of.values():
        for above in tree.above(row["id"]):
            told[above["id"]] = told.get(above["id"], 0) + row["word_count"]
    return told


def _groups(found: Grid, tree: Tree) -> dict[str, GridGroup]:
    """The chapter in the last draft that puts the article in one."""
    told: dict[str, GridGroup] = {}
    for row in found.rows:
        for column, draft in zip(reversed(row.cells), reversed(found.drafts), strict=True):
            group = tree.group(column[0].provision_id) if column else None
            if group is not None:
                told[row.thread_id] = GridGroup(
                    group["thread_id"],
                    group["kind"],
                    group["number"],
                    group["heading"],
                    draft.position,
                )
                break
    return told


def _holders(found: Grid, tree: Tree) -> dict[str, Holder]:
    """Of cells that are no article (any more): the article that holds them."""
    told: dict[str, Holder] = {}
    for row in found.rows:
        for one in (cell for column in row.cells for cell in column):
            article = tree.article(one.provision_id)
            if article is not None and article["id"] != one.provision_id:
                told[one.provision_id] = Holder(
                    article["thread_id"], article["kind"], article["number"]
                )
    return told


def _kinds(conn: sqlite3.Connection, tree: Tree) -> dict[str, dict[str, bool]]:
    """The kinds of findings that are told of each article and of what is inside it, with whether
    any of a kind is certain."""
    told: dict[str, dict[str, bool]] = {}
    for old, new, new_draft, old_draft, kind, certain in conn.execute(_FOUND, (tree.ids,)):
        ends = [tree.of[one] for one in (old, new) if one in tree.of]
        if len(ends) == 2:
            step = tree.is_step(ends[0], ends[1])
        elif new is None:
            step = tree.next_whole(old_draft) == new_draft
        else:
            step = tree.last_whole(new_draft) == old_draft
        for end in ends if step else ():
            article = tree.article(end["id"])
            # In a text without articles each provision has a row of its own.
            row = article or end
            name = kind if kind not in _OF_PARTS else f"parts-{kind}"
            if name == kind or row["id"] != end["id"]:
                of_row = told.setdefault(row["thread_id"], {})
                of_row[name] = bool(certain) or of_row.get(name, False)
    return told


@dataclass(frozen=True, slots=True)
class _Way:
    """The ends of a link: their provisions, and the articles that these are or stand in."""

    old: sqlite3.Row
    new: sqlite3.Row
    old_article: sqlite3.Row
    new_article: sqlite3.Row

    @property
    def whole(self) -> bool:
        return bool(self.old["is_article"] or self.new["is_article"])


def _crossings(conn: sqlite3.Connection, found: Grid, tree: Tree) -> Iterator[Crossing]:
    """What went between the articles of different rows, and whole articles that moved."""
    rows = {row.thread_id for row in found.rows}
    told: dict[tuple[object, ...], Crossing] = {}
    for relation, certain, way in _ways(conn, tree):
        ends = (way.old_article["thread_id"], way.new_article["thread_id"])
        moved = ends[0] == ends[1]
        if not rows.issuperset(ends) or (moved and not _moved(relation, way)):
            continue
        if not way.whole:
            relation = "moved"
        key = (relation, *ends, way.old_article["draft_id"], way.new_article["draft_id"], way.whole)
        before = told.get(key)
        if before is not None:
            certain = certain and before.certain
        told[key] = Crossing(
            relation,
            *ends,
            tree.rounds[tree.column[way.old_article["draft_id"]]].position,
            tree.rounds[tree.column[way.new_article["draft_id"]]].position,
            way.whole,
            bool(certain),
            before.parts + 1 if before else 1,
            _behind(tree, way.old_article) if moved else "",
            _behind(tree, way.new_article) if moved else "",
            _chapters(tree, way) if moved else (),
        )
    yield from _once(told.values())


def _ways(conn: sqlite3.Connection, tree: Tree) -> Iterator[tuple[Relation, bool, _Way]]:
    for old_id, new_id, relation, certain in conn.execute(_CROSSED, (tree.ids,)):
        if old_id not in tree.of or new_id not in tree.of:
            continue
        old, new = tree.of[old_id], tree.of[new_id]
        articles = tree.article(old_id), tree.article(new_id)
        if articles[0] is None or articles[1] is None or not tree.is_step(old, new):
            continue
        yield relation, certain, _Way(old, new, articles[0], articles[1])


def _moved(relation: Relation, way: _Way) -> bool:
    return relation == "moved" and bool(way.old["is_article"] and way.new["is_article"])


def _chapters(tree: Tree, way: _Way) -> tuple[str, ...]:
    """The chapters between which an article moved, by number, or by heading if that is the same."""
    old, new = tree.group(way.old["id"]), tree.group(way.new["id"])
    if old is None or new is None or old["thread_id"] == new["thread_id"]:
        return ()
    if old["number"] and new["number"] and old["number"] != new["number"]:
        return (str(old["number"]), str(new["number"]))
    names = tuple(str(one["heading"] or one["number"]) for one in (old, new))
    return names if names[0] != names[1] else ()


def _behind(tree: Tree, article: sqlite3.Row) -> str:
    """The thread of the article that stands before this one in the same draft."""
    before = [
        row
        for row in tree.of.values()
        if row["is_article"]
        and row["draft_id"] == article["draft_id"]
        and row["ordinal"] < article["ordinal"]
    ]
    return str(before[-1]["thread_id"]) if before else ""


def _once(crossings: Iterable[Crossing]) -> list[Crossing]:
    """Parts that went where a whole article went are told with it."""
    found = list(crossings)
    whole = {(one.old_thread, one.new_thread, one.new_position) for one in found if one.whole}
    kept = [
        replace(one, parts=0) if one.whole else one
        for one in found
        if one.whole or (one.old_thread, one.new_thread, one.new_position) not in whole
    ]
    return kept
