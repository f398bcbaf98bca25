"""XML: parsed without doing anything that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import ReadError
from tracker.read import read
from tracker.read.xml import DEEPEST, parse_xml, read_xml, text_of


def test_the_page_is_the_file(tmp_path: Path) -> None:
    raw = b'\xef\xbb\xbf<?xml version="1.0"?>\r\n<act><p>One &amp; two</p></act>\r\n'
    (tmp_path / "a.xml").write_bytes(raw)
    reading = read(tmp_path / "a.xml")
    assert reading.pages == ('<?xml version="1.0"?>\n<act><p>One &amp; two</p></act>\n',)
    assert (reading.format, reading.raw, reading.lines, reading.size) == ("xml", raw, (), len(raw))


ENCODED = {
    "UTF-8": '<?xml version="1.0" encoding="UTF-8"?><a>café</a>'.encode(),
    "Latin 1": '<?xml version="1.0" encoding="ISO-8859-1"?><a>café</a>'.encode("latin-1"),
    "windows-1252": "<?xml version='1.0' encoding='windows-1252'?><a>café</a>".encode("cp1252"),
    "UTF-16": '<?xml version="1.0" encoding="UTF-16"?><a>café</a>'.encode("utf-16"),
}


@pytest.mark.parametrize("raw", ENCODED.values(), ids=ENCODED.keys())
def test_encodings(raw: bytes) -> None:
    assert parse_xml(raw, "a.xml").text == "café"
    assert "<a>café</a>" in read_xml(raw, "a.xml")[0][0]


def test_xinclude_is_inert(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("secret", encoding="utf-8")
    raw = (
        f'<a xmlns:x="http://www.w3.org/2001/XInclude"><x:include parse="text" '
        f'href="{tmp_path}/other.txt"/></a>'
    ).encode()
    assert text_of(parse_xml(raw, "a.xml")) == ""


def test_the_deepest_that_is_read() -> None:
    raw = b"<a>" * DEEPEST + b"x" + b"</a>" * DEEPEST
    assert text_of(parse_xml(raw, "a.xml")) == "x"


def test_a_doctype_in_text_is_text() -> None:
    raw = b"<a><!-- <!DOCTYPE b> --><![CDATA[<!DOCTYPE c>]]></a>"
    assert text_of(parse_xml(raw, "a.xml")) == "<!DOCTYPE c>"


EXTERNAL = {
    "public": '<!DOCTYPE bill PUBLIC "-//Made up//DTDs/bill.dtd//EN" "bill.dtd">',
    "system": "<!DOCTYPE bill SYSTEM 'http://127.0.0.1:9/bill.dtd'>",
    "a file that exists": '<!DOCTYPE bill SYSTEM "file:///etc/hostname">',
    "over lines": '<!DOCTYPE bill\nPUBLIC "a"\n"b.dtd"\n>',
    "after an instruction": '<?xml-stylesheet href="a.xsl"?>\n<!-- x -->\n<!DOCTYPE b SYSTEM "b.dtd">',
}


@pytest.mark.parametrize("doctype", EXTERNAL.values(), ids=EXTERNAL.keys())
def test_a_doctype_that_only_names_a_dtd_declares_nothing(doctype: str) -> None:
    raw = f'<?xml version="1.0"?>\n{doctype}\n<bill>one</bill>'
    root = parse_xml(raw.encode(), "a.xml")
    assert text_of(root) == "one"
    assert root.getroottree().docinfo.internalDTD is None
    assert str(root.sourceline) == str(raw.count("\n") + 1)
    assert read_xml(raw.encode(), "a.xml")[0] == (raw,), "the page is the file all the same"


REFUSED = {
    "internal subset": ('<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
    "empty subset": ('<!DOCTYPE a PUBLIC "a" "a.dtd" []><a/>', "DOCTYPE"),
    "no address": ("<!DOCTYPE a><a/>", "DOCTYPE"),
    "two": ('<!DOCTYPE a SYSTEM "a"><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
    "two empty": ('<!DOCTYPE a SYSTEM "a"><!DOCTYPE a SYSTEM "a"><a/>', "DOCTYPE in line 1"),
    "bracket in the address": ("<!DOCTYPE a SYSTEM \"a[<!ENTITY b 'c'>]\"><a/>", "DOCTYPE"),
    "parameter entity": ('<!DOCTYPE a SYSTEM "a" %b;><a/>', "DOCTYPE"),
    "small letters": ('<!doctype a SYSTEM "a"><a/>', "DOCTYPE"),
    "entity of the DTD": ('<!DOCTYPE a SYSTEM "a"><a>x&mdash;y</a>', "'mdash' not defined"),
    "entity in an attribute": (
        '<!DOCTYPE a SYSTEM "a"><a b="&mdash;">x</a>',
        "'mdash' not defined",
    ),
    "without an end": ('<!DOCTYPE a SYSTEM "' + " " * 50_000 + "<a/>", "DOCTYPE"),
}


@pytest.mark.parametrize(("raw", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_any_other_doctype_is_refused(raw: str, why: str) -> None:
    with pytest.raises(ReadError, match=why) as caught:
        parse_xml(raw.encode(), "a.xml")
    assert "\n" not in str(caught.value)
