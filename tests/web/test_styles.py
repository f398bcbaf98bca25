"""The style sheets: each is loaded by a page, and styles nothing that no page has."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import web

HOME = Path(web.__file__).parent
SHEETS = sorted((HOME / "static").glob("*.css"))

MADE_OF = frozenset({"level", "h", "mark", "standing", "verdict"})
"""Beginnings of classes of which the rest is put behind in another way than below."""


@cache
def sources() -> str:
    """All that may write a class: templates, modules, scripts."""
    # The analysis names the states that templates put into classes.
    modules = [*HOME.rglob("*.py"), *HOME.parent.joinpath("tracker").rglob("*.py")]
    paths = [*HOME.rglob("*.html"), *HOME.rglob("*.svg"), *modules, *HOME.rglob("*.js")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


@cache
def words() -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", sources()))


@cache
def beginnings() -> frozenset[str]:
    """Of classes that are made of two parts, the first: `rel-` of `rel-{{ … }}`."""
    return frozenset(re.findall(r"([a-z][a-z-]*)-(?:\{\{|\{|%s|%d|' ~|\" ~)", sources())) | MADE_OF


def written(name: str) -> bool:
    """Whether a page may have the class."""
    if name in words():
        return True
    if re.fullmatch("[a-z][0-9]", name):
        return re.search(rf"(?<![\w-]){name[0]}\{{\{{", sources()) is not None
    parts = name.split("-")
    return any("-".join(parts[:end]) in beginnings() for end in range(1, len(parts)))


def selectors(css: str) -> str:
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return " ".join(re.findall(r"([^{};]+)\{", plain))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_styles_what_pages_have(sheet: Path) -> None:
    names = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors(sheet.read_text(encoding="utf-8"))))
    assert sorted(name for name in names if not written(name)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_is_loaded(sheet: Path) -> None:
    templates = [*(HOME / "templates").iterdir()]
    assert any(f"'{sheet.name}'" in path.read_text(encoding="utf-8") for path in templates)


def test_what_every_page_loads_is_small() -> None:
    # The rules of one kind of page stand in a sheet of its own.
    assert (HOME / "static" / "site.css").stat().st_size < 30_000
