"""Numbers and headings of titled units, from the block of the title and the blocks after it.

In: a `Cursor` over the blocks, at a block that titles a unit. Out: the unit's number and heading,
the cursor moved past what became heading, and what is left of the title's block for the text.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker.ingesters.marks.status import SAID
from tracker.ingesters.printed import Found
from tracker.ingesters.walk.blocks import Block, of_group
from tracker.ingesters.walk.body import OPTION, cut
from tracker.ingesters.walk.faces import is_bold
from tracker.ingesters.walk.grammar import Grammar
from tracker.ingesters.walk.headings import heading_lines, is_title
from tracker.ingesters.walk.numbering import number_at_start
from tracker.ingesters.walk.titles import ONLY_SAID, SEPARATOR, Titles
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.weave import Hyphens, joined
from tracker.read import Line

LONGEST_BOLD = 120
"""Words of a heading in bold: titles of decisions repeat those of the treaties they are about."""

SHORT = 40
"""Characters at the end of a heading that show whether a stop ends it."""


class Cursor:
    """The blocks of a document, and the next of them to be placed."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.at = 0
        self._rest: Block | None = None

    def take(self) -> Block | None:
        """The next block, None after the last."""
        if self._rest is not None:
            # Nobody asks again for the block that this is the rest of.
            self.blocks[self.at - 1], self._rest = self._rest, None
            return self.blocks[self.at - 1]
        block = self.ahead()
        self.at += block is not None
        return block

    def ahead(self, by: int = 0) -> Block | None:
        """The block that comes after `by` others; the one just taken is `by=-1`."""
        if by == 0 and self._rest is not None:
            return self._rest
        place = self.at + by - (by > 0 and self._rest is not None)
        return self.blocks[place] if 0 <= place < len(self.blocks) else None

    def put_back(self, block: Block) -> None:
        """Make a block, the rest of the one just taken, the next."""
        self._rest = block


class Entitling:
    """Gives units of one document their numbers and headings."""

    def __init__(
        self,
        cursor: Cursor,
        titles: Titles,
        grammar: Grammar,
        hyphens: Hyphens,
        opens: Callable[[Block, Block | None], bool],
    ) -> None:
        """`opens` says of a block, and the one after it, that it opens a unit which `titles` does
        not know."""
        self._cursor = cursor
        self._titles = titles
        self._grammar = grammar
        self._hyphens = hyphens
        self._opens = opens
        self.last_number = ""

    def entitle(self, node: Node, block: Block, match: Found) -> Block | None:
        """Give a unit its number and heading; what is left of the title's block is its text."""
        after = match.end("num")
        separator = SEPARATOR.match(block.head, after)
        if separator:
            after = separator.end()
        below = below_head(block)
        if below and not match["rest"].strip(" .:]\u2013\u2014-"):
            title = of_group(block.lines[: len(block.lines) - len(below)], self._hyphens)
            node.num = title.text
            node.heading_notes.extend(title.notes)
            self._from_lines(node, below)
            self._from_next(node)
            return None
        node.num = block.text.part(0, after)
        rest = cut(block, after)
        if rest.text and not (
            ONLY_SAID.fullmatch(rest.text.text) or self._titles.heads(rest.text.text)
        ):
            return self._from_its_line(node, block, after)
        node.heading = rest.text
        node.heading_notes.extend(block.notes)
        self._from_next(node)
        return None

    def _from_its_line(self, node: Node, block: Block, after: int) -> Block:
        """The text of a title's block, without the heading on the title's own line if it has one
        there."""
        if not self._titles.heads_line(block, after):
            return cut(block, after)
        below = below_head(block)
        above = block.lines[: len(block.lines) - len(below)]
        heading = cut(of_group(above, self._hyphens), after)
        node.heading = heading.text
        node.heading_notes.extend(heading.notes)
        return of_group(below, self._hyphens)

    def _from_lines(self, node: Node, lines: tuple[Line, ...]) -> None:
        """The lines below the number: a heading as far as they read like one, without what sets
        it apart from the number ("- Use of terms"), which is the number's."""
        end = next(
            (n for n, line in enumerate(lines) if number_at_start(line.text) is not None),
            len(lines),
        )
        heading = of_group(lines[:end], self._hyphens) if end else None
        only_said = bool(heading and ONLY_SAID.fullmatch(heading.text.text))
        if heading and not only_said and not reads_as_heading(heading):
            end = heading_lines(lines[:end])
            heading = of_group(lines[:end], self._hyphens) if end else None
        if heading and (only_said or reads_as_heading(heading)):
            heading = _without_separator(node, heading)
            node.heading = heading.text
            node.heading_notes.extend(heading.notes)
        else:
            end = 0
        if end < len(lines):
            self._cursor.put_back(of_group(lines[end:], self._hyphens))

    def _from_next(self, node: Node) -> None:
        """Blocks after the title that are its heading, or marks said of it."""
        block = self._cursor.ahead()
        if block is not None and not node.heading and self._is_dashed(block):
            self._cursor.take()
            self._cursor.put_back(_without_separator(node, block))
        parts = [node.heading]
        headed = _says_more(node.heading.text)
        while (block := self._cursor.ahead()) is not None:
            marks = bool(ONLY_SAID.fullmatch(block.text.text))
            if not marks and not self._is_heading(node, block, headed):
                break
            parts.append(block.text)
            node.heading_notes.extend(block.notes)
            headed = headed or not marks
            self._cursor.take()
        node.heading = joined(parts, " ")

    def _is_dashed(self, block: Block) -> bool:
        """Whether a heading stands behind a dash on the line below the number; a list has another
        dash below."""
        following = self._cursor.ahead(1)
        return (
            following is not None
            and _has_dash(block)
            and not _has_dash(following)
            and len(block.lines) == 1
            and block.first.gap < 1.0
            and SEPARATOR.match(block.text.text) is not None
            and is_title(block.text.text)
        )

    def _is_heading(self, node: Node, block: Block, headed: bool) -> bool:
        if headed and not (block.emphatic and self._same_print(block)):
            return False
        following = self._cursor.ahead(1)
        if self._titles.any(block, self.last_number, following) or self._opens(block, following):
            return False
        if number_at_start(block.text.text):
            return False
        if not reads_as_heading(block, small=node.kind != "article"):
            return False
        if OPTION.match(block.text.text) or self._grammar.conclusions.match(block.text.text):
            return False
        if following is not None and following.text.text[:1].islower() and not block.emphatic:
            return False
        return (
            block.emphatic
            or following is None
            or not is_title(following.text.text)
            or self._titles.any(following)
        )

    def _same_print(self, block: Block) -> bool:
        """Whether a further heading line is printed like the one before: same face and size, close
        by."""
        before = self._cursor.ahead(-1)
        if before is None or not before.emphatic or block.first.gap >= 1.0:
            return False
        last = before.lines[-1]
        alike = is_bold(block.first) == is_bold(last) and block.first.page == last.page
        return alike and round(block.first.size) == round(last.size)


def below_head(block: Block) -> tuple[Line, ...]:
    """The lines of a block below its first, which may be in pieces."""
    n = next((n for n, line in enumerate(block.lines) if n and not line.glued), len(block.lines))
    return block.lines[n:]


def _without_separator(node: Node, heading: Block) -> Block:
    """A heading without what sets it apart from the number, which goes to that."""
    separator = SEPARATOR.match(heading.text.text)
    if separator is None:
        return heading
    node.num = joined((node.num, heading.text.part(0, separator.end())), " ")
    return cut(heading, separator.end())


def _has_dash(block: Block) -> bool:
    number = number_at_start(block.text.text)
    return number is not None and "dash" in number.values


def reads_as_heading(block: Block, *, small: bool = False) -> bool:
    """Whether a block reads like a heading; what is all bold may be longer than others."""
    text = block.text.text
    if is_title(text, small=small):
        return True
    few = len(text.split()) <= LONGEST_BOLD
    return few and all(map(is_bold, block.lines)) and is_title(text[-SHORT:], small=True)


def _says_more(heading: str) -> bool:
    """Whether a heading holds words besides marks of agreement."""
    return bool(SAID.sub("", heading).strip())
