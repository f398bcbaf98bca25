"""The GDPR as proposed and as adopted: whether every article and recital is read.

In: the two texts. Out: `rows()`: how many articles and recitals, each under its number, and every
word of the file in the draft or its furniture, in the order of the file.
"""

from __future__ import annotations

import re

from measured import Row, data, show, word_share

from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read
from tracker.words import words

FILES = (
    ("com-2012-11-proposal.en.txt", "GDPR, proposal of 2012", 91, 139),
    ("regulation-2016-679.en.txt", "GDPR, as adopted in 2016", 99, 173),
)


def rows() -> list[Row]:
    """The figures of both texts."""
    found = []
    for file, name, articles, recitals in FILES:
        path = data("gdpr", file)
        text = path.read_text("utf-8-sig")
        draft = ingest(read(path), About("gdpr", "G", "2012-01-25"))
        read_articles, read_recitals = _numbers(draft, "article"), _numbers(draft, "recital")
        found.append(Row.equal(name, "articles", len(read_articles), articles))
        found.append(Row.equal(name, "recitals", len(read_recitals), recitals))
        # The proposal prints one number twice: what is printed counts, not what was meant.
        printed = [int(number) for number in re.findall(r"(?m)^\s*Article (\d+)\s*(?:$|-)", text)]
        titles = sum(1 for a, b in zip(read_articles, printed, strict=False) if a == b)
        found.append(Row.equal(name, "articles under the number printed", titles, articles))
        ordered = sum(1 for n, number in enumerate(read_recitals, 1) if n == number)
        found.append(Row.equal(name, "recitals under their number", ordered, recitals))
        share = word_share(in_order(draft), words(text))
        found.append(Row.at_least(name, "words of the file, in order", share, 0.999))
    return found


def _numbers(draft: Draft, kind: str) -> list[int]:
    printed = (re.search(r"\d+", p.num) for p in draft.provisions if p.kind == kind)
    return [int(match.group()) for match in printed if match]


def in_order(draft: Draft) -> list[str]:
    """The words of a draft and its furniture in the order of the source."""
    pieces: list[tuple[int, int, str]] = []
    for p in draft.provisions:
        for text, spans in ((p.num, p.num_spans), (p.heading, p.heading_spans), (p.text, p.spans)):
            pieces += [(s.page, s.start, text[s.at : s.at + s.end - s.start]) for s in spans]
    pieces += [(f.page, f.start, f.text) for f in draft.furniture]
    return [word for _, _, text in sorted(pieces) for word in words(text)]


if __name__ == "__main__":
    show(rows())
