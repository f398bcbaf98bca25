"""How sure it is that a draft does not have a provision, and where its words are if it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drafts import outline
from tracker.diff import changes
from tracker.history import threads
from tracker.model import Alignment, Comparison, Link, Negotiation, Relation
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.records import ThreadPage

OLD = """
art_1 | Article 1 | Lights |
  art_1__para_1 | 1. | | The keeper lights the lamp of the tower at dusk and puts it out at dawn.
art_2 | Article 2 | Silence of the guild |
  art_2__para_1 | 1. | | Members of the guild keep to themselves what masters of ships told them.
art_3 | Article 3 | Buoys |
  art_3__para_1 | 1. | | Buoys of wood are painted in red once a year by the guild of painters.
art_4 | Article 4 | Attacks on lamps |
  art_4__para_1 | 1. | | Whoever throws stones at the lamp of a tower pays ten coins to the keeper.
art_5 | Article 5 | Bells | A bell is rung from the pier whenever fog hides the mouth of the port.
"""
NEW = """
art_1 | Article 1 | Lights |
  art_1__para_1 | 1. | | The keeper lights the lamp of the tower at dusk and puts it out at dawn.
  art_1__para_2 | 2. | | Members of the guild keep to themselves what masters of ships told them.
  art_1__para_3 | 3. | | A court may ask for ten coins of whoever throws stones at the lamp.
  art_1__para_4 | 4. | | A bell is rung from the pier whenever fog hides the mouth of the port.
art_6 | Article 6 | Nets |
  art_6__para_1 | 1. | | Nets hang out to dry on the wall behind the chapel until noon.
"""
LINKS: tuple[tuple[str, str, Relation, float], ...] = (
    ("art_1", "art_1", "same", 1.0),
    ("art_1__para_1", "art_1__para_1", "same", 1.0),
    ("art_2__para_1", "art_1__para_2", "moved", 0.95),
    ("art_4", "art_1__para_3", "demoted", 0.3),
    ("art_5", "art_1__para_4", "demoted", 0.3),
)


def make(path: Path) -> None:
    """Write the two drafts to a new database, with these links."""
    old = outline(OLD, symbol="T/1", date="2030-01-01", negotiation="towers")
    new = outline(NEW, symbol="T/2", date="2031-01-01", negotiation="towers")
    links = [Link(*one) for one in LINKS]
    has_old, has_new = {one.old for one in links}, {one.new for one in links}
    for one in new.provisions:
        if one.eid not in has_new:
            links.append(Link(None, one.eid, "inserted", 0.9))
    for one in old.provisions:
        if one.eid not in has_old:
            links.append(Link(one.eid, None, "deleted", 0.9))
    alignment = Alignment("T/1", "T/2", tuple(links))
    compared = Comparison(alignment, changes(old, new, alignment))
    with open_database(path) as store:
        store.put_negotiation(Negotiation("towers", "Treaty on towers"))
        for draft, some in ((old, []), (new, [compared])):
            functions = {one.eid: ("other", "") for one in draft.provisions}
            store.put_draft(
                draft, round=None, functions=functions, comparisons=some, threads=None, xml_file="x"
            )
        # Without the links that are not sure, so that each of these threads ends.
        sure = [link for link in links if not (link.old and link.new) or link.score > 0.5]
        rest = [Link(e, None, "deleted", 0.9) for e in ("art_4", "art_5")]
        rest += [Link(None, f"art_1__para_{n}", "inserted", 0.9) for n in (3, 4)]
        steps = {("T/1", "T/2"): Alignment("T/1", "T/2", (*sure, *rest))}
        store.put_threads("towers", "en", threads([old, new], steps))
        analyse(store, "towers", "en")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("absences") / "any.db"
    make(path)
    with Library(path) as found:
        yield found


def page_of(library: Library, symbol: str, eid: str) -> ThreadPage:
    draft = library.draft("towers", symbol)
    assert draft is not None
    (one,) = [each for each in library.provisions(draft.id) if each.eid == eid]
    page = library.thread(one.address)
    assert page is not None
    return page


CASES: dict[str, tuple[str, tuple[bool, bool, list[tuple[str, bool]]]]] = {
    "nothing of it is there": ("art_3", (True, False, [])),
    "what stood in it is told with it": ("art_3__para_1", (True, False, [])),
    "half of it or more is in another": ("art_2", (True, True, [("art_1", True)])),
    "it is linked by a guess": ("art_5", (False, True, [("art_1__para_4", False)])),
    "all the text of what is linked by a guess": (
        "art_4__para_1",
        (False, True, [("art_1__para_3", False)]),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_of_what_a_later_draft_lacks(library: Library, case: str) -> None:
    eid, expected = CASES[case]
    absent = page_of(library, "T/1", eid).rounds[1].absent
    assert absent is not None
    into = [(one.eid, certain) for one, certain in absent.into]
    assert (absent.certain, absent.went, into) == expected


@pytest.mark.parametrize("eid", ["art_6", "art_6__para_1"])
def test_of_what_an_earlier_draft_lacks(library: Library, eid: str) -> None:
    absent = page_of(library, "T/2", eid).rounds[0].absent
    assert absent is not None
    assert (absent.certain, absent.went) == (True, False)
    assert [one.kind for one in absent.findings] == ["new"]


def test_a_paragraph_that_is_all_of_an_article_leads_to_it(library: Library) -> None:
    page = page_of(library, "T/1", "art_4__para_1")
    assert page.all_of is not None
    assert page.all_of.eid == "art_4"
    assert page_of(library, "T/1", "art_4").all_of is None


def test_rows_are_no_surer_than_what_is_said_of_them(library: Library) -> None:
    old, new = library.drafts("towers")
    page = library.comparison(old.id, new.id)
    assert page is not None
    alone = {(row.new or row.old).eid: row for row in page.rows if not (row.old and row.new)}  # type: ignore[union-attr]
    told = {eid: (row.certain, row.absence and row.absence.went) for eid, row in alone.items()}
    assert told["art_3"] == (True, False)
    assert told["art_2"] == (True, True)
    assert told["art_4__para_1"] == (False, True)
