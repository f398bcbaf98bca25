"""English words that protect persons or limit power.

In: nothing. Out: `SAFEGUARDS`, by family. `PENALTIES`: words of sanctions. Names of offices that
hold such words (`data protection officer`) are told apart by `NAMES`, which are looked for first.
"""

from __future__ import annotations

from tracker.substance.phrases import table

SAFEGUARDS = table(
    """
# Names and titles that only sound so.
-: data protection officer|officers|board|supervisor|authority|authorities|seal|seals|mark|marks;
    privacy impact|policy|policies|notice|notices|statement|seal|by;
    data protection certification|certifications|principles|impact|rules|law|policy|policies
    |framework|group|by|audits;
    confidentiality of the proceedings?; court of auditors; notify the depositary;
    notification|notifications of ratification|acceptance|withdrawal; high court judge;
    european data protection board|supervisor; consent to be bound; necessary to ensure;
    protection of natural? individuals|persons with|as regard|regards to?;
    directive on privacy; judicial capacity; disproportionate
    effort|efforts|cost|costs|amount|expense
    |time;
    remedy the|a|any|such <2> breach|infringement|situation|default|failure|irregularity|defect;
    consent|agreement of the|each|both|all|either <1> minister|board|commission|council|state|states
    |government|governments|parties|party|members|member|company|authority|authorities;
    appeal to all; complaint submission form; bank|banking|tax|state|official|military secrecy;
    pending <1> trial|appeal; pending <1> trial or appeal;
    prior|written|express|mutual <1> consent|agreement|approval of|by the|each|both|all|either <1>
    state|states|party|parties|government|governments|member|authority|authorities|minister;
    confidentiality integrity and availability; keep|kept|keeps|keeping confidential <1> the <1>
    fact|existence|execution|undertaking|substance|content|contents;
    so|circumstances|situation|case|may|might|would|not|to warrant; arrest warrant|warrants;
    be heard as; be heard by <1> video|videoconference|electronic; public|general|national|vital
    |security interests; incapable|capable|unable of|to giving|give <1> consent
# The rights of everyone.
rights: human rights; human rights and <1> fundamental freedoms|liberties; civil liberties;
    fundamental rights|freedoms|right; fundamental rights and freedoms|interests;
    rights and freedoms|liberties; rights and <1> freedoms and <1> legitimate? interests;
    fundamental freedoms|liberties; essence of the <2> rights|right|freedoms|freedom;
    human dignity; dignity; rule of law; due process; fair trial; fair treatment;
    presumption of innocence; freedom of <3> expression|information|opinion|association|assembly
    |religion|thought|conscience|movement|speech; right to <2> life|liberty|security|defence
    |information|privacy|property|strike; non discrimination; discrimination;
    without discrimination|distinction; equality before; best interests of the child;
    rights of the? <2> defence|child|children|women|person|persons|individual|individuals|others
    |accused; rights of the? data subject|subjects; legitimate interests of the <1> subject
    |persons|person|individual;
    legitimate rights; rights and legitimate? interests;
    rights of persons; political offence|offences; self incrimination; torture|cruel|inhuman;
    refoulement|nonrefoulement; children's rights; rights and interests of the? <2>
    subject|subjects|person|persons; exercise|exercising <2> his|her <3> rights; his or her rights;
    rights of <2>
    workers|consumers|patients|migrants|refugees|victims|minorities|peoples|communities
    |families|prisoners|detainees|foreigners|persons; natural justice; fair hearing; equality of
    arms;
    double jeopardy; ne bis in idem; equal treatment|protection; forced labour|labor; inhumane;
    procedural safeguards|guarantees|rights|fairness|law; habeas data; indigenous peoples
# What a person is entitled to.
right: right to <1>
    obtain|receive|transmit|access|know|request|refuse|withdraw|correct|inspect|consult
    |examine|counsel|silence|leave|return|choose|complain|participate|vote|education|health|housing
    |work|strike|asylum|remain|interpreter|translation|representation|confront
# Names of what holds rights, and of who has them.
rights?: charter of fundamental rights; vulnerable; exercise|exercising <1> their <1> rights;
    interests of the? <2> subject|subjects|person|persons|individual|individuals|accused|victim
    |victims|child|children; legitimate interests
# Words that say it in so many letters.
safeguard: safeguarding <3> rights|interests|freedoms;
    appropriate|adequate|suitable|necessary safeguards; conditions and safeguards;
    appropriate|suitable <2> specific? measures to <1> safeguard|protect;
    additional|further|specific|effective|sufficient|legal|minimum|proper|reasonable|strong|strict
    |robust|necessary|special safeguards|guarantees; safeguards against
# Alone they may be those that another provision has.
safeguard?: safeguard|safeguards|safeguarded; guarantees;
    compensatory|mitigating|protective measure|measures
# No more than needed.
proportionality: proportionate|proportionality; disproportionate|disproportionately;
    principle|principles of proportionality|necessity|legality|subsidiarity|humanity;
    proportionality and necessity; necessity and proportionality; legality;
    necessary and proportionate; strictly necessary; necessary in a democratic society;
    not <1> go|goes beyond what is <1> necessary; limited to what is <1> necessary;
    no longer than <2> necessary; purpose|storage limitation;
    limited to the minimum; data minimisation|minimization; least restrictive|intrusive;
    no more than <2> necessary; arbitrary|arbitrarily; democratic society;
    to the <2> extent <2> necessary|needed; kept|keep|reduced|limited to a|the <2> minimum;
    adequate relevant and <1> limited|excessive; not excessive; go|goes no further than; no wider
    than;
    strictly limited to; least <1> infringing|onerous|burdensome|restrictive; undue burden|hardship
    |interference;
    only|solely <5> necessary|needed <1> for|to; only <1> where|if|when|as <4> necessary
# Somebody independent looks at it.
review: judicial review|supervision|oversight|control|authorisation|authorization|scrutiny|approval;
    judicial or <2> independent review|supervision|oversight; court order|warrant;
    search|valid|bench warrant|warrants;
    with|without|under|by|to a|the <2> warrant; warrant issued|authorising|authorizing|of;
    independent review|oversight|supervision|court|tribunal;
    impartial|impartiality; complete independence; judicial independence;
    effective|parliamentary|public oversight;
    prior judicial; ex officio? review;
    parliamentary control|scrutiny; human intervention; by the|a competent <1> court|courts|judge;
    by the|a court|judge|tribunal of? <1> competent;
    authorised|authorized|approved|ordered|decided by the|a <2> court|judge|tribunal;
    independent <1>
    audit|auditor|auditors|assessment|evaluation|inquiry|investigation|monitoring|expert
    |experts|counsel|judge|arbitrator|verification|adjudicator;
    reasonable|probable|sufficient|serious|substantial <1> grounds|ground|cause|reason|suspicion
    to|for
    |of|that <1> suspect|suspecting|presume|presuming|presumption|suspicion;
    probable cause; reasonable suspicion;
    independent and impartial
# An independent body may be set up for anything.
review?: reasonable|probable|sufficient|serious|substantial <1> grounds|cause|reason to|for <1>
    believe
    |believing; oversight; periodic|periodically review|reviewed;
    judicial <1> authority|authorities; courts; supervision by; independent; independence;
    independently; independent supervisory|body|authority|authorities; accountability;
    transparency; prior authorisation|authorization
# What one can do against it.
remedy: remedy|remedies; judicial <2> remedy|remedies|redress; redress; effective <3> remedy
    |remedies|redress|protection; right to <1> effective? <1> remedy|appeal|redress;
    right of appeal;
    appeal|appeals; right to lodge|file a <1> complaint; may lodge|file a <1> complaint;
    compensation; right to <2> compensation|reparation; access to justice; right to object;
    right to <2> judicial|legal <2> remedy|protection; contest the decision; challenge <2> decision
    |decisions; right to be heard; be heard; right to contest; habeas corpus;
    action for annulment; reparation; legal aid; legal assistance to? victims;
    opportunity to present|comment|respond|reply|object|appeal; right to complain; make <2>
    representations; access to a|legal <1> lawyer|counsel|assistance|representation; assistance of
    counsel; assisted|represented by <2> lawyer|counsel; proceedings on his|her|its|their behalf;
    damages; restitution; restitutio in integrum; judicial recourse; recourse to a|the <1>
    court|courts
    |tribunal; express his|her|their <4> view|views
remedy?: petition; complaint|complaints; lodge|lodging|lodged a <1> complaint
# Who is touched by it hears of it.
notification: notify|inform|notified|notifying|informing the|any|each|every|such|those <1> person
    |persons|individual|individuals|subject|subjects|suspect|accused|complainant;
    person|persons|individual|individuals|subject|subjects <1> concerned? shall|should|must be
    <2> notified|informed; give|gives|giving <1> reasons; statement of <1> reasons;
    notification of the <2> person|persons|individual|subject|subjects; giving reasons;
    communicate|communicated|communication <6> to the data subject; without their knowledge;
    information to the <1> subject|subjects|person|persons|individual|individuals <1> concerned?;
    plain language; clear and plain; easily accessible <1> form; brought|bring|brings|bringing to
    the <1> attention|notice|knowledge of <3> person|persons|subject|subjects|individual|individuals
    |public|complainant|accused|applicant|consumer|consumers|worker|workers|owner|owners|crew;
    easy to understand|read;
    easily understandable|understood|visible|legible|readable; clearly distinguishable;
    concise <1> transparent|intelligible|easily; made|make aware of; reasoned
    decision|decisions|opinion;
    written reasons; prior|reasonable|written|advance|adequate notice; informed|advised of <3> right
    |rights|reasons|charge|charges|outcome; served with notice;
    right|information|access|copy|copies|assistance|interpreter|interpretation|translation <8>
    free of charge;
    intelligible <3> form|manner|language; clearly legible; in a transparent <2> manner;
    in a language <2> that|which <1> he|she|they|person <3> understand|understands;
    language <2> he|she|they <3> understand|understands
notification?: free of charge; easily accessible; make|made public; made|make available to the
    public;
    inform the public
# One's own sphere.
privacy: privacy; right to privacy; private life; private and family life; right to respect for;
    right to the? protection of personal data; right to data protection;
    integrity and confidentiality; pseudonymisation|pseudonymization|pseudonymised; encryption;
    anonymous|anonymised|anonymity
privacy?: correspondence
data protection: protection of <2> personal data;
    protection of <1> natural? individuals|persons; personal information;
    right of access; right to erasure|rectification|restriction|portability; 
    right to <1> portability; right to be forgotten|informed
data protection?: level of <2> protection; data protection;
    protection of data; erasure;
    rectification
confidentiality: not <1> disclose|disclosed|divulge|divulged; non disclosure; without disclosing;
    secrecy of correspondence|communications; anonymity of; confidential|confidentiality;
    professional secrecy; secrecy; legal privilege;
    professional privilege; trade secret|secrets; undisclosed
consent?: consents|consented
consent: consent; freely given; unambiguous; explicit consent; prior informed? consent;
    free prior and informed consent; informed consent; withdraw <2> consent;
    agreement of the person <1> concerned; explicitly|expressly|freely|voluntarily consent
    |consents|consented
"""
)

PENALTIES = table(
    """
# Parts of a text.
-: first|second|third|fourth|fifth|last|next|preceding|previous|foregoing|final|following|opening
    |introductory|this|that|each|same sentence|sentences; sentence|sentences of <1> article
    |paragraph|paragraphs|subparagraph|section|subsection|point|this;
    sentence|sentences above|below|is|are? inserted|added|substituted|omitted; following sentence
# Sentences of a court, if the words say so.
sentence: sentenced; custodial|suspended|life|death|prison|jail|maximum|minimum|criminal sentence
    |sentences; serve|serves|serving|served <2> sentence|sentences; sentence|sentences of <3>
    imprisonment|detention|years|court; sentence|sentences <1> imposed; impose|imposes|imposing
    <2> sentence|sentences; enforcement|execution of <3> sentence|sentences
sentence?: sentence|sentences
# The sanction itself.
sanction: fine|fines|fined; administrative|monetary|criminal <2> fine|fines|sanction|sanctions
    |penalty|penalties; imprisonment; imprisoned; deprivation of liberty; penalty|penalties;
    sanction|sanctions|sanctioned; punishment|punishments; punishable; punish|punished;
    forfeit|forfeited|forfeiture; confiscation|confiscated|confiscating|confiscate;
    disqualification; class a|b|c|d|e fine;
    liable on <8> conviction; summary conviction; conviction on indictment; indictment;
    term of imprisonment; death penalty; surcharge
"""
)
