"""What an ingester is: it recognises a drafting convention and turns a `Reading` into a `Draft`.

In: the lines of a file and what is known about it from outside (`About`). Out: a `Draft` in which
every character of the file stands in a provision or, under its own name, in the furniture. Others
add conventions through the entry-point group `negotiation_tracker.ingesters`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tracker.ingesters.doubts import doubts
from tracker.ingesters.marks.apply import with_marks
from tracker.ingesters.marks.looks import with_looks
from tracker.model import Draft, Furniture, Provision, Source, Standing
from tracker.read import Reading

FINAL = frozenset(
    ("un-treaty", "un-resolution", "civil-law", "eu-regulation", "ie-bill", "us-bill")
)
"""Conventions of final texts, on which drafters wrote seldom: there a name in brackets is a word of
the text ("[Geneva] (Switzerland)") if nothing says that it proposed or wants something, and so is
what is `agreed` or `pending` in a sentence or at its end."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document before it is read; `date` is ISO 8601, `language` ISO 639-1;
    `layer` is which of several texts in the file is wanted, `""` for the one that it proposes."""

    negotiation: str
    symbol: str
    date: str
    language: str = "en"
    standing: Standing = "official"
    address: str = ""
    partial: bool = False
    country: str = "zz"
    layer: str = ""

    def source(self, reading: Reading) -> Source:
        """The source record of the file that `reading` was made from."""
        return Source(
            name=reading.name,
            sha256=reading.sha256,
            format=reading.format,
            size=reading.size,
            standing=self.standing,
            address=self.address,
        )


def assemble(
    reading: Reading,
    about: About,
    *,
    convention: str,
    title: str,
    provisions: tuple[Provision, ...],
    furniture: Iterable[Furniture],
    layer: str = "",
) -> Draft:
    """The draft that an ingester read: what every convention does last, in one place."""
    if not reading.raw:  # XML says itself what is marked
        marked = with_marks(provisions, reading, final=convention in FINAL)
        provisions = with_looks(marked, reading)
    kept = tuple(sorted(furniture, key=lambda f: (f.page, f.start, f.end, f.kind)))
    return Draft(
        negotiation=about.negotiation,
        symbol=about.symbol,
        date=about.date,
        language=about.language,
        title=title,
        convention=convention,
        source=about.source(reading),
        provisions=provisions,
        furniture=kept,
        pages=reading.pages,
        partial=about.partial,
        layer=layer,
        warnings=doubts(reading, provisions, kept),
    )


class Ingester(Protocol):
    """A drafting convention. `name` is what `--convention` and the manifest call it.

    A convention whose documents hold several texts in one also has `layers(reading)`, their names
    in the order of time; `ingest` reads the one that `about.layer` names, without a name the last.
    """

    name: str

    def score(self, reading: Reading) -> float:
        """How surely the document follows this convention: 0 (not at all) to 1."""
        ...

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft; raises `StructureError` where the document contradicts the convention."""
        ...
