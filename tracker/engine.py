"""The rules that links, differences, legal jobs and threads are made by, as one fingerprint.

In: the source files of these rules. Out: 16 hexadecimal digits, the same for the same files on
every machine and in every year. What is stored is stored with it, so that a build can tell what
another version of the program made, and make that anew: old and new answers must not stand side by
side. A change of a comment counts too, for no program can say which change of a file matters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

RULES = (
    "akn/eid.py",
    "akn/numerals.py",
    "align",
    "claims",
    "decisions/apply.py",
    "decisions/places.py",
    "decisions/ruling.py",
    "decisions/state.py",
    "decisions/together.py",
    "diff",
    "findings",
    "function",
    "history",
    "hollow.py",
    "kinds.py",
    "ordinal.py",
    "part_of.py",
    "pipeline/analysed.py",
    "pipeline/between.py",
    "precedent",
    "references",
    "report.py",
    "stems.py",
    "store/age_rows.py",
    "store/analysis.py",
    "store/analysis_rows.py",
    "store/borrowed_rows.py",
    "store/comparison_rows.py",
    "store/contest_rows.py",
    "store/draft_rows.py",
    "store/finding_rows.py",
    "store/force_rows.py",
    "store/judged_rows.py",
    "store/match_rows.py",
    "store/phrase_rows.py",
    "store/reference_rows.py",
    "store/thread_rows.py",
    "substance",
    "uptake",
    "words.py",
)
"""Modules and packages of `tracker` on which it depends what is stored of given drafts."""

LENGTH = 16


@cache
def fingerprint() -> str:
    """That of the rules as they are in this version."""
    return of_rules(Path(__file__).parent)


def of_rules(root: Path) -> str:
    """The fingerprint of the rules in a folder that holds a package `tracker`'s modules.

    Raises:
        OSError: one of `RULES` is not there.
    """
    found = hashlib.sha256()
    for path in _sources(root):
        # Line ends are those of the machine that the files were put on.
        text = path.read_text(encoding="utf-8")
        found.update(f"{path.relative_to(root).as_posix()}\n{len(text)}\n{text}".encode())
    return found.hexdigest()[:LENGTH]


def _sources(root: Path) -> Iterator[Path]:
    for name in RULES:
        path = root / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]
