"""Other tools, each asked for pairs of provisions in the way that serves it best.

In: two `Text`s. Out: pairs of places. `TOOLS` names them; `Tool.missing` says what is not
installed. They are no part of the product: `requirements-dev.txt` lists them.

None of them aligns provisions, so each is given what it can use: the provisions' words without
numbers, marks and mark-up, cut at the provisions, in the form (tree, lines, files) that it takes.
Settings are those with which it did best on the public sets.
"""

from __future__ import annotations

import importlib.metadata
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

import numpy as np
from bench_align_git import moved_blocks, renamed_files, version
from bench_align_text import Pair, Text, carried
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist
from scipy.optimize import linear_sum_assignment


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name in the table, the distribution it comes in (`""`: none, it is here), what
    was asked of it, and the function that asks."""

    name: str
    distribution: str
    how: str
    pairs: Callable[[Text, Text], set[Pair]]

    @property
    def version(self) -> str:
        """The version at hand, `""` if it is not installed or has none."""
        if self.distribution == "git":
            return version() if shutil.which("git") else ""
        try:
            return importlib.metadata.version(self.distribution) if self.distribution else ""
        except importlib.metadata.PackageNotFoundError:
            return ""

    @property
    def missing(self) -> bool:
        """Whether it is not installed."""
        return bool(self.distribution) and not self.version


def one_to_one(old: Text, new: Text, floor: float = 0.4) -> set[Pair]:
    """The likeness of the words (Indel), and the assignment of the greatest sum, level by level."""
    code: dict[str, str] = {}
    olds, news = old.levels(), new.levels()
    found = set()
    for kind in olds.keys() & news.keys():
        rows, columns = (
            ["".join(code.setdefault(w, chr(0xF0000 + len(code))) for w in t.whole[p]) for p in ps]
            for t, ps in ((old, olds[kind]), (new, news[kind]))
        )
        like = cdist(rows, columns, scorer=Indel.normalized_similarity)
        like = np.where(like < floor, 0.0, like)
        for r, c in zip(*linear_sum_assignment(like, maximize=True), strict=True):
            if like[r, c]:
                found.add((olds[kind][r], news[kind][c]))
    return found


def redlines(old: Text, new: Text, share: float = 0.45) -> set[Pair]:
    """The comparison of the whole texts, a paragraph a provision; its equal words carry links."""
    from redlines import Redlines
    from redlines.processor import concatenate_paragraphs_and_add_chr_182, tokenize_text

    texts = ["\n".join(" ".join(own) for own in t.own if own) for t in (old, new)]
    owners = []
    for text, t in zip(texts, (old, new), strict=True):
        place, filled = 0, [n for n, own in enumerate(t.own) if own]
        marks = []
        for token in tokenize_text(concatenate_paragraphs_and_add_chr_182(text)):
            ends = token.strip() == "¶"
            place += ends
            marks.append(-1 if ends else filled[place])
        owners.append(marks)
    shared: Counter[Pair] = Counter()
    for tag, i, i_end, j, _ in Redlines(texts[0], texts[1]).opcodes:
        if tag == "equal":
            shared.update((owners[0][i + n], owners[1][j + n]) for n in range(i_end - i))
    return carried(old, new, Counter({p: c for p, c in shared.items() if -1 not in p}), share)


def xmldiff(old: Text, new: Text, **settings: Any) -> set[Pair]:
    """The match of its nodes, of a tree that has provisions for nodes and nothing else."""
    from lxml import etree
    from xmldiff.diff import Differ

    trees = [etree.fromstring(_tree(t)) for t in (old, new)]
    differ = Differ(best_match=True, **settings)
    differ.set_trees(*trees)
    # It copies the old tree; the copy's nodes stand in the same order.
    places = [{n: at - 1 for at, n in enumerate(t.iter())} for t in (differ.left, trees[1])]
    matches = ((places[0][a], places[1][b]) for a, b, _ in differ.match())
    return {(i, j) for i, j in matches if i >= 0 and j >= 0}


def _tree(text: Text) -> str:
    inner: dict[int, list[int]] = {}
    for place, parent in enumerate(text.parents):
        inner.setdefault(parent, []).append(place)

    def element(place: int) -> str:
        within = "".join(element(child) for child in inner.get(place, ()))
        kind, own = text.kinds[place], escape(" ".join(text.own[place]))
        return f"<{kind}>{own}{within}</{kind}>"

    return f"<text>{''.join(element(place) for place in inner.get(-1, ()))}</text>"


def apted(old: Text, new: Text, floor: float = 0.5) -> set[Pair]:
    """The mapping of the least tree edit distance; what a change of words costs is how unlike
    they are."""
    from apted import APTED, Config

    class Costs(Config):
        """Whole numbers: it compares sums for equality when it reads the mapping off."""

        def delete(self, node: Any) -> int:
            return 1000

        insert = delete

        def rename(self, node1: Any, node2: Any) -> int:
            like = Indel.normalized_similarity(node1.words, node2.words)
            return round(2000 * (1 - like))

    roots = [_nodes(t) for t in (old, new)]
    mapping = APTED(*roots, Costs()).compute_edit_mapping()
    return {
        (a.place, b.place)
        for a, b in mapping
        if a is not None and b is not None and a.place >= 0 and b.place >= 0
        if Indel.normalized_similarity(a.words, b.words) >= floor
    }


@dataclass(slots=True)
class _Node:
    place: int
    words: tuple[str, ...]
    children: list[_Node]


def _nodes(text: Text) -> _Node:
    nodes = [_Node(place, own, []) for place, own in enumerate(text.own)]
    root = _Node(-1, (), [])
    for node, parent in zip(nodes, text.parents, strict=True):
        (nodes[parent] if parent >= 0 else root).children.append(node)
    return root


TOOLS = {
    tool.name: tool
    for tool in (
        Tool("word similarity, one to one", "", "baseline: rapidfuzz, scipy", one_to_one),
        Tool("git, moved blocks", "git", "diff --color-moved=zebra, a line a word", moved_blocks),
        Tool("git, renames", "git", "diff -M40% -C40%, a file a provision", renamed_files),
        Tool("redlines", "redlines", "whole texts, its equal words", redlines),
        Tool(
            "xmldiff",
            "xmldiff",
            "match of nodes, best_match, F=0.7",
            partial(xmldiff, F=0.7, ratio_mode="fast"),
        ),
        Tool(
            "xmldiff, accurate",
            "xmldiff",
            "match of nodes, best_match, F=0.5",
            partial(xmldiff, F=0.5, ratio_mode="accurate"),
        ),
        Tool("apted", "apted", "mapping of tree edit distance", apted),
    )
}
"""By name, as the table lists them."""
