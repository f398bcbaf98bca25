"""Which language a text is in, by its script and its commonest words.

In: text. Out: a code of ISO 639-1, `""` where the text does not tell. The six languages of the
United Nations are meant; their neighbours are known only so that they are not taken for them.
Nothing is learnt from a corpus: the words are the articles, prepositions and conjunctions that no
page of a language does without.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "en": "the of and to in shall for be or by with that this as any not which on",
    "fr": "de la le les des et du en que dans pour par une est au aux sur qui ou à l d",
    "es": "de la el los las y del en que para por una se con al o su como a",
    "pt": "de a o os as e do da em que para por uma dos das com não ou ao à",
    "it": "di il la e del che in per una delle dei con gli nel o della al i",
    "de": "der die und den von zu das mit für ist des im dem oder nicht auf ein",
    "nl": "de het van een en in op te voor met zijn dat of door aan is niet",
    "ga": "an agus na ar le do sa i den ag nó chun faoi ina go",
}
_BY_WORD = {
    word: [code for code, words in _WORDS.items() if word in words.split()]
    for words in _WORDS.values()
    for word in words.split()
}
LEAST_SHARE = 0.1
"""The share of a text's words that must be such words; running text has two to four times that."""
LEAST_LEAD = 1.4
"""How many times more of them than the next language has."""
_LONGEST = 40_000
"""Characters that are looked at: as much as tells, however long the text."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "latin": re.compile("[A-Za-zÀ-ɏ]"),
    "cyrillic": re.compile("[Ѐ-ԯ]"),
    "arabic": re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "kana": re.compile("[\u3041-\u30ff]"),
}


def language_of(text: str) -> str:
    """The language of a text, `""` if it does not tell.

    >>> language_of("The Parties shall take the measures that this article asks of them.")
    'en'
    >>> language_of("Acuerdo de los Estados del sur y de las islas para el uso de la pesca")
    'es'
    >>> language_of("Статья 1. Настоящая Конвенция применяется к мерам, принятым ранее")
    'ru'
    >>> language_of("A/AC.1/22")
    ''
    """
    text = text[:_LONGEST]
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    # One Chinese character stands for a syllable or more of the others.
    counts["han"] *= 2
    script, letters = max(counts.items(), key=lambda one: one[1])
    if letters < 8 or 2 * letters < sum(counts.values()):
        return ""
    if script == "latin":
        return _latin(text)
    if script == "cyrillic":
        return _cyrillic(text.lower(), letters)
    if script == "arabic":
        return "" if re.search("[\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06d2]", text) else "ar"
    return "" if counts["kana"] * 20 > letters else "zh"


def _latin(text: str) -> str:
    words = _WORD.findall(text.lower())
    points: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for code in _BY_WORD.get(word, ()):
            # A word that several languages have tells little of any.
            points[code] += count / len(_BY_WORD[word]) ** 2  # type: ignore[assignment]
    share = sum(_BY_WORD.get(word) is not None for word in words) / max(1, len(words))
    ranked = points.most_common(2)
    if not ranked or share < LEAST_SHARE:
        return ""
    lead = ranked[0][1] >= LEAST_LEAD * (ranked[1][1] if len(ranked) > 1 else 0)
    return ranked[0][0] if lead else ""


def _cyrillic(text: str, letters: int) -> str:
    """Russian has `ы` and `э`, which Ukrainian and Bulgarian lack, and no `і`."""
    own, others = len(re.findall("[ыэ]", text)), len(re.findall("[іїєўґ]", text))
    if others * 100 > letters:
        return ""
    return "ru" if own * 200 > letters or re.search(r"\b(?:что|или|статья)\b", text) else ""
