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
from itertools import combinations
from pathlib import Path

from tracker import akn
from tracker.align import align
from tracker.diff import changes
from tracker.diff.function import functions
from tracker.errors import ManifestError, StoreError
from tracker.history import threads
from tracker.ingesters import About, conventions
from tracker.manifest import FILE as MANIFEST
from tracker.manifest import discover, load, source_file
from tracker.model import Alignment, Comparison, Draft, Negotiation, Round
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


def compare(old: Draft, new: Draft) -> Comparison:
    """Align two drafts and take the differences of their words."""
    alignment = align(old, new)
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
    return _put(store, draft, others, known, {}, None)


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
    rounds = [(_draft_of_round(negotiation, one, folder), one) for one in negotiation.rounds]
    xml = {draft.symbol: akn.build(draft, negotiation.country) for draft, _ in rounds}
    languages = dict.fromkeys(draft.language for draft, _ in rounds)
    plans = [_plan(store, negotiation.id, one, rounds, executor) for one in languages]
    outcomes: dict[str, Outcome] = {}
    with store.transaction():
        store.put_negotiation(negotiation)
        for plan in plans:
            outcomes |= _carry_out(store, plan)
    for symbol in sorted({symbol for plan in plans for symbol in plan.stored} - xml.keys()):
        report(f"{symbol}: not in the manifest; kept as it is in the database")
    done: list[Done] = []
    for draft, _ in rounds:
        outcome, target = outcomes[draft.symbol], xml_path(database, draft)
        _write(target, xml[draft.symbol])
        done.append(Done(draft, outcome, target))
        report(f"{draft.symbol}: {outcome}, {len(draft.provisions)} provisions")
    return done


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written of one language: its rounds' drafts, what is stored by symbol, the
    symbols of what is new or read anew, and all comparisons with those."""

    rounds: Sequence[tuple[Draft, Round]]
    stored: dict[str, Draft]
    fresh: set[str]
    compared: Mapping[tuple[str, str], Comparison]


def _plan(
    store: Store,
    negotiation: str,
    language: str,
    rounds: Sequence[tuple[Draft, Round]],
    executor: Executor | None,
) -> _Plan:
    own = [(draft, one) for draft, one in rounds if draft.language == language]
    stored = {d.symbol: d for d in store.all_drafts(negotiation, language)}
    fresh = {draft.symbol for draft, _ in own if stored.get(draft.symbol) != draft}
    everything = in_order({**stored, **{d.symbol: d for d, _ in own}}.values())
    pairs = [(o, n) for o, n in combinations(everything, 2) if {o.symbol, n.symbol} & fresh]
    return _Plan(own, stored, fresh, _compare_all(pairs, executor))


def _carry_out(store: Store, plan: _Plan) -> dict[str, Outcome]:
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
        outcomes[draft.symbol] = _put(store, draft, others, known, ready, round_)
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
    pairs: Sequence[tuple[Draft, Draft]], executor: Executor | None
) -> dict[tuple[str, str], Comparison]:
    if executor is None:
        found: Iterable[Comparison] = (compare(old, new) for old, new in pairs)
    else:
        found = executor.map(compare, *zip(*pairs, strict=True), chunksize=4) if pairs else ()
    return {(o.symbol, n.symbol): c for (o, n), c in zip(pairs, found, strict=True)}


def _put(
    store: Store,
    draft: Draft,
    stored: Sequence[Draft],
    known: Mapping[tuple[str, str], Alignment],
    compared: Mapping[tuple[str, str], Comparison],
    round_: Round | None,
) -> Outcome:
    """One draft, its comparisons with all `stored` ones, and the threads through all of them."""
    everything = in_order([*(d for d in stored if d.symbol != draft.symbol), draft])
    here = {
        (o.symbol, n.symbol): compared.get((o.symbol, n.symbol)) or compare(o, n)
        for o, n in combinations(everything, 2)
        if draft.symbol in (o.symbol, n.symbol)
    }
    alignments = {**known, **{key: c.alignment for key, c in here.items()}}
    return store.put_draft(
        draft,
        round=round_,
        functions={eid: (f.name, f.evidence) for eid, f in functions(draft).items()},
        comparisons=tuple(here.values()),
        threads=threads(everything, alignments),
        xml_file=xml_name(draft),
        replace=True,
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
