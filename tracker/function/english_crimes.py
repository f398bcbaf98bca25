"""What the words of provisions in English say of crimes.

In: nothing. Out: `CRIMES`, cues of crimes, who answers for them, their punishment and who may
prosecute. What stands here as a formula is how treaties and statutes word it, of whatever conduct.
"""

from __future__ import annotations

from tracker.function.cues import cue

_CRIME = r"(?:criminal )?(?:offen[cs]es?|crimes?)"
_MAKE = r"(?:establish|make|making|treat|declare|recogni[sz]e|consider|regard|define|introduce)"
_EXTENDED = (
    r"(?:aiding|abetting|complicity|an attempt|attempts?|attempting|accomplices?|instigat\w+"
    r"|participat\w+ (?:as|in)|take part|taking part|conspir\w+|prepar(?:e|ing|ation) for)"
)
_ASIDE = (
    r"(?:[ ,:]+(?:under|its|the|their|domestic|national|internal|laws?|when|where|if|committed|in"
    r"|intentionally|intentional|wilfully|unlawfully|and|without|right|to|accordance|with|such|as"
    r"|legal|system|basic|concepts|of|subject|following|conduct|any|form|acts?|an?|either|or|both"
    r"|\([a-z]\)|[a-z]\)))"
)
"""What may stand between a crime and the conduct that is made one."""
_OF_ANOTHER = (
    r"(?:offen[cs]es? (?:established|referred|set forth|set out|defined|covered|described)"
    r"|offen[cs]es? (?:in accordance|under article|mentioned)|such an? (?:criminal )?offen[cs]e"
    r"|any of (?:the|those|these) offen[cs]es|those offen[cs]es|the offen[cs]es? (?:in|under)"
    r"|an offen[cs]e under (?:this|section|article))"
)

CRIMES = (
    cue(
        "offence",
        6,
        "criminal",
        rf"\b{_MAKE}\b[^.;]{{0,240}}?\b(?:as|it|them|constitute|conduct|acts?)"
        r" (?:a |an |separate |serious |punishable )*criminal (?:or other )?(?:offen[cs]|act)"
        r"|\b(?:be|been) established as (?:a )?criminal offen[cs]|\b(?:is|are"
        r"|be) criminali[sz]ed\b"
        rf"|\bas (?:a |an |separate )*criminal offen[cs]es?\b[^.;]{{0,80}}\b(?:domestic|national)"
        r" law\b|\bshall (?:be )?criminali[sz]e\b|\bmeasures (?:\w+ ){0,6}to criminali[sz]e\b",
    ),
    cue(
        "offence",
        5.5,
        "offen|crime|punishable",
        r"\b(?:who|which|person|company)\b[^.;]{0,240}?\b(?:commits?|(?:is|be) guilty of) an?"
        r" (?:\w+ ){0,2}offen[cs]e\b(?! under)"
        r"|\b(?:is|are|shall be|shall constitute|constitutes?) (?:a|an) (?:\w+ )?"
        r"(?:offen[cs]e|crime) (?:for|to)\b"
        r"|\b(?:see to it|ensure) that[^.;]{0,200}\b(?:are|is|constitutes?) (?:an )?"
        r"(?:criminal )?offen[cs]es? (?:in|under) (?:its|their)\b"
        r"|\bbe made[^.;]{0,60}\ba crime under"
        r"|\b(?:is|are|be) punishable (?:\w+ ){0,3}under (?:its |the )?(?:domestic|national"
        r"|internal"
        r"|criminal) law\b|\b(?:is|are|be) punished as (?:a )?criminal offen",
    ),
    cue(
        "offence",
        5.5,
        "shall be punish|shall be liable|shall be sentenced|guilty",
        r"\b(?:whoever|who|any person|every person|a person|anyone|everyone)\b[^.;]{0,240}?\bshall"
        r" be (?:guilty|punished|punishable|sentenced|liable (?:on|to) (?:summary|conviction"
        r"|imprisonment|a fine|a penalty))",
    ),
    cue("offence", 1.5, "committed intention|wilfully", r"\bcommitted (?:wilfully|intention)"),
    cue("offence", 1, "without right", r"\bwithout right\b"),
    cue(
        "offence",
        1,
        "criminal liability|for the offence to be|dishonest intent|intent to defraud",
        r"\bcriminal liability attaches\b|\bfor the offence to be\b|\bdishonest intent\b"
        r"|\bintent to defraud\b",
    ),
    cue(
        "aggravating circumstance",
        8,
        "aggravat",
        r"\baggravating (?:or mitigating )?(?:circumstances?|factors?|features?|elements?)"
        r"|\baggravated (?:offen|"
        r"sanction|penalt|punish|form|sentence)|\baggravat(?:es|ing|e|ed) (?:the|an?|its)"
        r" (?:\w+ )?(?:offen|penalt|punish|crime|sentence)",
    ),
    cue(
        "aggravating circumstance",
        7,
        "heavier|more severe|severer|increased|higher|harsher|stiffer|enhanced|doubled|raised"
        "|more heavily",
        r"\b(?:heavier|more severe(?:ly)?|severer|increased|higher|harsher|stiffer|enhanced)"
        r" (?:criminal )?(?:penalt|punish|sanction|sentence)|\b(?:penalt(?:y|ies)|punishments?"
        r"|sentences?|sanctions?)\b[^.;]{0,60}\b(?:shall|may|must|can|to) (?:be )?(?:increased"
        r"|doubled"
        r"|raised|heavier|more severe|higher)|\bpunish\w*\b[^.;]{0,40}\bmore (?:severely|heavily)",
    ),
    cue(
        "mitigating circumstance",
        8,
        "mitigat|attenuating|extenuating|lighter|reduc|lesser|milder|lessened",
        r"\b(?:mitigating|attenuating|extenuating) (?:circumstances?|factors?)|\bmitigat(?:ing|e"
        r"|ion)\b(?: of)?(?: the)? (?:punish|penalt|sentence|sanction)|\b(?:lighter|reduced|lesser"
        r"|milder) (?:penalt|punish|sanction|sentence)|\breduc(?:e|ing|tion of) (?:the )?(?:penalt"
        r"|punish|sentence)|\b(?:penalt(?:y|ies)|punishments?"
        r"|sentences?)\b[^.;]{0,60}\b(?:shall|may"
        r"|can) be (?:reduced|mitigated|lessened)",
    ),
    cue(
        "participation",
        4,
        "offence|offense",
        rf"\b{_EXTENDED}\b[^.;]{{0,200}}?\b{_OF_ANOTHER}",
    ),
    cue(
        # What is made a crime is the help itself; help may also end the list of a crime's forms.
        "participation",
        6,
        "offence|offense",
        rf"\boffen[cs]es?{_ASIDE}{{0,28}}[ ,:]+{_EXTENDED}\b",
    ),
    cue(
        "participation",
        6,
        "attempts|aids|abets|conspires|participates",
        r"\b(?:who|person)[ :,]+(?:also )?(?:\([a-z]\) )?(?:attempts|aids|abets|conspires"
        r"|participates"
        r" as)\b",
    ),
    cue("participation", 1, "accomplice|abett|attempt", r"\baccomplice|\babett|\battempts? to com"),
    cue(
        "liability of legal persons",
        11,
        "legal|juridical|corporate|compan",
        r"\b(?:legal|juridical|corporate) (?:persons?|entit(?:y|ies)|bod(?:y"
        r"|ies))\b[^.;]{0,80}\b(?:"
        r"can|may|shall|could|must) be (?:held|made) (?:\w+ )?(?:liable|responsible)"
        r"|\b(?:establish"
        r"|provide for)\b[^.;]{0,40}\bliability of (?:legal|juridical) (?:persons|entities)"
        r"|\boffence"
        r"\b[^.;]{0,80}\bcommitted by a (?:body corporate|company|legal person)",
    ),
    cue(
        "liability of legal persons",
        3,
        "liability|on behalf",
        r"\bliability of (?:a )?(?:legal|juridical)\b|\bsuch liability\b|\bthat liability may\b"
        r"|\bact(?:ing|s|ed) (?:\w+ )?on behalf of (?:the|a) (?:legal|body)",
    ),
    cue(
        "sanction",
        4,
        "sanction|penalt|punish|proportionate|proceedings",
        r"\b(?:liable|subject) to (?:\w+,? ){0,6}(?:sanctions|penalties)\b"
        r"|\bpunish(?:able|ed) by (?:\w+,? )"
        r"{0,4}(?:sanctions|penalties)|\b(?:sanctions"
        r"|penalties)\b[^.;]{0,140}\bshall be effective,?"
        r" proportionate|\brules on penalties\b|\beffective, proportionate and dissuasive\b"
        r"|\bsanctions\b[^.;]{0,60}\badequate\b|\binstitut(?:e|ing|ion of) (?:\w+ )?proceedings\b",
    ),
    cue(
        "sanction",
        3,
        "limitation|fine|conviction|criminal record",
        r"\b(?:statutes? of limitations?|limitation period)|\badministrative fines?\b"
        r"|\bfines? (?:of"
        r"|up to|not exceeding)|\bprevious convictions?\b|\bcriminal records?\b",
    ),
    cue(
        "sanction",
        4,
        "confiscat|forfeit|dispos",
        r"\bconfiscat(?:ion|e|ed)\b|\bforfeit(?:ed|ure)?\b|\bdispos(?:al"
        r"|ed?) of\b[^.;]{0,60}\bproceed",
    ),
    cue(
        # What is seized so that it can be confiscated serves the punishment.
        "sanction",
        3,
        "confiscation",
        r"\bconfiscation of (?:the )?(?:proceeds|property|instrumentalities)\b"
        r"|\b(?:purposes? of|view to) (?:\w+ )?confiscation\b",
    ),
    cue(
        "sanction",
        2,
        "period within which|period in which",
        r"\bperiod (?:within|in) which[^.;]{0,40}\bproceedings\b",
    ),
    cue("sanction", 1.5, "prosecut", r"\bprosecutors?\b|\bprosecution of persons\b|\bprosecuted\b"),
    cue(
        "sanction",
        1,
        "sentenc|convict|parole|release|trial",
        r"\bsentenc|\bconvicted\b|\bparole\b|\brelease pending\b",
    ),
    cue(
        "jurisdiction",
        6,
        "jurisdiction",
        r"\b(?:establish|have|take|assert|exercise) (?:\w+ )?jurisdiction (?:over|with respect|in"
        r" respect|itself|where|when)|\bcourts? of[^.;]{0,60}\bshall have jurisdiction",
    ),
    cue(
        "sanction",
        4,
        "sentences passed|previous sentences|determin",
        r"\bsentences passed\b|\bprevious sentences\b|\bdetermin\w+ the (?:sanction|penalt"
        r"|sentence)",
    ),
    cue(
        "jurisdiction",
        4,
        "first sei|jurisdiction",
        r"\bcourt first sei[sz]ed\b|\bclaims? (?:\w+ )?jurisdiction\b"
        r"|\bappropriate jurisdiction\b|\bdecline jurisdiction\b",
    ),
    cue(
        "jurisdiction",
        5,
        "extradit",
        r"\bnot extradite\b[^.;]{0,160}\b(?:submit|jurisdiction|prosecut)",
    ),
    cue(
        "jurisdiction",
        2,
        "jurisdiction",
        r"\bjurisdiction (?:exercised (?:by|in)|under its)|\bcriminal jurisdiction\b",
    ),
    cue(
        "jurisdiction",
        1,
        "flag|registered under|its nationals",
        r"\bflying (?:its|the) flag|\bunder its flag|\bregistered under (?:the|its) law"
        r"|\bone of its nationals",
    ),
)
