"""Footnotes: which lines are notes, and where in the text their anchors stand.

In: the lines of a reading without its margins. Out: the lines that are notes (smaller print at the
foot of a page, under a drawn line, or under a table), and the lines of the text, raised where a
note of that sign is anchored and nowhere else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from tracker.ingesters.walk.grammar import TITLES
from tracker.ingesters.walk.margins import SMALL
from tracker.read import Line, Run

RULE = re.compile(r"[_\u2013\u2014=-]{3,}")
"""A line drawn in characters."""

_SIGN = r"(?:\d{1,3}|[*\u2020\u2021\uf02a]{1,3})"
"""What numbers a note; U+F02A is the asterisk of the font Symbol."""

_NOTE_START = re.compile(rf"(?:{_SIGN}|[a-z])(?:\s?/)?\s+\S|\[\d{{1,3}}\]")
_SURE_START = re.compile(
    rf"(?:{_SIGN}|[a-z])\s?/\s+\S|[*\u2020\u2021\uf02a]{{1,3}}\s+\S|\[\d{{1,3}}\]"
)
"""What begins a note though it is not raised, and no words of a sentence."""

_RULED_NOTE = re.compile(rf"{_SIGN}(?:\s?/)?\s+\S|\[\d{{1,3}}\]")
_NUMBERS_NOTE = re.compile(rf"\[?(?P<sign>{_SIGN}|[a-z])(?:\]|(?P<slash>\s?/)|(?=\s|[^\W\d]|$))")
_MEASURE = re.compile(r"\d\s?[kcdm]?m$")
"""A measure of length, of which a raised 2 or 3 makes one of area or of volume."""

_TITLE_NUMBER = re.compile(
    r"[\[(]?(?:(?:articles?|art\.|art[ií]culo|статья|sec(?:tion)?\.?|part|title|chapter|annex|schedule"
    r"|option|partie|titre|chapitre|annexe|parte|t[ií]tulo|cap[ií]tulo|anexo|часть|глава|раздел)"
    r"(?:\s(?:\d{1,4}|[ivxlc]{1,7})[.:]?)?|\d{1,3}[.)])?\s?(?:\(?\w{1,4}[.)]\s?){0,4}",
    re.IGNORECASE,
)
"""The number of an article or a paragraph: a raised sign behind it cannot be a part of it."""

_SLASHED = re.compile(r"(\d{1,3})/(?=\s)")
_SLASHED_ANCHOR = re.compile(r"(?<!\S)(\d{1,3})/(?=[\s,.;:)]|$)")


def footnotes(lines: Sequence[Line], size: float) -> dict[int, str]:
    """All lines that are notes; `size` is that of the text in points, 0 if unknown."""
    found = _ruled(lines)
    if size:
        by_page: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            by_page[line.page].append(line)
        for on_page in by_page.values():
            found.update(_at_foot(on_page, size))
            found.update(_under_tables(on_page, size))
    return found


def _small(line: Line, size: float) -> bool:
    return 0.0 < line.size <= size * SMALL


def _at_foot(lines: Sequence[Line], size: float) -> dict[int, str]:
    """Smaller print at the foot of a page that begins like a note; under a drawn line it may be
    the rest of a note that began a page earlier."""
    foot: list[Line] = []
    rule = 0
    for line in sorted(lines, key=lambda x: (-x.top, -x.start)):
        drawn = RULE.fullmatch(line.text.strip()) is not None
        if not drawn and not _small(line, size):
            break
        foot.append(line)
        if drawn:
            rule = len(foot) - 1
    anchored = {
        line.text[run.start : run.end].strip() for line in lines for run in line.runs if run.raised
    }
    below = len(foot) < len(lines)
    starts = [n + 1 for n, line in enumerate(foot) if _starts_note(line, anchored, below=below)]
    end = max([rule, *starts])
    return {id(x): "footnote" for x in foot[:end] if not RULE.fullmatch(x.text.strip())}


def _starts_note(line: Line, anchored: Collection[str], *, below: bool) -> bool:
    """Whether a line begins a note. A letter alone, or a figure before a small letter, may begin a
    line of any text in smaller print, if it is not raised and no anchor on the page has it; so may
    a figure where nothing stands above (`below`) that it could be a note to."""
    match = _NOTE_START.match(line.text)
    if match is None:
        return False
    raised = bool(line.runs) and line.runs[0].raised and line.runs[0].start == 0
    sign = match.group().split()[0].rstrip("/")
    counted = below and sign.isdigit() and not match.group()[-1].islower()
    return raised or counted or sign in anchored or _SURE_START.match(line.text) is not None


def _under_tables(lines: Sequence[Line], size: float) -> dict[int, str]:
    """Smaller print that begins with a raised sign, wherever it stands, to the end of its block."""
    found: dict[int, str] = {}
    inside = False
    for line in lines:
        if not _small(line, size):
            inside = False
        elif line.runs and line.runs[0].raised and line.runs[0].start == 0:
            inside = bool(_NOTE_START.match(line.text))
        elif line.gap >= 1.0:
            inside = False
        if inside:
            found[id(line)] = "footnote"
    return found


def _ruled(lines: Sequence[Line]) -> dict[int, str]:
    """Notes under a drawn line in print of one size: to the foot of a printed page, in a format
    without pages down to a gap that no note follows."""
    found: dict[int, str] = {}
    inside = False
    before: Line | None = None
    for line in lines:
        same_page = before is not None and before.page == line.page
        starts = bool(_RULED_NOTE.match(line.text))
        if before is not None and RULE.fullmatch(before.text.strip()):
            inside = same_page and starts
        elif inside and line.size:
            inside = same_page
        elif inside:
            inside = same_page and (starts or (line.gap == 0.0 and not TITLES.match(line.text)))
        if inside and not RULE.fullmatch(line.text.strip()):
            found[id(line)] = "footnote"
        before = line
    return found


def with_anchors(lines: Sequence[Line], notes: Iterable[Line]) -> list[Line]:
    """The lines of the text, raised where a note is anchored, and nowhere else: a raised sign that
    no note bears is of the text ("5 m2", "10 to the 3", "1st"), but for one behind the number of a
    provision; a typewritten sign ("1/") that a note bears is an anchor though it is not raised."""
    below = list(notes)
    slashed = {match[1] for note in below if (match := _SLASHED.match(note.text.lstrip()))}
    signs = slashed | set(map(_sign_of, below)) | {_raised_at_start(line) for line in lines}
    return [_only_anchors(_with_anchors(line, slashed), signs) for line in lines]


def _sign_of(note: Line) -> str:
    """What numbers a note; `""` for the second line of one. A letter alone begins other lines."""
    match = _NUMBERS_NOTE.match(note.text.lstrip())
    if match is None or (match["sign"].isalpha() and not match["slash"]):
        return _raised_at_start(note)
    return match["sign"]


def _raised_at_start(line: Line) -> str:
    first = line.runs[0] if line.runs else None
    if first is None or not first.raised or line.text[: first.start].strip():
        return ""
    return line.text[first.start : first.end].strip().rstrip("/").strip()


def _only_anchors(line: Line, signs: Collection[str]) -> Line:
    runs = tuple(
        replace(run, raised=False) if run.raised and not _is_anchor(line, run, signs) else run
        for run in line.runs
    )
    return line if runs == line.runs else replace(line, runs=runs)


def _is_anchor(line: Line, run: Run, signs: Collection[str]) -> bool:
    sign = line.text[run.start : run.end].strip().rstrip("/").strip()
    before = line.text[: run.start]
    if sign in ("2", "3") and _MEASURE.search(before[-12:]):
        return False
    return sign in signs or _TITLE_NUMBER.fullmatch(before[:60].strip()) is not None


def _with_anchors(line: Line, known: Collection[str]) -> Line:
    runs = [
        Run(match.start(), match.end(), raised=True)
        for match in _SLASHED_ANCHOR.finditer(line.text)
        if match[1] in known
    ]
    if not runs:
        return line
    return replace(line, runs=tuple(sorted((*line.runs, *runs), key=lambda run: run.start)))
