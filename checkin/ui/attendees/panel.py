"""The panel at the right: one person, the form, or a question; it scrolls by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.attendees.details import Details
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.attendees.erasing import EraseQuestion
from checkin.ui.attendees.form import PersonForm
from checkin.ui.widgets.button import close_button
from checkin.ui.widgets.card import Card
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.ring import focus_by_key

WIDTH = 344
"""In px, before the text size."""


class Panel(Card):
    """Shows one of four; what is in the form stays there until it is answered."""

    left = Signal()
    """Esc, or the cross: back to the table."""

    def __init__(
        self,
        edit: QAction,
        print_badge: QAction,
        hand_out: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(pad=1, gap=0, parent=parent)
        self.setObjectName("details")
        self.setAccessibleName(_("Details"))
        self.details = Details(edit, print_badge, hand_out)
        self.form = PersonForm()
        self.question = EraseQuestion()
        nobody = EmptyState(
            "user", _("Nobody chosen"), _("Choose somebody to see more."), small=True
        )
        self.stack = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        for view in (self.details, self.form, self.question):
            self._areas[view] = view.in_scroll_area()
            self.stack.addWidget(self._areas[view])
        self.stack.insertWidget(0, nobody)
        self.stack.setCurrentIndex(0)
        self.box.addWidget(self.stack, 1)
        self.box.addWidget(self.form.foot)
        self.form.foot.hide()
        self.cross = close_button(self)
        self.cross.clicked.connect(self._close)
        self.cross.hide()

    # -- what is shown

    @property
    def busy(self) -> bool:
        """Whether a form or a question waits for an answer."""
        return self.asks(self.form) or self.asks(self.question)

    def asks(self, view: QWidget) -> bool:
        """Whether this one is what is shown."""
        return self.stack.currentWidget() is self._areas.get(view)

    def show_person(self, known: Dossier | None, now: Instant) -> None:
        """Shows somebody, or nobody; not while a form or a question waits."""
        if known is not None:
            other = self.details.known is None or (
                self.details.known.guest.id != known.guest.id
            )
            self.details.show_person(known, now)
            if other:
                self._areas[self.details].verticalScrollBar().setValue(0)
        else:
            self.details.known = None
        if not self.busy:
            self.show_details()

    def show_details(self) -> None:
        """Back to the person, from whatever was asked."""
        if self.details.known is None:
            self.stack.setCurrentIndex(0)
            self.form.foot.hide()
        else:
            self._turn_to(self.details)

    def show_edit(self, guest: Attendee, types: Sequence[str]) -> None:
        """The form for somebody on the list."""
        self.form.begin_edit(guest, types)
        self._show_form("first_name")

    def show_new(self, name: str, types: Sequence[str]) -> None:
        """The empty form; the name that was searched for is filled in."""
        self.form.begin_new(name, types)
        self._show_form("company" if name else "first_name")

    def _show_form(self, first: str) -> None:
        self._turn_to(self.form)
        field = self.form.inputs[first]
        assert isinstance(field, QWidget)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_to_erase(self, guest: Attendee) -> None:
        """The question before erasing; the safe answer has the focus."""
        self.question.ask_about(guest)
        self._turn_to(self.question)
        focus_by_key(self.question.keep)

    def _turn_to(self, view: QWidget) -> None:
        area = self._areas[view]
        if view is not self.details:
            area.verticalScrollBar().setValue(0)
        self.stack.setCurrentWidget(area)
        self.form.foot.setVisible(view is self.form)

    def see(self, field: QWidget) -> None:
        """Brings a field of the form into sight and gives it the focus."""
        self._areas[self.form].ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """The keyboard goes on here."""
        if self.asks(self.details):
            self._areas[self.details].ensureWidgetVisible(self.details.edit, 0, 24)
            focus_by_key(self.details.edit)  # once it stands still
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """The keyboard goes on in what waits for an answer."""
        if self.asks(self.form):
            self._show_form("first_name")
        elif self.asks(self.question):
            focus_by_key(self.question.keep)

    def _close(self) -> None:
        told = self.form.given_up if self.busy else self.left
        told.emit()

    # -- keys and measures

    def set_compact(self, compact: bool) -> None:
        """Whether it lies over the table, and so needs a cross."""
        self.cross.setVisible(compact)
        self.details.leave_corner(self.cross.sizeHint().width() if compact else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.cross.sizeHint()
        self.cross.setGeometry(
            self.width() - size.width() - 10, 10, size.width(), size.height()
        )
        self.cross.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.asks(self.form):  # from the foot
            self.form.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(WIDTH), look.look().px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(WIDTH), look.look().px(200))
