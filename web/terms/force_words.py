"""The words for how much a text obliges, permits and protects.

In: the short names of the kinds, and counts. Out: what a reader sees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.store.records.force import FORCE_KINDS, ForceCounts, ForceKind
from web.terms.names import capital
from web.terms.phrases import joined, number
from web.translation import _, later, ngettext


@dataclass(frozen=True, slots=True)
class Word:
    """What a kind is called, one, several and none; what it means, and the words that tell it."""

    one: str
    many: str
    none: str
    means: str
    told_by: str
    counted: Callable[[int, str], str]

    @property
    def title(self) -> str:
        """Several, with a capital."""
        return capital(str(self.many))

    def said(self, count: int) -> str:
        """So many of it."""
        return self.counted(count, number(count)) if count else str(self.none)


# The words that tell a kind are those of English texts: a translation keeps them and may add what
# they mean.
WORDS: dict[ForceKind, Word] = {
    "duty": Word(
        later("duty"),
        later("duties"),
        later("no duty"),
        later("Somebody must do something."),
        later("Such as “shall”, “must”, “is required to”."),
        lambda many, count: ngettext("%(count)s duty", "%(count)s duties", many, count=count),
    ),
    "option": Word(
        later("option"),
        later("options"),
        later("no option"),
        later("Somebody is allowed to do something, or may leave it."),
        later("Such as “may”, “can”."),
        lambda many, count: ngettext("%(count)s option", "%(count)s options", many, count=count),
    ),
    "ban": Word(
        later("ban"),
        later("bans"),
        later("no ban"),
        later("Something is forbidden."),
        later("Such as “shall not”, “may not”."),
        lambda many, count: ngettext("%(count)s ban", "%(count)s bans", many, count=count),
    ),
    "encouragement": Word(
        later("recommendation"),
        later("recommendations"),
        later("no recommendation"),
        later("Somebody is asked to do something, or to try, and breaks no rule by not doing it."),
        later("Such as “should”, “is encouraged to”, “shall endeavour to”."),
        lambda many, count: ngettext(
            "%(count)s recommendation", "%(count)s recommendations", many, count=count
        ),
    ),
    "qualifier": Word(
        later("condition"),
        later("conditions"),
        later("no condition"),
        later("Words that make a rule hold only in some cases, or only to some degree."),
        later(
            "Such as “where appropriate”, “without right”, “to the extent possible”, “subject to "
            "domestic law”."
        ),
        lambda many, count: ngettext(
            "%(count)s condition", "%(count)s conditions", many, count=count
        ),
    ),
    "safeguard": Word(
        later("protection"),
        later("protections"),
        later("no protection"),
        later("Words that protect people or limit power."),
        later("Such as “human rights”, “proportionality”, “judicial review”, “remedy”, “privacy”."),
        lambda many, count: ngettext(
            "%(count)s protection", "%(count)s protections", many, count=count
        ),
    ),
}
"""By kind, in the order in which they are told."""


def line(now: ForceCounts, before: ForceCounts | None = None) -> str:
    """Counts in words, those of the round before where they were others.

    >>> line({"duty": 3, "safeguard": 2})
    '3 duties and 2 protections'
    >>> line({"duty": 3, "option": 1}, {"duty": 4})
    '3 duties (before: 4) and 1 option (before: none)'
    """
    parts = []
    for kind in FORCE_KINDS:
        count, was = now.get(kind, 0), before.get(kind, 0) if before is not None else None
        if not count and not was:
            continue
        said = WORDS[kind].said(count)
        if was == 0 and count:
            said = _("%(said)s (before: none)", said=said)
        elif was is not None and was != count:
            said = _("%(said)s (before: %(count)s)", said=said, count=number(was))
        parts.append(said)
    return joined(parts)
