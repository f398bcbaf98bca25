"""Writes the expected JSON beside the golden texts, for a person to read before it is committed.

python -m tests.golden.make
"""

from __future__ import annotations

import json
from pathlib import Path

from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read

FOLDER = Path(__file__).parent


def draft(name: str) -> Draft:
    """The draft in a golden text."""
    return ingest(read(FOLDER / name), About("golden", name, "2020-01-01"))


def told(made: Draft) -> dict[str, object]:
    """What a golden file holds of a draft: all but the spans, which a property covers."""
    return {
        "convention": made.convention,
        "title": made.title,
        "furniture": [[f.kind, f.text] for f in made.furniture],
        "provisions": [
            {
                "eid": p.eid,
                "kind": p.kind,
                "num": p.num,
                "heading": p.heading,
                "text": p.text,
                "parent": p.parent,
                "marks": [[m.kind, p.text[m.start : m.end], m.printed] for m in p.marks],
            }
            for p in made.provisions
        ],
    }


def main() -> None:
    """Write one JSON file for each text."""
    for path in sorted(FOLDER.glob("*.txt")):
        content = json.dumps(told(draft(path.name)), ensure_ascii=False, indent=1)
        path.with_suffix(".json").write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
