"""What must be refused: one line, exit 1, the database byte for byte as before."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.typed import TREATY, ingest, run


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


def test_a_folder_in_the_way_of_the_xml_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "akn").write_text("a file where a folder should be")
    result = ingest(tmp_path / "t.db", TREATY)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "the XML cannot be written" in result.output
    (tmp_path / "akn").unlink()
    assert ingest(tmp_path / "t.db", TREATY).exit_code == 0
    assert (tmp_path / "akn" / "lights" / "A_1.en.xml").is_file()


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
