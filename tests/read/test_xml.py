"""XML: parsed without doing anything that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

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
