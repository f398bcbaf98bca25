"""A draft with its outline and its references, made once for all that it is compared with.

In: a draft. Out: `Indexed`, None for a language that is not looked at. To find the references of a
draft takes longer than to follow them, and a draft of ten is in nine pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model import Draft
from tracker.references.find import found_in
from tracker.references.languages import lexicon_of
from tracker.references.names import Reference
from tracker.references.outline import Outline


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """A draft's `outline`, its `references` in their order, and the same by provision."""

    outline: Outline
    references: tuple[Reference, ...]
    of: Mapping[str, list[Reference]]

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.outline.draft


def indexed(draft: Draft) -> Indexed | None:
    """What `followed` needs of a draft; None if its language is not looked at."""
    lexicon = lexicon_of(draft.language)
    if lexicon is None:
        return None
    outline = Outline(draft, lexicon)
    references = found_in(outline, lexicon)
    of: dict[str, list[Reference]] = defaultdict(list)
    for one in references:
        of[one.provision].append(one)
    return Indexed(outline, references, of)
