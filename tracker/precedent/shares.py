"""Shares, so that a part is never told as all, nor something as nothing.

In: a part and the whole, or their share. Out: a share in percent, or to four digits.
"""

from __future__ import annotations

LEAST, MOST = 0.01, 0.99


def percent(part: float, whole: float = 1.0) -> str:
    """A share in percent: 0% only of nothing, 100% only of all.

    >>> percent(0.996), percent(0.004), percent(1, 4), percent(4, 4), percent(0, 0)
    ('99%', '1%', '25%', '100%', '0%')
    """
    if 0 < part < whole:
        return f"{min(MOST, max(LEAST, part / whole)):.0%}"
    return "100%" if part else "0%"


def rounded(share: float) -> float:
    """A share (0 to 1) to four digits: 0 only of nothing, 1 only of all.

    >>> rounded(0.99999), rounded(0.00001), rounded(0.25), rounded(1.0)
    (0.9999, 0.0001, 0.25, 1.0)
    """
    return min(0.9999, max(0.0001, round(share, 4))) if 0 < share < 1 else share
