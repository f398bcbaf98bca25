"""From a file to the drafts that it holds, and what its reading came to.

In: a path, what is known of the document (`About`), a convention's name if one is given. Out: a
`Draft`; of a file that holds several texts (a committee print, a four-column table) the one asked
for, or all of them in the order of time; or an `Inspection`, which says how
the file was read and where every character of it went.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import StructureError
from tracker.ingesters import About, choose, conventions, ingest, layers_of
from tracker.ingesters.sides import Layered
from tracker.model import Draft
from tracker.read import read
from tracker.report import ReadingReport, report


@dataclass(frozen=True, slots=True)
class Inspection:
    """How a file was read. `scores` are the conventions with how surely the document follows each
    (0 to 1), best first; `layers` the texts that the file offers, in the order of time, empty if
    there is one."""

    draft: Draft
    report: ReadingReport
    scores: tuple[tuple[str, float], ...]
    layers: tuple[str, ...]


def draft_of(path: Path, about: About, convention: str = "", *, ocr: bool = False) -> Draft:
    """Read one file and ingest it by its drafting convention (by name, if one is given): the text
    that `about.layer` names, without a name the one that the convention proposes.

    Args:
        ocr: read pages that are pictures with a program that recognises letters.
    Raises:
        ReadError, IngestError: the file cannot be read, or not as a draft, or has no such layer.
    """
    return ingest(read(path, ocr=ocr, language=about.language), about, convention)


def drafts_of(path: Path, about: About, convention: str = "", *, ocr: bool = False) -> list[Draft]:
    """All texts of a file that its convention keeps apart, in the order of time, each with its
    layer behind its symbol (`A/1 [Council Mandate]`); if `about.layer` names one, that alone, under
    the symbol itself. A text with tracked changes or words struck through is one draft, in which
    these are marks.

    A layer that holds no draft (an empty column) is left out; the others carry a warning.

    Raises:
        ReadError, IngestError: as `draft_of`; no layer holds a draft.
    """
    reading = read(path, ocr=ocr, language=about.language)
    ingester = choose(reading, convention)
    layers = ingester.layers(reading) if isinstance(ingester, Layered) else ()
    if about.layer or len(layers) < 2:
        return [ingest(reading, about, ingester.name)]
    found: list[Draft] = []
    left_out: list[str] = []
    for layer in layers:
        symbol = layered(about.symbol, layer)
        try:
            one = ingest(reading, replace(about, symbol=symbol, layer=layer), ingester.name)
        except StructureError as error:
            left_out.append(f"the text {layer!r} of the same file was left out: {error}")
        else:
            found.append(one)
    if not found:
        raise StructureError(f"{reading.name}: no text in it is a draft; {left_out[0]}")
    return [replace(one, warnings=(*one.warnings, *left_out)) for one in found]


def inspect(path: Path, about: About, convention: str = "", *, ocr: bool = False) -> Inspection:
    """Read a file and say how it was read.

    Raises:
        ReadError, IngestError: as `draft_of`.
    """
    reading = read(path, ocr=ocr, language=about.language)
    ingester = choose(reading, convention)
    draft = ingest(reading, about, ingester.name)
    scores = ((name, one.score(reading)) for name, one in conventions().items())
    ordered = tuple(sorted(scores, key=lambda one: (-one[1], one[0])))
    return Inspection(draft, report(draft), ordered, layers_of(reading, ingester))


def layered(symbol: str, layer: str) -> str:
    """The symbol of one of several texts in a file.

    >>> layered("A/1", "before")
    'A/1 [before]'
    """
    return f"{symbol} [{layer}]"
