"""What columns of lists were put right to, as this computer remembers it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checkin.cli.shared import say
from checkin.model.i18n import _
from checkin.settings import Settings, config_dir

if TYPE_CHECKING:
    from checkin.importing import Reading
    from checkin.importing.recalled import Memory


def memory() -> "Memory":
    """What was put right in earlier imports, in whatever event."""
    return Settings(config_dir()).columns()


def keep(reading: "Reading", overrides: Iterable[str]) -> None:
    """Remembers what was said of the columns, if anything was."""
    from checkin.importing.recalled import header_key

    if any(overrides):
        key = header_key(reading.table.header)
        Settings(config_dir()).keep_columns(key, reading.mapping.said())


def tell_recalled(reading: "Reading", overrides: Iterable[str]) -> None:
    """Says which columns are taken as they were before, and not as guessed."""
    from checkin.importing.columns import parse_overrides

    said = parse_overrides(reading.table.header, overrides)
    for heading, field in reading.mapping.said().items():
        if heading not in said:
            words = _("As you put it right before: {heading}  →  {field}")
            say(words.format(heading=heading, field=field))
