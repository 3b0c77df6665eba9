"""How large the sheet is shown: all of it, as wide as can be, or so many per cent."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, QSizeF

from checkin.badges import Stock

STEPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""Of the real size."""
_PX_PER_MM = 96 / 25.4
"""Qt's pixels are 1/96 inch where a screen says nothing else."""
_WIDEST = 860
"""Of a sheet that stands alone on the page, in px."""
_CLOSE = 1.02
"""A step that is as near as that is no step."""


class Fit(StrEnum):
    """What the size of the sheet follows."""

    WHOLE = "whole"
    WIDE = "wide"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Zoom:
    """The size of the sheet on the screen."""

    fit: Fit = Fit.WHOLE
    step: float = 1.0
    """Where it follows nothing else."""

    def scale(self, stock: Stock, room: QSize, text_scale: float = 1.0) -> float:
        """Of the paper where there is so much room, in px; 1.0 is its real size."""
        paper = real_size(stock)
        if self.fit is Fit.STEP:
            return self.step
        across = room.width() / paper.width()
        if self.fit is Fit.WIDE:
            return min(across, _WIDEST * text_scale / paper.width())
        return min(across, room.height() / paper.height())

    def closer(self, now: float) -> "Zoom":
        """The next larger one; the same at the end."""
        larger = [step for step in STEPS if step > now * _CLOSE]
        return Zoom(Fit.STEP, larger[0]) if larger else self

    def further(self, now: float, whole: float) -> "Zoom":
        """The next smaller one, down to the whole sheet or its real size."""
        smaller = [step for step in STEPS if step < now / _CLOSE]
        if smaller and (smaller[-1] == 1.0 or smaller[-1] > min(whole, 1.0) * _CLOSE):
            return Zoom(Fit.STEP, smaller[-1])
        return Zoom() if whole <= now else self


def real_size(stock: Stock) -> QSizeF:
    """Of the paper, in px."""
    return QSizeF(*(side * _PX_PER_MM for side in stock.paper_size))
