"""The texts that a file offers, by its convention or by the changes that it shows.

In: a reading and the ingester of its convention. Out: the names of the texts (`layers_of`), and the
draft of one of them (`ingest_one`). A convention of its own layers (a trilogue's columns, a
committee's print) offers these; any other whose document has tracked changes, or words struck
through, offers "before" and "after", and without a name the text with its marks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, cast, runtime_checkable

from tracker.errors import StructureError
from tracker.ingesters import layers
from tracker.ingesters.base import About, Ingester
from tracker.model import Draft
from tracker.read import Reading


@runtime_checkable
class Layered(Protocol):
    """A convention whose documents hold several texts in one."""

    def layers(self, reading: Reading) -> tuple[str, ...]:
        """The names of the texts, in the order of time."""
        ...


def layers_of(reading: Reading, ingester: Ingester) -> tuple[str, ...]:
    """The names of the texts in a file, in the order of time; none where there is one."""
    own = ingester.layers(reading) if isinstance(ingester, Layered) else ()
    return own or layers.offered(reading)


def ingest_one(reading: Reading, ingester: Ingester, about: About) -> Draft:
    """The draft, of the text that `about.layer` names if it names one.

    Raises:
        StructureError: the file holds no text of that name.
    """
    own = ingester.layers(reading) if isinstance(ingester, Layered) else ()
    if layers.BEFORE in own:  # it parts the two texts itself
        return _placed(ingester.ingest(reading, about), own)
    if own or not about.layer:
        shown = layers.with_marks(reading)
        if shown is None:
            return _placed(ingester.ingest(reading, about), own)
        return _placed(shown.traced(ingester.ingest(shown.reading, about)), own)
    offered = layers.offered(reading)
    if about.layer not in offered:
        held = f"its texts are {' and '.join(offered)}" if offered else "it holds one text"
        raise StructureError(
            f"{reading.name}: no text {about.layer!r}: {held}; name one of them or none"
        )
    cut = layers.side(reading, cast("layers.Side", about.layer))
    draft = cut.traced(ingester.ingest(cut.reading, replace(about, layer="")))
    return _placed(replace(draft, layer=about.layer), offered)


def _placed(draft: Draft, names: tuple[str, ...]) -> Draft:
    """The draft with its place among the texts of its file, from 1."""
    if not draft.layer or draft.layer not in names:
        return draft
    return replace(draft, layer_place=names.index(draft.layer) + 1)
