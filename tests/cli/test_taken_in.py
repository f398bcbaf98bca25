"""`build` and `ingest`: once, again, and in any order."""

from __future__ import annotations

import json
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from tests.cli.typed import TREATY, dump, ingest, later, run
from tracker import akn
from tracker.store import Library, open_database


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


ONE_DAY = {"Z/advance": "2030-05-04", "A/final": "2030-05-04", "B/next": "2031-01-01"}
"""Two rounds of one day, in an order that is not that of their symbols; and one after them."""


def one_day(tmp_path: Path, symbols: list[str]) -> tuple[Path, dict[str, Path]]:
    """A folder of manifests whose rounds stand so, and the file of each."""
    home = tmp_path / "drafts" / "lights"
    home.mkdir(parents=True, exist_ok=True)
    texts = {
        "Z/advance": TREATY.read_text(encoding="utf-8"),
        "A/final": later(tmp_path).read_text(encoding="utf-8"),
        "B/next": TREATY.read_text(encoding="utf-8").replace("Article 3 bis", "Article 3 ter"),
    }
    files = {symbol: home / f"{symbol[0]}.txt" for symbol in texts}
    rounds = []
    for symbol in symbols:
        files[symbol].write_text(texts[symbol], encoding="utf-8")
        rounds.append(
            f'[[rounds]]\nid = "{symbol[2:]}"\nsymbol = "{symbol}"\ndate = "{ONE_DAY[symbol]}"\n'
            f'when = "then"\nname = "{symbol[2:]}"\nfile = "{files[symbol].name}"\n'
            'standing = "unstated"\n'
        )
    head = 'id = "lights"\ntitle = "Lights"\n\n'
    (home / "manifest.toml").write_text(head + "\n".join(rounds), encoding="utf-8")
    return home.parent, files


def numbered(db: Path) -> list[str]:
    with open_database(db, create=False) as store:
        assert len(store.alignments("lights", "en")) == 3
        return [row.symbol for row in store.drafts("lights")]


def test_rounds_of_one_day_stand_as_in_the_manifest(tmp_path: Path) -> None:
    """Whatever was taken in before the manifest was read, in whatever order, and after it."""
    folder, files = one_day(tmp_path, list(ONE_DAY))
    found = []
    for n, before in enumerate(((), ("A/final", "Z/advance"), ("B/next", "Z/advance", "A/final"))):
        db = tmp_path / str(n) / "t.db"
        db.parent.mkdir()
        for symbol in before:
            assert ingest(db, files[symbol], symbol, ONE_DAY[symbol]).exit_code == 0
        built = run("build", "--db", db, "--drafts", folder)
        assert built.exit_code == 0, built.output
        assert ingest(db, files["A/final"], "A/final", ONE_DAY["A/final"]).exit_code == 0
        assert numbered(db) == list(ONE_DAY)
        found.append(dump(db, "lights"))
    assert found[0] == found[1] == found[2]


def test_a_manifest_that_changes_the_order_of_a_day_changes_the_rounds(tmp_path: Path) -> None:
    second, first, third = ONE_DAY
    db, other = tmp_path / "t.db", tmp_path / "other" / "t.db"
    other.parent.mkdir()
    folder, _ = one_day(tmp_path, [first, second, third])
    assert run("build", "--db", db, "--drafts", folder).exit_code == 0
    folder, _ = one_day(tmp_path, [second, first, third])
    for path in (db, other):
        built = run("build", "--db", path, "--drafts", folder)
        assert built.exit_code == 0, built.output
        assert numbered(path) == [second, first, third]
    assert dump(db, "lights") == dump(other, "lights")


@pytest.mark.shared
def test_irish_bill_in_any_order(shared_data: Path, tmp_path: Path) -> None:
    """Three stages of one bill: sections counted, all the same with the second one last."""
    folder = shared_data / "ireland-bill-35-2014"
    stages = {
        "B3514S": ("2014-04-17", 52),
        "B35a14S": ("2014-06-10", 54),
        "b35d14S": ("2014-07-09", 55),
    }
    found = []
    for number, order in enumerate((list(stages), ["b35d14S", "B3514S", "B35a14S"])):
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
    assert found[0] == found[1]


@pytest.fixture
def built(bundled: Path, tmp_path: Path) -> Path:
    """A database of the bundled drafts that may be changed."""
    return Path(shutil.copytree(bundled.parent, tmp_path / "built")) / bundled.name


def test_build_of_the_bundled_drafts_twice(built: Path) -> None:
    """All rounds of the manifest; the second time nothing changes, to the byte."""
    before = built.read_bytes()
    second = run("build", "--db", built)
    assert second.exit_code == 0
    assert ": new" not in second.output
    assert built.read_bytes() == before
    with open_database(built, create=False) as store:
        for row in store.drafts("un-cybercrime"):
            draft = store.draft("un-cybercrime", row.symbol, row.language)
            assert draft is not None
            assert draft.unplaced == ()
            raw = (built.parent / row.xml_file).read_bytes()
            assert akn.parse(raw, row.xml_file) == draft


def test_the_story_of_critical_infrastructure(bundled: Path) -> None:
    """An offence of its own, gone, and back as an aggravating circumstance: found without help."""
    result = run(
        "history", "un-cybercrime", "article 21, paragraph 2", "--db", bundled, "--format", "json"
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


def test_the_file_of_a_paraphrase_stays_a_paraphrase(built: Path) -> None:
    """What a manifest says of a file holds when the same file is ingested by hand."""
    before = built.read_bytes()
    text = Path("drafts/un-cybercrime/texts/a-res-79-243.txt")
    result = run(
        "ingest", text, "--negotiation", "un-cybercrime", "--symbol", "A/RES/79/243",
        "--date", "2024-12-24", "--db", built,
    )  # fmt: skip
    assert "nothing changed" in result.output, result.output
    assert built.read_bytes() == before


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
