"""The fingerprint of the rules: what changes it, and that no rule is left out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_layers import imports
from tracker import engine

ROOT = Path(__file__).resolve().parent.parent

# Shapes of data, messages, and how rows are kept: none of them decides what is stored.
NO_RULES = (
    "errors",
    "model",
    "engine",
    "akn/__init__",
    "decisions/__init__",
    "manifest_checks",
    "manifest_claims",
    "store/__init__",
    "store/keys",
    "store/tables",
    "store/rows",
    "store/decision_rows",
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the package."""
    return Path(shutil.copytree(ROOT / "tracker", tmp_path / "tracker"))


def test_it_is_that_of_the_files(rules: Path) -> None:
    assert engine.of_rules(rules) == engine.of_rules(ROOT / "tracker")
    assert len(engine.fingerprint()) == engine.LENGTH


@pytest.mark.parametrize("rule", engine.RULES)
def test_a_change_of_any_rule_is_seen(rules: Path, rule: str) -> None:
    before = engine.of_rules(rules)
    changed = rules / rule / "__init__.py" if (rules / rule).is_dir() else rules / rule
    changed.write_text(changed.read_text("utf-8") + "LATER = 1\n", encoding="utf-8")
    assert engine.of_rules(rules) != before


def test_a_new_module_and_a_new_name_are_seen(rules: Path) -> None:
    before = engine.of_rules(rules)
    (rules / "align" / "later.py").touch()
    added = engine.of_rules(rules)
    (rules / "align" / "later.py").rename(rules / "align" / "latest.py")
    assert len({before, added, engine.of_rules(rules)}) == 3


def test_ends_of_lines_and_other_files_do_not_count(rules: Path) -> None:
    before = engine.of_rules(rules)
    text = (rules / "words.py").read_bytes()
    (rules / "words.py").write_bytes(text.replace(b"\n", b"\r\n"))
    (rules / "texts.py").write_text("LATER = 1\n", encoding="utf-8")
    assert engine.of_rules(rules) == before


def test_a_rule_that_is_missing_is_a_fault(rules: Path) -> None:
    (rules / "words.py").unlink()
    with pytest.raises(OSError, match=r"words\.py"):
        engine.of_rules(rules)


def sources() -> list[Path]:
    found = [ROOT / "tracker" / rule for rule in engine.RULES]
    each = (sorted(path.rglob("*.py")) if path.is_dir() else [path] for path in found)
    return [path.relative_to(ROOT) for paths in each for path in paths]


@pytest.mark.parametrize("path", sources(), ids=str)
def test_what_a_rule_builds_on_is_a_rule_too(path: Path) -> None:
    counted = {one.as_posix() for one in sources()}
    missing = set()
    for name, _ in imports(path):
        parts = name.split(".")
        if parts[0] != "tracker" or len(parts) < 2:
            continue
        file = "/".join(parts)
        for one in (f"{file}.py", f"{file}/__init__.py"):
            inside = one.removeprefix("tracker/").removesuffix(".py")
            if (ROOT / one).is_file() and one not in counted and not inside.startswith(NO_RULES):
                missing.add(one)
    assert missing == set()
