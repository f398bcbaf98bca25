"""United Nations documents: treaties against their reference texts, resolutions, a report.

In: the PDFs of the BBNJ Agreement in three languages, of the Fish Stocks and Part XI agreements, of
four resolutions and of two versions of a report. Out: `rows()`. The references (`un_reference`) are
read from the corpus's texts, and for Part XI from PDFium's plain text, by other means than the
tracker's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from measured import Row, data, f1, show, word_share
from un_reference import Unit, from_pdf, from_structure, from_text, tokens

from tracker.ingesters import About, ingest
from tracker.model import Draft, Provision
from tracker.read import read

TREATIES = (
    ("BBNJ, English", "bbnj-2023-en.pdf", "bbnj-2023-en.txt", "en"),
    ("BBNJ, Spanish", "bbnj-2023-es.pdf", "bbnj-2023-es.txt", "es"),
    ("BBNJ, French", "bbnj-2023-fr.pdf", "bbnj-2023-fr.txt", "fr"),
    (
        "Fish Stocks",
        "fish-stocks-agreement-1995.pdf",
        "fish-stocks-agreement-1995.structure.json",
        "en",
    ),
    ("Part XI", "agreement-partxi-1994.pdf", "", "en"),
)
RESOLUTIONS = (
    ("A/RES/77/321", 8, 6, 4),
    ("A/RES/78/272", 8, 17, 6),
    ("A/RES/79/271", 4, 9, 5),
    ("A/RES/80/107", 6, 12, 5),
)
"""Symbol, recitals, operative paragraphs, footnotes: counted by eye."""

REPORTS = (
    ("Report, advance version", "v1_advance-unedited_2026-05-04.pdf"),
    ("Report, final", "v2_final_A-AC.296-2026-9.pdf"),
)
PARAGRAPHS, RULES, ANNEXES = 74, 64, 13
"""Of the report: paragraphs outside the annexes, rules of procedure, annexes with theirs."""


def rows() -> list[Row]:
    """The figures of all of them."""
    return [*_treaties(), *_resolutions(), *_reports()]


def _draft(file: str, language: str = "en") -> Draft:
    return ingest(read(data("bbnj", file)), About("un", "U", "2023-06-19", language))


# Treaties


def _treaties() -> Iterator[Row]:
    for name, file, reference, language in TREATIES:
        draft = _draft(file, language)
        path = data("bbnj", reference or file)
        if not reference:
            units, whole = from_pdf(path)
        elif path.suffix == ".json":
            units, whole = from_structure(path)
        else:
            units, whole = from_text(path)
        found = list(units_read(draft))
        wanted = [unit.key for unit in units]
        yield Row.at_least(name, "articles, F1", f1([u.key for u in found], wanted), 0.99)
        figure = f1(_paragraphs(found), _paragraphs(units))
        yield Row.at_least(name, "paragraphs: number and every word, F1", figure, 0.99)
        if language == "fr":
            yield _headings(name, draft, units)
        figure = f1(_whole(found), _whole(units))
        yield Row.at_least(name, "articles: number and every word, F1", figure, 0.99)
        figure = word_share(_words(draft, whole), whole)
        yield Row.at_least(name, "words of the text, in order", figure, 0.999)


def units_read(draft: Draft) -> Iterator[Unit]:
    """The articles of a draft as the reference has them: numbers, and all their words."""
    above = {p.eid: p for p in draft.provisions}
    inside: dict[str, list[Provision]] = {}
    for p in draft.provisions:
        here: str | None = p.eid
        while here is not None:
            inside.setdefault(here, []).append(p)
            here = above[here].parent
    for p in draft.provisions:
        if p.kind != "article":
            continue
        paragraphs = [
            (int(re.sub(r"\D", "", q.num)), _all(inside[q.eid]))
            for q in inside[p.eid]
            if q.parent == p.eid and q.kind == "paragraph" and re.search(r"\d", q.num)
        ]
        number = re.search(r"\d+", p.num)
        key = (_annex(p, above), int(number.group()) if number else 1)
        yield Unit(key, _all(inside[p.eid]), tuple(paragraphs))


def _annex(provision: Provision, above: dict[str, Provision]) -> str:
    """The number of the annex that an article stands in, `""` outside of numbered ones."""
    here = provision.parent
    while here is not None:
        if above[here].kind == "attachment" and len(above[here].num.split()) > 1:
            return above[here].num.split()[1].strip(".")
        here = above[here].parent
    return ""


def _all(provisions: list[Provision]) -> tuple[str, ...]:
    return tuple(w for p in provisions for t in (p.num, p.heading, p.text) for w in tokens(t))


def _paragraphs(units: list[Unit]) -> list[tuple[object, ...]]:
    return [(u.key, number, words) for u in units for number, words in u.paragraphs]


def _whole(units: list[Unit]) -> list[tuple[object, ...]]:
    return [(u.key, u.words) for u in units]


def _words(draft: Draft, whole: list[str]) -> list[str]:
    """All words of a draft; from its first part on, if its reference begins there."""
    provisions = list(draft.provisions)
    if whole[:2] == ["PART", "I"]:
        begin = next(n for n, p in enumerate(provisions) if p.kind == "part")
        provisions = provisions[begin:]
    return list(_all(provisions))


def _headings(name: str, draft: Draft, units: list[Unit]) -> Row:
    """Headings whose letters are those that the reference begins the article with."""
    articles = [p for p in draft.provisions if p.kind == "article"]
    right = sum(
        1
        for p, unit in zip(articles, units, strict=False)
        if p.heading and "".join(unit.words).startswith("".join(tokens(f"{p.num} {p.heading}")))
    )
    return Row.at_least(name, "headings of articles recovered", right / len(units), 0.99)


# Resolutions


def _resolutions() -> Iterator[Row]:
    for symbol, recitals, paragraphs, notes in RESOLUTIONS:
        path = data("bbnj", symbol.replace("/", "-") + ".pdf")
        draft = _draft(path.name)
        counts = (
            sum(p.kind == "recital" for p in draft.provisions),
            [p.num for p in draft.provisions if p.kind == "paragraph" and p.parent is None],
        )
        yield Row.equal(symbol, "recitals", counts[0], recitals)
        right = counts[1] == [f"{n}." for n in range(1, paragraphs + 1)]
        yield Row.equal(
            symbol, "operative paragraphs, in sequence", right and paragraphs, paragraphs
        )
        yield Row.equal(symbol, "anchors of footnotes", _anchors(draft), notes)
        yield _unplaced(symbol, draft)


def _anchors(draft: Draft) -> int:
    return sum(m.kind == "note" and bool(m.printed) for p in draft.provisions for m in p.marks)


def _unplaced(name: str, draft: Draft) -> Row:
    lost = sum(len("".join(piece.text.split())) for piece in draft.unplaced)
    whole = sum(len("".join(page.split())) for page in draft.pages)
    return Row.at_least(name, "characters placed", 1 - lost / whole, 0.995)


# The report


def _reports() -> Iterator[Row]:
    for name, file in REPORTS:
        draft = _draft(file)
        kinds = [p.kind for p in draft.provisions]
        own = [p for p in draft.provisions if not p.eid.startswith("att_")]
        numbers = [p.num for p in own if p.kind == "paragraph" and p.num]
        right = sum(num == f"{n}." for n, num in enumerate(numbers, 1))
        yield Row.equal(name, "paragraphs under their number", right, PARAGRAPHS)
        rules = [int(p.num.split()[-1]) for p in draft.provisions if p.kind == "rule"]
        right = sum(a == b for a, b in enumerate(rules, 1))
        yield Row.equal(name, "rules under their number", right, RULES)
        yield Row.equal(name, "annexes, and annexes of annexes", kinds.count("attachment"), ANNEXES)
        yield _unplaced(name, draft)


if __name__ == "__main__":
    show(rows())
