"""Archives: a zip with a list in it, or several, is read like a workbook."""

import io
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from checkin.importing.errors import (
    BrokenList,
    LockedWithPassword,
    NoSuchSheet,
    PackedTooTight,
    TooLarge,
)
from checkin.model.i18n import _

_MAX_UNPACKED = 600 * 1024 * 1024
_MAX_RATIO = 200
"""Workbooks pack 5 to 30 times; what packs more, and is large, is a trap."""
_RATIO_FROM = 20 * 1024 * 1024

_ENDINGS = frozenset(
    ".csv .tsv .tab .txt .xlsx .xlsm .xls .ods .xlsb .htm .html".split()
)
_BLOCK = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError,
    ValueError, OSError,
)  # fmt: skip
"""What taking an archive apart ends with that is no whole one."""


def check_unpacked(file: str, packed: int, unpacked: int) -> None:
    """Refuses what would unpack to far more than a list; sizes in bytes.

    Raises:
        TooLarge, PackedTooTight.
    """
    if unpacked > _MAX_UNPACKED:
        raise TooLarge(file=file, size=mb(unpacked), limit=mb(_MAX_UNPACKED))
    if unpacked > _RATIO_FROM and unpacked > _MAX_RATIO * packed:
        raise PackedTooTight(
            file=file, packed=packed // 1024, unpacked=unpacked // 1024 // 1024
        )


def mb(n: int) -> str:
    """A size in bytes as people say it."""
    return _("{n} MB").format(n=round(n / 1024 / 1024))


def members_of(file: str, content: bytes) -> Sequence[zipfile.ZipInfo]:
    """What is in an archive.

    Raises:
        BrokenList: it is no archive, though it begins like one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.infolist()
    except _DAMAGED as error:
        raise BrokenList(file=file, reason=str(error)) from error


def lists_in(file: str, content: bytes) -> Sequence[zipfile.ZipInfo]:
    """What may be lists in an archive, the largest first; a workbook holds none.

    Raises:
        BrokenList: it is no archive, though it begins like one.
    """
    members = members_of(file, content)
    names = {member.filename for member in members}
    if "[Content_Types].xml" in names or "mimetype" in names:
        return ()
    lists = [member for member in members if _may_be_list(member)]
    return sorted(lists, key=lambda member: -member.file_size)


def _may_be_list(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    litter = path.parts[:1] == ("__MACOSX",) or path.name.startswith(".")
    return not (member.is_dir() or litter) and path.suffix.lower() in _ENDINGS


@contextmanager
def unpacked(
    file: str, content: bytes, lists: Sequence[zipfile.ZipInfo], wanted: str
) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """One list of an archive as a file: (where, its name, the names of all lists).

    Raises:
        NoSuchSheet, LockedWithPassword, TooLarge, PackedTooTight, BrokenList.
    """
    names = tuple(PurePosixPath(member.filename).name for member in lists)
    at = _index(file, names, wanted)
    member = lists[at]
    if member.flag_bits & 1:
        raise LockedWithPassword(file=file)
    check_unpacked(file, member.compress_size, member.file_size)
    with tempfile.TemporaryDirectory(prefix="checkin-list-") as folder:
        path = Path(folder) / f"list{PurePosixPath(names[at]).suffix.lower()}"
        try:
            with (
                zipfile.ZipFile(io.BytesIO(content)) as packed,
                packed.open(member) as source,
                path.open("wb") as target,
            ):
                while block := source.read(_BLOCK):
                    target.write(block)
        except _DAMAGED as error:
            raise BrokenList(file=file, reason=str(error)) from error
        yield path, names[at], names


def _index(file: str, names: tuple[str, ...], wanted: str) -> int:
    if not wanted:
        return 0
    for i, name in enumerate(names):
        if name.casefold() == wanted.casefold():
            return i
    raise NoSuchSheet(file=file, sheet=wanted, sheets=", ".join(names))
