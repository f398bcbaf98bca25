"""The file of a draft that has pages to show, put in the database beside it.

In: a draft that is stored, in the same transaction if it was just put in, and the file that it was
read from. Out: the bytes of the file, if they are not there already.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from tracker.errors import ReadError
from tracker.model import Draft
from tracker.store import Store
from tracker.store.source_files import has_pages


def lacks(store: Store, draft: Draft) -> bool:
    """Whether the file of a draft should be kept and is not."""
    source = draft.source
    return has_pages(source.format, source.size) and not store.keeps_file(source.sha256)


def keep(store: Store, draft: Draft, path: Path) -> None:
    """Keep the file of a stored draft, if it has pages to show.

    Raises:
        ReadError: it is not the file any more that the draft was read from.
    """
    if not lacks(store, draft):
        return
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path.name}: cannot be read ({error.strerror}); try again") from error
    if hashlib.sha256(content).hexdigest() != draft.source.sha256:
        raise ReadError(f"{path.name}: was changed while it was read; try again")
    store.put_file(draft.source.sha256, content)
