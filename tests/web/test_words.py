"""What the pages call things: the tables, names of provisions, sentences about them."""

from __future__ import annotations

import typing
from dataclasses import replace

import pytest

from tests.web.rows import provision, row
from tracker.align import engine, rare
from tracker.function import FUNCTIONS
from tracker.model import RELATIONS, Mark, MarkKind, Standing
from tracker.store.records import ChangeRow, ProvisionRow, RunnerUp
from web.changes.told import FIGURED, Teller, Told
from web.stories.turns import HEADLINE
from web.terms import phrases, plain
from web.terms.names import Names

ART = provision("art_5", "Article 5")
PARA = provision("art_5__para_2", "2.", parent="art_5")
POINT = provision("art_5__para_2__point_a", "(a)", parent="art_5__para_2")
ANNEX = provision("att_1", "Annex I")
IN_ANNEX = provision("att_1__art_1", "Article 1", parent="att_1")
UNNUMBERED = provision("art_5__para_nn_1", parent="art_5")
INSIDE = provision("art_5__para_nn_1__point_b", "(b)", parent="art_5__para_nn_1")
RECITAL = provision("rec_nn_1", text="Bearing in mind the dust of all craters,")
NEW = {"draft": "new"}


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (ART, "article 5"),
        (PARA, "article 5, paragraph 2"),
        (POINT, "article 5, paragraph 2, point (a)"),
        (IN_ANNEX, "annex I, article 1"),
        (INSIDE, "article 5, point (b)"),
        (RECITAL, "recital “Bearing in mind the dust…”"),
        (provision("rec_4", "(4)"), "recital (4)"),
        (provision("chp_2", "Chapter II"), "chapter II"),
        (provision("art_9", "ARTICLE 9.-"), "article 9"),
        (provision("art_9", "9."), "article 9"),
        (provision("art_9", "§ 9"), "article § 9"),
        (provision("art_9", kind="longTitle"), "the title"),
        (provision("art_9", kind="wrapUp", text="and so on"), "closing words “and so on”"),
        (provision("para_1"), "an unnumbered paragraph"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.eid,
)
def test_names(one: ProvisionRow, name: str) -> None:
    known = [ART, PARA, POINT, ANNEX, IN_ANNEX, UNNUMBERED, INSIDE, one]
    assert Names(known).full(one) == name


def test_a_german_noun_keeps_its_capital() -> None:
    one = provision("art_9", "Artikel 9")
    assert Names([one], language="de").full(one) == "Artikel 9"


def test_what_encloses_a_provision_is_looked_up_once() -> None:
    asked: list[str] = []

    def look(key: str) -> ProvisionRow | None:
        asked.append(key)
        return {"old#art_5": ART}.get(key)

    names = Names([PARA], look)
    assert names.full(PARA) == names.full(PARA) == "article 5, paragraph 2"
    assert asked == ["old#art_5"]


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        (plain.FUNCTIONS, set(FUNCTIONS)),
        (plain.RELATIONS, set(RELATIONS)),
        (plain.MARKS, set(typing.get_args(MarkKind))),
        (plain.STANDINGS, set(typing.get_args(Standing))),
        (plain.SURE, set("ABSC")),
    ],
    ids=["functions", "relations", "marks", "standings", "sure"],
)
def test_every_kind_has_words(table: dict[str, object], kinds: set[str]) -> None:
    assert set(table) == kinds


def test_an_unknown_function_is_shown_by_its_name() -> None:
    assert plain.job("truce").noun == "of the kind “truce”"


@pytest.mark.parametrize(
    ("deleted", "inserted", "said"),
    [
        (0, 0, "word for word the same"),
        (1, 0, "a few words changed"),
        (40, 40, "lightly edited"),
        (200, 99, "reworked"),
        (400, 400, "heavily rewritten"),
    ],
)
def test_how_much_changed(deleted: int, inserted: int, said: str) -> None:
    assert phrases.amount(deleted, inserted, 1000) == said


def test_an_empty_draft_did_not_change() -> None:
    assert phrases.amount(0, 0, 0) == "word for word the same"


NEW_ART = provision("art_6", "Article 6", draft="new")
NEW_ART_7 = provision("art_7", "Article 7", draft="new")
NEW_PARA = provision("art_6__para_1", "1.", parent="art_6", draft="new")
NEW_POINT = provision("art_6__para_1__point_a", "(a)", parent="art_6__para_1", draft="new")
OTHER = provision("art_9", "Article 9")
NEW_OTHER = provision("art_9", "Article 9", draft="new")

SENTENCES: dict[str, tuple[ChangeRow, str, str]] = {
    "same": (row("same", ART, provision("art_5", "Article 5", draft="new")), "The same", ""),
    "printed-otherwise": (
        row("same", ART, provision("art_5", "Art. 5", draft="new")),
        "The same",
        "The number was printed “Article 5”, now “Art. 5”.",
    ),
    "renumbered": (
        row("renumbered", ART, NEW_ART),
        "Renumbered",
        "Was article 5, now article 6.",
    ),
    "renumbered-inside": (
        row("renumbered", PARA, NEW_PARA),
        "Renumbered",
        "Was paragraph 2, now paragraph 1.",
    ),
    "moved": (row("moved", OTHER, NEW_ART), "Moved", "Was article 9, now article 6."),
    "split": (
        row("split", OTHER, NEW_ART),
        "Split",
        "The words of article 9 went on in article 6 and article 7.",
    ),
    "merged": (
        row("merged", ART, NEW_ART),
        "Merged",
        "Article 5 and article 9 are now together in article 6.",
    ),
    "demoted": (
        row("demoted", OTHER, NEW_PARA),
        "Made part of another",
        "Was article 9, an article of its own; now only part of another: article 6, paragraph 1.",
    ),
    "promoted": (
        row("promoted", PARA, NEW_ART_7),
        "Made an article",
        "Was article 5, paragraph 2; now an article of its own: article 7.",
    ),
    "raised": (
        row("promoted", POINT, NEW_PARA),
        "One level higher",
        "Was article 5, paragraph 2, point (a); now one level higher: article 6, paragraph 1.",
    ),
    "lowered": (
        row("demoted", PARA, NEW_POINT),
        "One level lower",
        "Was article 5, paragraph 2; now one level lower: article 6, paragraph 1, point (a).",
    ),
    "inserted": (
        row("inserted", None, NEW_ART),
        "New",
        "Nothing in the older draft became this.",
    ),
    "deleted": (
        row("deleted", OTHER, None),
        "No longer there",
        "Nothing in the newer draft came from this.",
    ),
}
BESIDE: dict[str, list[ChangeRow]] = {
    "renumbered-inside": [row("renumbered", ART, NEW_ART)],
    "split": [row("split", OTHER, NEW_ART_7)],
    "merged": [row("merged", OTHER, NEW_ART)],
}


def teller(rows: list[ChangeRow], *, old: bool = False, new: bool = False) -> Teller:
    known = [ART, PARA, OTHER, NEW_ART, NEW_ART_7, NEW_PARA]
    return Teller(rows, Names(known), old_partial=old, new_partial=new)


@pytest.mark.parametrize("name", SENTENCES)
def test_what_became_of_it(name: str) -> None:
    one, label, sentence = SENTENCES[name]
    told = teller([one, *BESIDE.get(name, [])]).tell(one)
    assert (told.label, told.sentence) == (label, sentence)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [row("split", OTHER, NEW_ART), row("split", OTHER, NEW_ART_7, certain=False)],
            "The words of article 9 went on in article 6 and article 7 (possibly).",
        ),
        (
            [row("merged", ART, NEW_ART), row("merged", OTHER, NEW_ART, certain=False)],
            "Article 5 and article 9 (possibly) are now together in article 6.",
        ),
        (
            [row("split", OTHER, one, certain=False) for one in (NEW_ART, NEW_ART_7)],
            "The words of article 9 went on in article 6 and article 7.",
        ),
        (
            [row("split", OTHER, one) for one in (NEW_ART, replace(NEW_ART, id="new#again"))],
            "The words of article 9 went on in 2 places of article 6.",
        ),
    ],
    ids=["split", "merged", "all-guessed", "same-name"],
)
def test_a_part_that_is_a_guess_is_called_one(rows: list[ChangeRow], said: str) -> None:
    sure = teller(rows)
    assert {sure.tell(one).sentence for one in rows} == {said}
    assert [sure.tell(one).label.startswith("Possibly") for one in rows] == [
        not one.certain for one in rows
    ]


@pytest.mark.parametrize(
    ("score", "other", "said"),
    [
        (0.45, OTHER, "By our reckoning 45% sure. The next best guess would be article 9 of the "
         "older draft."),
        (0.45, NEW_OTHER, "By our reckoning 45% sure. The next best guess would be article 9 of "
         "the newer draft."),
        (0.3, NEW_OTHER, "How likely it is, we cannot say. The next best guess would be article 9 "
         "of the newer draft."),
        (0.3, None, "How likely it is, we cannot say."),
    ],
    ids=["older", "newer", "last resort", "last resort, nothing else"],
)  # fmt: skip
def test_a_guess_is_called_one(score: float, other: ProvisionRow | None, said: str) -> None:
    beside = RunnerUp(other, 0.2) if other is not None else None
    one = row("renumbered", ART, NEW_ART, certain=False, runner_up=beside, score=score)
    told = teller([one]).tell(one)
    assert told.label == "Possibly: renumbered"
    assert told.instead == said
    assert told.doubtful


def test_a_score_of_the_last_resort_is_no_figure() -> None:
    assert rare.SCORE < FIGURED == engine.FLOOR < engine.SURE < HEADLINE


def test_an_option_drawn_around_a_text_is_no_split() -> None:
    option = provision("art_6__option_1", "Option 1", parent="art_6", kind="hcontainer", **NEW)
    option = replace(option, marks=(Mark("alternative", 0, 0, how="Option 1"),))
    inside = provision("art_6__option_1__para_1", parent="art_6__option_1", text="Rest.", **NEW)
    rows = [row("renumbered", UNNUMBERED, option), row("split", UNNUMBERED, inside)]
    names = Names([ART, UNNUMBERED, NEW_ART, NEW_PARA, option, inside])

    def told_of(rows: list[ChangeRow], one: ChangeRow) -> Told:
        return Teller(rows, names, old_partial=False, new_partial=False).tell(one)

    found = [told_of(rows, one) for one in rows]
    assert [one.says for one in found] == [False, True]
    assert (found[1].relation, found[1].label) == ("moved", "Now an alternative")
    assert found[1].sentence == "Was an unnumbered paragraph, now in option 1."
    more = [*rows, row("split", UNNUMBERED, NEW_PARA)]
    told = told_of(more, more[1])
    assert told.label == "Split"
    assert "option 1 and" not in told.sentence


def test_a_partial_document_does_not_delete_what_it_lacks() -> None:
    gone = row("deleted", OTHER, None)
    told = teller([gone], new=True).tell(gone)
    assert told.label == "Not covered"
    assert "may or may not be gone" in told.sentence


def test_a_partial_document_speaks_of_the_articles_it_has() -> None:
    rows = [row("same", ART, NEW_ART), row("deleted", PARA, None)]
    assert teller(rows, new=True).tell(rows[1]).label == "No longer there"


def test_what_a_partial_document_lacked_is_not_called_new() -> None:
    fresh = row("inserted", None, NEW_ART)
    told = teller([fresh], old=True).tell(fresh)
    assert told.label == "Not in the older document"
    assert "may or may not be new" in told.sentence
