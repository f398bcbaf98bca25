"""Resolutions and decisions of the United Nations' organs, as adopted or as drafts.

In: a reading. Out: a draft with the lines that say who adopted or proposed it, its title and
number, the preamble ("The General Assembly," and recitals), operative paragraphs "1.", points
"(a)", "(i)", sections I, II and A, B under headings, the line that closes it, and annexes, which
may hold a whole agreement with its articles.
"""

from __future__ import annotations

import re

from tracker.ingesters.base import About
from tracker.ingesters.un_treaty import GRAMMAR as TREATY
from tracker.ingesters.walk import documents
from tracker.ingesters.walk.documents import AnyOf, Layout
from tracker.ingesters.walk.grammar import TITLES, Grammar
from tracker.model import Draft
from tracker.read import Reading

_ORGAN = (
    r"(?:The\s(?:General\sAssembly|Security\sCouncil|Economic\sand\sSocial\sCouncil"
    r"|Human\sRights\sCouncil|Conference\sof\sthe\sParties|Commission|Committee|Council|Conference"
    r"|Assembly)\b"
    r"|L[\u2019']Assembl[ée]e\sg[ée]n[ée]rale|Le\sConseil\b|La\sConf[ée]rence\b"
    r"|La\sAsamblea\sGeneral|El\sConsejo\b|La\sConferencia\b"
    r"|Генеральная\sАссамблея|Совет\sБезопасности|Конференция\b"
    r"|إن\s(?:الجمعية\sالعامة|مجلس\sالأمن|مؤتمر)|大会|安全理事会|缔约方会议)"
)
FORMULA = re.compile(
    rf"{_ORGAN}(?:\s(?:of|to|for|on|under|acting|in|de|du|des|del|à|по|о|об)\b[^,;.\u060c\uff0c]{{0,200}})?"
    r"[,\u060c\uff0c]$"
)
"""The organ that speaks, on a line of its own."""

_ADOPTED = re.compile(
    r"(?:Draft\s)?(?:Resolutions?|Decisions?)\s(?:and\s\w+\s)?adopted\b"
    r"|\[(?:without\sreference|on\sthe\sreport|adopted|sans\srenvoi|sur\sle\srapport|sin\sremisi[óo]n)"
    r"|R[ée]solutions?\sadopt[ée]es?\b|Resoluci[óo]n(?:es)?\saprobadas?\b|Резолюци[яи],?\sприняты?"
    r"|قرار(?:ات)?\sاتخذ|.{0,20}大会决议"
    r"|.{2,900}:\s(?:revised\s)?draft\s(?:resolution|decision)$"
    r"|.{2,900}\s:\sprojet\sde\s(?:r[ée]solution|d[ée]cision)$"
    r"|.{2,900}:\sproyecto\sde\s(?:resoluci[óo]n|decisi[óo]n)"
    r"|.{2,900}:\sпроект\s(?:резолюции|решения)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4}(?:\s?[A-Z]\b)?|\s\([A-Z-]{1,12}\))\.\s*")
_MEETING = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|e|[ªº]|-\w{1,3})?\s(?:\(\w+\)\s)?"
    r"(?:plenary\smeeting|meeting$|s[ée]ance\spl[ée]ni[èe]re|sesi[óo]n\splenaria|пленарное\sзаседание)"
)

GRAMMAR = Grammar(
    name="un-resolution",
    preamble=FORMULA,
    enacting=TREATY.enacting,
    formula=AnyOf(FORMULA, TREATY.formula),
    citation=None,
    conclusions=AnyOf(_MEETING, TREATY.conclusions),
)
LAYOUT = Layout(GRAMMAR, adoption=_ADOPTED, number=_NUMBER)

_OPERATIVE = re.compile(r"1\.\s+[^\W\d]")


class UnResolution:
    """The convention of resolutions."""

    name = "un-resolution"

    def score(self, reading: Reading) -> float:
        """An organ that speaks on a line of its own before any article or numbered paragraph, and
        a line that says who adopted or proposed the text."""
        if reading.raw:
            return 0.0
        spoken = adopted = False
        for line in reading.lines:
            text = line.text.strip()
            if TITLES.match(text) or _OPERATIVE.match(text):
                break
            if spoken := FORMULA.match(text) is not None:
                break
            adopted = adopted or _ADOPTED.match(text) is not None
        return 0.75 + 0.2 * adopted if spoken else 0.0

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        return documents.ingest(reading, about, LAYOUT)
