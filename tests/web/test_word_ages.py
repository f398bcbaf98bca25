"""How old each word is: the page of a provision, that of a negotiation, and the ways to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.store.lamps import drafts as lamps_drafts
from tests.store.lamps import made
from tests.web.reading import Page
from tracker.store import Library
from tracker.store.records.ages import WordCohort
from web import create_app
from web.shelf import EXTENSION
from web.text.age_pieces import LINES, shade
from web.wording.survival import survival

NIGHT = "for every ship that comes in by night"


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("ages") / "lamps.db")


@pytest.fixture(scope="module")
def lit(lamps: Path) -> Iterator[FlaskClient]:
    app = create_app(lamps)
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The same, of which the second draft alone is a paraphrase."""
    drafts = lamps_drafts()
    drafts[1] = replace(drafts[1], source=replace(drafts[1].source, standing="paraphrase"))
    app = create_app(made(tmp_path_factory.mktemp("half") / "lamps.db", drafts))
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def article(lamps: Path) -> str:
    with Library(lamps) as library:
        found = library.resolve("moon", "article 1")
    assert found is not None
    return f"/t/{found.thread_id}/words"


def heard(html: str) -> str:
    """The text of a page as a screen reader has it."""
    return Page(re.sub(r'<span class="age-n[^>]* aria-hidden="true">[^<]*</span>', "", html)).text


def test_each_word_bears_its_round(lit: FlaskClient, article: str) -> None:
    html = lit.get(f"{article}?draft=L/4").text
    page = Page(html)
    assert len(page.all("h1")) == 1
    assert page.ids_twice() == []
    assert f"longest pier [round 1, back in round 4: {NIGHT}], [round 2: and a bell" in heard(html)
    assert "[round 3: A keeper shall carry a whistle made of tin [deleted in round 5]]" in heard(
        html
    )
    titles = [
        one.get("title") for one in page.all("span") if one.get("class", "").startswith("age tint")
    ]
    assert "Entered in round 1 (L/1), out in round 3 (L/3), back in round 4 (L/4)." in titles
    assert "Entered in round 2 (L/2); deleted in round 5 (L/5)." in titles


def test_rounds_are_told_by_more_than_colour(lit: FlaskClient, article: str) -> None:
    html = lit.get(f"{article}?draft=L/4").text
    classes = re.findall(r'<span class="(age tint-\d line-\d[^"]*)" title', html)
    assert len(set(classes)) == 4
    assert sum("back" in one for one in classes) == 1
    assert 'aria-hidden="true">1↩4</span>' in html
    assert 'aria-hidden="true">✕5</span>' in html


def test_the_last_draft_is_shown_unless_one_is_asked_for(lit: FlaskClient, article: str) -> None:
    page = Page(lit.get(article).text)
    assert "As it stands in round 5 (L/5)" in page.text
    current = [one["href"] for one in page.all("a") if one.get("aria-current") == "page"]
    assert current == [f"{article}?draft=L/5"]
    assert [link for link in page.links if link.startswith(f"{article}?draft=")] == [
        f"{article}?draft=L/{n}" for n in range(1, 6)
    ]


def test_the_counts_are_those_of_the_text(lit: FlaskClient, article: str) -> None:
    page = Page(lit.get(f"{article}?draft=L/4").text)
    assert "43 words, of 3 rounds. The newest entered in round 3 (L/3)," in page.text
    assert "A keeper shall carry a whistle made of tin." in page.text
    pictures = [one["aria-label"] for one in page.all("svg") if one.get("role") == "img"]
    assert pictures == ["Round 1: 24 words; Round 2: 10 words; Round 3: 9 words"]
    table = page.text[page.text.index("The same as a table") :]
    assert "5 runs of words" in table
    assert f"{NIGHT}article 181Entered in round 1 (L/1), out in round 3 (L/3), back" in table


def test_what_was_deleted(lit: FlaskClient, article: str) -> None:
    text = Page(lit.get(article).text).text
    deleted = text[text.index("What was deleted from it") :]
    assert (
        f"In round 3 (L/3) … keep one lamp lit on the longest pier [Removed: {NIGHT}], and a bell"
        in deleted
    )
    assert "They had entered in round 1 (L/1), 2 rounds before. Back in round 4 (L/4)." in deleted
    assert "In round 5 (L/5)" in deleted
    assert "No words were deleted from it" in Page(lit.get(f"{article}?draft=L/2").text).text


STANDS = [
    pytest.param("L/1", 0, 0, 0, id="before the paraphrase"),
    pytest.param("L/2", 1, 1, 0, id="the paraphrase"),
    pytest.param("L/3", 1, 0, 1, id="words of it deleted"),
    pytest.param("L/4", 1, 0, 1, id="deleted earlier"),
]


@pytest.mark.parametrize(("shown", "above", "beside", "deleted"), STANDS)
def test_a_paraphrase_that_only_gave_words_is_told_as_such(
    half: FlaskClient, article: str, shown: str, above: int, beside: int, deleted: int
) -> None:
    html = half.get(f"{article}?draft={shown}").text
    said = '<p class="beside"><strong>', '<span class="beside-small">Paraphrase'
    assert html.count('class="notice"') == above
    assert [html.count(one) for one in said] == [beside, deleted]
    start = html.index('id="deleted"')
    assert html.count(said[1], start) == deleted


def test_a_paraphrase_that_will_delete_words_is_told_as_such(tmp_path: Path, article: str) -> None:
    drafts = lamps_drafts()
    drafts[2] = replace(drafts[2], source=replace(drafts[2].source, standing="paraphrase"))
    app = create_app(made(tmp_path / "lamps.db", drafts))
    try:
        html = app.test_client().get(f"{article}?draft=L/2").text
    finally:
        app.extensions[EXTENSION].close()
    assert "deleted in round 3" in html
    assert html.count('class="notice"') == 1


def test_a_draft_that_does_not_hold_it(lit: FlaskClient, lamps: Path) -> None:
    with Library(lamps) as library:
        oil = library.resolve("moon", "article 2")
    assert oil is not None
    path = f"/t/{oil.thread_id}/words"
    page = Page(lit.get(path).text)
    assert "3, not in this draft" in page.text
    assert lit.get(f"{path}?draft=L/3").status_code == 404
    assert lit.get(f"{path}?draft=L/9").status_code == 404


def test_every_address_leads_to_the_thread(lit: FlaskClient, lamps: Path, article: str) -> None:
    with Library(lamps) as library:
        last = library.drafts("moon")[-1]
        address = library.provisions(last.id)[0].address
    answer = lit.get(f"/t/{address}/words?draft=L/2")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{article}?draft=L/2"
    assert lit.get("/t/000000000000/words").status_code == 404


def test_what_is_left_of_each_round(lit: FlaskClient) -> None:
    page = Page(lit.get("/n/moon/words").text)
    assert len(page.all("h1")) == 1
    assert page.ids_twice() == []
    assert "Of the 38 words of the last draft, 100% entered in round 1 (L/1)." in page.text
    pictures = [one["aria-label"] for one in page.all("svg") if one.get("role") == "img"]
    assert pictures[3] == "24 words of round 1, 10 words of round 2, 9 words of round 3"
    assert "Round 2 L/20%not yet1010100" in page.text
    back = page.text[page.text.index("Words that were deleted and came back") :]
    assert f"{NIGHT} Out in round 3 (L/3), back in round 4 (L/4); entered in round 1 (L/1)." in back


def test_changed_and_changed_back(lit: FlaskClient) -> None:
    text = Page(lit.get("/n/moon/words?old=L/1&new=L/5").text).text
    between = text[text.index("Between round 1 (L/1) and round 5 (L/5)") :]
    assert "across the bay In since round 2 (L/2), out in round 5 (L/5)." in between
    assert f"{NIGHT} Out in round 3 (L/3), back in round 4 (L/4)." in between
    assert "Show 1 smaller thing too" in between
    every = Page(lit.get("/n/moon/words?old=L/1&new=L/5&show=all").text).text
    assert "1 smaller thing: headings, numbers" in every
    near = Page(lit.get("/n/moon/words?old=L/1&new=L/2").text).text
    assert "No draft stands between these two" in near


def test_drafts_in_the_wrong_order_are_turned(lit: FlaskClient) -> None:
    answer = lit.get("/n/moon/words?old=L/5&new=L/2")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/n/moon/words?old=L/2&new=L/5#between"
    assert lit.get("/n/moon/words?old=L/9").status_code == 404
    assert lit.get("/n/moon/words?show=some").status_code == 400


def test_the_ways_there(lit: FlaskClient, article: str) -> None:
    thread = Page(lit.get(article.removesuffix("/words")).text)
    assert article in thread.links
    assert f"{article}?draft=L/3" in thread.links
    compared = Page(lit.get("/n/moon/compare?old=L/1&new=L/5").text)
    assert "4 passages were changed between these two drafts and changed back" in compared.text
    assert "/n/moon/words?old=L/1&new=L/5#between" in compared.links
    near = Page(lit.get("/n/moon/compare?old=L/1&new=L/2").text)
    assert "changed back" not in near.text
    assert "/n/moon/words" in Page(lit.get("/n/moon").text).links


def test_where_nobody_has_looked(client: FlaskClient, library: Library) -> None:
    qamar = library.drafts("qamar")[0]
    address = library.provisions(qamar.id)[0].thread_id
    for path in ("/n/qamar/words", f"/t/{address}/words"):
        page = Page(client.get(path).text)
        assert "have not been looked at yet. Run tracker build" in page.text
        assert len(page.all("h1")) == 1


def test_every_provision_of_the_sample_has_a_sound_page(
    client: FlaskClient, library: Library
) -> None:
    for row in library.threads("moon").rows:
        answer = client.get(f"/t/{row.thread_id}/words")
        assert answer.status_code == 200
        page = Page(answer.text)
        assert page.ids_twice() == []
        assert "<script>alert" not in answer.text
        assert not [one for _, tag in page.tags for one in tag if one == "style"]


@pytest.mark.parametrize("rounds", [2, 5, 10, 40])
def test_neighbouring_rounds_never_look_alike(rounds: int) -> None:
    shades = [shade(n, rounds) for n in range(1, rounds + 1)]
    assert all(one != other for one, other in pairwise(shades))
    assert shades[0] == "tint-0 line-0"
    assert shades[-1].startswith("tint-5")
    assert {one.split()[1] for one in shades} == {f"line-{n}" for n in range(min(rounds, LINES))}


def test_a_bar_is_as_long_as_its_draft(lamps: Path) -> None:
    with Library(lamps) as library:
        rounds = library.drafts("moon")[:2]
    cohorts = [WordCohort(1, 80, {1: 80, 2: 60}), WordCohort(2, 40, {2: 40})]
    found = survival(cohorts, rounds)
    assert found is not None
    assert [[(one.at, one.width) for one in bar.segments] for bar in found.bars] == [
        [(0, 80)],
        [(0, 60), (60, 40)],
    ]
    assert [(row.last, row.share) for row in found.rows] == [(60, 0.75), (40, 1)]
    assert survival([], rounds) is None


def test_what_is_not_sure_is_told_so(client: FlaskClient, library: Library) -> None:
    last = library.resolve("moon", "art_2__para_2")
    assert last is not None
    html = client.get(f"/t/{last.thread_id}/words").text
    assert "[possibly round 1, back in round 4: a lunar navigation beacon]" in heard(html)
    assert 'aria-hidden="true">1?↩4</span>' in html
    text = Page(html).text
    assert "? says possibly" in text
    assert "“a lunar navigation beacon” and “State”: possibly back in round 4" in text
    assert "The age of 5 words is not sure." in text
    back = Page(client.get("/n/moon/words").text).text
    back = back[back.index("Words that were deleted and came back") :]
    assert "Not sure, since it is only likely" in back
    assert "Possibly a lunar navigation beacon Out in round 3 (Second draft)" in back
