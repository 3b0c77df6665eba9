"""What is said to Windows, byte by byte, to libraries that only listen."""

import ctypes
from functools import partial
from types import SimpleNamespace

import pytest

from checkin.badges.printers import PrintOptions, Sides
from checkin.badges.printers.windows import Queue, QueuedJob, WindowsRefused
from checkin.badges.printers.windows_calls import (
    DevMode,
    DocInfo,
    JobInfo,
    PrinterInfo,
    SystemCalls,
    wish,
)
from checkin.badges.stock import Size

TOO_SMALL = 0


def filled(need, count, made):
    """As Windows hands out lists: asks for room first, then fills it."""

    def call(*arguments):
        *_before, room, size, needed = arguments[: need + 1]
        needed._obj.value = ctypes.sizeof(made)
        if count is not None:
            arguments[count]._obj.value = len(made) if hasattr(made, "__len__") else 1
        if not room or getattr(size, "value", size) < ctypes.sizeof(made):
            return TOO_SMALL
        ctypes.memmove(room, ctypes.byref(made), ctypes.sizeof(made))
        return 1

    return call


class Libraries:
    """winspool, GDI, the kernel and PDFium; notes what it is asked to do."""

    def __init__(self):
        self.done = []
        self.mode = DevMode()
        self.refuses = ""
        self.spool = SimpleNamespace(
            OpenPrinterW=self._open,
            ClosePrinter=lambda handle: self.done.append(("close", handle.value)),
            DocumentPropertiesW=self._properties,
            SetJobW=lambda _h, number, _l, _i, what: self._note("set", number, what),
        )
        self.gdi = SimpleNamespace(
            CreateDCW=partial(self._create),  # a method has no room for restype
            DeleteDC=lambda device: self.done.append(("delete", device.value)),
            GetDeviceCaps=lambda _device, what: what,
            StartDocW=self._start,
            StartPage=lambda _device: self._note("page"),
            EndPage=lambda _device: self._note("end of page"),
            EndDoc=lambda _device: self._note("end"),
            AbortDoc=lambda _device: self._note("abort"),
        )
        self.kernel = SimpleNamespace(GetLastError=lambda: 87)
        self.pdfium = SimpleNamespace(FPDF_RenderPage=self._render)

    def load(self, name):
        known = {"winspool.drv": self.spool, "gdi32": self.gdi, "kernel32": self.kernel}
        return known.get(name, self.pdfium)

    def _note(self, *what):
        self.done.append(what)
        return 0 if self.refuses == what[0] else 1

    def _open(self, name, handle, _defaults):
        handle._obj.value = 11
        return self._note("open", name)

    def _properties(self, _window, _handle, _name, out, given, way):
        if way == 0:
            return ctypes.sizeof(DevMode) + 50  # a driver's own
        if given is not None:
            ctypes.memmove(ctypes.byref(self.mode), given, ctypes.sizeof(DevMode))
        return 1 if out is not None else -1

    def _create(self, kind, printer, _output, mode):
        assert mode is not None
        self._note("create", kind, printer)
        return 0 if self.refuses == "create" else 22

    def _start(self, device, info):
        assert info._obj.size == ctypes.sizeof(DocInfo)
        self._note("start", device.value, info._obj.title)
        return 0 if self.refuses == "start" else 7

    def _render(self, device, page, *where):
        self._note("draw", device.value, page.value, *where)


@pytest.fixture
def libraries():
    return Libraries()


@pytest.fixture
def calls(libraries):
    return SystemCalls(libraries.load)


def test_the_structures_are_as_large_as_those_of_windows():
    assert ctypes.sizeof(DevMode) == 220
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(PrinterInfo) == 136
        assert ctypes.sizeof(JobInfo) == 96
        assert ctypes.sizeof(DocInfo) == 40
    assert DevMode.fields.offset == 72
    assert DevMode.duplex.offset == 94


def test_printers_are_listed(libraries, calls):
    infos = (PrinterInfo * 2)()
    infos[0].name, infos[0].comment, infos[0].status = "Office", "2nd floor", 0x10
    infos[1].name, infos[1].attributes = "Labels", 0x400
    libraries.spool.EnumPrintersW = filled(5, 6, infos)
    assert calls.queues() == [
        Queue("Office", "2nd floor", 0x10, works_offline=False),
        Queue("Labels", "", 0, works_offline=True),
    ]


def test_a_computer_without_printers_has_none(libraries, calls):
    libraries.spool.EnumPrintersW = lambda *_arguments: 1
    libraries.spool.GetDefaultPrinterW = lambda _name, _size: 0
    assert calls.queues() == []
    assert calls.default() == ""


def test_the_usual_printer_is_named(libraries, calls):
    def default(name, size):
        size._obj.value = len("Office") + 1
        if name is not None:
            name.value = "Office"
        return name is not None

    libraries.spool.GetDefaultPrinterW = default
    assert calls.default() == "Office"


def test_a_job_is_looked_up_and_one_that_is_gone_is_none(libraries, calls):
    info = JobInfo(status=0x10, printed=3)
    libraries.spool.GetJobW = filled(5, None, info)
    assert calls.job("Office", 7) == QueuedJob(0x10, 3)
    libraries.spool.GetJobW = lambda *_arguments: 0
    assert calls.job("Office", 7) is None
    assert libraries.done[-1] == ("close", 11)


def test_a_job_is_taken_out_of_the_queue(libraries, calls):
    calls.cancel("Office", 7)
    assert ("set", 7, 5) in libraries.done
    libraries.refuses = "set"
    with pytest.raises(WindowsRefused):
        calls.cancel("Office", 7)


def test_a_page_is_drawn_on_the_printer_that_was_set_up_for_it(libraries, calls):
    options = PrintOptions(sides=Sides.LONG_EDGE, copies=2)
    with calls.sheet("Office", options) as sheet:
        assert (sheet.dots, sheet.corner) == ((88, 90), (112, 113))
        assert sheet.begin("43 badges") == 7
        sheet.draw(ctypes.c_void_p(33), -1, -2, 300, 400)
        sheet.end()
    assert libraries.done[-7:] == [
        ("create", "WINSPOOL", "Office"),
        ("start", 22, "43 badges"),
        ("page",),
        ("draw", 22, 33, -1, -2, 300, 400, 0, 0x800),
        ("end of page",),
        ("end",),
        ("delete", 22),
    ]
    assert (libraries.mode.duplex, libraries.mode.copies) == (2, 2)
    assert libraries.mode.scale == 100


def print_a_page(calls):
    with calls.sheet("Office", PrintOptions()) as sheet:
        sheet.begin("43 badges")
        sheet.draw(ctypes.c_void_p(33), 0, 0, 1, 1)
        sheet.end()


@pytest.mark.parametrize("refused", ["open", "create", "start", "page", "end"])
def test_each_call_that_is_refused_is_named_and_all_is_let_go(
    libraries, calls, refused
):
    libraries.refuses = refused
    with pytest.raises(WindowsRefused):
        print_a_page(calls)
    made = refused not in ("open", "create")
    assert (("delete", 22) in libraries.done) is made


@pytest.mark.parametrize(
    ("size", "paper", "orientation", "own"),
    [
        (Size(210, 297), 9, 1, None),
        (Size(297, 210), 9, 2, None),
        (Size(215.9, 279.4), 1, 1, None),
        (Size(62, 29), 256, 1, (620, 290)),
    ],
)
def test_papers_are_named_as_windows_knows_them(size, paper, orientation, own):
    mode = DevMode()
    wish(mode, PrintOptions(paper=size))
    assert (mode.paper, mode.orientation) == (paper, orientation)
    assert bool(mode.fields & 0x8) is bool(own)
    if own:
        assert (mode.width, mode.length) == own
