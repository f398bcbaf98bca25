"""How a file was read, as text or as JSON-ready data, for the command line.

In: an `Inspection`. Out: a page of plain text: what the file is, by which convention it was read
and which came next, warnings and faults, the share of each place, every passage that could not be
placed with its page, provisions and marks by kind; or the same as plain dictionaries.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker import kinds
from tracker.errors import printable
from tracker.report import FAULTS
from tracker.texts import Inspection


def as_data(found: Inspection) -> dict[str, object]:
    """The inspection as the `inspect` command gives it in JSON."""
    draft, report = found.draft, found.report
    return {
        "file": draft.source.name,
        "format": draft.source.format,
        "sha256": draft.source.sha256,
        "pages": len(draft.pages),
        "convention": draft.convention,
        "scores": dict(found.scores),
        "layer": draft.layer,
        "layers": list(found.layers),
        "title": draft.title,
        "characters": report.characters,
        "shares": [
            {"place": one.place, "characters": one.characters, "share": round(one.share, 6)}
            for one in report.shares
        ],
        "unplaced": [{"page": one.page, "text": one.text} for one in report.unplaced],
        "warnings": list(report.warnings),
        "errors": list(report.errors),
        "provisions": dict(report.provisions),
        "marks": dict(report.marks),
    }


def as_text(found: Inspection) -> str:
    """The inspection as a page of plain text."""
    return "\n".join(_lines(found))


def _lines(found: Inspection) -> Iterator[str]:
    draft, report = found.draft, found.report
    pages = f"{len(draft.pages)} page{'' if len(draft.pages) == 1 else 's'}"
    source = draft.source
    yield f"{printable(source.name)}: {source.format}, {pages}, SHA-256 {source.sha256}"
    yield f"Read as {_convention(found)}."
    if found.layers:
        yield _layers(found)
    yield from (f"ERROR: {one}" for one in report.errors)
    yield from (f"Warning: {one}" for one in report.warnings)
    yield ""
    rows = [
        (_named(one.place), f"{one.characters:,}", _percent(one.share)) for one in report.shares
    ]
    rows.append(("in all", f"{report.characters:,}", "100%"))
    width = max(len(row[0]) for row in rows)
    yield f"{'Where the visible characters are':{width}}"
    yield from (f"  {place:{width}}  {count:>10}  {share:>7}" for place, count, share in rows)
    yield ""
    if report.unplaced:
        yield f"Unplaced passages ({len(report.unplaced)}):"
        yield from (f"  page {one.page}: {' '.join(one.text.split())}" for one in report.unplaced)
    else:
        yield "No passage is unplaced."
    yield f"Provisions: {kinds.counted(draft.provisions)}."
    yield f"Marks of the drafters: {kinds.marks_counted(report.marks)}."


def _named(place: str) -> str:
    """A place in plain words, a fault in capitals.

    >>> _named("rule"), _named("lost")
    ('drawn lines', 'LOST')
    """
    said = kinds.PLACES[place][0] if place in kinds.PLACES else place.replace("-", " ")
    return said.upper() if place in FAULTS else said


def _layers(found: Inspection) -> str:
    """Which texts the file offers, which of them was read, and how to read another."""
    names = " and ".join(f"“{one}”" for one in found.layers)
    named = "the text " if len(found.layers) == 1 else "the texts "
    if found.draft.layer:
        read = f"this is “{found.draft.layer}”"
    else:
        read = "here they are read as one, with the changes as marks on the words"
    return f"The file holds {named}{names}; {read}. --layer NAME reads one alone."


def _convention(found: Inspection) -> str:
    """The convention that was followed, how well the document fits it, and which came next."""
    scores = dict(found.scores)
    name = found.draft.convention
    used = f"{name}, which the document fits to {scores[name]:.0%}" if name in scores else name
    others = [(other, score) for other, score in found.scores if other != name and score > 0]
    if not others:
        return f"{used}; it fits no other convention"
    return f"{used}; next best: {others[0][0]}, {others[0][1]:.0%}"


def _percent(share: float) -> str:
    """
    >>> _percent(0.9731), _percent(0.00001), _percent(0.99999), _percent(1.0)
    ('97.31%', '<0.01%', '>99.99%', '100%')
    """
    if share == 1:
        return "100%"
    if share < 0.0001:
        return "<0.01%"
    return ">99.99%" if share >= 0.99995 else f"{share:.2%}"
