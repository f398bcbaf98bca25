"""From blocks to provisions, for documents that are no treaty: resolutions, decisions, reports.

In: a `Reading` and a `Layout`. Out: a `Draft`. The walk is that over articles, and knows besides:
sections under headings, recitals after "The General Assembly,", numbered paragraphs outside any
article, rows of tables, and all of these again inside an annex, beside a treaty's articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.errors import StructureError
from tracker.ingesters.base import About
from tracker.ingesters.printed import Found, Opens, Wording
from tracker.ingesters.walk import articles
from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.body import cut
from tracker.ingesters.walk.breaks import Openings
from tracker.ingesters.walk.front import last_heading
from tracker.ingesters.walk.grammar import ARTICLE_WORDS, TITLES, UNITS, Grammar
from tracker.ingesters.walk.numbering import number_at_start
from tracker.ingesters.walk.sections import Heading, Sections
from tracker.ingesters.walk.table_rows import by_columns, same_row
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Draft, Furniture
from tracker.read import Reading

SENTENCE = 8
"""Words that, with a full stop, make a sentence and no line of a cover."""

ENACTING = 15
"""Words, at most, of a line that ends the recitals with a colon."""

_TAGGED = re.compile(
    r"(?P<num>\((?P<tag>[A-Z]{2,8})\)\s?(?P<path>\d{1,3}(?:\.\d{1,3}){0,3})"
    r"(?:\.(?=[A-Z][a-z])|\.?(?=\s))"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})\.?(?=\s|$)"
    r"|(?P<either>(?:\[\d{1,3}\]){2,4})\.?(?=\s))"
)
"""Numbers of paragraphs that are no plain count: (ALL)4., 3.7, [4][2]."""

_ARTICLE = Wording(rf"[\[【]?\s?(?:{ARTICLE_WORDS}|第)", re.IGNORECASE)
_LONG_FORMULA = re.compile(r"(?:The|Les?|La|Las?|Los)\b[^.;:]{1,600},$")


class AnyOf:
    """Several patterns as one: what the first of them finds that finds anything."""

    def __init__(self, *patterns: Opens) -> None:
        self._patterns = patterns

    def match(self, text: str, /) -> object:
        """What it finds at the start of the text, or None."""
        found = (pattern.match(text) for pattern in self._patterns)
        return next((match for match in found if match is not None), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a convention says of such documents: its `grammar`; `adoption`, how a line begins that
    tells who adopted or proposed the text; `number`, how a title begins with the document's own
    number; `titles`, what a line matches that titles a unit."""

    grammar: Grammar
    adoption: re.Pattern[str] | None = None
    number: re.Pattern[str] | None = None
    titles: Opens = TITLES


def ingest(reading: Reading, about: About, layout: Layout) -> Draft:
    """The draft that the reading holds.

    Raises:
        StructureError: there is no paragraph in it.
    """
    grammar = layout.grammar
    front = (grammar.preamble, grammar.enacting)
    openings = Openings(layout.titles, UNITS, front, (grammar.preamble,), _TAGGED)
    blocks, furniture, hyphens = articles.prepare(reading, openings, by_columns)
    walk = Walk(layout, blocks, hyphens)
    walk.run()
    if not any(node.kind in ("paragraph", "article", "rule") for node in walk.tree.nodes):
        raise StructureError(
            f"{reading.name}: no paragraph found under the convention {layout.grammar.name}; "
            "name another convention with --convention"
        )
    return walk.draft(reading, about, furniture)


class Walk(articles.Walk):
    """The walk over the blocks of a document."""

    def __init__(self, layout: Layout, blocks: list[Block], hyphens: Hyphens) -> None:
        super().__init__(layout.grammar, blocks, hyphens)
        self.layout = layout
        # Holds what stands in no section; its own become the document's in the end.
        self.root = Node("root", None)
        self.sections = Sections(blocks)
        self._reciting = False
        self._tagged: dict[tuple[str, ...], Node] = {}
        self._before: Block | None = None

    def draft(self, reading: Reading, about: About, furniture: list[Furniture]) -> Draft:
        """What the walk made of the reading."""
        self._dissolve_root()
        return super().draft(reading, about, furniture)

    def _dissolve_root(self) -> None:
        own = [n for n, node in enumerate(self.tree.nodes) if node.parent is self.root]
        for n in own:
            self.tree.nodes[n].parent = None
        if self.root.text:
            intro = Node("paragraph", None, text=self.root.text, notes=self.root.notes)
            self.tree.nodes.insert(own[0] if own else len(self.tree.nodes), intro)

    # The front

    def _front(self) -> None:
        self._drop_contents()
        blocks = self.cursor.blocks
        begin = next((n for n in range(len(blocks)) if self._ends_front(n)), len(blocks))
        title = last_heading(range(begin), blocks, long=True)
        for n, block in enumerate(blocks[:begin]):
            if n in title:
                self._entitle_document(block)
            elif self.layout.adoption is not None and self.layout.adoption.match(block.text.text):
                self.tree.open("preface", None).add(block.text, block.notes)
            else:
                self._keep(block, "cover")
        self.cursor.at = begin
        self._begun = True
        self.body.enter(self.root)

    def _entitle_document(self, block: Block) -> None:
        if not self.title:
            number = self.layout.number.match(block.text.text) if self.layout.number else None
            end = number.end() if number else 0
            node = self.tree.open("longTitle", None, block.text.part(0, end))
            block = cut(block, end)
        else:
            node = next(one for one in self.tree.nodes if one.kind == "longTitle")
        node.add(block.text, block.notes)
        self.title = f"{self.title} {block.text.text}".strip()

    def _ends_front(self, place: int) -> bool:
        blocks = self.cursor.blocks
        block = blocks[place]
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        text = block.text.text
        if self._recites(block) or self.grammar.preamble.match(text):
            return True
        if self.titles.any(block, "", following) or number_at_start(text) or _TAGGED.match(text):
            return True
        heading = self.sections.heading(block, following)
        if heading is not None and heading.style in ("roman", "LETTER", "arabic"):
            return heading.value == 1
        return text.endswith((".", "\u3002")) and len(text.split()) >= SENTENCE

    # Units

    def _opens_unit(self, block: Block) -> bool:
        if super()._opens_unit(block):
            return True
        heading = self._heading(block, self.cursor.ahead())
        if heading is not None:
            self._open_section(block, heading)
        return heading is not None

    def _opens_more(self, block: Block, following: Block | None) -> bool:
        return self._heading(block, following) is not None

    def _heads_more(self, block: Block, following: Block | None) -> bool:
        heading = self._heading(block, following)
        return heading is not None and heading.end > 0

    def _heading(self, block: Block, following: Block | None) -> Heading | None:
        if self.grammar.conclusions.match(block.text.text):
            return None
        heading = self.sections.heading(block, following)
        plain = heading is not None and not heading.style
        return None if plain and self.conclusions is not None else heading

    def _open_section(self, block: Block, heading: Heading) -> None:
        parent = self.sections.parent(heading) or self._chapter()
        kind = "hcontainer" if heading.option else "section"
        node = self.tree.open(kind, parent, block.text.part(0, heading.end))
        rest = cut(block, heading.end)
        node.heading = rest.text
        node.heading_notes.extend(rest.notes)
        following = self.cursor.ahead()
        if not rest.text and not heading.option and following is not None:
            node.heading = following.text
            node.heading_notes.extend(following.notes)
            self.cursor.take()
        self.sections.enter(heading, node)
        self._settle(node)

    def _chapter(self) -> Node | None:
        """What holds a section of the highest level."""
        return super()._home()

    def _home(self) -> Node | None:
        return self.sections.innermost or self._chapter()

    def _open_container(self, block: Block, match: Found) -> None:
        self.sections.clear()
        super()._open_container(block, match)

    def _open_annex(self, block: Block, match: Found) -> None:
        self.sections.clear()
        super()._open_annex(block, match)

    def _enter(self, node: Node, block: Block, match: Found) -> None:
        self._settle(node)
        super()._enter(node, block, match)

    def _settle(self, node: Node | None) -> None:
        """What follows stands in `node`, or in the document itself."""
        self.conclusions = None
        self._reciting = False
        self._tagged.clear()
        self._before = None
        self._sought = None
        self.body.enter(node or self.root)

    def _article_kind(self, num: str) -> str:
        return "article" if _ARTICLE.match(num) else "rule"

    # The text

    def _place(self, block: Block) -> None:
        before, self._before = self._before, block
        if before is not None and same_row(before, block):
            self.tree.nodes[-1].add(block.text, block.notes)
        elif self._opens_preamble(block):
            self._reciting = True
            self.tree.open("formula", self._home()).add(block.text, block.notes)
        elif not (self._reciting and self._recite(block)) and not self._place_tagged(block):
            super()._place(block)

    def _opens_preamble(self, block: Block) -> bool:
        text = block.text.text
        if self.grammar.preamble.match(text):
            return True
        last = self.tree.nodes[-1] if self.tree.nodes else None
        following = self.cursor.ahead()
        fresh = last is not None and last is self._home() and not last.text
        if not fresh or following is None or number_at_start(following.text.text):
            return False
        formula = self.grammar.formula.match(text) or _LONG_FORMULA.match(text)
        return bool(formula) and following.text.text.endswith((",", ";", ":"))

    def _recite(self, block: Block) -> bool:
        """Place a block of a preamble; False where the preamble is over."""
        text = block.text.text
        number = number_at_start(text)
        if (number and "arabic" in number.values) or _TAGGED.match(text):
            return self._cease()
        if number:
            super()._place(block)
            return True
        last = self.tree.nodes[-1]
        following = self.cursor.ahead()
        lists = following is not None and _lists(following)
        short = len(text.split()) <= ENACTING
        enacts = text.endswith((":", "\uff1a")) and short and not lists
        if last.kind == "formula" and self.grammar.formula.match(text):
            self.tree.open("formula", self._home()).add(block.text, block.notes)
        elif enacts or self.grammar.enacting.match(text):
            self.tree.open("formula", self._home()).add(block.text, block.notes)
            self._cease()
        elif text.endswith((".", "\u3002")) and last.kind == "recital":
            # A decision may consist of recitals and one sentence without a number.
            return self._cease()
        else:
            recital = self.tree.open("recital", self._home())
            recital.add(block.text, block.notes)
            self.body.enter(recital)
        return True

    def _cease(self) -> bool:
        self._reciting = False
        self._sought = None
        self.body.enter(self._home() or self.root)
        return False

    def _place_tagged(self, block: Block) -> bool:
        """Place a paragraph whose number is no plain count, inside the one that it refines."""
        text = block.text.text
        match = _TAGGED.match(text)
        if match is None:
            number = number_at_start(text)
            if number and "arabic" in number.values and self._tagged:
                self._tagged.clear()
                self._sought = None
                self.body.enter(self._home() or self.root)
            return False
        if match["either"] and self.sections.leave_options():
            self._settle(self._home())
        path = (match["tag"] or "", *(match["path"] or match["decimal"] or "").split("."))
        parent = self._tagged.get(path[:-1]) or self._home() or self.root
        end = match.end()
        node = self.tree.open("paragraph", parent, block.text.part(0, end))
        self._tagged[path] = node
        rest = cut(block, end)
        self.body.enter(node)
        if number_at_start(rest.text.text):
            super()._place(rest)
        else:
            node.add(rest.text, rest.notes)
        return True


def _lists(block: Block) -> bool:
    """Whether a block begins with the number of a point."""
    number = number_at_start(block.text.text)
    return number is not None and "arabic" not in number.values
