"""Git asked for pairs of provisions: by its renames of files, and by its moved lines.

In: two `Text`s. Out: pairs of places. Git runs as a program, outside any repository and without
the user's settings.

Renames: a file a provision, a line a word, so that its likeness of files (by lines) is one of
words; no two files have a name in common, so that it pairs all by their content. Moved lines: one
file a draft, again a line a word; the words left in place carry links, and so do the blocks that
it colours as moved. Where a moved block came from it does not say: its words do.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench_align_text import Pair, Text, carried

MOVED = {
    "35": ("oldMoved", "magenta"),
    "34": ("oldMovedAlternative", "blue"),
    "36": ("newMoved", "cyan"),
    "33": ("newMovedAlternative", "yellow"),
}
"""By its code on a terminal, what a colour says and its name in git's settings."""

COLOUR = re.compile(r"\x1b\[([0-9;]*)m")
AHEAD = 4
"""How many words must be the same before a moved block's origin is looked at."""


def version() -> str:
    """The version of the program."""
    return _git("--version").split()[-1]


def renamed_files(old: Text, new: Text, likeness: int = 40) -> set[Pair]:
    """Renames (`-M`) and copies (`-C`) among the files of each level."""
    found = set()
    olds, news = old.levels(), new.levels()
    for kind in olds.keys() & news.keys():
        with tempfile.TemporaryDirectory() as folder:
            for side, text, places in (("a", old, olds[kind]), ("b", new, news[kind])):
                (Path(folder) / side).mkdir()
                for place in places:
                    lines = "\n".join((*text.whole[place], ""))
                    (Path(folder) / side / f"{side}{place}").write_text(lines, encoding="utf-8")
            limits = f"-M{likeness}%", f"-C{likeness}%", "-l0"
            told = _git("diff", "--no-index", "--raw", "-z", *limits, "a", "b", folder=folder)
        fields = told.split("\0")
        for n, field in enumerate(fields):
            if field.startswith(":") and field.split()[-1][0] in "RC":
                a, b = (int(Path(name).name[1:]) for name in fields[n + 1 : n + 3])
                found.add((a, b))
    return found


def moved_blocks(old: Text, new: Text, share: float = 0.45) -> set[Pair]:
    """Words left in place, and words in blocks that were moved."""
    texts = [[(word, p) for p, own in enumerate(t.own) for word in own] for t in (old, new)]
    with tempfile.TemporaryDirectory() as folder:
        for name, words in zip("ab", texts, strict=True):
            lines = "".join(f"{word}\n" for word, _ in words)
            (Path(folder) / name).write_text(lines, encoding="utf-8")
        colours = [x for name, c in MOVED.values() for x in ("-c", f"color.diff.{name}={c}")]
        told = _git(
            *colours, "diff", "--no-index", "--color=always", "--color-moved=zebra", "--minimal",
            f"-U{len(texts[0]) + 1}", "a", "b", folder=folder,
        )  # fmt: skip
    shared: Counter[Pair] = Counter()
    gone: list[list[int]] = []
    come: list[list[int]] = []
    _read(told, texts, shared, gone, come)
    _match(texts, shared, gone, come)
    return carried(old, new, shared, share)


def _read(
    told: str,
    texts: Sequence[Sequence[tuple[str, int]]],
    shared: Counter[Pair],
    gone: list[list[int]],
    come: list[list[int]],
) -> None:
    """Count the words left in place, and gather the moved blocks, each a list of indexes."""
    i = j = 0
    last = ""
    body = False
    for line in told.split("\n"):
        plain = COLOUR.sub("", line)
        if not body:
            body = plain.startswith("@@")
            continue
        if not plain:
            continue
        colour = found[1] if (found := COLOUR.match(line)) else ""
        if plain[0] == " ":
            shared[texts[0][i][1], texts[1][j][1]] += 1
            i, j, last = i + 1, j + 1, ""
            continue
        blocks, at = (gone, i) if plain[0] == "-" else (come, j)
        if colour in MOVED:
            if colour != last:
                blocks.append([])
            blocks[-1].append(at)
        last = colour
        i, j = i + (plain[0] == "-"), j + (plain[0] == "+")


def _match(
    texts: Sequence[Sequence[tuple[str, int]]],
    shared: Counter[Pair],
    gone: list[list[int]],
    come: list[list[int]],
) -> None:
    """Count the words of moved blocks: for each the longest run of the same words among what was
    taken away."""
    old, new = texts
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    taken = {n for block in gone for n in block}
    for n in sorted(taken):
        starts[tuple(word for word, _ in old[n : n + AHEAD])].append(n)
    for block in come:
        at = 0
        while at < len(block):
            ahead = tuple(new[n][0] for n in block[at : at + AHEAD])
            runs = [_run(old, new, taken, start, block[at:]) for start in starts.get(ahead, ())]
            length, start = max(runs, default=(0, 0))
            for n in range(length):
                shared[old[start + n][1], new[block[at + n]][1]] += 1
            at += max(length, 1)


def _run(
    old: Sequence[tuple[str, int]],
    new: Sequence[tuple[str, int]],
    taken: set[int],
    start: int,
    block: Sequence[int],
) -> Pair:
    """How many words from `start` on are those of the block, and the start."""
    length = 0
    while (
        length < len(block)
        and start + length in taken
        and old[start + length][0] == new[block[length]][0]
    ):
        length += 1
    return length, start


def _git(*arguments: str, folder: str = ".") -> str:
    """What git prints; it ends with 1 when files differ."""
    settings = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **settings}, capture_output=True
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"git ended with {done.returncode}: {done.stderr.decode()[:200]}")
    return done.stdout.decode("utf-8")
