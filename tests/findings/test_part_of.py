"""An article half of whose words stand in another is neither gone nor new."""

from __future__ import annotations

from tests.drafts import outline
from tracker.diff import changes
from tracker.findings import Found, findings
from tracker.model import Alignment, Link

KEEPERS = """
art_1 | Article 1 | Lights |
  art_1__para_1 | 1. | | The keeper lights the lamp of the tower at dusk and puts it out at dawn.
"""
SECRETS = """\
art_2 | Article 2 | Silence of the guild |
  art_2__para_1 | 1. | | The members of the guild keep to themselves what masters told them.
"""
TAKEN_IN = """\
  art_1__para_3 | 3. | | The members of the guild keep to themselves what masters told them.
"""
BELLS = "  art_2__para_2 | 2. | | Bells are rung by children on feast days.\n"
MANY = "  art_2__para_2 | 2. | | " + "Bells of bronze hang under roofs near piers. " * 6 + "\n"


def told(old: str, new: str, score: float = 0.95) -> Found:
    """What is told of Article 2, which only one of the drafts has, while its first paragraph is
    one of Article 1 in the other, as sure as the score says."""
    before = outline(old, symbol="A/1")
    after = outline(new, symbol="A/2", date="2031-01-01")
    left = "art_2__para_1" in {one.eid for one in before.provisions}
    moved = ("art_2__para_1", "art_1__para_3") if left else ("art_1__para_3", "art_2__para_1")
    links = [
        Link("art_1", "art_1", "same", 1.0),
        Link("art_1__para_1", "art_1__para_1", "same", 1.0),
        Link(*moved, "moved", score),
    ]
    for eid in ("art_2", "art_2__para_2"):
        if eid in {one.eid for one in (before if left else after).provisions}:
            alone = Link(eid, None, "deleted", 0.0) if left else Link(None, eid, "inserted", 0.0)
            links.append(alone)
    alignment = Alignment("A/1", "A/2", tuple(links))
    found = findings(before, after, alignment, changes(before, after, alignment))
    (one,) = [one for one in found if "art_2" in (one.old, one.new)]
    return one


def test_it_went_on_in_the_article_that_holds_its_words() -> None:
    one = told(KEEPERS + SECRETS, KEEPERS + TAKEN_IN)
    assert (one.kind, one.sure) == ("moved", True)
    assert one.sentence == (
        "Article 2 (“Silence of the guild”) is no longer there by itself: at least half of its "
        "text went on in Article 1."
    )


def test_it_is_no_surer_than_the_link_by_which_it_went_on() -> None:
    one = told(KEEPERS + SECRETS, KEEPERS + TAKEN_IN, score=0.4)
    assert (one.kind, one.sure) == ("moved", False)
    assert one.sentence.startswith("Possibly: Article 2")


def test_it_came_out_of_the_article_that_held_its_words() -> None:
    one = told(KEEPERS + TAKEN_IN, KEEPERS + SECRETS)
    assert (one.kind, one.sure) == ("moved", True)
    assert one.sentence == (
        "Article 2 (“Silence of the guild”) stands by itself now: at least half of its text was in "
        "Article 1."
    )


def test_what_else_it_said_is_told_as_gone() -> None:
    one = told(KEEPERS + SECRETS + BELLS, KEEPERS + TAKEN_IN)
    assert (one.kind, one.also) == ("moved", ("gone",))
    assert "what else it said is gone: “Bells are rung by children on feast days" in one.sentence


def test_of_less_it_is_gone() -> None:
    one = told(KEEPERS + SECRETS + MANY, KEEPERS + TAKEN_IN)
    assert one.kind == "gone"
    assert "is gone as a whole" in one.sentence


def test_one_sure_link_of_few_words_does_not_make_the_whole_sure() -> None:
    """Four words went over for sure; most of the article only perhaps."""
    vow = "  art_2__para_2 | 2. | | Silence is kept always.\n"
    kept = "  art_1__para_4 | 4. | | Silence is kept always.\n"
    before = outline(KEEPERS + SECRETS + vow, symbol="A/1")
    after = outline(KEEPERS + TAKEN_IN + kept, symbol="A/2", date="2031-01-01")
    links = (
        Link("art_1", "art_1", "same", 1.0),
        Link("art_1__para_1", "art_1__para_1", "same", 1.0),
        Link("art_2__para_1", "art_1__para_3", "moved", 0.45),
        Link("art_2__para_2", "art_1__para_4", "moved", 0.95),
        Link("art_2", None, "deleted", 0.0),
    )
    alignment = Alignment("A/1", "A/2", links)
    found = findings(before, after, alignment, changes(before, after, alignment))
    (one,) = [one for one in found if one.old == "art_2"]
    assert (one.kind, one.sure) == ("moved", False)
    assert "went on in Article 1" in one.sentence
