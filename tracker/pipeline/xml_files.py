"""The article-level XML of drafts, in files beside the database.

In: a draft and its XML. Out: a file that is there whole or not at all.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tracker.errors import StoreError
from tracker.model import Draft
from tracker.official import file_stem


def xml_path(database: Path, draft: Draft) -> Path:
    """Where a draft's XML stands, beside the database."""
    return database.parent / xml_name(draft)


def xml_name(draft: Draft) -> str:
    """The file of a draft's XML, relative to the database's folder."""
    # A stroke becomes an underscore; an underscore is written out, so no two symbols have one file.
    stem = file_stem(draft.symbol.replace("%", "%25").replace("_", "%5F"))
    return f"akn/{draft.negotiation}/{stem}.{draft.language}.xml"


def write(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all; leave one with the same bytes as it is."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tracker-")
    except OSError as error:
        raise StoreError(
            f"{path}: the XML cannot be written ({error.strerror}); the draft is in the database: "
            "mend the folder and run the command again"
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
