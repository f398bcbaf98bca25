"""What the words of provisions in English say of help between States, of when it is refused, of
prevention and of assistance.

In: nothing. Out: `HELP`, cues beside those of crimes, of powers and of the frame of a text.
"""

from __future__ import annotations

from tracker.function.cues import cue

_NO_CRIME = (
    r"(?![^.;]{0,60}\b(?:environment|species|pollution|resources|biodiversity|diseases?"
    r"|(?:adverse|harmful) (?:effects|impacts))\b)"
)
"""What is prevented here is a crime, not harm to nature or health."""

HELP = (
    cue(
        "cooperation",
        4.5,
        "assist|operat|collaborat|consult|mutual aid",
        r"\b(?:afford|render|provide|lend|give|grant)\b[^.;]{0,20}\b(?:one another|each other)\b"
        r"[^.;]{0,40}\bassistance|\b(?:states?|parties|members)\b[^.;]{0,120}?\b(?:shall|will"
        r"|have a duty to|undertake to)(?:, [^.;]{0,120}?,)? (?:\w+ ){0,3}?(?:co-?operate"
        r"|pursue co-?operation|collaborate|assist (?:one|each)|consult together"
        r"|consult (?:with )?(?:one another|each other))\b|\bmutual aid\b"
        r"|(?<!or in )\bco-?operat(?:e|ion) (?:\w+ ){0,2}(?:with|between|among) (?:one another"
        r"|each other"
        r"|other"
        r" (?:states|parties)|states)|\bassist (?:one another|each other)\b"
        r"|\bfullest co-?operation",
    ),
    cue(
        "cooperation",
        3,
        "request|ask another",
        r"\brequest(?:ed|ing) (?:supervisory |central |competent )?(?:state|party|member|country"
        r"|authorit)|\brequests? (?:another"
        r"|other)"
        r" (?:state|part)|\brequests? for (?:\w+ )?(?:assistance|extradition|co-?operation"
        r"|preservation|surrender)|\bask another\b|\breceived a request\b"
        r"|\brequests? (?:from|made by) (?:an)?other (?:state|part)",
    ),
    cue(
        "cooperation",
        3,
        "mutual|extradit",
        r"\bmutual (?:legal |judicial )?assistance\b|\bextradit(?:e|ion|able|ed)\b",
    ),
    cue(
        "cooperation",
        2.5,
        "agreements or arrangements|agreements under which|bilateral",
        r"\b(?:conclud|enter)\w*\b[^.;]{0,20}\bbilateral\b[^.;]{0,40}\b(?:agreements|arrangements)"
        r"|\bagreements under which\b",
    ),
    cue("cooperation", 2, "international", r"\binternational (?:mutual )?(?:co-?operation|assist)"),
    cue(
        "cooperation",
        2.5,
        "of contact|contact point|central authorit|letters rogatory",
        r"\bpoints? of contact\b|\bcontact points?\b|\bcentral authorit|\bletters rogatory\b",
    ),
    cue(
        "cooperation",
        2,
        "another|other state|other part|one another|each other",
        r"\b(?:of|by|to|from|with|another|other) (?:another|other) (?:state|part)(?:y|ies|s)?\b"
        r"|\banother (?:state )?party\b|\bone another\b|\beach other\b",
    ),
    cue(
        "cooperation",
        2,
        "exchang|transfer|shar|liaison",
        r"\bexchang(?:e|ing)\b[^.;]{0,20}\b(?:information|data)\b|\bshared with (?:an)?other\b"
        r"|\btransferr?(?:ing|ed"
        r"|s)?\b[^.;]{0,40}\b(?:"
        r"proceedings|persons?|sentence)|\bpersons?\b[^.;]{0,30}\b(?:may|shall) be transferred\b"
        r"|\bliaison officers\b|\bshar(?:e|ing) (?:\w+ )?information\b",
    ),
    cue(
        "ground for refusal",
        6,
        "refus|declin|postpon|oblige|obligation|bound to",
        r"\b(?:may|can|shall|must)\b(?! not\b)[^.;]{0,60}?\b(?:refused?|decline[ds]?"
        r"|postponed?)\b(?! to (?:sign"
        r"|ratif))|\bgrounds? (?:for|of) refus|\bnothing in this \w+ (?:obliges"
        r"|shall be interpreted"
        r" as imposing an obligation)\b|\bnot (?:be )?(?:obliged|bound) to (?:extradite|assist"
        r"|provide|grant)",
    ),
    cue(
        "ground for refusal",
        3,
        "substantial grounds",
        r"\bsubstantial grounds for believing\b[^.;]{0,80}\brequest",
    ),
    cue(
        "cooperation",
        4,
        "not refuse|not be refuse|not decline|not be decline",
        r"\b(?:may|can|shall|must) not (?:be )?(?:refused?|declined?)\b(?! to act)",
    ),
    cue(
        "ground for refusal",
        6,
        "not be granted|right to refuse",
        r"\b(?:extradition|assistance|transfers?|surrender|requests?|co-?operation)\b[^.;]{0,40}"
        r"\bshall not be granted\b|\bright to refuse (?:\w+ )?(?:extradit|assist|transfer|surrender"
        r"|execut|co-?operat)",
    ),
    cue(
        "ground for refusal",
        2,
        "refus|dual criminality|essential interests|prejudice its",
        r"\brefus(?:al|es)\b|\bdual criminality\b|\bessential interests\b",
    ),
    cue(
        "prevention",
        4,
        "prevent|deter|discourage",
        r"\b(?:measures|policies|practices|regime|programmes|take action|strategies)\b[^.;]{0,40}"
        rf"\b(?:to (?:deter|prevent|discourage)|prevention)\b{_NO_CRIME}"
        r"|\bpreventive (?:measures|policies)"
        r"|\bpromote\b[^.;]{0,60}\bprevent|\bdiscourage the demand\b",
    ),
    cue(
        "prevention",
        3,
        "awareness|due diligence|commission|suspicious|regulatory and supervisory|code|integrity"
        "|customer|best practices"
        "|good practices|reduce",
        r"\bdue diligence\b|\bnot used in the commission\b|\bsuspicious transactions\b"
        r"|\bidentification of (?:\w+ )?customers\b|\bawareness\b|\bregulatory and supervisory\b"
        r"|\bcodes? of conduct\b"
        r"|\bpromot\w+ (?:\w+ ){0,3}integrity\b"
        r"|\bcustomer identification\b|\b(?:best|good) practices\b|\breduce (?:\w+ ){0,4}"
        r"(?:opportunities|occasions)",
    ),
    cue(
        "prevention",
        2.5,
        "corruption|market|trade|industry",
        r"\b(?:fight|combat|against) corruption\b|\b(?:regulat\w+|supervis\w+)\b[^.;]{0,40}"
        r"\b(?:markets?|trade|industry)\b",
    ),
    cue("prevention", 1.5, "prevent", rf"\bprevent(?:ion|ing|ive|s)?\b{_NO_CRIME}"),
    cue("prevention", 1, "deter|reintegration|detect", r"\bdeter\b|\breintegration\b|\bdetect\b"),
    cue(
        "assistance",
        4,
        "technical assist|capacity|training program|technical and",
        r"\btechnical assistance\b|\bcapacity[- ]building\b|\btraining program",
    ),
    cue(
        "assistance",
        3,
        "developing",
        r"\b(?:assist|assisting|assistance to|ability of|capacity of|support to)"
        r"[^.;]{0,40}\bdeveloping (?:countries|states|parties)\b",
    ),
    cue(
        "assistance",
        2.5,
        "training|developing|fund|financial|technology",
        r"\btraining\b|\bprovide (?:\w+ )?fund(?:s|ing)\b|\bdeveloping (?:countries|states)\b"
        r"|\bfinancial (?:and material )?(?:assistance"
        r"|resources|contributions)|\btransfer of (?:\w+ )?technology\b",
    ),
)
