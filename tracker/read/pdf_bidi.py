"""Letters as they stand on a line → the order in which they are read, for right-to-left scripts.

In: the pieces of one row, with the edges of their letters. Out: pieces in logical order. PDFium's
own order cannot be used: it turns letters, digits and brackets of a line about without knowing
which way the line runs. So the letters are taken from left to right as printed and the rule of
Unicode (UAX #9) is walked backwards: what runs from the left (Latin words, numbers) stays as it
is, everything else is turned about. Which bracket opens is told by the blanks around it, since
writers disagree whether a mirrored bracket is stored as it looks or as it is meant.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.read.pdf_pieces import Piece

_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›"))
_PAIRS = {sign: pair for pair in _BRACKETS for sign in pair}
_BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINS = frozenset(["ES", "CS"])
"""Kinds of characters that join two numbers: 22:30, 12/34, 3.5, 1-2."""
BLANK = 0.17
"""A hole wider than this share of the letter size is a blank, where none is printed."""


@dataclass(slots=True)
class Sign:
    """A letter with the marks that stand on it: text, edges, kind (L, R, N for numbers, B for a
    blank, else O), and the piece that it comes from."""

    text: str
    x0: float
    x1: float
    kind: str
    piece: Piece
    bidi: str = ""


def has_backwards(pieces: Iterable[Piece]) -> bool:
    """Whether a row holds letters that are read from the right."""
    return any(not piece.text.isascii() and _BACKWARDS.search(piece.text) for piece in pieces)


def runs_backwards(pieces: Iterable[Piece]) -> bool:
    """Whether most letters of a row are read from the right."""
    found = list(pieces)
    if not has_backwards(found):
        return False
    count = Counter(unicodedata.bidirectional(c) for piece in found for c in piece.text)
    return count["R"] + count["AL"] > count["L"]


def logical(row: Sequence[Piece], backwards: bool) -> list[Piece]:
    """The row in the order of reading; `backwards` says that the line as a whole runs leftwards."""
    signs = _spaced(_signs(row))
    ordered = _leftwards(signs) if backwards else _rightwards(signs)
    if backwards:
        _turn_brackets(ordered)
    return _pieces(ordered)


def _signs(row: Iterable[Piece]) -> list[Sign]:
    """The letters from left to right as printed; marks with the letter they stand on."""
    signs: list[Sign] = []
    marks: list[Sign] = []
    for piece in row:
        last: tuple[float, float] | None = None
        start = len(signs)
        for letter, edge in zip(piece.text, piece.edges, strict=True):
            if edge is None or (letter == " " and edge[0] == edge[1]):
                continue  # a blank that PDFium supposes; the hole tells
            plain = _plain(letter)
            bidi = unicodedata.bidirectional(plain[0])
            if unicodedata.combining(letter):
                marks.append(Sign(letter, *edge, "M", piece))
            elif edge == last and len(signs) > start and bidi in ("R", "AL"):
                # One glyph for two letters (lam-alef): PDFium has turned the two about.
                signs[-1].text = plain + signs[-1].text
            else:
                signs.append(Sign(plain, *edge, _kind(plain[0], bidi), piece, bidi))
            last = edge
    if marks and signs:
        _put_on(marks, [s for s in signs if s.bidi in ("R", "AL")] or signs)
    return sorted(signs, key=lambda s: s.x0 + s.x1)


def _put_on(marks: Sequence[Sign], signs: Sequence[Sign]) -> None:
    """Give each mark to the letter whose middle is nearest, of equals to the first."""
    places = sorted((sign.x0 + sign.x1, n) for n, sign in enumerate(signs))
    for mark in marks:
        middle = mark.x0 + mark.x1
        at = bisect_left(places, (middle, -1))
        near = places[at : at + 1]
        if at:
            near.append(places[bisect_left(places, (places[at - 1][0], -1))])
        _, first = min((abs(place - middle), n) for place, n in near)
        signs[first].text += mark.text


def _plain(letter: str) -> str:
    """Arabic forms for the start, middle and end of words become the plain letter."""
    if "\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc":
        return unicodedata.normalize("NFKC", letter).strip() or letter
    return letter


def _kind(letter: str, bidi: str) -> str:
    if letter == " ":
        return "B"
    if bidi in ("R", "AL", "L"):
        return "L" if bidi == "L" else "R"
    return "N" if bidi in ("EN", "AN") else "O"


def _spaced(signs: list[Sign]) -> list[Sign]:
    """One blank where there is a hole or a printed blank, none at the ends."""
    out: list[Sign] = []
    for sign in signs:
        if sign.kind == "B":
            if out and out[-1].kind != "B":
                out.append(sign)
            continue
        last = out[-1] if out else None
        if last and last.kind != "B":
            hole = sign.x0 - last.x1
            if hole > BLANK * min(sign.piece.size, last.piece.size):
                out.append(Sign(" ", last.x1, sign.x0, "B", last.piece))
        out.append(sign)
    while out and out[-1].kind == "B":
        out.pop()
    return out


def _leftwards(signs: Sequence[Sign]) -> list[Sign]:
    """Signs of a stretch that is read from the right: each island as it is, all else turned."""
    words = _words(signs)
    islands: list[list[Sign]] = []
    start = 0
    while start < len(words):
        end = _island(words, start)
        islands.append([sign for word in words[start:end] for sign in word])
        start = end
    return [sign for island in reversed(islands) for sign in island]


def _rightwards(signs: Sequence[Sign]) -> list[Sign]:
    """Signs of a line that runs from the left: stretches of right-to-left letters are turned."""
    out: list[Sign] = []
    start = 0
    while start < len(signs):
        if signs[start].kind != "R":
            out.append(signs[start])
            start += 1
            continue
        end = start + 1
        for place in range(start + 1, len(signs)):
            if signs[place].kind == "L":
                break
            if signs[place].kind == "R":
                end = place + 1
        out += _leftwards(signs[start:end])
        start = end
    return out


def _words(signs: Sequence[Sign]) -> list[list[Sign]]:
    """Latin words and whole numbers (22:30, 12/34, 50%) together, every other sign alone."""
    words: list[list[Sign]] = []
    for n, sign in enumerate(signs):
        last = words[-1] if words else None
        same = last is not None and last[0].kind == sign.kind
        number = last is not None and last[0].kind == "N" and _goes_on(signs, n)
        if number or (same and sign.kind == "L"):
            words[-1].append(sign)
        else:
            words.append([sign])
    return words


def _goes_on(signs: Sequence[Sign], n: int) -> bool:
    """Whether a sign right of a number belongs to it: a digit, a joint, or European per cent."""
    sign, before = signs[n], signs[n - 1]
    if sign.kind == "N":
        return True
    if sign.bidi == "ET":
        return before.bidi == "EN"
    after = signs[n + 1] if n + 1 < len(signs) else None
    return sign.bidi in _JOINS and before.kind == "N" and after is not None and after.kind == "N"


def _island(words: Sequence[Sequence[Sign]], start: int) -> int:
    """Where the stretch that runs from the left and begins at `start` ends.

    It begins with a Latin word, or with a number that no blank parts from one (2/CP), and goes on
    to the last Latin word or European number before the next right-to-left letter.
    """
    place = start
    while place < len(words) and _european(words[place]) and place - start < 4:
        place += 1
        while place < len(words) and words[place][0].bidi in (*_JOINS, "ON"):
            place += 1
    if place == len(words) or words[place][0].kind != "L":
        return start + 1
    end = place + 1
    for n in range(place + 1, len(words)):
        if words[n][0].kind == "R":
            break
        if words[n][0].kind == "L" or _european(words[n]):
            end = n + 1
    inside = "".join(sign.text for word in words[start:end] for sign in word)
    for opening, closing in _BRACKETS:
        left = inside.count(opening) > inside.count(closing)
        if left and end < len(words) and words[end][0].text == closing:
            end += 1
    return end


def _european(word: Sequence[Sign]) -> bool:
    return word[0].bidi == "EN"


def _turn_brackets(signs: list[Sign]) -> None:
    """Let each bracket outside Latin words open or close as the text around it says."""
    opened: Counter[tuple[str, str]] = Counter()
    for n, sign in enumerate(signs):
        pair = _PAIRS.get(sign.text)
        if pair is None or _within_latin(signs, n):
            continue
        before = n == 0 or signs[n - 1].kind == "B" or signs[n - 1].text in _PAIRS
        after = n + 1 == len(signs) or signs[n + 1].kind in "BO"
        opens = before and not after if before != after else not opened[pair]
        if opens or opened[pair]:
            opened[pair] += 1 if opens else -1
        sign.text = pair[0] if opens else pair[1]


def _within_latin(signs: Sequence[Sign], n: int) -> bool:
    """Whether a bracket stands between signs that run on from the left: its shape is its sense."""
    near = [signs[m] for m in (n - 1, n + 1) if 0 <= m < len(signs)]
    return len(near) == 2 and all(s.kind == "L" for s in near) and near[0].x0 < near[1].x0


def _pieces(signs: Iterable[Sign]) -> list[Piece]:
    """The signs as pieces again, one for each run of signs from pieces of the same look."""
    out: list[Piece] = []
    run: list[Sign] = []
    for sign in signs:
        if run and _look(run[-1].piece) != _look(sign.piece):
            out.append(_piece(run))
            run = []
        run.append(sign)
    if run:
        out.append(_piece(run))
    return out


def _look(piece: Piece) -> tuple[object, ...]:
    return (piece.style, piece.raised, piece.struck, piece.underlined, piece.recovered)


def _piece(run: Sequence[Sign]) -> Piece:
    first = run[0].piece
    x0, x1 = min(s.x0 for s in run), max(s.x1 for s in run)
    box = (x0, first.box[1], x1, first.box[3])
    text = "".join(sign.text for sign in run)
    return replace(first, text=text, x0=x0, x1=x1, box=box, space=0, edges=())
