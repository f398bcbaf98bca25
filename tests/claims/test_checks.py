"""Each check on a made-up negotiation: what holds, what fails, what cannot be told, and why."""

from __future__ import annotations

import pytest

from tests.claims.bells import claim, judged
from tracker.claims import CHECKS, Checked
from tracker.model import Check


def checked(eid: str, check: Check, symbol: str = "B/5") -> Checked:
    (found,) = judged(claim(eid, check, symbol=symbol)).checks
    return found


def row(
    name: str, eid: str, check: Check, outcome: str, why: str, *words: str, symbol: str = "B/5"
) -> object:
    return pytest.param(eid, check, symbol, outcome, why, words, id=name)


C = Check
BELL = ("harbour bell",)
OFFENCE = "offence"

WORDING = [
    row("says", "art_2", C("says", ("in fog",)), "holds", "Article 2 of B/5", *3 * ["in fog"]),
    row("inflected", "art_3", C("says", ("appointed",)), "holds", "Article 3 of B/5", "appoint"),
    row("not exact", "art_3", C("says", ("appointed",), exact=True), "fails", "no “appointed”"),
    row("one of two", "art_3", C("says", ("by hand", "by foot")), "fails", "no “by foot”", "by hand"),
    row("any", "art_3", C("says", ("by hand", "by foot"), any=True), "holds", "", "by hand"),
    row("inside it", "art_2", C("says", ("light a lamp",)), "holds", "", "light a lamp"),
    row("not beside it", "art_2__para_1", C("says", ("lamp",)), "fails", "Article 2(1) of B/5"),
    row("article", "art_2__para_1", C("says", ("lamp",), where="article"), "holds", "", "lamp"),
    row("heading", "art_3", C("says", ("keepers of the bells",)), "holds", "", "Keepers of the bells"),
    row("earlier", "art_2", C("says", ("in fog",), symbol="B/1"), "holds", "Article 1 of B/1", *3 * ["in fog"]),
    row("other provision", "art_2", C("says", ("bronze",), provision="art_1"), "holds", "", "bronze"),
    row("sign", "art_3", C("says", ("4 %",)), "holds", "", "4 %"),
    row("other sign", "art_3", C("says", ("4 €",)), "fails", "no “4 €”"),
    row("all of it", "", C("says", ("pirates",), where="draft"), "holds", "", "pirates"),
    row("no preamble", "", C("says", ("pirates",), where="operative"), "fails", "without its preamble"),
    row("lacks", "art_2", C("lacks", ("whistle", "horn")), "holds", "In the 34 words of Article 2"),
    row("has", "art_2", C("lacks", ("whistle", "gun")), "fails", "“gun” stands", "gun"),
    row("lacks number", "art_3", C("lacks", ("5 %",)), "holds", ""),
    row("bracketed", "art_2", C("says", ("a harbour bell", "without right")), "cannot be told", "not agreed", *2 * ["a harbour bell"], "without right", symbol="B/2"),
    row("bracketed lack", "art_2", C("lacks", ("criminal offence",)), "cannot be told", "not agreed", "criminal offence", symbol="B/2"),
    row("partial", "art_2", C("says", ("lamp",)), "cannot be told", "only part", symbol="B/2"),
    row("partial lack", "", C("lacks", ("lamp",), where="draft"), "cannot be told", "only part", symbol="B/2"),
    row("not covered", "art_2", C("says", ("fog",), symbol="B/2"), "cannot be told", "B/2 does not cover Article 2 of B/5."),
    row("not there", "art_1", C("lacks", ("fog",), symbol="B/1"), "cannot be told", "B/1 has nothing of Article 1 of B/5."),
    row("possibly", "art_4__para_2", C("says", BELL, symbol="B/1"), "cannot be told", "only possible"),
    row("no such provision", "art_2", C("says", BELL, provision="art_9"), "cannot be told", "B/5 has no provision art_9."),
    row("no such draft", "art_2", C("says", BELL, symbol="B/9"), "cannot be told", "B/9 is not here."),
    row("no place", "", C("says", BELL), "cannot be told", "neither"),
]  # fmt: skip

ROUNDS = [
    row("until", "art_2", C("said_until", ("shall ring",), symbol="B/3"), "holds", "no whole draft after it does (B/4, B/5)", "shall ring"),
    row("longer", "art_2", C("said_until", ("shall ring",), symbol="B/1"), "fails", "B/3, a later draft", "shall ring", "shall ring"),
    row("never", "art_2", C("said_until", ("whistle",), symbol="B/3"), "fails", "B/3 does not say “whistle”"),
    row("until now", "art_2", C("said_until", ("gun",), symbol="B/5"), "cannot be told", "no whole draft after B/5", "gun"),
    row("in brackets", "", C("said_until", ("criminal offence",), symbol="B/2", where="draft"), "holds", "B/3, B/4, B/5", "criminal offence"),
    row("not covered", "art_2", C("said_until", ("fog",), symbol="B/2"), "cannot be told", "does not cover"),
    row("until nowhere", "art_2", C("said_until", ("fog",), symbol="B/9"), "cannot be told", "B/9 is not here"),
    row("came back", "", C("came_back", BELL, where="draft"), "holds", "“harbour bell”: in B/1, B/2; not in B/3, B/4; again in B/5.", *3 * ["harbour bell"]),
    row("back as possible", "art_4__para_2", C("came_back"), "cannot be told", "only possible"),
    row("not gone", "art_2", C("came_back", ("fog",)), "fails", "From B/1 to B/5 no whole draft is without “fog”.", *3 * ["fog"]),
    row("new", "art_4", C("came_back"), "fails", "It is in B/5 and in no draft before."),
    row("not here", "art_1", C("came_back", ("fog",)), "fails", "“fog” is not in B/5."),
    row("back nowhere", "art_1", C("came_back", symbol="B/9"), "cannot be told", "B/9 is not here"),
    row("moved", "art_1", C("came_back", ("bell",)), "cannot be told", "but says the words elsewhere", "Bell", "bell"),
]  # fmt: skip

FORCE = [
    row("may", "art_2__para_1", C("may_only", ("ring its bell",)), "holds", "says “may”", "may"),
    row("shall", "art_2__para_1", C("may_only", ("ring its bell",), symbol="B/1"), "fails", "says “shall”", "shall"),
    row("by its lead", "art_2__para_2__point_b", C("may_only", ("fire a gun",)), "holds", "says “may”", "may"),
    row("list", "art_2__para_2", C("may_only"), "holds", "", "may"),
    row("both", "art_4", C("may_only"), "cannot be told", "permits and requires", "may", "shall"),
    row("by heading", "art_3", C("may_only", ("keepers of the bells",)), "cannot be told", "no word that permits or requires"),
    row("neither", "art_1", C("may_only", ("bronze",)), "cannot be told", "no word that permits or requires"),
    row("not said", "art_1", C("may_only", ("fog",)), "cannot be told", "no “fog”"),
    row("bracketed", "art_2", C("may_only", ("criminal offence",)), "cannot be told", "only in brackets", "criminal offence", symbol="B/2"),
]  # fmt: skip

JOBS = [
    row("was an offence", "", C("function_was", BELL, where="draft", function=OFFENCE), "holds", "Article 2 of B/1 is: offence", "harbour bell", "harbour bell"),
    row("was none", "", C("function_was", BELL, where="draft", function="safeguard"), "fails", "in no draft before (B/1, B/2, B/3, B/4)"),
    row("in brackets", "", C("function_was", ("without right",), symbol="B/2", where="draft", function=OFFENCE), "holds", "Article 2 of B/2 is: offence", "without right"),
    row("is a circumstance", "art_4", C("function_is", BELL, function="aggravating circumstance"), "holds", "Article 4(2) of B/5 is", "harbour bell"),
    row("is no offence", "art_4", C("function_is", BELL, function=OFFENCE), "fails", "is: aggravating circumstance", "harbour bell"),
    row("by itself", "art_4", C("function_is", function="sanction"), "holds", "Article 4 of B/5 is: sanction"),
    row("of its article", "art_4__para_2", C("function_is", function="sanction", where="article"), "holds", "Article 4 of B/5"),
    row("untold", "art_2", C("function_is", function=OFFENCE), "cannot be told", "rules cannot tell what Article 2"),
    row("says nothing", "art_4", C("function_is", ("fog",), function=OFFENCE), "fails", "Nothing in Article 4"),
    row("first draft", "art_1", C("function_was", function=OFFENCE), "cannot be told", "no draft before B/1", symbol="B/1"),
    row("article", "art_4", C("was_own_article", BELL), "holds", "headed “Silencing a harbour bell”", "harbour bell"),
    row("no article", "art_4", C("was_own_article", ("whistle",), symbol="B/1"), "fails", "No article of B/1"),
    row("partial", "art_4", C("was_own_article", ("whistle",)), "cannot be told", "only part"),
    row("in the text only", "art_4", C("was_own_article", ("without right",), symbol="B/1"), "fails", "in its heading"),
    row("refers", "art_3", C("refers_to", target="art_2"), "holds", "“article 2” leads to Article 2", "article 2"),
    row("not into it", "art_3", C("refers_to", target="art_2__para_1"), "fails", "leads to Article 2(1)"),
    row("other number then", "art_3", C("refers_to", target="art_1", symbol="B/1"), "holds", "leads to Article 1", "article 1"),
    row("refers not", "art_2", C("refers_to", target="art_3"), "fails", "No reference in Article 2"),
    row("no target", "art_3", C("refers_to", target="art_9"), "cannot be told", "no provision art_9"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("eid", "check", "symbol", "outcome", "why", "words"), [*WORDING, *ROUNDS, *FORCE, *JOBS]
)
def test_check(
    eid: str, check: Check, symbol: str, outcome: str, why: str, words: tuple[str, ...]
) -> None:
    found = checked(eid, check, symbol)
    assert (found.found, found.outcome) == (outcome, outcome)
    assert why in found.why
    assert sorted(one.text for one in found.evidence) == sorted(words)


def test_every_check_is_tested_and_explained() -> None:
    rows = [*WORDING, *ROUNDS, *FORCE, *JOBS]
    seen = {value.check for one in rows for value in one.values if isinstance(value, Check)}
    assert seen == set(CHECKS)


NOTHING = {
    "no words": (C("says"), "has no words"),
    "no word in it": (C("lacks", ("...",)), "between 1 and 32 words"),
    "too long": (C("lacks", ("a " * 33,)), "between 1 and 32 words"),
    "no function": (C("function_is"), "has no function"),
    "no symbol": (C("said_until", ("fog",)), "has no symbol"),
    "whole draft": (C("may_only", where="draft"), "only looked at for words"),
}


@pytest.mark.parametrize(("check", "why"), NOTHING.values(), ids=NOTHING)
def test_what_asks_for_nothing_is_not_answered(check: Check, why: str) -> None:
    found = checked("art_2", check)
    assert found.outcome == "cannot be told"
    assert why in found.why
