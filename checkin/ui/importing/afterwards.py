"""What is said once a list is imported, and the way back."""

from collections.abc import Callable

from checkin.model.i18n import _, ngettext
from checkin.model.ids import ActId
from checkin.ui.context import Context
from checkin.ui.importing.outlook import Outlook
from checkin.ui.messages import Offer
from checkin.ui.taking_back import ABOUT, undo_import


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
        _("Undo import"),
        lambda: undo_import(context, act, outlook.file),
        "undo-2",
        primary=False,
    )
    badges = Offer(_("Go to badges"), lambda: context.go("badges"))
    context.messages.ok(
        title.format(file=outlook.file),
        _more(outlook),
        undo,
        badges,
        about=ABOUT,
        stays=True,  # whoever looks away meanwhile still finds both
    )


def tell_left(context: Context, file: str, go_on: Callable[[], object]) -> None:
    """Cancel was pressed, but what was put right meanwhile is not lost."""
    context.messages.info(
        _("Nothing was imported"),
        _("What you put right in {file} is kept for now.").format(file=file),
        Offer(_("Go on with it"), go_on),
        about=ABOUT,
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
