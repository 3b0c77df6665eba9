"""What is said once a list is imported, and the way back."""

from collections.abc import Callable
from pathlib import Path

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


def tell_left(
    context: Context, title: str, path: Path, go_on: Callable[[], object]
) -> None:
    """A list was left, but what was put right in it is not lost."""
    context.messages.info(
        title,
        _("What you put right in {file} is kept for now.").format(file=path.name),
        Offer(_("Go on with it"), go_on),
        about=_left(path),
    )


def withdraw_left(context: Context, path: Path) -> None:
    """It was imported all the same: there is nothing to go on with."""
    context.messages.withdraw(_left(path))


def _left(path: Path) -> str:
    """Of each list that was left: a newer one must not hide the offer of an older."""
    return f"{ABOUT} left: {path}"


def tell_nothing_imported(context: Context) -> None:
    """An import was cancelled while it went on."""
    context.messages.info(
        _("Nothing was imported"),
        _("It was cancelled; everything is as it was before."),
        about=ABOUT,
    )


def tell_to_wait(
    context: Context, file: str, go_on: Callable[[], object] | None = None
) -> None:
    """Another list comes while one is imported; `go_on` takes it up later."""
    words = _("Drop {file} here again once the other one is imported.")
    if go_on is not None:
        words = _("Go on with {file} once the other one is imported.")
    offers = [Offer(_("Go on with it"), go_on)] if go_on else []
    context.messages.info(
        _("One list at a time"), words.format(file=file), *offers, about=ABOUT
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
