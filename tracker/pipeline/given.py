"""What a manifest names beside the drafts: proposals for the text, and earlier instruments.

In: a negotiation as its manifest tells it, and the folder of that. Out: `Given`. What is
not there is left out: such files often may not be passed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from tracker import texts
from tracker.errors import ManifestError
from tracker.ingesters import About
from tracker.model import Draft, Negotiation, PrecedentFile
from tracker.store.analysis import Given
from tracker.store.keys import beside_key
from tracker.uptake import Proposal, load

UNDATED = "0001-01-01"
"""The date of a text of which nobody has said one."""

BESIDE = "beside"
"""The negotiation of a text that has none of its own."""


def given_by(negotiation: Negotiation, folder: Path) -> Given:
    """What stands beside the drafts of a negotiation.

    Raises:
        ManifestError: a file of proposals is not as it should be, or is named twice.
        ReadError: a precedent's file is there and cannot be read.
    """
    there = precedents_in(negotiation, folder)
    alike = Counter(one.title for one in there)
    found = []
    for one in there:
        draft = precedent(one, folder, negotiation.language)
        name = one.title if alike[one.title] == 1 else f"{one.title} ({one.file})"
        source = replace(draft.source, standing="unstated")
        home = beside_key(negotiation.id)
        found.append((one, replace(draft, negotiation=home, symbol=name, source=source)))
    absent = set(absent_proposals(negotiation, folder))
    return Given(proposals_of(negotiation, folder, without=absent), tuple(found))


def absent_proposals(negotiation: Negotiation, folder: Path) -> list[str]:
    """The files of proposals that the manifest names and that are not there."""
    return [one.file for one in negotiation.proposals if not (folder / one.file).is_file()]


def proposals_of(
    negotiation: Negotiation, folder: Path, *, without: Container[str] = ()
) -> tuple[Proposal, ...]:
    """The proposals of the manifest's files; their ids bear the names of these if several are
    named, so that none has another id when a file comes in.

    Raises:
        ManifestError: a file is not there, not as it should be, or named twice.
    """
    loaded = []
    for one in negotiation.proposals:
        said = {"author": one.author, "date": one.date, "source": one.source}
        there = one.file not in without
        loaded.append((one.file, load(folder / one.file, **said) if there else ()))
    return prefixed(loaded)


def prefixed(loaded: Sequence[tuple[str, tuple[Proposal, ...]]]) -> tuple[Proposal, ...]:
    """The proposals of files, each with its file's name before its id if there are several; with
    the whole of what the file is called where two have one name.

    Raises:
        ManifestError: a file is named twice.
    """
    if len(loaded) == 1:
        return loaded[0][1]
    stems = Counter(Path(file).stem for file, _ in loaded)
    found: dict[str, Proposal] = {}
    for file, proposals in loaded:
        stem = Path(file).stem
        name = stem if stems[stem] == 1 else file
        for one in proposals:
            named = replace(one, id=f"{name}:{one.id}")
            if named.id in found:
                raise ManifestError(f"{file}: is named twice; name each file of proposals once")
            found[named.id] = named
    return tuple(found.values())


def precedents_in(negotiation: Negotiation, folder: Path) -> list[PrecedentFile]:
    """The precedents whose files are there."""
    return [one for one in negotiation.precedents if (folder / one.file).is_file()]


def precedent(one: PrecedentFile, folder: Path, language: str) -> Draft:
    """The text of a precedent; its symbol is what it is called."""
    about = About(BESIDE, one.title, UNDATED, language, address=_address(one.source))
    # What it calls itself would be said beside what the manifest calls it.
    return replace(texts.draft_of(folder / one.file, about), title="")


def _address(source: str) -> str:
    """Where the file is from, if that is a web address."""
    return source if source.startswith(("https://", "http://")) and " " not in source else ""
