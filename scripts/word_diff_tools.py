"""Other tools' word differences, each as it is used.

In: two texts. Out: what is deleted and inserted between equal words. `TOOLS` names them. They are
no part of the product, and none of them tells which changes are of no substance.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from diff_match_patch import diff_match_patch
from redlines import Redlines

from tracker.words import TOKEN

Edit = tuple[str, str]
"""What is deleted, and what is inserted instead."""


def _edits(pieces: Sequence[tuple[int, str]]) -> list[Edit]:
    """Edits from pieces of -1, 0, +1 and text."""
    found: list[Edit] = []
    gone, come = "", ""
    for operation, text in (*pieces, (0, "")):
        if operation < 0:
            gone += text
        elif operation > 0:
            come += text
        elif gone or come:
            found.append((gone, come))
            gone, come = "", ""
    return found


def characters(old: str, new: str) -> list[Edit]:
    """diff-match-patch on the texts, with its semantic clean-up."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    return _edits(found)


def tokens(old: str, new: str) -> list[Edit]:
    """diff-match-patch on words, one character for each, with its semantic clean-up."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}

    def encode(text: str) -> str:
        made = []
        for match in TOKEN.finditer(text):
            code = codes.setdefault(match[0], chr(0xE000 + len(codes)))
            names[code] = match[0]
            made.append(code)
        return "".join(made)

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(encode(old), encode(new), False)
    engine.diff_cleanupSemantic(found)
    return _edits([(o, "".join(_spaced(names[c]) for c in text)) for o, text in found])


def _spaced(token: str) -> str:
    """A token, with a blank before it if it is a word: where there was one does not count."""
    return f" {token}" if token[0].isalnum() else token


def redlines(old: str, new: str) -> list[Edit]:
    """redlines, as it is."""
    return [(c.source_text or "", c.test_text or "") for c in Redlines(old, new).changes]


def git(old: str, new: str) -> list[Edit]:
    """`git diff --word-diff`, with all of the text as its context."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("old", "new")]
        for file, text in zip(files, (old, new), strict=True):
            file.write_text(text + "\n", encoding="utf-8")
        asked = ["git", "diff", "--no-index", "--word-diff=porcelain", "-U1000", *map(str, files)]
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    pieces: list[tuple[int, str]] = []
    for line in said.split("@@\n", 1)[-1].splitlines():
        sign = {"-": -1, "+": 1}.get(line[:1], 0)
        pieces.append((sign, line[1:]))
    return _edits(pieces)


TOOLS: dict[str, Callable[[str, str], list[Edit]]] = {
    "redlines": redlines,
    "git diff --word-diff": git,
    "diff-match-patch": characters,
    "diff-match-patch on words": tokens,
}
