"""The hunks of a split or a merger go to the part whose words they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.diff.shares import Shares, of_merger, of_split
from tracker.model import Hunk

FORM = {"equal": "{}", "delete": "[{}]", "insert": "{{{}}}"}


def marked(shares: Shares) -> list[str]:
    return ["".join(FORM[h.operation].format(h.text) for h in share) for share in shares.hunks]


SPLITS = {
    "at a sentence": ("Ships sail. Boats row.", ["Ships sail.", "Boats row."], 0),
    "the words between go with the first": (
        "ships sail and boats row",
        ["ships sail", "boats row"],
        1,
    ),
}
SHARED = {
    "at a sentence": ["Ships sail.[ ]", "Boats row."],
    "the words between go with the first": ["ships sail[ and ]", "boats row"],
}


@pytest.mark.parametrize("name", SPLITS)
def test_split(name: str) -> None:
    assert marked(of_split(*SPLITS[name])) == SHARED[name]


@pytest.mark.parametrize("main", [0, 1])
def test_what_is_all_new_goes_to_the_main_part(main: int) -> None:
    """Two paragraphs that became another text: the one that goes on as itself has it."""
    gone, new = ["Ships sail at noon.", "Boats never row."], "Lamps burn all night."
    found = of_merger(gone, new, main)
    for n, text in enumerate(gone):
        assert "".join(h.text for h in found.hunks[n] if h.operation != "insert") == text
    assert "Lamps burn all night" in marked(found)[main]
    assert "Lamps" not in marked(found)[1 - main]


PARTS = st.lists(
    st.lists(
        st.sampled_from(["shall", "may", "the", "ship", ",", "\n", "not", "of"]), max_size=8
    ).map(" ".join),
    min_size=1,
    max_size=4,
)
WHOLE = st.lists(
    st.sampled_from(["shall", "may", "the", "ship", ",", "\n", "lamp"]), max_size=24
).map(" ".join)


def joined(share: tuple[Hunk, ...], without: str) -> str:
    return "".join(h.text for h in share if h.operation != without)


@given(WHOLE, PARTS, st.integers(0, 3))
@settings(max_examples=500)
def test_shares_rebuild_the_whole_and_the_parts(whole: str, parts: list[str], main: int) -> None:
    split = of_split(whole, parts, main % len(parts))
    assert [joined(share, "delete") for share in split.hunks] == parts
    assert "".join(joined(share, "insert") for share in split.hunks) == whole
    merger = of_merger(parts, whole, main % len(parts))
    assert [joined(share, "insert") for share in merger.hunks] == parts
    assert "".join(joined(share, "delete") for share in merger.hunks) == whole
