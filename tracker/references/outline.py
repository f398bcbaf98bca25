"""A draft by the numbers of its provisions.

In: a draft. Out: `Outline`, which finds what stands under a number: anywhere in the draft, inside a
provision, or around one. Built in one pass; every look-up is a dictionary's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from tracker.model import Draft, Provision
from tracker.references.lex import number_of, tokens
from tracker.references.lexicon import KINDS, Lexicon

_CITED = re.compile(r"(?:may|shall) be cited as (?:the )?[“\"‘]?([A-Z][^\n“”\"’.;]{3,160})")
_OWN_SHARE = 0.2
"""The share of the commonest "this Convention" that another noun must have to be a name of the
draft too."""


class Outline:
    """The provisions of a draft by eId, number, place and holder. `nouns` are what the draft calls
    itself: "this Convention"."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self.draft = draft
        self.of: dict[str, Provision] = {p.eid: p for p in draft.provisions}
        self.numbers = {p.eid: number_of(p.num) if p.num else "" for p in draft.provisions}
        self.inner: dict[str | None, list[str]] = defaultdict(list)
        self._rows: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        self._seat: dict[str, int] = {}
        self._numbered: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._inside: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        self._further: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        self.place = {p.eid: n for n, p in enumerate(draft.provisions)}
        for provision in draft.provisions:
            self._enter(provision)
        self._labels: dict[str, frozenset[str]] = {}
        self.titles = _own_titles(draft)
        self.nouns = _own_nouns(draft, lexicon)

    def _enter(self, provision: Provision) -> None:
        eid, number = provision.eid, self.numbers[provision.eid].casefold()
        self.inner[provision.parent].append(eid)
        row = self._rows[self._row(provision), provision.kind]
        self._seat[eid] = len(row)
        row.append(eid)
        self._numbered[provision.kind, number].append(eid)
        self._numbered[provision.kind, "*"].append(eid)
        self._inside[provision.parent, number].append(eid)
        holder = self.of.get(provision.parent or "")
        if holder is not None:
            self._further[holder.parent, number].append(eid)

    def _row(self, provision: Provision) -> str | None:
        """What the neighbours of a provision have in common: articles are counted through."""
        return None if provision.kind == "article" else provision.parent

    def has(self, unit: str) -> bool:
        """Whether the draft has provisions of this name."""
        return any((kind, "*") in self._numbered for kind in KINDS[unit])

    def anywhere(self, unit: str, number: str) -> list[str]:
        """What is called `unit` `number`, in the order of the draft; `""` for all of this name."""
        key = number.casefold() or "*"
        found = [e for kind in sorted(KINDS[unit]) for e in self._numbered.get((kind, key), ())]
        exact = [eid for eid in found if self.numbers[eid] == number]
        return sorted(exact or found, key=self.place.__getitem__)

    def within(self, holder: str | None, number: str, unit: str = "") -> str | None:
        """What has this number inside `holder`, or inside its parts without a number; with `unit`
        only what is called so."""
        for one in (holder, *self._unnumbered(holder)):
            same = self._inside.get((one, number.casefold()), ())
            same = [e for e in same if self.numbers[e] == number] or same
            for eid in same:
                if not unit or self.of[eid].kind in KINDS[unit]:
                    return eid
        return None

    def further_in(self, holder: str, number: str, unit: str) -> str | None:
        """The only provision of this name two levels inside `holder`: point (b) of an article whose
        paragraph 1 alone has points."""
        found = [
            eid
            for eid in self._further.get((holder, number.casefold()), ())[:_LOOKED_THROUGH]
            if self.numbers[eid] == number and self.of[eid].kind in KINDS[unit]
        ]
        return found[0] if len(found) == 1 else None

    def _unnumbered(self, holder: str | None) -> list[str]:
        """The first few parts of a provision that have no number, and so are looked through."""
        parts = self._inside.get((holder, ""), ()) if holder is not None else ()
        return [e for e in parts[:_LOOKED_THROUGH] if self.of[e].kind != "attachment"]

    def divided(self, holder: str, number: str) -> bool:
        """Whether `holder` has inner provisions that count as `number` does, so that one that is
        missing among them is not there."""
        for one in (holder, *self._unnumbered(holder)):
            for eid in self.inner.get(one, ())[:_LOOKED_THROUGH]:
                inner = self.numbers[eid]
                if inner and inner.isdigit() == number.isdigit():
                    return True
        return False

    def printed(self, eid: str, number: str) -> bool:
        """Whether a label with this number begins a block inside a provision's text."""
        if eid not in self._labels:
            self._labels[eid] = _labels(self.of[eid].text)
        return number in self._labels[eid]

    def around(self, eid: str) -> Iterator[str]:
        """A provision and what holds it, innermost first."""
        at: str | None = eid
        while at is not None and at in self.of:
            yield at
            at = self.of[at].parent

    def holder(self, eid: str, unit: str) -> str | None:
        """The innermost of a provision and what holds it that is called `unit`."""
        return next((e for e in self.around(eid) if self.of[e].kind in KINDS[unit]), None)

    def beside(self, eid: str, direction: int) -> str | None:
        """The neighbour of a provision among those of its kind, None at the end of the row."""
        provision = self.of[eid]
        row = self._rows[self._row(provision), provision.kind]
        at = self._seat[eid] + direction
        return row[at] if 0 <= at < len(row) else None

    def name(self, eid: str) -> str:
        """A provision in words, with its article or section and the heading of whichever has one:
        "Article 6, paragraph 2, point (a) (Lawfulness of processing)"."""
        numbers: list[str] = []
        heading = ""
        for one in self.around(eid):
            provision = self.of[one]
            numbers.append(_called(provision, itself=one == eid))
            heading = heading or provision.heading.strip()
            if provision.kind in _NAMED_ALONE:
                break
        said = ", ".join(number for number in reversed(numbers) if number)
        return f"{said} ({heading})" if heading else said


_NAMED_ALONE = frozenset(
    {"article", "section", "chapter", "part", "title", "attachment", "recital"}
)


def _called(provision: Provision, *, itself: bool) -> str:
    """One provision by its number: as printed where that says what it is, else with its kind."""
    number = provision.num.strip().rstrip(".")
    if not number:
        return f"{provision.kind} without a number" if itself else ""
    spoken = number[:3].isalpha() and not number.isupper()
    return number if spoken or " " in number else f"{provision.kind} {number}"


_LOOKED_THROUGH = 300
"""Inner provisions that are looked at one by one."""


def _own_titles(draft: Draft) -> frozenset[str]:
    """What the draft is called in full, in small letters: its title and how it is to be cited."""
    cited = [m[1] for p in draft.provisions for m in _CITED.finditer(p.text)]
    titles = [draft.title, draft.title.replace(" Bill ", " Act "), *cited]
    return frozenset(title.strip().casefold() for title in titles if len(title.split()) > 2)


def _own_nouns(draft: Draft, lexicon: Lexicon) -> frozenset[str]:
    """What the draft calls itself: the nouns that follow "this" most."""
    counts: Counter[str] = Counter()
    for provision in draft.provisions:
        listed = tokens(provision.text)
        for one, other in pairwise(listed):
            if one.form in lexicon.these and other.form in lexicon.instruments:
                counts[other.form] += 1
    most = max(counts.values(), default=0)
    return frozenset(noun for noun, count in counts.items() if count >= _OWN_SHARE * most)


def _labels(text: str) -> frozenset[str]:
    """The labels at the head of blocks: "(a) one; (b) two"."""
    found: set[str] = set()
    opens = True
    for token in tokens(text):
        if token.kind == "label" and (opens or token.breaks):
            found.add(number_of(token.text))
        else:
            opens = token.text in ":;—–"
    return frozenset(found)
