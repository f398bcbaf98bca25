"""The measure of legal functions: what it counts, and when it says that a figure falls short."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

CRIME = "Each Party shall make it a criminal offence:\n\na) to take a lamp;\n\nb) to sell one."
ARTICLES = [
    {"number": "Article 1", "title": "Definitions", "text": "“Lamp” means a [light](a/b.md)."},
    {"number": "2", "title": "Lamps", "text": f"1.   {CRIME}\n2.   A Party acts at home."},
    {"number": "3", "title": "Gulls", "text": "Gulls are fed."},
    {"number": "4", "title": "Jurisdiction", "text": "A Party acts at home."},
]


@pytest.fixture(autouse=True)
def made_up(tmp_path: Path) -> Iterator[None]:
    """Two made-up treaties where the shared ones would be, and the scripts on the path."""
    folder = tmp_path / "precedents"
    folder.mkdir()
    for name in ("ETS-185-budapest-2001.json", "UNTOC-2000.json"):
        (folder / name).write_text(json.dumps({"articles": ARTICLES}), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        patch.setenv("TRACKER_SHARED_DATA", str(tmp_path))
        yield


def labels(path: Path, **names: str) -> Path:
    """A file of labels for the first treaty; `_2 = "offence"` is article 2."""
    lines = [f'"{number[1:]}" = "{name}"' for number, name in names.items()]
    path.write_text("[ETS-185]\n" + "\n".join(lines), encoding="utf-8")
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> object:
    """The code that the script ends with."""
    import measure_functions

    others = Path(os.environ["TRACKER_SHARED_DATA"]) / "others.toml"
    others.touch()
    arguments = (*arguments, "--others", others)
    monkeypatch.setattr(sys, "argv", ["measure_functions.py", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        measure_functions.main()
    return ended.value.code


CASES = {
    "all right": (
        {"_1": "definition", "_2": "offence", "_3": "other", "_4": "jurisdiction"},
        0,
        "1.000",
    ),
    "wrong in the half that was developed on": (
        {"_1": "scope", "_2": "offence", "_3": "other", "_4": "jurisdiction"},
        0,
        "scope → definition: 1 (ETS-185 1)",
    ),
    "short in the report half": (
        {"_1": "definition", "_2": "offence", "_4": "scope"},
        1,
        "0.500",
    ),
    "an offence called something else": (
        {"_2": "offence", "_3": "offence", "_4": "jurisdiction"},
        1,
        "offence → other: 1 (ETS-185 3)",
    ),
    "nothing of the report half's articles": (
        {"_2": "scope", "_4": "jurisdiction"},
        1,
        "others called offence                                     1",
    ),
}


@pytest.mark.parametrize(("names", "code", "said"), CASES.values(), ids=CASES.keys())
def test_figures(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    names: dict[str, str],
    code: int,
    said: str,
) -> None:
    assert run(monkeypatch, "--labels", labels(tmp_path / "a.toml", **names)) == code
    told = capsys.readouterr().out
    assert said in told
    assert ("falls short" in told) is bool(code)
    assert "ETS-185 2" not in told
    assert "ETS-185 4" not in told


def test_one_half_does_not_run_over_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = labels(tmp_path / "a.toml", _1="definition", _2="scope", _3="other", _4="scope")
    assert run(monkeypatch, "--labels", file, "--half", "odd") == 0
    told = capsys.readouterr().out
    assert "development half (odd)" in told
    assert "report half" not in told
    assert "offence" not in told.replace("offences called", "").replace("called offence", "")


def test_the_marks_of_an_article_become_paragraphs_and_points() -> None:
    import measure_functions

    draft = measure_functions.draft_of("made up", ARTICLES)
    assert [(p.kind, p.num, p.text) for p in draft.provisions[:6]] == [
        ("article", "Article 1", "“Lamp” means a light."),
        ("article", "Article 2", ""),
        ("paragraph", "1.", "Each Party shall make it a criminal offence:"),
        ("point", "a)", "to take a lamp;"),
        ("point", "b)", "to sell one."),
        ("paragraph", "2.", "A Party acts at home."),
    ]
    assert draft.provisions[3].parent == draft.provisions[2].eid


def test_agreement_of_two_labellings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half agreed; by chance a half would be: kappa is nothing."""
    import measure_functions

    first = labels(tmp_path / "a.toml", _1="scope", _2="offence", _3="scope", _4="offence")
    second = labels(tmp_path / "b.toml", _1="scope", _2="scope", _3="offence", _4="offence")
    monkeypatch.setattr(
        sys, "argv", ["measure_functions.py", "--agreement", str(first), str(second)]
    )
    measure_functions.main()
    assert capsys.readouterr().out == "4 articles, 0.500 agreed, Cohen's kappa 0.000\n"
    whole = measure_functions.read_labels(first)
    assert measure_functions.agreement(whole, whole) == (4, 1.0, 1.0)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[ETS-185]\n"1" = "crime"', "'crime' is not a function"),
        ('"1" = "offence"', "1 is not a table of articles"),
        ('[ETS-9]\n"1" = "offence"', "no treaty 'ETS-9'"),
        ("= offence", "cannot be read as TOML"),
        ("", "falls short"),
    ],
    ids=["no function", "no table", "no treaty", "no TOML", "empty"],
)
def test_labels_that_are_no_labels(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    written: str,
    said: str,
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(written, encoding="utf-8")
    code = run(monkeypatch, "--labels", file)
    assert said in f"{code} {capsys.readouterr().out}"
    assert code != 0


def test_a_file_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No such file" in str(run(monkeypatch, "--labels", tmp_path / "none.toml"))
