"""Texts made to be slow: every check answers in well under a second."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from tests.drafts import outline
from tracker.claims import judge
from tracker.model import Check, Claim, Draft, Provision

RANDOM = random.Random(7)

TEXTS = {
    "blanks": "Parties" + " " * 50_000 + "shall ring.",
    "random characters": "".join(chr(RANDOM.randrange(32, 0x3000)) for _ in range(20_000)),
    "one block again": "Each Port shall, in fog, ring. " * 2_000,
    "no end": "fog shall " * 20_000,
    "full stops": "." * 50_000,
    "digits and blanks": "4      " * 8_000,
    "Chinese": "各缔约国应采取措施" * 3_000,
    "Arabic": "تَتَّخِذُ الدولة " * 3_000,
    "empty": "",
}

CHECKS = (
    Check("says", ("in fog ring", "4 %")),
    Check("lacks", ("shall fog",), exact=True),
    Check("lacks", ("各缔约国应", "4 €")),
    Check("said_until", ("fog",), symbol="A/1"),
    Check("came_back", ("fog",)),
    Check("may_only", ("fog",)),
    Check("may_only"),
    Check("function_is", ("fog",), function="offence"),
    Check("was_own_article", ("fog",)),
    Check("refers_to", target="art_1"),
)


def draft(text: str) -> Draft:
    made = outline("art_1 | Article 1 | Ringing | Fog.")
    return replace(made, provisions=(Provision("art_1", "article", "Article 1", "Ringing", text),))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_check_is_quick(text: str) -> None:
    made = draft(text)
    began = time.perf_counter()
    found = judge(Claim("art_1", "x", "x", "2031", "A/1", checks=CHECKS), [made], [], {})
    assert time.perf_counter() - began < 5
    assert len(found.checks) == len(CHECKS)


def test_what_has_no_words_lacks_none() -> None:
    check = Check("lacks", ("fog",))
    made = draft("")
    bare = draft("")
    assert made == bare
    said = Claim("art_1", "x", "x", "2031", "A/1", checks=(check,))
    assert judge(said, [made], [], {}).checks[0].outcome == "holds"  # it has a heading


def test_deep_and_many() -> None:
    """A thousand levels, and ten thousand points."""
    deep = [Provision("art_1", "article", "Article 1", "Ringing")]
    for _ in range(1_000):
        above = deep[-1].eid
        deep.append(Provision(f"{above}_a", "point", "(a)", "", "fog", above))
    many = [
        Provision(f"art_1__point_{n}", "point", f"({n})", "", "It may ring in fog.", "art_1")
        for n in range(10_000)
    ]
    for provisions in (deep, [deep[0], *many]):
        made = replace(draft(""), provisions=tuple(provisions))
        began = time.perf_counter()
        said = Claim("art_1", "x", "x", "2031", "A/1", checks=CHECKS)
        assert judge(said, [made], [], {}).checks[0].outcome == "fails"
        assert time.perf_counter() - began < 10
