"""A file of any kind becomes a table: its content decides, not its ending."""

import hashlib
from dataclasses import replace
from pathlib import Path

from checkin.heap import let_go
from checkin.importing.errors import (
    EmptyFile,
    IsFolder,
    LockedWithPassword,
    NotAList,
    TooLarge,
)
from checkin.importing.freeing import freed
from checkin.importing.list_rows import RawRow
from checkin.importing.read_as import AS_FOUND, ReadAs
from checkin.importing.read_markup import is_markup, read_markup
from checkin.importing.read_packed import (
    check_unpacked,
    lists_in,
    mb,
    members_of,
    unpacked,
)
from checkin.importing.read_sheets import read_sheets
from checkin.importing.read_text import read_text
from checkin.importing.table import HowRead, Table, make_table
from checkin.model.errors import BadArgument, FileNotReadable, FileNotThere
from checkin.model.i18n import N_, _
from checkin.model.progress import Cancelled, never

MAX_BYTES = 64 * 1024 * 1024
"""100,000 guests with 27 columns take a third of it."""

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AS_CSV = N_("Save the list as CSV or Excel (.xlsx), and choose that file.")
_CONTACTS = N_("Export the contacts as CSV, and choose that file.")
_UNPACK = N_("Unpack it, and choose the list inside.")

_PICTURE, _PDF = N_("a picture"), N_("a PDF")
_MAGIC = (
    (b"\x89PNG", _PICTURE, _AS_CSV),
    (b"\xff\xd8\xff", _PICTURE, _AS_CSV),
    (b"GIF8", _PICTURE, _AS_CSV),
    (b"RIFF", N_("a picture or a sound"), _AS_CSV),
    (b"II*\0", _PICTURE, _AS_CSV),
    (b"MM\0*", _PICTURE, _AS_CSV),
    (b"%PDF", _PDF, N_("Ask for the list as CSV or Excel (.xlsx) instead.")),
    (b"Rar!", N_("an archive"), _UNPACK),
    (b"7z\xbc\xaf", N_("an archive"), _UNPACK),
    (b"\x1f\x8b", N_("an archive"), _UNPACK),
    (b"SQLite format 3\0", N_("a database, perhaps an event"), _AS_CSV),
    (b"\x7fELF", N_("a program"), _AS_CSV),
    (b"{\\rtf", N_("a letter"), _AS_CSV),
    (b"BEGIN:VCARD", N_("a file of contact cards"), _CONTACTS),
    (b"BEGIN:VCALENDAR", N_("a calendar"), _AS_CSV),
    (b"[{", N_("data for programs"), _AS_CSV),
    (b'{"', N_("data for programs"), _AS_CSV),
)


def read_table(
    path: Path, how: ReadAs = AS_FOUND, cancelled: Cancelled = never
) -> Table:
    """The table in a file: CSV and its like, or a sheet of a workbook.

    Raises:
        FileNotThere, FileNotReadable, IsFolder, EmptyFile, TooLarge, NotAList,
        PackedTooTight, LockedWithPassword, BrokenList, NoSuchSheet, NothingBelow.
        BadArgument: it can't be read as `how` says, such as text with a sheet.
        WasCancelled: the user wanted it to end.
    """
    how = how.settled()
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(_ZIP) and (lists := lists_in(path.name, content)):
        with unpacked(path.name, content, lists, how.sheet) as (inside, name, names):
            del content
            packed = replace(how, sheet="")
            rows, found = _rows(inside, inside.read_bytes(), packed, cancelled)
            found = replace(found, sheet=name, sheets=names)
    else:
        rows, found = _rows(path, content, how, cancelled)
        del content
    found = replace(found, said=how.said)
    table = make_table(path.name, digest, rows, found, how.header_row)
    let_go(rows)
    return table


def _rows(
    path: Path, content: bytes, how: ReadAs, cancelled: Cancelled
) -> tuple[list[RawRow], HowRead]:
    _refuse_other_kinds(path.name, content)
    if content.startswith((_ZIP, _OLE)):
        _refuse(path.name, "--encoding", how.encoding, _SAYS_ITSELF)
        _refuse(path.name, "--separator", how.separator, _HAS_CELLS)
        return read_sheets(path, len(content), how.sheet or None, cancelled)
    _refuse(path.name, "--sheet", how.sheet, _HAS_NO_SHEETS)
    if is_markup(content):
        _refuse(path.name, "--separator", how.separator, _HAS_CELLS)
        return read_markup(content, path.name, how, cancelled)
    rows, found = read_text(content, path.name, how, cancelled)
    return freed(rows, content, found.encoding), found


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise IsFolder(file=path.name)
        if not path.exists():
            raise FileNotThere(file=path.name)
        if not path.is_file():
            raise FileNotReadable(file=path.name, reason=_("it is no ordinary file"))
        if (size := path.stat().st_size) > MAX_BYTES:
            raise TooLarge(file=path.name, size=mb(size), limit=mb(MAX_BYTES))
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileNotReadable(file=path.name, reason=reason) from error
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise EmptyFile(file=path.name)
    return content


_HAS_NO_SHEETS = N_("{file} is a text file, which has no sheets.")
_HAS_CELLS = N_("{file} says itself where its cells end.")
_SAYS_ITSELF = N_("{file} is a workbook, which knows its letters.")


def _refuse(file: str, option: str, value: str, reason: str) -> None:
    """What can't be said of a file of this kind."""
    if value:
        raise BadArgument(
            value="tab" if value == "\t" else value,
            what=option,
            reason=_(reason).format(file=file),
            instead=_("Leave {option} out.").format(option=option),
        )


def _refuse_other_kinds(file: str, content: bytes) -> None:
    for magic, what, instead in _MAGIC:
        if content.startswith(magic):
            raise NotAList(file=file, what=_(what), instead=_(instead))
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise LockedWithPassword(file=file)
    if content.startswith(_ZIP):
        _check_zip(file, content)


def _check_zip(file: str, content: bytes) -> None:
    """Lets workbooks through whose directory promises a size that can be read."""
    members = members_of(file, content)
    names = {member.filename for member in members}
    if any(name.startswith("xl/") for name in names) or "content.xml" in names:
        check_unpacked(file, len(content), sum(m.file_size for m in members))
        return
    what = _("a letter") if "word/document.xml" in names else _("an archive")
    if any(name.endswith(".iwa") for name in names):
        what, instead = _("a Numbers document"), _("Export it as CSV or Excel.")
    else:
        instead = _(_UNPACK)
    raise NotAList(file=file, what=what, instead=instead)
