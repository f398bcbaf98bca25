"""How old the words of a provision are, round by round, for its story.

In: a thread. Out: by the address of each of its provisions, the text in pieces; and how the words
of each round are shaded. The page of `word_ages` tells the same of one draft, with more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.store.records import DraftRow, ThreadPage
from web import shelf
from web.terms.names import Names
from web.text.age_pieces import shade
from web.text.aged import Aged, Part


@dataclass(frozen=True, slots=True)
class StoryAges:
    """`parts` by the address of a member; `shades` are the rounds that brought words, each with
    its classes. `looked_at` is False where nobody has looked."""

    looked_at: bool
    parts: Mapping[str, tuple[Part, ...]]
    shades: tuple[tuple[DraftRow, str], ...]


def of_thread(page: ThreadPage) -> StoryAges:
    """The ages of its words in every round that holds it."""
    drafts = [one.draft for one in page.rounds]
    parts: dict[str, tuple[Part, ...]] = {}
    for member in page.members:
        draft = next(one for one in drafts if one.id == member.provision.draft_id)
        ages = shelf.library().word_ages(draft, [member.provision.id])
        if ages is None:
            return StoryAges(False, {}, ())
        names = Names(ages.provisions, shelf.library().provision, page.language)
        parts[member.provision.address] = Aged(ages, drafts, names).parts()
    entered = {piece.entered for some in parts.values() for part in some for piece in part.runs}
    shades = tuple(
        (one, shade(one.position, len(drafts))) for one in drafts if one.position in entered
    )
    return StoryAges(True, parts, shades)
