"""Bad input for the aligner: what it is given, and what the right answer is.

In: an alignment, or what the named error said that came instead. Out: what is wrong with it, `""`
if nothing is. `CASES` names them; each makes its drafts anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bench_align_made import Speaker, drafts, plain, translated

from tracker.model import Alignment, Draft

TREATY = {"provisions": 700, "words": 30_000, "articles": 110}
"""The size of a long treaty: provisions at every level, words, articles."""

SENTENCE = "Each Member shall see to it that this text is kept and made known to all."

Verdict = Callable[[Draft, Draft, Alignment], str]


@dataclass(frozen=True, slots=True)
class Case:
    """Two drafts, how many seconds their alignment may take, and how its answer is judged.
    `error` says whether a named error is a right answer, or the only one."""

    make: Callable[[], tuple[Draft, Draft]]
    seconds: float
    verdict: Verdict
    error: str = "wrong"

    @property
    def right(self) -> str:
        """How a right answer is told."""
        return "a named error" if self.error == "only" else "right"

    def judge(self, old: Draft, new: Draft, answer: Alignment | str) -> str:
        """What is wrong with an answer; a text is what a named error said."""
        if isinstance(answer, str):
            if self.error == "wrong":
                return f"an error: {answer}"
            names = old.symbol in answer and new.symbol in answer
            return "" if names else f"does not say which drafts: {answer}"
        return "no error" if self.error == "only" else self.verdict(old, new, answer)


def identical(old: Draft, new: Draft, answer: Alignment) -> str:
    """Every provision became the one of the same eId, and nothing else."""
    wrong = [x for x in answer.links if x.old != x.new or x.relation != "same"]
    missed = len(old.provisions) - (len(answer.links) - len(wrong))
    return f"{len(wrong)} links wrong, {missed} missed" if wrong or missed else ""


def without_partner(old: Draft, new: Draft, answer: Alignment) -> str:
    """All of one draft was deleted, or all of the other inserted."""
    want: list[tuple[str | None, str | None, str]]
    want = [(None, p.eid, "inserted") for p in new.provisions]
    want += [(p.eid, None, "deleted") for p in old.provisions]
    return "" if [(x.old, x.new, x.relation) for x in answer.links] == want else "another answer"


def no_wrong_claim(old: Draft, new: Draft, answer: Alignment) -> str:
    """Between translations whatever is linked has the same place."""
    claims = [x for x in answer.links if x.old is not None and x.new is not None]
    wrong = sum(x.old != x.new for x in claims)
    return f"{wrong} of {len(claims)} links wrong" if wrong > 0.002 * len(claims) else ""


def all_used_once(old: Draft, new: Draft, answer: Alignment) -> str:
    """Among equals: each of the fewer has one partner, no two the same."""
    linked = [(x.old, x.new) for x in answer.links if x.old is not None and x.new is not None]
    ends = len({o for o, _ in linked}), len({n for _, n in linked})
    fewer = min(len(old.provisions), len(new.provisions))
    return "" if ends == (fewer, fewer) and len(linked) == fewer else f"{len(linked)} links, {ends}"


def _treaty(symbol: str = "A/1") -> Draft:
    return replace(drafts(**TREATY).old, symbol=symbol)


def _of_words(count: int, same: bool, symbol: str) -> Draft:
    speaker = Speaker(count, 2_000)
    return plain(("word" if same else speaker.say(1)[0] for _ in range(count)), symbol)


CASES: dict[str, Case] = {
    "a draft with itself": Case(lambda: (_treaty(), _treaty("A/2")), 0.15, identical),
    "a draft with an empty one": Case(
        lambda: (_treaty(), plain((), "A/2")), 0.15, without_partner
    ),
    "an empty draft with a full one": Case(
        lambda: (plain((), "A/1"), _treaty("A/2")), 0.15, without_partner
    ),
    "two empty drafts": Case(lambda: (plain((), "A/1"), plain((), "A/2")), 0.15, without_partner),
    "a draft with its translation": Case(
        lambda: (_treaty(), translated(_treaty(), "A/2", "fr")), 0.15, no_wrong_claim, "allowed"
    ),
    "every article the same sentence, 110": Case(
        lambda: (plain([SENTENCE] * 110, "A/1"), plain([SENTENCE] * 110, "A/2")), 0.15, identical
    ),
    "every article the same sentence, 110 and 100": Case(
        lambda: (plain([SENTENCE] * 110, "A/1"), plain([SENTENCE] * 100, "A/2")),
        0.15,
        all_used_once,
    ),
    "every article the same sentence, 5,000": Case(
        lambda: (plain([SENTENCE] * 5_000, "A/1"), plain([SENTENCE] * 5_000, "A/2")), 4, identical
    ),
    "10,000 provisions of one and the same word": Case(
        lambda: (_of_words(10_000, True, "A/1"), _of_words(10_000, True, "A/2")), 4, identical
    ),
    "10,000 provisions of one word each": Case(
        lambda: (_of_words(10_000, False, "A/1"), _of_words(10_000, False, "A/2")), 4, identical
    ),
    "two drafts of different negotiations": Case(
        lambda: (_treaty(), replace(_treaty("B/2"), negotiation="another")),
        0.15,
        identical,
        "only",
    ),
}  # fmt: skip
