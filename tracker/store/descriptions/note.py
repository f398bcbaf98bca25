"""A table or view explained, and what is said in the same words of several.

Out: `Note`, and descriptions of columns that tables share with views.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """What a table or view is; `label` is the column that names a row, `facets` are columns worth
    counting by, `sort` is the column to show it by."""

    title: str
    description: str
    columns: dict[str, str] = field(default_factory=dict)
    label: str = ""
    facets: tuple[str, ...] = ()
    sort: str = ""


MARK = (
    "bracket, alternative, agreed, proponent, struck, added, bold, note; recovered (letters of a "
    "broken font) or ocr (read from a picture)"
)

HOW = (
    "What the mark was read from or says, where that matters: tracked or moved (a word processor's "
    "change), unit (said of a whole article), unclosed; of a proponent what it wants done (delete, "
    "retain, reserve); of an alternative its label"
)

FIELD = "Which of the provision's texts bears the mark: number, heading or text"

PLACE = (
    "Where the characters stand: number, heading, text or mark of a provision; a kind of text "
    "that is not part of provisions; hyphen (at the end of a line); unplaced; by a fault of ours "
    "lost or counted-twice"
)
