"""The life of a provision, over the sample."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.web import untranslated
from tracker.store import Library
from web import create_app
from web.changes.card_lines import Line
from web.changes.told import Told
from web.shelf import EXTENSION
from web.stories.entries import _quiet
from web.stories.lives import Life, life
from web.stories.phases import Phase, drawn_together
from web.terms.plain import FUNCTIONS


def told(library: Library, name: str) -> Life:
    provision = library.resolve("moon", name)
    assert provision is not None
    page = library.thread(provision.address)
    assert page is not None
    return life(page, library)


@pytest.mark.parametrize(
    ("name", "phases"),
    [
        (
            "art_2__para_2",
            [
                ("Round 1", "present", "an offence of its own", "article 3"),
                ("Round 2", "uncovered", "not covered by this document", ""),
                ("Round 3", "absent", "not there", ""),
                ("Round 4", "present", "an aggravating circumstance", "article 2, paragraph 2"),
            ],
        ),
        ("article 1", [("Rounds 1–4", "present", "a statement of purpose", "article 1")]),
        (
            "article 3",
            [
                ("Round 1", "present", "in the text", "article 4"),
                ("Round 2", "uncovered", "not covered by this document", ""),
                ("Rounds 3–4", "present", "in the text", "article 3"),
            ],
        ),
    ],
    ids=["beacons", "purpose", "observers"],
)
def test_phases(library: Library, name: str, phases: list[tuple[str, ...]]) -> None:
    found = [(p.rounds, p.state, p.words, p.named) for p in told(library, name).phases]
    assert found == phases


def test_stages_say_what_is_missing_where(library: Library) -> None:
    found = told(library, "art_2__para_2")
    assert [stage.state for stage in found.stages] == [
        "present",
        "uncovered",
        "absent",
        "present",
    ]
    entry = found.stages[3].entries[0]
    assert entry.missing == "round 3"
    assert entry.function_changed
    assert entry.before is not None
    assert entry.before.position == 1
    assert found.unit is not None
    assert found.unit.eid == "art_2"


def test_what_is_not_there_yet_is_not_lost(library: Library) -> None:
    lost = [phase.early for phase in told(library, "art_2__para_2").phases]
    assert lost == [False, False, False, False]
    page = library.thread(library.resolve("moon", "article 2").address)
    assert page is not None
    late = replace(page, rounds=(replace(page.rounds[2], members=()), *page.rounds[3:]))
    first = life(late, library).phases[0]
    assert (first.words, first.early) == ("not there yet", True)


def test_phases_differ_though_a_language_has_the_same_words_for_them(
    library: Library, database: Path, tmp_path: Path
) -> None:
    """Lost is not early, and another job is another one, whatever they are called."""
    same = ("not there yet", "not there", "no longer there", "not covered by this document")
    same += tuple(str(job.noun) for job in FUNCTIONS.values())
    untranslated.translate(tmp_path, dict.fromkeys(same, "tia"))
    found = told(library, "art_2__para_2").phases
    app = create_app(database, interface=untranslated.LANGUAGE, catalogues=tmp_path)
    with app.test_request_context("/"):
        other = told(library, "art_2__para_2").phases
        jobs = [_round(1, "tia", "offence"), _round(2, "tia", "definition")]
        assert len(drawn_together(jobs)) == 2
    app.extensions[EXTENSION].close()
    assert {one.words for one in other} == {"tia"}
    assert [(one.state, one.early, one.first) for one in other] == [
        (one.state, one.early, one.first) for one in found
    ]


@pytest.mark.parametrize("covered", [True, False])
def test_what_may_only_be_left_out_is_said_to_whatever_it_is_called(covered: bool) -> None:
    """Struck words say that they went; that a document may just not have them they do not."""
    told = Told("deleted", "Gone", "It may or may not be gone.", True, (), "", covered=covered)
    shown = _quiet(Line(told=told)).told
    assert shown is not None
    assert shown.sentence == ("" if covered else told.sentence)


def test_words_that_stayed_are_said_to_have_stayed(library: Library) -> None:
    stages = told(library, "article 1").stages
    assert [entry.same for stage in stages for entry in stage.entries] == [False, True, True, True]


def test_a_paragraph_is_missing_where_its_article_is_there(library: Library) -> None:
    """A partial document that has the article speaks of its paragraphs."""
    page = library.thread(library.resolve("moon", "art_3__para_1").address)
    assert page is not None
    # The second document has article 1 only, so it says nothing of observers.
    assert [stage.state for stage in life(page, library).stages][1] == "uncovered"


def _round(position: int, words: str, function: str = "other") -> Phase:
    draft = SimpleNamespace(position=position)
    return Phase("present", words, function, draft, draft, where=[f"article {position}"])


def test_a_job_that_could_not_be_told_is_not_told_as_lost() -> None:
    rounds = [
        _round(1, "an offence of its own", "offence"),
        _round(2, "in the text"),
        _round(3, "in the text", "unclear"),
    ]
    found = [(one.rounds, one.words) for one in drawn_together(rounds)]
    assert found == [
        ("Round 1", "an offence of its own"),
        ("Rounds 2–3", "in the text; its legal job could not be told"),
    ]
    (whole,) = drawn_together(rounds[1:])
    assert (whole.words, whole.named) == ("in the text", "article 2, then article 3")
