"""When the scanner is listened to, and what the chip says of it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from checkin.ui.door.greeter import Greeter
from checkin.ui.door.scanner import Scanner
from checkin.ui.door.topbar import Ear, TopBar


class Hearing(QObject):
    """Listens while the page is to be seen and the keyboard is on its window."""

    scanned = Signal(str)

    def __init__(self, page: QWidget, top: TopBar, greeter: Greeter) -> None:
        super().__init__(page)
        self._page, self._top, self._greeter = page, top, greeter
        self._heard = self._typed = False
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self._scan)
        self.scanner.typed.connect(self._key)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.look)

    def look(self, _window: QWindow | None = None) -> None:
        """Whether the keyboard is here; after the page was shown or hidden too."""
        self.scanner.listen(self._page.isVisible() and self._is_ours())
        self._tell()

    def _is_ours(self) -> bool:
        focused: QWindow | None = QGuiApplication.focusWindow()
        if focused is None:
            return False
        own = (self._page.window().windowHandle(), self._greeter.handle)
        return focused in own or focused.type() == Qt.WindowType.Popup

    def _scan(self, text: str) -> None:
        self._heard = True
        self._tell()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.scanned.emit(text)

    def _key(self) -> None:
        if not self._typed:
            self._typed = True
            self._tell()

    def _tell(self) -> None:
        if self._page.isVisible() and not self.scanner.listening:
            self._top.hear(Ear.AWAY)
        elif self._heard:
            self._top.hear(Ear.READY)
        else:
            self._top.hear(Ear.KEYS if self._typed else Ear.NONE)
