"""Where names stand that say who proposed words.

In: nothing. Out: a pattern for each place, with the group `names`; what stands there is read by
`tracker.ingesters.marks.proponents`.

The places are:

* `[words] (Name, Name)`         behind a closing bracket, or a block's last stop, in parentheses;
* `[words – Name]`, `[words: Name; Name del.]`, `[words (Name)]`   at the end of a bracket;
* `[Name, Name: words]`          at its beginning;
* `[Name: delete]`               a bracket of its own, with what they want;
* `[words] [Name/Name]`, `words. [Name, supported by Name]`   in brackets of their own, behind a
  bracket (one name alone may be a word of the text there: `[Chair] [Bureau]`) or a last stop;
* `Name reserves.`               as a block's last sentence;
* `(proposed by Name)`, `[supported by Name]`   with words that say so, anywhere.
"""

from __future__ import annotations

import re

_LIST = r"[(（](?P<names>(?:[^()（）\[\]\n]|\([^()\[\]\n]{1,60}\)){2,200})[)）]"
AFTER = re.compile(rf"(?<=[\]］】])\s?{_LIST}")
"""Names behind a closing bracket."""

BESIDE = re.compile(r"(?<=[\]］】])\s?[\[［【](?P<names>[^\[\]\n:]{2,160})[\]］】]")
"""Names in brackets of their own, behind another bracket."""

LAST = re.compile(
    r"(?<=[.;:!?。；])\s?[\[［【](?P<names>[^\[\]\n:]{2,160})[\]］】](?=\.?\s?(?:\n|$))"
)
"""Names in brackets of their own, behind the last sentence of a block."""

NEXT = re.compile(rf"\s?{_LIST}")
"""Names that follow at once on another remark: "(Aldova: retain) (Brecony: delete)"."""

RESERVES = re.compile(
    r"(?:(?<![^\n])|(?<=[.;!?\]])\s)(?P<names>[^\[\]()\n.;!?:]{2,160}?:?\s"
    r"(?:reserves?d?(?:\s(?:its|their)\spositions?)?|reservation))\s?\.?(?=\s?(?:\n|$))"
)
"""A sentence in which some reserve, at the end of a block."""

AT_END = re.compile(rf"(?<=[.;:!?。；])\s?{_LIST}(?=\s?(?:\n|$))")
"""Names behind the last sentence of a block."""

TAIL = re.compile(
    r"(?:(?:\s|(?<=[\[［【]))[\u2013\u2014-]{1,2}\s|\s?:\s|\s?(?P<paren>\())"
    r"(?P<names>[^\[\]\n:\u2013\u2014()]{2,200}(?:\([^()\[\]\n]{1,60}\)[^\[\]\n:()]{0,200})?)"
    r"(?(paren)\))\s?\.?\s?(?=[\]］】])"
)
"""Names at the end of a bracket."""

WHOLE = re.compile(r"[\[［【]\s?(?P<names>[^\[\]\n]{3,400}?)\s?[\]］】]")
"""A bracket that may hold nothing but what some want: `[Aldova: delete]`."""

HEAD = re.compile(
    r"(?<=[\[［【])\s?(?P<names>[^\[\]\n:()]{2,160}(?:\([^()\[\]\n]{1,60}\)[^\[\]\n:()]{0,80})?)"
    r"\s?[:：]\s"
)
"""Names at the beginning of a bracket."""
