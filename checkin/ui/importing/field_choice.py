"""The combo boxes of the import page, above all the one on top of a column."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.fields import ComboBox

CHOICE, NARROWEST = 36, 128


class WideList(ComboBox):
    """Its list is as wide as its words, though the box may be narrow.

    The wheel scrolls the page: with the pointer still over a box that was just chosen
    from, it would choose something else unseen.
    """

    def showPopup(self) -> None:
        """Opens the list."""
        metrics = look.look().metrics(Role.BODY)
        texts = (self.itemText(i) for i in range(self.count()))
        longest = max(map(metrics.horizontalAdvance, texts), default=0.0)
        self.view().setMinimumWidth(round(longest) + look.look().px(40))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldChoice(WideList):
    """What a column is taken for; all of them share one model of the fields."""

    reached = Signal()
    """Has the focus now: it wants to be seen."""

    def __init__(
        self, heading: str, model: QStandardItemModel, parent: QWidget
    ) -> None:
        name = _("Column {heading} is taken for").format(heading=heading)
        super().__init__(name, parent=parent)
        self.setModel(model)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(NARROWEST), look.look().px(CHOICE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()
