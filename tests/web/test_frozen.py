"""The site as files: every link resolves, every page is the live one but for its addresses."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.web import sample
from tracker.errors import TrackerError
from tracker.store import Library
from web import create_app
from web.frozen import freeze
from web.frozen.addresses import Address, own
from web.frozen.names import file_of
from web.frozen.site import MARKER, PAGES


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("frozen") / "sample.db"
    sample.make(path)
    return path


@pytest.fixture(scope="module")
def small(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one draft of the smaller negotiation."""
    path = tmp_path_factory.mktemp("small") / "small.db"
    shutil.copy(database, path)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("DELETE FROM negotiations WHERE id <> 'qamar'")
    return path


@pytest.fixture(scope="module")
def site(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "copy"
    found = freeze(create_app(database), folder)
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert found.files == len(files)
    assert 50 < found.pages < found.files
    return folder


def pages_of(site: Path) -> dict[str, str]:
    """File by address."""
    found: dict[str, str] = json.loads((site / PAGES).read_text(encoding="utf-8"))
    return found


@pytest.fixture
def measure() -> Iterator[ModuleType]:
    """The script that looks a whole copy through."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        import measure_frozen

        yield measure_frozen


def test_every_link_resolves(site: Path, measure: ModuleType) -> None:
    found = measure.links(site)
    assert found.faults == ()
    assert found.looked_at > 1000


def test_every_page_is_the_live_one_but_for_its_addresses(
    site: Path, database: Path, measure: ModuleType
) -> None:
    found = measure.pages(site, database)
    assert found.faults == ()
    assert found.looked_at > 50


def test_what_does_not_hold_is_found(
    site: Path, database: Path, tmp_path: Path, measure: ModuleType
) -> None:
    copy = shutil.copytree(site, tmp_path / "copy")
    page = copy / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace(
            "</main>",
            '<a href="nowhere.html">1</a> <a href="#nowhere">2</a> <a href="/n">3</a></main>',
        ),
        encoding="utf-8",
    )
    said = [one.rpartition(": ")[2] for one in measure.links(copy).faults]
    assert said == ["no such file", "no such place", "no address of a file"]
    assert [one.rpartition(": ")[2] for one in measure.pages(copy, database).faults] == [
        "is another page"
    ]


def test_the_same_site_has_the_same_bytes(site: Path, database: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    freeze(create_app(database), again)
    ours, theirs = (
        {one.relative_to(folder): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
        for folder in (site, again)
    )
    assert ours == theirs


def test_every_draft_and_pair_is_in_it(site: Path, database: Path) -> None:
    pages = pages_of(site)
    with Library(database) as library:
        symbols = [one.symbol for one in library.drafts("moon")]
    for old, new in combinations(symbols, 2):
        assert f"/n/moon/compare?new={new}&old={old}" in pages
    for symbol in ("M/1", "M/2", "M/3"):
        assert f"/n/moon/d/{symbol}?" in pages
    assert "/method?" in pages


def test_a_folder_with_something_else_is_left_alone(database: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(TrackerError, match="holds something else"):
        freeze(create_app(database), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_a_frozen_site_is_replaced_as_a_whole(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / MARKER).write_text("an old one")
    (folder / "gone.html").write_text("an old page")
    freeze(create_app(small), folder)
    assert (folder / "index.html").is_file()
    assert not (folder / "gone.html").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["copy"]


def test_a_fault_leaves_nothing_behind(database: Path, tmp_path: Path) -> None:
    app = create_app(database)
    app.view_functions["method.method"] = lambda: ("out of order", 503)
    with pytest.raises(TrackerError, match=r"/method: a link leads to it, and it answers 503"):
        freeze(app, tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "query", "kind", "file"),
    [
        pytest.param("/", "", "text/html", "index.html", id="front"),
        pytest.param(
            "/n/x/d/A/1/Rev.2", "", "text/html", "n/x/d/A/1/Rev.2/index.html", id="symbol"
        ),
        pytest.param("/n/x/feed", "", "application/atom+xml", "n/x/feed/index.xml", id="feed"),
        pytest.param("/x.docx", "", "application/octet-stream", "x.docx", id="a-file"),
    ],
)
def test_names_can_be_read(path: str, query: str, kind: str, file: str) -> None:
    assert file_of(path, query, kind) == file


_SEGMENT = st.text(
    st.characters(codec="utf-8", exclude_characters="/?#%"), min_size=1, max_size=120
)


@given(st.lists(_SEGMENT, max_size=4), st.text(st.characters(codec="utf-8"), max_size=200))
def test_names_stay_inside_and_are_plain(segments: list[str], query: str) -> None:
    file = file_of("/" + "/".join(segments), query, "text/html")
    assert re.fullmatch(r"[A-Za-z0-9._~/-]+", file)
    assert not {"", ".", ".."} & set(file.split("/"))
    assert all(len(one) <= 120 for one in file.split("/"))


@given(_SEGMENT, _SEGMENT)
def test_names_differ_as_addresses_do(one: str, other: str) -> None:
    first, second = (file_of(f"/n/{each}", "", "text/html") for each in (one, other))
    assert (first == second) == (one == other)


@pytest.mark.parametrize(
    "link", ["https://example.org/a", "//evil.example/a", "mailto:a@b", "data:,a"]
)
def test_other_sites_are_left_as_they_are(link: str) -> None:
    assert own(link, Address("/")) is None


@pytest.mark.parametrize(
    ("link", "address", "fragment"),
    [
        pytest.param(
            "/n/moon/compare?kind=force&new=B&old=A#f-1",
            Address("/n/moon/compare", "new=B&old=A"),
            "f-1",
            id="what-lays-out-is-left-out",
        ),
        pytest.param(
            "/n/moon/compare?old=A&at=77&new=B#l-77",
            Address("/n/moon/compare", "new=B&old=A&page=all"),
            "l-77",
            id="a-change-is-on-the-page-of-all",
        ),
        pytest.param(
            "/n/moon/compare?new=B&old=A&show=all",
            Address("/n/moon/compare", "new=B&old=A&show=all"),
            "",
            id="the-whole-text-is-more-than-the-changes",
        ),
        pytest.param("/t/ab?round=3&show=all#m-c", Address("/t/ab"), "m-c", id="story"),
        pytest.param("/n/moon/grid?open=ab#r-ab", Address("/t/ab"), "", id="row-of-the-grid"),
        pytest.param(
            "/n/moon/feed?kind=force", Address("/n/moon/feed", "kind=force"), "", id="feed"
        ),
        pytest.param("/search?q=a&n=moon", Address("/search"), "", id="search"),
        pytest.param(
            "/api/search?q=a", Address("/api/search", "q=a"), "", id="search-for-programs"
        ),
        pytest.param("/data/tracker/links?_sort=id", Address("/data/"), "", id="tables"),
    ],
)
def test_what_becomes_of_an_address(link: str, address: Address, fragment: str) -> None:
    assert own(link, Address("/")) == (address, fragment)


def test_a_copy_may_stand_below_the_root_of_a_host(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "copy"
    freeze(create_app(small), site, address="https://example.org/old/site/")
    assert 'href="/' not in (site / "index.html").read_text(encoding="utf-8")
    feed = (site / "n" / "qamar" / "feed" / "index.xml").read_text(encoding="utf-8")
    assert 'xml:base="https://example.org/old/site/"' in feed
    assert 'href="/old/site/n/qamar"' in feed
    assert "localhost" not in feed


def test_an_address_that_is_none_is_refused(database: Path, tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="is not an address"):
        freeze(create_app(database), tmp_path / "copy", address="javascript:alert(1)")
    assert list(tmp_path.iterdir()) == []


def test_the_database_is_in_it(site: Path, database: Path) -> None:
    assert (site / "database.sqlite").read_bytes()[:15] == b"SQLite format 3"
    assert "../database.sqlite" in (site / "data" / "index.html").read_text(encoding="utf-8")
