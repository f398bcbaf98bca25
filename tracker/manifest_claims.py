"""The claims of a manifest: what no key of a check tells by itself.

In: the values of `[[claims]]` and `[[rounds]]`. Out: `Claim`s; and as faults what each check needs
and does not have, or has and nothing would look at, so that none says less than its writer thinks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.manifest_table import Problems
from tracker.model import Check, CheckName, Claim

_PLACE = ("where", "provision", "symbol")
_WORDS = ("words", "exact")

NEEDS: Mapping[CheckName, tuple[str, ...]] = {
    "says": ("words",),
    "lacks": ("words",),
    "said_until": ("words", "symbol"),
    "came_back": (),
    "may_only": (),
    "function_is": ("function",),
    "function_was": ("function",),
    "was_own_article": ("words",),
    "refers_to": ("target",),
}
"""The keys without which a check says nothing."""

TAKES: Mapping[CheckName, tuple[str, ...]] = {
    "says": (*_WORDS, *_PLACE, "any"),
    "lacks": (*_WORDS, *_PLACE),
    "said_until": (*_WORDS, *_PLACE),
    "came_back": (*_WORDS, *_PLACE),
    "may_only": (*_WORDS, *_PLACE),
    "function_is": (*_WORDS, *_PLACE, "function"),
    "function_was": (*_WORDS, *_PLACE, "function"),
    "was_own_article": (*_WORDS, "symbol"),
    "refers_to": (*_PLACE, "target"),
}
"""The keys that a check may have."""

_EARLIER: tuple[CheckName, ...] = ("function_was", "was_own_article")


def claim(values: Mapping[str, Any]) -> Claim:
    """A claim without faults, as what its values stand for."""
    return Claim(**{**values, "checks": tuple(Check(**one) for one in values["checks"])})


def check_claims(
    claims: Sequence[Mapping[str, Any]], rounds: Sequence[Mapping[str, Any]], problems: Problems
) -> None:
    """Note what is wrong with the checks of claims."""
    dates = {one["symbol"]: one["date"] for one in rounds}
    for number, said in enumerate(claims, 1):
        place = f"claims[{number}]"
        if said["document"] in dates and said["document"]:
            problems.add(
                f"{place}.document",
                f"{said['document']!r} is the symbol of a round; name it in `symbol`",
            )
        elif said["document"] and said["checks"]:
            problems.add(
                f"{place}.checks", "cannot be followed: of a `document` no text is here to look in"
            )
        for nth, check in enumerate(said["checks"], 1):
            if check["check"]:
                _check(check, said, dates, (f"{place}.checks[{nth}]", problems))


def _check(
    check: Mapping[str, Any],
    said: Mapping[str, Any],
    dates: Mapping[str, str],
    where: tuple[str, Problems],
) -> None:
    place, problems = where
    name: CheckName = check["check"]
    for key in NEEDS[name]:
        if not check[key] and not any(f"{place}.{key}{n}" in problems for n in ("", "[1]")):
            problems.add(f"{place}.{key}", f"is missing; {name} needs it")
    known = {"check", *TAKES[name]}
    for key, value in check.items():
        if key not in known and value and (key, value) != ("where", "provision"):
            problems.add(f"{place}.{key}", f"is of no use with {name}")
    symbol = check["symbol"]
    if symbol and symbol not in dates:
        problems.add(f"{place}.symbol", f"{symbol!r} is the symbol of no round")
    elif symbol and name in _EARLIER and dates[symbol] >= dates.get(said["symbol"], "9999"):
        problems.add(f"{place}.symbol", f"{symbol!r} is no draft before that of the claim")
    if "where" not in TAKES[name]:
        return
    if check["where"] in ("draft", "operative"):
        if "words" in TAKES[name] and not check["words"]:
            problems.add(f"{place}.words", "is missing; a whole draft is only looked at for words")
    elif not check["provision"] and not said["provision"]:
        problems.add(
            f"{place}.where",
            'the claim is about a whole draft; write where = "draft", or name a `provision`',
        )
