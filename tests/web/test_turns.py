"""What a reader is told first."""

from __future__ import annotations

from dataclasses import replace

from flask.testing import FlaskClient

from tests.web.test_lives import told
from tracker.store import Library
from tracker.store.duties import Turn
from web import cards, turns


def text(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).get_data(as_text=True).split())


def test_another_legal_job_comes_before_all_else_in_a_life(library: Library) -> None:
    found = told(library, "art_2__para_2")
    (one,) = found.turned
    assert one.what == "An offence of its own became an aggravating circumstance"
    assert (one.was, one.now) == ("article 3", "article 2, paragraph 2")
    assert not one.certain
    (back,) = found.returns
    assert (back.last.position, back.out.position, back.back.position) == (1, 3, 4)
    assert (back.same, back.certain) == (False, False)


def test_what_stayed_away_from_partial_documents_only_did_not_come_back(library: Library) -> None:
    assert told(library, "article 3").returns == ()
    assert told(library, "article 1").returns == ()


def test_a_duty_of_an_article_is_told(library: Library) -> None:
    (one,) = told(library, "article 3").turned
    assert one.what == "A duty became an option: “shall” gave way to “may”"
    assert one.where == "article 3"
    assert one.draft is not None
    assert one.draft.position == 4


def test_it_stands_first_on_the_page_of_a_thread(client: FlaskClient, library: Library) -> None:
    provision = library.resolve("moon", "art_2__para_2")
    assert provision is not None
    page = text(client, f"/t/{provision.thread_id}")
    said = page.index("An offence of its own became an aggravating circumstance")
    assert page.index("<h1") < said < page.index("They were a crime.") < page.index("In short")
    assert "if the link is right, which is uncertain" in page
    assert "Possibly: taken out in round 3, back in" in page
    assert "Back again" in page


def test_it_stands_first_in_a_comparison(client: FlaskClient) -> None:
    page = text(client, "/n/moon/compare?old=M/3&new=M/4 <b>")
    first = page.index("First of all: 1 provision has another legal job")
    duty = page.index("A duty became an option: “shall” gave way to “may”")
    assert page.index("In short") < first < duty < page.index("articles before")


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
    for unknown in ("", "other", "unclear"):
        assert turns.said(replace(row, old=replace(row.old, legal_function=unknown))) == ""
    turned = replace(row, turn=Turn("option", "duty", "may", "shall"))
    assert turns.said(turned) == "an option became a duty: “may” gave way to “shall”"
