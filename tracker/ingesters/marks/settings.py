"""Where words in brackets stand: by themselves, at the end of a sentence, or among its words.

In: a text and a stretch of it in brackets. Out: its `Setting`. What is said of a text stands apart
from it; the same words among those of a sentence ("the [agreed] measures") are the sentence's own,
in every language, and so are those that it goes on with ("[Amendments by a Party] take effect").
"""

from __future__ import annotations

import re
from typing import Literal

Setting = Literal["apart", "behind", "beside", "ends", "inside"]
"""`apart` no sentence goes on through it; `behind` it follows on a bracket of a sentence that goes
on no further, `beside` on one of a sentence that does; `ends` it is the last thing of a sentence,
before its stop; `inside` it is among other words."""

_ENDS = ".!?\u2026\u3002\uff01\uff1f\u061f"
_LISTS = ":\uff1a"
_PAUSES = ";\uff1b\u061b,\uff0c\u3001\u060c"
CLOSING = "]\uff3d\u3011)\uff09"
_OPENING = "[\uff3b\u3010(\uff08"
_REST = re.compile(rf"[ {re.escape(_ENDS + _LISTS + _PAUSES)}]{{0,6}}(?=\n|$)")

_SHORTENED = """
no nos nr núm art arts artt para paras par párr pp pg pág págs p ch chap chaps cap sec sect fig figs
approx aprox env ca circa prox max máx min mín incl excl est etc vol vols ed eds al cf viz vs ex ej
mr mrs ms dr st sr sra inc ltd co corp dept gov gen hon prof rev res doc docs app ann tab col cols
jan feb febr mar apr aug sept oct nov dec dept tel ext resp subpara subparas alt op lit let
ст стр см пп гг др руб тыс млн млрд прибл напр ок гл разд приб подп им ул табл рис
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())
"""Words that are shortened with a stop, in six languages; and see `_is_shortened`."""

_LAST_WORD = re.compile(r"([^\s\[\]()'\u2019]{1,14})\.$")
_VOWEL = re.compile("[aeiouyà-öø-ÿаеёиоуыэюя\u0600-\u06ff]", re.IGNORECASE)

_CJK = re.compile("[\u3400-\u9fff]")
_CJK_STATE = re.compile("(?:已|业经|暂|临时|有待|尚待|待)")
_CJK_SENTENCE = re.compile(
    "(?:缔约|各|每|任何|凡|如|在|为|对|根据|依照|按照|国家|一国|会员国|本(?:公约|条|协定|议定书|法)|大会|秘书处)"
)
"""What a sentence begins with, and no thing that is agreed."""


def setting(text: str, start: int, end: int, *, sure: bool = False) -> Setting:
    """Where the bracketed words `text[start:end]` stand; `sure` words are no word of a sentence,
    though they begin like one.

    >>> [setting("They row. [agreed]", 10, 18), setting("The [agreed] sum", 4, 12)]
    ['apart', 'inside']
    >>> setting("It costs approx. [agreed] Euros", 17, 25)
    'inside'
    """
    low, high = start, end
    while low > 0 and text[low - 1] == " ":
        low -= 1
    while high < len(text) and text[high] == " ":
        high += 1
    before, after = text[low - 1 : low], text[high : high + 1]
    ended = after in ("", "\n") or _REST.match(text, end) is not None
    if before and before in CLOSING and text[low - 2 : low - 1] not in tuple(_ENDS):
        return "behind" if ended or after in _ENDS + CLOSING else "beside"
    if before and before in _OPENING:
        return "apart" if after and after in CLOSING else "inside"
    if before in ("", "\n") or before in CLOSING or _is_stop(text, low):
        free = ended or after in _ENDS + CLOSING
        return "apart" if free or _begins(text, start, end, sure=sure) else "inside"
    if before in _PAUSES and ended:
        return "apart"
    return "ends" if ended or after in CLOSING else "inside"


def _is_stop(text: str, at: int) -> bool:
    """Whether a sentence ends before a place."""
    return text[at - 1] in _ENDS and not _is_shortened(text[max(0, at - 16) : at])


def _is_shortened(text: str) -> bool:
    """Whether a text ends with a shortened word: "approx.", "e.g.", "т.е.", an initial."""
    match = _LAST_WORD.search(text)
    if match is None:
        return False
    word = match[1].casefold()
    if not word[-1].isalpha():
        return False
    return (
        len(word) == 1 or "." in word or word in _ABBREVIATIONS or not _VOWEL.search(word)
    ) and not _CJK.search(word)


def _begins(text: str, start: int, end: int, *, sure: bool) -> bool:
    """Whether what follows begins a sentence, of which the words in brackets are none: a sentence
    would begin with a capital itself, and with no verb or adjective alone."""
    rest = text[end : end + 200].lstrip(" " + _OPENING)
    words = text[start + 1 : end - 1].strip()
    first, own = rest[:1], words[:1]
    if first.isdigit():
        return re.match(r"\d{1,4}[.)]", rest) is not None
    if first.isupper():
        line = text[end:].split("\n", 1)[0].rstrip()
        return sure or (not own.isupper() and line[-1:] not in (";", "") and not line[-1].isalnum())
    if not first.isalpha() or first.islower():
        return False
    if _CJK.match(first):
        said = sure or _CJK_STATE.match(words) is not None
        return said and _CJK_SENTENCE.match(rest) is not None
    return text[end : end + 1] == " " and " " in words
