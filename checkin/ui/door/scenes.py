"""The scenes that are no verdicts: nothing yet, not saved, the host is called."""

from dataclasses import replace

from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _, ngettext
from checkin.model.verdict import Family
from checkin.store.errors import ReadOnlyEvent
from checkin.ui.door.scene import Deed, Name, Pill, Scene, Sort, step_of
from checkin.ui.door.unsaved import Unsaved

_HOW = N_("Scan a badge or the ticket on a phone. It works wherever the cursor is.")


def idle() -> Scene:
    """Ready for the next guest."""
    return Scene(
        sort=Sort.IDLE,
        family=Family.ASK,
        icon="scan-line",
        word=_("Ready to scan"),
        reason=_(_HOW),
    )


def not_saved(unsaved: Unsaved) -> Scene:
    """The disk would not have it: the guest is let in, and nothing is lost on paper."""
    title, hint = _of(unsaved.error)
    pills = []
    if unsaved.again and unsaved.waiting > 1:
        n = unsaved.waiting
        words = ngettext("{n} scan is waiting", "{n} scans are waiting", n)
        pills.append(Pill(words, "clock"))
    elif unsaved.again:
        pills.append(Pill(_("It is kept and tried again"), "clock"))
    return Scene(
        sort=Sort.NOT_SAVED,
        family=Family.STOP,
        icon="hard-drive",
        word=_("NOT SAVED"),
        reason=title,
        time=unsaved.at.hour_minute(),
        name=_paper(),
        second=unsaved.about,
        pills=tuple(pills),
        say=hint,
        steps=(step_of(Deed.RETRY),) if unsaved.again else (),
        filled=unsaved.again,
    )


def _paper() -> Name:
    let, note = _("Let them in,"), _("note it on paper")
    return Name(f"{let} {note}", let, note)


def _of(error: Exception) -> tuple[str, str]:
    """What is wrong, and what to do."""
    if isinstance(error, ReadOnlyEvent):
        return _("This event can only be read"), error.hint_words()
    if isinstance(error, CheckinError):
        return error.title_words(), error.hint_words() or error.message_words()
    return _("Something went wrong on our side"), _("Scan the next guest as usual.")


def host_called(about: Scene) -> Scene:
    """A calm notice for desk and guest, until the host has come."""
    what = about.name.whole or about.second
    kept = [s for s in about.steps if s.deed in (Deed.LET_IN, Deed.PAY, Deed.FIND)]
    return replace(
        about,
        family=Family.ASK,
        icon="bell",
        word=_("The host is called"),
        reason=f"{what} · {about.word}" if what else about.word,
        pills=(),
        say=_("The host will be with you in a moment. Would you like to wait here?"),
        steps=tuple(kept),
        filled=False,
    )
