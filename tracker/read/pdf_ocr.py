"""Pages that are pictures → their text, by the program `tesseract`, if it is installed.

In: a PDF, the number of a page without text or with no more than a stamp, and the stamp's lines.
Out: the page's text and its lines, every recognised run marked `ocr`, the stamp as the file has it.
The program is no part of this project and is only called when asked for: what it reads is a guess,
and everything that uses it must be able to say so.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from unicodedata import east_asian_width

from rapidfuzz.distance import Indel

from tracker.errors import ReadError
from tracker.read import pdf_render
from tracker.read.lines import Line, Run
from tracker.read.pdf_pieces import clean_text
from tracker.read.pdf_processes import environment

PROGRAM = "tesseract"
DOTS = 300
"""Per inch; what the program's makers advise."""
SECONDS = 120.0
"""For one page; a full page of small letters takes 10."""
MOST_OUTPUT = 16 << 20
ALIKE = 0.5
"""How alike a recognised word and the text that is printed there are at least, 0 to 1."""

LANGUAGES = {
    "en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "chi_sim", "de": "deu",
    "it": "ita", "pt": "por", "nl": "nld", "pl": "pol", "uk": "ukr", "he": "heb", "ja": "jpn",
    "ko": "kor", "tr": "tur", "fa": "fas", "el": "ell", "sv": "swe", "da": "dan", "fi": "fin",
    "cs": "ces", "hu": "hun", "ro": "ron", "bg": "bul", "ga": "gle",
}  # fmt: skip
"""ISO 639-1 → the names of the program's language files."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as it was recognised, how sure the program was, 0 to 100, and of how many words."""

    text: str
    lines: list[Line]
    sure: float
    words: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word: text, place in dots, sureness, and the number of its line and
    paragraph."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    sure: float
    line: tuple[int, int, int]


def recognise(
    file: IO[bytes],
    name: str,
    number: int,
    *,
    language: str,
    memory: int,
    written: Sequence[Line] = (),
) -> Recognised:
    """Recognise page `number` (from 1) of a PDF.

    Args:
        language: ISO 639-1 code.
        memory: bytes of address space of the process that draws the page.
        written: lines of the page that are text and no picture: they stay, and what the program
            reads in their place is left out.
    Returns:
        The lines of both kinds, from top to bottom; only `written` if nothing else was recognised.
    Raises:
        ReadError: the program or its file for the language is missing, or it failed.
    """
    seconds = SECONDS
    program, code = _program(name), _code(name, language)
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, "page.pgm")
        _draw(file, name, number, picture, memory, seconds)
        command = [program, str(picture), "stdout", "-l", code, "--dpi", str(DOTS), "tsv"]
        table = _run(command, name, number, seconds)
    try:
        width, height, words = _words(table)
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise ReadError(
            f"{name}, page {number}: {PROGRAM} gave no table of words ({error}); "
            "run OCR by hand and use its result"
        ) from error
    width, height = max(width, 1), max(height, 1)
    words = [word for word in words if not _is_written(word, written, width, height)]
    return _together(_lines(words, number, width, height), written, words)


def _is_written(word: Word, written: Sequence[Line], width: int, height: int) -> bool:
    """Whether a word was read off a line that is text: it stands there, and is much like it."""
    across, down = (word.left + word.right) / 2 / width, (word.top + word.bottom) / 2 / height
    said = _bare(word.text)
    return any(
        line.left <= across <= line.right
        and line.top <= down <= line.bottom
        and (
            said in _bare(line.text)
            or any(Indel.normalized_similarity(said, _bare(w)) >= ALIKE for w in line.text.split())
        )
        for line in written
    )


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())) or text


def _together(lines: list[Line], written: Sequence[Line], words: Sequence[Word]) -> Recognised:
    """Lines of both kinds, each that is text before the recognised ones that are all below it."""
    merged = list(lines)
    for line in reversed(written):
        above = [n for n, one in enumerate(merged) if one.top < line.top and one.runs[0].ocr]
        merged.insert(above[-1] + 1 if above else 0, replace(line, cell=None))
    at = 0
    for n, line in enumerate(merged):
        merged[n] = replace(line, start=at)
        at += len(line.text) + 1
    sure = sum(word.sure for word in words) / len(words) if words else 0.0
    return Recognised("\n".join(line.text for line in merged), merged, sure, len(words))


def _program(name: str) -> str:
    program = shutil.which(PROGRAM)
    if program is None:
        raise ReadError(
            f"{name}: text recognition needs the program {PROGRAM}, which is not on the PATH; "
            "install tesseract-ocr and its file for the language"
        )
    return program


def _code(name: str, language: str) -> str:
    try:
        return LANGUAGES[language]
    except KeyError:
        known = ", ".join(sorted(LANGUAGES))
        raise ReadError(
            f"{name}: no text recognition for the language {language!r}; give one of {known}"
        ) from None


def _draw(
    file: IO[bytes], name: str, number: int, picture: Path, memory: int, seconds: float
) -> None:
    arguments = (memory, int(seconds) + 1, number - 1, DOTS)
    command = [sys.executable, "-P", pdf_render.__file__, *map(str, arguments)]
    file.seek(0)
    with picture.open("wb") as drawn:
        try:
            done = subprocess.run(
                command, stdin=file, stdout=drawn, stderr=subprocess.DEVNULL, env=environment(),
                timeout=seconds, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise _late(name, number, seconds) from None
    if done.returncode:
        raise ReadError(
            f"{name}, page {number}: PDFium could not draw it (exit code {done.returncode}); "
            "the PDF is damaged or hostile, get the file again"
        )


def _run(command: list[str], name: str, number: int, seconds: float) -> str:
    """What the program says; the environment keeps it to one thread, as its makers advise."""
    env = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=env,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _late(name, number, seconds) from None
    if done.returncode or len(done.stdout) > MOST_OUTPUT:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise ReadError(
            f"{name}, page {number}: {PROGRAM} failed with exit code {done.returncode} ({said}); "
            "install its file for the language, or run OCR by hand"
        )
    return done.stdout.decode("utf-8", "replace")


def _late(name: str, number: int, seconds: float) -> ReadError:
    return ReadError(
        f"{name}, page {number}: text recognition took more than {seconds:g} s and was stopped; "
        "run OCR by hand and use its result"
    )


def _words(table: str) -> tuple[int, int, list[Word]]:
    """Width and height of the picture, and its words, from the program's table."""
    words: list[Word] = []
    width = height = 1
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        left, top, wide, high = (int(row[key] or 0) for key in ("left", "top", "width", "height"))
        if row["level"] == "1":
            width, height = wide, high
        text = " ".join(clean_text(row["text"] or "").split())
        if row["level"] != "5" or not text:
            continue
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        sure = max(float(row["conf"]), 0.0)
        words.append(Word(text, left, top, left + wide, top + high, sure, line))
    return width, height, words


def _lines(words: list[Word], number: int, width: int, height: int) -> list[Line]:
    """The printed lines; where they begin in the page's text is told later."""
    lines: list[Line] = []
    last: tuple[int, int, int] | None = None
    for group in _groups(words):
        text = _joined(group)
        new = last is not None and group[0].line[:2] != last[:2]
        last = group[0].line
        lines.append(
            Line(
                text=text,
                page=number,
                start=0,
                left=_share(min(word.left for word in group), width),
                right=_share(max(word.right for word in group), width),
                top=_share(min(word.top for word in group), height),
                bottom=_share(max(word.bottom for word in group), height),
                gap=1.0 if new else 0.0,
                runs=(Run(0, len(text), ocr=True),),
            )
        )
    return lines


def _groups(words: list[Word]) -> Iterator[list[Word]]:
    """The words of each printed line."""
    group: list[Word] = []
    for word in words:
        if group and word.line != group[-1].line:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _joined(group: list[Word]) -> str:
    """The words of a line; the program parts Chinese into words, which the print does not."""
    text = ""
    for word in group:
        wide = text and {east_asian_width(text[-1]), east_asian_width(word.text[0])} <= {"W", "F"}
        text += word.text if wide or not text else f" {word.text}"
    return text


def _share(value: int, whole: int) -> float:
    return round(min(max(value / whole, 0.0), 1.0), 4)
