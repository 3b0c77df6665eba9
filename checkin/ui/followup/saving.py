"""Saves a list: asks where, writes it with progress, and says what became of it."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.followup.export import ExportReport, export
from checkin.followup.formats import Format
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.model.progress import Cancelled, Progress
from checkin.store.eventfile import EventFile
from checkin.ui.context import Context
from checkin.ui.followup.lists import FollowUpList
from checkin.ui.messages import Offer
from checkin.ui.tasks import Task
from checkin.ui.widgets.progress import ProgressCard

_ABOUT = "follow-up"


class Saving(QObject):
    """One file at a time."""

    changed = Signal()
    """It began or ended."""

    def __init__(self, context: Context, card: ProgressCard, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._card, self._window = context, card, window
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def ask(self, shown: FollowUpList, made_for: Format) -> None:
        """Asks where it should go; nothing stops meanwhile."""
        title = _("Save “{list}”").format(list=_(shown.title))
        kinds = f"{_(made_for.words)} (*{made_for.ending})"
        folder = folder_for(self._context.session.path)
        dialog = QFileDialog(self._window, title, str(folder), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(made_for.ending.removeprefix("."))
        dialog.selectFile(shown.file_name(made_for))
        dialog.fileSelected.connect(
            lambda name: self.save(shown, meant(shown, made_for, name), Path(name))
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save(self, shown: FollowUpList, made_for: Format, out: Path) -> None:
        """Writes the file; what was there is replaced at the end."""
        if self.busy:
            return

        def work(event: EventFile, progress: Progress, stop: Cancelled) -> ExportReport:
            return export(
                event,
                out,
                shown.audience,
                made_for.name,
                mailing=shown.mailing,
                progress=progress,
                cancelled=stop,
            )

        task = self._task = self._context.session.run(work)
        task.done.connect(self._saved)
        task.failed.connect(lambda error: self._failed(error, shown, made_for))
        task.stopped.connect(self._stopped)
        self._context.messages.withdraw(_ABOUT)
        title = _("Saving {file}").format(file=out.name)
        promise = _("Nothing is there before it is whole.")
        self._card.watch(task, title, _("people"), promise)
        task.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Stops; nothing is written."""
        if self._task is not None:
            self._task.cancel()

    def _ended(self) -> None:
        self._task = None
        self.changed.emit()

    def _saved(self, report: ExportReport) -> None:
        self._ended()
        many = ngettext("{n:,} person saved", "{n:,} people saved", report.rows)
        title = _("{many}: {file}").format(many=many, file=report.file.name)
        folder = report.file.parent
        self._context.messages.ok(
            title,
            _("It lies in {folder}.").format(folder=folder),
            Offer(_("Open"), lambda: show_in_system(report.file), "external-link"),
            Offer(
                _("Show folder"),
                lambda: show_in_system(folder),
                "folder-open",
                primary=False,
            ),
            about=_ABOUT,
        )

    def _failed(self, error: Exception, shown: FollowUpList, made_for: Format) -> None:
        self._ended()
        if not isinstance(error, CheckinError):
            raise error
        again = Offer(_("Save it elsewhere…"), lambda: self.ask(shown, made_for))
        self._context.messages.problem(error, again, about=_ABOUT)

    def _stopped(self) -> None:
        self._ended()
        self._context.messages.info(_("Stopped"), _("Nothing was saved."), about=_ABOUT)


def meant(shown: FollowUpList, made_for: Format, name: str) -> Format:
    """The format of a file: whoever typed .xlsx means a workbook, whatever was chosen.

    An ending that no other format of this list has changes nothing.
    """
    ending = Path(name).suffix.lower()
    if ending == made_for.ending:
        return made_for
    return next((one for one in shown.formats() if one.ending == ending), made_for)


def folder_for(event: Path) -> Path:
    """Beside the event; among the user's documents where nothing can be put there."""
    if os.access(event.parent, os.W_OK):
        return event.parent
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def show_in_system(path: Path) -> None:
    """Opens a file or a folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
