"""Right-to-left scripts come back in the order of reading; Chinese without false blanks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.pdf import make
from tests.read import pdf_files
from tracker.read import read
from tracker.read.pdf_bidi import logical
from tracker.read.pdf_lines import join
from tracker.read.pdf_pieces import Piece, Style

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"
ROMAN = Style(10.0, False, False)


@pytest.mark.parametrize(("name", "texts"), [("arabic", make.ARABIC), ("hebrew", make.HEBREW)])
def test_texts_of_a_file_by_libreoffice(name: str, texts: list[str]) -> None:
    """Digits, Latin words, brackets, quotation marks, lam-alef, marks on letters: every letter."""
    said = " ".join(line.text for line in read(GOLDEN / f"{name}.pdf").lines)
    assert said == " ".join(texts)


def _seen(text: str) -> Piece:
    """A piece whose letters stand from left to right as they are written here, 5 points each."""
    edges = tuple((100 + 5.0 * n, 105 + 5.0 * n) for n in range(len(text)))
    end = 100 + 5.0 * len(text)
    return Piece(text, ROMAN, 100, end, 100.0, (100, 90.0, end, 102.0), 0, edges=edges)


# As printed from left to right → as read. Written with escapes of nothing: א is first, ב second.
LEFTWARDS = {
    "words": ("גב א", "א בג"),
    "a number": ("בא 12 גא", "אג 12 אב"),
    "two numbers": ("2019 גבא 15", "15 אבג 2019"),
    "a time": ("בא 22:30 א", "א 22:30 אב"),
    "a share": ("בא 50% א", "א 50% אב"),
    "Latin words": ("בא Port Authority א", "א Port Authority אב"),
    "a symbol": ("בא A/12/34 א", "א A/12/34 אב"),
    "a number that begins a symbol": ("בא 2/CP.5 א", "א 2/CP.5 אב"),
    "Latin words with a number": ("בא Annex 2 of 3 א", "א Annex 2 of 3 אב"),
    "Latin words in brackets": ("בא (Port of Alder) א", "א (Port of Alder) אב"),
    "brackets": ("ג (בא) א", "א (אב) ג"),
    "brackets stored as meant": ("ג )בא( א", "א (אב) ג"),
    "square brackets": ("ג [בא] א", "א [אב] ג"),
    "a full stop": (".בא", "אב."),
    "Arabic digits": ("بأ ٢٣ أ", "أ ٢٣ أب"),
    "Arabic share": ("بأ %50 أ", "أ 50% أب"),
}


@pytest.mark.parametrize(("printed", "expected"), LEFTWARDS.values(), ids=LEFTWARDS.keys())
def test_lines_that_run_leftwards(printed: str, expected: str) -> None:
    assert join(logical([_seen(printed)], True))[0] == expected


RIGHTWARDS = {
    "one word": ("the word אב here", "the word בא here"),
    "two words": ("the words גב א here", "the words א בג here"),
    "a number between": ("the words אב 12 ג here", "the words ג 12 בא here"),
    "no such word": ("the word (here) 12", "the word (here) 12"),
}


@pytest.mark.parametrize(("printed", "expected"), RIGHTWARDS.values(), ids=RIGHTWARDS.keys())
def test_lines_that_run_rightwards(printed: str, expected: str) -> None:
    assert join(logical([_seen(printed)], False))[0] == expected


def test_marks_on_letters_are_given_quickly_and_to_the_nearest() -> None:
    """Which letter a vowel sign stands on is told by its place, however many there are."""
    many = 20_000
    letters, signs = "ב" * many, "\u05b7" * many
    edges = tuple((5.0 * n, 5.0 * n + 5) for n in range(many))
    shifted = tuple((5.0 * n + 1, 5.0 * n + 3) for n in range(many))
    box = (0.0, 90.0, 5.0 * many, 102.0)
    piece = Piece(letters + signs, ROMAN, 0, 5.0 * many, 100.0, box, 0, edges=edges + shifted)
    started = time.process_time()
    (made,) = logical([piece], True)
    assert time.process_time() - started < 4
    assert made.text == "ב\u05b7" * many


def test_many_brackets_are_turned_quickly() -> None:
    many = 20_000
    started = time.process_time()
    assert "א" in join(logical([_seen("(" * many + "א" + "]" * many)], True))[0]
    assert time.process_time() - started < 6


def test_forms_of_letters_become_letters() -> None:
    """Presentation forms; the ligature of lam and alef; other compatible characters stay."""
    assert join(logical([_seen("\ufef1\ufeda \ufefb \u00bd")], True))[0] == "½ لا كي"


signs = st.text("אבגabc12 ().,/%:", min_size=1, max_size=30).filter(str.strip)


@given(signs, st.booleans())
def test_no_letter_is_lost(text: str, backwards: bool) -> None:
    said = join(logical([_seen(text)], backwards))[0]
    fold = str.maketrans(")", "(")
    assert sorted(said.translate(fold).replace(" ", "")) == sorted(
        text.translate(fold).replace(" ", "")
    )


def test_chinese_has_no_false_blanks(tmp_path: Path) -> None:
    """Justified lines have holes between letters; a printed blank stays."""
    lines = [
        [(60, "第五条")],
        [(60, "每一"), (87, "港口"), (115, "应当"), (143, "点灯，"), (183, "不得出售。")],
        [(60, "港口"), (100, "Alder"), (140, "第 2 款")],
    ]
    (tmp_path / "a.pdf").write_bytes(pdf_files.chinese(lines))
    found = [line.text for line in read(tmp_path / "a.pdf").lines]
    assert found == ["第五条", "每一港口应当点灯，不得出售。", "港口 Alder 第 2 款"]
