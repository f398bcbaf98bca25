"""The vocabulary of the pages, in plain English.

In: the short names that the database uses (relations, marks, standings, how sure a fact is; legal
functions are in `jobs`). Out: the words that a reader sees. The glossary of the method page is made
of these tables, so that no page uses a word that is not explained there.
"""

from __future__ import annotations

from tracker.model import NOT_OFFICIAL as NOT_OFFICIAL
from tracker.model import MarkKind, Relation, Standing
from web.terms.jobs import FUNCTIONS as FUNCTIONS
from web.terms.jobs import UNTOLD as UNTOLD
from web.terms.jobs import job as job
from web.translation import _, later

FINDINGS: dict[str, tuple[str, str]] = {
    "function": (
        later("Another legal job"),
        later(
            "The provision does something else now: an offence became an aggravating circumstance."
        ),
    ),
    "force": (
        later("Duties, options, bans"),
        later("Whether something has to be done, may be done, should be done or must not be done."),
    ),
    "safeguard": (
        later("Protections"),
        later(
            "Words that protect people came or went: human rights, proportionality, a judge, "
            "privacy."
        ),
    ),
    "qualifier": (
        later("Conditions"),
        later("Words that limit a rule came or went: “intentionally”, “where appropriate”."),
    ),
    "penalty": (later("Penalties"), later("What is punished, and how.")),
    "threshold": (later("Numbers and dates"), later("Periods, ages, sums, majorities.")),
    "gone": (later("Gone"), later("The provision is in the older draft only.")),
    "new": (later("New"), later("The provision is in the newer draft only.")),
    "reference": (
        later("References"),
        later("The text points at another provision than before, or at one that is not there."),
    ),
    "scope": (later("What is covered"), later("The rule covers more or less than before.")),
    "actor": (later("Who acts"), later("Somebody else has to do it, or is spoken of.")),
    "definition": (
        later("Meanings of terms"),
        later("What a word means wherever the text uses it."),
    ),
    "other": (later("Other words"), later("Words changed; the rules cannot tell what that means.")),
    "recital": (later("Reasons"), later("Words changed among the reasons, which bind nobody.")),
    "moved": (
        later("Moved, split, merged"),
        later("The provision stands elsewhere, or in several places."),
    ),
    "heading": (later("Headings"), later("Only a title or heading changed.")),
    "editorial": (
        later("Wording alone"),
        later("Nothing but wording, punctuation or a number changed."),
    ),
}
"""Kinds of findings, the most telling first: the label, and what it means."""

DECIDED: dict[str, str] = {
    "accept": later("Confirmed by a person"),
    "reject": later("Rejected by a person"),
    "add": later("Added by a person"),
}
"""Decisions of people on links."""

RELATIONS: dict[Relation, tuple[str, str]] = {
    "same": (later("The same"), later("Stands where it stood, under the same number.")),
    "renumbered": (
        later("Renumbered"),
        later("The same provision under another number, because others came or went before it."),
    ),
    "moved": (later("Moved"), later("The same provision in another place of the text.")),
    "split": (later("Split"), later("Its words went on in two or more provisions.")),
    "merged": (later("Merged"), later("Two or more provisions were put together in one.")),
    "demoted": (
        later("Made part of another"),
        later("Was an article of its own and is now only a part of another article."),
    ),
    "promoted": (
        later("Made an article"),
        later("Was only a part of an article and is now an article of its own."),
    ),
    "inserted": (later("New"), later("Nothing in the older draft became this.")),
    "deleted": (later("No longer there"), later("Nothing in the newer draft came from this.")),
}

MARKS: dict[MarkKind, tuple[str, str]] = {
    "bracket": (
        later("in brackets"),
        later("Square brackets: words that were proposed and that not everybody had accepted."),
    ),
    "alternative": (
        later("alternative"),
        later("One of several wordings on the table, of which at most one would stay."),
    ),
    "agreed": (
        later("agreed, for the time being"),
        later(
            "“Agreed ad referendum”: negotiators accepted the words, subject to approval by their "
            "capitals."
        ),
    ),
    "proponent": (later("proposed by"), later("Who asked for these words.")),
    "struck": (
        later("struck out in the draft"),
        later("The draft itself shows these words as taken out."),
    ),
    "added": (later("added in the draft"), later("The draft itself shows these words as put in.")),
    "bold": (
        later("set off in the draft"),
        later(
            "Bold or italic letters that stand out from the text around them; what they mean, the "
            "draft itself must say."
        ),
    ),
    "note": (
        later("note of the drafters"),
        later("A remark to the reader of the draft, not part of the rule."),
    ),
    "recovered": (
        later("letters recovered"),
        later(
            "The file's font says the wrong letters here. We worked out the right ones; check them "
            "against the document before you quote."
        ),
    ),
    "ocr": (
        later("read from a picture"),
        later(
            "A program read these words from a picture of the page and may have misread letters."
        ),
    ),
}
"""In the order in which a legend shows them."""

WANTED: dict[str, tuple[str, str]] = {
    "delete": (later("%(names)s wants it deleted"), later("%(names)s want it deleted")),
    "retain": (later("%(names)s wants it kept"), later("%(names)s want it kept")),
    "reserve": (
        later("%(names)s reserves its position"),
        later("%(names)s reserve their positions"),
    ),
    "oppose": (later("%(names)s opposes it"), later("%(names)s oppose it")),
    "bracket": (later("%(names)s wants it in brackets"), later("%(names)s want it in brackets")),
}
"""What proponents want done with words, of one and of several with their `names`."""

SURE: dict[str, tuple[str, str]] = {
    "A": (later("Confirmed"), later("Read in the text itself or on an official page.")),
    "B": (later("Second-hand"), later("From a secondary source.")),
    "S": (
        later("An advocacy group says"),
        later("Stated by an advocacy document; it has an interest."),
    ),
    "C": (later("Unverified"), later("Recalled, not checked. Do not quote it without checking.")),
}

STANDINGS: dict[Standing, tuple[str, str, str]] = {
    "official": (
        later("Official text"),
        later("Official text"),
        later("The text as it was issued."),
    ),
    "paraphrase": (
        later("Paraphrase"),
        later("Paraphrase written for this project, not the official text"),
        later("Says in other words what the draft is known to hold. Never quote it as the draft."),
    ),
    "reconstruction": (
        later("Reconstruction"),
        later("Pieced together from other documents, not the official text"),
        later(
            "The draft as issued was not at hand; it was put together from documents that quote it."
        ),
    ),
    "unstated": (
        later("Source not stated"),
        later("Nobody said whether this is the official text"),
        later("The text of the file that was taken in. Hold it against the official document."),
    ),
}

KINDS: dict[str, str] = {
    "alinea": later("alinea"),
    "annex": later("annex"),
    "appendix": later("appendix"),
    "article": later("article"),
    "attachment": later("annex"),
    "blockContainer": later("block"),
    "book": later("book"),
    "chapter": later("chapter"),
    "citation": later("reference"),
    "clause": later("clause"),
    "conclusions": later("closing words"),
    "container": later("container"),
    "crossHeading": later("heading"),
    "division": later("division"),
    "docTitle": later("title"),
    "formula": later("opening formula"),
    "hcontainer": later("part"),
    "indent": later("indent"),
    "intro": later("opening words"),
    "level": later("level"),
    "list": later("list"),
    "longTitle": later("title"),
    "p": later("paragraph"),
    "paragraph": later("paragraph"),
    "part": later("part"),
    "point": later("point"),
    "preamble": later("preamble"),
    "preface": later("opening page"),
    "proviso": later("proviso"),
    "quotedStructure": later("quoted provision"),
    "recital": later("recital"),
    "rule": later("rule"),
    "schedule": later("schedule"),
    "section": later("section"),
    "subchapter": later("subchapter"),
    "subclause": later("subclause"),
    "subdivision": later("subdivision"),
    "sublist": later("sublist"),
    "subparagraph": later("subparagraph"),
    "subpart": later("subpart"),
    "subrule": later("subrule"),
    "subsection": later("subsection"),
    "subtitle": later("subtitle"),
    "tblock": later("titled block"),
    "title": later("title"),
    "tome": later("tome"),
    "transitional": later("transitional"),
    "wrapUp": later("closing words"),
}
"""Akoma Ntoso's names of provisions as we say them."""


def kind_word(kind: str) -> str:
    """The word for a kind of provision, its name where we have none.

    >>> kind_word("article"), kind_word("wrapUp")
    ('article', 'closing words')
    """
    return str(KINDS.get(kind, kind))


def slug(name: str) -> str:
    """A short name of the database as classes and anchors have it.

    >>> slug("no such draft")
    'no-such-draft'
    """
    return name.replace(" ", "-")


def possibly(label: str) -> str:
    """The label of what became of a provision where it is a guess.

    >>> possibly("Moved")
    'Possibly: moved'
    """
    return _("Possibly: %(what)s", what=label[:1].lower() + label[1:])


def without_possibly(label: str) -> str:
    """A label without what `possibly` says before it, or after it in another language.

    >>> without_possibly("Possibly: moved"), without_possibly("Moved")
    ('moved', 'Moved')
    """
    before, after = _("Possibly: %(what)s", what="\0").split("\0")
    if not (label.startswith(before) and label.endswith(after)):
        return label
    return label.removeprefix(before).removesuffix(after)
