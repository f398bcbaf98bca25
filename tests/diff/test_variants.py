"""What only prints the same otherwise is told apart from changes of substance."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import WORDS
from tracker.diff import difference, substantive, variants
from tracker.diff.spellings import key
from tracker.diff.tokens import labels

NO_CHANGE = {
    "quotation marks": ('"Pilot" means a guide.', "“Pilot” means a guide."),
    "quotation marks added": ("Pilot means a guide.", "«Pilot» means a guide."),
    "a dash": ("the ports - in peace - trade", "the ports – in peace — trade"),
    "a hyphen falls": ("Co-operation and e-mail", "Cooperation and email"),
    "a hyphen for a blank": ("long term aims", "long-term aims"),
    "a range of years": ("in 2012-2013 only", "in 2012–2013 only"),
    "-ise and -ize": ("to organise and recognise", "to organize and recognize"),
    "-our and -or": ("the colour of harbours", "the color of harbors"),
    "words of two spellings": ("licence, defence, programme", "license, defense, program"),
    "a blank that does not break": ("article 5", "article\u00a05"),
    "white space alone": ("one two", "one\n two"),
    "a ligature": ("of\ufb01cial", "official"),
    "an ellipsis": ("and so on…", "and so on..."),
    "a capital at the beginning": ("the keeper acts.", "The keeper acts."),
    "a capital of the second sentence": (
        "It rains. the keeper acts.",
        "It rains. The keeper acts.",
    ),
    "a heading in capitals": ("GENERAL PROVISIONS", "General Provisions"),
    "a number before the text": ("3. The keeper acts.", "4. The keeper acts."),
    "a label in another style": ("(a) ships;\n(b) boats", "a) ships;\nb) boats"),
    "labels inside a line": (
        "namely: (a) ships; and (b) boats",
        "namely: (i) ships; and (ii) boats",
    ),
    "a label added": ("the following:\nships;\nboats", "the following:\n(a) ships;\n(b) boats"),
}


@pytest.mark.parametrize(("old", "new"), NO_CHANGE.values(), ids=NO_CHANGE.keys())
def test_no_change_of_substance(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        hunks = difference(one, other).hunks
        assert {h.operation for h in hunks} - {"equal"}, "the hunks stay exact"
        assert {n for n, h in enumerate(hunks) if h.operation != "equal"} == variants(hunks)
        assert [(h.operation, h.text) for h in substantive(hunks)] == [("equal", other)]


CHANGE = {
    "a word": ("shall act", "may act"),
    "a comma": ("ships boats", "ships, boats"),
    "a capital inside a sentence": ("of a State", "of a state"),
    "a short word in capitals": ("reported to US", "reported to us"),
    "a reference": ("under paragraph 2 of it", "under paragraph 3 of it"),
    "references in a row": ("points (a), (b) and (c)", "points (a), (b) and (d)"),
    "another word without its hyphen": ("to re-sign the lease", "to resign the lease"),
    "a word written apart": ("it may be so", "it maybe so"),
    "an item and its label": ("lists: (a) ships;", "lists: (a) ships; (b) boats;"),
    "a prize and to prise": ("the prize", "the prise"),
    "a number": ("within 5 days", "within 6 days"),
    "an accent": ("la côte du pays", "la cote du pays"),
}


@pytest.mark.parametrize(("old", "new"), CHANGE.values(), ids=CHANGE.keys())
def test_change_of_substance(old: str, new: str) -> None:
    hunks = difference(old, new).hunks
    assert {n for n, h in enumerate(hunks) if h.operation != "equal" and h.text.strip()} - variants(
        hunks
    )


def test_a_variant_stays_apart_from_the_change_beside_it() -> None:
    hunks = difference("Each shall organise it.", "Each should organize it.").hunks
    plain = variants(hunks)
    assert [h.text for n, h in enumerate(hunks) if n in plain] == ["organise", "organize"]
    assert [h.text for h in substantive(hunks) if h.operation != "equal"] == ["shall", "should"]


def test_a_capital_that_an_insertion_takes_is_none() -> None:
    hunks = difference("The keeper acts.", "At night, the keeper acts.").hunks
    assert [(h.operation, h.text) for h in substantive(hunks)] == [
        ("insert", "At night, "),
        ("equal", "the keeper acts."),
    ]


SPELLED = {
    "not in short words": ("four", "for"),
    "not where -our has another word": ("devour", "devor"),
    "not in words in -ise of few letters": ("rise", "rize"),
    "not with numbers": ("A-1", "A1"),
}


@pytest.mark.parametrize(("one", "other"), SPELLED.values(), ids=SPELLED.keys())
def test_words_of_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


LABELS = {
    "letters in brackets": ("(a) ships", ["(a)"]),
    "a number with a dot": ("12.3. Ships", ["12.3."]),
    "with bis": ("(4 bis) Ships", ["(4 bis)"]),
    "in lines": ("Ships:\n  i) one\n  ii) two", ["i)", "ii)"]),
    "no reference": ("see (a) and (b)", []),
    "no sentence": ("No. 5 is lit.", []),
    "no number of things": ("5 ships", []),
}


@pytest.mark.parametrize(("text", "expected"), LABELS.values(), ids=LABELS.keys())
def test_labels(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in labels(text)] == expected


PIECES = [*WORDS, "“", "shall", "Shall", "colour", "color", "\n(b) ", "; (c) ", ". ", "-", "–"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=300)
def test_the_newer_text_is_kept(old: str, new: str) -> None:
    hunks = difference(old, new).hunks
    plain = variants(hunks)
    assert all(hunks[n].operation != "equal" for n in plain)
    assert "".join(h.text for h in substantive(hunks) if h.operation != "delete") == new


SLOW = {
    "blanks": (" " * 50_000, "\t" * 50_000),
    "letters": ("a" * 20_000, "b" * 20_000),
    "quotation marks": ('"' * 20_000, "“" * 20_000),
    "labels": ("\n(a) x" * 5_000, "\n(b) x" * 5_000),
    "hyphens": ("a-" * 10_000 + "b", "a-" * 10_000 + "c"),
    "sentences": ("The x. " * 5_000, "the x. " * 5_000),
}


@pytest.mark.parametrize(("old", "new"), SLOW.values(), ids=SLOW.keys())
def test_made_to_be_slow(old: str, new: str) -> None:
    hunks = difference(old, new).hunks
    start = time.process_time()
    variants(hunks)
    assert time.process_time() - start < 1.0
