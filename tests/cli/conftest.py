"""What the tests of the command line share: a database."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.typed import TREATY, ingest


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with one draft in it."""
    path = tmp_path / "tracker.db"
    assert ingest(path, TREATY).exit_code == 0
    return path
