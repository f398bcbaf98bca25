"""Wrong character maps: undone where a rule is proved, left alone where none is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read import files, pdf_files
from tracker.errors import ReadError
from tracker.read import Reading, read
from tracker.read.recover import LIFTED, find, score
from tracker.read.recover_words import KNOWN

FRENCH = [
    "Article premier",
    "Les Parties gardent dans le port les lampes qui sont dues par la convention,",
    "et elles ne les vendent pas sans un accord de tous les autres gardiens de la baie.",
    "Dans cette partie, le mot lampe est pris dans son sens le plus large pour la nuit.",
]
RUSSIAN = [
    "Статья 1",
    "Каждое государство хранит лампы в порту, если это не противоречит настоящей статье,",
    "и не продает их без согласия других участников, которые также живут на берегу залива.",
    "В этой главе для целей настоящей конвенции под лампой понимается все, что светит.",
]
ONE_LETTER_LESS = [  # the last of the alphabet is a ligature in Mac Roman, which PDFium takes apart
    "Каждое государство хранит лампы в порту, если это не противоречит договору сторон,",
    "и не продает их без ведома других государств, которые также имеют порт на берегу залива.",
    "В этой главе под лампой может быть названо все, что светит или если это не может быть темно.",
]
ENGLISH = [
    "Article 1",
    "Each Party shall keep the lamps of the harbour in good order and shall not sell any of them,",
    "unless the other Parties have agreed to it in accordance with this article or the annex.",
]
BULGARIAN = [
    "Всяка страна пази лампите на пристанището през нощта и никога не ги продава на чужди хора"
]
GERMAN = [
    "Jede Vertragspartei bewahrt die Laternen des Hafens auf und verkauft keine davon ohne Not"
]


def _read(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.pdf").write_bytes(data)
    return read(tmp_path / "a.pdf")


WRONG: dict[str, tuple[list[str], Callable[[str], str], str]] = {
    "Latin letters 29 too low": (FRENCH, pdf_files.shifted(-29), "order of glyphs"),
    "Latin letters 3 too high": (FRENCH, pdf_files.shifted(3), "shifted by -3"),
    "Latin letters in the private area": (ENGLISH, pdf_files.shifted(0xF000), "shifted by -61440"),
    "Cyrillic letters 100 too high": (RUSSIAN, pdf_files.shifted(100), "shifted by -100"),
    "Cyrillic letters in the Latin block": (
        RUSSIAN,
        lambda c: chr(ord(c) - 0x350) if ord(c) > 0x400 else c,
        "",
    ),
    "CP1251 read as Latin-1": (RUSSIAN, pdf_files.confused("cp1251", "latin-1"), ""),
    "KOI8-R read as Latin-1": (RUSSIAN, pdf_files.confused("koi8_r", "latin-1"), "koi8_r"),
    "Mac Cyrillic read as Mac Roman": (
        ONE_LETTER_LESS,
        pdf_files.confused("mac_cyrillic", "mac_roman"),
        "mac_cyrillic",
    ),
    "glyphs of TrueType, Cyrillic shifted": (
        RUSSIAN,
        lambda c: chr(ord(c) - 470) if ord(c) > 0x400 else chr(ord(c) - 29),
        "",
    ),
}


@pytest.mark.parametrize(("lines", "wrong", "how"), WRONG.values(), ids=WRONG.keys())
def test_wrong_maps_are_undone(
    tmp_path: Path, lines: list[str], wrong: Callable[[str], str], how: str
) -> None:
    reading = _read(tmp_path, pdf_files.mapped(lines, wrong))
    assert [line.text for line in reading.lines] == lines
    assert all(run.recovered for line in reading.lines for run in line.runs)
    (warning,) = reading.warnings
    assert warning.startswith(
        "font Courier: the file gives other letters than those that are printed"
    )
    assert how in warning
    changed = sum(c != " " and wrong(c) != c for line in lines for c in line)
    assert f"{changed} characters were recovered, the first on page 1" in warning


def test_few_words_are_recovered_by_the_words_of_other_fonts(tmp_path: Path) -> None:
    """A display font has only headings; the body says which words are likely."""
    headings = ["Laternen Hafen", "Vertragspartei", "Hafen ohne Laternen"]
    data = pdf_files.mapped(headings, pdf_files.shifted(-29), healthy=GERMAN)
    reading = _read(tmp_path, data)
    assert [line.text for line in reading.lines] == [*headings, *GERMAN]
    assert [run.recovered for line in reading.lines for run in line.runs] == [True] * 3 + [False]


def test_letters_of_a_wrong_font_within_words_of_another() -> None:
    """As where a display font gives one capital of a heading that is set in another."""
    rows = ["harbour", "lamp", "keeper", "article", "shall", "party", "article", "lamps", "keeps"]
    alphabet = sorted({row[0] for row in rows})
    passages = [((chr(LIFTED + ord(row[0]) - 29), True), (row[1:], False)) for row in rows * 2]
    rule = find(passages, {"harbour", "lamp", "lamps", "keeper", "keeps"})
    assert rule is not None
    assert {rule.put[LIFTED + ord(c) - 29] for c in alphabet} == set(alphabet)


LEFT_ALONE: dict[str, tuple[list[str], Callable[[str], str]]] = {
    "English": (ENGLISH, str),
    "French": (FRENCH, str),
    "Russian": (RUSSIAN, str),
    "a language without a list": (GERMAN, str),
    "another language in Cyrillic": (BULGARIAN, str),
    "figures": (["12 345 67 89", "2.5 % 17/18 (2019)", "1 2 3 4 5 6 7 8 9"], str),
    "codes of parts": (["XK-12/B QRT-7 ZZW-9 PLM-4 XK-13/B QRT-8", "KLM-2 BBR-7"], str),
}


@pytest.mark.parametrize(("lines", "wrong"), LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_reads_well_is_left_alone(
    tmp_path: Path, lines: list[str], wrong: Callable[[str], str]
) -> None:
    reading = _read(tmp_path, pdf_files.mapped(lines, wrong))
    assert [line.text for line in reading.lines] == lines
    assert not any(run.recovered for line in reading.lines for run in line.runs)
    assert reading.warnings == ()


def test_a_map_without_a_rule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="a.pdf: the text layer is not readable text.*run OCR"):
        _read(tmp_path, pdf_files.mapped(FRENCH, pdf_files.scrambled(7)))


def test_a_wrong_code_page_that_is_not_proved_is_refused(tmp_path: Path) -> None:
    """Cyrillic bytes of a language without a list, read as Latin ones."""
    lines = [" ".join(sorted(BULGARIAN[0].split(), key=len, reverse=True)[:8])] * 3
    wrong = pdf_files.confused("cp1251", "latin-1")
    data = pdf_files.mapped([line.replace("на", "") for line in lines], wrong)
    with pytest.raises(ReadError, match="not readable text"):
        _read(tmp_path, data)


words = st.lists(st.sampled_from(sorted(KNOWN)), min_size=4, max_size=60)
names = st.lists(st.text("abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрст", min_size=2, max_size=9))


@given(words, names)
def test_a_healthy_font_is_never_changed(known: list[str], unknown: list[str]) -> None:
    """As many known words as a text has them at least."""
    text = " ".join([*known, *unknown[: len(known)]])
    assert find([((text, True),)], ()) is None


@given(st.text(max_size=200), st.integers(-40, 40).filter(bool))
def test_a_rule_is_only_given_where_it_makes_known_words(text: str, shift: int) -> None:
    """Whatever the text, what a rule gives reads better than what was there."""
    passages = [((text, True),)]
    rule = find(passages, ())
    if rule is not None:
        before, after = score(passages, {}, ()), score(passages, rule.put, ())
        assert after.share >= 2 * before.share
        assert after.words >= 3


@pytest.mark.shared
def test_headings_of_the_french_agreement(shared_data: Path) -> None:
    """All 76, which another font shows in part, and the cover, against the reference text."""
    reading = read(shared_data / "bbnj" / "bbnj-2023-fr.pdf")
    text = unicodedata.normalize(
        "NFC", (shared_data / "bbnj" / "bbnj-2023-fr.txt").read_text("utf-8")
    )
    flat = " ".join(text.split())
    found = good = 0
    for n, line in enumerate(reading.lines):
        if line.bold and re.fullmatch(r"Article (\d+|premier)", line.text):
            heading = [line.text]
            for after in reading.lines[n + 1 :]:
                if not after.bold or re.match(r"\d+\.", after.text):
                    break
                heading.append(after.text)
            found += 1
            good += " ".join(heading) in flat
    assert (found, good) == (76, 76)
    recovered = [li.text for li in reading.lines if any(run.recovered for run in li.runs)]
    assert len(recovered) > 35
    assert sum(text in flat for text in recovered) >= len(recovered) - 2
    assert not any("\u2403" in page for page in reading.pages)
    (warning,) = reading.warnings
    assert re.search(r"\b2\d\d characters were recovered, the first on page 1", warning)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["bbnj-2023-es", "fish-stocks-agreement-1995"])
def test_no_other_document_is_changed(shared_data: Path, name: str) -> None:
    reading = read(shared_data / "bbnj" / f"{name}.pdf")
    assert reading.warnings == ()
    assert not any(run.recovered for line in reading.lines for run in line.runs)


def test_files_are_what_they_say() -> None:
    """The builder makes an ordinary PDF where the map is right."""
    assert b"/ToUnicode" in pdf_files.mapped(ENGLISH, str)
    assert b"/ToUnicode" not in files.pdf([[]])
