"""The API over the bundled negotiation, asked at random, and its page in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.web.test_openapi import fuzzed, known
from web import create_app
from web.shelf import EXTENSION


def test_no_request_makes_the_server_untrue(bundled: Path, address: str, tmp_path: Path) -> None:
    app = create_app(bundled)
    client = app.test_client()
    schema = tmp_path / "known.json"
    schema.write_text(json.dumps(known(client.get("/api/openapi.json").json, client)))
    app.extensions[EXTENSION].close()
    said = fuzzed(address, str(schema), 5, tmp_path, phases="examples,fuzzing")
    found = re.search(r"(\d+) generated, (\d+) passed", said)
    assert found is not None, said
    assert found[1] == found[2]
    assert int(found[1]) > 40
