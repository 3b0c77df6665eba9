"""The print jobs of this program: handed over, watched, begun anew, taken back.

Somebody else keeps the time: `tick` does all the waiting work, once.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from checkin.badges.pdfium import NotPdf, reading
from checkin.badges.printers.errors import PagesUnreadable, StillPrinting
from checkin.badges.printers.job import PrintJob, State
from checkin.badges.printers.spool import Spool
from checkin.badges.printers.system import (
    JobReport,
    JobState,
    Printer,
    PrintOptions,
    PrintSystem,
)
from checkin.model.errors import CheckinError

_LOOK_S = 1.0
"""Between two looks at a job that is being watched."""
MOST_ENDED = 20
"""So many jobs that have ended are kept in sight."""


class _Wish(StrEnum):
    """What the user wants of a job, until the next tick does it."""

    CANCEL = "cancel"
    RETRY = "retry"


@dataclass(slots=True)
class _Wanted:
    what: _Wish
    first_page: int = 1


class PrintQueue:
    """Jobs in the order in which they came. Safe to be used from several threads.

    `tick` talks to the print system and may take seconds; all else comes back at once.
    """

    def __init__(self, system: PrintSystem, spool: Spool | None = None) -> None:
        self._system = system
        self._spool = spool or Spool()
        self._jobs: dict[int, PrintJob] = {}
        self._wanted: dict[int, _Wanted] = {}
        self._last = 0
        self._lock = threading.RLock()
        self._working = threading.Lock()

    # -- what there is

    @property
    def jobs(self) -> tuple[PrintJob, ...]:
        """As they stand, the oldest first."""
        with self._lock:
            return tuple(self._jobs.values())

    @property
    def busy(self) -> bool:
        """Whether there is something to watch: tick again in a second."""
        with self._lock:
            live = any(not job.state.ended for job in self._jobs.values())
            return live or bool(self._wanted)

    def job(self, number: int) -> PrintJob:
        """The job of that number, as it stands.

        Raises:
            KeyError: it was forgotten; a bug.
        """
        with self._lock:
            return self._jobs[number]

    # -- what can be wanted

    def draft(self) -> Path:
        """Where a PDF can be made that is only for a printer: private, never kept.

        Raises:
            DiskFull, FileNotWritable: there is no room for it.
        """
        return self._spool.fresh()

    def add(
        self,
        pdf: Path,
        printer: Printer,
        options: PrintOptions,
        *,
        title: str,
        act: bytes | None = None,
    ) -> PrintJob:
        """Takes a copy of the PDF, or the PDF itself if it is a draft of this queue.

        The next tick hands it over.

        Raises:
            PagesUnreadable, DiskFull, FileNotWritable: nothing was taken.
        """
        file = pdf if self._spool.owns(pdf) else self._spool.keep(pdf)
        try:
            pages = _pages_of(file)
            file.chmod(0o600)
        except PagesUnreadable:
            self._spool.drop(file)
            raise
        with self._lock:
            self._last += 1
            made = PrintJob(
                self._last, title, printer.name, printer.title, pages, file, options,
                act,
            )  # fmt: skip
            self._jobs[made.number] = made
            self._forget_old()
            return made

    def cancel(self, number: int) -> None:
        """Takes it back with the next tick; one that failed is given up for good."""
        self._want(number, _Wanted(_Wish.CANCEL))

    def retry(self, number: int, first_page: int = 1) -> None:
        """Begins it anew from a page on, once the print system has let go of it.

        Nothing is printed twice: what came out already is left out by `first_page`.
        """
        self._want(number, _Wanted(_Wish.RETRY, first_page))

    def forget(self, number: int) -> None:
        """Takes a job that has ended out of sight."""
        with self._lock:
            if (job := self._jobs.get(number)) and job.state.ended:
                self._spool.drop(job.file)
                del self._jobs[number]

    def close(self) -> None:
        """Hands over what is waiting, then deletes all that is spooled.

        It may take seconds. What was handed over is printed all the same.
        """
        with self._working:
            self._fulfil()  # what was taken back just now must not be handed over
            self._send_waiting()
            self._spool.close()
        with self._lock:
            self._jobs.clear()
            self._wanted.clear()

    def _want(self, number: int, wanted: _Wanted) -> None:
        with self._lock:
            job = self._jobs.get(number)
            if job and job.state not in (State.DONE, State.CANCELLED):
                self._wanted[number] = wanted

    # -- the work

    def tick(self) -> bool:
        """Does what is waiting and looks how things stand; tells whether to come again.

        Raises nothing of what printers may do: that is told by the jobs.
        """
        with self._working:
            self._fulfil()
            self._send_waiting()
            self._look()
        return self.busy

    def _fulfil(self) -> None:
        with self._lock:
            wanted, self._wanted = self._wanted, {}
        for number, wish in wanted.items():
            job = self._jobs.get(number)  # it may have been put out of sight since
            if job is None or not self._let_go(job):
                continue
            if wish.what is _Wish.CANCEL:
                self._end(job, State.CANCELLED)
            else:
                self._begin_anew(job, wish.first_page)

    def _let_go(self, job: PrintJob) -> bool:
        """Whether the print system has nothing of it any more; it may be done."""
        if not job.system_id or job.state.ended:
            return True
        try:
            self._system.cancel(job.system_id)
            report = self._system.look([job.system_id]).get(job.system_id)
        except CheckinError as error:
            self._set(job, state=State.NEEDS_HELP, error=error)
            return False
        if report is not None and report.state is JobState.DONE:
            self._end(job, State.DONE)  # it was quicker
            return False
        return True

    def _begin_anew(self, job: PrintJob, first_page: int) -> None:
        file = job.file
        skipped = first_page - job.first_page
        if skipped > 0:
            try:
                file = self._spool.keep(job.file, first_page=1 + skipped)
            except CheckinError as error:
                self._set(job, state=State.FAILED, error=error)
                return
            self._spool.drop(job.file)
        self._set(
            job,
            state=State.WAITING,
            file=file,
            first_page=max(first_page, job.first_page),
            error=None,
            troubles=(),
            says="",
            sent_pages=0,
            system_id="",
        )

    def _send_waiting(self) -> None:
        for job in self.jobs:
            if job.state is State.WAITING:
                self._send(job)

    def _send(self, job: PrintJob) -> None:
        self._set(job, state=State.SENDING)
        try:
            own = self._system.submit(job.file, job.printer, job.options)
        except CheckinError as error:
            self._set(job, state=State.FAILED, error=error)
        else:
            self._set(job, state=State.AT_PRINTER, system_id=own)

    def _look(self) -> None:
        watched = [job for job in self.jobs if job.system_id and not job.state.ended]
        if not watched:
            return
        try:
            reports = self._system.look([job.system_id for job in watched])
        except CheckinError as error:
            for job in watched:
                self._set(job, state=State.NEEDS_HELP, error=error)
            return
        for job in watched:
            if report := reports.get(job.system_id):
                self._note(job, report)

    def _note(self, job: PrintJob, report: JobReport) -> None:
        if report.state is JobState.DONE:
            self._end(job, State.DONE)
        elif report.state is JobState.CANCELLED:
            self._end(job, State.CANCELLED)
        elif report.state is JobState.FAILED:
            self._set(job, state=State.FAILED, error=None, sent_pages=report.pages)
        else:
            stays = job.error if isinstance(job.error, StillPrinting) else None
            held = bool(stays) or any(one.stops for one in report.troubles)
            self._set(
                job,
                state=State.NEEDS_HELP if held else State.AT_PRINTER,
                troubles=report.troubles,
                says=report.says,
                sent_pages=report.pages,
                error=stays,
            )

    def _end(self, job: PrintJob, state: State) -> None:
        """For good: its file is deleted."""
        self._spool.drop(job.file)
        self._set(job, state=state, troubles=(), says="", error=None)

    def _set(self, job: PrintJob, **what: object) -> None:
        with self._lock:
            if job.number in self._jobs:
                now = self._jobs[job.number]
                self._jobs[job.number] = replace(now, **what)  # type: ignore[arg-type]

    def _forget_old(self) -> None:
        ended = [job for job in self._jobs.values() if job.state.ended]
        for job in ended[:-MOST_ENDED]:
            self.forget(job.number)


Watcher = Callable[[PrintJob], object]
"""Told of a job whenever it stands otherwise."""


def watch(
    queue: PrintQueue, number: int, told: Watcher, between: threading.Event
) -> PrintJob:
    """Ticks until the job has ended; gives it as it is then.

    `between` is waited for a second between two looks; set, it ends the watching.
    """
    before: PrintJob | None = None
    while True:
        queue.tick()
        job = queue.job(number)
        if job != before:
            told(job)
            before = job
        if job.state.ended or between.wait(_LOOK_S):
            return job


def _pages_of(pdf: Path) -> int:
    try:
        with reading(pdf) as document:
            return len(document)
    except NotPdf as error:
        raise PagesUnreadable(file=pdf.name) from error
