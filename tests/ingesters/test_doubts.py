"""Warnings that travel with a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT
from tracker.ingesters import ingest
from tracker.ingesters.doubts import MOST_NAMED, doubts
from tracker.model import Furniture, Provision
from tracker.read import Reading, read

READING = Reading("a.txt", "text", "0" * 64, 1, ("x" * 1000,), ())


def _unplaced(characters: int) -> Furniture:
    return Furniture("unplaced", "x" * characters, 1, 0, characters)


@pytest.mark.parametrize(
    ("characters", "said"),
    [
        pytest.param(5, (), id="half a per cent is borne"),
        pytest.param(
            6,
            ("0.6% of the text could not be placed (passages: 1, the first on page 1)",),
            id="more is not",
        ),
    ],
)
def test_unplaced(characters: int, said: tuple[str, ...]) -> None:
    assert doubts(READING, (), (_unplaced(characters),)) == said


@pytest.mark.parametrize(
    ("provisions", "warned"),
    [
        pytest.param([("article", "Article 1", None), ("article", "Article 2", None)], False, id="two numbers"),
        pytest.param([("article", "Article 2", None), ("article", "ARTICLE 2", None)], True, id="one number"),
        pytest.param([("article", "Article 2", None), ("article", "Article 2 bis", None)], False, id="bis"),
        pytest.param([("attachment", "Annex", None), ("article", "Article 2", "e0"), ("article", "Article 2", None)], False, id="an annex counts for itself"),
        pytest.param([("hcontainer", "Option 1", None), ("article", "Article 2", "e0"), ("article", "Article 2", None)], False, id="alternatives"),
        pytest.param([("paragraph", "2.", None), ("paragraph", "2.", None)], False, id="paragraphs begin anew"),
    ],
)  # fmt: skip
def test_numbers_twice(provisions: list[tuple[str, str, str | None]], warned: bool) -> None:
    made = tuple(
        Provision(f"e{n}", kind, num, parent=parent)
        for n, (kind, num, parent) in enumerate(provisions)
    )
    said = doubts(READING, made, ())
    assert [s.startswith("the number 'Article 2' is printed 2 times;") for s in said] == (
        [True] if warned else []
    )


def test_many_are_counted() -> None:
    made = tuple(
        Provision(f"e{n}", "article", f"Article {n // 2}") for n in range(2 * MOST_NAMED + 4)
    )
    said = doubts(READING, made, ())
    assert len(said) == MOST_NAMED + 1
    assert said[-1].startswith("2 more numbers")


def test_readers_warnings_travel() -> None:
    reading = Reading("a", "pdf", "0" * 64, 1, ("x",), (), warnings=("page 3 is a picture",))
    assert doubts(reading, (), ()) == ("page 3 is a picture",)


@pytest.mark.shared
def test_real_misprint(shared_data: Path) -> None:
    """The proposal prints the number of its article 37 as 35."""
    draft = ingest(read(shared_data / "gdpr" / "com-2012-11-proposal.en.txt"), ABOUT)
    assert [warning[:40] for warning in draft.warnings] == [
        "the number 'Article 35' is printed 2 tim"
    ]


TEXT = """\
Article 1
Lamps

1. The Parties keep lamps.

Article 2
Oil

The Parties keep oil, as {line}

Article 3
Wicks

The Parties trim wicks.
"""


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        pytest.param("agreed.\n\nArticle number two\n\nThe Parties sleep by day.", False, id="no number"),
        pytest.param("agreed.\n\nArticle 2 point 4 says\n\nThe Parties sleep by day.", True, id="a form of title that is not known"),
        pytest.param("provided in\nArticle 1 of this treaty.", False, id="a line broken before a reference"),
        pytest.param("agreed.\n\nArticle 1 of this treaty shall apply.", False, id="a sentence"),
    ],
)  # fmt: skip
def test_titles_that_open_nothing(tmp_path: Path, line: str, warned: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT.format(line=line))
    said = ingest(read(path), ABOUT).warnings
    assert [warning[:40] for warning in said] == (
        ["lines that read like titles but open not"] if warned else []
    )
