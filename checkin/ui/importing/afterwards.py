"""What is said once a list is imported, and the way back."""

from PySide6.QtCore import QTimer

from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.model.ids import ActId
from checkin.store.acts import UndoneAlready, undo_named
from checkin.ui.context import Context
from checkin.ui.importing.outlook import Outlook
from checkin.ui.messages import Offer

ABOUT = "import"
"""Messages of the import replace each other."""
_SLOW_MS = 300
"""What takes longer is said to be going on."""


def tell_imported(context: Context, outlook: Outlook, act: ActId) -> None:
    """58 people imported from list.csv, with Undo import and Go to badges."""
    people = outlook.new + outlook.changed
    if people:
        title = ngettext(
            "{n:,} person imported from {{file}}.",
            "{n:,} people imported from {{file}}.",
            people,
        )
    else:
        title = ngettext(
            "{n:,} person withdrawn: no longer on {{file}}.",
            "{n:,} people withdrawn: no longer on {{file}}.",
            outlook.withdrawn,
        )
    undo = Offer(
        _("Undo import"), lambda: _undo(context, outlook, act), "undo-2", primary=False
    )
    badges = Offer(_("Go to badges"), lambda: context.go("badges"))
    context.messages.ok(
        title.format(file=outlook.file),
        _more(outlook),
        undo,
        badges,
        about=ABOUT,
        stays=True,  # there is no other way back in the window
    )


def _more(outlook: Outlook) -> str:
    if outlook.new and not (outlook.changed or outlook.withdrawn):
        return ngettext(
            "The badge is ready to print.",
            "Their badges are ready to print.",
            outlook.new,
        )
    if outlook.new:
        ready = ngettext(
            "The new badge is ready to print.",
            "{n:,} new badges are ready to print.",
            outlook.new,
        )
        return f"{outlook.consequence.sentence} {ready}"
    return outlook.consequence.sentence


def _undo(context: Context, outlook: Outlook, act: ActId) -> None:
    """Of 100,000 people it takes seconds: that is said, and how it ends."""
    slow = QTimer(context.session)
    slow.setSingleShot(True)
    slow.timeout.connect(lambda: _tell_slow(context, outlook))
    slow.start(_SLOW_MS)

    def undone(_result: object) -> None:
        slow.deleteLater()
        context.messages.ok(
            _("Undone: {file} is no longer imported.").format(file=outlook.file),
            _("The list of guests is as it was before."),
            about=ABOUT,
        )

    def failed(error: Exception) -> None:
        slow.deleteLater()
        context.messages.withdraw(ABOUT)
        if not isinstance(error, CheckinError):
            raise error
        again = Offer(_("Try again"), lambda: _undo(context, outlook, act), "undo-2")
        offers = () if isinstance(error, UndoneAlready) else (again,)
        context.messages.problem(error, *offers, about=ABOUT)

    context.session.write(lambda event: undo_named(event, act), undone, failed)


def _tell_slow(context: Context, outlook: Outlook) -> None:
    context.messages.info(
        _("Undoing the import of {file}…").format(file=outlook.file),
        _("Whoever is let in meanwhile is saved right after it."),
        about=ABOUT,
    )
