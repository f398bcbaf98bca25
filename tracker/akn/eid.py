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

SINGLE = frozenset({"longTitle", "formula", "wrapUp", "conclusions"})
"""Kinds that stand once in their parent, and so need no number to be told apart."""

LONGEST_NUMBER = 40
"""Characters of a number that go into an eId; a whole sentence may have been taken for one."""

_ROMAN = re.compile(r"[IVXLCDM]+")
_SUFFIX = re.compile(
    r"bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies|[a-z]",
    re.IGNORECASE,
)


def number_part(num: str) -> str:
    """The number of an eId, from the number as printed; `""` if it holds no letter and no digit.

    The word in front ("Article"), brackets and dots go, digits become ASCII, words become small
    letters; Roman and lettered numbers keep their case, since "(I)" and "(i)" are two numbers.

    >>> number_part("Article 5 bis"), number_part("CHAPTER IV"), number_part("(a)")
    ('5bis', 'IV', 'a')
    >>> number_part("2.1."), number_part("المادة ٥"), number_part("—")
    ('2-1', '5', '')
    """
    words = _words(num[: 10 * LONGEST_NUMBER])
    while len(words) > 1 and not _is_number(words[0]):
        words.pop(0)
    joined = ""
    for word in words:
        printed = word if _is_number(word) else word.lower()
        attached = joined and joined[-1].isalnum() and _SUFFIX.fullmatch(word)
        if joined and not (attached and _counts(joined)):
            joined += "-"
        joined += printed
    return joined[:LONGEST_NUMBER].strip("-")


def _words(num: str) -> list[str]:
    """Runs of letters and digits: of letters (L), digits (N) and what is written on them (M)."""
    plain = num.replace("º", "").replace("ª", "")
    words: list[str] = []
    open_word = False
    for character in unicodedata.normalize("NFKC", plain):
        category = unicodedata.category(character)
        if category == "Nd":
            character = str(unicodedata.decimal(character))
        if category[0] not in "LNM" or (category[0] == "M" and not open_word):
            open_word = False
        elif open_word:
            words[-1] += character
        else:
            words.append(character)
            open_word = True
    return words


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
    or another basic unit that quotes them.

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
        number = number_part(num)
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
        opens = kind in self._basic or kind in ("attachment", "hcontainer")
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
