"""Texts that come parted by article, as JSON: what the file says is a chapter, an article, a
heading is one.

In: a reading of the format `json`, whose lines say what they are. Out: a draft with its title,
recitals, chapters, articles, and in these the numbered paragraphs and points that the text shows.
Nothing is guessed about where an article begins, so any treaty fits, whatever its wording.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import groupby

from tracker.ingesters.base import About
from tracker.ingesters.walk.blocks import Block, gather, of_group
from tracker.ingesters.walk.body import Body, next_numbers
from tracker.ingesters.walk.breaks import Openings
from tracker.ingesters.walk.furniture import furnish
from tracker.ingesters.walk.grammar import CONTAINER, CONTAINERS
from tracker.ingesters.walk.titles import SEPARATOR
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.walked import Walk
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Draft
from tracker.read import Line, Reading
from tracker.read.articles_json import ARTICLE, DOCUMENT, HEADING, HOLDER, PREAMBLE

TITLES = frozenset((DOCUMENT, HOLDER, ARTICLE, HEADING))
_OPENINGS = Openings(re.compile(r"(?!)"), re.compile(""), (), ())
"""No line of a text titles anything: the file has titled all there is."""


class Articles:
    """The convention of texts that come parted by article."""

    name = "articles"

    def score(self, reading: Reading) -> float:
        """Sure of its own format, and of no other."""
        return 1.0 if reading.format == "json" else 0.0

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        lines, furniture = furnish(reading)
        walk = _Walk(Hyphens(lines))
        for style, found in groupby(lines, key=lambda line: line.style):
            walk.take(style, list(found))
        walk.close()
        return walk.draft(reading, about, self.name, furniture)


class _Walk(Walk):
    """The walk over runs of lines of one style, with what is open at each moment."""

    def __init__(self, hyphens: Hyphens) -> None:
        super().__init__()
        self.hyphens = hyphens
        self.holders: list[Node] = []
        self.article: Node | None = None
        self.text: list[Line] = []

    def take(self, style: str, lines: Sequence[Line]) -> None:
        """Place lines of one style; those of a text wait until the text has ended."""
        if style not in TITLES and style != PREAMBLE:
            self.text.extend(lines)
            return
        self.close()
        if style == PREAMBLE:
            for block in gather(lines, _OPENINGS, self.hyphens):
                self.tree.open("recital", None).add(block.text, block.notes)
        elif style == HOLDER:
            for line in lines:
                self._hold(of_group([line], self.hyphens))
        elif style == ARTICLE:
            home = self.holders[-1] if self.holders else None
            for line in lines:
                self.article = self.tree.open("article", home, of_group([line], self.hyphens).text)
        else:
            self._entitle(style, of_group(lines, self.hyphens))

    def close(self) -> None:
        """Place the text of the article that is open."""
        blocks = gather(self.text, _OPENINGS, self.hyphens)
        self.text = []
        following = deque(next_numbers(blocks, [0] * len(blocks)))
        body = Body(self.tree, lambda: following[0])
        body.enter(self.article)
        for block in blocks:
            following.popleft()
            body.place(block)

    def _entitle(self, style: str, block: Block) -> None:
        """The heading of the article that is open, or the title of the whole."""
        if style == HEADING and self.article is not None:
            self.article.heading = block.text
            self.article.heading_notes.extend(block.notes)
        else:
            self.tree.open("longTitle", None).add(block.text, block.notes)
            self.title = block.text.text

    def _hold(self, block: Block) -> None:
        """Open a chapter or a section; a line without a number heads the one above it."""
        match = CONTAINER.match(block.text.text)
        last = self.tree.nodes[-1] if self.tree.nodes else None
        if match is None and last in self.holders and last is not None and not last.heading:
            last.heading = block.text
            last.heading_notes.extend(block.notes)
            return
        kind = "chapter"
        if match is not None:
            kind = next(k for k in CONTAINERS if match[f"kind_{k}"])
        above = [node.kind for node in self.holders]
        del self.holders[above.index(kind) if kind in above else len(above) :]
        node = self.tree.open(kind, self.holders[-1] if self.holders else None)
        self.holders.append(node)
        end = 0
        if match is not None:
            separator = SEPARATOR.match(block.text.text, match.end("num"))
            end = separator.end() if separator else match.end("num")
            node.num = block.text.part(0, end)
        node.heading = block.text.part(end)
        node.heading_notes.extend(block.notes)
