"""English: the words of references in treaties, acts of the European Union and bills.

Each list is explained by `Lexicon`. "Item" and "indent" are left out: they are words of ordinary
speech far more often.
"""

from __future__ import annotations

from tracker.references.lexicon import Lexicon, counted, forms, merged, words

LEXICON = Lexicon(
    units=merged(
        forms("article art | articles arts", "article"),
        forms("paragraph para | paragraphs paras", "paragraph"),
        forms(
            "subparagraph sub-paragraph subpara | subparagraphs sub-paragraphs subparas",
            "subparagraph",
        ),
        forms("point | points", "point"),
        forms("section sec | sections secs", "section"),
        forms("subsection sub-section subsec | subsections sub-sections subsecs", "subsection"),
        forms("chapter chap | chapters", "chapter"),
        forms("part | parts", "part"),
        forms("title | titles", "title"),
        forms("division | divisions", "division"),
        forms("subchapter | subchapters", "subchapter"),
        forms("subtitle | subtitles", "subtitle"),
        forms("subpart | subparts", "subpart"),
        forms("annex schedule appendix | annexes schedules appendices", "annex"),
        forms("clause | clauses", "clause"),
        forms("subclause sub-clause | subclauses sub-clauses", "subclause"),
        forms("recital | recitals", "recital"),
    ),
    bare=words("annex schedule appendix"),
    selves=words(
        "article paragraph subparagraph sub-paragraph section subsection sub-section chapter part "
        "title annex schedule appendix division subchapter subtitle subpart"
    ),
    these=words("this present"),
    those=words("that said same those such"),
    articles=words("the"),
    of=words("of"),
    attached=words("to"),
    joins=words("and or"),
    to=words("to through"),
    beside={
        "preceding": -1,
        "previous": -1,
        "foregoing": -1,
        "following": 1,
        "next": 1,
    },
    after_noun=False,
    ordinals=counted("first second third fourth fifth sixth seventh eighth ninth tenth"),
    instruments=words(
        "convention conventions treaty treaties agreement agreements protocol protocols charter "
        "covenant covenants regulation regulations directive directives decision decisions act "
        "acts code codes law laws statute statutes constitution bill order declaration resolution "
        "recommendation recommendations rules accord accords pact compact ordinance proclamation "
        "tfeu teu echr u.s.c usc"
    ),
    small=words("of on the for and to in concerning relating against between with by or as no"),
    fused=frozenset(),
    thereof=words("thereof thereto therein"),
    provisions=words("provisions articles"),
    by=words("by"),
    possessives=words("its their his her"),
    # What is said of a text that is changed; the act itself may be "amended in accordance with
    # article 5" without changing anything.
    amending=(
        "amended—",
        "amended:",
        "amended –",
        "amended as follows",
        "amended to read",
        "amended in section",
        "amended in subsection",
        "amended in paragraph",
        "amended by substituting",
        "amended by inserting",
        "amended by striking",
        "amended by deleting",
        "amended by adding",
        "amended by the substitution",
        "amended by the insertion",
        "amended by the deletion",
        "by substituting",
        "by inserting",
        "by striking",
        "by deleting",
        "by adding at the end",
        "by the substitution of",
        "by the insertion of",
        "by the deletion of",
        "substituted by the following",
        "is substituted for",
        "are substituted for",
        "is inserted after",
        "is repealed",
        "are repealed",
        "the following is inserted",
    ),
)
