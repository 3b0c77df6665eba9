"""How sure it is what a column was taken for: by its heading and by its cells."""

from enum import StrEnum

from checkin.importing.columns_meaning import EXTRA
from checkin.importing.loading import Reading


class Certainty(StrEnum):
    """How a column is shown."""

    SURE = "sure"
    CHECK = "check"
    """Somebody should look at it."""
    EXTRA = "extra"
    """Kept under its heading."""


def certainties(reading: Reading) -> tuple[Certainty, ...]:
    """For each column in its order."""
    mapping = reading.mapping
    return tuple(
        Certainty.EXTRA
        if column.field == EXTRA or column in mapping.spare
        else Certainty.SURE
        if column.said or column.sure
        else Certainty.CHECK
        for column in mapping.columns
    )
