"""One window for each event file: whoever opens it again brings that one forward."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 300


def guards_folder() -> Path:
    """Where windows of this machine look for each other: it must have a short path."""
    return Path(QDir.tempPath())


class Singles(QObject):
    """Listens under a name made from the file that is open here.

    The name lies in `folder` for as long as the event is open; Windows needs none.
    """

    wanted = Signal()
    """Somebody opened our event elsewhere."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._server: QLocalServer | None = None

    def ask_forward(self, path: Path) -> bool:
        """Asks the window that has this event to come forward; False: none has it."""
        socket = QLocalSocket()
        socket.connectToServer(self._address(path))
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.disconnectFromServer()
        return True

    def hold(self, path: Path) -> None:
        """From now on this window is the one of that event."""
        self.let_go()
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answered)
        name = self._address(path)
        if not server.listen(name):  # left behind by a window that was killed
            QLocalServer.removeServer(name)
            server.listen(name)
        self._server = server

    def let_go(self) -> None:
        """The event is closed here."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _address(self, path: Path) -> str:
        name = _name(path)
        return name if os.name == "nt" else str(self._folder.absolute() / name)

    def _answered(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.wanted.emit()


def _name(path: Path) -> str:
    """Of this user's window: the folder for such names may be everybody's."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        real = path.absolute()
    whole = os.fsencode(QDir.homePath()) + b"\0" + os.fsencode(real)
    return f"checkin-{hashlib.sha256(whole).hexdigest()[:32]}"
