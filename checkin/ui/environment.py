"""What belongs to the machine and the process: settings, clock, chance, messages."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from checkin.model.clock import Clock
from checkin.model.ids import Random
from checkin.settings import Settings
from checkin.ui.crash import CrashHandler
from checkin.ui.messages import Messages


@dataclass(frozen=True, slots=True)
class Environment:
    """Handed in, so that tests and pictures bring their own."""

    settings: Settings
    clock: Clock
    messages: Messages
    crash: CrashHandler
    events_folder: Path
    """Where new events are kept unless the user says otherwise."""
    random: Random = field(default=secrets.token_bytes)
