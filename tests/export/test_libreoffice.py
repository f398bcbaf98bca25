"""That a crash of LibreOffice is told apart from a fault of a file, and never counts as passed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export import libreoffice
from tests.export.libreoffice import Crashed, Refused, settled

DIES = "kill -SEGV $$"
LINES = 'read -r url < "$TRACKER_WORD_FILES"; path="${url#file://}"; '
HALF = LINES + 'echo half > "$path.accepted.txt"; echo half > "$path.rejected.txt"; exit 1'
SAYS_NO = 'echo "cannot be opened" > "$TRACKER_WORD_FAILED"'
HANGS = "sleep 60"


def _program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/bash\n{script}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("script", "error", "said"),
    [
        (DIES, Crashed, "ended with -11, 3 times, the last time at one.docx"),
        (HALF, Crashed, "ended with 1"),
        (HANGS, Crashed, "hung"),
        (SAYS_NO, Refused, "cannot be opened"),
    ],
    ids=["dies", "half-written", "hangs", "says-no"],
)
def test_no_text_without_an_end(
    tmp_path: Path, script: str, error: type[Exception], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_STALLED", 0.3)
    file = tmp_path / "one.docx"
    file.write_bytes(b"")
    with pytest.raises(error, match=said):
        settled(_program(tmp_path, script), [file], tmp_path / "of")


def test_after_a_crash_the_rest_comes_again(tmp_path: Path) -> None:
    files = [tmp_path / "one.docx", tmp_path / "two.docx"]
    script = (
        f'{LINES} echo new > "$path.accepted.txt"; echo old > "$path.rejected.txt"; '
        f'echo "$url.rejected.txt" >> "$TRACKER_WORD_DONE"; {DIES}'
    )
    opened = settled(_program(tmp_path, script), files, tmp_path / "of")
    assert opened == [("new\n", "old\n")] * 2


def test_a_file_that_is_no_document_is_refused(soffice: str, tmp_path: Path) -> None:
    file = tmp_path / "one.docx"
    file.write_bytes(b"PK\x03\x04" + b"\x00" * 200)
    with pytest.raises(Refused, match="one.docx"):
        settled(soffice, [file], tmp_path / "of")
