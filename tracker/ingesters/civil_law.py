"""Constitutions and statutes in civil-law style: "Artículo 12.-", "Art. 5º", "Disposiciones
transitorias".

In: a reading. Out: a draft with books, titles, chapters, headings without a number between
articles, articles, their paragraphs ("1.", "1º", "§ 1º"), points, and the transitional provisions,
whose own count ("Primera", "Artículo primero transitorio") stands apart from that of the articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.akn.eid import number_part
from tracker.akn.numerals import fold
from tracker.errors import StructureError
from tracker.ingesters.base import About
from tracker.ingesters.printed import Found, Wording
from tracker.ingesters.walk import articles, run_in
from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.body import cut
from tracker.ingesters.walk.breaks import Openings
from tracker.ingesters.walk.grammar import (
    ARTICLE_WORDS,
    CAPITAL,
    CONTAINERS,
    IN_WORDS,
    NUMERAL,
    OPEN_BRACKET,
    UNITS,
    Grammar,
)
from tracker.ingesters.walk.headings import is_title
from tracker.ingesters.walk.numbering import number_at_start
from tracker.ingesters.walk.titles import SEPARATOR
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Draft
from tracker.read import Reading

LONGEST_RUBRIC = 15
"""Words of a heading without a number between articles."""

_STOPS = " .:\u2013\u2014-º"
_GROUP = (
    r"(?:transitori\w+|transitoires?|final(?:es|e|i)?|finais|adicional(?:es)?|derogatorias?"
    r"|complementarias?|varias)"
)
_STEM = re.compile(r"transitori|transitoire|fina(?=[li])|adiciona|derogatori|complementari|varias")
_DISPOSITION = r"(?:Disposici[oó]n|Disposicao|Disposition|Disposizione|Cl[aá]usula)"
_TRANSITIONAL = (
    rf"(?:(?:Dispos\w+s|Dispos\w+es|Disposizioni|Normas|Articulos|Clausulas)\s(?:constitucionales\s|"
    rf"constitucionais\s)?{_GROUP}(?:,?\s(?:y|e|et)\s{_GROUP}|,\s{_GROUP}){{0,3}}"
    r"|Transitorios|Ato\sdas\sDisposicoes\sConstitucionais\sTransitorias)"
)
TRANSITIONAL = Wording(
    rf"(?P<num>)(?P<rest>{OPEN_BRACKET}{CAPITAL}{_TRANSITIONAL}\s*[.:]?\s*\]?$)", re.IGNORECASE
)
"""A line that titles the transitional provisions, the final ones, or both."""

CLAUSE = Wording(
    rf"(?P<num>{OPEN_BRACKET}{CAPITAL}{IN_WORDS})(?P<rest>\s*\]?$|\s*[.:\u2013\u2014-].*)",
    re.IGNORECASE | re.DOTALL,
)
"""The title of one of them: "Primera", "Segunda.- …"."""

DISPOSITION = Wording(
    rf"(?P<num>{OPEN_BRACKET}{CAPITAL}{_DISPOSITION}\s(?:{_GROUP})\s(?:{IN_WORDS}|{NUMERAL}))"
    r"(?P<rest>\s*\]?$|\s*[.:\u2013\u2014-].*)",
    re.IGNORECASE | re.DOTALL,
)
"""The same with its name: "Disposición transitoria primera"."""

_ARTICLE = (
    rf"{ARTICLE_WORDS}(?:\s{{1,3}}|(?<=[.º]))(?:transitori[oa](?!\w)(?:\s{NUMERAL})?"
    rf"|{NUMERAL}(?:\s{{1,3}}transitori[oa](?!\w))?)"
)
_TITLES = Wording(
    rf"{OPEN_BRACKET}{CAPITAL}(?:(?:{_ARTICLE}|(?:{'|'.join(CONTAINERS.values())})\s{{1,3}}{NUMERAL})"
    r"(?:\s*(?:$|[-\u2013\u2014.:\[\]])|\t|\s\s)"
    rf"|{_TRANSITIONAL}\s*$|{IN_WORDS}\s*\.?$"
    rf"|{_DISPOSITION}\s(?:{_GROUP})\s(?:{IN_WORDS}|{NUMERAL})\s*(?:$|[-\u2013\u2014.:]))",
    re.IGNORECASE,
)

_OFFICES = (
    r"(?:(?:Vice)?[Pp]resident|Secretari|Ministr|Diputad|Senador|Gobernador|VICEPRESIDENT"
    r"|PRESIDENT|SECRETARI|MINISTR)"
)

GRAMMAR = Grammar(
    name="civil-law",
    preamble=Wording(
        r"(?:PREAMBULO|Preambulo|PREAMBULE|Preambule|PREAMBOLO|Preambolo|PREAMBLE|Preamble)(?!\w)"
        r"|(?:NOSOTR[OA]S|Nosotr[oa]s|NOS|Nos|NOUS|Nous|WE|We),\s"
        r"|(?:El|EL|O|Le|LE)\s(?:pueblo|PUEBLO|povo|peuple|PEUPLE)\b"
    ),
    enacting=Wording(
        r"[^.;]{0,120}\b(?:[Dd]ecretan?|DECRETAN?|[Ss]ancionan?|[Pp]romulga(?:n|mos)?|PROMULGAN?"
        r"|[Dd]ecreta\sla\ssiguiente|arrete|decrete)\b[^.;]{0,80}:$"
    ),
    formula=Wording(
        r"(?:PREAMBULO|Preambulo|PREAMBULE|Preambule|PREAMBOLO|Preambolo|PREAMBLE|Preamble)$"
        r"|(?:EL|El|LA|La|LE|Le)\s(?:CONGRESO|Congreso|ASAMBLEA|Asamblea|PRESIDENT|President)"
        r"[^,;.]{0,120},$"
    ),
    citation=Wording(r"(?:Vist[oa]s?|VIST[OA]S?|Vu|Visto)\b(?:[\s:]|$)"),
    conclusions=Wording(
        r"(?:Dad[ao]|DAD[AO]|Hech[ao]|Fait|FAIT)\s(?:en|EN|em|a|A)\s"
        r"|(?:Promulguese|Publiquese|Comuniquese|Cumplase|PROMULGUESE|PUBLIQUESE|COMUNIQUESE)\b"
        r"|POR\sTANTO\b|Imprimase\b"
        rf"|[A-ZÑ][A-ZÑ.'-]{{1,30}}(?:\s[A-ZÑ][A-ZÑ.'-]{{0,30}}){{1,6}}\s{_OFFICES}"
    ),
    article=Wording(
        rf"(?P<num>{OPEN_BRACKET}{CAPITAL}{_ARTICLE})(?P<rest>.*)", re.IGNORECASE | re.DOTALL
    ),
)

_ARTICLE_LINE = Wording(rf"{_ARTICLE}\s*(?:$|[.:\u2013\u2014\[-]|[A-Z])", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:la\s+Constituci[óo]n|la\s+ley|Rep[úu]blica|C[óo]digo|inciso|decreto|Constitui[çc][ãa]o"
    r"|a\s+lei|la\s+loi|le\s+code|R[ée]publique|la\s+legge|Repubblica|Costituzione"
    r"|Конституци\w+|Республик\w+|الدستور|الجمهورية)\b|(?:根据|依照)(?:宪法|法律)",
    re.IGNORECASE,
)
_PARTIES = re.compile(
    r"\b(?:Estados?\s+Partes?|[ÉE]tats?\s+Parties|Las\s+Partes|Les\s+Parties|Altas\s+Partes"
    r"|Contratantes|contractantes|Contracting|Государств\w+-участник\w+|الدول\s+الأطراف)\b",
    re.IGNORECASE,
)


class CivilLaw:
    """The convention of constitutions and statutes in civil-law style."""

    name = "civil-law"

    def score(self, reading: Reading) -> float:
        """Titled articles, and the law that they speak of; States that are parties speak against
        it."""
        if reading.raw:
            return 0.0
        titled = sum(1 for line in reading.lines if _ARTICLE_LINE.match(line.text))
        if not titled:
            return 0.0
        law = sum(1 for page in reading.pages for _ in _LAW.finditer(page))
        parties = sum(1 for page in reading.pages for _ in _PARTIES.finditer(page))
        if law <= 2 * parties:
            return 0.0
        return 0.35 * min(1.0, titled / 3) + 0.4 * min(1.0, (law - 2 * parties) / (2 * titled))

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds.

        Raises:
            StructureError: there is no article in it.
        """
        front = (GRAMMAR.preamble, GRAMMAR.enacting)
        openings = Openings(_TITLES, UNITS, front, (GRAMMAR.formula,))
        blocks, furniture, hyphens = articles.prepare(reading, openings)
        walk = _Walk(blocks, hyphens)
        walk.run()
        if not walk.articles:
            raise StructureError(
                f"{reading.name}: no article found under the convention {GRAMMAR.name}; "
                "name another convention with --convention"
            )
        return walk.draft(reading, about, furniture)


class _Walk(articles.Walk):
    """The walk over articles, with transitional provisions and headings without a number."""

    def __init__(self, blocks: list[Block], hyphens: Hyphens) -> None:
        super().__init__(GRAMMAR, blocks, hyphens)
        # Held with their ids, so that a block made later cannot be taken for one of them.
        self._headed = {id(b): b for before, b in pairwise(blocks) if _holds_heading(before)}
        self._last = ""
        titled = (GRAMMAR.article.match(block.text.text) for block in blocks)
        self._dashes = run_in.dashed(match["rest"].lstrip(_STOPS) for match in titled if match)

    def _without_heading(self, node: Node, rest: Block) -> Block:
        end = 0 if node.heading else run_in.heading_end(rest, dashes=self._dashes)
        if end:
            node.heading = rest.text.part(0, end)
            node.heading_notes.extend(note for note in rest.notes if note.at <= end)
            rest = cut(replace(rest, notes=tuple(n for n in rest.notes if n.at > end)), end)
        return rest

    def _opens_unit(self, block: Block) -> bool:
        if super()._opens_unit(block):
            return True
        if self._begun and (match := self._transitional(block)):
            self._open_transitional(block, match)
        elif self._begun and (match := self._clause(block)):
            self._last = match["num"]
            self._leave_other_group(match)
            self._enter(self.tree.open("clause", self._home()), block, match)
        elif self._is_rubric(block, self.cursor.ahead()):
            self._open_rubric(block)
        else:
            return False
        return True

    def _opens_more(self, block: Block, following: Block | None) -> bool:
        return (
            self._transitional(block) is not None
            or self._clause(block) is not None
            or self._is_rubric(block, following)
        )

    def _heads_more(self, block: Block, following: Block | None) -> bool:
        return self._opens_more(block, following)

    def _transitional(self, block: Block) -> Found | None:
        """The title of the transitional provisions, where it is not a chapter's heading."""
        return None if self._is_headed(block) else TRANSITIONAL.match(block.text.text)

    def _open_transitional(self, block: Block, match: Found) -> None:
        self.containers.clear()
        self.entitling.last_number = self._last = ""
        node = self.tree.open("transitional", self.annex)
        self.containers.append(node)
        self._enter(node, block, match)

    def _clause(self, block: Block) -> Found | None:
        """The title of a transitional provision: with its name anywhere, by its number alone only
        among others and in their order."""
        if match := DISPOSITION.match(block.head):
            return match
        if not any(_is_transitional(node) for node in self.containers):
            return None
        match = CLAUSE.match(block.head)
        if match is None:
            return None
        last, here = _count(self._last), _count(match["num"])
        alone = not match["rest"].strip("] .")
        return match if here == last + 1 or (alone and here > last) else None

    def _leave_other_group(self, match: Found) -> None:
        """Close what a named disposition does not stand in: it stands beside the chapters, or
        under a title that names its group."""
        groups = _STEM.findall(fold(match["num"]))
        if not groups:
            return
        named = [_STEM.findall(fold(_printed(node))) for node in self.containers]
        depth = max((n for n, own in enumerate(named, start=1) if groups[0] in own), default=0)
        del self.containers[depth:]

    def _is_rubric(self, block: Block, following: Block | None) -> bool:
        """Whether a heading without a number stands above the articles that follow it."""
        if following is None or self._is_headed(block):
            return False
        match = GRAMMAR.article.match(following.head)
        if match is None or not (match["rest"].strip() == "" or SEPARATOR.match(match["rest"])):
            return False
        number = number_at_start(block.text.text)
        text = block.text.text[number.end :].strip() if number else block.text.text
        apt = number is None or "§" in number.values
        return apt and is_title(text) and len(text.split()) <= LONGEST_RUBRIC

    def _is_headed(self, block: Block) -> bool:
        """Whether a block stands below a title that has no heading yet, and so is it."""
        return id(block) in self._headed

    def _open_rubric(self, block: Block) -> None:
        self._close_rubric()
        node = self.tree.open("division", self._home())
        number = number_at_start(block.text.text)
        rest = cut(block, number.end) if number else block
        if number:
            node.num = block.text.part(0, number.end)
        node.heading = rest.text
        node.heading_notes.extend(rest.notes)
        self.containers.append(node)
        self.conclusions = None
        self.body.enter(node)

    def _close_rubric(self) -> None:
        while self.containers and self.containers[-1].kind == "division":
            self.containers.pop()

    def _open_container(self, block: Block, match: Found) -> None:
        self._close_rubric()
        super()._open_container(block, match)


def _holds_heading(block: Block) -> bool:
    """Whether a block is the number of a unit and nothing more."""
    patterns: Sequence[Wording] = (GRAMMAR.container, GRAMMAR.annex, GRAMMAR.article)
    found = (pattern.match(block.text.text) for pattern in patterns)
    return any(match is not None and not match["rest"].strip(" .:]-") for match in found)


def _printed(node: Node) -> str:
    """What titles a unit."""
    return f"{node.num.text} {node.heading.text}"


def _is_transitional(node: Node) -> bool:
    return node.kind == "transitional" or TRANSITIONAL.match(node.heading.text) is not None


def _count(num: str) -> int:
    digits = re.search(r"\d+", number_part(num))
    return int(digits.group()) if digits else 0
