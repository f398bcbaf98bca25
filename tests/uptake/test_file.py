"""Files of proposals, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracker.errors import ManifestError
from tracker.uptake import Proposal, load

ONE = {"id": "1", "text": "Lamps are lit.", "author": "Guild"}


def written(folder: Path, content: object) -> Path:
    path = folder / "proposals.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_stands_above_holds_where_nothing_else_is_said(tmp_path: Path) -> None:
    content = {
        "author": "Guild of Sweeps",
        "date": "2030-06",
        "proposals": [
            {"id": "1", "text": "Lamps are lit.", "old_text": "Lamps burn.", "aims_at": "art_1"},
            {
                "id": "2",
                "text": "",
                "old_text": "Fees are due.",
                "author": "Pilots",
                "date": "2031",
            },
        ],
    }
    assert load(written(tmp_path, content), author="nobody", source="paper, p. 3") == (
        Proposal(
            "1",
            "Guild of Sweeps",
            "2030-06",
            "Lamps are lit.",
            "Lamps burn.",
            "art_1",
            "paper, p. 3",
        ),
        Proposal("2", "Pilots", "2031", "", "Fees are due.", "", "paper, p. 3"),
    )


def test_offsets_count_in_the_text_as_it_is_written(tmp_path: Path) -> None:
    (found,) = load(written(tmp_path, {"proposals": [ONE | {"text": "  Lamps\n are lit. "}]}))
    assert found.text == "  Lamps\n are lit. "


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("{", "is not valid JSON", id="no JSON"),
        pytest.param("[" * 100_000, "is nested too deeply", id="nested"),
        pytest.param([ONE], 'has no list "proposals"', id="a bare list"),
        pytest.param({"proposals": {}}, 'has no list "proposals"', id="no list"),
        pytest.param({"proposals": ["x"]}, "proposals[1]: is not an object", id="no object"),
        pytest.param(
            {"proposals": [ONE | {"oldtext": "x"}]},
            "proposals[1].oldtext: is no key of a file of proposals; did you mean old_text?",
            id="misspelt",
        ),
        pytest.param({"proposals": [], "Author": "x"}, "did you mean author?", id="misspelt above"),
        pytest.param(
            {"proposals": [ONE | {"text": 3}]}, "proposals[1].text: is not a text", id="number"
        ),
        pytest.param({"proposals": [ONE | {"id": ""}]}, "proposals[1].id: is missing", id="no id"),
        pytest.param(
            {"proposals": [ONE, ONE]}, "proposals[2].id: is that of proposals[1]", id="twice"
        ),
        pytest.param(
            {"proposals": [ONE | {"author": " "}]}, "proposals[1].author: is missing", id="nobody"
        ),
        pytest.param({"proposals": [ONE | {"text": " "}]}, "proposes nothing", id="empty"),
        pytest.param({"proposals": [ONE | {"date": "soon"}]}, "'soon' is not a date", id="date"),
        pytest.param({"proposals": [ONE | {"aims_at": "Art. 5!"}]}, "is not the eId", id="eId"),
        pytest.param(
            {"proposals": [ONE | {"text": "x" * 2_000_001}]},
            "2,000,000 are too many",
            id="too long",
        ),
    ],
)
def test_faults_are_named(tmp_path: Path, content: object, said: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(ManifestError) as caught:
        load(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_every_fault_is_named_but_not_thousands(tmp_path: Path) -> None:
    with pytest.raises(ManifestError) as caught:
        load(written(tmp_path, {"proposals": ["x"] * 50}))
    assert len(caught.value.lines) == 21
    assert caught.value.lines[-1].endswith("and 30 more faults")


@pytest.mark.parametrize("what", ["missing", "folder", "bytes"])
def test_files_that_are_none(tmp_path: Path, what: str) -> None:
    path = tmp_path / what
    if what == "folder":
        path.mkdir()
    elif what == "bytes":
        path.write_bytes(b"\xff\xfe{")
    with pytest.raises(ManifestError, match=what):
        load(path)
