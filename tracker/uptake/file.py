"""A file of proposals for a text that is being negotiated.

In: a JSON file. Out: `Proposal`s in its order. As strict as a manifest: one error names every
fault. The form, with everything optional that may be `""`:

    {
      "author": "…", "date": "2012-10-31", "source": "…",
      "proposals": [
        {"id": "1", "text": "…", "old_text": "…", "aims_at": "art_5__para_1",
         "author": "…", "date": "…", "source": "…"}
      ]
    }

What stands above the list holds for every proposal that does not say otherwise. A proposal has
an `id`, unique in the file, an author, and words: `text`, or `old_text` that is to be struck.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from pathlib import Path

from tracker.errors import ManifestError
from tracker.manifest_checks import check_eid, loose_date
from tracker.uptake.findings import Proposal

MAX_BYTES = 50_000_000
MAX_TEXT = 2_000_000
"""Characters that one text may have: a whole treaty has fewer."""

MOST_FAULTS = 20
"""Faults that are named; a file of the wrong form has one on every line."""

COMMON = ("author", "date", "source")
KEYS = ("id", "text", "old_text", "aims_at", *COMMON)


def load(path: Path, *, author: str = "", date: str = "", source: str = "") -> tuple[Proposal, ...]:
    """Read a file of proposals.

    Args:
        author, date, source: what holds where the file does not say it.
    Raises:
        ManifestError: the file cannot be read or is no JSON, or anything in it is missing,
            unknown, of the wrong type, doubled or too long; a line for each fault.
    """
    data = _read(path)
    faults: list[str] = []
    if not isinstance(data, dict) or not isinstance(data.get("proposals"), list):
        raise ManifestError(f'{path}: has no list "proposals"; it must be {{"proposals": [ … ]}}')
    _unknown(data, ("proposals", *COMMON), "", faults)
    given = {"author": author, "date": date, "source": source}
    common = given | {k: v for k, v in _texts(data, COMMON, "", faults).items() if v}
    seen: dict[str, int] = {}
    found = []
    for number, one in enumerate(data["proposals"], 1):
        place = f"proposals[{number}]"
        if not isinstance(one, dict):
            faults.append(f"{place}: is not an object; write {{ … }}")
            continue
        _unknown(one, KEYS, f"{place}.", faults)
        values = _texts(one, KEYS, f"{place}.", faults)
        proposal = Proposal(**{**values, **{k: values[k] or common[k] for k in COMMON}})
        _check(proposal, place, faults)
        if seen.setdefault(proposal.id, number) != number:
            faults.append(f"{place}.id: is that of proposals[{seen[proposal.id]}] too")
        found.append(proposal)
    if faults:
        more = len(faults) - MOST_FAULTS
        told = [f"{path}: {fault}" for fault in faults[:MOST_FAULTS]]
        raise ManifestError(*told, *([f"{path}: and {more} more faults"] if more > 0 else []))
    return tuple(found)


def _read(path: Path) -> object:
    try:
        if path.exists() and not path.is_file():
            raise ManifestError(f"{path}: is no regular file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ManifestError(f"{path}: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise ManifestError(f"{path}: is larger than {MAX_BYTES:,} bytes; make several files of it")
    try:
        return json.loads(content)
    except RecursionError as error:
        raise ManifestError(f"{path}: is nested too deeply for a file of proposals") from error
    except ValueError as error:  # no JSON, or no UTF-8
        raise ManifestError(f"{path}: is not valid JSON: {error}") from error


def _unknown(
    table: Mapping[str, object], keys: tuple[str, ...], place: str, faults: list[str]
) -> None:
    for key in sorted(table.keys() - set(keys)):
        near = difflib.get_close_matches(key, keys, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(keys)}"
        faults.append(f"{place}{key}: is no key of a file of proposals; {hint}")


def _texts(
    table: Mapping[str, object], keys: tuple[str, ...], place: str, faults: list[str]
) -> dict[str, str]:
    """The values of keys; `""` for those that are absent or wrong."""
    found = {}
    for key in keys:
        value = table.get(key, "")
        if not isinstance(value, str):
            faults.append(f"{place}{key}: is not a text")
        elif len(value) > MAX_TEXT:
            faults.append(f"{place}{key}: has {len(value):,} characters, {MAX_TEXT:,} are too many")
        else:
            found[key] = value.strip() if key in ("id", *COMMON) else value
    return dict.fromkeys(keys, "") | found


def _check(proposal: Proposal, place: str, faults: list[str]) -> None:
    if not proposal.id:
        faults.append(f"{place}.id: is missing")
    if not proposal.author:
        faults.append(f"{place}.author: is missing, and the file names none above the list")
    if not proposal.text.strip() and not proposal.old_text.strip():
        faults.append(f"{place}: proposes nothing; give text, or old_text to strike")
    for key, check in (("date", loose_date), ("aims_at", check_eid)):
        value = getattr(proposal, key)
        try:
            if value:
                check(value)
        except ValueError as error:
            faults.append(f"{place}.{key}: {error}")
