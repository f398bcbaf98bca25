"""The references of a draft.

In: a draft. Out: `Reference`s in the order of the draft, each with where it leads. First it is told
whose provisions an expression means (this text's, another instrument's), then it is looked up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.model import Draft, Provision
from tracker.references.amending import amended, quoted
from tracker.references.grammar import expressions
from tracker.references.items import Item
from tracker.references.languages import lexicon_of
from tracker.references.lex import tokens
from tracker.references.lexicon import Lexicon
from tracker.references.names import Reference, Standing, Step
from tracker.references.outline import Outline
from tracker.references.resolve import resolve
from tracker.references.whose import AMENDED, Whose, whose

_AS_BEFORE = "elsewhere the draft says of this number whose it is"
_AMENDING = 0.1
"""The share of provisions that change another text above which a draft is an amending one, in which
a number that leads nowhere may always be one of that text."""
_CUT = "the words around it may mean a provision of something else"
PARTIAL = "this document covers only part of the text"


def references(draft: Draft) -> tuple[Reference, ...]:
    """The references to provisions in the texts of `draft`, in its order.

    References to a whole instrument ("this Convention", "Directive 95/46/EC") are left out. None
    are found in a language that is not looked at (`looked_at`).
    """
    lexicon = lexicon_of(draft.language)
    return () if lexicon is None else found_in(Outline(draft, lexicon), lexicon)


def found_in(outline: Outline, lexicon: Lexicon) -> tuple[Reference, ...]:
    """The same, of a draft by its outline."""
    finder = _Finder(outline, lexicon)
    return tuple(one for provision in outline.draft.provisions for one in finder.of(provision))


def dangling(draft: Draft) -> tuple[Reference, ...]:
    """The references of `draft` that lead nowhere in it; none in a partial document."""
    return tuple(one for one in references(draft) if one.standing == "nowhere")


class _Finder:
    """Finds the references of one provision after the other, in the order of the draft."""

    def __init__(self, outline: Outline, lexicon: Lexicon) -> None:
        self._outline = outline
        self._lexicon = lexicon
        self._amended = amended(outline.draft, lexicon)
        self._amends = len(self._amended) > _AMENDING * len(outline.of)
        self._quoted = quoted(outline.draft)
        self._changed: dict[str, str] = {}
        self._foreign: dict[Step, str] = {}
        self._named: set[str] = set()

    def of(self, provision: Provision) -> list[Reference]:
        """The references of one provision."""
        listed = tokens(provision.text)
        found = expressions(listed, self._lexicon)
        amends = provision.eid in self._amended
        told = whose(listed, found, self._lexicon, self._outline, amends=amends)
        if amends:
            self._note(provision, told)
        if any(one.beside for one in told):
            self._named.add(provision.eid)
        groups: list[list[Reference]] = []
        following: list[Reference] = []
        for expression, place in zip(reversed(found), reversed(told), strict=True):
            span = listed[expression.first].start, listed[expression.until - 1].end
            words = _Words(provision, span, place)
            group = [self._reference(words, item) for item in expression.items]
            if place.joined and not place.said and not place.elsewhere:
                group = [_carried(one, following[0]) for one in group]
            groups.append(group)
            following = group
        return [one for group in reversed(groups) for one in group]

    def _note(self, provision: Provision, told: list[Whose]) -> None:
        """Remember which text a provision changes: the first one it names, else its holder's."""
        named = (w.elsewhere for w in told if w.said and w.elsewhere)
        held = self._changed.get(provision.parent or "", AMENDED)
        self._changed[provision.eid] = next(named, held)

    def _others_near(self, one: Reference, place: Whose) -> bool:
        """Whether another instrument is named close to a reference, or by what holds it."""
        return (
            place.beside
            or self._amends
            or any(e in self._named for e in self._outline.around(one.provision))
        )

    def _reference(self, words: _Words, item: Item) -> Reference:
        place, eid = words.place, words.provision.eid
        one = Reference(
            provision=eid,
            start=item.start,
            end=item.end,
            first=words.span[0],
            until=words.span[1],
            text=words.provision.text[slice(*words.span)],
            path=place.prefix + item.path,
            standing="unclear",
            last=place.prefix + item.last if item.last else (),
        )
        quotation = self._quoted.get(eid)
        if quotation and not place.titled and (not place.elsewhere or place.elsewhere == AMENDED):
            return self._in_quotation(one, quotation)
        if place.elsewhere:
            name = place.elsewhere
            if name == AMENDED:
                name = self._changed.get(eid, AMENDED)
            if place.said:
                self._foreign.setdefault(one.path[0], name)
            return replace(one, standing="elsewhere", instrument=name)
        if place.lost:
            return replace(one, why="what it points back to was not found", sure=False)
        return self._led(one, place)

    def _in_quotation(self, one: Reference, quotation: str) -> Reference:
        """A reference inside words that are put into another text: it leads to what stands in the
        same quotation, or to that text."""
        ends = [
            resolve(self._outline, one.provision, path) for path in (one.path, one.last) if path
        ]
        if all(
            end.standing == "exact" and quotation in self._outline.around(end.eid) for end in ends
        ):
            return replace(one, standing="exact", targets=tuple(end.eid for end in ends))
        name = self._changed.get(one.provision, AMENDED)
        return replace(one, standing="elsewhere", instrument=name)

    def _led(self, one: Reference, place: Whose) -> Reference:
        """A reference to this draft with where it leads."""
        ends = [
            resolve(self._outline, one.provision, path) for path in (one.path, one.last) if path
        ]
        worst = min(ends, key=lambda end: _WORST.index(end.standing))
        standing, why = worst.standing, worst.why
        sure = all(end.sure for end in ends)
        if standing == "nowhere" and self._outline.draft.partial:
            standing, why = "unclear", f"{why}; {PARTIAL}"
        elif standing == "nowhere" and not place.said and self._others_near(one, place):
            sure = False
        foreign = self._foreign.get(one.path[0]) if not worst.near else None
        if standing in ("nowhere", "unclear") and foreign and not place.said:
            return replace(one, standing="elsewhere", instrument=foreign, why=_AS_BEFORE)
        led = standing in ("exact", "nearest")
        return replace(
            one,
            standing=standing,
            targets=tuple(end.eid for end in ends) if led else (),
            near=worst.near,
            why=why or (_CUT if place.cut else ""),
            sure=sure and not place.cut,
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """An expression: the provision, its half-open span there, and whose it is."""

    provision: Provision
    span: tuple[int, int]
    place: Whose


_WORST: tuple[Standing, ...] = ("nowhere", "unclear", "nearest", "exact", "elsewhere")


def _carried(one: Reference, following: Reference) -> Reference:
    """A reference that says nothing of whose it is, joined by "and" to one of another instrument:
    "articles 160, paragraph 2, and article 171 of the Convention"."""
    if following.standing != "elsewhere":
        return one
    here = one.standing in ("exact", "nearest")
    if here and one.path[0].unit != following.path[0].unit:
        return one
    return replace(
        one,
        standing="elsewhere",
        instrument=following.instrument,
        targets=(),
        near="",
        why="as the reference that follows it" if here else "",
        sure=not here,
    )
