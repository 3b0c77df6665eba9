"""Options of `checkin badges` that say how badges come onto sheets."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from checkin.badges import (
    Duplex,
    Fill,
    Marks,
    Sheeting,
    Stock,
    kept_calibration,
)
from checkin.badges.sheeting import MOST_COPIES
from checkin.cli.shared import Words
from checkin.settings import Settings, config_dir


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen of them."""

    fill: Fill
    copies: int
    duplex: Duplex
    marks: Marks

    def on(
        self,
        stock: Stock,
        used: frozenset[int],
        start: int,
        *,
        printer: str,
        dots: int | None,
    ) -> Sheeting:
        """All of it, put right for that printer; without one, as for PDF files."""
        return Sheeting(
            stock,
            used,
            start,
            self.fill,
            self.copies,
            self.duplex,
            self.marks,
            kept_calibration(Settings(config_dir()), printer),
            dots,
        )


_OPTIONS = (
    click.option(
        "--fill",
        type=Words(Fill),
        default=Fill.ROWS.value,
        help="Stack: the pile of sheets, cut up, lies in order.",
    ),
    click.option(
        "--copies",
        type=click.IntRange(1, MOST_COPIES),
        default=1,
        help="Of each badge, side by side.",
    ),
    click.option(
        "--duplex",
        type=Words(Duplex),
        default=Duplex.LONG_EDGE.value.replace("_", "-"),
        help="How the printer turns sheets of two-sided designs; apart: backs come"
        " after all fronts, to be put in again.",
    ),
    click.option(
        "--marks",
        type=Words(Marks),
        default=Marks.NONE.value,
        help="To cut along, or outlines just inside the badges.",
    ),
)


def sheeting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command these options, and `choices` to its function."""

    @wraps(command)
    def with_choices(
        *args: Any, fill: Fill, copies: int, duplex: Duplex, marks: Marks, **more: Any
    ) -> Any:
        return command(*args, choices=Choices(fill, copies, duplex, marks), **more)

    made: Callable[..., Any] = with_choices
    for option in reversed(_OPTIONS):
        made = option(made)
    return made
