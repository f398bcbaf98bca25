"""The scripts of the pages: they have no words of their own, for those could not be translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parent.parent.parent / "web" / "static"

_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*|\s//\s[^\n]*", re.DOTALL | re.MULTILINE)
_STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_SAID = re.compile(r"[a-z]{2,}[,;:]? [a-z]{2,}|^[A-Z][a-z]+\b|[a-z][.!?]$|^ [a-z]+")

_NAMES = ("use strict", "Enter", "Escape", "Tab")
"""Of the language, and of keys."""


def said(script: str) -> list[str]:
    """Strings that read like words for people."""
    found = (
        next(one for one in match.groups() if one is not None)
        for match in _STRING.finditer(_COMMENT.sub("", script))
    )
    return [one for one in found if one not in _NAMES and _SAID.search(one)]


@pytest.mark.parametrize("script", sorted(STATIC.glob("*.js")), ids=lambda one: one.name)
def test_what_a_script_shows_comes_from_its_page(script: Path) -> None:
    assert said(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("words", ["Copied.", "no such thing", "Suggestions", " suggestions"])
def test_words_would_be_found(words: str) -> None:
    assert said(f'"use strict";\n// not this one\nsay("{words}", ".a", "n");') == [words]
