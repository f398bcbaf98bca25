"""The English word lists, complete.

In: nothing. Out: `LISTS`. The long tables stand in the modules `english_*`.
"""

from __future__ import annotations

from tracker.substance.english_modals import ENGLISH
from tracker.substance.english_plain import LIGHT, SAME
from tracker.substance.english_qualifiers import QUALIFIERS
from tracker.substance.english_safeguards import PENALTIES, SAFEGUARDS
from tracker.substance.phrases import table
from tracker.substance.word_lists import WordLists

LISTS = WordLists(
    modals=ENGLISH,
    qualifiers=QUALIFIERS,
    safeguards=SAFEGUARDS,
    penalties=PENALTIES,
    same=SAME,
    actors=table(
        """
actor: party|parties; state|states; member|members; member|members
    state|states; commission; council; board; committee;
    conference; assembly; secretariat; secretary general; authority|authorities; agency|agencies;
    body|bodies; court|courts; tribunal; minister|ministers; ministry; government|governments;
    controller|controllers; processor|processors; person|persons; individual|individuals;
    subject|subjects; president|chair|chairperson|director|officer|officers; depositary;
    organization|organizations|organisation|organisations; union; company|companies; power|powers;
    administrator|president; provider|providers; undertaking|undertakings; parliament;
    operator|operators; institution|institutions; delegates
"""
    ),
    votes=table(
        """
vote: simple|absolute|qualified|special <1> majority; majority; unanimity; unanimous|unanimously;
    consensus; quorum; half of; one|a third of; two|three thirds|fourths|quarters|fifths
"""
    ),
    defines=table(
        """
means: means; mean; shall mean; includes; shall include; refers to; has|have the meaning|meanings
    ; denotes; shall be construed as; is defined as; is understood as
"""
    ),
    light=LIGHT,
    conjunctions=("and", "or"),
    negations=frozenset(
        ("not", "no", "nor", "neither", "never", "none", "without", "non", "cannot")
    ),
    measures=frozenset(
        (
            *("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"),
            *("percent", "percentage", "per", "euro", "eur", "euros", "dollars", "pounds", "usd"),
            *("third", "thirds", "fourths", "quarters", "half", "minutes", "times", "tonnes"),
            *("miles", "kilometres", "metres", "decade", "decades", "working", "calendar"),
            *("members", "million", "thousand", "hundred", "votes", "states"),
        )
    ),
    months=frozenset(
        (
            *("january", "february", "march", "april", "may", "june", "july", "august"),
            *("september", "october", "november", "december"),
        )
    ),
    instruments=frozenset(
        (
            *("act", "acts", "regulation", "regulations", "directive", "directives", "decision"),
            *("resolution", "convention", "protocol", "agreement", "treaty", "charter", "order"),
            *("no", "no.", "nos", "statute", "covenant", "ec", "eu", "eec", "law", "declaration"),
        )
    ),
    divisions=frozenset(
        (
            *("article", "articles", "art", "section", "sections", "paragraph", "paragraphs"),
            *("subparagraph", "subparagraphs", "subsection", "subsections", "point", "points"),
            *("chapter", "chapters", "annex", "annexes", "part", "parts", "schedule", "clause"),
            *("clauses", "title", "rule", "rules", "recital", "recitals", "appendix", "item"),
        )
    ),
    connectors=frozenset(("to", "and", "or", "of", "the", "this")),
    titles=frozenset(("on", "concerning", "laying", "establishing")),
    anyone=frozenset(("person", "individual", "subject")),
    towards=frozenset(("to", "by", "from", "with")),
    reserves=table(
        """
reserve: without prejudice to; without derogating from; without affecting; without limiting; saving
"""
    ),
    definitions=frozenset(("definition", "definitions", "interpretation", "terms")),
    narrowing=frozenset(("which", "that", "who", "whose", "for", "of", "in", "by", "to", "from")),
    openers=frozenset(
        (
            *("if", "where", "when", "unless", "provided", "whenever", "wherever", "pending"),
            *("until", "except", "taking", "having", "subject"),
        )
    ),
)
