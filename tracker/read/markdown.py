"""Markdown → one page with the lines that a person typed, without the signs of the markup.

In: bytes of a `.md` file, or of a text with headings marked by `#`. Out: headings in the style `h1`
to `h6`, list items with their numbers as typed, cells of tables, footnotes; bold, italic, struck
(`~~…~~`, `<del>`) and inserted (`<ins>`, `<u>`) words as runs; a gap such as `<State>` as words.
The lines of a paragraph stay lines: people type points one under the other without a blank line,
which Markdown would run together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tracker.errors import ReadError
from tracker.read.blocks import BREAK, Look, Sheet, Stretch
from tracker.read.lines import Line
from tracker.read.markdown_rules import numbers, teach
from tracker.read.markdown_tags import Tags, between, plain
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


def read_markdown(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read Markdown (CommonMark, tables, strike-through, footnotes).

    Raises:
        ReadError: what `decode` refuses, or nested deeper than 100.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * DEEPEST})
    parser.enable(["table", "strikethrough"])
    teach(parser)
    # An indented line is a point or a quotation of somebody who types, hardly a program.
    parser.disable(["code", "reference"])
    text = decode(data, name).replace("\f", "\n")
    tags = Tags(text)
    tags.teach(parser)
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    if any(token.level >= DEEPEST for token in tokens):
        raise ReadError(
            f"{name}: lists or quotations nested deeper than {DEEPEST}; the file is damaged or "
            "hostile, get it again"
        )
    reader = _Reader(tags, numbers(env))
    reader.walk(tokens)
    return reader.sheet.pages, tuple(reader.sheet.lines)


class _Reader:
    """Puts the blocks of a document on a sheet, in their order."""

    def __init__(self, tags: Tags, notes: Mapping[str, int]) -> None:
        self.tags = tags
        self.notes = notes
        self.sheet = Sheet()
        self.labels: list[str] = []
        self.depth = 0
        self.style = ""
        self.noted = False
        self.tabular = False
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
            elif kind in ("footnote_reference_open", "footnote_reference_close"):
                self.note(token, opens=kind == "footnote_reference_open")
            else:
                self.cell(kind)

    def item(self, token: Token, *, opens: bool) -> None:
        """A list item: its number as typed, or a dash for a bullet."""
        self.depth += 1 if opens else -1
        if opens:
            self.labels.append(f"{token.info}{token.markup}" if token.info else "\u2013")
        else:
            self.leave()

    def note(self, token: Token, *, opens: bool) -> None:
        """A note: the number of its anchors; one that has none keeps its sign as typed."""
        if not opens:
            self.leave()
        self.noted = opens
        if opens:
            sign = str(token.meta["label"])
            self.labels.append(str(self.notes.get(sign, f"[^{sign}]:")))

    def leave(self) -> None:
        """The end of an item or a note: the number of an empty one is a line of its own."""
        if any(char.isalnum() for label in self.labels for char in label):
            self.text([[]])
        self.labels.clear()

    def cell(self, kind: str) -> None:
        """Where the next cell of a table stands."""
        if kind == "table_open":
            self.table, self.row = self.table + 1, -1
            self.tabular = True
        elif kind == "table_close":
            self.tabular = False
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
                region="footnote" if self.noted else "table" if self.tabular else "",
                left=min(0.05 * self.depth, 0.5),
                block=False,
            )
            for at in range(before, len(self.sheet.lines)):
                self.sheet.lines[at] = replace(
                    self.sheet.lines[at],
                    gap=1.0 if at == before and n == 0 else 0.0,
                    bold=self.sheet.lines[at].bold or bool(self.style),
                    cell=(self.table, self.row, self.column) if self.tabular else None,
                )
            if n == 0:
                self.labels.clear()

    def raw(self, token: Token) -> None:
        """HTML or a program between the paragraphs: its words, without the tags."""
        content = token.content
        if token.type == "html_block":
            content = self.tags.without(_without_comments(content))
        elif len(token.info.split()) > 1:  # one word names the language of a program
            content = f"{token.info}\n{content}"
        lines = [line for line in content.split("\n") if line.strip()]
        if lines:
            self.text([[(line, Look())] for line in lines])


def _rows(tokens: Sequence[Token]) -> Iterator[list[Stretch]]:
    """The typed lines of a block as stretches of text in their looks."""
    row: list[Stretch] = []
    looks: list[tuple[str, Look]] = []
    for token in tokens:
        look = looks[-1][1] if looks else Look()
        said = plain(token.content) if token.type == "html_inline" else token.type
        if token.type == "softbreak":
            yield row
            row = []
        elif token.type == "hardbreak":
            row.append((BREAK, look))
        elif token.type == "html_inline" and (blank := between(said)):
            row.append((BREAK if blank == "\n" else blank, look))
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
