"""Findings on the pages: what a reader is told first, by kind, beside each change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.store import lamps
from tests.store.helpers import build, drafts
from tests.store.test_findings import painted
from tests.web import sample
from tracker.model import Hunk
from tracker.store import Library
from tracker.store.records import FindingRow
from web import create_app
from web.changes.compare import spoken_of
from web.changes.findings import Said
from web.shelf import EXTENSION
from web.terms.plain import FINDINGS
from web.text import diffs

__all__ = ["painted"]

LAST = "/n/moon/compare?old=M/3&new=M/4 <b>"
PAIRS = [f"old={old}&new={new}" for old, new in sample.pairs()]


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.get_data(as_text=True).split())


def visible(page: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", page))


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Pages of a database in which nobody looked for findings."""
    path = build(tmp_path_factory.mktemp("unseen") / "moon.db", drafts()[:2])
    app = create_app(path)
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def buoys(painted: Path) -> Iterator[FlaskClient]:
    app = create_app(painted)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def test_a_comparison_begins_with_what_one_should_know(client: FlaskClient) -> None:
    page = text(client, LAST)
    know, short, every = (page.index(f'id="{one}"') for one in ("know", "overview", "changes"))
    told = page.index("“shall” became “may”: what was a duty is now an option")
    assert know < told < short < every
    assert "Duties, options, bans</span>" in page[know:told]
    assert page.count("“shall” became “may”: what was a duty is now an option") == 2


def test_a_card_tells_its_findings(client: FlaskClient, library: Library) -> None:
    page = text(client, LAST)
    (anchor,) = set(re.findall(r'href="[^"]*(#f-[0-9a-f]+)"', page[: page.index('id="overview"')]
                               .split("what was a duty is now an option")[1].split("</li>")[0]))  # fmt: skip
    assert f'id="{anchor[1:]}"' in page[page.index('id="changes"') :]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_finding_leads_to_its_change(client: FlaskClient, pair: str) -> None:
    compared = text(client, f"/n/moon/compare?{pair}")
    there = set(re.findall(r'id="(f-[0-9a-f]+)"', compared))
    for page in (compared, text(client, f"/n/moon/changes?{pair}")):
        asked = set(re.findall(r"#(f-[0-9a-f]+)\"", page))
        assert asked <= there
    assert len(there) == compared.count('id="f-')


def test_one_kind_alone(client: FlaskClient) -> None:
    page = text(client, f"{LAST}&kind=force")
    assert "Only changes of the kind “duties, options, bans” are shown." in page
    assert page.count('<article class="card') == 1
    assert "Show all changes" in page
    assert "1 of 1" in page
    everything = text(client, LAST)
    assert everything.count('<article class="card') > 1
    assert "kind=force" in everything


def test_a_kind_that_there_is_not(client: FlaskClient) -> None:
    page = text(client, f"{LAST}&kind=penalty")
    assert "No change of this kind." in page
    assert '<article class="card' not in page
    for address in (f"{LAST}&kind=lamps", "/n/moon/changes?kind=lamps"):
        assert client.get(address).status_code == 400


def test_drafts_the_wrong_way_round_keep_the_kind(client: FlaskClient) -> None:
    for page in ("compare", "changes"):
        answer = client.get(f"/n/moon/{page}?old=M/3&new=M/1&kind=gone")
        assert answer.status_code == 302
        assert "kind=gone" in answer.headers["Location"]
        assert "old=M/1&new=M/3" in answer.headers["Location"]


def test_all_changes_by_kind(client: FlaskClient, library: Library) -> None:
    page = text(client, "/n/moon/changes")
    assert "The changes from" in page
    ends = {one.symbol: one.id for one in library.drafts("moon")}
    comparison = library.comparison(ends["M/1"], ends["M/4 <b>"])
    assert comparison is not None
    found = library.findings(comparison.comparison.id).findings
    assert found
    heads = [kind for kind in FINDINGS if any(one.kind == kind for one in found)]
    assert re.findall(r'<h2 id="kind-([a-z]+)"', page) == heads
    for kind in heads:
        count = sum(one.kind == kind for one in found)
        heading = re.search(rf'<h2 id="kind-{kind}">(.*?)</h2>', page)
        assert heading is not None
        assert re.sub("<[^>]*>", "", heading[1]) == (
            f"{FINDINGS[kind][0]} ({count} {'sentence' if count == 1 else 'sentences'})"
        )
    said = visible(page)
    for one in found:
        assert (
            " ".join(one.sentence.removeprefix("Possibly: ").split(" Uncertain, ")[0].split())
            in said
        )
        assert one.certain or f"Why possibly: {one.why}." in said
    only = text(client, "/n/moon/changes?kind=force")
    assert re.findall(r'<h2 id="kind-([a-z]+)"', only) == ["force"]


def test_a_negotiation_tells_the_way_from_the_first_draft_to_the_last(client: FlaskClient) -> None:
    page = text(client, "/n/moon")
    know, rounds = page.index('<h2 id="know">'), page.index('<h2 id="rounds">')
    assert know < page.index("what was a duty is now an option") < rounds
    after = page[rounds:]
    assert "“shall” became “may”: what was a duty is now an option" in after
    assert "All changes since round 3 in sentences" in after
    first = re.search(r'href="(/n/moon/compare[^"]*)#(f-[0-9a-f]+)"', page[know:rounds])
    assert first is not None
    assert f'id="{first[2]}"' in text(client, unescape(first[1]))


def test_a_thread_tells_what_was_found_in_each_round(client: FlaskClient, library: Library) -> None:
    provision = library.resolve("moon", "article 3")
    assert provision is not None
    page = text(client, f"/t/{provision.thread_id}")
    told = page.index("“shall” became “may”: what was a duty is now an option")
    assert page.index("What happened") < told < page.index("Round by round")
    assert "what was a duty is now an option" in page[page.index("Round by round") :]


def test_a_thread_tells_that_it_is_gone(client: FlaskClient, library: Library) -> None:
    draft = library.draft("moon", "M/1")
    assert draft is not None
    beacons = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    page = text(client, f"/t/{beacons.thread_id}")
    gone = page.index("“Damage to beacons”) is gone: “Each State shall make it a crime")
    # The second draft covers only part of the text; the third is the first without it.
    assert page.index("Second draft") < gone < page.index("Final draft", gone)


@pytest.mark.parametrize("page", ["", "/compare", "/changes"])
def test_nobody_looked_yet(unseen: FlaskClient, page: str) -> None:
    said = text(unseen, f"/n/moon{page}")
    assert "were not looked at for findings yet" in said
    assert "<code>tracker build</code>" in said


@pytest.mark.parametrize("page", ["compare", "changes"])
def test_a_paraphrase_that_a_sentence_names_is_told_as_such(tmp_path: Path, page: str) -> None:
    rounds = lamps.drafts()
    rounds[1] = replace(rounds[1], source=replace(rounds[1].source, standing="paraphrase"))
    app = create_app(lamps.made(tmp_path / "lamps.db", rounds))
    try:
        named = text(app.test_client(), f"/n/moon/{page}?old=L/3&new=L/5")
        left_out = text(app.test_client(), f"/n/moon/{page}?old=L/3&new=L/5&kind=gone")
        between = text(app.test_client(), f"/n/moon/{page}?old=L/3&new=L/4")
    finally:
        app.extensions[EXTENSION].close()
    assert "it was last Article 2 “Oil” of L/2" in named
    assert [one.count('class="notice"') for one in (named, left_out, between)] == [1, 0, 0]


NAMED = [
    pytest.param("it was last Article 5 of A/1 (July 2030)", ["A/1"], id="a symbol"),
    pytest.param("until A/1/Rev.1 (July 2030) it was", ["A/1/Rev.1"], id="one that begins alike"),
    pytest.param("it came in with A/10.", ["A/10"], id="at the end"),
    pytest.param("it was last in BA/1, A/1/Add.2 and A/100", [], id="none"),
]


@pytest.mark.parametrize(("sentence", "others"), NAMED)
def test_which_drafts_a_sentence_names(library: Library, sentence: str, others: list[str]) -> None:
    symbols = ("A/1", "A/10", "A/1/Rev.1", "O", "N")
    rounds = [replace(library.drafts("moon")[0], id=one, symbol=one) for one in symbols]
    row = FindingRow(
        *("", "", 1, True, "new", sentence, True, "", (), (), ()), thread_id=None, covered=True
    )
    found = spoken_of(rounds, rounds[-2], rounds[-1], [Said(row)])
    assert [one.symbol for one in found] == [*others, "O", "N"]


def test_what_only_prints_otherwise_is_plain(buoys: FlaskClient) -> None:
    page = text(buoys, "/n/buoys/compare")
    card = page[page.index("Paint</span></h3>") : page.index("Crews</span></h3>")]
    assert "Only quotation marks, spelling or layout differ." in card
    plain, exact = card.split("Show the exact differences")
    assert "<del>" not in plain + card.split("</details>")[-1]
    assert "<ins>" in exact
    assert "<del>" in exact


def test_a_reference_that_follows_the_numbering_says_what_it_was(buoys: FlaskClient) -> None:
    page = text(buoys, "/n/buoys/compare")
    card = page[page.index("Crews</span></h3>") :]
    assert "The list under article 2 (was 1; it follows the new numbering) is read" in visible(card)
    assert "<del>" not in card[: card.index("</article>")]


E, D, N = "equal", "delete", "insert"
DRAWN = {
    "quotation marks": (
        [(E, "the "), (D, '"buoy"'), (N, "“buoy”"), (E, " is")],
        {1: "trivial", 2: "trivial"},
        "the “buoy” is",
    ),
    "a number that follows": (
        [(E, "article "), (D, "1"), (N, "2"), (E, ", if")],
        {1: "numbering", 2: "numbering"},
        "article 2 (was 1; it follows the new numbering), if",
    ),
    "two numbers with one between that stayed": (
        [(E, "articles "), (D, "4 to "), (E, "7"), (N, " to 10"), (E, " of")],
        {1: "numbering", 3: "numbering"},
        "articles 7 to 10 (was 4 to 7; it follows the new numbering) of",
    ),
    "far apart": (
        [(D, "1"), (N, "2"), (E, " and all the others with "), (D, "3"), (N, "4")],
        {0: "numbering", 1: "numbering", 3: "numbering", 4: "numbering"},
        "2 (was 1; it follows the new numbering) and all the others with 4 (was 3; it follows the "
        "new numbering)",
    ),
    "beside a change": (
        [(D, "1"), (N, "2"), (D, "lamps"), (N, "oil")],
        {0: "numbering", 1: "numbering"},
        "2 (was 1; it follows the new numbering)[Removed: lamps] [Added: oil] ",
    ),
    "nothing but what went": ([(D, "  "), (E, "lamps")], {0: "trivial"}, "lamps"),
}


@pytest.mark.parametrize(("hunks", "light", "drawn"), DRAWN.values(), ids=DRAWN)
def test_light_hunks(hunks: list[tuple[str, str]], light: dict[int, str], drawn: str) -> None:
    made = [Hunk(operation, said) for operation, said in hunks]
    assert visible(str(diffs.markup(made, diffs.Marked(light=light)))) == drawn
    assert visible(str(diffs.shortened(made, diffs.Marked(light=light))[0])) == drawn
    exact = str(diffs.markup(made))
    assert exact.count("<del>") == sum(op == D and bool(said.strip()) for op, said in hunks)
