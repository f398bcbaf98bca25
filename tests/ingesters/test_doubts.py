"""Warnings that travel with a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT
from tracker.ingesters import ingest
from tracker.ingesters.doubts import MOST_NAMED, MOST_WORDLESS, doubts
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


WORDLESS = """\
Article 1
Lamps

1. The Parties keep lamps.

Article 2
Oil

{second}

Article 3
Wicks

{third}

Article 4
Nets

The Parties dry nets.

Article 5
Bells

The Parties ring bells.
"""


@pytest.mark.parametrize(
    ("second", "third", "said"),
    [
        pytest.param("The Parties keep oil.", "The Parties trim wicks.", (), id="all have words"),
        pytest.param("", "The Parties trim wicks.", ("1 article has a heading and no words: 2; the file may lack them",), id="one has none"),
        pytest.param("", "", ("2 articles have a heading and no words: 2, 3; the file may lack them",), id="two have none"),
        pytest.param("", "[Deleted]", ("1 article has a heading and no words: 2; the file may lack them",), id="one was deleted"),
    ],
)  # fmt: skip
def test_articles_without_words(
    tmp_path: Path, second: str, third: str, said: tuple[str, ...]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDLESS.format(second=second, third=third))
    assert ingest(read(path), ABOUT).warnings == said


def test_many_without_words_are_counted() -> None:
    made = [Provision(f"a{n}", "article", f"Article {n}", "", "Lamps burn.") for n in range(50)]
    made += [Provision(f"b{n}", "article", f"Article {n}") for n in range(50, 52 + MOST_WORDLESS)]
    (said,) = doubts(READING, made, ())
    assert said.startswith("22 articles have a number or a heading and no words: 50, 51, 52, ")
    assert said.endswith(", 69 and 2 more; the file may lack them")


@pytest.mark.shared
def test_real_file_that_lacks_words(shared_data: Path) -> None:
    """The file goes from the heading of these articles to the next article."""
    draft = ingest(read(shared_data / "gdpr" / "regulation-2016-679.en.txt"), ABOUT)
    assert draft.warnings == (
        "14 articles have a heading and no words: 10, 16, 19, 29, 31, 44, 48, 59, 63, 86, 87, 95, "
        "96, 98; the file may lack them",
    )


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
