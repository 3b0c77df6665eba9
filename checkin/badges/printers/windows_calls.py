"""The few calls of Windows and PDFium that print: winspool, GDI, FPDF_RenderPage.

Source of signatures, structures and constants: Microsoft's documentation of winspool
and GDI (winspool.h, wingdi.h), and fpdfview.h of PDFium.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import (
    POINTER,
    Structure,
    byref,
    c_int,
    c_int16,
    c_uint16,
    c_uint32,
    c_void_p,
    c_wchar_p,
    cast,
    create_string_buffer,
    create_unicode_buffer,
    sizeof,
)  # fmt: skip
from pathlib import Path
from typing import Any

from checkin.badges.printers.system import PrintOptions, Sides
from checkin.badges.printers.windows import Queue, QueuedJob, WindowsRefused
from checkin.badges.stock import Size

Load = Callable[[str], Any]
"""Gives a library by its name: ctypes.WinDLL, or a double."""

_HERE = 0x2 | 0x4  # PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS
_WORK_OFFLINE = 0x400
_DELETE = 5  # JOB_CONTROL_DELETE
_OUT, _IN = 0x2, 0x8  # DM_OUT_BUFFER, DM_IN_BUFFER
_ORIENTATION, _PAPER, _LENGTH, _WIDTH = 0x1, 0x2, 0x4, 0x8
_SCALE, _COPIES, _DUPLEX = 0x10, 0x100, 0x1000
_DOTS_ACROSS, _DOTS_DOWN, _CORNER_X, _CORNER_Y = 88, 90, 112, 113
_FOR_PRINTING = 0x800  # FPDF_PRINTING
_GONE = 87  # ERROR_INVALID_PARAMETER: no job has that number
_OWN_SIZE = 256  # DMPAPER_USER
_PAPERS = {
    Size(215.9, 279.4): 1,
    Size(210, 297): 9,
    Size(148, 210): 11,
    Size(105, 148): 70,
}
_PLAY = 0.6
_SIDES = {Sides.ONE: 1, Sides.LONG_EDGE: 2, Sides.SHORT_EDGE: 3}


class PrinterInfo(Structure):
    """PRINTER_INFO_2W."""

    _fields_ = [
        *((name, c_wchar_p) for name in ("server", "name", "share", "port", "driver")),
        ("comment", c_wchar_p), ("location", c_wchar_p), ("devmode", c_void_p),
        *((name, c_wchar_p) for name in ("separator", "processor", "kind", "more")),
        ("security", c_void_p), ("attributes", c_uint32), ("priority", c_uint32),
        ("default_priority", c_uint32), ("start", c_uint32), ("until", c_uint32),
        ("status", c_uint32), ("jobs", c_uint32), ("pace", c_uint32),
    ]  # fmt: skip


class JobInfo(Structure):
    """JOB_INFO_1W."""

    _fields_ = [
        ("number", c_uint32), ("printer", c_wchar_p), ("machine", c_wchar_p),
        ("user", c_wchar_p), ("title", c_wchar_p), ("kind", c_wchar_p),
        ("words", c_wchar_p), ("status", c_uint32), ("priority", c_uint32),
        ("position", c_uint32), ("pages", c_uint32), ("printed", c_uint32),
        ("submitted", c_uint16 * 8),
    ]  # fmt: skip


class DevMode(Structure):
    """DEVMODEW; a driver keeps more behind it."""

    _fields_ = [
        ("device", c_uint16 * 32), ("version", c_uint16), ("driver", c_uint16),
        ("size", c_uint16), ("extra", c_uint16), ("fields", c_uint32),
        ("orientation", c_int16), ("paper", c_int16), ("length", c_int16),
        ("width", c_int16), ("scale", c_int16), ("copies", c_int16),
        ("source", c_int16), ("quality", c_int16), ("colour", c_int16),
        ("duplex", c_int16), ("down", c_int16), ("fonts", c_int16),
        ("collate", c_int16), ("form", c_uint16 * 32), ("pixels", c_uint16),
        ("bits", c_uint32), ("across", c_uint32), ("high", c_uint32),
        ("flags", c_uint32), ("frequency", c_uint32), ("colours", c_uint32 * 8),
    ]  # fmt: skip


class DocInfo(Structure):
    """DOCINFOW."""

    _fields_ = [
        ("size", c_int), ("title", c_wchar_p), ("output", c_wchar_p),
        ("kind", c_wchar_p), ("way", c_uint32),
    ]  # fmt: skip


class SystemCalls:
    """Asks Windows itself."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._spool, self._gdi = load("winspool.drv"), load("gdi32")
        self._kernel = load("kernel32")
        self._gdi.CreateDCW.restype = c_void_p

    # -- printers and jobs

    def queues(self) -> Sequence[Queue]:
        """All printers of this user."""
        need, count = c_uint32(), c_uint32()
        enum = self._spool.EnumPrintersW
        enum(_HERE, None, 2, None, 0, byref(need), byref(count))
        if not need.value:
            return []
        room = create_string_buffer(need.value)
        done = enum(_HERE, None, 2, room, need, byref(need), byref(count))
        _insist(done, "EnumPrinters")
        infos = cast(room, POINTER(PrinterInfo))
        return [_queue(infos[at]) for at in range(count.value)]

    def default(self) -> str:
        """The name of the usual one."""
        need = c_uint32()
        self._spool.GetDefaultPrinterW(None, byref(need))
        if not need.value:
            return ""
        name = create_unicode_buffer(need.value)
        done = self._spool.GetDefaultPrinterW(name, byref(need))
        return name.value if done else ""

    def job(self, printer: str, number: int) -> QueuedJob | None:
        """None: it is no longer in the queue."""
        with self._opened(printer) as handle:
            need = c_uint32()
            self._spool.GetJobW(handle, number, 1, None, 0, byref(need))
            if not need.value:
                return None
            room = create_string_buffer(need.value)
            done = self._spool.GetJobW(handle, number, 1, room, need, byref(need))
            if not done and self._kernel.GetLastError() == _GONE:
                return None
            _insist(done, "GetJob")
            info = cast(room, POINTER(JobInfo)).contents
            return QueuedJob(info.status, info.printed)

    def cancel(self, printer: str, number: int) -> None:
        """Takes it out of the queue."""
        with self._opened(printer) as handle:
            done = self._spool.SetJobW(handle, number, 0, None, _DELETE)
            _insist(done, "SetJob")

    @contextmanager
    def _opened(self, printer: str) -> Iterator[c_void_p]:
        handle = c_void_p()
        done = self._spool.OpenPrinterW(printer, byref(handle), None)
        _insist(done, "OpenPrinter")
        try:
            yield handle
        finally:
            self._spool.ClosePrinter(handle)

    # -- drawing

    @contextmanager
    def sheet(self, printer: str, options: PrintOptions) -> Iterator["PrinterSheet"]:
        """The printer, set to paper, sides and copies."""
        with self._opened(printer) as handle:
            mode = self._mode(handle, printer, options)
        device = self._gdi.CreateDCW("WINSPOOL", printer, None, mode)
        _insist(device, "CreateDC")
        try:
            yield PrinterSheet(self._gdi, c_void_p(device), self._pages())
        finally:
            self._gdi.DeleteDC(c_void_p(device))

    def _pages(self) -> Any:
        """FPDF_RenderPage, which PDFium has on Windows only."""
        import pypdfium2_raw

        library = Path(pypdfium2_raw.__file__).with_name("pdfium.dll")
        return self._load(str(library)).FPDF_RenderPage

    def _mode(self, handle: c_void_p, printer: str, options: PrintOptions) -> Any:
        """What the driver makes of our wishes."""
        ask = self._spool.DocumentPropertiesW
        size = ask(None, handle, printer, None, None, 0)
        _insist(size > 0, "DocumentProperties")
        room = create_string_buffer(max(size, sizeof(DevMode)))
        _insist(ask(None, handle, printer, room, None, _OUT) > 0, "DocumentProperties")
        wish(cast(room, POINTER(DevMode)).contents, options)
        done = ask(None, handle, printer, room, room, _IN | _OUT)
        _insist(done > 0, "DocumentProperties")
        return room


class PrinterSheet:
    """A printer that is drawn on."""

    def __init__(self, gdi: Any, device: c_void_p, render: Any) -> None:
        self._gdi, self._device, self._render = gdi, device, render
        ask = gdi.GetDeviceCaps
        self.dots = (ask(device, _DOTS_ACROSS), ask(device, _DOTS_DOWN))
        self.corner = (ask(device, _CORNER_X), ask(device, _CORNER_Y))

    def begin(self, title: str) -> int:
        """Begins a job; gives its number."""
        info = DocInfo(sizeof(DocInfo), title, None, None, 0)
        number: int = self._gdi.StartDocW(self._device, byref(info))
        _insist(number > 0, "StartDoc")
        return number

    def draw(self, page: Any, left: int, top: int, width: int, height: int) -> None:
        """A whole page of paper."""
        _insist(self._gdi.StartPage(self._device) > 0, "StartPage")
        where = (left, top, width, height)
        self._render(self._device, cast(page, c_void_p), *where, 0, _FOR_PRINTING)
        _insist(self._gdi.EndPage(self._device) > 0, "EndPage")

    def end(self) -> None:
        """Lets it be printed."""
        _insist(self._gdi.EndDoc(self._device) > 0, "EndDoc")

    def give_up(self) -> None:
        """Nothing of it is printed."""
        self._gdi.AbortDoc(self._device)


def wish(mode: DevMode, options: PrintOptions) -> None:
    """Writes paper, sides and copies into a DEVMODE, and no scaling."""
    lying = options.paper.width > options.paper.height
    paper = _paper(options.paper)
    mode.fields |= _ORIENTATION | _PAPER | _SCALE | _COPIES | _DUPLEX
    mode.orientation = 2 if lying and paper != _OWN_SIZE else 1
    mode.paper, mode.scale = paper, 100
    mode.copies, mode.duplex = options.copies, _SIDES[options.sides]
    if paper == _OWN_SIZE:
        mode.fields |= _LENGTH | _WIDTH
        mode.width = round(options.paper.width * 10)
        mode.length = round(options.paper.height * 10)


def _paper(size: Size) -> int:
    upright = sorted(size)
    for known, number in _PAPERS.items():
        gaps = (abs(a - b) for a, b in zip(upright, sorted(known), strict=True))
        if max(gaps) <= _PLAY:
            return number
    return _OWN_SIZE


def _queue(info: PrinterInfo) -> Queue:
    offline = bool(info.attributes & _WORK_OFFLINE)
    return Queue(info.name or "", info.comment or "", info.status, offline)


def _insist(done: Any, call: str) -> None:
    if not done:
        raise WindowsRefused(call)
