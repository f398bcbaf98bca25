"""The description of the API: sound, complete, and true of the running server."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import waitress
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from web import create_app
from web.api.openapi import shapes_of
from web.api.table import OPERATIONS
from web.shelf import EXTENSION


@pytest.fixture(scope="session")
def described(app: Flask) -> dict[str, Any]:
    found = app.test_client().get("/api/openapi.json").json
    assert isinstance(found, dict)
    return found


def test_the_description_is_sound(described: dict[str, Any]) -> None:
    validate(described)
    assert described["openapi"] == "3.1.0"
    assert described["info"]["license"]
    assert "not official" in described["info"]["description"]


def test_what_is_served_is_what_is_described(app: Flask, described: dict[str, Any]) -> None:
    rules = {
        re.sub(r"<(\w+)>", r"{\1}", rule.rule.removeprefix("/api"))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/") and rule.rule != "/api/"
    }
    assert rules == set(described["paths"])
    names = [one["get"]["operationId"] for one in described["paths"].values()]
    assert len(set(names)) == len(names)


def explanations(part: object) -> Iterator[str]:
    """What the description says to people, however deep."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in ("description", "summary") and isinstance(value, str):
                yield value
            else:
                yield from explanations(value)
    elif isinstance(part, list):
        for value in part:
            yield from explanations(value)


def test_it_calls_words_in_brackets_what_pages_call_them(described: dict[str, Any]) -> None:
    # That somebody contests them, a bracket does not say.
    found = list(explanations(described))
    assert any("still in brackets" in one for one in found)
    assert [one for one in found if "contested" in one.lower()] == []


def test_everything_is_explained(described: dict[str, Any]) -> None:
    for shape in described["components"]["schemas"].values():
        assert shape["description"].endswith((".", "`"))
        assert set(shape["required"]) == set(shape["properties"])
        for name, field in shape["properties"].items():
            assert re.fullmatch("[a-z][a-z0-9_]*", name)
            assert field["description"], name
    for path, methods in described["paths"].items():
        told = methods["get"]
        assert told["summary"]
        assert told["description"]
        assert {one["name"] for one in told["parameters"] if one["in"] == "path"} == set(
            re.findall(r"{(\w+)}", path)
        )
        assert {"400", "404", "405", "414", "500", "503"} <= set(told["responses"])
        for one in told["parameters"]:
            assert one["description"]
            limited = one["schema"].keys() & {"maxLength", "maximum", "enum"}
            assert limited or one["schema"]["type"] == "boolean", one["name"]


def test_no_name_is_given_twice() -> None:
    twice = [name for name, shapes in shapes_of(OPERATIONS).items() if len(shapes) > 1]
    assert twice == []


def test_examples_find_something(client: FlaskClient, described: dict[str, Any]) -> None:
    for path, methods in described["paths"].items():
        given = {one["name"]: one.get("example") for one in methods["get"]["parameters"]}
        where = f"/api{path}".format(**{k: v for k, v in given.items() if v is not None})
        needed = {
            one["name"]: one["example"]
            for one in methods["get"]["parameters"]
            if one["in"] == "query" and "example" in one
        }
        assert client.get(where, query_string=needed).status_code == 200, path


@contextmanager
def served(database: Path) -> Iterator[str]:
    app = create_app(database)
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.trigger.pull_trigger(server.close)
        server.task_dispatcher.shutdown()
        thread.join(5)
        app.extensions[EXTENSION].close()


def known(described: dict[str, Any], client: FlaskClient) -> dict[str, Any]:
    """The description, its texts in addresses narrowed to those that are there, so that what is
    asked is found."""
    ids = [one["id"] for one in client.get("/api/negotiations").json["data"]]
    threads, symbols = set(), set()
    for one in ids:
        grid = client.get(f"/api/negotiations/{one}/grid?show=all").json["data"]
        threads |= {row["thread"] for row in grid["rows"]}
        symbols |= {draft["symbol"] for draft in grid["drafts"]}
    told: dict[str, Any] = json.loads(json.dumps(described))
    there = {"negotiation": ids, "address": sorted(threads)}
    there |= dict.fromkeys(("symbol", "old", "new"), sorted(symbols))
    for methods in told["paths"].values():
        for one in methods["get"]["parameters"]:
            if one["name"] in there:
                one["schema"] = {"type": "string", "enum": there[one["name"]]}
    return told


def fuzzed(
    address: str,
    schema: str,
    examples: int,
    folder: Path,
    phases: str = "examples,coverage,fuzzing",
) -> str:
    """What schemathesis says of a server, all its checks on, the same requests each time: counted,
    for those of so many seconds are fewer on a busy machine."""
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", schema),
            *("--url", f"{address}/api", "--checks", "all", "--no-color"),
            *("--max-examples", str(examples), "--generation-deterministic"),
            *("--phases", phases, "--workers", "2", "--warnings", "off"),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        cwd=folder,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    return run.stdout


def test_no_request_makes_the_server_untrue(
    database: Path, client: FlaskClient, described: dict[str, Any], tmp_path: Path
) -> None:
    schema = tmp_path / "known.json"
    schema.write_text(json.dumps(known(described, client)))
    with served(database) as address:
        said = fuzzed(address, str(schema), 5, tmp_path)
    found = re.search(r"(\d+) generated, (\d+) passed", said)
    assert found is not None, said
    assert found[1] == found[2]
    assert int(found[1]) > 1500
