"""The JSON Schema of manifests: what the loader takes it takes, and it refuses what it can tell."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator, Draft202012Validator

from tracker import manifest_schema
from tracker.errors import ManifestError
from tracker.manifest_keys import MANIFEST, Key
from tracker.manifest_table import Problems, read_table

DRAFTS = Path(__file__).resolve().parent.parent / "drafts"
SCHEMA = manifest_schema.schema()
HOW = "python -m tracker.manifest_schema > drafts/manifest.schema.json"


def as_json(value: Any) -> Any:
    """TOML values as an editor gives them to the schema: dates are texts."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(data: dict[str, Any]) -> list[str]:
    return [error.json_path for error in Draft7Validator(SCHEMA).iter_errors(as_json(data))]


def loads(data: dict[str, Any]) -> bool:
    """Whether the loader takes the values, of which it looks at no two together."""
    problems = Problems(Path("manifest.toml"), {})
    read_table(data, MANIFEST, problems)
    try:
        problems.check()
    except ManifestError:
        return False
    return True


def test_the_file_is_current() -> None:
    stored = (DRAFTS / manifest_schema.FILE).read_text(encoding="utf-8")
    assert stored == manifest_schema.text(), f"write it anew: {HOW}"


@pytest.mark.parametrize(
    "validator", [Draft4Validator, Draft7Validator, Draft202012Validator], ids=lambda v: v.__name__
)
def test_it_is_a_schema_in_every_draft(validator: Any) -> None:
    validator.check_schema({**SCHEMA, "$schema": validator.META_SCHEMA.get("$schema")})


@pytest.mark.parametrize(
    "path", sorted(DRAFTS.glob("*/manifest.toml")), ids=lambda p: p.parent.name
)
def test_bundled_manifests_follow_it_and_name_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults(tomllib.loads(text)) == []
    named = re.match(r"#:schema (\S+)\n", text)
    assert named, "the first line names the schema for editors"
    assert (path.parent / named[1]).resolve() == DRAFTS / manifest_schema.FILE


def all_keys(keys: tuple[Key, ...]) -> list[Key]:
    return [found for key in keys for found in (key, *all_keys(key.keys))]


@pytest.mark.parametrize("key", all_keys(MANIFEST), ids=lambda key: key.name)
def test_every_key_is_explained(key: Key) -> None:
    assert key.what.endswith((".", "}")), "a sentence, or an example at its end"
    described = json.dumps(SCHEMA, ensure_ascii=False)
    assert json.dumps(key.what, ensure_ascii=False) in described
    guide = (DRAFTS / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"`{key.name}`|`\[+(?:\w+\.)?{key.name}\]", guide), (
        "drafts/README.md names it"
    )


ROUND = {"id": "a", "symbol": "L/1", "date": "2020-01-31", "when": "2020", "name": "Draft"}
GOOD: dict[str, Any] = {"id": "lakes", "title": "Lakes", "rounds": [ROUND]}

REFUSED = {
    "nothing": ({}, ["$", "$", "$"]),
    "unknown key": ({**GOOD, "sumary": "x"}, ["$"]),
    "unknown key in a round": ({**GOOD, "rounds": [{**ROUND, "x": 1}]}, ["$.rounds[0]"]),
    "no rounds": ({**GOOD, "rounds": []}, ["$.rounds"]),
    "title a number": ({**GOOD, "title": 1}, ["$.title"]),
    "title empty": ({**GOOD, "title": " "}, ["$.title"]),
    "id with capitals": ({**GOOD, "id": "Lakes"}, ["$.id"]),
    "date in words": ({**GOOD, "rounds": [{**ROUND, "date": "May"}]}, ["$.rounds[0].date"]),
    "standing": ({**GOOD, "rounds": [{**ROUND, "standing": "x"}]}, ["$.rounds[0].standing"]),
    "partial": ({**GOOD, "rounds": [{**ROUND, "partial": "x"}]}, ["$.rounds[0].partial"]),
    "address": ({**GOOD, "rounds": [{**ROUND, "official": "http://x"}]}, ["$.rounds[0].official"]),
    "hash": ({**GOOD, "rounds": [{**ROUND, "sha256": "12"}]}, ["$.rounds[0].sha256"]),
    "hosts": ({**GOOD, "fetch": {"hosts": ["a.org", "http://a.org"]}}, ["$.fetch.hosts[1]"]),
    "fact": (
        {**GOOD, "rounds": [{**ROUND, "facts": [{"text": "x", "sure": "D"}]}]},
        ["$.rounds[0].facts[0].sure"],
    ),
}


@pytest.mark.parametrize(("data", "places"), REFUSED.values(), ids=REFUSED)
def test_what_both_refuse(data: dict[str, Any], places: list[str]) -> None:
    assert faults(data) == places
    assert not loads(data)


def test_a_bare_date_is_a_date() -> None:
    data = {**GOOD, "rounds": [{**ROUND, "date": date(2020, 1, 31)}]}
    assert faults(data) == []
    assert loads(data)


# Values near what is right, so that both are often taken and often refused.
values = st.sampled_from(
    [
        *("", " ", "x", " a-b ", "A", "a b", "en", "EN", "x\ny", "art_1", "Article 1", "L/1", "/"),
        *("2020", "2020-01", "2020-01-31", "2020-13-01", "0a" * 32, "pdf", "official", "A", "D"),
        *("https://a.example/x", "https://a b", "http://a.example", "https://a.org/{symbol}"),
        *(True, 1, 2.5, date(2020, 1, 31), [], {}, ["a.example"], ["A B"], [{}], [1]),
    ]
)


def some(keys: tuple[Key, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Tables with these keys, most of them, with values of any kind."""
    fields = {
        key.name: values
        if not key.keys
        else values
        | (st.lists(some(key.keys), max_size=2) if key.kind == "tables" else some(key.keys))
        for key in keys
    }
    needed = {key.name: fields.pop(key.name) for key in keys if key.required}
    return st.fixed_dictionaries(needed, optional=fields)


@given(some(MANIFEST))
def test_what_the_loader_takes_follows_the_schema(data: dict[str, Any]) -> None:
    if loads(data):
        assert faults(data) == []


@pytest.mark.parametrize("key", all_keys(MANIFEST), ids=lambda key: key.name)
@given(value=values)
def test_the_same_for_every_key_by_itself(key: Key, value: Any) -> None:
    """The loader may be stricter; the schema never is."""
    problems = Problems(Path("manifest.toml"), {})
    read_table({key.name: value}, (key,), problems)
    try:
        problems.check()
    except ManifestError:
        return
    schema = manifest_schema.table((key,))
    assert list(Draft7Validator(schema).iter_errors(as_json({key.name: value}))) == []
