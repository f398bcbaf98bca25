"""Chile 2023: whether every article of the two constitutional texts is read under its own number.

In: the two PDFs. Out: `rows()`. The numbers must be 1 to 219 and 1 to 216, each once, in order,
outside the transitional provisions; and every word that PDFium finds must be in the draft or in its
furniture, as often as PDFium finds it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
from measured import Row, data, f1, show

from tracker.ingesters import About, ingest
from tracker.model import Draft
from tracker.read import read
from tracker.words import words

FILES = (
    ("Texto-aprobado-Consejo-Constitucional_06.10.23.pdf", "Chile, 6 October 2023", 219),
    ("Propuesta-Nueva-Constitucion.pdf", "Chile, 30 October 2023", 216),
)


def rows() -> list[Row]:
    """The figures of both texts."""
    found = []
    for file, name, count in FILES:
        path = data("chile-2023", file)
        draft = ingest(read(path), About("chile", "C", "2023-10-06", "es"))
        numbers = _numbers(draft)
        found.append(Row.equal(name, "articles", len(numbers), count))
        right = sum(1 for n, number in enumerate(numbers, 1) if n == number)
        found.append(Row.equal(name, "articles under their number", right, count))
        figure = f1(words_read(draft), _words(path))
        found.append(Row.at_least(name, "words, against PDFium's own text, F1", figure, 0.99))
    return found


def _numbers(draft: Draft) -> list[int]:
    """The numbers of the articles of the text itself."""
    parents = {p.eid: p for p in draft.provisions}
    found = []
    for provision in draft.provisions:
        above = parents.get(provision.parent or "")
        while above is not None and not re.search("transitori", above.heading + above.num, re.I):
            above = parents.get(above.parent or "")
        if provision.kind == "article" and above is None:
            digits = re.search(r"\d+", provision.num)
            found.append(int(digits.group()) if digits else 1)
    return found


def words_read(draft: Draft) -> list[str]:
    """Every word of a draft and of what stands on its pages besides."""
    texts = [t for p in draft.provisions for t in (p.num, p.heading, p.text)]
    texts += [mark.printed for p in draft.provisions for mark in p.marks]
    texts += [piece.text for piece in draft.furniture]
    return [word for text in texts for word in words(text)]


def _words(path: Path) -> list[str]:
    """The words of a PDF as PDFium's plain text has them, those broken at line ends joined."""
    document = pypdfium2.PdfDocument(path)
    found: list[str] = []
    for page in document:
        text = page.get_textpage().get_text_bounded()
        found += words(re.sub(r"[-\ufffe\x02]\r?\n(?=[a-zà-ÿ])", "", text))
    return found


if __name__ == "__main__":
    show(rows())
