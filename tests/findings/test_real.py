"""Findings of real drafts: figures, and that every quotation is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.findings.made import told, words_not_there
from tracker.findings import Past, counts, first
from tracker.history import threads
from tracker.ingesters import About
from tracker.manifest import load
from tracker.model import Draft
from tracker.pipeline import compare
from tracker.texts import draft_of

PAIRS = [
    pytest.param(
        "gdpr/com-2012-11-proposal.en.txt", "gdpr/regulation-2016-679.en.txt", 900, id="GDPR"
    ),
    pytest.param(
        "ireland-bill-35-2014/B3514S.odt", "ireland-bill-35-2014/B35a14S.odt", 20, id="Irish bill"
    ),
    pytest.param(
        "anzus-1951/v1_canberra-draft_1951-02-17.txt",
        "anzus-1951/v4_initialled-text_1951-07-12.txt",
        5,
        id="ANZUS",
    ),
    pytest.param(
        "us-bills/117-hr2008/BILLS-117hr2008ih.xml",
        "us-bills/117-hr2008/BILLS-117hr2008rfs.xml",
        1,
        id="H.R. 2008",
    ),
]


@pytest.mark.shared
@pytest.mark.parametrize(("old", "new", "fewest"), PAIRS)
def test_every_quotation_is_there(shared_data: Path, old: str, new: str, fewest: int) -> None:
    before, after = (
        draft_of(shared_data / name, About("n", name, date))
        for name, date in ((old, "2001-01-01"), (new, "2002-01-01"))
    )
    found = told(before, after)
    assert len(found) >= fewest
    assert not words_not_there(found, before, after)
    assert all(one.sure != one.sentence.startswith("Possibly: ") for one in found)
    assert len(first(found)) == min(10, sum(one.kind != "editorial" for one in found))


def bundled() -> list[Draft]:
    """The bundled drafts, in order."""
    manifest = ROOT / "drafts" / "un-cybercrime" / "manifest.toml"
    negotiation = load(manifest)
    return [
        draft_of(
            manifest.parent / one.file,
            About(negotiation.id, one.symbol, one.date, "en", partial=one.partial or one.excerpt),
            one.convention,
        )
        for one in negotiation.rounds
        if one.file
    ]


@pytest.mark.parametrize("symbol", ["A/AC.291/22", "A/75/980"])
def test_critical_infrastructure_is_among_the_first(symbol: str) -> None:
    """An offence of its own in two drafts, gone in four, and back as an aggravating circumstance."""
    drafts = bundled()
    alignments = {
        (one.symbol, other.symbol): compare(one, other).alignment
        for n, one in enumerate(drafts)
        for other in drafts[n + 1 :]
    }
    by_symbol = {one.symbol: one for one in drafts}
    past = Past(drafts, threads(drafts, alignments))
    found = told(by_symbol[symbol], by_symbol["A/RES/79/243"], past)
    lead = first(found)[0]
    assert lead.kind == "function"
    assert lead.new == "art_21__para_2"
    assert "aggravating circumstance" in lead.sentence
    assert "an offence of its own" in lead.sentence
    assert counts(found)["function"] == 1
    assert not words_not_there(found, *drafts)
