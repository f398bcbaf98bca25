"""Real bills of the US Congress: recognised, every character placed, the two texts told apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ingesters.tracing import check_traced, left_over
from tracker.akn import build, parse
from tracker.ingesters import About, choose, ingest, layers_of
from tracker.model import Draft
from tracker.read import read

pytestmark = pytest.mark.shared

ABOUT = About("bill", "H.R. 2008", "2021-03-18")

VERSIONS = ("ih", "rh", "eh", "rfs")
FORMS = (".xml", "-uslm.xml", ".htm", ".pdf")

KINDS = {
    "BILLS-115hr1eas2.xml": {"section": 155, "paragraph": 907, "quotedStructure": 259},
    "H1_RH.XML": {"section": 228, "subtitle": 57, "quotedStructure": 135},
    "H264_PCS.XML": {"section": 155, "level": 216, "title": 8},
    "SC13_ATS.XML": {"recital": 15, "formula": 1, "section": 1},
}


def checked(path: Path, layer: str = "") -> Draft:
    reading = read(path)
    assert choose(reading).name == "us-bill"
    made = ingest(reading, replace(ABOUT, layer=layer))
    check_traced(made)
    assert left_over(made) == ""
    assert not made.unplaced
    return made


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("form", FORMS)
def test_a_small_bill_in_every_form(shared_data: Path, version: str, form: str) -> None:
    made = checked(shared_data / "us-bills" / "117-hr2008" / f"BILLS-117hr2008{version}{form}")
    sections = [p for p in made.provisions if p.kind == "section"]
    assert [p.eid for p in sections] == ["sec_1", "sec_2"]
    assert all(p.heading and p.text.endswith(".") for p in sections)
    kinds = Counter(p.kind for p in made.provisions)
    assert kinds["longTitle"] == 1
    assert kinds["conclusions"] == (version in ("eh", "rfs"))
    assert kinds["formula"] == (form != ".xml"), "the DTD leaves the formula to the print"


def test_all_samples(shared_data: Path) -> None:
    paths = sorted((shared_data / "us-bills" / "uslm-pairs").iterdir())
    assert len(paths) >= 21
    for path in paths:
        made = checked(path)
        assert made.title
        assert parse(build(made), path.name).provisions == made.provisions
        found = Counter(p.kind for p in made.provisions)
        for kind, number in KINDS.get(path.name, {}).items():
            assert found[kind] == number, (path.name, kind)


def test_a_print_with_two_texts(shared_data: Path) -> None:
    path = shared_data / "us-bills" / "uslm-pairs" / "BILLS-118s1325rs.xml"
    reading = read(path)
    names = layers_of(reading, choose(reading))
    assert names == ("as introduced", "as reported")
    counts = [Counter(p.kind for p in checked(path, name).provisions) for name in names]
    assert [count["section"] for count in counts] == [7, 10]
    assert [count["paragraph"] for count in counts] == [24, 47]
    assert checked(path).layer == "as reported"


def test_prints_with_one_text(shared_data: Path) -> None:
    """An original bill of a committee strikes nothing; another leaves out what it replaces; marks
    stay behind in bills that were engrossed since."""
    for name in ("S1900_RS.xml", "H1_RH.XML", "H264_PCS.XML", "BILLS-115hr1eas2.xml"):
        reading = read(shared_data / "us-bills" / "uslm-pairs" / name)
        assert layers_of(reading, choose(reading)) == (), name
