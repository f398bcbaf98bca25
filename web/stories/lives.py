"""The life of a provision through all rounds, in a few phases and round by round.

In: a `ThreadPage`. Out: `Life`: phases for the summary (`an offence of its own`, `not there`, …)
and one `Stage` a round with the text and what became of it. Made from the data alone: functions,
numbers and rounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tracker.store.query import Library
from tracker.store.records import DraftRow, ProvisionRow, ThreadPage
from web.changes import ways
from web.changes.findings import Said
from web.changes.ways import Way
from web.stories import inner_parts, over_time, turns
from web.stories.bearing import brief, cut_quotes
from web.stories.inner_parts import InnerPart
from web.stories.phases import PRESENT, Phase, drawn_together
from web.stories.stages import Stage, became, stages_of
from web.stories.turns import Return, Turned
from web.terms.names import Names
from web.terms.phrases import joined
from web.terms.plain import FINDINGS, UNTOLD, job

_UNTELLING = frozenset({"other", "recital", "moved", "heading", "editorial"})
"""Kinds of findings that do not stand at the head of a page: they tell little."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something telling that happened to it between two drafts: a duty became an option.
    `sentence` does not name the provision again, and quotes only how long words begin; `whole` says
    that it happened to the provision, not to one inside it."""

    said: Said
    sentence: str
    before: DraftRow
    draft: DraftRow
    anchor: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Life:
    """All of it, with the article that the provision last stood in, if it is no article itself,
    and the marks that drafters put on it; `turned` and `returns` are what is told first: that it
    has another legal job, that it was taken out and is back, and what else is telling, the most
    telling first (`happenings`); `parts` are what stands in it, `around` the names of what it
    stood in last, from the article down to it (of an article, what holds that); `ways` are the
    pairs of drafts of which a direct comparison says something else of it than the steps between.
    """

    phases: tuple[Phase, ...]
    stages: tuple[Stage, ...]
    name: str
    unit: ProvisionRow | None
    became: tuple[tuple[str, ProvisionRow, bool], ...]
    marks: tuple[over_time.Row, ...]
    turned: tuple[Turned, ...] = ()
    returns: tuple[Return, ...] = ()
    happenings: tuple[Happening, ...] = ()
    parts: tuple[InnerPart, ...] = ()
    around: tuple[tuple[str, ProvisionRow], ...] = ()
    ways: tuple[Way, ...] = ()


def life(page: ThreadPage, library: Library) -> Life:
    """Tell a thread."""
    names = Names(_known(page), library.provision, page.language)
    last = page.members[-1].provision
    unit = names.unit(last)
    holding = _drafts_with_article(page, library, names)
    lacking = [
        round.draft.position
        for round in page.rounds
        if not round.members and not (round.draft.partial and round.draft.id not in holding)
    ]
    stages = stages_of(page, names, holding, lacking)
    turned = [
        each
        for stage in stages
        for one in stage.entries
        for each in turns.turned(one.member.changes, names, stage.draft, one.before, one.address)
    ]
    return Life(
        phases=drawn_together([_phase(stage) for stage in stages]),
        stages=stages,
        name=names.full(last),
        unit=unit if unit is not None and unit.id != last.id else None,
        became=tuple((names.full(one), one, sure) for one, sure in became(stages)),
        marks=tuple(over_time.rows(page, names, library.contests_on(_own(page)))),
        turned=tuple(turned),
        returns=tuple(_returns(stages, lacking)),
        happenings=tuple(_happenings(stages, {one.row.link_id for one in turned})),
        parts=inner_parts.of_thread(page, names),
        around=tuple((names.own(one), one) for one in _around(last, names)),
        ways=ways.of_thread(page, names),
    )


def _returns(stages: Sequence[Stage], lacking: Sequence[int]) -> Iterator[Return]:
    """Where it came back after a draft that could hold it and does not."""
    drafts = {stage.draft.position: stage.draft for stage in stages}
    out = {stage.draft.position: stage.sure and not stage.apart for stage in stages}
    for stage in stages:
        for one in stage.entries:
            before = one.before
            if before is None or not one.member.rounds_missed:
                continue
            without = [p for p in lacking if before.position < p < stage.draft.position]
            if without:
                # All that is not lacking it here, and is no member, does not cover it.
                between = [p for p in drafts if before.position < p < without[0]]
                yield Return(
                    last=before,
                    out=drafts[without[0]],
                    back=stage.draft,
                    name=one.name,
                    address=one.address,
                    same=one.same,
                    sure=one.sure,
                    reworded=one.what == "changed",
                    gap=bool(between),
                    out_sure=out[without[0]],
                )


def _own(page: ThreadPage) -> list[str]:
    """All provisions of the thread, with those inside them."""
    return [one.id for member in page.members for one in member.provisions]


def _happenings(stages: Sequence[Stage], jobs: AbstractSet[str]) -> list[Happening]:
    """What is telling, by kind; what is sure before what is not, of which that of the whole
    provision is first. Of the links in `jobs` it is told already that they changed a legal job."""
    found = [
        Happening(
            Said(row),
            cut_quotes(brief(Said(row).sentence, (one.name, one.before_name))),
            one.before,
            stage.draft,
            one.address,
            one.member.provision.id in (row.old_id, row.new_id),
        )
        for stage in stages
        for one in stage.entries
        for row in one.member.findings
        if row.kind not in _UNTELLING and one.before is not None
        if row.kind != "function" or row.link_id not in jobs
    ]
    kinds = list(FINDINGS)
    return sorted(
        found,
        key=lambda one: (
            not one.said.row.certain,
            not one.said.row.certain and not one.whole,
            kinds.index(one.said.row.kind) if one.said.row.kind in kinds else len(kinds),
        ),
    )


def _around(provision: ProvisionRow, names: Names) -> list[ProvisionRow]:
    """What it stands in, from the article inwards; of an article, what holds that."""
    above = names.above(provision)
    if provision.is_article or names.unit(provision) is None:
        return [above] if above is not None else []
    found: list[ProvisionRow] = []
    while above is not None:
        found.insert(0, above)
        above = None if above.is_article else names.above(above)
    return found


def _known(page: ThreadPage) -> list[ProvisionRow]:
    found: list[ProvisionRow] = []
    for member in page.members:
        found += member.provisions
        for row in (*member.changes, *member.moved_out):
            found += [one for one in (row.old, row.new) if one is not None]
    return found


def _drafts_with_article(page: ThreadPage, library: Library, names: Names) -> set[str]:
    """Drafts that hold the article in which the provision stood somewhere: a partial document that
    has the article does speak of what stands in it."""
    if not any(round.draft.partial and not round.members for round in page.rounds):
        return set()
    held: set[str] = set()
    articles: set[str] = set()
    for member in page.members:
        unit = names.unit(member.provision)
        if unit is None or unit.id == member.provision.id or unit.thread_id in articles:
            continue
        articles.add(unit.thread_id or "")
        if (whole := library.thread(unit.address)) is not None:
            held |= {round.draft.id for round in whole.rounds if round.members}
    return held


def _phase(stage: Stage) -> Phase:
    if not stage.entries:
        draft, words = stage.draft, stage.words
        return Phase(stage.state, words, "", draft, draft, certain=stage.sure, early=stage.early)
    function = stage.entries[0].function
    return Phase(
        state="present",
        words=str(job(function).noun) if function not in UNTOLD else PRESENT,
        function=function,
        first=stage.draft,
        last=stage.draft,
        where=[joined([one.name for one in stage.entries])],
        certain=all(
            one.member.certain and (one.sure or not one.function_changed) for one in stage.entries
        ),
        anchor=f"m-{stage.entries[0].address}",
    )
