"""Measure which lobby proposals for the GDPR match words that entered the regulation.

In: the Commission's proposal, the regulation and 1,159 amendments that lobby groups asked for, in
the shared folder; `tests/labels/uptake/gdpr.toml`, what a person said of some of them. Out: a
table; the program ends with 1 if a figure falls short. `--show` prints the rarest matches with
their authors, `--draw` pairs to judge, `--write` the proposals in the form that
`tracker.uptake.load` reads.

Proposals whose id begins with an even hexadecimal digit are those that the rules were developed
on, the others the report half. The chance of a match is measured on texts that have nothing to do
with data protection, each taken for the draft that came after the Commission's.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from measured import Row, data, printed
from shown_uptake import drawn, show, twenty

from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read
from tracker.uptake import KINDS, Match, Proposal, uptake
from tracker.uptake.engine import ENOUGH, FEW

LABELS = Path(__file__).resolve().parent.parent / "tests" / "labels" / "uptake" / "gdpr.toml"
BEFORE = ("gdpr/com-2012-11-proposal.en.txt", "COM(2012) 11", "2012-01-25")
AFTER = ("gdpr/regulation-2016-679.en.txt", "2016/679", "2016-04-27")
UNRELATED = (
    "ireland-bill-35-2014/b35d14S.odt",
    "bbnj/bbnj-2023-en.pdf",
    "bbnj/fish-stocks-agreement-1995.pdf",
    "bbnj/v2_final_A-AC.296-2026-9.pdf",
)
BACKGROUND = ("precedents/UNTOC-2000.json", "precedents/ETS-185-budapest-2001.json")
NEAR = 1.0
"""The expected number of matches by chance up to which a pair is a near miss."""

PRECISION, CHANCE, SECONDS = 0.9, 0.01, 10.0
POSSIBLE = 0.8
"""What is told with "possibly" must be right so often."""

_AIM = re.compile(r"(?:r(?P<r>\d+)|a(?P<a>\d+)(?:p(?P<p>\d+))?(?:i(?P<i>\d+))?)\+?")

Half = Literal["development", "report"]
HALVES: tuple[Half, ...] = ("development", "report")


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of a proposal and a provision: `match`, `chance` or `unclear`."""

    proposal: str
    eid: str
    verdict: str


def gdpr(draft: Draft) -> tuple[Proposal, ...]:
    """The amendments, as of the last date that their documents bear; `draft` is what they are
    about."""
    documents = {one["uid"]: one for one in _json("gdpr/lobby-documents.json")}
    eids = {provision.eid for provision in draft.provisions}
    found = []
    for one in _json("gdpr/lobby-proposals.json"):
        dates = [
            seconds for seconds in documents[one["doc_uid"]]["data"]["date"].values() if seconds
        ]
        day = datetime.fromtimestamp(max(dates), UTC).date().isoformat() if dates else ""
        aims = [eid for eid in map(_eid, one["relations"]) if eid in eids]
        found.append(
            Proposal(
                id=one["uid"],
                author=one["lobbyist_title"],
                date=day,
                text=one["text"]["new"],
                old_text=one["text"]["old"],
                aims_at=aims[0] if aims else "",
                source=f"{one['doc']}, p. {one['page']}",
            )
        )
    return tuple(found)


def _eid(aim: str) -> str:
    """`a6p1i6` is article 6(1)(f), `r23` recital 23; `""` for what is not read."""
    match = _AIM.fullmatch(aim)
    if match is None:
        return ""
    if match["r"]:
        return f"rec_{match['r']}"
    parts = [f"art_{match['a']}"]
    if match["p"]:
        parts.append(f"para_{match['p']}")
    if match["i"]:
        parts.append(f"point_{chr(ord('a') + int(match['i']) - 1)}")
    return "__".join(parts)


def _json(name: str) -> Any:
    return json.loads(data(name).read_text(encoding="utf-8"))


def draft(name: str, symbol: str, date: str) -> Draft:
    """A draft of the shared folder."""
    return ingest(read(data(name)), About("gdpr", symbol, date))


def background() -> list[str]:
    """Texts that show what phrases are usual: two conventions on crime."""
    return [article["text"] for name in BACKGROUND for article in _json(name)["articles"]]


def half(proposal: str) -> Half:
    return "report" if int(proposal[0], 16) % 2 else "development"


def entered(matches: Sequence[Match]) -> list[Match]:
    """Those of words that entered."""
    return [match for match in matches if match.kind != "deletion"]


def read_labels(path: Path) -> tuple[Judged, ...]:
    """The labels of a file: a table for each proposal, in it `eid = "verdict"`.

    Raises:
        SystemExit: it cannot be read, or a verdict is none.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"{path}: cannot be read as TOML ({error})") from error
    found = []
    for proposal, table in tables.items():
        for eid, verdict in table.items():
            if verdict not in ("match", "chance", "unclear"):
                raise SystemExit(f"{path}: [{proposal}] {eid}: {verdict!r} is no verdict")
            found.append(Judged(proposal, eid, verdict))
    return tuple(found)


def precision(matches: Sequence[Match], judged: Sequence[Judged]) -> tuple[int, int]:
    """Of matches that a person judged: how many, and how many are right. What is unclear is
    wrong."""
    said = {(one.proposal, one.eid): one.verdict for one in judged}
    verdicts = [said[key] for key in ((m.proposal, m.eid) for m in matches) if key in said]
    return len(verdicts), verdicts.count("match")


def counted(name: str, matches: Sequence[Match], proposals: Sequence[Proposal]) -> None:
    """Print how many proposals of each kind were taken up."""
    total = sum(1 for one in proposals if name == "all" or half(one.id) == name)
    for kind in KINDS:
        here = [
            m for m in matches if m.kind == kind and (name == "all" or half(m.proposal) == name)
        ]
        taken = {m.proposal for m in here}
        sure = {m.proposal for m in here if m.sure}
        print(
            f"{name:12} {kind:10} {len(taken):4} of {total} proposals, {len(sure)} surely, "
            f"{len({m.eid for m in here})} provisions"
        )


def by_chance(proposals: Sequence[Proposal], before: Draft, usual: Sequence[str]) -> Iterator[Row]:
    """The share of proposals that match a text on something else; rows for both halves."""
    for name in UNRELATED:
        # Of a partial draft nothing is said to be gone, which is not asked for here.
        other = replace(draft(name, name, AFTER[2]), partial=True)
        matches = entered(uptake(proposals, (before, other), background=usual))
        for part in HALVES:
            there = [one for one in proposals if half(one.id) == part]
            hit = {m.proposal for m in matches if half(m.proposal) == part}
            share = len(hit) / len(there)
            measured = f"{len(hit)}/{len(there)}"
            yield Row(
                Path(name).stem, f"match by chance, {part} half", measured, "≤ 1%", share <= CHANCE
            )


def rows(
    matches: Sequence[Match], judged: Sequence[Judged], near: Sequence[Match]
) -> Iterator[Row]:
    """What the labels say of what is told firmly and of what is told as possible, each by itself:
    rows for both halves and for all, and what the near misses hold."""
    for part in (*HALVES, "all"):
        here = [m for m in entered(matches) if part in ("all", half(m.proposal))]
        firm = [m for m in here if m.sure]
        possible = [m for m in here if not m.sure]
        for name, some, bar in (
            ("firm", firm, PRECISION),
            ("possible", possible, POSSIBLE),
            ("both", here, PRECISION),
        ):
            total, right = precision(some, judged)
            share = right / total if total else 0.0
            what = f"{right} right of {total} judged, {len(some)} in all"
            yield Row.at_least(f"precision, {name}, {part}", what, share, bar)
    total, right = precision(near, judged)
    yield Row("near misses", "matches all the same, of those judged", f"{right}/{total}", "", True)


def by_content(loose: Sequence[Match], judged: Sequence[Judged]) -> Iterator[Row]:
    """How many judged pairs are right by how much they say, hits and near misses alike: what
    `ENOUGH` was set by, on the development half, and whether it holds on the other."""
    for part in HALVES:
        here = [m for m in entered(loose) if half(m.proposal) == part]
        for name, few in (("fewer", True), ("more", False)):
            total, right = precision([m for m in here if (FEW in m.doubts) is few], judged)
            what = f"right with {ENOUGH} words of content or more"
            if few:
                what = f"right with fewer than {ENOUGH} words of content"
            yield Row(f"said, {name}, {part}", what, f"{right}/{total}", "", True)


def near_misses(loose: Sequence[Match], matches: Sequence[Match]) -> list[Match]:
    """Words that entered of which nothing was told; `loose` holds both."""
    told = {(m.proposal, eid) for m in matches for eid in (m.eid, *m.elsewhere)}
    return [m for m in entered(loose) if (m.proposal, m.eid) not in told]


def write(path: Path, proposals: Sequence[Proposal]) -> None:
    """Write proposals in the form that `tracker.uptake.load` reads; some of the data have no words,
    and so propose nothing."""
    telling = [one for one in proposals if one.text.strip() or one.old_text.strip()]
    entries = [{k: v for k, v in asdict(one).items() if v} for one in telling]
    path.write_text(json.dumps({"proposals": entries}, ensure_ascii=False, indent=1) + "\n")


def main() -> None:
    """Print the table, or what was asked for."""
    parser = argparse.ArgumentParser(description="Measure the uptake of proposals.")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--show", action="store_true", help="twenty matches with their authors")
    parser.add_argument("--draw", choices=("hits", "near"), help="pairs to judge")
    parser.add_argument("--half", choices=("all", "development", "report"), default="all")
    parser.add_argument("--write", type=Path, metavar="FILE")
    asked = parser.parse_args()
    drafts = (draft(*BEFORE), draft(*AFTER))
    proposals = gdpr(drafts[0])
    if asked.write:
        write(asked.write, proposals)
        return
    usual = background()
    start = time.perf_counter()
    matches = uptake(proposals, drafts, background=usual)
    seconds = time.perf_counter() - start
    if asked.show:
        show(twenty(matches), proposals, drafts)
        return
    loose = uptake(proposals, drafts, background=usual, limit=NEAR)
    near = near_misses(loose, matches)
    if asked.draw:
        some = entered(matches) if asked.draw == "hits" else near
        some = [m for m in some if asked.half in ("all", half(m.proposal))]
        drawn(some, 50, proposals, drafts[1])
        return
    for name in (*HALVES, "all"):
        counted(name, matches, proposals)
    where = Counter(m.eid.split("__")[0] for m in entered(matches) if m.sure)
    print("most often in", ", ".join(f"{eid} ({n})" for eid, n in where.most_common(12)))
    table = [Row.at_most("gdpr", "time, 1,159 proposals", seconds, SECONDS, "s")]
    judged = read_labels(asked.labels)
    table += rows(matches, judged, near)
    table += by_content(loose, judged)
    table += by_chance(proposals, drafts[0], usual)
    sys.exit(0 if printed(table) else 1)


if __name__ == "__main__":
    main()
