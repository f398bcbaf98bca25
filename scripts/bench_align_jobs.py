"""How the bench does its jobs, and how it shows what came of them.

In: a job (see `bench_align_child`). Out: the child's answer, or `Late`. And `table`: rows of cells
as aligned columns or as Markdown.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHILD = Path(__file__).resolve().parent / "bench_align_child.py"


class Late(Exception):
    """A job was not done by its deadline."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """Does jobs one after another: at most `runs` of each, none begun after `budget` seconds, and
    the process ended after `deadline` seconds."""

    runs: int = 5
    budget: float = 20.0
    deadline: float = 300.0

    def do(self, job: dict[str, Any], **environment: str) -> dict[str, Any]:
        """The answer to a job.

        Raises:
            Late: it was not done by the deadline.
        """
        told = json.dumps({"runs": self.runs, "budget": self.budget, **job})
        # One seed, so that a run can be repeated; `steadiness` takes others.
        settings = {**os.environ, "PYTHONHASHSEED": "0", **environment}
        command = [sys.executable, str(CHILD), told]
        try:
            done = subprocess.run(
                command, env=settings, capture_output=True, text=True, timeout=self.deadline
            )
        except subprocess.TimeoutExpired:
            raise Late(f"not done in {self.deadline:g} s") from None
        if done.returncode:
            sys.exit(f"{told}: ended with {done.returncode}\n{done.stderr[-3000:]}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """Rows of cells below a header.

    >>> print(table(["tool", "F1"], [["ours", "0.99"]], markdown=True))
    | tool | F1 |
    |---|---|
    | ours | 0.99 |
    >>> print(table(["tool", "F1"], [["ours", "0.99"]], markdown=False))
    tool  F1
    ours  0.99
    """
    if markdown:
        lines = [header, ["---"] * len(header), *rows]
        shown = (("|{}|" if n == 1 else "| {} |", line) for n, line in enumerate(lines))
        return "\n".join(
            form.format(("|" if form == "|{}|" else " | ").join(line)) for form, line in shown
        )
    filled = [[*row, *[""] * (len(header) - len(row))] for row in (header, *rows)]
    widths = [max(len(row[n]) for row in filled) for n in range(len(header))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in filled
    )
