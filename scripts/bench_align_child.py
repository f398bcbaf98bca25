"""One job of the bench, in a process of its own, so that its time and memory are its own.

In: one argument, a job in JSON. Out: one line of JSON on standard output.

    job    {"tool": name, "set": folder} | {"made": provisions or "treaty"} | {"case": name}
           and {"runs": most runs, "budget": seconds after which no further run is begun}
    answer {"seconds": of each run, "cpu": the least of the processor's, "peak": megabytes,
            "links": [[old, new, relation], …],
            "recall", "precision": of what was made up, "wrong": what is wrong with the answer,
            "steady": whether every run gave the same}

Only the alignment is timed: drafts are read or made up before, names of other tools' pairs are
found after. Peak memory is that of the whole process, interpreter and drafts included.
"""

from __future__ import annotations

import json
import math
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from bench_align_cases import CASES, TREATY
from bench_align_made import Made, drafts
from bench_align_text import Text, named

from tracker.align import align
from tracker.errors import AlignmentError
from tracker.ingesters import About
from tracker.model import Alignment, Draft
from tracker.texts import draft_of

OURS = "tracker"

Answer = TypeVar("Answer")


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Do a job."""
    if "set" in job:
        told = on_set(job)
    elif "made" in job:
        told = on_made(job)
    else:
        told = on_case(job)
    return {**told, "peak": peak()}


def timed(job: dict[str, Any], work: Callable[[], Answer]) -> tuple[Answer, dict[str, Any]]:
    """The answer of the first run, the seconds of all, and whether they agree."""
    seconds: list[float] = []
    cpu = math.inf
    answers: list[Answer] = []
    begun = time.perf_counter()
    while not seconds or (
        len(seconds) < job["runs"] and time.perf_counter() - begun < job["budget"]
    ):
        start, used = time.perf_counter(), time.process_time()
        answer = work()
        seconds.append(time.perf_counter() - start)
        cpu = min(cpu, time.process_time() - used)
        answers = [*answers[:1], answer] if not answers or answer != answers[0] else answers
    return answers[0], {"seconds": seconds, "cpu": cpu, "steady": len(answers) == 1}


def on_set(job: dict[str, Any]) -> dict[str, Any]:
    """Align a set with one of the tools."""
    folder = Path(job["set"])
    old, new = (_read(folder / f"{side}.xml", side) for side in ("old", "new"))
    if job["tool"] == OURS:
        answer, told = timed(job, lambda: align(old, new))
        return {**told, "links": _links(answer)}
    # The others are looked for only where one of them is asked.
    from bench_align_tools import TOOLS

    before, after = Text.of(old), Text.of(new)
    pairs, told = timed(job, lambda: TOOLS[job["tool"]].pairs(before, after))
    return {**told, "links": named(before, after, pairs)}


def on_made(job: dict[str, Any]) -> dict[str, Any]:
    """Align made-up drafts, and say how much of what happened was found."""
    made = treaty() if job["made"] == "treaty" else drafts(int(job["made"]))
    answer, told = timed(job, lambda: align(made.old, made.new))
    links = _links(answer)
    found = {(o, n) for o, n, _ in links}
    hits = len(found & made.pairs)
    shares = {"recall": hits / len(made.pairs), "precision": hits / max(1, len(found))}
    return {**told, **shares, "links": links}


def treaty() -> Made:
    """A long treaty and what became of it."""
    return drafts(**TREATY)


def on_case(job: dict[str, Any]) -> dict[str, Any]:
    """Align bad input, and judge the answer."""
    case = CASES[job["case"]]
    old, new = case.make()

    def attempt() -> Alignment | str:
        try:
            return align(old, new)
        except AlignmentError as error:
            return str(error)

    answer, told = timed(job, attempt)
    return {**told, "wrong": case.judge(old, new, answer)}


def peak() -> float:
    """The most megabytes this process ever held, not those of the one that began it."""
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _read(path: Path, symbol: str) -> Draft:
    return draft_of(path, About("bench", symbol, "2000-01-01", "en"))


def _links(alignment: Alignment) -> list[tuple[str, str, str]]:
    return [
        (x.old, x.new, x.relation)
        for x in alignment.links
        if x.old is not None and x.new is not None
    ]


def keep_to_cores() -> None:
    """Keep to as many cores as BENCH_CORES says, where the system can."""
    wanted = os.environ.get("BENCH_CORES")
    if wanted and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(wanted)])


if __name__ == "__main__":
    keep_to_cores()
    json.dump(run(json.loads(sys.argv[1])), sys.stdout)
