"""What every export says of itself first: which drafts, from which files, and what they are not.

In: drafts and a negotiation. Out: sentences in plain English. A text that is not the official one
says so in every file that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.model import NOT_OFFICIAL, Standing
from tracker.store.records import DraftRow, NegotiationRow
from tracker.store.records.exports import Compared

STANDINGS: dict[Standing, tuple[str, str]] = {
    "official": ("is the text as it was issued", "are the texts as they were issued"),
    "paraphrase": (
        "is a paraphrase written for this project: never quote it as the draft",
        "are paraphrases written for this project: never quote them as the drafts",
    ),
    "reconstruction": (
        "was pieced together from other documents",
        "were pieced together from other documents",
    ),
    "unstated": (
        "was read from a file of which nobody said whether it is the official text",
        "were read from files of which nobody said whether they are the official texts",
    ),
}
"""What is said of one draft, and of two."""

MADE_BY = "Negotiation tracker"
READING_AID = (
    "This file is a reading aid made by a program. Before you quote, check the official document."
)

_LONGEST_NAME = 60


def counted(number: int, one: str, many: str) -> str:
    """How many there are, in digits, with the word for them.

    >>> counted(1, "place", "places"), counted(1200, "place", "places")
    ('1 place', '1,200 places')
    """
    return f"{number:,} {one if number == 1 else many}"


def name_of(draft: DraftRow) -> str:
    """What a draft is called in a line, with its symbol."""
    if 0 < len(draft.name) <= _LONGEST_NAME and draft.name != draft.symbol:
        return f"{draft.name} ({draft.symbol})"
    return draft.symbol


def about(draft: DraftRow) -> str:
    """A draft in one line: name, symbol, date, and where the official document is."""
    where = f"; official document: {draft.official_address}" if draft.official_address else ""
    return f"{name_of(draft)}, {draft.date_printed or draft.date}{where}"


def spoken_of(
    drafts: Iterable[DraftRow], both: Sequence[DraftRow], sentences: Iterable[str]
) -> list[DraftRow]:
    """Two drafts, and the others whose symbol a sentence names, in the order of `drafts`."""
    of_symbol = {one.symbol: one for one in drafts}
    # Of symbols that begin alike, the longest is meant.
    either = "|".join(re.escape(one) for one in sorted(of_symbol, key=len, reverse=True))
    symbols = re.compile(rf"(?<![\w/])(?:{either})(?!\w|[./-]\w)")
    named = {symbol for one in sentences for symbol in symbols.findall(one)}
    return [one for one in of_symbol.values() if one in both or one.symbol in named]


def with_findings(compared: Compared) -> list[str]:
    """`warnings` of a file that tells the findings, which may quote other drafts."""
    both = (compared.page.old, compared.page.new)
    told = (one.sentence for one in compared.findings)
    others = [one for one in spoken_of(compared.drafts, both, told) if one not in both]
    return warnings(compared.negotiation, both, others)


def warnings(
    negotiation: NegotiationRow, drafts: Sequence[DraftRow], others: Sequence[DraftRow] = ()
) -> list[str]:
    """What a reader must not overlook; nothing if all texts are official and whole. `others` are
    drafts that are only spoken of."""
    found = []
    every = (*drafts, *others)
    for standing in dict.fromkeys(one.standing for one in every if one.standing != "official"):
        names = [name_of(one) for one in every if one.standing == standing]
        loud = "NOT THE OFFICIAL TEXT. " if standing in NOT_OFFICIAL else ""
        listed = ", ".join(names[:-1]) + f" and {names[-1]}" if names[1:] else names[0]
        found.append(f"{loud}{listed} {STANDINGS[standing][len(names) > 1]}.")
    if negotiation.notice and any(one.standing in NOT_OFFICIAL for one in every):
        found.append(negotiation.notice)
    for one in drafts:
        if one.partial:
            found.append(
                f"{name_of(one)} covers only part of the text under negotiation: what it lacks is "
                "not thereby deleted, and what the other has may not be new."
            )
    return found


def files(compared: Compared) -> list[str]:
    """The files that both texts were read from, with their hashes."""
    both = ((compared.page.old, compared.old_sources), (compared.page.new, compared.new_sources))
    return [
        f"{draft.symbol}: {one.file_name}, SHA-256 {one.sha256}"
        for draft, sources in both
        for one in sources
        if one.current
    ]
