"""One form for tokens that say the same in another spelling or another sign.

In: a token as printed. Out: its key: quotation marks are one, dashes and hyphens are one, a word
stands in small letters without hyphens and in one spelling. Tokens of one key are partners in a
difference; what they look like stays exact in its hunks, and `variants` decides whether a reader
is told. The rules err on the side of another key: two words with one key would be a change unseen.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

QUOTES = frozenset(
    "\"'`´\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb\uff02"
)
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d")

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
_HYPHENS = re.compile("[-\u2010\u2011]")
_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss"}

# "re-sign" is not "resign": without its hyphen a word in re- may be another, except before e.
_ANOTHER = re.compile(r"re-[^e]")

WORDS = {
    # American spelling: British spelling. Words alone, since no ending tells them.
    "center": "centre", "centers": "centres", "centered": "centred",
    "theater": "theatre", "theaters": "theatres",
    "fiber": "fibre", "fibers": "fibres", "liter": "litre", "liters": "litres",
    "meter": "metre", "meters": "metres",
    "kilometer": "kilometre", "kilometers": "kilometres",
    "defense": "defence", "defenses": "defences",
    "offense": "offence", "offenses": "offences",
    "license": "licence", "licenses": "licences",  # the verb has the s in both
    "pretense": "pretence", "pretenses": "pretences",
    "practise": "practice", "practises": "practices",
    "program": "programme", "programs": "programmes",
    "judgement": "judgment", "judgements": "judgments",
    "acknowledgement": "acknowledgment", "acknowledgements": "acknowledgments",
    "fulfill": "fulfil", "fulfills": "fulfils", "fulfillment": "fulfilment",
    "enroll": "enrol", "enrolls": "enrols", "enrollment": "enrolment",
    "installment": "instalment", "installments": "instalments",
    "willful": "wilful", "willfully": "wilfully", "skillful": "skilful",
    "catalog": "catalogue", "catalogs": "catalogues",
    "dialog": "dialogue", "dialogs": "dialogues",
    "adviser": "advisor", "advisers": "advisors",
    "gray": "grey", "aging": "ageing", "aluminum": "aluminium",
    "sulfur": "sulphur", "artifact": "artefact", "artifacts": "artefacts",
    "connexion": "connection", "connexions": "connections",
    "analyze": "analyse", "analyzes": "analyses",
    "analyzed": "analysed", "analyzing": "analysing",
    "paralyze": "paralyse", "paralyzed": "paralysed",
    "canceled": "cancelled", "canceling": "cancelling",
    "labeled": "labelled", "labeling": "labelling",
    "traveled": "travelled", "traveling": "travelling",
    "traveler": "traveller", "travelers": "travellers",
    "totaled": "totalled", "signaled": "signalled", "signaling": "signalling",
    "channeled": "channelled", "channeling": "channelling",
    "modeled": "modelled", "modeling": "modelling",
    "counseling": "counselling", "counselor": "counsellor", "marshaled": "marshalled",
    "whilst": "while", "amongst": "among",
    # French, before and after the reform of 1990.
    "évènement": "événement", "évènements": "événements",
    "règlementaire": "réglementaire", "règlementation": "réglementation",
    "connaitre": "connaître", "reconnaitre": "reconnaître", "maitrise": "maîtrise",
    "clef": "clé", "clefs": "clés",
    # Spanish, before and after the rules of 2010.
    "sólo": "solo", "período": "periodo", "períodos": "periodos",
    "guión": "guion", "éste": "este", "ésta": "esta", "éstos": "estos", "éstas": "estas",
}  # fmt: skip
"""Words that have two spellings; both have the one on the right for their key."""

# From five letters on, no word in -or means another thing than the same in -our, but for these.
_OUR = re.compile(r"(\w+[^\W\d_aeou])our(?=(?:s|ed|ing|able|ably|er|ers|ful|less|ite|ites)?$)")
_NOT_OUR = frozenset(("flour", "flours", "scour", "scours", "contour", "contours", "devour"))
_ISE = re.compile(r"(\w{3,})is(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational|ement|ements)$)")


_LONGEST = 40
"""Letters of a word that may have another spelling; the expressions are not run on longer ones."""


@lru_cache(maxsize=100_000)
def key(token: str) -> str:
    """The form in which a token is compared.

    >>> [key(t) for t in ("“", '"', "—", "Co-operate", "Organisation", "COLOUR", "re-sign")]
    ['"', '"', '-', 'cooperate', 'organization', 'color', 're-sign']
    """
    if token in QUOTES:
        return '"'
    if token in DASHES:
        return "-"
    if len(token) == 1 and not token.isalpha():
        return token
    if len(token) > _LONGEST:
        return token.casefold()
    word = unicodedata.normalize("NFKC", token.translate(_INVISIBLE)).casefold()
    word = _APOSTROPHES.sub("'", _HYPHENS.sub("-", word))
    for sign, letters in _LIGATURES.items():
        word = word.replace(sign, letters)
    if "-" in word and not _ANOTHER.match(word) and not any(c.isdigit() for c in word):
        word = word.replace("-", "")
    word = WORDS.get(word, word)
    if word not in _NOT_OUR:
        word = _OUR.sub(r"\1or", word)
    return _ISE.sub(r"\1iz", word)
