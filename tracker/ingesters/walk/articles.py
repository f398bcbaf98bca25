"""From blocks to provisions, for every convention whose basic unit is the titled article.

In: a `Reading` and the `Grammar` of a convention. Out: a `Draft`. One walk over the blocks, in four
stretches: what stands before the text, the preamble, the articles under their chapters, and what
closes the text (conclusions, annexes). A block that no rule places is kept as `unplaced`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tracker.errors import StructureError
from tracker.ingesters.base import About, assemble
from tracker.ingesters.printed import Found
from tracker.ingesters.walk.annexes import Annexes
from tracker.ingesters.walk.blocks import Block, gather
from tracker.ingesters.walk.body import Body
from tracker.ingesters.walk.breaks import Openings
from tracker.ingesters.walk.entitle import Cursor, Entitling
from tracker.ingesters.walk.front import Front, contents
from tracker.ingesters.walk.furniture import as_furniture, furnish
from tracker.ingesters.walk.grammar import CONTAINERS, TITLES, UNITS, Grammar
from tracker.ingesters.walk.headings import settled
from tracker.ingesters.walk.numbering import Number, number_at_start
from tracker.ingesters.walk.titles import Titles
from tracker.ingesters.walk.tree import Node, Tree
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Draft, Furniture
from tracker.read import Line, Reading


def ingest(reading: Reading, about: About, grammar: Grammar) -> Draft:
    """The draft that the reading holds.

    Raises:
        StructureError: there is no article in it.
    """
    front = (grammar.preamble, grammar.enacting)
    openings = Openings(TITLES, UNITS, front, (grammar.formula,))
    blocks, furniture, hyphens = prepare(reading, openings)
    walk = Walk(grammar, settled(blocks, grammar), hyphens)
    walk.run()
    if not walk.articles:
        raise StructureError(
            f"{reading.name}: no article found under the convention {grammar.name}; "
            "name another convention with --convention"
        )
    return walk.draft(reading, about, furniture)


def prepare(
    reading: Reading,
    openings: Openings,
    ordered: Callable[[Sequence[Line]], list[Line]] = list,
) -> tuple[list[Block], list[Furniture], Hyphens]:
    """The blocks of the text, what is no text, and what is known of broken words; `ordered` puts
    the lines in the order in which they are to be read."""
    lines, furniture = furnish(reading)
    lines = ordered(lines)
    hyphens = Hyphens(lines)
    noted = {piece.page for piece in furniture if piece.kind == "footnote"}
    return gather(lines, openings, hyphens, noted), furniture, hyphens


class _Sought(NamedTuple):
    """The number that comes next for the blocks from `start` to `stop`."""

    start: int
    stop: int
    number: Number | None


class Walk:
    """The walk over the blocks, with what is open at each moment."""

    def __init__(self, grammar: Grammar, blocks: list[Block], hyphens: Hyphens) -> None:
        self.grammar = grammar
        self.cursor = Cursor(blocks)
        self.tree = Tree()
        self.furniture: list[Furniture] = []
        self.title = ""
        self.articles = 0
        self.containers: list[Node] = []
        self.depths: dict[str, int] = {}
        self.annexes = Annexes()
        self.annex: Node | None = None
        self.conclusions: Node | None = None
        self.titles = Titles(grammar, blocks)
        self.entitling = Entitling(self.cursor, self.titles, grammar, hyphens, self._heads_more)
        self.body = Body(self.tree, self._next_number)
        self._begun = False
        self._here = 0
        self._sought: _Sought | None = None
        self._first_recital: int | None = None

    def run(self) -> None:
        """Place every block."""
        self._front()
        while (block := self.cursor.take()) is not None:
            self._step(block)

    def draft(self, reading: Reading, about: About, furniture: list[Furniture]) -> Draft:
        """What the walk made of the reading."""
        return assemble(
            reading,
            about,
            convention=self.grammar.name,
            title=self.title,
            provisions=self.tree.provisions(),
            furniture=(*furniture, *self.furniture),
        )

    # The walk

    def _step(self, block: Block) -> None:
        if self._opens_unit(block):
            return
        if (self.annex is None or self._here) and self._begun and self._concludes(block):
            self._conclude(block)
        else:
            self._place(block)

    def _opens_unit(self, block: Block) -> bool:
        """Open what the block titles, if it titles anything."""
        if self._begun and (match := self.titles.annex(block)):
            self._open_annex(block, match)
        elif match := self.titles.container(block):
            self._open_container(block, match)
        elif match := self._titles_article(block):
            self._open_article(block, match)
        else:
            return False
        self._begun = True
        return True

    def _opens_more(self, block: Block, following: Block | None) -> bool:
        """Whether a block opens a unit that the grammar does not know."""
        return False

    def _heads_more(self, block: Block, following: Block | None) -> bool:
        """Whether it does so with a number."""
        return False

    def _titles_article(self, block: Block) -> Found | None:
        return self.titles.article(block, self.entitling.last_number, self.cursor.ahead())

    def _front(self) -> None:
        blocks = self.cursor.blocks
        self._drop_contents()
        begin = next((n for n in range(len(blocks)) if self._ends_front(n)), len(blocks))
        front = Front(self.grammar, self.titles, self.tree)
        following = blocks[begin] if begin < len(blocks) else None
        for block in front.place(blocks[:begin], following):
            self._keep(block, "cover")
        self.cursor.at = begin
        # After a preamble an annex may come first, and hold the articles.
        self._begun = following is not None and bool(self.titles.annex(following))
        self.title = front.title

    def _drop_contents(self) -> None:
        blocks = self.cursor.blocks
        listed = contents(blocks, self.titles, self.grammar)
        for block in blocks[listed.start : listed.stop]:
            self._keep(block, "contents")
        del blocks[listed.start : listed.stop]

    def _ends_front(self, place: int) -> bool:
        blocks = self.cursor.blocks
        block = blocks[place]
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if self.titles.article(block, "", following) or self.titles.container(block):
            return True
        if place == 0 or self.titles.annex(block) is None:
            return False
        return self._recital() < place

    def _recital(self) -> int:
        """The place of the first block that is a preamble's own, past the last if there is none."""
        if self._first_recital is None:
            blocks = self.cursor.blocks
            places = (n for n, block in enumerate(blocks) if self._recites(block))
            self._first_recital = next(places, len(blocks))
        return self._first_recital

    def _recites(self, block: Block) -> bool:
        """Whether a block is a preamble's own."""
        text = block.text.text
        return bool(self.grammar.formula.match(text) or self.grammar.enacting.match(text))

    def _keep(self, block: Block, kind: str) -> None:
        self.furniture.extend(as_furniture(line, kind) for line in block.lines)

    def _place(self, block: Block) -> None:
        if not self.body.place(block):
            self._keep(block, "unplaced")

    def _next_number(self) -> Number | None:
        """The next number before the next title: sought once for all blocks before it."""
        known = self._sought
        if known is None or not known.start <= self.cursor.at <= known.stop:
            known = self._sought = self._seek()
        return known.number

    def _seek(self) -> _Sought:
        blocks, start = self.cursor.blocks, self.cursor.at
        for at in range(start, len(blocks)):
            block = blocks[at]
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if self.titles.any(block, self.entitling.last_number, following):
                return _Sought(start, at, None)
            if self._opens_more(block, following):
                return _Sought(start, at, None)
            if number := number_at_start(block.text.text):
                return _Sought(start, at, number)
        return _Sought(start, len(blocks), None)

    # Units

    def _open_annex(self, block: Block, match: Found) -> None:
        self.containers.clear()
        self.depths.clear()
        self.entitling.last_number = ""
        self._here = 0
        num = match["num"]
        self.annex = self.tree.open("attachment", self.annexes.parent(num))
        self.annexes.enter(self.annex, num)
        self._enter(self.annex, block, match)

    def _open_container(self, block: Block, match: Found) -> None:
        kind = next(k for k in CONTAINERS if match[f"kind_{k}"])
        above = [node.kind for node in self.containers]
        depth = above.index(kind) if kind in above else self.depths.get(kind, len(above))
        del self.containers[depth:]
        self.depths[kind] = len(self.containers)
        node = self.tree.open(kind, self._home())
        self.containers.append(node)
        self._enter(node, block, match)

    def _open_article(self, block: Block, match: Found) -> None:
        self.articles += 1
        self._here += 1
        self.entitling.last_number = match["num"]
        self._enter(self.tree.open(self._article_kind(match["num"]), self._home()), block, match)

    def _article_kind(self, num: str) -> str:
        return "article"

    def _home(self) -> Node | None:
        """What holds an article that opens now."""
        return self.containers[-1] if self.containers else self.annex

    def _enter(self, node: Node, block: Block, match: Found) -> None:
        """What follows stands in `node`. A protocol may be printed after a treaty's conclusions."""
        self.conclusions = None
        self._sought = None
        self.body.enter(node)
        rest = self.entitling.entitle(node, block, match)
        if rest is not None:
            self._place(self._without_heading(node, rest))

    def _without_heading(self, node: Node, rest: Block) -> Block:
        """The text that follows a title in its block, without a heading before its sentence."""
        return rest

    # The end

    def _concludes(self, block: Block) -> bool:
        return self.conclusions is not None or bool(self.grammar.conclusions.match(block.text.text))

    def _conclude(self, block: Block) -> None:
        if self.conclusions is None:
            self.body.enter(None)
            self.conclusions = self.tree.open("conclusions", self.annex)
        self.conclusions.add(block.text, block.notes)
