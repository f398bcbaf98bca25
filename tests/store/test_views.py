"""The views that tell readers what changed, held to what the pages tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.helpers import build, drafts
from tracker.store import Library
from tracker.store.schema import columns_of_tables


@pytest.fixture
def moon(tmp_path: Path) -> Path:
    return build(tmp_path / "moon.db", drafts())


@pytest.fixture
def conn(moon: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(moon)) as found:
        # One thread, whatever the rules make of the others.
        found.execute("UPDATE provisions SET legal_function = 'other'")
        yield found


_LINKED = """
SELECT old.id, new.id FROM thread_members
JOIN provisions AS old ON old.id = from_provision_id
JOIN provisions AS new ON new.id = provision_id WHERE new.is_article = 1 ORDER BY 1 LIMIT 1
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("offence", "sanction", 1),
        ("offence", "offence", 0),
        ("offence", "other", 0),
        ("other", "offence", 0),
        ("offence", "unclear", 0),
        ("", "offence", 0),
    ],
)
def test_changes_of_legal_job(conn: sqlite3.Connection, before: str, after: str, told: int) -> None:
    old, new = conn.execute(_LINKED).fetchone()
    conn.execute("UPDATE provisions SET legal_function = ? WHERE id = ?", (before, old))
    conn.execute("UPDATE provisions SET legal_function = ? WHERE id = ?", (after, new))
    found = conn.execute(
        "SELECT new_provision_id, certain FROM legal_function_changes "
        "WHERE old_provision_id = ?", (old,)
    ).fetchall()  # fmt: skip
    assert found == [(new, 1)] * told


@pytest.mark.parametrize(
    ("sides", "levels"),
    [((0, 1), 1), ((0,), 1), ((1,), 1), ((0, 1), 2)],
    ids=["chapters", "a chapter before", "a chapter now", "parts of chapters"],
)
def test_what_holds_articles_has_no_legal_job(
    conn: sqlite3.Connection, sides: tuple[int, ...], levels: int
) -> None:
    """Were the linked provisions chapters, or parts that hold chapters."""
    old, new = conn.execute(_LINKED).fetchone()
    conn.execute("UPDATE provisions SET legal_function = 'offence' WHERE id = ?", (old,))
    conn.execute("UPDATE provisions SET legal_function = 'scope' WHERE id = ?", (new,))
    count = "SELECT count(*) FROM legal_function_changes"
    assert conn.execute(count).fetchone() == (1,)
    conn.execute("UPDATE provisions SET is_article = 0 WHERE id IN (?, ?)", (old, new))
    assert conn.execute(count).fetchone() == (1,)
    for end in [(old, new)[side] for side in sides]:
        within = [
            row[0] for row in conn.execute("SELECT id FROM provisions WHERE parent_id = ?", (end,))
        ]
        inner = within[0]
        if levels == 2:
            other = conn.execute(
                "SELECT id FROM provisions WHERE draft_id = (SELECT draft_id FROM provisions "
                "WHERE id = ?) AND is_article = 0 AND parent_id <> ?", (end, end)
            ).fetchone()[0]  # fmt: skip
            conn.execute("UPDATE provisions SET parent_id = ? WHERE id = ?", (inner, other))
            inner = other
        conn.execute("UPDATE provisions SET is_article = 1 WHERE id = ?", (inner,))
    assert conn.execute(count).fetchone() == (0,)


def test_the_view_says_how_sure() -> None:
    assert {"link_score", "certain"} <= set(columns_of_tables()["legal_function_changes"])


def test_a_thread_knows_where_the_two_ways_differ(moon: Path) -> None:
    with closing(sqlite3.connect(moon)) as conn, conn:
        ends = "SELECT id FROM provisions WHERE draft_id = ? AND is_article = 1 ORDER BY ordinal"
        ids = [row[0] for row in conn.execute("SELECT id FROM drafts ORDER BY position")]
        first, other = (row[0] for row in conn.execute(ends, (ids[0],)).fetchmany(2))
        for ordinal, draft in ((1, ids[3]), (2, ids[2])):
            (new,) = conn.execute(ends, (draft,)).fetchone()
            row = (ids[0], draft, ordinal, "direct", first, new)
            conn.execute("INSERT INTO chain_differences VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
        addresses = dict(conn.execute("SELECT id, address FROM provisions"))
    with Library(moon) as library:
        page, beside = library.thread(addresses[first]), library.thread(addresses[other])
    assert page is not None
    assert beside is not None
    assert [one.new.draft_id for one in page.differences] == [ids[2], ids[3]]
    assert {one.old.id for one in page.differences} == {first}
    assert beside.differences == ()
