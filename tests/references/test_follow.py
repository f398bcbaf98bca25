"""What became of references: a number that followed, one that was forgotten, one that was moved."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.references.drafts import Row, draft, linked
from tracker.align import align
from tracker.model import Alignment, Change, Draft, Link
from tracker.references import Followed, consequential, followed, references

HEADINGS = ("Lamps", "Keepers", "Oil", "Ships", "Storms", "Safeguards", "Jurisdiction")


def treaty(text: str, headings: tuple[str, ...] = HEADINGS, symbol: str = "A/1") -> Draft:
    """A treaty of articles with two paragraphs each; `text` is the last article, `Final`."""
    rows: list[Row] = []
    for n, heading in enumerate(headings, start=1):
        rows.append((0, "article", f"Article {n}", heading, ""))
        for place in (1, 2):
            rows.append((1, "paragraph", f"{place}.", "", f"{heading}, matter {place}."))
    rows.append((0, "article", f"Article {len(headings) + 1}", "Final", text))
    return draft(rows, symbol=symbol)


def pair(
    old_text: str, new_text: str, headings: tuple[str, ...], score: float = 1.0
) -> tuple[Draft, Draft, Alignment]:
    """Two such treaties, articles with the same heading linked."""
    old, new = treaty(old_text), treaty(new_text, headings, "A/2")
    there = {h: f"art_{n}" for n, h in enumerate((*headings, "Final"), start=1)}
    moved: dict[str, str | None] = {}
    for n, heading in enumerate((*HEADINGS, "Final"), start=1):
        new_eid = there.get(heading)
        for tail in ("", "__para_1", "__para_2"):
            moved[f"art_{n}{tail}"] = new_eid and new_eid + tail
    return old, new, linked(old, new, moved, score)


INSERTED = ("Lamps", "Buoys", *HEADINGS[1:])
DROPPED = tuple(h for h in HEADINGS if h != "Keepers")
SWAPPED = ("Lamps", "Oil", "Keepers", *HEADINGS[3:])
SAFEGUARDS = ("paragraph 2 of article 6 applies", "paragraph 2 of article 7 applies")

CASES = {
    "unchanged": ("as article 1 says", "as article 1 says", INSERTED, ["unchanged"]),
    "consequential": ("as article 3 says", "as article 4 says", INSERTED, ["consequential"]),
    "consequential paragraph": (*SAFEGUARDS, INSERTED, ["consequential"]),
    "repointed paragraph": (*SAFEGUARDS, HEADINGS, ["repointed"]),
    "stale": ("as article 3 says", "as article 3 says", INSERTED, ["stale"]),
    "stale after a swap": ("as article 3 says", "as article 3 says", SWAPPED, ["stale"]),
    "stale at the end": ("as article 7 says", "as article 7 says", DROPPED, ["stale"]),
    "one of three forgotten": (
        "articles 1, 3 and 5 apply",
        "articles 1, 4 and 5 apply",
        INSERTED,
        ["unchanged", "consequential", "stale"],
    ),
    "range that followed": ("articles 3 to 5", "articles 4 to 6", INSERTED, ["consequential"]),
    "range that was forgotten": ("articles 3 to 5", "articles 3 to 5", INSERTED, ["stale"]),
    "range that takes in more": ("articles 1 to 4", "articles 1 to 5", HEADINGS, ["repointed"]),
    "the same range with one more inside": (
        "articles 1 to 4 apply",
        "articles 1 to 4 apply",
        ("Lamps", "Keepers", "Oil", "Buoys", "Ships"),
        ["stale"],
    ),
    "the same run in another order": (
        "articles 1 to 3 apply",
        "articles 1 to 3 apply",
        SWAPPED,
        ["unchanged"],
    ),
    "dangling": ("as article 3 says", "as article 77 says", HEADINGS, ["dangling"]),
    "dangling in what came": ("as they say", "as they say in article 77", HEADINGS, ["dangling"]),
    "added": ("as they say", "as they say in article 3", HEADINGS, ["added"]),
    "removed": ("as they say in article 3", "as they say", HEADINGS, ["removed"]),
    "one added to a list": (
        "paragraphs 1 and 2 of article 3",
        "paragraphs 1 and 2 of article 3 and article 5",
        HEADINGS,
        ["unchanged", "unchanged", "added"],
    ),
    "in another order": (
        "see article 3; and, in winter, article 5",
        "see article 5; and, in winter, article 3",
        HEADINGS,
        ["unchanged", "unchanged"],
    ),
    "the whole for a part": (
        "as paragraph 2 of article 3 says",
        "as article 3 says",
        HEADINGS,
        ["repointed"],
    ),
    "said in another way": (
        "Article 3(2) applies",
        "Article 3, paragraph 2, applies",
        HEADINGS,
        ["unchanged"],
    ),
    "this article": ("in this article", "in this article", INSERTED, ["unchanged"]),
    "of another instrument": (
        "article 3 of the Charter",
        "article 3 of the Charter",
        INSERTED,
        ["unchanged"],
    ),
    "another of another instrument": (
        "article 3 of the Charter",
        "article 4 of the Charter",
        INSERTED,
        ["repointed"],
    ),
    "from another instrument to this one": (
        "article 3 of the Charter applies",
        "article 4 of this Agreement applies",
        HEADINGS,
        ["repointed"],
    ),
}


@pytest.mark.parametrize(("old", "new", "headings", "expected"), CASES.values(), ids=CASES)
def test_outcomes(old: str, new: str, headings: tuple[str, ...], expected: list[str]) -> None:
    assert [one.outcome for one in followed(*pair(old, new, headings))] == expected


def only(old: str, new: str, headings: tuple[str, ...], score: float = 1.0) -> Followed:
    """What became of the one reference."""
    (one,) = followed(*pair(old, new, headings, score))
    return one


def test_a_finding_says_what_it_named_and_what_it_names() -> None:
    one = only(*SAFEGUARDS, HEADINGS)
    assert (one.old_target, one.new_target) == (
        "Article 6, paragraph 2 (Safeguards)",
        "Article 7, paragraph 2 (Jurisdiction)",
    )
    assert one.became == ("art_6__para_2",)


def test_a_stale_reference_says_where_its_target_went() -> None:
    one = only("as article 3 says", "as article 3 says", INSERTED)
    assert one.sure
    assert one.why == "what it named is now Article 4 (Oil)"
    assert (one.old_target, one.new_target) == ("Article 3 (Oil)", "Article 3 (Keepers)")


def test_what_has_no_successor_is_no_sure_finding() -> None:
    one = only("as article 2 says", "as article 2 says", DROPPED)
    assert (one.outcome, one.sure) == ("stale", False)
    assert "no successor" in one.why


def test_an_uncertain_link_makes_it_possible() -> None:
    one = only("as article 3 says", "as article 4 says", INSERTED, score=0.5)
    assert (one.outcome, one.sure) == ("consequential", False)


def test_the_run_that_takes_in_more_says_so() -> None:
    one = only("articles 1 to 3 apply", "articles 1 to 3 apply", SWAPPED)
    assert one.why == "the run takes in more than it did"


def test_parts_of_a_split_are_looked_at_together() -> None:
    old = treaty("as article 3 says. As article 5 says.")
    rows: list[Row] = [(0, p.kind, p.num, p.heading, p.text) for p in old.provisions[:0]]
    for provision in old.provisions[:-1]:
        depth = 0 if provision.parent is None else 1
        rows.append((depth, provision.kind, provision.num, provision.heading, provision.text))
    rows.append((0, "article", "Article 8", "Final", "as article 3 says."))
    rows.append((0, "article", "Article 9", "Last", "As article 5 says."))
    new = draft(rows, symbol="A/2")
    alignment = linked(old, new, {})
    links = tuple(
        Link("art_8", link.new, "split", 1.0) if link.new in ("art_8", "art_9") else link
        for link in alignment.links
    )
    told = followed(old, new, Alignment("A/1", "A/2", links))
    assert [(one.outcome, one.new and one.new.provision) for one in told] == [
        ("unchanged", "art_8"),
        ("unchanged", "art_9"),
    ]


def test_a_partial_draft_says_neither() -> None:
    old, new, alignment = pair("as article 3 says", "as article 77 says", HEADINGS)
    rows = [
        (0 if p.parent is None else 1, p.kind, p.num, p.heading, p.text) for p in new.provisions
    ]
    partial = draft(rows, symbol="A/2", partial=True)
    (one,) = followed(old, partial, alignment)
    assert (one.outcome, one.sure) == ("unclear", False)


def test_other_languages_give_none() -> None:
    old, new, alignment = pair("article 3", "article 4", INSERTED)
    rows = [(0, p.kind, p.num, p.heading, p.text) for p in new.provisions]
    assert followed(old, draft(rows, symbol="A/2", language="ar"), alignment) == ()


def change(old: str | None, new: str | None) -> Change:
    """A change of these provisions."""
    return Change(old, new, "same", (), (), 0, 0)


def test_the_words_that_are_editorial() -> None:
    old, new, alignment = pair("as articles 1, 3 and 7 say", "as articles 1, 4 and 6 say", INSERTED)
    spans = consequential(followed(old, new, alignment))
    before, after = spans(change("art_8", "art_9"))
    texts = (old.provisions[-1].text, new.provisions[-1].text)
    # 7 became 8 and is now 6: no editorial change.
    assert [
        sorted(text[a:b] for a, b in side)
        for text, side in zip(texts, (before, after), strict=True)
    ] == [
        ["3", "articles 1"],
        ["4", "articles 1"],
    ]
    assert spans(change("art_1", None)) == (frozenset(), frozenset())


def test_a_whole_expression_is_editorial_if_all_of_it_is() -> None:
    old, new, alignment = pair("as article 3 says", "as article 4 of this Agreement says", INSERTED)
    before, after = consequential(followed(old, new, alignment))(change("art_8", "art_9"))
    assert [new.provisions[-1].text[a:b] for a, b in after] == ["article 4 of this Agreement"]
    assert [old.provisions[-1].text[a:b] for a, b in before] == ["article 3"]


def test_what_is_not_sure_is_not_editorial() -> None:
    told = followed(*pair("as article 3 says", "as article 4 says", INSERTED, score=0.5))
    assert consequential(told)(change("art_8", "art_9")) == (frozenset(), frozenset())


@given(
    st.lists(st.integers(1, len(HEADINGS)), min_size=1, max_size=6, unique=True),
    st.integers(0, len(HEADINGS)),
    st.data(),
)
def test_an_insertion_before_numbers_makes_them_consequential_or_stale(
    numbers: list[int], at: int, data: st.DataObject
) -> None:
    """Each reference that was put right is consequential, each that was forgotten stale."""
    headings = (*HEADINGS[:at], "Buoys", *HEADINGS[at:])
    right = [data.draw(st.booleans()) for _ in numbers]
    new_numbers = [
        n + 1 if n > at and fixed else n for n, fixed in zip(numbers, right, strict=True)
    ]
    sentence = "; ".join("Clause {}, under article {} of this Agreement" for _ in numbers)
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]

    def text(values: list[int]) -> str:
        return sentence.format(*(x for one in zip(words, values, strict=False) for x in one))

    told = followed(*pair(text(numbers), text(new_numbers), headings))
    expected = [
        "unchanged" if n <= at else "consequential" if fixed else "stale"
        for n, fixed in zip(numbers, right, strict=True)
    ]
    assert all(one.old and one.new for one in told)
    # Where one now names what another did, the two may be taken for one another.
    if len({*numbers, *new_numbers}) == len([*numbers, *new_numbers]) or numbers == new_numbers:
        assert [one.outcome for one in told] == expected


@given(st.text(alphabet="article 12(a), and of to this paragraph\n", max_size=300))
def test_every_reference_stands_where_it_says(text: str) -> None:
    made = treaty(text)
    told = references(made)
    for one in told:
        assert made.provisions[-1].text[one.first : one.until] == one.text
        assert one.first <= one.start < one.end <= one.until
        assert (one.standing in ("exact", "nearest")) == bool(one.targets)
    same = followed(made, made, linked(made, made, {}))
    assert {one.outcome for one in same} <= {"unchanged", "dangling", "unclear"}


def test_with_a_real_alignment() -> None:
    old = treaty("as article 3 says, and article 5 and article 6")
    new = treaty("as article 4 says, and article 5 and article 7", INSERTED, "A/2")
    told = followed(old, new, align(old, new))
    assert [one.outcome for one in told] == ["consequential", "stale", "consequential"]


def test_the_order_is_that_of_the_newer_draft() -> None:
    old, new, alignment = pair(
        "article 3, gone. See article 5", "See article 5, article 2", HEADINGS
    )
    told = followed(old, new, alignment)
    assert [re.sub(r"\D", "", (one.new or one.old).text) for one in told] == ["5", "2", "3"]
    assert [one.outcome for one in told][-1] == "removed"
