"""Files that are not ours, or were changed since, are refused in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker.akn import build, parse
from tracker.errors import AknError
from tracker.model import Draft, Mark, Provision, Source, Span

DRAFT = Draft(
    negotiation="made-up",
    symbol="A/1",
    date="2031-02-03",
    language="fr",
    title="",
    convention="",
    source=Source("a.txt", "0" * 64, "text", 3),
    provisions=(
        Provision("art_1", "article", "Article 1", text="Un exemple.", spans=(Span(0, 1, 0, 11),)),
        Provision("art_2", "article", "Article 2", marks=(Mark("note", 0, 0, "[note]"),)),
    ),
)
RAW = build(DRAFT)

CHANGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "not XML": (lambda raw: raw[:-20], "not well-formed"),
    "a DTD": (lambda raw: raw.replace(b"?>", b"?><!DOCTYPE akomaNtoso>", 1), "DOCTYPE"),
    "no record": (lambda raw: raw.replace(b"urn:negotiation-tracker:1", b"urn:other"), "no record"),
    "another root": (lambda raw: b"<html/>", "no record"),
    "a provision gone": (lambda raw: raw.replace(b' eId="art_1">', b">", 1), "was changed"),
    "a provision renamed": (
        lambda raw: raw.replace(b'<article eId="art_1"', b'<article eId="art_9"'),
        "was changed",
    ),
    "a provision twice": (
        lambda raw: raw.replace(b'<article eId="art_2"', b'<article eId="art_1"'),
        "two provisions have the eId 'art_1'",
    ),
    "recorded twice": (
        lambda raw: raw.replace(b'provision eId="art_2"', b'provision eId="art_1"'),
        "was changed",
    ),
    "a broken span": (lambda raw: raw.replace(b"0@1:0-11", b"0@1:0"), "a span it cannot read"),
    "an unknown standing": (lambda raw: raw.replace(b'"official"', b'"rumour"'), "standing"),
    "an unknown mark": (lambda raw: raw.replace(b'kind="note"', b'kind="doodle"'), "doodle"),
    "no number": (lambda raw: raw.replace(b'size="3"', b'size="three"'), "'three' for a number"),
    "a value gone": (lambda raw: raw.replace(b'symbol="A/1"', b""), "no 'symbol'"),
    "no source": (lambda raw: raw.replace(b"t:source", b"t:origin"), "names no source"),
}


@pytest.mark.parametrize(("change", "why"), CHANGES.values(), ids=CHANGES.keys())
def test_refused(change: Callable[[bytes], bytes], why: str) -> None:
    changed = change(RAW)
    assert changed != RAW
    with pytest.raises(AknError) as error:
        parse(changed, "draft.xml")
    assert "draft.xml" in str(error.value)
    assert why in str(error.value)
    assert "\n" not in str(error.value)


def test_unchanged_is_read() -> None:
    assert parse(RAW, "draft.xml") == DRAFT
