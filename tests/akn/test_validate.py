"""The strict schema, through our doors."""

from __future__ import annotations

import pytest

from tracker.akn import build, check, validate
from tracker.errors import AknError
from tracker.model import Draft, Provision, Source

RAW = build(
    Draft(
        negotiation="made-up",
        symbol="A/1",
        date="2031-02-03",
        language="en",
        title="",
        convention="",
        source=Source("a.txt", "0" * 64, "text", 3),
        provisions=tuple(Provision(f"art_{n}", "article", f"Article {n}") for n in (1, 2)),
    )
)

FAULTS = {
    "eId twice": (RAW.replace(b'<article eId="art_2"', b'<article eId="art_1"'), "art_1"),
    "unknown element": (RAW.replace(b"<content/>", b"<contents/>"), "contents"),
    "no date": (RAW.replace(b'date="2031-02-03" name', b'date="soon" name'), "soon"),
    "not XML": (b"<akomaNtoso>", "not well-formed"),
    "other XML": (b"<html/>", "html"),
}


def test_valid() -> None:
    assert validate(RAW) == []
    check(RAW, "a.xml")


@pytest.mark.parametrize(("raw", "why"), FAULTS.values(), ids=FAULTS.keys())
def test_faults(raw: bytes, why: str) -> None:
    found = validate(raw)
    assert any(why in fault for fault in found)
    with pytest.raises(AknError, match=r"a\.xml is not valid Akoma Ntoso 3\.0"):
        check(raw, "a.xml")


def test_a_fault_says_its_line() -> None:
    raw = RAW.replace(b"<content/>", b"<contents/>", 1)
    line = raw[: raw.index(b"<contents/>")].count(b"\n") + 1
    assert validate(raw)[0].startswith(f"line {line}: ")
