"""HTML → one page with a line for each block of text.

In: bytes of an HTML file. Out: one page; paragraphs, headings, list items and cells as blocks, the
lines of `<pre>` as printed lines. Only what a browser shows is read: no scripts, styles, comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tracker.errors import ReadError
from tracker.read.blocks import BREAK, Look, Sheet, Stretch, alphabetic, roman
from tracker.read.html_grid import Grid
from tracker.read.lines import Line
from tracker.read.text import printed
from tracker.read.xml import DEEPEST, text_of

_CHARSET = re.compile(
    rb"""(?:<meta[^>]{0,300}?charset\s*=\s*["']?|<\?xml[^>]{0,200}?encoding\s*=\s*["'])"""
    rb"([A-Za-z0-9._:\-]{1,40})",
    re.I,
)
_LATIN = {"iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_SILENT = {
    "script", "style", "template", "head", "svg", "math", "object", "iframe", "audio", "video",
    "canvas", "select", "textarea", "datalist", "noframes",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_LOOKS = {
    **dict.fromkeys(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("s", "del", "strike"), "struck"),
    **dict.fromkeys(("u", "ins"), "underlined"),
    "sup": "raised",
}
_REGIONS = {"table": "table", "header": "header", "footer": "footer"}
_STYLED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I), "bold"),
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I), "italic"),
    (re.compile(r"text-decoration[a-z\-]*\s*:[^;]*line-through", re.I), "struck"),
    (re.compile(r"text-decoration[a-z\-]*\s*:[^;]*underline", re.I), "underlined"),
    (re.compile(r"vertical-align\s*:\s*super", re.I), "raised"),
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z\-]+)", re.I)
_LIST_TYPES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "decimal": "1", "none": "",
}  # fmt: skip


def decode_html(data: bytes, name: str) -> str:
    """The characters of an HTML file: UTF-16 by its mark, else as declared, else UTF-8.

    Raises:
        ReadError: bytes that are not in that encoding, an unknown one, control characters.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16"
    elif data.startswith(b"\xef\xbb\xbf"):
        codec = "utf-8-sig"
    else:
        said = _CHARSET.search(data[:4096])
        codec = said.group(1).decode("ascii").lower() if said else "utf-8"
        # The HTML standard reads these names as windows-1252, and so do all browsers.
        codec = "cp1252" if codec in _LATIN else codec
    try:
        text = data.decode(codec)
    except LookupError as error:
        message = f"{name}: the encoding {codec} is not known; save the file as UTF-8"
        raise ReadError(message) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            f"{name}: not {codec.upper()}: byte 0x{data[error.start]:02X} at position "
            f"{error.start} (line {line}); save the file as UTF-8"
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = _CONTROL.search(text)
    if wrong:
        line = text.count("\n", 0, wrong.start()) + 1
        raise ReadError(
            f"{name}: control character U+{ord(wrong.group()):04X} in line {line}: not HTML text; "
            "get the file again"
        )
    return text


def read_html(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read HTML as a browser shows it.

    Raises:
        ReadError: not decodable, nested deeper than 250, or without an element.
    """
    text = decode_html(data, name)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        why = " ".join(str(error.msg or error).split())
        raise ReadError(f"{name}: not HTML that can be read: {why}; get the file again") from error
    if root is None:
        raise ReadError(f"{name}: no element in the HTML; get the file again")
    # libxml2 leaves out what is past its limits, and only logs it.
    logged = " ".join(entry.message.lower() for entry in parser.error_log)
    if "depth" in logged:
        raise _too_deep(name)
    if "huge" in logged or "too long" in logged:
        raise ReadError(f"{name}: a text of more than 10 MB in one piece; the file is hostile")
    reader = _Reader(name)
    reader.walk(root, Look(), 0)
    reader.flush()
    return reader.sheet.pages, tuple(reader.sheet.lines)


def _too_deep(name: str) -> ReadError:
    return ReadError(
        f"{name}: elements nested deeper than {DEEPEST}; the file is damaged or hostile, get it "
        "again"
    )


class _Reader:
    """Walks the tree once, gathering text into the block that is open."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheet = Sheet(name)
        self.stretches: list[Stretch] = []
        self.block = ""
        self.regions: list[str] = []
        self.centred = 0
        self.label = ""
        self.tables = 0
        self.grids: list[Grid] = []

    def flush(self) -> None:
        """Close the open block; the label of a list item goes before its first text."""
        if any(text.strip() for text, _ in self.stretches):
            label: list[Stretch] = [(self.label + " ", Look())] if self.label else []
            self.label = ""
            self.sheet.add(
                [*label, *self.stretches],
                style=self.block,
                region=self.regions[-1] if self.regions else "",
                centred=self.centred > 0,
                cell=self.cell,
            )
        self.stretches = []

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """The cell that is open, in the innermost table."""
        if not self.grids or self.grids[-1].column < 0:
            return None
        grid = self.grids[-1]
        return grid.number, grid.row, grid.column

    def walk(self, element: etree._Element, look: Look, depth: int) -> None:
        """Read an element and what is inside it."""
        if depth > DEEPEST:
            raise _too_deep(self.name)
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT or _hidden(element):
            return
        if tag == "br":
            self.stretches.append((BREAK, look))
            return
        look = _look(element, tag, look)
        if tag == "pre":
            self.flush()
            self.pre(element)
        elif tag in _BLOCKS:
            self.in_block(element, tag, look, depth)
        else:
            self.inside(element, look, depth)

    def inside(self, element: etree._Element, look: Look, depth: int) -> None:
        """The text of an element and its children, in order."""
        labels = _labels(element) if element.tag == "ol" else iter(())
        self.say(element.text, look)
        for child in element:
            label = next(labels, "") if child.tag == "li" else ""
            outer = self.label
            if label:
                self.flush()
                # An item that begins with a list of its own: a browser prints both labels there.
                self.label = f"{outer} {label}".strip()
            self.walk(child, look, depth + 1)
            if label:
                self.label = outer if self.label else ""
            self.say(child.tail, look)

    def in_block(self, element: etree._Element, tag: str, look: Look, depth: int) -> None:
        """A block: what came before it is closed, and so is what comes after it."""
        self.flush()
        outer, self.block = self.block, tag
        region, centred = _REGIONS.get(tag), _centred(element, tag)
        if region:
            self.regions.append(region)
        self.centred += centred
        self.enter_table(element, tag)
        self.inside(element, look, depth)
        self.flush()
        self.centred -= centred
        if region:
            self.regions.pop()
        if tag == "table":
            self.grids.pop()
        self.block = outer

    def enter_table(self, element: etree._Element, tag: str) -> None:
        """Count tables, rows and columns."""
        if tag == "table":
            self.grids.append(Grid(self.name, self.tables))
            self.tables += 1
        elif not self.grids:
            return
        elif tag in ("thead", "tbody", "tfoot"):
            self.grids[-1].group()
        elif tag == "tr":
            self.grids[-1].new_row()
        elif tag in ("td", "th") and self.grids[-1].row >= 0:
            spans = (_integer(element.get(f"{way}span"), 1) for way in ("col", "row"))
            self.grids[-1].new_cell(*spans)

    def say(self, text: str | None, look: Look) -> None:
        """Text shows white space as one space."""
        if text:
            wrong = _CONTROL.search(text)
            if wrong:
                raise ReadError(
                    f"{self.name}: the control character U+{ord(wrong.group()):04X}, written as a "
                    "reference: not HTML text; get the file again"
                )
            self.stretches.append((text.replace(BREAK, " "), look))

    def pre(self, element: etree._Element) -> None:
        """Lines as in plain text; a line break right after the tag does not show."""
        page = text_of(element).removeprefix("\n").rstrip().replace(BREAK, "\n")
        page = page.replace("\f", "\n")
        if page:
            self.sheet.add_printed(page, printed(page, 1, style="pre"))


def _hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _look(element: etree._Element, tag: str, look: Look) -> Look:
    fields = [_LOOKS[tag]] if tag in _LOOKS else []
    style = element.get("style")
    if style:
        fields += [field for pattern, field in _STYLED if pattern.search(style)]
    changes: dict[str, bool] = dict.fromkeys(fields, True)
    return replace(look, **changes) if fields else look  # type: ignore[arg-type]


def _centred(element: etree._Element, tag: str) -> bool:
    return (
        tag == "center"
        or element.get("align", "").lower() == "center"
        or bool(_CENTRED.search(element.get("style", "")))
    )


def _labels(ol: etree._Element) -> Iterator[str]:
    """What a browser prints before each item of a list: `1.`, `a.`, `iv.`."""
    styled = _LIST_STYLE.search(ol.get("style", ""))
    kind = _LIST_TYPES.get(styled.group(1).lower(), "1") if styled else ol.get("type", "1")
    items = [child for child in ol if child.tag == "li"]
    backwards = ol.get("reversed") is not None
    number = _integer(ol.get("start"), len(items) if backwards else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        yield _numeral(number, kind) + "." if kind else ""
        number += -1 if backwards else 1


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text.strip()) else default


def _numeral(number: int, kind: str) -> str:
    if number < 1 or kind not in ("a", "A", "i", "I"):
        return str(number)
    text = alphabetic(number) if kind in "aA" else roman(number)
    return text.upper() if kind.isupper() else text
