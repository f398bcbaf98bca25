"""Measure the kinds of change against 500 real changes labelled by hand.

In: `first.toml`, `second.toml` (a pass blind to the first) and `settled.toml` (a third reading of
what they differ on) in `tests/labels/changes`, of 300 changes that the rules were made on, or in
its folder `fresh`, of 200 more; and the drafts of the shared folder. Out: a table, with
`--markdown` for the README, with `--errors` every change that was judged otherwise; the program
ends with 1 if a figure falls short. Without a second pass the first alone is the reference, and the
table says so.

A kind holds of a change, or does not, where both passes say the same; where they differ the third
reading decides, and without one the kind counts neither for nor against; where it leaves nothing of
either, it counts alone. Directions (`weaker`, `added`, …) are compared only where the kind is
right. `--sure` takes only what the rules say for sure; `--unseen` takes the half of `fresh` (odd
hashes) that no rule was made on.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measured import Row, printed
from sample_changes import Sampled, compared, like

from tracker.references import consequential, followed
from tracker.substance import Context, Finding, context_of, kinds

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "labels" / "changes"
CHANGED = ("added", "removed", "replaced")
KINDS: Mapping[str, tuple[str, ...]] = {
    "force": ("weaker", "stronger", "other"),
    "qualifier": CHANGED,
    "scope": ("wider", "narrower", "other"),
    "safeguard": CHANGED,
    "threshold": (),
    "actor": (),
    "definition": (),
    "penalty": (),
    "reference": (),
    "heading": (),
    "editorial": (),
    "other": (),
}
"""The kinds with their directions; the codebook beside the labels says when each holds."""
WRITTEN = {
    f"{name}:{way}" if way else name for name, ways in KINDS.items() for way in ways or ("",)
}
ALONE = {"editorial", "heading"}
BARRED = ("force", "qualifier", "safeguard", "editorial")
BAR = 0.90

Key = tuple[str, str, str, str]
"""Pair of drafts, older eId, newer eId, hash of the texts."""
Labels = dict[Key, frozenset[str]]
"""The kinds of each change as written: `force:weaker`."""


@dataclass(frozen=True, slots=True)
class Right:
    """What is right of one change: kinds that hold, kinds that nobody settled, and the kinds as
    written wherever the readings have the same directions."""

    holds: frozenset[str]
    unsettled: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()


def read_labels(path: Path) -> Labels:
    """The labels of a file.

    Raises:
        SystemExit: it cannot be read, a change lacks something or stands twice, or a kind is none.
    """
    found: Labels = {}
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("change", [])
        for row in rows:
            key = row["pair"], row["old"], row["new"], row["hash"]
            where = f"{path}: {' '.join(key)}"
            if key in found:
                raise SystemExit(f"{where} stands twice")
            found[key] = _checked(where, row["kinds"])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"{path}: cannot be read as TOML ({error})") from error
    except KeyError as error:
        raise SystemExit(f"{path}: a change has no {error}") from error
    return found


def _checked(where: str, kinds: Sequence[str]) -> frozenset[str]:
    wrong = sorted(set(kinds) - WRITTEN)
    if wrong:
        raise SystemExit(f"{where}: {wrong[0]!r} is not a kind of change")
    if not kinds or (len(kinds) > 1 and ALONE & set(kinds)):
        raise SystemExit(f"{where}: {kinds} — a change has kinds, and these stand alone: {ALONE}")
    return frozenset(kinds)


def named(kinds: frozenset[str]) -> frozenset[str]:
    """Kinds without their directions.

    >>> sorted(named(frozenset({"force:weaker", "actor"})))
    ['actor', 'force']
    """
    return frozenset(kind.partition(":")[0] for kind in kinds)


def reference(first: Labels, second: Labels, settled: Labels) -> dict[Key, Right]:
    """What is right, of every change of the first pass; without a second what the first says."""
    return {
        key: _right(kinds, second.get(key) if second else kinds, settled.get(key))
        for key, kinds in first.items()
    }


def _right(
    one: frozenset[str], other: frozenset[str] | None, third: frozenset[str] | None
) -> Right:
    if other is None:
        return Right(frozenset(), frozenset(KINDS))
    holds: set[str] = set()
    unsettled: set[str] = set()
    written: set[str] = set()
    for name in KINDS:
        ways, others = _of(one, name), _of(other, name)
        if bool(ways) != bool(others) and third is None:
            unsettled.add(name)
            continue
        decided = ways if ways == others else _of(third or frozenset(), name)
        written |= decided
        if decided or (ways and others):
            holds.add(name)
    if third and not holds:
        # The third reading found that neither pass was right.
        return Right(named(third), frozenset(), third)
    return Right(frozenset(holds), frozenset(unsettled), frozenset(written))


def _of(kinds: frozenset[str], name: str) -> frozenset[str]:
    """The kinds of one name, as written."""
    return frozenset(kind for kind in kinds if kind.partition(":")[0] == name)


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Cohen's kappa of two sequences of yes and no; 1 if nothing is left to disagree on.

    >>> kappa([True, True, False, False], [True, False, True, False])
    0.0
    """
    agreed = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    yes, also = sum(first) / len(first), sum(second) / len(second)
    chance = yes * also + (1 - yes) * (1 - also)
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def agreement(first: Labels, second: Labels) -> Iterator[Row]:
    """How far the two passes agree that a kind holds of a change."""
    both = sorted(first.keys() & second.keys())
    whole = len(both) == len(first) == len(second)
    yield Row("two passes", "changes in both", f"{len(both)}", f"{len(first)}", whole)
    for name in KINDS if both else ():
        ones, others = ([name in named(labels[key]) for key in both] for labels in (first, second))
        same = sum(a == b for a, b in zip(ones, others, strict=True)) / len(both)
        told = f"{same:.3f}, κ {kappa(ones, others):.2f}"
        yield Row(name, f"first {sum(ones)}, second {sum(others)}: agreed", told, "", True)


def figures(right: Mapping[Key, Right], found: Mapping[Key, frozenset[str]]) -> Iterator[Row]:
    """Precision and recall of each kind on the changes that were found again."""
    yield Row.equal("reference", "labelled changes found again", len(found), len(right))
    for name in KINDS:
        judged = [key for key in found if name not in right[key].unsettled]
        wanted = {key for key in judged if name in right[key].holds}
        said = {key for key in judged if name in named(found[key])}
        hit = len(wanted & said)
        precision = hit / len(said) if said else 1.0
        told = f"precision ({hit} of {len(said)} said)"
        if name in BARRED:
            yield Row.at_least(name, told, precision, BAR)
        else:
            yield Row(name, told, f"{precision:.3f}", "", True)
        recall = hit / len(wanted) if wanted else 1.0
        yield Row(name, f"recall ({hit} of {len(wanted)} there)", f"{recall:.3f}", "", True)
        if KINDS[name]:
            yield _directed(name, right, {key: found[key] for key in wanted & said})


def _directed(name: str, right: Mapping[Key, Right], hits: Mapping[Key, frozenset[str]]) -> Row:
    """Of the changes with this kind, rightly said, those of which every direction is right."""
    pairs = [
        (_of(right[key].written, name), _of(kinds, name)) for key, kinds in sorted(hits.items())
    ]
    known = [(wanted, said) for wanted, said in pairs if wanted]
    same = sum(wanted == said for wanted, said in known)
    return Row(name, "direction right", f"{same} of {len(known)}", "", True)


def errors(right: Mapping[Key, Right], found: Mapping[Key, frozenset[str]]) -> Iterator[str]:
    """What was said wrongly or missed, one line a change."""
    for key, said in sorted(found.items()):
        wrong = sorted(named(said) - right[key].holds - right[key].unsettled)
        missed = sorted(right[key].holds - named(said))
        if wrong or missed:
            more, lost = ", ".join(wrong) or "nothing", ", ".join(missed) or "nothing"
            yield f"{' '.join(key[:3])}: wrongly {more}; missed {lost}"


def judge(*, sure: bool) -> Callable[[Sampled], frozenset[str]]:
    """The rules, from a change to its kinds as written; if `sure`, only those told for sure."""
    contexts: dict[str, Context] = {}

    def judged(one: Sampled) -> frozenset[str]:
        if one.pair not in contexts:
            contexts[one.pair] = _context(one)
        said = kinds(one.change, one.old, one.new, contexts[one.pair])
        return as_labelled(x for x in said if x.sure or not sure)

    return judged


def _context(one: Sampled) -> Context:
    """What is known of the two drafts of a change, with the references that only moved along."""
    both = compared(one.pair)
    moved = consequential(followed(*one.drafts, both.alignment))
    return context_of(*one.drafts, both.changes, moved)


def as_labelled(said: Iterable[Finding]) -> frozenset[str]:
    """Findings in the words of the labels: four kinds have directions, and what got wider in one
    way and narrower in another is `scope:other`."""
    written = {f"{x.kind}:{x.direction}" if KINDS[x.kind] else x.kind for x in said}
    scopes = _of(frozenset(written), "scope")
    return frozenset(written - scopes | {"scope:other"} if len(scopes) > 1 else written)


def unseen(key: Key) -> bool:
    """Whether a change of the second sample is of the half that no rule was made on.

    >>> unseen(("gdpr", "art_1", "art_1", "2e")), unseen(("gdpr", "art_1", "art_1", "2f"))
    (False, True)
    """
    return int(key[-1], 16) % 2 == 1


def show(rows: Sequence[Row], *, markdown: bool) -> bool:
    """Print the rows; whether every figure holds."""
    if not markdown:
        return printed(rows)
    print("| kind | measure | figure | bar |\n|---|---|---|---|")
    for row in rows:
        verdict = "" if row.held else " **falls short**"
        print(f"| {row.name} | {row.what} | {row.measured}{verdict} | {row.bar} |")
    return all(row.held for row in rows)


def main() -> None:
    """Print the table, and end the program."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--labels", type=Path, help="the folder of the passes")
    parser.add_argument("--markdown", action="store_true", help="as a table for the README")
    parser.add_argument("--errors", action="store_true", help="list what was judged otherwise")
    parser.add_argument("--sure", action="store_true", help="only what the rules say for sure")
    parser.add_argument(
        "--unseen", action="store_true", help="only changes that no rule was made on"
    )
    given = parser.parse_args()
    folder = given.labels or (FOLDER / "fresh" if given.unseen else FOLDER)
    first, second, settled = (
        read_labels(path) if name == "first" or path.exists() else {}
        for name in ("first", "second", "settled")
        for path in [folder / f"{name}.toml"]
    )
    rows = list(agreement(first, second)) if second else []
    right = reference(first, second, settled)
    if given.unseen:
        right = {key: one for key, one in right.items() if unseen(key)}
    rules = judge(sure=given.sure)
    sampled = {(*one.key, one.hash): one for one in like(folder / "first.toml")}
    found = {key: rules(sampled[key]) for key in right if key in sampled}
    rows += figures(right, found)
    if given.errors:
        print("\n".join(errors(right, found)))
    if not second:
        print("there is no second pass yet: the first alone is the reference")
    sys.exit(0 if show(rows, markdown=given.markdown) else 1)


if __name__ == "__main__":
    main()
