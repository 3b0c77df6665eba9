"""What belongs to the machine and the process: settings, clock, chance, messages."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from checkin.badges.printers import NoPrintSystem, PrintSystem
from checkin.model.clock import Clock
from checkin.model.ids import Random
from checkin.settings import Settings
from checkin.ui.crash import CrashHandler
from checkin.ui.messages import Messages
from checkin.ui.single import guards_folder


@dataclass(frozen=True, slots=True)
class Environment:
    """Handed in, so that tests and pictures bring their own."""

    settings: Settings
    clock: Clock
    messages: Messages
    crash: CrashHandler
    events_folder: Path
    """Where new events are kept unless the user says otherwise."""
    guards_folder: Path = field(default_factory=guards_folder)
    """Where a window is found that has an event open; see `single`."""
    random: Random = field(default=secrets.token_bytes)
    print_system: PrintSystem = field(default_factory=NoPrintSystem)
    """None unless it is said: no test finds somebody's printer."""
