"""What stands before the first chapter or article: cover, title, preamble.

In: the blocks up to there. Out: provisions in the `Tree`, the draft's title, and the blocks that
are neither, for the furniture; which blocks are a table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.body import cut
from tracker.ingesters.walk.entitle import reads_as_heading
from tracker.ingesters.walk.grammar import CONTENTS, IN_WORDS, Grammar
from tracker.ingesters.walk.headings import is_title
from tracker.ingesters.walk.numbering import number_at_start
from tracker.ingesters.walk.titles import Titles
from tracker.ingesters.walk.tree import Tree

LISTED = 2
"""Titles that make a table of contents."""

_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|apr|abr|avr|ma[iyj]|jun|jui|jul|aug|ago|ao[uû]|sep|set|oct|out|nov"
    r"|dec|dic|dez|d[eé]c|ene|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[^\W\d]{0,9}\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}\S{{0,2}}(?:\s?[-\u2013\u2014]\s?\d{{1,2}})?\s(?:(?:of|de|to|al?|au)\s)?"
    rf"(?:{_MONTH}(?:\s?[-\u2013\u2014]\s?\d{{1,2}}\s{_MONTH})?)\s(?:de\s)?,?\s?\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:\s?[-\u2013\u2014]\s?\d{{1,2}})?,?\s\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)"
)
_SESSION = (
    r"(?:session|meeting|sesi[oó]n|sess[aã]o|per[ií]odo\sde\ssesiones|reuni[oó]n|r[eé]union"
    r"|сессия|заседание)"
)
COVERS = re.compile(
    rf"(?:[^\W\d][^\d,;:]{{0,40}}(?:,[^\d,;:]{{0,40}})?,\s)?(?:\d{{1,2}}\s{_MONTH}\s(?:to|al?|au)\s)?"
    rf"{_DATE}(?:\sг(?:ода|\.))?\.?"
    r"|(?=\D{0,60}\d)[A-Z][A-Z.-]{0,11}(?:/[\w.()*-]{1,20}){1,6}"
    r"|(?:Original|Distr|Language|Langue|Idioma)\s?[.:][^.;]{0,40}"
    rf"|(?:[^\W\d][\w-]{{0,20}}\s){{0,4}}?(?:{IN_WORDS}|\d{{1,3}}\S{{0,3}}|resumed|special|plenary"
    rf"|regular|extraordinar\w{{1,4}})\s(?:[^\W\d][\w-]{{0,20}}\s){{0,2}}{_SESSION}(?:\s\([^()]{{1,60}}\))?"
    rf"|{_SESSION}\s\d{{1,3}}"
    r"|(?:Agenda\s)?[Ii]tem\s\d[\w\s().]{0,20}|第[^第]{1,4}(?:届会议|次会议)",
    re.IGNORECASE,
)
"""A cover's line that says when and where, under what symbol, at which session: no title."""


class Front:
    """The front matter of one draft."""

    def __init__(self, grammar: Grammar, titles: Titles, tree: Tree) -> None:
        self._grammar = grammar
        self._titles = titles
        self._tree = tree
        self.title = ""

    def place(self, front: Sequence[Block], following: Block | None) -> list[Block]:
        """Open what the blocks are; those returned are the cover's. `following` is the first block
        of the text.

        A word that opens the preamble ends what precedes it, whose last heading is then the title:
        covers print it too. Without such a word the first heading is the title and everything
        after it the preamble, so that no recital is taken for a cover's line; but printed leaves
        before the text's first page (who sat on the commission) are none.
        """
        opens = (n for n, block in enumerate(front) if self._grammar.preamble.match(block.head))
        begin = next(opens, None)
        if begin is not None:
            told = [n for n in range(begin) if not _covers(front[n])]
            title = last_heading(told, front) or last_heading(range(begin), front)
        else:
            told = [n for n, block in enumerate(front) if not _covers(block)]
            title = self._first_heading(front, told) or self._first_heading(
                front, range(len(front))
            )
            begin = title[-1] + 1 if title else 0
            if front and _leaf(front[-1], following) and not self._recites(front[begin:]):
                begin = len(front)
        for n in title:
            self._add_title(front[n])
        for block in front[begin:]:
            self._preamble(block)
        return [block for n, block in enumerate(front[:begin]) if n not in title]

    def _first_heading(self, front: Sequence[Block], told: Sequence[int]) -> list[int]:
        """The first of the blocks `told` that read like one heading, together."""
        found: list[int] = []
        for n in told:
            block = front[n]
            if found and n != found[-1] + 1:
                break
            if found and not _prints_alike(front[found[-1]], block):
                break
            # "APPENDIX I" above a title says where the text was printed.
            if is_title(block.text.text, small=True) and not self._titles.annex(block):
                found.append(n)
            elif found:
                break
        return found

    def _recites(self, blocks: Sequence[Block]) -> bool:
        """Whether any of the blocks goes on to the next or leads to the text, as recitals do."""
        grammar = self._grammar
        return any(
            block.text.text.endswith((",", ";", "\u060c", "\u061b"))
            or grammar.formula.match(block.text.text)
            or grammar.enacting.match(block.text.text)
            for block in blocks
        )

    def _add_title(self, block: Block) -> None:
        if not self.title:
            self._tree.open("longTitle", None)
        self._tree.nodes[-1].add(block.text, block.notes)
        self.title = f"{self.title} {block.text.text}".strip()

    def _preamble(self, block: Block) -> None:
        text = block.text.text
        if self._grammar.formula.match(text) or self._grammar.enacting.match(text):
            self._tree.open("formula", None).add(block.text, block.notes)
        elif self._grammar.citation is not None and self._grammar.citation.match(text):
            self._tree.open("citation", None).add(block.text, block.notes)
        else:
            number = number_at_start(text)
            if number and "dash" not in number.values:
                node = self._tree.open("recital", None, block.text.part(0, number.end))
                rest = cut(block, number.end)
                node.add(rest.text, rest.notes)
            else:
                self._tree.open("recital", None).add(block.text, block.notes)


def _covers(block: Block) -> bool:
    """Whether a block says when, where, under what symbol and at which session: all its lines do,
    or several below the name of the body that met."""
    told = sum(COVERS.fullmatch(line.text.strip()) is not None for line in block.lines)
    return told > 1 or told == len(block.lines)


def contents(blocks: Sequence[Block], titles: Titles, grammar: Grammar) -> range:
    """The blocks that list the titles of the text: titles at its beginning, with nothing under
    them, each of which returns. Empty where there is no such list."""
    begin = next((n for n, block in enumerate(blocks) if titles.any(block)), len(blocks))
    listed: set[str] = set()
    end = begin
    for block in islice(blocks, begin, None):
        key = block.text.text.casefold()
        titled = titles.any(block)
        if key in listed or not (titled or _may_be_listed(block, grammar)):
            break
        if titled:
            listed.add(key)
        end += 1
    again = {block.text.text.casefold() for block in blocks[end:]}
    if len(listed) < LISTED or not listed <= again:
        return range(0)
    return range(begin - 1 if begin and CONTENTS.fullmatch(blocks[begin - 1].head) else begin, end)


def _may_be_listed(block: Block, grammar: Grammar) -> bool:
    text = block.text.text
    opens = (grammar.preamble, grammar.formula, grammar.enacting)
    return is_title(text) and not any(pattern.match(text) for pattern in opens)


def last_heading(
    numbers: Sequence[int], front: Sequence[Block], *, long: bool = False
) -> list[int]:
    """The last blocks that read like one heading, together; `long`: bold ones of any length."""
    title: list[int] = []
    for n in reversed(numbers):
        text = front[n].text.text
        reads = reads_as_heading(front[n], small=True) if long else is_title(text, small=True)
        if not reads:
            if title:
                break
        elif not title or _prints_alike(front[n], front[title[0]]):
            title.insert(0, n)
        else:
            break
    return title


def _leaf(last: Block, following: Block | None) -> bool:
    """Whether a printed text begins on a page of its own."""
    return (
        following is not None
        and last.first.size > 0.0
        and last.lines[-1].page < following.first.page
    )


def _prints_alike(block: Block, following: Block) -> bool:
    """Whether two blocks are one title: the same face, size and page, and no wide gap between."""
    a, b = block.first, following.first
    return (a.page, a.bold, round(a.size)) == (b.page, b.bold, round(b.size)) and b.gap < 1.0
