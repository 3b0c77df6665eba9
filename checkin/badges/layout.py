"""Puts the words of one badge in their places, so that all of them fit. Pure."""

from dataclasses import replace

from checkin.badges.design import Arrangement, TextLine
from checkin.badges.field import Filler, Fitted
from checkin.badges.room import MM, Room
from checkin.badges.text import BadgeText
from checkin.typeset import Style, shape

TIGHTER = (1.0, 0.88, 0.76, 0.64)
"""By how much all texts of a badge shrink, in turn, if they are too many."""


def place(badge: BadgeText, arrangement: Arrangement, space: Room) -> list[Fitted]:
    """The fields of a badge, top down; empty ones leave no gap.

    If they don't all fit, all shrink together; if even that leaves a text cut, the
    try with the fewest cuts is taken, and of these the largest.
    """
    if not shape(badge.first_name, Style.BOLD).text:
        badge = replace(badge, first_name="")  # else a dragon would be the large line
    shown = [(field, badge.shown(field.shows)) for field in arrangement.lines]
    shown = [(f, text) for f, text in shown if shape(text, f.style).text]
    best: list[Fitted] = []
    fewest = len(shown) + 1
    for tighter in TIGHTER:
        fitted = _stack(shown, space, tighter)
        cuts = sum(field.shortened for field in fitted)
        if cuts < fewest:
            best, fewest = fitted, cuts
        if not cuts:
            break
    return best


def _stack(
    shown: list[tuple[TextLine, str]], space: Room, tighter: float
) -> list[Fitted]:
    fitted: list[Fitted] = []
    sizes: dict[str, float] = {}
    y = space.top
    for field, text in shown:
        largest = field.largest * space.scale * tighter
        filler = Filler(
            field,
            space,
            y + (field.gap * MM * space.scale * tighter if fitted else 0),
            min(largest, sizes.get(field.not_above, largest)),
            field.rows,
            first=not fitted,
        )
        done = filler.fill(text)
        fitted.append(done)
        if done.settings:
            sizes[field.shows] = done.size
            y = done.settings[-1].bottom
    return fitted
