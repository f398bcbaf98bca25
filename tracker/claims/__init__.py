"""Claims: what people say of a provision, beside the text it is about.

In: the claims of a manifest; drafts, threads and legal functions. Out: `Judged`s (`judge`,
`judge_all`): whether the texts bear a claim out, contradict it or cannot settle it, by the checks
that whoever filed it wrote, each with the words that show it; and where its provision stands in
every draft. `CHECKS` and `VERDICTS` say what can be asked and answered.
"""

from tracker.claims.judge import judge, judge_all
from tracker.claims.names import (
    CHECKS,
    VERDICTS,
    Checked,
    Evidence,
    Judged,
    Outcome,
    Place,
    Presence,
    State,
    Status,
)

__all__ = [
    "CHECKS",
    "VERDICTS",
    "Checked",
    "Evidence",
    "Judged",
    "Outcome",
    "Place",
    "Presence",
    "State",
    "Status",
    "judge",
    "judge_all",
]
