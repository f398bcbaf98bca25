"""Contrast of the colours, light and dark, by the formula of WCAG 2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import web

CSS = (Path(web.__file__).parent / "static" / "site.css").read_text(encoding="utf-8")

TEXT = [
    *((ink, back) for ink in ("ink", "quiet", "link") for back in ("paper", "raised", "sunk")),
    ("on-accent", "accent"),
    ("ins-ink", "ins-back"),
    ("del-ink", "del-back"),
    ("warn-ink", "warn-back"),
    ("ink", "mark-back"),
    ("link", "mark-back"),
    ("quiet", "mark-back"),
    *(("ink", f"age-{n}") for n in range(1, 6)),
]
SIGNS = [
    *((sign, back) for sign in ("strong-line", "accent", "ins-ink", "del-ink", "warn-line")
      for back in ("paper", "raised")),
]  # fmt: skip


def palette(dark: bool) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    light, night = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", one)) for one in blocks[:2])
    return {**light, **night} if dark else light


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "back"), TEXT)
def test_text_can_be_read(dark: bool, ink: str, back: str) -> None:
    colours = palette(dark)
    assert contrast(colours[ink], colours[back]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "back"), SIGNS)
def test_signs_can_be_seen(dark: bool, sign: str, back: str) -> None:
    colours = palette(dark)
    assert contrast(colours[sign], colours[back]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    light, night = (
        set(re.findall(r"--([\w-]+): #", one))
        for one in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    )
    assert light == night


def test_no_colour_is_used_that_is_not_named() -> None:
    body = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)
    assert not re.findall(r"#(?!000\b|fff\b|333\b)[0-9a-f]{3,6}\b", body)
    named = set(re.findall(r"--([\w-]+):", CSS))
    assert set(re.findall(r"var\(--([\w-]+)\)", CSS)) <= named


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
