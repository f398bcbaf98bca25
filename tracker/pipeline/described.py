"""What the manifests describe: negotiations, and the draft of each round.

In: the folder of manifests. Out: negotiations, and drafts read from the files that their rounds
name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.errors import ManifestError
from tracker.ingesters import About, conventions
from tracker.manifest import FILE as MANIFEST
from tracker.manifest import discover, load, source_file
from tracker.model import Draft, Negotiation, Round
from tracker.texts import draft_of


def draft_of_round(negotiation: Negotiation, round_: Round, folder: Path) -> Draft:
    """The draft of a round, read from its official file or from its bundled text."""
    path, standing = source_file(folder, round_)
    official = standing == "official"
    about = About(
        negotiation=negotiation.id,
        symbol=round_.symbol,
        date=round_.date,
        language=round_.language or negotiation.language,
        standing=standing,
        address=round_.official,
        partial=round_.partial or (round_.excerpt and not official),
        country=negotiation.country,
        layer=round_.layer,
    )
    # The manifest's convention is that of the bundled text; an official file is told by itself.
    bundled = bool(round_.file) and path == folder / round_.file
    return draft_of(path, about, round_.convention if bundled else "")


def negotiations(folder: Path, wanted: Sequence[str]) -> list[Negotiation]:
    """The negotiations of these ids that `folder` describes, all of them if none is named. A fault
    in the manifest of another does not matter.

    Raises:
        ManifestError: a manifest is wrong, or none describes one of them.
    """
    if not wanted:
        return list(discover(folder, conventions()))
    found = []
    for name in wanted:
        path = folder / name / MANIFEST
        if not path.is_file() or path.resolve().parent.parent != folder.resolve():
            there = sorted(p.parent.name for p in folder.glob(f"*/{MANIFEST}"))
            raise ManifestError(f"no negotiation {name!r}; there are {', '.join(there) or 'none'}")
        found.append(load(path, conventions()))
    return found
