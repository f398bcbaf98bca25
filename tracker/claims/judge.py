"""A claim beside the texts.

In: a claim of a manifest; the drafts in one language, their threads and legal functions. Out: a
`Judged`: where the provision stands in each draft, what came of each check, and a verdict. What is
read from a paraphrase is told as such and never held to be so in the official text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tracker.claims import duties, jobs, rounds, wording
from tracker.claims.asked import Asked, Reading, cannot
from tracker.claims.names import Checked, Judged, Outcome, Place
from tracker.claims.record import Record
from tracker.claims.tell import NOT_OFFICIAL, missing, tell
from tracker.function import Function
from tracker.history.phrases_book import MOST_WORDS
from tracker.manifest_claims import NEEDS
from tracker.model import Check, CheckName, Claim, Draft, Thread
from tracker.words import count

_RULES: Mapping[CheckName, Callable[[Asked], Reading]] = {
    "says": wording.says,
    "lacks": wording.lacks,
    "said_until": rounds.said_until,
    "came_back": rounds.came_back,
    "may_only": duties.may_only,
    "function_is": jobs.function_is,
    "function_was": jobs.function_was,
    "was_own_article": jobs.was_own_article,
    "refers_to": jobs.refers_to,
}


def judge_all(
    claims: Iterable[Claim],
    drafts: Sequence[Draft],
    threads: Sequence[Thread],
    functions: Mapping[str, Mapping[str, Function]],
    *,
    language: str = "",
) -> tuple[Judged, ...]:
    """Each claim beside the texts, in the order of the claims.

    Args:
        drafts: in the order of the rounds, all of one negotiation and one language.
        threads: through these drafts, as `tracker.history.threads` gives them.
        functions: by symbol, and in it by eId, as `tracker.function.functions` gives them.
        language: that of the words of the checks, if it is not that of the drafts (ISO 639-1):
            then no words are looked for.
    """
    record = Record(drafts, threads, functions)
    return tuple(_judge(claim, record, language) for claim in claims)


def judge(
    claim: Claim,
    drafts: Sequence[Draft],
    threads: Sequence[Thread],
    functions: Mapping[str, Mapping[str, Function]],
    *,
    language: str = "",
) -> Judged:
    """One claim beside the texts; as `judge_all`."""
    return judge_all([claim], drafts, threads, functions, language=language)[0]


def _judge(claim: Claim, record: Record, language: str) -> Judged:
    lacking = missing(claim, record)
    if lacking is not None:
        return lacking
    checks = tuple(_checked(Asked(record, claim, one, language), record) for one in claim.checks)
    follows: tuple[Place, ...] = ()
    if claim.provision:
        follows = record.follow(claim.symbol, claim.provision)
    return tell(claim, checks, follows, record)


def _checked(asked: Asked, record: Record) -> Checked:
    unasked = _nothing_asked(asked.check)
    found = cannot(unasked) if unasked else _RULES[asked.check.check](asked)
    outcome: Outcome = found.outcome
    unofficial = [
        f"{symbol} is here only {NOT_OFFICIAL[standing]}, so nothing follows for its official text."
        for symbol in found.relies
        if (standing := record.drafts[symbol].source.standing) in NOT_OFFICIAL
    ]
    if unofficial:
        outcome = "cannot be told"
    caveat = unofficial[0] if unofficial else ""
    if len(unofficial) > 1:
        caveat += f" The same is true of {len(unofficial) - 1} more."
    why = _capital(found.why)
    return Checked(asked.check, found.outcome, outcome, why, found.evidence, found.relies, caveat)


def _capital(sentence: str) -> str:
    """A sentence with its first letter large; the symbol of a draft stays as it is."""
    first = sentence.split(" ", 1)[0]
    plain = first.isalpha() and first.islower()
    return sentence[0].upper() + sentence[1:] if plain else sentence


def _nothing_asked(check: Check) -> str:
    """Why a check asks for nothing that could be looked for, `""` if it does. A manifest with such
    a check is refused, but claims may come from elsewhere."""
    empty = [key for key in NEEDS[check.check] if not getattr(check, key)]
    if empty:
        return f"The check has no {empty[0]}, which {check.check} needs."
    wordless = [one for one in check.words if not 0 < count(one) <= MOST_WORDS]
    if wordless:
        return f"A phrase has between 1 and {MOST_WORDS} words; {wordless[0][:30]!r} has not."
    whole = check.where in ("draft", "operative")
    if whole and not check.words and check.check not in ("refers_to", "was_own_article"):
        return "A whole draft is only looked at for words, and the check has none."
    return ""
