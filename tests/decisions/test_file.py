"""`links.toml` as a person writes it: what is read, and what is refused by key and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.decisions import load, schema
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
date = 2031-05-06
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
            date="2031-05-06",
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


def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"links\.toml:4: .*is not valid TOML"):
        load(written(tmp_path, changed(4, 'old = "article 4')))


def test_the_schema_is_the_one_of_the_keys() -> None:
    assert (DRAFTS / schema.FILE).read_text(encoding="utf-8") == schema.text()


@pytest.mark.parametrize("key", DECISION, ids=lambda key: key.name)
def test_every_key_is_explained(key: object) -> None:
    guide = (DRAFTS / "README.md").read_text(encoding="utf-8")
    assert f"`{key.name}`" in guide
