"""The things this project talks about, as frozen dataclasses that pass from stage to stage.

Said once, for all of them:

* offsets are half-open (`start` is inside, `end` is not) and count Unicode code points;
* pages count from 1; a format without pages (HTML, XML, Word) has the one page 1;
* dates are ISO 8601 calendar dates (`2024-08-08`);
* languages are ISO 639-1 codes (`en`, `ar`);
* the order of a tuple of provisions is the order of the document.

Words follow Akoma Ntoso 3.0 and FRBR: a negotiation is a Work, a draft an Expression of it, a
source a Manifestation.
"""

from tracker.model.alignment import (
    RELATIONS,
    Action,
    Alignment,
    Candidate,
    Decision,
    Link,
    Relation,
)
from tracker.model.change import Change, Comparison, Hunk, Operation
from tracker.model.draft import (
    NOT_OFFICIAL,
    Draft,
    Furniture,
    Mark,
    MarkField,
    MarkKind,
    Provision,
    Source,
    Span,
    Standing,
)
from tracker.model.negotiation import (
    Check,
    CheckName,
    CheckScope,
    Claim,
    Fact,
    Negotiation,
    PrecedentFile,
    ProposalFile,
    Round,
    Story,
)
from tracker.model.thread import Member, Thread

__all__ = [
    "NOT_OFFICIAL",
    "RELATIONS",
    "Action",
    "Alignment",
    "Candidate",
    "Change",
    "Check",
    "CheckName",
    "CheckScope",
    "Claim",
    "Comparison",
    "Decision",
    "Draft",
    "Fact",
    "Furniture",
    "Hunk",
    "Link",
    "Mark",
    "MarkField",
    "MarkKind",
    "Member",
    "Negotiation",
    "Operation",
    "PrecedentFile",
    "ProposalFile",
    "Provision",
    "Relation",
    "Round",
    "Source",
    "Span",
    "Standing",
    "Story",
    "Thread",
]
