#!/usr/bin/env python3
"""Our links and those of other tools on the same sets; our certainty, speed, memory and bad input.

    python scripts/bench_align.py [--markdown] [--ours-only] [--runs 5] [--only PART]

The sets and their scorer are those of TRACKER_SHARED_EVAL, else `../shared/eval`. The other tools
come from `requirements-dev.txt`; git is called if it is on the PATH. A tool that is missing gets
a row that says so. Every job runs in a process of its own, with a deadline.

Ends with 1 if a figure of ours misses its bar, or a tool is missing (unless `--ours-only`).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import bench_align_scores as scores
import bench_align_speed as speed
import bench_align_sure as sure
from bench_align_jobs import Jobs, table
from measured import Row

PARTS = ("sets", "certainty", "speed", "bad")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and print it."""
    options = _options(arguments)
    jobs = Jobs(options.runs, options.budget, options.deadline)
    wanted = options.only or PARTS
    bars: list[Row] = []
    missing: list[str] = []
    if "sets" in wanted:
        tools = [] if options.ours_only else scores.all_tools()
        missing = scores.missing(tools)
        found = scores.results(jobs, scores.folder(), tools)
        for tier in dict.fromkeys(one.tier for one in found):
            _show(
                f"{tier} sets", scores.HEADER, [r.cells() for r in found if r.tier == tier], options
            )
        print("".join(f"- {tool.name}: {tool.how}\n" for tool in tools))
        bars += scores.bars(found)
    if "certainty" in wanted:
        cells, held = sure.certainty(scores.folder(), scores.TIERS)
        _show("how sure, and how many are right", sure.HEADER, cells, options)
        bars += held
    if "speed" in wanted:
        measures = speed.speed(jobs)
        _show("speed, growth, memory", speed.SPEED_HEADER, measures.cells, options)
        bars += measures.bars + speed.steadiness(jobs)
    if "bad" in wanted:
        measures = speed.bad_input(jobs)
        _show("bad input", speed.BAD_HEADER, measures.cells, options)
        bars += measures.bars
    verdicts = [
        [row.name, row.what, row.measured, row.bar, "" if row.held else "falls short"]
        for row in bars
    ]
    _show("bars", ("of", "what", "measured", "bar", ""), verdicts, options)
    if missing:
        print(f"not installed: {', '.join(missing)} (see `make setup`; or --ours-only)")
    return 0 if all(row.held for row in bars) and not missing else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--markdown", action="store_true", help="tables for the README")
    parser.add_argument("--ours-only", action="store_true", help="leave the other tools out")
    parser.add_argument("--runs", type=int, default=5, help="most runs of each job")
    parser.add_argument("--budget", type=float, default=20.0, help="seconds for a job's runs")
    parser.add_argument("--deadline", type=float, default=300.0, help="seconds for a job")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part (repeatable)")
    return parser.parse_args(arguments)


def _show(
    title: str, header: Sequence[str], rows: Sequence[Sequence[str]], options: argparse.Namespace
) -> None:
    print(f"**{title}**\n" if options.markdown else f"── {title}")
    print(table(header, rows, markdown=options.markdown), end="\n\n", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
