"""What happened to the words of aligned provisions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tests.drafts import outline
from tests.strategies import drafts
from tracker.align import align
from tracker.diff import changes
from tracker.model import Change, Draft


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
    new = replace(new, negotiation=old.negotiation, symbol="newer")
    before = {p.eid: p for p in old.provisions}
    after = {p.eid: p for p in new.provisions}
    for change in between(old, new):
        if change.relation not in ("demoted", "promoted"):
            if change.old:
                whole = (before[change.old].heading, before[change.old].text)
                assert rebuilt(change, "insert") == whole
            if change.new:
                whole = (after[change.new].heading, after[change.new].text)
                assert rebuilt(change, "delete") == whole


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
