"""Measure the legal functions of provisions against labels made by hand.

In: `tests/labels/functions.toml` (a table a treaty, article number = function) and the treaties in
the shared folder; `functions-other.toml` (a table an instrument, eId = function) and those
instruments; or two such files with `--agreement`. Out: a table; the program ends with 1 if the half
kept for the report falls short or an offence is called something else.

The odd articles and the other instruments are those that the rules were developed on, the even ones
the report half: nothing that a person writes rules by may come from these, so only its figures are
printed, never its articles.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measured import Row, data, printed

from tracker.function import FUNCTIONS, functions
from tracker.ingesters import About, ingest
from tracker.model import Draft, Provision, Source
from tracker.read import read

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labels" / "functions.toml"
OTHER_LABELS = LABELS.with_name("functions-other.toml")
TREATIES = {"ETS-185": "ETS-185-budapest-2001.json", "UNTOC": "UNTOC-2000.json"}
TRANSLATED = {"fr": "bbnj-2023-fr.pdf", "es": "bbnj-2023-es.pdf"}
BAR = 0.90

Labels = dict[str, dict[str, str]]
"""By treaty, by article number: the function."""

_LINK = re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,400}\)")
_NUMBERED = re.compile(
    r"(?P<num>\d{1,2}\.|\(?[a-z]\)|\((?:[ivx]{1,5})\)|[a-z]\.|–)\s*(?P<text>.*)", re.S
)
_DEPTH = {"paragraph": 1, "point": 2, "subparagraph": 3}


def other_files() -> dict[str, Path]:
    """The instruments of the other labels, by name. Asked for when they are read: where the shared
    documents are can be said after this module is imported."""
    return {
        "BBNJ": data("bbnj", "bbnj-2023-en.pdf"),
        "Fish Stocks": data("bbnj", "fish-stocks-agreement-1995.pdf"),
        "Part XI": data("bbnj", "agreement-partxi-1994.pdf"),
        "ANZUS": data("anzus-1951", "v4_initialled-text_1951-07-12.txt"),
        "Covenant": data("league-covenant-1919", "v2_covenant-treaty-of-versailles_1919.txt"),
        "GDPR": data("gdpr", "regulation-2016-679.en.txt"),
        "H.R. 2008": data("us-bills", "117-hr2008", "BILLS-117hr2008rfs-uslm.xml"),
        "Irish bill": data("ireland-bill-35-2014", "b35d14S_akn.xml"),
        "ETS-189": data("precedents", "ETS-189-budapest-protocol-2003.json"),
        "UN cybercrime": ROOT / "drafts" / "un-cybercrime" / "texts" / "a-res-79-243.txt",
    }


@dataclass(frozen=True, slots=True)
class Judged:
    """An article: what a person called it, and what the rules did, with their evidence."""

    treaty: str
    number: str
    wanted: str
    found: str
    evidence: str


def read_labels(path: Path) -> Labels:
    """The labels of a file.

    Raises:
        SystemExit: a label is no function, or the file no table of tables, or there is none.
    """
    found: Labels = {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"{path}: cannot be read as TOML ({error})") from error
    for treaty, table in tables.items():
        if not isinstance(table, dict):
            raise SystemExit(f"{path}: {treaty} is not a table of articles")
        for number, name in table.items():
            if name not in FUNCTIONS or name == "unclear":
                raise SystemExit(f"{path}: [{treaty}] {number}: {name!r} is not a function")
        found[treaty] = dict(table)
    return found


def draft_of(name: str, articles: Sequence[Mapping[str, str]]) -> Draft:
    """A draft of articles given as number, title and text with marks at the line starts."""
    provisions = tuple(p for one in articles for p in _article(one))
    return Draft(
        negotiation="precedent",
        symbol=name,
        date="2000-01-01",
        language="en",
        title=name,
        convention="precedent",
        source=Source(name, "0" * 64, "json", 0),
        provisions=provisions,
    )


def _article(one: Mapping[str, str]) -> Iterator[Provision]:
    number = str(one["number"]).split()[-1]
    eid = f"art_{number}"
    blocks = [b.strip() for b in re.split(r"\n[ \t]*\n", _clean(one["text"])) if b.strip()]
    opening = []
    while blocks and not _NUMBERED.match(blocks[0]):
        opening.append(blocks.pop(0))
    yield Provision(eid, "article", f"Article {number}", _clean(one["title"]), "\n".join(opening))
    above: list[tuple[int, str]] = [(0, eid)]
    for place, block in enumerate(_parted(blocks)):
        match = _NUMBERED.match(block)
        num, text = (match["num"], match["text"]) if match else ("", block)
        kind = _kind(num)
        above = [(depth, name) for depth, name in above if depth < _DEPTH[kind]]
        own = f"{above[-1][1]}__{kind}_{place}"
        yield Provision(own, kind, num, "", text.strip(), above[-1][1])
        above.append((_DEPTH[kind], own))


def _clean(text: str) -> str:
    return _LINK.sub(r"\1", text).replace("*", "")


def _parted(blocks: Sequence[str]) -> Iterator[str]:
    """Blocks, cut where a line inside them begins with a paragraph's number."""
    for block in blocks:
        yield from (part for part in re.split(r"\n(?=\s*\d{1,2}\.\s)", block) if part.strip())


def _kind(num: str) -> str:
    if num[:1].isdigit() or not num:
        return "paragraph"
    return (
        "subparagraph"
        if re.fullmatch(r"\((?:i{2,3}|iv|vi{0,3}|ix|i|x)\)|[a-z]\.", num)
        else "point"
    )


def judged(labels: Labels, *, odd: bool) -> list[Judged]:
    """Each labelled article of one half with what the rules call it; the other half is not read."""
    found = []
    for treaty, table in labels.items():
        if treaty not in TREATIES:
            raise SystemExit(f"no treaty {treaty!r}; there are {', '.join(TREATIES)}")
        whole = json.loads(data("precedents", TREATIES[treaty]).read_text(encoding="utf-8"))
        half = [a for a in whole["articles"] if _is_odd(str(a["number"])) == odd]
        named = functions(draft_of(treaty, half))
        for one in half:
            number = str(one["number"]).split()[-1]
            if number in table:
                got = named[f"art_{number}"]
                found.append(Judged(treaty, number, table[number], got.name, got.evidence))
    return found


def judged_elsewhere(labels: Labels) -> list[Judged]:
    """Each labelled article of the other instruments with what the rules call it.

    Raises:
        SystemExit: the labels name an instrument or an article that is not there.
    """
    found = []
    for name, table in labels.items():
        if name not in other_files():
            raise SystemExit(f"no instrument {name!r}; there are {', '.join(other_files())}")
        named = functions(instrument(other_files()[name]))
        for eid, wanted in table.items():
            if eid not in named:
                raise SystemExit(f"[{name}]: there is no {eid}")
            found.append(Judged(name, eid, wanted, named[eid].name, named[eid].evidence))
    return found


def instrument(path: Path, language: str = "en") -> Draft:
    """The draft in a file; a JSON file is a list of articles."""
    if path.suffix == ".json":
        return draft_of(path.stem, json.loads(path.read_text(encoding="utf-8"))["articles"])
    return ingest(read(path), About("precedent", path.stem, "2000-01-01", language))


def translation(language: str) -> tuple[int, int, int]:
    """Of the articles of the BBNJ agreement that English rules name: how many there are, how many
    the rules of another language name too, and how many of these alike."""
    english = functions(instrument(other_files()["BBNJ"]))
    others = functions(instrument(data("bbnj", TRANSLATED[language]), language))
    told = [
        eid
        for eid, one in english.items()
        if re.fullmatch(r"art_\d+", eid) and one.name not in ("other", "unclear")
    ]
    both = [eid for eid in told if eid in others and others[eid].name != "unclear"]
    return len(told), len(both), sum(english[eid].name == others[eid].name for eid in both)


def _is_odd(number: str) -> bool:
    return int(number.split()[-1]) % 2 == 1


def rows(name: str, half: Sequence[Judged], *, bar: bool) -> list[Row]:
    """The figures of one half; without `bar` they are for information."""
    right = sum(one.wanted == one.found for one in half)
    lost = sum(one.wanted == "offence" != one.found for one in half)
    gained = sum(one.found == "offence" != one.wanted for one in half)
    unclear = sum(one.found == "unclear" for one in half)
    share = right / len(half) if half else 0.0
    return [
        Row(name, "articles", str(len(half)), "> 0", bool(half)),
        Row(
            name, "accuracy", f"{share:.3f}", f"≥ {BAR:.2f}" if bar else "", share >= BAR or not bar
        ),
        Row.equal(name, "offences called something else", lost, 0),
        Row(name, "others called offence", str(gained), "", True),
        Row(name, "unclear", str(unclear), "", True),
    ]


def confusion(half: Sequence[Judged]) -> None:
    """Print what was taken for what, and where."""
    pairs = Counter((one.wanted, one.found) for one in half if one.wanted != one.found)
    for (wanted, found), count in sorted(pairs.items(), key=lambda one: (-one[1], one[0])):
        where = [f"{o.treaty} {o.number}" for o in half if (o.wanted, o.found) == (wanted, found)]
        print(f"  {wanted} → {found}: {count} ({', '.join(where)})")


def agreement(first: Labels, second: Labels) -> tuple[int, float, float]:
    """Of two labellings: articles that both labelled, the share agreed, Cohen's kappa.

    Raises:
        SystemExit: no article stands in both.
    """
    pairs = [
        (name, second[treaty][number])
        for treaty, table in first.items()
        for number, name in table.items()
        if number in second.get(treaty, {})
    ]
    if not pairs:
        raise SystemExit("the two files have no article in common")
    total = len(pairs)
    agreed = sum(a == b for a, b in pairs) / total
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(ones[name] * others[name] for name in ones) / total**2
    return total, agreed, 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def elsewhere(labels: Labels) -> None:
    """Print the figures of the other instruments and of the other languages."""
    found = judged_elsewhere(labels)
    printed(rows("other instruments", found, bar=False))
    for name in labels:
        own = [one for one in found if one.treaty == name]
        right = sum(one.wanted == one.found for one in own)
        printed([Row("other instruments", name, f"{right} of {len(own)}", "", True)])
    confusion(found)
    for language in TRANSLATED:
        told, both, alike = translation(language)
        measured = f"{alike} of {both}"
        printed(
            [
                Row(
                    f"BBNJ, {language}",
                    f"as in English, where both tell (English {told})",
                    measured,
                    "",
                    True,
                )
            ]
        )


def main() -> None:
    """Print the table, or the agreement of two files."""
    parser = argparse.ArgumentParser(description="Measure the legal functions against labels.")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--others", type=Path, default=OTHER_LABELS)
    parser.add_argument("--half", choices=("both", "odd", "even"), default="both")
    parser.add_argument("--agreement", nargs=2, type=Path, metavar="FILE")
    asked = parser.parse_args()
    if asked.agreement:
        total, share, kappa = agreement(*(read_labels(path) for path in asked.agreement))
        print(f"{total} articles, {share:.3f} agreed, Cohen's kappa {kappa:.3f}")
        return
    labels = read_labels(asked.labels)
    held = True
    for half, name in (("odd", "development half (odd)"), ("even", "report half (even)")):
        if asked.half in ("both", half):
            found = judged(labels, odd=half == "odd")
            held = printed(rows(name, found, bar=half == "even")) and held
            if half == "odd":
                confusion(found)
                if others := read_labels(asked.others):
                    elsewhere(others)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
