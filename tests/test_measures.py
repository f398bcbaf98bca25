"""How well real documents are read: every figure holds, and the README's table shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def scripts() -> Iterator[None]:
    """The folder of the measuring scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


@pytest.mark.shared
@pytest.mark.parametrize("group", ["irish", "us", "un", "civil", "eu", "marks"])
@pytest.mark.usefixtures("scripts", "shared_data")
def test_figures_hold_and_are_told(group: str) -> None:
    import measure_reading

    rows = measure_reading.GROUPS[group]()
    assert rows
    assert [row for row in rows if not row.held] == []
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [line for line in measure_reading.summary(rows) if line not in told] == []


@pytest.mark.usefixtures("scripts")
def test_a_figure_that_falls_short_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    from measured import Row, show

    with pytest.raises(SystemExit) as ended:
        show([Row.at_least("a draft", "words", 0.98999, 0.99)])
    assert ended.value.code == 1
    assert "0.9899" in (said := capsys.readouterr().out)
    assert "falls short" in said


@pytest.mark.usefixtures("scripts")
def test_every_group_is_known() -> None:
    import measure_reading

    modules = {path.stem for path in (ROOT / "scripts").glob("measure_*.py")}
    imported = {rows.__module__ for rows in measure_reading.GROUPS.values()}
    assert modules - {"measure_reading"} == imported
    assert "measured" in sys.modules
