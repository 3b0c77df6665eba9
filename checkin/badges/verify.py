"""Reads the printed codes back from the sheets, as a scanner would."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from checkin.badges.pdfium import PDFIUM
from checkin.badges.places import Place
from checkin.badges.stock import Stock
from checkin.badges.units import MM_PER_INCH, POINTS_PER_INCH
from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.model.words import isolate
from checkin.store.prints import Print

_BLACK_BELOW = 128
_ONE_BIT = bytes(0 if grey < _BLACK_BELOW else 255 for grey in range(256))


@dataclass(frozen=True, slots=True)
class Resolution:
    """How the printer sees the page."""

    dots: int = 300
    """Per inch."""
    one_bit: bool = False
    """Black or white, as label printers print; else with greys."""

    @property
    def words(self) -> str:
        """For the ledger, and for people: 203 dpi, one-bit."""
        return f"{self.dots} dpi, one-bit" if self.one_bit else f"{self.dots} dpi"


class Fault(StrEnum):
    """What is wrong with a badge."""

    UNREAD = "unread"
    """Its code can't be read."""
    MISPLACED = "misplaced"
    """Its code stands on somebody else's place."""


@dataclass(frozen=True, slots=True)
class Faulty:
    """A badge that must not be printed like this."""

    badge: Print
    fault: Fault

    def words(self) -> str:
        """Whose it is, and where: Anna Berger (sheet 2, place 3)."""
        words = _("{name} (sheet {sheet}, place {place})")
        if self.fault is Fault.MISPLACED:
            words = _("{name} (also where it does not belong: sheet {sheet}, place"
                      " {place})")  # fmt: skip
        return words.format(
            name=isolate(self.badge.name),
            sheet=self.badge.sheet,
            place=self.badge.cell,
        )


class _Found(NamedTuple):
    """A code on a page, in mm from the left and top."""

    text: str
    x: float
    y: float


def verify(
    pdf: Path,
    codes: Iterable[str],
    *,
    at: Resolution | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[str]:
    """The codes among `codes` that could not be read from the sheets, in their order.

    Raises:
        FileNotThere, FileNotReadable: the PDF can't be opened.
        WasCancelled: `cancelled` said so.
    """
    expected = list(codes)
    wanted = set(expected)
    with _opened(pdf) as pages:
        for page in _each(pages, progress, cancelled):
            wanted -= {one.text for one in _read(page, at or Resolution(), wanted)}
    return [code for code in expected if code in wanted]


def read_back(
    pdf: Path,
    badges: Sequence[Print],
    stock: Stock,
    *,
    at: Resolution | None = None,
    sheets: Sequence[int] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Faulty]:
    """The badges whose codes are not, or not only, where they belong; in their order.

    `sheets` says for each page of the PDF which sheet its fronts are, 0 for backs;
    empty: page by page. A badge with copies stands in `badges` once for each. Codes of
    nobody in `badges` are passed over: a design may have other codes on it.

    Raises:
        FileNotThere, FileNotReadable: the PDF can't be opened.
        WasCancelled: `cancelled` said so.
    """
    wanted: dict[Place, Print] = {Place(one.sheet, one.cell): one for one in badges}
    theirs = {one.code: one for one in reversed(badges)}
    by_sheet: dict[int, set[str]] = {}
    for one in badges:
        by_sheet.setdefault(one.sheet, set()).add(one.code)
    right: set[Place] = set()
    wrong: list[Faulty] = []
    with _opened(pdf) as pages:
        for number, page in enumerate(_each(pages, progress, cancelled)):
            sheet = sheets[number] if sheets else number + 1
            if not sheet:
                continue
            hoped = by_sheet.get(sheet, set())
            for found in _read(page, at or Resolution(), hoped):
                place = Place(sheet, _cell(stock, found))
                if place in wanted and wanted[place].code == found.text:
                    right.add(place)
                elif found.text in theirs:
                    wrong.append(_misplaced(theirs[found.text], place))
    unread = [Faulty(one, Fault.UNREAD) for p, one in wanted.items() if p not in right]
    return unread + list(dict.fromkeys(wrong))


def _misplaced(badge: Print, place: Place) -> Faulty:
    there = Print(badge.attendee, badge.code, badge.name, place.sheet, place.cell)
    return Faulty(there, Fault.MISPLACED)


def _cell(stock: Stock, found: _Found) -> int:
    """The place whose middle is nearest: a printer's offset makes no difference."""
    column = _nearest(
        found.x - stock.first.left - stock.badge_size.width / 2,
        stock.pitch.width,
        stock.columns,
    )
    row = _nearest(
        found.y - stock.first.top - stock.badge_size.height / 2,
        stock.pitch.height,
        stock.rows,
    )
    return row * stock.columns + column + 1


def _nearest(distance: float, pitch: float, many: int) -> int:
    """From 0; pitches of a single row or column may be 0."""
    return min(max(round(distance / pitch), 0), many - 1) if pitch else 0


@contextmanager
def _opened(pdf: Path) -> Iterator[Any]:
    """Others may read PDFs between two pages of this one."""
    import pypdfium2

    if not pdf.exists():
        raise FileNotThere(file=pdf.name)
    try:
        with PDFIUM:
            pages = pypdfium2.PdfDocument(pdf)
    except (OSError, pypdfium2.PdfiumError) as problem:
        raise FileNotReadable(file=pdf.name, reason=str(problem)) from problem
    try:
        yield pages
    finally:
        with PDFIUM:
            pages.close()


def _each(
    pages: Any, progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[Any]:
    progress, cancelled = progress or silent, cancelled or never
    total = len(pages)
    for at in range(total):
        if cancelled():
            raise WasCancelled
        with PDFIUM:
            page = pages[at]
        yield page
        with PDFIUM:
            page.close()
        progress(at + 1, total)


def _read(page: Any, at: Resolution, hoped: Collection[str]) -> list[_Found]:
    """What a scanner reads; it looks again where it misses a code that is hoped for."""
    dots = at.dots / POINTS_PER_INCH
    with PDFIUM:
        bitmap = page.render(scale=dots, grayscale=True)
        grey = bytes(bitmap.buffer)
        # Rows are padded to the stride; that is read as a strip of white at most.
        shape = (bitmap.height, bitmap.stride)
        bitmap.close()
    if at.one_bit:
        grey = grey.translate(_ONE_BIT)
    image = memoryview(grey).cast("B", shape)
    found = _decoded(image, at.dots, closely=False)
    if not {one.text for one in found}.issuperset(hoped):
        found += _decoded(image, at.dots, closely=True)
    return found


def _decoded(image: memoryview, dots: int, *, closely: bool) -> list[_Found]:
    import zxingcpp

    only_qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    codes = zxingcpp.read_barcodes(
        image,
        formats=only_qr,
        try_rotate=closely,
        try_downscale=closely,
        try_invert=False,
    )
    return [_Found(code.text, *_middle(code.position, dots)) for code in codes]


def _middle(corners: Any, dots: int) -> tuple[float, float]:
    x = (corners.top_left.x + corners.bottom_right.x) / 2
    y = (corners.top_left.y + corners.bottom_right.y) / 2
    return x / dots * MM_PER_INCH, y / dots * MM_PER_INCH
