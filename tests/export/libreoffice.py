"""What LibreOffice makes of Word files: their texts with all changes accepted, and all rejected.

In: DOCX files. Out: for each two texts. One start of LibreOffice does them all: a macro of ours, in
a profile of its own, loads each file, accepts or rejects, and saves the words as plain text.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

_ATTEMPTS = 4

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
    Dim document As Object, dispatcher As Object
    Dim loading(0) As New com.sun.star.beans.PropertyValue
    Dim saving(1) As New com.sun.star.beans.PropertyValue
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
End Sub
"""


def settled(
    soffice: str, files: Sequence[Path], folder: Path, seconds: float = 60
) -> list[tuple[str, str]]:
    """The texts of the files with all changes accepted and with all rejected, in their order.

    Args:
        folder: an empty one for the profiles of the runs.
        seconds: the most that one run may take.
    """
    left = list(files)
    for attempt in range(_ATTEMPTS):
        _run(soffice, left, folder / str(attempt), seconds)
        # It may fall over at what it shows, which says nothing of a file; the others come again.
        left = [file for file in left if not _result(file, "rejected").exists()]
        if not left:
            break
    return [(_text(file, "accepted"), _text(file, "rejected")) for file in files]


def _run(soffice: str, files: Sequence[Path], folder: Path, seconds: float) -> None:
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
        env={**os.environ, "TRACKER_WORD_FILES": str(jobs.absolute())},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            pass
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)


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
