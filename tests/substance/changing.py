"""Changes of texts written for the tests of `tracker.substance`."""

from __future__ import annotations

from tracker.diff import difference
from tracker.model import Change, Provision
from tracker.substance import Context, Finding, kinds

FREE = Context("en")


def change(old: str, new: str, heading: tuple[str, str] = ("", "")) -> Change:
    """The change of a provision from one text to another."""
    return Change(
        old="art_1",
        new="art_1",
        relation="same",
        text=difference(old, new).hunks,
        heading=difference(*heading).hunks,
        words_deleted=0,
        words_inserted=0,
    )


def findings(old: str, new: str, context: Context = FREE) -> tuple[Finding, ...]:
    """What is found in a change of one text; every evidence is where it says it is."""
    sides = (Provision("art_1", "article", text=old), Provision("art_1", "article", text=new))
    found = kinds(change(old, new), *sides, context)
    for finding in found:
        for side, shown in zip(sides, (finding.old, finding.new), strict=True):
            for words in shown:
                assert side.text[words.start : words.end] == words.text
    return found


def told(old: str, new: str, language: str = "en") -> set[tuple[str, str]]:
    """The kinds and directions that are sure."""
    found = findings(old, new, Context(language))
    return {(one.kind, one.direction) for one in found if one.sure}
