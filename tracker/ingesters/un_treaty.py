"""UN treaty texts: draft conventions, agreements, final texts, and treaties made like them.

In: a reading. Out: a draft with preamble, chapters, articles, paragraphs "1.", points "(a)", "(i)",
conclusions and annexes.
"""

from __future__ import annotations

import re

from tracker.ingesters.base import About
from tracker.ingesters.printed import Wording
from tracker.ingesters.walk import articles
from tracker.ingesters.walk.grammar import ARTICLE_WORDS, NUMERAL, Grammar
from tracker.model import Draft
from tracker.read import Reading

_PARTIES = re.compile(
    r"\b(?:States?\s+Part(?:y|ies)|(?:High\s+)?Contracting\s+(?:Party|Parties|Powers)"
    r"|Part(?:y|ies)\b|Members?\s+of\s+the\s+League|Signatory|Estados?\s+Partes?"
    r"|[ÉE]tats?\s+Parties|Las\s+Partes|Les\s+Parties|Государств\w+|Сторон\w+|الدول|الأطراف)"
    r"|缔约(?:国|方)",
    re.IGNORECASE,
)
_ARTICLE_LINE = Wording(
    rf"(?:{ARTICLE_WORDS}\s{{1,3}}{NUMERAL}\s*(?:$|[.:\u2013\u2014\[-]|[A-Z])"
    r"|第\s?[\d一二三四五六七八九十百]{1,7}\s?[条條](?:$|\s|:))",
    re.IGNORECASE,
)

# In plain letters: "é" is "e", and in Arabic one alef stands for all.
_PREAMBLE = (
    r"(?:PREAMBLE|Preamble|PREAMBULE|Preambule|PREAMBULO|Preambulo|ПРЕАМБУЛА|Преамбула"
    r"|(?:ال)?ديباجه|序\s?言|序文)"
)

GRAMMAR = Grammar(
    name="un-treaty",
    preamble=Wording(
        rf"{_PREAMBLE}(?!\w)"
        r"|The\s(?:States\s)?(?:High\s)?(?:Contracting\s)?Parties(?:\sto)?\b|The\s(?:member\s)?States\b"
        r"|Les\s(?:Etats\s)?Parties\b|(?:Las|Los\sEstados)\sPartes\b"
        r"|Государства\b|Стороны\b|ان\sالدول\b|ان\sالاطراف\b"
        r"|本(?:公约|协定|条约|协议|议定书)(?:各)?(?:缔约国|缔约方|各方)"
        r"|The\sGeneral\sAssembly,"
    ),
    enacting=Wording(
        r"(?:Have|HAVE|Therefore|Hereby|Do hereby|Sont|Ont|Han)\b[^.;]{0,80}"
        r"(?:agreed?|declare|convenue?s?|convenido|acordado)\b[^.;]{0,40}:?$"
        r"|Convien(?:en|nent)\b[^.;]{0,80}:$"
        r"|(?:[Сс]огласились|[Дд]оговорились)\b[^.;]{0,80}:?$"
        r"|(?:قد\s)?اتفقت\b[^.;]{0,80}:?$"
        r"|(?:兹|特)?(?:议定|协议|商定|达成协议)如下:?$"
    ),
    formula=Wording(
        rf"{_PREAMBLE}$"
        r"|(?:The|Les|Los|Las|Государства|Стороны)\b[^,;.]{1,90},$|ان\s[^،؛.]{1,90}،$"
        r"|本[^,。;]{1,60}(?:缔约国|缔约方|各方),$"
    ),
    citation=None,
    conclusions=Wording(
        r"IN (?:WITNESS|FAITH) WHEREOF|In (?:witness|faith) whereof"
        r"|DONE (?:at|in|this)\b|Done (?:at|in|this)\b"
        r"|E[Nn] (?:FOI DE QUOI|foi de quoi|TESTIMONIO DE|testimonio de|FE DE|fe de)\b"
        r"|F(?:AIT|ait) [Aa]\b|HECHO (?:EN|en)\b|Hecho en\b|СОВЕРШЕНО\b|Совершено\b"
        r"|В УДОСТОВЕРЕНИЕ\b|В удостоверение\b|حرر(?:ت)? في\b|واثباتا لذلك|واشهادا علي ذلك"
        r"|以昭信守|为此,下列|本(?:公约|协定|条约|协议|议定书)于\w{2,40}(?:订立|签订|订于)"
    ),
)


EXCERPT = 3
"""Lines; a text that titles an article so early is made of articles."""


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
        # An excerpt may be one article, below a line that says what it is.
        excerpt = any(_ARTICLE_LINE.match(line.text) for line in reading.lines[:EXCERPT])
        return 0.3 * (1.0 if excerpt else min(1.0, titled / 3)) + 0.4 * min(
            1.0, parties / (2 * titled)
        )

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        return articles.ingest(reading, about, GRAMMAR)
