"""One name, one number: what became of articles is counted alike on every page that tells it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from shutil import copyfile

import pytest
from flask.testing import FlaskClient

from tests.web import counted
from tests.web.reading import Page
from web import create_app
from web.shelf import EXTENSION


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ferry") / "ferry.db"
    counted.make(path)
    return path


@pytest.fixture(scope="module")
def ferry(database: Path) -> Iterator[FlaskClient]:
    app = create_app(database)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def compared(client: FlaskClient) -> dict[str, int]:
    html = client.get("/n/ferry/compare", follow_redirects=True).text
    return {
        unescape(name): int(count) for name, count in re.findall(r"<dt>([^<]+)</dt><dd>(\d+)", html)
    }


def flowed(client: FlaskClient) -> dict[str, int]:
    html = client.get("/n/ferry/flow").text
    sums = re.search(r'<ul class="flow-sums">(.*?)</ul>', html, re.S)
    assert sums is not None
    return {
        fate: int(count)
        for fate, count in re.findall(r"band-(\w+)\".*?<strong>(\d+)</strong>", sums[1], re.S)
    }


def gridded(client: FlaskClient) -> dict[str, int]:
    html = client.get("/n/ferry/grid").text
    return {
        kind: int(count)
        for kind, count in re.findall(r'<option value="([\w-]+)"[^>]*>[^<]*\((\d+)\)', html)
    }


@pytest.mark.parametrize(
    ("fate", "name", "kind", "count"),
    [
        ("dropped", "No longer there", "gone", 1),
        ("new", "New", "new", 1),
        ("moved", "Moved", "moved", 1),
        ("renumbered", "Renumbered", "", 1),
        ("split", "Split", "", 1),
        ("merged", "Merged", "", 1),
        ("joined", "Became part of another", "", 2),
        ("parted", "Came out of another", "", 2),
    ],
)
def test_every_page_counts_the_same(
    ferry: FlaskClient, fate: str, name: str, kind: str, count: int
) -> None:
    assert flowed(ferry)[fate] == count
    assert compared(ferry)[name] == count
    if kind:
        assert gridded(ferry)[kind] == count


def test_every_page_is_as_sure(database: Path, tmp_path: Path) -> None:
    doubted = tmp_path / "doubted.db"
    copyfile(database, doubted)
    with sqlite3.connect(doubted) as conn:
        conn.execute("UPDATE links SET certain = 0, score = 0.5 WHERE relation = 'renumbered'")
        conn.execute("UPDATE findings SET certain = 0 WHERE kind IN ('gone', 'new')")
    app = create_app(doubted)
    client = app.test_client()
    html = client.get("/n/ferry/compare", follow_redirects=True).text
    compared = dict(re.findall(r"<dt>([^<]+)</dt><dd>\d+(.*?)</dd>", html))
    sums = re.search(r'<ul class="flow-sums">(.*?)</ul>', client.get("/n/ferry/flow").text, re.S)
    assert sums is not None
    flowed = dict(re.findall(r'band-(\w+)" .*?<strong>(.*?)</li>', sums[1], re.S))
    assert "(1 possibly)" in compared["Renumbered"]
    for fate, name in (("renumbered", "Renumbered"), ("dropped", "No longer there"),
                       ("new", "New"), ("moved", "Moved")):  # fmt: skip
        assert ("1 of them possibly" in flowed[fate]) == ("(1 possibly)" in compared[name])
    app.extensions[EXTENSION].close()


def test_what_is_not_kept_and_what_is_added_add_up(ferry: FlaskClient) -> None:
    fates = flowed(ferry)
    text = Page(ferry.get("/n/ferry").text).text
    told = re.search(
        r"had (\d+) articles\. Of these, (\d+) stayed .* The last has (\d+), of which the first "
        r"did not have (\d+) as articles of their own",
        text,
    )
    assert told is not None
    had, kept, now, added = map(int, told.groups())
    assert had - kept == fates["dropped"] + fates["joined"]
    assert now - kept == added == fates["new"] + fates["parted"]


def test_what_was_reworded_was_there_before(ferry: FlaskClient) -> None:
    text = Page(ferry.get("/n/ferry").text).text
    told = re.search(r"Of these, (\d+) stayed to the last, (\d+) with words changed", text)
    assert told is not None
    kept, reworded = map(int, told.groups())
    assert reworded == compared(ferry)["Reworded"] == gridded(ferry)["reworded"] > 0
    # What is new, or gone, did not stay the same.
    assert kept - reworded == gridded(ferry)["unchanged"]


def test_a_name_for_both_ends_says_so(ferry: FlaskClient) -> None:
    html = ferry.get("/n/ferry/grid").text
    for name, count in (
        ("Split, or split off", 2),
        ("Merged, or took in another", 2),
        ("Made part of another, or holds it", 2),
    ):
        assert f"{name} ({count})" in html


def test_articles_are_not_taken_for_sentences(ferry: FlaskClient) -> None:
    assert "How many articles each of these happened to" in Page(ferry.get("/n/ferry").text).text
    said = Page(ferry.get("/n/ferry/changes").text).text
    assert re.search(r"\(\d+ sentences?\)", said)
    assert "each stands once, under its first kind" in said


def test_a_comparison_says_what_it_counts(ferry: FlaskClient) -> None:
    said = Page(ferry.get("/n/ferry/compare", follow_redirects=True).text).text
    assert "How many articles each of these happened to; to one, several can." in said


def test_the_most_changed_come_first_and_in_words(ferry: FlaskClient) -> None:
    html = ferry.get("/n/ferry").text
    table = html[html.index("most first:") :].split("</table>")[0]
    counts = [int(one) for one in re.findall(r">(\d+) words?<", table)]
    assert len(counts) > 1
    assert counts == sorted(counts, reverse=True)
    assert all(f", {n} words changed" in table or f", {n} word changed" in table for n in counts)
    assert "±" not in html


def test_an_article_of_which_only_the_words_are_left_says_where(ferry: FlaskClient) -> None:
    said = Page(ferry.get("/n/ferry/grid?kind=demoted").text).text
    assert "now part of Article 1" in said
    assert "Article 8 Fog" in said


def test_moved_says_from_where_to_where(ferry: FlaskClient) -> None:
    said = Page(ferry.get("/n/ferry/grid?kind=moved").text).text
    assert "moved: behind Article 5, before that behind Article 1" in said


def test_below_a_place_that_was_found_nothing_is_denied(ferry: FlaskClient) -> None:
    found = Page(ferry.get("/search?q=article+1(1)&stay=1").text).text
    assert "Go straight to" in found
    assert "No provision has all these words." not in found
    nothing = Page(ferry.get("/search?q=zeppelin").text).text
    assert "No provision has all these words." in nothing


def test_followed_words_and_compared_words_are_told_apart(ferry: FlaskClient) -> None:
    said = Page(ferry.get("/n/ferry/words").text).text
    assert "its numbers can be higher" in said


def test_the_card_of_an_article_says_where_its_text_is(ferry: FlaskClient) -> None:
    said = Page(ferry.get("/n/ferry/compare?page=all", follow_redirects=True).text).text
    assert "At least half of its text went on elsewhere, most surely in Article 1." in said
    assert "At least half of its text comes from elsewhere, most surely from Article 1." in said
