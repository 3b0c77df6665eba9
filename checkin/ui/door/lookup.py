"""Looking up as somebody types: asks the event, shows who fits, hears the arrows."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from checkin.model.attendee import Attendee
from checkin.store.eventfile import EventFile
from checkin.ui.door.finding import Found, find, find_similar
from checkin.ui.door.found import FoundView
from checkin.ui.session import Session
from checkin.ui.widgets.fields import SearchField

SIMILAR_AFTER_MS = 180
"""Names nearly like it are looked for once the typing rests."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_HOTKEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Lookup(QObject):
    """Between the search field and the view of who was found."""

    appeared = Signal()
    """There is something to show in the place of the stage."""
    cleared = Signal()
    """Nothing is looked for any more."""

    def __init__(self, session: Session, field: SearchField, view: FoundView) -> None:
        super().__init__(field)
        self._session, self._field, self._view = session, field, view
        self._entered = ""
        """Enter was pressed behind this, before it was known whose code it is."""
        self._others: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SIMILAR_AFTER_MS)
        self._timer.timeout.connect(self._ask_similar)
        field.changed.connect(self._typed)
        field.edit.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text().strip()

    def clear(self) -> None:
        """An empty field."""
        self._field.edit.clear()

    def give(self, guests: tuple[Attendee, ...]) -> None:
        """Nobody typed, but somebody is to be chosen."""
        self._view.show_found(Found("", guests, given=True))
        self.appeared.emit()

    def refresh(self) -> None:
        """How they stand may have changed."""
        if self.text:
            self._ask()

    def _typed(self, _text: str) -> None:
        self._timer.stop()
        self._entered = ""
        if self.text:
            self._ask()
        else:
            self.cleared.emit()

    def _ask(self) -> None:
        text = self.text

        def job(event: EventFile) -> Found:
            return find(event, text)

        self._session.ask("door.search", job, self._found)

    def _found(self, found: Found) -> None:
        if found.text != self.text:
            return
        if self._view.text == found.text:  # only how they stand has changed
            found = replace(found, similar=self._view.found.similar)
        self._view.show_found(found)
        self.appeared.emit()
        if self._entered == found.text and found.by_code:
            self._view.act()
        if found.wants_similar and not found.similar:
            self._timer.start()

    def _ask_similar(self) -> None:
        text = self.text

        def job(event: EventFile) -> tuple[str, tuple[Attendee, ...]]:
            return text, find_similar(event, text)

        self._session.ask("door.similar", job, self._similar)

    def _similar(self, answer: tuple[str, tuple[Attendee, ...]]) -> None:
        text, guests = answer
        known = self._view.found
        if text == self.text == known.text:
            self._view.show_found(replace(known, similar=guests))

    def letters_from(self, widget: QWidget) -> None:
        """It would make something else of a letter: a list, the name of a list."""
        self._others.append(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if watched in self._others:
            return event.type() == QEvent.Type.KeyPress and self.letter(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._leave_undo_alone(event)
        if event.type() == QEvent.Type.KeyPress:
            return self.key(event)
        return False

    def letter(self, event: QKeyEvent) -> bool:
        """Goes into the field, whatever has the focus."""
        text, hotkeys = event.text(), event.modifiers() & _HOTKEYS
        if hotkeys and hotkeys != _HOTKEYS:  # both are Alt Gr: ł, @
            return False
        if not text.strip() or not text.isprintable():
            return False
        self._field.edit.setFocus()
        self._field.edit.insert(text)
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Arrow keys choose, Enter acts on whoever is chosen.

        A code that was typed, by hand or by a slow scanner, needs no look before.
        """
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        shown = self._view.isVisible()
        if shown and (step := _STEPS.get(event.key())):
            self._view.step(step)
            return True
        if event.key() not in _ENTER or not (shown or self.text):
            return False
        if shown and self._view.text == self.text:
            self._view.act()
        else:
            self._entered = self.text
        return True

    def _leave_undo_alone(self, event: QKeyEvent) -> bool:
        """Ctrl+Z in an empty field is for the last scan, not for the field."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.text:
            event.ignore()
            return True
        return False
