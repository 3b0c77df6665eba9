"""Makes the sheets: beside the event or where one says; tells what became of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin.badges import (
    Calibration,
    NotReadable,
    Place,
    PrintRun,
    Sheeting,
    Stock,
    feeding_words,
    kept_calibration,
    trial_sheet,
    turning_words,
)
from checkin.badges.printers import Printer, options_for
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.model.ids import ActId
from checkin.model.prints import Run
from checkin.model.progress import Cancelled, Progress
from checkin.store.acts import undo_named
from checkin.store.eventfile import EventFile
from checkin.ui import printing
from checkin.ui.badges.wish import Wish, badge_words
from checkin.ui.badges.works import continued, not_noted, noted, on_paper
from checkin.ui.context import Context
from checkin.ui.messages import Offer
from checkin.ui.tasks import Task, Work

_ABOUT = "print"


class Maker(QObject):
    """At most one piece of work at a time."""

    began = Signal(str)
    """What is being done, in words."""
    progressed = Signal(int, int)
    ended = Signal()
    printed = Signal()
    """Badges were made and noted."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._messages = context.session, context.messages
        self._clock, self._jobs = context.clock, context.print_jobs
        self._settings = context.settings
        self.open_file = printing.opener(context.messages)
        self._task: Task | None = None
        self._out = Path()

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._task is not None

    def cancel(self) -> None:
        """Stops; nothing is half-written."""
        if self._task is not None:
            self._task.cancel()

    # -- what can be made

    def go_on(
        self, wish: Wish, run: Run, first: Place, badges: int, printer: Printer | None
    ) -> None:
        """The rest of a run that stopped, from its badge at `first` on."""
        self.print(wish, badges, printer, partial(continued, run.act, first))

    def print(
        self,
        wish: Wish,
        badges: int,
        printer: Printer | None = None,
        work_of: Callable[[Wish, Sheeting, Path, str], Work] | None = None,
    ) -> None:
        """Noted in the ledger, and sent to the printer.

        Without a printer it is a PDF beside the event file, and is opened.
        """
        work_of = work_of or noted
        title = _("Making {badges}").format(badges=badge_words(badges))
        on = on_paper(wish, self._settings, printer)
        if printer is not None:
            if out := self._draft():
                work = work_of(wish, on, out, printer.title)
                done = partial(self._sent, wish, printer)
                self._start(title, out, work, done, writes=True)
            return
        out = printing.free_name(self._session.path, _("badges"), self._clock.now())
        work = work_of(wish, on, out, "")
        done = partial(self._printed, turning_words(on, wish.looks))
        self._start(title, out, work, done, writes=True)

    def save(self, wish: Wish, badges: int, out: Path) -> None:
        """Where the user wants it; noted, unless the event can only be read."""
        title = _("Saving {badges}").format(badges=badge_words(badges))
        on = on_paper(wish, self._settings, None)
        if self._session.read_only:
            self._start(title, out, not_noted(wish, on, out), self._saved_only)
        else:
            done = partial(self._tell, turning_words(on, wish.looks))
            self._start(title, out, noted(wish, on, out), done, writes=True)

    def test_sheet(
        self,
        stock: Stock,
        printer: Printer | None = None,
        calibration: Calibration | None = None,
    ) -> None:
        """A page with the outlines of the labels; kept by nobody, noted nowhere.

        Put right as that printer's sheets are, unless another calibration is given.
        """
        name = printer.name if printer else ""
        put_right = calibration or kept_calibration(self._settings, name)
        if printer is not None:
            self._send_test_sheet(stock, printer, put_right)
            return
        file = _("Test sheet {stock}.pdf").format(stock=stock.title)

        def work(_event: EventFile, _progress: Progress, _stop: Cancelled) -> Path:
            out = printing.loose_file(file)
            trial_sheet(out, stock, put_right)
            return out

        self._start(_("Making a test sheet"), Path(file), work, self._tested)

    def _send_test_sheet(
        self, stock: Stock, printer: Printer, calibration: Calibration
    ) -> None:
        title = _("Test sheet")
        options = options_for(Sheeting(stock), title)

        def work(_event: EventFile, _progress: Progress, _stop: Cancelled) -> Path:
            out = self._jobs.draft()
            trial_sheet(out, stock, calibration, printer.title)
            return out

        def done(out: Path) -> None:
            self._jobs.send(out, printer, options, title=title)

        self._start(_("Making a test sheet"), Path(), work, done)

    def _draft(self) -> Path | None:
        try:
            return self._jobs.draft()
        except CheckinError as error:
            self._messages.problem(error, about=_ABOUT)
            return None

    # -- the work

    def _start(
        self,
        title: str,
        out: Path,
        work: Work,
        done: Callable[[Any], None],
        *,
        writes: bool = False,
    ) -> None:
        if self._task is not None:
            return
        self._messages.withdraw(_ABOUT)
        self._out = out
        task = self._session.run(work, writes=writes)
        self._task = task
        task.progressed.connect(self.progressed)
        task.ended.connect(self._ended)
        task.done.connect(done)
        task.failed.connect(self._failed)
        self.began.emit(title)
        task.start()

    def _ended(self) -> None:
        self._task = None
        self.ended.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            raise error
        offers = (self._folder_offer(self._out),) if is_kept(error) else ()
        self._messages.problem(error, *offers, about=_ABOUT)

    # -- what became of it

    def _printed(self, turning: str, run: PrintRun) -> None:
        self.open_file(run.file)
        self._tell(turning, run)

    def _sent(self, wish: Wish, printer: Printer, run: PrintRun) -> None:
        what = badge_words(run.report.badges)
        options = options_for(wish.sheeting, what, wish.looks)
        self._jobs.send(run.file, printer, options, title=what, act=run.act)
        feeding = feeding_words(wish.sheeting, wish.looks, run.report.sheets)
        self._messages.info(
            _("{what} sent to {printer}").format(what=what, printer=printer.title),
            " ".join(filter(None, (feeding, _("They count as printed from now on.")))),
            Offer(_("Undo"), lambda: self._undo(run, kept=False), "undo-2"),
            about=_ABOUT,
        )
        self.printed.emit()

    def _tell(self, turning: str, run: PrintRun) -> None:
        undo = Offer(_("Undo"), lambda: self._undo(run), "undo-2")
        self._messages.info(
            printing.printed_words(run),
            f"{printing.scale_words()} {turning}".strip(),
            undo,
            self._folder_offer(run.file),
            about=_ABOUT,
        )
        self.printed.emit()

    def _saved_only(self, out: Path) -> None:
        self._messages.warn(
            _("Saved: {file}").format(file=out.name),
            _(
                "It is not noted who has a badge now: the event can only be read."
                " {scale}"
            ).format(scale=printing.scale_words()),
            self._folder_offer(out),
            about=_ABOUT,
        )

    def _tested(self, out: Path) -> None:
        self.open_file(out)
        self._messages.info(
            _("The test sheet is open in another program"),
            _(
                "Print it at 100 % on plain paper, put it behind a sheet of labels and"
                " hold both up to the light."
            ),
            about=_ABOUT,
        )

    def undo(self, act: bytes, still_there: str = "") -> None:
        """Takes back the note that badges were printed.

        `still_there` says that the file is.
        """

        def undone(run: Run | None) -> None:
            title, text = undone_words(run, still_there)
            self._messages.ok(title, text, about=_ABOUT)

        self._session.write(lambda event: undo_run(event, ActId(act)), undone)

    def _undo(self, run: PrintRun, *, kept: bool = True) -> None:
        words = _("{file} is still there.").format(file=run.file.name)
        self.undo(run.act, words if kept else "")

    def _folder_offer(self, out: Path) -> Offer:
        return Offer(
            _("Show folder"),
            lambda: self.open_file(out.parent),
            "folder-open",
            primary=False,
        )


def undo_run(event: EventFile, act: ActId) -> Run | None:
    """Undoes a print; gives what it was."""
    run = event.read.print_run(act)
    undo_named(event, act)
    return run


def undone_words(run: Run | None, more: str = "") -> tuple[str, str]:
    """What follows from undoing a print. One that went on gives back what it took."""
    n = run.badges if run else 0
    if run is not None and run.continues is not None:
        title = _("The print before counts as a whole again")
        text = ngettext(
            "The badge of its rest is noted as printed. Undo that one too if it is not"
            " on paper.",
            "The {n:,} badges of its rest are noted as printed. Undo that one too if"
            " they are not on paper.",
            n,
        )
        return title, " ".join(filter(None, (text, more)))
    title = ngettext(
        "The badge counts as not printed",
        "The {n:,} badges count as not printed",
        n,
    )
    return title, more


def is_kept(error: CheckinError) -> bool:
    """Whether there are sheets to be looked at, though nothing was noted."""
    return isinstance(error, NotReadable)
