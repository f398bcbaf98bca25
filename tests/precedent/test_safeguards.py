"""Words that protect which did not come along with what was borrowed."""

from __future__ import annotations

from dataclasses import replace

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


COURT = "Whoever is named in the papers may ask an independent court for an effective remedy."


@pytest.mark.parametrize(
    ("doubted", "sure"),
    [
        pytest.param([], True, id="no part"),
        pytest.param(["art_1"], False, id="one of two parts"),
        pytest.param(["art_1__para_2"], False, id="the other"),
        pytest.param(["art_2"], True, id="of another article"),
    ],
)
def test_it_is_sure_only_if_all_parts_that_came_along_are(doubted: list[str], sure: bool) -> None:
    extra = f"      art_1__para_2 | 2. | | {COURT}\n    art_2 | Article 2 | Herring | {{}}\n"
    herring = extra.format("Herring is smoked over beech and eaten with bread by the harbours.")
    precedent = outline(REQUESTS.format(last=OLD) + herring, symbol="OLD")
    draft = outline(REQUESTS.format(last="Nothing is sent back.") + herring, symbol="NEW")
    compared = compare(precedent, draft)
    taken = tuple(
        replace(one, sure=one.eid not in doubted) if one.into else one for one in compared.taken
    )
    found = lost_safeguards(replace(compared, taken=taken))
    assert found is not None
    assert [(one.eid, one.sure) for one in found] == [("art_1__para_1", sure)]
