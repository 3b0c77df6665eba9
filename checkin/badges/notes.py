"""What there is to say about badges, gathered one by one."""

from collections.abc import Iterator

from checkin.badges.field import Fitted
from checkin.badges.places import Place
from checkin.badges.report import Remark, RemarkKind
from checkin.badges.setting import Laid
from checkin.badges.text import BadgeText
from checkin.typeset import missing


class Notes:
    """The remarks on badges that come one after the other."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self._seen: set[int] = set()
        """What stands for the words of a badge: those of 100,000 would take 40 MB."""

    def note(self, badge: BadgeText, place: Place, laid: Laid) -> None:
        """What there is to say about one badge."""
        for kind, text, letters in self._odd(badge, laid):
            self.remarks.append(Remark(kind, badge.attendee, place, text, letters))

    def _odd(
        self, badge: BadgeText, laid: Laid
    ) -> Iterator[tuple[RemarkKind, str, str]]:
        for field in laid.fields:
            if kind := _kind(field):
                yield kind, field.text, ""
        if laid.band.shortened:
            yield RemarkKind.SHORTENED, badge.ticket_type, ""
        names = {"first_name", "last_name"}
        if not any(field.field.shows in names for field in laid.fields):
            yield RemarkKind.NO_NAME, "", ""
        yield from _without_font(badge)
        said, name = _alike(badge), badge.full_name or badge.first_name
        if name and said in self._seen:
            yield RemarkKind.LOOK_ALIKE, name, ""
        self._seen.add(said)


def _alike(badge: BadgeText) -> int:
    """The same for two badges that look alike; true within one run of the program."""
    return hash(
        (
            badge.full_name,
            badge.first_name,
            badge.last_name,
            badge.organisation,
            badge.role,
        )
    )


def _without_font(badge: BadgeText) -> Iterator[tuple[RemarkKind, str, str]]:
    texts = (
        badge.shown("first_name"),
        badge.shown("last_name"),
        badge.pronouns,
        badge.organisation,
        badge.role,
        badge.ticket_type,
        badge.event_name,
    )
    for text in dict.fromkeys(texts):
        if not text.isascii() and (letters := missing(text)):
            yield RemarkKind.NO_FONT, text, " ".join(sorted(letters))


def _kind(field: Fitted) -> RemarkKind | None:
    if field.shortened:
        return RemarkKind.SHORTENED
    if field.size < field.field.legible:
        return RemarkKind.MADE_SMALLER
    return None
