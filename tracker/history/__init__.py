"""History: what became of provisions, and of their words, through all rounds.

`threads` follows every provision, `differences` says where that and a direct comparison of two
drafts do not agree. `ages` follows every word; from it come `cohorts`, `stocks` and `deletions`
(how much of each round is left), `there_and_back` (what was changed and changed back) and
`contests` (how long words stood in brackets, and what became of them). `PhraseBook` and
`Negotiated` look for a phrase in all drafts.
"""

from tracker.history.ages import Aged, Ages, Life, Run, ages
from tracker.history.brackets import Contest, ContestRound, Outcome, contests
from tracker.history.brackets_found import Proposer, Spot
from tracker.history.chains import Difference, Way, differences
from tracker.history.phrases import (
    Issue,
    Negotiated,
    Occurrence,
    PhraseCount,
    PhraseCourse,
    Stand,
    Stay,
    ThreadCourse,
    occurrence,
    passages,
)
from tracker.history.phrases_book import Hit, Passage, Phrase, PhraseBook
from tracker.history.returns import Detour, ThereAndBack, there_and_back
from tracker.history.survival import Cohort, Deletion, Stock, cohorts, deletions, stocks
from tracker.history.threads import address, provision_id, threads

__all__ = [
    "Aged",
    "Ages",
    "Cohort",
    "Contest",
    "ContestRound",
    "Deletion",
    "Detour",
    "Difference",
    "Hit",
    "Issue",
    "Life",
    "Negotiated",
    "Occurrence",
    "Outcome",
    "Passage",
    "Phrase",
    "PhraseBook",
    "PhraseCount",
    "PhraseCourse",
    "Proposer",
    "Run",
    "Spot",
    "Stand",
    "Stay",
    "Stock",
    "ThereAndBack",
    "ThreadCourse",
    "Way",
    "address",
    "ages",
    "cohorts",
    "contests",
    "deletions",
    "differences",
    "occurrence",
    "passages",
    "provision_id",
    "stocks",
    "there_and_back",
    "threads",
]
