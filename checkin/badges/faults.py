"""What is wrong with the measures of one's own sheet: a sentence for a field. Pure."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from checkin.badges.lengths import length_words
from checkin.badges.measuring import Part
from checkin.badges.ownstocks import is_folded
from checkin.badges.stock import PLAY
from checkin.badges.stocks import plain, stocks
from checkin.model.i18n import _
from checkin.settings import OwnStock

MOST_BADGES = 50
"""In a row or a column."""
LONGEST_NAME = 60
_PLAY = PLAY / 2
"""mm; less than a stock may have, so that what has no fault is always a stock."""
UNEVEN = 2.0
"""mm by which opposite margins may differ before one is asked to measure again."""


class Fault(NamedTuple):
    """One field, and what is the matter with it."""

    part: Part
    words: str


def faults(
    own: OwnStock,
    unread: Collection[Part] = (),
    taken: Collection[str] = (),
    latest: Part | None = None,
) -> list[Fault]:
    """All that keeps these measures from being a sheet; at most one a field.

    Args:
        own: the measures; what could not be read is as it was before.
        unread: what could not be read as a number.
        taken: names of the user's other sheets.
        latest: what was changed last; it is blamed where several could be.
    """
    found = [Fault(part, _not_read(part)) for part in Part if part in unread]
    alone = [*_name(own, taken), *_numbers(own)]
    found += [fault for fault in alone if fault.part not in unread]
    if all(fault.part is Part.NAME for fault in found):  # else it is drawn by guesses
        found += [*_overlaps(own), *_leaves(own, latest), *_corner(own)]
    return list({fault.part: fault for fault in reversed(found)}.values())[::-1]


def _not_read(part: Part) -> str:
    if part in (Part.COLUMNS, Part.ROWS):
        return _("Type a whole number, such as 2.")
    return _("Type a length, such as 80 or 17.5.")


def _name(own: OwnStock, taken: Collection[str]) -> Iterator[Fault]:
    if not plain(own.name):
        yield Fault(Part.NAME, _("Give it a name, such as what stands on the pack."))
    elif len(own.name) > LONGEST_NAME:
        words = _("At most {n} letters.").format(n=LONGEST_NAME)
        yield Fault(Part.NAME, words)
    elif plain(own.name) in {plain(name) for name in taken}:
        yield Fault(Part.NAME, _("You have a sheet of that name already."))
    elif shipped := next((s for s in stocks() if plain(own.name) in _named(s)), None):
        words = _("{stock} is called that already.").format(stock=shipped.title)
        yield Fault(Part.NAME, words)


def _named(shipped: object) -> set[str]:
    return {plain(getattr(shipped, name)) for name in ("part", "title")}


def _numbers(own: OwnStock) -> Iterator[Fault]:
    more = _("It has to be more than 0.")
    sides = (
        (Part.PAPER_WIDTH, own.paper_size[0]),
        (Part.PAPER_HEIGHT, own.paper_size[1]),
        (Part.WIDTH, own.badge_size[0]),
        (Part.HEIGHT, own.badge_size[1]),
    )
    yield from (Fault(part, more) for part, value in sides if value <= 0)
    for part, number in ((Part.COLUMNS, own.columns), (Part.ROWS, own.rows)):
        if not 1 <= number <= MOST_BADGES:
            yield Fault(part, _("1 to {most}.").format(most=MOST_BADGES))
    less = _("It can’t be less than 0.")
    edges = (
        (Part.LEFT, own.first[0]),
        (Part.TOP, own.first[1]),
        (Part.CORNER, own.corner),
    )
    yield from (Fault(part, less) for part, value in edges if value < 0)


def _overlaps(own: OwnStock) -> Iterator[Fault]:
    counts = (own.columns, own.rows)
    for axis, part in enumerate((Part.ACROSS, Part.DOWN)):
        over = own.badge_size[axis] - own.pitch[axis]
        if counts[axis] == 1 or over <= _PLAY:
            continue
        if own.by_gap:
            yield Fault(part, _("The badges overlap: a gap can’t be less than 0."))
            continue
        words = _("The badges overlap by {over}: at least {least}.").format(
            over=length_words(over, own.unit),
            least=length_words(own.badge_size[axis], own.unit),
        )
        yield Fault(part, words)


def _leaves(own: OwnStock, latest: Part | None) -> Iterator[Fault]:
    across = (Part.LEFT, Part.WIDTH, Part.COLUMNS, Part.ACROSS, Part.PAPER_WIDTH)
    down = (Part.TOP, Part.HEIGHT, Part.ROWS, Part.DOWN, Part.PAPER_HEIGHT)
    for axis, parts in enumerate((across, down)):
        over = -rest(own)[axis]
        if over <= _PLAY:
            continue
        several = (own.columns, own.rows)[axis] > 1
        usual = parts[2] if several else parts[1]
        words = _beyond(axis, several).format(over=length_words(over, own.unit))
        yield Fault(latest if latest in parts else usual, words)


def _beyond(axis: int, several: bool) -> str:
    if axis == 0:
        return (
            _("The last column ends {over} beyond the paper.")
            if several
            else _("The badge ends {over} beyond the paper.")
        )
    return (
        _("The last row ends {over} beyond the paper.")
        if several
        else _("The badge ends {over} beyond the paper.")
    )


def _corner(own: OwnStock) -> Iterator[Fault]:
    width, height = own.badge_size
    most = min(width, height / 2 if is_folded(own) else height) / 2
    if own.corner > most:
        words = _("At most {most}, half of the shorter side.")
        yield Fault(Part.CORNER, words.format(most=length_words(most, own.unit)))


def rest(own: OwnStock) -> tuple[float, float]:
    """What is left of the paper, in mm, on the right and at the bottom."""
    counts = (own.columns, own.rows)
    across, down = (
        own.paper_size[axis]
        - own.first[axis]
        - (counts[axis] - 1) * own.pitch[axis]
        - own.badge_size[axis]
        for axis in (0, 1)
    )
    return round(across, 4), round(down, 4)


def doubts(own: OwnStock) -> str:
    """What one should measure again, though it could be; empty for nothing."""
    right, bottom = rest(own)
    if abs(right - own.first[0]) > UNEVEN:
        words = _("The margin is {one} on the left, but {other} on the right.")
        pair = own.first[0], right
    elif abs(bottom - own.first[1]) > UNEVEN:
        words = _("The margin is {one} at the top, but {other} at the bottom.")
        pair = own.first[1], bottom
    else:
        return ""
    one, other = (length_words(margin, own.unit) for margin in pair)
    told = words.format(one=one, other=other)
    return f"{told} {_('Most sheets are even: measure once more.')}"
