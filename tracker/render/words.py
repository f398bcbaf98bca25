"""What relations are called in plain words, and the words of a change with what was taken and put.

In: relations and hunks. Out: strings, and hunks as JSON-ready data.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Hunk

SAID = {
    "same": "unchanged place",
    "renumbered": "renumbered",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "demoted": "now part of another",
    "promoted": "now stands by itself",
    "inserted": "new",
    "deleted": "no longer there",
}
"""Relations in plain words."""


def hunks_data(hunks: Sequence[Hunk]) -> list[dict[str, str]]:
    """Hunks as JSON-ready data."""
    return [{"operation": h.operation, "text": h.text} for h in hunks]


def marked(hunks: Sequence[Hunk]) -> str:
    """Hunks in plain text: deletions in [-…-], insertions in {+…+}."""
    form = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(form[h.operation].format(h.text) for h in visible(hunks)).strip()


def visible(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Hunks without changes of white space, which is no change to a reader."""
    return [
        Hunk("equal" if h.operation == "insert" and not h.text.strip() else h.operation, h.text)
        for h in hunks
        if h.operation != "delete" or h.text.strip()
    ]
