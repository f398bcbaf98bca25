"""What came of a claim and of its checks, in words.

In: the short names that the database uses. Out: the words that a reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass

from web.translation import later


@dataclass(frozen=True, slots=True)
class Verdict:
    """The words for a verdict: a `label`, a `heading` for several such claims, what it `means`."""

    label: str
    heading: str
    means: str


VERDICTS: dict[str, Verdict] = {
    "contradicted": Verdict(
        later("Contradicted"),
        later("The texts contradict it"),
        later("At least one thing that was checked is otherwise in the drafts."),
    ),
    "borne out": Verdict(
        later("Borne out"),
        later("The texts bear it out"),
        later("Everything in it that was checked is so in the drafts."),
    ),
    "in part": Verdict(
        later("Borne out in part"),
        later("The texts bear it out in part"),
        later(
            "Some of it is so in the drafts; the rest could not be told, or is for the reader to "
            "judge."
        ),
    ),
    "cannot be told": Verdict(
        later("Cannot be told here"),
        later("Cannot be told from the texts that are here"),
        later(
            "It could be checked, but not by the texts that are here: a draft is here only as a "
            "paraphrase, covers only part of the text, or is not divided as the check needs it. "
            "What the texts that are here show is told all the same, and settles nothing."
        ),
    ),
    "not settled": Verdict(
        later("A matter of opinion"),
        later("A matter of opinion, which no text settles"),
        later(
            "It judges or foresees something. The words of a draft neither bear that out nor "
            "contradict it."
        ),
    ),
    "no such provision": Verdict(
        later("No such provision"),
        later("About a provision that the draft, as it is here, does not have"),
        later("Either the claim names a wrong number, or the draft that is here is not all of it."),
    ),
    "no such draft": Verdict(
        later("The document is not here"),
        later("About a document that is not here"),
        later("Nothing can be looked up in it."),
    ),
    "": Verdict(
        later("Not looked at yet"),
        later("Not looked at yet"),
        later("The texts were not asked yet: run “tracker build”."),
    ),
}
"""By state, in the order in which they are told; `""` where nobody has looked."""

UNCHECKED = Verdict(
    later("Not checked"),
    later("Not checked"),
    later("Nobody has written down yet what in it the texts could settle."),
)
"""What is told of an opinion that nobody has called one."""

OUTCOMES: dict[str, str] = {
    "holds": later("Holds"),
    "fails": later("Does not hold"),
    "cannot be told": later("Cannot be told"),
}
"""What came of a check."""

OUTCOMES_HERE: dict[str, dict[str, str]] = {
    "holds": {
        "paraphrase": later("Holds in the paraphrase"),
        "reconstruction": later("Holds in the reconstruction"),
        "": later("Holds in the texts that are here"),
    },
    "fails": {
        "paraphrase": later("Does not hold in the paraphrase"),
        "reconstruction": later("Does not hold in the reconstruction"),
        "": later("Does not hold in the texts that are here"),
    },
    "cannot be told": {
        "paraphrase": later("Cannot be told in the paraphrase"),
        "reconstruction": later("Cannot be told in the reconstruction"),
        "": later("Cannot be told in the texts that are here"),
    },
}
"""What the texts at hand show, by what they are instead of official; `""` if not all are alike."""

SETTLES_NOTHING: dict[str, str] = {
    "paraphrase": later(
        "What rests on %(symbols)s is so in the paraphrase, not in the official text: about that "
        "it settles nothing."
    ),
    "reconstruction": later(
        "What rests on %(symbols)s is so in the reconstruction, not in the official text: about "
        "that it settles nothing."
    ),
}
"""By what is here of these drafts in place of the official text."""

PRESENCE: dict[str, str] = {
    "there": "%(number)s",
    "in another": later("part of %(number)s"),
    "possibly": later("possibly %(number)s"),
    "not there": later("not there"),
    "not covered": later("not covered by the document"),
}
"""Where the provision of a claim stands in a draft."""
