"""The measure of kinds of change: what it takes for right, what it counts, when it falls short."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drafts import outline
from tracker.substance import Direction, Finding, Kind

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "tests" / "labels" / "changes"


@pytest.fixture(autouse=True)
def scripts() -> Iterator[None]:
    """The folder of the measuring scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


def written(path: Path, *kinds: list[str]) -> Path:
    """A file of labels: the first list is of change 0, and so on."""
    rows = [
        f'[[change]]\npair = "made"\nold = "art_{n}"\nnew = "art_{n}"\nhash = "0"\nkinds = {k}\n'
        for n, k in enumerate(kinds)
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


READINGS = [
    pytest.param(["force:weaker"], ["force:weaker"], None, {"force:weaker"}, set(), id="agreed"),
    pytest.param(["editorial"], ["actor"], None, set(), {"actor", "editorial"}, id="open"),
    pytest.param(["editorial"], ["actor"], ["actor"], {"actor"}, set(), id="settled"),
    pytest.param(["scope:wider", "actor"], ["actor"], ["actor"], {"actor"}, set(), id="not so"),
    pytest.param(["scope:wider"], ["scope:other"], None, set(), set(), id="direction open"),
    pytest.param(
        ["scope:wider"], ["scope:other"], ["scope:other"], {"scope:other"}, set(), id="direction"
    ),
    pytest.param(["actor"], ["other"], ["editorial"], {"editorial"}, set(), id="neither"),
    pytest.param(["actor"], None, None, set(), None, id="in one pass only"),
]


@pytest.mark.parametrize(("first", "second", "third", "kinds", "unsettled"), READINGS)
def test_what_is_right(
    tmp_path: Path,
    first: list[str],
    second: list[str] | None,
    third: list[str] | None,
    kinds: set[str],
    unsettled: set[str] | None,
) -> None:
    import measure_changes as measure

    always = ["heading"]
    one = measure.read_labels(written(tmp_path / "first.toml", first, always))
    both = [always, always] if second is None else [second, always]
    other = measure.read_labels(written(tmp_path / "second.toml", *both))
    if second is None:
        del other["made", "art_0", "art_0", "0"]
    settled = {} if third is None else measure.read_labels(written(tmp_path / "x.toml", third))
    right = measure.reference(one, other, settled)["made", "art_0", "art_0", "0"]
    assert right.written == kinds
    assert right.unsettled == (set(measure.KINDS) if unsettled is None else unsettled)
    assert measure.named(right.written) <= right.holds


def test_the_direction_may_be_open_where_the_kind_is_not(tmp_path: Path) -> None:
    import measure_changes as measure

    one = measure.read_labels(written(tmp_path / "a.toml", ["scope:wider"]))
    other = measure.read_labels(written(tmp_path / "b.toml", ["scope:other"]))
    (right,) = measure.reference(one, other, {}).values()
    assert right == measure.Right(frozenset({"scope"}))


def test_agreement_of_two_passes(tmp_path: Path) -> None:
    import measure_changes as measure

    one = measure.read_labels(
        written(tmp_path / "a.toml", ["actor"], ["actor"], ["other"], ["other"])
    )
    other = measure.read_labels(
        written(tmp_path / "b.toml", ["actor"], ["other"], ["actor"], ["other"])
    )
    told = {row.name: row.measured for row in measure.agreement(one, other)}
    assert told["actor"] == "0.500, κ 0.00"
    assert told["penalty"] == "1.000, κ 1.00"
    short = dict(list(other.items())[1:])
    assert next(measure.agreement(one, short)).held is False


@pytest.mark.parametrize(
    ("said", "precision", "recall", "held"),
    [
        pytest.param(["force:weaker"] * 10 + ["actor"] * 2, "1.0000", "0.833", True, id="missed"),
        pytest.param(["force:other"] * 12 + ["actor"], "1.0000", "1.000", True, id="all"),
        pytest.param(["force:weaker"] * 14, "0.8571", "1.000", False, id="too often"),
        pytest.param(["editorial"] * 12, "1.0000", "0.000", True, id="never said"),
    ],
)
def test_figures(tmp_path: Path, said: list[str], precision: str, recall: str, held: bool) -> None:
    """Twelve changes of force, then two of actor; what is said of the first so many."""
    import measure_changes as measure

    labels = measure.read_labels(
        written(tmp_path / "a.toml", *[["force:weaker"]] * 12, ["actor"], ["actor"])
    )
    right = measure.reference(labels, labels, {})
    found = {key: frozenset({kind}) for key, kind in zip(labels, said, strict=False)}
    force = [row for row in measure.figures(right, found) if row.name == "force"]
    assert [row.measured for row in force[:2]] == [precision, recall]
    assert force[0].held is held
    same = sum(kind == "force:weaker" for kind in said[:12])
    hits = sum(kind.startswith("force") for kind in said[:12])
    assert force[2].measured == f"{same} of {hits}"


def test_what_nobody_settled_does_not_count(tmp_path: Path) -> None:
    import measure_changes as measure

    one = measure.read_labels(written(tmp_path / "a.toml", ["force:weaker"]))
    other = measure.read_labels(written(tmp_path / "b.toml", ["actor"]))
    right = measure.reference(one, other, {})
    found = {key: frozenset({"force:weaker"}) for key in one}
    told = [row.what for row in measure.figures(right, found) if row.name == "force"]
    assert told[:2] == ["precision (0 of 0 said)", "recall (0 of 0 there)"]
    assert list(measure.errors(right, found)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[change]]\npair = "a"\n', "has no 'old'"),
        ("= 3", "cannot be read as TOML"),
        (None, "No such file"),
    ],
    ids=["no eId", "no TOML", "no file"],
)
def test_files_that_hold_no_labels(tmp_path: Path, text: str | None, said: str) -> None:
    import measure_changes as measure

    path = tmp_path / "first.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match=said):
        measure.read_labels(path)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["crime"], "'crime' is not a kind"),
        (["force"], "'force' is not a kind"),
        (["actor:wider"], "'actor:wider' is not a kind"),
        ([], "stand alone"),
        (["editorial", "actor"], "stand alone"),
    ],
    ids=["unknown", "no direction", "a direction too many", "none", "editorial with another"],
)
def test_labels_that_are_no_labels(tmp_path: Path, kinds: list[str], said: str) -> None:
    import measure_changes as measure

    with pytest.raises(SystemExit, match=said):
        measure.read_labels(written(tmp_path / "first.toml", kinds))


@pytest.mark.parametrize("bad", [False, True], ids=["all right", "wrong"])
@pytest.mark.parametrize("options", [[], ["--markdown", "--errors"]], ids=["plain", "markdown"])
def test_the_program_ends_with_its_verdict(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    bad: bool,
) -> None:
    import measure_changes as measure

    class Change:
        key, hash = ("made", "art_0", "art_0"), "0"

    for name in ("first", "second"):
        written(tmp_path / f"{name}.toml", ["actor"])
    monkeypatch.setattr(measure, "like", lambda labels: [Change()])
    kinds = frozenset({"editorial" if bad else "actor"})
    monkeypatch.setattr(measure, "judge", lambda *, sure: lambda one: kinds)
    monkeypatch.setattr(sys, "argv", ["x", "--labels", str(tmp_path), *options])
    with pytest.raises(SystemExit) as ended:
        measure.main()
    assert ended.value.code == int(bad)
    told = capsys.readouterr().out
    assert ("falls short" in told) is bad
    assert ("wrongly editorial; missed actor" in told) is (bad and bool(options))


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        pytest.param([("force", "weaker")], {"force:weaker"}, id="with a direction"),
        pytest.param([("actor", "added"), ("actor", "removed")], {"actor"}, id="without"),
        pytest.param([("scope", "wider")], {"scope:wider"}, id="one way"),
        pytest.param([("scope", "wider"), ("scope", "narrower")], {"scope:other"}, id="both ways"),
        pytest.param(
            [("safeguard", "added"), ("safeguard", "removed")],
            {"safeguard:added", "safeguard:removed"},
            id="each for itself",
        ),
        pytest.param([], set(), id="nothing"),
    ],
)
def test_findings_in_the_words_of_the_labels(
    said: list[tuple[Kind, Direction]], labels: set[str]
) -> None:
    import measure_changes as measure

    found = [Finding(kind, direction, (), ()) for kind, direction in said]
    assert measure.as_labelled(found) == labels


@pytest.fixture
def unlinked(monkeypatch: pytest.MonkeyPatch) -> None:
    """One pair of drafts with one provision each, which nothing links."""
    import sample_changes as sample

    made = (
        outline("art_1 | Article 1 | | A State shall report.", symbol="A/1"),
        outline("art_9 | Article 9 | | A State may report.", symbol="A/2"),
    )
    monkeypatch.setattr(sample, "PAIRS", {"made": ("older", "newer")})
    monkeypatch.setattr(sample, "_drafts", lambda old, new: made)
    monkeypatch.setattr(sample, "collected", lambda pair: iter(()))


@pytest.mark.usefixtures("unlinked")
def test_a_labelled_change_that_is_not_linked_is_compared_alone() -> None:
    import sample_changes as sample

    one = sample.alone("made", "art_1", "art_9")
    assert one is not None
    assert one.key == ("made", "art_1", "art_9")
    assert [h.text.strip() for h in one.change.text if h.operation != "equal"] == ["shall", "may"]


@pytest.mark.usefixtures("unlinked")
@pytest.mark.parametrize(
    "key",
    [("none", "art_1", "art_9"), ("made", "art_2", "art_9"), ("made", "art_1", "art_1")],
    ids=["pair", "older provision", "newer provision"],
)
def test_what_is_not_there_is_no_change(key: tuple[str, str, str]) -> None:
    import sample_changes as sample

    assert sample.alone(*key) is None


@pytest.mark.usefixtures("unlinked")
@pytest.mark.parametrize("same", [True, False], ids=["as labelled", "other texts"])
def test_the_hash_guards_what_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], same: bool
) -> None:
    import sample_changes as sample

    one = sample.alone("made", "art_1", "art_9")
    assert one is not None
    mark = one.hash if same else "0" * 12
    row = f'[[change]]\npair = "made"\nold = "art_1"\nnew = "art_9"\nhash = "{mark}"\n'
    labels = tmp_path / "labels.toml"
    labels.write_text(row, encoding="utf-8")
    assert len(sample.like(labels)) == int(same)
    assert ("made art_1 art_9" in capsys.readouterr().err) is not same


def test_both_passes_are_whole_and_all_they_differ_on_is_settled() -> None:
    import measure_changes as measure

    first, second, settled = (
        measure.read_labels(LABELS / f"{name}.toml") for name in ("first", "second", "settled")
    )
    assert first.keys() == second.keys()
    assert settled.keys() == {key for key in first if first[key] != second[key]}
    right = measure.reference(first, second, settled)
    assert all(one.holds and not one.unsettled for one in right.values())


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.usefixtures("shared_data")
def test_the_labelled_changes_are_those_of_the_drafts() -> None:
    """The labels name real changes, by texts that are still read the same."""
    import measure_changes as measure
    import sample_changes as sample

    labels = measure.read_labels(LABELS / "first.toml")
    found = sample.like(LABELS / "first.toml")
    assert len(labels) == sample.NUMBER
    assert {(*one.key, one.hash) for one in found} == labels.keys()


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.usefixtures("shared_data")
def test_what_is_printed_for_reading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both texts and what was compared, and no kind of any pass."""
    import sample_changes as sample

    small = {name: pair for name, pair in sample.PAIRS.items() if name.startswith("irish")}
    monkeypatch.setattr(sample, "PAIRS", small)
    like = ["--like", str(LABELS / "first.toml")]
    monkeypatch.setattr(sys, "argv", ["sample_changes.py", *like, "--first", "5", "--last", "7"])
    sample.main()
    told = json.loads(capsys.readouterr().out)
    assert len(told) == 2
    assert set(told[0]) == {"pair", "hash", "relation", "old", "new", "compared", "beside"}
