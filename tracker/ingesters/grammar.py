"""The words by which a drafting convention titles its units, as patterns.

In: nothing. Out: `Grammar`, what one convention gives to the reader of articles: how articles,
chapters and annexes are titled, how the preamble begins and ends, how the conclusions begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NUMERAL = (
    r"(?:\d{1,4}(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?[A-Z]?\b(?:\s?[º°])?"
    r"|[IVXLCDM]{1,8}\b(?:\s(?:bis|ter)\b)?|premier\b|primero\b|unique\b|[A-Z]\b)"
)
"""A number in a title: 5, 5 bis, 5A, XIV, premier."""

ARTICLE_WORDS = r"(?:Article|Art\.|Art[ií]culo|Статья|المادة)"

CONTAINERS = {
    "book": r"(?:Book|Livre|Libro)",
    "part": r"(?:Part|Partie|Parte|Часть)",
    "title": r"(?:Title|Titre|T[ií]tulo)",
    "chapter": r"(?:Chapter|Chapitre|Cap[ií]tulo|Глава)",
    "division": r"(?:Division|Cluster)",
    "section": r"(?:Section|Secci[oó]n|Раздел)",
}
"""Akoma Ntoso kinds of what holds articles, with the words that title them."""

ANNEX_WORDS = r"(?:Annex|Annexe|Anexo|Appendix|Schedule|Приложение)"


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
            rf"(?P<num>{ARTICLE_WORDS}\s{{1,3}}{NUMERAL})(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
    )
    container: re.Pattern[str] = field(
        default=re.compile(
            r"(?P<num>(?:"
            + "|".join(f"(?P<kind_{kind}>{words})" for kind, words in CONTAINERS.items())
            + rf")\s{{1,3}}{NUMERAL})(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
    )
    annex: re.Pattern[str] = field(
        default=re.compile(
            rf"(?P<num>{ANNEX_WORDS}(?:\s{{1,3}}{NUMERAL})?)(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
    )


TITLES = re.compile(
    rf"(?:{ARTICLE_WORDS}|{'|'.join(CONTAINERS.values())}|{ANNEX_WORDS})"
    rf"\s{{1,3}}{NUMERAL}\s*(?:$|[-\u2013\u2014.:\[])",
    re.IGNORECASE,
)
"""A line that titles a unit and nothing more."""
