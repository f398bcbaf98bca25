"""Makes the PDFs that need more than texts in a standard font: drawn lines, wrong character maps,
Chinese, scanned pages between others."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.read import files

Line = tuple[float, float, float, float]
"""x, y, x, y (up from the bottom)."""


def drawn(texts: Sequence[files.Text], lines: Sequence[Line] = (), extra: bytes = b"") -> bytes:
    """The drawing instructions of a page with straight strokes half a point thick."""
    strokes = "".join(f"0.5 w {a} {b} m {c} {d} l S\n" for a, b, c, d in lines)
    return files.content(texts) + b"\n" + strokes.encode() + extra


def mapped(
    lines: Sequence[str], wrong: Callable[[str], str], *, healthy: Sequence[str] = ()
) -> bytes:
    """A PDF of `lines` in a font whose character map says `wrong(c)` for each c, and of `healthy`
    lines (Latin-1) in another font."""
    letters = sorted(set("".join(lines)))
    code = {letter: n for n, letter in enumerate(letters, start=0x20)}
    assert len(letters) < 220
    chars = "".join(
        f"<{code[c]:02X}> <{wrong(c).encode('utf-16-be').hex()}>\n" for c in letters if wrong(c)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{chars}endbfchar\nendcmap end end"
    )
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding "
        b"/ToUnicode 6 0 R >>"
    )
    parts = [
        f"BT /W 9 Tf 1 0 0 1 40 {780 - 12 * n} Tm <{bytes(code[c] for c in line).hex()}> Tj ET"
        for n, line in enumerate(lines)
    ]
    texts: list[files.Text] = [(40, 400 - 12 * n, 9, "R", line) for n, line in enumerate(healthy)]
    page = "\n".join(parts).encode() + b"\n" + files.content(texts)
    return files.pdf(
        [page], resources=b"/Font << /R 3 0 R /W 7 0 R >>", objects=[files.stream(cmap.encode()), font]
    )  # fmt: skip


def shifted(by: int) -> Callable[[str], str]:
    """A map that gives code points that are `by` too high."""
    return lambda letter: chr(ord(letter) + by)


def confused(meant: str, read_as: str) -> Callable[[str], str]:
    """A map that reads bytes of one code page as another."""
    return lambda letter: letter.encode(meant).decode(read_as)


def scrambled(seed: int) -> Callable[[str], str]:
    """A map without any rule, into private code points."""
    order = list(range(0xE000, 0xE000 + 0x500))
    random.Random(seed).shuffle(order)
    return lambda letter: chr(order[ord(letter) % 0x500])


def chinese(lines: Sequence[Sequence[tuple[float, str]]]) -> bytes:
    """A PDF of Chinese lines, each of pieces at an x, in letters of 12 points."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [7 0 R] >>"
    )
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 8 0 R >>"
    )
    about = (
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120 "
        b"/CapHeight 700 /StemV 90 /ItalicAngle 0 /FontBBox [0 -120 1000 880] >>"
    )
    parts = [
        f"BT /C 12 Tf 1 0 0 1 {x} {740 - 20 * n} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
        for n, line in enumerate(lines)
        for x, text in line
    ]
    return files.pdf(
        ["\n".join(parts).encode()], resources=b"/Font << /C 6 0 R >>", objects=[font, inner, about]
    )


IMAGE = files.stream(
    b"\x80",
    b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    b"/BitsPerComponent 8",
)
FULL_PICTURE = b"q 600 0 0 800 0 0 cm /Im Do Q\n"


def partly_scanned(pages: Sequence[Sequence[files.Text] | None]) -> bytes:
    """A PDF with a picture for every page that is None."""
    made = [FULL_PICTURE if page is None else files.content(page) for page in pages]
    return files.pdf(
        made,
        resources=b"/XObject << /Im 6 0 R >> /Font << /R 3 0 R /B 4 0 R /I 5 0 R >>",
        objects=[IMAGE],
    )


def text_bomb(deep: int) -> bytes:
    """A PDF of some kilobytes whose page shows 40,000 letters, 40 times over for each depth."""
    shown = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << %s >>"
    letters = b"BT /R 1 Tf 10 700 Td (" + b"word " * 8_000 + b") Tj ET"
    forms = [files.stream(letters, shown % b"/Font << /R 3 0 R >>")]
    for n in range(deep):
        forms.append(
            files.stream(b"/Fm Do\n" * 40, shown % (b"/XObject << /Fm %d 0 R >>" % (6 + n)))
        )
    return files.pdf(
        [b"/Fm Do"], resources=b"/XObject << /Fm %d 0 R >>" % (5 + len(forms)), objects=forms
    )


def deep_tree(depth: int) -> bytes:
    """A PDF whose page stands so many nodes deep in the tree."""
    nodes = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1)
        for n in range(2, depth + 2)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 600 800] >>" % (depth + 1)
    return files.assemble([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, page])
