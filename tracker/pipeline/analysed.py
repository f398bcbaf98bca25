"""What all drafts of a negotiation say together, found out and stored.

In: what is stored of a negotiation. Out: an `Analysis`, made only if the rules or what it is made
of are others than at the last time; what people put beside the drafts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from tracker import engine
from tracker.claims import Judged, judge_all
from tracker.function import functions
from tracker.history import ages, contests
from tracker.model import Comparison, Draft, Negotiation, PrecedentFile
from tracker.pipeline.between import Rounds, between
from tracker.precedent import Uptake, compare
from tracker.references import indexed
from tracker.store import Store
from tracker.store.analysis import Analysis, Given
from tracker.substance import profile
from tracker.uptake import Match, uptake


def analyse(
    store: Store,
    negotiation: str,
    language: str,
    compared: Mapping[tuple[str, str], Comparison] | None = None,
) -> bool:
    """Make the analysis of the stored drafts anew, if it is not there already; where not all pairs
    are compared there is none. Whether one was made.

    Args:
        compared: comparisons that were just made, as they are stored.
    """
    known = store.negotiation(negotiation)
    drafts = store.all_drafts(negotiation, language)
    alignments = store.alignments(negotiation, language)
    if known is None or len(alignments) != len(drafts) * (len(drafts) - 1) // 2:
        store.forget_analysis(negotiation, language)
        return False
    given = store.given(negotiation)
    made_of = _fingerprint(known, drafts, alignments, given)
    if store.analysed(negotiation, language) == made_of:
        return False
    changes = {pair: one.changes for pair, one in (compared or {}).items()}
    rounds = Rounds.of(drafts, alignments, changes)
    store.put_analysis(analysis(known, language, rounds, given, made_of))
    return True


def analysis(
    negotiation: Negotiation,
    language: str,
    rounds: Rounds,
    given: Given,
    made_of: str = "",
) -> Analysis:
    """What follows from drafts in one language."""
    drafts, through = rounds.drafts, rounds.threads
    aged = ages(drafts, rounds.alignments, through)
    own = language == negotiation.language
    pointing = {d.symbol: at for d in drafts if (at := indexed(d)) is not None}
    forces = {d.symbol: {p.eid: profile(p, language) for p in d.provisions} for d in drafts}
    disputed = contests(aged, drafts)
    matches = _matches(drafts, given) if own else ()
    borrowed = tuple(_borrowed(drafts[-1], given)) if own and drafts else ()
    judged = _judged(negotiation, rounds) if own and negotiation.claims else ()
    pairs = between(rounds, pointing)
    return Analysis(
        negotiation=negotiation.id,
        language=language,
        made_of=made_of,
        drafts=drafts,
        threads=through,
        findings={one.pair: one.findings for one in pairs},
        followed={one.pair: one.followed for one in pairs if one.followed is not None},
        renumbered={one.pair: one.renumbered for one in pairs},
        references={symbol: at.references for symbol, at in pointing.items()},
        forces=forces,
        ages=aged,
        contests=disputed,
        matches=matches,
        borrowed=borrowed,
        judged=judged,
    )


def _judged(negotiation: Negotiation, rounds: Rounds) -> tuple[Judged, ...]:
    jobs = {draft.symbol: functions(draft) for draft in rounds.drafts}
    return judge_all(negotiation.claims, rounds.drafts, rounds.threads, jobs)


def _matches(drafts: Sequence[Draft], given: Given) -> tuple[Match, ...]:
    """What of the proposals stands in the drafts; the precedents show what phrases are usual."""
    usual = [one.text for _, precedent in given.precedents for one in precedent.provisions]
    return uptake(given.proposals, drafts, background=usual) if given.proposals else ()


def _borrowed(draft: Draft, given: Given) -> Iterable[tuple[PrecedentFile, Uptake]]:
    return ((file, compare(precedent, draft)) for file, precedent in given.precedents)


def _fingerprint(*parts: object) -> str:
    """That of everything an analysis is made of, and of the rules."""
    found = hashlib.sha256(engine.fingerprint().encode())
    for part in parts:
        found.update(repr(part).encode("utf-8", "surrogatepass"))
    return found.hexdigest()[:32]
