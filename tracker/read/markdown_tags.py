"""Tags in Markdown → told from words that somebody put between the same signs.

In: a text, and what stands in it between `<` and `>`. Out: whether that is a tag of HTML. Drafters
leave gaps for words that are not agreed yet, `<State>`, `<insert amount>`, `<title of the annex>`,
and to Markdown each of them is a tag, even where HTML has none of that name. So a tag must bear a
name of HTML, attributes in HTML's form, and what has an end must have one.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_inline import StateInline, html_inline

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_HALF = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_FORM = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*"
    r"(?:\s+(?:"
    r"[A-Za-z_:][\w:.-]*\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)"
    r"|(?:hidden|disabled|checked|open|reversed|controls|selected|readonly|multiple)(?=[\s/>])"
    r"))*\s*/?>",
    re.IGNORECASE,
)
_ALONE = frozenset(("br", "hr", "wbr"))
_NO_END = re.compile(r"area|base|col|embed|img|input|link|meta|param|source|track")
_MAY_END = re.compile(r"p|li|t[dhr]|d[dt]|thead|tbody|tfoot|colgroup|rt|rp")
_WITH_END = re.compile(
    r"a|abbr|acronym|address|article|aside|audio|b|bdi|bdo|big|blockquote|body|button|canvas"
    r"|caption|center|cite|code|data|datalist|del|details|dfn|dialog|dir|div|dl|em|fieldset"
    r"|figcaption|figure|font|footer|form|frameset|h[1-6]|head|header|hgroup|html|i|iframe|ins|kbd"
    r"|label|legend|main|map|mark|menu|meter|nav|noframes|noscript|object|ol|optgroup|option"
    r"|output|picture|pre|progress|q|ruby|s|samp|script|section|select|small|span|strike|strong"
    r"|style|sub|summary|sup|svg|table|template|textarea|time|title|tt|u|ul|var|video"
)
_CELL = re.compile(r"t[dh]")
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|caption|center|col|colgroup|d[dlt]|details|dialog|dir"
    r"|div|fieldset|figcaption|figure|footer|form|frameset|h[1-6r]|head|header|hgroup|html|iframe"
    r"|legend|li|main|menu|nav|noframes|noscript|ol|optgroup|option|p|pre|script|search|section"
    r"|select|style|summary|table|tbody|template|textarea|tfoot|thead|title|tr|ul|br"
)


class Tags:
    """Tells the tags of one text."""

    def __init__(self, text: str) -> None:
        self._halves = {(end, name.lower()) for end, name in _HALF.findall(text)}

    def is_tag(self, said: str) -> bool:
        """Whether `said`, from `<` to `>`, is a tag of HTML.

        >>> tags = Tags("<u>may</u> pay <amount> to <title of the body> by <time>")
        >>> [tags.is_tag(one) for one in ("<u>", "</u>", "<amount>", "<title of the body>")]
        [True, True, False, False]
        >>> [tags.is_tag(one) for one in ("<time>", "<br/>", '<p class="x">', "<p 5>")]
        [False, True, True, False]
        """
        named = _NAME.match(said)
        if named is None or not _FORM.fullmatch(said):
            return False
        name = named[1].lower()
        if name in _ALONE or _MAY_END.fullmatch(name):
            return True
        if _NO_END.fullmatch(name):
            return "=" in said
        return bool(_WITH_END.fullmatch(name)) and {("", name), ("/", name)} <= self._halves

    def teach(self, parser: MarkdownIt) -> None:
        """Let a parser take nothing else for a tag; comments are left to it."""

        def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
            first = state.bMarks[start] + state.tShift[start]
            found = TAG.match(state.src, first, state.eMarks[start])
            if found and not self.is_tag(found.group()):
                return False
            return html_block(state, start, end, silent)

        def inline(state: StateInline, silent: bool) -> bool:
            if not state.src.startswith("<!--", state.pos):
                found = TAG.match(state.src, state.pos)
                if not found or not self.is_tag(found.group()):
                    return False
            return html_inline(state, silent)

        parser.block.ruler.at(
            "html_block", block, {"alt": ["paragraph", "reference", "blockquote"]}
        )
        parser.inline.ruler.at("html_inline", inline)

    def without(self, html: str) -> str:
        """HTML without its tags.

        >>> Tags("<u></u>").without("<p>Oil<br><td>bur</td><td>n<u>s</u></td>")
        '\\nOil\\n bur  ns '
        """

        def shown(found: re.Match[str]) -> str:
            return between(found.group()) if self.is_tag(found.group()) else found.group()

        return TAG.sub(shown, html)


def between(tag: str) -> str:
    """What stands between the words before and after a tag: a line end, a blank or nothing.

    >>> between("</p>"), between('<td class="x">'), between("<b>")
    ('\\n', ' ', '')
    """
    named = _NAME.match(tag)
    name = named[1].lower() if named else ""
    if _CELL.fullmatch(name):
        return " "
    return "\n" if _BLOCK.fullmatch(name) else ""


def plain(said: str) -> str:
    """A tag without its attributes, in small letters.

    >>> plain('<INS datetime="2031-01-01">'), plain("</u >"), plain("<br/>")
    ('<ins>', '</u>', '<br>')
    """
    named = _NAME.match(said)
    return f"{named.group().lower()}>" if named else said
