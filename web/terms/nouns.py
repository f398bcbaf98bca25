"""Nouns that the pages count, each with its numbers.

Out: by the noun in English, or by the kind of a provision, a function that takes a number, and the
number as printed, and says both in the language of the interface.
"""

from __future__ import annotations

from dataclasses import dataclass

from web import translation
from web.translation import later


@dataclass(frozen=True, slots=True)
class Counted:
    """Words for one and for many, which are looked up when they are said."""

    one: str
    many: str

    def __call__(self, number: int, printed: str) -> str:
        return translation.ngettext(self.one, self.many, number, count=printed)


# By this name catalogues find words in the sources.
ngettext = Counted

_NOUNS = (
    ngettext("%(count)s author", "%(count)s authors"),
    ngettext("%(count)s draft", "%(count)s drafts"),
    ngettext("%(count)s passage", "%(count)s passages"),
    ngettext("%(count)s proposal", "%(count)s proposals"),
    ngettext("%(count)s round", "%(count)s rounds"),
    ngettext("%(count)s word", "%(count)s words"),
)

COUNTED: dict[str, Counted] = {noun.one.removeprefix("%(count)s "): noun for noun in _NOUNS}
"""By their English singular."""

OF_KIND: dict[str, Counted] = {
    "alinea": ngettext("%(count)s alinea", "%(count)s alineas"),
    "annex": ngettext("%(count)s annex", "%(count)s annexes"),
    "appendix": ngettext("%(count)s appendix", "%(count)s appendices"),
    "article": ngettext("%(count)s article", "%(count)s articles"),
    "attachment": ngettext("%(count)s annex", "%(count)s annexes"),
    "blockContainer": ngettext("%(count)s block", "%(count)s blocks"),
    "book": ngettext("%(count)s book", "%(count)s books"),
    "chapter": ngettext("%(count)s chapter", "%(count)s chapters"),
    "citation": ngettext("%(count)s reference", "%(count)s references"),
    "clause": ngettext("%(count)s clause", "%(count)s clauses"),
    "conclusions": ngettext("%(count)s closing words", "%(count)s closing words"),
    "container": ngettext("%(count)s container", "%(count)s containers"),
    "crossHeading": ngettext("%(count)s heading", "%(count)s headings"),
    "division": ngettext("%(count)s division", "%(count)s divisions"),
    "docTitle": ngettext("%(count)s title", "%(count)s titles"),
    "formula": ngettext("%(count)s opening formula", "%(count)s opening formulas"),
    "hcontainer": ngettext("%(count)s part", "%(count)s parts"),
    "indent": ngettext("%(count)s indent", "%(count)s indents"),
    "intro": ngettext("%(count)s opening words", "%(count)s opening words"),
    "level": ngettext("%(count)s level", "%(count)s levels"),
    "list": ngettext("%(count)s list", "%(count)s lists"),
    "longTitle": ngettext("%(count)s title", "%(count)s titles"),
    "p": ngettext("%(count)s paragraph", "%(count)s paragraphs"),
    "paragraph": ngettext("%(count)s paragraph", "%(count)s paragraphs"),
    "part": ngettext("%(count)s part", "%(count)s parts"),
    "point": ngettext("%(count)s point", "%(count)s points"),
    "preamble": ngettext("%(count)s preamble", "%(count)s preambles"),
    "preface": ngettext("%(count)s opening page", "%(count)s opening pages"),
    "proviso": ngettext("%(count)s proviso", "%(count)s provisos"),
    "quotedStructure": ngettext("%(count)s quoted provision", "%(count)s quoted provisions"),
    "recital": ngettext("%(count)s recital", "%(count)s recitals"),
    "rule": ngettext("%(count)s rule", "%(count)s rules"),
    "schedule": ngettext("%(count)s schedule", "%(count)s schedules"),
    "section": ngettext("%(count)s section", "%(count)s sections"),
    "subchapter": ngettext("%(count)s subchapter", "%(count)s subchapters"),
    "subclause": ngettext("%(count)s subclause", "%(count)s subclauses"),
    "subdivision": ngettext("%(count)s subdivision", "%(count)s subdivisions"),
    "sublist": ngettext("%(count)s sublist", "%(count)s sublists"),
    "subparagraph": ngettext("%(count)s subparagraph", "%(count)s subparagraphs"),
    "subpart": ngettext("%(count)s subpart", "%(count)s subparts"),
    "subrule": ngettext("%(count)s subrule", "%(count)s subrules"),
    "subsection": ngettext("%(count)s subsection", "%(count)s subsections"),
    "subtitle": ngettext("%(count)s subtitle", "%(count)s subtitles"),
    "tblock": ngettext("%(count)s titled block", "%(count)s titled blocks"),
    "title": ngettext("%(count)s title", "%(count)s titles"),
    "tome": ngettext("%(count)s tome", "%(count)s tomes"),
    "transitional": ngettext("%(count)s transitional", "%(count)s transitionals"),
    "wrapUp": ngettext("%(count)s closing words", "%(count)s closing words"),
}
"""By the kind of provisions, an element of Akoma Ntoso."""

MIXTURE = "units"
MIXED: dict[str, Counted] = {
    "article clause": ngettext("%(count)s article or clause", "%(count)s articles and clauses"),
    "article rule": ngettext("%(count)s article or rule", "%(count)s articles and rules"),
    "article section": ngettext("%(count)s article or section", "%(count)s articles and sections"),
    "rule section": ngettext("%(count)s section or rule", "%(count)s sections and rules"),
    MIXTURE: ngettext("%(count)s article or the like", "%(count)s articles, sections and the like"),
}
"""The same for texts that are counted in several kinds, by these in the order of the alphabet."""
OF_KIND |= MIXED

FROM_TO: dict[str, str] = {
    "alinea": later("alineas %(first)s to %(last)s"),
    "annex": later("annexes %(first)s to %(last)s"),
    "article": later("articles %(first)s to %(last)s"),
    "attachment": later("annexes %(first)s to %(last)s"),
    "chapter": later("chapters %(first)s to %(last)s"),
    "clause": later("clauses %(first)s to %(last)s"),
    "hcontainer": later("parts %(first)s to %(last)s"),
    "indent": later("indents %(first)s to %(last)s"),
    "p": later("paragraphs %(first)s to %(last)s"),
    "paragraph": later("paragraphs %(first)s to %(last)s"),
    "part": later("parts %(first)s to %(last)s"),
    "point": later("points %(first)s to %(last)s"),
    "recital": later("recitals %(first)s to %(last)s"),
    "rule": later("rules %(first)s to %(last)s"),
    "section": later("sections %(first)s to %(last)s"),
    "subclause": later("subclauses %(first)s to %(last)s"),
    "subparagraph": later("subparagraphs %(first)s to %(last)s"),
    "subsection": later("subsections %(first)s to %(last)s"),
}
"""Several of a kind in a row, by their numbers."""
