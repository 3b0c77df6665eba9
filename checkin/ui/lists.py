"""Asking for a file with a guest list."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.model.i18n import _


def ask_for_list(
    parent: QWidget, chosen: Callable[[Path], object], folder: Path | None = None
) -> None:
    """Opens the system's dialog; nothing stops meanwhile."""
    kinds = _("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
    title = _("Choose a guest list")
    dialog = QFileDialog(parent, title, str(folder or ""), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
