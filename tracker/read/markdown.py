"""Markdown → one page with the lines that a person typed, without the signs of the markup.

In: bytes of a `.md` file, or of a text with headings marked by `#`. Out: headings in the style `h1`
to `h6`, list items with their numbers as typed, cells of tables, footnotes; bold, italic, struck
(`~~…~~`, `<del>`) and inserted (`<ins>`, `<u>`) words as runs. The lines of a paragraph stay lines:
people type points one under the other without a blank line, which Markdown would run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tracker.errors import ReadError
from tracker.read.blocks import BREAK, Look, Sheet, Stretch
from tracker.read.lines import Line
from tracker.read.text import decode

DEEPEST = 100
"""Quotations and lists in each other; the parser drops what is nested deeper without a word."""

_OPENS = {
    "strong_open": "bold",
    "em_open": "italic",
    "s_open": "struck",
    **dict.fromkeys(("<ins>", "<u>"), "underlined"),
    **dict.fromkeys(("<del>", "<s>", "<strike>"), "struck"),
    **dict.fromkeys(("<b>", "<strong>"), "bold"),
    **dict.fromkeys(("<i>", "<em>"), "italic"),
    "<sup>": "raised",
}
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)


def read_markdown(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read Markdown (CommonMark, tables, strike-through, footnotes).

    Raises:
        ReadError: what `decode` refuses, or nested deeper than 100.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    # An indented line is a point or a quotation of somebody who types, hardly a program.
    parser.disable(["code", "reference"])
    tokens = parser.parse(decode(data, name).replace("\f", "\n"))
    if any(token.level >= DEEPEST for token in tokens):
        raise ReadError(
            f"{name}: lists or quotations nested deeper than {DEEPEST}; the file is damaged or "
            "hostile, get it again"
        )
    reader = _Reader()
    reader.walk(tokens)
    return reader.sheet.pages, tuple(reader.sheet.lines)


class _Reader:
    """Puts the blocks of a document on a sheet, in their order."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self.labels: list[str] = []
        self.depth = 0
        self.style = ""
        self.region = ""
        self.table = -1
        self.row = self.column = 0

    def walk(self, tokens: Sequence[Token]) -> None:
        """Read all tokens."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self.text(list(_rows(token.children or ())))
            elif kind in ("html_block", "fence", "code_block"):
                self.raw(token)
            elif kind in ("heading_open", "heading_close"):
                self.style = token.tag if kind == "heading_open" else ""
            elif kind in ("list_item_open", "list_item_close"):
                self.item(token, opens=kind == "list_item_open")
            elif kind == "footnote_open":
                self.region = "footnote"
                self.labels.append(str(int(token.meta["id"]) + 1))
            elif kind == "footnote_block_close":
                self.region = ""
            else:
                self.cell(kind)

    def item(self, token: Token, *, opens: bool) -> None:
        """A list item: its number as typed, or a dash for a bullet."""
        self.depth += 1 if opens else -1
        if opens:
            self.labels.append(f"{token.info}{token.markup}" if token.info else "\u2013")
        else:
            self.labels.clear()

    def cell(self, kind: str) -> None:
        """Where the next cell of a table stands."""
        if kind == "table_open":
            self.table, self.row = self.table + 1, -1
            self.region = "table"
        elif kind == "table_close":
            self.region = ""
        elif kind == "tr_open":
            self.row, self.column = self.row + 1, -1
        elif kind in ("td_open", "th_open"):
            self.column += 1

    def text(self, rows: Sequence[list[Stretch]]) -> None:
        """A block of lines; only the first stands apart from what is above it."""
        for n, row in enumerate(rows):
            label = [(f"{label} ", Look()) for label in self.labels if label] if n == 0 else []
            before = len(self.sheet.lines)
            self.sheet.add(
                [*label, *row],
                style=self.style,
                region=self.region,
                left=min(0.05 * self.depth, 0.5),
                block=False,
            )
            for at in range(before, len(self.sheet.lines)):
                self.sheet.lines[at] = replace(
                    self.sheet.lines[at],
                    gap=1.0 if at == before and n == 0 else 0.0,
                    bold=self.sheet.lines[at].bold or bool(self.style),
                    cell=(self.table, self.row, self.column) if self.region == "table" else None,
                )
            if n == 0:
                self.labels.clear()

    def raw(self, token: Token) -> None:
        """HTML or a program between the paragraphs: its words, without the tags."""
        content = token.content
        if token.type == "html_block":
            content = _TAG.sub("", _LINE_BREAK.sub("\n", _without_comments(content)))
        lines = [line for line in content.split("\n") if line.strip()]
        if lines:
            self.text([[(line, Look())] for line in lines])


def _rows(tokens: Sequence[Token]) -> Iterator[list[Stretch]]:
    """The typed lines of a block as stretches of text in their looks."""
    row: list[Stretch] = []
    looks: list[tuple[str, Look]] = []
    for token in tokens:
        look = looks[-1][1] if looks else Look()
        said = token.content.lower() if token.type == "html_inline" else token.type
        if token.type == "softbreak":
            yield row
            row = []
        elif token.type == "hardbreak" or _LINE_BREAK.fullmatch(said):
            row.append((BREAK, look))
        elif said in _OPENS:
            shown = replace(look, **{_OPENS[said]: True})  # type: ignore[arg-type]
            looks.append((said, shown))
        elif _closes(said, looks):
            looks.pop()
        elif token.type == "footnote_ref":
            row.append((str(int(token.meta["id"]) + 1), replace(look, raised=True)))
        elif token.type == "image":
            row.append((token.content, look))
        elif token.type in ("text", "code_inline"):
            row.append((token.content.replace(BREAK, " "), look))
    yield row


def _without_comments(html: str) -> str:
    """HTML without its comments; one that is never closed stays, so that no words are lost."""
    kept, at = "", 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start)) >= 0:
        kept += html[at:start]
        at = end + 3
    return kept + html[at:]


def _closes(said: str, looks: Sequence[tuple[str, Look]]) -> bool:
    """Whether a token ends the look that was opened last."""
    if not looks:
        return False
    opened = looks[-1][0]
    return said in (opened.replace("_open", "_close"), opened.replace("<", "</"))
