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
    is|are not <1> entitled|empowered|authorized|authorised|permitted|allowed to;
    shall|should|must not be <1> entitled|empowered|authorized|authorised|permitted|allowed|able to
soft ban: should <1> not; ought not; should never
option: may; shall|should|must|will <1> be <1> entitled|empowered|authorized|authorised|permitted
    |allowed|free|able to; shall|should|must|will have the <3> right|power|option|possibility
    |discretion
    |competence|faculty|authority to|of?; is|are <1> entitled|empowered|authorized|authorised
    |permitted|allowed|free to;
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
    lay down <4> that
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
