"""What there is to say about badges, gathered one by one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from checkin.badges.field import Fitted
from checkin.badges.places import Place
from checkin.badges.report import Remark, RemarkKind
from checkin.badges.setting import LaidSide
from checkin.badges.templates import NAMES
from checkin.badges.text import BadgeText
from checkin.typeset import missing

_Odd = tuple[RemarkKind, str, dict[str, Any]]
"""What is odd, about which text, and what else a remark says of it."""


class Notes:
    """The remarks on badges that come one after the other."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self._seen: set[int] = set()
        """What stands for the words of a badge: those of 100,000 would take 40 MB."""

    def note(self, badge: BadgeText, place: Place, laid: LaidSide) -> None:
        """What there is to say about one badge."""
        for kind, text, more in self._odd(badge, laid):
            remark = Remark(kind, badge.attendee, place, text)
            self.remarks.append(replace(remark, **more))

    def _odd(self, badge: BadgeText, laid: LaidSide) -> Iterator[_Odd]:
        named = False
        for field in laid.fields:
            named = named or not NAMES.isdisjoint(field.line.words.names)
            yield from _of_field(field)
        for text in laid.cut:
            yield RemarkKind.SHORTENED, text, {}
        for picture in laid.lost:
            if picture.broken:
                yield RemarkKind.BROKEN_PICTURE, picture.broken, {}
            else:
                yield RemarkKind.NO_PHOTO, badge.full_name or badge.first_name, {}
        if not named:
            yield RemarkKind.NO_NAME, "", {}
        yield from _without_font(badge, laid)
        said, name = _alike(badge), badge.full_name or badge.first_name
        if name and said in self._seen:
            yield RemarkKind.LOOK_ALIKE, name, {}
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


def _without_font(badge: BadgeText, laid: LaidSide) -> Iterator[_Odd]:
    """Of the names that are always looked at, and of all that is shown."""
    texts = dict.fromkeys((badge.first_name, badge.last_name, *laid.said))
    if badge.first_name:  # then the whole name only stands in for it
        texts.pop(badge.full_name, None)
    for text in texts:
        if not text.isascii() and (letters := missing(text)):
            yield RemarkKind.NO_FONT, text, {"letters": " ".join(sorted(letters))}


def _of_field(field: Fitted) -> Iterator[_Odd]:
    if field.shortened:
        yield RemarkKind.SHORTENED, field.text, {}
    elif field.size < field.line.legible:
        told = {"size": field.size, "meant": field.line.legible}
        yield RemarkKind.MADE_SMALLER, field.text, told
