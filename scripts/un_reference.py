"""What the treaties of the shared folder hold, told without the tracker.

In: the corpus's text or structure of a treaty, or its PDF. Out: `Unit`s (articles with their
numbered paragraphs) and all words in order. An article is titled by "Article" and the number after
that of the one before, at the start of a line; "Article 297, paragraph 3" is none.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2

_ARTICLE = re.compile(r"(?:Article|Artículo) (\d+|premier)\b")
_ANNEX = re.compile(r"(?:ANNEXE?|ANEXO)(?: ([IVX]+))?\b|Annex$")
_PART = re.compile(r"(?:PART|PARTE|PARTIE|SECTION) (?:[IVX]+\b|\d+\.)|Part [IVX]+ [A-Z]{2}")
_PARAGRAPH = re.compile(r"(?m)^(\d{1,2})\.\s")
_END = re.compile(r"IN WITNESS WHEREOF|DONE (?:AT|at)\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """An article: `key` is the number of its annex (`""`: none) and its own; `words` are all that
    is in it, with its title; `paragraphs` its numbered ones, each with all its words."""

    key: tuple[str, int]
    words: tuple[str, ...]
    paragraphs: tuple[tuple[int, tuple[str, ...]], ...]


def tokens(text: str) -> list[str]:
    """The runs of letters and digits, compatibility forms resolved."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text))


def from_text(path: Path) -> tuple[list[Unit], list[str]]:
    """From a text with every title and paragraph on a line of its own."""
    text = path.read_text("utf-8")
    return _units(text.splitlines()), tokens(text)


def from_structure(path: Path) -> tuple[list[Unit], list[str]]:
    """From the corpus's units; page furniture left in their texts goes."""
    units = json.loads(path.read_text("utf-8"))["units"]
    text = "\n\n".join(unit["text"] for unit in units)
    text = re.sub(r"\s*/\.\.\.(?:\s+English\s+Page \d+)?", " ", text)
    text = re.sub(r"\s*(?=IN WITNESS WHEREOF|Part [IVX]+ [A-Z]{4})|-----", "\n", text)
    return _units(text.splitlines()), tokens(text)


def from_pdf(path: Path) -> tuple[list[Unit], list[str]]:
    """From PDFium's plain text of a typewritten resolution, without its cover."""
    lines: list[str] = []
    for page in pypdfium2.PdfDocument(path):
        noted = False
        for line in page.get_textpage().get_text_bounded().splitlines():
            noted = noted or re.fullmatch(r"_{5,}\s*", line) is not None
            running = re.fullmatch(r"\s*(?:A/RES/\S+|Page \d+|/\.\.\.|-{3,})\s*", line)
            if not noted and not running:
                lines.append(re.sub(r"(?<=\s)\d{1,2}/(?=\s|$)", "", line.strip()))
    begin = next(n for n, line in enumerate(lines) if line.startswith("RESOLUTION ADOPTED"))
    return _units(lines), tokens("\n".join(lines[begin:]))


def _units(lines: list[str]) -> list[Unit]:
    found: list[Unit] = []
    annex, last = "", 0
    held: list[str] | None = None
    for line in lines:
        article, above = _ARTICLE.match(line), _ANNEX.match(line)
        number = 1 if article and article[1] == "premier" else int(article[1]) if article else 0
        if article and number == last + 1:
            last, held = number, []
            found.append(_unit((annex, number), held))
        elif above and line.isupper() | (line == "Annex"):
            annex, last, held = above[1] or "", 0, None
        elif _PART.match(line) or _END.match(line):
            held = None
        if held is not None:
            held.append(line)
            found[-1] = _unit((annex, last), held)
    return found


def _unit(key: tuple[str, int], lines: list[str]) -> Unit:
    text = "\n".join(lines)
    starts = [match.start() for match in _PARAGRAPH.finditer(text)]
    paragraphs = [
        (int(text[a:].split(".", 1)[0]), tuple(tokens(text[a:b])))
        for a, b in pairwise([*starts, len(text)])
    ]
    return Unit(key, tuple(tokens(text)), tuple(paragraphs))
