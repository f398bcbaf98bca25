"""Numbers as drafters write them, in words, letters and digits of many scripts.

In: a number as printed, or a letter that counts. Out: its value, and a pattern for numbers written
out. Words are built by the rule of each language from the tables below: English, French, Spanish,
Portuguese, Russian and Arabic to 99, Chinese to 9,999.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product


def _listed(words: str) -> list[str]:
    return words.split()


_EN_UNITS = _listed("one two three four five six seven eight nine")
_EN_ORDINALS = _listed("first second third fourth fifth sixth seventh eighth ninth")
_EN_TEENS = _listed(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")

_FR_CARDINALS = _listed(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_FR_STEMS = _listed(
    "un deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz"
)
_FR_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}

_ES_STEMS = _listed(
    "primer segund tercer cuart quint sext septim octav noven decim undecim duodecim"
)
_ES_TENS = _listed(
    "vigesim trigesim cuadragesim quincuagesim sexagesim septuagesim octogesim nonagesim"
)
_ES_CARDINALS = _listed(
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres "
    "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_ES_CARDINAL_TENS = _listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_PT_STEMS = _listed("primeir segund terceir quart quint sext setim oitav non decim")
_PT_TENS = _listed(
    "vigesim trigesim quadragesim quinquagesim sexagesim septuagesim octogesim nonagesim"
)

_RU_STEMS = _listed(
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
)
_RU_ROUND = _listed("двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност")
_RU_TENS = _listed("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")

_AR_UNITS = _listed("اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر")
_AR_TENS = _listed("عشر ثلاث اربع خمس ست سبع ثمان تسع")

_ALONE = _listed("unique unico unica единственная единственный وحيد وحيده")
"""What the only one of its kind is called instead of "first"."""

_AND = frozenset(("and", "et", "y", "e", "и"))

_HANZI = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2, "兩": 2}
_HANZI_TENS = {"十": 10, "百": 100, "千": 1000}
HANZI = "零〇一二两兩三四五六七八九十百千"
"""The characters of Chinese numerals, for a character class."""

ALPHABETS = (
    ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnñopqrstuvwxyz"),
    ("абвгдежзиклмнопрстуфхцчшщэюя", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    ("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
)
"""Letters in the orders in which they count: first the usual one (Russian without the letters that
lists leave out, Arabic by the abjad), then the full alphabet."""

SUFFIXES = {
    suffix: latin
    for latin, suffixes in {
        "bis": "bis бис مكرر مكررا مكرره",
        "ter": "ter тер",
        "quater": "quater кватер",
        "quinquies": "quinquies квинквиес",
        "sexies": "sexies сексиес",
        "septies": "septies септиес",
        "octies": "octies октиес",
        "nonies": "nonies novies",
        "decies": "decies",
        "undecies": "undecies",
        "duodecies": "duodecies",
    }.items()
    for suffix in suffixes.split()
}
"""What a number bears that was put between two others, folded, with its Latin form."""

LATIN = ("", "", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies")
"""The Latin for "for the n-th time", as it follows a number: 第五条之二 is Article 5 bis."""


def fold(text: str) -> str:
    """Text in one form: small letters without accents, marks, vowel signs or stretching; Arabic
    letters that stand for one another made the same; digits and brackets plain.

    >>> fold("Trigésima"), fold("الأُولى"), fold("Пятьдесят трётья"), fold("（１）")
    ('trigesima', 'الاولي', 'пятьдесят третья', '(1)')
    """
    found = []
    for character in unicodedata.normalize("NFKD", text.casefold()):
        category = unicodedata.category(character)
        if category in ("Mn", "Cf") or character == "\u0640":
            continue
        decimal = unicodedata.decimal(character, None)
        found.append(str(decimal) if decimal is not None else character)
    return "".join(found).translate({0x629: 0x647, 0x649: 0x64A, 0x671: 0x627})


@cache
def words() -> dict[str, int]:
    """Folded words that count, or that are part of a compound number, with their values."""
    found: dict[str, int] = dict.fromkeys(_ALONE, 1)
    for counted in (_english(), _french(), _spanish(), _portuguese(), _russian(), _arabic()):
        for word, value in counted:
            if found.setdefault(word, value) != value:
                raise AssertionError(f"{word} counts {found[word]} and {value}")
    return found


def _english() -> Iterator[tuple[str, int]]:
    yield from zip(_EN_UNITS, range(1, 10), strict=True)
    yield from zip(_EN_ORDINALS, range(1, 10), strict=True)
    yield from zip(_EN_TEENS, range(10, 20), strict=True)
    for word, value in zip(_EN_TEENS, range(10, 20), strict=True):
        yield ("twelfth" if value == 12 else f"{word}th"), value
    for word, value in zip(_EN_TENS, range(20, 100, 10), strict=True):
        yield word, value
        yield f"{word[:-1]}ieth", value


def _french() -> Iterator[tuple[str, int]]:
    yield from (("premier", 1), ("premiere", 1), ("seconde", 2), ("une", 1), ("vingts", 20))
    yield from zip(_FR_CARDINALS, range(1, 17), strict=True)
    for stem, value in zip(_FR_STEMS, range(1, 17), strict=True):
        yield f"{stem}ieme", value
    for word, value in _FR_TENS.items():
        yield word, value
        yield f"{word.removesuffix('e')}ieme", value


def _spanish() -> Iterator[tuple[str, int]]:
    yield from (("primer", 1), ("tercer", 3))
    units = list(zip(_ES_STEMS, range(1, 13), strict=True))
    for stem, value in (*units, *zip(_ES_TENS, range(20, 100, 10), strict=True), ("setim", 7)):
        yield from ((f"{stem}o", value), (f"{stem}a", value))
    # "decimotercera", "vigesimoctavo"
    for (unit, value), (tens, ten) in product(units[:9], (("decimo", 10), ("vigesimo", 20))):
        for gender in "oa":
            yield f"{tens.removesuffix('o') if unit[0] == 'o' else tens}{unit}{gender}", ten + value
    yield from zip(_ES_CARDINALS, range(1, 30), strict=True)
    yield from zip(_ES_CARDINAL_TENS, range(30, 100, 10), strict=True)


def _portuguese() -> Iterator[tuple[str, int]]:
    tens = zip(_PT_TENS, range(20, 100, 10), strict=True)
    for stem, value in (*zip(_PT_STEMS, range(1, 11), strict=True), *tens):
        yield from ((f"{stem}o", value), (f"{stem}a", value))


def _russian() -> Iterator[tuple[str, int]]:
    rounds = zip(_RU_ROUND, range(20, 100, 10), strict=True)
    for stem, value in (*zip(_RU_STEMS, range(1, 20), strict=True), *rounds):
        endings = ("ья", "ье", "ии", "ьего", "ьеи") if value == 3 else _RU_ENDINGS
        for ending in endings:
            yield stem + ending, value
    yield from zip(_RU_TENS, range(20, 100, 10), strict=True)


_RU_ENDINGS = ("ая", "ое", "ыи", "ои", "ого")  # folding takes the breve from "ый"


def _arabic() -> Iterator[tuple[str, int]]:
    plain = [*zip(_AR_UNITS, range(1, 11), strict=True), ("حادي", 1), ("عشر", 10)]
    plain += [(f"{word}ه", value) for word, value in plain if word != "اول"]
    plain += [("اولي", 1)]
    for word, value in zip(_AR_TENS, range(20, 100, 10), strict=True):
        plain += [(f"{word}ون", value), (f"{word}ين", value)]
    for word, value in plain:
        yield f"ال{word}", value
        if value >= 10:
            yield f"وال{word}", value
        if word in ("عشر", "عشره"):
            yield word, value


def value(text: str) -> int | None:
    """The value of a number in words or in Chinese characters, None if it is none.

    >>> value("twenty-first"), value("quatre-vingt-dix-neuvième"), value("Trigésima segunda")
    (21, 99, 32)
    >>> value("двадцать первая"), value("الخامسة والعشرون"), value("一百零五"), value("lakes")
    (21, 25, 105, None)
    """
    hanzi = chinese(text)
    if hanzi is not None:
        return hanzi
    known = words()
    parts = [part for part in re.split(r"[\s-]+", fold(text).strip()) if part not in _AND]
    if not parts or len(parts) > 4 or any(part not in known for part in parts):
        return None
    total = 0
    for part in parts:
        counted = known[part]
        if total == 4 and counted == 20:  # quatre-vingt
            total = 80
        elif total and not _adds(total, counted):
            return None
        else:
            total += counted
    return total


def _adds(total: int, counted: int) -> bool:
    """Whether a number goes on with another: tens with units, in Arabic units with tens."""
    tens, units = max(total, counted), min(total, counted)
    return tens >= 10 and (units < 10 or (units < 20 and tens in (60, 80))) and tens % 10 == 0


def chinese(text: str) -> int | None:
    """The value of a Chinese numeral, None if the text is none.

    >>> chinese("十"), chinese("二十一"), chinese("九百九十九"), chinese("二〇"), chinese("条")
    (10, 21, 999, 20, None)
    """
    if not text or len(text) > 8 or any(c not in HANZI for c in text):
        return None
    if not any(c in _HANZI_TENS for c in text):
        return int("".join(str(_HANZI[c]) for c in text))
    total, digit = 0, None
    for character in text:
        if character in _HANZI:
            digit = _HANZI[character]
        else:
            total += (1 if digit is None else digit) * _HANZI_TENS[character]
            digit = None
    return total + (digit or 0)


def places(letter: str) -> tuple[int, ...]:
    """The places of a letter in the orders of its alphabet; none if it is no letter that counts.

    >>> places("c"), places("в"), places("ñ"), places("ت"), places("漢")
    ((3, 3), (3, 3), (15,), (22, 3), ())
    """
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKC", letter.casefold())
        if c != "\u0640" and unicodedata.category(c) not in ("Mn", "Cf")
    ).translate({0x623: 0x627, 0x625: 0x627, 0x622: 0x627})
    if len(plain) != 1:
        return ()
    for orders in ALPHABETS:
        found = tuple(order.index(plain) + 1 for order in orders if plain in order)
        if found:
            return found
    return ()


# Patterns, for text whose letters are plain (see `fold`)


def either(listed: Iterable[str]) -> str:
    """A pattern for any of the words, by what they begin with in common.

    >>> either(["lake", "lakes", "sea"])
    '(?:lake(?:s)?|sea)'
    """
    ends = False
    heads: dict[str, list[str]] = {}
    for word in listed:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    branches = [
        re.escape(head) + (either(rests) if any(rests) else "") for head, rests in heads.items()
    ]
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


_JOINT = r"(?:[\s-]{1,2}(?:(?:et|y|e|and)[\s-])?)"
"""Between the words of a number: "vingt et un", "treinta y dos"."""


@cache
def in_words() -> str:
    """A pattern for a number written out, of up to four words, ending where a word ends."""
    opening = {word for word, value in words().items() if _opens(word, value)}
    return rf"(?:(?:{either(sorted(opening))}{_JOINT}){{0,3}}{either(sorted(words()))}(?!\w))"


def _opens(word: str, value: int) -> bool:
    """Whether another word of the same number may follow."""
    return (
        value in range(20, 100, 10)
        or word in ("quatre", "dix", "decimo", "decima")
        or (value < 10 and word.startswith("ال"))
    )
