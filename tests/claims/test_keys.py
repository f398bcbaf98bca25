"""`[[claims]]` of a manifest: what is read, and what is refused by line and key."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from tracker.claims import CHECKS
from tracker.errors import ManifestError
from tracker.function import FUNCTIONS
from tracker.history.phrases_book import LONGEST, MOST_WORDS
from tracker.manifest import load
from tracker.manifest_checks import LONGEST_PHRASE
from tracker.manifest_claims import NEEDS, TAKES
from tracker.manifest_keys import CHECK, FUNCTION_NAMES
from tracker.model import Check, CheckName, Claim

GOOD = """\
id = "bells"
title = "Bells"
rounds = [
    { id = "a", symbol = "B/1", date = "2030-01-01", when = "x", name = "A", official = "https://a.example/1" },
    { id = "b", symbol = "B/2", date = "2030-02-01", when = "x", name = "B", official = "https://a.example/2" },
]
[[claims]]
provision = "art_7"
text = "Only an option."
source = "Friends"
date = "2031"
symbol = "B/2"
unsettled = "whether it is wise"
note = "Unverified: the number."
checks = [
    { check = "says", words = ["in fog", "gun"], any = true, where = "article" },
    { check = "function_was", function = "offence", words = ["bell"], where = "draft", symbol = "B/1" },
    { check = "refers_to", target = "art_2__para_1", provision = "art_3" },
]
[[claims]]
text = "Of the resolution."
source = "Friends"
date = "2031"
symbol = "B/2"
document = "B/RES/1"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "bells" / "manifest.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_is_read(tmp_path: Path) -> None:
    first, second = load(written(tmp_path, GOOD)).claims
    assert first.checks == (
        Check("says", ("in fog", "gun"), any=True, where="article"),
        Check("function_was", ("bell",), where="draft", symbol="B/1", function="offence"),
        Check("refers_to", provision="art_3", target="art_2__para_1"),
    )
    assert (first.unsettled, first.note) == ("whether it is wise", "Unverified: the number.")
    assert second == Claim("", "Of the resolution.", "Friends", "2031", "B/2", "B/RES/1")


SAYS = '{ check = "says", words = ["in fog", "gun"], any = true, where = "article" }'

REFUSED = {
    "unknown check": ('{ check = "sais" }', "checks[1].check", "is none of 'says', 'lacks'"),
    "no words": ('{ check = "says" }', "checks[1].words", "is missing; says needs it"),
    "empty words": ('{ check = "lacks", words = [] }', "checks[1].words", "lacks needs it"),
    "no word in it": ('{ check = "says", words = ["—"] }', "checks[1].words[1]", "has no word in"),
    "too long": (
        f'{{ check = "says", words = ["{"a " * 33}"] }}',
        "checks[1].words[1]",
        "longer than a phrase to look for can be (32 words)",
    ),
    "one word": ('{ check = "says", words = "fog" }', "checks[1].words", 'write ["…", "…"]'),
    "until when": ('{ check = "said_until", words = ["fog"] }', "checks[1].symbol", "is missing"),
    "until no round": (
        '{ check = "said_until", words = ["fog"], symbol = "B/3" }',
        "checks[1].symbol",
        "'B/3' is the symbol of no round",
    ),
    "not earlier": (
        '{ check = "was_own_article", words = ["fog"], symbol = "B/2" }',
        "checks[1].symbol",
        "'B/2' is no draft before that of the claim",
    ),
    "no function": ('{ check = "function_is" }', "checks[1].function", "is missing"),
    "unknown function": (
        '{ check = "function_is", function = "crime" }',
        "checks[1].function",
        "is none of 'recital'",
    ),
    "no target": ('{ check = "refers_to" }', "checks[1].target", "is missing"),
    "of no use": (
        '{ check = "lacks", words = ["fog"], function = "offence" }',
        "checks[1].function",
        "is of no use with lacks",
    ),
    "any": ('{ check = "lacks", words = ["a"], any = true }', "checks[1].any", "is of no use"),
    "where": (
        '{ check = "was_own_article", words = ["a"], where = "draft" }',
        "checks[1].where",
        "is of no use",
    ),
    "whole draft without words": (
        '{ check = "may_only", where = "draft" }',
        "checks[1].words",
        "a whole draft is only looked at for words",
    ),
    "misspelt": ('{ check = "says", word = ["fog"] }', "checks[1].word", "did you mean words?"),
}


@pytest.mark.parametrize(("check", "place", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(tmp_path: Path, check: str, place: str, told: str) -> None:
    assert SAYS in GOOD
    with pytest.raises(ManifestError) as error:
        load(written(tmp_path, GOOD.replace(SAYS, check)))
    assert any(f":16: claims[1].{place}: " in line and told in line for line in error.value.lines)


def test_a_claim_on_a_whole_draft_says_where_to_look(tmp_path: Path) -> None:
    text = GOOD.replace('provision = "art_7"\n', "").replace(', where = "article"', "")
    with pytest.raises(ManifestError, match=r"checks\[1\].where: .* write where = \"draft\""):
        load(written(tmp_path, text))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"B/RES/1"', '"B/1"', "claims[2].document: 'B/1' is the symbol of a round"),
        ('note = "Unv', 'document = "B/X"\nnote = "Unv', "claims[1].checks: cannot be followed"),
    ],
    ids=["a round", "with checks"],
)
def test_another_document(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ManifestError) as error:
        load(written(tmp_path, GOOD.replace(old, new)))
    assert told in str(error.value)


def test_the_tables_name_the_same_things() -> None:
    names = set(get_args(CheckName))
    assert names == set(CHECKS) == set(NEEDS) == set(TAKES)
    assert all(set(NEEDS[name]) <= set(TAKES[name]) for name in NEEDS)
    keys = {key.name for key in CHECK} - {"check"}
    assert {key for taken in TAKES.values() for key in taken} == keys
    assert set(FUNCTION_NAMES) == FUNCTIONS.keys() - {"other", "unclear"}
    assert LONGEST_PHRASE == MOST_WORDS
    assert 30 * LONGEST_PHRASE <= LONGEST


def test_the_guide_tells_every_check() -> None:
    guide = Path(__file__).resolve().parents[2] / "drafts" / "README.md"
    rows = [line.split("|") for line in guide.read_text(encoding="utf-8").split("\n")]
    told = {row[1].strip(" `"): row for row in rows if len(row) == 6}
    for name in get_args(CheckName):
        needs, takes = (
            {one.strip(" `") for one in told[name][n].split(",") if one.strip()} for n in (3, 4)
        )
        assert needs == set(NEEDS[name]), name
        assert takes == set(TAKES[name]) - needs, name
