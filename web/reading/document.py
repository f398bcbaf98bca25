"""A draft laid out as a document: headings, indents, the turns of its pages, its footnotes.

In: the provisions of a draft, what was set apart of its file. Out: blocks in the order of reading,
each with what stands before it, and what the drafters' marks say of the articles as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.kinds import is_option
from tracker.model import Furniture, Mark
from tracker.store.records import ProvisionRow
from web.terms.names import Names, capital

NOTES = ("footnote", "comment")
"""Kinds of furniture that a reader of the text wants at hand."""

_TITLED = frozenset(
    {
        *("book", "tome", "part", "subpart", "title", "subtitle", "chapter", "subchapter"),
        *("division", "annex", "attachment", "schedule", "hcontainer", "crossHeading"),
        *("preamble", "conclusions"),
    }
)
_SIGN = re.compile(r"(?:\d{1,3}|[*†‡§]{1,4}|[a-z])[\s.)]")
"""With which a footnote begins; a line of one that begins otherwise goes on with it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page of the file ends: the number of the next one, and the notes of those before."""

    page: int
    notes: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A provision as it is laid out: with a heading of level `level`, or as a paragraph (0) that is
    `indent` steps inside its article. An option says its name once, above all of its words: their
    `marks` do not repeat it. `inside` says that it stands in an article. `leads` says that nothing
    but a number stands before the options, which go beside it. `open` says that an article has
    words in brackets or alternatives. `turn` is what stands before it where a page begins."""

    provision: ProvisionRow
    name: str
    level: int
    indent: int
    marks: tuple[Mark, ...]
    option: bool = False
    inside: bool = False
    leads: bool = False
    open: bool = False
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class States:
    """What the drafters' marks say of the articles: how many there are, how many have words in
    brackets or alternatives, and how many bear each status that is printed (“[agreed]”)."""

    articles: int
    open: int
    said: tuple[tuple[str, int], ...]


def blocks(
    provisions: Sequence[ProvisionRow], language: str, furniture: Sequence[Furniture] | None = None
) -> tuple[list[Block], Turn | None]:
    """The blocks of a draft, and what stands behind the last one.

    Args:
        furniture: what was set apart, of a file with pages; None where it has none.
    """
    found = _blocks(provisions, language)
    disputed = _disputed(provisions, Names(provisions, language=language))
    found = [replace(one, open=one.provision.id in disputed) for one in found]
    return (found, None) if furniture is None else _with_turns(found, furniture)


def states(provisions: Sequence[ProvisionRow], language: str) -> States | None:
    """What is said of the articles; None where nothing is."""
    names = Names(provisions, language=language)
    articles = {one.id for one in provisions if one.is_article}
    said: dict[str, set[str]] = {}
    for one in provisions:
        unit = names.unit(one)
        for mark in one.marks if unit is not None else ():
            if mark.kind == "agreed" and mark.printed:
                said.setdefault(mark.printed, set()).add(unit.id if unit else "")
    disputed = _disputed(provisions, names) & articles
    if not disputed and not said:
        return None
    counted = sorted(((words, len(ids)) for words, ids in said.items()), key=lambda x: (-x[1], x))
    return States(len(articles), len(disputed), tuple(counted[:6]))


def _disputed(provisions: Sequence[ProvisionRow], names: Names) -> set[str]:
    """The ids of the articles in which words are in brackets or have alternatives."""
    found = (
        names.unit(one)
        for one in provisions
        if any(mark.kind in ("bracket", "alternative") for mark in one.marks)
    )
    return {unit.id for unit in found if unit is not None}


def _blocks(provisions: Sequence[ProvisionRow], language: str) -> list[Block]:
    names = Names(provisions, language=language)
    levels: dict[str | None, int] = {None: 1}
    indents: dict[str | None, int] = {None: 0}
    found: list[Block] = []
    options: dict[str | None, tuple[str, ...]] = {None: ()}
    for place, one in enumerate(provisions):
        after = provisions[place + 1] if place + 1 < len(provisions) else None
        option = is_option(one)
        inside = options[one.parent_id]
        options[one.id] = (*inside, *_own_options(one)) if option else inside
        above = levels[one.parent_id]
        titled = one.is_article or (one.kind in _TITLED and bool(one.number or one.heading))
        titled = titled or (bool(one.heading) and indents[one.parent_id] == 0)
        levels[one.id] = min(6, above + 1) if titled else above
        inside_article = one.parent_id is not None and indents[one.parent_id] > 0
        indents[one.id] = indents[one.parent_id] + 1 if one.is_article or inside_article else 0
        found.append(
            Block(
                provision=one,
                name=capital(names.full(one)),
                level=levels[one.id] if titled else 0,
                indent=0 if titled else max(0, indents[one.id] - 2),
                marks=_unsaid(one.marks, options[one.id]),
                option=option,
                inside=inside_article,
                leads=not titled and _number_alone(one) and _holds(one, after),
            )
        )
    return found


def _with_turns(
    found: list[Block], furniture: Sequence[Furniture]
) -> tuple[list[Block], Turn | None]:
    """The blocks with the turns of the pages; a page on which none begins has no turn, and its
    notes stand with the next ones. Nothing comes between a number and the options beside it."""
    notes = {page: tuple(_notes(furniture, page)) for page in _pages_of_notes(furniture)}
    out: list[Block] = []
    page = shown = 0
    for place, one in enumerate(found):
        beside = place > 0 and found[place - 1].leads
        began = one.provision.page
        if began is None or began <= page or beside:
            out.append(one)
            continue
        turn = Turn(began, tuple((n, notes[n]) for n in sorted(notes) if shown <= n < began))
        page = shown = began
        out.append(replace(one, turn=turn))
    rest = tuple((n, notes[n]) for n in sorted(notes) if n >= shown)
    return out, Turn(0, rest) if rest else None


def _pages_of_notes(furniture: Sequence[Furniture]) -> set[int]:
    return {one.page for one in furniture if one.kind in NOTES}


def _notes(furniture: Sequence[Furniture], page: int) -> Iterator[str]:
    """The notes of a page; a line without a sign of its own goes on with the note above."""
    note = ""
    for one in furniture:
        if one.kind not in NOTES or one.page != page:
            continue
        text = " ".join(one.text.split())
        if note and not _SIGN.match(text) and one.kind == "footnote":
            note = f"{note} {text}"
            continue
        if note:
            yield note
        note = text
    if note:
        yield note


def _own_options(option: ProvisionRow) -> tuple[str, ...]:
    return tuple(mark.how for mark in option.marks if mark.kind == "alternative")


def _unsaid(marks: Sequence[Mark], options: Sequence[str]) -> tuple[Mark, ...]:
    """The marks, those of an option that is named above without its name."""
    return tuple(
        replace(mark, how="unit") if mark.kind == "alternative" and mark.how in options else mark
        for mark in marks
    )


def _holds(provision: ProvisionRow, after: ProvisionRow | None) -> bool:
    """Whether the next provision is the first option inside this one."""
    return after is not None and after.parent_id == provision.id and is_option(after)


def _number_alone(provision: ProvisionRow) -> bool:
    """Whether a provision has a number and nothing else to show."""
    bare = not provision.text and not provision.heading
    return bare and bool(provision.number) and all(one.field == "num" for one in provision.marks)
