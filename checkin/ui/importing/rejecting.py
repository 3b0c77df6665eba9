"""Saves the rows that are not imported: asks where, and says what became of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.importing.rejected import name_for_rejected
from checkin.model.i18n import _, ngettext
from checkin.ui.context import Context
from checkin.ui.importing.bench import Bench
from checkin.ui.taking_back import ABOUT


class Rejecting(QObject):
    """One file at a time, beside the list unless the user wants it elsewhere."""

    def __init__(self, context: Context, bench: Bench, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._bench, self._window = context, bench, window
        bench.saved.connect(self._saved)
        bench.unsaved.connect(self._unsaved)

    def ask(self, source: Path) -> None:
        """Asks where it should go; nothing stops meanwhile."""
        title, kinds = _("Save these rows"), _("CSV files (*.csv)")
        place = source.with_name(name_for_rejected(source.name))
        dialog = QFileDialog(self._window, title, str(place.parent), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(place.name)
        dialog.fileSelected.connect(lambda name: self.save(Path(name), source))
        dialog.open()

    def save(self, path: Path, source: Path) -> None:
        """Writes the file; what was there is replaced at the end."""
        if path.resolve() in (source.resolve(), self._context.session.path.resolve()):
            self._context.messages.warn(
                _("{file} is needed as it is").format(file=path.name),
                _("Nothing was saved. Choose another name for these rows."),
                about=ABOUT,
            )
        else:
            self._bench.save_rejected(path)

    def _saved(self, done: tuple[Path, int]) -> None:
        path, rows = done
        title = ngettext(
            "{n:,} row saved: {{file}}", "{n:,} rows saved: {{file}}", rows
        )
        self._context.messages.ok(
            title.format(file=path.name),
            _("Mended, it can be imported like any list; it withdraws nobody."),
            about=ABOUT,
        )

    def _unsaved(self, error: Exception) -> None:
        self._context.messages.problem(error, about=ABOUT)
