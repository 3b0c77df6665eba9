"""Opens the panel of what a printer prints off, and keeps what comes of it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.badges import Calibration, Stock, keep_calibration, kept_calibration
from checkin.model.i18n import _
from checkin.ui.badges.calibrating import Calibrating
from checkin.ui.badges.making import Maker
from checkin.ui.badges.printers import PrinterChoice
from checkin.ui.badges.side import Side
from checkin.ui.context import Context
from checkin.ui.messages import Offer

_ABOUT = "calibration"


class PutRight(QObject):
    """One panel, for whichever printer is chosen; without one for PDF files."""

    def __init__(
        self, context: Context, printer: PrinterChoice, maker: Maker, side: Side
    ) -> None:
        super().__init__(side)
        self._settings, self._messages = context.settings, context.messages
        self._printer, self._maker, self._side = printer, maker, side
        self._stock: Stock | None = None
        self._about: object = None
        self.panel = Calibrating()
        side.hold(self.panel)
        self.panel.test_wanted.connect(self._print_test_sheet)
        self.panel.kept.connect(self._keep)
        self.panel.left.connect(side.back)

    @property
    def _title(self) -> str:
        """Of the printer."""
        printer = self._printer.printer
        return printer.title if printer else _("Your printer for PDF files")

    def open(self, stock: Stock, came_from: QWidget) -> None:
        """Shows it; Esc or the cross lead back to where one came from."""
        self._side.open(self.panel, came_from)
        self._show(stock)
        self.panel.begin()

    def follow(self, stock: Stock) -> None:
        """Another printer or stock may be chosen; then what was typed is gone."""
        about = (stock, self._printer.name, self._title)
        if self._side.panel is self.panel and about != self._about:
            self._show(stock)

    def _show(self, stock: Stock) -> None:
        self._stock = stock
        self._about = (stock, self._printer.name, self._title)
        kept = kept_calibration(self._settings, self._printer.name)
        self.panel.show_printer(self._title, stock.paper_size, kept)

    def _print_test_sheet(self, calibration: Calibration) -> None:
        if self._stock is not None:
            printer = self._printer.printer
            self._maker.test_sheet(self._stock, printer, calibration)

    def _keep(self, calibration: Calibration) -> None:
        name = self._printer.name
        before = kept_calibration(self._settings, name)
        keep_calibration(self._settings, name, calibration)
        self._tell(calibration, name, before)
        self._show_again()

    def _tell(self, now: Calibration, name: str, before: Calibration) -> None:
        def undo() -> None:
            keep_calibration(self._settings, name, before)
            self._messages.withdraw(_ABOUT)
            self._show_again()

        words = _("{printer} is put right") if now.changes else _("Printed as it is")
        self._messages.ok(
            words.format(printer=self._title),
            _("Print a test sheet again to see it.") if now.changes else "",
            Offer(_("Undo"), undo, "undo-2"),
            about=_ABOUT,
        )

    def _show_again(self) -> None:
        if self._stock is not None:
            self._show(self._stock)
            self.panel.begin()
