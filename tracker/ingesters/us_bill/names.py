"""What the two texts of a committee's print are called.

In: nothing. Out: the names of layers. A bill reported with amendments prints what the committee
strikes (struck through) beside what it inserts (in italic).
"""

from __future__ import annotations

AS_INTRODUCED = "as introduced"
AS_REPORTED = "as reported"
