"""The foot of the import page: nothing is saved yet, Cancel, and the one button."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.model.i18n import _, ngettext
from checkin.ui import icons, look
from checkin.ui.importing.outlook import Outlook
from checkin.ui.tokens import MARGIN, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.text import Elided

_TALL, _NARROW = 64, 1000
_ICON = 20


class Foot(QWidget):
    """As wide as the page, white, with a line above."""

    def __init__(
        self, apply: QAction, cancel: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._apply_action = apply
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.promise = Elided(_("Nothing is saved yet."), Role.BODY, "ink2")
        self.setAccessibleName(self.promise.text())
        self.rejected = Button("", Kind.QUIET, icon="file-down")
        self.rejected.hide()
        self.cancel = Button.of(cancel)
        self.apply = Button.of(apply, Kind.PRIMARY)
        box = QHBoxLayout(self)
        left = MARGIN + _ICON + 12
        box.setContentsMargins(left, 1, MARGIN, 0)
        box.setSpacing(12)
        box.addWidget(self.promise, 1)
        box.addWidget(self.rejected)
        box.addWidget(self.cancel)
        box.addWidget(self.apply)

    def offer(self, words: str, why_not: str = "") -> None:
        """What the button says; `why_not` disables it and its key.

        Until it can be pressed again its focus waits here: it would fall to the rail.
        """
        had_focus = self.apply.hasFocus()
        self.apply.setText(words)
        self._apply_action.setEnabled(not why_not)
        self.apply.why_not(why_not)
        if had_focus and why_not:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.hasFocus() and not why_not:
            self.apply.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_outlook(self, outlook: Outlook, read_only: bool) -> None:
        """What a plan comes to, as a command; or why it can't be done."""
        if outlook.stuck:
            self.offer(_("Import"), outlook.consequence.sentence)
        elif not outlook.changes:
            self.offer(_("Nothing to change"), outlook.consequence.more)
        elif read_only:
            why = _("This event can only be read; save a copy and open that.")
            self.offer(outlook.consequence.deed, why)
        else:
            self.offer(outlook.consequence.deed)

    def show_rejected(self, rows: int) -> None:
        """How many rows are not imported; whoever made the list may want them."""
        self.rejected.setVisible(rows > 0)
        self.rejected.setEnabled(True)
        said = ngettext("{n:,} row is left out.", "{n:,} rows are left out.", rows)
        self.rejected.setAccessibleDescription(said)
        self.rejected.setToolTip(said)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.look().px(_TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < look.look().px(_NARROW)
        words = _("Save rows…") if narrow else _("Save these rows as a file…")
        if words != self.rejected.text():
            self.rejected.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        box = QRectF(MARGIN, (self.height() - _ICON) / 2, _ICON, _ICON)
        icons.draw(painter, "shield-check", box, look.colour("ok_mark"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
