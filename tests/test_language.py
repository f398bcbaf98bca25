"""Which language a text is in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language import language_of

TEXTS = {
    "English": ("en", "The parties to this treaty shall keep the lakes clean and report on that."),
    "French": (
        "fr",
        "Les parties au présent traité gardent les lacs propres et en rendent compte.",
    ),
    "Spanish": (
        "es",
        "Las partes en el presente tratado mantendrán limpios los lagos y darán cuenta.",
    ),
    "Russian": ("ru", "Стороны настоящего договора содержат озёра в чистоте и сообщают об этом."),
    "Arabic": ("ar", "تحافظ أطراف هذه المعاهدة على نظافة البحيرات وتقدم تقريرا عن ذلك"),
    "Chinese": ("zh", "本条约各缔约方应保持湖泊清洁，并就此提出报告。"),
    "Portuguese": (
        "pt",
        "As partes do presente tratado mantêm os lagos limpos e dão conta disso às outras.",
    ),
    "Italian": (
        "it",
        "Le parti del presente trattato tengono puliti i laghi e ne danno conto alle altre.",
    ),
    "German": ("de", "Die Parteien dieses Vertrags halten die Seen sauber und berichten darüber."),
    "Irish": (
        "ga",
        "Coimeádfaidh na páirtithe sa chonradh seo na lochanna glan agus tabharfaidh siad tuarascáil.",
    ),
    "Ukrainian": ("", "Сторони цього договору тримають озера в чистоті та повідомляють про це."),
    "Persian": ("", "طرف‌های این پیمان دریاچه‌ها را پاک نگه می‌دارند و گزارش می‌دهند"),
    "Japanese": ("", "この条約の締約国は、湖を清潔に保ち、これについて報告する。"),
    "a symbol": ("", "A/AC.1/22/Rev.1 (2020)"),
    "nothing": ("", " \n"),
    "names": ("", "Ana Maria Lopez Wilhelm Schmidt Jean Dupont"),
    "English that quotes": (
        "en",
        "The term “agua” in the text of the treaty shall be read as a word of the old law, вода",
    ),
}


@pytest.mark.parametrize(("expected", "text"), TEXTS.values(), ids=TEXTS)
def test_the_language_of_a_text(expected: str, text: str) -> None:
    assert language_of(text) == expected


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    assert language_of(text) in (
        "",
        "en",
        "fr",
        "es",
        "pt",
        "it",
        "de",
        "nl",
        "ga",
        "ru",
        "ar",
        "zh",
    )


def test_a_long_text_takes_no_time() -> None:
    started = time.monotonic()
    assert language_of("the of and " * 200_000) == "en"
    assert time.monotonic() - started < 1


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bbnj/bbnj-2023-en.txt", "en"),
        ("bbnj/bbnj-2023-fr.txt", "fr"),
        ("bbnj/bbnj-2023-es.txt", "es"),
        ("un-cybercrime-ar/convention.ar.txt", "ar"),
    ],
)
def test_every_page_of_a_treaty_is_told(shared_data: Path, name: str, expected: str) -> None:
    text = (shared_data / name).read_text(encoding="utf-8")
    pages = [text[start : start + 2000] for start in range(0, len(text) - 2000, 2000)]
    assert {language_of(page) for page in pages} == {expected}
