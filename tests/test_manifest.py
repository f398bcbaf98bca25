"""Manifests: what a good one gives, and what each wrong one is told."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import FetchError, ManifestError
from tracker.manifest import check_symbol, discover, iso_date, load, source_file
from tracker.model import Claim, Fact, Round, Story
from tracker.official import OfficialFile, keep

GOOD = '''\
id = "lakes"
title = "Convention on Lakes"
summary = """
Two sentences about lakes.
id = "not a key, but a line of text"
"""

[[rounds]]
id = "second"
symbol = "L/2"
date = 2021-05-01
when = "May 2021"
name = "Final draft"
official = "https://documents.example.org/L/2"

[[rounds.facts]]
text = "A fact."
sure = "A"
provision = "art_1"
source = "read in the text"

[[rounds]]
id = "first"
symbol = "L/1"
date = "2020-01-31"
when = "early 2020"
name = "First draft"
session = "1st session"
place = "Geneva"
file = "texts/first.txt"
standing = "paraphrase"
convention = "un-treaty"
partial = true

[[stories]]
title = "The water's edge"
text = "What became of it."
symbol = "L/1"
provision = "art_3__para_2"

[[claims]]
provision = "art_1"
text = "Too vague."
source = "Friends of the Lakes"
date = "2020-10"
symbol = "L/2"
'''


def write(folder: Path, text: str = GOOD, name: str = "lakes") -> Path:
    """A negotiation's folder with its bundled text; the path of its manifest."""
    home = folder / name
    (home / "texts").mkdir(parents=True, exist_ok=True)
    (home / "texts" / "first.txt").write_text("Article 1\n\nWater.\n", encoding="utf-8")
    path = home / "manifest.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_is_read(tmp_path: Path) -> None:
    lakes = load(write(tmp_path))
    assert (lakes.id, lakes.title, lakes.language) == ("lakes", "Convention on Lakes", "en")
    assert lakes.summary.startswith("Two sentences about lakes.\nid")
    assert lakes.rounds == (
        Round(
            "first",
            "L/1",
            "2020-01-31",
            "early 2020",
            "First draft",
            "1st session",
            "Geneva",
            "texts/first.txt",
            "paraphrase",
            "un-treaty",
            partial=True,
        ),
        Round(
            "second",
            "L/2",
            "2021-05-01",
            "May 2021",
            "Final draft",
            official="https://documents.example.org/L/2",
            facts=(Fact("A fact.", "A", "art_1", "read in the text"),),
        ),
    )
    assert lakes.stories == (
        Story("The water's edge", "What became of it.", "L/1", "art_3__para_2"),
    )
    assert lakes.claims == (Claim("art_1", "Too vague.", "Friends of the Lakes", "2020-10", "L/2"),)


def test_rounds_of_one_day_keep_their_order(tmp_path: Path) -> None:
    text = GOOD.replace('"2020-01-31"', '"2021-05-01"')
    assert [one.id for one in load(write(tmp_path, text)).rounds] == ["second", "first"]


WRONG = {
    "unknown key": ("summary =", "sumary =", ":3: sumary: is no key", "did you mean summary?"),
    "unknown key in a round": (
        "place =",
        "plaec =",
        ":29: rounds[2].plaec:",
        "did you mean place?",
    ),
    "unknown key like no other": (
        "place =",
        "qqq =",
        ":29: rounds[2].qqq:",
        "known are convention, ",
    ),
    "unknown table": ("[[claims]]", "[[clams]]", ":41: clams:", "did you mean claims?"),
    "missing title": ('title = "Convention on Lakes"\n', "", ":1: title: is missing", ""),
    "missing date": ("date = 2021-05-01\n", "", ":8: rounds[1].date: is missing", ""),
    "title a number": ('"Convention on Lakes"', "7", ":2: title: 7 is not text", ""),
    "title empty": ('"Convention on Lakes"', '" "', ":2: title: it is empty", ""),
    "title with a line break": ('"Convention on', '"Convention\\non', ":2: title:", "U+000A"),
    "title with a null": ('"Convention on', '"Convention\\u0000', ":2: title:", "U+0000"),
    "partial a text": ("partial = true", 'partial = "yes"', ":33: rounds[2].partial:", "nor false"),
    "rounds one table": ("[[rounds]]", "[rounds]", ":22: rounds[1]: is not valid TOML", "column 9"),
    "rounds a text": ("[[stories]]", "x = 1\n[[stories]]", ":35: rounds[2].x: is no key", ""),
    "day that is none": ("2020-01-31", "2020-02-30", ":25: rounds[2].date: '2020-02-30'", ""),
    "bare day that is none": (
        "2021-05-01",
        "2021-05-32",
        ":11: rounds[1].date: is not valid TOML",
        "",
    ),
    "date with a time": ("2021-05-01", "2021-05-01T10:00:00", "rounds[1].date:", "2024-08-08"),
    "date in words": ('"2020-01-31"', '"31 January 2020"', "rounds[2].date:", "2024-08-08"),
    "date run together": ('"2020-01-31"', '"20200131"', "rounds[2].date:", "2024-08-08"),
    "date a number": ('"2020-01-31"', "2020", "rounds[2].date:", "2024-08-08"),
    "month that is none": ('"2020-10"', '"2020-13"', ":45: claims[1].date:", "'2020-13"),
    "doubled id": ('id = "first"', 'id = "second"', ":23: rounds[2].id:", "taken by rounds[1]"),
    "doubled symbol": (
        'symbol = "L/1"\nd',
        'symbol = "L/2"\nd',
        ":24: rounds[2].symbol:",
        "taken by",
    ),
    "symbols of one file": (
        'symbol = "L/1"\nd',
        'symbol = "l_2"\nd',
        "rounds[2].symbol:",
        "taken by",
    ),
    "symbol that climbs": (
        'symbol = "L/1"',
        'symbol = "../x"',
        ":24: rounds[2].symbol: '../x'",
        "",
    ),
    "file that is missing": ("texts/first", "texts/third", ":30: rounds[2].file:", "exist"),
    "file that is a folder": ("texts/first.txt", "texts", "rounds[2].file:", "exist"),
    "file outside": ("texts/first.txt", "../x/a.txt", "rounds[2].file:", "outside"),
    "file from the root": ("texts/first.txt", "/etc/passwd", "rounds[2].file:", "outside"),
    "no text at all": ('file = "texts/first.txt"\n', "", ":22: rounds[2]: has neither", ""),
    "standing unknown": ('"paraphrase"', '"rumour"', "rounds[2].standing:", "'reconstruction'"),
    "sure unknown": ('sure = "A"', 'sure = "D"', ":18: rounds[1].facts[1].sure: 'D'", ""),
    "sure a list": ('sure = "A"', "sure = []", ":18: rounds[1].facts[1].sure: []", ""),
    "address not https": (
        "https://documents",
        "javascript:alert",
        ":14: rounds[1].official:",
        "https",
    ),
    "story of no round": (
        '"L/1"\nprovision',
        '"L/9"\nprovision',
        ":38: stories[1].symbol: 'L/9'",
        "",
    ),
    "claim of no round": (
        '"2020-10"\nsymbol = "L/2"',
        '"2020-10"\nsymbol = "L/9"',
        ":46: claims",
        "",
    ),
    "provision no eId": ('"art_3__para_2"', '"Article 3"', ":39: stories[1].provision:", "eId"),
    "id with capitals": ('id = "lakes"', 'id = "Lakes"', ":1: id: 'Lakes' is", "small letters"),
    "id not the folder's": ('id = "lakes"', 'id = "seas"', ":1: id: 'seas' stands", "'lakes'"),
    "language in words": (
        "summary =",
        'language = "English"\nsummary =',
        ":3: language:",
        "two small",
    ),
    "hash too short": (
        "official =",
        'sha256 = "12ab"\nofficial =',
        ":14: rounds[1].sha256:",
        "64 digits",
    ),
    "format unknown": (
        "official =",
        'format = "doc"\nofficial =',
        ":14: rounds[1].format:",
        "'docx'",
    ),
    "fetch no table": (
        "summary =",
        "fetch = 1\nsummary =",
        ":3: fetch: 1 is not a table",
        "[fetch]",
    ),
    "hosts no list": (
        "summary =",
        'fetch.hosts = "x.org"\nsummary =',
        ":3: fetch.hosts:",
        "not a list",
    ),
    "host in numbers": (
        "summary =",
        'fetch.hosts = ["a.org",\n"127.0.0.1"]\nsummary =',
        ":4: fetch.hosts[2]: '127.0.0.1' is not the name",
        "",
    ),
    "pattern without a symbol": (
        "summary =",
        'fetch = { pattern = "https://a.org/x" }\nsummary =',
        ":3: fetch.pattern: 'https://a.org/x' is not a pattern",
        "{language}/{symbol}",
    ),
    "pattern of any host": (
        "summary =",
        'fetch.pattern = "https://{symbol}/"\nsummary =',
        ":3: fetch.pattern:",
        "does not name one host",
    ),
    "header not closed": ("[[stories]]", "[[stories", ":35: is not valid TOML", "column"),
    "text not closed": (
        'title = "Convention on Lakes"',
        'title = "Convention',
        ":2: title: is not",
        "",
    ),
    "key doubled": ('place = "Geneva"', 'session = "x"', ":29: rounds[2].session: is not", ""),
}


@pytest.mark.parametrize(("old", "new", "where", "why"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, where: str, why: str) -> None:
    """In one line: no fault makes others."""
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ManifestError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(f"{path}:")
    assert where in message
    assert why in message
    assert "\n" not in message


def test_all_faults_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = GOOD.replace('title = "Convention on Lakes"', "title = 7").replace('"L/1"', '"/1"')
    text = text.replace('sure = "A"', 'shure = "A"').replace("2020-10", "2020-99")
    path = write(tmp_path, text)
    with pytest.raises(ManifestError) as caught:
        load(path)
    start = f"{path}:"
    assert [line.removeprefix(start).split(": ")[0:2] for line in caught.value.lines] == [
        ["2", "title"],
        ["16", "rounds[1].facts[1].sure"],
        ["18", "rounds[1].facts[1].shure"],
        ["24", "rounds[2].symbol"],
        ["38", "stories[1].symbol"],
        ["45", "claims[1].date"],
    ]
    assert str(caught.value).split("\n") == list(caught.value.lines)


def test_what_fetch_needs_is_read(tmp_path: Path) -> None:
    text = GOOD.replace(
        "[[stories]]",
        'layer = "reported"\nlanguage = "fr"\nformat = "html"\n'
        f'sha256 = "{"0a" * 32}"\n[fetch]\npattern = "https://a.example/{{language}}?s={{symbol}}"\n'
        'hosts = ["a.example"]\n[[stories]]',
    ).replace('official = "https://documents.example.org/L/2"\n', "")
    lakes = load(write(tmp_path, text))
    first, second = lakes.rounds
    assert (first.layer, first.language, first.format) == ("reported", "fr", "html")
    assert first.sha256 == "0a" * 32
    assert (second.layer, second.language, second.format, second.sha256) == ("", "", "", "")
    assert lakes.pattern == "https://a.example/{language}?s={symbol}"
    assert lakes.hosts == ("a.example",)


def test_a_negotiation_has_rounds(tmp_path: Path) -> None:
    path = write(tmp_path, 'id = "lakes"\ntitle = "Convention on Lakes"\n')
    with pytest.raises(ManifestError, match="rounds: is missing"):
        load(path)
    write(tmp_path, 'id = "lakes"\ntitle = "Convention on Lakes"\nrounds = []\n')
    with pytest.raises(ManifestError, match=":3: rounds: is empty"):
        load(path)


def test_a_manifest_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="No such file"):
        load(tmp_path / "manifest.toml")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"x = 1\ntitle = '\xff'", ":2: is not UTF-8 text \\(byte 15\\)", id="bytes"),
        pytest.param(b"a = " + b"[" * 5000, "nested too deeply", id="nested"),
        pytest.param(b"#" * 2_000_001, "larger than", id="huge"),
        pytest.param(b"", ":1: id: is missing", id="empty"),
    ],
)
def test_a_file_that_is_no_manifest(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "manifest.toml"
    path.write_bytes(content)
    with pytest.raises(ManifestError, match=why):
        load(path)


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "secret.txt").write_text("secret")
    (path.parent / "texts" / "first.txt").unlink()
    (path.parent / "texts" / "first.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(ManifestError, match="outside"):
        load(path)


def test_discover_gives_all_by_their_ids(tmp_path: Path) -> None:
    for name in ("rivers", "lakes", "bays"):
        write(tmp_path, GOOD.replace('id = "lakes"', f'id = "{name}"'), name)
    (tmp_path / "README.md").write_text("not a negotiation")
    (tmp_path / ".cache").mkdir()
    assert [one.id for one in discover(tmp_path)] == ["bays", "lakes", "rivers"]


def test_discover_names_a_folder_without_a_manifest(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ManifestError, match="empty/manifest.toml: No such file"):
        discover(tmp_path)


def test_discover_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="No such file"):
        discover(tmp_path / "drafts")


@given(st.dates())
def test_a_date_comes_back(day: date) -> None:
    assert iso_date(day) == iso_date(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    "symbol", ["A/AC.291/22/Rev.1", "A/RES/2200(XXI)", "COM(2012) 11 final", "52012PC0011", "Ő/1"]
)
def test_symbols_of_every_house(symbol: str) -> None:
    assert check_symbol(symbol) == symbol


@pytest.mark.parametrize(
    "symbol", ["", "..", "A//1", "/A", "A/", "A/../B", ".hidden", "A\\B", "A/ /B", "9" * 101]
)
def test_what_cannot_be_a_symbol(symbol: str) -> None:
    with pytest.raises(ValueError, match="symbol"):
        check_symbol(symbol)


def put_official(home: Path, content: bytes = b"%PDF-1.7 written for the test %%EOF") -> Path:
    """The official file of L/1 beside the manifest in the folder `home`."""
    sha256 = hashlib.sha256(content).hexdigest()
    record = OfficialFile("L/1", "L_1.pdf", "https://x.example/", sha256, 3, "2024-01-01")
    folder = home / "official"
    folder.mkdir(exist_ok=True)
    (folder / "passing").write_bytes(content)
    return keep(folder, record, folder / "passing")


def test_the_bundled_text_until_the_official_is_there(tmp_path: Path) -> None:
    path = write(tmp_path)
    first, second = load(path).rounds
    assert source_file(path.parent, first) == (path.parent / "texts/first.txt", "paraphrase")
    with pytest.raises(ManifestError, match="'second' \\(L/2\\) has no text yet; `tracker fetch l"):
        source_file(path.parent, second)
    official = put_official(path.parent)
    assert source_file(path.parent, first) == (official, "official")


def test_a_file_without_a_record_does_not_count(tmp_path: Path) -> None:
    path = write(tmp_path)
    official = put_official(path.parent)
    official.with_suffix(".json").unlink()
    assert source_file(path.parent, load(path).rounds[0])[1] == "paraphrase"


DAMAGE = {
    "other bytes": ("L_1.pdf", b"%PDF-1.7 something else", "not the file that was fetched"),
    "record cut off": ("L_1.json", b'{"symbol": "L/1"', "cannot be read"),
    "record no table": ("L_1.json", b"[]", "not the record of L/1"),
    "record of another": ("L_1.json", b'{"symbol": "L/2"}', "not the record of L/1"),
    "record that climbs": (
        "L_1.json",
        b'{"symbol": "L/1", "file": "../../x.pdf", "address": "", "sha256": "", "size": 1,'
        b' "fetched": ""}',
        "not the record of L/1",
    ),
}


@pytest.mark.parametrize(("name", "content", "why"), DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_official_file_is_named(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = write(tmp_path)
    put_official(path.parent)
    (path.parent / "official" / name).write_bytes(content)
    with pytest.raises(FetchError, match=why) as caught:
        source_file(path.parent, load(path).rounds[0])
    assert "fetch it again, or remove L_1.*" in str(caught.value)


def test_an_official_file_that_is_gone_is_named(tmp_path: Path) -> None:
    path = write(tmp_path)
    put_official(path.parent).unlink()
    with pytest.raises(FetchError, match="L_1.pdf: No such file"):
        source_file(path.parent, load(path).rounds[0])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("a = " + "9" * 100_000, "is not valid TOML", id="a number without end"),
        pytest.param("#" * 400_000, r"is larger than a manifest\.toml can be", id="too large"),
    ],
)
def test_hostile_manifest(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "manifest.toml"
    path.write_text(text)
    with pytest.raises(ManifestError, match=why):
        load(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "manifest.toml"
    os.mkfifo(path)
    with pytest.raises(ManifestError, match="is no regular file"):
        load(path)


def test_names_cannot_steer_the_terminal() -> None:
    error = ManifestError("a\x1b]0;x\x07.toml: wrong", "b\ud800: wrong")
    assert error.lines == (r"a\x1b]0;x\x07.toml: wrong", r"b\ud800: wrong")
