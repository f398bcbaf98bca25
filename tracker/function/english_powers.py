"""What the words of provisions in English say of powers and of their limits.

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
        rf"|allow)s?(?:ing)?\b(?! another)[^.;]{{0,80}}\b{_AUTHORITY}\b"
        rf"[^.;]{{0,60}}? to\b"
        rf"|\b(?:competent|law enforcement|its|the) {_AUTHORITY} (?:can|may|shall be able to)"
        rf"\b[^.;:]{{0,60}}?\b{_REACH}\b|\b(?:competent|the|its) authorities can:",
    ),
    cue(
        "procedural power",
        4,
        "board|inspect|search|visit|stop",
        r"\b(?:board and inspect|(?:right|authority|power) to (?:board|inspect|search|visit)"
        r"|may(?:, inter alia,)? (?:\w+ )?(?:board|inspect|search|stop)|boarding and inspection)\b",
    ),
    cue(
        "procedural power",
        4,
        "officer|inspector|constable|authorised person|authorized person|the police",
        r"\b(?:authori[sz]ed (?:officer|person)|inspector|police officer|constable|member of the"
        r" police) (?:[^.;:]{0,160}?\b(?:he or she |it |they )?)?may\b",
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
        r"\bspecial investigative\b|\bundercover operations\b"
        r"|(?<!control and )(?<!keep under )\bsurveillance\b"
        r"|\bcontrolled deliver"
        r"|\bsearch warrant|\breal[- ]time\b|\bpreserv(?:e|ation|ed)\b[^.;]{0,60}\bdata\b"
        r"|\bdata\b[^.;]{0,40}\bpreserved?\b",
    ),
    cue(
        "procedural power",
        3,
        "custody|detain|arrest|investigate the",
        # Not `a person who is taken into custody`, who is then protected.
        r"\b(?:take|hold|(?:may|shall) be (?:taken|held))\b[^.;]{0,60}\binto custody\b"
        r"|\bshall investigate the\b|\bmay (?:be )?(?:arrest|detain)",
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
        "identif|tracing|trace|freez|seiz",
        r"\b(?:identification|identify|tracing|trace)\b[^.;]{0,40}\b(?:proceeds|property|assets"
        r"|funds|instrumentalities|freez\w+|seiz\w+|offenders?|suspects?)\b"
        r"|\b(?:freezing|seizure|freeze|seize)\b",
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
        "right|no one|no person|not be|shall be|may be|presum|criminally",
        r"\b(?:everyone|every (?:person|citizen)|all persons|data subject|no (?:one|person))\b"
        r"[^.;]{0,40}\b(?:right to|rights?|(?:shall|may) be (?:subjected|deprived|held|compelled"
        r"|presumed))\b|\bpresumption of innocence\b|\bshall not be criminally responsible\b"
        r"|\bshall not be (?:prosecuted|proceeded against|tried|sentenced|punished)\b"
        r"|\b(?:any person|natural persons?|persons who|person concerned|child|accused|individuals?"
        r"|victims?)\b[^.;]{0,120}\b(?:shall have|have|has) the right\b"
        r"|\bshall not (?:be|become) liable to (?:criminal )?prosecution\b",
    ),
    cue(
        "safeguard",
        2,
        "rights",
        r"\brights and freedoms of\b"
        r"|\brights of (?:the |a )?(?:data subject|child|accused|defence|individual|person)",
    ),
    cue("safeguard", 2, "personal data|privacy", r"\bpersonal data\b|\bprivacy\b"),
    cue(
        "safeguard",
        2.5,
        "force|compensation",
        r"\buse of force\b|\bobtain(?:ing)? compensation\b|\bcompensation (?:of|to|for) victims\b",
    ),
    cue("safeguard", 2, "victim|witness", r"\bvictims?\b|\bwitnesses\b"),
    cue(
        "safeguard",
        2.5,
        "consent|confidential|purpose|not be|lawful only|level of protection",
        r"\bwithout (?:the |its |their |his )?(?:prior |written |express )*consent"
        r"|\binformed consent\b"
        r"|\blawful only if\b|\bconsent is given\b|\badequate level of protection\b"
        r"|\bpurposes? other than\b"
        r"|\bnot be"
        r" (?:used|transmitted|disclosed)\b|\bke(?:ep|pt) (?:\w+ )?confidential\b",
    ),
)
