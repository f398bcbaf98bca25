"""What an ingester is: it recognises a drafting convention and turns a `Reading` into a `Draft`.

In: the lines of a file and what is known about it from outside (`About`). Out: a `Draft` in which
every character of the file stands in a provision or, under its own name, in the furniture. Others
add conventions through the entry-point group `negotiation_tracker.ingesters`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tracker.model import Draft, Source, Standing
from tracker.read import Reading


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document before it is read; `date` is ISO 8601, `language` ISO 639-1."""

    negotiation: str
    symbol: str
    date: str
    language: str = "en"
    standing: Standing = "official"
    address: str = ""
    partial: bool = False
    country: str = "zz"

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


class Ingester(Protocol):
    """A drafting convention. `name` is what `--convention` and the manifest call it."""

    name: str

    def score(self, reading: Reading) -> float:
        """How surely the document follows this convention: 0 (not at all) to 1."""
        ...

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft; raises `StructureError` where the document contradicts the convention."""
        ...
