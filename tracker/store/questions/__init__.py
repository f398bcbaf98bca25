"""Questions that a journalist would ask of the data, with the SQL that answers them.

Out: `QUESTIONS`, by name, in the order in which Datasette lists them: what to see first, what
became of articles, of words, of rules; who says what; what to check.
"""

from tracker.store.questions.checks import CHECKS
from tracker.store.questions.note import Question
from tracker.store.questions.people import PEOPLE
from tracker.store.questions.provisions import PROVISIONS
from tracker.store.questions.rules import RULES
from tracker.store.questions.texts import WORDS

__all__ = ["QUESTIONS", "Question"]

QUESTIONS: dict[str, Question] = {**RULES, **PROVISIONS, **WORDS, **PEOPLE, **CHECKS}
