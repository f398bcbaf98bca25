"""A comparison as PDF, to print and to file.

In: a comparison. Out: a PDF of A4 pages: which drafts, from which files, what a reader must not
overlook; then the text with its changes, struck and underlined, so that they show without colour.
The font is DejaVu Sans, which has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic
letters; a sign that it lacks is printed as an empty box, and the first page says how many there
are. Where that would be more than a few, there is no PDF. The same comparison gives the same bytes:
the date in the file is that of the newer draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.fonts import TTFFont

from tracker.errors import ExportError
from tracker.export import notice
from tracker.export.legend import Drawn, legend
from tracker.export.pdf_glyphs import FONT, UNSEEN, fonts, lacking
from tracker.export.pdf_lines import Run, bold, lines
from tracker.export.pieces import Look, Paragraph, Piece
from tracker.export.redline import Block, redline
from tracker.export.scripts import MOST_PRINTED, direction
from tracker.store.records.exports import Compared

WHOLE_AT_MOST = 30_000
"""Of a text of more words than this, only what changed is printed."""

_MARGIN, _WIDTH, _FOOT = 20.0, 170.0, 277.0
_INDENT = 7.0
_DASH = 0.7
_COLOURS = {"delete": (164, 14, 38), "insert": (11, 90, 35), "equal": (20, 24, 28)}
# Scripts whose letters change with their neighbours, and signs that stand on letters.
_SHAPED = re.compile("[\u0300-\u036f\u0590-\u08ff\u200c-\u200f\ufb1d-\ufdff\ufe70-\ufeff]")

KEY = (
    "Words that went are struck out, words that came are underlined; a double line says that they "
    "stand in the other draft too, elsewhere. Everything else is in both drafts."
)
_DRAWN = Drawn(
    struck="crossed by a broken line",
    added="over a broken line",
    uncovered="in grey without a line",
)


def comparison_pdf(compared: Compared) -> bytes:
    """The file.

    Raises:
        ExportError: too many of the letters are missing from the font, or there are too many words.
    """
    page = compared.page
    words = page.old.word_count + page.new.word_count
    if words > MOST_PRINTED:
        raise ExportError(
            f"these drafts have {words:,} words together, too many for a PDF (at most "
            f"{MOST_PRINTED:,}); take the Word file or the web page"
        )
    blocks = redline(page, compared.findings)
    book = _Book(compared)
    try:
        book.first_page(
            compared, lacking(blocks, book.known), " ".join([KEY, *legend(blocks, _DRAWN)])
        )
        book.changes(blocks, whole=words <= WHOLE_AT_MOST)
        return bytes(book.output())
    finally:
        book.close_fonts()


class _Book(FPDF):
    """The pages."""

    def __init__(self, compared: Compared) -> None:
        super().__init__()
        page = compared.page
        self._rtl = direction(page.new.language) == "rtl"
        self._widths: dict[tuple[str, bool], float] = {}
        self._said = f"{page.old.symbol} → {page.new.symbol}"
        self._warned = bool(notice.warnings(compared.negotiation, (page.old, page.new)))
        self.set_margin(_MARGIN)
        self.set_auto_page_break(False)
        self.add_font(FONT, "", fonts() / "DejaVuSans.ttf")
        self.add_font(FONT, "B", fonts() / "DejaVuSans-Bold.ttf")
        self._advances: dict[bool, dict[int, float]] = {}
        known: list[frozenset[int]] = []
        for strong in (False, True):
            face = self.fonts[FONT.lower() + ("B" if strong else "")]
            assert isinstance(face, TTFFont)
            self._advances[strong] = {code: float(wide) for code, wide in face.cw.items()}
            known.append(frozenset(face.cmap))
        self.known = known[0] & known[1]
        self.set_creation_date(datetime.fromisoformat(page.new.date).replace(tzinfo=UTC))
        self.set_title(self._fit(f"{compared.negotiation.title}: {self._said}"))
        self.set_author(notice.MADE_BY)
        self.set_lang(page.new.language)

    def close_fonts(self) -> None:
        """Close the files of the fonts, which the library leaves open."""
        for face in self.fonts.values():
            if isinstance(face, TTFFont):
                face.ttfont.close()

    def header(self) -> None:
        """What the file is, on every page but the first."""
        if self.page_no() == 1:
            return
        warned = "NOT THE OFFICIAL TEXT: see page 1. " if self._warned else ""
        self._small(f"{warned}{self._said}", 10.0)

    def footer(self) -> None:
        """The number of the page."""
        self._small(f"{notice.MADE_BY} · page {self.page_no()}", 286.0)

    def _small(self, text: str, y: float) -> None:
        self.set_font(FONT, "", 8)
        self.set_text_color(80, 88, 96)
        found = list(lines([Piece("equal", self._fit(text))], _WIDTH, self._wide, rtl=False))
        self._draw(found[0] if found else [], _MARGIN, y, 8, grey=True)

    def first_page(self, compared: Compared, lacking: str, key: str) -> None:
        """Title, drafts, notices, files."""
        page = compared.page
        self.add_page()
        self.set_y(22)
        self._prose(compared.negotiation.title, 10, grey=True)
        title = f"What changed from {notice.name_of(page.old)} to {notice.name_of(page.new)}"
        self._prose(title, 15, strong=True)
        self.ln(2)
        self._prose(f"Older draft: {notice.about(page.old)}", 9)
        self._prose(f"Newer draft: {notice.about(page.new)}", 9)
        warned = notice.warnings(compared.negotiation, (page.old, page.new))
        if lacking:
            warned.append(lacking)
        if warned:
            self._framed(warned)
        self._prose(key, 9)
        for one in (*notice.files(compared), notice.READING_AID):
            self._prose(one, 7.5, grey=True)
        self.ln(4)

    def _framed(self, sentences: Sequence[str]) -> None:
        self.ln(2)
        page, top = self.page, self.get_y()
        for one in sentences:
            self._prose(one, 9.5, strong=True)
        if self.page == page:
            self.set_draw_color(154, 103, 0)
            self.set_line_width(0.6)
            self.line(_MARGIN - 3, top, _MARGIN - 3, self.get_y())
        self.ln(2)

    def changes(self, blocks: Sequence[Block], *, whole: bool) -> None:
        """All blocks; without `whole` those that changed."""
        shown = [one for one in blocks if whole or one.changed or one.notes]
        if not whole:
            said = notice.counted(len(shown), "place", "places")
            rest = notice.counted(len(blocks) - len(shown), "provision", "provisions")
            self._prose(
                f"Printed: {said} with changes or remarks. Left out: {rest} without.",
                9,
                strong=True,
            )
            self.ln(3)
        if not any(one.changed for one in blocks):
            self._prose("No word and no number changed.", 10, strong=True)
        for one in shown:
            self._block(one, named=not whole)

    def _block(self, block: Block, *, named: bool) -> None:
        if self.get_y() > _FOOT - 24:
            self.add_page()
            self.set_y(22)
        names = f"{block.name}. " if named else ""
        label = f"{block.label}. " if block.label else ""
        if block.label or block.notes or named:
            self.ln(1.5)
            self._prose(f"{names}{label}{' '.join(block.notes)}", 7.5, grey=True)
        indent = _INDENT * min(block.depth, 5)
        for one in block.paragraphs:
            self._paragraph(one, block, indent)

    def _paragraph(self, one: Paragraph, block: Block, indent: float) -> None:
        size = 11.5 if one.heading and block.provision.is_article else 9.5
        strong: frozenset[Look] = frozenset({"bold"} if one.heading else ())
        # What one document does not speak of is neither struck nor underlined.
        alone = not block.covered
        pieces = [
            Piece(
                "equal" if alone else two.operation,
                self._fit(two.text),
                two.looks | strong,
                two.moved and not alone,
            )
            for two in one.pieces
        ]
        self._set(pieces, size, indent, rtl=self._rtl, grey=alone)
        self.ln(1.6)

    def _prose(self, text: str, size: float, *, strong: bool = False, grey: bool = False) -> None:
        looks: frozenset[Look] = frozenset({"bold"} if strong else ())
        self._set([Piece("equal", self._fit(text), looks)], size, 0, rtl=False, grey=grey)
        self.ln(0.8)

    def _set(
        self, pieces: Sequence[Piece], size: float, indent: float, *, rtl: bool, grey: bool = False
    ) -> None:
        """Print a paragraph."""
        self._sized(size)
        step = size * 0.353 * 1.45
        left = _MARGIN + (0 if rtl else indent)
        for line in lines(pieces, _WIDTH - indent, self._wide, rtl=rtl):
            if self.get_y() + step > _FOOT:
                self.add_page()
                self.set_y(22)
                self._sized(size)
            self._draw(line, left, self.get_y() + step * 0.75, size, grey=grey)
            self.set_y(self.get_y() + step)

    def _sized(self, size: float) -> None:
        self.set_font(FONT, "", size)

    def _wide(self, text: str, strong: bool) -> float:
        found = self._widths.get((text, strong))
        if found is None:
            found = self._measured(text, strong=strong)
            self._widths[text, strong] = found
        return found * self.font_size_pt

    def _measured(self, text: str, *, strong: bool) -> float:
        """The width in type of one point."""
        if not _SHAPED.search(text):
            advances = self._advances[strong]
            return sum(advances[ord(sign)] for sign in text) * 0.001 / self.k
        self.set_font(style="B" if strong else "")
        self.set_text_shaping(True)
        found = self.get_string_width(text, normalized=True) / self.font_size_pt
        self.text_shaping = None
        return found

    def _draw(
        self, line: Sequence[Run], left: float, y: float, size: float, *, grey: bool = False
    ) -> None:
        """Print a line; `y` is where the letters stand."""
        for one in line:
            self.set_font(style="B" if bold(one.piece) else "")
            colour = (80, 88, 96) if grey else _COLOURS[one.piece.operation]
            self.set_text_color(*colour)
            x = left + one.left
            if _SHAPED.search(one.text):
                self.set_text_shaping(True, direction="rtl" if one.rtl else "ltr")
                self.set_xy(x, y - size * 0.353)
                kept = self.c_margin
                self.c_margin = 0
                self.cell(one.width, size * 0.353 * 1.3, one.text, align="R" if one.rtl else "L")
                self.c_margin = kept
                self.text_shaping = None
                self.set_y(y - size * 0.353 * 1.45 * 0.75)
            else:
                self.text(x, y, one.text)
            self._lined(one, x, y, size, colour)

    def _lined(
        self, one: Run, x: float, y: float, size: float, colour: tuple[int, int, int]
    ) -> None:
        heights = {"delete": [-0.088], "insert": [0.05]}.get(one.piece.operation, [])
        if one.piece.moved:
            heights = [height + apart for height in heights for apart in (-0.03, 0.03)]
        # A little below the bars of the letters, or it would hide in them.
        self.set_fill_color(*colour)
        for look, height in (("struck", -0.14), ("added", 0.1)):
            if look in one.piece.looks:
                self._broken(x, y + height * size, one.width, 0.028 * size)
        thick = (0.014 if len(heights) > 1 else 0.028) * size
        for height in heights:
            self.rect(x, y + height * size - thick / 2, one.width, thick, style="F")

    def _broken(self, x: float, y: float, width: float, thick: float) -> None:
        """A line of dashes."""
        at = 0.0
        while at < width:
            self.rect(x + at, y - thick / 2, min(_DASH, width - at), thick, style="F")
            at += 2 * _DASH

    def _fit(self, text: str) -> str:
        """The text in signs that the font has."""
        seen = text.replace("\t", " ").replace("\r", "\n")
        return "".join(
            sign if sign == "\n" or ord(sign) in self.known else
            "" if UNSEEN.match(sign) else " " if sign.isspace() else "\u25a1"
            for sign in seen
        )  # fmt: skip
