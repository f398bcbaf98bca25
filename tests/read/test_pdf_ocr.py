"""Recognised text: with a program that stands in for the real one, and without any."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.read import files, pdf_files
from tracker.errors import ReadError
from tracker.read import pdf_ocr, read

WORDS: list[files.Text] = [(72, 700, 12, "R", "Each Party keeps what it has promised.")]
HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
TABLE = "\n".join(
    (
        HEAD,
        "1\t1\t0\t0\t0\t0\t0\t0\t2500\t3333\t-1\t",
        "2\t1\t1\t0\t0\t0\t250\t300\t1000\t100\t-1\t",
        "5\t1\t1\t1\t1\t1\t250\t300\t200\t50\t96.5\tThe",
        '5\t1\t1\t1\t1\t2\t500\t300\t300\t50\t93.5\t"lamp\x07',
        "5\t1\t1\t1\t2\t1\t250\t400\t250\t50\t90\tburns.",
        "5\t1\t1\t2\t1\t1\t250\t600\t250\t50\t80\tAlways",
        "5\t1\t1\t2\t1\t2\t600\t600\t250\t50\t-1\t ",
    )
)


def _stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """A program of the right name on the PATH, with what it is given as `argv`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / pdf_ocr.PROGRAM
    program.write_text(
        f"#!{sys.executable}\nimport sys\nargv = sys.argv\n{code}\n", encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def _file(tmp_path: Path, pages: list[list[files.Text] | None]) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_files.partly_scanned(pages))
    return path


def test_recognised_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture has the size of the page at 300 dots an inch; the words come as lines."""
    seen = tmp_path / "seen"
    code = f"""
with open(argv[1], "rb") as picture:
    head = picture.readline()
open({str(seen)!r}, "a").write(repr((head, argv[2:])) + "\\n")
sys.stdout.reconfigure(encoding="utf-8")
print({TABLE!r})"""
    _stand_in(tmp_path, monkeypatch, code)
    reading = read(_file(tmp_path, [None, WORDS, None]), ocr=True, language="fr")
    said = (b"P5 2500 3333 255\n", ["stdout", "-l", "fra", "--dpi", "300", "tsv"])
    assert seen.read_text() == f"{said!r}\n" * 2
    found = [(li.page, li.text, li.gap, li.runs[0].ocr) for li in reading.lines]
    page = [('The "lamp\u2407', 0.0), ("burns.", 0.0), ("Always", 1.0)]
    assert found == [
        *((1, text, gap, True) for text, gap in page),
        (2, WORDS[0][4], 0.0, False),
        *((3, text, gap, True) for text, gap in page),
    ]
    assert all(len(line.runs) == 1 and line.runs[0].end == len(line.text) for line in reading.lines)
    assert (reading.lines[0].left, reading.lines[0].right) == (0.1, 0.32)
    for line in reading.lines:
        assert reading.pages[line.page - 1][line.start :].startswith(line.text)
    assert reading.warnings == tuple(
        f"page {n} is a picture, its text was recognised (tesseract, language fr, 90% sure); "
        "compare it with the print"
        for n in (1, 3)
    )


def test_a_page_on_which_nothing_is_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, f"print({HEAD!r})")
    reading = read(_file(tmp_path, [WORDS, None, WORDS]), ocr=True)
    assert reading.warnings == (
        "page 2 is a picture in which no words were recognised (tesseract, language en); "
        "compare it with the print",
    )
    with pytest.raises(ReadError, match=r"no text was recognised on 2 of 3 pages .*give the lang"):
        read(_file(tmp_path, [WORDS, None, None]), ocr=True)
    with pytest.raises(ReadError, match=r"no text was recognised in it \(tesseract, language fr\)"):
        read(_file(tmp_path, [None, None]), ocr=True, language="fr")


STAMPS: dict[str, tuple[files.Text, list[str]]] = {
    # Points from the left and from the foot of a page of 600 by 800; the rows are 2500 by 3333.
    "at the head": ((60, 770, 9, "R", "A/9/7 seen"), ["A/9/7 seen", "The lamp", "burns."]),
    "between the lines": ((60, 712, 9, "R", "A/9/7 seen"), ["The lamp", "A/9/7 seen", "burns."]),
    "at the foot": ((60, 20, 9, "R", "A/9/7 seen"), ["The lamp", "burns.", "A/9/7 seen"]),
}


@pytest.mark.parametrize(("stamp", "lines"), STAMPS.values(), ids=STAMPS)
@pytest.mark.parametrize("seen_too", [False, True], ids=["stamp not seen", "stamp read again"])
def test_a_stamp_stays_and_is_not_doubled(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stamp: files.Text,
    lines: list[str],
    *,
    seen_too: bool,
) -> None:
    x, y, size = stamp[:3]
    top = round((800 - y - size + 2) / 800 * 3333)
    again = (
        f"5\t1\t9\t1\t1\t1\t{round((x + 1) / 600 * 2500)}\t{top}\t100\t25\t70\tA/9/1\n"
        f"5\t1\t9\t1\t1\t2\t{round((x + 26) / 600 * 2500)}\t{top}\t50\t25\t70\tseem\n"
    )
    table = "\n".join(
        (
            HEAD,
            "1\t1\t0\t0\t0\t0\t0\t0\t2500\t3333\t-1\t",
            "5\t1\t1\t1\t1\t1\t250\t300\t200\t50\t90\tThe",
            "5\t1\t1\t1\t1\t2\t500\t300\t300\t50\t90\tlamp",
            "5\t1\t1\t1\t2\t1\t250\t400\t250\t50\t90\tburns.",
            again if seen_too else "",
        )
    )
    _stand_in(tmp_path, monkeypatch, f"print({table!r})")
    page = pdf_files.FULL_PICTURE + files.content([stamp])
    data = pdf_files.partly_scanned([WORDS, None]).replace(
        files.stream(pdf_files.FULL_PICTURE), files.stream(page)
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    reading = read(path, ocr=True)
    found = [line for line in reading.lines if line.page == 2]
    assert [line.text for line in found] == lines
    assert [line.runs[0].ocr for line in found] == ["A/9" not in text for text in lines]
    assert reading.pages[1] == "\n".join(lines)
    for line in found:
        assert reading.pages[1][line.start :].startswith(line.text)
    (warning,) = reading.warnings
    assert warning.startswith("page 2 is a picture, its text was recognised")


def test_chinese_words_are_not_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "".join(
        f"\n5\t1\t1\t1\t1\t{n}\t{n * 9}\t9\t9\t9\t90\t{word}"
        for n, word in enumerate(["第五", "条", "Alder", "的", "港口。"])
    )
    code = f"sys.stdout.reconfigure(encoding='utf-8'); print({HEAD + words!r})"
    _stand_in(tmp_path, monkeypatch, code)
    reading = read(_file(tmp_path, [None, WORDS]), ocr=True, language="zh")
    assert reading.lines[0].text == "第五条 Alder 的港口。"


def test_without_pictures_the_program_is_not_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read(_file(tmp_path, [WORDS]), ocr=True) == read(_file(tmp_path, [WORDS]))


FAILURES = {
    "no program": ("", {}, "needs the program tesseract, which is not on the PATH; install"),
    "no such language": ("pass", {"language": "xx"}, "no text recognition for the language 'xx'"),
    "no file for the language": (
        "sys.stderr.write('Failed loading language\\n'); sys.exit(1)", {},
        r"page 1: tesseract failed with exit code 1 \(Failed loading language\)",
    ),
    "no table": ("print('level\\ttext\\n5\\tword')", {}, "page 1: tesseract gave no table of words"),
    "slow": ("import time; time.sleep(60)", {}, "page 1: text recognition took more than 1 s"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "options", "why"), FAILURES.values(), ids=FAILURES.keys())
def test_failures(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    options: dict[str, str],
    why: str,
) -> None:
    path = _file(tmp_path, [None, WORDS])
    if code:
        _stand_in(tmp_path, monkeypatch, code)
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
    if "sleep" in code:
        monkeypatch.setattr(pdf_ocr, "SECONDS", 1.0)
    with pytest.raises(ReadError, match=f"^a.pdf.*{why}") as caught:
        read(path, ocr=True, **options)
    assert "\n" not in str(caught.value)
