"""Print runs in words, for the window and the terminal."""

from checkin.model.clock import Instant
from checkin.model.i18n import _, ngettext
from checkin.model.prints import Run, because
from checkin.model.story import when_words
from checkin.model.words import isolate


def run_words(run: Run, now: Instant) -> str:
    """12 badges on 2 sheets, Today 18:42, Main door."""
    return f"{run_amount(run)}, {run_moment(run, now)}"


def run_amount(run: Run) -> str:
    """12 badges on 2 sheets."""
    badges = ngettext("{n:,} badge", "{n:,} badges", run.badges)
    sheets = ngettext("{n:,} sheet", "{n:,} sheets", run.sheets)
    return _("{badges} on {sheets}").format(badges=badges, sheets=sheets)


def run_moment(run: Run, now: Instant) -> str:
    """Today 18:42, Main door."""
    when = when_words(run.when, now)
    return _("{when}, {desk}").format(when=when, desk=run.actor)


def run_details(run: Run) -> str:
    """What else there is to say: where, on what, why, and what of it counts.

    It begins with a capital, unless with a name: `out.pdf` is no Out.pdf.
    """
    before = [run_state(run), *_why(run)]
    where = isolate(run.printer) or run.file
    words = " · ".join(filter(None, (*before, where or _("as a file"), *_how(run))))
    return words[:1].upper() + words[1:] if any(before) or not where else words


def run_state(run: Run) -> str:
    """What of it does not count any more; empty where all does."""
    if run.undone:
        return _("Undone")
    if not run.gone:
        return ""
    return ngettext(
        "{n:,} of them doesn’t count any more",
        "{n:,} of them don’t count any more",
        run.gone,
    )


def _why(run: Run) -> list[str]:
    goes_on = _("the rest of an earlier run") if run.continues else ""
    why = because(run.reason) if run.reason else ""
    return [goes_on, _("again, {why}").format(why=why) if why else ""]


def _how(run: Run) -> list[str]:
    read = _("every code read back ({how})").format(how=run.verified)
    return [run.stock, run.design, read if run.verified else ""]
