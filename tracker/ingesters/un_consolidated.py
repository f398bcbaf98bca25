"""UN consolidated negotiating documents: a treaty's articles with what the delegations wrote on it.

In: a reading. Out: a draft as of `un_treaty`, under the name of this convention. Every convention
marks brackets, alternatives, proponents and agreed texts; this one is recognised by them, and asks
less of what the text says: it needs no Parties, only titled articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.ingesters import un_treaty
from tracker.ingesters.base import About
from tracker.ingesters.marks.options import OPTION
from tracker.ingesters.marks.places import AFTER
from tracker.ingesters.marks.proponents import Proponents
from tracker.ingesters.marks.status import SAID, kind_of
from tracker.ingesters.walk import articles
from tracker.model import Draft
from tracker.read import Reading

GRAMMAR = replace(un_treaty.GRAMMAR, name="un-consolidated")

FEWEST = 3
"""Marks that make a negotiating document; and not fewer than its articles."""

KINDS = 2
"""Kinds of mark; a text with nothing but brackets, or but "agreed", is an ordinary draft."""

_TITLE_WORDS = 12

_BRACKETED = re.compile(r"\[(?=[^\[\]\d]{2})")


class UnConsolidated:
    """The convention of consolidated negotiating documents."""

    name = "un-consolidated"

    def score(self, reading: Reading) -> float:
        """Titled articles, and marks of several kinds on them; above the score of a plain treaty
        where both recognise it."""
        if reading.raw:
            return 0.0
        titled = sum(
            1
            for line in reading.lines
            if len(line.text.split()) <= _TITLE_WORDS and GRAMMAR.article.match(line.text)
        )
        kinds = list(_kinds(reading))
        if not titled or len(kinds) < max(FEWEST, titled) or len(set(kinds)) < KINDS:
            return 0.0
        plain = un_treaty.UnTreaty().score(reading)
        return min(0.95, max(plain + 0.2, 0.2 + 0.3 * min(1.0, titled / 3)))

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds."""
        return articles.ingest(reading, about, GRAMMAR)


def _kinds(reading: Reading) -> Iterator[str]:
    """The kind of each mark in the lines of a reading, as far as one line shows it."""
    names = Proponents(line.text for line in reading.lines)
    for line in reading.lines:
        said = 0
        for match in SAID.finditer(line.text):
            said += 1
            yield kind_of(match.group())
        if OPTION.match(line.text):
            yield "alternative"
        for match in AFTER.finditer(line.text):
            if names.read(match["names"]):
                yield "proponent"
        for _ in range(len(_BRACKETED.findall(line.text)) - said):
            yield "bracket"
        for run in line.runs:
            if run.struck:
                yield "struck"
