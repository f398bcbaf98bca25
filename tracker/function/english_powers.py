"""What the words of provisions in English say of powers, their limits, and help between States.

In: nothing. Out: `POWERS`, cues beside those of crimes and of the frame of a text.
"""

from __future__ import annotations

from tracker.function.cues import cue

_TEXT = (
    r"(?:this|the present) (?:convention|treaty|agreement|protocol|covenant|act|regulation"
    r"|directive|law|statute|constitution|charter)"
)
_AUTHORITY = (
    r"(?:authorit(?:y|ies)|courts?|judges?|officers?|officials|prosecutors?|police|inspectors?)"
)
_REACH = (
    r"(?:order|search|seize|secure|collect|record|obtain|preserve|intercept|access|inspect|enter"
    r"|compel|identify|trace|freeze|monitor|demand|require|investigate)"
)

POWERS = (
    cue(
        "procedural power",
        5,
        "authorit|court|judge|officer|official|prosecutor|police|inspector",
        rf"\b(?:empower|enable|authori[sz]e|permit"
        rf"|allow)s?\b(?! another)[^.;]{{0,80}}\b{_AUTHORITY}\b"
        rf"[^.;]{{0,60}}? to\b"
        rf"|\b(?:competent|law enforcement|its|the) {_AUTHORITY} (?:can|may|shall be able to)"
        rf"\b[^.;:]{{0,60}}?\b{_REACH}\b|\b(?:competent|the|its) authorities can:",
    ),
    cue(
        "procedural power",
        4,
        "officer|inspector|constable|authorised person|authorized person|the police",
        r"\b(?:authori[sz]ed (?:officer|person)|inspector|police officer|constable|member of the"
        r" police) may\b",
    ),
    cue(
        "procedural power",
        3,
        "service provider|person|the power|anyone|someone",
        rf"\b{_REACH} (?:a|any|the|that|such) service provider"
        r"|\b(?:order|compel|require|search) (?:a|any|the|that|such) person\b"
        r"|\border (?:anyone|someone)"
        r"|\boblige (?:a )?service providers?|\bthe power to\b",
    ),
    cue(
        "procedural power",
        3,
        "special investig|undercover|surveillance|controlled deliver|warrant|real-time|real time"
        "|preserv",
        r"\bspecial investigative\b|\bundercover operations\b|\bsurveillance\b"
        r"|\bcontrolled deliver"
        r"|\bsearch warrant|\breal[- ]time\b|\bpreserv(?:e|ation|ed)\b[^.;]{0,60}\bdata\b",
    ),
    cue(
        "procedural power",
        3,
        "custody|detain|arrest",
        r"\b(?:take|taken|hold|held)\b[^.;]{0,60}\binto custody\b|\bmay (?:be )?(?:arrest|detain)",
    ),
    cue(
        "procedural power",
        1.5,
        "criminal investigation|evidence|law enforcement ag",
        r"\bcriminal investigations?\b|\bgather\w* (?:\w+ )?evidence\b|\blaw enforcement agenc",
    ),
    cue(
        "procedural power",
        2.5,
        "identification|tracing|freez|seiz",
        r"\b(?:identification|tracing|freezing|seizure|freeze|seize)\b",
    ),
    cue(
        "safeguard",
        5,
        "condition|subject to|safeguards|proportional",
        r"\b(?:powers?|procedures|measures)\b[^.;]{0,80}\b(?:shall be|are|is) subject to\b"
        r"|\bconditions and safeguards\b|\bprinciple of proportionality\b",
    ),
    cue(
        "safeguard",
        5,
        "entitle|permit|allow|authoriz|authoris|gives no|sovereign",
        rf"\b(?:nothing in|no provision of) {_TEXT} (?:shall |may )?(?:\w+ ){{0,3}}(?:entitle"
        rf"|permit"
        rf"|authori[sz]|allow)|\b{_TEXT} gives no\b|\bsovereign equality\b",
    ),
    cue(
        "safeguard",
        4,
        "protection|protect",
        r"\b(?:effective|appropriate|assistance and|provide) (?:\w+ )?protection (?:of|to|for"
        r"|from)\b"
        r"|\bprotection of (?:\w+ )?(?:victims|witnesses|persons|human|personal|privacy)"
        r"|\bprotect (?:\w+ ){0,4}(?:victims|witnesses|rights|privacy|personal data)",
    ),
    cue(
        "safeguard",
        3,
        "human rights|fundamental|fair trial|fair treatment|due process|rights and guarantees"
        "|legal aid|legal counsel",
        r"\bhuman rights\b|\bfundamental (?:rights|freedoms)\b|\bfair (?:trial|treatment)\b"
        r"|\bdue process\b|\brights and guarantees\b|\blegal (?:aid|counsel)\b",
    ),
    cue(
        "safeguard",
        3,
        "right|no one|no person",
        r"\b(?:everyone|every (?:person|citizen)|all persons|data subject|no (?:one|person))\b"
        r"[^.;]{0,40}\b(?:right to|rights?|shall be (?:subjected|deprived|held|compelled))\b",
    ),
    cue("safeguard", 2, "personal data|privacy", r"\bpersonal data\b|\bprivacy\b"),
    cue("safeguard", 2, "victim|witness", r"\bvictims?\b|\bwitnesses\b"),
    cue(
        "safeguard",
        2.5,
        "consent|confidential|purpose|not be",
        r"\bwithout (?:the )?(?:prior |written |express )*consent|\bpurposes? other than\b"
        r"|\bnot be"
        r" (?:used|transmitted|disclosed)\b|\bkept confidential\b",
    ),
    cue(
        "cooperation",
        4.5,
        "assist|operate|operation|help",
        r"\b(?:afford|render|provide|lend|give|grant)\b[^.;]{0,20}\b(?:one another|each other)\b"
        r"[^.;]{0,40}\bassistance|\bparties shall (?:\w+ ){0,3}(?:co-?operate|assist (?:one|each))"
        r"|\bco-?operat(?:e|ion) (?:\w+ ){0,2}(?:with|between|among) (?:one another|each other"
        r"|other"
        r" (?:states|parties)|states)|\bassist (?:one another|each other)\b"
        r"|\bfullest co-?operation",
    ),
    cue(
        "cooperation",
        3,
        "request|ask another",
        r"\brequest(?:ed|ing) (?:state|party|member|country|authorit)|\brequests? (?:another"
        r"|other)"
        r" (?:state|part)|\brequests? for (?:\w+ )?(?:assistance|extradition|co-?operation"
        r"|preservation|surrender)|\bask another\b",
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
        "exchang|transfer|shar",
        r"\bexchang(?:e|ing)\b[^.;]{0,20}\binformation\b|\btransferr?(?:ing|ed"
        r"|s)?\b[^.;]{0,40}\b(?:"
        r"proceedings|persons?|sentence)|\bshar(?:e|ing) (?:\w+ )?information\b",
    ),
    cue(
        "ground for refusal",
        6,
        "refus|declin|postpon|oblige|obligation|bound to",
        r"\b(?:may|can|shall|must)\b[^.;]{0,60}?\b(?:refused?|decline[ds]?"
        r"|postponed?)\b(?! to (?:sign"
        r"|ratif))|\bgrounds? (?:for|of) refus|\bnothing in this \w+ (?:obliges"
        r"|shall be interpreted"
        r" as imposing an obligation)\b|\bnot (?:be )?(?:obliged|bound) to (?:extradite|assist"
        r"|provide|grant)",
    ),
    cue("ground for refusal", 2, "not be granted", r"\bshall not be granted\b"),
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
        r"\b(?:to (?:deter|prevent|discourage)|prevention)\b|\bpreventive (?:measures|policies)"
        r"|\bpromote\b[^.;]{0,60}\bprevent",
    ),
    cue(
        "prevention",
        3,
        "awareness|regulatory and supervisory|code|integrity|customer|best practices|good practices|reduce",
        r"\bawareness\b|\bregulatory and supervisory\b|\bcodes? of conduct\b"
        r"|\bpromot\w+ (?:\w+ ){0,3}integrity\b"
        r"|\bcustomer identification\b|\b(?:best|good) practices\b|\breduce (?:\w+ ){0,4}"
        r"(?:opportunities|occasions)",
    ),
    cue("prevention", 1.5, "prevent", r"\bprevent(?:ion|ing|ive|s)?\b"),
    cue("prevention", 1, "deter|reintegration|detect", r"\bdeter\b|\breintegration\b|\bdetect\b"),
    cue(
        "assistance",
        4,
        "technical assist|capacity|training program|technical and",
        r"\btechnical assistance\b|\bcapacity[- ]building\b|\btraining program",
    ),
    cue(
        "assistance",
        2.5,
        "training|developing|financial|technology",
        r"\btraining\b|\bdeveloping (?:countries|states)\b"
        r"|\bfinancial (?:and material )?(?:assistance"
        r"|resources|contributions)|\btransfer of (?:\w+ )?technology\b",
    ),
)
