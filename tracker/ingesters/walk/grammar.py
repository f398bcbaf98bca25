"""The words by which a drafting convention titles its units, as patterns.

In: nothing. Out: `Grammar`, what one convention gives to the reader of articles: how articles,
chapters and annexes are titled, how the preamble begins and ends, how the conclusions begin. The
words are those of English, French, Spanish, Portuguese, Russian, Arabic and Chinese, in the plain
letters of `printed.plain`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.akn import numerals
from tracker.ingesters.printed import Opens, Wording

_AGAIN = "ثانيا|ثالثا|رابعا|خامسا"
BIS = (
    rf"(?:[\s-]?(?:{numerals.either(sorted(set(numerals.SUFFIXES) - {'مكرره'}))}(?!\w)"
    rf"(?:\s(?:{_AGAIN})(?!\w))?|之[{numerals.HANZI}]{{1,2}}))"
)
"""What a number bears that was put between two others."""

ORDINAL_SIGN = r"(?:\s?\.?[º\u00b0ª]|\s?(?:er|ero|ro|o|ra)(?!\w))"
"""What makes digits a place in an order: 5º, 5.º, 1er, 1o."""

IN_WORDS = numerals.in_words()
"""A number written out: "premier", "PRIMERA", "двадцать первая", "الخامسة والعشرون"."""

_CHINESE = rf"(?:\d{{1,4}}|[{numerals.HANZI}]{{1,8}})"

ALTERNATIVE = r"(?:[\s.-]?alt(?:ernative)?(?!\w)\.?(?:\s?(?:\d{1,2}|[A-Z])(?!\w))?)"
"""What tells one version of an article from another: "Article 4 alt", "4 bis alt 2"."""

_ENDS = r"(?=\s*(?:$|\n|[-\u2013\u2014.:\[\]]))"
_FORMER = rf"(?:\s?(?:\[\s?\d{{1,4}}{BIS}?\s?\]|\(\s?\d{{1,4}}{BIS}?\s?\)){_ENDS})"
"""The number that an article had before, or will have: "Article 6 [7]"."""

_CODE = r"(?-i:[LRDA])\*?\.?\s?\d{1,4}(?:-\d{1,3}){0,3}(?!\w)"
"""An article of a French code: "L. 5-1"."""

NUMERAL = (
    rf"(?:(?:\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}{ORDINAL_SIGN}?{BIS}?(?:-\d{{1,3}}(?!\w))?"
    r"(?:-?[A-Z](?!\w))?(?!\w)(?:\s(?-i:[A-Z])(?=\s*(?:$|[-\u2013\u2014.:\]])))?"
    rf"|\[\s?\d{{1,4}}{BIS}?\s?\]|\(\s?\d{{1,4}}{BIS}?\s?\)"
    rf"|\[\s?(?-i:[A-Z]{{1,2}}){BIS}?\s?\]|\[\s?[.\u2026_-]{{0,4}}\s?\]"
    rf"|{IN_WORDS}{BIS}?|{_CODE}"
    rf"|(?-i:[IVX]{{1,7}}(?:er|re|e|eme))(?!\w)"
    rf"|(?:[IVXLCDM]{{1,8}}|[IVX\u0406\u0425]{{1,8}}|[\u2160-\u216f])(?!\w){BIS}?"
    r"|(?:[A-Z]|(?-i:[\u0410-\u042f])|[\u0621-\u064a])(?!\w))"
    rf"{ALTERNATIVE}?{_FORMER}?)"
)
"""A number in a title: 5, 5 bis, 5A, 5 A, 5º, 7.1, [5], (5), XIV, 1er, premier, L. 5-1, [X], 4 alt,
6 [7]."""

ARTICLE_WORDS = (
    r"(?:Article|Art\.[º\u00b0]?|Art[ií]culo|Artigo|Articolo|Artikel|Статья|(?:ال)?ماد[هة])"
)

OPEN_BRACKET = r"(?:[\[【]\s?){0,3}"
"""Before a title: drafters bracket whole articles, and again what is in a bracket."""

_NEW = r"(?:New|Nuevo|Novo|Nouvel|Новая)"

CAPITAL = r"(?-i:(?![a-zа-я]))"
"""A title begins with a capital, in scripts that have them: a line may begin "article 8."."""

CONTAINERS = {
    "book": r"(?:Book|Livre|Libro|Livro|Книга|الكتاب|卷)",
    "part": r"(?:Part|Partie|Parte|Часть|الباب|الجزء|部分|编|編|篇)",
    "title": r"(?:Title|Titre|T[ií]tulo|Titolo)",
    "chapter": r"(?:Chapter|Chapitre|Cap[ií]tulo|Capitolo|Глава|الفصل|章)",
    "division": r"(?:Division|Cluster|División)",
    "section": r"(?:Section|Secci[oó]n|Se[cç][aã]o|Sezione|Раздел|الفرع|القسم|المبحث|节|節)",
    "subsection": r"(?:Sub-?section|Sous-section|Subsecci[oó]n|Subse[cç][aã]o|Подраздел)",
}
"""Akoma Ntoso kinds of what holds articles, with the words that title them."""

ANNEX_WORDS = (
    r"(?:Annexe?|Anexo|Allegato|Appendix|Appendice|Ap[eé]ndice|Schedule|Приложение|المرفق|الملحق)"
)

_TITLE_END = r"(?=$|[\s\[:.\u2013\u2014-]|\((?!\w{1,2}\)))"
"""What follows a Chinese number that titles: 第五条规定 ("article 5 provides") does not."""

_ARTICLE = (
    rf"(?:(?:{_NEW}\s)?{ARTICLE_WORDS}(?:\s{{1,3}}|(?<=[.º])){NUMERAL}"
    rf"|{_NEW}\s{ARTICLE_WORDS}{_ENDS}"
    rf"|第\s?{_CHINESE}\s?[条條](?:\s?之\s?[{numerals.HANZI}]{{1,2}}|{BIS})?{_TITLE_END})"
)
_KINDS = "|".join(f"(?P<kind_{kind}>{words})" for kind, words in CONTAINERS.items())
_CONTAINER = (
    rf"(?P<chinese>第\s?{_CHINESE}\s?)?(?P<before>{IN_WORDS}\s)?(?:{_KINDS})"
    rf"(?(chinese){_TITLE_END}|(?(before)(?!\w)|(?(kind_chapter)"
    rf"(?:\s{{1,3}}{NUMERAL}|(?=\s*[.:]?\s*$))|\s{{1,3}}{NUMERAL})))"
)
_ANNEX = (
    rf"(?:{ANNEX_WORDS}(?!\w)(?:\s{{1,3}}{NUMERAL})?"
    rf"|(?:附件|附录|附錄)\s?(?:{_CHINESE}|{NUMERAL})?{_TITLE_END})"
)
_ALONE = r"(?:\s*(?:$|[-\u2013\u2014.:\[\]])|\t|\s\s|(?<=[\u3400-\u9fff])\s)"
"""After a title on its line: nothing more, or what sets a heading apart from it."""


def _titled(unit: str) -> Wording:
    pattern = rf"(?P<num>{OPEN_BRACKET}{CAPITAL}{unit})(?P<rest>.*)"
    return Wording(pattern, re.IGNORECASE | re.DOTALL)


ARTICLE, CONTAINER, ANNEX = _titled(_ARTICLE), _titled(_CONTAINER), _titled(_ANNEX)


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one convention titles its units. All patterns match from the start of a text.

    `article` has the groups `num` and `rest`; `container` the groups `kind_<kind>`, `num`, `rest`;
    `annex` the groups `num`, `rest`.
    """

    name: str
    preamble: Opens
    enacting: Opens
    formula: Opens
    citation: Opens | None
    conclusions: Opens
    article: Wording = ARTICLE
    container: Wording = CONTAINER
    annex: Wording = ANNEX


TITLES = Wording(
    rf"{OPEN_BRACKET}{CAPITAL}(?:{_CONTAINER}|{_ARTICLE}|{_ANNEX}){_ALONE}", re.IGNORECASE
)
"""A line that titles a unit and nothing more."""

UNITS = Wording(rf"{OPEN_BRACKET}{CAPITAL}(?:{_CONTAINER}|{_ARTICLE})", re.IGNORECASE)
"""The first words of a line that may title a unit of the text, whatever follows."""

CONTENTS = re.compile(
    r"(?:Table of )?contents|Table des matières|Sommaire|[ÍI]ndice|Sumário|Содержание|Оглавление"
    r"|المحتويات|الفهرس|目\s?[录錄次]",
    re.IGNORECASE,
)
"""The heading of a table of contents."""
