"""What a reader is told first."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient

from tests.web import rows as made_rows
from tests.web.rows import provision
from tests.web.test_lives import told
from tracker.store import Library
from tracker.store.records import ChangeRow
from web.changes import cards
from web.stories import turns
from web.terms.names import Names


def text(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).get_data(as_text=True).split())


def test_another_legal_job_comes_before_all_else_in_a_life(library: Library) -> None:
    found = told(library, "art_2__para_2")
    (one,) = found.turned
    assert one.what == "An offence of its own became an aggravating circumstance"
    assert (one.was, one.now) == ("article 3", "article 2, paragraph 2")
    assert not one.sure
    assert one.why == "both name a beacon"
    (back,) = found.returns
    assert (back.last.position, back.out.position, back.back.position) == (1, 3, 4)
    assert (back.same, back.sure) == (False, False)
    assert (back.reworded, back.gap) == (True, True)


def test_what_stayed_away_from_partial_documents_only_did_not_come_back(library: Library) -> None:
    assert told(library, "article 3").returns == ()
    assert told(library, "article 1").returns == ()


def test_a_duty_of_an_article_is_told(library: Library) -> None:
    (one,) = [x for x in told(library, "article 3").happenings if x.said.row.kind == "force"]
    assert "“shall” became “may”: what was a duty is now an option" in one.said.sentence
    assert one.said.row.certain
    assert (one.before.position, one.draft.position) == (3, 4)


def test_it_stands_first_on_the_page_of_a_thread(client: FlaskClient, library: Library) -> None:
    provision = library.resolve("moon", "art_2__para_2")
    assert provision is not None
    page = text(client, f"/t/{provision.thread_id}")
    said = page.index("Possibly</span> an offence of its own became an aggravating circumstance")
    assert page.index("<h1") < page.index("What happened") < said < page.index("Round by round")
    assert said < page.index("They were a crime.")
    assert "Why possibly: both name a beacon." in page
    # Round 2 does not cover it: when it was taken out nobody can say.
    assert "Taken out by round 3. <span" in page
    assert "Possibly</span> back in" in page
    assert "Possibly back again" in page
    assert "Back again" not in page
    assert "Now an aggravating circumstance" not in page
    assert "30%" not in page


def test_it_stands_first_in_a_comparison(client: FlaskClient) -> None:
    page = text(client, "/n/moon/compare?old=M/3&new=M/4 <b>")
    duty = page.index("“shall” became “may”: what was a duty is now an option")
    assert page.index("What you should know") < duty < page.index("In short")


def test_what_a_whole_article_went_through_is_told_once(library: Library) -> None:
    drafts = {one.symbol: one for one in library.drafts("moon")}
    page = library.comparison(drafts["M/1"].id, drafts["M/3"].id)
    assert page is not None
    rows = []
    for row in page.rows:
        if row.old is not None and row.new is not None and row.new.eid.startswith("art_2"):
            old = replace(row.old, legal_function="offence")
            rows.append(replace(row, old=old))
    assert [one.new.eid for one in rows if one.new] == ["art_2", "art_2__para_1"]
    found = turns.turned(rows, cards.names_of(page))
    assert [(one.what, one.now) for one in found] == [
        ("An offence of its own became a rule on sanctions", "article 2")
    ]


def test_a_job_that_cannot_be_told_did_not_change(library: Library) -> None:
    drafts = {one.symbol: one for one in library.drafts("moon")}
    page = library.comparison(drafts["M/1"].id, drafts["M/3"].id)
    assert page is not None
    row = next(one for one in page.rows if one.old is not None and one.new is not None)
    assert row.old is not None
    names = cards.names_of(page)
    for unknown in ("", "other", "unclear"):
        changed = replace(row, old=replace(row.old, legal_function=unknown))
        assert turns.said(changed, names) == ""
    known = replace(row, score=0.9, old=replace(row.old, legal_function="offence"))
    said = turns.said(known, names)
    assert said.startswith("an offence of its own became ")
    assert turns.said(replace(known, score=0.67), names) == f"possibly, {said}"


def _two_jobs(holder: str) -> tuple[Names, list[ChangeRow]]:
    """A chapter (or a paragraph) whose job changed, with what stands in it."""
    pairs = []
    for draft, function in (("old", "offence"), ("new", "procedural power")):
        inner = f"{holder}__art_1" if holder.startswith("chp") else f"{holder}__point_a"
        outer = replace(provision(holder, "I", draft=draft), legal_function=function)
        pairs.append((outer, provision(inner, "1", parent=holder, draft=draft)))
    (old, old_in), (new, new_in) = pairs
    rows = [made_rows.row("same", old, new), made_rows.row("same", old_in, new_in)]
    return Names([old, old_in, new, new_in]), rows


@pytest.mark.parametrize(("holder", "told"), [("chp_1", 0), ("para_1", 1)])
def test_a_chapter_has_no_legal_job(holder: str, told: int) -> None:
    names, rows = _two_jobs(holder)
    assert len(turns.turned(rows, names)) == told
    assert bool(turns.said(rows[0], names)) == bool(told)
    assert bool(turns.function_of(rows[0].new, names)) == bool(told)


@pytest.mark.parametrize("side", ["old", "new"])
def test_neither_end_may_be_a_chapter(side: str) -> None:
    _, (chapters, inside) = _two_jobs("chp_1")
    _, (paragraphs, _) = _two_jobs("para_1")
    ends = {"old": paragraphs.old, "new": paragraphs.new, side: getattr(chapters, side)}
    names = Names([ends["old"], ends["new"], getattr(inside, side)])
    made = made_rows.row("same", ends["old"], ends["new"])
    assert turns.turned([made], names) == []


@pytest.mark.parametrize(
    ("score", "certain", "is_sure"),
    [(0.95, True, True), (0.8, True, True), (0.67, True, False), (0.95, False, False)],
    ids=["sure", "just", "likely", "a guess"],
)
def test_an_uncertain_link_bears_no_headline(score: float, certain: bool, is_sure: bool) -> None:
    names, (first, _) = _two_jobs("para_1")
    made = replace(first, score=score, certain=certain)
    page = SimpleNamespace(
        rows=[made],
        old=SimpleNamespace(partial=False),
        new=SimpleNamespace(partial=False, language="en"),
    )
    found = cards.sheet(page, names, everything=False)
    assert [len(found.turned), len(found.possibly)] == ([1, 0] if is_sure else [0, 1])


def test_sure_ones_and_possible_ones_apart_each_in_their_order() -> None:
    names, (first, _) = _two_jobs("para_1")
    made = []
    for n, score in enumerate((0.6, 0.9, 0.7, 1.0)):
        both = (replace(one, id=f"{one.id}{n}", number=str(n)) for one in (first.old, first.new))
        old, new = both
        made.append(replace(first, old=old, new=new, score=score, link_id=str(n)))
    page = SimpleNamespace(
        rows=made,
        old=SimpleNamespace(partial=False),
        new=SimpleNamespace(partial=False, language="en"),
    )
    found = cards.sheet(page, names, everything=False)
    assert [one.now for one, _ in found.turned] == ["paragraph 1", "paragraph 3"]
    assert [one.now for one, _ in found.possibly] == ["paragraph 0", "paragraph 2"]
