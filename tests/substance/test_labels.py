"""The labels that the rules were written with: what they are, and that the rules still meet them."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tracker.align import align
from tracker.diff import changes
from tracker.ingesters import About
from tracker.model import Alignment, Change, Draft, Link
from tracker.substance import KINDS, context_of, kinds
from tracker.texts import draft_of

LABELS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "labels" / "changes-development.toml").read_text("utf-8")
)["change"]


def test_only_a_third_was_looked_at() -> None:
    assert LABELS
    for label in LABELS:
        digest = hashlib.sha256((label["old"] + label["new"]).encode()).hexdigest()
        assert int(digest, 16) % 3 == 0, label


def test_labels_are_of_the_codebook() -> None:
    for label in LABELS:
        assert set(label["kinds"]) <= set(KINDS), label
        assert "editorial" not in label["kinds"] or len(label["kinds"]) == 1, label


def _alone(old: Draft, new: Draft, ends: tuple[str, str]) -> Change:
    """The change between two provisions that were linked when they were read, and no longer are:
    what the rules say of it does not hang on that."""
    link = Link(*ends, "moved", 1.0, ())
    (found,) = changes(old, new, Alignment(old.symbol, new.symbol, (link,)))
    return found


@pytest.mark.shared
def test_the_gdpr_as_it_was_read(shared_data: Path) -> None:
    """Precision of what is sure, on the changes that the rules were written with: a floor under
    later work, no measure. References are not followed here. These labels are one reader's; of
    rights that were granted, which they hold for scope, two later readers said `safeguard`."""
    names = ("com-2012-11-proposal.en.txt", "regulation-2016-679.en.txt")
    old, new = (
        draft_of(shared_data / "gdpr" / name, About("gdpr", name[:3], date))
        for name, date in zip(names, ("2012-01-25", "2016-04-27"), strict=True)
    )
    made = changes(old, new, align(old, new))
    context = context_of(old, new, made)
    by_ends = {(c.old, c.new): c for c in made}
    before, after = ({p.eid: p for p in draft.provisions} for draft in (old, new))
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for label in LABELS:
        if label["negotiation"] != "gdpr":
            continue
        ends = label["old"], label["new"]
        change = by_ends.get(ends) or _alone(old, new, ends)
        found = kinds(change, before[label["old"]], after[label["new"]], context)
        sure = {one.kind for one in found if one.sure}
        told.update(sure)
        right.update(sure & set(label["kinds"]))
    for kind, least in {"qualifier": 0.85, "safeguard": 0.8, "editorial": 0.9}.items():
        assert told[kind] >= 8, kind
        assert right[kind] / told[kind] >= least, kind
