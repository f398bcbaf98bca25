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
because: due to; because of; owing to; on account of; by reason of; as a result of
to: in order to; so as to; with a view to; for the purpose of; for the purposes of; to
if: if; where; when; in case; in cases where; in the case where; in the event that; whenever;
    in the event of; in the case of; in case of
before: prior to; before; in advance of
after: after; following; subsequent to; subsequently to; upon
also: also; equally; likewise; as well; too; in addition; furthermore; moreover
do: carry out; carried out; carrying out; perform|performs|performed|performing|performance;
    exercise|exercised|exercises|exercising; execute|executed|executes; conduct|conducted;
    exert
ensure: ensure|ensures|ensured|ensuring; guarantee|guarantees|guaranteed|guaranteeing;
    make sure
concerned: concerned; in question
among: among; amongst; between
by: by; by means of; through; by way of; via; by use of; using
illustration: in particular; notably; inter alia; especially; particularly; among other things
such as: such as; for example; for instance; including; including for example; like
duty: shall; must
reasons: reasons of; grounds of; on grounds of; for reasons of
begin: begin|begins; commence|commences|commencement; start|starts
use: use|uses|used; make|makes use of; utilize|utilise|utilized|utilised|utilization|utilisation
have to: have to; has to; is obliged to; are obliged to; is required to; are required to
territory: within the territory of; in the territory of; on the territory of
conditions: terms; conditions; terms and conditions
strengthen: strengthen; reinforce|reinforced; enhance|enhanced
allocation: attribution; allocation; assignment
while: while; whilst; at the same time as
until: until; till
near: adjacent to; next to
suitable: appropriate; suitable
regard: taking into <1> account; taking <1> account of; having <1> regard to
only: only; solely; exclusively; purely
provided: provided <1> that; on the? condition that; as|so long as
as applicable: if any; where|if|as|when applicable
unless: unless; except if|where|when; save where|if
latest: not later than; no later than; at the latest
least: at least; not less than; no less than
basis: on the basis of; based on
despite: regardless of; irrespective of
yearly: annual; annually; yearly; each year; every year; per year; once a year
lodge: lodge|lodges|lodged|lodging; file|files|filed|filing; submit|submits|submitted|submitting
appoint: appoint|appoints|appointed; designate|designates|designated
publish: publish|publishes|published; make|makes|made public; make|made publicly available
aim: aim|aims; purpose|purposes; objective|objectives; goal|goals
assess: assess|assesses|assessed|assessing; evaluate|evaluates|evaluated|evaluating
assessment: assessment|assessments; evaluation|evaluations
change: amend|amends|amended; modify|modifies|modified
enable: enable|enables|enabled|enabling; allow|allows|allowed|allowing; make possible
help: assist|assists|assisted; help|helps|helped; aid|aids|aided
abroad: cross border; transborder; transfrontier; transboundary
number: a number of; several; various
each: each; every
show: demonstrate|demonstrates|demonstrated|demonstrating; show|shows|showing
both: both; the two
upon: on; upon; at
other: other; another
request: at the request of; on request of; on the request of; upon request of; upon the request of
without delay: forthwith; immediately; without delay; at once
obtain: obtain|obtains|obtained; get; acquire|acquires|acquired
give: give|gives|given; provide|provides|provided; supply|supplies
electronic: electronically; in electronic form; by electronic means; electronic
so far: in so far as; insofar as; to the extent that
infringe: infringe|infringes|infringed|infringement|infringements; breach|breaches|breached; violate
    |violates|violated|violation|violations
entrust: entrust|entrusts|entrusted; assign|assigns|assigned
recognize: recognize|recognise|recognizes|recognises; acknowledge|acknowledges
natural person: individual|individuals; natural person|persons
thereof: hereof; thereof
undertake: engage|engages; undertake|undertakes
national: domestic; national; internal
chair: chair; chairperson; chairman; chairs; chairpersons; chairmen
communicate: communicate|communicates|communicated; transmit|transmits|transmitted; forward|forwards
    |forwarded; send|sends|sent
"""
)

LIGHT = word_set(
    "the a an this that these those such said its their his her hers theirs it they them he "
    "she him of is are was were be been being has have had having do does as so thus therefore "
    "also however moreover furthermore then accordingly hereby herein thereby which who whom "
    "whose own itself themselves himself herself there here hereinafter each every any both to "
    "for in on at by with"
)
