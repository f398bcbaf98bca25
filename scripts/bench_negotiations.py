"""Two negotiations whose whole way into the database is timed.

In: the shared folder. Out: folders with a manifest each, ready for `tracker build`: the GDPR with
all proposals of lobby groups, and eight rounds of a treaty of 76 articles, which mutation makes of
an agreement (`alignment_mutations`), always the same.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from alignment_mutations import SORTS, mutate
from measure_uptake import AFTER, BEFORE, draft, gdpr
from measured import data

from tracker import akn

ROUNDS = 8
_PRECEDENTS = ("UNTOC-2000.json", "ETS-185-budapest-2001.json")


def gdpr_with_proposals(drafts: Path) -> None:
    """The proposal, the regulation, what 1,159 amendments asked for, and two precedents."""
    folder = drafts / "gdpr"
    folder.mkdir(parents=True)
    asked = [asdict(one) for one in gdpr(draft(*BEFORE)) if one.text or one.old_text]
    (folder / "proposals.json").write_text(json.dumps({"proposals": asked}), encoding="utf-8")
    lines = _head("gdpr")
    for file, symbol, date in (BEFORE, AFTER):
        lines += _round(symbol, date, _copied(data(file), folder))
    lines += ["[[proposals]]", 'file = "proposals.json"']
    for name in _PRECEDENTS:
        lines += [
            "[[precedents]]",
            f'file = "{_copied(data("precedents", name), folder)}"',
            f'title = "{name}"',
        ]
    _write(folder, lines)


def treaty_in_rounds(drafts: Path) -> None:
    """The treaty: each round is made of the one before."""
    folder = drafts / "treaty"
    folder.mkdir(parents=True)
    agreement = draft("bbnj/bbnj-2023-en.pdf", "R1", "2031-01-01")
    other = draft("bbnj/fish-stocks-agreement-1995.pdf", "OTHER", "2031-01-01")
    lines = _head("treaty")
    for n in range(1, ROUNDS + 1):
        if n > 1:
            agreement = mutate(agreement, [other], n, SORTS[0]).new
        symbol, date = f"R{n}", f"2031-0{n}-01"
        agreement = replace(agreement, negotiation="treaty", symbol=symbol, date=date)
        file = folder / f"{symbol}.xml"
        file.write_bytes(akn.build(agreement, "un"))
        lines += _round(symbol, date, file.name)
    _write(folder, lines)


def _copied(file: Path, folder: Path) -> str:
    """A manifest names only files that lie in its folder."""
    shutil.copy(file, folder)
    return file.name


def _head(name: str) -> list[str]:
    return [f'id = "{name}"', f'title = "{_TITLES[name]}"', f'summary = "{_SUMMARIES[name]}"']


_TITLES = {
    "gdpr": "General Data Protection Regulation",
    "treaty": "A treaty that a program changed",
}
_SUMMARIES = {
    "gdpr": "The European Union's law on personal data: what the Commission proposed in 2012, what "
    "was adopted in 2016, and what lobby groups asked for in between. The texts of Parliament and "
    "Council are not here.",
    "treaty": "An agreement of 76 articles, changed seven times by a program, to be timed.",
}


def _round(symbol: str, date: str, file: str) -> list[str]:
    return [
        "[[rounds]]",
        f'id = "{symbol.lower().replace("/", "-").replace(" ", "-").translate(_DROPPED)}"',
        f'symbol = "{symbol}"',
        f'date = "{date}"',
        f'when = "{date}"',
        f'name = "{symbol}"',
        f'file = "{file}"',
    ]


_DROPPED = str.maketrans("", "", "()")


def _write(folder: Path, lines: Sequence[str]) -> None:
    (folder / "manifest.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
