"""How the import page is laid out, and what of it is to be seen in each state."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui.importing.body import Body
from checkin.ui.importing.foot import Foot
from checkin.ui.importing.headline import Headline
from checkin.ui.importing.outlook import Outlook
from checkin.ui.tasks import Task
from checkin.ui.tokens import GAP, MARGIN
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import column
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.header import PageHeader
from checkin.ui.widgets.progress import ProgressCard


class State(StrEnum):
    """How far an import is."""

    EMPTY = "empty"
    """No file yet."""
    READING = "reading"
    READY = "ready"
    """Somebody looks at what will happen."""
    IMPORTING = "importing"


class View(QWidget):
    """From top: what will happen, the file, its columns, what is odd; and the foot."""

    def __init__(
        self,
        other: QAction,
        apply: QAction,
        cancel: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.other = Button.of(other)
        self.header = PageHeader(_("Import a list"), self.other)
        self.headline = Headline()
        self.reading = ProgressCard()
        self.importing = ProgressCard("upload")
        self.body = Body()
        self.foot = Foot(apply, cancel)
        self.empty = _Empty(other)
        self._filler = QWidget()
        upper = column(self.header, self.headline, self.reading, gap=GAP)
        self._lay_out(upper)
        self.show_state(State.EMPTY)

    def _lay_out(self, upper: QLayout) -> None:
        upper.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, GAP)
        lower = column(self.importing)
        lower.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._lower = lower
        self.importing.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(upper)
        for middle in (self.body, self.empty, self._filler):
            box.addWidget(middle, 1)
        box.addLayout(lower)
        box.addWidget(self.foot)

    def show_state(self, state: State) -> None:
        """Shows what belongs to it."""
        looking = state in (State.READY, State.IMPORTING)
        for part in (self.headline, self.body, self.foot):
            part.setVisible(looking)
        self.empty.setVisible(state is State.EMPTY)
        self.other.setVisible(state is not State.EMPTY)
        self._filler.setVisible(state is State.READING)
        self.body.setEnabled(state is State.READY)
        self.other.setEnabled(state is not State.IMPORTING)

    def show_outlook(self, outlook: Outlook, first: bool = False) -> None:
        """What a plan comes to; the `first` one of a file."""
        self.headline.show_outlook(outlook)
        self.body.show_outlook(outlook, first)
        self.foot.show_rejected(outlook.rejected)

    def show_unsettled(self) -> None:
        """It is being worked out what will happen: until then nothing is offered."""
        self.headline.show_busy()
        words = self.foot.apply.text()
        self.foot.offer(words, _("It is being worked out what will happen."))
        self.foot.rejected.setEnabled(False)

    def show_first_rows(self, outlook: Outlook) -> None:
        """What can be seen already of a long list; nothing can be said of it yet."""
        self._filler.hide()
        self.body.show_outlook(outlook, True)
        self.body.show()

    def watch(self, task: Task, state: State, file: str) -> None:
        """Shows how far a task is that takes a while."""
        if state is State.READING:
            title = _("Reading {file}").format(file=file)
            promise = _("Nothing is saved before you say so.")
            self.reading.watch(task, title, _("rows"), promise)
        elif state is State.IMPORTING:
            title = _("Importing {file}").format(file=file)
            promise = _("Cancel leaves everything as it was.")
            self.importing.watch(task, title, _("people"), promise)

    def first_control(self) -> QWidget:
        """Where the keyboard begins."""
        if not self.empty.isHidden():
            return self.empty.choose
        return self.other if self.other.isEnabled() else self

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the progress of an import is to be seen it takes the foot's place."""
        if watched is self.importing and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            running = self.importing.isVisibleTo(self)
            self._lower.setContentsMargins(MARGIN, 0, MARGIN, GAP if running else 0)
            focus = self.window().focusWidget()
            if running and (focus is self.foot or self.foot.isAncestorOf(focus)):
                self.setFocus()  # else it would fall to the rail
            self.foot.setVisible(not running and not self.body.isHidden())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.set_room(self.width(), self.height())


class _Empty(QWidget):
    """Where a file can be dropped, and the button for those who don't drop."""

    def __init__(self, other: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = Button(_("Choose a file…"), Kind.PRIMARY, icon="upload")
        self.choose.clicked.connect(other.trigger)
        zone = EmptyState(
            "upload",
            _("Drop a guest list here"),
            _(
                "A CSV or Excel file, as your ticket shop exports it. You see what "
                "will happen before anything is saved."
            ),
            [self.choose],
            dashed=True,
        )
        box = column(zone)
        box.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        self.setLayout(box)
