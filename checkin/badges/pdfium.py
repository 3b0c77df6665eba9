"""PDFium reads PDFs for us, for one thread at a time: its authors promise no more.

Source: the README of pypdfium2, “Thread incompatibility”.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PDFIUM = threading.RLock()
"""Held while anything of pypdfium2 is called; for a page, not for a whole PDF."""


class NotPdf(Exception):
    """It can't be read as a PDF."""


@contextmanager
def reading(pdf: Path) -> Iterator[Any]:
    """The PDF, opened for this thread alone; for short work only.

    Raises:
        NotPdf: it is gone or damaged.
    """
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise NotPdf(pdf.name) from error
        try:
            yield document
        finally:
            document.close()
