"""A made-up negotiation in which a phrase comes into provisions and leaves them.

"Without right" stands in article 1, is taken out and is back; is put into article 2; comes with
article 3 (in another form) and with the heading of article 4, which goes again.
"""

from __future__ import annotations

from tests.drafts import outline
from tracker.model import Draft

RIGHT = "Whoever opens the tower without right pays for the oil that is lost."
PLAIN = "Whoever opens the tower pays for the oil that is lost."
BELL = "The bell is rung {} each hour, and four times in fog or heavy snow."
BREAD = "Bread of the stores is eaten without rights of others being hurt in any way."
LAMP = "A keeper who lets the lamp go out {}answers for every ship that is lost."

TEXTS = {
    "P/1": [f"art_1 | Article 1 | Towers | {RIGHT}", f"art_2 | Article 2 | | {LAMP.format('')}"],
    "P/2": [
        f"art_1 | Article 1 | Towers | {PLAIN}",
        f"art_2 | Article 2 | | {LAMP.format('without right ')}",
        f"art_3 | Article 3 | Stores | {BREAD}",
        "art_4 | Article 4 | Acts without right | Gulls that are fed on Sundays sleep on Mondays.",
    ],
    "P/3": [
        f"art_1 | Article 1 | Towers | {RIGHT}",
        f"art_2 | Article 2 | | {LAMP.format('without right ')}",
        f"art_3 | Article 3 | Stores | {BREAD}",
    ],
    "P/4": [f"art_1 | Article 1 | Towers | {RIGHT}"],
}


def drafts(negotiation: str = "tower") -> list[Draft]:
    """Three whole drafts and one that covers only its first article."""
    return [
        outline(
            "\n".join(lines),
            symbol=symbol,
            date=f"2031-0{n}-01",
            negotiation=negotiation,
            partial=n == 4,
        )
        for n, (symbol, lines) in enumerate(TEXTS.items(), 1)
    ]
