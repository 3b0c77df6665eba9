"""Where the badges go: a printer of this computer, or a PDF that is opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.badges.printers import Printer
from checkin.model.i18n import _
from checkin.settings import Settings
from checkin.ui.printing import PDF, PRINTER, kept_printer
from checkin.ui.printjobs import PrintJobs
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import row
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.text import Label


class _Combo(ComboBox):
    """Asks again which printers there are whenever it is opened."""

    opened = Signal()

    def showPopup(self) -> None:
        self.opened.emit()
        super().showPopup()


class PrinterChoice(QWidget):
    """The label, the list of printers with how they are, and below what is in the way.

    Nothing chosen yet means: the usual printer of this computer, a PDF where there is
    none. A printer that was chosen but is not there now is not forgotten.
    """

    chosen = Signal(str)
    """Another printer holds: its name, empty for a PDF."""

    def __init__(
        self, jobs: PrintJobs, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._jobs, self._settings = jobs, settings
        self.name = ""
        """Of the printer that holds; empty for a PDF."""
        self.combo = _Combo(_("Printer"))
        self.combo.opened.connect(jobs.find_printers)
        self.combo.on_choice(self._choose)
        label = Label(_("Printer"), Role.BODY, "ink2")
        label.setBuddy(self.combo)
        self.setLayout(row(label, None, self.combo, 6))
        jobs.printers_found.connect(self._show)
        self._show()

    @property
    def printer(self) -> Printer | None:
        """The one that is chosen and there; None: a PDF is made and opened."""
        return self._jobs.printer(self.name) if self.name else None

    def look(self) -> None:
        """Asks which printers there are, without a stall."""
        self._jobs.find_printers()

    def _choose(self, name: str) -> None:
        self._settings.keep(PRINTER, name or PDF)
        self._show()

    def _show(self) -> None:
        printers = self._jobs.printers
        printer = kept_printer(self._settings, printers)
        name = printer.name if printer else ""
        choices = [(one.words(), one.name) for one in printers]
        choices.append((_("PDF file"), ""))
        if choices != self._listed() or self.combo.currentData() != name:
            self.combo.fill(choices, name)
        self._describe(name)
        if name != self.name:
            self.name = name
            self.chosen.emit(name)

    def _listed(self) -> list[tuple[str, str]]:
        combo = self.combo
        return [(combo.itemText(i), combo.itemData(i)) for i in range(combo.count())]

    def _describe(self, name: str) -> None:
        """What is in the way, for who points at it and for screen readers."""
        printer = self._jobs.printer(name)
        troubles = printer.troubles if printer else ()
        words = " ".join(f"{one.title()}. {one.hint()}" for one in troubles)
        if problem := self._jobs.problem:
            words = f"{problem.title_words()}. {problem.hint_words()}"
        self.combo.setToolTip(words)
        self.combo.setAccessibleDescription(words)
