"""What stands on one sheet, in words for tooltips and screen readers. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.badges import Kind, Stock
from checkin.model.i18n import _
from checkin.model.words import isolate


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on one sheet."""

    stock: Stock
    number: int = 1
    """Counted from 1; places of the first one can be marked as used."""
    total: int = 1
    used: frozenset[int] = frozenset()
    names: Mapping[int, str] = field(default_factory=dict)
    """Of the badges, by place."""
    remarks: Mapping[int, str] = field(default_factory=dict)
    """What to look at, by place."""

    two_sided: bool = False
    back: bool = False
    """Whether it is seen from behind."""

    @property
    def title(self) -> str:
        """Sheet 1 of 5."""
        words = _("Sheet {n:,} of {total:,}")
        if self.back:
            words = _("Back {n:,} of {total:,}")
        elif self.stock.kind is Kind.ROLL:
            words = _("Label {n:,} of {total:,}")
        return words.format(n=self.number, total=self.total)

    @property
    def markable(self) -> bool:
        """Whether a click says that a place is used."""
        return self.number == 1 and not self.back and self.stock.places > 1

    def words(self, place: int) -> str:
        """One place, for tooltips and screen readers."""
        if self.markable and place in self.used:
            return _("Place {n}: already used").format(n=place)
        name = self.names.get(place)
        words = _("Place {n}: {name}") if name else _("Place {n}: empty")
        said = [words.format(n=place, name=isolate(name or ""))]
        if remark := self.remarks.get(place):
            said.append(remark)
        return "\n".join(said)

    def spoken(self) -> str:
        """The whole sheet."""
        if self.back:
            return self.title
        places = (self.words(place) for place in range(1, self.stock.places + 1))
        return ". ".join((self.title, *places)).replace("\n", ". ")
