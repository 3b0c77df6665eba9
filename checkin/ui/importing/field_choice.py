"""The combo box on top of a column: what the column is taken for."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.widgets.fields import ComboBox

CHOICE, NARROWEST = 36, 128
_LIST = 208
"""Width of the list of fields."""


class FieldChoice(ComboBox):
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

    def showPopup(self) -> None:
        """The list is as wide as its words, though the column may be narrow."""
        self.view().setMinimumWidth(look.look().px(_LIST))
        super().showPopup()
