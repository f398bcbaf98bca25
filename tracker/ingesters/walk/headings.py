"""What reads like a heading, and where headings stand about the number of an article.

In: words, lines below a number, or the blocks of a document. Out: whether words are a heading, how
many of the lines are, and the blocks with headings above the number brought below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.ingesters.marks.status import SAID
from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.grammar import Grammar
from tracker.ingesters.walk.numbering import number_at_start
from tracker.read import Line

LONGEST_HEADING = 45
"""Words; the longest heading seen is the EU's, on transfers not authorised by Union law."""

SHORT = 12
"""Words; a longer line above an article's number, or before its first stop, is no heading."""

MOST = 0.7
"""The share of a document's articles that must be titled in a way that one alone does not show."""

_TERMINAL = re.compile(
    r"[.;,\u3001\u3002\uff0c\uff1b\u060c\u061b]['\"\u201d\u2019)\]\u300d\uff09\u3011]?$"
)
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def is_title(text: str, *, small: bool = False) -> bool:
    """Whether words read like a heading: few, and no sentence. With `small` they may begin with a
    small letter.

    >>> is_title("Use of terms"), is_title("The Parties shall meet."), is_title("")
    (True, False, False)
    """
    plain = SAID.sub("", text).strip()
    length = len(plain.split()) + len(_IDEOGRAPH.findall(plain)) // 2
    return (
        bool(plain)
        and length <= LONGEST_HEADING
        and not _TERMINAL.search(plain)
        and not plain.endswith((":", "\uff1a"))
        and (small or not plain[0].islower())
    )


def is_stopped(text: str) -> bool:
    """Whether a text is a few words with a stop after the last.

    >>> is_stopped("Objeto."), is_stopped("Objeto. La ley rige."), is_stopped("Objeto")
    (True, False, False)
    """
    plain = text.strip()
    return (
        plain.endswith((".", "\u3002"))
        and is_title(plain[:-1])
        and "." not in plain[:-1]
        and (len(plain.split()) <= SHORT)
    )


def heading_lines(lines: Sequence[Line]) -> int:
    """How many of the lines below an article's number are its heading, where its first sentence
    follows at once: a heading ends although the next word would still have found room.

    Lines of type are told by their right edge, typed ones by their length.
    """
    for n, (line, following) in enumerate(pairwise(lines), start=1):
        text = " ".join(one.text.strip() for one in lines[:n])
        word = following.text.split(None, 1)[0] if following.text.strip() else ""
        if not is_title(text) or len(text.split()) > SHORT or word[:1].islower():
            return 0
        if has_room(line, word, lines):
            return n
    return 0


def has_room(line: Line, word: str, lines: Sequence[Line]) -> bool:
    longest = max(len(one.text) for one in lines)
    if line.bottom and len(line.text) > 0:  # a page with places
        per_letter = (line.right - line.left) / len(line.text)
        measure = max(one.right for one in lines)
        return line.right + per_letter * (len(word) + 2) < measure
    return len(line.text) + len(word) + 2 < longest


def settled(blocks: list[Block], grammar: Grammar) -> list[Block]:
    """The blocks, with headings that stand above the number of their article moved below it, if
    most of the document's articles are titled so."""
    alone = [n for n, block in enumerate(blocks) if _is_number_alone(block, grammar)]
    above = [n for n in alone if _is_headed_above(blocks, n, grammar)]
    if len(above) < 2 or len(above) < MOST * len(alone):
        return blocks
    found = list(blocks)
    for n in above:
        found[n - 1], found[n] = found[n], found[n - 1]
    return found


def _is_number_alone(block: Block, grammar: Grammar) -> bool:
    match = grammar.article.match(block.text.text)
    return match is not None and not match["rest"].strip(" .:]\u2013\u2014-")


def _is_headed_above(blocks: Sequence[Block], place: int, grammar: Grammar) -> bool:
    """Whether the block before an article's number reads like its heading and the one after it
    does not; the heading of a chapter is the chapter's."""
    if place == 0 or place + 1 >= len(blocks):
        return False
    holder = grammar.container.match(blocks[place - 2].text.text) if place > 1 else None
    if holder is not None and not holder["rest"].strip():
        return False
    heading, text = blocks[place - 1], blocks[place + 1]
    return _reads_like_heading(heading, grammar) and not _reads_like_heading(text, grammar)


def _reads_like_heading(block: Block, grammar: Grammar) -> bool:
    text = block.text.text
    return (
        is_title(text)
        and len(text.split()) <= SHORT
        and number_at_start(text) is None
        and not any(p.match(text) for p in (grammar.article, grammar.container, grammar.annex))
    )
