"""The letters that the font of our PDF files has, and what is said of those that it lacks.

In: blocks. Out: a sentence for the first page; an error where too much would be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tracker.errors import ExportError
from tracker.export import notice
from tracker.export.redline import Block

FONT = "DejaVu"
LACKED_AT_MOST = 0.005
"""The share of letters that may be missing from the font."""

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")
"""Signs that are not seen wherever they stand."""


def fonts() -> Path:
    """The folder of the fonts that come with matplotlib, which itself is not loaded."""
    found = find_spec("matplotlib")
    if found is None or not found.submodule_search_locations:
        raise ExportError("no fonts for PDF files: install matplotlib, which brings them")
    return Path(found.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


def lacking(blocks: Iterable[Block], known: frozenset[int]) -> str:
    """A sentence about the letters that are missing, `""` if there are none.

    Raises:
        ExportError: they are more than a few.
    """
    said = "".join(piece.text for one in blocks for two in one.paragraphs for piece in two.pieces)
    letters = [sign for sign in said if not sign.isspace() and not UNSEEN.match(sign)]
    lacked = [sign for sign in letters if ord(sign) not in known]
    if not lacked:
        return ""
    example = f"“{lacked[0]}” (U+{ord(lacked[0]):04X})"
    if len(lacked) > LACKED_AT_MOST * len(letters):
        raise ExportError(
            f"the font of our PDF files lacks {len(lacked):,} of the {len(letters):,} letters "
            f"of these drafts, the first {example}; take the Word file or the web page"
        )
    return (
        f"The font of this file lacks {notice.counted(len(lacked), 'sign', 'signs')}, printed "
        f"as an empty box (the first is U+{ord(lacked[0]):04X}). The Word file and the web "
        "page have all."
    )
