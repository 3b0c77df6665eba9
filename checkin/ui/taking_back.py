"""Taking an import back as a whole, and the way back from that."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from checkin.model.entry import Entry
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.store.acts import UndoneAlready, undo_named
from checkin.ui.context import Context
from checkin.ui.messages import Offer

ABOUT = "import"
"""Messages of imports replace each other."""
_SLOW_MS = 300
"""What takes longer is said to be going on."""


def undo_import(context: Context, target: bytes, file: str) -> None:
    """Undoes the act of an import and says so; `file` is what people know it by."""

    def undone(result: tuple[Entry, Entry]) -> None:
        _import, undo = result
        back = Offer(_("Bring it back"), lambda: _bring_back(context, undo.id, file))
        context.messages.ok(
            _("Undone: {file} is no longer imported.").format(file=file),
            _("Whoever has a badge by now, or came in, stays as cancelled."),
            back,
            about=ABOUT,
            stays=True,  # there is no other way back in the window
        )

    title = _("Undoing the import of {file}…").format(file=file)
    _undo(context, target, title, undone)


def _bring_back(context: Context, undo: bytes, file: str) -> None:
    def back(_result: object) -> None:
        title = _("{file} is imported again.").format(file=file)
        context.messages.ok(title, about=ABOUT)

    title = _("Bringing {file} back…").format(file=file)
    _undo(context, undo, title, back)


def _undo(
    context: Context, target: bytes, title: str, done: Callable[..., object]
) -> None:
    """Of 100,000 people it takes seconds: that is said, and how it ends."""
    slow = QTimer(context.session)
    slow.setSingleShot(True)
    slow.timeout.connect(lambda: _tell_slow(context, title))
    slow.start(_SLOW_MS)

    def ended(result: tuple[Entry, Entry]) -> None:
        slow.deleteLater()
        done(result)

    def failed(error: Exception) -> None:
        slow.deleteLater()
        context.messages.withdraw(ABOUT)
        if not isinstance(error, CheckinError):
            raise error
        again = Offer(
            _("Try again"), lambda: _undo(context, target, title, done), "undo-2"
        )
        offers = () if isinstance(error, UndoneAlready) else (again,)
        context.messages.problem(error, *offers, about=ABOUT)

    context.session.write(lambda event: undo_named(event, target), ended, failed)


def _tell_slow(context: Context, title: str) -> None:
    text = _("Whoever is let in meanwhile is saved right after it.")
    context.messages.info(title, text, about=ABOUT)
