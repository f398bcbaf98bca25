"""The files themselves in the database: kept once, whole, and no longer than they are needed."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.golden.make import FOLDER
from tests.store.helpers import dump
from tracker import pipeline
from tracker.errors import ReadError, StoreError
from tracker.ingesters import About
from tracker.model import Draft
from tracker.pipeline import source_files as pipeline_files
from tracker.store import Library, open_database, source_files
from tracker.texts import draft_of, drafts_of

FILE = FOLDER / "consolidated.pdf"
WORD = FOLDER / "consolidated.docx"
COLUMNS = FOLDER / "pdf" / "eu-trilogue.pdf"
ABOUT = About("ferries", "F/1", "2031-05-07", standing="official")
SHA = hashlib.sha256(FILE.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def draft() -> Draft:
    return draft_of(FILE, ABOUT)


@pytest.fixture
def path(tmp_path: Path, draft: Draft) -> Path:
    path = tmp_path / "ferries.db"
    put(path, draft, FILE)
    return path


def put(path: Path, draft: Draft, file: Path | None, *, replacing: bool = False) -> None:
    with open_database(path) as store:
        pipeline.add(store, draft, path, file=file, replacing=replacing)


def kept(path: Path) -> list[str]:
    with sqlite3.connect(path) as conn:
        return [row[0] for row in conn.execute("SELECT sha256 FROM source_files ORDER BY 1")]


def test_the_file_comes_back_to_the_byte(path: Path) -> None:
    with Library(path) as library:
        assert library.source_file(SHA) == FILE.read_bytes()
        assert library.source_file("0" * 64) is None
        row = library.draft("ferries", "F/1")
        assert row is not None
        found = library.source_pages(row.id)
        assert found is not None
        assert (found.sha256, found.count, found.kept, found.printed) == (SHA, 16, True, True)


def test_putting_it_in_twice_changes_nothing(path: Path, draft: Draft) -> None:
    before = path.read_bytes()
    put(path, draft, FILE)
    assert path.read_bytes() == before


def test_a_draft_does_not_depend_on_its_file(path: Path, tmp_path: Path, draft: Draft) -> None:
    without = tmp_path / "without.db"
    put(without, draft, None)
    one, other = dump(path), dump(without)
    assert [len(rows.pop("source_files")) for rows in (one, other)] == [1, 0]
    assert one == other
    with open_database(path) as store:
        assert store.draft("ferries", "F/1", "en") == draft
    # It may come later.
    put(without, draft, FILE)
    assert dump(without) == dump(path)


def test_the_order_leaves_no_trace(tmp_path: Path, draft: Draft) -> None:
    second = replace(draft, symbol="F/2", date="2031-06-01")
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    for place, order in ((one, (draft, second)), (other, (second, draft))):
        for each in order:
            put(place, each, FILE)
    assert dump(one) == dump(other)
    assert kept(one) == [SHA]


def test_of_several_drafts_in_one_file_it_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "columns.db"
    drafts = drafts_of(COLUMNS, ABOUT)
    assert len(drafts) > 1
    with open_database(path) as store:
        pipeline.add_all(store, drafts, path, file=COLUMNS)
    assert len(kept(path)) == 1


def test_it_goes_with_the_last_draft_that_is_read_from_it(path: Path, draft: Draft) -> None:
    put(path, replace(draft, symbol="F/2", date="2031-06-01"), FILE)
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("DELETE FROM drafts WHERE symbol = 'F/1'")
    assert kept(path) == [SHA]
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("DELETE FROM drafts")
    assert kept(path) == []


def test_a_file_that_is_replaced_goes_and_may_come_back(path: Path, draft: Draft) -> None:
    put(path, draft_of(WORD, ABOUT), WORD, replacing=True)
    assert kept(path) == []
    put(path, draft, FILE, replacing=True)
    assert kept(path) == [SHA]


def test_files_without_pages_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "word.db"
    put(path, draft_of(WORD, ABOUT), WORD)
    assert kept(path) == []
    with Library(path) as library:
        row = library.draft("ferries", "F/1")
        assert row is not None
        found = library.source_pages(row.id)
        assert found is not None
        assert not found.kept


def test_a_very_large_file_is_not_kept(
    tmp_path: Path, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_files, "MOST_BYTES", FILE.stat().st_size - 1)
    path = tmp_path / "large.db"
    put(path, draft, FILE)
    assert kept(path) == []


def test_a_file_that_changed_meanwhile_leaves_nothing(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "changed.db"
    changed = tmp_path / FILE.name
    changed.write_bytes(FILE.read_bytes() + b"\n")
    with pytest.raises(ReadError, match=r"consolidated\.pdf: was changed while it was read"):
        put(path, draft, changed)
    with pytest.raises(ReadError, match="cannot be read"):
        put(path, draft, tmp_path / "gone.pdf")
    assert not path.exists() or not dump(path)["drafts"]


def test_a_damaged_file_is_not_given_out(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE source_files SET content = CAST('nothing' AS BLOB)")
    with Library(path) as library, pytest.raises(StoreError, match="is damaged; build again"):
        library.source_file(SHA)


def test_the_store_takes_only_what_belongs_to_a_draft(path: Path) -> None:
    with open_database(path) as store:
        with pytest.raises(StoreError, match="another hash"):
            store.put_file(SHA, b"something else")
        with pytest.raises(StoreError, match="no draft is read from"):
            store.put_file(hashlib.sha256(b"stray").hexdigest(), b"stray")
        assert not pipeline_files.lacks(store, draft_of(FILE, ABOUT))


def test_a_page_tells_what_stands_on_it(path: Path, draft: Draft) -> None:
    with Library(path) as library:
        row = library.draft("ferries", "F/1")
        assert row is not None
        names = {one.id: one for one in library.provisions(row.id)}
        assert library.source_page(row, 17) is None
        assert library.source_page(row, 0) is None
        seen: dict[str, str] = {}
        for number, text in enumerate(draft.pages, start=1):
            page = library.source_page(row, number)
            assert page is not None
            assert (page.text, page.number, page.pages, page.kept) == (text, number, 16, True)
            ordinals = [names[one.provision_id].ordinal for one in page.passages]
            assert ordinals == sorted(set(ordinals))
            expected = [one for one in draft.furniture if one.page == number]
            assert list(page.furniture) == expected
            for one in page.passages:
                said = "".join(text[start:end] for start, end in one.words)
                seen[one.provision_id] = seen.get(one.provision_id, "") + said
    for provision in draft.provisions:
        words = f"{provision.num}{provision.heading}{provision.text}"
        read = seen.get(f"{row.id}#{provision.eid}", "")
        assert set("".join(words.split())) <= set(read)
