"""Closing an event: nothing that is not saved is lost without a word."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.ui.messages import CLOSING, Messages, Offer
from checkin.ui.page import Page
from checkin.ui.session import Session

Then = Callable[[], object]
"""What is done once the event was closed."""


class Closing:
    """Asks the pages of an open event, and does as the user says."""

    def __init__(
        self,
        session: Session,
        pages: Mapping[str, Page],
        messages: Messages,
        close: Callable[[], object],
    ) -> None:
        """`close` closes the event and leads back to the start."""
        self._session, self._pages = session, pages
        self._messages, self._close = messages, close
        session.worked.connect(lambda: messages.withdraw(CLOSING))

    def may_close(self, here: Page | None, then: Then) -> bool:
        """Whether nothing would be lost; else that is said, and the event stays open.

        `here` is the page in sight. `then` is done once the user has closed the event
        all the same.
        """
        self._session.settle()
        if here is not None and not here.leave():
            return False
        if self._session.at_work:
            self._tell_at_work(here, then)
            return False
        page = next((p for p in self._pages.values() if p.keeps_open()), None)
        if page is not None:
            self._tell_unsaved(page, then)
        return page is None

    def note_down(self) -> None:
        """The same where nobody is there to be asked: what can be kept is kept."""
        self._session.settle()
        for page in self._pages.values():
            with suppress(CheckinError):  # there is room nowhere
                page.note_down()

    def _tell_at_work(self, here: Page | None, then: Then) -> None:
        def stop() -> None:
            self._session.stop_work()
            if self.may_close(here, then):
                self._close()
                then()

        self._messages.warn(
            _("Something is still being saved"),
            _("Closed before it is done, nothing of it is kept."),
            Offer(_("Close all the same"), stop),
            about=CLOSING,
        )

    def _tell_unsaved(self, page: Page, then: Then) -> None:
        def anyway() -> None:
            self._close_anyway(then)

        self._messages.warn(
            page.keeps_open(),
            _("Closed all the same, it is written to a text file beside the event."),
            Offer(_("Try again"), page.save_again),
            Offer(_("Close all the same"), anyway, primary=False),
            about=CLOSING,
        )

    def _close_anyway(self, then: Then) -> None:
        try:
            notes = [page.note_down() for page in self._pages.values()]
        except CheckinError as error:
            self._messages.problem(error, about=CLOSING)
            return
        self._close()
        for note in filter(None, notes):
            self._messages.warn(
                _("What was not saved is in {file}").format(file=note.name),
                _("The file is in {folder}.").format(folder=note.parent),
            )
        then()


def nothing_more() -> None:
    """The event is closed, and that was all."""
