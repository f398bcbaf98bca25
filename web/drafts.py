"""A draft as a document to read, with what its reader must know and where it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, render_template

from tracker.kinds import is_option
from tracker.model import Mark
from tracker.store.records import DraftRow, ProvisionRow
from web import claimed, marks, shelf
from web.names import Names, capital

pages = Blueprint("drafts", __name__)

_TITLED = frozenset(
    {
        *("book", "tome", "part", "subpart", "title", "subtitle", "chapter", "subchapter"),
        *("division", "annex", "attachment", "schedule", "hcontainer", "crossHeading"),
        *("preamble", "conclusions"),
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A provision as it is laid out: with a heading of level `level`, or as a paragraph (0) that is
    `indent` steps inside its article. An option says its name once, above all of its words: their
    `marks` do not repeat it. `inside` says that it stands in an article. `leads` says that nothing
    but a number stands before the options, which go beside it."""

    provision: ProvisionRow
    name: str
    level: int
    indent: int
    marks: tuple[Mark, ...]
    option: bool = False
    inside: bool = False
    leads: bool = False


@pages.get("/n/<negotiation>/d/<path:symbol>")
def draft(negotiation: str, symbol: str) -> str:
    """One draft."""
    row = shelf.negotiation_or_404(negotiation, beside=True)
    language = shelf.language_asked()
    found = shelf.draft_or_404(row, symbol, language)
    lib = shelf.library()
    provisions = lib.provisions(found.id)
    report = lib.report(found.id)
    around = lib.drafts(row.id, found.language)
    place = next(at for at, one in enumerate(around) if one.id == found.id)
    facts = lib.facts(row.id, found.symbol).get(found.symbol, [])
    blocks = _blocks(provisions, found.language)
    claims = claimed.of_whole_draft(row.id, found.symbol)
    spoken = {one.id: one for told in claims for one in told.drafts if one.id != found.id}
    return render_template(
        "draft.html",
        negotiation=row,
        draft=found,
        blocks=blocks,
        contents=[block for block in blocks if block.level],
        report=report,
        layers=[one for one in around if _base(one) == _base(found)] if found.layer else [],
        kinds=marks.kinds_in(provisions),
        before=around[place - 1] if place else None,
        after=around[place + 1] if place + 1 < len(around) else None,
        drafts=around,
        unofficial=shelf.unofficial([found, *spoken.values()]),
        claims=claims,
        facts=[one for one in facts if not one.provision],
    )


def _base(draft: DraftRow) -> str:
    """The symbol of the file, without the layer behind it."""
    return draft.symbol.removesuffix(f" [{draft.layer}]") if draft.layer else ""


def _blocks(provisions: Sequence[ProvisionRow], language: str) -> list[Block]:
    names = Names(provisions, language=language)
    levels: dict[str | None, int] = {None: 1}
    indents: dict[str | None, int] = {None: 0}
    blocks: list[Block] = []
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
        blocks.append(
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
    return blocks


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
