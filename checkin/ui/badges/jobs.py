"""What is on its way to a printer: each job, what keeps it, and what can be done."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.badges.printers import PrintJob, State
from checkin.model.i18n import _
from checkin.ui.printjobs import PrintJobs
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, Line, column, held, row
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Label

_DONE_SHOWN_MS = 8000
"""So long a job that is done stays in sight, as bars do that say so."""
_MOST_SHEETS = 500
"""A longer list to choose from helps nobody."""

_ICONS = {
    State.WAITING: ("clock", "ink2"),
    State.SENDING: ("send", "ink2"),
    State.AT_PRINTER: ("printer", "ink2"),
    State.NEEDS_HELP: ("triangle-alert", "again_ink"),
    State.DONE: ("circle-check", "ok_mark"),
    State.CANCELLED: ("ban", "ink2"),
    State.FAILED: ("octagon-alert", "stop_mark"),
}


class JobRow(QWidget):
    """One job. A retry of several pages asks first from which page on."""

    retry_wanted = Signal(int, int)
    """Number of the job, first page."""
    cancel_wanted = Signal(int)
    forget_wanted = Signal(int)
    undo_wanted = Signal(object)
    """The act that noted these badges as printed."""

    def __init__(self, job: PrintJob) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.job = job
        self.icon = Icon("clock", "ink2")
        self.title = Label("", Role.BODY_BOLD, wrap=True)
        self.state = Label("", Role.SMALL, "ink2", wrap=True)
        self.retry = self._button(_("Print again"), "rotate-ccw", self._retry)
        self.cancel = self._button(_("Cancel"), "x", self._cancel)
        self.undo = self._button(_("Count as not printed"), "undo-2", self._undo)
        self.close_button = Button(
            _("Close"), Kind.QUIET, icon="x", size=Size.SMALL, icon_only=True
        )
        self.close_button.clicked.connect(self._forget)
        self.pages = ComboBox(_("From which page on"))
        self.go = self._button(_("Print from there"), "printer", self._go)
        self.back = self._button(_("Back"), "", self._stop_asking)
        deeds = row(self.go, self.back, None, gap=4)
        self.ask = held(column(self.pages, held(deeds), gap=4))
        self.deeds = held(row(self.retry, self.cancel, self.undo, None, gap=4))
        words = column(self.title, self.state, gap=2)
        head = row(gap=12)
        head.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        box = column(gap=6)
        box.setContentsMargins(16, 10, 8, 10)
        box.addLayout(head)
        box.addWidget(self.deeds)
        box.addWidget(self.ask)
        self.setLayout(box)
        self.ask.hide()
        self.show_job(job)

    def _button(self, words: str, icon: str, do: object) -> Button:
        made = Button(words, Kind.QUIET, icon=icon, size=Size.SMALL)
        made.clicked.connect(do)
        return made

    def show_job(self, job: PrintJob) -> None:
        """How it stands now."""
        self.job = job
        self.icon.show_icon(*_ICONS[job.state])
        title = _("{what} on {printer}").format(
            what=job.title, printer=job.printer_title
        )
        self.title.setText(title)
        self.state.setText(state_words(job))
        stuck = job.state in (State.NEEDS_HELP, State.FAILED)
        ended = job.state in (State.DONE, State.CANCELLED)
        if not stuck:
            self.ask.hide()
        undoable = job.state is State.CANCELLED and job.act is not None
        asking = self.ask.isVisibleTo(self)
        self.deeds.setVisible((undoable or not ended) and not asking)
        self.retry.setVisible(stuck)
        self.cancel.setVisible(not ended)
        self.close_button.setVisible(ended)
        self.undo.setVisible(undoable)
        for button in (self.retry, self.cancel, self.undo, self.close_button):
            button.setAccessibleName(f"{button.text()}: {title}")
        self.pages.setAccessibleDescription(title)

    def _retry(self) -> None:
        if self.job.pages == 1:
            self.retry_wanted.emit(self.job.number, 1)
            return
        pages = range(1, min(self.job.pages, _MOST_SHEETS) + 1)
        words = _("From page {n} of {all}")
        choices = [(words.format(n=n, all=self.job.pages), n) for n in pages]
        first = min(self.job.first_page + self.job.sent_pages, self.job.pages)
        self.pages.fill(choices, first)
        self.deeds.hide()
        self.ask.show()
        self.pages.setFocus()

    def _go(self) -> None:
        first = self.pages.currentData()
        self._stop_asking()
        self.retry_wanted.emit(self.job.number, first)

    def _stop_asking(self) -> None:
        self.ask.hide()
        self.deeds.show()
        self.retry.setFocus()

    def _cancel(self) -> None:
        self.cancel_wanted.emit(self.job.number)

    def _forget(self) -> None:
        self.forget_wanted.emit(self.job.number)

    def _undo(self) -> None:
        self.undo_wanted.emit(self.job.act)
        self.forget_wanted.emit(self.job.number)


class JobsCard(Card):
    """The jobs, the newest on top; out of sight while there is none."""

    undo_wanted = Signal(object)
    """The act that noted badges as printed that were not."""
    came = Signal()
    """A new one is on top."""

    def __init__(self, jobs: PrintJobs, parent: QWidget | None = None) -> None:
        super().__init__(pad=0, gap=0, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Print jobs"))
        self._jobs = jobs
        self.rows: dict[int, JobRow] = {}
        self._lines: dict[int, Line] = {}
        jobs.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows them as they stand."""
        now = {job.number: job for job in self._jobs.jobs}
        for number in [n for n in self.rows if n not in now]:
            self._drop(number)
        for number, job in now.items():
            if number not in self.rows:
                self._make_room()
                self._add(job)
                self.came.emit()
            elif self.rows[number].job != job:
                self._show(self.rows[number], job)
        self.setVisible(bool(self.rows))

    def _make_room(self) -> None:
        """What is done is no news any more once something else is printed."""
        for number, shown in self.rows.items():
            if shown.job.state is State.DONE:
                QTimer.singleShot(0, self, lambda n=number: self._jobs.forget(n))

    def _add(self, job: PrintJob) -> None:
        made = JobRow(job)
        made.retry_wanted.connect(self._jobs.retry)
        made.cancel_wanted.connect(self._jobs.cancel)
        made.forget_wanted.connect(self._jobs.forget)
        made.undo_wanted.connect(self.undo_wanted)
        self.rows[job.number] = made
        self.box.insertWidget(0, made)
        self._lines[job.number] = line = Line()
        self.box.insertWidget(1, line)
        self._tidy_lines()

    def _show(self, shown: JobRow, job: PrintJob) -> None:
        before = shown.job.state
        shown.show_job(job)
        if job.state is State.DONE and before is not State.DONE:
            number = job.number
            QTimer.singleShot(_DONE_SHOWN_MS, self, lambda: self._jobs.forget(number))

    def _drop(self, number: int) -> None:
        for part in (self.rows.pop(number), self._lines.pop(number)):
            self.box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._tidy_lines()

    def _tidy_lines(self) -> None:
        """Between the jobs, not below the last one."""
        oldest = min(self._lines, default=None)
        for number, line in self._lines.items():
            line.setVisible(number != oldest)


def state_words(job: PrintJob) -> str:
    """At the printer, page 3 of 5. What is in the way, and what to do."""
    if job.state is State.DONE:
        return _("Printed.")
    if job.state is State.CANCELLED:
        return (
            _("Cancelled. The badges still count as printed.")
            if job.act is not None
            else _("Cancelled.")
        )
    why = job.why()
    if job.state in (State.NEEDS_HELP, State.FAILED):
        return why
    if job.state is State.AT_PRINTER and job.sent_pages and job.pages > 1:
        page = min(job.first_page - 1 + job.sent_pages, job.pages)
        line = _("{state}, page {n} of {all}").format(
            state=job.state.words(), n=page, all=job.pages
        )
    else:
        line = job.state.words()
    return f"{line}. {why}" if why else f"{line}."
