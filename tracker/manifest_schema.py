"""The JSON Schema of manifests, by which an editor completes and checks them.

In: the table of keys. Out: a schema in the vocabulary that all drafts from 4 to 2020-12 share, as
the editors' TOML plug-ins take different ones. `drafts/manifest.schema.json` is this module's
output (`python -m tracker.manifest_schema > drafts/manifest.schema.json`), and a test holds it to
that. What a schema cannot say (symbols that are doubled, files that are missing) only the loader
tells.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from tracker.manifest_keys import MANIFEST, Key

FILE = "manifest.schema.json"


def schema() -> dict[str, Any]:
    """The schema of a manifest."""
    whole = table(MANIFEST)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A negotiation",
        "description": "The manifest of one negotiation: drafts/<id>/manifest.toml",
        **whole,
    }


def text() -> str:
    """The schema as the file that editors read."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def table(keys: tuple[Key, ...]) -> dict[str, Any]:
    """The schema of a table with these keys."""
    required = [key.name for key in keys if key.required]
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {key.name: {"description": key.what, **_value(key)} for key in keys},
    }


def _value(key: Key) -> dict[str, Any]:
    match key.kind:
        case "table":
            return table(key.keys)
        case "tables":
            least = {"minItems": 1} if key.required else {}
            return {"type": "array", **least, "items": table(key.keys)}
        case "texts":
            return {"type": "array", "items": _text(key, required=True)}
        case "flag":
            return {"type": "boolean", "default": False}
        case "choice":
            default = {"default": key.default} if key.default else {}
            return {"type": "string", "enum": list(key.options), **default}
        case "date" | "loose-date":
            # A bare TOML date reaches the schema as text.
            return {"type": "string", "pattern": f"^({key.pattern})$"}
        case "text" | "lines":
            return _text(key, required=key.required)


def _text(key: Key, *, required: bool) -> dict[str, Any]:
    """White space at the ends does not count, as for the loader."""
    form: dict[str, Any] = {"type": "string"}
    if key.pattern:
        whole = key.pattern if required else f"({key.pattern})?"
        form["pattern"] = rf"^\s*{whole}\s*$"
    elif required:
        form["pattern"] = r"\S"
    return form


if __name__ == "__main__":
    sys.stdout.write(text())
