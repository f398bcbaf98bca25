"""Where a duty became an option."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.store.helpers import build, drafts
from tracker.diff.wording import difference
from tracker.store import open_database
from tracker.store.duties import turn

TURNS = {
    "duty to option": (
        "en",
        "Each Party shall lend its lamps.",
        "Each Party may lend its lamps.",
        ("duty", "option"),
    ),
    "option to duty": (
        "en",
        "A Party may lend its lamps.",
        "A Party must lend its lamps.",
        ("option", "duty"),
    ),
    "ban to option": (
        "en",
        "A Party shall not lend its lamps.",
        "A Party may lend its lamps.",
        ("ban", "option"),
    ),
    "with a few words more": (
        "en",
        "Each Party shall light lamps.",
        "Each Party may, if it so wishes, light lamps.",
        ("duty", "option"),
    ),
    "French": (
        "fr",
        "Chaque Partie doit allumer ses lampes.",
        "Chaque Partie peut allumer ses lampes.",
        ("duty", "option"),
    ),
    "Spanish": (
        "es",
        "Las Partes no podrán apagar las lámparas.",
        "Las Partes deberán apagar las lámparas.",
        ("ban", "duty"),
    ),
    "Russian": (
        "ru",
        "Стороны должны зажигать фонари.",
        "Стороны могут зажигать фонари.",
        ("duty", "option"),
    ),
    "one ban for another": (
        "en",
        "A Party shall not lend its lamps.",
        "A Party may not lend its lamps.",
        None,
    ),
    "one duty for another": ("en", "It shall burn.", "It must burn.", None),
    "the month": ("en", "It is lit in May.", "It is lit in June.", None),
    "words taken out": ("en", "Each Party shall and will help.", "Each Party will help.", None),
    "too much else": (
        "en",
        "It shall be lit at dusk by the keeper of the tower, who is paid.",
        "Ships may pass by day and night whatever flag they fly, without lamps.",
        None,
    ),
    "a language that we cannot tell": ("de", "Sie muss brennen.", "Sie kann brennen.", None),
}


@pytest.mark.parametrize(("language", "old", "new", "turned"), TURNS.values(), ids=TURNS)
def test_turns(language: str, old: str, new: str, turned: tuple[str, str] | None) -> None:
    found = turn(difference(old, new).hunks, language)
    assert (found and (found.old, found.new)) == turned


def test_an_older_database_is_told_of_them_when_it_is_opened(tmp_path: Path) -> None:
    path = build(tmp_path / "moon.db", drafts())

    def told() -> list[tuple[object, ...]]:
        conn = sqlite3.connect(path)
        found = conn.execute("SELECT * FROM duty_changes ORDER BY link_id").fetchall()
        conn.close()
        return found

    before = told()
    assert [row[1:] for row in before] == [("duty", "option", "shall", "may")] * len(before)
    assert before
    conn = sqlite3.connect(path)
    conn.executescript(
        """
        DROP VIEW decided_by_people; DROP VIEW duties_that_changed;
        DROP VIEW direct_and_step_by_step; DROP TABLE chain_differences;
        DROP TABLE duty_changes; DROP TABLE link_decisions; DROP TABLE decisions;
        DELETE FROM _sqlite_migrations WHERE name >= '0005';
        """
    )
    conn.close()
    with open_database(path):
        pass
    assert told() == before
