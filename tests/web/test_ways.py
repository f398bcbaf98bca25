"""Where a direct comparison and the steps between do not agree: what is told, what follows."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.web.rows import provision
from tracker.store.records import DifferenceRow, ProvisionRow
from web.changes import ways
from web.terms.names import Names


def both(eid: str, number: str, parent: str | None = None) -> tuple[ProvisionRow, ProvisionRow]:
    return (
        provision(eid, number, parent=parent),
        provision(eid, number, parent=parent, draft="new"),
    )


CHAPTER, CHAPTER_NEW = both("chp_2", "Chapter II")
_, OTHER_CHAPTER = both("chp_4", "Chapter IV")
ART, ART_NEW = both("art_5", "Article 5", "chp_2")
_, NEXT = both("art_6", "Article 6", "chp_4")
PARA, PARA_NEW = both("art_5__para_1", "1.", "art_5")
_, PARA_NEXT = both("art_6__para_1", "1.", "art_6")
_, PARA_BESIDE = both("art_5__para_2", "2.", "art_5")
POINT, POINT_NEW = both("art_5__para_1__point_a", "(a)", "art_5__para_1")
_, POINT_NEXT = both("art_6__para_1__point_a", "(a)", "art_6__para_1")
KNOWN = [
    *(CHAPTER, CHAPTER_NEW, OTHER_CHAPTER, ART, ART_NEW, NEXT, PARA, PARA_NEW, PARA_NEXT),
    *(PARA_BESIDE, POINT, POINT_NEW, POINT_NEXT),
]


def direct(
    old: ProvisionRow, new: ProvisionRow, instead: ProvisionRow | None = None
) -> DifferenceRow:
    return DifferenceRow("direct", old, new, instead)


def steps(
    old: ProvisionRow, new: ProvisionRow, instead: ProvisionRow | None = None
) -> DifferenceRow:
    return DifferenceRow("steps", old, new, instead)


CHAPTERS = direct(CHAPTER, OTHER_CHAPTER, CHAPTER_NEW)
CASES: dict[str, tuple[list[DifferenceRow], list[str]]] = {
    "an article of a disputed chapter": (
        [CHAPTERS, direct(ART, NEXT)],
        ["chapter II", "article 5"],
    ),
    "an article that went with the chapter either way": (
        [CHAPTERS, direct(ART, NEXT, ART_NEW)],
        ["chapter II", "article 5"],
    ),
    "a paragraph of an article disputed alike": (
        [direct(ART, NEXT, ART_NEW), direct(PARA, PARA_NEXT, PARA_NEW)],
        ["article 5"],
    ),
    "a paragraph of an article of which nothing came by steps": (
        [direct(ART, NEXT), direct(PARA, PARA_NEXT)],
        ["article 5"],
    ),
    "a paragraph of which something else is said": (
        [direct(ART, NEXT, ART_NEW), direct(PARA, PARA_NEXT)],
        ["article 5", "article 5, paragraph 1"],
    ),
    "a paragraph of an article that nobody disputes": (
        [CHAPTERS, direct(PARA, PARA_NEW, PARA_BESIDE)],
        ["chapter II", "article 5, paragraph 1"],
    ),
    "a point, by the article two above it": (
        [direct(ART, NEXT, ART_NEW), direct(POINT, POINT_NEXT, POINT_NEW)],
        ["article 5"],
    ),
    "both ways of one provision": (
        [direct(ART, NEXT, ART_NEW), steps(ART, ART_NEW, NEXT)],
        ["article 5"],
    ),
}


@pytest.mark.parametrize(("rows", "named"), CASES.values(), ids=CASES)
def test_what_is_told(rows: list[DifferenceRow], named: list[str]) -> None:
    assert [one.name for one in ways.told(rows, Names(KNOWN))] == named


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            direct(ART, NEXT, ART_NEW),
            ("article 5 became article 6", "it became article 5"),
        ),
        (direct(ART, NEXT), ("article 5 became article 6", "nothing came of it")),
        (steps(ART, NEXT), ("nothing came of article 5", "it became article 6")),
    ],
    ids=["elsewhere", "not by steps", "by steps only"],
)
def test_sentences(row: DifferenceRow, said: tuple[str, str]) -> None:
    (way,) = ways.told([row], Names(KNOWN))
    assert way.direct == f"Compared directly, {said[0]}."
    assert way.steps == f"Step by step, {said[1]}."


def test_a_thread_tells_its_own_by_the_pair_of_drafts() -> None:
    drafts = [SimpleNamespace(id=name, position=n) for n, name in enumerate(("old", "new"), 1)]
    page = SimpleNamespace(
        rounds=[SimpleNamespace(draft=draft) for draft in drafts],
        differences=(direct(ART, NEXT, ART_NEW), steps(ART, ART_NEW, NEXT)),
    )
    (way,) = ways.of_thread(page, Names(KNOWN))
    assert [draft.position for draft in way.drafts or ()] == [1, 2]
    assert way.direct == "Compared directly, article 5 became article 6."
