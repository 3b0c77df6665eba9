"""What somebody has typed into the form, as a plain value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checkin.model.ids import AttendeeId
from checkin.model.permission import Answer, Purpose


@dataclass(frozen=True, slots=True)
class Typed:
    """All that would be lost if it were given up."""

    who: AttendeeId | None
    """None for somebody who is being added."""
    name: str
    values: Mapping[str, Any]
    """Of the fields that were changed."""
    answers: Mapping[Purpose, Answer]
