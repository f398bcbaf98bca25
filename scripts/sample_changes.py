"""Draw the changes that people label: which provisions of real drafts came to have other words.

In: the Irish bill, the GDPR and ANZUS in the shared folder. Out: JSON, a list of changes with their
texts, in an order that depends on nothing but the names of the provisions. The texts are
official: what is printed is for reading and never goes into the repository; labels name a change
by its pair, its two eIds and a hash of its texts.

A change is drawn if a hunk of its text or heading is inserted or deleted and not blank. What two
pairs of drafts show alike is drawn once. All of the bill and of ANZUS is taken, then the GDPR up
to the number asked for. With `--like` the changes are those of a file of labels, whose kinds are
not read: so a second person gets the same ones. A labelled change is two provisions with a hash of
their texts, not a link: where today's alignment does not link them, they are compared alone. What
is not there any more, or has other texts, is left out and named on the error stream.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from measured import data

from tracker.align import align
from tracker.diff import changes
from tracker.ingesters import About
from tracker.model import Alignment, Change, Comparison, Draft, Hunk, Link, Provision
from tracker.texts import draft_of

STAGES = [
    f"ireland-bill-35-2014/{stage}_akn.xml"
    for stage in ("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S")
]
ANZUS = [
    f"anzus-1951/{name}.txt"
    for name in (
        "v1_canberra-draft_1951-02-17",
        "v2_RECONSTRUCTED_dulles-redraft-of-arts-VII-VIII_1951-06-01",
        "v3_article-VIII_australian-counterproposal_1951-06-20",
        "v4_initialled-text_1951-07-12",
    )
]
PAIRS = {
    **{f"irish-{n}": (STAGES[n - 1], STAGES[n]) for n in range(1, len(STAGES))},
    **{f"anzus-{n}": (ANZUS[n - 1], ANZUS[n]) for n in range(1, len(ANZUS))},
    "anzus-whole": (ANZUS[0], ANZUS[-1]),
    "gdpr": ("gdpr/com-2012-11-proposal.en.txt", "gdpr/regulation-2016-679.en.txt"),
}
LARGE = "gdpr"
"""The pair that fills up what the others leave of the number asked for."""
NUMBER = 300


@dataclass(frozen=True, slots=True)
class Sampled:
    """A change to be labelled, with its two provisions and the drafts that they stand in.

    `beside` are the other parts of a split or merger, as new or as old provisions.
    """

    pair: str
    change: Change
    old: Provision
    new: Provision
    drafts: tuple[Draft, Draft]
    beside: tuple[Provision, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What a label names it by."""
        return self.pair, self.old.eid, self.new.eid

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits of headings and texts of both provisions."""
        texts = (self.old.heading, self.old.text, self.new.heading, self.new.text)
        words = "\0".join(" ".join(text.split()) for text in texts)
        return hashlib.sha256(words.encode()).hexdigest()[:12]

    @property
    def place(self) -> str:
        """Its place in the order of drawing."""
        return hashlib.sha256("|".join(self.key).encode()).hexdigest()


def drawn(number: int = NUMBER, without: Sequence[Path] = ()) -> list[Sampled]:
    """The changes to be labelled, in the order of drawing; none that a file of labels names."""
    if without:
        known = {(row["pair"], row["old"], row["new"]) for path in without for row in _rows(path)}
        every = (one for pair in PAIRS for one in collected(pair) if one.key not in known)
        fresh = {one.hash: one for one in sorted(every, key=lambda x: x.place, reverse=True)}
        return sorted(fresh.values(), key=lambda x: x.place)[:number]
    others = [one for pair in PAIRS if pair != LARGE for one in collected(pair)]
    once = {one.hash: one for one in sorted(others, key=lambda x: x.place, reverse=True)}
    small = sorted(once.values(), key=lambda x: x.place)[:number]
    large = sorted(collected(LARGE), key=lambda x: x.place)[: number - len(small)]
    return sorted([*small, *large], key=lambda x: x.place)


def like(labels: Path) -> list[Sampled]:
    """The changes that a file of labels names, in its order, as far as they are still there."""
    rows = _rows(labels)
    linked = {one.key: one for pair in PAIRS for one in collected(pair)}
    found = []
    for row in rows:
        key = row["pair"], row["old"], row["new"]
        one = linked.get(key) or alone(*key)
        if one is not None and one.hash == row["hash"]:
            found.append(one)
        else:
            print(f"{' '.join(key)}: not there, or with other texts", file=sys.stderr)
    return found


def _rows(labels: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = tomllib.loads(labels.read_text(encoding="utf-8"))["change"]
    return rows


def alone(pair: str, old_eid: str, new_eid: str) -> Sampled | None:
    """The change between two provisions as if they were the only ones linked; None if the pair of
    drafts or one of the provisions is not there."""
    if pair not in PAIRS:
        return None
    old, new = _drafts(*PAIRS[pair])
    before, after = ({p.eid: p for p in draft.provisions} for draft in (old, new))
    if old_eid not in before or new_eid not in after:
        return None
    link = Link(old_eid, new_eid, "same" if old_eid == new_eid else "moved", score=1.0)
    (change,) = changes(old, new, Alignment(old.symbol, new.symbol, (link,)))
    return Sampled(pair, change, before[old_eid], after[new_eid], (old, new))


def collected(pair: str) -> Iterator[Sampled]:
    """All changes of one pair of drafts in which words differ."""
    old, new = _drafts(*PAIRS[pair])
    before, after = ({p.eid: p for p in draft.provisions} for draft in (old, new))
    every = compared(pair).changes
    beside: dict[str, set[str]] = defaultdict(set)
    for one in every:
        if one.old and one.new:
            beside[f"old {one.old}"].add(one.new)
            beside[f"new {one.new}"].add(one.old)
    for one in every:
        if one.old and one.new and (_differ(one.text) or _differ(one.heading)):
            parts = sorted(beside[f"old {one.old}"] - {one.new})
            merged = sorted(beside[f"new {one.new}"] - {one.old})
            with_it = (*(after[x] for x in parts), *(before[x] for x in merged))
            yield Sampled(pair, one, before[one.old], after[one.new], (old, new), with_it)


def compared(pair: str) -> Comparison:
    """The two drafts of a pair as the tracker aligns and compares them today."""
    return _compared(*PAIRS[pair])


def drafts(pair: str) -> tuple[Draft, Draft]:
    """The two drafts of a pair."""
    return _drafts(*PAIRS[pair])


@cache
def _compared(old_name: str, new_name: str) -> Comparison:
    old, new = _drafts(old_name, new_name)
    alignment = align(old, new)
    return Comparison(alignment, changes(old, new, alignment))


@cache
def _drafts(old: str, new: str) -> tuple[Draft, Draft]:
    return _draft(old, 1), _draft(new, 2)


def _draft(name: str, place: int) -> Draft:
    return draft_of(data(name), About("labelled", str(place), f"2001-01-0{place}"))


def _differ(hunks: tuple[Hunk, ...]) -> bool:
    return any(hunk.operation != "equal" and hunk.text.strip() for hunk in hunks)


def _told(one: Sampled) -> dict[str, object]:
    """What a person reads: both provisions, and what the tracker compared of them, which for a part
    of a split or merger is its share and for a change of level all that is inside."""
    return {
        "pair": one.pair,
        "hash": one.hash,
        "relation": one.change.relation,
        "old": _side(one.old),
        "new": _side(one.new),
        "compared": [asdict(hunk) for hunk in one.change.text],
        "beside": [_side(part) for part in one.beside],
    }


def _side(provision: Provision) -> dict[str, str]:
    return {name: getattr(provision, name) for name in ("eid", "num", "heading", "text")}


def main() -> None:
    """Print the sample, or a stretch of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--number", type=int, default=NUMBER, help="how many are drawn")
    parser.add_argument("--like", type=Path, help="those of this file of labels")
    parser.add_argument(
        "--without", type=Path, action="append", default=[], help="none of this file of labels"
    )
    parser.add_argument("--first", type=int, default=0, help="print from this one on, from 0")
    parser.add_argument("--last", type=int, default=None, help="print up to, without, this one")
    given = parser.parse_args()
    sample = like(given.like) if given.like else drawn(given.number, given.without)
    told = [_told(one) for one in sample[given.first : given.last]]
    print(json.dumps(told, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
