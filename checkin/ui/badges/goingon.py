"""The paper jammed: from which badge a print run is to go on."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.badges import Place
from checkin.model.i18n import _, ngettext
from checkin.model.prints import OnRun, Run
from checkin.ui.badges.onrun import OnRunList, OnRunModel, read_badges
from checkin.ui.session import Session
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import row
from checkin.ui.widgets.fields import SearchField
from checkin.ui.widgets.text import Label


class GoingOn(QWidget):
    """Search, list, and the button that says how many are printed anew."""

    chosen = Signal(object, object, int)
    """Run, Place of the first badge that is missing, how many are printed."""
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._session = session
        self._run: Run | None = None
        why = _(
            "Which badge is the first that is missing? It and all after it are printed"
            " anew."
        )
        self.search = SearchField(_("Name, or sheet, place: 2,3"))
        self.search.changed.connect(self._find)
        self.search.edit.installEventFilter(self)
        self.model = OnRunModel(self)
        self.list = OnRunList(self.model)
        self.list.selectionModel().currentChanged.connect(self._show_rest)
        self.list.activated.connect(self._take)
        self.nobody = Label(_("No badge of this print."), Role.SMALL, "ink2")
        self.go = Button("", Kind.PRIMARY, icon="printer", size=Size.BIG)
        self.go.let_wrap()
        self.go.clicked.connect(self._take_current)
        self.back = Button(_("Back"), Kind.QUIET, icon="arrow-left")
        self.back.clicked.connect(self.left)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(Label(why, Role.SMALL, "ink2", wrap=True))
        box.addWidget(self.search)
        box.addWidget(self.nobody)
        box.addWidget(self.list, 1)
        box.addWidget(self.go)
        box.addLayout(row(self.back, None))

    def begin(self, run: Run) -> None:
        """Asks about that run."""
        self._run = run
        self.model.show_badges(())
        self.search.edit.clear()
        self._find("")
        self.nobody.hide()
        self.search.setFocus()
        act = run.act
        self._session.ask(
            "badges.on_run", lambda event: read_badges(event, act), self._found
        )

    def _found(self, found: Any) -> None:
        self.model.show_badges(found)
        self._find(self.search.text())

    def _find(self, text: str) -> None:
        self.model.find(text)
        some = bool(self.model.shown)
        self.nobody.setVisible(not some)
        self.list.setVisible(some)
        if some:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_rest()

    def _first(self) -> Place | None:
        badge: OnRun | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return Place(badge.sheet, badge.cell) if badge else None

    def _show_rest(self, *_indexes: QModelIndex) -> None:
        first = self._first()
        self.go.setVisible(first is not None)
        if first is not None:
            n = self.model.rest(first)
            words = ngettext(
                "Print this badge anew", "Print {n:,} badges from here on", n
            )
            self.go.setText(words)

    def _take(self, _index: QModelIndex) -> None:
        self._take_current()

    def _take_current(self) -> None:
        first = self._first()
        if self._run is not None and first is not None and self.isVisible():
            self.chosen.emit(self._run, first, self.model.rest(first))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """In the search, ↑ and ↓ move in the list and Enter takes."""
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if key == Qt.Key.Key_Down else -1
                at = self.list.currentIndex().row() + by
                if 0 <= at < len(self.model.shown):
                    self.list.setCurrentIndex(self.model.index(at))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take_current()
                return True
        return super().eventFilter(watched, event)
