"""How well real documents are read: every figure holds, and the README's table shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.measured import possibly

ROOT = Path(__file__).parent.parent


@pytest.fixture
def scripts() -> Iterator[None]:
    """The folder of the measuring scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize("group", ["irish", "us", "un", "civil", "eu", "marks"])
@pytest.mark.usefixtures("scripts", "shared_data")
def test_figures_hold_and_are_told(group: str) -> None:
    import measure_reading

    rows = measure_reading.GROUPS[group]()
    assert rows
    assert [row for row in rows if not row.held] == []
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [line for line in measure_reading.summary(rows) if line not in told] == []


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.usefixtures("scripts", "shared_data")
def test_links_labelled_by_hand_are_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import measure_links

    monkeypatch.setattr(sys, "argv", ["measure_links.py", "--errors"])
    assert measure_links.main() == 0
    assert "falls short" not in capsys.readouterr().out


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.usefixtures("scripts", "shared_data")
def test_functions_labelled_by_hand() -> None:
    """The half that the rules were not made on; the README tells the same figures."""
    import measure_functions

    labels = measure_functions.read_labels(ROOT / "tests" / "labels" / "functions.toml")
    half = measure_functions.judged(labels, odd=False)
    right = [one for one in half if one.found == one.wanted]
    offences = [one for one in half if "offence" in (one.found, one.wanted)]
    assert (len(right), len(half)) == (39, 44)
    assert all(one.found == one.wanted for one in offences)


@pytest.mark.shared
@pytest.mark.usefixtures("scripts", "shared_data", "shared_eval")
@pytest.mark.parametrize("part", ["links", "sentences", "proposals"])
def test_how_often_possibly_is_right(part: str) -> None:
    """The page and the README have just the counts that the measure comes to."""
    import measure_sure

    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    rates = list(getattr(measure_sure, part)())
    assert [one.told for one in rates if one.told not in lines] == []
    shown = {one.name: one for one in possibly() if one.about == part}
    assert {one.name for one in rates} == shown.keys()
    for one in rates:
        row = shown[one.name]
        assert ((row.sure.right, row.sure.of), (row.possibly.right, row.possibly.of)) == (
            one.sure,
            one.possibly,
        )


@pytest.mark.usefixtures("scripts")
@pytest.mark.parametrize("options", [[], ["--markdown"]], ids=["plain", "markdown"])
@pytest.mark.parametrize(("figure", "code"), [(0.98999, 1), (0.99, 0)], ids=["short", "held"])
def test_a_figure_that_falls_short_is_seen(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    figure: float,
    code: int,
) -> None:
    import measure_reading
    from measured import Row

    rows = [Row.at_least("a draft", "words", figure, 0.99), Row.equal("another", "pages", 2, 2)]
    monkeypatch.setattr(measure_reading, "GROUPS", {"made": lambda: rows, "more": lambda: rows[1:]})
    monkeypatch.setattr(sys, "argv", ["measure_reading.py", *options])
    assert measure_reading.main() == code
    said = capsys.readouterr().out
    assert ("0.9899" if code else "0.9900") in said
    assert ("falls short" in said) is bool(code)


@pytest.mark.usefixtures("scripts")
def test_every_group_is_known() -> None:
    """What measures and is no program of its own belongs to one."""
    import measure_reading

    paths = (ROOT / "scripts").glob("measure_*.py")
    modules = {p.stem for p in paths if "def main(" not in p.read_text(encoding="utf-8")}
    imported = {rows.__module__ for rows in measure_reading.GROUPS.values()}
    assert modules == imported
    assert "measured" in sys.modules
