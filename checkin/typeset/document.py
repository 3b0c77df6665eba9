"""Starts and ends a PDF: nothing but our fonts in it, same input same bytes."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checkin.files import replacing

_LEVEL = 4
"""Of compression: half of the time of the usual 6, and a sixth more in size."""


def new_canvas(width: float, height: float, *, title: str) -> Any:
    """A ReportLab canvas for pages of `width` x `height` pt, held in memory.

    Without the date and id that would make two equal documents differ, and without
    the Helvetica that ReportLab names on every page whether it is used or not.
    """
    from reportlab.pdfgen.canvas import Canvas

    class OurFontsOnly(Canvas):  # type: ignore[misc]
        def _make_preamble(self) -> None:
            self._preamble = "1 0 0 1 0 0 cm"

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name for it
            super().showPage()
            _pack(self._doc.Pages.pages[-1])

    canvas = OurFontsOnly("", pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Checkin")
    return canvas


def _pack(page: Any) -> None:
    """Compresses a page that is done: ReportLab would keep all of them as text."""
    from reportlab.pdfbase import pdfdoc

    stream = pdfdoc.PDFStream()
    stream.content = zlib.compress(page.stream.encode(), _LEVEL)
    stream.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
    page.Contents, page.stream = stream, None


def reordered(canvas: Any, order: Sequence[int]) -> None:
    """Puts the pages that are done in that order; the first one is 0."""
    pages = canvas._doc.Pages.pages  # noqa: SLF001 - ReportLab has no way to do it
    pages[:] = [pages[at] for at in order]


def save(canvas: Any, out: Path) -> None:
    """Writes the document beside `out`, then moves it there in one step.

    Raises:
        DiskFull: no room; what was at `out` before is unharmed.
        FileNotWritable: the system refuses for another reason.
    """
    with _binary_streams():
        content = canvas.getpdfdata()
    with replacing(out) as draft:
        draft.write_bytes(content)


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
