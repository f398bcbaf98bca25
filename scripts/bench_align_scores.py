"""Quality side by side: our links and those of other tools on the sets, by their own scorer.

In: the folder of the sets and of `score.py`. Out: a `Result` for each tool and tier, the rows of
the table, and the bars that our figures are held to.
"""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench_align_child import OURS
from bench_align_jobs import Jobs, Late
from bench_align_tools import TOOLS, Tool
from measured import Row

TIERS = ("synthetic", "official")
HEADER = (
    "tool", "F1", "precision", "recall", "spurious", "split", "merged", "demoted", "promoted",
    "moved", "renumbered", "seconds",
)  # fmt: skip
"""A relation's cell is the share linked / named; behind `at` the precision of the name."""

BARS: dict[str, dict[str, float | tuple[float | None, ...]]] = {
    "synthetic": {
        "f1": 0.990,
        "spurious": 0.002,
        "split": (0.93, 0.90),
        "merged": (0.93, 0.90),
        "demoted": (0.85, 0.85),
        "promoted": (0.85, 0.85),
        "moved": (None, 0.92, 0.95),
        "renumbered": (None, 0.98),
    },
    "official": {"f1": 0.955},
}
"""What our figures must reach: of a relation the share linked, named, and the name's precision."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool came to on the sets of one tier: the scorer's figures and the seconds for all
    sets together (of each the median), or why there are none."""

    tool: str
    tier: str
    figures: dict[str, Any]
    seconds: float = 0.0
    instead: str = ""

    def cells(self) -> list[str]:
        """The row of the table."""
        if self.instead:
            return [self.tool, self.instead, *[""] * (len(HEADER) - 2)]
        shares = [_share(self.figures[name]) for name in ("f1", "precision", "recall", "spurious")]
        return [self.tool, *shares, *map(self._relation, HEADER[5:-1]), f"{self.seconds:.2f}"]

    def _relation(self, name: str) -> str:
        """Linked / named, and at which precision."""
        if name not in self.figures:
            return "–"
        one = self.figures[name]
        shown = f"{_share(one['linked'], 2)} / {_share(one['named'], 2)}"
        return f"{shown} at {_share(one['precision'], 2)}" if one["precision"] else shown


def _share(figure: float | None, digits: int = 4) -> str:
    """A share, never rounded up; the scorer's have four digits."""
    if figure is None:
        return "–"
    return f"{int(round(figure * 10_000) / 10 ** (4 - digits)) / 10**digits:.{digits}f}"


def folder() -> Path:
    """The folder of the sets and their scorer; the program ends if it is not there."""
    default = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
    found = Path(os.environ.get("TRACKER_SHARED_EVAL") or default)
    if not (found / "score.py").is_file():
        sys.exit(f"no alignment sets: looked for {found / 'score.py'} (set TRACKER_SHARED_EVAL)")
    return found


def scorer(shared: Path) -> ModuleType:
    """The sets' own scorer, from where it is."""
    spec = importlib.util.spec_from_file_location("alignment_score", shared / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{shared / 'score.py'} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def results(jobs: Jobs, shared: Path, tools: Iterable[Tool]) -> list[Result]:
    """Ours and those of the other tools, a result for each tier that has sets."""
    score = scorer(shared)
    tiers: dict[str, list[tuple[Path, dict[str, Any]]]] = {}
    for path in sorted(shared.glob("sets/*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        tiers.setdefault(gold["tier"], []).append((path.parent, gold))
    found = []
    for tier, sets in tiers.items():
        found.append(_result(jobs, score, OURS, OURS, tier, sets))
        for tool in tools:
            name = f"{tool.name} ({tool.version})" if tool.version else tool.name
            if tool.missing:
                found.append(Result(tool.name, tier, {}, instead="not installed"))
            else:
                found.append(_result(jobs, score, tool.name, name, tier, sets))
    return found


def _result(
    jobs: Jobs,
    score: ModuleType,
    tool: str,
    name: str,
    tier: str,
    sets: Sequence[tuple[Path, dict[str, Any]]],
) -> Result:
    total: Counter[str] = Counter()
    seconds = 0.0
    for path, gold in sets:
        print(f"{name}: {path.name}", file=sys.stderr, flush=True)
        try:
            told = jobs.do({"tool": tool, "set": str(path)})
        except Late as late:
            return Result(name, tier, {}, instead=f"{path.name}: {late}")
        links = [{"old": o, "new": n, "relation": r} for o, n, r in told["links"]]
        total.update(score.score(gold, links))
        seconds += statistics.median(told["seconds"])
    return Result(name, tier, score.figures(total), seconds)


def bars(found: Iterable[Result]) -> list[Row]:
    """Our figures and what they must be."""
    rows = []
    for one in found:
        if one.tool != OURS:
            continue
        if one.instead:
            rows.append(Row(one.tier, "links", one.instead, "", False))
            continue
        for what, bar in BARS.get(one.tier, {}).items():
            if isinstance(bar, tuple):
                rows += _relation_bars(one, what, bar)
                continue
            # Without a link at all nothing is spurious: then F1 falls short.
            figure = one.figures[what] or 0.0
            if what == "spurious":
                rows.append(Row(one.tier, what, f"{figure:.4f}", f"≤ {bar:g}", figure <= bar))
            else:
                rows.append(_at_least(one.tier, what, figure, bar))
    return rows


def _at_least(tier: str, what: str, figure: float, bar: float) -> Row:
    """The scorer's figure as it is: it has four digits already."""
    return Row(tier, what, f"{figure:.4f}", f"≥ {bar:g}", figure >= bar)


def _relation_bars(one: Result, name: str, bar: tuple[float | None, ...]) -> Iterable[Row]:
    """A relation that the sets do not hold cannot fall short, and is not told."""
    if name not in one.figures:
        return
    for part, least in zip(("linked", "named", "precision"), bar, strict=False):
        if least is not None:
            figure = one.figures[name][part] or 0.0
            yield _at_least(one.tier, f"{name}, {part}", figure, least)


def missing(tools: Iterable[Tool]) -> list[str]:
    """The names of the tools that are not installed."""
    return [tool.name for tool in tools if tool.missing]


def all_tools() -> list[Tool]:
    """The other tools, in the order of the table."""
    return list(TOOLS.values())
