"""A comparison as a Word file with real tracked changes.

In: a comparison. Out: a DOCX. Accepting all changes gives the newer draft, rejecting all the older,
word for word: words, numbers, headings and the ends of paragraphs are tracked; what moved within
the text is tracked as a move, what changed inside it as a change. What this program says (what the
texts are, how sure a link is, where something went) stands in the head of the pages and in
comments, never in the text. Characters that XML cannot hold are U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from tracker.export import notice
from tracker.export import word_parts as parts
from tracker.export.legend import Drawn, legend
from tracker.export.pieces import Paragraph, Piece
from tracker.export.redline import Block, redline
from tracker.export.scripts import direction
from tracker.store.records.exports import Compared

AUTHOR = notice.MADE_BY
HOW = (
    "Words that went are tracked as deleted, words that came as inserted, by “Negotiation "
    "tracker”, which is a program. Accept all changes for the newer draft, reject all for the "
    "older."
)
_DRAWN = Drawn(
    struck="with a double line through them",
    added="with dots below them",
    uncovered="with the comment “Not covered” or “Not in the older document”",
)

_TAGS = {
    ("delete", False): "del",
    ("insert", False): "ins",
    ("delete", True): "moveFrom",
    ("insert", True): "moveTo",
}


def comparison_word(compared: Compared) -> bytes:
    """The file."""
    page = compared.page
    writer = _Writer(page.new.date, page.new.language)
    blocks = redline(page, compared.findings)
    body = "".join(writer.body(blocks))
    title = f"{page.old.symbol} → {page.new.symbol}"
    warned = notice.warnings(compared.negotiation, (page.old, page.new))
    first = [
        compared.negotiation.title,
        f"Older draft: {notice.about(page.old)}",
        f"Newer draft: {notice.about(page.new)}",
    ]
    after = [HOW, *legend(blocks, _DRAWN), *notice.files(compared), notice.READING_AID, ""]
    return parts.zipped(
        {
            "[Content_Types].xml": parts.content_types(),
            "_rels/.rels": parts.package_relations(),
            "word/document.xml": _document(body),
            "word/_rels/document.xml.rels": parts.document_relations(),
            "word/styles.xml": parts.styles(),
            "word/settings.xml": parts.settings(),
            "word/comments.xml": writer.comments(),
            "word/header1.xml": parts.header(first, warned, after),
            "word/header2.xml": parts.header(
                [f"{compared.negotiation.title}: {title}"],
                ["Not the official text: see the first page."] if warned else (),
            ),
            "word/footer1.xml": parts.footer(),
            "docProps/core.xml": parts.core(
                f"{compared.negotiation.title}: {title}", AUTHOR, page.new.date
            ),
        }
    )


def _document(body: str) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
        'w:left="1417" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    # The last paragraph belongs to no draft: what ends before it can go whole.
    return (
        f"{parts.DECLARATION}<w:document {parts.W} {parts.R}><w:body>{body}<w:p/>{section}"
        "</w:body></w:document>"
    )


class _Writer:
    """Writes blocks; counts changes and comments."""

    def __init__(self, date: str, language: str) -> None:
        self._ids = count(1)
        self._comments: list[str] = []
        self._date = date
        self._minute = 0
        self._rtl = direction(language) == "rtl"
        self._bidi = "<w:bidi/>" if self._rtl else ""
        of = "w:bidi" if self._rtl else "w:val"
        self._last = (
            "<w:rtl/>" if self._rtl else ""
        ) + f"<w:lang {of}={parts.attribute(language)}/>"

    @property
    def _by(self) -> str:
        when = f"{self._date}T00:0{self._minute}:00Z"
        return f'w:author="{AUTHOR}" w:date={parts.attribute(when)}'

    def body(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The paragraphs of all blocks."""
        for one in blocks:
            yield from self._block(one)

    def comments(self) -> str:
        """The part that holds the comments."""
        return f"{parts.DECLARATION}<w:comments {parts.W}>{''.join(self._comments)}</w:comments>"

    def _block(self, block: Block) -> Iterator[str]:
        if not block.paragraphs:
            return
        opened, closed = self._comment(block)
        start, end = self._range(block)
        last = len(block.paragraphs) - 1
        for n, one in enumerate(block.paragraphs):
            runs = "".join(self._piece(piece) for piece in one.pieces)
            before = f"{start}{opened}" if n == 0 else ""
            yield (
                f"<w:p>{self._properties(one, block)}{before}{runs}"
                f"{closed if n == last else ''}</w:p>"
            )
            if one.end == "equal" and one.pieces and one.pieces[-1].operation != "equal":
                # LibreOffice takes changes at the end of one paragraph and at the beginning of the
                # next for one, with the paragraph's end, if they were made in the same minute.
                self._minute = 2 - self._minute
        yield end

    def _range(self, block: Block) -> tuple[str, str]:
        """What says that the tracked words between are one move, and which."""
        if not block.move:
            return "", ""
        which = "moveFrom" if block.paragraphs[-1].end == "delete" else "moveTo"
        key = next(self._ids)
        return (
            f'<w:{which}RangeStart w:id="{key}" w:name="move{block.move}" {self._by}/>',
            f'<w:{which}RangeEnd w:id="{key}"/>',
        )

    def _comment(self, block: Block) -> tuple[str, str]:
        if not block.notes:
            return "", ""
        key = len(self._comments)
        lines = [f"{block.label}." if block.label else "", *block.notes]
        said = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:t xml:space="preserve">'
            f"{parts.said(one)}</w:t></w:r></w:p>"
            for one in lines
            if one
        )
        self._comments.append(
            f'<w:comment w:id="{key}" {self._by} w:initials="NT">{said}</w:comment>'
        )
        sign = f'<w:r><w:commentReference w:id="{key}"/></w:r>'
        end = block.paragraphs[-1].end
        if end != "equal":
            # It goes with the words that it is about.
            tag = _TAGS[end, False]
            sign = f'<w:{tag} w:id="{next(self._ids)}" {self._by}>{sign}</w:{tag}>'
        return (
            f'<w:commentRangeStart w:id="{key}"/>',
            f'<w:commentRangeEnd w:id="{key}"/>{sign}',
        )

    def _properties(self, one: Paragraph, block: Block) -> str:
        mark = ""
        if one.end != "equal":
            tag = _TAGS[one.end, bool(block.move)]
            mark = f'<w:{tag} w:id="{next(self._ids)}" {self._by}/>'
        return (
            f'<w:pPr><w:pStyle w:val="{_style(one, block)}"/>{self._bidi}'
            f"<w:rPr>{mark}{self._last}</w:rPr></w:pPr>"
        )

    def _piece(self, piece: Piece) -> str:
        deleted = piece.operation == "delete" and not piece.moved
        text = "delText" if deleted else "t"
        run = f"<w:r><w:rPr>{self._look(piece)}{self._last}</w:rPr>{_text(piece.text, text)}</w:r>"
        if piece.operation == "equal":
            return run
        tag = _TAGS[piece.operation, piece.moved]
        return f'<w:{tag} w:id="{next(self._ids)}" {self._by}>{run}</w:{tag}>'

    def _look(self, piece: Piece) -> str:
        bold = "<w:b/><w:bCs/>" if piece.looks & {"bold", "number"} else ""
        # Words that the draft itself shows as struck or added: not tracked, and told apart.
        struck = "<w:dstrike/>" if "struck" in piece.looks else ""
        added = '<w:u w:val="dotted"/>' if "added" in piece.looks else ""
        return bold + struck + added


def _text(text: str, tag: str) -> str:
    found = []
    for n, line in enumerate(
        parts.clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ):
        if n:
            found.append("<w:br/>")
        for m, words in enumerate(line.split("\t")):
            if m:
                found.append("<w:tab/>")
            if words:
                found.append(f'<w:{tag} xml:space="preserve">{parts.said(words)}</w:{tag}>')
    return "".join(found)


def _style(one: Paragraph, block: Block) -> str:
    provision = block.provision
    if one.heading or (provision.is_article and not provision.text):
        return "Heading2" if provision.is_article else "Heading3" if block.depth else "Heading1"
    return f"Provision{min(block.depth, parts.DEPTHS - 1)}"
