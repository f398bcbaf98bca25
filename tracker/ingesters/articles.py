"""From blocks to provisions, for every convention whose basic unit is the titled article.

In: a `Reading` and the `Grammar` of a convention. Out: a `Draft`. One walk over the blocks, in four
stretches: what stands before the text, the preamble, the articles under their chapters, and what
closes the text (conclusions, annexes). A block that no rule places is kept as `unplaced`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tracker.errors import StructureError
from tracker.ingesters.base import About
from tracker.ingesters.blocks import Block, Note, Openings, gather, of_group
from tracker.ingesters.furniture import as_furniture, furnish
from tracker.ingesters.grammar import CONTAINERS, TITLES, Grammar
from tracker.ingesters.numbering import MARKER, Levels, Number, number_at_start
from tracker.ingesters.titles import ONLY_AGREED, SEPARATOR, Titles, is_title
from tracker.ingesters.tree import AGREED, Node, Tree
from tracker.ingesters.weave import Hyphens, Woven, joined
from tracker.model import Draft, Furniture
from tracker.read import Reading

_OPTION = re.compile(
    r"(?P<num>(?:Option|Alternative|Alt\.|Variant|Variante)\s+(?:\d{1,2}|[A-Z])\b)\s*[.:)]?\s*"
)


def ingest(reading: Reading, about: About, grammar: Grammar) -> Draft:
    """The draft that the reading holds.

    Raises:
        StructureError: there is no article in it.
    """
    lines, furniture = furnish(reading)
    hyphens = Hyphens(lines)
    openings = Openings(MARKER, TITLES)
    blocks = gather(lines, openings, hyphens)
    walk = _Walk(grammar, blocks, hyphens)
    walk.run()
    if not walk.articles:
        raise StructureError(
            f"{reading.name}: no article found under the convention {grammar.name}; "
            "name another convention with --convention"
        )
    return Draft(
        negotiation=about.negotiation,
        symbol=about.symbol,
        date=about.date,
        language=about.language,
        title=walk.title,
        convention=grammar.name,
        source=about.source(reading),
        provisions=walk.tree.provisions(),
        furniture=tuple(
            sorted((*furniture, *walk.furniture), key=lambda f: (f.page, f.start, f.end, f.kind))
        ),
        pages=reading.pages,
        partial=about.partial,
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
        self.article: Node | None = None
        self.option: Node | None = None
        self.outside: tuple[Node | None, list[tuple[str, int]]] = (None, [])
        self.paragraph: Node | None = None
        self.points: list[Node] = []
        self.levels = Levels()
        self.conclusions: Node | None = None
        self.titles = Titles(grammar, blocks)
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
            elif match := self.titles.article(block, self.last_number):
                self._open_article(block, match)
            elif self.articles and self.annex is None and self._concludes(block):
                self._conclude(block)
            else:
                self._place(block)

    def _concludes(self, block: Block) -> bool:
        return self.conclusions is not None or bool(self.grammar.conclusions.match(block.text.text))

    def _front(self) -> None:
        """Everything before the first chapter or article: cover, title, preamble."""
        opens = (self.titles.article(b, "") or self.titles.container(b) for b in self.blocks)
        end = next((n for n, opened in enumerate(opens) if opened), len(self.blocks))
        front = self.blocks[:end]
        begin = next(
            (n for n, b in enumerate(front) if self.grammar.preamble.match(b.text.text)), None
        )
        title = _title_of(front[:begin])
        if begin is None:
            # Without a word that opens it, the preamble is what stands between title and text.
            begin = 1 + max((front.index(block) for block in title), default=len(front) - 1)
        for block in front[:begin]:
            if block in title:
                self._add_title(block)
            else:
                self._keep(block, "cover")
        for block in front[begin:]:
            self._preamble(block)
        self.at = end

    def _add_title(self, block: Block) -> None:
        if not self.title:
            self.tree.open("longTitle", None)
        self.tree.nodes[-1].add(block.text, block.notes)
        self.title = f"{self.title} {block.text.text}".strip()

    def _preamble(self, block: Block) -> None:
        text = block.text.text
        if self.grammar.formula.match(text) or self.grammar.enacting.match(text):
            self.tree.open("formula", None).add(block.text, block.notes)
        elif self.grammar.citation is not None and self.grammar.citation.match(text):
            self.tree.open("citation", None).add(block.text, block.notes)
        else:
            number = number_at_start(text)
            if number and "dash" not in number.values:
                node = self.tree.open("recital", None, block.text.part(0, number.end))
                node.add(block.text.part(number.end), _shifted(block, number.end))
            else:
                self.tree.open("recital", None).add(block.text, block.notes)

    def _keep(self, block: Block, kind: str) -> None:
        self.furniture.extend(as_furniture(line, kind) for line in block.lines)

    # Units

    def _open_annex(self, block: Block, match: re.Match[str]) -> None:
        self._close_article()
        self.containers.clear()
        self.depths.clear()
        self.annex = self.tree.open("attachment", None)
        self._entitle(self.annex, block, match)

    def _open_container(self, block: Block, match: re.Match[str]) -> None:
        kind = next(k for k in CONTAINERS if match[f"kind_{k}"])
        self._close_article()
        above = [node.kind for node in self.containers]
        depth = above.index(kind) if kind in above else self.depths.get(kind, len(above))
        del self.containers[depth:]
        self.depths[kind] = len(self.containers)
        parent = self.containers[-1] if self.containers else self.annex
        node = self.tree.open(kind, parent)
        self.containers.append(node)
        self._entitle(node, block, match)

    def _open_article(self, block: Block, match: re.Match[str]) -> None:
        self._close_article()
        self.articles += 1
        parent = self.containers[-1] if self.containers else self.annex
        self.article = self.tree.open("article", parent)
        self.last_number = match["num"]
        self._entitle(self.article, block, match)

    def _close_article(self) -> None:
        self.article = self.option = self.paragraph = None
        self.points.clear()
        self.levels.clear()

    def _entitle(self, node: Node, block: Block, match: re.Match[str]) -> None:
        """Give a unit its number and heading, from its title's block and the blocks after it."""
        node.num = block.text.part(0, match.end("num"))
        after = match.end("num")
        separator = SEPARATOR.match(block.text.text, after)
        if separator:
            node.num = block.text.part(0, separator.end())
            after = separator.end()
        rest = block.text.part(after)
        if len(block.lines) > 1 and not match["rest"].strip(" .:\u2013\u2014-"):
            self._entitle_from_lines(node, block)
        elif rest and is_title(rest.text):
            node.heading = rest
        elif rest:
            self._place(replace(block, text=rest, notes=_shifted(block, after)))
            return
        self._entitle_from_next(node)

    def _entitle_from_lines(self, node: Node, block: Block) -> None:
        """The lines below the number: a heading as far as they read like one."""
        lines = block.lines[1:]
        cut = next(
            (n for n, line in enumerate(lines) if number_at_start(line.text) is not None),
            len(lines),
        )
        heading = of_group(lines[:cut], self.hyphens) if cut else None
        if heading and (is_title(heading.text.text) or ONLY_AGREED.fullmatch(heading.text.text)):
            node.heading = heading.text
        else:
            cut = 0
        if cut < len(lines):
            self.blocks.insert(self.at, of_group(lines[cut:], self.hyphens))

    def _entitle_from_next(self, node: Node) -> None:
        """Blocks after the title that are its heading, or marks said of it."""
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            text = block.text.text
            if not ONLY_AGREED.fullmatch(text) and not self._is_heading(node, block):
                return
            node.heading = joined((node.heading, block.text), " ")
            self.at += 1

    def _is_heading(self, node: Node, block: Block) -> bool:
        plain = AGREED.sub("", node.heading.text).strip()
        if plain and not (block.emphatic and self._same_print(node, block)):
            return False
        if self.titles.any(block, self.last_number) or number_at_start(block.text.text):
            return False
        if not is_title(block.text.text, small=node.kind != "article"):
            return False
        if _OPTION.match(block.text.text) or self.grammar.conclusions.match(block.text.text):
            return False
        following = self.blocks[self.at + 1] if self.at + 1 < len(self.blocks) else None
        return (
            block.emphatic
            or following is None
            or not is_title(following.text.text)
            or (self.titles.any(following))
        )

    def _same_print(self, node: Node, block: Block) -> bool:
        """Whether a further heading line is printed like the one before: same face, close by."""
        before = self.blocks[self.at - 1]
        return before.emphatic and block.first.bold == before.first.bold and block.first.gap < 1.0

    # What units hold

    def _place(self, block: Block) -> None:
        """A numbered or unnumbered block inside an article or an annex."""
        home = self.option or self.article or self.annex
        if home is None:
            self._keep(block, "unplaced")
            return
        number = number_at_start(block.text.text)
        if match := _OPTION.match(block.text.text):
            self._open_option(home, block, match)
        elif number is None:
            self._place_unnumbered(home, block)
        else:
            if self.option is not None and self._leaves_option(number):
                self._close_option()
                home = self.article or self.annex or home
            self._place_numbered(home, block, number)

    def _open_option(self, home: Node, block: Block, match: re.Match[str]) -> None:
        """An alternative holds what follows it; options side by side stand in the same provision,
        which is a numbered paragraph if its number was just printed ("3. Option 1")."""
        if self.option is not None:
            home = self.option.parent or home
        else:
            self.outside = (self.paragraph, list(self.levels.open))
            last = self.tree.nodes[-1]
            if last is self.paragraph and last.num and not last.text:
                home = last
        self.option = self.tree.open("hcontainer", home, block.text.part(0, match.end("num")))
        self.paragraph = None
        self.points.clear()
        self.levels.clear()
        rest = block.text.part(match.end())
        if rest:
            self._place(replace(block, text=rest, notes=_shifted(block, match.end())))

    def _leaves_option(self, number: Number) -> bool:
        """Whether a number goes on with the count outside the options, not with the one inside."""
        return any(
            number.values.get(style) == value + 1 and number.values.get(style) != inner + 1
            for style, value in self.outside[1][:1]
            for inner in (dict(self.levels.open).get(style, 0),)
        )

    def _close_option(self) -> None:
        self.option = None
        self.paragraph, self.levels.open = self.outside
        self.points.clear()

    def _place_numbered(self, home: Node, block: Block, number: Number) -> None:
        depth = self.levels.place(number, self._next_number())
        printed, rest = _cut_number(block, number)
        if depth == 0 and self._counts_paragraphs(self.levels.open[0][0]):
            self._close_intro(home)
            node = self.paragraph = self.tree.open("paragraph", home, printed)
            self.points.clear()
        else:
            node = self._open_point(home, depth, printed)
        inner = number_at_start(rest.text)
        if _OPTION.match(rest.text):
            self._place(replace(block, text=rest, notes=_shifted(block, number.end)))
        elif inner is not None and "dash" not in inner.values:
            self._place_numbered(home, replace(block, text=rest, notes=()), inner)
        else:
            node.add(rest, _shifted(block, number.end))

    def _counts_paragraphs(self, style: str) -> bool:
        """Whether outermost numbers of this style count paragraphs: "1." does, "(1)" does unless
        it lists points under words of the article ("For the purposes of this text: (1) …")."""
        if style == "(arabic)":
            return self.paragraph is None or bool(self.paragraph.num)
        return style == "arabic"

    def _close_intro(self, home: Node) -> None:
        """Words that led to numbered paragraphs ("For the purposes of this text:") are the
        article's own, not a paragraph beside them."""
        node = self.paragraph
        if (
            node is not None
            and node is self.tree.nodes[-1]
            and node.parent is home
            and not node.num
            and not home.text
            and node.text
            and node.text[-1].text.endswith((":", "\u2014", "\uff1a"))
        ):
            self.tree.nodes.pop()
            home.text, home.notes = node.text, node.notes

    def _open_point(self, home: Node, depth: int, printed: Woven) -> Node:
        """A point below the open paragraph, or below the point that is open one level up."""
        # Where the outermost number counts paragraphs, points begin one level below it.
        numbered = self.paragraph is not None and bool(self.paragraph.num)
        place = max(0, depth - 1 if numbered else depth)
        del self.points[place:]
        parent = self.points[-1] if self.points else self.paragraph or home
        node = self.tree.open("point", parent, printed)
        self.points.append(node)
        return node

    def _next_number(self) -> Number | None:
        for block in islice(self.blocks, self.at, None):
            if self.titles.any(block, self.last_number):
                return None
            number = number_at_start(block.text.text)
            if number:
                return number
        return None

    def _place_unnumbered(self, home: Node, block: Block) -> None:
        if self.points:
            self._after_points(home, block)
        elif self.paragraph is not None and self.paragraph.num:
            self.paragraph.add(block.text, block.notes)
        else:
            self._open_unnumbered(home, block)

    def _open_unnumbered(self, home: Node, block: Block) -> None:
        self.paragraph = self.tree.open("paragraph", home)
        self.paragraph.add(block.text, block.notes)

    def _after_points(self, home: Node, block: Block) -> None:
        """Words after a list close the paragraph that holds it, or begin a new paragraph."""
        last = self.points[-1].text[-1].text if self.points[-1].text else ""
        lower = block.text.text[:1].islower()
        holder = self.paragraph
        if holder is None or (not holder.num and not lower and not last.endswith((";", ","))):
            self.points.clear()
            self.levels.clear()
            self._open_unnumbered(home, block)
            return
        if self.tree.nodes[-1].kind == "wrapUp" and self.tree.nodes[-1].parent is holder:
            self.tree.nodes[-1].add(block.text, block.notes)
        else:
            self.tree.open("wrapUp", holder).add(block.text, block.notes)

    # The end

    def _conclude(self, block: Block) -> None:
        if self.conclusions is None:
            self._close_article()
            self.conclusions = self.tree.open("conclusions", None)
        self.conclusions.add(block.text, block.notes)


def _cut_number(block: Block, number: Number) -> tuple[Woven, Woven]:
    """The number as printed, and the text without it; a bracket opened before it stays there."""
    head = block.text.text[: number.end]
    start = len(head) - len(head.lstrip("[ "))
    rest = block.text.part(number.end)
    if start:
        rest = joined((block.text.part(0, start), rest), "")
    return block.text.part(start, number.end), rest


def _shifted(block: Block, by: int) -> tuple[Note, ...]:
    """The footnote anchors of a block whose text lost its first `by` characters."""
    lead = len(block.text.text[by:]) - len(block.text.text[by:].lstrip())
    return tuple(replace(n, at=max(0, n.at - by - lead)) for n in block.notes)


def _title_of(front: Sequence[Block]) -> list[Block]:
    """The blocks before the preamble that are the title: the last that read like one, together."""
    title: list[Block] = []
    for block in reversed(front):
        if not is_title(block.text.text, small=True):
            if title:
                break
        elif not title or _prints_alike(block, title[0]):
            title.insert(0, block)
        else:
            break
    return title


def _prints_alike(block: Block, other: Block) -> bool:
    """Whether two blocks are one title: the same face, size and page, and no wide gap between."""
    a, b = block.first, other.first
    return (a.page, a.bold, round(a.size)) == (b.page, b.bold, round(b.size)) and b.gap < 1.0
