"""The whole way from a file on disk to the database.

In: files, manifests, a database. Out: drafts in the database with their comparisons and threads,
and their article-level XML beside it. Everything that can fail is done before the database is
touched; the XML files follow the commit, and a run that was cut off between the two is mended by
the next one. `add` takes files that no manifest speaks of, `build` those of a manifest, by the
`plan` made before; both `compare` and `put`.
"""

from tracker.pipeline.add import add, add_all
from tracker.pipeline.build import Report, build
from tracker.pipeline.compare import compare, renamed
from tracker.pipeline.decided import decided_on, rulings
from tracker.pipeline.described import negotiations
from tracker.pipeline.put import Done

__all__ = [
    "Done",
    "Report",
    "add",
    "add_all",
    "build",
    "compare",
    "decided_on",
    "negotiations",
    "renamed",
    "rulings",
]
