"""Opens and closes the guests' screen, and tells it whom to greet."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.store.errors import translated
from checkin.ui.context import Context
from checkin.ui.door.greeting import Greeting, greeting_of, moment, nobody
from checkin.ui.door.greeting_screen import GreetingScreen
from checkin.ui.door.told import Told


class Greeter(QObject):
    """There is at most one screen; it goes with the window of the desk."""

    def __init__(self, context: Context, desk: QWidget) -> None:
        super().__init__(desk)
        self._context, self._desk = context, desk
        self._event = context.session.file.read.event()
        self.screen: GreetingScreen | None = None
        self._watched: QWidget | None = None

    def toggle(self) -> None:
        """Opens the screen, or closes it."""
        if self.screen is None:
            self._open()
        else:
            self.screen.close()

    def close(self) -> None:
        """Closes the screen, if there is one."""
        if self.screen is not None:
            self.screen.close()

    @property
    def handle(self) -> QWindow | None:
        """Its native window: keys that come there are the desk's too."""
        return self.screen.windowHandle() if self.screen else None

    def _open(self) -> None:
        screen = GreetingScreen(self._nobody())
        screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        screen.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        screen.closed.connect(self._closed)
        screen.moved_back.connect(self._moved_back)
        self._desk.destroyed.connect(screen.close)
        self.screen = screen
        self._watched = self._desk.window()
        self._watched.installEventFilter(self)
        screen.open_beside(self._desk)
        self._desk.activateWindow()

    def _nobody(self) -> Greeting:
        """As the event is called now; as before, while its file can't be read."""
        session = self._context.session
        try:
            with translated(session.path):
                self._event = session.file.read.event()
        except CheckinError:
            pass  # the window tells of it
        return nobody(self._event, self._time())

    def _time(self) -> str:
        return self._context.clock.now().hour_minute()

    def refresh(self) -> None:
        """The event may be called otherwise, and the time goes on."""
        if self.screen is not None:
            self.screen.set_nobody(self._nobody())

    def rest(self) -> None:
        """Whoever was greeted last is not there any more."""
        if self.screen is not None:
            self.screen.rest()

    def greet(self, told: Told) -> None:
        """After a verdict."""
        if self.screen is not None:
            greeting = greeting_of(told, self._event)
            if greeting is not None:
                self.screen.greet(greeting)

    def moment(self) -> None:
        """Something is not as it should be; that is not for the guests."""
        if self.screen is not None:
            self.screen.greet(moment(self._event, self._time()))

    def _closed(self) -> None:
        self.screen = None
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def _moved_back(self) -> None:
        self._context.messages.warn(
            _("The guests’ monitor is gone"),
            _("The greeting is a window on this screen now. Plug the monitor in, close"
              " the greeting (Esc), and open it again (F11)."),
            about="greeting",
        )  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._watched:
            self.close()
        return False
