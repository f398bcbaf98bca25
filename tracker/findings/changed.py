"""The facts of provisions that stand in both drafts.

In: the ground, a change with both ends. Out: facts: the job it has now, what the kinds of change
say, its references, where it went. Words that only moved are neither gone nor new; words that the
article still has elsewhere make what is said of them uncertain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.diff import Moved
from tracker.findings import amounts, blocks, doubts, governed, hollows, protections, standing
from tracker.findings.clauses import fact_of
from tracker.findings.elsewhere import holds, plain
from tracker.findings.ground import Ground
from tracker.findings.jobs import JOBS, turned
from tracker.findings.names import Fact, Words
from tracker.findings.quoting import listed, quoted
from tracker.findings.readable import sentence
from tracker.findings.texts import Text, texts
from tracker.findings.worded import FRAGMENT, told
from tracker.model import Change
from tracker.precedent.units import UNITS
from tracker.substance import Finding, kinds

_SENTENCE = 45
"""Words that are quoted of a sentence that came or went."""
_REORDERED = "stands in another place among its neighbours"
_CAME_OR_WENT = ("safeguard", "qualifier", "penalty", "threshold")


def facts(ground: Ground, number: int, arrivals: list[Moved]) -> list[Fact]:
    """The facts of the change of this number; none if only its number changed."""
    change = ground.changes[number]
    assert change.old is not None and change.new is not None
    old, new = ground.provision("old", change.old), ground.provision("new", change.new)
    both = texts(change, old, new, ground.moved(number), ground.there(change))
    if ground.title("new", change.new):
        return _title(both)
    found = list(_turn(ground, change))
    said = kinds(change, old, new, ground.context)
    mixed = protections.mixed(said)
    for one in said:
        if one.kind == "reference" and ground.referring:
            continue
        fact = _fact(ground, change, one, both)
        if fact is not None and fact.kind == "safeguard" and mixed:
            fact = protections.neutral(fact, both)
        if one.kind == "editorial" and ground.referring:
            fact = ground.pointing.numbering(change) or fact
        if fact is not None:
            found.append(fact)
    if ground.referring:
        found += ground.pointing.facts(change)
    found += amounts.facts(ground, change)
    found += (_arrival(ground, one, both[1]) for one in arrivals)
    if not change.coarse and not ground.language_unread:
        found = blocks.told(found, both)
    doubt = doubts.of_link(ground.links.get((change.old, change.new))) or ground.held(change)
    ends = change.old, change.new
    return [
        replace(one, why=one.why or doubt or hollows.doubt(ground, ends, one.kind)) for one in found
    ]


def _title(both: tuple[Text, Text]) -> list[Fact]:
    if not (both[0].edited or both[1].edited):
        return []
    old, new = (text.cut(0, len(text.text)) for text in both)
    clause = f"was {quoted(old.text)} and is now {quoted(new.text)}"
    return [Fact("heading", clause, (old, new), 9)]


def _fact(ground: Ground, change: Change, one: Finding, both: tuple[Text, Text]) -> Fact | None:
    left = replace(
        one,
        old=tuple(e for e in one.old if not both[0].elsewhere(e)),
        new=tuple(e for e in one.new if not both[1].elsewhere(e)),
    )
    if (one.old and not left.old) or (one.new and not left.new):
        return None
    fact = fact_of(left, both)
    if fact is None:
        return None
    why = doubts.of_finding(one, change)
    if one.kind in _CAME_OR_WENT and bool(one.old) != bool(one.new):
        evidence = _shown(left, both)
        here, there = (
            look(evidence.side, evidence.eid) for look in (ground.article, ground.across)
        )
        own, other = both if evidence.side == "old" else both[::-1]
        likeness = standing.likeness(evidence, own.text, there)
        if likeness >= standing.NEARLY:
            same = _sentence(own, evidence, likeness)
            return replace(same, why=doubts.COARSE) if same and change.coarse else same
        why = why or doubts.of_place(evidence, here, there)
        why = why or doubts.of_words(evidence, own.text, other.text, ground.new.language)
        if one.kind == "qualifier" and one.detail in governed.FAMILIES:
            why = governed.doubt(ground, change, evidence, own) or why
        if one.kind == "safeguard":
            if holds(plain(other.text), evidence.text):
                clause = _clause(both, evidence)
                return replace(clause, why=why) if clause and change.coarse else clause
            why = protections.doubt(ground, change, evidence, own) or why
    if one.kind == "force" and not why and left.old and both[0].edit(left.old[0].start) is None:
        why = f"{quoted(left.old[0].text)} still stands there"
    elif one.kind == "force" and why and _face_to_face(left, both) and not change.coarse:
        why = ""
    return replace(fact, why=why)


def _clause(both: tuple[Text, Text], words: Words) -> Fact | None:
    """Words that are in both texts of a change, by the clauses that hold them."""
    gone = words.side == "old"
    said = told(both, (words,) if gone else (), () if gone else (words,))
    return Fact("other", said, (words,), FRAGMENT) if said else None


def _sentence(own: Text, words: Words, likeness: float) -> Fact | None:
    """Words that came or went in a sentence of which there is nearly the same on the other side: it
    is the sentence that did. None if that is no other sentence, but the same."""
    if likeness >= standing.SAME or not standing.whole(own.text, words, own.edit(words.start)):
        return None
    shown = own.cut(*sentence(own.text, words.start, words.end))
    gone = words.side == "old"
    also = "still stands there" if gone else "stood there already"
    what = f"{'loses' if gone else 'gains'} the sentence {quoted(shown.text, _SENTENCE)}"
    return Fact("other", f"{what}; one that is nearly the same {also}", (shown,), 6)


def _shown(one: Finding, both: tuple[Text, Text]) -> Words:
    return both[0].words(one.old[0]) if one.old else both[1].words(one.new[0])


def _face_to_face(one: Finding, both: tuple[Text, Text]) -> bool:
    """Whether the older words, and no others, gave way to the newer ones in the same place."""
    places = [t.edit(e[0].start) for t, e in zip(both, (one.old, one.new), strict=True)]
    if places[0] is None or places[1] is None or places[0][2] != places[1][2]:
        return False
    lengths = [len(t.text[p[0] : p[1]].split()) for t, p in zip(both, places, strict=True) if p]
    own = [len(t.words(e[0]).text.split()) for t, e in zip(both, (one.old, one.new), strict=True)]
    return lengths == own


def _turn(ground: Ground, change: Change) -> Iterator[Fact]:
    """Another job, if the words show it."""
    assert change.old is not None and change.new is not None
    if not (ground.ruled("old", change.old) and ground.ruled("new", change.new)):
        return
    before, after = ground.functions["old"][change.old], ground.functions["new"][change.new]
    articles = ground.article("old", change.old), ground.article("new", change.new)
    if not turned(before, after, *articles):
        return
    evidence = tuple(
        words
        for words in (
            _text(ground, "old", change.old),
            _text(ground, "new", change.new),
        )
        if words is not None
    )
    said = " became ".join(quoted(words.text) for words in evidence)
    clause = f"was {JOBS[before.name]} and is now {JOBS[after.name]}: {said}"
    yield Fact("function", clause, evidence, 9)


def _text(ground: Ground, side: str, eid: str) -> Words | None:
    """The first words of a provision: its own, or those of the first that stands in it."""
    of = ground.names[side].of
    draft = ground.old if side == "old" else ground.new
    inside = {eid}
    for one in draft.provisions:
        if one.eid == eid or one.parent in inside:
            inside.add(one.eid)
            if one.text.strip():
                which = "old" if side == "old" else "new"
                text = of[one.eid].text
                return Words("old" if which == "old" else "new", one.eid, text, 0, len(text))
    return None


def _arrival(ground: Ground, one: Moved, text: Text) -> Fact:
    source = ground.changes[one.old.change]
    name = ground.names["old"][source.old] if source.old else ""
    at = text.text.find(_new_text(one))
    words = text.cut(max(at, 0), max(at, 0) + len(_new_text(one)))
    return Fact("moved", f"holds words that stood in {name}: {quoted(words.text)}", (words,), 4)


def _new_text(one: Moved) -> str:
    return "".join(h.text for h in one.hunks if h.operation != "delete")


def _named(ground: Ground, parts: Sequence[tuple[tuple[str, str], str]]) -> list[str]:
    """The names of parts; where the first is sure, what is only a guess is called that."""
    guessed = [bool(doubts.of_link(ground.links.get(link))) for link, _ in parts]
    return [
        f"possibly {name}" if guess and not guessed[0] else name
        for (_, name), guess in zip(parts, guessed, strict=True)
    ]


def structure(ground: Ground, change: Change) -> Fact | None:
    """Where a provision went: moved, split, merged, now part of another, or by itself. Of the links
    of a split or a merger the first tells it."""
    assert change.old is not None and change.new is not None
    old, new = ground.names["old"], ground.names["new"]
    before, after = old[change.old], new[change.new]
    clause = ""
    if change.relation == "moved":
        clause = f"stands in another place: it was {before}"
        if before == after:
            holder = ground.holder("old", change.old)
            clause = f"stands in another place: it was in {holder}" if holder else _REORDERED
    elif change.relation == "demoted":
        whole = old.of[change.old].kind in UNITS and new.of[change.new].kind not in UNITS
        lower = f"was {before} and stands one level lower now"
        clause = f"takes in what was {old.titled(change.old)}" if whole else lower
    elif change.relation == "promoted":
        whole = new.of[change.new].kind in UNITS
        higher = f"was {before} and stands one level higher now"
        clause = f"stands by itself now: it was {before}" if whole else higher
    elif change.relation == "split":
        parts = ground.became[change.old]
        if len(parts) < 2 or parts[0] != change.new:
            return None
        named = _named(ground, [((change.old, eid), new[eid]) for eid in parts])
        clause = f"was split: {before} is now {listed(named)}"
    elif change.relation == "merged":
        parts = ground.was[change.new]
        if len(parts) < 2 or parts[0] != change.old:
            return None
        named = _named(ground, [((eid, change.new), old[eid]) for eid in parts])
        clause = f"joins what was {listed(named)}"
    else:
        return None
    doubt = doubts.of_link(ground.links.get((change.old, change.new))) or ground.held(change)
    return Fact("moved", clause, (), 5, doubt)
