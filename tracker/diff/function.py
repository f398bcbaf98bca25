"""The legal job of a provision, by first, simple rules.

In: a draft. Out: for each provision a function and the words that showed it. The rules look at the
heading before the text and at phrases that treaty and statute drafters use for one job only; what
no rule knows is `other`, and nothing is guessed for languages without rules (`unclear`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.model import Draft, Provision

LANGUAGES = frozenset({"en"})
"""Languages that have rules."""

FUNCTIONS: dict[str, str] = {
    "recital": "a reason given before the rules begin",
    "purpose": "says what the text is for",
    "definition": "fixes what a word means",
    "scope": "says what the rules apply to",
    "safeguard": "protects rights or limits a power",
    "offence": "makes States punish a conduct as a crime of its own",
    "aggravating circumstance": "makes the punishment of another crime heavier",
    "participation": "extends crimes to helpers and attempts",
    "liability of legal persons": "makes companies answer for crimes",
    "sanction": "says how crimes are prosecuted and punished",
    "jurisdiction": "says which State may prosecute",
    "procedural power": "lets authorities search, order, collect or intercept",
    "cooperation": "makes States help each other",
    "prevention": "is about measures before a crime happens",
    "assistance": "is about training and technical help",
    "institution": "sets up or runs a body",
    "final clause": "is about signature, entry into force, change or end of the text",
    "other": "has none of the jobs we have rules for",
    "unclear": "could not be told by our rules",
}
"""Every function with what it means, in plain words."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of `FUNCTIONS` and the words that showed it."""

    name: str
    evidence: str


_BY_KIND = {"recital": "recital", "citation": "recital", "formula": "other"}

_TEXT_FIRST = (
    (
        "aggravating circumstance",
        r"aggravating\s+(?:circumstances?|factors?)|aggravated\s+(?:offences?|sanctions?|penalt)",
    ),
)

_HEADING = (
    (
        "purpose",
        r"\b(?:statement\s+of\s+purpose|purposes?|(?:subject[- ]matter\s+and\s+)?objectives?)\b",
    ),
    ("definition", r"\buse\s+of\s+terms\b|\bdefinitions?\b|\binterpretation\b"),
    (
        "safeguard",
        r"\bsafeguards?\b|\bhuman\s+rights\b|\bprotection\s+of\s+(?:sovereignty|personal\s+data)\b",
    ),
    ("jurisdiction", r"\bjurisdiction\b"),
    ("scope", r"\bscope\b|\bapplication\b"),
    (
        "liability of legal persons",
        r"\bliability\s+of\s+legal\s+persons\b|\bcorporate\s+liability\b",
    ),
    ("participation", r"\bparticipation\b|\battempt\b|\baiding\b"),
    (
        "sanction",
        r"\bsanctions?\b|\bpenalt(?:y|ies)\b|\bprosecution\b|\bstatute\s+of\s+limitations\b|\bfines?\b",
    ),
    (
        "procedural power",
        r"\bpreservation\b|\bproduction\s+orders?\b|\bsearch\b|\bseizure\b|\breal[- ]time\b"
        r"|\binterception\s+of\s+content\b"
        r"|\bfreezing\b|\bconfiscation\b|\bdisclosure\s+of\s+(?:stored|preserved|traffic)\b",
    ),
    (
        "cooperation",
        r"\bco-?operation\b|\bmutual\s+(?:legal\s+)?assistance\b|\bextradition\b|\btransfer\s+of\b"
        r"|\bjoint\s+investigations?\b|\b24/7\b",
    ),
    ("prevention", r"\bpreventi(?:on|ve)\b"),
    ("assistance", r"\btechnical\s+assistance\b|\bcapacity[- ]building\b|\btraining\b"),
    (
        "institution",
        r"\bconference\s+of\b|\bsecretariat\b|\bcommission\b|\bcommittee\b|\bcouncil\b",
    ),
    (
        "final clause",
        r"\bentry\s+into\s+force\b|\bsignature\b|\bratification\b|\bamendments?\b|\bdenunciation\b|\bdepositary\b"
        r"|\bsettlement\s+of\s+disputes\b|\breservations?\b|\bauthentic\b|\bprotocols?\b|\brepeal\b|\bwithdrawal\b",
    ),
)

_TEXT = (
    (
        "offence",
        r"\b(?:establish|make|treat|declare)\b[^.;]{0,160}?\b(?:as|it|them)\s+(?:a\s+)?criminal\s+offences?\b"
        r"|\bas\s+(?:a\s+|an\s+)?(?:separate\s+)?(?:criminal\s+)?offences?\b[^.;]{0,80}?\bdomestic\s+law\b"
        r"|\bcriminali[sz]e\b",
    ),
    (
        "definition",
        r"[\"\u201c\u2018'][^\"\u201d\u2019]{1,80}[\"\u201d\u2019]\s+(?:shall\s+mean|means?|refers?\s+to)\b",
    ),
    ("purpose", r"\bpurposes?\s+of\s+this\s+\w+\s+(?:is|are)\b"),
    ("scope", r"\bthis\s+\w+\s+(?:shall\s+appl(?:y|ies)|applies)\b"),
    ("final clause", r"\bshall\s+enter\s+into\s+force\b|\bopen\s+for\s+signature\b"),
)

_Rules = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(rules: tuple[tuple[str, str], ...]) -> _Rules:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rules)


_RULES_TEXT_FIRST, _RULES_HEADING, _RULES_TEXT = map(_compiled, (_TEXT_FIRST, _HEADING, _TEXT))


def functions(draft: Draft) -> dict[str, Function]:
    """The function of every provision by eId.

    A provision inside another has its function unless its own words say otherwise; an article
    whose first paragraph makes an offence is an offence, although its heading names only the
    conduct.
    """
    if draft.language not in LANGUAGES:
        return {
            p.eid: Function("unclear", f"no rules for {draft.language}") for p in draft.provisions
        }
    inner: dict[str, list[Provision]] = {}
    for provision in draft.provisions:
        if provision.parent is not None:
            inner.setdefault(provision.parent, []).append(provision)
    found: dict[str, Function] = {}
    for provision in draft.provisions:
        found[provision.eid] = (
            _of_words(provision, inner)
            or _inherited(provision, found)
            or Function("other", "no rule applies")
        )
    return found


def _of_words(provision: Provision, inner: dict[str, list[Provision]]) -> Function | None:
    if provision.kind in _BY_KIND:
        return Function(_BY_KIND[provision.kind], f"stands as a {provision.kind}")
    own = " ".join(provision.text.split())
    return (
        _first(_RULES_TEXT_FIRST, own)
        or _first(_RULES_HEADING, provision.heading)
        or _first(_RULES_TEXT, own)
        or _of_first_inner(provision, inner)
    )


def _of_first_inner(provision: Provision, inner: dict[str, list[Provision]]) -> Function | None:
    """What has no words of its own has the function of the first words in it: the rule comes
    before its exceptions."""
    if provision.kind not in ("article", "section", "hcontainer"):
        return None
    first = inner.get(provision.eid, [])[:1]
    while first and not first[0].text:
        first = inner.get(first[0].eid, [])[:1]
    return _first(_RULES_TEXT, " ".join(first[0].text.split())) if first else None


def _inherited(provision: Provision, found: dict[str, Function]) -> Function | None:
    if provision.parent is None:
        return None
    above = found[provision.parent]
    if above.name == "other":
        return None
    return Function(above.name, f"as what it stands in: {above.evidence}")


def _first(rules: _Rules, text: str) -> Function | None:
    for name, pattern in rules:
        match = pattern.search(text)
        if match:
            return Function(name, match.group()[:120])
    return None
