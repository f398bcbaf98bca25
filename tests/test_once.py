"""What tests make once: whole, whoever began it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once import once


def test_it_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []
    found = [once(tmp_path_factory, "made-once", made.append) for _ in range(2)]
    assert made == found[:1] == found[1:]


def test_what_failed_half_way_is_made_anew(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(home: Path) -> None:
        (home / "half").touch()
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        once(tmp_path_factory, "made-anew", fail)
    found = once(tmp_path_factory, "made-anew", lambda home: (home / "whole").touch())
    assert [one.name for one in found.iterdir()] == ["whole"]
