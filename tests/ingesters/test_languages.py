"""The six languages: numbering words, digits and letters of each, and text that is written from
right to left or without spaces."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.make import FOLDER, draft
from tests.ingesters.tracing import ABOUT, check_traced, left_over, outline, treaty
from tests.read.files import docx
from tracker.akn import numerals
from tracker.ingesters.printed import plain, unfolded
from tracker.ingesters.un_treaty import GRAMMAR, UnTreaty
from tracker.ingesters.walk.grammar import TITLES, UNITS
from tracker.ingesters.walk.numbering import Levels, number_at_start
from tracker.model import Draft
from tracker.read import read

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def structure(made: Draft) -> list[tuple[str, str, str | None]]:
    return [(p.eid, p.kind, p.parent) for p in made.provisions]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_one_treaty_has_one_structure_in_every_language(language: str) -> None:
    english, other = draft("bells.en.txt"), draft(f"bells.{language}.txt")
    assert structure(other) == structure(english)
    assert all(p.eid.isascii() for p in other.provisions)
    assert other.title != english.title


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_the_same_as_a_word_file(tmp_path: Path, language: str) -> None:
    """Each line of the typed text as a paragraph of its own."""
    lines = (FOLDER / f"bells.{language}.txt").read_text(encoding="utf-8").splitlines()
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines if line)
    made = treaty(tmp_path, docx(body), "bells.docx")
    assert structure(made) == structure(draft(f"bells.{language}.txt"))


TITLED = {
    "English, in words": ("Article Twenty-First", "art_21"),
    "English, abbreviated": ("Art. 5", "art_5"),
    "English part in words": ("PART TWO", "part_2"),
    "English part, the number first": ("FIRST PART", "part_1"),
    "English subsection": ("Sub-section 3", "subsec_3"),
    "French, the first": ("Article premier", "art_1"),
    "French, the first in digits": ("Article 1er", "art_1"),
    "French, put in between": ("Article premier bis", "art_1bis"),
    "French, with a dash": ("Article 5-1", "art_5-1"),
    "French part, the number first": ("DEUXIÈME PARTIE", "part_2"),
    "French chapter": ("CHAPITRE IV", "chp_IV"),
    "Spanish": ("ARTÍCULO 5 BIS", "art_5bis"),
    "Spanish, decomposed letters": ("Arti\u0301culo 5", "art_5"),
    "Spanish, in words": ("Artículo trigésimo segundo", "art_32"),
    "Spanish, in one word": ("Artículo vigesimoctavo", "art_28"),
    "Spanish chapter": ("Capítulo undécimo", "chp_11"),
    "Spanish section": ("SECCIÓN PRIMERA", "sec_1"),
    "Spanish part, the number first": ("PRIMERA PARTE", "part_1"),
    "Portuguese": ("Artigo 5º", "art_5"),
    "Portuguese section": ("Seção II", "sec_II"),
    "Russian": ("Статья 5", "art_5"),
    "Russian, put in between": ("Статья 5 бис", "art_5bis"),
    "Russian, in words": ("Статья двадцать первая", "art_21"),
    "Russian chapter": ("Глава IV", "chp_IV"),
    "Russian chapter in Cyrillic letters": ("ГЛАВА \u0425\u0406", "chp_XI"),
    "Russian part": ("ЧАСТЬ ТРЕТЬЯ", "part_3"),
    "Russian section": ("Раздел 2", "sec_2"),
    "Arabic": ("المادة ٥", "art_5"),
    "Arabic, digits of the West": ("المادة 5", "art_5"),
    "Arabic, in brackets": ("مادة (٥)", "art_5"),
    "Arabic, in words": ("المادة الخامسة", "art_5"),
    "Arabic, eleven": ("المادة الحادية عشرة", "art_11"),
    "Arabic, twenty-five": ("المادة الخامسة والعشرون", "art_25"),
    "Arabic, put in between": ("المادة ٥ مكررا", "art_5bis"),
    "Arabic, put in between with signs": ("المادة ٥ مكرراً", "art_5bis"),
    "Arabic chapter": ("الفصل الأول", "chp_1"),
    "Arabic part": ("الباب الثاني", "part_2"),
    "Arabic section": ("الفرع ٣", "sec_3"),
    "Arabic, stretched": ("المـــادة ٥", "art_5"),
    "Arabic, presentation forms": ("ﺍﻟﻤﺎﺩﺓ ٥", "art_5"),
    "Arabic, a ligature": ("ﺍﻟﻔﺼﻞ ﺍﻷﻭﻝ", "chp_1"),
    "Arabic, marks of direction": ("\u202b\u200fالمادة\u200f \u206b٥\u202c", "art_5"),
    "Persian digits": ("المادة ۵", "art_5"),
    "Chinese": ("第五条", "art_5"),
    "Chinese, digits": ("第5条", "art_5"),
    "Chinese, digits apart": ("第 12 条", "art_12"),
    "Chinese, full width": ("第１２条", "art_12"),
    "Chinese, put in between": ("第五条之二", "art_5bis"),
    "Chinese, hundreds": ("第二百零一条", "art_201"),
    "Chinese, traditional": ("第五條", "art_5"),
    "Chinese chapter": ("第一章", "chp_1"),
    "Chinese section": ("第二节", "sec_2"),
    "Chinese part": ("第三部分", "part_3"),
    "Chinese book": ("第一卷", "book_1"),
    "a chapter without a number": ("CHAPTER", "chp_nn_1"),
}


@pytest.mark.parametrize(("title", "eid"), TITLED.values(), ids=TITLED.keys())
def test_title(tmp_path: Path, title: str, eid: str) -> None:
    made = treaty(tmp_path, f"Article 90\n\nOne.\n\n{title}\n\nTwo words.\n\nArticle 91\n\nThree.")
    found = {p.eid: p for p in made.provisions}
    assert eid in found, outline(made)
    assert found[eid].num == title


BESIDE = {
    "Chinese, a heading after a space": ("第二条 用语", "art_2", "用语", ""),
    "Chinese, a heading after a wide space": ("第二条\u3000用语", "art_2", "用语", ""),
    "Chinese, a sentence after a space": ("第二条 各国应当敲钟。", "art_2", "", "各国应当敲钟。"),
    "Chinese, a colon": ("第二条：用语", "art_2", "用语", ""),
    "Chinese chapter": ("第二章 总则", "chp_2", "总则", ""),
    "Arabic, a colon": ("المادة ٢: القرع", "art_2", "القرع", ""),
    "Spanish, a stop and a dash": ("Artículo 2.- Campanas", "art_2", "Campanas", ""),
    "Spanish, a sentence": ("Artículo 2°.- Suena.", "art_2", "", "Suena."),
    "Russian, a stop": ("Статья 2. Звон", "art_2", "Звон", ""),
    "French, a dash": ("Article 2 – Sonnerie", "art_2", "Sonnerie", ""),
}


@pytest.mark.parametrize(("line", "eid", "heading", "text"), BESIDE.values(), ids=BESIDE.keys())
def test_words_beside_the_number(
    tmp_path: Path, line: str, eid: str, heading: str, text: str
) -> None:
    first = "第一条" if "第" in line else "المادة ١" if "المادة" in line else "Article 1"
    made = treaty(tmp_path, f"{first}\n\nOne.\n\n{line}\n\nMore words here.")
    found = {p.eid: p for p in made.provisions}
    assert eid in found, outline(made)
    assert found[eid].heading == heading
    below = [p.text for p in made.provisions if p.parent == eid]
    assert below == [*([text] if text else []), "More words here."]


SENTENCES = (
    "第一条规定的钟应当敲响。",
    "第一条，第二条和第三条适用。",
    "附件一所列的船只有钟。",
    "المادة ١ تنطبق على السفن.",
    "Статья 1 применяется к судам.",
    "Artículo 1 y siguientes rigen.",
    "artículo 8.",
    "article 8",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_no_title(tmp_path: Path, sentence: str) -> None:
    made = treaty(tmp_path, f"Article 1\nUse\n\nOne.\n\n{sentence}\n\nMore.")
    assert [p.kind for p in made.provisions] == ["article"] + ["paragraph"] * 3


ANNEXES = {
    "Chinese": ("附件一", "att_1"),
    "Chinese, no number": ("附件", "att_annex"),
    "Chinese, a heading": ("附件二 名单", "att_2"),
    "Arabic": ("المرفق الأول", "att_1"),
    "Arabic, no number": ("المرفق", "att_annex"),
    "Russian": ("ПРИЛОЖЕНИЕ II", "att_II"),
    "Spanish": ("ANEXO", "att_annex"),
    "French": ("Annexe", "att_annex"),
}


@pytest.mark.parametrize(("title", "eid"), ANNEXES.values(), ids=ANNEXES.keys())
def test_annex(tmp_path: Path, title: str, eid: str) -> None:
    made = treaty(tmp_path, f"Article 1\n\nOne.\n\n{title}\n\nTwo words.")
    assert [p.eid for p in made.provisions][2] == eid


NUMBERS = {
    "Latin letter": ("(b) x", "(b)", {"(letter)": 2}),
    "Cyrillic letter": ("б) слово", "б)", {"(letter)": 2}),
    "Cyrillic letter that lists leave out": ("й) слово", "й)", {"(letter)": 11}),
    "Cyrillic letter after those": ("к) слово", "к)", {"(letter)": 10, "(alphabet)": 12}),
    "Spanish letter": ("ñ) dos", "ñ)", {"(letter)": 15}),
    "Arabic letter": ("(ب) نص", "(ب)", {"(letter)": 2}),
    "Arabic letter, both orders": ("(ج) نص", "(ج)", {"(letter)": 3, "(alphabet)": 5}),
    "Arabic letter, stretched": ("(هـ) نص", "(هـ)", {"(letter)": 5, "(alphabet)": 26}),
    "Arabic letter and dash": ("أ - نص", "أ -", {"(letter)": 1}),
    "Arabic letter in its form": ("(ﺏ) نص", "(ﺏ)", {"(letter)": 2}),
    "Arabic letter after a mark": ("\u200f(ب) نص", "(ب)", {"(letter)": 2}),
    "Arabic digit and dash": ("١٢ - نص", "١٢ -", {"arabic": 12}),
    "Arabic digit, no space": ("١-نص", "١-", {"arabic": 1}),
    "Persian digit": ("۲) متن", "۲)", {"(arabic)": 2}),
    "Chinese paragraph": ("十一、缔约国", "十一、", {"hanzi": 11}),
    "Chinese digit and comma": ("1、缔约国", "1、", {"arabic": 1}),
    "Chinese, full width": ("１２．缔约国", "１２．", {"arabic": 12}),
    "Chinese point": ("（二）缔约国", "（二）", {"(hanzi)": 2}),
    "Chinese point in one sign": ("㈡ 缔约国", "㈡", {"(hanzi)": 2}),
    "Chinese point in a circle": ("② 缔约国", "②", {"(arabic)": 2}),
    "Latin letter, full width": ("（a）缔约国", "（a）", {"(letter)": 1}),
    "ordinal": ("2º Los", "2º", {"arabic": 2}),
    "ordinal with a stop and dash": ("2°.- Los", "2°.-", {"arabic": 2}),
    "section sign": ("§ 3º O texto", "§ 3º", {"§": 3}),
    "named paragraph": ("Párrafo 2.- Los", "Párrafo 2.-", {"§": 2}),
    "the only paragraph": ("Parágrafo único. O texto", "Parágrafo único.", {"§": 1}),
    "Roman and dash": ("IV – o texto", "IV –", {"ROMAN": 4}),
    "digit and bracket": ("3) Los", "3)", {"(arabic)": 3}),
    "put in between": ("2a. States", "2a.", {"arabic": 2}),
}


@pytest.mark.parametrize(("text", "printed", "values"), NUMBERS.values(), ids=NUMBERS.keys())
def test_number(text: str, printed: str, values: dict[str, int]) -> None:
    number = number_at_start(text)
    assert number is not None
    assert (number.printed, number.values) == (printed, values)
    assert text[: number.end].endswith(printed)


NO_NUMBERS = (
    *("3.5 metres", "Párrafo 2 del artículo", "(ICT) systems", "一切国家", "و البحيرات"),
    *("I am", "第五条", "1 ab", "к озеру", "§ x"),
)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    assert number_at_start(text) is None


COUNTS = {
    "abjad": "أ ب ج د ه و ز ح ط ي ك ل",
    "the Arabic alphabet": "أ ب ت ث ج ح خ د",
    "Russian, as lists count": "а б в г д е ж з и к л",
    "Russian, the whole alphabet": "а б в г д е ё ж з и й к л",
    "Spanish": "l m n ñ o p",
}


@pytest.mark.parametrize("labels", COUNTS.values(), ids=COUNTS.keys())
def test_letters_count_on_one_level(labels: str) -> None:
    levels = Levels()
    found = [number_at_start(f"{label}) х") for label in labels.split()]
    numbers = [number for number in found if number is not None]
    assert len(numbers) == len(labels.split())
    inner = number_at_start("(1) x")
    assert inner is not None
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        assert levels.place(number, following) == 0
        assert levels.place(inner, following) == 1


WORDS = {
    "English": ("first twelfth nineteenth twentieth thirty-second ninety-ninth one forty-two"),
    "French": (
        "premier douzième dix-neuvième vingtième trente-deuxième quatre-vingt-dix-neuvième un "
        "quarante-deux"
    ),
    "Spanish": (
        "primero duodécima decimonovena vigésimo trigésima_segunda nonagésimo_noveno uno "
        "cuarenta_y_dos"
    ),
    "Portuguese": (
        "primeira décimo_segundo décima_nona vigésimo trigésimo_segundo nonagésima_nona "
        "primeiro quadragésimo_segundo"
    ),
    "Russian": (
        "первая двенадцатое девятнадцатая двадцатая тридцать_вторая девяносто_девятая первое "
        "сорок_вторая"
    ),
    "Arabic": (
        "الأولى الثانية_عشرة التاسع_عشر العشرون الثانية_والثلاثون التاسعة_والتسعون الأول "
        "الثاني_والأربعين"
    ),
    "Chinese": "一 十二 十九 二十 三十二 九十九 1 四十二",
}
COUNTED = (1, 12, 19, 20, 32, 99, 1, 42)


@pytest.mark.parametrize("listed", WORDS.values(), ids=WORDS.keys())
def test_numbers_in_words(listed: str) -> None:
    found = [numerals.value(word.replace("_", " ")) for word in listed.split()]
    assert [1 if f is None else f for f in found] == list(COUNTED)


def test_what_is_no_number_in_words() -> None:
    for words in ("primera segunda", "lakes", "", "one two", "and", "二条", "twenty ten x y z"):
        assert numerals.value(words) is None, words


@given(st.integers(1, 9999))
def test_chinese_numerals(number: int) -> None:
    """Written by the rule for speech: 一千零一, 二十, 三百一十."""
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")
    written = ""
    for place, digit in enumerate(reversed(f"{number}")):
        unit = units[place] if digit != "0" else ""
        written = digits[int(digit)] + unit + written
    while "零零" in written:
        written = written.replace("零零", "零")
    assert numerals.chinese(written.rstrip("零")) == number


MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2069\ufeff\u061c\u200b"


@given(
    st.sampled_from(["Article 5", "المادة ٥", "第五条", "Статья 5 бис", "Artículo 5"]),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(MARKS)), max_size=6),
)
def test_marks_of_direction_do_not_hide_a_title(
    tmp_path_factory: pytest.TempPathFactory, title: str, marks: list[tuple[int, str]]
) -> None:
    for place, mark in marks:
        title = title[:place] + mark + title[place:]
    path = tmp_path_factory.mktemp("marks") / "text.txt"
    path.write_text(f"{title}\n\nWords.", encoding="utf-8")
    made = UnTreaty().ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert made.provisions[0].eid in ("art_5", "art_5bis")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_plain_letters_stand_where_the_printed_ones_do(text: str) -> None:
    letters, places = unfolded(text)
    assert len(places) == len(letters) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)
    for letter, place in zip(letters, places, strict=False):
        assert letter in plain(text[place])


def test_a_chinese_sentence_broken_over_lines_has_no_spaces(tmp_path: Path) -> None:
    text = "第一条\n敲钟\n\n1．各缔约国应确保其渡\n船敲钟，并依第\n2条的规定\n保持 Bell 清洁。"
    made = treaty(tmp_path, text)
    assert made.provisions[-1].text == "各缔约国应确保其渡船敲钟，并依第2条的规定保持 Bell 清洁。"


def test_chinese_levels(tmp_path: Path) -> None:
    lines = ("第一条", "一、各国应：", "（一）敲钟；", "1．一次；", "2．两次；", "（二）挂钟。")
    made = treaty(tmp_path, "\n\n".join((*lines, "二、完。")))
    assert [p.eid for p in made.provisions] == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__point_1",
        "art_1__para_1__point_1__point_1",
        "art_1__para_1__point_1__point_2",
        "art_1__para_1__point_2",
        "art_1__para_2",
    ]


def test_russian_digits_with_brackets_stand_below_those_with_stops(tmp_path: Path) -> None:
    text = "Статья 1\n\n1. Паром:\n\n1) звонит;\n\n2) молчит.\n\n2. Колокол."
    assert [p.eid for p in treaty(tmp_path, text).provisions] == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__point_1",
        "art_1__para_1__point_2",
        "art_1__para_2",
    ]


LONG = {
    "blanks": " " * 50_000 + "x",
    "blanks after the word": "Article" + " " * 50_000 + "x",
    "digits": "Article " + "1" * 50_000,
    "marks of direction": "\u200f" * 50_000 + "x",
    "number words": "Artículo " + "trigésima " * 10_000,
    "Chinese digits": "第" + "十" * 50_000,
    "dots": "Artículo 1" + ".-" * 25_000,
    "brackets": "(" * 50_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_patterns_are_linear(text: str) -> None:
    start = time.perf_counter()
    for pattern in (TITLES, UNITS, GRAMMAR.article, GRAMMAR.container, GRAMMAR.annex):
        pattern.match(text)
    number_at_start(text)
    for front in (GRAMMAR.preamble, GRAMMAR.enacting, GRAMMAR.formula, GRAMMAR.conclusions):
        front.match(text)
    assert time.perf_counter() - start < 2.0
