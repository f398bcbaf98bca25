"""English words that make a rule hold only under a condition, to a degree or with an intent.

In: nothing. Out: `QUALIFIERS`, by family (`phrases` tells how a table is written). Families with a
question mark hold words that often do another job in a sentence.
"""

from __future__ import annotations

from tracker.substance.phrases import table

_LAW = "law|laws|legislation|constitution"

QUALIFIERS = table(
    """
# What is subject to a rule or a supervision is only under it.
-: is|are|be|been|being|was|were|also <1> subject to; data|legal subject to; as to the extent;
    extent and; is|be|are subject to <1> ratification|acceptance|approval|signature|confirmation;
    measures as may be necessary|required to; measures as are necessary|required to
# What opens a list or names a respect is the scope of a rule, not its condition.
-: without prejudice to; with regard|respect to; as regards; in particular; with a view to
# What the mind must add to the deed.
intent: intentional|intentionally; knowingly; wilful|willful|wilfully|willfully;
    reckless|recklessly; negligent|negligently; deliberate|deliberately;
    fraudulent|fraudulently; dishonest|dishonestly; maliciously; in good|bad faith;
    with|without the|an|any? <2> intent|intention of|to?; with|without intent|intention of|to?;
    for the purpose of committing|obtaining|procuring; corruptly; wantonly; purposely; purposefully;
    unintentional|unintentionally; inadvertent|inadvertently; with malice; bona|mala fide;
    with|having full? knowledge of|that; with gross|wilful negligence|default|misconduct
# Who may do it is not meant.
right: without right|authority|authorization|authorisation|permission|justification;
    without lawful|legitimate|reasonable excuse|authority|justification;
    unlawful|unlawfully; unauthorized|unauthorised; illegally; without lawful|due|proper cause;
    wrongful|wrongfully
# What says that in other words.
right?: lawfully; contrary to; in breach|contravention|violation of
# From which degree on.
degree: serious|seriously; substantial|substantially; significant|significantly; grave|gravely;
    materially; manifest|manifestly; gross|grossly; severe|severely; considerable;
    exceptional|exceptionally; excessive|excessively; compelling; imminent;
    of a certain|particular|sufficient gravity|seriousness|importance; overriding;
    wholly or partly|mainly; utmost; sufficient|sufficiently;
    minor breach|breaches|offence|offences|infringement|damage|nature|importance|injury|change
    |changes; high|higher risk|risks;
    approximate|approximately; grievous; appreciable|appreciably; serious and <1> imminent;
    repeated|repeatedly; systematically; persistent|persistently; predominant|predominantly;
    disproportionately; unreasonably; on a <1> large|wide|small|massive|significant|limited scale;
    to a large|considerable|significant|substantial|limited|certain|lesser extent|degree;
    more than minor|trivial|negligible; non negligible; negligible; insignificant
# Whose or what measure decides what is enough.
appropriateness: where|when|if|as|whenever|wherever|when appropriate|relevant|applicable|necessary;
    where|if|when|as|whenever it? is? deemed|considered|found? appropriate|necessary|applicable;
    where|if|when|whenever <1> this|that|it|they|these|such <1> is|are <1> necessary|appropriate
    |required|needed|relevant|applicable;
    as and when|where appropriate|necessary; as|where|if|when required; as the case may be;
    to the extent|degree appropriate|relevant|applicable|necessary; mutatis mutandis;
    as|where|when|if applicable|needed; if so required; in appropriate cases|circumstances;
    as far as necessary; if need be; so far as is? necessary; appropriately;
    if any; as appropriate|necessary; where this|it is the case; where <1> circumstances so? <1>
    warrant
    |require|permit|justify|allow; as the circumstances? <2> require|permit|warrant; taking due?
    account of the|their? <2> means|capabilities|resources|capacity
appropriateness?: appropriate; suitable; adequate|adequately; relevant; proper
# As much as can be done.
possibility: as|so far as <2> possible|practicable|feasible|practical;
    in so far as <2> possible|practicable|feasible; insofar as <2> possible|practicable|feasible;
    as|so far as <4> permits|permit|allows|permitted; where|when|if|wherever|whenever <1> possible;
    where|when|if|wherever|whenever <1> feasible|practicable; to the <3> extent <2> possible;
    to the <2> extent <2> feasible|practicable|permitted|practical; as much as possible;
    to the extent <4> permitted by; to the fullest|maximum|greatest|widest|largest extent;
    to the best of its|their ability|abilities; within its|their <2> means|capabilities|resources;
    within available|existing resources; subject to <2> availability; reasonably practicable;
    technically feasible|possible; in accordance with its|their capabilities|means;
    according to its|their capacity|capabilities|means;
    on a best efforts|endeavours basis; closest|fullest|widest|broadest|highest|greatest|earliest
    |strictest|shortest|fastest possible; within the limits of;
    involve|involves disproportionate effort
# The law of each party stands above.
law: in accordance|conformity|compliance|consistency with <6> """
    + _LAW
    + """;
    consistent|inconsistent|compatible|consistently with <5> """
    + _LAW
    + """;
    subject to <5> """
    + _LAW
    + """;
    as|where|if provided|required|permitted|allowed|authorised|authorized|prescribed for?
    by|in|under
    <5> """
    + _LAW
    + """;
    provided|required|permitted|allowed|authorised|authorized|prescribed for? by|under <1> domestic
    |national|internal|applicable <2> """
    + _LAW
    + """;
    on the basis of <5> """
    + _LAW
    + """;
    to the extent <2> provided|required|permitted|allowed for? by|in|under <4> """
    + _LAW
    + """;
    subject to the <3> principles|concepts of its|their <2> law|laws|legal;
    the basic|fundamental concepts|principles of its|their legal system|systems;
    is|are|be|been|being <1> subject to <5> """
    + _LAW
    + """;
    in accordance|conformity|compliance|consistent with|within <3> legal system|systems|order
    |framework|principles;
    within the framework of <3> law|laws|legislation;
    unless|where <3> law|laws|legislation <2> requires|provides|prohibits
# Whose law makes a thing what it is (`the status under national law`) may be no condition of it.
law?: under <3> legal system|order; under|by|in its|their|domestic|national|internal
    |constitutional|existing <3> """
    + _LAW
    + """
# What else must be so.
condition: is|are|be|been|being <1> subject to <3> conditions|requirements|agreement
    |approval|availability|consent|ratification; provided always? that; on condition that;
    on the condition that;
    unless; in so far as; insofar as; so far as; as far as;
    in the case|cases|circumstances|situations referred to; in cases|circumstances <1> referred to;
    as long as; so long as; to the extent that; to the extent; in the absence of; conditional;
    solely; exclusively; only; under the conditions; under conditions; contingent; if and;
    save? with the consent|agreement|approval|authorisation|authorization of;
    with the consent|agreement|approval of; upon|on request; at the request of; in cases where;
    in exceptional|special|particular|duly|certain|specific|some|limited|urgent|rare <1> cases
    |circumstances|situations; in a|an <1> specific|particular|given|concrete|exceptional|urgent <1>
    case|situation;
    in the case|event of; in the case|event that; strictly|absolutely|objectively necessary;
    where|if so requested; unless and until; expressly; except|save on; and|but not otherwise;
    only with|after|upon the? <1> consent|agreement|approval|authorisation|authorization
# What is left out.
exception: except; except where|when|if|for|as|in|that; with the exception of; save; save as;
    save where|in|for; otherwise than; excluding; notwithstanding;
    apart from; not including; with exception of; by way of derogation from; exclusive of;
    to the exclusion of; with the sole exception of; by way of exception; exempt|exempted from;
    but not; unless otherwise <4> provided|agreed|specified|stated|decided|stipulated|indicated
exception?: other than; not apply to
# What a sensible person would say.
reason: reasonable|reasonably; unreasonable|unreasonably; undue|unduly; justified;
    duly justified|substantiated|reasoned; due diligence; good cause; legitimate <1> grounds
    |ground|reason|reasons; genuine
reason?: legitimate
# How soon, without a number.
time: without undue <1> delay; without further? delay; immediate|immediately; promptly; prompt;
    forthwith; without undue; as soon as <2> possible|practicable|feasible;
    at the earliest <2> opportunity|date; expeditious|expeditiously; in a timely manner;
    in due time|course; within a reasonable <2> time|period; undelayed; timely; swiftly; at once;
    as early as possible; within the shortest possible <3> time; at the appropriate|proper <1> time
    |moment|stage; in good time; speedily; rapidly; expeditiously; with all? <1> speed|dispatch
    |expedition|urgency; as quickly|rapidly|swiftly|speedily|promptly|early as <2> possible
    |practicable|feasible; without unnecessary|unreasonable|unjustified|excessive delay;
    as a matter of urgency|priority; as soon as may be; without hesitation|interruption
# Not always.
rule: as a <1> rule; in principle; in most cases; typically; wherever <1> possible; for the most
    part;
    by and large; to the greatest part; customarily; normally; ordinarily; usually; generally; in
    general;
    primarily; mainly; principally; largely; essentially
# Who decides whether.
discretion: at its|their|his own? <1> discretion; if|where|when|as <3> deems|considers|thinks <3>
    necessary|appropriate|fit|desirable|expedient|proper; in|at the <1> discretion of;
    in|at its|their sole|absolute|own|free discretion; if it|they so? chooses|choose|desires|desire;
    if it|they|he <1> so decides|decide|wishes|wish|requests; may deem|think <1> best|fit|necessary|
    appropriate; as it|they may <1> deem|consider; as may be necessary|appropriate|required;
    if it should think best; in|to the opinion|satisfaction of; on a voluntary basis;
    voluntarily; on mutually agreed terms; as <2> mutually agreed
# What must be weighed.
consideration: taking into <1> <1> account; taking <2> account of; with due <1> regard to|for;
    having <2> regard to; due account <1> taken of; bearing in mind; with regard being had to;
    giving <1> consideration to; paying <1> regard|attention to; mindful of; account being taken of
degree?: similarly; specifically; directly; exclusive; sole; systematic; likely;
    explicit|explicitly; material; urgent; essential; clear|clearly
necessity?: necessary; important; effective|effectively
rule?: by default; prior|previously; at least; to some extent; in the light of; specific;
    specified; duly; voluntary
condition?: subject to; if; where; when; wherever; whenever; in which case; for as long; until;
    pending; prior to;
    upon; depending on; in cases of; in case of; in case
"""
)
