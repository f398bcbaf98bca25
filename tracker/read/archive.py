"""ZIP archives (Word, OpenDocument), opened without trusting what they say.

In: the bytes of an archive. Out: its members by name. Everything is checked before anything is
used: number, names, declared sizes, encryption, then each member's real size and checksum.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib

from tracker.errors import ReadError

MOST_MEMBERS = 5_000
MOST_INFLATED = 300 << 20
"""Bytes of all members together; a draft with many pictures has some 50 MB."""
MOST_XML = 24 << 20
"""Bytes of one XML part; 30,000 words of Word make 3 MB, and its tree ten times that."""
MOST_XML_TOGETHER = 48 << 20
"""Bytes of all XML parts: they are in memory at one time."""
MOST_TAGS = 1_500_000
"""`<` in all XML parts. Word writes one in 20 bytes; three million empty paragraphs take 20 MB of
XML, half a gigabyte of tree and 20 seconds."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_archive(data: bytes, name: str) -> dict[str, bytes]:
    """All XML members of an archive, whole and checked; other members are checked and left out.

    Raises:
        ReadError: truncated or damaged, encrypted, too many members or too much in them, names
            that lead out of the archive, two members of one name, links.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_names(infos, name)
            return _members(archive, infos, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise ReadError(
            f"{name}: the archive is truncated or damaged ({why}); get the file again"
        ) from error


def _check_names(infos: list[zipfile.ZipInfo], name: str) -> None:
    if len(infos) > MOST_MEMBERS:
        raise ReadError(
            f"{name}: {len(infos)} members in the archive, more than {MOST_MEMBERS}; "
            "the file is hostile or not a draft"
        )
    seen: set[str] = set()
    for info in infos:
        member = info.filename
        if member.lower() in seen:
            raise ReadError(
                f"{name}: two members named {member!r} in the archive, so it is not clear which is "
                "the text; save the file again"
            )
        seen.add(member.lower())
        if (
            member.startswith("/")
            or "\\" in info.orig_filename
            or ":" in member
            or (".." in member.split("/"))
        ):
            raise ReadError(
                f"{name}: the member {member!r} leads out of the archive; the file is hostile"
            )
        if stat.S_ISLNK(info.external_attr >> 16):
            raise ReadError(f"{name}: the member {member!r} is a link; the file is hostile")
        if info.flag_bits & 0x1:
            raise ReadError(
                f"{name}: the archive is encrypted ({member!r}); save a copy without a password"
            )
        if info.compress_type not in _METHODS:
            raise ReadError(
                f"{name}: the member {member!r} is packed in a way that Word and LibreOffice do "
                "not use; save the file again"
            )
        if _is_xml(info) and info.file_size > MOST_XML:
            raise _too_large(name, member, MOST_XML)
    if sum(info.file_size for info in infos if _is_xml(info)) > MOST_XML_TOGETHER:
        raise _too_large(name, "the XML of the archive", MOST_XML_TOGETHER)
    if sum(info.file_size for info in infos) > MOST_INFLATED:
        raise _too_large(name, "the whole archive", MOST_INFLATED)


def _is_xml(info: zipfile.ZipInfo) -> bool:
    return info.filename.lower().endswith((".xml", ".rels"))


def _members(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], name: str) -> dict[str, bytes]:
    """Read every member to its end, which checks size and checksum."""
    members: dict[str, bytes] = {}
    for info in infos:
        keep = _is_xml(info)
        parts: list[bytes] = []
        size = 0
        with archive.open(info) as member:
            while block := member.read(1 << 20):
                size += len(block)
                if keep:
                    parts.append(block)
        if size != info.file_size:
            raise ReadError(
                f"{name}: the member {info.filename!r} has {size} bytes, not the "
                f"{info.file_size} it declares; the file is damaged, get it again"
            )
        if keep:
            members[info.filename] = b"".join(parts)
    if sum(part.count(b"<") for part in members.values()) > MOST_TAGS:
        raise ReadError(
            f"{name}: more than {MOST_TAGS:,} tags in the XML of the archive; the file is hostile "
            "or not a draft"
        )
    return members


def _too_large(name: str, what: str, limit: int) -> ReadError:
    return ReadError(
        f"{name}: {what} unpacks to more than {limit >> 20} MB; the file is hostile or not a draft"
    )
