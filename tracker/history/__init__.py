"""History: `threads` follows every provision through all rounds, `differences` says where that and
a direct comparison of two drafts do not agree."""

from tracker.history.chains import Difference, Way, differences
from tracker.history.threads import address, provision_id, threads

__all__ = ["Difference", "Way", "address", "differences", "provision_id", "threads"]
