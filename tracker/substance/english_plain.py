"""English words and phrases that may stand for one another, and words that carry no rule.

In: nothing. Out: `SAME`, phrases by what they say; `LIGHT`, words whose coming or going changes
grammar alone. Both are narrow: a word that a lawyer could argue with is in neither, so `any` and
`all`, `and` and `or`, modal verbs, negations and numbers are told apart.
"""

from __future__ import annotations

from tracker.substance.phrases import table, word_set

SAME = table(
    """
regarding: with respect|regard to; with reference to; in respect|regard of|to; as regards;
    regarding; concerning; relating to; relative to; in relation to; relates to; related to;
    in connection with; concerns; on the subject of; pertaining to
under: in accordance with; in compliance with; in conformity with; pursuant to; under; by virtue of
    ; in pursuance of; as provided for in; provided for in; provided by;
    as referred to in; referred to in; laid down in|by; set out in|by; as laid|set down|out in;
    set forth in;
    specified in; as specified in; as set forth in; provided in; provided for by;
    provided for under;
    stipulated in; as defined in; according to
because: due to; because of; owing to; on account of; by reason of; as a result of; by virtue of the
    fact that; in view of the fact that; because
to: in order to; so as to; with a view to; for the purpose of; for the purposes of; to
if: if; where; when; in case; in cases where; in the case where; in the event that; whenever;
    in the event of; in the case of; in case of; if and when; at such time as; in the situation
    where;
    in situations where; in a case where; in circumstances where; in such case as; as and when
before: prior to; before; in advance of; previous to; preceding
after: after; following; subsequent to; subsequently to; upon
also: also; equally; likewise; as well; too; in addition; furthermore; moreover; additionally
and: as well as; but also; and also; along with; together with
do: carry out; carried out; carrying out; perform|performs|performed|performing|performance;
    exercise|exercised|exercises|exercising; execute|executed|executes; conduct|conducted;
    exert; fulfil|fulfill|fulfils|fulfils|fulfilled|fulfilling|fulfilment|fulfillment;
    discharge|discharges|discharged|discharging; effected|effecting; effectuate
ensure: ensure|ensures|ensured|ensuring; guarantee|guarantees|guaranteed|guaranteeing;
    make|makes sure; see to it
concerned: concerned; in question
among: among; amongst; between
by: by; by means of; through; by way of; via; by use of; using
illustration: in particular; notably; inter alia; especially; particularly; among other things
such as: such as; for example; for instance; including; including for example; like;
    including but not limited to; including without limitation; including inter alia; e g
duty: shall; must
reasons: reasons of; grounds of; on grounds of; for reasons of
begin: begin|begins|beginning|begun; commence|commences|commencement|commenced|commencing;
    start|starts|started|starting; initiate|initiates|initiated|initiating; institute|institutes
    |instituted|instituting
use: use|uses|used; make|makes use of; utilize|utilise|utilized|utilised|utilization|utilisation
have to: have to; has to; is obliged to; are obliged to; is required to; are required to
territory: within the territory of; in the territory of; on the territory of
conditions: terms; conditions; terms and conditions
strengthen: strengthen; reinforce|reinforced; enhance|enhanced
allocation: attribution; allocation; assignment
while: while; whilst; at the same time as
until: until; till; until such time as; up to the time when
near: adjacent to; next to; adjoining; contiguous to
suitable: appropriate; suitable; fitting; proper
regard: taking into <1> account; taking <1> account of; having <1> regard to
only: only; solely; exclusively; purely; merely
provided: provided <1> that; on the? condition that; as|so long as
as applicable: if any; where|if|as|when applicable
unless: unless; except if|where|when; save where|if
latest: not later than; no later than; at the latest; on or before; by no later than
least: at least; not less than; no less than; a minimum of; no fewer than; not fewer than
basis: on the basis of; based on; based upon; upon the basis of; founded on
despite: regardless of; irrespective of; without regard to; no matter
yearly: on an annual basis; every twelve months; annual; annually; yearly; each year; every year;
    per year; once a year
lodge: lodge|lodges|lodged|lodging; file|files|filed|filing; submit|submits|submitted|submitting
appoint: appoint|appoints|appointed|appointing; designate|designates|designated|designating
publish: publish|publishes|published|publishing|publication; make|makes|making|made publicly
    available
    ; make|makes|made public; make|made publicly available
aim: aim|aims; purpose|purposes; objective|objectives; goal|goals
assess: assess|assesses|assessed|assessing; evaluate|evaluates|evaluated|evaluating; appraise
    |appraises|appraised
assessment: assessment|assessments; evaluation|evaluations
change: amend|amends|amended|amending; modify|modifies|modified|modifying; alter|alters|altered
enable: enable|enables|enabled|enabling; allow|allows|allowed|allowing; make possible
help: assist|assists|assisted; help|helps|helped; aid|aids|aided
abroad: cross border; transborder; transfrontier; transboundary
number: a number of; several; various; a plurality of
each: each; every; each and every
show: demonstrate|demonstrates|demonstrated|demonstrating; show|shows|showing|shown;
    prove|proves|proved|proven|proving
both: both; the two
upon: on; upon; at
other: other; another; further other
request: at the request of; on request of; on the request of; upon request of; upon the request of
without delay: forthwith; immediately; without delay; at once
obtain: obtain|obtains|obtained; get; acquire|acquires|acquired
give: give|gives|given; provide|provides|provided; supply|supplies
electronic: electronically; in electronic form; by electronic means; electronic
so far: in so far as; insofar as; to the extent that
infringe: infringe|infringes|infringed|infringement|infringements; breach|breaches|breached; violate
    |violates|violated|violation|violations; contravene|contravenes|contravened|contravention;
    does|do|did not comply with; is|are|was|were not in compliance|conformity with; fails|fail to
    comply with; non compliance with; is|are in breach|violation|contravention of; is|are contrary
    to
entrust: entrust|entrusts|entrusted; assign|assigns|assigned; confer|confers|conferred;
    charge|charged with
recognize: recognize|recognise|recognizes|recognises; acknowledge|acknowledges
natural person: individual|individuals; natural person|persons
thereof: hereof; thereof
undertake: engage|engages; undertake|undertakes; commit|commits itself|themselves
national: domestic; national; internal
chair: chair; chairperson; chairman; chairs; chairpersons; chairmen
communicate: communicate|communicates|communicated; transmit|transmits|transmitted; forward|forwards
    |forwarded; send|sends|sent
# Synonyms of which drafting manuals prefer one.
manner: way|ways; manner|manners; fashion
thus: in such a way|manner that; in a way|manner that; so that; such that
handle: deal|deals|dealing|dealt with; handle|handles|handled|handling; treat|treats|treated
cause: give|gives|giving|gave rise to; result|results|resulting|resulted in; lead|leads|leading|led
    to;
    cause|causes|caused|causing; bring|brings|bringing|brought about
establish: establish|establishes|established|establishing; set|sets|setting up;
    create|creates|created
    |creating
lay down: lay|lays|laying|laid down; set|sets|setting out; set|sets|setting forth; specify|specifies
    |specifying; stipulate|stipulates|stipulating; prescribe|prescribes|prescribing; detailing;
    setting out in detail
end: end|ends|ended|ending; terminate|terminates|terminated|terminating
expiry: expire|expires|expired|expiring; expiry|expiration
deem: consider|considers|considered; deem|deems|deemed; regard|regards|regarded as; treated as
need: require|requires; need|needs; necessitate|necessitates; call|calls for
keep: retain|retains|retained|retaining; keep|keeps|kept|keeping; preserve|preserves|preserved
instead: instead of; in lieu of; in place of; rather than
during: during; in the course of; for the duration of; throughout
next: next; next subsequent|following|succeeding|ensuing
void: void; null and void; of no effect; without effect
effect: effect; force and effect; legal force
any: any; any and all; all and any
final: final; final and conclusive|binding
except: except; save; save and except
full: full; full and complete; complete; entire
exclusive: sole; exclusive; sole and exclusive
true: true; true and correct|accurate; accurate
between: between; by and between
buy: buy|buys|bought|buying; purchase|purchases|purchased|purchasing
enough: enough; sufficient; an adequate number of; sufficient number of
merit: deserve|deserves|deserved; merit|merits|merited
handicap: hinder|hinders|hindered; hamper|hampers|hampered; impede|impedes|impeded
pay: pay|pays|paid|paying; remit|remits|remitted
easily: easily; readily; with ease
quick: quickly; rapidly; speedily; swiftly; expeditiously
mention: mentioned; referred to; aforementioned; abovementioned
spread: disseminate|disseminates|disseminated|dissemination; circulate|circulates|circulated
work out: draw|draws|drawn|drawing up; prepare|prepares|prepared|preparing; elaborate|elaborates
    |elaborated; compile|compiles|compiled
agree: in agreement; by agreement; by mutual agreement; by common accord|consent
hold: hold|holds|held|holding; convene|convenes|convened
nonprofit: non profit; nonprofit; not for profit; non profit seeking|making; not for gain
written: in writing; written; in written form; by writing
oral: orally; oral; by word of mouth; verbally
permission: may; shall|should|must|will be able|entitled|empowered|authorised|authorized|permitted
    |allowed|free|competent to; is|are|be
    entitled|empowered|authorised|authorized|permitted|allowed|free
    |competent to; shall|should|have|has the power to
together: jointly; together; in common
"""
)

LIGHT = word_set(
    "the a an this that these those such said its their his her hers theirs it they them he "
    "she him of is are was were be been being has have had having do does as so thus therefore "
    "also however moreover furthermore then accordingly hereby herein thereby which who whom "
    "whose own itself themselves himself herself there here hereinafter each every any both to "
    "for in on at by with"
)
