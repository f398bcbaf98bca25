"""Force profiles of provisions and drafts, and what two drafts say of their terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drafts import outline
from tracker.align import align
from tracker.diff import changes
from tracker.ingesters import About
from tracker.model import Draft, Provision
from tracker.substance import Force, context_of, draft_profile, kinds, profile
from tracker.texts import draft_of

PARAGRAPH = (
    "Each Party shall, as far as possible, mark its reefs and may close them. Vessels shall not "
    "anchor there. Masters are encouraged to keep a watch, with respect for human rights."
)


def counted(found: Force) -> dict[str, list[str]]:
    """The words of a profile by what they are."""
    names = ("duties", "options", "bans", "encouragements", "qualifiers", "safeguards")
    return {name: [words.text for words in getattr(found, name)] for name in names}


def test_profile() -> None:
    found = profile(Provision("art_1", "article", text=PARAGRAPH), "en")
    assert counted(found) == {
        "duties": ["shall"],
        "options": ["may"],
        "bans": ["shall not"],
        "encouragements": ["are encouraged to"],
        "qualifiers": ["as far as possible"],
        "safeguards": ["human rights"],
    }
    for words in (*found.duties, *found.qualifiers, *found.safeguards):
        assert PARAGRAPH[words.start : words.end] == words.text


FORCES = {
    "French": ("fr", "Le gardien doit veiller et peut fermer ; nul ne peut mouiller.", (1, 1, 1)),
    "Spanish": ("es", "El guardián velará y podrá cerrar; no podrá abandonar el faro.", (1, 1, 1)),
    "entitled": ("en", "Masters shall be entitled to appeal and need not sign.", (0, 2, 0)),
    "required": ("en", "Masters are required to sign, and no one may leave.", (1, 0, 1)),
    "prohibited": ("en", "It is prohibited to anchor; Masters shall under no circumstances.", (0, 0, 2)),
}  # fmt: skip


@pytest.mark.parametrize(("language", "text", "counts"), FORCES.values(), ids=FORCES)
def test_forces(language: str, text: str, counts: tuple[int, int, int]) -> None:
    found = profile(Provision("art_1", "article", text=text), language)
    assert (len(found.duties), len(found.options), len(found.bans)) == counts


def test_a_language_without_rules_is_not_looked_at() -> None:
    found = profile(Provision("art_1", "article", text="Суда должны плыть."), "ru")
    assert found == Force(looked_at=False)


def test_sums_leave_recitals_out() -> None:
    draft = outline(
        "rec_1 | (1) | | Reefs should be marked.\n"
        "art_1 | Article 1 | | Parties shall mark reefs.\n"
        "  art_1__para_1 | 1. | | They may close them, where appropriate."
    )
    found = draft_profile(draft)
    assert found is not None
    assert "rec_1" in {p.eid for p in draft.provisions}
    sums = (found.duties, found.options, found.encouragements, found.qualifiers)
    assert sums == (1, 1, 0, 1)
    assert found.words == 10


def lines(council: str, *, times: int) -> str:
    """A text of articles that name a body again and again."""
    return "\n".join(
        f"art_{n} | Article {n} | Matter {n} | The {council} shall decide on matter number {n}x."
        for n in range(1, times + 1)
    )


def test_a_term_that_was_renamed_everywhere() -> None:
    old = outline(lines("Council of Keepers", times=12))
    new = outline(lines("Lighthouse Board", times=12), symbol="A/2")
    made = changes(old, new, align(old, new))
    context = context_of(old, new, made)
    assert dict(context.renamed) == {"council keeper": "lighthous board"}
    one = next(c for c in made if c.old == "art_3")
    here, there = (next(p for p in draft.provisions if p.eid == "art_3") for draft in (old, new))
    assert [x.kind for x in kinds(one, here, there, context)] == ["editorial"]


def test_a_term_whose_complement_was_left_out_again_and_again() -> None:
    old = outline(lines("carriage of goods", times=12))
    new = outline(lines("carriage", times=12), symbol="A/2")
    context = context_of(old, new, changes(old, new, align(old, new)))
    assert dict(context.renamed) == {"carriag good": "carriag"}


def test_a_term_that_lives_on_was_not_renamed() -> None:
    old = outline(lines("Council of Keepers", times=12))
    text = (
        lines("Lighthouse Board", times=6)
        + "\n"
        + "\n".join(lines("Council of Keepers", times=12).splitlines()[6:])
    )
    new = outline(text, symbol="A/2")
    assert not context_of(old, new, changes(old, new, align(old, new))).renamed


def test_a_force_is_no_term() -> None:
    old = outline(lines("Council", times=12))
    new = outline(lines("Council", times=12).replace("shall decide", "may decide"), symbol="A/2")
    assert not context_of(old, new, changes(old, new, align(old, new))).renamed


def test_definitions_are_known_by_their_heading() -> None:
    draft = outline(
        "art_1 | Article 1 | Definitions | In this Act:\n"
        "  art_1__point_a | (a) | | a buoy is a float;\n"
        "art_2 | Article 2 | Nets | Nets are banned."
    )
    context = context_of(draft, draft, ())
    assert context.defining == {"art_1", "art_1__point_a"}


def of_gdpr(folder: Path) -> tuple[Draft, Draft]:
    """The proposal and the regulation."""
    names = ("com-2012-11-proposal.en.txt", "regulation-2016-679.en.txt")
    dates = ("2012-01-25", "2016-04-27")
    old, new = (
        draft_of(folder / "gdpr" / name, About("gdpr", name[:3], date))
        for name, date in zip(names, dates, strict=True)
    )
    return old, new


@pytest.mark.shared
def test_gdpr(shared_data: Path) -> None:
    """The Board's shorter name is known, and the regulation obliges more often."""
    old, new = of_gdpr(shared_data)
    context = context_of(old, new, changes(old, new, align(old, new)))
    assert context.renamed["european data protection board"] == "board"
    # What a name said more (`processing of personal data`) was left out again and again.
    assert context.renamed["process personal data"] == "process"
    before, after = draft_profile(old), draft_profile(new)
    assert before is not None
    assert after is not None
    assert (before.duties, after.duties) == pytest.approx((309, 397), abs=15)
    assert before.safeguards < after.safeguards


def test_what_is_remembered_changes_nothing() -> None:
    """A text is looked at once; the same drafts again, and after others, are told the same."""
    one = Provision("art_1", "article", text="Parties shall, if possible, mark human rights.")
    other = Provision("art_2", "article", text=one.text)
    assert profile(one, "en") == profile(other, "en") != profile(one, "fr")
    old = outline(lines("Council of Keepers", times=12))
    new = outline(lines("Lighthouse Board", times=12), symbol="A/2")
    there, back = (
        context_of(*pair, changes(*pair, align(*pair))) for pair in ((old, new), (new, old))
    )
    assert there != back
    assert there == context_of(old, new, changes(old, new, align(old, new)))
