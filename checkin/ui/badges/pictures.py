"""Pages of PDF as pictures: sheets and single badges, made off the window's thread."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from checkin.badges import (
    BadgeText,
    Design,
    Guests,
    Looks,
    Pictures,
    Queue,
    Sheeting,
    Stock,
    preview,
    write_sheets,
)
from checkin.model.errors import CheckinError
from checkin.store.eventfile import EventFile
from checkin.ui.badges.album import Album
from checkin.ui.badges.wish import Wish
from checkin.ui.printing import scratch


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it will be printed."""

    number: int
    """Counted from 1."""
    pdf: bytes
    picture: QImage
    problem: CheckinError | None = None
    """Why there is no such sheet; then the rest is empty."""


@dataclass(frozen=True, slots=True)
class BadgePicture:
    """A badge in one design; the picture is empty where it has no room there."""

    design: Design
    picture: QImage
    problem: CheckinError | None = None


def sheet(
    event: EventFile,
    wish: Wish,
    queue: Queue,
    number: int,
    size: QSize,
    side: int = 0,
    album: Album | None = None,
) -> Sheet:
    """Sets one sheet and draws it in `size` device pixels; side 1 is its back."""
    try:
        with scratch() as folder:
            out = folder / "sheet.pdf"
            preview(
                event,
                out,
                Guests(event, queue),
                wish.sheeting,
                wish.looks,
                only_sheet=number,
                pictures=(album or Album()).of(wish),
            )
            pdf = out.read_bytes()
    except CheckinError as problem:
        return Sheet(number, b"", QImage(), problem)
    return Sheet(number, pdf, drawn(pdf, size, side))


def badge_picture(
    event: EventFile,
    text: BadgeText,
    stock: Stock,
    design: Design,
    width: int,
    pictures: Pictures | None = None,
) -> BadgePicture:
    """One badge in one design, `width` device pixels wide."""
    alone = stock.alone
    height = round(width * alone.paper_size.height / alone.paper_size.width)
    types = event.read.ticket_types()
    try:
        with scratch() as folder:
            out = folder / "badge.pdf"
            write_sheets(
                out,
                [text],
                Sheeting(alone),
                Looks(design),
                ticket_types=types,
                pictures=pictures,
            )
            pdf = out.read_bytes()
    except CheckinError as problem:
        return BadgePicture(design, QImage(), problem)
    return BadgePicture(design, drawn(pdf, QSize(width, height)))


def drawn(pdf: bytes, size: QSize, side: int = 0) -> QImage:
    """A page on white paper; takes some 5 ms, so not on the window's thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    ink = document.render(min(side, document.pageCount() - 1), size)
    document.close()
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, ink)
    painter.end()
    return page
