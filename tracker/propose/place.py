"""A proposal put on disk: the manifest, and beside it the files that it names.

In: a `Proposal` and the negotiation's folder. Out: the path of the manifest. Nothing that is there
is written over.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tracker.errors import ManifestError
from tracker.manifest import FILE, load
from tracker.manifest_schema import FILE as SCHEMA
from tracker.manifest_schema import text as schema_text
from tracker.propose.manifest import Proposal


def put(proposal: Proposal, folder: Path, *, copy: bool) -> Path:
    """Write the manifest, and first the files that it names and that lie elsewhere.

    Args:
        copy: whether they may be copied into the folder.
    Raises:
        ManifestError: there is a manifest, or another file of a name; a file lies elsewhere and
            `copy` is False; the folder cannot be written.
    """
    path = folder / FILE
    check_free(folder)
    if proposal.copies and not copy:
        first = proposal.copies[0][0]
        more = f" (and {len(proposal.copies) - 1} more)" if len(proposal.copies) > 1 else ""
        raise ManifestError(
            f"{first}: lies outside {folder}{more}, and a manifest names only files beside it; "
            "--copy copies them, --print only shows the manifest"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source, place in proposal.copies:
            _copy(source, folder / place)
        schema = folder.parent / SCHEMA
        if not schema.exists():
            schema.write_text(schema_text(), encoding="utf-8")
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(proposal.text)
    except OSError as error:
        where = error.filename or path
        raise ManifestError(f"{where}: cannot be written ({error.strerror})") from error
    return path


def to_fill_in(path: Path) -> tuple[str, ...]:
    """What a proposed manifest still lacks, each with its line, as the loader tells it."""
    try:
        load(path)
    except ManifestError as error:
        return error.lines
    return ()


def check_free(folder: Path) -> None:
    """Raises `ManifestError` if the folder has a manifest already."""
    path = folder / FILE
    if path.exists() or path.is_symlink():
        raise ManifestError(
            f"{path}: is there already and is not written over; --print shows what it would be"
        )


def _copy(source: Path, target: Path) -> None:
    if target.exists():
        if target.read_bytes() != source.read_bytes():
            raise ManifestError(f"{target}: another file of this name is there already")
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
