"""What all drafts of a negotiation say together, found out and stored.

In: what is stored of a negotiation. Out: an `Analysis`, made only if the rules or what it is made
of are others than at the last time; what people put beside the drafts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tracker import engine
from tracker.claims import judge_all
from tracker.diff import changes
from tracker.findings import Past, findings
from tracker.function import functions
from tracker.history import ages, contests, there_and_back, threads
from tracker.model import Alignment, Draft, Negotiation, PrecedentFile
from tracker.precedent import Uptake, compare
from tracker.references import followed, looked_at, references
from tracker.store import Store
from tracker.store.analysis import Analysis, Given
from tracker.substance import profile
from tracker.uptake import Match, uptake


def analyse(store: Store, negotiation: str, language: str) -> bool:
    """Make the analysis of the stored drafts anew, if it is not there already; nothing happens
    where not all pairs are compared. Whether one was made."""
    known = store.negotiation(negotiation)
    drafts = store.all_drafts(negotiation, language)
    alignments = store.alignments(negotiation, language)
    if known is None or len(alignments) != len(drafts) * (len(drafts) - 1) // 2:
        return False
    given = store.given(negotiation)
    made_of = _fingerprint(known, drafts, alignments, given)
    if store.analysed(negotiation, language) == made_of:
        return False
    store.put_analysis(analysis(known, language, drafts, alignments, given, made_of))
    return True


def analysis(
    negotiation: Negotiation,
    language: str,
    drafts: Sequence[Draft],
    alignments: Mapping[tuple[str, str], Alignment],
    given: Given,
    made_of: str = "",
) -> Analysis:
    """What follows from drafts in one language, in their order, and the alignments of all pairs."""
    through = threads(drafts, alignments)
    past = Past(drafts, through)
    aged = ages(drafts, alignments, through)
    found, led, returns = {}, {}, {}
    for (m, old), (n, new) in combinations(enumerate(drafts), 2):
        pair = old.symbol, new.symbol
        alignment = alignments[pair]
        if looked_at(language):
            led[pair] = followed(old, new, alignment)
        changed = changes(old, new, alignment)
        found[pair] = findings(old, new, alignment, changed, followed=led.get(pair), past=past)
        returns[pair] = there_and_back(aged, drafts, through, m, n)
    own = language == negotiation.language
    jobs = {draft.symbol: functions(draft) for draft in drafts}
    return Analysis(
        negotiation=negotiation.id,
        language=language,
        made_of=made_of,
        drafts=tuple(drafts),
        threads=tuple(through),
        findings=found,
        followed=led,
        references={d.symbol: references(d) for d in drafts if looked_at(language)},
        forces={d.symbol: {p.eid: profile(p, language) for p in d.provisions} for d in drafts},
        ages=aged,
        returns=returns,
        contests=contests(aged, drafts),
        matches=_matches(drafts, given) if own else (),
        borrowed=tuple(_borrowed(drafts[-1], given)) if own and drafts else (),
        judged=judge_all(negotiation.claims, drafts, through, jobs) if own else (),
    )


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
