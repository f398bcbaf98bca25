"""What `measure_uptake.py` prints to be looked at: matches with their authors, and pairs to judge.

In: matches, proposals, drafts. Out: lines. Pairs are drawn at random, always the same ones.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from tracker.model import Draft
from tracker.uptake import Match, Proposal


def show(matches: Sequence[Match], proposals: Sequence[Proposal], drafts: Sequence[Draft]) -> None:
    """Print matches with their authors and words."""
    authors = {one.id: one for one in proposals}
    texts = {(d.symbol, p.eid): p.text for d in drafts for p in d.provisions}
    for match in matches:
        one, text = authors[match.proposal], texts[match.stands_in, match.eid]
        words = " … ".join(" ".join(text[run.start : run.end].split()) for run in match.runs)
        also = f"; so do other proposals: {len(match.also)}" if match.also else ""
        possibly = "" if match.sure else "possibly "
        print(
            f"{match.eid}: {possibly}matches {one.author} ({one.date}; {one.source}){also}\n"
            f"    {match.kind}, {match.words} words, {match.share:.0%} of what it changes, "
            f"chance {match.chance:.1g}: “{words}”"
        )


def twenty(matches: Sequence[Match]) -> list[Match]:
    """The rarest, one for each provision and its words."""
    found: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.chance, m.eid, m.proposal)):
        if match.kind != "deletion" and all(one.eid != match.eid for one in found):
            found.append(match)
    return found[:20]


def drawn(matches: Sequence[Match], many: int, proposals: Sequence[Proposal], new: Draft) -> None:
    """Print pairs to judge, in random order: the words in capitals, with what stands around."""
    texts = {p.eid: p.text for p in new.provisions}
    wanted = {one.id: one for one in proposals}
    for match in random.Random(5).sample(list(matches), min(many, len(matches))):
        one = wanted[match.proposal]
        here = [(run.start, run.end) for run in match.runs]
        there = [(run.proposal_start, run.proposal_end) for run in match.runs]
        print(f"[{one.id}] {match.eid}  {one.author}, aims at {one.aims_at or '?'}")
        print("  new:", _marked(texts[match.eid], here))
        print("  asked:", _marked(one.text, sorted(there)))


def _marked(text: str, spans: Sequence[tuple[int, int]], around: int = 150) -> str:
    shown = list(text)
    for start, end in spans:
        shown[start:end] = [c.upper() if len(c.upper()) == 1 else c for c in shown[start:end]]
    return " ".join("".join(shown[max(0, spans[0][0] - around) : spans[-1][1] + around]).split())
