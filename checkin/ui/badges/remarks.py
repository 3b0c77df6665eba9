"""Remarks in words and groups: what is odd, of which badges. Pure."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.badges import Place, Remark, RemarkKind
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId, SubjectId
from checkin.model.words import isolate

_ICONS = {
    RemarkKind.MADE_SMALLER: "a-large-small",
    RemarkKind.SHORTENED: "a-large-small",
    RemarkKind.NO_NAME: "user-x",
    RemarkKind.NO_FONT: "type",
    RemarkKind.LOOK_ALIKE: "users",
}


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

    def words(self, remark: Remark) -> str:
        """What it means for one of them."""
        text = isolate(remark.text)
        match self.kind:
            case RemarkKind.MADE_SMALLER:
                words = _("{text} can be read from less far away.")
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
        return words.format(text=text, letters=remark.letters)


def grouped(remarks: Sequence[Remark]) -> list[Group]:
    """By kind, in the order in which they come on the sheets."""
    kinds: dict[RemarkKind, list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.kind, []).append(remark)
    return [Group(kind, tuple(those)) for kind, those in kinds.items()]


def between(remarks: Sequence[Remark], first: Place, end: Place) -> Sequence[Remark]:
    """Those of the badges from one place to before another; they come in that order.

    A walk through the remarks on 100,000 badges would be felt at each turn of a sheet.
    """
    low, high = (
        bisect_left(remarks, at, key=lambda one: one.place) for at in (first, end)
    )
    return remarks[low:high]


def said_of(
    remarks: Sequence[Remark], cells: Mapping[AttendeeId, int]
) -> dict[int, str]:
    """What is to be said of each of these badges, a line a remark, by its cell."""
    said: dict[int, list[str]] = {}
    for remark in remarks:
        if cell := cells.get(AttendeeId(SubjectId(remark.attendee))):
            said.setdefault(cell, []).append(remark.words())
    return {cell: "\n".join(lines) for cell, lines in said.items()}
