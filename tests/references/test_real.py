"""References of official texts: how many, where they lead, and that three languages agree."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tracker.align import align
from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read
from tracker.references import dangling, followed, references

pytestmark = [pytest.mark.shared, pytest.mark.usefixtures("pdfs_read_once")]


@cache
def load(path: Path, symbol: str, language: str = "en") -> Draft:
    """A draft of the shared data."""
    return ingest(read(path), About("neg", symbol, "2020-01-01", language))


LANGUAGES = ("en", "fr", "es")


def places(draft: Draft) -> Counter[tuple[str, tuple[str, ...]]]:
    """From which article the references lead where; for another instrument the numbers named."""
    return Counter(
        (
            one.provision.split("__")[0],
            one.targets or ("elsewhere", *(step.number for step in one.path)),
        )
        for one in references(draft)
    )


def test_three_languages_of_one_treaty_refer_to_the_same_provisions(shared_data: Path) -> None:
    english, french, spanish = (
        places(load(shared_data / f"bbnj/bbnj-2023-{code}.pdf", "BBNJ", code)) for code in LANGUAGES
    )
    assert english.total() == 208
    assert english == french == spanish


MENTION = re.compile(
    r"\b(?:articles?|paragraphs?|sub-?paragraphs?|points?|sections?|subsections?|chapters?"
    r"|annex(?:es)?)\s+(?:\(?\d+\b|\([a-z]{1,4}\)|[IVX]+\b)",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "path",
    [
        "gdpr/com-2012-11-proposal.en.txt",
        "gdpr/regulation-2016-679.en.txt",
        "bbnj/bbnj-2023-en.pdf",
        "bbnj/fish-stocks-agreement-1995.pdf",
        "bbnj/agreement-partxi-1994.pdf",
        "precedents/UNTOC-2000.json",
        "ireland-bill-35-2014/b35d14S.odt",
    ],
)
def test_no_number_behind_a_unit_is_overlooked(shared_data: Path, path: str) -> None:
    draft = load(shared_data / path, path)
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in references(draft):
        spans.setdefault(one.provision, []).append((one.first, one.until))
    missed = [
        provision.text[match.start() : match.end()]
        for provision in draft.provisions
        for match in MENTION.finditer(provision.text)
        if not any(a < match.end() and match.start() < b for a, b in spans.get(provision.eid, ()))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("path", "language", "most"),
    [
        ("bbnj/bbnj-2023-en.pdf", "en", 0),
        ("bbnj/bbnj-2023-fr.pdf", "fr", 0),
        ("bbnj/bbnj-2023-es.pdf", "es", 0),
        ("precedents/UNTOC-2000.json", "en", 0),
        # What this file lacks of articles 45 and 49.
        ("gdpr/regulation-2016-679.en.txt", "en", 5),
        # Its article 37 is numbered 35.
        ("gdpr/com-2012-11-proposal.en.txt", "en", 10),
    ],
)
def test_little_leads_nowhere(shared_data: Path, path: str, language: str, most: int) -> None:
    told = dangling(load(shared_data / path, path, language))
    assert len([one for one in told if one.sure]) <= most


def test_the_stages_of_a_bill(shared_data: Path) -> None:
    folder = shared_data / "ireland-bill-35-2014"
    old, new = load(folder / "B3514S.odt", "B3514S"), load(folder / "B35a14S.odt", "B35a14S")
    told = followed(old, new, align(old, new))
    counts = Counter(one.outcome for one in told)
    assert counts["unchanged"] >= 320
    # Each of them is a section, one further because of those that the committee put in.
    assert counts["consequential"] == 7
    assert not counts["stale"] + counts["dangling"]


def test_a_constitution_in_which_some_numbers_were_forgotten(shared_data: Path) -> None:
    folder = shared_data / "chile-2023"
    old = load(folder / "Texto-aprobado-Consejo-Constitucional_06.10.23.pdf", "old", "es")
    new = load(folder / "Propuesta-Nueva-Constitucion.pdf", "new", "es")
    told = followed(old, new, align(old, new))
    sure = Counter(one.outcome for one in told if one.sure)
    assert sure["consequential"] >= 90
    assert not sure["stale"] + sure["dangling"]
    # A letter that went further than what it names, and a wrong number that was put right.
    wrong = {
        (one.old.targets[0], one.new.targets[0], one.became)
        for one in told
        if one.old and one.new and one.outcome == "repointed" and one.sure and one.became
    }
    point = "art_{}__para_nn_1__point_{}".format
    assert (point(173, "i"), point(172, "k"), (point(172, "j"),)) in wrong
    assert ("art_147", "art_144", ("art_145",)) in wrong
