"""The life of a provision through all rounds, in a few phases and round by round.

In: a `ThreadPage`. Out: `Life`: phases for the summary (`an offence of its own`, `not there`, …)
and one `Stage` a round with the text and what became of it. Made from the data alone: functions,
numbers and rounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.store.keys import comparison_key, link_key
from tracker.store.query import Library
from tracker.store.records import ChangeRow, DraftRow, ProvisionRow, ThreadMember, ThreadPage
from web import findings, marks, over_time, turns, ways
from web.card_lines import Line, lines
from web.findings import Said
from web.names import Names
from web.phases import NOT_YET, PRESENT, Phase, State, drawn_together
from web.phrases import joined, rounds_said
from web.plain import UNTOLD, job
from web.told import Teller, Told
from web.turns import Return, Turned
from web.ways import Way

LONG = 500
"""A changed provision of more words than this is shown with its unchanged parts left out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The provision in one round. `lines` show its words, those that changed marked; `same` says
    that no word changed since the member before, which was in the draft `before`; `sure` that what
    hangs on the link to that member needs no "possibly"."""

    member: ThreadMember
    name: str
    told: Told | None
    before: DraftRow | None
    before_name: str
    lines: tuple[Line, ...]
    same: bool
    missing: str
    function: str
    function_changed: bool
    sure: bool
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One round: with entries, or why there are none; `findings` say that it is gone."""

    draft: DraftRow
    state: State
    words: str
    entries: tuple[Entry, ...]
    findings: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty, option or ban that became another between two drafts."""

    said: Said
    before: DraftRow
    draft: DraftRow
    anchor: str


@dataclass(frozen=True, slots=True)
class Life:
    """All of it, with the article that the provision last stood in, if it is no article itself,
    and the marks that drafters put on it; `turned` and `returns` are what is told first: that it
    has another legal job, that it was taken out and is back, that a duty became an option
    (`duties`); `ways` are the pairs of drafts of which a direct comparison says something else of
    it than the steps between."""

    phases: tuple[Phase, ...]
    stages: tuple[Stage, ...]
    name: str
    unit: ProvisionRow | None
    became: tuple[tuple[str, ChangeRow], ...]
    marks: tuple[over_time.Row, ...]
    turned: tuple[Turned, ...] = ()
    returns: tuple[Return, ...] = ()
    duties: tuple[Duty, ...] = ()
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
    stages = _with_departures(_stages(page, names, holding, lacking), library)
    return Life(
        phases=drawn_together([_phase(stage) for stage in stages]),
        stages=tuple(stages),
        name=names.full(last),
        unit=unit if unit is not None and unit.id != last.id else None,
        became=tuple((names.full(row.new), row) for row in page.became if row.new is not None),
        marks=tuple(over_time.rows(page, names, library.contests_on(_own(page)))),
        turned=tuple(
            one
            for stage in stages
            for entry in stage.entries
            for one in turns.turned(
                entry.member.changes,
                names,
                stage.draft,
                entry.before,
                entry.member.provision.address,
            )
        ),
        returns=tuple(_returns(stages, lacking)),
        duties=tuple(_duties(stages)),
        ways=ways.of_thread(page, names),
    )


def _stages(
    page: ThreadPage, names: Names, holding: set[str], lacking: Sequence[int]
) -> list[Stage]:
    """A stage for each round; `holding` are the drafts that hold the article it stands in."""
    drafts = {round.draft.id: round.draft for round in page.rounds}
    first, last = (page.members[n].provision.draft_id for n in (0, -1))
    stages: list[Stage] = []
    seen = over = False
    for round in page.rounds:
        entries = tuple(_entry(one, names, drafts, lacking) for one in round.members)
        seen = seen or round.draft.id == first
        state, words = _state(round.draft, entries, holding, seen=seen, ended=over)
        over = over or round.draft.id == last
        stages.append(Stage(round.draft, state, words, entries))
    return stages


def _with_departures(stages: Sequence[Stage], library: Library) -> list[Stage]:
    """The stages, with what is told of the provision's going out in the first draft without it."""
    links: dict[str, str] = {}
    last: Sequence[Entry] = ()
    for stage in stages:
        if stage.state == "absent" and last:
            for one in (entry.member.provision for entry in last):
                compared = comparison_key(one.draft_id, stage.draft.id)
                links[link_key(compared, one.eid, None)] = stage.draft.id
        last = () if stage.state == "absent" else stage.entries or last
    found = library.findings_of(links) if links else {}
    gone: dict[str, list[Said]] = {}
    for link, some in found.items():
        gone.setdefault(links[link], []).extend(findings.Said(row, own=False) for row in some)
    return [replace(stage, findings=tuple(gone.get(stage.draft.id, ()))) for stage in stages]


def _returns(stages: Sequence[Stage], lacking: Sequence[int]) -> Iterator[Return]:
    """Where it came back after a draft that could hold it and does not."""
    drafts = {stage.draft.position: stage.draft for stage in stages}
    for stage in stages:
        for entry in stage.entries:
            before = entry.before
            if before is None or not entry.member.rounds_missed:
                continue
            without = [p for p in lacking if before.position < p < stage.draft.position]
            if without:
                provision = entry.member.provision
                yield Return(
                    last=before,
                    out=drafts[without[0]],
                    back=stage.draft,
                    name=entry.name,
                    address=provision.address,
                    same=entry.same,
                    sure=entry.sure,
                )


def _own(page: ThreadPage) -> list[str]:
    """All provisions of the thread, with those inside them."""
    return [one.id for member in page.members for one in member.provisions]


def _duties(stages: Sequence[Stage]) -> Iterator[Duty]:
    for stage in stages:
        for entry in stage.entries:
            for one in entry.member.findings:
                if one.kind == "force" and entry.before is not None:
                    anchor = entry.member.provision.address
                    yield Duty(findings.Said(one), entry.before, stage.draft, anchor)


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


def _state(
    draft: DraftRow, entries: Sequence[Entry], holding: set[str], *, seen: bool, ended: bool
) -> tuple[State, str]:
    if entries:
        return "present", ""
    if draft.partial and draft.id not in holding:
        return "uncovered", "not covered by this document"
    if not seen:
        return "absent", NOT_YET
    return "absent", "no longer there" if ended else "not there"


def _entry(
    member: ThreadMember, names: Names, drafts: dict[str, DraftRow], lacking: Sequence[int]
) -> Entry:
    """`lacking` are the rounds whose drafts could hold the provision and do not."""
    provision, before = member.provision, member.from_provision
    old = drafts[before.draft_id] if before else None
    new = drafts[provision.draft_id]
    between = [p for p in lacking if old is not None and old.position < p < new.position]
    teller = Teller(
        (*member.changes, *member.moved_out),
        names,
        findings.by_link(member.findings, named=False),
        old_partial=old.partial if old else False,
        new_partial=new.partial,
    )
    itself = next((r for r in member.changes if r.new == provision and r.old == before), None)
    same = before is not None and not any(
        row.text_changed or row.heading_changed or row.relation in ("inserted", "deleted")
        for row in member.changes
    )
    return Entry(
        member=member,
        name=names.full(provision),
        told=teller.tell(itself) if itself is not None and before is not None else None,
        before=old,
        before_name=names.full(before) if before else "",
        lines=tuple(_lines(member, names, teller)),
        same=same,
        missing=rounds_said(between) if between else "",
        function=turns.function_of(provision, names),
        function_changed=itself is not None and turns.job_change(itself, names) is not None,
        sure=before is None or turns.sure(member.score or 0.0, certain=member.certain),
        elsewhere=_elsewhere(member, names),
    )


def _lines(member: ThreadMember, names: Names, teller: Teller) -> list[Line]:
    if member.from_provision is None or not member.changes:
        outermost = member.provision.depth
        return [
            Line(
                number=marks.marked(one.number, one.marks, "num")
                if one is not member.provision
                else "",
                indent=one.depth - outermost,
                provision=one,
            )
            for one in member.provisions
            if one.text or one.marks or one is not member.provision
        ]
    words = sum(one.word_count for one in member.provisions)
    return lines(member.changes, names, teller, everything=words <= LONG, head=True)


def _elsewhere(member: ThreadMember, names: Names) -> tuple[str, ...]:
    """Where words of it went on outside it, each place once."""
    own = {one.id for one in member.provisions}
    found = [
        names.full(r.new) for r in member.moved_out if r.new is not None and r.new.id not in own
    ]
    return tuple(dict.fromkeys(found))


def _phase(stage: Stage) -> Phase:
    if not stage.entries:
        return Phase(stage.state, stage.words, "", stage.draft, stage.draft)
    function = stage.entries[0].function
    return Phase(
        state="present",
        words=job(function).noun if function not in UNTOLD else PRESENT,
        function=function,
        first=stage.draft,
        last=stage.draft,
        where=[joined([entry.name for entry in stage.entries])],
        certain=all(
            entry.member.certain and (entry.sure or not entry.function_changed)
            for entry in stage.entries
        ),
        anchor=f"m-{stage.entries[0].member.provision.address}",
    )
