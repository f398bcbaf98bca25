"""`claims`: what people say of provisions, and whether the texts bear it out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asked import built, manifest, one_line
from tests.cli.typed import run

FILED = """
[[claims]]
symbol = "B/3"
provision = "art_2__para_1"
text = "The duty to ring has become an option."
source = "Friends of the Foghorn"
date = "2032-02-01"

[[claims.checks]]
check = "may_only"
words = ["ring the great bells"]

[[claims]]
symbol = "B/3"
provision = "art_2__para_1"
text = "Silver is still paid."
source = "Friends of the Foghorn"
date = "2032-02-01"

[[claims.checks]]
check = "says"
words = ["silver"]
where = "draft"

[[claims]]
symbol = "B/2"
provision = "art_9"
text = "There is nothing worse than article 9."
source = "Friends of the Foghorn"
date = "2032-02-01"
unsettled = "what is worst"
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("claims")
    return built(folder), manifest(folder, FILED)


def asked(places: tuple[Path, Path], *arguments: str) -> Any:
    db, drafts = places
    result = run("claims", "bells", *arguments, "--db", db, "--drafts", drafts, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_each_claim_is_judged_by_its_checks(places: tuple[Path, Path]) -> None:
    states = [one["state"] for one in asked(places)]
    assert states == ["borne out", "contradicted", "no such provision"]


def test_the_words_stand_beside_the_verdict(places: tuple[Path, Path]) -> None:
    first = asked(places)[0]
    (check,) = first["checks"]
    assert check["outcome"] == "holds"
    assert "may" in " ".join(words["text"] for words in check["evidence"])
    assert [place["number"] for place in first["stands"]][-1] == "Article 2(1)"


def test_claims_on_one_provision(places: tuple[Path, Path]) -> None:
    assert [one["symbol"] for one in asked(places, "--provision", "art_9")] == ["B/2"]
    assert asked(places, "--provision", "art_77") == []


def test_in_words(places: tuple[Path, Path]) -> None:
    db, drafts = places
    result = run("claims", "bells", "--db", db, "--drafts", drafts)
    said = result.stdout
    assert said.startswith("3 claims: 1 the texts bear it out, 1 the texts contradict it")
    assert "B/3, Article 2(1): The duty to ring has become an option." in said
    assert "said by Friends of the Foghorn, 2032-02-01" in said


def test_a_negotiation_without_a_manifest_is_told(places: tuple[Path, Path]) -> None:
    db, drafts = places
    result = run("claims", "whistles", "--db", db, "--drafts", drafts)
    assert result.exit_code == 1
    assert "whistles" in one_line(result.output)
