"""PDF operators for plain shapes; y grows upwards, so all heights are negative."""

from checkin.badges.room import Frame

_ROUND = 0.5523
"""How far out the control points of a quarter of a circle are, in radii."""


def outline(frame: Frame, radius: float = 0) -> str:
    """The path around a frame, with round corners."""
    left, top, right, bottom = frame.left, -frame.top, frame.right, -frame.bottom
    r = min(radius, frame.width / 2, frame.height / 2)
    if r <= 0:
        return f"{left:.3f} {bottom:.3f} {frame.width:.3f} {frame.height:.3f} re"
    c = r * (1 - _ROUND)
    numbers = (
        (left + r, bottom, "m"),
        (right - r, bottom, "l"),
        (right - c, bottom, right, bottom + c, right, bottom + r, "c"),
        (right, top - r, "l"),
        (right, top - c, right - c, top, right - r, top, "c"),
        (left + r, top, "l"),
        (left + c, top, left, top - c, left, top - r, "c"),
        (left, bottom + r, "l"),
        (left, bottom + c, left + c, bottom, left + r, bottom, "c"),
    )
    steps = (" ".join(_number(one) for one in step) for step in numbers)
    return " ".join(steps) + " h"


def _number(one: float | str) -> str:
    return one if isinstance(one, str) else f"{one:.3f}"
