"""The whole way in one page: from a file on disk to the database.

In: files, manifests, a database. Out: drafts in the database with their comparisons and threads,
and their article-level XML beside it. Everything that can fail is done before the database is
touched; the XML files follow the commit, and a run that was cut off between the two is mended by
the next one.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import chain, combinations
from pathlib import Path

from tracker import akn, decisions
from tracker.align import align
from tracker.decisions import Ruling, rule_all
from tracker.diff import changes
from tracker.errors import ManifestError, StoreError
from tracker.function import functions
from tracker.history import differences, threads
from tracker.ingesters import About, conventions
from tracker.manifest import FILE as MANIFEST
from tracker.manifest import discover, load, source_file
from tracker.model import Alignment, Comparison, Decision, Draft, Negotiation, Round
from tracker.official import file_stem
from tracker.store import Outcome, Store
from tracker.texts import draft_of

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one draft: `outcome`, and its XML file."""

    draft: Draft
    outcome: Outcome
    xml: Path


def compare(old: Draft, new: Draft, decided: Sequence[Decision] = ()) -> Comparison:
    """Align two drafts, follow what people decided of their links, and take the differences of
    their words."""
    rulings = rule_all(decided, (old, new))
    alignment = decisions.apply(align(old, new), old, new, rulings)
    return Comparison(alignment, changes(old, new, alignment))


def add(store: Store, draft: Draft, database: Path, *, replacing: bool = False) -> Done:
    """Put one draft in the database, with its comparisons and the threads it changes.

    A negotiation that is not known yet is made, with its id for a title.

    Raises:
        StoreError: its symbol is taken, by other bytes or another reading, and `replacing` is
            False.
        AknError: it cannot be written as valid XML.
    """
    return add_all(store, [draft], database, replacing=replacing)[0]


def add_all(
    store: Store, drafts: Sequence[Draft], database: Path, *, replacing: bool = False
) -> list[Done]:
    """Put drafts in the database, all of them or none, as `add` does."""
    known = [_as_known(store, draft) for draft in drafts]
    negotiations = [_negotiation_of(store, draft) for draft in known]
    xml = [akn.build(d, n.country) for d, n in zip(known, negotiations, strict=True)]
    free = [store.check_free(draft, replace=replacing) for draft in known]
    outcomes: list[Outcome] = []
    if any(free):
        with store.transaction():
            for draft, negotiation, is_free in zip(known, negotiations, free, strict=True):
                outcomes.append(_add(store, draft, negotiation) if is_free else "unchanged")
    for draft, content in zip(known, xml, strict=True):
        _write(xml_path(database, draft), content)
    return [
        Done(draft, outcomes[n] if outcomes else "unchanged", xml_path(database, draft))
        for n, draft in enumerate(known)
    ]


def _add(store: Store, draft: Draft, negotiation: Negotiation) -> Outcome:
    others = store.all_drafts(draft.negotiation, draft.language)
    known = store.alignments(draft.negotiation, draft.language)
    store.put_negotiation(negotiation)
    there = [*(one for one in others if one.symbol != draft.symbol), draft]
    ruled = _ruled(store.rulings(draft.negotiation), there, draft.language)
    store.put_rulings(draft.negotiation, ruled)
    return _put(store, draft, others, known, {}, None, [one.decision for one in ruled])


def _ruled(rulings: Sequence[Ruling], drafts: Sequence[Draft], language: str) -> list[Ruling]:
    """The rulings with those on drafts in this language made anew."""
    anew = iter(rule_all([r.decision for r in rulings if r.decision.language == language], drafts))
    return [next(anew) if one.decision.language == language else one for one in rulings]


def _negotiation_of(store: Store, draft: Draft) -> Negotiation:
    return store.negotiation(draft.negotiation) or Negotiation(
        id=draft.negotiation, title=draft.negotiation, language=draft.language
    )


def _as_known(store: Store, draft: Draft) -> Draft:
    there = store.draft(draft.negotiation, draft.symbol, draft.language)
    if there is not None and there.source.sha256 == draft.source.sha256:
        return _as_said_before(draft, there)
    return draft


def _as_said_before(draft: Draft, there: Draft) -> Draft:
    """The same file again: what was said of it (that it is a paraphrase, say) holds until somebody
    says otherwise."""
    if draft.source.standing != "unstated":
        return replace(draft, partial=there.partial or draft.partial)
    return replace(draft, source=there.source, partial=there.partial or draft.partial)


def build(
    store: Store,
    negotiation: Negotiation,
    folder: Path,
    database: Path,
    *,
    executor: Executor | None = None,
    report: Report = lambda line: None,
) -> list[Done]:
    """Bring a negotiation's manifest and all its drafts into the database, or nothing of them.

    Args:
        folder: where `manifest.toml` stands.
        executor: where pairs of drafts are compared; here, one after the other, if None.
        report: told a line for each draft.
    """
    decided = decisions.load(folder / decisions.FILE, language=negotiation.language)
    rounds = [(_draft_of_round(negotiation, one, folder), one) for one in negotiation.rounds]
    xml = {draft.symbol: akn.build(draft, negotiation.country) for draft, _ in rounds}
    before = store.rulings(negotiation.id)
    spoken = (d.language for d in (*decided, *(one.decision for one in before)))
    languages = dict.fromkeys((*(draft.language for draft, _ in rounds), *spoken))
    stored = {one: store.all_drafts(negotiation.id, one) for one in languages}
    current = [draft for draft, _ in rounds]
    ruled = rule_all(decided, (*chain.from_iterable(stored.values()), *current))
    plans = [
        _plan(
            one,
            stored[one],
            [(draft, round_) for draft, round_ in rounds if draft.language == one],
            [ruling for ruling in before if ruling.decision.language == one],
            [ruling for ruling in ruled if ruling.decision.language == one],
            executor,
        )
        for one in languages
    ]
    outcomes: dict[str, Outcome] = {}
    with store.transaction():
        store.put_negotiation(negotiation)
        store.put_rulings(negotiation.id, ruled)
        for plan in plans:
            outcomes |= _carry_out(store, negotiation.id, plan)
    for symbol in sorted({symbol for plan in plans for symbol in plan.stored} - xml.keys()):
        report(f"{symbol}: not in the manifest; kept as it is in the database")
    done: list[Done] = []
    for draft, _ in rounds:
        outcome, target = outcomes[draft.symbol], xml_path(database, draft)
        _write(target, xml[draft.symbol])
        done.append(Done(draft, outcome, target))
        report(f"{draft.symbol}: {outcome}, {len(draft.provisions)} provisions")
    for number, ruling in enumerate(ruled, 1):
        if ruling.state != "applied":
            said = f"{ruling.decision.action} of {ruling.decision.name}"
            report(f"{decisions.FILE}: decisions[{number}], {said}: {told(ruling)}")
    return done


def rulings(store: Store, negotiation: Negotiation, folder: Path) -> tuple[Ruling, ...]:
    """What becomes of each decision in `folder / links.toml` with the drafts of the database."""
    decided = decisions.load(folder / decisions.FILE, language=negotiation.language)
    languages = dict.fromkeys(one.language for one in decided)
    drafts = [one for each in languages for one in store.all_drafts(negotiation.id, each)]
    return rule_all(decided, drafts)


def told(ruling: Ruling) -> str:
    """What becomes of a decision, in one line."""
    return ": ".join(part for part in (decisions.STATES[ruling.state], ruling.note) if part)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written of one language: its rounds' drafts, what is stored by symbol, the
    symbols of what is new or read anew, what people decided, and all comparisons that are new: with
    what is fresh, and of drafts on whose links something else is decided now."""

    language: str
    rounds: Sequence[tuple[Draft, Round]]
    stored: dict[str, Draft]
    fresh: set[str]
    decided: Sequence[Decision]
    compared: Mapping[tuple[str, str], Comparison]


def _plan(
    language: str,
    there: Sequence[Draft],
    rounds: Sequence[tuple[Draft, Round]],
    before: Sequence[Ruling],
    rulings: Sequence[Ruling],
    executor: Executor | None,
) -> _Plan:
    stored = {d.symbol: d for d in there}
    fresh = {draft.symbol for draft, _ in rounds if stored.get(draft.symbol) != draft}
    everything = in_order({**stored, **{d.symbol: d for d, _ in rounds}}.values())
    turned = {(r.decision.old_draft, r.decision.new_draft) for r in {*before} ^ {*rulings}}
    pairs = [
        (o, n)
        for o, n in combinations(everything, 2)
        if {o.symbol, n.symbol} & fresh or (o.symbol, n.symbol) in turned
    ]
    decided = [one.decision for one in rulings]
    compared = _compare_all(pairs, decided, executor)
    return _Plan(language, rounds, stored, fresh, decided, compared)


def _carry_out(store: Store, negotiation: str, plan: _Plan) -> dict[str, Outcome]:
    again = [c for key, c in plan.compared.items() if not plan.fresh & set(key)]
    if again:
        store.put_comparisons(negotiation, plan.language, again)
        drafts = in_order(plan.stored.values())
        known = store.alignments(negotiation, plan.language)
        grown = threads(drafts, known)
        ways = differences(drafts, known, grown)
        store.put_threads(negotiation, plan.language, grown, ways)
    outcomes: dict[str, Outcome] = {}
    for draft, round_ in plan.rounds:
        outcomes[draft.symbol] = "unchanged"
        if draft.symbol not in plan.fresh:
            continue
        others = [d for d in plan.stored.values() if d.symbol != draft.symbol]
        # A draft that is read anew may still stand in the database as it was read before.
        stale = {d.symbol for d in others if d.symbol in plan.fresh}
        ready = {key: c for key, c in plan.compared.items() if not stale & set(key)}
        known = store.alignments(draft.negotiation, draft.language)
        outcomes[draft.symbol] = _put(store, draft, others, known, ready, round_, plan.decided)
        plan.stored[draft.symbol] = draft
        plan.fresh.discard(draft.symbol)
    return outcomes


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order of their rounds: by date, then by layer, then by symbol."""
    return sorted(drafts, key=lambda d: (d.date, d.layer_place, d.symbol))


def xml_path(database: Path, draft: Draft) -> Path:
    """Where a draft's XML stands, beside the database."""
    return database.parent / xml_name(draft)


def xml_name(draft: Draft) -> str:
    """The file of a draft's XML, relative to the database's folder."""
    # A stroke becomes an underscore; an underscore is written out, so no two symbols have one file.
    stem = file_stem(draft.symbol.replace("%", "%25").replace("_", "%5F"))
    return f"akn/{draft.negotiation}/{stem}.{draft.language}.xml"


def _draft_of_round(negotiation: Negotiation, round_: Round, folder: Path) -> Draft:
    path, standing = source_file(folder, round_)
    official = standing == "official"
    about = About(
        negotiation=negotiation.id,
        symbol=round_.symbol,
        date=round_.date,
        language=round_.language or negotiation.language,
        standing=standing,
        address=round_.official,
        partial=round_.partial or (round_.excerpt and not official),
        country=negotiation.country,
        layer=round_.layer,
    )
    # The manifest's convention is that of the bundled text; an official file is told by itself.
    bundled = bool(round_.file) and path == folder / round_.file
    return draft_of(path, about, round_.convention if bundled else "")


def _compare_all(
    pairs: Sequence[tuple[Draft, Draft]], decided: Sequence[Decision], executor: Executor | None
) -> dict[tuple[str, str], Comparison]:
    each = [(old, new, _about(decided, old, new)) for old, new in pairs]
    if executor is None:
        found: Iterable[Comparison] = (compare(*one) for one in each)
    else:
        found = executor.map(compare, *zip(*each, strict=True), chunksize=4) if each else ()
    return {(o.symbol, n.symbol): c for (o, n), c in zip(pairs, found, strict=True)}


def _about(decided: Sequence[Decision], old: Draft, new: Draft) -> tuple[Decision, ...]:
    """The decisions on links between two drafts."""
    ends = old.symbol, new.symbol
    return tuple(one for one in decided if (one.old_draft, one.new_draft) == ends)


def _put(
    store: Store,
    draft: Draft,
    stored: Sequence[Draft],
    known: Mapping[tuple[str, str], Alignment],
    compared: Mapping[tuple[str, str], Comparison],
    round_: Round | None,
    decided: Sequence[Decision],
) -> Outcome:
    """One draft, its comparisons with all `stored` ones, and the threads through all of them."""
    everything = in_order([*(d for d in stored if d.symbol != draft.symbol), draft])
    here = {
        (o.symbol, n.symbol): compared.get((o.symbol, n.symbol))
        or compare(o, n, _about(decided, o, n))
        for o, n in combinations(everything, 2)
        if draft.symbol in (o.symbol, n.symbol)
    }
    alignments = {**known, **{key: c.alignment for key, c in here.items()}}
    grown = threads(everything, alignments)
    return store.put_draft(
        draft,
        round=round_,
        functions={eid: (f.name, f.evidence) for eid, f in functions(draft).items()},
        comparisons=tuple(here.values()),
        threads=grown,
        xml_file=xml_name(draft),
        replace=True,
        differences=differences(everything, alignments, grown),
    )


def decided_on(store: Store, old: Draft, new: Draft) -> tuple[Decision, ...]:
    """What people decided of the links between two drafts of the database, also if they are now
    called drafts of another negotiation."""
    here, there = (
        {d.negotiation for d in store.drafts_called(one.symbol) if d.source == one.source}
        for one in (old, new)
    )
    return tuple(
        ruling.decision
        for negotiation in sorted(here & there)
        for ruling in store.rulings(negotiation)
        if ruling.decision in _about([ruling.decision], old, new)
    )


def _write(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all; leave one with the same bytes as it is."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tracker-")
    except OSError as error:
        raise StoreError(
            f"{path}: the XML cannot be written ({error.strerror}); the draft is in the database: "
            "mend the folder and run the command again"
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def renamed(draft: Draft, negotiation: str) -> Draft:
    """The draft as one of another negotiation, so that two loose files can be compared."""
    return replace(draft, negotiation=negotiation)


def negotiations(folder: Path, wanted: Sequence[str]) -> list[Negotiation]:
    """The negotiations of these ids that `folder` describes, all of them if none is named. A fault
    in the manifest of another does not matter.

    Raises:
        ManifestError: a manifest is wrong, or none describes one of them.
    """
    if not wanted:
        return list(discover(folder, conventions()))
    found = []
    for name in wanted:
        path = folder / name / MANIFEST
        if not path.is_file() or path.resolve().parent.parent != folder.resolve():
            there = sorted(p.parent.name for p in folder.glob(f"*/{MANIFEST}"))
            raise ManifestError(f"no negotiation {name!r}; there are {', '.join(there) or 'none'}")
        found.append(load(path, conventions()))
    return found
