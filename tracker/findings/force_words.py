"""Duties, options and bans that changed, in plain English.

In: the two forces of a finding (`duty to option`). Out: what to say of them, and how much weight it
has.
"""

from __future__ import annotations

_NOUN = {
    "duty": "a duty",
    "soft": "only a recommendation or a duty to try",
    "option": "an option",
    "ban": "forbidden",
    "soft ban": "only advised against",
}

_TOLD = {
    ("duty", "option"): "what was a duty is now an option",
    ("duty", "soft"): "what was a duty is now only a recommendation or a duty to try",
    ("soft", "option"): "what was recommended, or to be tried, is now only an option",
    ("option", "duty"): "what was an option is now a duty",
    ("soft", "duty"): "what was only recommended, or to be tried, is now a duty",
    ("option", "soft"): "what was an option is now recommended, or to be tried",
    ("ban", "option"): "what was forbidden is now allowed",
    ("option", "ban"): "what was allowed is now forbidden",
    ("ban", "soft ban"): "what was forbidden is now only advised against",
    ("soft ban", "ban"): "what was only advised against is now forbidden",
    ("duty", "ban"): "what was a duty is now forbidden",
    ("ban", "duty"): "what was forbidden is now a duty",
}

_WEIGHT = {
    ("duty", "option"): 9,
    ("ban", "option"): 9,
    ("option", "ban"): 9,
    ("duty", "ban"): 9,
    ("ban", "duty"): 9,
    ("option", "duty"): 8,
    ("duty", "soft"): 8,
    ("soft", "duty"): 7,
    ("soft", "option"): 6,
    ("option", "soft"): 6,
    ("ban", "soft ban"): 7,
    ("soft ban", "ban"): 7,
}


def told(detail: str) -> str:
    """What became of the force, from the detail of a finding.

    >>> told("duty to option")
    'what was a duty is now an option'
    >>> told("duty or option to ban")
    'it was open whether this is a duty or an option; it is now forbidden'
    """
    old, _, new = detail.partition(" to ")
    if (old, new) in _TOLD:
        return _TOLD[old, new]
    if " or " in old and " or " not in new:
        return f"it was open whether this is {_either(old)}; it is now {_NOUN.get(new, new)}"
    if " or " in new and " or " not in old:
        return f"what was {_NOUN.get(old, old)} is open now: {_either(new)}"
    return "who must, may or must not do this has changed"


def severity(detail: str) -> int:
    """How much a change of force weighs, 0 to 9."""
    old, _, new = detail.partition(" to ")
    return _WEIGHT.get((old, new), 6 if " or " in detail else 4)


def _either(forces: str) -> str:
    return " or ".join(_NOUN.get(force, force) for force in forces.split(" or "))
