"""Options of `checkin badges` that say what badges look like."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from checkin.badges import Design, Looks, Pictures, design
from checkin.badges.designs import DEFAULT
from checkin.model.errors import BadArgument
from checkin.model.i18n import _
from checkin.model.prints import Run
from checkin.settings import config_dir


@dataclass(frozen=True, slots=True)
class Look:
    """What was chosen of them."""

    looks: Looks
    pictures: Pictures | None
    chosen: bool = True
    """Whether any design was named."""


_OPTIONS = (
    click.option(
        "--design",
        "design_name",
        help="classic, another name of `checkin stocks`, or a file: my.toml.",
    ),
    click.option(
        "--design-for",
        "by_ticket",
        multiple=True,
        metavar="TYPE=DESIGN",
        help="Another design for a ticket type: Speaker=staff; repeat.",
    ),
    click.option(
        "--logo",
        type=click.Path(path_type=Path),
        help="For designs with a logo: PNG or JPEG.",
    ),
    click.option(
        "--photos",
        type=click.Path(path_type=Path),
        help="A folder of photos, named by e-mail, code or full name.",
    ),
)


def looks_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command these options, and `look` to its function."""

    @wraps(command)
    def with_look(
        *args: Any,
        design_name: str | None,
        by_ticket: tuple[str, ...],
        logo: Path | None,
        photos: Path | None,
        **more: Any,
    ) -> Any:
        others = tuple(_for_ticket(word) for word in by_ticket)
        looks = Looks(design(design_name or DEFAULT, own_folder()), others)
        pictures = Pictures(logo, photos) if logo or photos else None
        return command(
            *args, look=Look(looks, pictures, bool(design_name or by_ticket)), **more
        )

    made: Callable[..., Any] = with_look
    for option in reversed(_OPTIONS):
        made = option(made)
    return made


def looks_of(run: Run) -> Looks:
    """What the badges of an earlier print look like.

    Raises:
        UnknownDesign: one of its designs is not there any more.
    """
    return Looks.of_name(run.design, lambda name: design(name, own_folder()))


def own_folder() -> Path:
    """Where a user's own designs lie."""
    return config_dir() / "designs"


def _for_ticket(word: str) -> tuple[str, Design]:
    ticket, _equals, name = word.rpartition("=")
    if not ticket.strip() or not name.strip():
        raise BadArgument(
            value=word,
            what="--design-for",
            reason=_("It has to name a ticket type and a design."),
            instead=_("Write it like this: --design-for Speaker=staff."),
        )
    return ticket.strip(), design(name.strip(), own_folder())
