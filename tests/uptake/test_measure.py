"""The measure of uptake: how it reads proposals and labels, and what it finds in the GDPR."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drafts import outline
from tracker.uptake import load

ROOT = Path(__file__).parent.parent.parent

AMENDMENTS = [
    {
        "uid": "00aa",
        "doc": "sweeps.pdf",
        "doc_uid": "d1",
        "page": "3",
        "lobbyist_title": "Guild of Sweeps",
        "relations": ["a6p1i6"],
        "text": {"old": "Lamps burn.", "new": "Lamps are lit."},
    },
    {
        "uid": "11bb",
        "doc": "pilots.pdf",
        "doc_uid": "d2",
        "page": "4",
        "lobbyist_title": "Pilots",
        "relations": ["a99p1"],
        "text": {"old": "Fees are due.", "new": ""},
    },
]
DOCUMENTS = [
    {"uid": "d1", "data": {"date": {"created": 1351159986, "modified": 1354876548}}},
    {"uid": "d2", "data": {"date": {"created": None, "modified": None}}},
]


@pytest.fixture(autouse=True)
def on_path() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


def test_amendments_become_proposals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import measure_uptake

    (tmp_path / "gdpr").mkdir()
    for name, content in (("proposals", AMENDMENTS), ("documents", DOCUMENTS)):
        (tmp_path / "gdpr" / f"lobby-{name}.json").write_text(json.dumps(content))
    monkeypatch.setenv("TRACKER_SHARED_DATA", str(tmp_path))
    draft = outline("art_6__para_1__point_f | (f) | | Lamps burn.")
    found = measure_uptake.gdpr(draft)
    assert [(p.author, p.date, p.aims_at, p.source) for p in found] == [
        ("Guild of Sweeps", "2012-12-07", "art_6__para_1__point_f", "sweeps.pdf, p. 3"),
        ("Pilots", "", "", "pilots.pdf, p. 4"),
    ]
    assert [measure_uptake.half(p.id) for p in found] == ["development", "report"]
    measure_uptake.write(tmp_path / "written.json", found)
    assert load(tmp_path / "written.json") == found


@pytest.mark.parametrize(
    ("aim", "eid"),
    [
        ("a6p1i6", "art_6__para_1__point_f"),
        ("a4i2", "art_4__point_b"),
        ("a5", "art_5"),
        ("r23+", "rec_23"),
        ("a2t1", ""),
    ],
)
def test_what_an_amendment_aims_at(aim: str, eid: str) -> None:
    import measure_uptake

    assert measure_uptake._eid(aim) == eid


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param('[p]\nart_1 = "maybe"', "'maybe' is no verdict", id="no verdict"),
        pytest.param("= match", "cannot be read as TOML", id="no TOML"),
        pytest.param(None, "No such file", id="no file"),
    ],
)
def test_labels_that_are_none(tmp_path: Path, written: str | None, said: str) -> None:
    import measure_uptake

    path = tmp_path / "labels.toml"
    if written is not None:
        path.write_text(written)
    with pytest.raises(SystemExit, match=said):
        measure_uptake.read_labels(path)


def test_what_is_unclear_is_wrong() -> None:
    import measure_uptake
    from measure_uptake import Judged

    from tests.uptake.lamps import LAMP, STAIRS, asked, drafts
    from tracker.uptake import uptake

    matches = uptake([asked(STAIRS, LAMP, id="a"), asked(STAIRS, LAMP, id="b")], drafts())
    labels = [Judged("a", "art_1", "match"), Judged("b", "art_1", "unclear")]
    assert measure_uptake.precision(matches, labels) == (2, 1)
    assert measure_uptake.precision(matches, labels[:1]) == (1, 1)
    assert measure_uptake.precision(matches, []) == (0, 0)


def test_the_labels_hold_ids_and_verdicts() -> None:
    import measure_uptake

    judged = measure_uptake.read_labels(measure_uptake.LABELS)
    assert len(judged) > 100
    assert all(len(one.proposal) == 40 for one in judged)


@pytest.mark.shared
def test_the_gdpr(
    shared_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import measure_uptake

    monkeypatch.setattr(sys, "argv", ["measure_uptake.py"])
    monkeypatch.setenv("TRACKER_SHARED_DATA", str(shared_data))
    with pytest.raises(SystemExit) as ended:
        measure_uptake.main()
    told = capsys.readouterr().out
    assert ended.value.code == 0, told
    assert "1159 proposals" in told
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for name, told_as in (("firm", "as a match"), ("possible", 'with "possibly"')):
        found = re.search(rf"precision, {name}, all +(\d+) right of (\d+) judged, (\d+)", told)
        assert found is not None
        right, judged, every = found.groups()
        assert judged == every, "somebody has to judge what is told now"
        assert f"of those told {told_as} {right} of {judged} " in readme
