"""What became of the articles: the picture and its table say the same, and are true."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from flask.testing import FlaskClient
from hypothesis import given

from tests.store.test_flow import article, drafts_with_links, made
from tests.web.reading import Page
from tracker.store import Library
from tracker.store.records.flow import ARRIVES, LEAVES
from web.overview.flow_picture import SLOT, picture
from web.overview.flow_ways import WORDS, bands, sums

ADDRESS = "/n/moon/flow"


@pytest.fixture
def page(client: FlaskClient) -> Page:
    return Page(client.get(ADDRESS).text)


def test_every_band_leads_to_its_row_and_says_the_same(client: FlaskClient) -> None:
    html = client.get(ADDRESS).text
    drawn = re.findall(
        r'<a class="band band-(\w+)[^"]*" href="#(flow-\d+-\d+)".*?<title>[^:]*: (\d+) article',
        html,
    )
    rows = dict(re.findall(r'<tr id="(flow-\d+-\d+)"(.*?)</tr>', html, re.S))
    assert {row for _, row, _ in drawn} == set(rows)
    for fate, row, count in drawn:
        leave, arrive = re.findall(r"<td>(\d+)</td>", rows[row])
        assert str(WORDS[fate].name) in rows[row]
        assert leave == (count if fate in LEAVES else "0")
        assert arrive == (count if fate in ARRIVES else "0")
        assert len(re.findall("<li>", rows[row])) == int(count)


def test_its_sums_are_the_articles_of_the_drafts(client: FlaskClient, library: Library) -> None:
    html = client.get(ADDRESS).text
    held = [one.articles for one in library.rounds("moon") if not one.draft.partial]
    assert held == [4, 3, 3]
    feet = re.findall(r"<tfoot>.*?<td>(\d+)</td><td>(\d+)</td>", html, re.S)
    assert feet == [(str(a), str(b)) for a, b in pairwise(held)]


def test_a_partial_document_is_left_out_in_words(page: Page) -> None:
    assert "Documents that cover only part of the text are left out: M/2" in page.text
    assert "From 4 articles in First draft to 3 articles in Final draft" in page.text


def test_one_article_is_not_told_as_several(client: FlaskClient) -> None:
    html = client.get(ADDRESS).text
    assert "1 was not found again: dropped" in html
    assert not re.search(r"\b1(</strong> <span>| )(were|are|stay|stand|kept their)\b", html)
    assert "3 kept their number" in html or "2 kept their number" in html


def test_fates_of_the_sample(client: FlaskClient, library: Library) -> None:
    """Article 3, a crime, is dropped in the second draft; that on observers gets its number. To
    compare the first and the last directly shows that it came back as a paragraph."""
    whole = [one for one in library.drafts("moon") if not one.partial]
    found = library.flow(whole)
    assert found is not None
    said = [(way.fate, way.old.number if way.old else "") for way in found.steps[0].ways]
    assert ("dropped", "Article 3") in said
    assert ("renumbered", "Article 4") in said
    direct = library.flow([whole[0], whole[-1]])
    assert direct is not None
    joined = [way for way in direct.steps[0].ways if way.fate == "joined"]
    assert [(way.old.number, way.new.number, way.certain) for way in joined] == [
        ("Article 3", "Article 2", False)
    ]
    assert (
        "became part of another article 1 of them possibly" in Page(client.get(ADDRESS).text).text
    )


@given(drafts_with_links())
def test_blocks_are_as_high_as_the_bands_on_each_side(
    drawn: tuple[list[list[tuple[str, str, bool, int]]], list[list[tuple[str, str, str, float]]]],
) -> None:
    every, links = drawn
    found = made(*every, links=links)
    rows = bands(found.steps)
    assert sum(len(row.ways) for row in rows) == sum(len(step.ways) for step in found.steps)
    shown = picture(found, rows)
    assert len(shown.paths) == len(rows)
    for n, draft in enumerate(found.drafts):
        for at, group in enumerate(draft.groups):
            leave = sum(row.leave for row in rows if (row.step, row.old) == (n, at))
            arrive = sum(row.arrive for row in rows if (row.step + 1, row.new) == (n, at))
            assert group.articles == leave or n == len(found.drafts) - 1
            assert group.articles == arrive or n == 0
    for one in shown.blocks:
        assert one.slot >= SLOT
        assert one.y + one.slot <= shown.height
    for column in {one.left for one in shown.blocks}:
        spans = sorted((one.y, one.y + one.slot) for one in shown.blocks if one.left == column)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_what_is_uncertain_is_a_band_of_its_own() -> None:
    units = [article("1"), article("2")]
    found = made(units, units, links=[[("1", "1", "same", 1.0), ("2", "2", "same", 0.4)]])
    assert [(row.certain, row.leave) for row in bands(found.steps)] == [(True, 1), (False, 1)]
    (kept,) = sums(found.steps[0].ways)
    assert (kept.articles, kept.possibly) == (2, 1)


def test_words_from_the_database_are_only_words(client: FlaskClient) -> None:
    html = client.get(ADDRESS).text
    assert "<script>alert" not in html
    assert "{{" not in html


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/n/qamar/flow", 200, "needs two drafts that cover the whole text. There is 1."),
        ("/n/qamar/flow?lang=ar", 200, "needs two drafts"),
        ("/n/moon/flow?lang=xx", 404, "no draft in the language “xx”"),
        ("/n/moon/flow?lang=%00", 400, "not a language code"),
        ("/n/nowhere/flow", 404, "no negotiation called “nowhere”"),
    ],
)
def test_what_is_not_there_is_explained(
    client: FlaskClient, path: str, status: int, said: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in Page(answer.text).text


def test_it_is_found_from_the_other_questions(client: FlaskClient) -> None:
    assert ADDRESS in Page(client.get("/n/moon").text).links
