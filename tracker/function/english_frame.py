"""What the words of provisions in English say of the frame of a text: what it is for, what its
words mean, what it applies to, who runs it, how it begins and ends.

In: nothing. Out: `FRAME`, cues beside those of crimes and of powers.
"""

from __future__ import annotations

from tracker.function.cues import cue

_TEXT = (
    r"(?:this|the present) (?:convention|treaty|agreement|protocol|covenant|act|regulation"
    r"|directive|law|statute|constitution|charter)"
)
_BODY = (
    r"(?:conference(?: of (?:the )?(?:states )?parties)?|secretariat|committee|commission|assembly"
    r"|council|board|agency|tribunal|meeting of the parties|bureau|(?:technical|subsidiary"
    r"|scientific|expert|advisory) body|supervisory authorit(?:y|ies)"
    r"|group of (?:\w+ )?experts)"
)
_TEXTS = rf"{_TEXT}(?:, [^.;]{{0,240}}?,)?"
"""A text, and what it holds between commas."""

FRAME = (
    # Words that change another text say nothing of what that text is for, unless they make a crime.
    cue(
        "other",
        6.5,
        "amended|substituted|by substituting|by inserting|by deleting|by the",
        r"\b(?:is|are) (?:hereby )?(?:amended|substituted)\b|\bby (?:substituting|inserting"
        r"|deleting|the (?:substitution"
        r"|insertion|deletion) of)\b",
    ),
    cue(
        "purpose",
        8,
        "purpose|objective",
        rf"\b(?:purposes?|objectives?) of (?:{_TEXT}|this (?:part|chapter|title|section)) (?:is"
        rf"|are)\b",
    ),
    cue(
        "purpose",
        4,
        "lays down|aims|protects|seeks|has as its",
        rf"\b{_TEXT} (?:lays down rules|aims (?:at|to)|protects|seeks to|has as its)",
    ),
    cue(
        "definition",
        6,
        "mean|refer|denot",
        r"\"[^\"]{1,80}\"[ ,]{1,2}(?:in relation to [^,]{1,60}, )?(?:shall mean|means?"
        r"|refers? to|has"
        r" the meaning|have the meaning|denotes?)\b|'[^']{1,80}' (?:shall mean|means?"
        r"|has the meaning)\b",
    ),
    cue(
        "definition",
        4,
        "purpose|in this|in the present",
        rf"^(?:for the purposes? of {_TEXT}|in {_TEXT})[^.;:]{{0,40}} ?[:,—–-]",
    ),
    cue(
        "definition",
        4,
        "the term|the expression",
        r"\bthe (?:term|expression)s? \"[^\".;]{1,80}\"? (?:shall )?(?:include|mean|cover|refer)",
    ),
    cue(
        "definition",
        5,
        "deemed|considered|regarded|understood",
        r"^for the purposes? of [^.;:]{0,80}\b(?:is|are|shall be) (?:deemed|considered|regarded"
        r"|understood)\b",
    ),
    cue(
        "scope",
        5.5,
        "appl",
        rf"(?<!which )\b{_TEXT} (?:shall (?:also )?(?:not )?apply|applies|does not apply)\b"
        r"|^(?:this (?:chapter|part|section|title)) (?:shall )?(?:not )?appl(?:y|ies)\b",
    ),
    cue(
        "scope",
        3.5,
        "nothing in|affect|prejudice|impair|alter|relation|provisions of",
        rf"\bnothing in {_TEXT} shall (?:be deemed to )?(?:affect|prejudice|derogate|impair|alter"
        rf"|be (?:interpreted|construed))|\b{_TEXT} (?:shall|does) not (?:affect|prejudice|alter"
        rf"|impair)|\b{_TEXTS} (?:is|shall be) without prejudice|\b(?:provisions of"
        rf"|relation(?:ship)? between) {_TEXT} and\b",
    ),
    cue(
        "scope",
        3.5,
        "mutatis mutandis|asserting|abrogat|inconsisten|conflict",
        r"\bshall apply,? mutatis mutandis,? to this\b|\bas a basis for asserting\b"
        r"|\babrogat(?:es|ing)\b"
        r"|\bin the event of (?:any |an )?(?:inconsistency|conflict)\b[^.;]{0,80}\bprevail",
    ),
    cue(
        "institution",
        6,
        "establish|set up|constitut|create",
        r"\b(?:conference|committee|commission|assembly|council|board|secretariat|agency|tribunal"
        r"|court|body|authority|company|fund|mechanism)\b[^.;]{0,60}\b(?:is|are"
        r"|shall be)(?: hereby)?"
        r" (?:established|constituted|set up|created)\b|\bhereby (?:established|constituted"
        r"|created)"
        r"|\bthere (?:is|shall be)[^.;]{0,20}\bestablished\b"
        rf"|\b(?:hereby|shall) (?:establish|create|set up) an? (?:\w+ ){{0,3}}{_BODY}\b",
    ),
    cue(
        "institution",
        4.5,
        "conference|secretariat|commi|assembly|council|board|agency|tribunal|meeting|bureau|experts"
        "|body|authorit",
        rf"\b(?:the|an?|its|each|any|that|such) (?:[\w-]+ ){{0,5}}?{_BODY}(?:[^.;,]{{0,40}}?"
        rf"|, [^.;:]{{0,240}}?[,:]) (?:shall|may|is|are) (?:\w+ ){{0,3}}?(?:adopt"
        rf"|meet"
        r"|agree|convene|consist|elect|appoint|review|consider|assist|monitor|perform|examine"
        r"|be composed|hold"
        r"|keep|decide|make|receive|carry|prepare|composed|responsible|provide|exercise|develop"
        r"|promote|take decisions|formulate|advise|draw up|report|maintain|be competent"
        r"|act (?:with (?:complete )?)?independen|contribute)",
    ),
    cue(
        "institution",
        2.5,
        "rules of procedure|quorum|members of|convene|sessions|secretariat services|consult period",
        r"\brules of procedure\b|\bquorum\b|\bmembers of the (?:committee|board|commission"
        r"|council)"
        r"|\bshall (?:be )?convened?\b|\bsessions of\b|\bsecretariat services\b"
        r"|\bconsult periodical",
    ),
    cue(
        "institution",
        4,
        "decisions|majority|one vote|right to vote",
        r"\bdecisions?\b[^.;]{0,80}\bshall be (?:taken|made|adopted) by\b|\b(?:simple|two-thirds?"
        r"|three-fourths|absolute) majority\b|\bshall have one vote\b|\bright to vote\b",
    ),
    cue("institution", 1.5, "secretariat|assembly", r"\bthe (?:assembly|secretariat)\b"),
    cue(
        "institution",
        3,
        "review|monitored|evaluat|independent",
        r"\b(?:monitored|reviewed|evaluated) (?:and \w+ )?(?:periodically|regularly)\b"
        r"|\bmonitoring and review\b|\bevaluation (?:procedure|round|report)s?\b"
        r"|\bkeep under review\b"
        r"|\bindependent (?:public |national |supervisory )*(?:authorit|bod)(?:y|ies)\b",
    ),
    cue(
        "institution",
        3,
        "office|re-election|chair|director|member|immunities|audit|annual report|seat of",
        r"\bterm of office\b|\bshall hold office\b|\beligible for re-election\b"
        r"|\b(?:vice-)?chair(?:man|person)?\b[^.;]{0,40}\b(?:shall|may) (?:be )?"
        r"(?:elected|appointed|hold|make|convene|perform|have)\b|\bdirectors? of the\b"
        r"|\bmembers? of (?:the|each|their|its) (?:\w+ ){0,3}(?:authorit|board|staff|body)"
        r"|\bprivileges and immunities\b|\bannual report\b|\bseat of the\b|\bauditor\b"
        r"|\b(?:directors?|members) shall be (?:appointed|elected)\b",
    ),
    cue(
        "institution",
        3,
        "report",
        r"\bsubmit\b[^.;]{0,20}\breports?\b[^.;]{0,80}|\breport (?:\w+ )?to the (?:conference"
        r"|committee"
        r"|commission|council)",
    ),
    cue("final clause", 6, "in witness", r"\bin witness whereof\b"),
    cue(
        "final clause",
        6,
        "enter into|enters into|come into|comes into",
        rf"\b{_TEXT}[^.;]{{0,80}}\b(?:enters?|comes?) into (?:force|operation)\b"
        rf"|\bshall (?:enter|come)"
        r" into (?:force|operation)\b",
    ),
    cue(
        "final clause",
        4,
        "open|instrument|ratification|accede",
        r"\b(?:open|opened) (?:\w+ ){0,6}for (?:signature|accession)"
        r"|\binstruments? of (?:ratification"
        r"|acceptance|approval|accession)|\bsubject to ratification\b|\baccede to (?:this|the)\b",
    ),
    cue(
        "final clause",
        3,
        "deposit",
        r"\bdepositary\b|\bdeposit(?:ed)? (?:of|with|its)\b",
    ),
    cue(
        "final clause",
        4.5,
        "denounce|withdraw|amendment|repealed|revoked|denunciation",
        rf"\b(?:denounce|withdraw from) {_TEXT}|\bpropose (?:an )?amendments?\b"
        rf"|\bamendments? (?:to this"
        r"|of this|adopted|shall enter)|\bdenunciation\b|\b(?:is|are) (?:hereby )?(?:repealed"
        r"|revoked)\b",
    ),
    cue(
        "final clause",
        3.5,
        "reservation|may reserve",
        r"\breservations?\b|\bfederal state may reserve\b",
    ),
    cue("final clause", 1, "reserve the right", r"\breserve the right\b"),
    cue("final clause", 5, "equally authentic", r"\bequally authentic\b"),
    cue(
        "final clause",
        3,
        "certified|archives|remain in force|integral part|at the time of|when signing",
        r"\bannex(?:es)?\b[^.;]{0,20}\bforms? an integral part\b|\bwhen signing\b"
        r"|\bat the time of (?:signature|ratification|accession)\b|\bcertified (?:true )?copies\b"
        r"|\bin the archives\b|\bshall remain in force\b",
    ),
    cue(
        "final clause",
        4,
        "dispute",
        r"\bsettlement of (?:a |any |the |such )?disputes?\b|\bprevent(?:ion of)? disputes\b"
        r"|\bin the event of (?:a|any) dispute\b|\bdisputes?\b[^.;]{0,80}\b(?:interpretation"
        r"|application|arbitration|negotiation|settle)"
        r"|\bsettle\b[^.;]{0,20}\bdisputes?\b",
    ),
    cue("final clause", 2, "arbitrat|court of just", r"\barbitrat|\binternational court of just"),
    cue(
        "final clause",
        3,
        "supplement|protocol",
        r"\bsupplement(?:ed)? (?:by|applicable|existing)|\bprotocols? to this\b",
    ),
    cue(
        "final clause",
        2.5,
        "become|bound by",
        r"\bbecomes? (?:a )?part(?:y|ies) to\b|\b(?:not|be|itself) bound by\b",
    ),
    cue(
        "final clause",
        3,
        "territor",
        r"\bterritor(?:y|ies)[^.;]{0,40}\bto which this \w+ (?:shall )?appl",
    ),
    cue(
        "final clause",
        3,
        "notif|declar",
        r"\bnotif(?:y|ication|ications|ied)\b[^.;]{0,80}\b(?:secretary[- ]general|depositary)"
        r"|\bsecretary[- ]general\b[^.;]{0,60}\bshall notify\b"
        r"|\bby (?:means of )?(?:a )?(?:written )?(?:declaration|notification) addressed\b",
    ),
    cue("final clause", 1, "secretary", r"\bsecretary[- ]general\b"),
    cue("final clause", 3, "be cited", r"\bmay be cited (?:\w+ )?as\b"),
)
