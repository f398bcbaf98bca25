"""Words changed as negotiators change them.

In: a text, a source of chance, and the share of what could be changed that is. Out: the text with
words put in, taken out and exchanged. The words are the project's own.
"""

from __future__ import annotations

import random
import re

INSERTS = (
    "where appropriate",
    "as far as practicable",
    "in line with its national rules",
    "having regard to the rights of the persons concerned",
    "at the earliest opportunity",
    "in consultation with the others",
    "and without discrimination",
    "on request",
)

EXCHANGES = (
    ("shall", "should"),
    ("shall", "must"),
    ("may", "can"),
    ("in accordance with", "pursuant to"),
    ("measures", "steps"),
    ("necessary", "required"),
    ("ensure", "guarantee"),
    ("state party", "country"),
    ("states parties", "countries"),
    ("establish", "set up"),
    ("agreement", "treaty"),
    ("provide", "supply"),
    ("persons", "people"),
    ("relevant", "pertinent"),
    ("appropriate", "suitable"),
    ("including", "among them"),
    ("information", "data"),
    ("take into account", "consider"),
    ("member states", "states"),
    ("regarding", "concerning"),
    ("request", "application"),
    ("law", "legislation"),
    ("offence", "crime"),
    ("offences", "crimes"),
    ("with a view to", "in order to"),
    ("prior to", "before"),
)


def reworded(text: str, chance: random.Random, share: float) -> str:
    """A text with words exchanged, put in and taken out; `share` of what could be."""
    for word, other in EXCHANGES:
        if chance.random() < share:
            text = re.sub(rf"\b{word}\b", other, text, flags=re.IGNORECASE)
    kept: list[str] = []
    for word in text.split(" "):
        if chance.random() < 0.036 * share:
            kept.append(chance.choice(INSERTS))
        if chance.random() >= 0.02 * share:
            kept.append(word)
    if len(kept) > 30 and chance.random() < 0.15 * share:
        start = chance.randrange(len(kept) - 10)
        del kept[start : start + chance.randrange(4, 10)]
    return " ".join(kept)
