"""What puts right how a printer prints: by how much, and how it is found out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.badges.crosses import MOST_OFFSET, MOST_SCALE, Measured, printed_right
from checkin.badges.errors import NotCalibrated
from checkin.badges.stock import Point, Size
from checkin.badges.units import MM
from checkin.model.i18n import N_, _
from checkin.settings import Settings

PDF = "PDF"
"""Under this name the calibration of the printer that PDF files are printed on."""
_NOWHERE = Point(0.0, 0.0)
_CLOSE = 0.05
"""mm or per cent that nobody sees."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a page is changed before it goes to a printer, from its upper left corner.

    Raises:
        NotCalibrated: by so much that it can't be meant.
    """

    offset: Point = _NOWHERE
    """mm to the right and down; after the scale."""
    scale: tuple[float, float] = (100.0, 100.0)
    """Per cent across and down."""

    def __post_init__(self) -> None:
        for one in self.offset:
            if not abs(one) <= MOST_OFFSET:
                raise NotCalibrated(reason=_(_FAR).format(n=f"{one:g}"))
        for one in self.scale:
            if not abs(one - 100) <= MOST_SCALE:
                raise NotCalibrated(reason=_(_GROWN).format(n=f"{one:g}"))

    @classmethod
    def from_measured(
        cls, measured: Measured, paper: Size, present: "Calibration | None" = None
    ) -> "Calibration":
        """What puts right a printer on whose test sheet one measured that.

        `present` is what the test sheet was printed with; None for nothing.

        Raises:
            NotCalibrated: what was measured can't be, and what it may be instead.
        """
        right = printed_right(paper)
        measured.look_at(right)
        present = present or AS_IT_IS
        found = [
            _corrected(*each)
            for each in zip(
                (measured.left, measured.top),
                (measured.across, measured.down),
                right[:2],
                right[2:],
                present.offset,
                present.scale,
                strict=True,
            )
        ]
        (left, across), (top, down) = found
        return cls(Point(left, top), (across, down))

    @classmethod
    def of(cls, numbers: Sequence[float] | None) -> "Calibration":
        """From what the settings keep; nothing to put right where that can't be."""
        try:
            left, top, across, down = numbers or AS_IT_IS.numbers
            return cls(Point(left, top), (across, down))
        except (NotCalibrated, ValueError):
            return AS_IT_IS

    @property
    def numbers(self) -> tuple[float, float, float, float]:
        """For the settings: mm right, mm down, per cent across, per cent down."""
        return (*self.offset, *self.scale)

    @property
    def changes(self) -> bool:
        """Whether a page comes out another way."""
        return self.numbers != AS_IT_IS.numbers

    def matrix(self, height: float) -> tuple[float, float, float, float]:
        """(x scale, y scale, x, y) for a page that is so many pt high, in pt."""
        across, down = (one / 100 for one in self.scale)
        lift = height * (1 - down) - self.offset.top * MM
        return across, down, self.offset.left * MM, lift

    def error_words(self) -> str:
        """What the printer does wrong: prints 1.2 mm too far right, 0.3 % too large."""
        across, down = self.scale
        parts = [
            _off(-self.offset.left * 100 / across, _RIGHT, _LEFT),
            _off(-self.offset.top * 100 / down, _LOW, _HIGH),
            *_sizes(100 * 100 / across - 100, 100 * 100 / down - 100),
        ]
        said = [part for part in parts if part]
        if not said:
            return _("prints where it should")
        return _("prints {what}").format(what=", ".join(said))


def kept_calibration(settings: Settings, printer: str = "") -> Calibration:
    """What is done here against how a printer prints; without a name, as `PDF`."""
    return Calibration.of(settings.calibration(printer or PDF))


def keep_calibration(
    settings: Settings, printer: str, calibration: Calibration | None
) -> None:
    """From now on that holds for a printer; None: nothing does."""
    numbers = calibration.numbers if calibration and calibration.changes else None
    settings.keep_calibration(printer or PDF, numbers)


AS_IT_IS = Calibration()
"""A printer that makes no mistake, as far as is known."""

_FAR = N_("{n} mm is further off than any printer prints.")
_GROWN = N_("{n} % of the size is more than any printer is off.")
_RIGHT, _LEFT = N_("{n} mm too far right"), N_("{n} mm too far left")
_LOW, _HIGH = N_("{n} mm too low"), N_("{n} mm too high")


def _corrected(
    edge: float, between: float, right_edge: float, right: float,
    offset: float, scale: float,
) -> tuple[float, float]:  # fmt: skip
    """Offset in mm and scale in per cent, along one side of the paper.

    What should stand at x is printed at shift + grown * x; so it has to be sent to
    (x - shift) / grown, and from there to where the sheet that was measured had it.
    """
    grown = between / right
    shift = edge - grown * right_edge
    scale /= 100
    return round(offset - scale * shift / grown, 3), round(100 * scale / grown, 3)


def _off(distance: float, more: str, less: str) -> str:
    if abs(distance) < _CLOSE:
        return ""
    return _(more if distance > 0 else less).format(n=f"{abs(distance):.1f}")


def _sizes(across: float, down: float) -> list[str]:
    """One part if both are about the same."""
    if abs(across - down) < 2 * _CLOSE:
        return [_size((across + down) / 2)]
    one, other = _size(across), _size(down)
    parts = [one and _("{what} across").format(what=one)]
    return [*parts, other and _("{what} down").format(what=other)]


def _size(per_cent: float) -> str:
    if abs(per_cent) < _CLOSE:
        return ""
    words = _("{n} % too large") if per_cent > 0 else _("{n} % too small")
    return words.format(n=f"{abs(per_cent):.1f}")
