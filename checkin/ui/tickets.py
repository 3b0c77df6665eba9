"""Which colour the small square of a ticket type has, the same on every page."""

from collections.abc import Sequence

from PySide6.QtGui import QColor

from checkin.ui import look


def ticket_colour(types: Sequence[str], ticket_type: str) -> QColor | None:
    """The mark of a ticket type; None for no type at all.

    By its place among `types`, as `Reader.ticket_types` gives them: four colours,
    then they repeat. A type that nobody expected has counts as the one after them.
    """
    if not ticket_type:
        return None
    marks = look.look().theme.tickets
    at = types.index(ticket_type) if ticket_type in types else len(types)
    return QColor(marks[at % len(marks)])
