"""Writes files whole or not at all: drafts beside their place, moved in at the end."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkin.model.errors import DiskFull, FileNotWritable
from checkin.model.i18n import N_, _

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""The ways in which a system says that there is no room."""
_NO_FILE = N_("it is something other than a file")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to; what was written takes the place of `path` at the end.

    After an error `path` is as it was before, and nothing is left behind.

    Raises:
        FileNotWritable, DiskFull: the system refused.
    """
    with draft_of(path) as draft:
        yield draft
        put_in_place(draft, path)


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """The same, but the caller says when: with `put_in_place`, or never.

    The draft has the name of `path`, in a folder of its own beside it that only this
    user can look into. Libraries may put their own temporary files there too.

    Raises:
        FileNotWritable, DiskFull: as the system says, for any OSError in the block.
    """
    with in_our_words(path.name):
        if path.exists() and not path.is_file():
            raise FileNotWritable(file=path.name, reason=_(_NO_FILE))
        parent = path.resolve().parent
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", dir=parent))
        try:
            yield folder / path.name
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Moves a finished draft to `path` in one step, its bytes on the disk before that.

    A file that was there keeps its permissions; a symbolic link stays one.

    Raises:
        OSError: inside `draft_of` it becomes one of ours.
    """
    target = path.resolve()
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        draft.chmod(target.stat().st_mode & 0o777)
    draft.replace(target)


@contextmanager
def in_our_words(file: str) -> Iterator[None]:
    """Tells what the system refuses; `file` is what people call what is written.

    Raises:
        FileNotWritable, DiskFull: as the system says, for any OSError in the block.
    """
    try:
        yield
    except OSError as problem:
        if problem.errno in FULL:
            raise DiskFull(file=file) from problem
        reason = problem.strerror or str(problem)
        raise FileNotWritable(file=file, reason=reason) from problem
