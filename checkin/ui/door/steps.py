"""What the keys and the buttons of the stage do, for the guest whom it is about."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin.badges import PrintRun, Sheeting
from checkin.badges.printers import Printer, options_for
from checkin.model.attendee import Attendee
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.ui.context import Context
from checkin.ui.door.filling import Filling
from checkin.ui.door.flow import Flow
from checkin.ui.door.scene import Deed
from checkin.ui.door.scenes import host_called
from checkin.ui.door.stage import Stage
from checkin.ui.kept_looks import KeptLooks, kept_looks
from checkin.ui.printing import (
    kept_printer,
    kept_stock,
    opener,
    print_one,
    printed_words,
    put_right,
)


class Steps(QObject):
    """One deed each; `key` for whatever deed has that key now."""

    find = Signal()

    def __init__(
        self, context: Context, flow: Flow, stage: Stage, filling: Filling
    ) -> None:
        super().__init__(stage)
        self._context, self._flow = context, flow
        self._stage, self._filling = stage, filling
        self._open_file = opener(context.messages)
        self._do: dict[Deed, Callable[[], object]] = {
            Deed.FIND: self.find.emit,
            Deed.WALK_IN: filling.add_somebody,
            Deed.PRINT: self._print,
            Deed.PAY: flow.pay,
            Deed.LET_IN: self._let_in,
            Deed.LET_BACK: flow.let_back,
            Deed.PLUS_ONE: flow.let_plus_one,
            Deed.CORRECT: self._correct,
            Deed.WRONG_PERSON: self._wrong,
            Deed.HOST: self._call,
            Deed.HISTORY: self.history,
            Deed.RETRY: flow.writings.retry_now,
        }
        stage.wanted.connect(self.do)

    def do(self, deed: Deed) -> None:
        """A button was pressed."""
        self._do[deed]()

    def key(self, action: str) -> None:
        """A key was pressed; it does what the scene has on that key, or nothing."""
        if self._stage.isVisible() and not self._filling.is_open:
            deed = self._stage.deeds().get(action)
            if deed is not None:
                self.do(deed)

    def history(self) -> None:
        """All that happened to them, on the page of the attendees."""
        guest = self._guest
        what: dict[str, Any] = {"chosen": guest.id} if guest else {}
        self._context.go("attendees", **what)

    @property
    def _guest(self) -> Attendee | None:
        return self._flow.now.guest if self._flow.now else None

    def _let_in(self) -> None:
        if guest := self._guest:
            self._filling.ask_reason(guest)

    def _correct(self) -> None:
        if guest := self._guest:
            self._filling.correct(guest)

    def _wrong(self) -> None:
        if self._flow.now is not None:
            self._filling.ask_who(self._flow.now)

    def _call(self) -> None:
        """Nothing is written: the host decides, somebody goes and fetches them."""
        scene = self._stage.scene
        calling = host_called(scene)
        self._flow.shown.emit(calling)
        self._context.messages.info(
            _("The host is called: {what}").format(what=calling.reason),
            about="host",
        )

    def _print(self) -> None:
        """On the printer of the badges, or as a PDF that is opened."""
        guest = self._guest
        if guest is None:
            return
        context = self._context
        printer = kept_printer(context.settings, context.print_jobs.printers)
        stock = kept_stock(context.settings)
        kept = kept_looks(context.settings, context.session.file.read.event().id)
        on = put_right(Sheeting(stock), context.settings, printer)
        if printer is not None:
            self._print_on(printer, guest, on, kept)
            return

        def done(run: PrintRun) -> None:
            context.messages.ok(printed_words(run), about="print")

        print_one(
            context.session, guest.id, on, kept.looks, self._open_file, done,
            self._failed, pictures=kept.pictures,
        )  # fmt: skip

    def _print_on(
        self, printer: Printer, guest: Attendee, on: Sheeting, kept: KeptLooks
    ) -> None:
        jobs, messages = self._context.print_jobs, self._context.messages
        title = ngettext("{n} badge", "{n} badges", 1)

        def send(run: PrintRun) -> None:
            options = options_for(on, title, kept.looks)
            jobs.send(run.file, printer, options, title=title, act=run.act)
            words = _("The badge is sent to {printer}")
            messages.ok(words.format(printer=printer.title), about="print")

        print_one(
            self._context.session, guest.id, on, kept.looks, nothing_shown, send,
            self._failed, printer=printer.title, draft=jobs.draft,
            pictures=kept.pictures,
        )  # fmt: skip

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            raise error
        self._context.messages.problem(error, about="print")


def nothing_shown(_file: object) -> None:
    """A printer needs no program that opens files."""
