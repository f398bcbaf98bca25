"""What is put otherwise is not told for sure as lost: exceptions in another sentence, protections
in a paragraph of their own."""

from __future__ import annotations

from tests.findings.made import told
from tracker.findings import Found

NETS = """art_2 | Article 2 | Nets | Nets dry on the wall behind the chapel.
"""


def sure(found: tuple[Found, ...], kind: str) -> list[str]:
    """The sentences of a kind that are told without "possibly"."""
    return [one.sentence for one in found if one.sure and one.kind == kind]


SALVAGE = (
    """
art_1 | Article 1 | Ships that come in by night |
  art_1__para_1 | 1. | | Ships that come in by night shall be sent out again without delay{}
"""
    + NETS
)

EXCEPTION = (
    ", except in cases of storm or sickness expressly named in the harbour books of the port."
)
ELSEWHERE = ". This does not apply in the cases of storm, sickness or fire, expressly named in the harbour books of the port."


def test_an_exception_in_other_words_is_not_lost() -> None:
    old, new = SALVAGE.format(EXCEPTION), SALVAGE.format(ELSEWHERE)
    assert not sure(told(old, new), "qualifier")


def test_an_exception_that_is_gone_with_its_case_is() -> None:
    (said,) = sure(told(SALVAGE.format(EXCEPTION), SALVAGE.format(".")), "qualifier")
    assert "loses the exception “except in" in said


KEEPERS = (
    """
art_1 | Article 1 | Searches of a ship |
  art_1__para_1 | 1. | | The harbour master may search a ship that lies at the pier in the summer months.{}
{}"""
    + NETS
)

JUDGE = " Every search of that kind is subject to judicial review in the town court."
NEW_PARAGRAPH = (
    "  art_1__para_2 | 2. | | Before anybody sets a foot on deck, the bench of the county must have "
    "looked at the papers and agreed to it.\n"
)


def test_a_protection_whose_sentence_may_be_a_new_paragraph_is_not_lost_for_sure() -> None:
    found = told(KEEPERS.format(JUDGE, ""), KEEPERS.format("", NEW_PARAGRAPH))
    assert not sure(found, "safeguard")


def test_a_protection_whose_sentence_is_gone_and_nothing_came_is() -> None:
    assert sure(told(KEEPERS.format(JUDGE, ""), KEEPERS.format("", "")), "safeguard")
