"""`drafts/<negotiation>/links.toml`: what people decided of links.

In: the TOML file. Out: `Decision`s in the order of the file. As strict as the manifest: one error
names every fault, each with file, line and key. Whether the drafts hold what is named is not asked
here: they may not be there yet (`tracker.decisions.ruling`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tracker.decisions.keys import LINKS
from tracker.manifest import read_file
from tracker.manifest_table import Problems, parse, read_table
from tracker.model import Decision
from tracker.toml_places import key_lines

FILE = "links.toml"


def load(path: Path, *, language: str = "en") -> tuple[Decision, ...]:
    """Read the decisions on one negotiation; none if there is no such file.

    Args:
        language: the negotiation's, for decisions that name none.
    Raises:
        ManifestError: the file cannot be read, or anything in it is missing, unknown, of the wrong
            type, doubled or at odds with another decision; a line for each fault.
    """
    if not path.exists() and not path.is_symlink():
        return ()
    data, problems = parse(read_file(path), path)
    values = read_table(data, LINKS, problems)
    entries = values["decisions"]
    for number, one in enumerate(entries, 1):
        _check_one(one, f"decisions[{number}]", problems)
    _check_together(entries, language, problems)
    problems.check()
    return tuple(_decision(one, language) for one in entries)


def where(path: Path, count: int) -> list[str]:
    """Where each of the first `count` decisions of a file stands: `…/links.toml:12: decisions[2]`.

    Raises:
        ManifestError: the file cannot be read.
    """
    keys = [f"decisions[{number}]" for number in range(1, count + 1)]
    lines = key_lines(read_file(path)) if keys else {}
    return [f"{path}:{lines.get(key, 1)}: {key}" for key in keys]


def _decision(values: Mapping[str, Any], language: str) -> Decision:
    others = {key: value for key, value in values.items() if key not in ("decision", "language")}
    return Decision(action=values["decision"], language=values["language"] or language, **others)


def _check_one(one: Mapping[str, Any], place: str, problems: Problems) -> None:
    if one["decision"] == "add" and not one["relation"] and f"{place}.relation" not in problems:
        problems.add(f"{place}.relation", "is missing: say what became of the older provision")
    if one["decision"] == "reject" and one["relation"]:
        problems.add(f"{place}.relation", "has no meaning with reject: there is no link then")
    # A day of grace, because it is tomorrow already somewhere.
    if one["date"] > (date.today() + timedelta(days=1)).isoformat():
        problems.add(f"{place}.date", f"{one['date']} is still to come")
    if one["old_draft"] and one["old_draft"] == one["new_draft"]:
        problems.add(f"{place}.new_draft", "is the older draft: a link joins two drafts")


def _check_together(entries: list[dict[str, Any]], language: str, problems: Problems) -> None:
    """No two decisions are about one link."""
    seen: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(entries, 1):
        ends = (one["old_draft"], one["old"], one["new_draft"], one["new"])
        if not all(ends):
            continue
        first = seen.setdefault((*ends, one["language"] or language), number)
        if first != number:
            problems.add(f"decisions[{number}]", f"is about the same link as decisions[{first}]")
