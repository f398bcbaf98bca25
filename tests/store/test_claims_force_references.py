"""Claims, how much provisions oblige, and references: as rows, as views, and as they are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import harbours
from tests.store.helpers import dump, put
from tracker.model import Check, CheckName, CheckScope, Claim
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.claims import AROUND
from tracker.store.records.drafts import DraftRow


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return harbours.build(tmp_path_factory.mktemp("harbours") / "harbours.db")


@pytest.fixture(scope="module")
def rows(database: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    yield conn
    conn.close()


@pytest.fixture(scope="module")
def library(database: Path) -> Iterator[Library]:
    with Library(database) as found:
        yield found


@pytest.fixture(scope="module")
def rounds(library: Library) -> list[DraftRow]:
    return library.drafts("harbours")


WORDS = st.text("ab “,%\n\u0661\U0001f6a2", min_size=1, max_size=6)
CHECKS = st.builds(
    Check,
    check=st.sampled_from(get_args(CheckName)),
    words=st.lists(WORDS, max_size=3).map(tuple),
    exact=st.booleans(),
    any=st.booleans(),
    where=st.sampled_from(get_args(CheckScope)),
    provision=st.sampled_from(["", "art_1"]),
    symbol=st.sampled_from(["", "H/1"]),
    function=st.sampled_from(["", "offence"]),
    target=st.sampled_from(["", "art_2"]),
)
SAID = st.builds(
    Claim,
    *(st.sampled_from(["", "art_1"]), WORDS, WORDS, st.just("2031"), st.just("H/1")),
    document=st.sampled_from(["", "H/ANNEX"]),
    checks=st.lists(CHECKS, max_size=3).map(tuple),
    unsettled=st.sampled_from(["", "whether it is"]),
    note=st.sampled_from(["", "A note."]),
)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("claims") / "claims.db"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims=st.lists(SAID, max_size=3).map(tuple))
def test_a_negotiation_comes_back_with_all_that_is_said_of_its_claims(
    scratch: Path, claims: tuple[Claim, ...]
) -> None:
    described = harbours.negotiation(claims)
    with open_database(scratch) as store:
        store.put_negotiation(described)
        assert store.negotiation("harbours") == described


def test_each_claim_is_one_row_with_its_verdict(rows: sqlite3.Connection) -> None:
    found = rows.execute("SELECT * FROM claims_judged ORDER BY ordinal").fetchall()
    assert tuple(row["state"] for row in found) == harbours.STATES
    first, second = found[:2]
    assert (first["number"], first["symbol"]) == ("Article 4", "H/3")
    assert first["stands"] == "H/1: Article 3; H/2: not covered; H/3: Article 4; H/4: Article 4"
    assert first["checks"].startswith("holds: In Article 4 of H/3 stands “privacy”. | holds: ")
    assert first["thread_id"] is not None
    assert "1 of 2 points" in second["verdict"]
    assert "every tower" in second["verdict"]
    assert found[4]["checks"].endswith("nothing follows for its official text.")
    assert found[5]["provision_id"] is None


def test_the_words_behind_a_check_stand_where_the_row_says(rows: sqlite3.Connection) -> None:
    found = rows.execute(
        "SELECT claim_evidence.*, substr(CASE field WHEN 'text' THEN text ELSE heading END, "
        "text_start + 1, text_end - text_start) AS there "
        "FROM claim_evidence JOIN provisions ON provisions.id = provision_id "
        "ORDER BY claim_ordinal, check_ordinal, claim_evidence.ordinal"
    ).fetchall()
    assert [row["words"] for row in found] == ["privacy", "may", "windows", "windows"]
    assert all(row["words"] == row["there"] for row in found)


def test_a_claim_follows_its_provision_to_another_number(library: Library) -> None:
    def about(eid: str) -> list[str]:
        found = library.claims_judged("harbours", [f"harbours:H/1@en#{eid}"])
        return [one.claim.text for one in found]

    assert about("art_3") == [
        "The safeguards protect privacy now.",
        "Good safeguards.",
        "It names the windows.",
    ]
    assert about("art_1__para_1") == ["Ports must keep their lamps lit."]
    assert about("art_4") == []


def test_a_claim_is_read_with_its_checks_and_places(library: Library) -> None:
    first, *_, paraphrased, never, document = library.claims_judged("harbours")
    assert first.claim == harbours.CLAIMS[0]
    assert first.reason.startswith("Both points that can be checked hold. First: ")
    assert first.own is not None
    assert first.own.number == "Article 4"
    (passage,) = first.checks[0].evidence
    assert ("privacy", True) in passage.segments
    assert "".join(text for text, _ in passage.segments).endswith("the privacy of the crew.")
    assert [one.presence for one in first.places] == ["there", "not covered", "there", "there"]
    (check,) = paraphrased.checks
    assert (check.found, check.outcome) == ("holds", "cannot be told")
    assert "nothing follows" in check.caveat
    assert (never.own, never.checks, document.places) == (None, (), ())


def test_words_far_apart_are_shown_without_what_is_between() -> None:
    from tracker.store.claims import _segments

    text = f"one {'x ' * AROUND}two {'y ' * (2 * AROUND)}three {'z ' * AROUND}end"
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("two", "three")]
    found = list(_segments(text, spans))
    assert [words for words, marked in found if marked] == ["two", "three"]
    assert sum(len(words) for words, _ in found) < 5 * AROUND
    assert all("…" in words for words, marked in found if not marked and "y" not in words)
    assert [*_segments("two", [(0, 3)])] == [("two", True)]


def test_a_draft_is_counted_without_its_preamble(rows: sqlite3.Connection) -> None:
    found = rows.execute("SELECT * FROM force_by_draft ORDER BY round").fetchall()
    kinds = ("duties", "options", "bans", "encouragements", "qualifiers", "safeguards")
    assert [tuple(row[kind] for kind in kinds) for row in found] == [
        (2, 0, 1, 0, 0, 0),
        (2, 0, 0, 0, 0, 0),
        (1, 1, 1, 0, 0, 1),
        (1, 1, 1, 0, 0, 1),
    ]
    first = found[0]
    assert first["duties_per_1000_words"] == round(2000 / first["operative_words"], 1)
    (should,) = rows.execute("SELECT * FROM force_words WHERE operative = 0 LIMIT 1").fetchall()
    assert (should["words"], should["kind"]) == ("should", "encouragement")


def test_the_words_of_force_stand_where_the_row_says(rows: sqlite3.Connection) -> None:
    found = rows.execute(
        "SELECT words, substr(text, text_start + 1, text_end - text_start) AS there "
        "FROM force_words JOIN provisions ON provisions.id = provision_id"
    ).fetchall()
    assert len(found) == 16
    assert all(row["words"] == row["there"] for row in found)


def test_an_article_is_counted_with_all_inside_it_under_one_name(rows: sqlite3.Connection) -> None:
    found = rows.execute(
        "SELECT symbol, number, duties, options FROM force_by_article "
        "WHERE provision = 'Article 1 Lamps on the pier' ORDER BY round"
    ).fetchall()
    assert [tuple(row) for row in found] == [
        ("H/1", "Article 1", 1, 0),
        ("H/2", "Article 1", 1, 0),
        ("H/3", "Article 1", 0, 1),
        ("H/4", "Article 1", 0, 1),
    ]


def test_force_is_read_by_draft_and_by_article(library: Library, rounds: list[DraftRow]) -> None:
    counts = library.force(rounds)
    assert [one.counts["duty"] for one in counts] == [2, 2, 1, 1]
    assert {one.looked_at for one in counts} == {True}
    articles = {one.label: one for one in library.force_of_articles(rounds[0], rounds[2])}
    lamps, boats = (
        articles["Article 1 Lamps on the pier"],
        articles["Article 3 Boats of the pilots"],
    )
    assert (lamps.old_words, lamps.new_words) == ({"duty": ("shall",)}, {"option": ("may",)})
    assert (boats.old, boats.new is None, boats.certain) == (None, False, True)
    own = library.force_of(["harbours:H/3@en#art_4", "harbours:H/3@en#rec_nn_1"])
    assert own == {"harbours:H/3@en#art_4": {"ban": 1, "safeguard": 1}}


LED = [
    pytest.param("stale", "Article 5 Fees for the light", "“article 3” stayed", id="left behind"),
    pytest.param("repointed", "Article 6 Gulls on the masts", "“article 1” leads to", id="turned"),
]


@pytest.mark.parametrize(("outcome", "provision", "sentence"), LED)
def test_references_that_point_elsewhere(
    rows: sqlite3.Connection, outcome: str, provision: str, sentence: str
) -> None:
    (row,) = rows.execute(
        "SELECT * FROM references_that_point_elsewhere WHERE outcome = ? AND old_symbol = 'H/1' "
        "AND new_symbol = 'H/3'",
        (outcome,),
    ).fetchall()
    assert (row["provision"], row["sure"]) == (provision, 1)
    assert sentence in row["sentence"]
    assert row["new_words"] in row["sentence"]


def test_what_led_nowhere_before_does_not_point_elsewhere(rows: sqlite3.Connection) -> None:
    found = rows.execute("SELECT DISTINCT outcome FROM references_that_point_elsewhere").fetchall()
    assert {row[0] for row in found} == {"stale", "repointed"}
    nowhere = rows.execute("SELECT symbol, words, sure FROM references_that_lead_nowhere")
    assert sorted(tuple(row) for row in nowhere) == [
        (symbol, "article 99", 1) for symbol in ("H/1", "H/3", "H/4")
    ]


def test_a_reference_stands_where_its_row_says_and_leads_to_a_provision(
    rows: sqlite3.Connection,
) -> None:
    found = rows.execute(
        "SELECT words, leads, target_provision_id, own_start, own_end, text_start, text_end, "
        "substr(text, text_start + 1, text_end - text_start) AS there "
        "FROM cross_references JOIN provisions ON provisions.id = provision_id"
    ).fetchall()
    assert len(found) == 13
    for row in found:
        assert row["words"] == row["there"]
        assert row["text_start"] <= row["own_start"] < row["own_end"] <= row["text_end"]
        assert (row["target_provision_id"] is not None) == (row["leads"] == "exact")


def test_what_only_follows_the_numbering_is_counted(
    library: Library, rounds: list[DraftRow]
) -> None:
    found = library.reference_changes(rounds[0], rounds[2])
    assert dict(found.counts) == {"consequential": 1, "stale": 1, "repointed": 1, "dangling": 1}
    assert [one.outcome for one in found.changes] == ["stale", "repointed", "dangling"]
    stale = found.changes[0]
    assert stale.became is not None
    assert (stale.became.number, stale.became.heading) == ("Article 4", "Safeguards of sailors")
    counted = library.references(rounds)
    assert [(one.within, one.unclear, len(one.nowhere)) for one in counted] == [
        (3, 0, 1),
        (0, 1, 0),
        (3, 0, 1),
        (3, 0, 1),
    ]


def test_the_order_of_ingestion_leaves_no_trace(database: Path, tmp_path: Path) -> None:
    other = harbours.build(tmp_path / "other.db", order=-1)
    assert dump(other) == dump(database)


def test_the_same_again_does_not_touch_the_file(tmp_path: Path) -> None:
    path = harbours.build(tmp_path / "again.db")
    before = path.read_bytes()
    with open_database(path) as store:
        store.put_negotiation(harbours.negotiation())
        assert not analyse(store, "harbours", "en")
    assert path.read_bytes() == before


def test_a_draft_that_is_replaced_leaves_nothing_stale(tmp_path: Path) -> None:
    path = harbours.build(tmp_path / "replaced.db")
    last = harbours.drafts()[3]
    shorter = replace(last, provisions=last.provisions[:-1])
    with open_database(path) as store:
        put(store, shorter, replacing=True)
        analyse(store, "harbours", "en")
    conn = sqlite3.connect(path)
    for name in ("force_words", "cross_references", "claim_evidence"):
        gone = f"SELECT count(*) FROM {name} WHERE provision_id = 'harbours:H/4@en#art_6'"
        assert conn.execute(gone).fetchone() == (0,)
    assert not conn.execute("PRAGMA foreign_key_check").fetchall()
    pairs = {row[0] for row in conn.execute("SELECT comparison_id FROM reference_changes")}
    assert "harbours:H/3@en → harbours:H/4@en" not in pairs
    conn.close()


def test_a_claim_that_is_withdrawn_goes_with_its_verdict(tmp_path: Path) -> None:
    path = harbours.build(tmp_path / "withdrawn.db")
    with open_database(path) as store:
        store.put_negotiation(harbours.negotiation(harbours.CLAIMS[:1]))
        analyse(store, "harbours", "en")
    conn = sqlite3.connect(path)
    tables = ("claim_checks", "claim_verdicts", "claim_check_results", "claim_places")
    counts = [conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables]
    assert counts == [2, 1, 2, 4]
    conn.close()


def test_without_an_analysis_nothing_is_known(tmp_path: Path) -> None:
    path = harbours.build(tmp_path / "early.db", analysed=False)
    with Library(path) as library:
        rounds = library.drafts("harbours")
        assert {one.state for one in library.claims_judged("harbours")} == {None}
        assert {one.looked_at for one in library.force(rounds)} == {None}
        assert {one.looked_at for one in library.references(rounds)} == {None}
        assert library.reference_changes(rounds[0], rounds[2]).changes == ()
