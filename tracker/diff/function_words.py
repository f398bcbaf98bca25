"""Words that carry little by themselves: what is kept of a passage if only they are kept.

In: nothing. Out: `GLUE` and `LINKING`, lower case. They serve to read well alone: a wrong or a
missing word joins two hunks or parts them, and no text is ever lost by it. So the languages stand
together, and a language that is not here is told by its short words. Negations and modal verbs are
missing with intent: that a "shall" or a "not" was kept is worth seeing.
"""

from __future__ import annotations

_GLUE = {
    "en": "a an the of and or and/or to its it their his her that which who whose such any is are"
    " be been was were has have had do does so as",
    "fr": "le la les l' un une des du de d' et ou à au aux ce cette ces cet son sa ses leur leurs"
    " que qui qu' est sont être se s' y en",
    "es": "el la los las un una unos unas de del al y o u e a que se su sus es son lo",
    "pt": "os um uma do da dos das em",
    "de": "der die das des dem den ein eine einer eines einem einen und oder zu ist sind sich",
    "it": "il lo gli dei degli delle della dello di ed è sono che si",
}

_LINKING = {
    "en": "in on at by for from with within under upon into through between during after before"
    " over above below against towards until unless if where when whether than this these those"
    " other all each every also only there",
    "fr": "dans par pour sur sous avec entre pendant après avant contre vers si où lorsque quand"
    " tout toute tous toutes autre autres",
    "es": "en por para sobre bajo con entre durante desde hasta contra hacia si cuando donde este"
    " esta estos estas ese esa todo toda todos todas otro otra",
    "pt": "com quando",
    "de": "im in am an auf für von vom mit zwischen während nach vor gegen bis wenn wo alle jeder"
    " jede jedes",
    "it": "nel nella con per su tra fra dopo prima se quando dove",
}

GLUE = frozenset(word for words in _GLUE.values() for word in words.split())
"""Articles, conjunctions, the words of possession, short verbs: kept between two changes, these
alone confuse."""

LINKING = frozenset(word for words in _LINKING.values() for word in words.split()) - GLUE
"""Words that a phrase begins with; two of them are as good as one word of content."""
