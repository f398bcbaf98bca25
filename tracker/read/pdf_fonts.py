"""The fonts of a document, and which of them do not say what they print.

In: the pages as the child tells them. Out: for each font with a wrong character map what its codes
should have been, and sentences about it. While pages pass, some lines of each font are kept; when
all have passed, each font is judged by the words it makes, alone or with letters of other fonts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from tracker.read.pdf_pieces import Style, Undo
from tracker.read.recover import LIFTED, Passage, find, plain, words_of

ENOUGH = 20_000
"""Characters of a font that are kept."""
MOST_KEPT = 2_000_000
"""Characters of all fonts that are kept."""
MOST_JUDGED = 200
"""Fonts, those with most text; a document has ten."""
WORTH_SAYING = 20
"""Characters without a map; a few are bullets and ornaments."""

Part = tuple[str, str]
"""The key of a font, and a text in it."""


class Others(Container[str]):
    """The words that other fonts of a document make: none vouches for itself."""

    def __init__(self, vouched: Mapping[str, int], own: set[str]) -> None:
        self.vouched = vouched
        self.own = own

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.vouched.get(word, 0) > (word in self.own)


class Fonts:
    """Gathers what is needed to judge the fonts of a document."""

    def __init__(self) -> None:
        self.lines: list[list[Part]] = []
        self.kept: Counter[str] = Counter()
        self.letters: dict[str, Counter[str]] = {}
        self.pages: dict[str, list[int]] = {}

    def add(self, told: Mapping[str, object], styles: Sequence[Style], number: int) -> None:
        """Take what is needed of page `number`."""
        pieces = told["pieces"]
        assert isinstance(pieces, list)
        seen: set[str] = set()
        for line in _lines(pieces, styles):
            wanted = False
            for font, text in line:
                seen.add(font)
                self.letters.setdefault(font, Counter()).update(text)
                wanted = wanted or self.kept[font] < ENOUGH
            if wanted and self.kept.total() < MOST_KEPT:
                self.lines.append(line)
                for font, text in line:
                    self.kept[font] += len(text)
        for font in seen:
            self.pages.setdefault(font, []).append(number)

    def judge(self) -> tuple[Undo, list[str]]:
        """What to undo in which font, and sentences that say so."""
        of_font: dict[str, list[list[Part]]] = {}
        for line in self.lines:
            for font in dict.fromkeys(font for font, _ in line):
                of_font.setdefault(font, []).append(line)
        words = {font: _words(font, lines) for font, lines in of_font.items()}
        vouched = Counter(word for found in words.values() for word in found)
        undo: dict[str, Mapping[int, str]] = {}
        said: list[str] = []
        largest = sorted(of_font, key=lambda font: -self.letters[font].total())
        for font in largest[:MOST_JUDGED]:
            lines = of_font[font]
            others = Others(vouched, words[font])
            rule = find([_passage(font, line) for line in lines], others)
            name = font.rpartition("/")[0]
            first = self.pages[font][0]
            letters = self.letters[font]
            lost = sum(n for c, n in letters.items() if c >= chr(LIFTED))
            if rule is not None:
                undo[font] = rule.put
                count = sum(
                    n for c, n in letters.items() if rule.put.get(ord(c), " ") not in (" ", c)
                )
                said.append(
                    f"font {name}: the file gives other letters than those that are printed "
                    f"({rule.how}); {count} characters were recovered, the first on page {first}; "
                    "compare them with the print"
                )
            elif lost >= WORTH_SAYING:
                said.append(
                    f"font {name}: the file does not say which letters {lost} printed characters "
                    f"are, and that could not be recovered; the first is on page {first}; read "
                    "them in the print"
                )
        return undo, said


def _lines(pieces: Sequence[Sequence[object]], styles: Sequence[Style]) -> Iterator[list[Part]]:
    """The pieces of a page in the file's order, those on one baseline together."""
    line: list[Part] = []
    base: object = None
    for piece in pieces:
        text, style, at, space = piece[0], piece[1], piece[8], piece[9]
        assert isinstance(text, str) and isinstance(style, int)
        if line and at != base:
            yield line
            line = []
        base = at
        line.append((styles[style].font, " " + text if space else text))
    if line:
        yield line


def _passage(font: str, line: Sequence[Part]) -> Passage:
    return [(text, key == font) for key, text in line]


def _words(font: str, lines: Sequence[Sequence[Part]]) -> set[str]:
    """The words that stand wholly in a font."""
    return {word for line in lines for key, text in line if key == font
            for word in words_of(plain(text))}  # fmt: skip
