"""Lines of TOML with comments.

In: a key and what was read. Out: one line. Values and comments come from documents, so whatever
TOML does not take as it is (quotation marks, control characters) is written in another way.
"""

from __future__ import annotations

import json
import unicodedata

from tracker.propose.pages import Told


def value(key: str, told: Told) -> str:
    """A key with its value, and where it was read.

    >>> value("name", Told('The "zero" draft', "page 1"))
    'name = "The \\\\"zero\\\\" draft"  # page 1'
    """
    text = json.dumps(_plain(told.value), ensure_ascii=False)
    where = _plain(told.where)
    return f"{key} = {text}" + (f"  # {where}" if where else "")


def absent(key: str, why: str) -> str:
    """A key without a value, as a comment."""
    return f'# {key} = ""  # {_plain(why)}'


def _plain(text: str) -> str:
    """On one line, without control characters, which a document may hold and TOML may not."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return " ".join(kept.split())
