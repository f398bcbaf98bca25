#!/usr/bin/env python3
"""Measure the alignment on links that people labelled by hand.

    python scripts/measure_links.py [--errors]

In: the labels in `tests/labels/links` (two passes, the second blind to the first) and the drafts of
the shared folder. Out: a table; exit 1 if a figure falls short. A label names provisions by their
printed numbers: `12(3)` is paragraph 3 of section 12, `VIII/2` the second paragraph, without a
number, of article VIII. A link counts if either of its ends is labelled; doubtful labels count
neither for nor against.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measured import Row, data, printed

from tracker.align import align
from tracker.align.outline import Outline
from tracker.ingesters import About
from tracker.model import Draft, Link
from tracker.texts import draft_of
from tracker.words import bare_number

LABELS = Path(__file__).resolve().parent.parent / "tests" / "labels" / "links"
STAGES = [
    f"ireland-bill-35-2014/{stage}_akn.xml"
    for stage in ("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S")
]
ANZUS = (
    "anzus-1951/v1_canberra-draft_1951-02-17.txt",
    "anzus-1951/v4_initialled-text_1951-07-12.txt",
)
SETS = {
    "anzus": ("ANZUS, first to last draft", *ANZUS),
    **{
        f"irish-{n}": (f"Irish bill, stage {n} to {n + 1}", STAGES[n - 1], STAGES[n])
        for n in range(1, len(STAGES))
    },
}
LEAST = 0.97

Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Labels:
    """Links as labelled, by the paths of their ends, and those that are doubtful."""

    relations: dict[Ends, str]
    doubtful: frozenset[Ends]

    @classmethod
    def read(cls, path: Path) -> Labels:
        """One pass of one set."""
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["links"]
        relations = {(row[0], row[1]): row[2] for row in rows}
        return cls(relations, frozenset((row[0], row[1]) for row in rows if len(row) > 3))


def main() -> int:
    """Print the table; 1 if a figure falls short."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="list what differs")
    given = parser.parse_args()
    rows: list[Row] = []
    for name, (title, old, new) in SETS.items():
        first, second = (Labels.read(LABELS / f"{name}-{n}-pass.toml") for n in ("first", "second"))
        both = first.relations.keys() & second.relations.keys()
        agreed = sum(first.relations[x] == second.relations[x] for x in both)
        rows.append(
            Row(title, "labels of both passes that agree", f"{agreed}/{len(both)}", "", True)
        )
        rows += _measured(title, first, _draft(old, "1"), _draft(new, "2"), given.errors)
    return 0 if printed(rows) else 1


def said() -> Iterator[tuple[float, bool]]:
    """Score and rightness of every link with an end that is labelled without doubt."""
    for name, (_, *files) in SETS.items():
        labels = Labels.read(LABELS / f"{name}-first-pass.toml")
        old, new = (_draft(file, str(n)) for n, file in enumerate(files, start=1))
        for ends, link in _found(labels, old, new).items():
            yield link.score, ends in labels.relations


def _draft(name: str, symbol: str) -> Draft:
    return draft_of(data(name), About("labelled", symbol, f"2001-01-0{symbol}"))


def _measured(title: str, labels: Labels, old: Draft, new: Draft, errors: bool) -> Iterator[Row]:
    known = _known(labels, old, new)
    wanted = {x: r for x, r in labels.relations.items() if x[0] in known[0] and x[1] in known[1]}
    found = {ends: link.relation for ends, link in _found(labels, old, new).items()}
    right = wanted.keys() & found.keys()
    named = sum(wanted[x] == found[x] for x in right)
    if errors:
        for ends in sorted(wanted.keys() ^ found.keys()):
            print(f"{title}: {ends} labelled {wanted.get(ends)}, found {found.get(ends)}")
        for ends in sorted(x for x in right if wanted[x] != found[x]):
            print(f"{title}: {ends} labelled {wanted[ends]}, named {found[ends]}")
    score = 2 * len(right) / (len(wanted) + len(found)) if wanted or found else 1.0
    yield Row.at_least(title, f"links ({len(wanted)}), F1", score, LEAST)
    yield Row.at_least(title, "named as labelled", named / len(wanted) if wanted else 1.0, LEAST)


def _known(labels: Labels, old: Draft, new: Draft) -> tuple[set[str], set[str]]:
    """Provisions that both the labels and the draft name, and of which no label is doubtful."""
    known_old = {a for a, _ in labels.relations} & set(_paths(old).values())
    known_new = {b for _, b in labels.relations} & set(_paths(new).values())
    known_old -= {a for a, _ in labels.doubtful}
    known_new -= {b for _, b in labels.doubtful}
    return known_old, known_new


def _found(labels: Labels, old: Draft, new: Draft) -> dict[Ends, Link]:
    """Our links between provisions that are known, by the paths of their ends."""
    known, before, after = _known(labels, old, new), _paths(old), _paths(new)
    found = {}
    for link in align(old, new).links:
        ends = before.get(link.old or "", ""), after.get(link.new or "", "")
        if ends[0] in known[0] and ends[1] in known[1]:
            found[ends] = link
    return found


def _paths(draft: Draft) -> dict[str, str]:
    """By eId, units and what stands right inside them, by their printed numbers."""
    outline = Outline(draft)
    found: dict[str, str] = {}
    count: dict[int, int] = {}
    for node in outline.nodes:
        number = bare_number(node.provision.num)
        if node.level == "unit":
            found[node.provision.eid] = number.upper()
        elif node.parent >= 0 and outline.nodes[node.parent].level == "unit":
            unit = found[outline.nodes[node.parent].provision.eid]
            count[node.parent] = count.get(node.parent, 0) + 1
            inside = f"({number})" if number else f"/{count[node.parent]}"
            found[node.provision.eid] = f"{unit}{inside}"
    return found


if __name__ == "__main__":
    sys.exit(main())
