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
from checkin.importing.table import HowRead, RawRow, Table, make_table
from checkin.model.errors import BadArgument, FileNotReadable, FileNotThere
from checkin.model.i18n import N_, _
from checkin.model.progress import Cancelled, never

MAX_BYTES = 100 * 1024 * 1024
"""100,000 guests with 27 columns take a quarter of it."""

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AS_CSV = N_("Save the list as CSV or Excel (.xlsx), and choose that file.")
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
)


def read_table(
    path: Path, sheet: str | None = None, cancelled: Cancelled = never
) -> Table:
    """The table in a file: CSV and its like, or a sheet of a workbook.

    Raises:
        FileNotThere, FileNotReadable, IsFolder, EmptyFile, TooLarge, NotAList,
        PackedTooTight, LockedWithPassword, BrokenList, NoSuchSheet, NothingBelow.
        BadArgument: a sheet was named, and the file is text.
        WasCancelled: the user wanted it to end.
    """
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(_ZIP) and (lists := lists_in(path.name, content)):
        with unpacked(path.name, content, lists, sheet) as (inside, name, names):
            del content
            rows, how = _rows(inside, inside.read_bytes(), None, cancelled)
            how = replace(how, sheet=name, sheets=names)
    else:
        rows, how = _rows(path, content, sheet, cancelled)
        del content
    table = make_table(path.name, digest, rows, how)
    let_go(rows)
    return table


def _rows(
    path: Path, content: bytes, sheet: str | None, cancelled: Cancelled
) -> tuple[list[RawRow], HowRead]:
    _refuse_other_kinds(path.name, content)
    if content.startswith((_ZIP, _OLE)):
        return read_sheets(path, len(content), sheet, cancelled)
    _refuse_sheet(path.name, sheet)
    if is_markup(content):
        return read_markup(content, path.name, cancelled)
    return read_text(content, path.name, cancelled)


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


def _refuse_sheet(file: str, sheet: str | None) -> None:
    if sheet:
        raise BadArgument(
            value=sheet,
            what="--sheet",
            reason=_("{file} is a text file, which has no sheets.").format(file=file),
            instead=_("Leave --sheet out."),
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
