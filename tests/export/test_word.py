"""Word files: accept all gives the newer draft, reject all the older, word for word."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.browser import drafts as marked
from tests.export import word_xml
from tests.export.libreoffice import settled
from tests.export.made import compared, revisions, rooted
from tests.export.test_redline import NEW, OLD, _draft
from tests.web import sample
from tracker.cli.options import DRAFTS
from tracker.export.as_word import AUTHOR, comparison_word
from tracker.export.pieces import words_of
from tracker.export.redline import both_texts
from tracker.export.word_parts import clean
from tracker.ingesters import About
from tracker.model import Draft
from tracker.store import Library
from tracker.store.records.exports import Compared
from tracker.texts import draft_of

LONG = {
    "gdpr": ("com-2012-11-proposal.en.txt", "regulation-2016-679.en.txt"),
    "ireland-bill-35-2014": ("B3514S_akn.xml", "b35c14S_akn.xml"),
}
PART = 220
"""Provisions of each end of a long text; scripts/measure_word.py opens whole ones."""

RANDOM = 12
"""Drafts made at random that LibreOffice opens."""


def expected(found: Compared) -> tuple[list[str], list[str]]:
    """The words of the newer and of the older draft, as XML can hold them."""
    old, new = both_texts(found.page)
    return _clean(words_of(new)), _clean(words_of(old))


def _clean(words: list[str]) -> list[str]:
    return clean(" ".join(words)).split()


def of_xml(raw: bytes) -> tuple[list[str], list[str]]:
    accepted, rejected = (word_xml.settled(raw, what) for what in ("accept", "reject"))
    return "\n".join(accepted).split(), "\n".join(rejected).split()


@given(revisions())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_two_drafts_by_the_xml(both: tuple[Draft, Draft]) -> None:
    found = compared(*both)
    assert of_xml(comparison_word(found)) == expected(found)


@given(revisions())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_every_change_has_a_number_of_its_own(both: tuple[Draft, Draft]) -> None:
    root = word_xml.part(comparison_word(compared(*both)), "word/document.xml")
    ids = [one.get(f"{word_xml.W}id") for tag in ("ins", "del", "moveFrom", "moveTo")
           for one in root.iter(word_xml.W + tag)]  # fmt: skip
    assert len(ids) == len(set(ids))
    for tag in ("moveFromRangeStart", "moveToRangeStart"):
        names = [one.get(f"{word_xml.W}name") for one in root.iter(word_xml.W + tag)]
        assert len(names) == len(set(names))


def test_moves_are_tracked_as_moves() -> None:
    raw = comparison_word(compared(_draft(OLD, "T/1"), _draft(NEW, "T/2")))
    root = word_xml.part(raw, "word/document.xml")
    gone, come = (
        ["".join(one.itertext()) for one in root.iter(word_xml.W + tag)]
        for tag in ("moveFrom", "moveTo")
    )
    words = "Fees are paid before the boat is made fast to the pier."
    assert words in gone
    assert words in come
    by = {one.get(f"{word_xml.W}author") for one in root.iter() if one.get(f"{word_xml.W}author")}
    assert by == {AUTHOR}
    dates = {one.get(f"{word_xml.W}date", "")[:10] for one in root.iter(f"{word_xml.W}ins")}
    assert dates == {_draft(NEW, "T/2").date}


def test_our_own_reader_sees_both_texts(tmp_path: Path) -> None:
    found = compared(_draft(OLD, "T/1"), _draft(NEW, "T/2"))
    path = tmp_path / "both.docx"
    path.write_bytes(comparison_word(found))
    about = About("harbour", "T/2", "2030-01-01")
    new, old = expected(found)
    for layer, words in (("after", new), ("before", old)):
        draft = draft_of(path, replace(about, layer=layer), "plain")
        said = " ".join(f"{one.num} {one.heading} {one.text}" for one in draft.provisions).split()
        assert said == words


def test_what_is_said_of_the_texts_is_not_in_them(database: Path) -> None:
    found = _pair(database, "moon", "M/1", "M/4 <b>")
    raw = comparison_word(found)
    head = " ".join(word_xml.part(raw, "word/header1.xml").itertext())
    assert "NOT THE OFFICIAL TEXT" in head
    assert found.negotiation.notice in head
    assert found.old_sources[0].sha256 in head
    notes = " ".join(word_xml.part(raw, "word/comments.xml").itertext())
    assert "This link is a guess of a program, not sure" in notes
    body = " ".join(word_xml.part(raw, "word/document.xml").itertext())
    assert "OFFICIAL" not in body
    assert "guess" not in body


def test_right_to_left() -> None:
    old = replace(sample.arabic(), language="ar", symbol="Q/1")
    first, *rest = old.provisions
    new = replace(old, symbol="Q/2", provisions=(replace(first, text=f"{first.text} جدا"), *rest))
    raw = comparison_word(compared(old, new))
    root = word_xml.part(raw, "word/document.xml")
    paragraphs = [one for one in root.iter(f"{word_xml.W}p") if len(one)]
    assert all(one.find(f"{word_xml.W}pPr/{word_xml.W}bidi") is not None for one in paragraphs)
    assert all(one.find(f"{word_xml.W}rPr/{word_xml.W}rtl") is not None
               for one in root.iter(f"{word_xml.W}r"))  # fmt: skip


ODD = {
    "empty": "",
    "nul": "a\x00b",
    "control": "\x01\x02",
    "no-character": "\ufffe\uffff",
    "markup": "]]></w:t><w:ins>&amp;<!--",
    "breaks": "a\nb\r\nc\rd\te",
    "astral": "\U0001f4dc \U0010fffd",
    "long": "x" * 70_000,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts(name: str) -> None:
    old, new = _draft(OLD, "T/1"), _draft(NEW, "T/2")
    first, *rest = old.provisions
    old = replace(old, provisions=(replace(first, text=ODD[name], heading=ODD[name][:40]), *rest))
    for pair in ((old, new), (new, old)):
        found = compared(*pair)
        assert of_xml(comparison_word(found)) == expected(found)


def test_drafts_without_provisions() -> None:
    empty = replace(_draft(OLD, "T/1"), provisions=())
    found = compared(empty, replace(empty, symbol="T/2"))
    assert of_xml(comparison_word(found)) == ([], [])


def test_the_same_bytes_every_time() -> None:
    found = compared(_draft(OLD, "T/1"), _draft(NEW, "T/2"))
    raw = comparison_word(found)
    assert raw == comparison_word(found)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert archive.testzip() is None
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _pair(database: Path, negotiation: str, old: str, new: str) -> Compared:
    with Library(database) as library:
        ends = [library.draft(negotiation, symbol) for symbol in (old, new)]
        assert ends[0] is not None
        assert ends[1] is not None
        found = library.compared(ends[0].id, ends[1].id)
    assert found is not None
    return found


def _all_pairs(database: Path) -> Iterator[Compared]:
    with Library(database) as library:
        for one in library.negotiations():
            for language in one.languages:
                for old, new in combinations(library.drafts(one.id, language), 2):
                    found = library.compared(old.id, new.id)
                    assert found is not None
                    yield found


def _bundled() -> Iterator[Compared]:
    """Each bundled text against the next."""
    paths = sorted((DRAFTS / "un-cybercrime" / "texts").glob("*.txt"))
    made = [draft_of(path, About("bundled", path.stem, "2024-01-01")) for path in paths]
    assert len(made) > 5
    # Every third: a pair takes LibreOffice about 0.2 s.
    yield from (compared(old, new) for old, new in [*pairwise(made)][::3])


def _made_at_random() -> list[Compared]:
    found: list[Compared] = []

    @given(revisions())
    @settings(max_examples=RANDOM, suppress_health_check=[HealthCheck.too_slow])
    def collect(both: tuple[Draft, Draft]) -> None:
        found.append(compared(*both))

    collect()
    return found


def _long(shared_data: Path) -> Iterator[Compared]:
    for folder, names in LONG.items():
        both = [
            draft_of(shared_data / folder / name, About(folder, name, "2016-04-27"))
            for name in names
        ]
        old, new = (replace(one, provisions=rooted(one.provisions[-PART:])) for one in both)
        yield compared(old, new)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "sample.db"
    sample.make(path)
    return path


def test_libreoffice(soffice: str, database: Path, shared_data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "marked"
    folder.mkdir()
    marked.make(folder / "marked.db")
    found = [
        *_all_pairs(database),
        *_all_pairs(folder / "marked.db"),
        *_bundled(),
        *_made_at_random(),
        *_long(shared_data),
    ]
    files = []
    for n, one in enumerate(found):
        files.append(tmp_path / f"{n}.docx")
        files[-1].write_bytes(comparison_word(one))
    # One start for all.
    opened = settled(soffice, files, tmp_path / "of")
    for one, (accepted, rejected) in zip(found, opened, strict=True):
        assert (accepted.split(), rejected.split()) == expected(one), one.page.comparison.id
