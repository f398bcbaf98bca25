"""Words that protect which did not come along with what was borrowed."""

from __future__ import annotations

import pytest

from tests.drafts import outline
from tracker.precedent import compare, lost_safeguards

REQUESTS = """
    art_1 | Article 1 | Requests for papers | A harbour that is asked for papers shall send copies of them within ten days.
      art_1__para_1 | 1. | | {last}
"""
OLD = "The asking harbour shall keep the confidentiality of all papers that it is sent."


def lost(last: str) -> list[str]:
    """The words that protect which a draft with this last paragraph lacks."""
    precedent = outline(REQUESTS.format(last=OLD), symbol="OLD")
    draft = outline(REQUESTS.format(last=last), symbol="NEW")
    found = lost_safeguards(compare(precedent, draft))
    assert found is not None
    texts = {one.eid: one.text for one in precedent.provisions}
    return [texts[one.eid][one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param("Herring is smoked over beech.", ["confidentiality"], id="not there"),
        pytest.param(OLD, [], id="the same"),
        pytest.param("It keeps all papers that it is sent confidential.", [], id="another ending"),
        pytest.param("Confidentiality of papers is kept.", [], id="another sentence"),
    ],
)
def test_what_did_not_come_along(last: str, expected: list[str]) -> None:
    assert lost(last) == expected
