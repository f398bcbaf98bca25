"""Which convention reads a document: by score, by name, by entry point; and who is refused."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from tracker import ingesters
from tracker.errors import AmbiguousIngester, NoIngester, StructureError
from tracker.ingesters import About, Ingester, choose, conventions, ingest
from tracker.model import Draft
from tracker.read import Reading, read

ABOUT = About("made-up", "A/1", "2031-02-03")


class Verses:
    """A convention of another package."""

    name = "verses"

    def score(self, reading: Reading) -> float:
        return 0.9 if reading.pages[0].startswith("Verse 1") else 0.0

    def ingest(self, reading: Reading, about: About) -> Draft:
        raise StructureError(f"{reading.name}: no rhyme")


def reading(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_an_entry_point_adds_a_convention(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("verses", f"{__name__}:Verses", ingesters.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: Verses)
    monkeypatch.setattr(ingesters, "entry_points", lambda group: [point])
    conventions.cache_clear()
    try:
        assert choose(reading(tmp_path, "Verse 1\nRoses are red.")).name == "verses"
        with pytest.raises(StructureError, match="no rhyme"):
            ingest(reading(tmp_path, "Verse 1\nRoses are red."), ABOUT)
    finally:
        conventions.cache_clear()


def test_an_unknown_convention(tmp_path: Path) -> None:
    with pytest.raises(NoIngester, match=r"text\.txt: no drafting convention recognises"):
        choose(reading(tmp_path, "A recipe. Take three eggs."))


def test_a_name_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoIngester, match="there is no convention 'un-treatie'; known are"):
        choose(reading(tmp_path, "Article 1\n\nThe Parties agree."), "un-treatie")


def test_named_but_not_followed(tmp_path: Path) -> None:
    with pytest.raises(StructureError, match=r"text\.txt: no article found"):
        ingest(reading(tmp_path, "A recipe. Take three eggs."), ABOUT, "un-treaty")


def test_two_conventions_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Twin(Verses):
        name = "twin"

    twins: dict[str, Ingester] = {"verses": Verses(), "twin": Twin()}
    monkeypatch.setattr(ingesters, "conventions", lambda: twins)
    with pytest.raises(AmbiguousIngester, match="equally well as twin and verses"):
        choose(reading(tmp_path, "Verse 1"))
