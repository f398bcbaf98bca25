"""What the measuring scripts share: a row of their table, where the documents are, F1.

In: nothing. Out: `Row`, `data`, `f1`, `word_share`, `show`, `printed`.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Indel


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: of which document, what it measures, as printed, its bar, whether it holds."""

    name: str
    what: str
    measured: str
    bar: str
    held: bool

    @classmethod
    def at_least(cls, name: str, what: str, figure: float, bar: float) -> Row:
        """A share that must reach a bar, shown with four digits, never rounded up."""
        shown = f"{int(figure * 10_000) / 10_000:.4f}"
        return cls(name, what, shown, f"≥ {bar:g}", figure >= bar)

    @classmethod
    def equal(cls, name: str, what: str, figure: object, bar: object) -> Row:
        """A figure that must be just this."""
        return cls(name, what, str(figure), str(bar), figure == bar)

    @classmethod
    def at_most(cls, name: str, what: str, figure: float, bar: float, unit: str) -> Row:
        """A cost that must stay below a bar."""
        return cls(name, what, f"{figure:.3g} {unit}", f"≤ {bar:g} {unit}", figure <= bar)


def data(*parts: str) -> Path:
    """A file of the shared folder of real documents."""
    default = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
    return Path(os.environ.get("TRACKER_SHARED_DATA", default)).joinpath(*parts)


def f1(found: Iterable[Hashable], wanted: Iterable[Hashable]) -> float:
    """Harmonic mean of precision and recall over two multisets; 1 if both are empty."""
    have, want = Counter(found), Counter(wanted)
    total = have.total() + want.total()
    return 2 * (have & want).total() / total if total else 1.0


def word_share(found: Sequence[str], wanted: Sequence[str]) -> float:
    """Likeness of two sequences of words in their order, 0 to 1: 1 - (lost + added) / all."""
    return Indel.normalized_similarity(found, wanted)


def show(rows: Iterable[Row]) -> None:
    """Print rows one below another, and end the program: with 1 if a figure falls short."""
    sys.exit(0 if printed(rows) else 1)


def printed(rows: Iterable[Row]) -> bool:
    """Print rows one below another; whether every figure holds."""
    held = True
    for row in rows:
        verdict = "" if row.held else "falls short"
        print(f"{row.name:34} {row.what:48} {row.measured:>10} {row.bar:>10}  {verdict}".rstrip())
        held = held and row.held
    return held
