"""English words that oblige, permit, recommend and forbid.

In: nothing. Out: `ENGLISH`, the modal words by force, what may follow them and changes it, and the
words at which a clause begins.
"""

from __future__ import annotations

from tracker.substance.modal_words import ModalWords
from tracker.substance.phrases import table

ENGLISH = ModalWords(
    words=table(
        """
duty: shall; must; is|are|was|were required|obliged|bound|obligated to;
    shall|must|should|will be <1> required|obliged|bound|obligated to; undertake|undertakes to;
    it shall be the <2> duty of; it is the duty of; has|have the duty|obligation to;
    is|are under an|the obligation to
duty?: will; is|are to; has|have to; need|needs to; agree|agrees to; agree|agrees that they will
soft: should; ought to; is|are <1> encouraged|invited|urged|requested|recommended to;
    shall|should|must|will be <1> encouraged|invited|recommended to?
ban: shall|must|may|will|can <1> not; shall|must|may neither; is|are <1> prohibited
    |forbidden <1> from|to?;
    shall|must|should <1> be <1> prohibited|forbidden; shall|must|may|will <1> <1> in no case
    |circumstances;
    shall|must|may <1> under no circumstances; cannot; shall|must|may never; shall|must
    |should refrain from;
    is|are not <1> entitled|empowered|authorized|authorised|permitted|allowed|competent to;
    shall|should|must not be <1> entitled|empowered|authorized|authorised|permitted|allowed|able
    |competent to
soft ban: should <1> not; ought not; should never
option: may; shall|should|must|will <1> be <1> entitled|empowered|authorized|authorised|permitted
    |allowed|free|able|competent to; shall|should|must|will have the <3>
    right|power|option|possibility
    |discretion
    |competence|faculty|authority to|of?; is|are <1> entitled|empowered|authorized|authorised
    |permitted|allowed|free|competent to;
    has|have the <3> right|power|option|possibility|discretion|authority to; reserve
    |reserves the right to;
    shall|should have <5> powers; need not;
    shall|should|must|will not be <1> required|obliged|bound|obligated to;
    is|are not <1> required|obliged|bound|obligated to; does|do not have to
option?: can; might; could; is|are able to; shall not be prevented|precluded from
"""
    ),
    softening=table(
        """
soft: endeavour|endeavor to?; strive to?; seek to; aim to|at; attempt to; try to; make every <1>
    effort|efforts; use its|their best efforts|endeavours; consider *ing|whether;
    consider the possibility|advisability of; make <1> efforts to; do its|their utmost
"""
    ),
    indirect=table(
        """
measures: take <4> measures|steps|action to; adopt <4> measures to; put in place <4> measures to;
    work towards|toward; contribute to
"""
    ),
    purposes=table(
        """
purpose: with a view to; in order to; so as to; with the aim of; aimed at; aiming at|to;
    intended|designed to; with the objective of
"""
    ),
    grants=table(
        """
# What a State or an authority may do, instead of a rule that holds by itself.
rule: provide|decide|determine|require|stipulate|establish|prescribe|direct <4> that;
    lay down <4> that; provide for; make provision for;
    allow|permit|authorise|authorize|enable|entitle
"""
    ),
    firmness=table(
        """
# Instruments that bind, and those that advise.
binding: adopt|make|issue|enact|adopting|making|issuing|enacting <3> acts|act|regulations|regulation
    |rules|rule|orders|order|decisions|decision|decrees|ordinances|bylaws|directives|measures
advice: issue|publish|adopt|prepare|develop|give|provide|deliver|formulate|issuing|publishing
    |preparing|developing|giving|providing <4> guidelines|guideline|guidance|recommendation
    |recommendations|opinions|opinion|advice;
    draw up <4> guidelines|guidance|recommendations|practices;
    codes|code of practice; best|good practices; advise|recommend
# Who must prove, and who must be able to.
burden: burden of proof|proving|persuasion; onus of proof|proving; onus;
    obliged|required|bound to prove|demonstrate|show|establish|justify
able: able to prove|demonstrate|show|establish|justify|evidence|substantiate; in a position to prove
    |demonstrate|show|establish|justify
# Everything that can be done, or some of it.
all: all|every <1> appropriate|necessary|reasonable|possible|available|suitable|feasible|practicable
    |required|effective|due|requisite <2>
    step|steps|measure|measures|effort|efforts|endeavours|action
    |actions|means|precaution|precautions|care|assistance|diligence
# A result that is owed, and work towards it.
result: ensure; guarantee; secure; assure; prevent; prohibit; eliminate; comply with; observe;
    follow;
    implement; abide by; adhere to; conform to; be bound by
effort: promote; encourage; facilitate; support; foster; contribute to; assist in; discourage;
    reduce;
    take into <2> account; take <2> account of; have <2> regard to; consider; be guided by;
    bear in mind; be mindful of; strive; work towards|toward; limit; minimise|minimize; help to?
# An order, and what may be refused.
order: order; instruct; direct; require; oblige; compel; demand
asking: request; invite; ask; encourage; urge; recommend; advise; suggest; call upon|on; propose
# What must come of it.
outcome: so|such|way|manner that; result|effect that
"""
    ),
    rights=frozenset(("right",)),
    only=frozenset(("only", "solely", "exclusively")),
    skipped=frozenset(
        (
            *(
                "also",
                "not",
                "be",
                "have",
                "therefore",
                "further",
                "likewise",
                "then",
                "so",
                "thus",
            ),
            *(
                "always",
                "never",
                "even",
                "still",
                "both",
                "either",
                "neither",
                "been",
                "to",
                "only",
            ),
            *("at", "least", "where", "when", "if", "as", "without", "undue", "delay", "further"),
            *("appropriate", "necessary", "possible", "applicable", "in", "particular", "relevant"),
            *("once", "soon", "hereby", "each", "all", "in", "turn", "addition", "case"),
        )
    ),
    adverb="ly",
    verbs=frozenset(("apply", "comply", "supply", "reply", "rely", "imply", "multiply", "fly")),
    negation=frozenset(("not", "neither", "never")),
    joins=frozenset(("and", "or", "but")),
    finite=frozenset(("is", "are", "was", "were", "has", "have", "does", "do")),
    nobody=frozenset(("no", "none", "nothing", "neither", "nobody")),
    openers=frozenset(
        (
            *("that", "which", "who", "whereas", "if", "where", "when", "unless", "because"),
            *("while", "so", "but", "provided", "whether", "whom", "what", "how"),
        )
    ),
    prefaces=frozenset(
        (
            *("in", "for", "without", "subject", "pursuant", "taking", "upon", "under", "by", "on"),
            *("after", "before", "at", "to", "as", "with", "within", "during", "having", "except"),
            *("notwithstanding", "following", "prior", "until", "pending", "from", "where", "if"),
            *("when", "unless", "however", "therefore", "accordingly", "moreover", "furthermore"),
            *("should", "whenever", "wherever", "while", "whereas", "once", "should", "given"),
        )
    ),
)
