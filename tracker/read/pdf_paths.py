"""One page of PDFium → the straight lines drawn on it; runs in the child process only.

In: a page that PDFium loaded. Out: rules, level or upright, on the page as shown: strokes, the long
sides of thin rectangles, and the four sides of drawn frames. Curves, slanted lines, white lines and
filled areas are left out. Lines under and through words, and of tables, are told apart later.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2_raw as pdfium

from tracker.read.pdf_text import Frame, Rule

MOST_RULES = 5_000
"""On one page; more are a drawing, not the rules of a text."""
MOST_SEGMENTS = 400
"""Of one path; more are a drawing."""
MOST_OBJECTS = 100_000
DEEPEST = 4
"""Forms within forms; each may hold thousands."""
THIN = 3.0
"""Points: a rectangle no thicker than this is a line; a double rule or a heavy bar is thicker."""
WHITE = 250

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rules_of(page: Any, frame: Frame) -> list[Rule]:
    """The straight lines of a page, each once, in the order drawn."""
    found: dict[Rule, None] = {}
    for path, matrix in _objects(page, pdfium.FPDF_PAGEOBJ_PATH):
        for rule in _of_path(path, matrix, frame):
            found[rule] = None
            if len(found) > MOST_RULES:
                return []
    return list(found)


def picture_share(page: Any, frame: Frame) -> float:
    """The share of the page that its largest picture covers, 0 to 1."""
    whole = max(frame.wide * frame.high, 1.0)
    share = 0.0
    for _, m in _objects(page, pdfium.FPDF_PAGEOBJ_IMAGE):
        share = max(share, abs(m[0] * m[3] - m[1] * m[2]) / whole)
    return round(min(share, 1.0), 3)


def _objects(page: Any, kind: int) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a kind, within forms too, with what turns their space into the page's."""
    left = [MOST_OBJECTS]

    def walk(count: int, get: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
        for number in range(count):
            left[0] -= 1
            if left[0] < 0:
                return
            thing = get(number)
            found = pdfium.FPDFPageObj_GetType(thing)
            if found == kind:
                yield thing, _times(_matrix(thing), outer)
            elif found == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inner = _times(_matrix(thing), outer)
                size = pdfium.FPDFFormObj_CountObjects(thing)
                yield from walk(
                    size, lambda n, f=thing: pdfium.FPDFFormObj_GetObject(f, n), inner, depth + 1
                )

    count = pdfium.FPDFPage_CountObjects(page)
    yield from walk(count, lambda n: pdfium.FPDFPage_GetObject(page, n), _PLAIN, 0)


def _matrix(thing: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


def _of_path(path: Any, m: Matrix, frame: Frame) -> Iterator[Rule]:
    """The rules of one path: of its strokes, and of the thin rectangles that it fills."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= MOST_SEGMENTS:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    filled = fill.value and not _white(pdfium.FPDFPageObj_GetFillColor, path)
    stroked = stroke.value and not _white(pdfium.FPDFPageObj_GetStrokeColor, path)
    if not filled and not stroked:
        return
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    thick = width.value * abs(m[0] * m[3] - m[1] * m[2]) ** 0.5
    for points in _strokes(path, count, m, frame):
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        thin = min(box[2] - box[0], box[3] - box[1])
        if len(points) > 3 and thin <= THIN:
            yield from _line((box[0], box[1]), (box[2], box[3]), max(thin, 0.0))
        elif stroked and thick <= THIN:
            for start, end in pairwise(points):
                yield from _line(start, end, thick)


def _strokes(path: Any, count: int, m: Matrix, frame: Frame) -> Iterator[list[Point]]:
    """The straight parts of a path, as the corners of each, on the page as shown."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for number in range(count):
        part = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(part)
        pdfium.FPDFPathSegment_GetPoint(part, x, y)
        u, v = x.value, y.value
        place = frame.point(m[0] * u + m[2] * v + m[4], m[1] * u + m[3] * v + m[5])
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            if len(points) > 1:
                yield points
            points = []
        points.append(place)
        if pdfium.FPDFPathSegment_GetClose(part) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _line(start: Point, end: Point, thick: float) -> Iterator[Rule]:
    """A rule, if the line is level or upright; a thin box is the line along its middle."""
    wide, high = abs(end[0] - start[0]), abs(end[1] - start[1])
    if wide >= 1.0 and high <= min(THIN, 0.2 * wide):
        level = round((start[1] + end[1]) / 2, 2)
        x0, x1 = sorted((start[0], end[0]))
        yield (round(x0, 2), level, round(x1, 2), level, round(thick, 2))
    elif high >= 1.0 and wide <= min(THIN, 0.2 * high):
        upright = round((start[0] + end[0]) / 2, 2)
        y0, y1 = sorted((start[1], end[1]))
        yield (upright, round(y0, 2), upright, round(y1, 2), round(thick, 2))


def _white(colour_of: Any, path: Any) -> bool:
    """Whether a colour cannot be seen on paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(path, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= WHITE
