"""Reports of United Nations bodies, and the drafts annexed to them.

In: a reading. Out: a draft with sections under headings of several levels, paragraphs numbered
through the whole document, points, rows of tables, and annexes: decisions with their recitals,
rules of procedure rule by rule, agreements article by article, annexes of annexes.
"""

from __future__ import annotations

import re

from tracker.ingesters.base import About
from tracker.ingesters.printed import Found, Wording
from tracker.ingesters.un_resolution import FORMULA
from tracker.ingesters.un_treaty import GRAMMAR as TREATY
from tracker.ingesters.walk import documents
from tracker.ingesters.walk.documents import AnyOf, Layout
from tracker.ingesters.walk.grammar import NUMERAL, OPEN_BRACKET, TITLES, Grammar
from tracker.ingesters.walk.numbering import number_at_start
from tracker.model import Draft
from tracker.read import Reading

_RULE = r"(?:Rule|Regulation|Regle|Regla|Правило|القاعده)"
_TITLE = re.compile(
    r"(?:(?:Draft|Final|Interim|Revised)\s)?Report\s(?:of|on|by)\b|Rapport\b|Informe\b|Доклад\b"
    r"|تقرير\b|.{0,30}报告",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:I|A)\.\s+\S")
_FIRST_LINES = 60
"""Lines in which the cover names what it is."""

_ENOUGH = 5
"""Paragraphs that count on without a break, at least."""


class _Units(Wording):
    """Rules, and articles, which are titled as in every convention."""

    def match(self, text: str, /) -> Found | None:
        return TREATY.article.match(text) or super().match(text)


GRAMMAR = Grammar(
    name="un-report",
    preamble=FORMULA,
    enacting=TREATY.enacting,
    formula=AnyOf(FORMULA, TREATY.formula),
    citation=None,
    conclusions=TREATY.conclusions,
    article=_Units(
        rf"(?P<num>{OPEN_BRACKET}{_RULE}\s{{1,3}}{NUMERAL})(?P<rest>.*)", re.IGNORECASE | re.DOTALL
    ),
)
LAYOUT = Layout(
    GRAMMAR,
    titles=AnyOf(TITLES, Wording(rf"{OPEN_BRACKET}{_RULE}\s{{1,3}}{NUMERAL}\s*$", re.IGNORECASE)),
)


class UnReport:
    """The convention of reports."""

    name = "un-report"

    def score(self, reading: Reading) -> float:
        """A cover that calls it a report, a first section, paragraphs that count on."""
        if reading.raw:
            return 0.0
        titled = any(_TITLE.match(line.text.strip()) for line in reading.lines[:_FIRST_LINES])
        longest = run = 0
        sections = False
        for line in reading.lines:
            if TITLES.match(line.text) and not longest:
                return 0.0
            sections = sections or _SECTION.match(line.text) is not None
            number = number_at_start(line.text)
            if number is not None and number.values.get("arabic") == run + 1:
                run += 1
                longest = max(longest, run)
            elif number is not None and number.values.get("arabic") == 1:
                run = 1
        if not titled or longest < _ENOUGH:
            return 0.0
        return 0.65 + 0.1 * sections + 0.1 * min(1.0, longest / 20)

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        return documents.ingest(reading, about, LAYOUT)
