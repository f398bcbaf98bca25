#!/usr/bin/env python3
"""Fit how sure a link is: the weights in `tracker/align/confidence.py`.

    python scripts/calibrate_align.py [--seeds 3]

In: real drafts of the shared folder, changed by `alignment_mutations`, and the published lineage
among the shared alignment sets. Out: the weights, to be copied into the module, and a table: of the
links said to be so sure, how many are right. The treaties mutated for the shared sets are not used
to fit; their rows show how the figure holds on texts that the weights have not seen.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from alignment_mutations import SORTS, mutate
from measured import data
from numpy.typing import NDArray
from scipy.optimize import minimize

from tracker.align.confidence import NAMES
from tracker.align.engine import weighed_links
from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read

BBNJ, FISH = "bbnj/bbnj-2023-en.pdf", "bbnj/fish-stocks-agreement-1995.pdf"
GDPR = "gdpr/regulation-2016-679.en.txt"
CHILE = "chile-2023/Texto-aprobado-Consejo-Constitucional_06.10.23.pdf"
BILL = "ireland-bill-35-2014/b35d14S_akn.xml"
TEXTS = {
    BBNJ: (FISH, GDPR),
    FISH: (BBNJ, GDPR),
    GDPR: (BBNJ, BILL),
    CHILE: (GDPR,),
    BILL: (GDPR, FISH),
}
"""Texts to change, each with those whose articles are put into it."""

BINS = (0.4, 0.5, 0.7, 0.85, 0.95, 0.99, 1.0)
SMOOTHING = 0.01

Rows = list[tuple[float, ...]]


def main() -> int:
    """Fit, print the weights and the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seeds", type=int, default=3, help="changed versions of each text")
    given = parser.parse_args()
    groups: dict[str, tuple[Rows, list[bool]]] = {}
    for name, old, new, gold in _examples(given.seeds):
        rows, right = groups.setdefault(name, ([], []))
        for evidence, known in _judged(old, new, gold):
            rows.append(evidence)
            right.append(known)
    fitted = [name for name in groups if name != "synthetic"]
    weights = _fit(
        np.array([row for name in fitted for row in groups[name][0]]),
        np.array([known for name in fitted for known in groups[name][1]], dtype=float),
    )
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"    {weight:.2f},  # {name}")
    for name, (rows, right) in groups.items():
        print(f"{name}: {len(rows)} links, {len(right) - sum(right)} wrong")
        _table(1 / (1 + np.exp(-(np.array(rows) @ weights))), np.array(right, dtype=float))
    return 0


def _examples(seeds: int) -> Iterator[tuple[str, Draft, Draft, dict[str, object]]]:
    """Name of the group, both drafts, and what is known of their links."""
    drafts = {name: _read(data(name)) for name in TEXTS}
    for kind in SORTS:
        for name, others in TEXTS.items():
            for seed in range(seeds):
                made = mutate(drafts[name], [drafts[x] for x in others], 100 + seed, kind)
                yield kind.name, made.old, made.new, made.gold()
    for path in sorted(_sets().glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        old, new = (_read(path.with_name(f"{side}.xml")) for side in ("old", "new"))
        yield gold["tier"], old, new, gold


def _sets() -> Path:
    default = data().parent / "eval" / "sets"
    return Path(os.environ.get("TRACKER_SHARED_EVAL", default))


def _read(path: Path) -> Draft:
    return ingest(read(path), About("made", path.stem, "2031-01-01"))


def _judged(
    old: Draft, new: Draft, gold: dict[str, Any]
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The evidence for each link of which it is known whether it is right, and whether it is."""
    edges = {(e["old"], e["new"]): e["relation"] for e in gold["edges"]}
    unknown_old, unknown_new = set(gold["unscored_old"]), set(gold["unscored_new"])
    for before, after, evidence in weighed_links(old, new):
        known = edges.get((before, after))
        judged = any(_kind(eid) in gold["levels"] for eid in (before, after))
        if known == "optional" or not judged:
            continue
        if known is None and (before in unknown_old or after in unknown_new):
            continue
        yield evidence, known is not None


def _kind(eid: str) -> str:
    start = eid.rsplit("__", 1)[-1].split("_", 1)[0]
    return {"art": "article", "para": "paragraph", "point": "point"}.get(start, "")


def _fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression, slightly smoothed."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total = rows @ weights
        value = float((np.logaddexp(0, total) - right * total).sum())
        slope = rows.T @ (1 / (1 + np.exp(-total)) - right)
        return value + SMOOTHING * float(weights @ weights), slope + 2 * SMOOTHING * weights

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    if not found.success:
        raise SystemExit(f"the fit did not end: {found.message}")
    return np.asarray(found.x)


def _table(said: NDArray[np.float64], right: NDArray[np.float64]) -> None:
    for low, high in zip((0.0, *BINS[:-1]), BINS, strict=True):
        here = (said >= low) & ((said < high) | (high == 1.0))
        if here.any():
            print(
                f"    said {low:.2f} to {high:.2f}: {int(here.sum()):5d} links, "
                f"mean {said[here].mean():.3f}, right {right[here].mean():.3f}"
            )


if __name__ == "__main__":
    sys.exit(main())
