"""What headings in English say of the legal function.

In: nothing. Out: `HEADINGS`, cues for headings of articles, sections and chapters. They are the
words in which drafters of treaties, bills and regulations name a matter, not the titles of any one
text; the words of the provision are heard beside them.
"""

from __future__ import annotations

from tracker.function.cues import cue

_TEXT_ITSELF = (
    r"(?:this|the|the present) (?:convention|treaty|agreement|protocol|covenant|act|regulation"
    r"|directive|law|statute|constitution)"
)

HEADINGS = (
    cue(
        "purpose",
        6,
        "purpose|object|aim|subject",
        r"^(?:statement of |general |overall |main )?(?:the )?(?:purposes?|objectives?|objects?"
        r"|aims?|subject[- ]matter)\b(?!.{0,40}\b(?:functions|powers|duties)\b)",
    ),
    cue("recital", 4, "preamble|recital", r"^(?:preamble|recitals?)\b"),
    cue(
        "definition",
        4.5,
        "term|definition|interpretation|glossary|meaning",
        r"\buse of terms\b|\bterms used\b|\bterminology\b|\bdefinitions?\b|\binterpretation\b"
        r"|\bglossary\b|\bmeaning of\b",
    ),
    cue(
        "scope",
        4,
        "scope|applica|relation|exempt|exclusion|without prejudice|saving clause",
        # What is applied may be a principle: then it is a duty, not what the text applies to.
        r"\bscope\b|^(?:general |material |personal |temporal )?application\b(?! for)"
        rf"(?! of (?!{_TEXT_ITSELF}|part|chapter|other))|\bareas? of application\b"
        r"|^applicability\b|^(?:relations?|relationship)\b|^exemptions?\b|^exclusions?\b"
        r"|^without prejudice\b|\bsaving clauses?\b",
    ),
    cue(
        "offence",
        4,
        "criminali|offence|offense|crime",
        r"\bcriminali[sz]ation\b|\boffen[cs]es?\b|\bcrimes?\b",
    ),
    cue(
        "offence",
        2,
        "illegal|unlawful|unauthori|illicit|fraud|forgery|theft|bribery|misuse|laundering"
        "|trafficking|incitement",
        r"^(?:illegal|unlawful|unauthori[sz]ed|illicit)\b|\bmisuse of\b|\bfraud\b|\bforgery\b"
        r"|\btheft\b|\bbribery\b|\blaundering\b|\btrafficking\b|\bincitement\b",
    ),
    cue("aggravating circumstance", 5, "aggravat", r"\baggravat(?:ing|ed|ion)\b"),
    cue("mitigating circumstance", 5, "mitigating|attenuating", r"\b(?:mitigating|attenuating)\b"),
    cue(
        "participation",
        4,
        "attempt|aiding|abetting|complicity|accomplice|conspiracy|participation|secondary",
        r"\battempts?\b|\baiding\b|\babetting\b|\bcomplicity\b|\baccomplices?\b|\bconspiracy\b"
        r"|^participation and\b|^secondary participation\b|^participation$",
    ),
    cue("participation", 1, "participation", r"^participation\b"),
    cue(
        "liability of legal persons",
        6,
        "legal|juridical|corporat|companies",
        r"\bliability of (?:legal|juridical|corporate)\b|\bcorporate (?:criminal )?liability\b"
        r"|\boffences? by (?:bod(?:y|ies) corporate|companies|corporations|legal persons)\b",
    ),
    cue(
        "liability of legal persons",
        3,
        "legal|juridical|corporate",
        r"\b(?:legal|juridical) (?:persons?|entities)\b|\bbod(?:y|ies) corporate\b",
    ),
    cue(
        "sanction",
        4,
        "sanction|penal|punish|prosecution|adjudication|fine|sentenc|limitation|proceedings",
        r"\bsanctions?\b|\bpenalt(?:y|ies)\b|(?<!non-)\bpunishments?\b|\bprosecutions?\b"
        r"|\badjudication\b"
        r"|\b(?:administrative )?fines?\b|\bsentenc(?:es?|ing)\b|\bstatutes? of limitations?\b"
        r"|\blimitation periods?\b|\b(?:initiation|institution) of proceedings\b",
    ),
    cue(
        "sanction",
        5,
        "confiscat|forfeit|record|recidivism|previous|criminal proceeds|proceeds of crime",
        r"\bconfiscat\w+|\bforfeit\w+|\bcriminal records?\b|\brecidivism\b|\bproceeds of crime\b",
    ),
    cue(
        "jurisdiction",
        5,
        "jurisdiction|competent court",
        r"(?<!national )\bjurisdiction\b|\bcompetent courts?",
    ),
    cue(
        "procedural power",
        4,
        "preserv|production|search|seiz|real|interception|freez|disclosure|surveill|investigat"
        "|undercover|controlled|warrant|inspection|boarding|entry|arrest",
        r"\bexpedited preservation\b|\bpreservation of (?:\w+ ){0,3}(?:data|evidence)\b"
        r"|\bproduction orders?\b|\bsearch(?:es)?\b|\bseizures?\b|\breal[- ]time\b"
        r"|(?<!illegal )(?<!unlawful )(?<!unauthorised )(?<!unauthorized )\binterception\b"
        r"|\bfreezing\b|\bdisclosure of (?:\w+ )?(?:stored|preserved|traffic)\b|\bsurveillance\b"
        r"|\binvestigat(?:ive|ion) (?:and \w+ )?(?:powers?|techniques?|measures?)\b|\bundercover\b"
        r"|\bcontrolled deliver\w+|\bwarrants?\b|\bboarding\b|\binspections?\b"
        r"|\bpowers? of (?:entry|inspection|investigation"
        r"|search|arrest)\b",
    ),
    cue(
        "procedural power",
        2.5,
        "power|procedural",
        r"\bpowers?\b|\bprocedural (?:measures|powers|law)\b",
    ),
    cue(
        "safeguard",
        4.5,
        "safeguard|human rights|fundamental|protection|proportional|due process|fair t",
        r"\bsafeguards?\b|\bhuman rights\b|\bfundamental (?:rights|freedoms)\b|\bprotection of\b"
        r"|\bprotection for\b|\bprotection to\b|\bdata protection\b|\bproportionality\b"
        r"|\bdue process\b|\bfair t(?:rial|reatment)\b",
    ),
    cue(
        "safeguard",
        3,
        "right|freedom|confidential|limitation|restriction|special|privacy|use of force|sovereign"
        "|victim"
        "|witness|remed",
        r"\brights? (?:of|to)\b|^freedom\b|\bconfidentiality\b|\b(?:limitations?"
        r"|restrictions?) (?:on|of|to) (?:the )?use\b|\bspeciali?ty\b"
        r"|\bprivacy\b|\bsovereign(?:ty| equality)\b|\bvictims?\b|\bwitnesses\b|\buse of force\b"
        r"|\bremed(?:y"
        r"|ies)\b",
    ),
    cue(
        "cooperation",
        4,
        "operation|return|recovery|mutual|extradition|transfer|transit|joint|24/7|network"
        "|exchange|request"
        "|surrender|trans"
        "|spontaneous|point|consultation|central",
        r"\bco-?operation\b|\bmutual (?:legal |judicial |administrative )?assistance\b"
        r"|\bextradition\b|\b(?:return|recovery) (?:and \w+ )?of (?:assets|property|proceeds)\b"
        r"|\basset recovery\b|\btransfers? of (?:sentenced|convicted|criminal|proceedings|prisoners"
        r"|persons|evidence)|\bjoint (?:investigat\w+|teams?|operations)\b|\b24/7\b|^network\b"
        r"|\bexchange of (?:\w+ )?(?:information|data)\b|\b(?:data|information) exchange\b"
        r"|\bspontaneous\b|\brequests? for\b|\bof (?:the )?requests?\b|^transit\b|\bsurrender\b"
        r"|\btrans-?border\b|\bpoints? of contact\b|\bcentral authorit(?:y|ies)\b",
    ),
    cue(
        "cooperation",
        2,
        "sharing|collection|assist",
        r"\bsharing of (?:\w+ ){0,2}(?:information|evidence|data|intelligence|experience|assets)\b"
        r"|\bcollection,? exchange and analysis of\b|\bassistance (?:between|with)\b",
    ),
    cue(
        "ground for refusal",
        6,
        "ground|refus|declin|postpone",
        r"\bgrounds? for (?:refus\w+|non-\w+|declin\w+)|\brefusals?\b|\bpostponement\b",
    ),
    cue(
        "prevention",
        4,
        "prevent|awareness|measures|combat|against|border|documents|record-keeping|licen",
        r"\bprevent(?:ion|ive|ing)\b(?! of disputes)|\bawareness\b"
        r"|^measures (?:to combat|to prevent|to discourage|against)\b|^combating\b"
        r"|^(?:policies|programmes|strategies|bodies)\b[^,]{0,20} against\b"
        r"|\b(?:travel|identity) documents\b"
        r"|^border (?:measures|controls?)\b|\bcontrol of documents\b|\bsecurity of documents\b"
        r"|^record-keeping\b|^licen[cs](?:e|es|ing)\b",
    ),
    cue(
        "assistance",
        4,
        "technical|capacity|training|technolog|financ|funding|resources|developing",
        r"\btechnical (?:assistance|cooperation)\b|\bcapacity[- ]building\b|\btraining\b"
        r"|\btransfer of (?:\w+ )?technolog(?:y|ies)\b|\bfinancial (?:assistance|resources"
        r"|mechanism|support)\b|\bfunding\b|\bdeveloping (?:countries|states)\b"
        r"|^(?:human )?resources\b",
    ),
    cue(
        "institution",
        6,
        "conference|secretariat|commi|council|assembly|board|tribunal|agency|body|authority",
        r"\b(?:(?<!video )(?<!video-)conference|secretariat|commission|committee|council|assembly"
        r"|board|tribunal|agency"
        r"|body|supervisory authority)$",
    ),
    cue(
        # The parts of the law of a body, whatever the body is called.
        "institution",
        4,
        "decision-making|vot|chair|president|chief exec|staff|independence|task|competence|function"
        "|compos|member|seat|budget|accounts|report|rules of procedure|memorandum|formation"
        "|judges|regist",
        r"^decision[- ]making\b|\bvot(?:e|es|ing)\b|^(?:vice-)?chair(?:man|person)?\b|^president\b"
        r"|^chief executive\b|^staff\b|^independence\b|^tasks\b|^competence$|^functions\b"
        r"|\bfunctions and\b|^(?:composition|membership)\b|^seat\b|^budget\b|^accounts\b"
        r"|^(?:\w+ )?reports?$|^rules of procedure\b|^memorandum\b|^formation of\b"
        r"|^(?:new )?members\b|^(?:the )?(?:judges|registrar|registry)$",
    ),
    cue(
        "institution",
        2.5,
        "organi",
        r"^(?:(?!by|of|in|with|for|to|from)[\w-]+ ){0,6}organi[sz]ations?\b",
    ),
    cue(
        "institution",
        4,
        "conference|secretariat|commi|council|assembly|board|bureau|body|bodies|agency|institution"
        "|meeting|tribunal|mechanism|monitoring|review|consultation|follow-up",
        r"\bconference of\b|\bsecretariat\b|\bcommission\b|\bcommittees?\b|\bcouncil\b"
        r"|\bassembly\b|\bboard\b|\bbureau\b|\bbod(?:y|ies)\b(?! corporate)|\bagency\b"
        r"|\bmeetings?\b"
        r"|\btribunal\b|\bmonitoring mechanism\b|\breview (?:mechanism|of implementation)\b"
        r"|\binstitutional\b|(?<!financial )\binstitutions\b|\bmechanism of implementation\b"
        r"|\bimplementation mechanism\b"
        r"|^consultations? (?:of|between) the (?:states )?parties\b|^(?:monitoring|follow-up)(?:$"
        r"| and | of (?:the )?implementation\b)",
    ),
    cue(
        "final clause",
        4.5,
        "short title|force|entry into|commence|signature|ratif|accept|accession|amend"
        "|denunciation|withdrawal|depositar"
        "|dispute|reserv|authentic|language|protocol|annex|repeal|terminat|territor|notific"
        "|provisional|federal|effect|declaration|bound|duration|transitional|saving|final",
        r"^short title\b|\bentry into (?:force|operation)\b|\bcommencement\b|\bsignature\b"
        r"|\bratification\b"
        r"|\baccession\b|(?<!consequential )(?<!miscellaneous )\bamendments?\b(?! (?:of"
        r"|to) (?!this\b"
        r"|annex|protocol|the (?:present|convention|agreement|protocol|treaty|annex|statute)))"
        r"|\bdenunciation\b"
        r"|^(?:status and )?withdrawal\b|\bdepositary\b|\bdisputes?\b"
        r"|\breservations?\b|\bauthentic\b|^languages?\b|\b(?:authentic|official|working"
        r") languages?\b|\bprotocols?\b|^annex(?:es)?\b"
        r"|\brepeals?\b"
        r"|^termination\b|\bterritorial (?:application|extent|clause|units)\b|^notifications?$"
        r"|\bprovisional application\b|\bfederal (?:clause|states?)\b|\bconsent to be bound\b"
        rf"|^effects? of {_TEXT_ITSELF}|\bdeclarations?\b|^duration\b|^transitional\b"
        rf"|^savings?\b(?! clause)"
        r"|\bfinal (?:clauses?|provisions?)\b",
    ),
    cue("final clause", 2.5, "implementation of", rf"^implementation of {_TEXT_ITSELF}$"),
)
