"""Findings in words: what changed, of which kind, how sure it is, by which words.

In: findings of the database. Out: `Said`, one finding as a page shows it; findings by link and by
kind. The sentences are those that are stored; of an uncertain one the reason stands apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import request

from tracker.store.records import DraftRow, FindingRow
from web import shelf
from web.terms.plain import FINDINGS
from web.translation import _

LONG = 40
"""Of evidence with more words than this only the beginning is shown; the change shows all."""

_WHOLE = ("new", "gone", "recital")
_UNCERTAIN = re.compile(r"(.*) Uncertain, because (.*)\.", re.DOTALL)
_QUOTED = re.compile(r"(.*): “[^“”]*”\.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one of the two drafts: `draft` says which, `eid` of which provision."""

    draft: DraftRow
    eid: str
    text: str
    field: str
    removed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as a page shows it. `own`: here is the place in the page that links lead to."""

    row: FindingRow
    own: bool = True

    @property
    def label(self) -> str:
        """Its kind in plain words."""
        return _words_of(self.row.kind)[0]

    @property
    def meaning(self) -> str:
        """What its kind means."""
        return _words_of(self.row.kind)[1]

    @property
    def sentence(self) -> str:
        """What changed; without "possibly" and the reason, which stand beside it."""
        said = self.row.sentence.removeprefix("Possibly: ")
        told = _UNCERTAIN.fullmatch(said)
        return told[1] if told and told[2] == self.row.why else said

    @property
    def gist(self) -> str:
        """The first thing that the sentence says, with a mark where it goes on."""
        return first_clause(self.sentence)

    @property
    def bare(self) -> str:
        """What changed, without the words of something new or gone, which stand beside it."""
        found = _QUOTED.fullmatch(self.sentence) if self.row.kind in _WHOLE else None
        return f"{found[1]}." if found else self.sentence

    @property
    def also(self) -> tuple[str, ...]:
        """The labels of its further kinds."""
        return tuple(_words_of(kind)[0] for kind in self.row.also)

    def evidence(self, old: DraftRow, new: DraftRow) -> list[Evidence]:
        """The words that show it; a long text by its beginning."""
        drafts = {"old": old, "new": new}
        return [
            Evidence(
                drafts[one.side],
                one.provision_id.rpartition("#")[2],
                beginning(one.text),
                one.field,
                one.side == "old",
            )
            for one in self.row.words
        ]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one kind, in the order of telling."""

    kind: str
    label: str
    meaning: str
    found: tuple[Said, ...]


def beginning(text: str, most: int = LONG) -> str:
    """The first words of a text, with a mark where more follow.

    >>> beginning("a  lamp"), beginning("word " * 50)[-8:]
    ('a lamp', 'd word …')
    """
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} …"


def first_clause(text: str) -> str:
    """A sentence up to its first semicolon outside quotation marks, with a mark where more follows.

    >>> first_clause("It gains “a; b”; it loses “c”."), first_clause("It is gone.")
    ('It gains “a; b” …', 'It is gone.')
    """
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "“") - (sign == "”")
        if sign == ";" and depth <= 0:
            return f"{text[:place]} …"
    return text


def by_link(rows: Iterable[FindingRow], *, named: bool = True) -> dict[str, tuple[Said, ...]]:
    """By link the findings that are told of it; `named`: with a place in the page to link to."""
    found: dict[str, list[Said]] = {}
    for row in rows:
        for place in row.places:
            found.setdefault(place, []).append(Said(row, own=named and place == row.link_id))
    return {link: tuple(some) for link, some in found.items()}


def groups(rows: Sequence[FindingRow]) -> list[Group]:
    """The findings by kind, the most telling kind first."""
    kinds = [*FINDINGS, *sorted({row.kind for row in rows} - FINDINGS.keys())]
    found = [
        Group(kind, *_words_of(kind), tuple(Said(row) for row in rows if row.kind == kind))
        for kind in kinds
    ]
    return [group for group in found if group.found]


def counted(rows: Iterable[FindingRow]) -> Mapping[str, int]:
    """How many findings are of each kind, or are of it too; the most telling kind first."""
    told = list(rows)
    found = {kind: sum(kind in row.kinds for row in told) for kind in FINDINGS}
    return {kind: count for kind, count in found.items() if count}


def kind_asked() -> str:
    """`?kind=`, `""` without it."""
    asked = request.args.get("kind", "")
    if asked and asked not in FINDINGS:
        shelf.refused(
            _(
                "“%(name)s” in the address can only be one of: %(known)s.",
                name="kind",
                known=", ".join(FINDINGS),
            )
        )
    return asked


def _words_of(kind: str) -> tuple[str, str]:
    label, meaning = FINDINGS.get(kind, (kind.capitalize(), ""))
    return str(label), str(meaning)
