"""The vocabulary of the pages, in plain English.

In: the short names that the database uses (legal functions, relations, marks, standings, how sure
a fact is). Out: the words that a reader sees. The glossary of the method page is made of these
tables, so that no page uses a word that is not explained there.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import NOT_OFFICIAL as NOT_OFFICIAL
from tracker.model import MarkKind, Relation, Standing


@dataclass(frozen=True, slots=True)
class Job:
    """The legal function of a provision: `noun` completes "it was …", `short` fits a table cell,
    `meaning` is a sentence for people who are not lawyers."""

    noun: str
    short: str
    meaning: str


FUNCTIONS: dict[str, Job] = {
    "recital": Job(
        "a reason in the preamble",
        "reason",
        "Gives a reason or an aim before the rules begin. Binds nobody, but guides how the rules "
        "are read.",
    ),
    "purpose": Job("a statement of purpose", "purpose", "Says what the text is for."),
    "definition": Job(
        "a definition",
        "definition",
        "Fixes what a word means wherever the text uses it: a small change here reaches far.",
    ),
    "scope": Job("a rule on scope", "scope", "Says what the rules apply to, and what not."),
    "safeguard": Job(
        "a safeguard", "safeguard", "Protects rights, or limits what authorities may do."
    ),
    "offence": Job(
        "an offence of its own",
        "offence",
        "Obliges States to make a certain conduct a crime in their law.",
    ),
    "aggravating circumstance": Job(
        "an aggravating circumstance",
        "aggravating",
        "Not a crime by itself: lets the punishment for another crime be heavier.",
    ),
    "mitigating circumstance": Job(
        "a mitigating circumstance",
        "mitigating",
        "Not a crime by itself: lets the punishment for another crime be lighter.",
    ),
    "participation": Job(
        "a rule on helpers and attempts",
        "helpers",
        "Extends crimes to people who help, and to attempts.",
    ),
    "liability of legal persons": Job(
        "a rule on the liability of companies",
        "companies",
        "Makes companies and other bodies answer for crimes.",
    ),
    "sanction": Job(
        "a rule on sanctions", "sanctions", "Says how crimes are prosecuted and punished."
    ),
    "jurisdiction": Job(
        "a rule on jurisdiction", "jurisdiction", "Says which State may prosecute a crime."
    ),
    "procedural power": Job(
        "a power of the authorities",
        "power",
        "Lets police and courts search, order, collect or intercept.",
    ),
    "cooperation": Job(
        "a rule on cooperation", "cooperation", "Makes States help each other's investigations."
    ),
    "ground for refusal": Job(
        "a ground for refusal",
        "refusal",
        "Says when a State may refuse to help another.",
    ),
    "prevention": Job(
        "a rule on prevention", "prevention", "About measures before a crime happens."
    ),
    "assistance": Job(
        "a rule on technical assistance", "assistance", "About training and technical help."
    ),
    "institution": Job("a rule on institutions", "body", "Sets up a body, or says how it works."),
    "final clause": Job(
        "a final clause",
        "final",
        "About signature, entry into force, amendment or the end of the text.",
    ),
    "other": Job("in the text", "", "Has none of the jobs that our rules know."),
    "unclear": Job("in the text", "", "Our rules could not tell, or do not know the language."),
}

UNTOLD = ("", "other", "unclear")
"""Functions that say nothing a reader could use."""

FINDINGS: dict[str, tuple[str, str]] = {
    "function": (
        "Another legal job",
        "The provision does something else now: an offence became an aggravating circumstance.",
    ),
    "force": (
        "Duties, options, bans",
        "Whether something has to be done, may be done, should be done or must not be done.",
    ),
    "safeguard": (
        "Protections",
        "Words that protect people came or went: human rights, proportionality, a judge, privacy.",
    ),
    "qualifier": (
        "Conditions",
        "Words that limit a rule came or went: “intentionally”, “where appropriate”.",
    ),
    "penalty": ("Penalties", "What is punished, and how."),
    "threshold": ("Numbers and dates", "Periods, ages, sums, majorities."),
    "gone": ("Gone", "The provision is in the older draft only."),
    "new": ("New", "The provision is in the newer draft only."),
    "reference": (
        "References",
        "The text points at another provision than before, or at one that is not there.",
    ),
    "scope": ("What is covered", "The rule covers more or less than before."),
    "actor": ("Who acts", "Somebody else has to do it, or is spoken of."),
    "definition": ("Meanings of terms", "What a word means wherever the text uses it."),
    "other": ("Other words", "Words changed; the rules cannot tell what that means."),
    "recital": ("Reasons", "Words changed among the reasons, which bind nobody."),
    "moved": ("Moved, split, merged", "The provision stands elsewhere, or in several places."),
    "heading": ("Headings", "Only a title or heading changed."),
    "editorial": ("Wording alone", "Nothing but wording, punctuation or a number changed."),
}
"""Kinds of findings, the most telling first: the label, and what it means."""

DECIDED: dict[str, str] = {
    "accept": "Confirmed by a person",
    "reject": "Rejected by a person",
    "add": "Added by a person",
}
"""Decisions of people on links."""

RELATIONS: dict[Relation, tuple[str, str]] = {
    "same": ("The same", "Stands where it stood, under the same number."),
    "renumbered": (
        "Renumbered",
        "The same provision under another number, because others came or went before it.",
    ),
    "moved": ("Moved", "The same provision in another place of the text."),
    "split": ("Split", "Its words went on in two or more provisions."),
    "merged": ("Merged", "Two or more provisions were put together in one."),
    "demoted": (
        "Made part of another",
        "Was an article of its own and is now only a part of another article.",
    ),
    "promoted": (
        "Made an article",
        "Was only a part of an article and is now an article of its own.",
    ),
    "inserted": ("New", "Nothing in the older draft became this."),
    "deleted": ("No longer there", "Nothing in the newer draft came from this."),
}

MARKS: dict[MarkKind, tuple[str, str]] = {
    "bracket": (
        "in brackets",
        "Square brackets: words that were proposed and that not everybody had accepted.",
    ),
    "alternative": (
        "alternative",
        "One of several wordings on the table, of which at most one would stay.",
    ),
    "agreed": (
        "agreed, for the time being",
        "“Agreed ad referendum”: negotiators accepted the words, subject to approval by their "
        "capitals.",
    ),
    "proponent": ("proposed by", "Who asked for these words."),
    "struck": ("struck out in the draft", "The draft itself shows these words as taken out."),
    "added": ("added in the draft", "The draft itself shows these words as put in."),
    "bold": (
        "set off in the draft",
        "Bold or italic letters that stand out from the text around them; what they mean, the "
        "draft itself must say.",
    ),
    "note": ("note of the drafters", "A remark to the reader of the draft, not part of the rule."),
    "recovered": (
        "letters recovered",
        "The file's font says the wrong letters here. We worked out the right ones; check them "
        "against the document before you quote.",
    ),
    "ocr": (
        "read from a picture",
        "A program read these words from a picture of the page and may have misread letters.",
    ),
}
"""In the order in which a legend shows them."""

WANTED: dict[str, tuple[str, str]] = {
    "delete": ("wants it deleted", "want it deleted"),
    "retain": ("wants it kept", "want it kept"),
    "reserve": ("reserves its position", "reserve their positions"),
    "oppose": ("opposes it", "oppose it"),
    "bracket": ("wants it in brackets", "want it in brackets"),
}
"""What a proponent wants done with words, of one and of several."""

SURE: dict[str, tuple[str, str]] = {
    "A": ("Confirmed", "Read in the text itself or on an official page."),
    "B": ("Second-hand", "From a secondary source."),
    "S": ("An advocacy group says", "Stated by an advocacy document; it has an interest."),
    "C": ("Unverified", "Recalled, not checked. Do not quote it without checking."),
}

STANDINGS: dict[Standing, tuple[str, str, str]] = {
    "official": (
        "Official text",
        "Official text",
        "The text as it was issued.",
    ),
    "paraphrase": (
        "Paraphrase",
        "Paraphrase written for this project, not the official text",
        "Says in other words what the draft is known to hold. Never quote it as the draft.",
    ),
    "reconstruction": (
        "Reconstruction",
        "Pieced together from other documents, not the official text",
        "The draft as issued was not at hand; it was put together from documents that quote it.",
    ),
    "unstated": (
        "Source not stated",
        "Nobody said whether this is the official text",
        "The text of the file that was taken in. Hold it against the official document.",
    ),
}

KINDS: dict[str, str] = {
    "hcontainer": "part",
    "wrapUp": "closing words",
    "longTitle": "title",
    "preface": "opening page",
    "formula": "opening formula",
    "citation": "reference",
    "intro": "opening words",
    "subparagraph": "subparagraph",
    "attachment": "annex",
    "conclusions": "closing words",
    "blockContainer": "block",
    "crossHeading": "heading",
    "p": "paragraph",
}
"""Akoma Ntoso's names of provisions where they are not plain English already."""


def job(function: str) -> Job:
    """The words for a legal function, also for one that is not in the table."""
    return FUNCTIONS.get(function) or Job(f"of the kind “{function}”", function, "")


def kind_word(kind: str) -> str:
    """The word for a kind of provision.

    >>> kind_word("article"), kind_word("wrapUp")
    ('article', 'closing words')
    """
    return KINDS.get(kind, kind)
