"""Puts the lines of a text into its frame, so that all of them fit. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from checkin.badges.elements import Text, TextLine, VAlign
from checkin.badges.field import SLACK, Area, Filler, Fitted
from checkin.badges.palette import Tint
from checkin.badges.templates import Said
from checkin.badges.units import MM
from checkin.typeset import shape

TIGHTER = (1.0, 0.88, 0.76, 0.64)
"""By how much all lines of a text shrink, in turn, if they are too many."""

_ENDS = re.compile(r"[;\r\n]+")


class Shown(NamedTuple):
    """A line and what it says on this badge."""

    line: TextLine
    text: str


def shown(text: Text, said: Said) -> list[Shown]:
    """The lines that say something."""
    lines = (Shown(line, line.words.of(said)) for line in text.lines)
    return [part for one in lines if one.text for part in _parts(one)]


def _parts(one: Shown) -> list[Shown]:
    if not one.line.each:
        return [one]
    return [Shown(one.line, part) for part in _ENDS.split(one.text) if part.strip()]


def place(text: Text, lines: Sequence[Shown], area: Area, tint: Tint) -> list[Fitted]:
    """The lines of a text, top down; one that can't be printed leaves no hole.

    If they don't all fit, all shrink together; if even that leaves a line cut, the
    try with the fewest cuts is taken, and of these the largest.
    """
    lines = [one for one in lines if shape(one.text, one.line.style).text]
    best: list[Fitted] = []
    fewest = len(lines) + 1
    for tighter in TIGHTER:
        fitted = _stack(text, lines, area, tint, tighter)
        if most := _uneven(fitted):
            fitted = _stack(text, lines, area, tint, tighter, most)
        cuts = sum(field.shortened for field in fitted)
        if cuts < fewest:
            best, fewest = fitted, cuts
        if not cuts:
            break
    return best if text.valign is VAlign.TOP else _lowered(text, best, area)


def _stack(
    text: Text,
    lines: Sequence[Shown],
    area: Area,
    tint: Tint,
    tighter: float,
    most: Mapping[TextLine, float] = MappingProxyType({}),
) -> list[Fitted]:
    fitted: list[Fitted] = []
    sizes: dict[str, float] = {}
    y = area.frame.top
    for line, words in lines:
        largest = most.get(line, line.largest * area.scale * tighter)
        filler = Filler(
            line,
            area,
            y + (line.gap * MM * area.scale * tighter if fitted else 0),
            min(largest, sizes.get(line.not_above, largest)),
            first=not fitted,
            ink=tint.text(line.ink, line.fill or text.on),
            label=tint.fill(line.fill) if line.fill else None,
        )
        done = filler.fill(words)
        fitted.append(done)
        if done.settings:
            if line.words.shows:
                sizes[line.words.shows] = done.size
            y = done.settings[-1].bottom
    return fitted


def _uneven(fitted: Sequence[Fitted]) -> dict[TextLine, float]:
    """The least size of each line whose parts came out in different ones."""
    sizes: dict[TextLine, set[float]] = {}
    for one in fitted:
        if one.line.each and one.settings:
            sizes.setdefault(one.line, set()).add(one.size)
    return {line: min(found) for line, found in sizes.items() if len(found) > 1}


def _lowered(text: Text, fitted: list[Fitted], area: Area) -> list[Fitted]:
    """In the middle or at the bottom of the frame, unless a code is in the way."""
    settings = [setting for field in fitted for setting in field.settings]
    if not settings:
        return fitted
    free = area.frame.bottom - settings[-1].bottom
    down = free / 2 if text.valign is VAlign.MIDDLE else free
    moved = [replace(one, baseline=one.baseline + down) for one in settings]
    for one in moved:
        left, top, right, bottom = one.ink_box
        begin, end = area.span(top, bottom)
        if free <= 0 or right > end + SLACK or (area.zones and left < begin - SLACK):
            return fitted
    rest = iter(moved)
    return [
        replace(field, settings=tuple(next(rest) for _one in field.settings))
        for field in fitted
    ]
