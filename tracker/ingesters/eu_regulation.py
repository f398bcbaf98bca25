"""EU acts: proposals and regulations, directives, decisions, as issued.

In: a reading. Out: a draft with citations, recitals "(1)", chapters, sections, articles,
paragraphs "1.", points "(a)", and the closing formula.
"""

from __future__ import annotations

import re

from tracker.ingesters.base import About
from tracker.ingesters.walk import articles
from tracker.ingesters.walk.grammar import Grammar
from tracker.model import Draft
from tracker.read import Reading

_ENACTS = re.compile(
    r"HA(?:S|VE)\s+ADOPTED\s+THIS\s+(?:REGULATION|DIRECTIVE|DECISION)", re.IGNORECASE
)
_INSTITUTIONS = re.compile(
    r"\bEuropean\s+(?:Parliament|Union|Commission)\b|\bMember\s+States?\b|\bUnion\s+law\b|\bOfficial\s+Journal\b"
)
_RECITAL = re.compile(r"\(\d{1,3}\)(?=\s|$)")
_ARTICLE_LINE = re.compile(r"Article\s+\d+[a-z]?\s*(?:$|[-\u2013\u2014])")

GRAMMAR = Grammar(
    name="eu-regulation",
    preamble=re.compile(
        r"THE\s(?:EUROPEAN|COUNCIL|COMMISSION)\b[^.;]{0,120},$|Having\sregard\b|Whereas\s*:|\(1\)(?=\s|$)"
    ),
    enacting=re.compile(r"HA(?:S|VE)\sADOPTED\sTHIS\b|Whereas\s*:$"),
    formula=re.compile(r"THE\s(?:EUROPEAN|COUNCIL|COMMISSION)\b[^.;]{0,120},$"),
    citation=re.compile(
        r"Having\sregard\b|After\s(?:transmission|consulting)\b|Acting\sin\saccordance\b"
    ),
    conclusions=re.compile(
        r"This\s(?:Regulation|Directive|Decision)\s(?:shall\sbe\sbinding|is\saddressed\sto)|Done\sat\s"
    ),
)


class EuRegulation:
    """The convention of EU acts."""

    name = "eu-regulation"

    def score(self, reading: Reading) -> float:
        """Titled articles, numbered recitals, and the institutions that act."""
        if reading.raw:
            return 0.0
        titled = sum(1 for line in reading.lines if _ARTICLE_LINE.match(line.text))
        if not titled:
            return 0.0
        recitals = sum(1 for line in reading.lines if _RECITAL.match(line.text))
        named = sum(1 for page in reading.pages for _ in _INSTITUTIONS.finditer(page))
        enacts = any(_ENACTS.search(page) for page in reading.pages)
        return (
            0.2 * min(1.0, titled / 3)
            + 0.4 * min(1.0, named / (2 * titled))
            + 0.2 * min(1.0, recitals / 5)
            + 0.2 * enacts
        )

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        return articles.ingest(reading, about, GRAMMAR)
