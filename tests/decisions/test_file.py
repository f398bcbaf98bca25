"""`links.toml` as a person writes it: what is read, and what is refused by key and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.decisions import load, schema, where
from tracker.decisions.keys import DECISION
from tracker.errors import ManifestError
from tracker.model import Decision

DRAFTS = Path(__file__).resolve().parent.parent.parent / "drafts"

GOOD = """\
[[decisions]]
decision = "accept"
old_draft = "L/1"
old = "article 4"
old_words = "Lamps are lit at dusk"
new_draft = "L/2"
new = "art_7__para_1"
new_words = "Every lamp is lit"
name = "Ada Lund"
date = 2021-05-06
reason = "The same lamps."
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "links.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_decision_is_read(tmp_path: Path) -> None:
    assert load(written(tmp_path, GOOD), language="fr") == (
        Decision(
            action="accept",
            old_draft="L/1",
            old="article 4",
            old_words="Lamps are lit at dusk",
            new_draft="L/2",
            new="art_7__para_1",
            new_words="Every lamp is lit",
            name="Ada Lund",
            date="2021-05-06",
            reason="The same lamps.",
            language="fr",
        ),
    )


def test_no_file_and_an_empty_one_decide_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "links.toml") == ()
    assert load(written(tmp_path, "# nothing yet\n")) == ()


def changed(line: int, text: str) -> str:
    lines = GOOD.splitlines()
    lines[line - 1 : line] = [text] if text else []
    return "\n".join(lines) + "\n"


WRONG = {
    "no such decision": (changed(2, 'decision = "agree"'), 2, "decision", "is none of 'accept'"),
    "no name": (changed(9, ""), 1, "name", "is missing"),
    "no reason": (changed(11, 'reason = " "'), 11, "reason", "it is empty"),
    "no words": (changed(5, ""), 1, "old_words", "is missing"),
    "no date": (changed(10, 'date = "May"'), 10, "date", "is not a date"),
    "misspelt": (
        changed(6, 'new_draft = "L/2"\nlangage = "fr"'),
        7,
        "langage",
        "did you mean language",
    ),
    "one draft": (changed(6, 'new_draft = "L/1"'), 6, "new_draft", "is the older draft"),
    "no word": (changed(5, 'old_words = "..."'), 5, "old_words", "has no word in it"),
    "still to come": (changed(10, "date = 2999-01-01"), 10, "date", "is still to come"),
    "unknown key": (
        changed(9, 'name = "x"\ncolour = "red"'),
        10,
        "colour",
        "is no key here; known",
    ),
    "bad seal": (changed(5, 'old_words = "x"\nold_seal = "12"'), 6, "old_seal", "is not a seal"),
    "added as nothing": (changed(2, 'decision = "add"'), 1, "relation", "is missing: say what"),
    "rejected as something": (
        changed(2, 'decision = "reject"\nrelation = "moved"'),
        3,
        "relation",
        "has no meaning with reject",
    ),
    "added as deleted": (
        changed(2, 'decision = "add"\nrelation = "deleted"'),
        3,
        "relation",
        "is none of",
    ),
}


@pytest.mark.parametrize(("text", "line", "key", "problem"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(
    tmp_path: Path, text: str, line: int, key: str, problem: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ManifestError) as refused:
        load(path)
    (told,) = refused.value.lines
    assert told.startswith(f"{path}:{line}: decisions[1].{key}: ")
    assert problem in told


def test_two_decisions_on_one_link_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD + GOOD.replace("accept", "reject"))
    with pytest.raises(ManifestError, match=r":12: decisions\[2\]: is about the same link as"):
        load(path)


def test_decisions_that_name_nothing_are_not_called_the_same(tmp_path: Path) -> None:
    nameless = changed(4, "")
    with pytest.raises(ManifestError) as refused:
        load(written(tmp_path, nameless + nameless))
    told = [line.partition(": ")[2] for line in refused.value.lines]
    assert told == ["decisions[1].old: is missing", "decisions[2].old: is missing"]


def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"links\.toml:4: .*is not valid TOML"):
        load(written(tmp_path, changed(4, 'old = "article 4')))


def test_a_mark_of_the_order_of_bytes_is_no_fault(tmp_path: Path) -> None:
    plain = load(written(tmp_path, GOOD))
    assert load(written(tmp_path, "\ufeff" + GOOD)) == plain


def test_a_file_of_any_size_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"is larger than a links\.toml can be"):
        load(written(tmp_path, "#" * 400_000))


def test_decisions_of_today_are_read(tmp_path: Path) -> None:
    today = date.today().isoformat()
    (found,) = load(written(tmp_path, changed(10, f"date = {today}")))
    assert found.date == today


def test_where_decisions_stand(tmp_path: Path) -> None:
    path = written(tmp_path, "# mine\n\n" + GOOD + "\n" + GOOD.replace("L/2", "L/3"))
    assert where(path, 2) == [f"{path}:3: decisions[1]", f"{path}:15: decisions[2]"]


def test_the_schema_is_the_one_of_the_keys() -> None:
    assert (DRAFTS / schema.FILE).read_text(encoding="utf-8") == schema.text()


@pytest.mark.parametrize("key", DECISION, ids=lambda key: key.name)
def test_every_key_is_explained(key: object) -> None:
    guide = (DRAFTS / "README.md").read_text(encoding="utf-8")
    assert f"`{key.name}`" in guide
