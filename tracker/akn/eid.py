"""Names for provisions: the eIds of the Akoma Ntoso Naming Convention.

In: the kind of a provision, its number as printed, and the eId of what it stands in. Out: an eId
that is unique in the draft (`art_21__para_2`). An article is named by itself, because articles
are counted through a document whatever chapter they stand in; all else is named by its parent.

Source: Akoma Ntoso Naming Convention 1.0, section 5. It departs in one thing: the standard gives
an annex a document and so a name space of its own, here its articles are prefixed (`att_1__art_1`),
because a draft is one document to us.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tracker.akn import numerals

PREFIXES = {
    "alinea": "al",
    "article": "art",
    "attachment": "att",
    "chapter": "chp",
    "citation": "cit",
    "clause": "cl",
    "division": "dvs",
    "paragraph": "para",
    "recital": "rec",
    "section": "sec",
    "subchapter": "subchp",
    "subclause": "subcl",
    "subdivision": "subdvs",
    "subparagraph": "subpara",
    "subsection": "subsec",
    "wrapUp": "wrapup",
}
"""The abbreviations of the Naming Convention; any other kind is its own prefix."""

SINGLE = frozenset({"longTitle", "formula", "wrapUp", "conclusions", "transitional"})
"""Kinds that stand once in their parent, and so need no number to be told apart."""

LONGEST_NUMBER = 40
"""Characters of a number that go into an eId; a whole sentence may have been taken for one."""

COUNTED = frozenset({"book", "chapter", "division", "part", "section", "subsection", "title"})
"""Kinds whose word alone ("CHAPTER") is no number."""

_ROMAN = re.compile(r"[IVXLCDM]+")
_CYRILLIC_ROMAN = str.maketrans("\u0406\u0425\u0421\u041c", "IXCM")
_SUFFIX = re.compile(rf"{'|'.join(set(numerals.SUFFIXES.values()))}|[a-z]", re.IGNORECASE)
_COUNTING = re.compile(r"\d\w*|[IVXLCDM]+\w{0,8}|[ivxl]{1,5}|[A-Za-z]{1,2}")
_ORDINAL_END = re.compile(r"(\d+)(?:er|re|ro|ra|o|eme|e|st|nd|rd|th|го|я|е)", re.IGNORECASE)
_NEW = frozenset(("new", "nuevo", "nouvel", "nouveau", "novo", "novaia"))
_FORMER = re.compile(
    r"(?:(?<=[\d\])])|(?<=bis)|(?<=ter))\s?(?:\[\s?\d{1,4}[\w ]{0,12}\]|\(\s?\d{1,4}[\w ]{0,12}\))"
    r"[\s\].:\u2013\u2014-]{0,4}$"
)
"""The number that an article had before, behind its own: "Article 6 [7]"."""

_ROMAN_ORDINAL = re.compile(r"([IVX]{1,7})(?:er|re|ère|e|ème)")
_KEPT = re.compile(r"(?:adicional|transitori|final|derogatori|complementari|transitoire)\w*", re.I)
"""Words that tell one count of provisions from another: "Disposición transitoria primera"."""

_ANNEX = frozenset(("annexe", "anexo", "allegato", "приложение", "المرفق", "الملحق", "附件"))
_RUN = re.compile(rf"[{numerals.HANZI}]+|[\u3400-\u9fff]|[^\u3007\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = {
    letter: latin
    for letters, latins in (
        ("абвгдезиклмнопрстуфэыйё", "abvgdeziklmnoprstufeyie"),
        ("жхцчшщюя", ("zh", "kh", "ts", "ch", "sh", "shch", "yu", "ya")),
        ("ъь", ("", "")),
    )
    for letter, latin in zip(letters, latins, strict=True)
}


def number_part(num: str) -> str:
    """The number of an eId, from the number as printed; `""` if it holds no letter and no digit.

    The word in front ("Article"), brackets and dots go; digits and numbers in words become ASCII
    digits, letters of other alphabets the Latin ones in the same place; Roman and Latin lettered
    numbers keep their case, since "(I)" and "(i)" are two numbers.

    >>> number_part("Article 5 bis"), number_part("CHAPTER IV"), number_part("(a)")
    ('5bis', 'IV', 'a')
    >>> number_part("2.1."), number_part("المادة ٥ مكررا"), number_part("第五条之二")
    ('2-1', '5bis', '5bis')
    >>> number_part("Disposición transitoria trigésima segunda"), number_part("б)")
    ('transitoria-32', 'b')
    >>> number_part("Article 6 [7]"), number_part("New Article 5"), number_part("第五条之一")
    ('6', 'new-5', '5-1')
    """
    num = num[: 10 * LONGEST_NUMBER]
    if num.lstrip(" [(\u3010")[:3].isalpha():
        num = _FORMER.sub("", num)
    words = [word for word in _ascii(_words(num)) if word]
    new = len(words) > 1 and words[0].lower() in _NEW
    while len(words) > 1 and not (_is_number(words[0]) or _KEPT.fullmatch(words[0])):
        words.pop(0)
    if new:
        words = ["new", *(words if _is_number(words[0]) else ())]
    joined = ""
    for word in words:
        printed = word if _is_number(word) else word.lower()
        attached = joined and joined[-1].isalnum() and _SUFFIX.fullmatch(word)
        if joined and not (attached and _counts(joined)):
            joined += "-"
        joined += printed
    return joined[:LONGEST_NUMBER].strip("-")


def _counted(num: str) -> str:
    """The number of a unit whose word is none ("CHAPTER") and may come after it ("FIRST PART").

    >>> _counted("FIRST PART"), _counted("CHAPTER"), _counted("Part IV B"), _counted("Section 2 A")
    ('1', '', 'IVB', '2A')
    """
    return "-".join(word for word in number_part(num).split("-") if _COUNTING.fullmatch(word))


def _words(num: str) -> list[str]:
    """Runs of letters and digits: of letters (L), digits (N) and what is written on them (M).
    Chinese numbers stand apart from the words around them."""
    plain = num.replace("º", "").replace("ª", "").replace("\u0640", "")
    words: list[str] = []
    open_word = False
    for character in unicodedata.normalize("NFKC", plain):
        category = unicodedata.category(character)
        if category == "Cf":
            continue
        if category == "Nd":
            character = str(unicodedata.decimal(character))
        if category[0] not in "LNM" or (category[0] == "M" and not open_word):
            open_word = False
        elif open_word:
            words[-1] += character
        else:
            words.append(character)
            open_word = True
    return _apart(words)


def _apart(words: list[str]) -> list[str]:
    """The words; of Chinese ones the numbers, if there are any: 第五条 is 五."""
    runs = [run for word in words for run in _RUN.findall(word)]
    kept = [r for r in runs if r[0] in numerals.HANZI or r == "之" or not _HAN.match(r)]
    return kept if any(r[0] in numerals.HANZI or r[0].isdigit() for r in kept) else words


def _ascii(words: list[str]) -> Iterator[str]:
    """The words, numbers made digits, in ASCII letters."""
    at = 0
    while at < len(words):
        word = words[at]
        number, taken = _written_out(words[at : at + 4])
        if word == "之" and (again := numerals.chinese("".join(words[at + 1 : at + 2]))):
            latin = numerals.LATIN[again] if again < len(numerals.LATIN) else ""
            yield latin or f"{again}"
            at += 2
        elif number is not None:
            yield str(number)
            at += taken
        else:
            yield _plain(word)
            at += 1


def _written_out(words: list[str]) -> tuple[int | None, int]:
    """The number that the words begin with, and how many of them it takes."""
    for taken in range(len(words), 0, -1):
        number = numerals.value(" ".join(words[:taken]))
        if number is not None:
            return number, taken
    return None, 0


def _plain(word: str) -> str:
    """One word that is no number in words."""
    folded = numerals.fold(word)
    if folded in numerals.SUFFIXES:
        return numerals.SUFFIXES[folded]
    if folded in _ANNEX:
        return "annex"
    latin = word.translate(_CYRILLIC_ROMAN)
    if not word.isascii() and _ROMAN.fullmatch(latin):
        return latin
    if len(word) == 1 and not word.isascii() and (places := numerals.places(word)):
        return "enye" if folded == "n" else _lettered(places[0])
    roman = _ROMAN_ORDINAL.fullmatch(word)
    if roman:
        return roman[1]
    ordinal = _ORDINAL_END.fullmatch(folded)
    if ordinal:
        return ordinal[1]
    return word if word.isascii() else "".join(map(_transliterated, folded))


def _lettered(place: int) -> str:
    """The label of a place in a list: a, b, … z, aa, bb, …"""
    times, place = divmod(place - 1, len(_LETTERS))
    return _LETTERS[place] * (times + 1)


def _transliterated(letter: str) -> str:
    return letter if letter.isascii() else _CYRILLIC.get(letter, f"u{ord(letter):x}")


def _is_number(word: str) -> bool:
    """Whether a word counts ("5", "5A", "IV", "b") rather than names ("Article", "bis")."""
    return len(word) == 1 or word[0].isdigit() or _ROMAN.fullmatch(word) is not None


def _counts(joined: str) -> bool:
    """Whether what was joined so far ends in a count that "bis" or "A" can be attached to."""
    last = joined.rsplit("-", 1)[-1]
    return last[-1].isdigit() or _ROMAN.fullmatch(last) is not None


class EidMaker:
    """Makes the eIds of one draft, provision by provision in document order.

    `basic` are the kinds counted through the whole document. Give `{"section"}` for a bill whose
    basic unit is the section. They are prefixed only by what opens a count of its own: an annex,
    transitional provisions, or another basic unit that quotes them.

    >>> maker = EidMaker()
    >>> maker.make("chapter", "Chapter I", None), maker.make("article", "Article 1", "chp_I")
    ('chp_I', 'art_1')
    >>> maker.make("paragraph", "1.", "art_1"), maker.make("paragraph", "1.", "art_1")
    ('art_1__para_1', 'art_1__para_1_2')
    """

    def __init__(
        self,
        basic: frozenset[str] = frozenset({"article"}),
        reserved: frozenset[str] = frozenset(),
    ) -> None:
        self._basic = basic
        self._reserved = reserved
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}
        self._homes: dict[str, str | None] = {}

    def make(self, kind: str, num: str, parent: str | None) -> str:
        """A new eId for a provision of kind `kind`, numbered `num` as printed (`""`: unnumbered),
        in the provision `parent` (None: at the top)."""
        home = self._homes.get(parent) if parent else None
        before = home if kind in self._basic else parent
        name = PREFIXES.get(kind, kind)
        stem = f"{before}__{name}" if before else name
        number = _counted(num) if kind in COUNTED else number_part(num)
        if number:
            eid = self._free(f"{stem}_{number}", 2)
        elif kind in SINGLE:
            eid = self._free(stem, 2)
        else:
            eid = self._unnumbered(f"{stem}_nn")
        self.keep(eid, kind, parent)
        return eid

    def keep(self, eid: str, kind: str, parent: str | None) -> bool:
        """Take an eId that the document itself gives; False if it is taken already."""
        if eid in self._taken:
            return False
        self._taken.add(eid)
        opens = kind in self._basic or kind in ("attachment", "hcontainer", "transitional")
        self._homes[eid] = eid if opens else (self._homes.get(parent) if parent else None)
        return True

    def _unnumbered(self, stem: str) -> str:
        while True:
            count = self._counts.get(stem, 0) + 1
            self._counts[stem] = count
            if self._is_free(f"{stem}_{count}"):
                return f"{stem}_{count}"

    def _free(self, eid: str, first: int) -> str:
        if self._is_free(eid):
            return eid
        count = self._counts.get(eid, first)
        while not self._is_free(f"{eid}_{count}"):
            count += 1
        self._counts[eid] = count + 1
        return f"{eid}_{count}"

    def _is_free(self, eid: str) -> bool:
        return eid not in self._taken and eid not in self._reserved
