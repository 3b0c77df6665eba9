"""Remarks in words and groups: what is odd, of which badges. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkin.badges import Remark, RemarkKind
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId, SubjectId
from checkin.model.words import isolate

_ICONS = {
    RemarkKind.MADE_SMALLER: "a-large-small",
    RemarkKind.SHORTENED: "a-large-small",
    RemarkKind.NO_NAME: "user-x",
    RemarkKind.NO_FONT: "type",
    RemarkKind.LOOK_ALIKE: "users",
    RemarkKind.NO_PHOTO: "camera",
    RemarkKind.BROKEN_PICTURE: "camera",
}

ByBadge = Mapping[AttendeeId, Sequence[Remark]]
"""All remarks, by whose badge they are about."""


@dataclass(frozen=True, slots=True)
class Group:
    """All remarks of one kind."""

    kind: RemarkKind
    remarks: tuple[Remark, ...]

    @property
    def icon(self) -> str:
        """The name of the icon that stands beside it."""
        return _ICONS[self.kind]

    @property
    def title(self) -> str:
        """What is so."""
        n = len(self.remarks)
        match self.kind:
            case RemarkKind.MADE_SMALLER:
                return ngettext(
                    "A name was made smaller", "{n:,} names were made smaller", n
                )
            case RemarkKind.SHORTENED:
                return ngettext("A text was cut short", "{n:,} texts were cut short", n)
            case RemarkKind.NO_NAME:
                return ngettext("A badge has no name", "{n:,} badges have no name", n)
            case RemarkKind.NO_FONT:
                return ngettext(
                    "A letter has no font", "{n:,} texts have letters without a font", n
                )
            case RemarkKind.LOOK_ALIKE:
                return ngettext(
                    "Two badges look alike", "{n:,} badges look like another one", n
                )
            case RemarkKind.NO_PHOTO:
                return ngettext("A photo is missing", "{n:,} photos are missing", n)
            case RemarkKind.BROKEN_PICTURE:
                return ngettext(
                    "A picture can’t be read", "{n:,} pictures can’t be read", n
                )

    def words(self, remark: Remark) -> str:
        """What it means for one of them."""
        text = isolate(remark.text)
        match self.kind:
            case RemarkKind.MADE_SMALLER:
                words = _("{text} reads well up to {reads} m, not {should_read} m.")
            case RemarkKind.SHORTENED:
                words = _("{text} ends in “…”.")
            case RemarkKind.NO_NAME:
                words = _("Give this guest a name, or hand out a blank one.")
            case RemarkKind.NO_FONT:
                words = _(
                    "{letters} in {text} would print empty. Spell it another way?"
                )
            case RemarkKind.LOOK_ALIKE:
                words = _("{text}, twice. Scan the codes to tell them apart.")
            case RemarkKind.NO_PHOTO:
                words = _("{text} gets initials in its place.")
            case RemarkKind.BROKEN_PICTURE:
                words = _("{text} is no picture, or too large a one.")
        return words.format(
            text=text,
            letters=remark.letters,
            reads=remark.reads,
            should_read=remark.should_read,
        )


def grouped(remarks: Sequence[Remark]) -> list[Group]:
    """By kind, in the order in which they come on the sheets."""
    kinds: dict[RemarkKind, list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.kind, []).append(remark)
    return [Group(kind, tuple(those)) for kind, those in kinds.items()]


def by_badge(remarks: Iterable[Remark]) -> ByBadge:
    """Whose they are: a walk through all of them would be felt at each turn."""
    found: dict[AttendeeId, list[Remark]] = {}
    for remark in remarks:
        found.setdefault(AttendeeId(SubjectId(remark.attendee)), []).append(remark)
    return found


def said_of(remarks: ByBadge, whose: Mapping[int, AttendeeId]) -> dict[int, str]:
    """What is to be said of the badges in these cells, a line a remark."""
    return {
        cell: "\n".join(remark.words() for remark in remarks[own])
        for cell, own in whose.items()
        if own in remarks
    }
