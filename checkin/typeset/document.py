"""Starts and ends a PDF: nothing but our fonts in it, same input same bytes."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from checkin.model.errors import DiskFull, FileNotWritable

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def new_canvas(width: float, height: float, *, title: str) -> Any:
    """A ReportLab canvas for pages of `width` x `height` pt, held in memory.

    Without the date and id that would make two equal documents differ, and without
    the Helvetica that ReportLab names on every page whether it is used or not.
    """
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("", pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Checkin")
    canvas._doc.fontMapping.clear()  # noqa: SLF001
    canvas._doc.idToObject["BasicFonts"].dict.clear()  # noqa: SLF001
    canvas._preamble = "1 0 0 1 0 0 cm"  # noqa: SLF001
    return canvas


def save(canvas: Any, out: Path) -> None:
    """Writes the document beside `out`, then moves it there in one step.

    Raises:
        DiskFull: no room; what was at `out` before is unharmed.
        FileNotWritable: the system refuses for another reason.
    """
    with _binary_streams():
        content = canvas.getpdfdata()
    write_whole(out, content)


def write_whole(out: Path, content: bytes) -> None:
    """The file with this content or, after an error, what was there before."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    except OSError as problem:
        raise _in_words(out, problem) from problem
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_usual_mode(out))
        Path(name).replace(out)
    except OSError as problem:
        with suppress(OSError):
            Path(name).unlink()
        raise _in_words(out, problem) from problem


def _usual_mode(out: Path) -> int:
    """As before, or as any new file: temporary files are made for their owner only."""
    if out.exists():
        return out.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _in_words(out: Path, problem: OSError) -> DiskFull | FileNotWritable:
    if problem.errno in _FULL:
        return DiskFull(file=out.name)
    return FileNotWritable(file=out.name, reason=problem.strerror or str(problem))


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Without the ASCII wrapping of ReportLab, a relic that adds a quarter in size."""
    from reportlab import rl_config

    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before
