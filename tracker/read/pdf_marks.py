"""Drawn lines → the letters that they strike through or underline.

In: a page's pieces and rules. Out: the pieces, cut where a mark begins or ends, with `struck` and
`underlined`. A PDF has no underlining: it has a line at some height. What is no mark: a rule of a
table (it meets upright rules, or runs past the words), the rule above footnotes and a border below
a paragraph (too low), a fraction's bar (words above and below, the line beside it at its height).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.read.pdf_pieces import Page, Piece, Rule

STRUCK = (0.12, 0.48)
"""Heights above the baseline, in letter sizes: writers strike at 0.2 to 0.3, doubly up to 0.4."""
UNDER = (-0.24, 0.02)
"""Underlines stand at -0.05 to -0.2; the border of a table's cell or a paragraph below -0.25."""
THICKEST = 0.17
"""In letter sizes: thicker bars hide or redact."""
OUTSIDE = 0.45
"""By how many letter sizes a mark may run past the words, as over the blank that follows."""
COVERED = 0.5
"""The share of a letter's width that the line must cross."""
MEETS = 1.5
"""Points between the ends of two rules that touch."""


def marked(page: Page) -> list[Piece]:
    """The level pieces of a page, with what the drawn lines say."""
    pieces = page.pieces.get(0, [])
    level = [rule for rule in page.rules if rule.level]
    if not level:
        return pieces
    upright = [rule for rule in page.rules if not rule.level]
    level = [rule for rule in _joined(level) if not any(_meets(rule, other) for other in upright)]
    struck: dict[int, list[Rule]] = {}
    under: dict[int, list[Rule]] = {}
    for rule in level:
        near = [(n, p) for n, p in enumerate(pieces) if _near(rule, p)]
        for heights, found in ((STRUCK, struck), (UNDER, under)):
            row = [(n, p) for n, p in near if heights[0] <= _height(rule, p) <= heights[1]]
            if row and _is_mark(rule, [p for _, p in row], pieces, heights):
                base = max((p for _, p in row), key=lambda p: p.size)
                for n, _ in [*row, *_raised(rule, base, near)]:
                    found.setdefault(n, []).append(rule)
                break
    out: list[Piece] = []
    for n, piece in enumerate(pieces):
        out += _cut(piece, struck.get(n, ()), under.get(n, ()))
    return out


def _near(rule: Rule, piece: Piece) -> bool:
    """Whether a rule runs over or close to a piece whose letters' places are known."""
    high = rule.y0 - piece.base
    return (
        bool(piece.edges)
        and rule.x0 < piece.x1
        and rule.x1 > piece.x0
        and -1.2 * piece.size < high < 1.2 * piece.size
    )


def _height(rule: Rule, piece: Piece) -> float:
    """Height of a rule over the baseline, in letter sizes."""
    return (piece.base - rule.y0) / piece.size


def _joined(level: Sequence[Rule]) -> list[Rule]:
    """Rules that continue one another become one: a writer draws one for each stretch of style."""
    rules: list[Rule] = []
    for rule in sorted(level, key=lambda r: (r.y0, r.x0)):
        last = rules[-1] if rules else None
        if last and abs(last.y0 - rule.y0) < 0.3 and last.x0 <= rule.x0 <= last.x1 + 0.6:
            thick = max(last.thick, rule.thick)
            rules[-1] = Rule(last.x0, last.y0, max(last.x1, rule.x1), last.y0, thick)
        else:
            rules.append(rule)
    return rules


def _meets(rule: Rule, upright: Rule) -> bool:
    """Whether an upright rule touches or crosses a level one."""
    return (
        rule.x0 - MEETS <= upright.x0 <= rule.x1 + MEETS
        and upright.y0 - MEETS <= rule.y0 <= upright.y1 + MEETS
    )


def _is_mark(
    rule: Rule, row: Sequence[Piece], pieces: Iterable[Piece], heights: tuple[float, float]
) -> bool:
    """Whether a line at the height of a mark is one, and not a rule of the page."""
    size = max(piece.size for piece in row)
    if rule.thick > THICKEST * size:
        return False
    starts = [edge[0] for piece in row for edge in piece.edges if edge]
    ends = [edge[1] for piece in row for edge in piece.edges if edge]
    if heights is STRUCK:
        # A struck tab or row of blanks has no letters at its ends.
        return any(rule.x0 - 4 * size <= x <= rule.x1 for x in starts)
    slack = OUTSIDE * size
    begins = min(abs(rule.x0 - x) for x in starts) <= slack
    ceases = min(abs(rule.x1 - x) for x in ends) <= slack
    return begins and ceases and not _is_fraction(rule, row, pieces)


def _is_fraction(rule: Rule, above: Sequence[Piece], pieces: Iterable[Piece]) -> bool:
    """Whether a line has words close below, no wider than it, and stands at the middle of the
    letters beside it."""
    size = max(piece.size for piece in above)
    below = beside = False
    for piece in pieces:
        drop = (piece.base - rule.y0) / size
        inside = piece.x0 >= rule.x0 - 0.2 * size and piece.x1 <= rule.x1 + 0.2 * size
        below = below or (inside and 0.55 <= drop <= 1.3)
        away = max(rule.x0 - piece.x1, piece.x0 - rule.x1)
        axis = 0.15 <= _height(rule, piece) <= 0.45
        beside = beside or (axis and -0.2 * size <= away <= 2 * size)
    return below and beside


def _raised(rule: Rule, base: Piece, near: Iterable[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """The small raised or lowered pieces of a marked row: their own baseline tells nothing."""
    return [
        (n, piece)
        for n, piece in near
        if piece.size < 0.8 * base.size and -0.4 <= (base.base - piece.base) / base.size <= 0.7
    ]


def _cut(piece: Piece, struck: Sequence[Rule], under: Sequence[Rule]) -> list[Piece]:
    """A piece in parts that are marked the same throughout."""
    if not struck and not under:
        return [piece]
    marks: list[tuple[bool, bool]] = []
    for letter, edge in zip(piece.text, piece.edges, strict=True):
        if edge is None or (letter == " " and edge[0] == edge[1]):
            marks.append(marks[-1] if marks else (False, False))
            continue
        marks.append((_crossed(edge, struck), _crossed(edge, under)))
    parts: list[Piece] = []
    start = 0
    for end in range(1, len(marks) + 1):
        if end == len(marks) or marks[end] != marks[start]:
            through, below = marks[start]
            parts.append(piece.part(start, end, struck=through, underlined=below))
            start = end
    return parts


def _crossed(edge: tuple[float, float], rules: Iterable[Rule]) -> bool:
    """Whether a rule covers most of a letter."""
    left, right = edge
    return any(
        min(right, rule.x1) - max(left, rule.x0) >= COVERED * (right - left) > 0
        or (right == left and rule.x0 <= left <= rule.x1)
        for rule in rules
    )
