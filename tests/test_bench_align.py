"""The bench of the aligner: what it gives the other tools, how it judges, when it ends with 1."""

from __future__ import annotations

import doctest
import importlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.conftest import missing
from tests.drafts import outline
from tracker.akn import build
from tracker.align import align
from tracker.model import Alignment, Link

ROOT = Path(__file__).parent.parent

OLD = """
    art_1 | Article 1 | Kites |
      art_1__para_1 | 1. | | Every kite over the meadow carries a green ribbon and a bell of tin.
      art_1__para_2 | 2. | | Two kites on one string count as a single kite, whoever holds them.
    art_2 | Article 2 | Marbles |
      art_2__para_1 | 1. | | Glass marbles roll before clay ones unless the ground is wet.
    art_3 | Article 3 | Hoops | Whoever drops a hoop on the bridge fetches it from the brook alone.
"""


@pytest.fixture(autouse=True)
def scripts() -> Iterator[None]:
    """The folder of the scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


def texts(new: str) -> tuple[Any, Any]:
    from bench_align_text import Text

    return Text.of(outline(OLD)), Text.of(outline(new, symbol="A/2"))


# The pairs that a tool gave, and the names they earn.
NAMES = {
    "same and renumbered": (
        OLD.replace("Article 3", "Article 4"),
        {("art_1", "art_1"): "same", ("art_3", "art_3"): "renumbered"},
    ),
    "moved among its siblings": (
        """
        art_1 | Article 1 | Hoops |
        art_2 | Article 2 | Kites |
        art_3 | Article 3 | Marbles |
        """,
        {
            ("art_3", "art_1"): "moved",
            ("art_1", "art_2"): "renumbered",
            ("art_2", "art_3"): "renumbered",
        },
    ),
    "moved to another parent": (
        OLD,
        {
            ("art_1", "art_1"): "same",
            ("art_2", "art_2"): "same",
            ("art_1__para_2", "art_2__para_1"): "moved",
        },
    ),
    "what is inside a moved article is not moved": (
        """
        art_1 | Article 1 | Marbles |
        art_2 | Article 2 | Hoops |
        art_3 | Article 3 | Kites |
          art_3__para_1 | 1. | |
        """,
        {
            ("art_1", "art_3"): "moved",
            ("art_1__para_1", "art_3__para_1"): "same",
            ("art_2", "art_1"): "renumbered",
            ("art_3", "art_2"): "renumbered",
        },
    ),
    "split": (
        OLD,
        {("art_1", "art_1"): "split", ("art_1", "art_2"): "split"},
    ),
    "merged": (
        OLD,
        {("art_1", "art_2"): "merged", ("art_2", "art_2"): "merged"},
    ),
    "demoted with its only paragraph": (
        OLD,
        {("art_2", "art_1__para_2"): "demoted", ("art_2__para_1", "art_1__para_2"): "moved"},
    ),
    "promoted": (
        OLD,
        {("art_1__para_2", "art_3"): "promoted"},
    ),
}


@pytest.mark.parametrize(("new", "names"), NAMES.values(), ids=NAMES)
def test_pairs_earn_their_names(new: str, names: dict[tuple[str, str], str]) -> None:
    from bench_align_text import named

    before, after = texts(new)
    pairs = [(before.eids.index(o), after.eids.index(n)) for o, n in names]
    assert {(o, n): r for o, n, r in named(before, after, pairs)} == names


def test_words_carried_into_a_part_of_an_article_link_that_part() -> None:
    """An article that became a paragraph of another did not become that other."""
    from bench_align_text import carried

    new = OLD[: OLD.index("    art_3")] + (
        "      art_2__para_2 | 2. | | Whoever drops a hoop on the bridge fetches it from the brook.\n"
        "      art_2__para_3 | 3. | | Clay marbles of more than one colour stay at home on Sundays.\n"
    )
    before, after = texts(new)
    shared = Counter(
        (i, j)
        for i, own in enumerate(before.own)
        for j, other in enumerate(after.own)
        for word in own
        if word in other and len(set(own) & set(other)) > 5
    )
    pairs = carried(before, after, shared, 0.45)
    assert ("art_3", "art_2__para_2") in {(before.eids[i], after.eids[j]) for i, j in pairs}
    assert ("art_3", "art_2") not in {(before.eids[i], after.eids[j]) for i, j in pairs}


TOOLS = {
    "word similarity, one to one": {"moved", "reworded"},
    "git, moved blocks": {"moved", "reworded"},
    "git, renames": {"moved", "reworded"},
    "redlines": {"reworded"},
    "xmldiff": {"moved", "reworded"},
    "xmldiff, accurate": {"moved", "reworded"},
    "apted": {"reworded"},
}


HERE = {name: finds for name, finds in TOOLS.items() if "git" not in name or which("git")}
"""git is a program that a machine may not have; the others come with the project's own tools."""


@pytest.mark.parametrize(("name", "finds"), HERE.items(), ids=HERE)
def test_a_tool_finds_what_it_can(name: str, finds: set[str]) -> None:
    """The wrapping is sound: what is in place, and what the tool is made for, comes back."""
    from bench_align_tools import TOOLS as KNOWN

    assert list(KNOWN) == list(TOOLS)
    assert not KNOWN[name].missing
    moved = """
        art_1 | Article 1 | Hoops | Whoever drops a hoop on the bridge fetches it from the brook alone.
        art_2 | Article 2 | Kites |
          art_2__para_1 | 1. | | Every kite over the meadow carries a green ribbon and a bell of tin.
          art_2__para_2 | 2. | | Two kites on one string count as a single kite, whoever holds them.
        art_3 | Article 3 | Marbles |
          art_3__para_1 | 1. | | Glass marbles roll before clay ones unless the pavement is wet.
    """
    before, after = texts(moved)
    found = {(before.eids[i], after.eids[j]) for i, j in KNOWN[name].pairs(before, after)}
    assert ("art_1__para_1", "art_2__para_1") in found
    assert {
        "moved": ("art_3", "art_1") in found,
        "reworded": ("art_2__para_1", "art_3__para_1") in found,
    } == {kind: kind in finds for kind in ("moved", "reworded")}


@pytest.mark.parametrize("name", HERE)
def test_a_tool_bears_empty_drafts(name: str) -> None:
    from bench_align_text import Text
    from bench_align_tools import TOOLS as KNOWN

    assert not KNOWN[name].missing
    empty, full = Text.of(replace(outline(OLD), provisions=())), Text.of(outline(OLD))
    for old, new in ((empty, full), (full, empty), (empty, empty)):
        assert KNOWN[name].pairs(old, new) == set()


@pytest.mark.parametrize(
    ("provisions", "words", "articles"),
    [(60, None, None), (500, None, None), (700, 30_000, 110)],
    ids=["few", "500", "a treaty"],
)
def test_made_up_drafts_are_of_the_size_asked_for(
    provisions: int, words: int | None, articles: int | None
) -> None:
    from bench_align_made import drafts

    made = drafts(provisions, words, articles)
    old = made.old.provisions
    assert len(old) == provisions
    said = sum(len(f"{p.heading} {p.text}".split()) for p in old)
    assert said == pytest.approx(words or 40 * provisions, abs=2)
    assert articles is None or sum(p.kind == "article" for p in old) == articles
    assert made == drafts(provisions, words, articles)


def test_made_up_drafts_hold_every_kind_of_change() -> None:
    from bench_align_made import drafts
    from bench_align_text import Text, named

    made = drafts(500)
    old, new = Text.of(made.old), Text.of(made.new)
    assert {o for o, _ in made.pairs} < set(old.eids)
    assert {n for _, n in made.pairs} < set(new.eids)
    pairs = [(old.eids.index(o), new.eids.index(n)) for o, n in made.pairs]
    assert {r for _, _, r in named(old, new, pairs)} == {
        "same",
        "renumbered",
        "moved",
        "split",
        "merged",
    }


def _worse(change: Callable[[Link], Link]) -> Callable[[Alignment], Alignment]:
    return lambda right: replace(right, links=(change(right.links[0]), *right.links[1:]))


WRONG = {
    "a draft with itself": _worse(lambda x: replace(x, new=None)),
    "a draft with an empty one": _worse(lambda x: replace(x, relation="same")),
    "an empty draft with a full one": _worse(lambda x: replace(x, old=x.new)),
    "every article the same sentence, 110": _worse(lambda x: replace(x, new="art_2")),
    "every article the same sentence, 110 and 100": _worse(lambda x: replace(x, new="art_2")),
}


@pytest.mark.parametrize(("name", "worse"), WRONG.items(), ids=WRONG)
def test_a_wrong_answer_to_bad_input_is_told(
    name: str, worse: Callable[[Alignment], Alignment]
) -> None:
    from bench_align_cases import CASES

    case = CASES[name]
    old, new = case.make()
    right = align(old, new)
    assert case.judge(old, new, right) == ""
    assert case.judge(old, new, worse(right)) != ""
    assert "an error" in case.judge(old, new, "A/1 and A/2: no")


@pytest.mark.parametrize(
    ("name", "answer", "right"),
    [
        ("two drafts of different negotiations", "A/1 and B/2 have nothing in common", True),
        ("two drafts of different negotiations", "wrong", False),
        ("two drafts of different negotiations", Alignment("A/1", "B/2", ()), False),
        ("a draft with its translation", "A/1 and A/2 are in different languages", True),
        (
            "a draft with its translation",
            Alignment("A/1", "A/2", (Link("art_1", "art_2", "same", 1.0),)),
            False,
        ),
    ],
    ids=["named", "not which", "no error", "may be refused", "wrong claim"],
)
def test_errors_and_claims_are_judged(name: str, answer: Alignment | str, right: bool) -> None:
    from bench_align_cases import CASES

    old = replace(outline(OLD), symbol="A/1")
    new = replace(outline(OLD), symbol="B/2" if "negotiations" in name else "A/2")
    assert (CASES[name].judge(old, new, answer) == "") is right


def test_a_translation_shares_no_word() -> None:
    from bench_align_made import translated
    from bench_align_text import Text

    one = Text.of(outline(OLD))
    other = Text.of(translated(outline(OLD), "A/2", "fr"))
    assert not {w for own in one.own for w in own} & {w for own in other.own for w in own}
    assert one.eids == other.eids


@pytest.mark.parametrize("name", ["bench_align_jobs", "bench_align_speed", "measure_sure"])
def test_examples_in_docstrings(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted
    assert not found.failed


def test_a_child_does_its_job_and_says_what_it_cost() -> None:
    from bench_align_jobs import Jobs

    told = Jobs(2, 60, 120).do({"case": "two empty drafts"})
    assert told["wrong"] == ""
    assert told["steady"]
    assert len(told["seconds"]) == 2
    assert 10 < told["peak"] < 1024


def test_a_job_that_takes_too_long_is_late() -> None:
    from bench_align_jobs import Jobs, Late

    with pytest.raises(Late, match="not done in 0.01 s"):
        Jobs(1, 1, 0.01).do({"case": "two empty drafts"})


def _told(elapsed: float, **more: Any) -> dict[str, Any]:
    costs = {"seconds": [elapsed], "cpu": elapsed, "peak": 90.0, "steady": True}
    return {**costs, "links": [], "recall": 1.0, "precision": 1.0, "wrong": "", **more}


COSTS = {
    "linear": (lambda n: n / 5_000, 0),
    "as far as allowed": (lambda n: 3.9 * (n / 5_000) ** 1.49, 0),
    "grows too fast": (lambda n: 3.9 * (n / 5_000) ** 1.52, 1),
    "too slow at the largest": (lambda n: 4.1 * n / 5_000, 1),
}


@pytest.mark.parametrize(("seconds", "code"), COSTS.values(), ids=COSTS)
def test_growth_and_time_have_bars(
    seconds: Callable[[int], float],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import bench_align
    from bench_align_jobs import Jobs

    def do(self: Jobs, job: dict[str, Any], **environment: str) -> dict[str, Any]:
        return _told(0.1 if job["made"] == "treaty" else seconds(job["made"]))

    monkeypatch.setattr(Jobs, "do", do)
    assert bench_align.main(["--only", "speed", "--markdown"]) == code
    said = capsys.readouterr().out
    assert ("falls short" in said) is bool(code)
    assert "| 5,000 provisions |" in said


@pytest.mark.parametrize(
    "told",
    [{"steady": False}, {"links": [["art_1", "art_1", "same"]]}],
    ids=["runs differ", "processes differ"],
)
def test_links_that_are_not_steady_fall_short(
    told: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bench_align_jobs import Jobs
    from bench_align_speed import steadiness

    def do(self: Jobs, job: dict[str, Any], **environment: str) -> dict[str, Any]:
        return _told(0.1, **told if "PYTHONHASHSEED" in environment else {"links": [[1]]})

    monkeypatch.setattr(Jobs, "do", do)
    assert [row.held for row in steadiness(Jobs())] == [True, False, True, True]


@pytest.mark.parametrize(
    ("told", "code"),
    [({}, 0), ({"wrong": "3 links wrong"}, 1), ({"peak": 1100.0}, 1), ({"seconds": [9.0]}, 1)],
    ids=["right", "wrong", "memory", "time"],
)
def test_bad_input_has_bars(
    told: dict[str, Any],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import bench_align
    from bench_align_jobs import Jobs

    monkeypatch.setattr(Jobs, "do", lambda self, job: _told(0.1, **told))
    assert bench_align.main(["--only", "bad"]) == code
    assert ("falls short" in capsys.readouterr().out) is bool(code)


@pytest.fixture
def shared_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the shared one with a made-up set, and a scorer that gives what it is told."""
    folder = tmp_path / "sets" / "made-up"
    folder.mkdir(parents=True)
    for name in ("old", "new"):
        (folder / f"{name}.xml").write_bytes(build(outline(OLD)))
    edges = [{"old": p.eid, "new": p.eid, "relation": "same"} for p in outline(OLD).provisions]
    gold = {"tier": "official", "edges": edges}
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "score.py").write_text(
        "from collections import Counter\n"
        "def score(gold, links):\n"
        "    want = {(e['old'], e['new'], e['relation']) for e in gold['edges']}\n"
        "    got = {(x['old'], x['new'], x['relation']) for x in links}\n"
        "    return Counter(want=len(want), got=len(got), hit=len(want & got))\n"
        "def figures(c):\n"
        "    f1 = 2 * c['hit'] / (c['want'] + c['got'])\n"
        "    return dict(f1=f1, precision=f1, recall=f1, spurious=0.0)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("TRACKER_SHARED_EVAL", str(tmp_path))
    return tmp_path


def test_ours_and_others_stand_side_by_side(
    shared_sets: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A tool that is not installed gets a row that says so, and the run ends with 1."""
    import bench_align
    import bench_align_scores
    from bench_align_tools import TOOLS as KNOWN

    here = KNOWN["word similarity, one to one"]
    monkeypatch.setattr(bench_align_scores, "all_tools", lambda: [here])
    assert bench_align.main(["--only", "sets", "--runs", "1"]) == 0
    assert capsys.readouterr().out.count("1.0000") == 7  # three figures of two tools, and a bar
    absent = replace(here, name="nowhere", distribution="no-such-distribution")
    monkeypatch.setattr(bench_align_scores, "all_tools", lambda: [here, absent])
    assert bench_align.main(["--only", "sets", "--runs", "1", "--markdown"]) == 1
    said = capsys.readouterr().out
    assert "| nowhere | not installed |" in said
    assert "not installed: nowhere" in said
    assert bench_align.main(["--only", "sets", "--runs", "1", "--ours-only"]) == 0


def test_a_set_that_takes_too_long_falls_short(
    shared_sets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import bench_align

    late = ["--only", "sets", "--ours-only", "--deadline", "0.01"]
    assert bench_align.main(late) == 1
    assert "made-up: not done in 0.01 s" in capsys.readouterr().out


def test_without_the_sets_it_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import bench_align_scores

    monkeypatch.setenv("TRACKER_SHARED_EVAL", str(tmp_path))
    with pytest.raises(SystemExit, match="looked for .*score.py"):
        bench_align_scores.folder()


def _figures(**relations: float) -> dict[str, Any]:
    good = {"links": 9, "linked": 1.0, "named": 1.0, "precision": 1.0}
    every = ("split", "merged", "demoted", "promoted", "moved", "renumbered")
    figures: dict[str, Any] = {"f1": 0.99, "precision": 0.99, "recall": 0.99, "spurious": 0.002}
    figures |= {name: dict(good) for name in every}
    for key, figure in relations.items():
        name, _, part = key.partition("_")
        if part:
            figures[name][part] = figure
        else:
            figures[name] = figure
    return figures


SHORT = {
    "at the bars": ({}, []),
    "F1": ({"f1": 0.9899}, ["f1"]),
    "spurious": ({"spurious": 0.0021}, ["spurious"]),
    "splits not linked": ({"split_linked": 0.92}, ["split, linked"]),
    "merges not named": ({"merged_named": 0.89}, ["merged, named"]),
    "moves named too freely": ({"moved_precision": 0.94}, ["moved, precision"]),
    "moves linked does not matter": ({"moved_linked": 0.5}, []),
    "renumbered": ({"renumbered_named": 0.97}, ["renumbered, named"]),
}


@pytest.mark.parametrize(("figures", "short"), SHORT.values(), ids=SHORT)
def test_every_figure_of_ours_has_its_bar(figures: dict[str, float], short: list[str]) -> None:
    from bench_align_scores import OURS, Result, bars

    ours = Result(OURS, "synthetic", _figures(**figures))
    other = Result("another", "synthetic", _figures(f1=0.1))
    assert [row.what for row in bars([ours, other]) if not row.held] == short


@pytest.mark.shared
def test_the_real_scorer_takes_what_we_give(shared_eval: Path, tmp_path: Path) -> None:
    """One public set, ours and the baseline: the figures that the sets' README tells of it."""
    from bench_align_jobs import Jobs
    from bench_align_scores import results
    from bench_align_tools import TOOLS as KNOWN

    if not (shared_eval / "sets" / "ets-185-rounds-1").is_dir():
        missing(f"no set ets-185-rounds-1 in {shared_eval}")
    (tmp_path / "sets").mkdir()
    shutil.copy(shared_eval / "score.py", tmp_path)
    (tmp_path / "sets" / "one").symlink_to(shared_eval / "sets" / "ets-185-rounds-1")
    ours, baseline = results(Jobs(1), tmp_path, [KNOWN["word similarity, one to one"]])
    assert ours.figures["f1"] > baseline.figures["f1"] > 0.9
    assert baseline.figures["demoted"]["linked"] == 0
    assert ours.seconds > 0
