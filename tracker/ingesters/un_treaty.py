"""UN treaty texts: draft conventions, agreements, final texts, and treaties made like them.

In: a reading. Out: a draft with preamble, chapters, articles, paragraphs "1.", points "(a)", "(i)",
conclusions and annexes.
"""

from __future__ import annotations

import re

from tracker.ingesters import articles
from tracker.ingesters.base import About
from tracker.ingesters.grammar import ARTICLE_WORDS, NUMERAL, Grammar
from tracker.model import Draft
from tracker.read import Reading

_PARTIES = re.compile(
    r"\b(?:States?\s+Part(?:y|ies)|(?:High\s+)?Contracting\s+(?:Party|Parties|Powers)"
    r"|Part(?:y|ies)\b|Members?\s+of\s+the\s+League|Signatory|Estados?\s+Partes?|[ÉE]tats?\s+Parties|Государств\w+|الدول)",
    re.IGNORECASE,
)
_ARTICLE_LINE = re.compile(
    rf"{ARTICLE_WORDS}\s{{1,3}}{NUMERAL}\s*(?:$|[.:\u2013\u2014\[-]|[A-Z])", re.IGNORECASE
)

_PREAMBLE = (
    r"(?:PREAMBLE|Preamble|PR[ÉE]AMBULE|Pr[ée]ambule|PRE[ÁA]MBULO|Pre[áa]mbulo|Преамбула|الديباجة)"
)

GRAMMAR = Grammar(
    name="un-treaty",
    preamble=re.compile(
        rf"{_PREAMBLE}\b"
        r"|The\s(?:States\s)?(?:High\s)?(?:Contracting\s)?Parties(?:\sto)?\b|The\s(?:member\s)?States\b"
        r"|Les\s(?:[ÉE]tats\s)?Parties\b|(?:Las|Los\sEstados)\sPartes\b"
        r"|Государства\b|إن\sالدول\b"
        r"|The\sGeneral\sAssembly,"
    ),
    enacting=re.compile(
        r"(?:Have|HAVE|Therefore|Hereby|Do hereby|Sont|Ont|Han)\b[^.;]{0,80}"
        r"(?:agreed?|declare|convenue?s?|convenido|acordado)\b[^.;]{0,40}:?$"
        r"|[Сс]огласились\b[^.;]{0,80}:?$|قد\sاتفقت\b[^.;]{0,80}:?$"
    ),
    formula=re.compile(
        rf"{_PREAMBLE}$"
        r"|(?:The|Les|Los|Las|Государства)\b[^,;.]{1,90},$|إن\s[^،؛.]{1,90}،$"
    ),
    citation=None,
    conclusions=re.compile(
        r"IN (?:WITNESS|FAITH) WHEREOF|In (?:witness|faith) whereof"
        r"|DONE (?:at|in|this)\b|Done (?:at|in|this)\b"
        r"|E[Nn] (?:FOI DE QUOI|foi de quoi|TESTIMONIO DE|testimonio de|FE DE|fe de)\b"
        r"|F(?:AIT|ait) [ÀAàa]\b|HECHO (?:EN|en)\b|Hecho en\b|СОВЕРШЕНО\b|Совершено\b"
        r"|В УДОСТОВЕРЕНИЕ\b|В удостоверение\b|حرر(?:ت)? في\b"
    ),
)


class UnTreaty:
    """The convention of UN treaty texts."""

    name = "un-treaty"

    def score(self, reading: Reading) -> float:
        """Titled articles, and the Parties who agree on them."""
        if reading.raw:
            return 0.0
        titled = sum(1 for line in reading.lines if _ARTICLE_LINE.match(line.text))
        if not titled:
            return 0.0
        parties = sum(1 for page in reading.pages for _ in _PARTIES.finditer(page))
        return 0.3 * min(1.0, titled / 3) + 0.4 * min(1.0, parties / (2 * titled))

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        return articles.ingest(reading, about, GRAMMAR)
