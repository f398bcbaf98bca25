"""From blocks to provisions, for every convention whose basic unit is the titled article.

In: a `Reading` and the `Grammar` of a convention. Out: a `Draft`. One walk over the blocks, in four
stretches: what stands before the text, the preamble, the articles under their chapters, and what
closes the text (conclusions, annexes). A block that no rule places is kept as `unplaced`.
"""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise

from tracker.errors import StructureError
from tracker.ingesters.base import About, assemble
from tracker.ingesters.blocks import Block, Openings, gather, of_group
from tracker.ingesters.body import OPTION, Body, cut
from tracker.ingesters.front import Front, contents
from tracker.ingesters.furniture import as_furniture, furnish
from tracker.ingesters.grammar import CONTAINERS, TITLES, UNITS, Grammar
from tracker.ingesters.numbering import Number, number_at_start
from tracker.ingesters.titles import ONLY_AGREED, SEPARATOR, Titles, is_title
from tracker.ingesters.tree import AGREED, Node, Tree
from tracker.ingesters.weave import Hyphens, joined
from tracker.model import Draft, Furniture
from tracker.read import Reading


def ingest(reading: Reading, about: About, grammar: Grammar) -> Draft:
    """The draft that the reading holds.

    Raises:
        StructureError: there is no article in it.
    """
    lines, furniture = furnish(reading)
    hyphens = Hyphens(lines)
    openings = Openings(TITLES, UNITS, (grammar.preamble, grammar.enacting), (grammar.formula,))
    blocks = gather(lines, openings, hyphens)
    walk = _Walk(grammar, blocks, hyphens)
    walk.run()
    if not walk.articles:
        raise StructureError(
            f"{reading.name}: no article found under the convention {grammar.name}; "
            "name another convention with --convention"
        )
    return assemble(
        reading,
        about,
        convention=grammar.name,
        title=walk.title,
        provisions=walk.tree.provisions(),
        furniture=(*furniture, *walk.furniture),
    )


class _Walk:
    """The walk over the blocks, with what is open at each moment."""

    def __init__(self, grammar: Grammar, blocks: list[Block], hyphens: Hyphens) -> None:
        self.grammar = grammar
        self.blocks = blocks
        self.hyphens = hyphens
        self.tree = Tree()
        self.furniture: list[Furniture] = []
        self.title = ""
        self.articles = 0
        self.last_number = ""
        self.containers: list[Node] = []
        self.depths: dict[str, int] = {}
        self.annex: Node | None = None
        self.conclusions: Node | None = None
        self.titles = Titles(grammar, blocks)
        self.body = Body(self.tree, self._next_number)
        self.at = 0

    # The walk

    def run(self) -> None:
        """Place every block."""
        self._front()
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            self.at += 1
            if self.articles and (match := self.titles.annex(block)):
                self._open_annex(block, match)
            elif match := self.titles.container(block):
                self._open_container(block, match)
            elif match := self._titles_article(block):
                self._open_article(block, match)
            elif self.articles and self.annex is None and self._concludes(block):
                self._conclude(block)
            else:
                self._place(block)

    def _titles_article(self, block: Block) -> re.Match[str] | None:
        following = self.blocks[self.at] if self.at < len(self.blocks) else None
        return self.titles.article(block, self.last_number, following)

    def _front(self) -> None:
        listed = contents(self.blocks, self.titles, self.grammar)
        for block in self.blocks[listed.start : listed.stop]:
            self._keep(block, "contents")
        del self.blocks[listed.start : listed.stop]
        pairs = pairwise(chain(self.blocks, (None,)))
        opens = (
            block and (self.titles.article(block, "", following) or self.titles.container(block))
            for block, following in pairs
        )
        self.at = next((n for n, opened in enumerate(opens) if opened), len(self.blocks))
        front = Front(self.grammar, self.titles, self.tree)
        following = self.blocks[self.at] if self.at < len(self.blocks) else None
        for block in front.place(self.blocks[: self.at], following):
            self._keep(block, "cover")
        self.title = front.title

    def _keep(self, block: Block, kind: str) -> None:
        self.furniture.extend(as_furniture(line, kind) for line in block.lines)

    def _place(self, block: Block) -> None:
        if not self.body.place(block):
            self._keep(block, "unplaced")

    def _next_number(self) -> Number | None:
        for block, following in pairwise(chain(islice(self.blocks, self.at, None), (None,))):
            if block is None or self.titles.any(block, self.last_number, following):
                return None
            number = number_at_start(block.text.text)
            if number:
                return number
        return None

    # Units

    def _open_annex(self, block: Block, match: re.Match[str]) -> None:
        self.containers.clear()
        self.depths.clear()
        self.last_number = ""
        self.annex = self.tree.open("attachment", None)
        self._enter(self.annex, block, match)

    def _open_container(self, block: Block, match: re.Match[str]) -> None:
        kind = next(k for k in CONTAINERS if match[f"kind_{k}"])
        above = [node.kind for node in self.containers]
        depth = above.index(kind) if kind in above else self.depths.get(kind, len(above))
        del self.containers[depth:]
        self.depths[kind] = len(self.containers)
        parent = self.containers[-1] if self.containers else self.annex
        node = self.tree.open(kind, parent)
        self.containers.append(node)
        self._enter(node, block, match)

    def _open_article(self, block: Block, match: re.Match[str]) -> None:
        self.articles += 1
        parent = self.containers[-1] if self.containers else self.annex
        self.last_number = match["num"]
        self._enter(self.tree.open("article", parent), block, match)

    def _enter(self, node: Node, block: Block, match: re.Match[str]) -> None:
        """What follows stands in `node`. A protocol may be printed after a treaty's conclusions."""
        self.conclusions = None
        self.body.enter(node)
        self._entitle(node, block, match)

    def _entitle(self, node: Node, block: Block, match: re.Match[str]) -> None:
        """Give a unit its number and heading, from its title's block and the blocks after it."""
        after = match.end("num")
        separator = SEPARATOR.match(block.text.text, after)
        if separator:
            after = separator.end()
        node.num = block.text.part(0, after)
        rest = cut(block, after)
        if len(block.lines) > 1 and not match["rest"].strip(" .:]\u2013\u2014-"):
            node.heading_notes.extend(of_group(block.lines[:1], self.hyphens).notes)
            self._entitle_from_lines(node, block)
        elif rest.text and not is_title(rest.text.text):
            self._place(rest)
            return
        else:
            node.heading = rest.text
            node.heading_notes.extend(block.notes)
        self._entitle_from_next(node)

    def _entitle_from_lines(self, node: Node, block: Block) -> None:
        """The lines below the number: a heading as far as they read like one."""
        lines = block.lines[1:]
        end = next(
            (n for n, line in enumerate(lines) if number_at_start(line.text) is not None),
            len(lines),
        )
        heading = of_group(lines[:end], self.hyphens) if end else None
        if heading and (is_title(heading.text.text) or ONLY_AGREED.fullmatch(heading.text.text)):
            node.heading = heading.text
            node.heading_notes.extend(heading.notes)
        else:
            end = 0
        if end < len(lines):
            self.blocks.insert(self.at, of_group(lines[end:], self.hyphens))

    def _entitle_from_next(self, node: Node) -> None:
        """Blocks after the title that are its heading, or marks said of it."""
        parts = [node.heading]
        headed = _says_more(node.heading.text)
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            marks = bool(ONLY_AGREED.fullmatch(block.text.text))
            if not marks and not self._is_heading(node, block, headed):
                break
            parts.append(block.text)
            node.heading_notes.extend(block.notes)
            headed = headed or not marks
            self.at += 1
        node.heading = joined(parts, " ")

    def _is_heading(self, node: Node, block: Block, headed: bool) -> bool:
        if headed and not (block.emphatic and self._same_print(block)):
            return False
        following = self.blocks[self.at + 1] if self.at + 1 < len(self.blocks) else None
        if self.titles.any(block, self.last_number, following):
            return False
        if number_at_start(block.text.text):
            return False
        if not is_title(block.text.text, small=node.kind != "article"):
            return False
        if OPTION.match(block.text.text) or self.grammar.conclusions.match(block.text.text):
            return False
        if following is not None and following.text.text[:1].islower() and not block.emphatic:
            return False
        return (
            block.emphatic
            or following is None
            or not is_title(following.text.text)
            or (self.titles.any(following))
        )

    def _same_print(self, block: Block) -> bool:
        """Whether a further heading line is printed like the one before: same face, close by."""
        before = self.blocks[self.at - 1]
        return before.emphatic and block.first.bold == before.first.bold and block.first.gap < 1.0

    # The end

    def _concludes(self, block: Block) -> bool:
        return self.conclusions is not None or bool(self.grammar.conclusions.match(block.text.text))

    def _conclude(self, block: Block) -> None:
        if self.conclusions is None:
            self.body.enter(None)
            self.conclusions = self.tree.open("conclusions", None)
        self.conclusions.add(block.text, block.notes)


def _says_more(heading: str) -> bool:
    """Whether a heading holds words besides marks of agreement."""
    return bool(AGREED.sub("", heading).strip())
