"""PDFs on their way to a printer: for this user's eyes only, and gone afterwards."""

import os
import shutil
import sys
import tempfile
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path

from checkin.badges.pdfium import NotPdf, reading
from checkin.badges.printers.errors import PagesUnreadable
from checkin.files import in_our_words
from checkin.model.i18n import N_, _

_PREFIX = "checkin-print-"
_LOCK = "in-use"
_WHERE = N_("the folder for print jobs")


class Spool:
    """A folder (0700) that only this process uses, with files (0600) of its jobs.

    It is made with the first file. What another process left behind when it was ended
    is swept away then; a lock tells whose process still lives.
    """

    def __init__(self, parent: Path | None = None) -> None:
        """`parent` is where this user's passing files lie, unless a test says else."""
        self._parent = parent
        self._folder: Path | None = None
        self._lock = -1
        self._numbers = count(1)
        self._opening = threading.Lock()

    def fresh(self) -> Path:
        """A path for a PDF that is still to be made; it is the spool's from then on.

        Raises:
            DiskFull, FileNotWritable: there is no room for it.
        """
        with in_our_words(_(_WHERE)), self._opening:
            return self._open() / f"{next(self._numbers)}.pdf"

    def owns(self, file: Path) -> bool:
        """Whether it lies in the spool."""
        return file.parent == self._folder

    def keep(self, pdf: Path, *, first_page: int = 1) -> Path:
        """A copy of the PDF, from a page on; the caller's own may go then.

        Raises:
            PagesUnreadable: it is no PDF, or has no such page.
            DiskFull, FileNotWritable: there is no room for it.
        """
        own = self.fresh()
        with in_our_words(_(_WHERE)):
            own.touch(mode=0o600)
            try:
                if first_page > 1:
                    _cut(pdf, own, first_page)
                else:
                    _copy(pdf, own)
            except BaseException:
                own.unlink(missing_ok=True)
                raise
            return own

    def drop(self, file: Path) -> None:
        """Deletes a file of the spool; one that is gone is no trouble."""
        with suppress(OSError):  # Windows: a scanner of viruses holds it; swept later
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Deletes all of it."""
        if self._folder is not None:
            os.close(self._lock)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _open(self) -> Path:
        if self._folder is None:
            parent = self._parent or passing_files()
            sweep(parent)
            while self._folder is None:
                self._folder = self._made(parent)
        return self._folder

    def _made(self, parent: Path) -> Path | None:
        """A folder of our own; None if somebody swept it before it was locked."""
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        self._lock = os.open(folder / _LOCK, flags, 0o600)
        if _take(self._lock):
            return folder
        os.close(self._lock)
        return None


def passing_files() -> Path:
    """Where files of this user lie that need not outlive the session."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")  # that of another user after `su`
    if sys.platform.startswith("linux") and os.access(folder, os.W_OK | os.X_OK):
        return Path(folder)
    return Path(tempfile.gettempdir())


def sweep(parent: Path) -> None:
    """Deletes what processes left behind that are no more."""
    with suppress(OSError):
        for folder in parent.glob(f"{_PREFIX}*"):
            if _is_left_behind(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: Path) -> bool:
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:  # another user's, or being made this very moment
        return False
    try:
        return _take(lock)
    finally:
        os.close(lock)


def _take(lock: int) -> bool:
    """Takes a lock that ends with the process; tells whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _copy(pdf: Path, own: Path) -> None:
    try:
        source = pdf.open("rb")
    except OSError as error:
        raise PagesUnreadable(file=pdf.name) from error
    with source, own.open("wb") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)


def _cut(pdf: Path, own: Path, first_page: int) -> None:
    """Only the pages from `first_page` on, counted from 1."""
    import pypdfium2

    try:
        with reading(pdf) as whole:
            pages = range(first_page - 1, len(whole))
            if not pages:
                raise PagesUnreadable(file=pdf.name)
            rest = pypdfium2.PdfDocument.new()
            rest.import_pages(whole, list(pages))
            rest.save(own)
            rest.close()
    except NotPdf as error:
        raise PagesUnreadable(file=pdf.name) from error
