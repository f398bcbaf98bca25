"""A question that a journalist would ask, and the SQL that answers it.

Out: `Question`, and what many of them say in the same words. `:names` in the SQL are asked for; a
name that is left empty restricts nothing, unless the question needs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAME = re.compile(r"(?<![:\w]):([a-z_]+)\b")

OF_ONE = "(:negotiation = '' OR negotiation_id = :negotiation)"
"""The condition that keeps to one negotiation, if one is named."""


def opened(provision: str) -> str:
    """SQL for the address of a provision's page, given the column with its key.

    Datasette draws a column called `open` as a link.
    """
    return f"(SELECT '/t/' || address FROM provisions WHERE id = {provision}) AS open"


NAMES = {
    "negotiation": "the short name of a negotiation, as it stands in the address of its page",
    "article": "the number as it is printed: Article 24",
    "symbol": "the symbol of a draft",
    "old": "the symbol of the older draft",
    "new": "the symbol of the newer draft",
    "old_word": "the word before",
    "new_word": "the word after",
    "words": "words, or a “phrase in quotation marks”; all must occur",
    "phrase": "words as they stand in the text",
    "kind": "a kind of change, as in the column of this name",
}
"""What to put into each field."""

NEEDED = ("article", "old", "new", "old_word", "new_word", "words", "phrase")
"""Fields without which there is no answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer in SQL. `example` fills its fields for a first look."""

    title: str
    sql: str
    description: str = ""
    example: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """What it asks for, in the order of the SQL, each once.

        >>> Question("?", "SELECT :old, :new, x || ':' FROM y WHERE :old = ''").names
        ('old', 'new')
        """
        return tuple(dict.fromkeys(_NAME.findall(self.sql)))

    @property
    def told(self) -> str:
        """The description, and what to put into its fields."""
        fields = [f"{name}: {NAMES[name]}" for name in self.names if name in NAMES]
        may = [name for name in self.names if name not in NEEDED]
        asked = f"Fields: {'; '.join(fields)}." if fields else ""
        empty = f"Leave {' and '.join(may)} empty for all." if may else ""
        return " ".join(part for part in (self.description, asked, empty) if part)
