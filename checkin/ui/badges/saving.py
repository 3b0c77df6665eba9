"""Asks where the sheets are to be kept; nothing stops meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.model.clock import Instant
from checkin.model.i18n import _
from checkin.ui import printing
from checkin.ui.session import Session


def ask_where(
    page: QWidget, session: Session, now: Instant, then: Callable[[Path], object]
) -> None:
    """`then` gets the path, some time later; nothing if the user thinks better."""
    path = printing.free_name(session.path, _("badges"), now)
    if session.read_only:  # nor can anything be put beside it
        path = printing.documents() / path.name
    dialog = QFileDialog(page, _("Save as PDF"), str(path), _("PDF files (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
