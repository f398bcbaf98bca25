"""Whether LibreOffice gets both texts back from the Word files of a database, word for word.

    python scripts/measure_word.py build/tracker.db [NEGOTIATION…]

In: a database. Out: for each negotiation how many comparisons were written and opened, how many
gave the newer draft with all changes accepted and the older with all rejected, and the seconds.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.export.libreoffice import settled
from tracker.export.as_word import comparison_word
from tracker.export.pieces import words_of
from tracker.export.redline import both_texts
from tracker.export.word_parts import clean
from tracker.store import Library
from tracker.store.records.exports import Compared


def main() -> int:
    """One line a negotiation; exit 1 if a text did not come back."""
    database, *asked = sys.argv[1:]
    soffice = shutil.which("soffice") or sys.exit("no soffice on the PATH")
    wrong = 0
    with Library(Path(database)) as library:
        for one in library.negotiations():
            if asked and one.id not in asked:
                continue
            pairs = [
                pair
                for language in one.languages
                for pair in combinations(library.drafts(one.id, language), 2)
            ]
            made = [library.compared(old.id, new.id) for old, new in pairs]
            wrong += _measure(one.id, [each for each in made if each is not None], str(soffice))
    return int(bool(wrong))


def _measure(name: str, found: list[Compared], soffice: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        files = [Path(folder) / f"{n}.docx" for n in range(len(found))]
        for file, one in zip(files, found, strict=True):
            file.write_bytes(comparison_word(one))
        written = time.perf_counter()
        opened = settled(soffice, files, Path(folder) / "of", 60 + 10 * len(files))
        wrong = 0
        for one, texts in zip(found, opened, strict=True):
            old, new = both_texts(one.page)
            wanted = (clean(" ".join(words_of(side))).split() for side in (new, old))
            wrong += any(text.split() != words for text, words in zip(texts, wanted, strict=True))
        ended = time.perf_counter()
    print(
        f"{name}: {len(found)} comparisons, {len(found) - wrong} with both texts word for word; "
        f"written in {written - started:.1f} s, opened in {ended - written:.1f} s"
    )
    return wrong


if __name__ == "__main__":
    sys.exit(main())
