"""Numbers as word processors print them: in letters, Roman numerals, words.

In: a number and the name of its form in Word (`w:numFmt`). Out: what is printed. Source: ECMA-376
part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from tracker.ordinal import ordinal as in_figures
from tracker.read.blocks import roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HAN = "〇一二三四五六七八九"
_NOTES = "*†‡§"
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_LETTERS = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "russianLower": _RUSSIAN,
    "russianUpper": _RUSSIAN.upper(),
    "arabicAlpha": _ARABIC,
    "arabicAbjad": _ABJAD,
    "chicago": _NOTES,
}
_ROUND = {"decimalZero": "{:02d}", "decimalEnclosedParen": "({})", "decimalEnclosedFullstop": "{}.",
          "numberInDash": "- {} -"}  # fmt: skip
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "taiwaneseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
)


def numeral(number: int, form: str) -> str:
    """A number in one of Word's forms; forms not known here are given as decimal.

    >>> numeral(4, "upperRoman"), numeral(28, "lowerLetter"), numeral(7, "decimalZero")
    ('IV', 'bb', '07')
    >>> numeral(21, "cardinalText"), numeral(12, "ordinalText"), numeral(22, "ordinal")
    ('Twenty-one', 'Twelfth', '22nd')
    >>> numeral(2, "russianLower"), numeral(23, "chineseCounting"), numeral(5, "none")
    ('б', '二十三', '')
    """
    if form in ("none", "bullet"):
        return ""
    if form in _LETTERS:
        return _letters(number, _LETTERS[form])
    if form == "lowerRoman":
        return roman(number)
    if form == "upperRoman":
        return roman(number).upper()
    if form in _ROUND:
        return _ROUND[form].format(number)
    if form in _CHINESE:
        return _chinese(number, by_digit=form == "ideographDigital")
    if form in ("cardinalText", "ordinalText"):
        return _in_words(number, ordinal=form == "ordinalText")
    if form == "ordinal":
        return in_figures(number)
    return str(number)


def _letters(number: int, alphabet: str) -> str:
    """Word doubles letters past the last: 27 is aa, 28 is bb."""
    if not 0 < number <= 30 * len(alphabet):
        return str(number)
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (times + 1)


def _chinese(number: int, *, by_digit: bool) -> str:
    if by_digit or not 0 < number < 100:
        return "".join(_HAN[int(digit)] for digit in str(abs(number)))
    tens, ones = divmod(number, 10)
    front = "" if not tens else "十" if tens == 1 else _HAN[tens] + "十"
    return front + (_HAN[ones] if ones else "")


def _in_words(number: int, *, ordinal: bool) -> str:
    if not 0 <= number < 100:
        return str(number)
    words = [_ONES[number]] if number < 20 else [_TENS[number // 10 - 2]]
    if number >= 20 and number % 10:
        words.append(_ONES[number % 10])
    if ordinal:
        last = words[-1]
        if last in _ORDINALS:
            words[-1] = _ORDINALS[last]
        else:
            words[-1] = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return "-".join(words).capitalize()
