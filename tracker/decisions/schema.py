"""The JSON Schema of `links.toml`, by which an editor completes and checks it.

In: the table of keys. Out: `drafts/links.schema.json`
(`python -m tracker.decisions.schema > drafts/links.schema.json`), and a test holds it to that.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from tracker.decisions.keys import LINKS
from tracker.manifest_schema import table

FILE = "links.schema.json"


def schema() -> dict[str, Any]:
    """The schema of the decisions on one negotiation."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Decisions of people on links",
        "description": "What people decided of links: drafts/<id>/links.toml",
        **table(LINKS),
    }


def text() -> str:
    """The schema as the file that editors read."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
