"""When the analysis is made anew, and when there is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.cli.asked import manifest
from tests.store.helpers import drafts
from tracker import pipeline
from tracker.manifest import load
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database

GIVEN = """
[[proposals]]
file = "a.json"
author = "Guild of Pilots"
date = "2031-06"
"""
GUILD = "Guild of Pilots"
WORDS = "the master, who answers for broken glass before the assembly of pilots"


def test_what_stands_beside_counts_in_languages_that_the_manifest_no_longer_names(
    tmp_path: Path,
) -> None:
    home = manifest(tmp_path, GIVEN) / "bells"
    text = f'{{"proposals": [{{"id": "1", "text": "{WORDS}"}}]}}'
    (home / "a.json").write_text(text, encoding="utf-8")
    path = tmp_path / "t.db"
    described = load(home / "manifest.toml")
    with open_database(path) as store, Library(path) as library:
        pipeline.build(store, described, home, path)
        assert [one.proposal.author for one in library.uptakes("bells").matches] == [GUILD]
        first = store.analysed("bells", "en")
        french = replace(described, language="fr", rounds=())
        pipeline.build(store, french, home, path)
        assert store.languages("bells") == ["en"]
        assert store.analysed("bells", "en") not in ("", first)
        assert library.uptakes("bells").matches == ()
        (home / "a.json").unlink()
        pipeline.build(store, described, home, path)
        (home / "a.json").write_text(text, encoding="utf-8")
        pipeline.build(store, described, home, path)
        assert store.analysed("bells", "en") == first
        assert [one.proposal.author for one in library.uptakes("bells").matches] == [GUILD]


def test_there_is_none_where_not_all_pairs_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    first, second, third = drafts()[:3]
    with open_database(path) as store:
        pipeline.add_all(store, [first, second], path)
        assert store.analysed(first.negotiation, "en")
        store.put_alone(third, {}, "third.xml")
        assert not analyse(store, first.negotiation, "en")
        assert store.analysed(first.negotiation, "en") == ""
