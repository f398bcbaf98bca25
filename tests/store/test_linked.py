"""One change by its address: the same whatever else is in the database, and whoever links what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web import sample
from tracker.align import align
from tracker.diff import changes
from tracker.history import address
from tracker.model import Comparison, Link
from tracker.store import Library, open_database
from tracker.store.link_address import Ends, ends_of, link_address

ONE, LAST = "moon:M/1@en", "moon:M/4 <b>@en"
BOTH = (ONE, LAST)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path = tmp_path_factory.mktemp("linked") / "sample.db"
    sample.make(path)
    return Library(path)


def link_ids(library: Library) -> list[str]:
    found = []
    for one in library.comparisons("moon"):
        page = library.comparison(one.old_draft_id, one.new_draft_id)
        assert page is not None
        found += [row.link_id for row in page.rows]
    return found


@given(st.text(), st.text(), st.text(min_size=1), st.text(min_size=1), st.sampled_from((0, 1, 2)))
def test_an_address_says_what_it_was_made_of(
    old: str, new: str, older: str, newer: str, missing: int
) -> None:
    ends = (None if missing == 1 else old, None if missing == 2 else new)
    found = ends_of(link_address(*ends, (older, newer)))
    names = [address(one) if one is not None else "" for one in ends]
    lacks = {0: "", 1: address(older), 2: address(newer)}[missing]
    assert found == Ends(*names, lacks)


@given(st.text())
def test_any_other_text_is_no_address(text: str) -> None:
    found = ends_of(text)
    assert found is None or text in {
        f"{found.old}-{found.new}",
        f"{found.old}-x{found.draft}",
        f"x{found.draft}-{found.new}",
    }


def test_every_link_is_found_by_its_address(library: Library) -> None:
    ids = link_ids(library)
    assert len(ids) > 30
    for link_id in ids:
        at = library.link_address(link_id)
        assert at is not None
        page = library.link(at)
        assert page is not None
        assert page.change is not None
        assert (page.address, page.change.link_id) == (at, link_id)
        assert page.rows[0] == page.change
        row = library.change(link_id)
        assert row == page.change
        assert (page.old.provision, page.new.provision) == (row.old, row.new)


def test_a_finding_has_the_address_of_its_link(library: Library) -> None:
    for one in library.comparisons("moon"):
        drafts = (one.old_draft_id, one.new_draft_id)
        for finding in library.findings(one.id).findings:
            at = link_address(finding.old_id, finding.new_id, drafts)
            assert at == library.link_address(finding.link_id)
            page = library.link(at)
            assert page is not None
            assert finding in page.findings


def test_the_other_way_round_is_the_same(library: Library) -> None:
    there = link_address(f"{ONE}#art_3", f"{LAST}#art_2__para_2", BOTH)
    back = link_address(f"{LAST}#art_2__para_2", f"{ONE}#art_3", (LAST, ONE))
    page, turned = library.link(there), library.link(back)
    assert page is not None
    assert page == turned
    assert page.address == there != back


def test_texts_that_are_not_linked_have_a_page(library: Library) -> None:
    page = library.link(link_address(f"{ONE}#art_1", f"{LAST}#art_3", BOTH))
    assert page is not None
    assert page.change is None
    assert (page.rows, page.findings) == ((), ())
    assert page.old.provision is not None
    assert page.new.provision is not None
    assert "lunar craters" in page.old.provision.text
    assert "observers" in page.new.provision.text
    # Where each of them leads now.
    linked = {(row.old.eid, row.new.eid) for row in page.beside if row.old and row.new}
    assert ("art_1", "art_1") in linked


def test_what_was_gone_and_has_a_partner_now(library: Library) -> None:
    page = library.link(link_address(f"{ONE}#art_1", None, BOTH))
    assert page is not None
    assert page.change is None
    assert page.new.provision is None
    assert page.new.draft.symbol == "M/4 <b>"


def test_where_a_text_stands_in_its_file(library: Library) -> None:
    page = library.link(link_address(f"{ONE}#art_2", f"{LAST}#art_2", BOTH))
    assert page is not None
    assert page.old.source is not None
    assert len(page.old.source.sha256) == 64
    assert [one.eid for one in page.new.provisions] == ["art_2", "art_2__para_1", "art_2__para_2"]
    assert page.old.left_out == 0


def test_what_came_after(library: Library) -> None:
    page = library.link(link_address(f"{ONE}#art_1", "moon:M/2@en#art_1", (ONE, "moon:M/2@en")))
    assert page is not None
    assert [one.draft.symbol for one in page.since] == ["M/3", "M/4 <b>"]
    assert all(one.words_deleted + one.words_inserted == 0 for one in page.since)


NOTHING = {
    "empty": "",
    "word": "nothing",
    "digits": "9" * 5000,
    "one-end": address(f"{ONE}#art_1"),
    "unknown-provision": f"{'0' * 12}-{address(f'{LAST}#art_1')}",
    "unknown-draft": f"{address(f'{ONE}#art_1')}-x{'0' * 12}",
    "the-draft-itself": f"{address(f'{ONE}#art_1')}-x{address(ONE)}",
    "the-same-twice": f"{address(f'{ONE}#art_1')}-{address(f'{ONE}#art_1')}",
    "one-draft": f"{address(f'{ONE}#art_1')}-{address(f'{ONE}#art_2')}",
    "two-negotiations": f"{address(f'{ONE}#art_1')}-{address('qamar:Q/1@ar#art_1')}",
    "draft-of-another": f"{address(f'{ONE}#art_1')}-x{address('qamar:Q/1@ar')}",
    "capitals": address(f"{ONE}#art_1").upper() + "-" + address(f"{LAST}#art_1").upper(),
    "newline": f"{address(f'{ONE}#art_1')}-{address(f'{LAST}#art_1')}\n",
    "nul": "\0",
    "quotes": "' OR '1'='1",
}


@pytest.mark.parametrize("name", NOTHING)
def test_an_address_of_nothing(library: Library, name: str) -> None:
    assert library.link(NOTHING[name]) is None


def test_an_address_survives_other_rounds_and_other_links(library: Library, tmp_path: Path) -> None:
    """The same drafts without those between them, linked by an engine that does not see the link."""
    first, last = sample.drafts()[0], sample.drafts()[-1]
    plain = align(first, last)
    links = tuple(
        link for link in plain.links if link.old != "art_3" and link.new != "art_2__para_2"
    )
    alone = (Link("art_3", None, "deleted", 1.0), Link(None, "art_2__para_2", "inserted", 1.0))
    alignment = replace(plain, links=(*links, *alone))
    made = tmp_path / "other.db"
    with open_database(made) as store:
        store.put_negotiation(sample.negotiation())
        for draft in (first, last):
            compared = [Comparison(alignment, changes(first, last, alignment))]
            store.put_draft(
                draft,
                round=None,
                functions={one.eid: ("unclear", "") for one in draft.provisions},
                comparisons=compared if draft is last else (),
                threads=None,
                xml_file=f"{draft.date}.xml",
            )
    at = link_address(f"{ONE}#art_3", f"{LAST}#art_2__para_2", BOTH)
    before = library.link(at)
    with Library(made) as other:
        after = other.link(at)
    assert before is not None
    assert before.change is not None
    assert after is not None
    assert after.change is None
    assert after.address == at
    for was, now in zip(before.ends, after.ends, strict=True):
        assert was.provision is not None
        assert now.provision is not None
        assert was.provision.text == now.provision.text
    # Both ends say what became of them there.
    assert {row.relation for row in after.beside} >= {"deleted", "inserted"}
