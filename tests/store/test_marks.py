"""Marks and the reading report in SQL: whose words, in which round, and where the rest went."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from tests.drafts import outline
from tests.store.helpers import build, draft, drafts, make_older, put
from tracker.model import Draft, Furniture, Mark, Negotiation
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.schema import MIGRATIONS

ROOT = Path(__file__).resolve().parent.parent.parent


def marked(symbol: str, date: str, number: int, *proponents: Mark) -> Draft:
    """A draft with brackets in a paragraph and in a point of its article `number`."""
    made = outline(
        f"""
        rec_1 | (1) | | [Knowing] that lamps burn
        art_1 | Article {number} | Lamps | [Lamps burn.]
          art_1__para_1 | 1. | | Each Party [shall [promptly] light] its lamps
            art_1__para_1__point_a | (a) | | by [night]
        """,
        symbol=symbol,
        date=date,
        negotiation="lamps",
    )
    marks = {
        "rec_1": (Mark("bracket", 0, 9),),
        "art_1": (Mark("bracket", 0, 13, by="Aldova", date="2031-02-03", how="tracked"),),
        "art_1__para_1": (
            Mark("bracket", 11, 35),
            Mark("bracket", 18, 28),
            Mark("agreed", 0, 44, "[agreed ad referendum]"),
            *proponents,
        ),
        "art_1__para_1__point_a": (Mark("bracket", 3, 10), Mark("bracket", 0, 3, field="num")),
    }
    provisions = tuple(replace(one, marks=marks[one.eid]) for one in made.provisions)
    return replace(made, provisions=provisions)


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Two rounds: the article is article 24 first, then article 25."""
    path = tmp_path_factory.mktemp("lamps") / "lamps.db"
    first = marked(
        "L/1",
        "2031-01-01",
        24,
        Mark("proponent", 11, 35, "(Aldova; Brecony)", "Aldova; Brecony"),
        Mark("proponent", 19, 27, "", "Corvane", how="delete"),
        Mark("added", 0, 44, by="R. Fane", how="tracked"),
    )
    with open_database(path) as store:
        store.put_negotiation(Negotiation("lamps", "Treaty on lamps"))
        for one in (first, marked("L/2", "2032-01-01", 25)):
            put(store, one)
    conn = sqlite3.connect(path)
    yield conn
    conn.close()


def test_marked_words_of_an_article_are_one_query(lamps: sqlite3.Connection) -> None:
    found = lamps.execute(
        "SELECT symbol, article_number, number, words, proponents FROM marked_words "
        "WHERE article = 'Article 25 Lamps' AND kind = 'bracket' "
        "ORDER BY round, place_in_draft, ordinal"
    ).fetchall()
    whole, inner = "[shall [promptly] light]", "[promptly]"
    assert found[:5] == [
        ("L/1", "Article 24", "Article 24", "[Lamps burn.]", "Aldova"),
        ("L/1", "Article 24", "1.", whole, "Aldova; Brecony"),
        ("L/1", "Article 24", "1.", inner, "Aldova; Brecony; Corvane (delete)"),
        ("L/1", "Article 24", "(a)", "[night]", ""),
        ("L/1", "Article 24", "(a)", "(a)", ""),
    ]
    assert [row[:4] for row in found[5:]] == [
        ("L/2", "Article 25", number.replace("24", "25"), words)
        for _, _, number, words, _ in found[:5]
    ]
    assert [row[4] for row in found[5:]] == ["Aldova", "", "", "", ""]


def test_marks_outside_articles_are_there_too(lamps: sqlite3.Connection) -> None:
    found = lamps.execute(
        "SELECT symbol, article_id, words FROM marked_words WHERE article IS NULL ORDER BY round"
    ).fetchall()
    assert found == [("L/1", None, "[Knowing]"), ("L/2", None, "[Knowing]")]


def test_what_a_mark_says_is_kept(lamps: sqlite3.Connection) -> None:
    found = lamps.execute(
        "SELECT kind, printed, proponents, marked_on, how, field FROM marked_words "
        "WHERE symbol = 'L/1' AND (printed <> '' OR how <> '' OR field <> 'text') "
        "ORDER BY place_in_draft, ordinal"
    ).fetchall()
    assert found == [
        ("bracket", "", "Aldova", "2031-02-03", "tracked", "text"),
        ("agreed", "[agreed ad referendum]", "", "", "", "text"),
        ("proponent", "(Aldova; Brecony)", "Aldova; Brecony", "", "", "text"),
        ("proponent", "", "Corvane (delete)", "", "delete", "text"),
        ("added", "", "R. Fane", "", "tracked", "text"),
        ("bracket", "", "", "", "", "number"),
    ]


def test_the_page_of_marked_words_is_theirs(tmp_path: Path) -> None:
    """Not that on which the provision begins."""
    made = drafts()[0]
    name, text = made.provisions[1].eid, made.provisions[1].text
    spans = tuple(
        replace(span, at=at, page=page, start=0, end=end)
        for at, page, end in ((0, 1, 30), (31, 2, len(text) - 31))
        for span in made.provisions[1].spans
    )
    marks = (Mark("bracket", 2, 9), Mark("bracket", 40, 47))
    provisions = list(made.provisions)
    provisions[1] = replace(provisions[1], marks=marks, spans=spans)
    conn = sqlite3.connect(
        build(tmp_path / "moon.db", [replace(made, provisions=tuple(provisions))])
    )
    found = conn.execute(
        "SELECT page FROM marked_words WHERE provision_id LIKE '%#' || ? ORDER BY ordinal", (name,)
    ).fetchall()
    conn.close()
    assert found == [(1,), (2,)]


def test_the_reading_report_is_rows(tmp_path: Path) -> None:
    made = replace(drafts()[0], warnings=("Look twice.",))
    path = build(tmp_path / "moon.db", [made])
    conn = sqlite3.connect(path)
    found = conn.execute(
        "SELECT symbol, place, characters, share FROM reading_report ORDER BY ordinal"
    ).fetchall()
    warned = conn.execute(
        "SELECT is_error, warning FROM draft_warnings ORDER BY ordinal"
    ).fetchall()
    conn.close()
    visible = sum(not character.isspace() for character in made.pages[0])
    assert sum(row[2] for row in found) == visible
    assert sum(row[3] for row in found) == pytest.approx(1, abs=1e-4)
    assert {row[0] for row in found} == {"M/1"}
    assert ("unplaced", 5) in [(row[1], row[2]) for row in found]
    # The sample traces no headings: that is an error, and on record.
    assert warned[0] == (0, "Look twice.")
    assert {row[0] for row in warned[1:]} == {1}
    assert any("characters are in no place" in row[1] for row in warned[1:])
    with Library(path) as library:
        (stored,) = library.drafts("moon")
        report = library.report(stored.id)
    assert report is not None
    assert report.warnings == ("Look twice.",)
    assert len(report.errors) == len(warned) - 1
    assert dict(report.provisions) == {"article": 6, "paragraph": 7}


def test_a_replaced_file_leaves_no_shares(tmp_path: Path) -> None:
    path = build(tmp_path / "moon.db", drafts()[:1])
    made = drafts()[0]
    source = replace(made.source, sha256="cd" * 32)
    with open_database(path) as store:
        put(store, replace(made, source=source, furniture=(), pages=()), replacing=True)
    conn = sqlite3.connect(path)
    assert conn.execute("SELECT count(*) FROM reading_shares").fetchone() == (0,)
    conn.close()


def test_layers_of_one_day_stand_in_their_order(tmp_path: Path) -> None:
    made = draft("M/1", "2001-03-01", [("Article 1", "Purpose", ("It is to be quiet.",))])
    several = [
        replace(made, symbol=f"M/1 [{name}]", layer=name, layer_place=place)
        for place, name in ((3, "council"), (1, "zeal"), (2, "amended"))
    ]
    path = build(tmp_path / "moon.db", several)
    with Library(path) as library:
        found = [(one.position, one.layer, one.layer_place) for one in library.drafts("moon")]
    assert found == [(1, "zeal", 1), (2, "amended", 2), (3, "council", 3)]


def test_an_older_database_gets_the_reports_it_lacks(tmp_path: Path) -> None:
    """As it was before the third migration, it holds the same after it is opened."""
    path = build(tmp_path / "moon.db", drafts())
    conn = sqlite3.connect(path)
    # Which version made it was not written down then.
    conn.execute("UPDATE drafts SET engine = ''")
    conn.commit()
    before = contents(path)
    conn.close()
    make_older(path, "0003")
    with open_database(path) as store:
        assert len(store.all_drafts("moon", "en")) == 4
        assert not MIGRATIONS.pending(store._db)
    assert contents(path) == before


def test_a_database_of_the_third_migration_says_what_proponents_want(tmp_path: Path) -> None:
    path = tmp_path / "lamps.db"
    wanting = Mark("proponent", 19, 27, "", "Corvane", how="delete")
    with open_database(path) as store:
        store.put_negotiation(Negotiation("lamps", "Treaty on lamps"))
        put(store, marked("L/1", "2031-01-01", 24, wanting))
    sql = (files("tracker.store") / "sql" / "0003_marks_and_reading.sql").read_text("utf-8")
    conn = sqlite3.connect(path)
    conn.executescript("DROP VIEW marked_words;" + sql[sql.index("CREATE VIEW marked_words") :])
    conn.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0004%'")
    asked = "SELECT proponents FROM marked_words WHERE kind = 'proponent'"
    assert conn.execute(asked).fetchall() == [("Corvane",)]
    conn.commit()
    conn.close()
    open_database(path).close()
    conn = sqlite3.connect(path)
    assert conn.execute(asked).fetchall() == [("Corvane (delete)",)]
    conn.close()


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    conn = sqlite3.connect(path)
    found = {
        name: sorted(conn.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for name in ("reading_report", "draft_warnings", "drafts", "sources")
    }
    conn.close()
    assert found["reading_report"]
    return found


def queries() -> list[str]:
    """The questions of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sql\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [query for query in block.split(";") if query.strip()]


@pytest.fixture(scope="module")
def moon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = build(tmp_path_factory.mktemp("readme") / "moon.db", drafts())
    with open_database(path) as store:
        analyse(store, "moon", "en")
    conn = sqlite3.connect(path)
    yield conn
    conn.close()


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.split("\n")[0].strip("- "))
def test_the_questions_of_the_readme_are_answered(moon: sqlite3.Connection, query: str) -> None:
    asked = query.replace("un-cybercrime", "moon").replace("Article 45", "Article 1")
    asked = asked.replace("A/AC.291/22", "M/2").replace("A/RES/79/243", "M/4")
    assert moon.execute(asked).fetchall()


def test_the_readme_has_questions() -> None:
    assert len(queries()) >= 4


def test_unplaced_text_of_a_real_page_is_told(tmp_path: Path) -> None:
    made = drafts()[0]
    piece = Furniture("unplaced", made.pages[0][:7], 1, 0, 7)
    assert made.pages[0].startswith("Article")
    path = build(tmp_path / "moon.db", [replace(made, furniture=(*made.furniture, piece))])
    with Library(path) as library:
        report = library.report(library.drafts("moon")[0].id)
    assert report is not None
    # The words are an article's number too: claimed twice is an error, not hidden.
    assert any("7 characters are claimed twice" in one for one in report.errors)
