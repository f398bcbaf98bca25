"""What an article, a chapter or an annex holds: options, paragraphs, points and words after them.

In: blocks, one after the other, and the provision that holds them. Out: provisions in the `Tree`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tracker.ingesters.marks.options import OPTION as OPTION
from tracker.ingesters.marks.proponents import is_position
from tracker.ingesters.marks.status import SAID
from tracker.ingesters.walk.blocks import Block, Note
from tracker.ingesters.walk.numbering import Levels, Number, number_at_start
from tracker.ingesters.walk.tree import Node, Tree
from tracker.ingesters.walk.weave import Woven, joined

DEEPEST = 6
"""Numbers at the start of one block ("1. (a) (i) …"); what looks like a further one is text."""

RENUMBERED = re.compile(
    r"\[\s?(?:\d{1,3}(?:\s?(?:bis|ter|quater))?\.?|\(\w{1,4}(?:\s(?:bis|ter|quater))?\)|[A-Za-z]\.)"
    r"\s?\]\s{1,3}"
)
"""The number that a paragraph had before, printed before its number: "[12.] 13."."""

_CLOSES = re.compile(r"[\]\uff3d\u3011](?:\s?[\]\uff3d\u3011]){0,9}\.?")
"""Brackets that close what stands above them."""

_ONLY_SAID = re.compile(rf"(?:(?:{SAID.pattern})\s*)+\.?", re.IGNORECASE)


class Body:
    """The provision that is open, and what is open inside it."""

    def __init__(self, tree: Tree, following: Callable[[], Number | None]) -> None:
        """`following` tells the next number in the document, before the next title."""
        self._tree = tree
        self._following = following
        self._unit: Node | None = None
        self._option: Node | None = None
        self._outside: tuple[Node | None, list[tuple[str, int]]] = (None, [])
        self._paragraph: Node | None = None
        self._points: list[Node] = []
        self._levels = Levels()

    def enter(self, unit: Node | None) -> None:
        """Close all that is open; what follows stands in `unit`."""
        self._unit = unit
        self._option = self._paragraph = None
        self._points.clear()
        self._levels.clear()

    def place(self, block: Block) -> bool:
        """Give a block its place; False if nothing is open that could hold it."""
        if self._option is None and self._unit is None:
            return False
        said = block.text.text.strip()
        if _ONLY_SAID.fullmatch(said) or _CLOSES.fullmatch(said) or is_position(said):
            # Said of what stands above it: no paragraph.
            self._tree.nodes[-1].add(block.text, block.notes)
            return True
        for _ in range(DEEPEST):
            rest = self._step(block)
            if rest is None:
                return True
            block = rest
        self._tree.nodes[-1].add(block.text, block.notes)
        return True

    def _step(self, block: Block) -> Block | None:
        """Place a block up to its first number; what follows that is to be placed next."""
        home = self._option or self._unit
        assert home is not None
        if (match := OPTION.match(block.text.text)) and not _goes_on(block.text.text, match):
            return self._open_option(home, block, match)
        own = RENUMBERED.match(block.text.text)
        if own and number_at_start(block.text.text[own.end() :]):
            return self._renumber(block, own)
        number, kept = _number(block.text.text, own)
        if number is None:
            self._place_unnumbered(home, block)
            return None
        if self._option is not None and self._leaves_option(number):
            self._close_option()
            home = self._unit or home
        return self._place_numbered(home, block, number, kept)

    def _renumber(self, block: Block, match: re.Match[str]) -> Block:
        """Keep the former number as a note on the provision that the block opens."""
        printed = block.text.part(0, match.end())
        rest = cut(block, match.end())
        return replace(rest, notes=(Note(0, printed), *rest.notes))

    def _open_option(self, home: Node, block: Block, match: re.Match[str]) -> Block | None:
        """An alternative holds what follows it; options side by side stand in the same provision,
        which is a numbered paragraph if its number was just printed ("3. Option 1")."""
        if self._option is not None:
            home = self._option.parent or home
        else:
            self._outside = (self._paragraph, list(self._levels.open))
            last = self._tree.nodes[-1]
            if last is self._paragraph and last.num and not any(last.text):
                home = last
        # "[Option 3]" is its number; the bracket of "[Option 3: …]" is its text's, that of
        # "[Option 3" on a line of its own is around both.
        alone = block.head.strip() == match.group().strip()
        closed = match["num"].rstrip(" .:)").endswith("]")
        start = 0 if closed or alone else match.start("num")
        printed = block.text.part(start, match.end("num"))
        self._option = self._tree.open("hcontainer", home, printed)
        self._paragraph = None
        self._points.clear()
        self._levels.clear()
        rest = cut(block, match.end(), start)
        if rest.text:
            return rest
        self._option.heading_notes.extend(rest.notes)
        return None

    def _leaves_option(self, number: Number) -> bool:
        """Whether a number goes on with the count outside the options, not with the one inside."""
        return any(
            number.values.get(style) == value + 1 and number.values.get(style) != inner + 1
            for style, value in self._outside[1][:1]
            for inner in (dict(self._levels.open).get(style, 0),)
        )

    def _close_option(self) -> None:
        self._option = None
        self._paragraph, self._levels.open = self._outside
        self._points.clear()

    def _place_numbered(self, home: Node, block: Block, number: Number, kept: int) -> Block | None:
        """Open the provision of a number; the first `kept` characters before it are the text's."""
        depth = self._levels.place(number, self._following())
        printed, rest = block.text.part(kept, number.end), cut(block, number.end, kept)
        if depth == 0 and self._counts_paragraphs(self._levels.open[0][0]):
            self._close_intro(home)
            node = self._paragraph = self._tree.open("paragraph", home, printed)
            self._points.clear()
        else:
            node = self._open_point(home, depth, printed)
        inner = number_at_start(rest.text.text)
        if OPTION.match(rest.text.text) or (inner is not None and "dash" not in inner.values):
            return rest
        node.add(rest.text, rest.notes)
        return None

    def _counts_paragraphs(self, style: str) -> bool:
        """Whether outermost numbers of this style count paragraphs: "1." does, "(1)" does unless
        it lists points under words of the article ("For the purposes of this text: (1) …")."""
        if style == "(arabic)":
            return self._paragraph is None or bool(self._paragraph.num)
        return style in ("hanzi", "§") or style.startswith("arabic")

    def _close_intro(self, home: Node) -> None:
        """Words that led to numbered paragraphs ("For the purposes of this text:") are the
        article's own, not a paragraph beside them."""
        node = self._paragraph
        if (
            node is not None
            and node.parent is home
            and not self._holds_more(home)
            and not node.num
            and not home.text
            and node.text
            and node.text[-1].text.endswith((":", "\u2014", "\uff1a"))
        ):
            self._tree.nodes.pop()
            home.text, home.notes = node.text, node.notes

    def _holds_more(self, home: Node) -> bool:
        """Whether a provision held others before the last one."""
        above = self._tree.nodes[-2] if len(self._tree.nodes) > 1 else None
        if above is home:
            return False
        while above is not None and above is not home:
            above = above.parent
        return above is home

    def _open_point(self, home: Node, depth: int, printed: Woven) -> Node:
        """A point below the open paragraph, or below the point that is open one level up."""
        # Where the outermost number counts paragraphs, points begin one level below it.
        numbered = self._paragraph is not None and bool(self._paragraph.num)
        place = max(0, depth - 1 if numbered else depth)
        del self._points[place:]
        parent = self._points[-1] if self._points else self._paragraph or home
        node = self._tree.open("point", parent, printed)
        self._points.append(node)
        return node

    def _place_unnumbered(self, home: Node, block: Block) -> None:
        if self._points:
            self._after_points(home, block)
        elif self._paragraph is not None and self._paragraph.num:
            self._paragraph.add(block.text, block.notes)
        else:
            self._open_unnumbered(home, block)

    def _open_unnumbered(self, home: Node, block: Block) -> None:
        self._paragraph = self._tree.open("paragraph", home)
        self._paragraph.add(block.text, block.notes)

    def _after_points(self, home: Node, block: Block) -> None:
        """Words after a list close the paragraph that holds it, or begin a new paragraph."""
        last = self._points[-1].text[-1].text if self._points[-1].text else ""
        lower = block.text.text[:1].islower()
        innermost = self._points[-1]
        holder = self._goes_on_with()
        if holder is innermost:
            holder.add(block.text, block.notes)
            return
        holder = holder or self._paragraph
        if holder is None or (not holder.num and not lower and not last.endswith((";", ","))):
            self._points.clear()
            self._levels.clear()
            self._open_unnumbered(home, block)
            return
        if self._tree.nodes[-1].kind == "wrapUp" and self._tree.nodes[-1].parent is holder:
            self._tree.nodes[-1].add(block.text, block.notes)
        else:
            self._tree.open("wrapUp", holder).add(block.text, block.notes)

    def _goes_on_with(self) -> Node | None:
        """The point whose count the next number goes on with: words before that, and after the
        points inside it, are its own."""
        following = self._following()
        if following is None:
            return None
        numbered = self._paragraph is not None and bool(self._paragraph.num)
        for depth, (style, value) in enumerate(self._levels.open):
            place = depth - 1 if numbered else depth
            if following.values.get(style) == value + 1 and 0 <= place < len(self._points):
                del self._points[place + 1 :]
                del self._levels.open[depth + 1 :]
                return self._points[place]
        return None


def next_numbers(blocks: Sequence[Block], levels: Sequence[int]) -> list[Number | None]:
    """The next number at or after each block, before the next heading; one more for the end.
    `levels` are those of headings, 0 for text."""
    found: list[Number | None] = [None]
    for block, level in zip(reversed(blocks), reversed(levels), strict=True):
        number = None if level else number_at_start(block.text.text) or found[-1]
        found.append(number)
    return found[::-1]


def _number(text: str, own: re.Match[str] | None) -> tuple[Number | None, int]:
    """The number that a text opens a provision with, and how many characters before it are the
    text's: the bracket of "[2. They act.]", the remark of "[agreed] 2. They act". `own` is a number
    in brackets of its own, "[2.] They act"."""
    if own and (number := number_at_start(own.group().strip("[] ") + " ")):
        return replace(number, end=own.end()), 0
    if number := number_at_start(text):
        head = text[: number.end]
        return number, len(head) - len(head.lstrip("[\uff3b\u3010 "))
    remark = SAID.match(text)
    if remark is None:
        return None, 0
    start = len(text) - len(text[remark.end() :].lstrip())
    number = number_at_start(text[start:])
    return (None if number is None else replace(number, end=start + number.end)), start


def _goes_on(text: str, label: re.Match[str]) -> bool:
    """Whether a label opens a bracket inside a sentence: "[Option 1: shall] [Option 2: should]
    act" is one paragraph."""
    if not label["open"] or label["num"].rstrip(" .:)").endswith("]"):
        return False
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if depth == 0:
            rest = SAID.sub("", text[at + 1 :])
            return any(map(str.isalnum, rest)) and not rest.lstrip().startswith("(")
    return False


def cut(block: Block, by: int, kept: int = 0) -> Block:
    """A block without its first `by` characters, but for the first `kept` of them (a bracket that
    opens before a number); the anchors of footnotes stay where they stood."""
    text = block.text.text
    lead = len(text[by:]) - len(text[by:].lstrip())
    before = block.text.part(0, kept)
    moved = by + lead - len(before.text)
    return replace(
        block,
        text=joined((before, block.text.part(by)), ""),
        notes=tuple(replace(n, at=max(0, n.at - moved)) for n in block.notes),
    )
