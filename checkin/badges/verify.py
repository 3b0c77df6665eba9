"""Reads the printed codes back from the sheets, as a scanner would."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent

POINTS_PER_INCH = 72
RESOLUTIONS = (200, 300)
"""Dots per inch; the finer one only for pages where a code was not read."""


def verify(
    pdf: Path,
    codes: Iterable[str],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[str]:
    """The codes among `codes` that could not be read from the sheets, in their order.

    Raises:
        FileNotThere, FileNotReadable: the PDF can't be opened.
        WasCancelled: `cancelled` said so.
    """
    progress, cancelled = progress or silent, cancelled or never
    expected = list(codes)
    wanted = set(expected)
    with closing(_pages(pdf)) as pages:
        for resolution in RESOLUTIONS:
            for done, total, page in _each(pages):
                if not wanted:
                    break
                if cancelled():
                    raise WasCancelled
                wanted -= _read(page, resolution)
                progress(done, total)
    return [code for code in expected if code in wanted]


def _pages(pdf: Path) -> Any:
    import pypdfium2

    if not pdf.exists():
        raise FileNotThere(file=pdf.name)
    try:
        return pypdfium2.PdfDocument(pdf)
    except (OSError, pypdfium2.PdfiumError) as problem:
        raise FileNotReadable(file=pdf.name, reason=str(problem)) from problem


def _each(pages: Any) -> Iterator[tuple[int, int, Any]]:
    total = len(pages)
    for at in range(total):
        page = pages[at]
        yield at + 1, total, page
        page.close()


def _read(page: Any, resolution: int) -> set[str]:
    import zxingcpp

    bitmap = page.render(scale=resolution / POINTS_PER_INCH, grayscale=True)
    # Rows are padded to the stride; the padding is read as a strip of white at most.
    image = memoryview(bitmap.buffer).cast("B", (bitmap.height, bitmap.stride))
    only_qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(image, formats=only_qr)
    texts = {code.text for code in found}
    bitmap.close()
    return texts
