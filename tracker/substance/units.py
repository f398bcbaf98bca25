"""A text as the words that rules are written in.

In: a text and its language. Out: `Units`: its words with their places, each as printed (in lower
case) and as it is compared: without case, inflection and variants of spelling. Punctuation is no
word; a unit knows what stands before it. `co-operation` is one word, `complaint-handling` two. A
figure is one word, however its digits are parted: `250 000`, `1,000,000`, `0,5 %`, `1/3`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tracker.substance.figures import FIGURE
from tracker.substance.figures import form as figure

_WORD = re.compile(rf"{FIGURE}|[^\W_]+")
_APOSTROPHES = "'\u2019"
_HYPHENS = "-\u2010\u2011\u2013"

_JOINED = frozenset(("co", "re", "sub", "inter", "multi", "pre", "micro", "cyber", "anti"))
"""Beginnings that are written with a hyphen or without."""

_NUMBERS: dict[str, tuple[str, ...]] = {
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
        *("eighteen", "nineteen", "twenty"),
    ),
    "fr": (
        *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
        *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
    ),
    "es": (
        *("cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
        *("once", "doce", "trece", "catorce", "quince"),
    ),
}
_TENS = {
    "en": ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    "fr": ("trente", "quarante", "cinquante", "soixante"),
    "es": ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"),
}

DIGITS: dict[str, dict[str, str]] = {
    language: {
        **{word: str(n) for n, word in enumerate(_NUMBERS[language])},
        **{word: str(30 + 10 * n) for n, word in enumerate(_TENS[language])},
    }
    for language in _NUMBERS
}
"""Number words of each language with their digits."""
DIGITS["es"] |= {"una": "1", "uno": "1", "veinte": "20"}
DIGITS["fr"] |= {"une": "1", "vingt": "20"}

_SPELLED = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ations?)$"), r"iz\1"),
    (re.compile(r"(?<=\w\w\w)our(s|ed|ing|able|ably|al)?$"), r"or\1"),
    (re.compile(r"(?<=\w\w)ence(s|less)?$"), r"ense\1"),
    (re.compile(r"(?<=\w\w)tre(s)?$"), r"ter\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"dgement"), "dgment"),
)
_ODD_SPELLINGS = {
    "programme": "program",
    "programmes": "programs",
    "fulfil": "fulfill",
    "whilst": "while",
    "amongst": "among",
    "towards": "toward",
    "practise": "practice",
    "connexion": "connection",
    "enquiry": "inquiry",
    "enquiries": "inquiries",
}
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


class Unit(NamedTuple):
    """One word at `[start, end)`: `form` as printed in lower case, `key` as it is compared.

    `breaks` says that a sentence or a clause ended before it, `comma` that a comma or a bracket
    stands before it, `title` that it begins with a capital letter. A tuple: a text has thousands.
    """

    form: str
    key: str
    start: int
    end: int
    breaks: bool
    comma: bool
    title: bool


@dataclass(frozen=True, slots=True)
class Units:
    """The words of `text`; `sentences` holds for each word the number of its sentence."""

    text: str
    words: tuple[Unit, ...]
    sentences: tuple[int, ...]
    language: str


@lru_cache(maxsize=4_096)
def units(text: str, language: str) -> Units:
    """The words of `text`.

    >>> [unit.key for unit in units("Co-operating Parties’ two organisations", "en").words]
    ['cooperat', 'party', '2', 'organization']
    >>> [unit.key for unit in units("250 000 EUR or 0,5 % (Articles 5.2, 12 and 100)", "en").words]
    ['250000', 'eur', 'or', '0.5', 'articl', '5', '2', '12', 'and', '100']
    """
    words: list[Unit] = []
    sentences: list[int] = []
    last = sentence = 0
    for start, end, form in _forms(text, language):
        between = text[last:start]
        title = text[start].isupper()
        breaks = comma = False
        if between != " ":  # as between most words
            breaks = bool(words) and _breaks(between, title)
            comma = any(sign in ',()[]\u201c\u201d"\u060c' for sign in between)
        sentence += breaks
        words.append(Unit(form, key(form, language), start, end, breaks, comma, title))
        sentences.append(sentence)
        last = end
    return Units(text, tuple(words), tuple(sentences), language)


def _forms(text: str, language: str) -> Sequence[tuple[int, int, str]]:
    """Words with their places; what an apostrophe or a short beginning joins is one word."""
    found: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        form = figure(match.group())
        before = text[start - 1] if start else ""
        if found and found[-1][1] == start - 1 and before in _APOSTROPHES and language == "en":
            if len(form) <= 2:
                found[-1] = (found[-1][0], end, found[-1][2])  # the genitive
                continue
        elif found and found[-1][1] == start - 1 and before in _HYPHENS and found[-1][2] in _JOINED:
            found[-1] = (found[-1][0], end, found[-1][2] + form)
            continue
        found.append((start, end, form))
    return found


def _breaks(between: str, title: bool) -> bool:
    if not between.strip():
        return "\n" in between
    if any(sign in ";!?\u061b\n" for sign in between):
        return True
    return (". " in between or between.endswith(".")) and title


@lru_cache(maxsize=65_536)
def key(form: str, language: str) -> str:
    """A word without inflection and variants of spelling; never shown.

    >>> key("authorising", "en") == key("authorizes", "en"), key("bodies", "en")
    (True, 'body')
    """
    digits = DIGITS.get(language, {}).get(form)
    if digits is not None:
        return digits
    if language == "en":
        return _english(form)
    if language in ("fr", "es") and len(form) > 4:
        return form.removesuffix("s").removesuffix("e" if language == "es" else "")
    return form


def _english(form: str) -> str:
    form = _ODD_SPELLINGS.get(form, form)
    for pattern, spelling in _SPELLED:
        form = pattern.sub(spelling, form)
    if len(form) <= 3:
        return form
    if form.endswith(("ies", "ied")) and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("s") and form[-2:] not in _KEPT_S:
        form = form[:-1]
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            form = _DOUBLED.sub(r"\1", form.removesuffix(ending))
            break
    return form.removesuffix("e") if len(form) > 3 else form


_KEPT_S = ("ss", "us", "is", "as")
