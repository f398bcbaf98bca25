"""Word differences as a person marks them, and on real drafts: the figures that are told hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def scripts() -> Iterator[None]:
    """The folder of the measuring scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


@pytest.mark.parametrize(("name", "number", "right"), [("pairs", 75, 67), ("held", 25, 23)])
def test_as_a_person_marks_them(name: str, number: int, right: int) -> None:
    import measure_word_diff as measure

    labelled = measure.pairs(measure.FOLDER / f"{name}.toml")
    found = [measure.bare(measure.ours(pair)[0]) == pair.bare for pair in labelled]
    assert len(found) == number
    assert sum(found) >= right


def test_marks_are_words_of_their_texts() -> None:
    import measure_word_diff as measure

    for path in (measure.LABELS, measure.HELD):
        for pair in measure.pairs(path):
            for gone, come in (*pair.marks, *pair.moved, *pair.or_moved):
                assert gone in pair.old, pair.name
                assert come in pair.new, pair.name


def test_a_wrong_hunk_is_seen() -> None:
    import measure_word_diff as measure

    assert measure.bare([("shall ", "may")]) == measure.bare([("shall", "may")])
    assert measure.bare([("", ", radios")]) == measure.bare([("", "radios,")])
    assert measure.bare([("shall", "may")]) != measure.bare([("shall not", "may")])
    assert not measure.bare([(" ", "\n"), ("(a)", "")])


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.usefixtures("shared_data")
def test_real_drafts_are_rebuilt_and_fine() -> None:
    import word_diff_exact as measure

    rows = list(measure.exact())
    assert len(rows) == 3 * len(measure.SERIES)
    assert [row for row in rows if not row.held] == []
    assert {row.measured for row in rows if row.what == "coarse"} == {"0"}


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.usefixtures("shared_data")
def test_a_long_provision_shows_its_few_words() -> None:
    """A section that is inserted into another act as one block of 13,000 characters."""
    from word_diff_exact import SERIES, data

    from tracker.align import align
    from tracker.diff import changes
    from tracker.ingesters import About
    from tracker.texts import draft_of

    old, new = (
        draft_of(data(file), About("measured", str(n), f"2001-01-0{n}"))
        for n, file in enumerate(SERIES["Irish bill"][:2], start=1)
    )
    found = changes(old, new, align(old, new))
    (long,) = [x for x in found if x.old == "section_33-subsection_1" and x.new]
    assert sum(len(h.text) for h in long.text) > 10_000
    assert not long.coarse
    assert long.words_deleted + long.words_inserted <= 10
