"""Where a duty became an option."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    "the month in place of a word": (
        "en",
        "Lamps burn until 1 May 2030.",
        "Lamps burn until 1 must 2030.",
        None,
    ),
    "nobody may: a ban either way": (
        "en",
        "No Party may sell its lamps.",
        "No Party shall sell its lamps.",
        None,
    ),
    "nobody may, behind a comma": (
        "en",
        "Subject to article 4, no Party may sell its lamps.",
        "Subject to article 4, a Party may sell its lamps.",
        ("ban", "option"),
    ),
    "no word of the subject": (
        "en",
        "Each Party with no tower may sell its lamps.",
        "Each Party with a tower may sell its lamps.",
        None,
    ),
    "no later than": (
        "en",
        "No later than dusk, each Party shall light its lamps.",
        "No later than dusk, each Party may light its lamps.",
        ("duty", "option"),
    ),
    "nothing obliges": (
        "en",
        "Nothing shall oblige a Party to light lamps.",
        "Nothing may oblige a Party to light lamps.",
        None,
    ),
    "not required": (
        "en",
        "A Party shall not be required to light lamps.",
        "A Party may light lamps.",
        None,
    ),
    "may only": (
        "en",
        "A lamp shall be put out when it smokes.",
        "A lamp may only be put out when it smokes.",
        None,
    ),
    "a not put in": (
        "en",
        "A Party may lend its lamps.",
        "A Party may not lend its lamps.",
        ("option", "ban"),
    ),
    "a not taken out": (
        "en",
        "A Party shall not lend its lamps.",
        "A Party shall lend its lamps.",
        ("ban", "duty"),
    ),
    "in no case": (
        "en",
        "A Party shall lend its lamps.",
        "A Party shall in no case lend its lamps.",
        ("duty", "ban"),
    ),
    "should": (
        "en",
        "Each Party shall light lamps.",
        "Each Party should light lamps.",
        ("duty", "advice"),
    ),
    "encouraged": (
        "en",
        "Each Party shall light lamps.",
        "Each Party is encouraged to light lamps.",
        ("duty", "advice"),
    ),
    "endeavour": (
        "en",
        "Each Party shall light lamps.",
        "Each Party shall endeavour to light lamps.",
        ("duty", "effort"),
    ),
    "consider, taken out": (
        "en",
        "Each Party shall consider lighting lamps.",
        "Each Party shall light lamps.",
        ("effort", "duty"),
    ),
    "entitled, which is an option": (
        "en",
        "A Party shall be entitled to light lamps.",
        "A Party may light lamps.",
        None,
    ),
    "able to, put in": (
        "en",
        "A Party shall light lamps.",
        "A Party shall be able to light lamps.",
        ("duty", "option"),
    ),
    "not entitled": (
        "en",
        "A Party may light lamps.",
        "A Party shall not be entitled to light lamps.",
        ("option", "ban"),
    ),
    "another rule put in": (
        "en",
        "Each Party shall light lamps.",
        "Each Party shall consider the towers of all, and shall light lamps.",
        None,
    ),
    "French, ne without pas": (
        "fr",
        "Aucune lampe ne peut être éteinte.",
        "Toute lampe peut être éteinte.",
        ("ban", "option"),
    ),
    "French, ne que": (
        "fr",
        "Une lampe ne peut être éteinte que le jour.",
        "Une lampe peut être éteinte le jour.",
        None,
    ),
    "French, recommended": (
        "fr",
        "Chaque Partie doit allumer ses lampes.",
        "Chaque Partie devrait allumer ses lampes.",
        ("duty", "advice"),
    ),
    "Spanish, nobody": (
        "es",
        "Ninguna Parte podrá apagar las lámparas.",
        "Ninguna Parte deberá apagar las lámparas.",
        None,
    ),
    "Russian, not obliged": (
        "ru",
        "Стороны не обязаны зажигать фонари.",
        "Стороны могут зажигать фонари.",
        None,
    ),
    "a language that we cannot tell": ("de", "Sie muss brennen.", "Sie kann brennen.", None),
}


@pytest.mark.parametrize(("language", "old", "new", "turned"), TURNS.values(), ids=TURNS)
def test_turns(language: str, old: str, new: str, turned: tuple[str, str] | None) -> None:
    found = turn(difference(old, new).hunks, language)
    assert (found and (found.old, found.new)) == turned


def test_the_words_that_say_so() -> None:
    found = turn(difference("No Party may sell oil.", "A Party may sell oil.").hunks, "en")
    assert found is not None
    assert (found.old_words, found.new_words) == ("No … may", "may")
    found = turn(difference("It shall burn.", "It shall endeavour to burn.").hunks, "en")
    assert found is not None
    assert (found.old_words, found.new_words) == ("shall", "shall endeavour to")


_SOME = st.lists(
    st.sampled_from(["No", "Party", "shall", "may", "not", "only", ",", ".", "is", "encouraged"])
).map(" ".join)


@given(_SOME, _SOME)
def test_any_words(old: str, new: str) -> None:
    assert turn(difference(old, old).hunks, "en") is None
    found = turn(difference(old, new).hunks, "en")
    if found is not None:
        assert found.old != found.new
        for said, text in ((found.old_words, old), (found.new_words, new)):
            assert set(said.replace("…", "").split()) <= set(text.split())


def test_a_long_text_takes_little_time() -> None:
    rule = "No Party shall sell its lamps, and each Party may lend its oil "
    old, new = rule * 4000, rule.replace("may", "shall") * 4000
    hunks = [
        piece for _ in range(4000) for piece in difference(rule, rule.replace("may", "shall")).hunks
    ]
    assert "".join(one.text for one in hunks if one.operation != "insert") == old
    assert "".join(one.text for one in hunks if one.operation != "delete") == new
    started = time.process_time()
    turn(hunks, "en")
    assert time.process_time() - started < 3


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
        ALTER TABLE drafts DROP COLUMN engine; ALTER TABLE comparisons DROP COLUMN engine;
        DELETE FROM _sqlite_migrations WHERE name >= '0005';
        """
    )
    conn.close()
    with open_database(path):
        pass
    assert told() == before
