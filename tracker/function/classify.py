"""The legal function of every provision of a draft.

In: a draft. Out: by eId a function and the words that showed it.

An article is judged whole: its heading, and each of its paragraphs by its words, the first and the
longer ones more than the others. A paragraph or point has the function of what holds it unless its
own words clearly show another. Where the best function is hardly better than the next, it is
`unclear`, and both are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.function.cues import Tally, plain, tally, tally_heading
from tracker.function.languages import LANGUAGES, Rules
from tracker.function.names import Function
from tracker.function.weigh import (
    BESIDE,
    FORMULA,
    Unit,
    add,
    ask_for_help,
    makes_offence,
    ruling,
    share_beside,
    weighed,
    without_named,
)
from tracker.model import Draft, Provision

_BY_KIND = {"recital": "recital", "citation": "recital", "formula": "other"}
_TITLES = frozenset({"longTitle", "docTitle", "preface", "crossHeading"})
_ABOVE_ARTICLES = frozenset(
    {"part", "title", "book", "chapter", "section", "division", "hcontainer"}
)
_JUDGED_WHOLE = frozenset({"article", "section", "rule", "hcontainer", "transitional"})
_SENTENCES = frozenset({"paragraph", "subsection", "alinea", "subparagraph", "clause", "p"})

_FLOOR = 1.5  # below it a sign is no evidence
_MARGIN = 0.4  # the lead that the best must have
_OWN = 4.0  # what a paragraph's own words must weigh against what holds it
_OWN_LEAD = 4.0
_TURN_LEAD = 2.0
_OWN_POINT = 6.0  # a point is a part of a sentence, of which the words before it decide
_OWN_ALONE = 8.0  # where nothing is known of the sentence that a point stands in
_INNER = 0.4  # the share of what stands in the points of a paragraph
_ABOVE = 0.4  # the share of the heading of a chapter
_TAIL = 120  # characters of the first and last point that are read with the words before them
_BODY_FORMULA = 6.0
_BODY_FIRST = 3.0
_OFFENCE_FIRST = 4.0  # a crime that the first paragraph makes is not outvoted by its exceptions

_UNTOLD = ("other", "unclear")

_KEPT_BY_POINTS = frozenset({"definition", "purpose", "scope", "institution", "assistance"})
"""What a list of points is as a whole: its points only name matters."""

_KEPT = frozenset({"definition", "purpose", "final clause"})
"""What every paragraph of an article is that is one."""

_TURNS = frozenset(
    {"aggravating circumstance", "mitigating circumstance", "participation", "offence"}
)
"""What a single point may be beside what holds it."""

_TURNS_OF_PARAGRAPHS = _TURNS | {"ground for refusal", "definition"}
"""What is told by a formula, so that a small lead is enough."""


def functions(draft: Draft) -> dict[str, Function]:
    """The function of every provision by eId.

    A provision inside another has its function unless its own words say otherwise; an article
    whose first paragraph makes an offence is an offence, although its heading names only the
    conduct. For a language without rules all are `unclear`.
    """
    rules = LANGUAGES.get(draft.language)
    if rules is None:
        return {
            p.eid: Function("unclear", f"no rules for {draft.language}") for p in draft.provisions
        }
    return _Classifier(draft, rules).found


class _Classifier:
    """One draft being classified; `found` is the result."""

    def __init__(self, draft: Draft, rules: Rules) -> None:
        self._rules = rules
        self._language = draft.language
        self._by_eid = {one.eid: one for one in draft.provisions}
        self._inner: dict[str, list[Provision]] = {}
        for one in draft.provisions:
            if one.parent is not None:
                self._inner.setdefault(one.parent, []).append(one)
        self._own = {one.eid: tally(rules.text, plain(one.text)) for one in draft.provisions}
        self._holds_articles = {
            one.parent
            for one in draft.provisions
            if one.parent is not None and self._judged_whole(one)
        }
        self._near: dict[str, Tally] = {}
        self.found: dict[str, Function] = {}
        for one in draft.provisions:
            self.found[one.eid] = self._function(one)

    def _function(self, one: Provision) -> Function:
        if one.kind in _BY_KIND:
            return Function(_BY_KIND[one.kind], f"stands as a {one.kind}")
        if one.kind in _TITLES:
            return Function("other", f"stands as a {one.kind}")
        heading = tally_heading(self._rules.headings, plain(one.heading))
        above = self._near.get(one.parent, {}) if one.parent is not None else {}
        if one.eid in self._holds_articles or one.kind in _ABOVE_ARTICLES - _JUDGED_WHOLE:
            self._near[one.eid] = heading or above
            return self._best(heading) or self._nothing()
        if one.parent is None or self._judged_whole(one) or one.parent in self._holds_articles:
            return self._whole(one, heading, above)
        return self._part(one, heading)

    def _judged_whole(self, one: Provision) -> bool:
        """Whether it is an article or the like; an option for an article is only a part of it."""
        holder = self._by_eid.get(one.parent or "")
        return one.kind in _JUDGED_WHOLE and (holder is None or holder.kind != "article")

    def _whole(self, one: Provision, heading: Tally, above: Tally) -> Function:
        units = self._units(one)
        total = weighed(units)
        ask_for_help(total, heading)
        for name, (weight, words) in heading.items():
            add(total, name, weight, words)
        for name, (weight, words) in above.items():
            add(total, name, weight * _ABOVE, words)
        if any(makes_offence(unit.signs) for unit in ruling(units)[:1]):
            add(total, "offence", _OFFENCE_FIRST, "")
        if units and units[0].signs.get("institution", (0.0, ""))[0] >= _BODY_FORMULA:
            add(total, "institution", _BODY_FIRST, "")
        for name in BESIDE - heading.keys() & total.keys():
            total[name] = (total[name][0] * share_beside(name, units), total[name][1])
        return self._best(total) or self._nothing()

    def _units(self, one: Provision) -> list[Unit]:
        inner = self._inner.get(one.eid, [])
        text = plain(one.text)
        leads = text.endswith((":", "—", "–", "-", "："))
        if inner and not leads and any(p.kind in _SENTENCES for p in inner):
            own = [Unit(self._own[one.eid], len(text.split()))] if text else []
            return own + [unit for p in inner for unit in self._units(p)]
        if not text:
            return [unit for p in inner for unit in self._units(p)]
        return [self._with_points(one)]

    def _with_points(self, one: Provision) -> Unit:
        below = list(self._below(one))
        signs: Tally = {}
        for part in below:
            for name, (weight, words) in self._own[part.eid].items():
                if weight * _INNER > signs.get(name, (0.0, ""))[0]:
                    signs[name] = (weight * _INNER, words)
        for name, (weight, words) in self._sentence(one, below).items():
            signs[name] = (max(weight, signs.get(name, (0.0, ""))[0]), words)
        return Unit(without_named(signs), sum(len(part.text.split()) for part in (one, *below)))

    def _sentence(self, one: Provision, below: Sequence[Provision]) -> Tally:
        """The signs of a provision's words; where its sentence goes on in points, what crime it
        makes is told with the beginning of the first (to aid another crime) and the end of the
        last (a statute's `commits an offence`), and what a body does with the first."""
        own = self._own[one.eid]
        if not below or not _cut_off(one):
            return own
        begun = f"{plain(one.text)} {plain(below[0].text)[:_TAIL]}"
        whole = tally(self._rules.text, f"{begun} {plain(below[-1].text)[-_TAIL:]}")
        told = own | {name: whole[name] for name in ("offence", "participation") if name in whole}
        body = tally(self._rules.text, begun).get("institution")
        return told | {"institution": body} if body else told

    def _below(self, one: Provision) -> Iterable[Provision]:
        for part in self._inner.get(one.eid, ()):
            yield part
            yield from self._below(part)

    def _part(self, one: Provision, heading: Tally) -> Function:
        """A paragraph or point: by its own words if they are clear, else as what holds it."""
        assert one.parent is not None
        holder = self.found[one.parent]
        signs = dict(self._with_points(one).signs if plain(one.text) else {})
        for name, (weight, words) in heading.items():
            add(signs, name, weight, words)
        own = self._best(signs)
        told = own is not None and own.name not in ("unclear", holder.name)
        if own and told and self._stands_alone(one, own.name, signs, holder.name):
            return own
        if holder.name == "other":
            return self._nothing()
        evidence = holder.evidence.removeprefix(_AS_HOLDER)
        return Function(holder.name, f"{_AS_HOLDER}{evidence}")

    def _stands_alone(self, one: Provision, name: str, signs: Tally, holder: str) -> bool:
        """Whether a part's own words are clear enough to part with what holds it."""
        weight = signs[name][0]
        lead = weight - signs.get(holder, (0.0, ""))[0]
        sentence = one.kind in _SENTENCES and not _cut_off(self._by_eid[one.parent or ""])
        if name == "offence" and weight < FORMULA:
            return False
        if name == "ground for refusal" and "cooperation" not in (holder, *signs):
            return False  # not every refusal is one of help between States
        if holder in _UNTOLD:
            return weight >= _OWN if sentence or name in _TURNS else weight >= _OWN_ALONE
        if holder in _KEPT or name == "final clause":
            return name in _TURNS and weight >= _OWN_POINT
        if sentence:
            needed = _TURN_LEAD if name in _TURNS_OF_PARAGRAPHS else _OWN_LEAD
            return weight >= _OWN and lead >= needed
        if holder in _KEPT_BY_POINTS or name not in _TURNS | {"ground for refusal"}:
            return False
        return weight >= _OWN_POINT and lead >= _OWN_LEAD

    def _best(self, signs: Tally) -> Function | None:
        """The function with the strongest signs; `unclear` if the next is as strong."""
        ranked = sorted(signs.items(), key=lambda one: (-one[1][0], one[0]))
        if not ranked or ranked[0][1][0] < _FLOOR:
            return None
        name, (weight, words) = ranked[0]
        if len(ranked) > 1 and weight - ranked[1][1][0] < _MARGIN:
            other, (_, others_words) = ranked[1]
            return Function(
                "unclear", f"{name} ({words}) or {other} ({others_words}): as much for both"
            )
        return Function(name, words)

    def _nothing(self) -> Function:
        if self._rules.whole:
            return Function("other", "no rule applies")
        return Function("unclear", f"few rules for {self._language}, and none applies")


_AS_HOLDER = "as what it stands in: "


def _cut_off(holder: Provision) -> bool:
    """Whether what is inside goes on with a sentence of what holds it."""
    return plain(holder.text).endswith((":", "—", "–", "-", "："))
