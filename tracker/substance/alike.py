"""The same change between other drafts.

In: a change, its provisions and the context of its drafts. Out: a `Case`: what of these decides
what kinds of change it is, and nothing else. What happened between two rounds is the same change
between all rounds around them, under other eIds; so a case is judged once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from tracker.model import Change, Hunk, Provision
from tracker.stems import stems
from tracker.substance.languages import rules_of
from tracker.substance.names import Context, Spans
from tracker.substance.units import Units, units

_OLD, _NEW = "old", "new"


@dataclass(frozen=True, slots=True)
class Case:
    """A change without the names of its provisions. `old` and `new` are kind and text, None where
    there is no provision. `renamed` and `common` hold what may be met in these texts, `defining`
    the sides that stand among definitions, `spans` the references that only follow a new numbering,
    None if nobody looked."""

    text: tuple[Hunk, ...]
    heading: tuple[Hunk, ...]
    coarse: bool
    old: tuple[str, str] | None
    new: tuple[str, str] | None
    language: str
    renamed: tuple[tuple[str, str], ...]
    common: frozenset[str]
    defining: frozenset[str]
    spans: tuple[Spans, Spans] | None

    @property
    def change(self) -> Change:
        """The change between two provisions that have no other names than their sides."""
        old, new = (_OLD if self.old else None), (_NEW if self.new else None)
        return Change(old, new, "same", self.text, self.heading, 0, 0, self.coarse)

    @property
    def provisions(self) -> tuple[Provision | None, Provision | None]:
        """The two provisions."""
        return _provision(_OLD, self.old), _provision(_NEW, self.new)

    @property
    def context(self) -> Context:
        """What is known of the two drafts, as far as it matters here."""
        spans = self.spans
        return Context(
            language=self.language,
            consequential=None if spans is None else lambda _: spans,
            renamed=MappingProxyType(dict(self.renamed)),
            common=self.common,
            defining=self.defining,
        )


def case(change: Change, old: Provision | None, new: Provision | None, context: Context) -> Case:
    """What of a change decides its kinds."""
    known = context.consequential
    renamed, common = _met(change, context)
    stood = ((_OLD, change.old), (_NEW, change.new))
    return Case(
        text=change.text,
        heading=change.heading,
        coarse=change.coarse,
        old=None if old is None else (old.kind, old.text),
        new=None if new is None else (new.kind, new.text),
        language=context.language,
        renamed=renamed,
        common=common,
        defining=frozenset(side for side, eid in stood if eid in context.defining),
        spans=None if known is None else known(change),
    )


def _met(change: Change, context: Context) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """The renamed terms and the common phrases of which every word may stand in the texts. A phrase
    in the one form of all that say the same (`=…`, or `and` for `as well as`) is no word of them.
    """
    if not context.renamed and not context.common:
        return (), frozenset()
    both = [_read(change.text, without, context.language) for without in ("insert", "delete")]
    rules = rules_of(context.language)
    keys = {unit.key for one in both for unit in one.words}
    keys |= set(rules.lists.conjunctions) if rules else set()
    stemmed = {
        stem for one in both for stem in stems([unit.form for unit in one.words], context.language)
    }
    renamed = (
        (name, now)
        for name, now in context.renamed.items()
        if any(all(w in keys or w[0] == "=" for w in one.split()) for one in (name, now))
    )
    return tuple(renamed), frozenset(
        one for one in context.common if stemmed.issuperset(one.split())
    )


def _read(hunks: Iterable[Hunk], left_out: str, language: str) -> Units:
    return units("".join(h.text for h in hunks if h.operation != left_out), language)


def _provision(eid: str, said: tuple[str, str] | None) -> Provision | None:
    return None if said is None else Provision(eid, said[0], text=said[1])
