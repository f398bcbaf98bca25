"""Marks over time: one row for a mark that goes on through several paragraphs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.web.rows import provision
from tracker.model import Mark
from tracker.store.records import ProvisionRow
from tracker.store.records.contests import ContestRound, ContestRow, ContestSpot
from web.stories.over_time import Row, rows
from web.terms.names import Names
from web.text.stretches import MOST_NAMED, _naming

Given = list[tuple[str, str, list[Mark]]]
ARTICLE = provision("art_1", "Article 1", heading="Lamps")


def _paragraphs(given: Given) -> list[ProvisionRow]:
    """Paragraphs of an article by number, text and marks."""
    return [
        replace(
            provision(f"art_1__para_{n}", number, parent="art_1", text=text), marks=tuple(marks)
        )
        for n, (number, text, marks) in enumerate(given, start=1)
    ]


def _rows(*rounds: Given, contests: Sequence[ContestRow] = ()) -> list[Row]:
    pages = []
    for position, given in enumerate(rounds, start=1):
        held = [ARTICLE, *_paragraphs(given)]
        member = SimpleNamespace(provision=ARTICLE, provisions=held)
        pages.append(SimpleNamespace(draft=SimpleNamespace(position=position), members=[member]))
    names = Names([ARTICLE, *(one for given in rounds for one in _paragraphs(given))])
    return rows(SimpleNamespace(rounds=pages), names, contests)


def _bracket(text: str, **more: object) -> Mark:
    return Mark("bracket", 0, len(text), **more)


def _marked(text: str, *marks: Mark) -> tuple[str, list[Mark]]:
    return text, list(marks)


LIGHT, OIL, WICK = "[Each one lights a lamp.", "Each one keeps oil.", "Each one trims it.]"
NUMBER = Mark("bracket", 0, 2, field="num")
CASES: dict[str, tuple[Given, list[tuple[str, str, str]]]] = {
    "a bracket over three paragraphs": (
        [
            ("1.", LIGHT, [_bracket(LIGHT)]),
            ("2.", OIL, [NUMBER, _bracket(OIL)]),
            ("3.", WICK, [NUMBER, _bracket(WICK)]),
        ],
        [(f"{LIGHT} {OIL} {WICK}", "paragraphs 1 to 3", "")],
    ),
    "one after the other": (
        [("1.", "[Oil.]", [_bracket("[Oil.]")]), ("2.", "[Wick.]", [NUMBER, _bracket("[Wick.]")])],
        [("[Oil.]", "paragraph 1", ""), ("[Wick.]", "paragraph 2", "")],
    ),
    "without its other half": (
        [("1.", LIGHT, [_bracket(LIGHT, how="unclosed")]), ("2.", "[Oil.]", [_bracket("[Oil.]")])],
        [(LIGHT, "paragraph 1", ""), ("[Oil.]", "paragraph 2", "")],
    ),
    "one in the other, both go on": (
        [
            ("1.", "[a [b", [Mark("bracket", 0, 5), Mark("bracket", 3, 5)]),
            ("2.", "c] d]", [NUMBER, NUMBER, Mark("bracket", 0, 5), Mark("bracket", 0, 2)]),
        ],
        [("[a [b c] d]", "paragraphs 1 to 2", ""), ("[b c]", "paragraphs 1 to 2", "")],
    ),
    "words between": (
        [("1.", "[a] b", [Mark("bracket", 0, 3)]), ("2.", "[c]", [_bracket("[c]")])],
        [("[a]", "paragraph 1", ""), ("[c]", "paragraph 2", "")],
    ),
    "an option of two paragraphs": (
        [
            ("1.", "Oil.", [Mark("alternative", 0, 4, how="Option 1")]),
            ("2.", "Wick.", [Mark("alternative", 0, 5, how="Option 1")]),
            ("3.", "Gas.", [Mark("alternative", 0, 4, how="Option 2")]),
        ],
        [
            ("Oil. Wick.", "paragraphs 1 to 2", "Option 1"),
            ("Gas.", "paragraph 3", "Option 2"),
        ],
    ),
    "names inside a bracket are told with it": (
        [
            (
                "1.",
                "[may] go",
                [Mark("bracket", 0, 5), Mark("proponent", 1, 4, by="Corvane", how="delete")],
            )
        ],
        [("[may]", "paragraph 1", "Corvane wants it deleted")],
    ),
    "a name around several brackets": (
        [
            (
                "1.",
                "[a] [b]",
                [
                    Mark("proponent", 0, 7, by="Aldova"),
                    Mark("bracket", 0, 3),
                    Mark("bracket", 4, 7),
                ],
            )
        ],
        [
            ("[a] [b]", "paragraph 1", "proposed by Aldova"),
            ("[a]", "paragraph 1", "proposed by Aldova"),
            ("[b]", "paragraph 1", "proposed by Aldova"),
        ],
    ),
    "other names, other rows": (
        [
            ("1.", "Oil.", [Mark("proponent", 0, 4, by="Aldova")]),
            ("2.", "Wick.", [Mark("proponent", 0, 5, by="Brecony")]),
        ],
        [
            ("Oil.", "paragraph 1", "proposed by Aldova"),
            ("Wick.", "paragraph 2", "proposed by Brecony"),
        ],
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_rows(given: Given, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.words, one.where, one.who) for one in _rows(given)] == expected


def test_a_stretch_is_known_again_under_other_numbers() -> None:
    first: Given = [("1.", LIGHT, [_bracket(LIGHT)]), ("2.", WICK, [NUMBER, _bracket(WICK)])]
    later: Given = [("4.", LIGHT, [_bracket(LIGHT)]), ("5.", WICK, [NUMBER, _bracket(WICK)])]
    (found,) = _rows(first, later)
    assert [position for position, _ in found.rounds] == [1, 2]
    assert found.may_be_named


def _alike(many: int) -> Given:
    text = "[go] " * many
    marks = [Mark("bracket", 5 * n, 5 * n + 4) for n in range(many)]
    marks += [Mark("proponent", 5 * n, 5 * n + 4, by="Aldova") for n in range(many)]
    return [("1.", text, marks)]


def _different(many: int) -> Given:
    words = [f"[w{n:06}]" for n in range(many)]
    marks = [Mark("bracket", 10 * n, 10 * n + 9) for n in range(many)]
    marks += [Mark("alternative", 10 * n + 1, 10 * n + 8, how=f"Option {n}") for n in range(many)]
    return [("1.", " ".join(words), marks)]


def _paragraph_each(many: int) -> Given:
    whole = [("1.", "[oil", [_bracket("[oil")])]
    whole += [("1.", "oil", [NUMBER, _bracket("oil")]) for _ in range(many)]
    return [*whole, ("1.", "oil]", [NUMBER, _bracket("oil]")])]


@pytest.mark.parametrize("make", [_alike, _different, _paragraph_each])
def test_thousands_of_marks(make: object) -> None:
    given = make(4000)
    started = time.process_time()
    found = _rows(given)
    assert time.process_time() - started < 4
    assert len(found) == (4000 if make is _different else 1)


def test_brackets_in_each_other_each_with_a_name() -> None:
    """Time grows with their number; a reader is told of the nearest."""
    deep = 8_000
    marks = []
    for n in range(deep):
        around = n, 2 * deep + 2 - n
        marks += [Mark("bracket", *around), Mark("proponent", *around, by=f"State {n}")]
    started = time.process_time()
    found = _naming(marks)
    assert time.process_time() - started < 3
    assert {len(named) for named in found.values()} == set(range(2, MOST_NAMED + 1))
    innermost = found["text", deep - 1, deep + 3]
    assert [innermost[0].by, innermost[-1].by] == [f"State {deep - n}" for n in (MOST_NAMED, 1)]


def _draft(position: int) -> SimpleNamespace:
    return SimpleNamespace(position=position, id=f"draft-{position}")


def _contest(texts: dict[int, str], **more: object) -> ContestRow:
    """Words of paragraph 1 that were contested in these rounds, and settled in the one behind."""
    rounds = tuple(
        ContestRound(
            _draft(n),
            text.strip("[]"),
            (),
            (ContestSpot("old#art_1__para_1", "", None, "text", 0, len(text)),),
        )
        for n, text in texts.items()
    )
    given = {"outcome": "kept", "resolved": _draft(max(texts) + 1), "kept": "", "instead": ""}
    return ContestRow(
        id="c", kind="bracket", label="", words=rounds[-1].words, rounds=rounds, names=(),
        entered=_draft(1), again=False, certain=True, provision=ARTICLE, **{**given, **more},
    )  # fmt: skip


def _bracketed(text: str, **more: object) -> Given:
    return [("1.", f"{text} Gas.", [_bracket(text, **more)])]


def test_words_that_changed_while_they_were_contested_are_one_row() -> None:
    texts = {1: "[Oil.]", 2: "[Oil of seals.]"}
    rounds = [_bracketed(text) for text in texts.values()]
    (row,) = _rows(*rounds, contests=[_contest(texts)])
    assert (row.words, [n for n, _ in row.rounds]) == ("[Oil of seals.]", [1, 2])
    assert row.ending is not None
    assert (row.ending.label, row.ending.draft.position) == ("Kept", 3)
    # Without the contest they are others.
    assert [one.ending for one in _rows(*rounds)] == [None, None]


def test_where_the_names_changed_the_last_row_tells_the_end() -> None:
    texts = {1: "[Oil.]", 2: "[Oil.]"}
    rounds = [_bracketed("[Oil.]", by=name) for name in ("Aldova", "Brecony")]
    first, last = _rows(*rounds, contests=[_contest(texts, outcome="replaced", instead="Wax")])
    assert first.ending is None
    assert last.ending is not None
    assert (last.who, last.ending.label, last.ending.said, last.ending.words) == (
        *("proposed by Brecony", "Replaced"),
        *("now", "Wax"),
    )


def test_rounds_in_which_the_words_stood_elsewhere_are_told() -> None:
    texts = {1: "[Oil.]", 5: "[Oil.]"}
    (row,) = _rows(_bracketed("[Oil.]"), contests=[_contest(texts)])
    assert row.elsewhere == [5]


def test_marks_that_no_contest_tells_stay() -> None:
    given = [("1.", "[Oil.] Gas.", [_bracket("[Oil.]"), Mark("agreed", 0, 11, "[agreed]")])]
    found = _rows(given, contests=[_contest({1: "[Oil.]"})])
    assert [(one.kind, one.ending is not None) for one in found] == [
        ("agreed", False),
        ("bracket", True),
    ]
