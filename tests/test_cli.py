"""The command line: what it prints, how it ends, what it leaves behind."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.golden.make import FOLDER
from tracker import akn
from tracker.cli import main
from tracker.ingesters import About, conventions
from tracker.ingesters.base import assemble
from tracker.model import Draft, Furniture, Provision, Span
from tracker.read import Reading
from tracker.store import Library, open_database

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


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with one draft in it."""
    path = tmp_path / "tracker.db"
    assert ingest(path, TREATY).exit_code == 0
    return path


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


# What the commands print


def test_convert_to_json() -> None:
    result = run("convert", TREATY, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert set(found[0]) == {"eid", "kind", "num", "heading", "text", "page", "parent", "marks"}
    (keeper,) = [p for p in found if "[for pay]" in p["text"]]
    at = keeper["text"].index("[for pay]")
    assert keeper["marks"] == [
        {"kind": "bracket", "field": "text", "start": at, "end": at + 9, "words": "[for pay]"}
    ]
    (article,) = [p for p in found if p["eid"] == "art_3"]
    assert (article["kind"], article["heading"], article["text"]) == ("article", "Keepers", "")


def test_convert_to_xml_is_valid_and_reads_back() -> None:
    result = CliRunner().invoke(main, ["convert", str(TREATY)])
    assert result.exit_code == 0
    assert akn.validate(result.stdout_bytes) == []
    assert akn.build(akn.parse(result.stdout_bytes, "x")) == result.stdout_bytes


def test_align_files(tmp_path: Path) -> None:
    result = run("align", TREATY, later(tmp_path), "--format", "json")
    links = {(x["old"], x["new"]): x for x in json.loads(result.stdout)["links"]}
    assert links["art_4", "art_5"]["relation"] == "renumbered"
    assert links[None, "art_4"]["relation"] == "inserted"
    assert set(links["art_4", "art_5"]) == {
        "old",
        "new",
        "relation",
        "score",
        "evidence",
        "runner_up",
        "decided",
    }
    table = run("align", TREATY, later(tmp_path)).stdout
    assert "renumbered" in table
    assert "what became of it" in table


def test_diff_in_every_form(tmp_path: Path) -> None:
    new = later(tmp_path)
    assert "Each Party [-shall-]{+shall may+}" not in run("diff", TREATY, new).stdout
    assert "{+may +}keep" in run("diff", TREATY, new).stdout
    assert "<ins>may </ins>keep" in run("diff", TREATY, new, "--format", "html").stdout
    found = json.loads(run("diff", TREATY, new, "--format", "json").stdout)
    assert any(c["words_inserted"] == 1 for c in found["changes"])
    assert "Nothing changed." in run("diff", TREATY, TREATY).stdout


def test_symbols_stand_for_drafts(db: Path, tmp_path: Path) -> None:
    assert ingest(db, later(tmp_path), "A/2", "2031-01-01").exit_code == 0
    result = run("diff", "A/1", "A/2", "--db", db)
    assert result.exit_code == 0
    assert "{+may +}keep" in result.stdout


@pytest.mark.parametrize("asked", ["article 4", "Article 5", "art_5"])
def test_history(db: Path, tmp_path: Path, asked: str) -> None:
    ingest(db, later(tmp_path), "A/2", "2031-01-01")
    result = run("history", "lights", asked, "--db", db)
    assert result.exit_code == 0, result.output
    assert "A/1" in result.stdout
    found = json.loads(run("history", "lights", "art_5", "--db", db, "--format", "json").stdout)
    assert [[p["eid"] for p in r["provisions"]] for r in found["rounds"]] == [["art_4"], ["art_5"]]


# Saying how a file is read, and what texts it holds


def test_inspect_says_where_everything_went() -> None:
    result = run("inspect", TREATY)
    assert result.exit_code == 0
    assert "treaty.txt: text, 1 page, SHA-256 " in result.stdout
    assert "Read as un-consolidated, which the document fits to " in result.stdout
    assert "; next best: un-treaty, " in result.stdout
    assert re.search(r"numbers of provisions +103 +9\.\d\d%", result.stdout)
    assert re.search(r"in all +1,116 +100%", result.stdout)
    assert "No passage is unplaced." in result.stdout
    assert re.search(r"^Provisions: .*\b5 articles\b", result.stdout, re.MULTILINE)
    assert re.search(
        r"^Marks of the drafters: .*\b3 passages in brackets", result.stdout, re.MULTILINE
    )


def test_inspect_as_json() -> None:
    found = json.loads(run("inspect", TREATY, "--format", "json").stdout)
    assert found["convention"] == "un-consolidated"
    assert found["scores"]["un-consolidated"] > found["scores"]["un-treaty"]
    assert sum(one["characters"] for one in found["shares"]) == found["characters"] == 1116
    assert sum(one["share"] for one in found["shares"]) == pytest.approx(1, abs=1e-4)
    assert (found["layers"], found["layer"]) == ([], "")
    assert (found["unplaced"], found["warnings"], found["errors"]) == ([], [], [])


def test_inspect_by_another_convention() -> None:
    found = json.loads(
        run("inspect", TREATY, "--format", "json", "--convention", "un-treaty").stdout
    )
    assert found["convention"] == "un-treaty"


class Faulty:
    """A convention that puts all text in one article, but the second line, which it loses, and
    the third, which it cannot place."""

    name = "faulty"

    def score(self, reading: Reading) -> float:
        return 1.0

    def ingest(self, reading: Reading, about: About) -> Draft:
        first, _, third = reading.lines[:3]
        span = Span(0, 1, first.start, first.start + len(first.text))
        start = third.start
        return assemble(
            reading,
            about,
            convention=self.name,
            title="",
            provisions=(Provision("art_1", "article", text=first.text, spans=(span,)),),
            furniture=[Furniture("unplaced", third.text, 1, start, start + len(third.text))],
        )


def test_inspect_hides_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "some.txt"
    path.write_text("Lamps burn.\n\nBells ring.\n\nGulls cry.")
    monkeypatch.setitem(conventions(), "faulty", Faulty())
    result = run("inspect", path)
    assert result.exit_code == 1
    assert "ERROR: page 1: 10 characters are in no place, from 13 on: “Bellsring.”" in result.stdout
    assert "Warning: 31.0% of the text could not be placed" in result.stdout
    assert "Unplaced passages (1):\n  page 1: Gulls cry." in result.stdout
    assert re.search(r"LOST +10 +", result.stdout)
    assert result.stderr == (
        "tracker: some.txt: 1 faults of the reading, told above; please report them with the file\n"
    )


TRILOGUE = (
    ("", "Commission Proposal", "EP Mandate", "Council Mandate", "Draft Agreement"),
    ("1", *["HAVE ADOPTED THIS REGULATION:"] * 3, ""),
    ("2", *["Article 1"] * 3, ""),
    ("3", *["Lamps"] * 3, ""),
    ("4", "Lamps burn.", "Lamps burn by night.", "Lamps may burn.", ""),
)


def columns(tmp_path: Path) -> Path:
    """A table of four columns; nothing is agreed yet."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in TRILOGUE)
    path = tmp_path / "table.html"
    path.write_text(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    return path


def test_all_texts_of_a_file_are_taken_in(db: Path, tmp_path: Path) -> None:
    result = ingest(db, columns(tmp_path), "T/1", "2031-01-01")
    assert result.exit_code == 0, result.output
    assert "the text 'Draft Agreement' of the same file was left out" in result.stderr
    with Library(db) as library:
        drafts = library.drafts("lights")
        told = library.report(drafts[1].id)
    assert [(one.position, one.symbol, one.layer) for one in drafts] == [
        (1, "A/1", ""),
        (2, "T/1 [Commission Proposal]", "Commission Proposal"),
        (3, "T/1 [EP Mandate]", "EP Mandate"),
        (4, "T/1 [Council Mandate]", "Council Mandate"),
    ]
    assert told is not None
    assert "Draft Agreement" in told.warnings[-1]
    again = ingest(db, columns(tmp_path), "T/1", "2031-01-01")
    assert again.stdout.count("already there, nothing changed") == 3
    changed = run("diff", "T/1 [Commission Proposal]", "T/1 [EP Mandate]", "--db", db)
    assert "{+ by night+}" in changed.stdout


def test_one_text_of_a_file_is_taken_in_by_name(db: Path, tmp_path: Path) -> None:
    result = ingest(db, columns(tmp_path), "T/1", "2031-01-01", "--layer", "Council Mandate")
    assert result.exit_code == 0, result.output
    with Library(db) as library:
        assert [(one.symbol, one.layer) for one in library.drafts("lights")][1:] == [
            ("T/1", "Council Mandate")
        ]
    result = ingest(db, columns(tmp_path), "T/2", "2031-01-01", "--layer", "Lobby")
    assert result.exit_code == 1
    assert "no column 'Lobby'" in result.stderr


def test_two_texts_of_a_file_are_compared(tmp_path: Path) -> None:
    path = columns(tmp_path)
    both = ("--layer", "Commission Proposal", "--layer", "Council Mandate")
    result = run("diff", path, path, *both)
    assert "From table [Commission Proposal] to table [Council Mandate]" in result.stdout
    assert "{+may +}" in result.stdout or "{+ may+}" in result.stdout
    assert run("align", path, path, *both).exit_code == 0
    assert run("diff", path, path, *both, "--layer", "x").exit_code == 2
    found = json.loads(run("convert", path, "--layer", "EP Mandate", "--format", "json").stdout)
    assert found[-1]["text"] == "Lamps burn by night."
    shown = run("inspect", path, "--layer", "EP Mandate").stdout
    assert "The file holds the texts “Commission Proposal” and “EP Mandate” and " in shown
    assert "; this is “EP Mandate”." in shown


def test_rounds_of_a_manifest_may_be_texts_of_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "drafts" / "lamps"
    folder.mkdir(parents=True)
    columns(folder)
    rounds = "".join(
        f"""
[[rounds]]
id = "{name.split()[0].lower()}"
symbol = "T/1 [{name}]"
date = 2031-01-0{n}
when = "January"
name = "{name}"
file = "table.html"
standing = "paraphrase"
layer = "{name}"
"""
        for n, name in enumerate(("Commission Proposal", "Council Mandate"), 1)
    )
    text = f'id = "lamps"\ntitle = "Act on lamps"\n{rounds}'
    (folder / "manifest.toml").write_text(text)
    db = tmp_path / "some.db"
    result = run("build", "--drafts", tmp_path / "drafts", "--db", db)
    assert result.exit_code == 0, result.output
    with Library(db) as library:
        assert [one.layer for one in library.drafts("lamps")] == [
            "Commission Proposal",
            "Council Mandate",
        ]


# Ingesting again, in any order


def test_the_same_file_again_changes_nothing(db: Path) -> None:
    before = db.read_bytes()
    result = ingest(db, TREATY)
    assert result.exit_code == 0
    assert "nothing changed" in result.output
    assert db.read_bytes() == before


def test_another_file_needs_replace(db: Path, tmp_path: Path) -> None:
    before = db.read_bytes()
    new = later(tmp_path)
    refused = ingest(db, new)
    assert refused.exit_code == 1
    assert "later.txt" in refused.output
    assert "already taken" in refused.output
    assert db.read_bytes() == before
    assert "in the place of" in ingest(db, new, "A/1", "2030-01-01", "--replace").output
    with Library(db) as library:
        draft = library.draft("lights", "A/1")
        assert draft is not None
        report = library.report(draft.id)
    assert report is not None
    assert sorted(source.current for source in report.sources) == [False, True]


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


def test_rounds_in_any_order_give_the_same_database(tmp_path: Path) -> None:
    texts = {
        "A/1": TREATY.read_text(encoding="utf-8"),
        "A/2": later(tmp_path).read_text(encoding="utf-8"),
        "A/3": TREATY.read_text(encoding="utf-8").replace("Article 3 bis", "Article 3 ter"),
    }
    found = []
    for number, order in enumerate(permutations(texts)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for symbol in order:
            file = folder / f"{symbol[-1]}.txt"
            file.write_text(texts[symbol], encoding="utf-8")
            assert ingest(folder / "t.db", file, symbol, f"203{symbol[-1]}-01-01").exit_code == 0
        xml = {p.name: p.read_bytes() for p in (folder / "akn" / "lights").iterdir()}
        found.append((dump(folder / "t.db", "lights"), xml))
    assert all(one == found[0] for one in found)


@pytest.mark.shared
def test_irish_bill_in_any_order(shared_data: Path, tmp_path: Path) -> None:
    """Five stages of one bill: sections counted, threads the same for every order tried."""
    folder = shared_data / "ireland-bill-35-2014"
    stages = {
        "B3514S": ("2014-04-17", 52),
        "B35a14S": ("2014-06-10", 54),
        "B35b14S": ("2014-06-12", 54),
        "b35c14S": ("2014-07-03", 55),
        "b35d14S": ("2014-07-09", 55),
    }
    names = list(stages)
    found = []
    for number, order in enumerate((names, names[::-1], [names[k] for k in (2, 0, 4, 1, 3)])):
        db = tmp_path / f"{number}.db"
        for name in order:
            file = folder / f"{name}_akn.xml"
            assert ingest(db, file, name, stages[name][0]).exit_code == 0
        found.append(dump(db, "lights"))
        with Library(db) as library:
            counts = [
                sum(p.kind == "section" for p in library.provisions(d.id))
                for d in library.drafts("lights")
            ]
        assert counts == [count for _, count in stages.values()]
    assert found[0] == found[1] == found[2]


# What must be refused: one line, exit 1, the database byte for byte as before


def broken_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")


def encrypted_pdf(path: Path) -> None:
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/O<"
        + b"41" * 32
        + b">/U<"
        + b"42" * 32
        + b">/P -4>>endobj\n"
        b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000102 00000 n \n"
        b"trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]>>\nstartxref\n300\n%%EOF"
    )


def scanned_pdf(path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    with path.open("wb") as file:
        document.save(file)
    document.close()


def broken_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>" * 1000)
    path.write_bytes(path.read_bytes()[:-40])


DTD = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso><act><body>&b;</body></act></akomaNtoso>'

BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "empty": ("empty.txt", lambda p: p.write_bytes(b""), "empty"),
    "truncated PDF": ("cut.pdf", broken_pdf, "truncated"),
    "encrypted PDF": ("locked.pdf", encrypted_pdf, ""),
    "a scan": ("scan.pdf", scanned_pdf, "no text layer"),
    "truncated Word file": ("cut.docx", broken_docx, ""),
    "HTML under the name of a PDF": (
        "page.pdf",
        lambda p: p.write_text("<!DOCTYPE html><html><body>Sign in</body></html>"),
        "HTML",
    ),
    "unknown convention": (
        "recipe.txt",
        lambda p: p.write_text("Take three eggs. Beat them."),
        "no drafting convention",
    ),
    "XML with a DTD": ("dtd.xml", lambda p: p.write_text(DTD), "DTD"),
    "not UTF-8": ("latin.txt", lambda p: p.write_bytes("Artículo 1".encode("latin-1")), "UTF-8"),
}


@pytest.mark.parametrize(("name", "make", "said"), BAD.values(), ids=BAD.keys())
def test_bad_file(
    db: Path, tmp_path: Path, name: str, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / name
    make(path)
    before = sorted((p, p.read_bytes()) for p in db.parent.rglob("*") if p.is_file() and p != path)
    result = ingest(db, path, "A/2", "2031-01-01")
    assert result.exit_code == 1, result.output
    assert result.output.count("\n") == 1
    assert result.output.startswith("tracker: ")
    assert name in result.output
    assert said.casefold() in result.output.casefold()
    after = sorted((p, p.read_bytes()) for p in db.parent.rglob("*") if p.is_file() and p != path)
    assert after == before


def test_a_missing_file(db: Path, tmp_path: Path) -> None:
    result = ingest(db, tmp_path / "nowhere.txt", "A/2", "2031-01-01")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "nowhere.txt" in result.output


@pytest.mark.parametrize("date", ["2030-02-30", "yesterday", "30.1.2030", "", "2030-1-1"])
def test_a_date_that_is_none(db: Path, date: str) -> None:
    before = db.read_bytes()
    result = ingest(db, TREATY, "A/2", date)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "--date" in result.output
    assert db.read_bytes() == before


@pytest.mark.parametrize("symbol", ["", " ", "A/1\n", "x" * 5000])
def test_a_symbol_that_is_none(db: Path, symbol: str) -> None:
    result = ingest(db, TREATY, symbol, "2031-01-01")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "--symbol" in result.output


@pytest.mark.parametrize(
    "negotiation",
    ["", "../x", "a:b", "A b", "x" * 300],
    ids=["empty", "path", "colon", "blank", "long"],
)
def test_a_negotiation_that_is_none(tmp_path: Path, negotiation: str) -> None:
    result = run(
        "ingest", TREATY, "--negotiation", negotiation, "--symbol", "A/1", "--date", "2030-01-01",
        "--db", tmp_path / "t.db",
    )  # fmt: skip
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "--negotiation" in result.output
    assert not (tmp_path / "t.db").exists()


def test_wrong_usage_ends_with_2() -> None:
    assert run("ingest", TREATY).exit_code == 2
    assert run("convert", TREATY, "--format", "pdf").exit_code == 2
    assert run("dance").exit_code == 2


UNKNOWN = {
    "no database": (("history", "lights", "art_1"), "no database"),
    "no such provision": (("history", "lights", "art_99"), "no provision"),
    "no such symbol": (("diff", "A/1", "A/9"), "no draft with this symbol"),
    "no such negotiation": (("build", "moon"), "no negotiation 'moon'"),
}


@pytest.mark.parametrize(("arguments", "said"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_unknown_names(db: Path, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    there = tmp_path / "none.db" if said == "no database" else db
    result = run(*arguments, "--db", there)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert said in result.output


def test_build_of_the_bundled_drafts_twice(tmp_path: Path) -> None:
    """All rounds of the manifest; the second time nothing changes, to the byte."""
    db = tmp_path / "t.db"
    first = run("build", "--db", db)
    assert first.exit_code == 0, first.output
    before = db.read_bytes()
    second = run("build", "--db", db)
    assert second.exit_code == 0
    assert ": new" not in second.output
    assert db.read_bytes() == before
    with open_database(db, create=False) as store:
        for row in store.drafts("un-cybercrime"):
            draft = store.draft("un-cybercrime", row.symbol, row.language)
            assert draft is not None
            assert draft.unplaced == ()
            raw = (tmp_path / row.xml_file).read_bytes()
            assert akn.parse(raw, row.xml_file) == draft


def test_the_story_of_critical_infrastructure(tmp_path: Path) -> None:
    """An offence of its own, gone, and back as an aggravating circumstance: found without help."""
    db = tmp_path / "t.db"
    run("build", "--db", db)
    result = run(
        "history", "un-cybercrime", "article 21, paragraph 2", "--db", db, "--format", "json"
    )
    rounds = json.loads(result.stdout)["rounds"]
    told = [
        (r["symbol"], p["eid"], p["function"], p["certain"])
        for r in rounds
        for p in r["provisions"]
    ]
    assert told == [
        ("A/75/980", "art_8", "offence", True),
        ("A/AC.291/16", "art_10", "offence", True),
        ("A/AC.291/L.15", "art_21__para_2", "aggravating circumstance", False),
        ("A/RES/79/243", "art_21__para_2", "aggravating circumstance", True),
    ]


def test_symbols_that_differ_in_a_stroke_have_files_of_their_own(db: Path, tmp_path: Path) -> None:
    symbols = ["A_1", "B/_1", "B_/1", "C%5F1", "C_1"]
    for year, symbol in enumerate(symbols, start=2031):
        assert ingest(db, later(tmp_path), symbol, f"{year}-01-01").exit_code == 0
    assert len(list((db.parent / "akn" / "lights").iterdir())) == 1 + len(symbols)


def test_a_folder_in_the_way_of_the_xml_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "akn").write_text("a file where a folder should be")
    result = ingest(tmp_path / "t.db", TREATY)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "the XML cannot be written" in result.output
    (tmp_path / "akn").unlink()
    assert ingest(tmp_path / "t.db", TREATY).exit_code == 0
    assert (tmp_path / "akn" / "lights" / "A_1.en.xml").is_file()


def test_the_file_of_a_paraphrase_stays_a_paraphrase(tmp_path: Path) -> None:
    """What a manifest says of a file holds when the same file is ingested by hand."""
    db = tmp_path / "t.db"
    run("build", "--db", db)
    before = db.read_bytes()
    text = Path("drafts/un-cybercrime/texts/a-res-79-243.txt")
    result = run(
        "ingest", text, "--negotiation", "un-cybercrime", "--symbol", "A/RES/79/243",
        "--date", "2024-12-24", "--db", db,
    )  # fmt: skip
    assert "nothing changed" in result.output, result.output
    assert db.read_bytes() == before


def test_a_fault_in_another_manifest_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "broken").mkdir(parents=True)
    (tmp_path / "drafts" / "broken" / "manifest.toml").write_text("id = ")
    lakes = tmp_path / "drafts" / "lakes"
    lakes.mkdir()
    (lakes / "one.txt").write_bytes(TREATY.read_bytes())
    (lakes / "manifest.toml").write_text(
        'id = "lakes"\ntitle = "Lakes"\n[[rounds]]\nid = "one"\nsymbol = "L/1"\ndate = "2030-01-01"\n'
        'when = "2030"\nname = "One"\nfile = "one.txt"\nstanding = "paraphrase"\n'
    )
    arguments = ("--drafts", tmp_path / "drafts", "--db", tmp_path / "t.db")
    assert run("build", "lakes", *arguments).exit_code == 0
    refused = run("build", *arguments)
    assert (refused.exit_code, "broken" in refused.output) == (1, True)


def test_what_a_partial_document_lacks_is_not_listed(db: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.txt"
    part.write_text("Article 4\nEntry into force\n\nThe Parties have lit nine lights.")
    assert (
        ingest(db, part, "A/2", "2031-01-01", "--partial", "--convention", "un-treaty").exit_code
        == 0
    )
    said = run("diff", "A/1", "A/2", "--db", db).output
    assert "covers only part of the text" in said
    assert "no longer there" not in said


def test_what_a_file_is_can_be_said_later(db: Path) -> None:
    """A file of which nobody said what it is, then said to be official: with --replace, and for good."""
    refused = ingest(db, TREATY, "A/1", "2030-01-01", "--standing", "official")
    assert (refused.exit_code, "use --replace" in refused.output) == (1, True)
    said = ("--standing", "official", "--replace")
    assert ingest(db, TREATY, "A/1", "2030-01-01", *said).exit_code == 0
    assert "nothing changed" in ingest(db, TREATY).output
    with Library(db) as library:
        draft = library.draft("lights", "A/1")
    assert draft is not None
    assert draft.standing == "official"


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "there is no such database"), (b"", "is not a database"), (b"lamps " * 99, "is not a")],
    ids=["missing", "empty", "another file"],
)
def test_nothing_is_served_without_a_database(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    path = tmp_path / "some.db"
    if content is not None:
        path.write_bytes(content)
    refused = run("serve", "--port", "0", "--db", path)
    assert refused.exit_code == 1
    (line,) = refused.stderr.splitlines()
    assert line.startswith(f"tracker: {path}: {why}")
    assert path.exists() is (content is not None)
