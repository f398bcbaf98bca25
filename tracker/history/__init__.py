"""History: `threads` follows every provision through all rounds."""

from tracker.history.threads import address, provision_id, threads

__all__ = ["address", "provision_id", "threads"]
