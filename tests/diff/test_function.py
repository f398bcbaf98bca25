"""The legal job of a provision: first, simple rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drafts import outline
from tracker.diff.function import FUNCTIONS, functions

CASES = {
    "offence by its words": (
        "art_1 | Article 1 | Putting out lamps | Each Party shall make it a criminal offence to put out a lamp.",
        "offence",
    ),
    "offence by its first paragraph": (
        "art_1 | Article 1 | Putting out lamps |\n  art_1__para_1 | 1. | | Each Party shall establish this as a criminal offence.",
        "offence",
    ),
    "heavier punishment": (
        "art_1 | Article 1 | Courts | Harm to many ships may count as an aggravating circumstance.",
        "aggravating circumstance",
    ),
    "definition by heading": ("art_1 | Article 1 | Use of terms | For this Treaty:", "definition"),
    "safeguard": (
        "art_1 | Article 1 | Conditions and safeguards | Powers are used with care.",
        "safeguard",
    ),
    "power": (
        "art_1 | Article 1 | Search and seizure of lamps | Officers may enter a tower.",
        "procedural power",
    ),
    "jurisdiction": ("art_1 | Article 1 | Jurisdiction | A Party acts at home.", "jurisdiction"),
    "recital": ("rec_1 | | | Noting that ships are lost,", "recital"),
    "none of them": ("art_1 | Article 1 | Gulls | Gulls are fed.", "other"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_function(text: str, expected: str) -> None:
    draft = outline(text)
    found = functions(draft)
    assert found[draft.provisions[0].eid].name == expected
    assert expected in FUNCTIONS


def test_what_is_inside_has_the_function_of_what_holds_it() -> None:
    draft = outline(
        "art_1 | Article 1 | Jurisdiction |\n"
        "  art_1__para_1 | 1. | | A Party acts at home.\n"
        "  art_1__para_2 | 2. | | Harm to many counts as an aggravating circumstance."
    )
    found = functions(draft)
    assert found["art_1__para_1"].name == "jurisdiction"
    assert found["art_1__para_2"].name == "aggravating circumstance"


def test_a_language_without_rules_is_not_guessed() -> None:
    draft = replace(outline("art_1 | Artículo 1 | Jurisdiction | Texto."), language="es")
    assert functions(draft)["art_1"].name == "unclear"


def test_rules_are_safe_on_hostile_text() -> None:
    """Half a million characters made to be slow take no time to speak of."""
    for text in ("establish " * 20_000, "as a " * 50_000, " " * 50_000 + "x", "“" * 50_000):
        draft = outline("art_1 | Article 1 | X | y")
        provision = replace(draft.provisions[0], text=text)
        functions(replace(draft, provisions=(provision,)))
