"""Starts and ends a PDF: nothing but our fonts in it, same input same bytes."""

import errno
import os
import secrets
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

    class OurFontsOnly(Canvas):  # type: ignore[misc]
        def _make_preamble(self) -> None:
            self._preamble = "1 0 0 1 0 0 cm"

    canvas = OurFontsOnly("", pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Checkin")
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
    """The file with this content or, after an error, what was there before.

    Raises:
        DiskFull, FileNotWritable: as `save`.
    """
    beside = out.with_name(f".checkin-{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(out)
    except OSError as problem:
        raise _in_words(out, problem) from problem
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


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
