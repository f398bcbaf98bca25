"""Duties, options and bans that changed, in plain English.

In: the two forces of a finding (`duty to option`), or the name of another way in which a duty got
weaker or stronger. Out: what to say of it, and how much weight it has. Who must do it is never
said to have changed: no rule of force looks at that.
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

_FAR = "how far the duty goes has changed"
_PROVEN = "how this must be proven has changed"
_WAYS = {
    "all to some": (_FAR, _FAR),
    "rules to advice": (
        "what was to bind others is now advice",
        "what was advice is now to bind others",
    ),
    "proof to ability": (_PROVEN, _PROVEN),
    "deed to measures": (
        "a direct rule is now a duty to take steps for it",
        "a duty to take steps for this is now a direct rule",
    ),
    "duty to aim": ("what was put as a duty is now put as an aim", ""),
    "aim to duty": ("", "what was put as an aim is now put as a duty"),
    "duty to duty": (
        "the duty is now to take measures towards it",
        "what was a duty to take measures is now a duty to do it",
    ),
    "option to option": (
        "what was called a right is now only said to be allowed",
        "what was only said to be allowed is now called a right",
    ),
    "result to effort": ("a duty to bring something about is now one to work for it", ""),
    "effort to result": ("", "a duty to work for something is now one to bring it about"),
    "order to asking": ("what was an order is now a request", ""),
    "asking to order": ("", "what was a request is now an order"),
}
"""What is said where the modal does not tell it: of what got weaker, and of what got stronger."""
_ELSE = "how far this binds has changed"


def told(detail: str, direction: str = "") -> str:
    """What became of the force, from the detail and the direction of a finding.

    >>> told("duty to option")
    'what was a duty is now an option'
    >>> told("duty or option to ban")
    'it was open whether this is a duty or an option; it is now forbidden'
    >>> told("all to some", "stronger")
    'how far the duty goes has changed'
    """
    if detail in _WAYS:
        weaker, stronger = _WAYS[detail]
        said = {"weaker": weaker, "stronger": stronger}.get(direction, "")
        return said or _ELSE
    old, _, new = detail.partition(" to ")
    if (old, new) in _TOLD:
        return _TOLD[old, new]
    if " or " in old and " or " not in new:
        return f"it was open whether this is {_either(old)}; it is now {_NOUN.get(new, new)}"
    if " or " in new and " or " not in old:
        return f"what was {_NOUN.get(old, old)} is open now: {_either(new)}"
    return _ELSE


def severity(detail: str) -> int:
    """How much a change of force weighs, 0 to 9."""
    old, _, new = detail.partition(" to ")
    return _WEIGHT.get((old, new), 6 if " or " in detail else 4)


def _either(forces: str) -> str:
    return " or ".join(_NOUN.get(force, force) for force in forces.split(" or "))
