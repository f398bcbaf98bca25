"""A manifest proposed from the drafts themselves: what `tracker init` writes.

In: files. Out: the text of a `manifest.toml` in which each value says where it was read, and what
could not be told stands as a comment. `pages` takes the lines that tell, `symbols` and `fronts`
read them, `manifest` puts the rounds together and `writing` words them.
"""

from tracker.propose.manifest import Proposal, propose
from tracker.propose.place import check_free, put, to_fill_in

__all__ = ["Proposal", "check_free", "propose", "put", "to_fill_in"]
