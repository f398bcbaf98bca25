"""What LibreOffice makes of Word files: their texts with all changes accepted, and all rejected.

In: DOCX files. Out: for each two texts. One start of LibreOffice does them all: a macro of ours, in
a profile of its own, loads each file, accepts or rejects, and saves the words as plain text. Whether
it fell over (`Crashed`) or says itself that it cannot open a file (`Refused`) are two things: only
the second speaks against the file. Neither gives a text.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

_ATTEMPTS = 3
_STALLED = 25.0
"""Seconds without a finished file after which a run is ended; one takes 0.2, the start 4."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

_SETTINGS = (
    ("Setup/Office", "ooSetupInstCompleted", "true"),
    # A button beside the heads of pages, which Debian's LibreOffice without a desktop cannot draw
    # and falls over.
    ("Office.Writer/Content/Display", "UseHeaderFooterMenu", "false"),
)

_MACRO = """
Sub Main
    Dim jobs As Integer, url As String
    jobs = FreeFile
    Open Environ("TRACKER_WORD_FILES") For Input As #jobs
    Do While Not EOF(jobs)
        Line Input #jobs, url
        If url <> "" Then
            Settle url, "AcceptAllTrackedChanges", ".accepted.txt"
            Settle url, "RejectAllTrackedChanges", ".rejected.txt"
        End If
    Loop
    Close #jobs
    StarDesktop.terminate()
End Sub

Sub Settle(url As String, what As String, ending As String)
    Dim document As Object, dispatcher As Object, log As Integer
    Dim loading(0) As New com.sun.star.beans.PropertyValue
    Dim saving(1) As New com.sun.star.beans.PropertyValue
    On Error GoTo Failed
    loading(0).Name = "Hidden"
    loading(0).Value = True
    document = StarDesktop.loadComponentFromURL(url, "_blank", 0, loading())
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & what, "", 0, Array())
    saving(0).Name = "FilterName"
    saving(0).Value = "Text (encoded)"
    saving(1).Name = "FilterOptions"
    saving(1).Value = "UTF8,LF"
    document.storeToURL(url & ending, saving())
    document.close(True)
    log = FreeFile
    Open Environ("TRACKER_WORD_DONE") For Append As #log
    Print #log, url & ending
    Close #log
    Exit Sub
Failed:
    log = FreeFile
    Open Environ("TRACKER_WORD_FAILED") For Append As #log
    Print #log, url & ending & ": " & Error$
    Close #log
End Sub
"""


class Crashed(Exception):
    """LibreOffice ended or hung at a file every time, without a word on the file."""


class Refused(Exception):
    """LibreOffice says that it cannot open a file, or not save its words."""


def settled(
    soffice: str, files: Sequence[Path], folder: Path, seconds: float = 60
) -> list[tuple[str, str]]:
    """The texts of the files with all changes accepted and with all rejected, in their order.

    Args:
        folder: an empty one for the profiles of the runs.
        seconds: the most that one run may take.
    Raises:
        Crashed, Refused: there are no texts of a file.
    """
    left = list(files)
    ended = ""
    refused: list[str] = []
    for attempt in range(_ATTEMPTS):
        run = folder / str(attempt)
        ended = _run(soffice, left, run, seconds)
        refused, before = _lines(run / "failed.txt"), refused
        # Short of memory it says so too, once.
        if again := [one for one in refused if one in before]:
            raise Refused("; ".join(again))
        # It may fall over at what it shows, which says nothing of a file; the others come again.
        done = set(_lines(run / "done.txt"))
        left = [one for one in left if f"{one.absolute().as_uri()}.rejected.txt" not in done]
        if not left:
            break
    else:
        raise Crashed(
            f"LibreOffice {ended}, {_ATTEMPTS} times, the last time at {left[0].name}; that says "
            "nothing of the file: run the test again, or open the file by hand"
        )
    return [(_text(file, "accepted"), _text(file, "rejected")) for file in files]


def _run(soffice: str, files: Sequence[Path], folder: Path, seconds: float) -> str:
    """Start it once; how it ended."""
    _write_profile(folder)
    jobs = folder / "jobs.txt"
    jobs.write_text("".join(f"{file.absolute().as_uri()}\n" for file in files))
    command = [
        soffice,
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}",
        "macro:///Standard.Tracker.Main",
    ]
    # A session of its own: the program starts others, which must end with it.
    with subprocess.Popen(
        command,
        env={
            **os.environ,
            "TRACKER_WORD_FILES": str(jobs.absolute()),
            "TRACKER_WORD_DONE": str((folder / "done.txt").absolute()),
            "TRACKER_WORD_FAILED": str((folder / "failed.txt").absolute()),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            return _watched(running, folder / "done.txt", seconds)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)


def _watched(running: subprocess.Popen[bytes], done: Path, seconds: float) -> str:
    """Wait as long as files get done; how it ended."""
    end = time.monotonic() + seconds
    seen, since = 0, time.monotonic()
    while (now := time.monotonic()) < end and now - since < _STALLED:
        try:
            return f"ended with {running.wait(0.1)}"
        except subprocess.TimeoutExpired:
            count = len(_lines(done))
            seen, since = (count, now) if count > seen else (seen, since)
    return "hung"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _result(file: Path, what: str) -> Path:
    return file.with_name(f"{file.name}.{what}.txt")


def _text(file: Path, what: str) -> str:
    return _result(file, what).read_text(encoding="utf-8-sig")


def _write_profile(folder: Path) -> None:
    """A profile that holds the macro and says that it is complete, or the first start would put
    the macros of a new profile in its place."""
    basic = folder / "profile" / "user" / "basic"
    (basic / "Standard").mkdir(parents=True)
    said = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>'
        f"{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (basic.parent / "registrymodifications.xcu").write_text(
        f'{DECLARATION}<oor:items xmlns:oor="http://openoffice.org/2001/registry">{said}'
        "</oor:items>"
    )
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    for kind in ("script", "dialog"):
        (basic / f"{kind}.xlc").write_text(
            f"{DECLARATION}<library:libraries {library} {link}><library:library "
            f'library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" '
            'xlink:type="simple" library:link="false"/></library:libraries>'
        )
        held = '<library:element library:name="Tracker"/>' if kind == "script" else ""
        (basic / "Standard" / f"{kind}.xlb").write_text(
            f'{DECLARATION}<library:library {library} library:name="Standard" '
            f'library:readonly="false" library:passwordprotected="false">{held}</library:library>'
        )
    (basic / "Standard" / "Tracker.xba").write_text(
        f'{DECLARATION}<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Tracker" script:language="StarBasic">{escape(_MACRO)}</script:module>'
    )
