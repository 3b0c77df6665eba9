"""The lists of the page: an audience each, with its words and what it is made for."""

from collections.abc import Callable
from dataclasses import dataclass

from checkin.followup.formats import FORMATS, Format
from checkin.followup.mailing import Survey
from checkin.model.i18n import N_, _, ngettext

_CSV, _REGISTER = "csv", "register"


@dataclass(frozen=True, slots=True)
class FollowUpList:
    """One card at the left."""

    audience: str
    """As in checkin/followup/audiences.py."""
    title: str
    icon: str
    file: str
    """The name that its files are offered under, without an ending."""
    of: Callable[[int], str]
    """So many are in the audience: of 46 who came."""
    mailing: bool = True
    """Whether only those are in the file who may be written to."""

    @property
    def ready_at_once(self) -> bool:
        """Whether it makes sense before anybody has come."""
        return not self.mailing

    def size(self, survey: Survey) -> int:
        """How many people its file holds."""
        return survey.may_write if self.mailing else survey.people

    def formats(self) -> list[Format]:
        """What it can be saved as, the usual one first."""
        fitting = [f for f in FORMATS if f.name != _REGISTER or not self.mailing]
        return sorted(fitting, key=lambda f: (f.name != _CSV, f.name != _REGISTER))

    def file_name(self, made_for: Format) -> str:
        """thank-those-who-came.csv"""
        stem = "door-list" if made_for.name == _REGISTER else self.file
        return f"{stem}{made_for.ending}"


def _of_attended(n: int) -> str:
    return ngettext("of {n:,} who came", "of {n:,} who came", n)


def _of_missed(n: int) -> str:
    return ngettext(
        "of {n:,} who was expected and did not come",
        "of {n:,} who were expected and did not come",
        n,
    )


def _of_new(n: int) -> str:
    return ngettext(
        "of {n:,} here for the first time", "of {n:,} here for the first time", n
    )


def _of_walk_ins(n: int) -> str:
    return ngettext("of {n:,} walk-in", "of {n:,} walk-ins", n)


def _of_returning(n: int) -> str:
    return ngettext(
        "of {n:,} who had been here before", "of {n:,} who had been here before", n
    )


def _of_everyone(_n: int) -> str:
    return _("everyone, called off or not")


LISTS = (
    FollowUpList(
        "attended",
        N_("Thank those who came"),
        "hand-heart",
        "thank-those-who-came",
        _of_attended,
    ),
    FollowUpList(
        "missed", N_("Sorry we missed you"), "mail", "sorry-we-missed-you", _of_missed
    ),
    FollowUpList(
        "first-timers",
        N_("Welcome the new ones"),
        "sparkles",
        "welcome-the-new-ones",
        _of_new,
    ),
    FollowUpList("walk-ins", N_("Walk-ins"), "user-plus", "walk-ins", _of_walk_ins),
    FollowUpList("returning", N_("Old friends"), "users", "old-friends", _of_returning),
    FollowUpList(
        "everyone",
        N_("Register for the files"),
        "table-2",
        "register",
        _of_everyone,
        mailing=False,
    ),
)
THANKS, REGISTER = LISTS[0], LISTS[-1]


def small_line(one: FollowUpList, survey: Survey | None, anybody_came: bool) -> str:
    """The second line of its card."""
    if not one.mailing:
        return _("for running the event")
    if not anybody_came:
        return _("Ready once somebody has come.")
    if survey is None:
        return ""
    if not survey.people:
        return _("nobody on it")
    return ngettext(
        "{n:,} may be written to", "{n:,} may be written to", survey.may_write
    )


def save_words(one: FollowUpList, made_for: Format, n: int) -> str:
    """What the button says: Save 41 contacts as a spreadsheet."""
    if made_for.name == _REGISTER:
        return _door_list_words(n)
    as_what = _AS.get(made_for.name)
    template = _("{save_many} {as_what}") if as_what else _("{save_many}: {as_what}")
    return template.format(
        save_many=_save_many(one, n), as_what=_(as_what or made_for.words)
    )


def _door_list_words(n: int) -> str:
    if not n:
        return _("Save the door list")
    return ngettext(
        "Save the door list with {n:,} guest", "Save the door list with {n:,} guests", n
    )


def _save_many(one: FollowUpList, n: int) -> str:
    if not n:
        return _("Save contacts") if one.mailing else _("Save guests")
    if one.mailing:
        return ngettext("Save {n:,} contact", "Save {n:,} contacts", n)
    return ngettext("Save {n:,} guest", "Save {n:,} guests", n)


_AS = {
    "csv": N_("as a spreadsheet"),
    "xlsx": N_("as an Excel workbook"),
    "csv-machine": N_("as CSV for programs"),
    "json": N_("as JSON for programs"),
}
