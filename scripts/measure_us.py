"""Bills of the US Congress: whether every form of a bill is read as its XML says.

In: H.R. 2008 in four versions (bill DTD, USLM, PDF, HTML), and samples of bill versions in USLM.
Out: `rows()`: sections and all below them, matched by the path of their numbers and by their words
(Indel likeness of at least 0.98, case, quotation marks and punctuation aside), against the XML of
the same version; the words of committees' prints, one text at a time; and how much of each sample
found its place. The XML is read here with ElementTree, not with the tracker; the two texts of a
print are told apart by the words of its cover and the count of its sections, not by its attributes.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from measured import Row, data, show, word_share

from tracker.ingesters import About, choose, ingest, layers_of
from tracker.model import Draft
from tracker.read import read

ALIKE = 0.98
"""Likeness of two provisions' words from which they count as the same."""

LEVELS = (
    *("section", "subsection", "paragraph", "subparagraph"),
    *("clause", "subclause", "item", "subitem"),
)
PRINTED = {"point": "item", "indent": "subitem"}
NUMBERS, META = {"num", "enum"}, {"meta", "metadata", "amendMeta"}
AFTER = "after-quoted-block"
SKIPPED = {*META, *NUMBERS, "recital", "whereas", "toc"}
HOLDERS = {"quotedContent", "quoted-block", "appropriations", "title", "subtitle", "part"}
"""What holds provisions inside a provision, and words that are not the provision's own."""
SPACED = re.compile(
    r"num|enum|heading|header|content|chapeau|continuation|text|p|td|th|br|section|title|action"
    r"|listItem|tr|longTitle|officialTitle"
)
_COUNT = re.compile(r"(?=\bSECTION\s+1\.\s)")
_ALL_AFTER = re.compile(r"\[Strike out all after the (?:enacting|resolving) clause and insert")
UNPLACED = 0.005

Unit = tuple[tuple[str, ...], list[str]]
"""A provision: the path of kinds and numbers down to it, and its words."""


def rows() -> list[Row]:
    """The figures of all bills."""
    found: list[Row] = []
    for version in ("ih", "rh", "eh", "rfs"):
        stem = f"BILLS-117hr2008{version}"
        wanted = reference(data("us-bills", "117-hr2008", f"{stem}.xml"))
        name = f"H.R. 2008, {version.upper()}"
        for suffix, what in ((".pdf", "PDF"), (".htm", "HTML"), ("-uslm.xml", "USLM XML")):
            draft = drafted(data("us-bills", "117-hr2008", stem + suffix))
            share = matched(units(draft), wanted)
            found.append(Row.at_least(name, f"{what} against the DTD's XML, F1", share, ALIKE))
        drawn = drafted(data("us-bills", "117-hr2008", f"{stem}.xml"))
        share = matched(units(drawn), wanted)
        found.append(Row.at_least(name, "DTD's XML against its elements, F1", share, ALIKE))
    samples = sorted(data("us-bills", "uslm-pairs").iterdir())
    for path in samples:
        if path.name in ("BILLS-118s1325rs.xml", "S1900_RS.xml"):
            found.extend(_texts(path))
    structure = min(matched(units(drafted(path)), reference(path)) for path in samples)
    lost = max(unplaced(drafted(path)) for path in samples)
    name = f"{len(samples)} USLM files"
    found.append(Row.at_least(name, "least F1 of sections and below", structure, 0.99))
    shown = f"{lost:.4f}"
    found.append(Row(name, "largest share unplaced", shown, f"≤ {UNPLACED:g}", lost <= UNPLACED))
    return found


def _texts(path: Path) -> Iterator[Row]:
    """The words of each text in a committee's print; a print may hold one alone."""
    reading = read(path)
    names = layers_of(reading, choose(reading))
    printed = _printed_texts(path)
    yield Row.equal(path.name, "texts in the file", len(names) or 1, len(printed))
    for name, wanted in zip(names or ("",), printed, strict=True):
        draft = ingest(reading, About("us", "H", "2031-01-01", layer=name))
        text = [word for p in draft.provisions for part in (p.num, p.heading, p.text)
                for word in words(part)]  # fmt: skip
        share = word_share(text, wanted)
        yield Row.at_least(path.name, f"words {name or 'of its one text'}", share, 0.999)


def _printed_texts(path: Path) -> list[list[str]]:
    """The words of each text of a print, as a reader tells them: where the cover says that all is
    struck out and replaced, sections count from 1 again with the text that is inserted."""
    root = ET.parse(path).getroot()
    cover = " ".join("".join(root.itertext()).split())
    front, *texts = _COUNT.split(_body(root))
    if not _ALL_AFTER.search(cover) or len(texts) < 2:
        return [words("".join((front, *texts)))]
    return [words(front + text) for text in texts]


def drafted(path: Path) -> Draft:
    """The draft in a file, as the tracker reads it."""
    return ingest(read(path), About("us", "H", "2031-01-01"))


def words(text: str) -> list[str]:
    """Words and amounts in small letters; quotation marks differ from form to form."""
    return re.findall(r"\w+", text.casefold())


def number(printed: str) -> str:
    """What counts in a number as printed: `2` in "SEC. 2.", `a` in "(a)"."""
    found = re.findall(r"\w+", printed)
    return found[-1] if found else ""


def units(draft: Draft) -> list[Unit]:
    """Sections and what is below them, from the draft."""
    by_eid = {p.eid: p for p in draft.provisions}
    found: list[Unit] = []
    wrapped: dict[str, list[str]] = {}
    for p in draft.provisions:
        if p.kind == "wrapUp" and p.parent in wrapped:
            wrapped[p.parent].extend(words(p.text))
        if PRINTED.get(p.kind, p.kind) not in LEVELS or _is_recital(p.eid):
            continue
        path: list[str] = []
        one: str | None = p.eid
        while one is not None:
            kind = PRINTED.get(by_eid[one].kind, by_eid[one].kind)
            if kind in LEVELS:
                path.insert(0, f"{kind} {number(by_eid[one].num)}")
            one = by_eid[one].parent
        wrapped[p.eid] = words(p.heading) + words(p.text)
        found.append((tuple(path), wrapped[p.eid]))
    return found


def _is_recital(eid: str) -> bool:
    return eid.startswith("rec_")


def reference(path: Path) -> list[Unit]:
    """Sections and what is below them, from the elements of the file; of a committee's print the
    text as reported. Words that close a sentence behind what it quotes are printed at the end of
    the quotation, and count there."""
    found: list[tuple[tuple[str, ...], list[str]]] = []
    _read(ET.parse(path).getroot(), (), [], found)
    counts = [n for n, (place, _) in enumerate(found) if place == ("section 1",)]
    begin = counts[-1] if len(_printed_texts(path)) > 1 else 0
    return [(place, words("".join(pieces))) for place, pieces in found[begin:]]


def _read(element: ET.Element, path: tuple[str, ...], own: list[str], found: list[Unit]) -> None:
    """Give the words of an element to `own`, those of provisions in it to lists of their own."""
    own.append(element.text or "")
    for child in element:
        tag = _local(child)
        if tag in LEVELS:
            printed = next(("".join(e.itertext()) for e in child if _local(e) in NUMBERS), "")
            found.append(((*path, f"{tag} {number(printed)}"), []))
            _read(child, *found[-1], found)
        elif AFTER in (tag, child.get("role")):
            (found[-1][1] if found else own).append(" " + "".join(child.itertext()))
        elif tag not in SKIPPED:
            apart = " " if SPACED.fullmatch(tag) else ""
            own.append(apart)
            _read(child, path, [] if tag in HOLDERS else own, found)
            own.append(apart)
        own.append(child.tail or "")


def _body(root: ET.Element) -> str:
    """The text of a bill, without cover, back and table of contents."""
    apart = {*META, "preface", "endorsement", "toc", "docTitle"}
    parts: list[str] = []

    def walk(element: ET.Element) -> None:
        parts.append(element.text or "")
        for child in element:
            tag = _local(child)
            if tag not in apart:
                parts.append(" " if SPACED.fullmatch(tag) else "")
                walk(child)
                parts.append(" " if SPACED.fullmatch(tag) else "")
            parts.append(child.tail or "")

    walk(root)
    return "".join(parts)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def matched(found: list[Unit], wanted: list[Unit]) -> float:
    """F1 over provisions with the same path and words that are alike."""
    waiting: dict[tuple[str, ...], list[list[str]]] = {}
    for path, text in wanted:
        waiting.setdefault(path, []).append(text)
    hits = 0
    for path, text in found:
        likes = waiting.get(path, [])
        best = max(likes, key=lambda other: word_share(text, other), default=None)
        if best is not None and word_share(text, best) >= ALIKE:
            likes.remove(best)
            hits += 1
    total = len(found) + len(wanted)
    return 2 * hits / total if total else 1.0


def unplaced(draft: Draft) -> float:
    """The share of a draft's characters that found no place."""
    lost = sum(len("".join(piece.text.split())) for piece in draft.unplaced)
    return lost / max(1, sum(len("".join(page.split())) for page in draft.pages))


if __name__ == "__main__":
    show(rows())
