"""What happened to the words of aligned provisions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.drafts import outline
from tests.strategies import drafts
from tracker.align import align
from tracker.diff import changes
from tracker.model import Change, Draft, Link


def between(old: Draft, new: Draft) -> tuple[Change, ...]:
    return changes(old, new, align(old, new))


def rebuilt(change: Change, without: str) -> tuple[str, str]:
    return (
        "".join(h.text for h in change.heading if h.operation != without),
        "".join(h.text for h in change.text if h.operation != without),
    )


@given(drafts(), drafts())
@settings(max_examples=60)
def test_changes_rebuild_both_texts(old: Draft, new: Draft) -> None:
    """Each link's hunks rebuild both its texts; those of a split or a merger do so together."""
    new = replace(new, negotiation=old.negotiation, symbol="newer")
    before = {p.eid: p for p in old.provisions}
    after = {p.eid: p for p in new.provisions}
    found = between(old, new)
    parted = {c.old for c in found if c.relation == "split"}
    joined = {c.new for c in found if c.relation == "merged"}
    for change in found:
        if change.relation in ("demoted", "promoted"):
            continue
        if change.old and change.old not in parted:
            assert rebuilt(change, "insert")[1] == before[change.old].text
        if change.new and (change.new not in joined or change.old in parted):
            assert rebuilt(change, "delete")[1] == after[change.new].text
    places = {p.eid: n for n, p in enumerate(new.provisions)}
    for eid in parted - {None}:
        shares = [
            c for c in found if c.old == eid and c.new and c.relation not in ("demoted", "promoted")
        ]
        shares.sort(key=lambda c: places[c.new or ""])
        assert "".join(rebuilt(c, "insert")[1] for c in shares) == before[eid or ""].text


SPLITS = {
    "a paragraph parted in two": (
        "art_1 | Article 1 | Use |\n"
        "  art_1__para_1 | 1. | | Ships use the deep lakes in summer. Skaters use the frozen lakes in winter.\n"
        "  art_1__para_2 | 2. | | Nobody else may be on them at any time of the year.",
        "art_1 | Article 1 | Use |\n"
        "  art_1__para_1 | 1. | | Ships use the deep lakes in summer.\n"
        "  art_1__para_2 | 2. | | Skaters use the frozen lakes in winter.\n"
        "  art_1__para_3 | 3. | | Nobody else may be on them at any time of the year.",
    ),
    "a sentence broken into a list": (
        "art_1 | Article 1 | Reports |\n"
        "  art_1__para_1 | 1. | | A report names the ships that passed, the storms that blew and the lamps that failed.",
        "art_1 | Article 1 | Reports |\n"
        "  art_1__para_1 | 1. | | A report names\n"
        "    art_1__para_1__point_a | (a) | | the ships that passed,\n"
        "    art_1__para_1__point_b | (b) | | the storms that blew and\n"
        "    art_1__para_1__point_c | (c) | | the lamps that failed.",
    ),
}


@pytest.mark.parametrize(("one", "several"), SPLITS.values(), ids=SPLITS.keys())
def test_words_that_only_changed_their_provision_are_no_change(one: str, several: str) -> None:
    for old, new in ((one, several), (several, one)):
        found = between(outline(old), outline(new, symbol="A/2"))
        assert sum(c.words_deleted + c.words_inserted for c in found) == 0
        assert {c.relation for c in found} & {"split", "merged"}
        assert not {c.relation for c in found} & {"inserted", "deleted"}


@given(drafts())
@settings(max_examples=30)
def test_a_draft_against_itself_has_no_change(draft: Draft) -> None:
    assert not [c for c in between(draft, replace(draft, symbol="again")) if c.changed]


def test_a_demoted_article_is_compared_with_all_that_was_in_it() -> None:
    words = "Nobody may hunt dolphins within sight of any lamp along the northern coast."
    old = outline(
        "art_1 | Article 1 | Lamps | A lamp is lit at dusk and put out at dawn by its keeper.\n"
        f"art_2 | Article 2 | Dolphins |\n  art_2__para_1 | | | {words}"
    )
    new = outline(
        "art_1 | Article 1 | Lamps |\n"
        "  art_1__para_1 | 1. | | A lamp is lit at dusk and put out at dawn by its keeper.\n"
        "  art_1__para_2 | 2. | | Gulls are fed on Sundays from what the kitchen can spare.\n"
        f"  art_1__para_3 | 3. | | {words}",
        symbol="A/2",
    )
    (change,) = [c for c in between(old, new) if c.old == "art_2"]
    assert change.relation == "demoted"
    assert rebuilt(change, "insert")[1] == words
    assert (change.words_deleted, change.words_inserted) == (1, 0)  # its heading


def test_words_are_counted() -> None:
    old = outline("art_1 | Article 1 | Lamps | Each Party shall light them.")
    new = outline("art_1 | Article 1 | Lights | Each Party may light them.", symbol="A/2")
    (change,) = between(old, new)
    assert (change.words_deleted, change.words_inserted) == (2, 2)


def test_another_spelling_counts_no_word() -> None:
    old = outline('art_1 | Article 1 | Harbours | Each "pilot" shall organise the defence.')
    new = outline(
        "art_1 | Article 1 | Harbors | Each “pilot” may organize the defense.", symbol="A/2"
    )
    (change,) = between(old, new)
    assert (change.words_deleted, change.words_inserted) == (1, 1)
    assert sum(h.operation == "insert" for h in change.text) == 5


def test_what_was_merged_into_a_new_text_goes_to_what_goes_on() -> None:
    """Of a paragraph and its first point, merged into one new paragraph, the paragraph has it."""
    old = outline(
        "art_1 | Article 1 | Lamps |\n"
        "  art_1__para_1 | 1. | | Lamps are lit only if:\n"
        "    art_1__para_1__point_a | (a) | | oil is there;\n"
    )
    new = outline(
        "art_1 | Article 1 | Lamps |\n  art_1__para_1 | 1. | | Gulls may be fed on Sundays by all.",
        symbol="A/2",
    )
    links = (
        Link("art_1", "art_1", "same", 1.0),
        Link("art_1__para_1", "art_1__para_1", "same", 0.5),
        Link("art_1__para_1__point_a", "art_1__para_1", "merged", 0.5),
    )
    found = changes(old, new, replace(align(old, new), links=links))
    told = [rebuilt(c, "delete")[1] for c in found]
    assert told == ["", "Gulls may be fed on Sundays by all.", ""]
    assert [rebuilt(c, "insert")[1] for c in found[1:]] == [
        "Lamps are lit only if:",
        "oil is there;",
    ]


def test_the_heading_of_what_was_merged_counts_once() -> None:
    old = outline(
        "art_1 | Article 1 | Lamps | Lamps are lit.\nart_2 | Article 2 | Gulls | Gulls are fed."
    )
    new = outline(
        "art_1 | Article 1 | Lamps and birds | Lamps are lit. Gulls are fed.", symbol="A/2"
    )
    links = (Link("art_1", "art_1", "merged", 0.7), Link("art_2", "art_1", "merged", 0.6))
    found = changes(old, new, replace(align(old, new), links=links))
    assert [(c.words_deleted, c.words_inserted) for c in found] == [(0, 2), (1, 0)]
    # The other way round it was split, and its one heading goes once.
    links = (Link("art_1", "art_1", "split", 0.7), Link("art_1", "art_2", "split", 0.6))
    found = changes(replace(new, symbol="A/0"), old, replace(align(new, old), links=links))
    assert [(c.words_deleted, c.words_inserted) for c in found] == [(2, 0), (0, 1)]
