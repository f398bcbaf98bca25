"""A negotiation of the keepers of a lighthouse in which contested words end in each of the ways.

Four documents: in the second and third everything is settled but what is left open; the fourth
covers only article 4. Brackets are those of the text, with whoever is named in `NAMED`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.drafts import outline
from tests.store.helpers import put
from tracker.model import Draft, Mark, Negotiation, Provision
from tracker.pipeline.analysed import analyse
from tracker.store import open_database

TENDING = "Every keeper {} tend the lamp by night and must not sleep."
LAMPS = "Lamps burn {}oil of seals and are trimmed each evening before dusk."
FOG = "In fog the bell is rung {} by hand or by the wind."
GULLS = "[Gulls are not fed on Sundays.] On other days they are fed fish."
SHIPS = "A ship in need is helped {} by all who stand on the shore and can swim."
STORES = "Stores of bread last for {} of the year at every tower."

TEXTS = (
    (
        *(TENDING.format("[shall] [may]"), LAMPS.format("[clean] ")),
        *(FOG.format("[four times in every minute]"), GULLS),
        *(SHIPS.format("[at once]"), STORES.format("three months")),
    ),
    (
        *(TENDING.format("[shall] [may]"), LAMPS.format("")),
        *(FOG.format("[four times in every minute]"), GULLS),
        *(SHIPS.format("without any delay"), STORES.format("[three] months")),
    ),
    (
        *(TENDING.format("may"), LAMPS.format(""), FOG.format("in every minute"), GULLS),
        *(SHIPS.format("without any delay"), STORES.format("[three] months")),
    ),
)
NAMED = {
    "[shall]": Mark("bracket", 0, 0, by="Aldova"),
    "[may]": Mark("bracket", 0, 0, by="Brecony; Corvane"),
    "[clean]": Mark("proponent", 0, 0, by="Corvane", how="delete"),
}
SYMBOLS = ("L/1", "L/2", "L/3", "L/4")

EXPECTED = {
    "shall": ("Aldova", 2, "replaced", "L/3", "may"),
    "may": ("Brecony; Corvane", 2, "kept", "L/3", ""),
    "clean": ("Corvane (delete)", 1, "dropped", "L/2", ""),
    "four times in every minute": ("", 2, "partly kept", "L/3", "in every minute"),
    "at once": ("", 1, "replaced", "L/2", "without any delay"),
    "Gulls are not fed on Sundays.": ("", 4, "open", None, ""),
    "three": ("", 2, "not covered", None, ""),
}
"""By the words: who is named, in how many drafts, how it ended, in which draft, and what is left or
stands in their place."""


def drafts() -> list[Draft]:
    """The four documents."""
    found = []
    for n, texts in enumerate(TEXTS):
        lines = [f"art_{m} | Article {m} | | {text}" for m, text in enumerate(texts, 1)]
        found.append(_draft(n, lines))
    return [*found, _draft(3, [f"art_4 | Article 4 | | {GULLS}"], partial=True)]


def _draft(n: int, lines: list[str], *, partial: bool = False) -> Draft:
    made = outline(
        "\n".join(lines),
        symbol=SYMBOLS[n],
        date=f"2031-0{n + 1}-01",
        negotiation="lamps",
        partial=partial,
    )
    return replace(made, provisions=tuple(_bracketed(one) for one in made.provisions))


def _bracketed(provision: Provision) -> Provision:
    marks = []
    opened = [n for n, char in enumerate(provision.text) if char == "["]
    for start in opened:
        end = provision.text.index("]", start) + 1
        named = NAMED.get(provision.text[start:end])
        own = named if named is not None and named.kind == "bracket" else Mark("bracket", 0, 0)
        marks.append(replace(own, start=start, end=end))
        if named is not None and named.kind == "proponent":
            marks.append(replace(named, start=start, end=end))
    return replace(provision, marks=tuple(marks))


NEGOTIATION = Negotiation(id="lamps", title="Rules of the lighthouse")


def build(path: Path, order: list[Draft] | None = None) -> Path:
    """A database with these drafts, put in this order, and what follows from them."""
    with open_database(path) as store:
        store.put_negotiation(NEGOTIATION)
        for one in drafts() if order is None else order:
            put(store, one)
        analyse(store, "lamps", "en")
    return path
