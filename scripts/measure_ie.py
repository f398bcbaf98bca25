"""Measure how an Irish bill is read from its ODT, against the official XML of the same stage.

The reference side is taken from the XML by itself, with nothing of the program that is measured:
the units with their numbers, and the words in each.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from measured import Row, data, show

from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read

STAGES = ("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S")
UNITS = ("part", "section", "subsection", "paragraph", "subparagraph", "hcontainer")
FRONT = ("meta", "coverPage", "preface", "preamble", "conclusions")

Unit = tuple[str, tuple[str, ...], str]
"""Kind, the numbers on the way to it, and its words."""

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text, in small letters; what does not show is not there."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return _WORD.findall(seen.casefold())


def number(printed: str) -> str:
    """A number without brackets, dots and the word before it."""
    found = re.findall(r"\w+", printed)
    return found[-1] if found else ""


def official(path: Path) -> tuple[list[Unit], list[str]]:
    """The units of the official XML, and the words of its body in order."""
    root = ET.parse(path).getroot()
    for note in list(root.iter("note")):
        for child in list(note):
            note.remove(child)
        note.text = ""
    units: list[Unit] = []
    body = root.find("body")
    assert body is not None
    for child in list(body):
        if child.tag in FRONT:
            body.remove(child)
    _walk(body, (), units)
    text = " ".join(_blocks(body))
    front = [root.find("preface/longTitle"), root.find("preamble")]
    opening = " ".join(" ".join(e.itertext()) for e in front if e is not None)
    return units, words(opening) + words(text)


def _walk(element: ET.Element, path: tuple[str, ...], units: list[Unit]) -> None:
    for child in element:
        if child.tag not in UNITS:
            continue
        inner = (*path, number(child.findtext("num", "")))
        numbered = child.tag in ("part", "section", "hcontainer")
        key = (f"{child.tag} {inner[-1]}",) if numbered else inner
        units.append((child.tag, key, " ".join(words(" ".join(_blocks(child))))))
        _walk(child, key, units)


def _blocks(element: ET.Element) -> list[str]:
    """The printed blocks inside a unit: its heading before its number, and no number twice."""
    found: list[str] = []
    heading = element.find("heading")
    if heading is not None and element.tag != "part":
        found.append("".join(heading.itertext()))
    for child in element:
        if child.tag in ("num", "heading"):
            continue
        if child.tag == "p":
            found.append("".join(" " if c is None else c for c in _said(child)))
        else:
            found.extend(_blocks(child))
        if child.tag == "content" and element.tag == "part" and heading is not None:
            found.append("".join(heading.itertext()))
    return found


def _said(element: ET.Element) -> list[str]:
    """Characters of a paragraph; the mark of a line's end is a blank."""
    found = [element.text or ""]
    for child in element:
        found += [" "] if child.tag in ("eol", "s", "line-break") else _said(child)
        found.append(child.tail or "")
    return found


def measured(draft: Draft) -> tuple[list[Unit], list[str]]:
    """The same of the draft as it was read: each unit with all that stands in it, numbers too."""
    paths: dict[str, tuple[str, ...]] = {}
    said: dict[str, list[str]] = {}
    everything: list[str] = []
    for p in draft.provisions:
        above = paths.get(p.parent or "", ())
        numbered = p.kind in ("part", "section", "hcontainer")
        name = number(p.num)
        paths[p.eid] = (f"{p.kind} {name}",) if numbered else (*above, name)
        heads = (p.num, p.heading) if p.kind in ("part", "hcontainer") else (p.heading, p.num)
        own = words(" ".join((*heads, p.text)))
        if p.kind == "hcontainer":  # the reference to a section stands before the title
            first, _, rest = p.text.partition("\n")
            own = words(" ".join((p.num, first, p.heading, rest) if p.heading else (p.num, p.text)))
        everything += own
        eid: str | None = p.eid
        while eid:
            said.setdefault(eid, []).extend(own)
            eid = next((q.parent for q in draft.provisions if q.eid == eid), None)
    units = [(p.kind, paths[p.eid], " ".join(said[p.eid])) for p in draft.provisions
             if p.kind in UNITS]  # fmt: skip
    return units, everything


def f1(found: list[Unit], wanted: list[Unit]) -> float:
    """The harmonic mean of precision and recall of units, each with its path and words."""
    both = sum((Counter(found) & Counter(wanted)).values())
    return 2 * both / (len(found) + len(wanted)) if found or wanted else 1.0


def same_words(found: list[str], wanted: list[str]) -> float:
    """The share of the words of both texts that stand in both in the same order."""
    matcher = SequenceMatcher(None, found, wanted, autojunk=False)
    both = sum(block.size for block in matcher.get_matching_blocks())
    return 2 * both / (len(found) + len(wanted))


def rows() -> list[Row]:
    """The figures of all stages."""
    table: list[Row] = []
    for stage in STAGES:
        name = f"Irish bill, {stage}"
        path = data("ireland-bill-35-2014", f"{stage}.odt")
        draft = ingest(read(path), About("measure", stage, "2014-01-01"))
        wanted, text = official(path.with_name(f"{stage}_akn.xml"))
        found, read_text = measured(draft)
        for kind in ("section", "subsection", "paragraph"):
            score = f1([u for u in found if u[0] == kind], [u for u in wanted if u[0] == kind])
            table.append(Row.at_least(name, f"{kind}s by number path and words, F1", score, 0.99))
        score = f1(found, wanted)
        table.append(Row.at_least(name, "all units by number path and words, F1", score, 0.99))
        share = same_words(read_text, text)
        table.append(Row.at_least(name, "words in their order", share, 0.999))
    return table


if __name__ == "__main__":
    show(rows())
