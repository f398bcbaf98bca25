"""Commands as they are typed, a treaty to type them with, and what they leave behind."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tests.golden.make import FOLDER
from tracker.cli import main

TREATY = FOLDER / "treaty.txt"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def ingest(
    db: Path, file: Path, symbol: str = "A/1", date: str = "2030-01-01", *more: str
) -> Result:
    return run(
        "ingest",
        file,
        "--negotiation",
        "lights",
        "--symbol",
        symbol,
        "--date",
        date,
        "--db",
        db,
        *more,
    )


def later(tmp_path: Path) -> Path:
    """The treaty with a word changed, an article gone and one new."""
    path = tmp_path / "later.txt"
    text = TREATY.read_text(encoding="utf-8")
    text = text.replace("keep its lights burning", "may keep its lights burning")
    text = text.replace(
        "Article 4\nEntry into force",
        "Article 4\nGulls\n\nGulls are fed.\n\nArticle 5\nEntry into force",
    )
    path.write_text(text, encoding="utf-8")
    return path


def dump(db: Path, negotiation: str, language: str = "en") -> object:
    """All that matters of a database, free of the order in which it was written."""
    import sqlite3

    connection = sqlite3.connect(db)
    try:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' "
                "AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
            )
        ]
        return {
            name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))
            for name in tables
        }
    finally:
        connection.close()
