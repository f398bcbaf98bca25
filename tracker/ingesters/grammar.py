"""The words by which a drafting convention titles its units, as patterns.

In: nothing. Out: `Grammar`, what one convention gives to the reader of articles: how articles,
chapters and annexes are titled, how the preamble begins and ends, how the conclusions begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

BIS = r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|бис|тер|кватер|مكررا?|之二)\b)"
"""What a number bears that was put between two others."""

_ORDINAL = (
    r"(?:premi[eè]re?|prim[eé]r[oa]|segundo|tercero|unique|único|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر)"
)
NUMERAL = (
    rf"(?:\d{{1,4}}er\b{BIS}?"
    rf"|\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}{BIS}?[A-Z]?\b(?:\s?[º°])?"
    r"(?:\s(?-i:[A-Z])(?=\s*(?:$|[-\u2013\u2014.:\]])))?"
    rf"|\[\s?\d{{1,4}}{BIS}?\s?\]"
    rf"|[IVXLCDM]{{1,8}}\b{BIS}?|{_ORDINAL}\b{BIS}?|[A-Z]\b)"
)
"""A number in a title: 5, 5 bis, 5A, 5 A, 7.1, [5], XIV, 1er, premier."""

ARTICLE_WORDS = r"(?:Article|Art\.|Art[ií]culo|Статья|المادة)"

OPEN_BRACKET = r"(?:\[\s?)?"
"""Before a title: drafters bracket whole articles."""

CONTAINERS = {
    "book": r"(?:Book|Livre|Libro)",
    "part": r"(?:Part|Partie|Parte|Часть|الباب|الجزء)",
    "title": r"(?:Title|Titre|T[ií]tulo)",
    "chapter": r"(?:Chapter|Chapitre|Cap[ií]tulo|Глава|الفصل)",
    "division": r"(?:Division|Cluster)",
    "section": r"(?:Section|Secci[oó]n|Раздел)",
}
"""Akoma Ntoso kinds of what holds articles, with the words that title them."""

ANNEX_WORDS = r"(?:Annex|Annexe|Anexo|Appendix|Schedule|Приложение|المرفق)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one convention titles its units. All patterns match from the start of a text.

    `article` has the groups `num` and `rest`; `container` the groups `kind_<kind>`, `num`, `rest`;
    `annex` the groups `num`, `rest`.
    """

    name: str
    preamble: re.Pattern[str]
    enacting: re.Pattern[str]
    formula: re.Pattern[str]
    citation: re.Pattern[str] | None
    conclusions: re.Pattern[str]
    article: re.Pattern[str] = field(
        default=re.compile(
            rf"(?P<num>{OPEN_BRACKET}{ARTICLE_WORDS}\s{{1,3}}{NUMERAL})(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
    )
    container: re.Pattern[str] = field(
        default=re.compile(
            rf"(?P<num>{OPEN_BRACKET}(?:"
            + "|".join(f"(?P<kind_{kind}>{words})" for kind, words in CONTAINERS.items())
            + rf")\s{{1,3}}{NUMERAL})(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
    )
    annex: re.Pattern[str] = field(
        default=re.compile(
            rf"(?P<num>{OPEN_BRACKET}{ANNEX_WORDS}\b(?:\s{{1,3}}{NUMERAL})?)(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
    )


TITLES = re.compile(
    rf"{OPEN_BRACKET}(?:{ARTICLE_WORDS}|{'|'.join(CONTAINERS.values())}|{ANNEX_WORDS})"
    rf"\s{{1,3}}{NUMERAL}(?:\s*(?:$|[-\u2013\u2014.:\[\]])|\t|\s\s)",
    re.IGNORECASE,
)
"""A line that titles a unit and nothing more."""

UNITS = re.compile(
    rf"{OPEN_BRACKET}(?:{ARTICLE_WORDS}|{'|'.join(CONTAINERS.values())})\s{{1,3}}{NUMERAL}",
    re.IGNORECASE,
)
"""The first words of a line that may title a unit of the text, whatever follows."""
