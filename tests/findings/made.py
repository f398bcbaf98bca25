"""Two drafts written for the tests of `tracker.findings`, compared and told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tests.drafts import outline
from tracker.align import align
from tracker.diff import changes
from tracker.findings import Found, Past, findings
from tracker.model import Comparison, Draft
from tracker.references import followed

OLD = """
art_1 | Article 1 | Purpose |
  art_1__para_1 | 1. | | This Convention protects the harbours of the Parties and all who work in them.
art_2 | Article 2 | Keeping of lights |
  art_2__para_1 | 1. | | Each State Party shall keep a light burning in every harbour at night.
  art_2__para_2 | 2. | | The keeper shall report each failure of a light to the harbour master within two days.
art_3 | Article 3 | Searches on board |
  art_3__para_1 | 1. | | Officers may search a ship in port, subject to judicial review, if the master agrees to it.
  art_3__para_2 | 2. | | The powers of this article are used without prejudice to paragraph 1 of article 2.
art_4 | Article 4 | Attacks on lighthouses |
  art_4__para_1 | 1. | | Each State Party shall adopt the laws needed to make it a criminal offence, where \
committed intentionally and without right, to put out the lamp of a lighthouse.
art_5 | Article 5 | Old buoys |
  art_5__para_1 | 1. | | Buoys of wood are painted in red once a year by the guild of painters.
"""

NEW = """
art_1 | Article 1 | Purpose |
  art_1__para_1 | 1. | | This Convention protects the harbours of the Parties and all who work in them.
art_2 | Article 2 | Keeping of lights |
  art_2__para_1 | 1. | | Each State Party may keep a light burning in every harbour at night.
  art_2__para_2 | 2. | | The keeper shall report each failure of a light to the harbour master within five days.
art_3 | Article 3 | Searches on board |
  art_3__para_1 | 1. | | Officers may search a ship in port, if the master agrees to it.
  art_3__para_2 | 2. | | The powers of this article are used without prejudice to paragraph 2 of article 2.
art_4 | Article 4 | Attacks on lighthouses |
  art_4__para_1 | 1. | | Each State Party shall adopt the laws needed to make it a criminal offence, where \
committed intentionally, to put out the lamp of a lighthouse.
art_5 | Article 5 | Bells in fog |
  art_5__para_1 | 1. | | A bell is rung from the pier whenever fog hides the entrance of the port.
"""


def told(
    old: Draft | str, new: Draft | str, past: Past | None = None, *, referring: bool = True
) -> tuple[Found, ...]:
    """The findings between two drafts, or outlines of such."""
    before = outline(old, symbol="A/1") if isinstance(old, str) else old
    after = outline(new, symbol="A/2", date="2031-01-01") if isinstance(new, str) else new
    alignment = align(before, after)
    compared = Comparison(alignment, changes(before, after, alignment))
    led = followed(before, after, alignment) if referring else None
    return findings(before, after, alignment, compared.changes, followed=led, past=past)


def kinds(found: Sequence[Found]) -> list[tuple[str, str | None]]:
    """The kinds in order, each with the provision it is about."""
    return [(one.kind, one.new or one.old) for one in found]


def said_of(found: Sequence[Found], eid: str) -> str:
    """The sentence about a provision."""
    (sentence,) = [one.sentence for one in found if eid in (one.old, one.new)]
    return sentence


def in_language(draft: Draft, language: str) -> Draft:
    """The same draft, as one in another language."""
    return replace(draft, language=language)


def words_not_there(found: Sequence[Found], *drafts: Draft) -> list[str]:
    """What the sentences quote that no text or heading of the drafts holds."""
    held = [
        " ".join(part.split()) for d in drafts for p in d.provisions for part in (p.heading, p.text)
    ]
    whole = "\n".join(held)
    missing: list[str] = []
    for one in found:
        for quotation in re.findall("“([^“”]*)”", one.sentence):
            parts = (part.strip() for part in quotation.split("…"))
            missing += [part for part in parts if part and part not in whole]
    return missing
