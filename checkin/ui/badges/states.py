"""What the page says where there is no sheet to show, and how things stand."""

from collections.abc import Callable, Mapping

from checkin.badges import Which
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.ui.badges.people import People
from checkin.ui.badges.wish import Who, Wish
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.empty import EmptyState


def state_words(counts: Mapping[Which, int]) -> str:
    """43 to print, 19 done."""
    left = counts[Which.UNPRINTED]
    done = counts[Which.ALL] - left
    if not left and done:
        return _("all {n:,} printed").format(n=done)
    return _("{left:,} to print, {done:,} done").format(left=left, done=done)


def no_people(go_on: Callable[[], object]) -> EmptyState:
    """The event has no list yet."""
    button = Button(_("Import a list…"), Kind.PRIMARY, icon="upload")
    button.clicked.connect(go_on)
    return EmptyState(
        "id-card-lanyard",
        _("No badges yet"),
        _("Badges are made from the attendee list. Import it first."),
        [button],
    )


def nothing_to_print(
    wish: Wish, people: People, again: Callable[[], object]
) -> EmptyState:
    """Why nobody is to be printed, and what one can do."""
    everyone = people.counts[Which.ALL]
    if wish.who is Who.CHOSEN:
        return _quiet(
            "users",
            _("Whose badges?"),
            _("Tick the people on the left. Their badges appear here."),
        )
    if not everyone:
        return _quiet(
            "users",
            _("Nobody is coming yet"),
            _("Everybody on the list has called off, or waits for an answer."),
        )
    if wish.who is Who.CHANGED:
        return _quiet(
            "circle-check",
            _("Every badge says the right name"),
            _("Nobody’s name was changed since the badges were printed."),
        )
    button = Button(_("Print some again…"), Kind.PRIMARY, icon="printer")
    button.clicked.connect(again)
    title = ngettext(
        "The one badge is printed.", "All {n:,} badges are printed.", everyone
    )
    words = _("Whoever is added from now on appears here.")
    return EmptyState("circle-check", title, words, [button], small=True)


def problem(error: CheckinError) -> EmptyState:
    """Why this sheet can't be made."""
    text = " ".join(filter(None, (error.message_words(), error.hint_words())))
    return _quiet("triangle-alert", error.title_words(), text)


def read_only_words() -> str:
    """Why there is no printing."""
    return _(
        "This event can only be read, so it can’t be noted who has a badge. The sheets"
        " can be saved as PDF."
    )


def _quiet(icon: str, title: str, text: str) -> EmptyState:
    return EmptyState(icon, title, text, small=True)
