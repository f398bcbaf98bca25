"""What the legal functions of provisions are called, in plain English.

In: the short names that the database uses. Out: the words that a reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass

from web.translation import _, later


@dataclass(frozen=True, slots=True)
class Job:
    """The legal function of a provision: `noun` completes "it was …", `short` fits a table cell,
    `meaning` is a sentence for people who are not lawyers."""

    noun: str
    short: str
    meaning: str


FUNCTIONS: dict[str, Job] = {
    "recital": Job(
        later("a reason in the preamble"),
        later("reason"),
        later(
            "Gives a reason or an aim before the rules begin. Binds nobody, but guides how the "
            "rules are read."
        ),
    ),
    "purpose": Job(
        later("a statement of purpose"), later("purpose"), later("Says what the text is for.")
    ),
    "definition": Job(
        later("a definition"),
        later("definition"),
        later(
            "Fixes what a word means wherever the text uses it: a small change here reaches far."
        ),
    ),
    "scope": Job(
        later("a rule on scope"),
        later("scope"),
        later("Says what the rules apply to, and what not."),
    ),
    "safeguard": Job(
        later("a safeguard"),
        later("safeguard"),
        later("Protects rights, or limits what authorities may do."),
    ),
    "offence": Job(
        later("an offence of its own"),
        later("offence"),
        later("Makes a certain conduct a crime, or obliges States to do so in their law."),
    ),
    "aggravating circumstance": Job(
        later("an aggravating circumstance"),
        later("aggravating"),
        later("Not a crime by itself: lets the punishment for another crime be heavier."),
    ),
    "mitigating circumstance": Job(
        later("a mitigating circumstance"),
        later("mitigating"),
        later("Not a crime by itself: lets the punishment for another crime be lighter."),
    ),
    "participation": Job(
        later("a rule on helpers and attempts"),
        later("helpers"),
        later("Extends crimes to people who help, and to attempts."),
    ),
    "liability of legal persons": Job(
        later("a rule on the liability of companies"),
        later("companies"),
        later("Makes companies and other bodies answer for crimes."),
    ),
    "sanction": Job(
        later("a rule on sanctions"),
        later("sanctions"),
        later("Says how crimes or breaches of the rules are prosecuted and punished."),
    ),
    "jurisdiction": Job(
        later("a rule on jurisdiction"),
        later("jurisdiction"),
        later("Says which court, authority or State deals with a case."),
    ),
    "procedural power": Job(
        later("a power of the authorities"),
        later("power"),
        later("Lets authorities act: search, order, collect or intercept, for example."),
    ),
    "cooperation": Job(
        later("a rule on cooperation"),
        later("cooperation"),
        later("Has States or authorities help each other, in investigations for example."),
    ),
    "ground for refusal": Job(
        later("a ground for refusal"),
        later("refusal"),
        later("Says when a State or an authority may refuse to help another."),
    ),
    "prevention": Job(
        later("a rule on prevention"),
        later("prevention"),
        later("About measures before a crime or other harm happens."),
    ),
    "assistance": Job(
        later("a rule on technical assistance"),
        later("assistance"),
        later("About training and technical help."),
    ),
    "institution": Job(
        later("a rule on institutions"),
        later("body"),
        later("Sets up a body, or says how it works."),
    ),
    "final clause": Job(
        later("a final clause"),
        later("final"),
        later("About signature, entry into force, amendment, repeal or the end of a text."),
    ),
    "other": Job(later("in the text"), "", later("Has none of the jobs that our rules know.")),
    "unclear": Job(
        later("in the text"), "", later("Our rules could not tell, or do not know the language.")
    ),
}
"""By the short names of the database."""

UNTOLD = ("", "other", "unclear")
"""Functions that say nothing a reader could use."""


def job(function: str) -> Job:
    """The words for a legal function, also for one that is not in the table."""
    return FUNCTIONS.get(function) or Job(_("of the kind “%(kind)s”", kind=function), function, "")
