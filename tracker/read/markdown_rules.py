"""Markdown as drafters type it → what the usual rules of Markdown would leave out.

In: a parser. Out: the parser, with notes that stay where they are typed, whether or not anything
refers to them; cells of a row that has more of them than the head; links only to what looks like
an address, so that `[State](s)` keeps its last letter. A note ends at a line that is not set in and
begins a new sentence: Markdown would go on up to the next empty line, through operative words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

_SENTENCE_END = re.compile(r"[.;:!?。；：！？؛؟۔][\"'*_)\]’”»]{0,3}$")
_ADDRESS = re.compile(
    r"#|\.{0,2}/|[A-Za-z][A-Za-z0-9+.-]+:\S|[^\s@]+@\w|[^?#]*\.[A-Za-z][A-Za-z0-9]{1,4}(?:[/#?]|$)"
)


def teach(parser: MarkdownIt) -> None:
    """Let a parser keep what a person typed."""
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.block.ruler.at("footnote_def", _note, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    validate = parser.validateLink
    parser.validateLink = partial(_is_address, validate)  # type: ignore[method-assign]


def numbers(env: Mapping[str, Any]) -> dict[str, int]:
    """The number of each note that something refers to, by its sign as typed: in the order of the
    anchors, from 1."""
    refs: dict[str, int] = env.get("footnotes", {}).get("refs", {})
    return {sign.removeprefix(":"): n + 1 for sign, n in refs.items() if n >= 0}


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A note, up to where it ends."""
    if silent:
        return footnote_def(state, start, end, silent)
    before = state.lineMax
    state.lineMax = _note_end(state, start, end)
    try:
        return footnote_def(state, start, state.lineMax, silent)
    finally:
        state.lineMax = before


def _note_end(state: StateBlock, start: int, end: int) -> int:
    """The first line that is not set in and begins a sentence of its own, else `end`."""
    for line in range(start + 1, end):
        above = _typed(state, line - 1)
        own = state.sCount[line] <= state.blkIndent and not state.isEmpty(line)
        if own and (not above or _SENTENCE_END.search(above)):
            return line
    return end


def _typed(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table, with the cells that stand under no head."""
    first = len(state.tokens)
    found = table(state, start, end, silent)
    if found and not silent:
        state.tokens[first:] = _with_all_cells(state, state.tokens[first:])
    return found


def _with_all_cells(state: StateBlock, tokens: Sequence[Token]) -> Iterator[Token]:
    row: list[Token] = []
    for token in tokens:
        if token.type == "tr_close":
            assert row[0].map is not None
            typed = _cells(_typed(state, row[0].map[0]))
            opened, inline, closed = row[1:4]
            for words in typed[len(row) // 3 :]:
                yield from (opened, inline.copy(content=words, children=[]), closed)
        if token.type == "tr_open":
            row = []
        row.append(token)
        yield token


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line)
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return [cell.strip() for cell in cells]


def _is_address(validate: Callable[[str], bool], target: str) -> bool:
    return validate(target) and _ADDRESS.match(target) is not None
