"""What happened to the words: `difference` of two texts, `changes` of two aligned drafts."""

from tracker.diff.changes import changes
from tracker.diff.wording import Difference, difference

__all__ = ["Difference", "changes", "difference"]
