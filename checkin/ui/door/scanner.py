"""Listens to the keyboard for a scanner, wherever the cursor is on the page."""

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from checkin.ui.door.wedge import GAP_MS, Sort, Stroke, Told, Wedge

_DOWN, _UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_ABOUT_TO = QEvent.Type.ShortcutOverride
_ELSE = frozenset({QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress})
"""What must not overtake keys that are held."""
_KEYS = frozenset({_DOWN, _UP, _ABOUT_TO}) | _ELSE
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SHIFTS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_NumLock}
)
_HOTKEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def sort_of(event: QKeyEvent) -> Sort:
    """What a key is to the wedge."""
    key = event.key()
    if event.type() == _UP:
        return Sort.OTHER if event.isAutoRepeat() else Sort.UP
    if event.isAutoRepeat():
        return Sort.OTHER
    if key in _SHIFTS:
        return Sort.SHIFT
    hotkeys = event.modifiers() & _HOTKEYS
    if key in _ENDS:
        return Sort.OTHER if hotkeys else Sort.END
    text = event.text()
    if not text or not text.isprintable() or (hotkeys and hotkeys != _ALT_GR):
        return Sort.OTHER
    return Sort.LETTER


class Scanner(QObject):
    """Sees every key before the widgets do, while `listen` says so.

    Only keys that come through a window are looked at, as those of a keyboard do, and
    with the time at which the system saw them: when the window was busy, typing looks
    like a scan by any clock of our own.
    """

    scanned = Signal(str)
    typed = Signal()
    """Somebody types; no scan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wedge = Wedge()
        self._on = False
        self._letting_go = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GAP_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._paused)

    @property
    def listening(self) -> bool:
        """Whether scans are heard now."""
        return self._on

    @property
    def holding(self) -> bool:
        """Whether keys are held that may still turn out to be a scan."""
        return self._wedge.holding

    def listen(self, on: bool) -> None:
        """Begins or ends; what is held is let go."""
        app = QApplication.instance()
        if on == self._on or app is None:
            return
        self._on = on
        if on:
            app.installEventFilter(self)
        else:
            self._do(self._wedge.pause())
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _KEYS or self._letting_go:
            return False
        if kind in _ELSE:
            self._flush()
            return False
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if kind == _ABOUT_TO:
            return self._shortcut(event)
        return self._key(watched, event, kind == _UP)

    def _shortcut(self, event: QKeyEvent) -> bool:
        """A key may work a shortcut before it is delivered: not before what is held."""
        if self._wedge.holding and sort_of(event) is Sort.OTHER:
            self._flush()
        return False

    def _key(self, window: QWindow, event: QKeyEvent, up: bool) -> bool:
        sort = sort_of(event)
        if sort is Sort.OTHER and up:  # of a key that repeats
            return False
        copy = event.clone() if sort is not Sort.OTHER else None
        stroke = Stroke(
            sort, event.key(), event.text(), event.timestamp(), (window, copy)
        )
        told = self._wedge.feed(stroke)
        self._do(told)
        if told.keep and self._wedge.holding and sort is Sort.LETTER:
            self._since.restart()
            self._timer.start()
        if not told.keep and sort in (Sort.OTHER, Sort.END) and not up:
            self.typed.emit()
        return told.keep

    def _paused(self) -> None:
        """Once more after the window was busy: the rest may be waiting still."""
        if self._since.elapsed() > 3 * GAP_MS:
            self._since.restart()
            self._timer.start()
        else:
            self._flush()

    def _flush(self) -> None:
        if self._wedge.holding:
            self._timer.stop()
            self._do(self._wedge.pause())

    def _do(self, told: Told) -> None:
        if told.scan:
            self.scanned.emit(told.scan)
        if told.let_go:
            self._let_go(told.let_go)
            self.typed.emit()

    def _let_go(self, strokes: tuple[Stroke, ...]) -> None:
        self._letting_go = True
        try:
            for stroke in strokes:
                window, event = stroke.token
                if isValid(window):
                    QCoreApplication.sendEvent(window, event)
        finally:
            self._letting_go = False
