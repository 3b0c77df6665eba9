"""Whether all is on the disk: said in the top bar, and asked before closing."""

from PySide6.QtCore import QObject

from checkin.model.i18n import ngettext
from checkin.ui.context import Context
from checkin.ui.door.topbar import TopBar
from checkin.ui.door.writing import Writings
from checkin.ui.messages import CLOSING


class Disk(QObject):
    """Follows what is written."""

    def __init__(
        self, context: Context, writings: Writings, top: TopBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._writings, self._top = context, writings, top
        writings.saving.connect(self._saving)
        writings.unsaved.connect(self._tell)
        writings.recovered.connect(self._tell)
        self._tell()

    @property
    def keeps_open(self) -> str:
        """What would be lost if the event were closed now."""
        n = self._writings.pending
        if not n:
            return ""
        return ngettext("{n} scan is not saved yet", "{n} scans are not saved yet", n)

    def _saving(self, slow: bool) -> None:
        if slow:
            self._top.saving()
        else:
            self._tell()

    def _tell(self) -> None:
        if not self.keeps_open:
            self._context.messages.withdraw(CLOSING)
        waiting = self._writings.waiting
        if self._context.session.read_only:
            self._top.read_only()
        elif waiting:
            self._top.not_saved(waiting)
        else:
            self._top.saved()
