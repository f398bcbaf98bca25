"""The marks on both texts of a change, wherever its hunks come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.web.rows import provision, row
from tracker.model import Hunk, Mark
from tracker.store.records import ChangeRow, ProvisionRow
from web.terms.names import Names
from web.text import diffs, sides


def marked(one: ProvisionRow, *marks: Mark) -> ProvisionRow:
    return replace(one, marks=marks)


def words(of: diffs.Marked, change: ChangeRow) -> tuple[list[str], list[str]]:
    """The marked words of the old and of the new text."""
    old = "".join(hunk.text for hunk in change.text if hunk.operation != "insert")
    new = "".join(hunk.text for hunk in change.text if hunk.operation != "delete")
    return [old[m.start : m.end] for m in of.old], [new[m.start : m.end] for m in of.new]


OLD = marked(provision("art_1", text="Lamps [shall] burn."), Mark("bracket", 6, 13))
NEW = marked(provision("art_1", text="Lamps [may] burn.", draft="new"), Mark("bracket", 6, 11))
REWORDED = (Hunk("equal", "Lamps ["), Hunk("delete", "shall"), Hunk("insert", "may"),
            Hunk("equal", "] burn."))  # fmt: skip


def test_each_side_has_its_own() -> None:
    change = row("same", OLD, NEW, text=REWORDED)
    assert words(sides.of_text(change, Names()), change) == (["[shall]"], ["[may]"])


def test_what_is_new_or_gone_has_one_side() -> None:
    new = row("inserted", None, NEW, text=(Hunk("insert", NEW.text),))
    old = row("deleted", OLD, None, text=(Hunk("delete", OLD.text),))
    assert words(sides.of_text(new, Names()), new) == ([], ["[may]"])
    assert words(sides.of_text(old, Names()), old) == (["[shall]"], [])


def test_without_marks_nothing_is_looked_for() -> None:
    plain = row("same", replace(OLD, marks=()), replace(NEW, marks=()), text=REWORDED)
    assert sides.of_text(plain, Names()) is sides.UNMARKED
    assert sides.of_heading(plain) is sides.UNMARKED


def test_the_marks_of_a_heading() -> None:
    old = replace(OLD, heading="[Lamps]", marks=(Mark("bracket", 0, 7, field="heading"),))
    found = sides.of_heading(row("same", old, NEW))
    assert [mark.field for mark in found.old] == ["heading"]
    assert found.field == "heading"


SPLIT = marked(
    provision("art_2", text="First [one]. Then [two]. Then [two]."),
    Mark("bracket", 6, 11),
    Mark("bracket", 18, 23),
    Mark("bracket", 30, 35),
)


@pytest.mark.parametrize(
    ("share", "marks"),
    [
        ("First [one].", ["[one]"]),
        ("First [one]. Then [two].", ["[one]", "[two]"]),
        # It stands there twice, so nobody can say which of them went here.
        (" Then [two].", []),
        ("Other words.", []),
        ("", []),
    ],
    ids=["first", "both", "twice", "other", "nothing"],
)
def test_the_share_of_a_split(share: str, marks: list[str]) -> None:
    new = provision("art_2", text=share, draft="new")
    change = row("split", SPLIT, new, text=(Hunk("equal", share),) if share else ())
    found = words(sides.of_text(change, Names([SPLIT, new])), change)
    assert found == (marks, [])


def test_an_article_that_became_a_paragraph_has_the_marks_of_all_in_it() -> None:
    article = replace(OLD, text="In [brief]:", marks=(Mark("bracket", 3, 10),))
    inner = marked(
        provision("art_1__para_1", "1.", parent="art_1", text="lamps [burn],"),
        Mark("bracket", 6, 12),
        Mark("bracket", 0, 2, field="num"),
    )
    empty = provision("art_1__para_2", parent="art_1")
    point = marked(
        provision("art_1__para_1__point_a", "(a)", parent="art_1__para_1", text="[all] night"),
        Mark("bracket", 0, 5),
    )
    order = [replace(one, ordinal=n) for n, one in enumerate((article, inner, point, empty), 1)]
    whole = "In [brief]:\n1. lamps [burn],\n(a) [all] night"
    change = row("demoted", order[0], NEW, text=(Hunk("delete", whole), Hunk("insert", NEW.text)))
    found = words(sides.of_text(change, Names([*order, NEW])), change)
    assert found == (["[brief]", "[burn]", "[all]"], ["[may]"])
