"""What belongs to this machine, not to the event: desk ids, choices, the clock."""

from checkin.settings.clock import SystemClock
from checkin.settings.options import OPTIONS, Option, options_table
from checkin.settings.ownstocks import OwnStock, Unit
from checkin.settings.recent import RecentEvent
from checkin.settings.stored import Settings, config_dir

__all__ = [
    "OPTIONS",
    "Option",
    "OwnStock",
    "RecentEvent",
    "Settings",
    "SystemClock",
    "Unit",
    "config_dir",
    "options_table",
]
