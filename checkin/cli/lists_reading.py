"""Options of `checkin read` and `import` that say how a file is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

_OPTIONS = (
    click.option(
        "--encoding", default="", metavar="NAME",
        help="How letters are stored: utf-8, Windows-1252…",
    ),
    click.option(
        "--separator", default="", metavar="CHARACTER",
        help="What stands between cells: , ; tab bar space, or none.",
    ),
    click.option("--sheet", default="", help="Which sheet of a workbook."),
    click.option(
        "--header-row", type=int, metavar="ROW",
        help="The row with the headings; 0 if there are none.",
    ),
)  # fmt: skip


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """--encoding, --separator, --sheet, --header-row, handed over as one `how`."""

    @wraps(command)
    def with_how(
        encoding: str, separator: str, sheet: str, header_row: int | None, **others: Any
    ) -> None:
        from checkin.importing.read_as import ReadAs

        command(how=ReadAs(encoding, separator, sheet, header_row), **others)

    for option in reversed(_OPTIONS):
        with_how = option(with_how)
    return with_how
